/**
 * How much does a process do in a year, or in a month of it? Its activity times the hours of the year that each period stands for.
 * In: a process's first columns in a phase. Out: the entries of that sum in one row, times a factor.
 */
import type { Process } from '../network/network.ts';
import type { BalancePeriod, TimeGrid } from '../units/time-grid.ts';
import { addEntries, type ProgramDraft } from './draft.ts';
import { each, only } from './entries.ts';

/** period → hours of the year that it stands for, of which only those in the month (index of the grid's months), if one is named. */
export function hoursWithin(grid: TimeGrid, period: BalancePeriod, month?: number): Float64Array {
  const { hours, of } = grid.periods[period];
  if (month === undefined) return hours;
  const within = new Float64Array(hours.length);
  grid.periods.month.of.forEach((each, step) => {
    if (each === month) within[of[step]] += grid.weight[step];
  });
  return within;
}

export function addYearlyTotal(
  draft: ProgramDraft,
  row: number,
  process: Process,
  /** segment → first column of its activity. */
  activity: readonly number[],
  grid: TimeGrid,
  factor = 1,
  month?: number,
): void {
  const hours = hoursWithin(grid, process.period, month);
  for (const first of activity)
    addEntries(draft, hours.length, only(row), each(first), (at) => factor * hours[at]);
}
