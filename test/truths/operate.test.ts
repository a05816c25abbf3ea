/**
 * A plan run in its own weather by someone who knows the whole year is that plan: through the whole flow, every hour of a year.
 */
import { describe, expect, it } from 'vitest';
import { operatePark } from '../../src/run/operate/operate-park.ts';
import { operationJson, operationText } from '../../src/show/operation-text.ts';
import { interiorSolver } from '../../src/solve/interior-solver.ts';
import { requestOf } from '../plan-text.ts';

const PARK = `
kombinat: 1
park: Small
prices in: USD 2025
weather: { year: synthetic, seed: 2025 }
sites: { works: { at: [51.7, 75.3] } }
plants:
  wind: { plant: wind-farm, capacity: { max: 600 MW } }
  sun: { plant: solar-park, capacity: { max: 1 GW } }
  smelter: { plant: prebake-potline, output: 100 kt/a }
stores:
  battery: { store: battery }
buy:
  alumina: 420 USD/t
  grid electricity: { cost: 62 USD/MWh, max: 120 MW }
`;

describe('the truth of operation', () => {
  it('perfect forecast, one window as long as the year, no outages: the cost is the plan’s to 1e-6, nothing is unserved', async () => {
    const solver = interiorSolver({ clock: () => performance.now() / 1000 });
    const operation = await operatePark({
      ...requestOf(PARK, {
        hours: 'year',
        solver,
        solve: { solver: 'interior', tolerance: 1e-8, timeLimit: 240 },
      }),
      years: 1,
      firstSeed: 2025,
      window: 8784,
      step: 8784,
      forecastError: 0,
      outages: false,
      windowSolver: solver,
    });
    expect([operation.status, operation.message]).toEqual([
      'optimal',
      'Everything was served in 1 weather year.',
    ]);
    const { plan } = operation.run;
    const yearly = (plan?.netPresentCost ?? Number.NaN) / (plan?.network.phases[0].weight ?? Number.NaN);
    const [{ figures, windows, verification }] = operation.years;
    expect(windows).toBe(1);
    expect([verification.holds, verification.largestGap.relative < 1e-6]).toEqual([true, true]);
    // Hour by hour: balances, limits and contents of 8 760 hours, as run and with foresight.
    expect(verification.checked).toBeGreaterThan(2 * 20 * 8760);
    expect(operationText(operation, 300)).toMatch(
      /^Largest gap without the solver: .* \(seed 2025\); .* checks\.$/m,
    );
    const { years } = operationJson(operation) as { years: { verification: object }[] };
    expect(years[0].verification).toMatchObject({ holds: true, checked: verification.checked });
    expect(Math.abs((operation.standingCost + figures.running) / yearly - 1)).toBeLessThan(1e-6);
    expect(figures.unserved).toEqual({ energy: 0, hours: 0, share: 0 });
    const share = operation.run.kpis[0].find(({ id }) => id === 'renewable-share')?.value ?? Number.NaN;
    expect(Math.abs((figures.renewableShare ?? Number.NaN) / share - 1)).toBeLessThan(1e-4);
  }, 300_000);
});
