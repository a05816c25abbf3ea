/** How long ore and room for waste last, on a mine and a heap of two phases, worked on paper. */
import { describe, expect, it } from 'vitest';
import { handGrid, handNetwork, handPlan } from '../../test/hand-network.ts';
import { kpiByName } from './kpi-names.ts';

// Two phases of four hours a "year"; the first lasts five years, the second ten.
const network = handNetwork({
  commodities: { ore: { unit: 't', title: 'Ore' }, mud: { unit: 't', title: 'Mud', kind: 'waste' } },
  phases: [
    { grid: handGrid([[4, 1]]), years: 5 },
    { grid: handGrid([[4, 1]]), years: 10 },
  ],
  processes: [
    { id: 'near pit', flows: { ore: 1 }, maxOverHorizon: 500 },
    { id: 'far pit', flows: { ore: 1 }, maxOverHorizon: 2000 },
    { id: 'works', flows: { ore: -1, mud: 1 } },
    { id: 'heap', kind: 'fate', flows: { mud: -1 }, maxOverHorizon: 900 },
  ],
});
const plan = handPlan(
  network,
  [
    // 40 + 0 t a year, then 20 + 80 t a year.
    { activity: { 'near pit': [10, 10, 10, 10], works: [10, 10, 10, 10], heap: [10, 10, 10, 10] } },
    {
      activity: {
        'near pit': [5, 5, 5, 5],
        'far pit': [20, 20, 20, 20],
        works: [25, 25, 25, 25],
        heap: [25, 25, 25, 25],
      },
    },
  ],
  0,
);
const value = (id: string, phase: number) => kpiByName(id)?.value(plan, phase);

describe('years that are left', () => {
  it('500 t at 40 a year are 12.5; a pit that is not worked does not count', () => {
    expect(value('reserve-life', 0)).toEqual({ value: 12.5, note: 'near pit' });
  });
  it('after five years 300 t at 20 a year are 15; the far pit has 2 000 at 80: 25', () => {
    expect(value('reserve-life', 1)).toEqual({ value: 15, note: 'near pit' });
  });
  it('the heap: 900 at 40 are 22.5; then 700 at 100 are 7', () => {
    expect(value('waste-space-life', 0)).toEqual({ value: 22.5, note: 'heap' });
    expect(value('waste-space-life', 1)).toEqual({ value: 7, note: 'heap' });
  });
  it('without a reserve there is no figure, and it says why', () => {
    const open = handNetwork({
      commodities: { ore: { unit: 't', title: 'Ore' } },
      processes: [{ id: 'pit', flows: { ore: 1 } }],
    });
    const found = kpiByName('reserve-life')?.value(
      handPlan(open, [{ activity: { pit: [1, 1, 1, 1] } }], 0),
      0,
    );
    expect(found).toEqual({ value: null, note: 'no mine with a reserve is worked' });
  });
});
