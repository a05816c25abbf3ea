/**
 * `kombinat library [NAME]`: what can be built, and how well each figure is known.
 * In: the library of the package. Out: everything there is by name, or one entry with every value, range, grade, source.
 */
import colours from 'picocolors';
import type { Library, LibraryValue } from '../../park/library.ts';
import { nearest, slug } from '../../park/name.ts';
import type { Model } from '../../plants/model.ts';
import { MODELS } from '../../plants/models.ts';
import { GRADES } from '../../units/grade.ts';
import { parameterTable } from '../calculator.ts';
import { EXIT } from '../exit-code.ts';
import { faceIssue } from '../face-issue.ts';
import { libraryValues, loadLibrary } from '../library-values.ts';
import { type Outcome, refusal } from '../outcome.ts';
import { textTable } from '../text-table.ts';
import { verb } from '../verb.ts';

/** The parts of the library that people choose from, in the order of a park file. */
const SHELVES = ['plants', 'stores', 'links', 'markets', 'fates', 'commodities'] as const;

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly shelf: (typeof SHELVES)[number];
  readonly values: readonly (LibraryValue & { path: string })[];
  readonly whole: unknown;
}

function entries(library: Library): Entry[] {
  return SHELVES.flatMap((shelf) =>
    Object.values(library[shelf]).map((whole) => ({
      id: whole.id,
      title: whole.title,
      shelf,
      values: libraryValues(whole),
      whole,
    })),
  );
}

function gradeCounts(values: readonly LibraryValue[]) {
  const counts = GRADES.map(
    (grade) => [grade, values.filter((value) => value.grade === grade).length] as const,
  );
  return Object.fromEntries(counts) as Record<(typeof GRADES)[number], number>;
}

const countsText = (counts: Record<string, number>) =>
  Object.entries(counts)
    .filter(([, many]) => many > 0)
    .map(([grade, many]) => `${many} ${grade}`)
    .join(', ');

function all(library: Library): Outcome {
  const list = entries(library);
  const values = list.flatMap((entry) => entry.values);
  const counts = gradeCounts(values);
  const text = SHELVES.map((shelf) => {
    const rows = list
      .filter((entry) => entry.shelf === shelf)
      .map((entry) => [`  ${entry.id}`, entry.title, countsText(gradeCounts(entry.values))]);
    return rows.length === 0
      ? ''
      : `${colours.bold(shelf)}\n${textTable(['', '', ''], rows, [], [2]).replace(/^\s*\n/, '')}`;
  });
  const total = `${counts.assumption} of ${values.length} values are assumptions (${countsText(counts)}).`;
  const data = {
    entries: list.map(({ id, title, shelf, values: own }) => ({
      id,
      title,
      shelf,
      grades: gradeCounts(own),
    })),
    values: values.length,
    grades: counts,
    assumptions: counts.assumption,
  };
  return { exitCode: EXIT.proven, data, text: [...text.filter((part) => part !== ''), total].join('\n\n') };
}

/** The model behind a plant, as a list of one or none. */
function modelOf({ whole }: Entry): Model[] {
  const { model } = whole as { readonly model?: string };
  const found = Object.values(MODELS).find(({ name }) => name === model);
  return found === undefined ? [] : [found];
}

function one(library: Library, name: string): Outcome {
  const list = entries(library);
  const wanted = slug(name);
  const found = list.filter((entry) => slug(entry.id) === wanted);
  if (found.length === 0) {
    const near = nearest(
      wanted,
      list.map((entry) => entry.id),
    );
    return refusal([faceIssue('library-unknown', { found: name, near })]);
  }
  const models = found.flatMap(modelOf);
  const keys = [
    ...new Set([
      ...found.flatMap((entry) => entry.values.map((value) => value.source)),
      ...models.flatMap((model) => model.parameters.map((parameter) => parameter.source)),
    ]),
  ];
  const references = keys.map((key) => [key, library.sources[key]?.reference ?? ''] as const);
  const text = found.map((entry) => {
    const rows = entry.values.map((value) => [
      `  ${value.path}`,
      value.value,
      value.range ?? '',
      value.grade,
      value.source,
    ]);
    const head = `${colours.bold(entry.id)}  ${entry.title}  ${colours.dim(entry.shelf)}`;
    const own = `${head}\n${textTable(['  value', '', 'range', 'grade', 'source'], rows)}`;
    const calculated = modelOf(entry).map(
      (model) =>
        `${colours.bold(`its model ${model.name}`)} (values above, or in the park file, stand before these defaults)\n` +
        parameterTable(model),
    );
    return [own, ...calculated].join('\n\n');
  });
  const sources = references.map(([key, reference]) => `  ${key}: ${reference}`).join('\n');
  const data = {
    entries: found.map((entry) => entry.whole),
    models: models.map(({ name, title, parameters }) => ({ name, title, parameters })),
    sources: Object.fromEntries(references),
  };
  return {
    exitCode: EXIT.proven,
    data,
    text: [...text, `${colours.bold('sources')}\n${sources}`].join('\n\n'),
  };
}

export const libraryVerb = verb(
  'library [name]',
  'list the library, or show one entry with all its values and sources',
  (command) => command,
  ([name]) => {
    const library = loadLibrary();
    if (!library.ok) return refusal(library.issues);
    return name === undefined ? all(library.value) : one(library.value, name);
  },
);
