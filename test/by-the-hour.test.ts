/** What markets ask by the hour, and weather years, as summary, report and JSON tell them. */
import { describe, expect, it } from 'vitest';
import { marketHoursRows, marketHoursWords, paidByHour } from '../src/accounts/market-hours.ts';
import { costRows } from '../src/accounts/money-flows.ts';
import { checkPark } from '../src/run/plan-park.ts';
import type { Run } from '../src/run/run.ts';
import { why } from '../src/run/why.ts';
import { planJson } from '../src/show/plan-json.ts';
import { report } from '../src/show/report.ts';
import { summary } from '../src/show/summary.ts';
import { handGrid, handNetwork, handPlan } from './hand-network.ts';
import { planText, requestOf } from './plan-text.ts';

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
        outHours: 1,
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
      'Grid: cost 20 to 80 USD/MWh by the hour, mean 50; capacity charge 40 USD/a per MW of the highest hour; out 1 h a year',
    );
  });

  it('what was paid', () => {
    const { amount, paid, highest, charged } = paidByHour(plan, 0, row);
    expect(amount).toBeCloseTo(10, 9);
    expect(paid).toBeCloseTo(26, 9);
    expect([highest, charged]).toEqual([5, 200]);
  });

  it('the charge of 5 MW at 40 is a cost of its own, and no fixed operation', () => {
    const costs = Object.fromEntries(costRows(plan, 0).map(({ category, amount }) => [category, amount]));
    expect(costs).toMatchObject({ fixed: 0, 'capacity charges': 200, 'electricity bought': 260 });
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
    // One word for the charge, in every chart and table.
    const row = (...cells: string[]) => cells.map((cell) => `>${cell}</t[hd]>`).join('<td[^>]*');
    expect(page).toMatch(new RegExp(row('grid electricity, highest rate', 'Capacity charges')));
    expect(page).toMatch(new RegExp(row('Capacity charges', '[\\d.]+')));
    expect(page).toMatch(/>Capacity charge<\/th>/);
    expect(page).not.toMatch(
      new RegExp(row('grid electricity, highest rate', '(fixed cost|Fixed operation.*)')),
    );
    const asked = why(run, 'grid electricity').flatMap(({ lines }) => lines.map(({ what }) => what));
    expect(asked).toContain('capacity charge');
    expect(asked).not.toContain('fixed cost');
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

describe('an outage from 10 to 24 March: 15 days of 24 h, 360 h of the calendar year', () => {
  const park = (from: string, to: string) => `
kombinat: 1
park: Out in March
sites: { works: { at: [51.7, 75.3] } }
plants:
  wind: { plant: wind-farm, capacity: { max: 3 GW } }
  smelter: { plant: prebake-potline, output: 100 kt/a }
stores: { battery: { store: battery } }
buy:
  grid electricity: { cost: 60 USD/MWh, max: 500 MW, out: [{ from: ${from}, to: ${to} }] }
`;
  interface Told {
    readonly outHours: number;
    readonly outHoursPlanned: number;
    readonly outHoursStoodFor: number;
  }
  const jsonOf = (run: Run): Told =>
    (planJson(run) as { phases: { byTheHour: Told[] }[] }).phases[0].byTheHour[0];

  it('of which no hour is planned: 360 h a year are told, and that 0 of them are known to the plan', async () => {
    const run = await planText(park('10 Mar', '24 Mar'), { hours: 168, consecutive: true });
    expect(run.status, run.message).toBe('optimal');
    const words = 'planned outage of grid electricity: 0 of 360 h fall in the hours planned';
    expect(summary(run, 120)).toMatch(/grid electricity .* 360 h\/a/);
    expect(summary(run, 120)).toContain(words);
    expect(report(run)).toContain('<td class="number">360 h/a</td>');
    expect(report(run)).toContain(`P${words.slice(1)}.`);
    expect(jsonOf(run)).toMatchObject({ outHours: 360, outHoursPlanned: 0, outHoursStoodFor: 0 });
    expect(run.issues.map(({ code }) => code)).toEqual(['outage-unseen']);
  });

  it('of 2 to 16 January, of which the first 168 h of a year hold 149: each stands for 8 760 ÷ 168', async () => {
    const run = await planText(park('2 Jan', '16 Jan'), { hours: 168, consecutive: true });
    // The year begins on 1 January at 05:00 by the clock of the park: 19 h of the first day, then 149 h out.
    const weighed = (149 * 8760) / 168;
    expect(jsonOf(run)).toMatchObject({ outHours: 360, outHoursPlanned: 149 });
    expect(jsonOf(run).outHoursStoodFor).toBeCloseTo(weighed, 6);
    const words = '149 of 360 h fall in the hours planned, where they stand for 7\u202f769 h of the year';
    expect(summary(run, 160)).toContain(words);
    expect(report(run)).toContain(words);
    expect(marketHoursWords(marketHoursRows(run.network!, 0)[0])).toContain(`out 360 h a year (${words})`);
    expect(run.issues.map(({ code }) => code)).toEqual(['outage-partly-seen']);
  });

  it('of which every hour is planned, in one weather year and in two: nothing more is told', async () => {
    for (const seeds of ['', 'weather: { year: synthetic, seeds: [2025, 2026] }\n']) {
      const { network, issues } = await checkPark(
        requestOf(`${park('10 Mar', '24 Mar')}${seeds}`, { hours: 'year' }),
      );
      const [row] = marketHoursRows(network!, 0);
      expect([row.outHours, row.outHoursPlanned]).toEqual([360, 360]);
      expect(marketHoursWords(row)).toMatch(/; out 360 h a year$/);
      expect(issues).toEqual([]);
    }
  });
});
