/** Values are reckoned by hand from the round figures of `test/small-library.ts`; the reckoning stands beside each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../test/golden.ts';
import { codes, HEAD, park, read, SMELTER } from '../../test/read-text.ts';

/** Lines of a plant called smelter, indented. */
const smelter = (lines: string) =>
  `${HEAD}plants:\n  smelter:\n    plant: prebake-potline\n${lines.replace(/^/gm, '    ')}\n`;

/** The reference park as the language's first sketch had it, with what the small library holds. */
const REFERENCE = `
kombinat: 1
park: Green aluminium park, phase 1
time zone: Asia/Almaty
prices in: USD 2025
discount rate: 10 %
weather: { year: synthetic, seed: 2025 }
phases:
  one: { operates from: 2030 }
  two: { operates from: 2034 }
sites:
  bauxite-field: { at: [50.3, 66.9], region: Kostanay }
  works:         { at: [51.7, 75.3], region: Pavlodar }
  steppe-wind:   { at: [51.6, 73.1], region: Akmola }
links:
  - { from: bauxite-field, to: works, by: rail, distance: 1050 km, carries: [bauxite, limestone] }
  - { from: steppe-wind, to: works, by: hvac-line, distance: 220 km, capacity: { max: 3 GW } }
plants:
  mine:
    plant: bauxite-mine
    site: bauxite-field
    ore: { Al2O3: 44.5 %, SiO2: 11 %, reactive share of SiO2: 93 %, Fe2O3: 17 % }
    capacity: { max: 6.5 Mt/a }
    reserve: 160 Mt
  refinery:
    plant: bayer-sinter-refinery
    site: works
    output: 2 Mt/a
    with: { alumina recovery: 88 % }
  smelter:
    plant: prebake-potline
    site: works
    output: 1 Mt/a
    with:
      line current: 500 kA
      cell voltage: 4.10 V
      current efficiency: 94.5 %
      power window: 75 % .. 105 %
      heat store: { down to: -35 %, up to: +35 %, recover within: 72 h }
  wind: { plant: wind-farm, site: steppe-wind, capacity: { max: 6 GW } }
stores:
  battery: { store: battery, site: works }
  alumina silo: { store: silo, of: alumina, site: works, capacity: 30 d of smelter }
buy:
  grid electricity: { site: works, cost: 62 USD/MWh, max: 600 MW, carbon: 802 g/kWh }
  caustic soda: 480 USD/t
sell:
  billet: { price: 2900 USD/t, max: 350 kt/a, to: EU }
fates:
  bauxite-residue:
    - { to: cement, max: 300 kt/a, cost: 5 USD/t }
    - { to: residue storage, space: 60 Mt, cost: 12 USD/t }
claims:
  - { claim: renewable capacity, is: 3 GW, by: trade press 2025-06 }
promises:
  - promise: renewable share of electricity
    at least: 80 %
    from: 2030
    counted by: year
    bind: true
  - promise: permanent jobs
    at least: 10000
    by: 2032
    to: Government of Kazakhstan
  - promise: share of Kazakh staff
    at least: { 2030: 70 %, 2032: 90 %, 2035: 95 % }
    in: [specialists, skilled workers]
objective: least cost
`;

describe('the reference park', () => {
  const made = park(REFERENCE);
  const plant = (id: string) => made.plants.find((each) => each.id === id)!;

  test('has its names, sites and phases', () => {
    expect(made.plants.map(({ id }) => id)).toEqual(['mine', 'refinery', 'smelter', 'wind']);
    expect(made.sites[1]).toEqual({
      id: 'works',
      title: 'works',
      latitude: 51.7,
      longitude: 75.3,
      region: 'Pavlodar',
    });
    expect(made.phases).toEqual([
      { id: 'one', from: 2030 },
      { id: 'two', from: 2034 },
    ]);
    expect(made.discountRate.value).toBe(0.1);
  });

  test('6.5 Mt/a is 6.5e6 / 8760 t/h; 1 Mt/a of output stays a year’s total', () => {
    expect(plant('mine').capacity.max).toBeCloseTo(6.5e6 / 8760, 6);
    expect(plant('mine').reserve).toBe(160e6);
    expect(plant('smelter').output).toBe(1e6);
    expect(plant('smelter').capacity).toMatchObject({ min: 0, max: Number.POSITIVE_INFINITY, fixed: false });
  });

  test('parameters come from the park, the mine’s ore, the library, the model, in this order', () => {
    const { parameters } = plant('smelter');
    expect(parameters['current']).toMatchObject({
      value: 500,
      unit: 'kA',
      source: 'park file test.park.yaml',
    });
    expect(parameters['cell-voltage'].value).toBe(4.1);
    expect(parameters['current-efficiency'].value).toBe(0.945);
    expect(parameters['power-window-low'].value).toBe(0.75);
    expect(parameters['power-window-high'].value).toBe(1.05);
    expect([
      parameters['heat-down'].value,
      parameters['heat-up'].value,
      parameters['recover-within'].value,
    ]).toEqual([-0.35, 0.35, 72]);
    expect(parameters['pots'].grade).toBe('published');
    const refinery = plant('refinery').parameters;
    expect([
      refinery['al2o3'].value,
      refinery['reactive-share-of-sio2'].value,
      refinery['alumina-recovery'].value,
    ]).toEqual([0.445, 0.93, 0.88]);
    expect(plant('mine').ore).toEqual({
      Al2O3: 0.445,
      SiO2: 0.11,
      'reactive share of SiO2': 0.93,
      Fe2O3: 0.17,
    });
  });

  test('rail: 0.02 USD/(t km) x 1050 km = 21 USD/t, 30 Wh/(t km) x 1050 km = 0.0315 MWh/t', () => {
    const [rail, line] = made.links;
    expect(rail.variable).toMatchObject({ unit: 'USD/t' });
    expect(rail.variable.value).toBeCloseTo(21, 9);
    expect(rail.electricity?.value).toBeCloseTo(0.0315, 9);
    expect(rail.carries).toEqual(['bauxite', 'limestone']);
    expect(rail.capacity).toBeNull();
    // 0.007 %/km x 220 km = 1.54 %; 750 USD/(MW km) x 220 km = 165 000 USD/MW, of which 1.5 % a year.
    expect(line.loss.value).toBeCloseTo(0.0154, 9);
    expect(line.cost?.overnight.value).toBeCloseTo(165_000, 6);
    expect(line.cost?.fixed.value).toBeCloseTo(2475, 6);
    expect(line.carries).toEqual(['electricity']);
    expect(line.capacity?.max).toBe(3000);
  });

  test('stores, markets and fates', () => {
    expect(made.stores[1]).toMatchObject({
      commodity: 'alumina',
      power: null,
      energy: { hoursOf: { hours: 720, plant: 'smelter' }, fixed: true },
    });
    const [grid, caustic, billet] = made.markets;
    expect(grid).toMatchObject({
      id: 'grid electricity',
      commodity: 'electricity',
      site: 'works',
      maxPerHour: 600,
      maxPerYear: Number.POSITIVE_INFINITY,
    });
    // 802 g/kWh = 0.802 t/MWh.
    expect(grid.carbon.value).toBeCloseTo(0.802, 12);
    expect(grid.renewableShare?.value).toBe(0.1);
    expect(caustic).toMatchObject({ commodity: 'caustic-soda', side: 'buy', site: null });
    expect(billet.maxPerYear).toBeCloseTo(350_000, 6);
    expect(billet.maxPerHour).toBe(Number.POSITIVE_INFINITY);
    expect(billet.to).toBe('EU');
    expect(made.fates).toMatchObject([
      { of: 'bauxite-residue', to: 'residue-cement', cost: { value: 5 }, maxPerYear: 300_000, useful: true },
      { of: 'bauxite-residue', to: 'residue-storage', cost: { value: 12 }, space: 60e6, useful: false },
    ]);
  });

  test('claims and promises', () => {
    expect(made.claims[0]).toMatchObject({
      kpi: 'renewable-capacity',
      value: 3000,
      unit: 'MW',
      written: '3 GW',
    });
    expect(made.promises[0]).toMatchObject({
      sense: 'at least',
      targets: [{ year: 2030, value: 0.8 }],
      unit: '1',
      bind: true,
      countedBy: 'year',
    });
    expect(made.promises[1].targets).toEqual([{ year: 2032, value: 10000 }]);
    expect(made.promises[2].targets).toEqual([
      { year: 2030, value: 0.7 },
      { year: 2032, value: 0.9 },
      { year: 2035, value: 0.95 },
    ]);
    expect(made.promises[2].in).toEqual(['specialists', 'skilled workers']);
  });

  test('only what it leaves unsaid is assumed', () => {
    expect(made.assumed.map(({ id }) => id)).toEqual(['carries steppe-wind works hvac-line', 'horizon']);
  });
});

describe('the twelve-line park', () => {
  const text = readFileSync(join(ROOT, 'parks/first-metal.park.yaml'), 'utf8');

  test('reads, and lists every silence that is filled', () => {
    const made = park(text);
    expect(made.assumed.map(({ id }) => id)).toEqual([
      'phases',
      'sites',
      'time zone',
      'discount rate',
      'horizon',
      'weather',
      'objective',
    ]);
    expect(made.markets[0].price).toMatchObject({ value: 420, unit: 'USD/t', grade: 'judgement' });
    expect(made.markets[1].maxPerHour).toBe(250);
  });

  test('a strict reading refuses each of these silences', () => {
    const made = read(text, { strict: true });
    expect(made.ok).toBe(false);
    expect(made.issues.map(({ code }) => code)).toEqual(Array(7).fill('silence'));
  });

  test('costs: 1200 USD/kW is 1.2e6 USD/MW; 3900 USD/(t/a) is 3900 x 8760 USD per t/h; 2 %/a of the first is 24 000', () => {
    const [wind, , smelter] = park(text).plants;
    expect(wind.cost.overnight).toMatchObject({ value: 1.2e6, unit: 'USD/MW', range: [0.9e6, 1.5e6] });
    expect(wind.cost.fixed.value).toBeCloseTo(24_000, 6);
    expect(smelter.cost.overnight.value).toBeCloseTo(3900 * 8760, 3);
    expect(smelter.cost.fixed.value).toBeCloseTo(300 * 8760, 3);
    expect(smelter.cost.variable).toMatchObject({ value: 97, unit: 'USD/t' });
    // 1.8 persons per kt/a = 0.0018 per t/a = 0.0018 x 8760 per t/h.
    expect(smelter.staff.value).toBeCloseTo(15.768, 9);
    expect(smelter.land?.value).toBeCloseTo(0.2 * 8.76, 9);
    expect(smelter.flows).toMatchObject([
      { commodity: 'aluminium-fluoride', amount: { value: -0.016, unit: 't', range: [-0.02, -0.012] } },
    ]);
  });
});

describe('money', () => {
  test('EUR 2020 in a park of USD 2025: 100 x 1.2 USD/EUR (2020) x 1 / 0.8 = 150', () => {
    const made = park(`${HEAD}${SMELTER}buy:\n  alumina: 100 EUR 2020/t\n`);
    expect(made.markets[0].price.value).toBeCloseTo(150, 9);
    expect(made.markets[0].price.unit).toBe('USD/t');
  });

  test('a park in EUR 2025 shows the library’s USD in EUR: 1200 USD/kW / 1.25 = 960 EUR/kW; its own bare price year is its own', () => {
    const text = `kombinat: 1\npark: T\nprices in: EUR 2025\nplants:\n  wind: { plant: wind-farm }\nbuy:\n  alumina: 400 EUR/t\n`;
    const made = park(text);
    expect(made.plants[0].cost.overnight).toMatchObject({ unit: 'EUR/MW' });
    expect(made.plants[0].cost.overnight.value).toBeCloseTo(960_000, 4);
    expect(made.markets[0].price).toMatchObject({ value: 400, unit: 'EUR/t' });
  });

  test('money that the tables do not know is refused where it stands', () => {
    expect(codes(`kombinat: 1\npark: T\nprices in: USD 1999\n${SMELTER}`)).toContain('money-deflator-year');
    expect(codes(`${HEAD}${SMELTER}buy:\n  alumina: 400 GBP 2025/t\n`)).toEqual(['money-currency-missing']);
  });
});

describe('overrides', () => {
  test('keep their own source and grade', () => {
    const made = park(
      smelter(
        'cost: { overnight: { value: 4000 USD 2025/(t/a), source: vendor offer 2026-03, range: 3800 .. 4300 USD 2025/(t/a) } }',
      ),
    );
    const { overnight } = made.plants[0].cost;
    expect(overnight).toMatchObject({ source: 'vendor offer 2026-03', grade: 'published' });
    expect(overnight.range?.[1]).toBeCloseTo(4300 * 8760, 3);
  });

  test('recipe: needs and makes replace what library and model say of the commodity', () => {
    const made = park(smelter('recipe: { needs: { alumina: 1.93 t, aluminium fluoride: 15 kg/t } }'));
    expect(
      made.plants[0].flows.map(({ commodity, amount, replaces }) => [commodity, amount.value, replaces]),
    ).toEqual([
      ['alumina', -1.93, true],
      ['aluminium-fluoride', -0.015, true],
    ]);
  });

  test('outside of the library’s range: a warning with range and source, in the user’s unit', () => {
    const made = read(smelter('availability: 85 %'));
    expect(made.ok).toBe(true);
    expect(made.issues).toMatchObject([
      { code: 'outside-usual', severity: 'warning', expected: '90 .. 99 %', line: 7 },
    ]);
  });

  test('outside of that range, but with a source of its own: vouched for, no warning', () => {
    expect(codes(smelter('availability: { value: 85 %, source: operator 2026 }'))).toEqual([]);
    expect(codes(smelter('with: { cell voltage: { value: 5.2 V, source: trial 2026 } }'))).toEqual([]);
    expect(codes(smelter('with: { cell voltage: 5.2 V }'))).toEqual(['outside-usual']);
  });

  test('shortfall makes the output one that may be missed', () => {
    expect(
      park(smelter('output: 300 kt/a\nshortfall: { valued at: 5000 USD/t }')).plants[0].shortfallValue,
    ).toBe(5000);
    expect(codes(smelter('shortfall: { valued at: 5000 USD/t }'))).toEqual(['shortfall-without-output']);
  });
});

describe('sizes', () => {
  const size = (written: string, more = '') =>
    park(smelter(`capacity: ${written}\n${more}`)).plants[0].capacity;

  test('1 Mt/a fixes, a range chooses, whole units count', () => {
    expect(size('1 Mt/a')).toMatchObject({ fixed: true, written: '1 Mt/a' });
    expect(size('1 Mt/a').min).toBeCloseTo(1e6 / 8760, 9);
    expect(size('{ min: 200 kt/a, max: 1 Mt/a }')).toMatchObject({
      fixed: false,
      written: 'at least 200 kt/a, at most 1 Mt/a',
    });
    const units = size('{ units of: 250 kt/a, max: 4 }');
    expect(units.unit).toBeCloseTo(250e3 / 8760, 9);
    expect(units.max).toBeCloseTo(1e6 / 8760, 9);
    expect(size('{ units of: 250 kt/a, max: 1 Mt/a }').max).toBeCloseTo(1e6 / 8760, 9);
  });

  test('limits of whole units are drawn in to units: 900 kt/a are three of 250, at least 300 are two', () => {
    const units = size('{ units of: 250 kt/a, min: 300 kt/a, max: 900 kt/a }');
    expect(units.min).toBeCloseTo(500e3 / 8760, 9);
    expect(units.max).toBeCloseTo(750e3 / 8760, 9);
    expect(units.fixed).toBe(false);
    expect(size('{ units of: 250 kt/a, min: 300 kt/a, max: 600 kt/a }')).toMatchObject({ fixed: true });
  });

  test('what stands counts within the limits and need not be whole: beside 200 kt/a, three units reach 950 of 1 000', () => {
    const units = size('{ units of: 250 kt/a, max: 4 }', 'existing: 200 kt/a');
    expect(units.min).toBeCloseTo(200e3 / 8760, 9);
    expect(units.max).toBeCloseTo(950e3 / 8760, 9);
  });

  test('a count may carry its source, and none at all may be built', () => {
    const counted = size('{ units of: 250 kt/a, max: { value: 4, source: site plan } }');
    expect(counted.max).toBeCloseTo(1e6 / 8760, 9);
    expect(size('{ units of: 250 kt/a, max: 0 }')).toMatchObject({ min: 0, max: 0 });
  });

  test('units larger than what is left are told, and more standing than allowed as ever', () => {
    const told = (written: string, more = '') => codes(smelter(`capacity: ${written}\n${more}`));
    expect(told('{ units of: 250 kt/a, max: 100 kt/a }')).toEqual(['no-unit-fits']);
    expect(told('{ units of: 250 kt/a, max: 400 kt/a }', 'existing: 200 kt/a')).toEqual(['no-unit-fits']);
    expect(told('{ units of: 250 kt/a, max: 1 }', 'existing: 300 kt/a')).toEqual(['existing-above-capacity']);
  });

  test('fewer units than the output needs: told before anything is planned', () => {
    expect(codes(smelter('output: 600 kt/a\ncapacity: { units of: 250 kt/a, max: 2 }'))).toEqual([
      'output-exceeds-size',
    ]);
    // 700 kt/a would do, but only two units of 250 fit below it.
    expect(codes(smelter('output: 600 kt/a\ncapacity: { units of: 250 kt/a, max: 700 kt/a }'))).toEqual([
      'output-exceeds-size',
    ]);
  });

  test('what stands already is part of the capacity', () => {
    const free = size('{ max: 1 Mt/a }', 'existing: 200 kt/a');
    expect(free.existing).toBeCloseTo(200e3 / 8760, 9);
    expect(free.min).toBeCloseTo(200e3 / 8760, 9);
  });
});

describe('promises and the names of figures', () => {
  const promise = (lines: string) => `${HEAD}${SMELTER}promises:\n  - ${lines}\n`;

  test('targets are converted to the unit of the figure; another dimension is refused', () => {
    const kpiUnits = { 'permanent-jobs': 'persons', 'renewable-capacity': 'GW' };
    expect(
      park(promise('{ promise: renewable capacity, at least: 3000 MW }'), { kpiUnits }).promises[0],
    ).toMatchObject({ targets: [{ value: 3 }], unit: 'GW' });
    expect(codes(promise('{ promise: renewable capacity, at least: 3000 t }'), { kpiUnits })).toEqual([
      'unit-dimension',
    ]);
    expect(codes(promise('{ promise: happiness, at least: 1 }'), { kpiUnits })).toEqual(['unknown-figure']);
  });

  test('a share ends at 100 % for every figure told in percent; a bare number is a share', () => {
    const kpiUnits = { curtailment: '%', 'renewable-share': '%' };
    expect(codes(promise('{ promise: curtailment, at most: 180 % }'), { kpiUnits })).toEqual([
      'share-above-whole',
    ]);
    expect(codes(promise('{ promise: renewable share, at least: 180 % }'), { kpiUnits })).toEqual([
      'share-above-whole',
    ]);
    expect(
      park(promise('{ promise: renewable share, at least: 0.8 }'), { kpiUnits }).promises[0].targets[0].value,
    ).toBeCloseTo(80, 9);
  });

  test('columns of a weather file are named by site and profile', () => {
    const text = `${HEAD}${SMELTER}weather: { file: w.csv, columns: { steppe/wind-low: cf } }\n`;
    expect(park(text).weather).toEqual([
      { kind: 'file', file: 'w.csv', files: {}, columns: { 'steppe/wind-low': 'cf' } },
    ]);
  });

  test('a seed that is no whole number is told what seeds are, not that its key is unknown', () => {
    const told = (says: string) =>
      read(`${HEAD}${SMELTER}weather: { year: synthetic, ${says} }\n`).issues.map(({ message }) => message);
    const seed = 'a seed (a whole number from 0 to 2147483648)';
    for (const wrong of ['1.5', '-3', 'abc', '2147483649'])
      for (const says of [`seed: ${wrong}`, `seeds: [2025, ${wrong}]`])
        expect(told(says)).toEqual([`Here stands ${wrong}, where ${seed} belongs.`]);
    expect(told('seeds: 1.5')).toEqual([
      'Here stands 1.5, where a list of seeds such as [2025, 2026, 2027] (whole numbers from 0 to 2147483648) belongs.',
    ]);
    // A key of neither kind of weather is still told as one.
    expect(told('sed: 3')).toEqual(['There is no key “sed” here.']);
  });

  test('several weather years: a list of seeds, or of files beside one that serves them all', () => {
    const weather = (says: string) => park(`${HEAD}${SMELTER}weather: ${says}\n`).weather;
    expect(weather('{ year: synthetic, seeds: [7, 9] }')).toEqual([
      { kind: 'synthetic', seed: 7, year: 2025 },
      { kind: 'synthetic', seed: 9, year: 2025 },
    ]);
    expect(weather('{ files: { works: [a.epw, b.epw], steppe: c.csv } }')).toEqual([
      { kind: 'file', file: null, files: { works: 'a.epw', steppe: 'c.csv' }, columns: {} },
      { kind: 'file', file: null, files: { works: 'b.epw', steppe: 'c.csv' }, columns: {} },
    ]);
    const wrong = (says: string) => codes(`${HEAD}${SMELTER}weather: ${says}\n`);
    expect(wrong('{ year: synthetic, seed: 1, seeds: [7, 9] }')).toEqual(['seed-and-seeds']);
    expect(wrong('{ year: synthetic, seeds: [7, 9, 7] }')).toEqual(['seed-twice']);
    expect(wrong('{ file: [a.csv, b.csv], files: { works: [a, b, c] } }')).toEqual(['weather-years-differ']);
  });

  test('a fate written twice at one site is told at the second line; at two sites, or under two names, it is not', () => {
    const sites = 'sites: { a: { at: [51, 75] }, b: { at: [52, 75] } }\n';
    const fates = (second: string) =>
      read(
        `${HEAD}${sites}${SMELTER.replace('smelter: {', 'smelter: { site: a,')}fates:\n  bauxite-residue:\n    - { to: residue storage, site: a, space: 3 Mt }\n    - ${second}\n`,
      )
        .issues.filter(({ severity }) => severity === 'error')
        .map(({ code, line, message }) => [code, line, message]);
    const line = `${HEAD}${sites}${SMELTER}`.split('\n').length + 3;
    expect(fates('{ to: residue-storage, site: A, space: 3 Mt }')).toEqual([
      ['fate-twice', line, '“residue-storage” is written twice among the fates of bauxite-residue.'],
    ]);
    // The library's name for it and its short form are one fate.
    expect(fates('{ to: storage, site: a, space: 3 Mt }').map(([code]) => code)).toEqual(['fate-twice']);
    expect(fates('{ to: residue storage, site: b, space: 3 Mt }')).toEqual([]);
    expect(fates('{ to: cement, site: a, max: 3 kt/a }')).toEqual([]);
    expect(fates('{ to: pit of the neighbour, site: a, cost: 3 USD/t, useful: false }')).toEqual([]);
  });

  test('two promises of one figure have ids of their own', () => {
    const text = `${HEAD}${SMELTER}promises:\n  - { promise: permanent jobs, at least: 100 }\n  - { promise: permanent jobs, at most: 900 }\n`;
    expect(park(text).promises.map(({ id }) => id)).toEqual(['permanent-jobs', 'permanent-jobs-2']);
  });
});
