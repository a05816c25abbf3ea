/**
 * Do the rows of a weather file make a year of hours? In: rows, times. Out: issues, and where in the calendar year the first
 * row stands.
 */
import type { Issue } from '../park/issue.ts';
import { hoursOf } from './synthetic-year.ts';
import type { TableRow } from './table-text.ts';

const HOUR = 3_600_000;
const FULL = [8760, 8784] as const;
/** How many row numbers a sentence names. */
const NAMED = 8;

/** A fault of the file, at its first line with it where it is one of lines. */
export type Fail = (code: string, particulars?: Record<string, string>, line?: number) => Issue;

/** What stands in a cell that holds no value. */
export const isGapText = (text: string): boolean => /^(|nan|na|n\/a|null|none|-|--)$/i.test(text);

export function checkRows(
  table: { readonly header: readonly string[]; readonly rows: readonly TableRow[] },
  fail: Fail,
): Issue[] {
  const issues: Issue[] = [];
  const found = String(table.rows.length);
  if (!FULL.some((hours) => hours === table.rows.length)) {
    const near = FULL.find((hours) => Math.abs(hours - table.rows.length) <= 24);
    const gap = near === undefined ? '' : String(Math.abs(near - table.rows.length));
    const lacks = near !== undefined && table.rows.length < near ? 'missing' : 'too many';
    issues.push(fail('weather-file-rows', { found, expected: '8760 or 8784', gap, lacks }));
  }
  const uneven = table.rows.filter((row) => row.cells.length !== table.header.length);
  if (uneven.length > 0) {
    const particulars = {
      found: named(uneven.map((row) => row.line)),
      expected: String(table.header.length),
      count: String(uneven.length),
    };
    issues.push(fail('weather-file-uneven', particulars, uneven[0].line));
  }
  const twice = table.header.filter((name, at) => table.header.indexOf(name) !== at);
  if (twice.length > 0) issues.push(fail('weather-column-twice', { found: [...new Set(twice)].join(', ') }));
  return issues;
}

export function named(lines: readonly number[]): string {
  const shown = lines.slice(0, NAMED).join(', ');
  return lines.length > NAMED ? `${shown} and ${lines.length - NAMED} more` : shown;
}

/** A time that was not read, that does not follow hour by hour, or that is not on the hour. */
export function checkTimes(
  rows: readonly TableRow[],
  times: readonly number[],
  textOf: (row: TableRow) => string,
  fail: Fail,
): Issue[] {
  const unread = rows.filter((_, at) => Number.isNaN(times[at]));
  if (unread.length > 0) {
    const lines = named(unread.map((row) => row.line));
    return [
      fail(
        'weather-time-unread',
        { found: textOf(unread[0]).slice(0, 40), lines, count: String(unread.length) },
        unread[0].line,
      ),
    ];
  }
  const jumps = rows.filter((_, at) => at > 0 && times[at] - times[at - 1] !== HOUR);
  if (jumps.length > 0)
    return [
      fail(
        'weather-time-jump',
        { found: named(jumps.map((row) => row.line)), count: String(jumps.length) },
        jumps[0].line,
      ),
    ];
  return times.length > 0 && times[0] % HOUR !== 0
    ? [fail('weather-time-half', { found: textOf(rows[0]) }, rows[0].line)]
    : [];
}

/**
 * The calendar year that the middle of the file lies in, or the nearest with as many hours; and the hour of the year of
 * the first row. Local years and years from July to June thus keep each hour at its date.
 */
export function calendarOf(first: number, hours: 8760 | 8784): { year: number; turned: number } {
  const middle = new Date(first + (hours / 2) * HOUR).getUTCFullYear();
  const year =
    [0, 1, -1, 2, -2, 3, -3, 4, -4].map((away) => middle + away).find((each) => hoursOf(each) === hours) ??
    middle;
  const since = Math.round((first - Date.UTC(middle, 0, 1)) / HOUR);
  return { year, turned: ((since % hours) + hours) % hours };
}

/** The series whose first value stands at hour `by` of the year, going on from its end at hour 0. */
export function turn(values: Float64Array, by: number): Float64Array {
  if (by === 0) return values;
  const turned = new Float64Array(values.length);
  turned.set(values.subarray(0, values.length - by), by);
  turned.set(values.subarray(values.length - by), 0);
  return turned;
}
