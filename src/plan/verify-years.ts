/**
 * Do the year's totals and the totals over the horizon hold: availability, yearly limits, space, outputs, promises?
 * In: a plan of the right shape. Out: ledger entries, each measured against the larger of limit and total. Availability,
 * yearly limits and outputs have to hold in each weather year by itself, promises and the horizon in the mean of them.
 */
import type { MeasureTerm } from '../network/network.ts';
import { inYear } from '../network/per-year.ts';
import type { BalancePeriod } from '../units/time-grid.ts';
import type { Plan } from './plan.ts';
import { enter, FLOW_FLOOR, type Ledger } from './verify-ledger.ts';
import { yearHoursOfPeriods } from './verify-time.ts';

/** process → segment → units in a year of the phase, from weights and rates. */
function yearSegments(plan: Plan, phaseIndex: number): number[][] {
  const { network } = plan;
  const { grid } = network.phases[phaseIndex];
  return network.processes.map((process, number) => {
    const hours = yearHoursOfPeriods(grid, grid.periods[process.period]);
    return plan.phases[phaseIndex].activity[number].map((rates) => {
      let sum = 0;
      for (let period = 0; period < rates.length; period++) sum += rates[period] * hours[period];
      return sum;
    });
  });
}

const totalOf = (segments: readonly number[]): number => segments.reduce((sum, each) => sum + each, 0);

/** What a process does in a year of each weather year, told apart by its label; one without a label where there is but one. */
function weatherYears(plan: Plan, phaseIndex: number, process: number): { label: string; year: number }[] {
  const { grid } = plan.network.phases[phaseIndex];
  const { of } = grid.periods[plan.network.processes[process].period];
  return grid.weatherYears.map(({ label, first, count }) => {
    let year = 0;
    for (const rates of plan.phases[phaseIndex].activity[process])
      for (let step = first; step < first + count; step++) year += rates[of[step]] * grid.weight[step];
    return { label: label === '' ? '' : `, ${label}`, year: year * grid.weatherYears.length };
  });
}

function verifyProcessYears(plan: Plan, years: readonly number[][][], ledger: Ledger): void {
  const { network } = plan;
  for (const [number, process] of network.processes.entries()) {
    const { unit } = network.commodities[process.reference];
    let overHorizon = 0;
    for (const [index, phase] of network.phases.entries()) {
      const year = totalOf(years[index][number]);
      const shortfall = plan.phases[index].shortfall[number];
      const output = process.output === null ? null : inYear(process.output, phase.grid);
      const most = inYear(process.maxPerYear, phase.grid);
      const least = inYear(process.minPerYear, phase.grid);
      const compare = (what: string, missed: number, limit: number, label = '') =>
        enter(
          ledger,
          what,
          () => `${process.title}, ${phase.id}${label}`,
          missed,
          `${unit}/a`,
          Math.max(FLOW_FLOOR, Math.abs(limit), Math.abs(year)),
        );
      overHorizon += phase.years * year;
      for (const { label, year } of weatherYears(plan, index, number)) {
        if (process.yearShare !== null && process.capacity >= 0) {
          const limit =
            process.yearShare * phase.grid.hoursPerYear * plan.phases[index].capacities[process.capacity];
          compare('yearly availability', year - limit, limit, label);
        }
        if (Number.isFinite(most)) compare('yearly limit', year - most, most, label);
        if (least > 0) compare('yearly minimum', least - year, least, label);
        // A year may fall short where the park allows it; what all years miss together is held against the shortfall below.
        if (output !== null) {
          const missed = process.shortfallValue === null ? Math.abs(year - output) : year - output;
          compare('output', missed, output, label);
        }
      }
      if (output !== null) compare('output', Math.abs(year + shortfall - output), output);
      compare('shortfall below zero', -shortfall, output ?? 0);
      // Falling short exists only where the park allows it.
      if (output === null || process.shortfallValue === null)
        compare('shortfall not allowed', shortfall, output ?? 0);
    }
    if (Number.isFinite(process.maxOverHorizon)) {
      const scale = Math.max(FLOW_FLOOR, process.maxOverHorizon, Math.abs(overHorizon));
      const where = () => `${process.title}, over the horizon`;
      enter(ledger, 'horizon limit', where, overHorizon - process.maxOverHorizon, unit, scale);
    }
  }
}

/** period → hours of the year that it stands for: only those in the month, if one is named, each times its value in the series. */
function hoursIn(
  { network }: Plan,
  phase: number,
  period: BalancePeriod,
  { month, series }: { readonly month: number | undefined; readonly series: number | undefined },
): Float64Array {
  const { grid } = network.phases[phase];
  if (month === undefined && series === undefined) return yearHoursOfPeriods(grid, grid.periods[period]);
  const shape = series === undefined ? null : network.series[series].values[phase];
  const sum = new Float64Array(grid.periods[period].count);
  for (let step = 0; step < grid.steps; step++)
    if (month === undefined || grid.periods.month.of[step] === month)
      sum[grid.periods[period].of[step]] += grid.weight[step] * (shape === null ? 1 : shape[step]);
  return sum;
}

/** What a term of a measure comes to before its coefficient. */
function amountOf(plan: Plan, measure: number, phase: number, term: MeasureTerm): number {
  const { network } = plan;
  const { of, index, part, series } = term;
  const { capacities, activity, charge, discharge, matching } = plan.phases[phase];
  if (of === 'capacity') return capacities[index];
  const period =
    of === 'process'
      ? network.processes[index].period
      : of === 'store'
        ? network.nodes[network.stores[index].node].period
        : 'hour';
  const hours = hoursIn(plan, phase, period, { month: plan.measures[measure].month, series });
  const total = (rates: Float64Array | undefined): number =>
    rates?.reduce((sum, rate, at) => sum + hours[at] * rate, 0) ?? 0;
  if (of === 'process')
    return totalOf((part === undefined ? activity[index] : [activity[index][part]]).map(total));
  if (of === 'store') return total(charge[index]) - total(discharge[index]);
  const own = matching[measure];
  if (of === 'matched') return total(own?.matched);
  return total(own?.charge[index]) - total(own?.discharge[index]);
}

function verifyMeasure(plan: Plan, number: number, phase: number, ledger: Ledger): void {
  const measure = plan.measures[number];
  let sum = 0;
  let scale = FLOW_FLOOR;
  for (const term of measure.terms) {
    const amount = term.coefficient * amountOf(plan, number, phase, term);
    sum += amount;
    scale = Math.max(scale, Math.abs(amount));
  }
  const where = () => `${measure.title}, ${plan.network.phases[phase].id}`;
  if (Number.isFinite(measure.lower)) enter(ledger, 'promise', where, measure.lower - sum, '1', scale);
  if (Number.isFinite(measure.upper)) enter(ledger, 'promise', where, sum - measure.upper, '1', scale);
}

export function verifyYears(plan: Plan, ledger: Ledger): void {
  const years = plan.network.phases.map((_, index) => yearSegments(plan, index));
  verifyProcessYears(plan, years, ledger);
  for (const [number, { phases }] of plan.measures.entries())
    for (const phase of phases) verifyMeasure(plan, number, phase, ledger);
}
