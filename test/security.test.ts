/**
 * Firm power, stored hours and the conversion of a line that stands, from the text of a park to its plan with the project's
 * own library. A line of 300 kt/a draws 300 000 ÷ 8 760 × 13.57 MWh/t = 464.8 MW at nameplate.
 */
import { describe, expect, it } from 'vitest';
import type { Run } from '../src/run/run.ts';
import { why } from '../src/run/why.ts';
import { planJson } from '../src/show/plan-json.ts';
import { report } from '../src/show/report.ts';
import { planText } from './plan-text.ts';

const PARK = `
kombinat: 1
park: Firm
prices in: USD 2025
plants:
  turbines: { plant: gas-turbine }
  smelter: { plant: prebake-potline, output: 300 kt/a }
stores:
  battery: { store: battery }
buy:
  alumina: 420 USD/t
  grid electricity: { cost: 62 USD/MWh, max: 600 MW }
scenarios:
  asked: { plants.smelter.firm power: { share: 60 %, hours: 5 h, without: [grid electricity] } }
  each: { plants.smelter.firm power: { share: 60 %, hours: 5 h, without: each } }
  misspelt: { plants.smelter.firm power: { share: 60 %, hours: 5 h, without: [grid electricty] } }
  of-turbines: { plants.turbines.firm power: { share: 60 %, hours: 5 h } }
  kept: { stores.battery.never below: 2 h of smelter }
`;

const size = (run: Run, plant: string, of = 'output'): number => {
  expect(run.status, run.message).toBe('optimal');
  const row = run.capacities.find((each) => each.plant === plant && each.of === of)!;
  return row.existing + row.built;
};

describe('firm power of a potline', () => {
  it('with the grid lost turbines and battery carry 60 % of 464.8 MW, and the report says who does', async () => {
    const run = await planText(PARK, { scenario: 'asked' });
    const carried = size(run, 'turbines') + size(run, 'battery', 'power');
    expect(carried).toBeGreaterThan(278.8);
    const [{ load, carried: by }] = (
      planJson(run) as { phases: { outages: { load: number; carried: { megawatts: number }[] }[] }[] }
    ).phases[0].outages;
    expect(load).toBeCloseTo(278.88, 1);
    expect(by.reduce((sum, { megawatts }) => sum + megawatts, 0)).toBeGreaterThan(278.8);
    const page = report(run);
    expect(page).toContain('Security of supply');
    expect(page).toContain('grid electricity lost');
  }, 60_000);
  it('each: the grid lost, and the turbines lost', async () => {
    const run = await planText(PARK, { scenario: 'each' });
    expect(run.network?.security?.cases.map(({ title }) => title).sort()).toEqual([
      'grid electricity lost',
      'turbines lost',
    ]);
  }, 60_000);
  it('a battery that is never below two hours of the smelter holds 2 × 464.8 ÷ 0.93 MWh or more at every hour', async () => {
    const run = await planText(PARK, { scenario: 'kept' });
    const battery = run.network!.stores.findIndex(({ id }) => id === 'battery');
    const { dischargeEfficiency } = run.network!.stores[battery];
    const least = Math.min(...run.plan!.phases[0].level[battery]);
    expect(least * dischargeEfficiency).toBeGreaterThan(929.5);
  }, 60_000);
  it('a turbine on hydrogen that the park must make itself is no firm supply', async () => {
    const own = PARK.replace('gas-turbine }', 'hydrogen-turbine }\n  electrolysis: { plant: electrolyser }');
    const run = await planText(own.replace('without: [grid electricity]', 'without: [turbines]'), {
      scenario: 'asked',
    });
    const [told] = run.issues.filter(({ code }) => code === 'firm-supply-unknown');
    expect(told.found).toBe('turbines');
    expect(told.remedy).toContain('grid electricity, battery');
  }, 60_000);
  it('a name that gives no firm power is told with its near miss; what draws nothing asks for nothing', async () => {
    const misspelt = await planText(PARK, { scenario: 'misspelt' });
    expect(misspelt.issues.map(({ code, near }) => [code, near])).toContainEqual([
      'firm-supply-unknown',
      'grid electricity',
    ]);
    const nothing = await planText(PARK, { scenario: 'of-turbines' });
    expect(nothing.issues.map(({ code }) => code)).toContain('firm-power-of-nothing');
  });
});

describe('shell heat exchangers on a line that stands', () => {
  const LINE = `
kombinat: 1
park: A line that stands
prices in: USD 2025
plants:
  old: { plant: prebake-potline, existing: 200 kt/a }
  widened: { plant: prebake-potline-essen, converts: old, capacity: 80 kt/a, output: 75 kt/a }
  wind: { plant: wind-farm, capacity: 0 MW }
sell:
  liquid aluminium: { price: 2500 USD/t, min: 190 kt/a }
buy:
  alumina: 420 USD/t
  grid electricity: 62 USD/MWh
`;
  it('80 of 200 kt/a turned: 120 stand as they were, and 80 000 t/a × 400 USD = 32 million are invested', async () => {
    const run = await planText(LINE);
    expect(size(run, 'old')).toBeCloseTo(120, 6);
    expect(size(run, 'widened')).toBeCloseTo(80, 6);
    const investment = run.kpis[0].find(({ id }) => id === 'investment')!;
    const unit = investment.unit.startsWith('bn') ? 1e3 : 1;
    expect((investment.value ?? 0) * unit).toBeCloseTo(32, 3);
  }, 60_000);
  it('why: what is given up of the old line is part of the account, which comes out even', async () => {
    const text = LINE.replace(
      'old: { plant: prebake-potline,',
      'old: { plant: prebake-potline, cost: { variable: 120 USD/t },',
    );
    const chosen = await planText(text.replace(', capacity: 80 kt/a, output: 75 kt/a', ''));
    expect(size(chosen, 'widened')).toBeCloseTo(200, 3);
    const [{ lines, oneMore }] = why(chosen, 'widened');
    // A size and no yearly amount: it stands in the words of its line.
    expect(lines.map(({ what, amount }) => [what, amount])).toContainEqual([
      '200 kt/a of old, given up for it',
      null,
    ]);
    expect(Math.abs(oneMore)).toBeLessThan(1);
  }, 60_000);
  it('the plan chooses: none where power costs the same at all hours', async () => {
    const run = await planText(LINE.replace(', capacity: 80 kt/a, output: 75 kt/a', ''));
    expect(size(run, 'old')).toBeCloseTo(200, 4);
    expect(size(run, 'widened')).toBeCloseTo(0, 4);
  }, 60_000);
});
