/**
 * A promise is told as bound where it costs something, and only there, whichever solver found the plan: a target just above what
 * the park does anyway against one just below it.
 */
import { describe, expect, it } from 'vitest';
import { kpiByName } from '../../src/accounts/kpi-names.ts';
import type { PromiseRow } from '../../src/accounts/promise-row.ts';
import { judgePromises } from '../../src/accounts/promises.ts';
import { REGISTER } from '../../src/accounts/register.ts';
import type { Network } from '../../src/network/network.ts';
import { extract } from '../../src/plan/extract.ts';
import { buildProgram } from '../../src/program/build-program.ts';
import { boundPromises, measureOf } from '../../src/run/bound-promises.ts';
import { promisePrice, promiseStatus } from '../../src/show/wording.ts';
import { interiorSolver } from '../../src/solve/interior-solver.ts';
import type { Solver } from '../../src/solve/solver.ts';
import { SEARCH } from '../../src/solve/whole-units.ts';
import { handGrid, handNetwork } from '../hand-network.ts';
import { handPromise } from '../hand-promise.ts';
import { answerOf, solver as highs } from '../solve-network.ts';

const SOLVERS = [
  ['HiGHS', highs],
  ['interior point', interiorSolver({ clock: () => performance.now() / 1000 })],
] as const;

async function planned(network: Network, by: Solver): Promise<{ cost: number; row: PromiseRow }> {
  const measures = boundPromises(network, kpiByName).map((promise) => measureOf(promise));
  const answer = await answerOf(network, measures, SEARCH, by);
  expect(answer.solution.status).toBe('optimal');
  const plan = extract(network, measures, buildProgram(network, measures), answer);
  return { cost: plan.netPresentCost, row: judgePromises(plan, REGISTER)[0] };
}

describe.each(SOLVERS)(
  'wind of 1, 0.8, 0.5 and 0.2 at 100 a MW beside a grid of 60, a load of 100 GW: by %s',
  (_, by) => {
    // Up to 100 GW a GW of wind serves 2.5 GWh, 150 for 100; from there on the first hour is full, and 1.5 × 60 < 100. So 100 GW stand,
    // which serve 250 of 400 GWh: 62.5 %. A point more, 4 GWh, is 4000 ÷ 1.5 MW at 100 less 4000 MWh at 60.
    const park = (value: number) =>
      handNetwork({
        commodities: { electricity: { unit: 'MWh', kind: 'energy' } },
        phases: [{ grid: handGrid([[4, 1]]) }],
        series: { wind: [[1, 0.8, 0.5, 0.2]], flat: [[1, 1, 1, 1]] },
        processes: [
          { id: 'wind', flows: { electricity: 1 }, size: { annuity: 100 }, weather: 'wind', renewable: 1 },
          { id: 'grid', kind: 'buy', flows: { electricity: 1 }, variableCost: 60 },
          {
            id: 'load',
            flows: { electricity: -1 },
            size: { min: 1e5, max: 1e5, fixed: true },
            weather: 'flat',
            output: 876e6,
          },
        ],
        promises: [handPromise({ targets: [{ year: 2030, value }] })],
      });

    it.each([0.1, 0.5, 0.62])(
      'a promise of %d costs exactly nothing and is not told as bound',
      async (value) => {
        const { cost, row } = await planned(park(value), by);
        expect(cost / (1e5 * 100 + 150_000 * 60)).toBeCloseTo(1, 5);
        expect(row.value).toBeCloseTo(62.5, 4);
        expect(row).toMatchObject({ status: 'kept', bound: true, price: 0 });
        expect(promiseStatus(row)).toBe('kept anyway');
        expect(promisePrice(row, 'USD')).toBe('nothing: kept anyway');
      },
    );

    it.each([0.626, 0.64, 0.66])(
      'a promise of %d is told as bound, at what a point more costs',
      async (value) => {
        const [less, more] = [await planned(park(value), by), await planned(park(value + 0.001), by)];
        const point = (4000 / 1.5) * 100 - 4000 * 60;
        expect(promiseStatus(less.row)).toBe('kept, bound');
        expect((less.row.price ?? 0) / point).toBeCloseTo(1, 4);
        expect((more.cost - less.cost) / 0.1 / point).toBeCloseTo(1, 3);
      },
    );
  },
);

describe.each(SOLVERS)('a green supply that is dearer by 0.005 %: by %s', (_, by) => {
  // 30 % of 2 TWh at 40.002 rather than 40: a point is 20 GWh at 0.002.
  it('costs 40 a point of 80 million, which is little and no dust', async () => {
    const { row } = await planned(
      handNetwork({
        commodities: { electricity: { unit: 'MWh', kind: 'energy' } },
        phases: [{ grid: handGrid([[2, 1]]) }],
        processes: [
          { id: 'grid', kind: 'buy', flows: { electricity: 1 }, variableCost: 40 },
          { id: 'green', kind: 'buy', flows: { electricity: 1 }, variableCost: 40.002, renewable: 1 },
          {
            id: 'load',
            flows: { electricity: -1 },
            size: { min: 1e6, max: 1e6, fixed: true },
            output: 876e7,
          },
        ],
        promises: [handPromise({ targets: [{ year: 2030, value: 0.3 }] })],
      }),
      by,
    );
    expect(promiseStatus(row)).toBe('kept, bound');
    expect(row.price).toBeCloseTo(20_000 * 0.002, 1);
  });
});
