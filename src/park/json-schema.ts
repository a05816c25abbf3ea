/**
 * How do editors complete and underline a park file?
 * In: the park's sheet of keys. Out: a JSON Schema (draft 2020-12), kept as `schema/park.schema.json`; a park file names it
 * in its first line: `# yaml-language-server: $schema=../schema/park.schema.json`.
 */
import { z } from 'zod';
import { PARK, PHASE } from './schema.ts';
import { PLANT, STORE } from './schema-plant.ts';

/** A file that extends another may say one key of a plant and leave the rest to it; the reader asks after the merge. */
const COMPLETED_BY_EXTENDS: readonly unknown[] = [PLANT.shape, STORE.shape, PHASE.shape];

export function parkJsonSchema(): string {
  const schema = z.toJSONSchema(PARK.shape, {
    io: 'input',
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema }) => {
      if (COMPLETED_BY_EXTENDS.includes(zodSchema)) delete jsonSchema.required;
      if ((zodSchema as unknown) === PARK.shape) {
        jsonSchema.required = ['kombinat', 'park'];
        jsonSchema.anyOf = [{ required: ['plants'] }, { required: ['extends'] }];
      }
    },
  });
  return `${JSON.stringify({ title: PARK.title, ...schema }, null, 2)}\n`;
}
