/** Faults typed into a right plan of an outage: each is found, and named as what it is. */
import { describe, expect, it } from 'vitest';
import { handNetwork, handPlan } from '../../test/hand-network.ts';
import { supply } from '../../test/hand-supply.ts';
import { verify } from './verify.ts';

/** 6 MW for 5 hours with the grid lost: 2 MW of a turbine of 3 MW in units of 1, 4 MW of 25 MWh at 80 %. */
const network = handNetwork({
  commodities: { electricity: { unit: 'MWh', kind: 'energy' } },
  processes: [
    { id: 'grid', kind: 'buy', flows: { electricity: 1 }, maxRate: 10 },
    { id: 'smelter', flows: { electricity: -1 }, size: {} },
    { id: 'turbine', flows: { electricity: 1 }, size: { wholeUnit: 1, min: 1, existing: 0 } },
  ],
  stores: [
    {
      id: 'battery',
      holds: 'electricity',
      dischargeEfficiency: 0.8,
      content: {},
      powerSize: {},
      floor: { amount: 1, capacity: 0, perCapacity: 2 },
    },
  ],
  security: {
    hours: 5,
    loads: [
      { id: 'smelter', title: 'smelter', node: 0, capacity: 0, perCapacity: 0.6, share: 0.6, hours: 5 },
    ],
    supplies: [
      supply({ id: 'grid', kind: 'grid', most: 10 }),
      supply({ id: 'turbine', kind: 'plant', capacity: 1, unit: 1 }),
      supply({ id: 'battery', kind: 'store', capacity: 3, store: 0, hoursPer: 1.25 }),
    ],
    cases: [
      { title: 'grid lost', lost: 0 },
      { title: 'turbine lost', lost: 1 },
    ],
  },
});

const RIGHT = [
  [0, 2, 4],
  [4, 2, 0],
];
const found = (carried: readonly (readonly number[])[], level = 25) =>
  verify(
    handPlan(
      network,
      [
        {
          built: { smelter: 10, turbine: 3, 'battery/content': 30, 'battery/power': 5 },
          stores: {
            battery: { level: Array(4).fill(level), charge: Array(4).fill(0), discharge: Array(4).fill(0) },
          },
          carried,
        },
      ],
      0,
    ),
  );

describe('an outage', () => {
  it('right: 2 + 4 and 4 + 2 of the 6 MW, 4 MW × 5 h ÷ 0.8 of the 25 MWh, 10 × 2 + 1 of them always there', () => {
    expect(found(RIGHT).holds).toBe(true);
  });
  it.each([
    ['a load that is not carried', [[0, 2, 3], RIGHT[1]], 25, 'outage: firm power'],
    ['a grid that is lost and gives all the same', [[1, 2, 3], RIGHT[1]], 25, 'outage: supply'],
    [
      'a unit that is lost and gives all the same: 3 of 3 where 2 are left',
      [RIGHT[0], [3, 3, 0]],
      25,
      'outage: supply',
    ],
    ['a store drawn deeper than it is full at its emptiest', RIGHT, 24, 'outage: supply'],
    ['a store drawn faster than its power', [[0, 0, 6], RIGHT[1]], 30, 'outage: supply'],
    ['a supply below nothing', [RIGHT[0], [7, -1, 0]], 25, 'outage: supply below zero'],
    ['a store below what must lie in it', RIGHT, 20, 'stored hours'],
    ['a case that is not told', [RIGHT[0]], 25, 'length'],
  ] as const)('%s', (_, carried, level, what) => {
    const { holds, gaps } = found(carried, level);
    expect(holds).toBe(false);
    expect(gaps.filter((gap) => gap.relative > 1e-6).map((gap) => gap.what)).toContain(what);
  });
});

describe('a conversion', () => {
  const made = handNetwork({
    commodities: { metal: {} },
    processes: [
      { id: 'old', flows: { metal: 1 }, size: { existing: 100, max: 100 } },
      { id: 'better', flows: { metal: 1 }, size: { converts: 0 } },
    ],
  });
  it('30 of 100 turned: 70 and 30 stand; 100 and 30 would be something from nothing', () => {
    const plan = handPlan(made, [{ built: { better: 30 } }], 0);
    expect([...plan.phases[0].capacities]).toEqual([70, 30]);
    expect(verify(plan).holds).toBe(true);
    const wrong = { ...plan, phases: [{ ...plan.phases[0], capacities: Float64Array.of(100, 30) }] };
    expect(verify(wrong).largestGap.what).toBe('capacity');
  });
  it('what is converted is not built anew in its place', () => {
    const plan = handPlan(made, [{ built: { better: 30, old: 30 } }], 0);
    expect(verify(plan).largestGap.what).toBe('converted and built anew');
  });
});
