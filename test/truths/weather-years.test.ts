/**
 * Several weather years in one plan: what each has to keep by itself, what holds in their mean, worked out on paper and
 * through the whole flow.
 */
import { describe, expect, it } from 'vitest';
import { kpiByName } from '../../src/accounts/kpi-names.ts';
import { inWeatherYear } from '../../src/plan/in-weather-year.ts';
import { verify } from '../../src/plan/verify.ts';
import type { HandSpec } from '../hand-network.ts';
import { handNetwork, handYears } from '../hand-network.ts';
import { planText } from '../plan-text.ts';
import { solveNetwork } from '../solve-network.ts';

describe('a windy and a calm year of two hours', () => {
  // The load asks for 1 in each hour: 2 a year. Wind of 2 MW gives 2 in each hour of the windy year and nothing in the calm
  // one, where 2 are bought at 10: (0 + 20) ÷ 2 = 10 in the mean year.
  const spec = (grid: { readonly maxPerYear?: number }): HandSpec => ({
    commodities: { electricity: { unit: 'MWh', kind: 'energy' } },
    series: { wind: [[1, 1, 0, 0]] },
    phases: [{ grid: handYears(2, ['windy', 'calm']) }],
    processes: [
      {
        id: 'wind',
        flows: { electricity: 1 },
        size: { min: 2, max: 2, fixed: true },
        weather: 'wind',
      },
      { id: 'grid', kind: 'buy', flows: { electricity: 1 }, variableCost: 10, ...grid },
      {
        id: 'load',
        flows: { electricity: -1 },
        size: { min: 1, max: 1, fixed: true },
        output: 8760,
        shortfallValue: 100,
      },
    ],
    stores: [{ id: 'store', holds: 'electricity', content: { annuity: 0, max: 1000 } }],
  });

  it('nothing is carried from one into the other: 2 are bought in the calm year, 10 in the mean', async () => {
    const { plan, verification } = await solveNetwork(handNetwork(spec({})));
    expect(plan.netPresentCost).toBeCloseTo(10, 6);
    const [, grid] = plan.phases[0].activity;
    expect(grid[0][2] + grid[0][3]).toBeCloseTo(2, 6);
    expect(verification.holds).toBe(true);
  });

  it('a limit of 1 a year holds in the calm year, not in the mean: 1 is bought and 1 is missing there', async () => {
    // Per year means per 8 760 hours; these years have two. Bought (0 + 1) ÷ 2 × 10 = 5; missing (0 + 1) ÷ 2 at 100 = 50.
    const { plan, verification } = await solveNetwork(handNetwork(spec({ maxPerYear: 4380 })));
    expect(plan.netPresentCost).toBeCloseTo(5, 6);
    expect(plan.phases[0].shortfall[2]).toBeCloseTo(0.5, 6);
    expect(plan.shortfallPenalty).toBeCloseTo(50, 5);
    expect(verification.holds).toBe(true);
    expect(inWeatherYear(plan, 0).phases[0].shortfall[2]).toBeCloseTo(0, 6);
    expect(inWeatherYear(plan, 1).phases[0].shortfall[2]).toBeCloseTo(1, 6);
    // One more a year, in each year, saves the 100 − 10 of the calm one in half of all years.
    expect(plan.phases[0].yearLimitPrice[1]).toBeCloseTo(45, 4);
  });

  it('a plan whose years keep the limit only in their mean is caught', async () => {
    const network = handNetwork(spec({ maxPerYear: 4380 }));
    const { plan } = await solveNetwork(handNetwork(spec({})));
    const found = verify({ ...plan, network });
    expect(found.holds).toBe(false);
    expect(found.gaps.find(({ what }) => what === 'yearly limit')?.where).toMatch(/calm$/);
  });
});

const PARK = (weather: string) => `
kombinat: 1
park: Years
weather: ${weather}
sites: { works: { at: [51.7, 75.3] } }
plants:
  wind: { plant: wind-farm }
  smelter: { plant: prebake-potline-modulating, output: 100 kt/a }
  turbine: { plant: gas-turbine }
stores:
  battery: { store: battery }
buy:
  grid electricity: { cost: 62 USD/MWh, max: 100 GWh/a }
  natural gas: 25 USD/MWh
promises:
  - { promise: renewable share, at least: 70 %, bind: true }
`;

describe('a park of several weather years', () => {
  const two = PARK('{ year: synthetic, seeds: [2025, 2026] }');
  const options = { hours: 168, consecutive: true } as const;

  it('each year by itself balances, keeps its outputs and limits, and returns its stores', async () => {
    const run = await planText(two, options);
    expect(run.status, run.message).toBe('optimal');
    const plan = run.plan!;
    expect(plan.network.phases[0].grid.steps).toBe(336);
    for (const at of [0, 1]) {
      const alone = verify(inWeatherYear(plan, at));
      expect(alone.checked).toBeGreaterThan(1000);
      // Money and promises are of the mean year; every other gap is none.
      const others = alone.gaps.filter(({ what }) => what !== 'money' && what !== 'promise');
      expect(others[0].relative, `${others[0].what} ${others[0].where}`).toBeLessThan(1e-6);
    }
  });

  it('the promised share holds in the mean, and the years lie on both sides of it', async () => {
    const plan = (await planText(two, options)).plan!;
    const share = (of: typeof plan) => kpiByName('renewable-share')?.value(of, 0).value ?? Number.NaN;
    const used = (of: typeof plan) => kpiByName('electricity-used')?.value(of, 0).value ?? Number.NaN;
    const years = [0, 1].map((at) => inWeatherYear(plan, at));
    expect(share(plan)).toBeCloseTo(70, 4);
    const [low, high] = years.map(share).sort((a, b) => a - b);
    expect(low).toBeLessThan(70 - 0.1);
    expect(high).toBeGreaterThan(70 + 0.1);
    // The share of the mean year weighs each year by the electricity that it uses.
    const weighed = years.reduce((sum, year) => sum + share(year) * used(year), 0);
    expect(weighed / years.reduce((sum, year) => sum + used(year), 0)).toBeCloseTo(70, 4);
    expect(used(plan)).toBeCloseTo((used(years[0]) + used(years[1])) / 2, 6);
  });

  it('the same year twice is that year once', async () => {
    const rows = Array.from({ length: 8760 }, (_, hour) => (0.5 + 0.5 * Math.sin(hour / 9)).toFixed(4));
    const file = ['hour,works/wind', ...rows.map((value, hour) => `${hour},${value}`)].join('\n');
    const cost = async (weather: string): Promise<number> => {
      const text = PARK(weather);
      const readText = (name: string) => (name === 'w.csv' ? file : name === 'test.park.yaml' ? text : null);
      const run = await planText(text, { ...options, readText });
      expect(run.status, run.message).toBe('optimal');
      return run.plan!.netPresentCost;
    };
    const [once, twice] = [await cost('{ file: w.csv }'), await cost('{ file: [w.csv, w.csv] }')];
    expect(Math.abs(twice / once - 1)).toBeLessThan(1e-6);
  });

  it('typical weeks are chosen from all years, and their weights sum to one', async () => {
    const run = await planText(two, { hours: 336 });
    expect(run.status, run.message).toBe('optimal');
    const { grid } = run.plan!.network.phases[0];
    expect(grid.steps).toBe(336);
    expect(grid.weight.reduce((sum, each) => sum + each, 0)).toBeCloseTo(8760, 6);
    // No week runs from one year into the next.
    for (const { first, count } of grid.segments) {
      const [begin, end] = [grid.sourceHour[first], grid.sourceHour[first + count - 1]];
      expect(Math.floor(begin / 8760)).toBe(Math.floor(end / 8760));
    }
  });
});
