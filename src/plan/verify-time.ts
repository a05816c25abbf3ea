/**
 * Hours as the verification counts them: its own reading of the time grid, shared with nobody.
 * In: a grid. Out: hours a step counts for in a balance, the period before each period, labels for people.
 */
import type { Network } from '../network/network.ts';
import { hourLabel } from '../units/calendar.ts';
import type { BalancePeriod, PeriodIndex, TimeGrid } from '../units/time-grid.ts';

/** step → hours that it counts for in a balance over this kind of period: one, or its weight where periods are weighted. */
export function hoursOfSteps(grid: TimeGrid, index: PeriodIndex): Float64Array {
  return index.weighted ? grid.weight : new Float64Array(grid.steps).fill(1);
}

/** period → hours that it counts for in its own balance. */
export function hoursOfPeriods(grid: TimeGrid, index: PeriodIndex): Float64Array {
  const hours = hoursOfSteps(grid, index);
  const sum = new Float64Array(index.count);
  for (let step = 0; step < grid.steps; step++) sum[index.of[step]] += hours[step];
  return sum;
}

/** period → hours of the year that it stands for. */
export function yearHoursOfPeriods(grid: TimeGrid, index: PeriodIndex): Float64Array {
  const sum = new Float64Array(index.count);
  for (let step = 0; step < grid.steps; step++) sum[index.of[step]] += grid.weight[step];
  return sum;
}

/**
 * period → the period before it, within the run of steps that it belongs to; the first period of a run follows its last
 * one. A weighted period follows itself. `starts` is 1 for the first period of each run.
 */
export function periodsBefore(
  grid: TimeGrid,
  index: PeriodIndex,
): { before: Int32Array; starts: Uint8Array } {
  const before = new Int32Array(index.count);
  const starts = new Uint8Array(index.count);
  for (let period = 0; period < index.count; period++) before[period] = index.weighted ? period : period - 1;
  if (index.weighted) starts.fill(1);
  else {
    for (const run of grid.segments) {
      const first = index.of[run.first];
      before[first] = index.of[run.first + run.count - 1];
      starts[first] = 1;
    }
  }
  return { before, starts };
}

const PREFIX: Record<BalancePeriod, string> = {
  hour: '',
  day: 'the day from ',
  week: 'the week from ',
  month: 'the month from ',
  year: 'the year from ',
};

/** "14 Jan 03:00", "the day from 14 Jan 00:00"; the phase is named where there are several. */
export function periodLabel(
  network: Network,
  phaseIndex: number,
  period: BalancePeriod,
  number: number,
): string {
  const { grid, id } = network.phases[phaseIndex];
  const label = `${PREFIX[period]}${hourLabel(grid, grid.periods[period].first[number])}`;
  return network.phases.length > 1 ? `${label} (${id})` : label;
}
