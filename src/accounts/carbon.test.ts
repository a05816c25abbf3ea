import { describe, expect, it } from 'vitest';
import { handGrid, handNetwork, handPlan } from '../../test/hand-network.ts';
import { biogenicCarbon, carbonRows } from './carbon.ts';

describe('carbon of four hours', () => {
  // A boiler makes 10, 10, 0, 0 MWh of steam with 0.4 t/MWh from straw; a pit digs stone that holds carbon, which is no gas.
  // The grid's 0.5, 1, 1, 2 times 0.8 t/MWh on 5 MWh an hour: 2 + 4 + 4 + 8 = 18 t.
  const air = { kind: 'air', balance: 'none', composition: { C: 0.27, mass: 1 } } as const;
  const network = handNetwork({
    commodities: {
      steam: { unit: 'MWh', kind: 'energy' },
      electricity: { unit: 'MWh', kind: 'energy' },
      smoke: air,
      stone: air,
    },
    series: { coal: [[0.5, 1, 1, 2]] },
    phases: [{ grid: handGrid([[4, 1]]) }],
    processes: [
      { id: 'boiler', flows: { steam: 1, smoke: 0.4 } },
      { id: 'pit', of: 'electricity', flows: { stone: -3, electricity: -5 } },
      { id: 'grid', kind: 'buy', flows: { electricity: 1 }, carbon: 0.8, carbonShape: 'coal' },
    ],
  });
  const plan = handPlan(
    network,
    [{ activity: { boiler: [10, 10, 0, 0], pit: [1, 1, 1, 1], grid: [5, 5, 5, 5] } }],
    0,
  );

  it('of biomass is 20 × 0.4 = 8 t and counts as no emission; stone in the ground is none of it', () => {
    expect(biogenicCarbon(plan, 0)).toBeCloseTo(8, 9);
  });

  it('bought is what each hour carries', () => {
    const rows = carbonRows(plan, 0);
    expect(rows.map(({ scope }) => scope)).toEqual(['indirect']);
    expect(rows[0].amount).toBeCloseTo(18, 9);
  });
});
