import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../test/golden.ts';
import { LIBRARY_TEXTS, smallLibrary } from '../../test/small-library.ts';
import { readLibrary } from './read-library.ts';
import { readPark } from './read-park.ts';

/** The small library with one text changed. */
function changed(path: string, from: string, to: string) {
  expect(LIBRARY_TEXTS[path]).toContain(from);
  return readLibrary({ ...LIBRARY_TEXTS, [path]: LIBRARY_TEXTS[path].replace(from, to) });
}
const only = (path: string, from: string, to: string) => {
  const read = changed(path, from, to);
  expect(read.ok).toBe(false);
  expect(read.issues).toHaveLength(1);
  return read.issues[0];
};

test('entries arrive with the names of the contract, values as written', () => {
  const library = smallLibrary();
  const potline = library.plants['prebake-potline'];
  expect(potline).toMatchObject({
    id: 'prebake-potline',
    makes: 'liquid-aluminium',
    ratedIn: 't/a',
    period: 'hour',
    model: 'potline',
    renewable: false,
  });
  expect(potline.parameters['current-efficiency']).toEqual({
    value: '94 %',
    range: '92 .. 96 %',
    source: 'HAND',
    grade: 'judgement',
  });
  expect(potline.inputs['aluminium-fluoride'].value).toBe('16 kg');
  expect(library.plants['wind-farm'].renewable).toBe(true);
  expect(library.markets['grid-electricity'].renewableShare?.value).toBe('10 %');
  expect(library.links['rail'].electricityPerKm?.value).toBe('30 Wh/(t km)');
  expect(library.stores['battery'].powerCost?.overnight.value).toBe('80 USD 2025/kW');
  expect(library.factors.exchange['EUR']['2020'].value).toBe('1.2 USD/EUR');
  expect(Object.isFrozen(library.plants)).toBe(true);
});

test('faults are told with file, line and column', () => {
  const line = (path: string, text: string) =>
    LIBRARY_TEXTS[path].split('\n').findIndex((each) => each.includes(text)) + 1;
  const wind = 'plants/wind-farm.yaml';
  expect(only(wind, 'makes: electricity', 'makes: electricty')).toMatchObject({
    code: 'unknown-commodity',
    file: wind,
    line: line(wind, 'makes'),
    near: 'electricity',
  });
  const slip = changed(wind, 'group: power', 'gruop: power').issues;
  expect(slip.map(({ code, line: at, near }) => [code, at, near])).toEqual([
    ['missing-key', 2, undefined], // the texts begin with an empty line
    ['unknown-key', line(wind, 'group'), 'group'],
  ]);
});

test.each([
  ['plants/wind-farm.yaml', 'source: HAND', 'source: HANDS', 'unknown-source'],
  ['plants/wind-farm.yaml', '1200 USD 2025/kW', '1200 USD 2025/t', 'unit-dimension'],
  ['plants/wind-farm.yaml', '900 .. 1500', '1300 .. 1500', 'outside-own-range'],
  ['plants/wind-farm.yaml', '1200 USD 2025/kW', '1200 USD/kW', 'price-year-missing'],
  ['plants/wind-farm.yaml', 'renewable: true', 'renewable: true\nrenewble: true', 'unknown-key'],
  ['plants/prebake-potline.yaml', 'model: potline', 'model: potlines', 'unknown-model'],
  ['plants/prebake-potline.yaml', 'current-efficiency:', 'curent-efficiency:', 'unknown-parameter'],
  ['plants/prebake-potline.yaml', 'F: { value: 1 %', 'F: { value: 3 %', 'loss-too-large'],
  ['plants/prebake-potline.yaml', 'F: { value', 'Fl: { value', 'unknown-element'],
  ['plants/prebake-potline.yaml', 'value: 16 kg', 'value: 16 MWh', 'unit-dimension'],
  ['plants/alloy-furnace.yaml', 'old-scrap:', 'old-scraps:', 'unknown-commodity'],
  ['plants/alloy-furnace.yaml', 'electricity: {', 'electrcity: {', 'unknown-commodity'],
  ['plants/alloy-furnace.yaml', 'value: 500 kWh', 'value: 500 kg', 'unit-dimension'],
  ['plants/alloy-furnace.yaml', 'Fe: { value: 0.3 %', 'Ironn: { value: 0.3 %', 'unknown-element'],
  ['plants/alloy-furnace.yaml', 'Fe: { value: 0.3 %', 'Zn: { value: 0.3 %', 'feed-not-analysed'],
  ['plants/alloy-furnace.yaml', 'Si: { value: 0.1 %', 'Si: { value: 0.7 %', 'window-crossed'],
  ['plants/alloy-furnace.yaml', 'Fe: { value: 0.3 %', 'Fe: { value: 300 %', 'share-above-whole'],
  ['plants/alloy-furnace.yaml', 'Fe: 0.001,', 'Fe: 0.1,', 'composition-above-whole'],
  ['plants/alloy-furnace.yaml', 'period: day', 'period: day\nmodel: potline', 'charge-with-model'],
  ['commodities/all.yaml', 'Fe: 0.006', 'Fe: 0.06', 'composition-above-whole'],
  ['markets/all.yaml', 'grade: judgement', 'grade: hearsay', 'wrong-shape'],
])('%s with “%s” as “%s” is refused: %s', (path, from, to, code) => {
  expect(only(path, from, to)).toMatchObject({ code, file: path });
});

test.each([
  ['renewals: { linings: { cost: COST } }', 'renewal-life'],
  [
    'renewals: { linings: { cost: COST, life: { value: 6 a, source: HAND, grade: judgement }, life from: pot-life } }',
    'renewal-life',
  ],
  ['renewals: { linings: { cost: COST, life from: pot-live } }', 'unknown-parameter'],
  [
    'renewals: { linings: { cost: { value: 3 t, source: HAND, grade: judgement }, life from: pot-life } }',
    'unit-dimension',
  ],
  ['skills: smelters', 'unknown-skills'],
])('a potline with %s is refused: %s', (line, code) => {
  const cost = '{ value: 300 USD 2025/(t/a), source: HAND, grade: judgement }';
  expect(
    only('plants/prebake-potline.yaml', 'model: potline', `model: potline\n${line.replace('COST', cost)}`)
      .code,
  ).toBe(code);
});

test('the shares of a skill profile make a whole', () => {
  const share = (value: number) => `{ value: ${value} %, source: HAND, grade: judgement }`;
  const profile = (others: number) =>
    `smelter: { title: Smelters, heads: ${share(1)}, division heads: ${share(4)}, specialists: ${share(15)}, skilled workers: ${share(70)}, other workers: ${share(others)} }\n`;
  const codes = (text: string) =>
    readLibrary({ ...LIBRARY_TEXTS, 'skills/all.yaml': text }).issues.map(({ code }) => code);
  expect(codes(profile(10))).toEqual([]);
  expect(codes(profile(12))).toEqual(['skills-sum']);
});

test('a waste with two last fates, or none, is told at the waste', () => {
  for (const [from, to] of [
    ['last: false', 'last: true'],
    ['last: true', 'last: false'],
  ]) {
    expect(only('fates/all.yaml', from, to)).toMatchObject({
      code: 'one-last-fate',
      file: 'commodities/all.yaml',
      path: 'bauxite-residue',
    });
  }
});

test('the same entry in two files is one too many', () => {
  const read = readLibrary({
    ...LIBRARY_TEXTS,
    'plants/wind-farm-2.yaml': LIBRARY_TEXTS['plants/wind-farm.yaml'],
  });
  expect(read.issues.map(({ code }) => code)).toEqual(['doubled-entry']);
});

test('a file in no folder of the library is told', () => {
  expect(readLibrary({ ...LIBRARY_TEXTS, 'notes.yaml': 'a: 1\n' }).issues.map(({ code }) => code)).toEqual([
    'library-folder',
  ]);
});

test('paths may or may not begin with library/', () => {
  const texts = Object.fromEntries(
    Object.entries(LIBRARY_TEXTS).map(([path, text]) => [`library/${path}`, text]),
  );
  const read = readLibrary(texts);
  expect(read.ok && Object.keys(read.value.plants)).toEqual(Object.keys(smallLibrary().plants));
});

/** The library that is shipped. */
function shippedTexts(): Record<string, string> {
  const folder = join(ROOT, 'library');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  );
  return Object.fromEntries(
    names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]),
  );
}

test('the shipped library has no fault', () => {
  const read = readLibrary(shippedTexts());
  expect(
    read.issues.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`),
  ).toEqual([]);
});

test('at most a quarter of the shipped figures are assumptions', () => {
  const grades: string[] = [];
  const visit = (thing: unknown): void => {
    if (typeof thing !== 'object' || thing === null) return;
    if ('grade' in thing && typeof thing.grade === 'string') grades.push(thing.grade);
    else for (const each of Object.values(thing)) visit(each);
  };
  const read = readLibrary(shippedTexts());
  visit(read.ok ? { ...read.value, texts: null } : null);
  expect(grades.length).toBeGreaterThan(300);
  expect(grades.filter((grade) => grade === 'assumption').length / grades.length).toBeLessThanOrEqual(0.25);
});

test('the twelve-line park reads with the shipped library without error or warning', () => {
  const library = readLibrary(shippedTexts());
  const text = readFileSync(join(ROOT, 'parks/first-metal.park.yaml'), 'utf8');
  const read =
    library.ok &&
    readPark('first-metal.park.yaml', () => text, library.value, { scenario: null, strict: false });
  expect(read).toMatchObject({ ok: true, issues: [] });
});
