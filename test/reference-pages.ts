/**
 * The reference, made from what the program itself reads: schema, register, models, library, commands.
 * In: nothing but the code and the library. Out: file name below `docs/reference/` → Markdown.
 */
import { periodsOf } from '../src/accounts/counted-by.ts';
import { REGISTER } from '../src/accounts/register.ts';
import { showParameter, showRange } from '../src/cli/calculator.ts';
import { libraryValues, loadLibrary } from '../src/cli/library-values.ts';
import { VERBS } from '../src/cli/verbs.ts';
import { SHEETS } from '../src/park/schema-table.ts';
import { keyText } from '../src/park/sheet.ts';
import { MODELS } from '../src/plants/models.ts';
import { plantCard } from '../src/show/plant-card.ts';
import { GRADES } from '../src/units/grade.ts';
import { syntheticSections } from './synthetic-page.ts';

/** Words with a bar would break a table. */
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const page = (title: string, about: string, sections: readonly string[]) =>
  `${[`# ${title}`, `${about} Made by \`npm run goldens\`; do not edit.`, ...sections].join('\n\n')}\n`;

function parkFile(): string {
  const sections = SHEETS.map((one) => {
    const rows = Object.entries(one.keys).map(([key, definition]) => [
      `\`${key}\``,
      definition.shape.safeParse(undefined).success ? '' : 'needed',
      keyText(definition),
    ]);
    return `## ${one.title}\n\n${one.about}\n\n${table(['key', '', 'what it says'], rows)}`;
  });
  return page('The park file', 'Every key that a park file may hold.', sections);
}

function figures(): string {
  const groups = [...new Set(REGISTER.map((kpi) => kpi.group))];
  const sections = groups.map((group) => {
    const rows = REGISTER.filter((kpi) => kpi.group === group).map((kpi) => [
      `\`${kpi.id}\``,
      kpi.title,
      kpi.unit,
      kpi.measure === undefined && kpi.hourly === undefined
        ? ''
        : `can bind, by ${periodsOf(kpi).join(', ')}`,
      kpi.definition,
    ]);
    return `## ${group}\n\n${table(['name', 'title', 'unit', '', 'definition'], rows)}`;
  });
  return page(
    'Figures',
    'What a plan reports, and what a promise or claim can name (spaces may stand for dashes).',
    sections,
  );
}

function calculators(): string {
  const sections = Object.values(MODELS).map((model) => {
    const parameters = model.parameters.map((one) => [
      `\`${one.key}\``,
      one.title,
      showParameter(one, one.default),
      showRange(one, one.usual),
      showRange(one, one.physical),
      `${one.source} (${one.grade})`,
    ]);
    const outputs = model.outputs.map((one) => [`\`${one.key}\``, one.title, one.unit]);
    return [
      `## ${model.name}`,
      `${model.title}. ${model.about}`,
      table(['parameter', '', 'default', 'usual', 'physical', 'source'], parameters),
      table(['result', '', 'unit'], outputs),
    ].join('\n\n');
  });
  return page('Calculators', 'The plant models, as `kombinat calc NAME key=value …` takes them.', sections);
}

function library(): string {
  const read = loadLibrary();
  if (!read.ok) throw new Error(`The library has ${read.issues.length} issues; run kombinat library.`);
  const { commodities, plants, stores, links, markets, fates, skills, sources } = read.value;
  const shelves = { Stores: stores, Links: links, Markets: markets, Fates: fates, Skills: skills };
  const values = libraryValues([plants, ...Object.values(shelves)]);
  const counts = GRADES.map((grade) => [
    grade,
    String(values.filter((value) => value.grade === grade).length),
  ]);
  const sections = Object.entries(shelves).flatMap(([shelf, entries]) => [
    `## ${shelf}`,
    ...Object.values(entries).map((entry) => {
      const rows = libraryValues(entry).map((one) => [
        one.path,
        one.value,
        one.range ?? '',
        one.grade,
        one.source,
      ]);
      const about = 'about' in entry && entry.about !== undefined ? `\n\n${entry.about}` : '';
      return `### ${entry.id}\n\n${entry.title}${about}\n\n${table(['value', '', 'range', 'grade', 'source'], rows)}`;
    }),
  ]);
  const analysed = Object.values(commodities).filter(({ source }) => source !== undefined);
  const alloys = analysed.map(({ id, title, composition: { mass: _, ...elements }, grade, source, note }) => [
    id,
    title,
    Object.entries(elements)
      .map(([element, share]) => `${element} ${Number((100 * share).toPrecision(6))} %`)
      .join(', '),
    grade ?? '',
    source ?? '',
    note ?? '',
  ]);
  const references = Object.values(sources).map(({ key, reference, note }) => [key, reference, note ?? '']);
  return page(
    'The library',
    'Every plant, store, link, market and fate, each value with range, grade and source.',
    [
      table(['grade', 'values'], counts),
      `## Plants\n\n${table(
        ['plant', '', 'in the chain', 'rated in'],
        Object.values(plants).map(({ id, title, group, ratedIn }) => [
          `[${id}](plants/${id}.md)`,
          title,
          group,
          ratedIn,
        ]),
      )}`,
      ...sections,
      `## Alloys and grades of scrap\n\n${table(['name', '', 'composition', 'grade', 'source', 'note'], alloys)}`,
      `## Sources\n\n${table(['key', 'reference', 'note'], references)}`,
    ],
  );
}

/** One page a plant: what it needs and makes, how large, how run, what it costs, who works there, and where each figure is from. */
function plantPages(): Record<string, () => string> {
  const read = loadLibrary();
  if (!read.ok) throw new Error(`The library has ${read.issues.length} issues; run kombinat library.`);
  const { plants, sources } = read.value;
  return Object.fromEntries(
    Object.values(plants).map((plant) => [
      `plants/${plant.id}.md`,
      () => {
        const card = plantCard(read.value, plant, { value: showParameter, range: showRange });
        const model = plant.model === undefined ? undefined : MODELS[plant.model];
        const values = libraryValues(plant);
        const notes = values.flatMap(({ path, note }) => (note === undefined ? [] : [`- ${path}: ${note}`]));
        const keys = new Set([
          ...card.flatMap(({ rows }) =>
            rows.flatMap((row) => row.slice(4).flatMap((text) => text.split(/[ ,]/))),
          ),
          ...values.map(({ source }) => source),
        ]);
        const named = Object.values(sources).filter(({ key }) => keys.has(key));
        return page(plant.title, `\`plant: ${plant.id}\`. ${(plant.about ?? '').trim()}`, [
          ...card.map(
            ({ title, head, rows, note }) =>
              `## ${title}\n\n${table(head, rows)}${note === undefined ? '' : `\n\n${note}`}`,
          ),
          ...(model === undefined ? [] : [`${model.title}. ${model.about}`]),
          ...(notes.length === 0 ? [] : [`## Notes\n\n${notes.join('\n')}`]),
          `## Sources\n\n${table(
            ['key', 'reference', 'note'],
            named.map(({ key, reference, note }) => [key, reference, note ?? '']),
          )}`,
        ]);
      },
    ]),
  );
}

function commands(): string {
  const sections = VERBS.map(
    (verb) => `## ${verb.name()}\n\n\`\`\`text\n${verb.helpInformation().trimEnd()}\n\`\`\``,
  );
  const codes = [
    '0 proven plan',
    '1 input wrong',
    '2 infeasible or unbounded (with `plan --strict` also a broken promise)',
    '3 limit reached or unserved demand',
    '4 internal fault or no proven answer',
    '5 the machine (disk, permission)',
    '130 stopped (Ctrl-C, SIGTERM, SIGHUP), with one sentence and nothing half-written left behind',
  ].join(' · ');
  return page('Commands', 'What `npx kombinat` can be asked.', [
    `Every command ends with ${codes}.`,
    ...sections,
  ]);
}

const syntheticPage = () =>
  page(
    'The synthetic year',
    'What made-up weather looks like beside measured weather.',
    syntheticSections(table),
  );

export const REFERENCE_PAGES: Readonly<Record<string, () => string>> = {
  'park-file.md': parkFile,
  'figures.md': figures,
  'calculators.md': calculators,
  'library.md': library,
  'commands.md': commands,
  'synthetic-year.md': syntheticPage,
  ...plantPages(),
};
