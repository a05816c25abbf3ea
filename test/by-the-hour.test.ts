/** What markets ask by the hour, and weather years, as summary, report and JSON tell them. */
import { describe, expect, it } from 'vitest';
import { marketHoursRows, marketHoursWords, paidByHour } from '../src/accounts/market-hours.ts';
import { planJson } from '../src/show/plan-json.ts';
import { report } from '../src/show/report.ts';
import { summary } from '../src/show/summary.ts';
import { handGrid, handNetwork, handPlan } from './hand-network.ts';
import { planText } from './plan-text.ts';

describe('a grid of 20, 80, 20, 80 per MWh that is out in the last hour and charges 40 a year and MW', () => {
  // Bought 5, 1, 4, 0: 100 + 80 + 80 = 260 for 10 MWh; highest hour 5 MW at 40 = 200 a year.
  const network = handNetwork({
    commodities: { electricity: { unit: 'MWh', kind: 'energy' } },
    series: { price: [[0.4, 1.6, 0.4, 1.6]], open: [[1, 1, 1, 0]] },
    phases: [{ grid: handGrid([[4, 1]]) }],
    processes: [
      {
        id: 'grid',
        title: 'Grid',
        kind: 'buy',
        flows: { electricity: 1 },
        variableCost: 50,
        priceShape: 'price',
        openIn: 'open',
        carbon: 0.8,
        size: { fixedCost: 40 },
      },
      { id: 'mill', flows: { electricity: -1 }, size: {} },
    ],
  });
  const rates = [5, 1, 4, 0];
  const plan = handPlan(
    network,
    [{ built: { grid: 5, mill: 5 }, activity: { grid: rates, mill: rates } }],
    460,
  );
  const [row, ...others] = marketHoursRows(network, 0);

  it('what is asked', () => {
    expect(others).toEqual([]);
    expect(row.asked).toEqual({ low: 20, mean: 50, high: 80 });
    expect(row.carbon).toEqual({ low: 0.8, mean: 0.8, high: 0.8 });
    expect([row.charge, row.outHours]).toEqual([40, 1]);
    expect(marketHoursWords(row)).toBe(
      'Grid: cost 20 to 80 USD/MWh by the hour, mean 50; 40 USD/a per MW of the highest hour; out 1 h a year',
    );
  });

  it('what was paid', () => {
    const { amount, paid, highest, charged } = paidByHour(plan, 0, row);
    expect(amount).toBeCloseTo(10, 9);
    expect(paid).toBeCloseTo(26, 9);
    expect([highest, charged]).toEqual([5, 200]);
  });
});

describe('two weather years and a tariff', () => {
  const park = `
kombinat: 1
park: Two years
weather: { year: synthetic, seeds: [2025, 2026] }
sites: { works: { at: [51.7, 75.3] } }
plants:
  wind: { plant: wind-farm, capacity: 200 MW }
  smelter: { plant: prebake-potline, output: 100 kt/a }
buy:
  grid electricity: { cost: 40 USD/MWh, tariff: [{ hours: 7-23, cost: 70 USD/MWh }], capacity charge: 60 USD/kW/a }
`;

  it('stand in summary, report and JSON', async () => {
    const run = await planText(park, { hours: 168, consecutive: true });
    expect(run.status, run.message).toBe('optimal');
    const said = summary(run, 80);
    expect(said).toMatch(/seed 2025 +[\d.]+ %/);
    expect(said).toMatch(/seed 2026 +[\d.]+ %/);
    expect(said).toMatch(/grid electricity +40 to 70 USD\/MWh/);
    const page = report(run);
    expect(page).toContain('Year by year of the weather');
    expect(page).toContain('40 to 70 USD/MWh, mean 60');
    const [phase] = (
      planJson(run) as { phases: Record<string, { label?: string; id?: string; charged?: number }[]>[] }
    ).phases;
    expect(phase['weatherYears'].map(({ label }) => label)).toEqual(['seed 2025', 'seed 2026']);
    const [grid] = phase['byTheHour'];
    expect(grid.id).toBe('grid electricity');
    // The calmest hour takes all of the potline's load: some 147 MW at 60 000 USD.
    expect(grid.charged).toBeGreaterThan(60_000 * 100);
    expect(grid.charged).toBeLessThan(60_000 * 160);
  });
});

describe('a park that cannot hold in one of its weather years', () => {
  it('is told which year, once', async () => {
    const run = await planText(
      `
kombinat: 1
park: Too little
weather: { year: synthetic, seeds: [2025, 2026] }
sites: { works: { at: [51.7, 75.3] } }
plants:
  wind: { plant: wind-farm, capacity: 200 MW }
  smelter: { plant: prebake-potline, output: 100 kt/a }
buy:
  grid electricity: { cost: 60 USD/MWh, max: 500 GWh/a }
`,
      { hours: 168, consecutive: true },
    );
    expect(run.status).toBe('infeasible');
    const conflict = run.explanation?.conflict.map(({ text }) => text).join() ?? '';
    expect(conflict).toContain('grid electricity: at most 500');
    expect(summary(run, 200)).toMatch(/Electricity at .*– \d+ \w+ [\d:]+ of seed 202[56] \(/);
  });
});
