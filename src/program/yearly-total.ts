/**
 * How much does a process do in a year, or in a month of it? Its activity times the hours of the year that each period stands for.
 * In: a process's first columns in a phase. Out: the entries of that sum in one row, times a factor.
 */
import type { Process } from '../network/network.ts';
import { hoursWithin } from '../network/per-year.ts';
import type { TimeGrid } from '../units/time-grid.ts';
import { addEntries, type ProgramDraft } from './draft.ts';
import { each, only } from './entries.ts';

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
