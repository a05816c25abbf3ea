/**
 * `kombinat library [NAME]`: what can be built, and how well each figure is known.
 * In: the library of the package. Out: everything there is by name, or one entry with every value, range, grade, source.
 */
import colours from 'picocolors';
import type { Library, LibraryCommodity, LibraryPlant, LibraryValue } from '../../park/library.ts';
import { nearest, slug } from '../../park/name.ts';
import { ELEMENT_NAMES, type Element, type Model } from '../../plants/model.ts';
import { MODELS } from '../../plants/models.ts';
import { plantCard } from '../../show/plant-card.ts';
import { GRADES } from '../../units/grade.ts';
import { count, noun } from '../../units/number.ts';
import { showQuantity } from '../../units/unit.ts';
import { showParameter, showRange } from '../calculator.ts';
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
    return rows.length === 0 ? '' : `${colours.bold(shelf)}\n${textTable(['', '', ''], rows, [], [2])}`;
  });
  const total = `Of ${count(values.length, 'value')}, ${counts.assumption} ${noun(counts.assumption, 'is an assumption', 'are assumptions')} (${countsText(counts)}).`;
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

/** What is said about an entry as a whole, and about single values of it. */
function remarks({ whole, values }: Entry): string[] {
  const { about, note } = whole as { readonly about?: string; readonly note?: string };
  const notes = values
    .filter((value) => value.note !== undefined)
    .map(({ path, note: text }) => `  ${path}: ${text}`);
  return [
    ...[about, note].filter((text) => text !== undefined),
    ...(notes.length === 0 ? [] : [`${colours.bold('notes')}\n${notes.join('\n')}`]),
  ];
}

/** A plant with its flows, sizes, money, crew and the parameters of its model. */
function plantText(library: Library, entry: Entry): string {
  const plant = library.plants[entry.id];
  const [about, ...notes] = plant.about === undefined ? ['', ...remarks(entry)] : remarks(entry);
  const sections = plantCard(library, plant, { value: showParameter, range: showRange }).map(
    ({ title, head, rows, note }) =>
      `${colours.bold(title)}\n${textTable(
        head.map((word, at) => (at === 0 && word !== '' ? `  ${word}` : word)),
        rows.map(([first, ...rest]) => [`  ${first}`, ...rest]),
      )}${note === undefined ? '' : `\n  ${colours.dim(note)}`}`,
  );
  const head = `${colours.bold(entry.id)}  ${entry.title}  ${colours.dim('plants')}`;
  const held = compositionsText(entry.whole).join('\n');
  return [head, about, ...sections, held, ...notes].filter((part) => part !== '').join('\n\n');
}

/** What a commodity, or each feed of a plant's charge, consists of; nothing for what has no composition. */
function compositionsText(whole: unknown): string[] {
  const { composition, charge = {}, id, source, grade } = whole as Partial<LibraryCommodity & LibraryPlant>;
  const evidence = source === undefined ? '' : ` (${grade}, ${source})`;
  const stated = composition === undefined ? [] : [[String(id), composition] as const];
  const feeds = Object.entries(charge).flatMap(([name, feed]) =>
    feed.composition === undefined ? [] : [[name, feed.composition] as const],
  );
  return [...stated, ...feeds].map(([name, { mass: _, ...elements }]) => {
    const shares = Object.entries(elements)
      .filter(([, share]) => share !== 0)
      .map(([element, share]) => `${ELEMENT_NAMES[element as Element]} ${showQuantity(share, '1')}`);
    return `  ${name} holds ${shares.length === 0 ? 'none of the elements followed' : shares.join(', ')}${evidence}`;
  });
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
      ...found.flatMap(({ whole }) => (whole as Partial<LibraryCommodity>).source ?? []),
      ...models.flatMap((model) => model.parameters.map((parameter) => parameter.source)),
    ]),
  ];
  const references = keys.map((key) => [key, library.sources[key]?.reference ?? ''] as const);
  const text = found.map((entry) => {
    if (entry.shelf === 'plants') return plantText(library, entry);
    const rows = entry.values.map((value) => [
      `  ${value.path}`,
      value.value,
      value.range ?? '',
      value.grade,
      value.source,
    ]);
    const head = `${colours.bold(entry.id)}  ${entry.title}  ${colours.dim(entry.shelf)}`;
    const values = rows.length === 0 ? [] : [textTable(['  value', '', 'range', 'grade', 'source'], rows)];
    const own = [head, ...values, ...compositionsText(entry.whole)].join('\n');
    return [own, ...remarks(entry)].join('\n\n');
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
