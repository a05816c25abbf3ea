/**
 * The energy part of the library: does every figure read, close, and name a source?
 * Hand-computed and published totals are named beside the checks.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { withDefaults } from '../src/plants/defaults.ts';
import type { Composition } from '../src/plants/model.ts';
import { MODELS } from '../src/plants/models.ts';
import { GRADES } from '../src/units/grade.ts';
import { convert, dimensionName, readQuantity, readRange } from '../src/units/unit.ts';
import { PROFILES } from '../src/weather/profile-table.ts';
import { ROOT } from './golden.ts';

const LIBRARY = join(ROOT, 'library');
// biome-ignore lint/suspicious/noExplicitAny: the shape of the files is what these tests look at
const read = (path: string) => parse(readFileSync(join(LIBRARY, path), 'utf8')) as Record<string, any>;
const folder = (name: string) =>
  readdirSync(join(LIBRARY, name))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => `${name}/${file}`);

const POWER_AND_HEAT = folder('plants').filter((path) => ['power', 'heat'].includes(read(path)['group']));
const FILES = [
  ...POWER_AND_HEAT,
  ...folder('stores'),
  ...folder('links'),
  'markets/energy.yaml',
  'factors/exchange.yaml',
  'factors/deflator.yaml',
  'factors/gwp.yaml',
  'factors/operation.yaml',
];
const SOURCES = Object.assign({}, ...folder('sources').map(read)) as Record<string, { reference: string }>;

interface Found {
  readonly at: string;
  readonly value: { value: string | number; range?: string; source: string; grade: string };
}

/** Every record with a `value` below. */
function values(node: unknown, at: string): Found[] {
  if (node === null || typeof node !== 'object') return [];
  const record = node as Record<string, unknown>;
  if ('value' in record && 'source' in record) return [{ at, value: record as Found['value'] }];
  return Object.entries(record).flatMap(([key, below]) => values(below, `${at} ${key}`));
}

const ALL = FILES.flatMap((path) => values(read(path), path));

/** Words of the models' choices. */
const WORDS = new Set(
  Object.values(MODELS).flatMap(({ parameters }) => parameters.flatMap(({ choices }) => choices ?? [])),
);

describe('figures', () => {
  test('there are enough of them for these tests to mean something', () => {
    expect(ALL.length).toBeGreaterThan(200);
  });

  test.each(ALL)('$at', ({ value }) => {
    expect(Object.keys(SOURCES)).toContain(value.source);
    expect(GRADES).toContain(value.grade);
    // A choice among words is no quantity; the library's own reading knows them (`parameter-choice`).
    if (WORDS.has(String(value.value))) return;
    const quantity = readQuantity(String(value.value));
    expect(quantity).toMatchObject({ ok: true });
    if (!quantity.ok || value.range === undefined) return;
    const range = readRange(value.range);
    expect(range).toMatchObject({ ok: true });
    if (!range.ok) return;
    expect(range.value.unit).toBe(quantity.value.unit);
    expect(quantity.value.value).toBeGreaterThanOrEqual(range.value.low);
    expect(quantity.value.value).toBeLessThanOrEqual(range.value.high);
  });

  test('money carries its price year', () => {
    for (const { at, value } of ALL.filter((each) => !each.at.startsWith('factors'))) {
      const quantity = readQuantity(String(value.value));
      if (quantity.ok && quantity.value.money !== null)
        expect(quantity.value.money.year, at).toBeGreaterThan(2000);
    }
  });

  test('at most a quarter is assumption', () => {
    expect(ALL.filter((each) => each.value.grade === 'assumption').length / ALL.length).toBeLessThan(0.25);
  });

  test('every source of the energy file is used', () => {
    const used = new Set(
      folder('plants')
        .concat(FILES)
        .flatMap((path) => values(read(path), path))
        .map((each) => each.value.source),
    );
    const models = Object.values(MODELS).flatMap((model) =>
      model.parameters.map((parameter) => parameter.source),
    );
    for (const source of models) used.add(source);
    expect(Object.keys(read('sources/energy.yaml')).filter((key) => !used.has(key))).toEqual([]);
  });
});

describe('dimensions', () => {
  const inUnit = (text: string | number, unit: string) => {
    const quantity = readQuantity(String(text));
    return quantity.ok ? convert(quantity.value.value, quantity.value.unit, unit) : quantity;
  };

  test.each(POWER_AND_HEAT)('%s', (path) => {
    const plant = read(path);
    const currency = (text: string) => /[A-Z]{3}/.exec(text)?.[0];
    const { overnight, fixed, variable, life } = plant['cost'];
    expect(inUnit(overnight.value, `${currency(overnight.value)}/MW`)).toMatchObject({ ok: true });
    expect(inUnit(fixed.value, '%/a')).toMatchObject({ ok: true });
    expect(inUnit(variable.value, `${currency(variable.value)}/MWh`)).toMatchObject({ ok: true });
    expect(inUnit(life.value, 'a')).toMatchObject({ ok: true });
    expect(inUnit(plant['staff'].value, 'persons/MW')).toMatchObject({ ok: true });
    if (plant['profile'] !== undefined) expect(Object.keys(PROFILES)).toContain(plant['profile']);
    if (plant['model'] !== undefined) expect(Object.keys(MODELS)).toContain(plant['model']);
  });

  test('stores lose per hour, links per km', () => {
    for (const path of folder('stores'))
      expect(inUnit(read(path)['standing loss'].value, '%/h'), path).toMatchObject({ ok: true });
    for (const path of folder('links'))
      expect(inUnit(read(path)['loss per km'].value, '%/km'), path).toMatchObject({ ok: true });
  });

  test('units of the energy models are known', () => {
    const names = [
      'wind-power',
      'solar-position',
      'pv',
      'lcoe',
      'annuity',
      'gas-boiler',
      'gas-turbine',
      'hydrogen-turbine',
    ];
    const specs = names.flatMap((name) =>
      [...MODELS[name].parameters, ...MODELS[name].outputs].map((each) => each.unit),
    );
    for (const unit of new Set(specs.filter((each) => each !== '1' && each !== 'UTC')))
      expect(readQuantity(`1 ${unit}`), unit).toMatchObject({ ok: true });
    expect(dimensionName('MWh/MWh')).not.toBeUndefined();
  });
});

describe('matter', () => {
  const commodities = Object.assign({}, ...folder('commodities').map(read)) as Record<
    string,
    { composition: Composition }
  >;

  test.each(POWER_AND_HEAT)('%s closes in mass and carbon to 1e-5', (path) => {
    const plant = read(path);
    const model = plant['model'] === undefined ? undefined : MODELS[plant['model']];
    const made = model?.recipe?.(withDefaults(model)).flows ?? [];
    const typed = (key: string, sign: number) =>
      Object.entries((plant[key] ?? {}) as Record<string, { value: string; composition?: Composition }>).map(
        ([commodity, each]) => ({
          commodity,
          amount: sign * Number.parseFloat(each.value),
          composition: each.composition,
        }),
      );
    const flows = [
      ...made,
      ...typed('in', -1),
      ...typed('out', 1),
      { commodity: plant['makes'] as string, amount: 1, composition: undefined },
    ];
    for (const element of ['mass', 'C'] as const) {
      const weigh = flows.map(
        (flow) => flow.amount * ((flow.composition ?? commodities[flow.commodity].composition)[element] ?? 0),
      );
      const through = weigh.reduce((sum, each) => sum + Math.abs(each), 0) / 2;
      expect(Math.abs(weigh.reduce((sum, each) => sum + each, 0))).toBeLessThanOrEqual(
        1e-5 * Math.max(through, 1e-9),
      );
    }
  });

  test("the library's fuels carry the carbon that their models burn", () => {
    for (const name of ['gas-boiler', 'gas-turbine', 'hydrogen-turbine']) {
      const fuel = MODELS[name].recipe!(withDefaults(MODELS[name])).flows[0];
      const own = commodities[fuel.commodity].composition;
      expect(fuel.composition?.mass).toBeCloseTo(own.mass!, 8);
      expect(fuel.composition?.C ?? 0).toBeCloseTo(own.C ?? 0, 7);
    }
  });
});

describe('sums that were split', () => {
  const number = (text: string) => Number.parseFloat(text);

  test('a battery of four hours costs 105 USD/kWh in all (Chinese turnkey price with winter fitting)', () => {
    const battery = read('stores/battery.yaml');
    expect(
      number(battery['content cost'].overnight.value) + number(battery['power cost'].overnight.value) / 4,
    ).toBeCloseTo(105, 9);
  });

  test('an iron-air battery of a hundred hours costs 21.03 EUR/kWh in all (Form Energy 2023)', () => {
    const store = read('stores/iron-air.yaml');
    expect(
      number(store['content cost'].overnight.value) + number(store['power cost'].overnight.value) / 100,
    ).toBeCloseTo(21.03, 6);
  });

  test('electricity through electrode boiler and hot rocks gives 95.0 % as steam (Danish catalogue 143a)', () => {
    const boiler = number(read('plants/electrode-boiler.yaml')['in'].electricity.value);
    const rock = read('stores/steam-store.yaml');
    expect(
      ((number(rock['charge efficiency'].value) / 100) * number(rock['discharge efficiency'].value)) / boiler,
    ).toBeCloseTo(95.04, 1);
  });
});
