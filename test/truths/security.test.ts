/**
 * Firm power, stored hours and conversions on networks so small that the cheapest plan can be reckoned by hand.
 * A smelter makes 1 t/h at 10 MWh/t; 60 % of its load must be carried for five hours when supplies are lost: 6 MW, 30 MWh.
 */
import { describe, expect, it } from 'vitest';
import type { Network } from '../../src/network/network.ts';
import { type HandSpec, handNetwork } from '../hand-network.ts';
import { supply } from '../hand-supply.ts';
import { answerOf, solveNetwork } from '../solve-network.ts';

/** Sizes in order: smelter 0, turbine 1, battery content 2, battery power 3. */
const park = (
  change: { turbine?: object; content?: number; cases?: readonly [string, number][] } = {},
): Network =>
  handNetwork({
    commodities: { electricity: { unit: 'MWh', kind: 'energy' }, metal: {} },
    processes: [
      { id: 'grid', kind: 'buy', flows: { electricity: 1 }, maxRate: 10, variableCost: 50 },
      {
        id: 'smelter',
        of: 'metal',
        flows: { electricity: -10, metal: 1 },
        // Held at 1 t/h, so that firm power is not had by building less.
        size: { min: 1, max: 1 },
        output: 8760,
      },
      { id: 'sale', kind: 'sell', flows: { metal: -1 } },
      {
        id: 'turbine',
        flows: { electricity: 1 },
        size: { annuity: 30, ...change.turbine },
        variableCost: 100,
      },
    ],
    stores: [
      {
        id: 'battery',
        holds: 'electricity',
        dischargeEfficiency: 0.8,
        content: { annuity: change.content ?? 1 },
        powerSize: { annuity: 2 },
      },
    ],
    security: {
      hours: 5,
      loads: [
        { id: 'smelter', title: 'smelter', node: 0, capacity: 0, perCapacity: 6, share: 0.6, hours: 5 },
      ],
      supplies: [
        supply({ id: 'grid', kind: 'grid', most: 10 }),
        supply({ id: 'turbine', kind: 'plant', capacity: 1, unit: change.turbine === undefined ? null : 3 }),
        supply({ id: 'battery', kind: 'store', capacity: 3, store: 0, hoursPer: 1.25 }),
      ],
      cases: (change.cases ?? [['grid lost', 0]]).map(([title, lost]) => ({ title, lost })),
    },
  });

const sizes = async (network: Network) => {
  const { plan, verification } = await solveNetwork(network);
  expect(verification.holds, verification.largestGap.where).toBe(true);
  return { plan, sizes: [...plan.phases[0].capacities] };
};

describe('firm power when the grid is lost', () => {
  it('a cheap battery: 6 MW × 2 and 6 × 5 ÷ 0.8 = 37.5 MWh × 1 cost 49.5 a year, a turbine 180', async () => {
    const { plan, sizes: built } = await sizes(park());
    expect(built[1]).toBeCloseTo(0, 6);
    expect(built[2]).toBeCloseTo(37.5, 5);
    expect(built[3]).toBeCloseTo(6, 6);
    // It lies full at every hour: the outage may come at any.
    for (const level of plan.phases[0].level[0]) expect(level).toBeGreaterThan(37.5 - 1e-5);
    expect(plan.phases[0].carried[0][2]).toBeCloseTo(6, 6);
  });
  it('a dear battery, 12 + 37.5 × 6 = 237 a year: a turbine of 6 MW for 180', async () => {
    const { sizes: built } = await sizes(park({ content: 6 }));
    expect(built[1]).toBeCloseTo(6, 6);
    expect(built[2]).toBeCloseTo(0, 6);
  });
  it('nothing lost but wind and sun: the grid of 10 MW carries it', async () => {
    const { sizes: built } = await sizes(park({ cases: [['no wind and no sun', -1]] }));
    expect(built.slice(1).every((size) => Math.abs(size) < 1e-6)).toBe(true);
  });
  it('one unit of 3 MW lost with the grid whole asks for nothing more; the grid lost asks for two units', async () => {
    const units = { wholeUnit: 3, min: 3, max: 12, annuity: 30 };
    const cases: [string, number][] = [
      ['grid lost', 0],
      ['turbine lost', 1],
    ];
    const { plan, sizes: built } = await sizes(park({ content: 60, turbine: units, cases }));
    expect(built[1]).toBeCloseTo(6, 6);
    expect(plan.phases[0].carried[1][0]).toBeGreaterThan(3 - 1e-6);
  });
  it('widening the list of what may be lost never makes the plan cheaper', async () => {
    const costs: number[] = [];
    for (const cases of [
      [['none', -1]],
      [['grid lost', 0]],
      [
        ['grid lost', 0],
        ['battery lost', 2],
      ],
    ] as [string, number][][])
      costs.push((await solveNetwork(park({ cases }))).solution.objective);
    expect(costs[1]).toBeGreaterThan(costs[0]);
    expect(costs[2]).toBeGreaterThanOrEqual(costs[1] - 1e-9);
  });
  it('the program grows by a row an hour for the store, not for each case', async () => {
    const rows = (network: Network) => answerOf(network).then(({ solution }) => solution.y.length);
    const one = await rows(park());
    const three = await rows(
      park({
        cases: [
          ['a', 0],
          ['b', 1],
          ['c', 2],
        ],
      }),
    );
    // Each case more: one row a place, one a size (turbine, battery), one for the content.
    expect(three - one).toBe(2 * 4);
  });
});

describe('firm power over a line', () => {
  // The grid is at the far end of a line that leaves nine tenths.
  const network = (cases: readonly [string, number][]): Network =>
    handNetwork({
      sites: ['works', 'far'],
      commodities: { electricity: { unit: 'MWh', kind: 'energy' }, metal: {} },
      processes: [
        {
          id: 'smelter',
          of: 'metal',
          flows: { electricity: -10, metal: 1 },
          size: { min: 1, max: 1 },
          output: 8760,
        },
        { id: 'grid', at: 'far', kind: 'buy', flows: { electricity: 1 }, variableCost: 50 },
        { id: 'local', kind: 'buy', flows: { electricity: 1 }, variableCost: 40, maxRate: 20 },
        {
          id: 'line',
          kind: 'link',
          of: 'electricity',
          flows: [
            { of: 'electricity', at: 'far', amount: -1 },
            { of: 'electricity', amount: 0.9 },
          ],
          size: { annuity: 7 },
        },
        { id: 'sale', kind: 'sell', flows: { metal: -1 } },
      ],
      security: {
        hours: 5,
        loads: [
          { id: 'smelter', title: 'smelter', node: 0, capacity: 0, perCapacity: 6, share: 0.6, hours: 5 },
        ],
        supplies: [
          supply({ id: 'local', kind: 'grid', most: 20 }),
          supply({ id: 'grid', kind: 'grid', node: 2 }),
          supply({ id: 'line', kind: 'line', node: 0, from: 2, gives: 0.9, capacity: 1 }),
        ],
        cases: cases.map(([title, lost]) => ({ title, lost })),
      },
    } satisfies HandSpec);
  it('the near connection lost: 6 MW arrive of 6 ÷ 0.9 = 6.667 MW of line', async () => {
    const made = network([['local lost', 0]]);
    expect(made.nodes[2].id).toBe('far/electricity');
    const { plan, verification } = await solveNetwork(made);
    expect(verification.holds).toBe(true);
    expect(plan.phases[0].capacities[1]).toBeCloseTo(6.6667, 3);
  });
  it('the near one and the line, one at a time, are two independent supplies', async () => {
    const { plan } = await solveNetwork(
      network([
        ['local lost', 0],
        ['line lost', 2],
      ]),
    );
    expect(plan.phases[0].carried[1][0]).toBeGreaterThan(6 - 1e-6);
  });
});

describe('what must always lie in a store', () => {
  const network = (floor: { amount: number; capacity: number; perCapacity: number }) =>
    handNetwork({
      commodities: { metal: {} },
      processes: [
        { id: 'smelter', flows: { metal: 1 }, size: { min: 2, max: 2 } },
        { id: 'sale', kind: 'sell', flows: { metal: -1 } },
      ],
      stores: [{ id: 'yard', holds: 'metal', content: { annuity: 1 }, floor }],
    });
  it('12 t and 5 h of 2 t/h: never below 22 t, so that no smaller yard stands', async () => {
    const { plan, verification } = await solveNetwork(network({ amount: 12, capacity: 0, perCapacity: 5 }));
    expect(verification.holds).toBe(true);
    for (const level of plan.phases[0].level[0]) expect(level).toBeCloseTo(22, 6);
    expect(plan.phases[0].capacities[1]).toBeCloseTo(22, 6);
  });
});

describe('a line that stands is turned into another', () => {
  // 100 t/h stand. A year of four hours: turned into the better kind a t/h saves 4 × (7.5 − 2.5) = 20.
  const network = (annuity: number) =>
    handNetwork({
      commodities: { metal: {} },
      processes: [
        { id: 'old', flows: { metal: 1 }, size: { existing: 100, max: 100 }, variableCost: 7.5 },
        { id: 'better', flows: { metal: 1 }, size: { annuity, converts: 0 }, variableCost: 2.5 },
        { id: 'sale', kind: 'sell', flows: { metal: -1 }, minPerYear: 876_000 },
      ],
    });
  it('for 19 a year all of it is, and nothing is built in its place', async () => {
    const { plan, verification } = await solveNetwork(network(19));
    expect(verification.holds).toBe(true);
    expect([...plan.phases[0].capacities].map((size) => Math.round(size))).toEqual([0, 100]);
    // 100 × 19 + 400 × 2.5, nothing given back for what once was paid.
    expect(plan.netPresentCost).toBeCloseTo(2900, 4);
  });
  it('for 21 none', async () => {
    const { plan } = await solveNetwork(network(21));
    expect([...plan.phases[0].capacities].map((size) => Math.round(size))).toEqual([100, 0]);
    expect(plan.netPresentCost).toBeCloseTo(3000, 4);
  });
});
