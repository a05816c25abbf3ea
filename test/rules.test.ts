/**
 * Each rule of the mathematics has its golden program, its keys in the park language, and its sentence for when it blocks.
 *
 * One small park of three hours uses them all; each golden holds the rows of one rule, to be read with the rule's formula
 * beside it. A rule without a golden fails.
 */
import { describe, expect, it } from 'vitest';
import { PARK } from '../src/park/schema.ts';
import { PLANT, STORE } from '../src/park/schema-plant.ts';
import { RULES } from '../src/program/build-program.ts';
import { addAllColumns } from '../src/program/columns.ts';
import { emptyProgram, finish } from '../src/program/draft.ts';
import { writeLp } from '../src/program/write-lp.ts';
import { expectGolden } from './golden.ts';
import { handGrid, handNetwork } from './hand-network.ts';

const network = handNetwork({
  commodities: {
    electricity: { unit: 'MWh', kind: 'energy' },
    metal: { balance: 'day' },
    alloy: { balance: 'day' },
    scrap: { balance: 'day' },
    heat: { unit: 'MWh', kind: 'internal' },
  },
  series: { wind: [[0.5, 0.25, 1]], open: [[1, 0, 1]] },
  phases: [{ grid: handGrid([[3, 1]]), years: 25, weight: 9 }],
  processes: [
    { id: 'wind', flows: { electricity: 1 }, size: { annuity: 100, max: 50, existing: 2 }, weather: 'wind' },
    {
      id: 'smelter',
      period: 'hour',
      of: 'metal',
      segments: [
        { share: 0.75, flows: { metal: 1, electricity: -12, heat: 1 } },
        { share: 0.3, flows: { metal: 1, electricity: -19, heat: 4 } },
      ],
      size: { annuity: 3000, unit: 't/h' },
      minimumShare: 0.75,
      ramp: 0.1,
      maxRate: 5,
      yearShare: 1,
      output: 8760,
      shortfallValue: 5000,
    },
    {
      id: 'furnace',
      segments: [
        { share: 1, flows: { alloy: 1, metal: -1 } },
        { share: 1, flows: { alloy: 1, scrap: -1.05 } },
      ],
      blend: {
        brings: [
          { Fe: 0.001, Mg: 0 },
          { Fe: 0.006, Mg: 0.012 },
        ],
        limits: [
          { element: 'Fe', side: 'at most', share: 0.003, path: null },
          { element: 'Mg', side: 'at least', share: 0.004, path: null },
        ],
      },
      size: { annuity: 400, unit: 't/h' },
    },
    {
      id: 'grid',
      kind: 'buy',
      flows: { electricity: 1 },
      maxRate: 4,
      variableCost: 62,
      maxPerYear: 11680,
      openIn: 'open',
    },
    {
      id: 'sale',
      kind: 'sell',
      flows: { metal: -1 },
      variableCost: -2500,
      minPerYear: 2920,
      maxOverHorizon: 1000,
    },
    // Heat exchangers put on the smelter that stands: what is built of it is taken from there.
    {
      id: 'widened',
      flows: { metal: 1, electricity: -13 },
      size: { annuity: 40, unit: 't/h', converts: 1 },
    },
  ],
  security: {
    hours: 5,
    // 0.75 × 12 + 0.25 × 19 = 13.75 MWh/t at nameplate, of which 60 % must be carried: 8.25 MW for each t/h.
    loads: [
      { id: 'smelter', title: 'smelter', node: 0, capacity: 1, perCapacity: 8.25, share: 0.6, hours: 5 },
    ],
    supplies: [
      {
        id: 'grid',
        title: 'grid',
        kind: 'grid',
        node: 0,
        from: -1,
        gives: 1,
        capacity: -1,
        perCapacity: 0,
        most: 4,
        unit: null,
        store: -1,
        hoursPer: 0,
      },
      {
        id: 'battery',
        title: 'battery',
        kind: 'store',
        node: 0,
        from: -1,
        gives: 1,
        capacity: 5,
        perCapacity: 1,
        most: Number.POSITIVE_INFINITY,
        unit: 0.5,
        store: 0,
        hoursPer: 1.25,
      },
    ],
    cases: [
      { title: 'grid lost', lost: 0 },
      { title: 'battery lost', lost: 1 },
    ],
  },
  stores: [
    {
      id: 'battery',
      holds: 'electricity',
      chargeEfficiency: 0.9,
      dischargeEfficiency: 0.8,
      lossPerHour: 0.01,
      // 5 h of the smelter at nameplate, and one MWh beside.
      floor: { amount: 1, capacity: 1, perCapacity: 85.94 },
      content: { annuity: 10 },
      powerSize: { annuity: 5, wholeUnit: 0.5, max: 4, min: 0.5 },
    },
    { id: 'pots', holds: 'heat', inside: 'smelter', low: -2, high: 2, standing: -1.5, lossPerHour: 0.1 },
    { id: 'metal-yard', holds: 'metal', content: { annuity: 1 } },
  ],
});

const promise = {
  id: 'share',
  title: 'renewable share',
  terms: [
    { of: 'process' as const, index: 0, coefficient: 0.2 },
    { of: 'process' as const, index: 3, coefficient: -0.8 },
    { of: 'capacity' as const, index: 0, coefficient: 0.001 },
  ],
  lower: 0,
  upper: Number.POSITIVE_INFINITY,
  phases: [0],
};

/** Wind is renewable, the grid by a tenth; pots use what wind, grid and battery give. */
const byHour = {
  id: 'by-hour',
  title: 'renewable share by hour',
  terms: [
    { of: 'matched' as const, index: 0, coefficient: 1 },
    { of: 'process' as const, index: 0, coefficient: -0.8 },
    { of: 'process' as const, index: 3, coefficient: -0.8 },
    { of: 'lost in store' as const, index: 0, coefficient: 0.8 },
  ],
  matching: {
    supply: [
      { of: 'process' as const, index: 0, coefficient: 1 },
      { of: 'process' as const, index: 3, coefficient: 0.1 },
    ],
    use: [
      { of: 'process' as const, index: 0, coefficient: 1 },
      { of: 'process' as const, index: 3, coefficient: 1 },
    ],
    stores: [0],
  },
  lower: 0,
  upper: Number.POSITIVE_INFINITY,
  phases: [0],
};
/** Only the rules that read it see its columns. */
const boundFor = (rule: string) =>
  ['hourly-matching', 'measures'].includes(rule) ? [promise, byHour] : [promise];

/** The program with the rows of one rule only. */
function onlyRule(name: string): string {
  const draft = emptyProgram(network);
  const columns = addAllColumns(draft, boundFor(name));
  const rule = RULES.find((one) => one.name === name);
  rule?.rows({ draft, columns, measures: boundFor(name) });
  return [...writeLp(finish(draft, 'million USD'))].join('');
}

const keys = new Set([...Object.keys(PARK.keys), ...Object.keys(PLANT.keys), ...Object.keys(STORE.keys)]);

describe.each(RULES.map((rule) => [rule.name, rule] as const))('rule %s', (name, rule) => {
  it('has the golden program of its rows', () => {
    const text = onlyRule(name);
    expect(text).toContain(name.split('-')[0]);
    expectGolden(`test/goldens/rules/${name}.lp`, `\\ ${rule.formula}\n${text}`);
  });

  it('adds rows to the small park that uses every rule', () => {
    const draft = emptyProgram(network);
    const columns = addAllColumns(draft, boundFor(name));
    rule.rows({ draft, columns, measures: boundFor(name) });
    expect(draft.rowRuns.length).toBeGreaterThan(0);
    expect(new Set(draft.rowRuns.map(({ family }) => family.kind))).toEqual(new Set([name]));
  });

  it('names keys that the park language has', () => {
    expect(rule.keys.length).toBeGreaterThan(0);
    for (const key of rule.keys)
      expect(keys, `${name} speaks of "${key}"`).toContain(key.split(':')[0].trim());
  });

  it('has a sentence for the thing that it blocks', () => {
    expect(rule.blocks).toContain('{of}');
  });
});

it('rules have names of their own', () => {
  expect(new Set(RULES.map((rule) => rule.name)).size).toBe(RULES.length);
});
