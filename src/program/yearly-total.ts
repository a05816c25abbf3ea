/**
 * How much does a process do in a year, or in a month of it? Its activity times the hours of the year that each period stands for.
 * In: a process's first columns in a phase. Out: the entries of that sum in one row, times a factor; or in a row for each
 * weather year, where what is asked of a year is asked of each of them.
 */
import type { Process } from '../network/network.ts';
import { hoursWithin, type Within } from '../network/per-year.ts';
import type { TimeGrid } from '../units/time-grid.ts';
import { addEntries, addRows, type FamilyOf, type ProgramDraft } from './draft.ts';
import { each, listed, only } from './entries.ts';

/**
 * A row for each weather year of the phase, between so much in a year. Each year's sum counts for its share of the mean year,
 * and so does its limit: a price of the limit is the sum over the rows.
 */
export function addYearRows(
  draft: ProgramDraft,
  of: Omit<FamilyOf, 'period'>,
  { weatherYears }: TimeGrid,
  [least, most]: readonly [number, number],
): YearRows {
  const years = weatherYears.length;
  const first = addRows(draft, { ...of, period: yearPeriod(weatherYears) }, least / years, most / years);
  return { first, years };
}

export interface YearRows {
  readonly first: number;
  readonly years: number;
}

/** What is of a year is of each weather year; `null`: one for the phase. */
export const yearPeriod = ({ length }: TimeGrid['weatherYears']): 'year' | null =>
  length > 1 ? 'year' : null;

/** The sum of each weather year in its own row. */
export function addYearTotals(
  draft: ProgramDraft,
  rows: YearRows,
  process: Process,
  activity: readonly number[],
  grid: TimeGrid,
): void {
  const { hours, first: begins } = grid.periods[process.period];
  const yearOf = grid.periods.year.of;
  const row =
    rows.years === 1
      ? only(rows.first)
      : listed(
          rows.first,
          begins.map((step) => yearOf[step]),
        );
  for (const first of activity) addEntries(draft, hours.length, row, each(first), (at) => hours[at]);
}

export function addYearlyTotal(
  draft: ProgramDraft,
  row: number,
  process: Process,
  /** segment → first column of its activity. */
  activity: readonly number[],
  grid: TimeGrid,
  factor = 1,
  within: Within = {},
): void {
  const hours = hoursWithin(grid, process.period, within);
  for (const first of activity)
    addEntries(draft, hours.length, only(row), each(first), (at) => factor * hours[at]);
}
