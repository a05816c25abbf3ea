/**
 * What can hold in no plan and can be seen without one is told by `check`, with what is wrong, where, why, and how to mend it:
 * stores that must always hold more than they can, and deposits with nothing in them.
 */
import { describe, expect, it } from 'vitest';
import { planText } from './plan-text.ts';

const park = (lines: string): string => `kombinat: 1
park: One contradiction
prices in: USD 2025
${lines}
`;

const told = async (lines: string) =>
  (await planText(park(lines))).issues.map(({ code, severity, line, path, message, why }) => ({
    code,
    severity,
    line,
    path,
    text: `${message} ${why}`.replaceAll('\u202f', ' '),
  }));

const SMELTER = 'plants: { smelter: { plant: prebake-potline, output: 300 kt/a } }\n';

describe('never below', () => {
  const code = 'never-below-above-capacity';
  it.each([
    ['an amount above the largest size', 'capacity: { max: 100 MWh }, never below: 200 MWh', '200 MWh'],
    ['an amount above the fixed size', 'capacity: 100 MWh, never below: 200 MWh', '200 MWh'],
    // 300 kt/a draw 465 MW; what is lost on the way out (7 %) must lie there as well.
    [
      'an hour of 465 MW in 100 MWh',
      'capacity: { max: 100 MWh }, never below: 1 h of smelter',
      '300 kt/a of smelter',
    ],
  ])('%s', async (_, store, found) => {
    const [first, ...others] = await told(`${SMELTER}stores: { battery: { store: battery, ${store} } }`);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ code, severity: 'error', line: 5, path: 'stores.battery.never below' });
    expect(first.text).toContain(found);
    expect(first.text).toContain('holds 100 MWh at the most');
  });

  it('as much as it holds is no contradiction, nor is a size that the plan chooses', async () => {
    for (const store of ['capacity: 200 MWh, never below: 200 MWh', 'never below: 1 h of smelter'])
      expect(await told(`${SMELTER}stores: { battery: { store: battery, ${store} } }`)).toEqual([]);
  });

  it('days of a plant in a silo sized by days of it: 5 do not lie in 3', async () => {
    const silo =
      'stores: { silo: { store: silo, of: alumina, capacity: 3 d of smelter, never below: 5 d of smelter } }';
    expect(await told(SMELTER + silo)).toMatchObject([{ code, severity: 'error' }]);
  });

  it('a plant that is free in size is bounded by it: 100 MWh × 0.93 are an hour of 60 of 300 kt/a', async () => {
    const [first] = await told(`plants: { smelter: { plant: prebake-potline } }
stores: { battery: { store: battery, capacity: { max: 100 MWh }, never below: 1 h of smelter } }
sell: { liquid aluminium: { price: 2500 USD/t, min: 40 kt/a } }`);
    expect(first).toMatchObject({ code, severity: 'warning' });
    expect(Number(/no larger than ([\d.]+) kt\/a/.exec(first.text)?.[1])).toBeCloseTo(60, 0);
  });
});

describe('a deposit with a reserve of 0', () => {
  const code = 'reserve-of-nothing';
  it.each([
    ['that has an output', 'pit: { plant: bauxite-mine, reserve: 0 t, output: 1 Mt/a }', '1 000 000 t/a'],
    [
      'that stands and must run',
      'pit: { plant: bauxite-mine, reserve: 0 t, existing: 1 Mt/a, minimum load: 30 %, ore: { Al2O3: 45 %, SiO2: 5 %, Fe2O3: 17 % } }',
      '300 000 t/a must come',
    ],
    [
      'from which alone a refinery is fed',
      'pit: { plant: bauxite-mine, reserve: 0 t }, refinery: { plant: bayer-refinery, output: 300 kt/a }',
      'must come from there: no plan can hold',
    ],
  ])('%s', async (_, plants, found) => {
    const issues = await told(`plants: { ${plants}, smelter: { plant: prebake-potline, output: 10 kt/a } }`);
    const first = issues.find((one) => one.code === code);
    expect(first).toMatchObject({ severity: 'error', line: 4, path: 'plants.pit.reserve' });
    expect(first?.text).toContain('a reserve of 0 t: nothing can be dug there');
    expect(first?.text).toContain(found);
  });

  it('is doubtful where nothing must come from there: its ore is bought as well, or it stands idle beside another', async () => {
    const refinery = 'refinery: { plant: bayer-refinery, output: 300 kt/a }';
    for (const lines of [
      `plants: { pit: { plant: bauxite-mine, reserve: 0 t }, ${refinery} }\nbuy: { bauxite: 40 USD/t }`,
      `plants: { pit: { plant: bauxite-mine, reserve: 0 t, existing: 1 Mt/a, minimum load: 0 % }, other: { plant: bauxite-mine }, ${refinery} }`,
    ])
      expect(await told(lines)).toMatchObject([{ code, severity: 'warning' }]);
  });

  it('too little is for the plan to tell, with the years that it lasts', async () => {
    expect(await told('plants: { pit: { plant: bauxite-mine, reserve: 1 Mt, output: 1 Mt/a } }')).toEqual([]);
  });
});
