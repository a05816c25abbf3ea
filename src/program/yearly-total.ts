/**
 * How much does a process do in a year? Its activity times the hours of the year that each period stands for.
 * In: a process's first columns in a phase. Out: the entries of that sum in one row, times a factor.
 */
import type { Process } from '../network/network.ts';
import type { BalancePeriod, TimeGrid } from '../units/time-grid.ts';
import { addEntries, type ProgramDraft } from './draft.ts';
import { each, only } from './entries.ts';

/** period → hours of the year that it stands for, each step times its value in the series. */
export function shapedHours(grid: TimeGrid, period: BalancePeriod, shape: Float64Array): Float64Array {
  const { of, count } = grid.periods[period];
  const sum = new Float64Array(count);
  for (let step = 0; step < grid.steps; step++) sum[of[step]] += shape[step] * grid.weight[step];
  return sum;
}

export function addYearlyTotal(
  draft: ProgramDraft,
  row: number,
  process: Process,
  /** segment → first column of its activity. */
  activity: readonly number[],
  grid: TimeGrid,
  factor = 1,
  /** Multiplies what is done, step by step. */
  shape: Float64Array | null = null,
): void {
  const hours =
    shape === null ? grid.periods[process.period].hours : shapedHours(grid, process.period, shape);
  for (const first of activity)
    addEntries(draft, hours.length, only(row), each(first), (at) => factor * hours[at]);
}
