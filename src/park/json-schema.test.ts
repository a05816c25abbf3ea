import { expect, test } from 'vitest';
import { expectGolden } from '../../test/golden.ts';
import { parkJsonSchema } from './json-schema.ts';

test('the JSON Schema for editors is the one made from the sheets', () => {
  expectGolden('schema/park.schema.json', parkJsonSchema());
});

test('the JSON Schema knows the keys of the root, refuses others and tells units and defaults', () => {
  const { $defs } = JSON.parse(parkJsonSchema());
  const schema = $defs['kombinat-park-file'];
  expect(schema.additionalProperties).toBe(false);
  expect(schema.anyOf).toEqual([{ required: ['plants'] }, { required: ['extends'] }]);
  expect(schema.properties['discount rate'].description).toContain('Left out: 10 %.');
  const plant = $defs['a-plant'];
  expect(plant.required).toBeUndefined();
  expect(plant.properties.output.description).toContain('A bare number is in t/a, MWh/a or m3/a.');
});
