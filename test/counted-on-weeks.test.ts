/** A promise counted by month or by hour on typical weeks, which have neither: terminal, report and JSON warn of it. */
import { describe, expect, it } from 'vitest';
import { planJson } from '../src/show/plan-json.ts';
import { report } from '../src/show/report.ts';
import { summary } from '../src/show/summary.ts';
import { planText } from './plan-text.ts';

const park = (promise: string) => `
kombinat: 1
park: Weeks
sites: { works: { at: [51.7, 75.3] } }
plants:
  wind: { plant: wind-farm, capacity: { max: 3 GW } }
  smelter: { plant: prebake-potline, output: 100 kt/a }
buy: { grid electricity: { cost: 60 USD/MWh, max: 500 MW } }
promises:
  - { promise: renewable share, at least: 10 %, ${promise} }
`;
interface Told {
  readonly promises: readonly { readonly status: string; readonly note: string; readonly warning: string }[];
  readonly issues: readonly { readonly code: string; readonly severity: string; readonly line: number }[];
}

describe.each([
  ['month', /typical weeks have no months: by month it takes every hour of the year/],
  ['hour', /told for the weeks chosen to stand for the year: by hour it takes every hour of the year/],
] as const)('counted by %s', (period, words) => {
  const code = `counted-by-${period}-on-weeks`;

  it('and bound: terminal, report and JSON warn, and what costs nothing is kept anyway', async () => {
    const run = await planText(park(`counted by: ${period}, bind: true`));
    expect(run.status, run.message).toBe('optimal');
    const said = summary(run, 200);
    expect(said).toMatch(/≥ 10 % 2030 +kept anyway/);
    expect(said).toMatch(words);
    expect(report(run)).toMatch(words);
    const { promises, issues } = planJson(run) as Told;
    expect(promises[0].warning).toMatch(words);
    expect(promises[0]).toMatchObject({ bound: true, price: 0 });
    expect(issues).toMatchObject([{ code, severity: 'warning', line: 10 }]);
  });

  it('and checked only: it is untested, and the terminal says why', async () => {
    const run = await planText(park(`counted by: ${period}`));
    expect(run.promises[0].status).toBe('untested');
    expect(summary(run, 200)).toMatch(words);
    expect(report(run)).toMatch(words);
    expect((planJson(run) as Told).issues).toMatchObject([{ code, severity: 'warning', line: 10 }]);
  });

  it('on consecutive hours there is nothing to warn of', async () => {
    const run = await planText(park(`counted by: ${period}, bind: true`), { consecutive: true });
    expect(run.issues).toEqual([]);
    expect(run.promises[0].warning).toBe('');
  });
});
