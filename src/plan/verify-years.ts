/**
 * Do the year's totals and the totals over the horizon hold: availability, yearly limits, space, outputs, promises?
 * In: a plan of the right shape. Out: ledger entries, each measured against the larger of limit and total. Availability,
 * yearly limits and outputs have to hold in each weather year by itself, promises and the horizon in the mean of them.
 */
import type { Measure } from '../network/network.ts';
import { inYear } from '../network/per-year.ts';
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

/** Units that a store takes in a year of the phase and does not give back. */
function swallowed({ network, phases }: Plan, phase: number, store: number): number {
  const { grid } = network.phases[phase];
  const { charge, discharge } = phases[phase];
  const hours = yearHoursOfPeriods(grid, grid.periods[network.nodes[network.stores[store].node].period]);
  return hours.reduce((sum, each, at) => sum + each * (charge[store][at] - discharge[store][at]), 0);
}

/** Units in a year, each hour's times its value in a series. */
function shapedYear(
  { network, phases }: Plan,
  phase: number,
  process: number,
  part: number | undefined,
  series: number,
): number {
  const { grid } = network.phases[phase];
  const { of } = grid.periods[network.processes[process].period];
  const shape = network.series[series].values[phase];
  const all = phases[phase].activity[process];
  let sum = 0;
  for (const rates of part === undefined ? all : [all[part]])
    for (let step = 0; step < grid.steps; step++) sum += grid.weight[step] * shape[step] * rates[of[step]];
  return sum;
}

function verifyMeasure(
  plan: Plan,
  measure: Measure,
  phase: number,
  year: readonly number[][],
  ledger: Ledger,
): void {
  let sum = 0;
  let scale = FLOW_FLOOR;
  for (const { of, index, part, series, coefficient } of measure.terms) {
    const made = (): number => {
      if (series !== undefined) return shapedYear(plan, phase, index, part, series);
      return part === undefined ? totalOf(year[index]) : year[index][part];
    };
    const amount =
      of === 'process'
        ? made()
        : of === 'store'
          ? swallowed(plan, phase, index)
          : plan.phases[phase].capacities[index];
    const term = coefficient * amount;
    sum += term;
    scale = Math.max(scale, Math.abs(term));
  }
  const where = () => `${measure.title}, ${plan.network.phases[phase].id}`;
  if (Number.isFinite(measure.lower)) enter(ledger, 'promise', where, measure.lower - sum, '1', scale);
  if (Number.isFinite(measure.upper)) enter(ledger, 'promise', where, sum - measure.upper, '1', scale);
}

export function verifyYears(plan: Plan, ledger: Ledger): void {
  const years = plan.network.phases.map((_, index) => yearSegments(plan, index));
  verifyProcessYears(plan, years, ledger);
  for (const measure of plan.measures)
    for (const phase of measure.phases) verifyMeasure(plan, measure, phase, years[phase], ledger);
}
