/** What a promise pays for, on a park of wind, grid and load that fits on paper (see `why.test.ts`). */
import { describe, expect, it } from 'vitest';
import { handNetwork } from '../../test/hand-network.ts';
import { handPromise } from '../../test/hand-promise.ts';
import { runNetwork } from '../../test/run-network.ts';
import { judgePromises } from '../accounts/promises.ts';
import { REGISTER } from '../accounts/register.ts';
import { withWhatTheyPayFor } from './paid-by-promises.ts';

const park = (grid: number) =>
  handNetwork({
    commodities: { electricity: { unit: 'MWh', kind: 'energy' } },
    series: { wind: [[0.6, 0.6, 0.6, 0.6]] },
    processes: [
      { id: 'wind', flows: { electricity: 1 }, size: { annuity: 600 }, weather: 'wind', renewable: 1 },
      { id: 'grid', kind: 'buy', flows: { electricity: 1 }, variableCost: grid },
      {
        id: 'load',
        flows: { electricity: -1 },
        size: { min: 100, max: 100, fixed: true },
        output: 876_000,
      },
    ],
    promises: [handPromise({ targets: [{ year: 2030, value: 0.5 }] })],
  });

async function paidFor(grid: number) {
  const { network, program, solution, plan } = await runNetwork(park(grid));
  if (network === null || program === null || solution === null || plan === null) throw new Error('no plan');
  return withWhatTheyPayFor({ network, program, solution }, plan, judgePromises(plan, REGISTER))[0].paysFor;
}

describe('half of 100 MW from wind of 60 % at 600 a year and MW', () => {
  // A MWh of wind costs 600 ÷ 2.4 = 250. The promise prices it at λ ÷ 2 and takes λ ÷ 2 from each MWh of grid, which is then
  // worth its cost and λ ÷ 2. So cost of the grid + λ = 250.
  it('grid at 50: λ is 200, the promise pays 100 of 250', async () => {
    const [wind, ...others] = await paidFor(50);
    expect(others).toEqual([]);
    expect(wind).toMatchObject({ title: 'wind', unit: 'MW' });
    expect(wind.size).toBeCloseTo(50 / 0.6, 6);
    expect(wind.share).toBeCloseTo(0.4, 6);
  });

  it('grid at 150: λ is 100, the promise pays 50 of 250: too little to be told', async () => {
    expect(await paidFor(150)).toEqual([]);
  });
});
