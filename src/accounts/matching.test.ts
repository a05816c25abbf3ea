/**
 * Readings of the renewable share on the park in `test/hand-park.ts`, of which a tenth of the grid is renewable:
 *
 *   hour                              0     1     2     3   year
 *   wind + a tenth of the grid      255   150    32   180    617
 *   sold                              0     0     0    40     40
 *   smelter                         140   140   140   140    560
 *   into the battery, of wind       115    10     0     0    125      all of it: 115 and 10 are what the smelter leaves
 *   out of it                         0     0    90     0     90
 *   matched                         140   140   122   140    542
 *
 * By hour 542 ÷ 560 = 96.786 %: the 35 MWh that the battery loses are all of wind. By year 577 ÷ 595 = 96.975 %.
 */
import { describe, expect, it } from 'vitest';
import { type HandSpec, handGrid, handNetwork, handPlan } from '../../test/hand-network.ts';
import { HAND_PARK, HAND_PHASE, handParkNetwork, handParkPlan } from '../../test/hand-park.ts';
import { handPromise } from '../../test/hand-promise.ts';
import type { Plan } from '../plan/plan.ts';
import { judgePromises } from './promises.ts';
import { REGISTER } from './register.ts';

const figure = (plan: Plan, id: string) => REGISTER.find((kpi) => kpi.id === id)!.value(plan, 0);
const plan = handParkPlan();

describe('the park of four hours', () => {
  it.each([
    ['renewable-share', 57_700 / 595],
    // All four hours are of January.
    ['renewable-share-by-month', 57_700 / 595],
    ['renewable-share-by-hour', 54_200 / 560],
    // Wind alone: 140 + 140 + (30 + 90) + 140.
    ['cfe-score', 54_000 / 560],
    // The 20 MWh of the grid fill what hour 2 lacks: a tenth of them.
    ['cfe-score-with-grid', 54_200 / 560],
    // 615 of wind, 40 sold with them, for 560 of load.
    ['annual-volume-matching', 100],
  ])('%s is %f %%', (id, value) => {
    expect(figure(plan, id).value).toBeCloseTo(value, 9);
  });

  it('the clean share of the grid follows the hour: 90 % in hour 2 makes 18 of the 20 MWh clean', () => {
    const spec: HandSpec = {
      ...HAND_PARK,
      series: { ...HAND_PARK.series, clean: [[0.1, 0.1, 0.9, 0.1]] },
      processes: HAND_PARK.processes.map((one) =>
        one.id === 'grid' ? { ...one, clean: 1, cleanShape: 'clean' } : one,
      ),
    };
    const found = handPlan(handNetwork(spec), [HAND_PHASE], -64_000);
    expect(figure(found, 'cfe-score-with-grid').value).toBeCloseTo((100 * (540 + 18)) / 560, 9);
    expect(figure(found, 'cfe-score').value).toBeCloseTo(54_000 / 560, 9);
  });

  it('a promise of 96.9 % is kept by year and by month, and broken by hour', () => {
    const promises = (['year', 'month', 'hour'] as const).map((countedBy) =>
      handPromise({ id: countedBy, countedBy, bind: false, targets: [{ year: 2030, value: 0.969 }] }),
    );
    const rows = judgePromises(handPlan(handParkNetwork({ promises }), [HAND_PHASE], -64_000), REGISTER);
    expect(rows.map(({ status }) => status)).toEqual(['at risk', 'at risk', 'broken']);
    expect(rows.map(({ periods }) => periods.map(({ label }) => label))).toEqual([
      [],
      ['January'],
      ['January'],
    ]);
  });
});

describe('what is stored', () => {
  /** Wind and grid of 100 % and 0 %; a battery that loses nothing; load 10. Rates of four hours. */
  const spec = (lossy = 1): HandSpec => ({
    commodities: { electricity: { unit: 'MWh', kind: 'energy' } },
    processes: [
      { id: 'wind', flows: { electricity: 1 }, size: {}, renewable: 1 },
      { id: 'grid', kind: 'buy', flows: { electricity: 1 } },
      { id: 'load', flows: { electricity: -1 }, size: {} },
    ],
    stores: [{ id: 'battery', holds: 'electricity', content: {}, powerSize: {}, chargeEfficiency: lossy }],
  });
  const shareOf = (
    wind: number[],
    grid: number[],
    battery: { level: number[]; charge: number[]; discharge: number[] },
    lossy = 1,
  ) =>
    figure(
      handPlan(
        handNetwork(spec(lossy)),
        [
          {
            built: { wind: 100, load: 10, 'battery/content': 100, 'battery/power': 100 },
            activity: { wind, grid, load: [10, 10, 10, 10] },
            stores: { battery },
          },
        ],
        0,
      ),
      'renewable-share-by-hour',
    ).value;

  it('of the grid stays of the grid: 10 of 40 are matched', () => {
    const battery = { level: [10, 0, 0, 0], charge: [10, 0, 0, 0], discharge: [0, 10, 0, 0] };
    expect(shareOf([0, 0, 10, 0], [20, 0, 0, 10], battery)).toBeCloseTo(25, 9);
  });

  it('half of wind, half of the grid: wind comes out as long as there is some', () => {
    // Hour 0: wind 15 for a load of 10, 5 of it and 5 of the grid are stored; hours 1 and 2 take 5 each; only 5 are of wind.
    const battery = { level: [10, 5, 0, 0], charge: [10, 0, 0, 0], discharge: [0, 5, 5, 0] };
    expect(shareOf([15, 0, 0, 0], [5, 5, 5, 10], battery)).toBeCloseTo((100 * 15) / 40, 9);
  });

  it('over the turn of the year: stored in the last hour, used in the first', () => {
    const battery = { level: [0, 0, 0, 10], charge: [0, 0, 0, 10], discharge: [10, 0, 0, 0] };
    expect(shareOf([0, 10, 10, 20], [0, 0, 0, 0], battery)).toBeCloseTo(100, 9);
  });

  it('losses of wind count on neither side, losses of the grid as used', () => {
    const battery = { level: [10, 0, 0, 0], charge: [20, 0, 0, 0], discharge: [0, 10, 0, 0] };
    expect(shareOf([30, 0, 10, 10], [0, 0, 0, 0], battery, 0.5)).toBeCloseTo(100, 9);
    expect(shareOf([10, 0, 10, 10], [20, 0, 0, 0], battery, 0.5)).toBeCloseTo((100 * 30) / 50, 9);
  });

  it('burning counts for nothing: 100 MWh of wind that go in and out at once leave the share as it was', () => {
    const still = { level: [0, 0, 0, 0], charge: [0, 0, 0, 0], discharge: [0, 0, 0, 0] };
    const burnt = { level: [0, 0, 0, 0], charge: [100, 0, 0, 0], discharge: [50, 0, 0, 0] };
    expect(shareOf([10, 0, 0, 0], [0, 10, 10, 10], still, 0.5)).toBeCloseTo(25, 9);
    expect(shareOf([60, 0, 0, 0], [0, 10, 10, 10], burnt, 0.5)).toBeCloseTo(25, 9);
  });
});

describe('typical weeks', () => {
  const phases = [
    {
      grid: handGrid([
        [2, 3],
        [2, 1],
      ]),
    },
  ];
  const typical = (countedBy: 'month' | 'hour') => {
    const promises = [handPromise({ countedBy, bind: false, targets: [{ year: 2030, value: 0.1 }] })];
    return handPlan(handParkNetwork({ phases, promises }), [HAND_PHASE], 0);
  };

  it('have no months, and their hours are told with a word of warning', () => {
    expect(figure(typical('month'), 'renewable-share-by-month').value).toBeNull();
    expect(figure(typical('hour'), 'renewable-share-by-hour').note).toMatch(/no claim by hour/);
    expect(figure(typical('hour'), 'cfe-score').note).toMatch(/no claim by hour/);
  });

  it.each(['month', 'hour'] as const)('judge no promise that is counted by %s', (countedBy) => {
    const [row] = judgePromises(typical(countedBy), REGISTER);
    expect(row.status).toBe('untested');
    expect(row.note).toMatch(/--hours year.*by year it is/);
  });
});
