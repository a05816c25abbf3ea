/**
 * What does a weather file of the user say?
 * In: the text of a table (comma, semicolon or tab between columns, a header line, one row an hour). Out: the capacity
 * factors that the park's plants want; or every fault of the file at once, with row numbers.
 *
 * The first column may be a time (ISO 8601, beginning of the hour, UTC unless it carries an offset). Each other column is
 * named `site/profile`, or mapped to one by `columns:` in the park file. Lines that begin with # are skipped.
 */
import type { Issue, Result } from '../park/issue.ts';
import { nearest } from '../park/name.ts';
import type { WeatherChoice } from '../park/park.ts';
import { issue } from '../park/sentences/catalogue.ts';
import { hoursOf } from './synthetic-year.ts';
import { readTable, type Table } from './table-text.ts';
import type { WantedProfile, WeatherYear } from './weather-year.ts';

const HOUR = 3_600_000;
const FULL = [8760, 8784] as const;
/** How many row numbers a sentence names. */
const NAMED = 8;

type FileChoice = Extract<WeatherChoice, { kind: 'file' }>;

export function readWeatherFile(
  choice: FileChoice,
  wanted: readonly WantedProfile[],
  readText: (name: string) => string | null,
): Result<WeatherYear> {
  const file = choice.file;
  const fail = (code: string, particulars: Record<string, string> = {}): Issue =>
    issue(code, 'error', { file }, { path: 'weather.file', file, ...particulars });
  const text = readText(file);
  if (text === null) return { ok: false, issues: [fail('weather-file-missing')] };
  const table = readTable(text);
  if (table === 'empty') return { ok: false, issues: [fail('weather-file-empty')] };
  if (table === 'binary') return { ok: false, issues: [fail('weather-file-binary')] };

  const issues: Issue[] = [...checkRows(table, fail)];
  const times = readTimes(table, fail, issues);
  const profiles: Record<string, Float64Array> = {};
  for (const want of wanted) {
    const id = `${want.site}/${want.profile}`;
    const column = findColumn(table, choice.columns, id, want.profile);
    if (column < 0) {
      const known = table.header.filter((_, at) => at > 0 || times === null);
      const near = nearest(choice.columns[id] ?? id, known);
      const particulars = {
        found: choice.columns[id] ?? id,
        expected: known.slice(0, 12).join(', ') || 'none',
      };
      issues.push(
        fail('weather-column-missing', near === undefined ? particulars : { ...particulars, near }),
      );
      continue;
    }
    profiles[id] = readColumn(table, column, fail, issues);
  }
  if (issues.length > 0) return { ok: false, issues };

  const hours = table.rows.length as 8760 | 8784;
  const first = times ?? Date.UTC(hours === 8784 ? 2024 : 2025, 0, 1);
  const { year, turned } = calendarOf(first, hours);
  const notes = [
    `Weather from ${file}, ${hours} hours from ${new Date(first).toISOString()}.`,
    ...(times === null ? ['The file has no times: its first row is taken as 1 January, 00:00 UTC.'] : []),
    ...(turned === 0
      ? []
      : [
          `Its rows are turned round so that the year ${year} begins on 1 January, 00:00 UTC: the first row of the file is hour ${turned}.`,
        ]),
  ];
  for (const id of Object.keys(profiles)) profiles[id] = turn(profiles[id], turned);
  const start = new Date(Date.UTC(year, 0, 1)).toISOString();
  return { ok: true, value: Object.freeze({ year, hours, start, profiles, notes }), issues: [] };
}

/**
 * The calendar year that the middle of the file lies in, or the nearest with as many hours; and the hour of the year of
 * the first row. Local years and years from July to June thus keep each hour at its date.
 */
function calendarOf(first: number, hours: 8760 | 8784): { year: number; turned: number } {
  const middle = new Date(first + (hours / 2) * HOUR).getUTCFullYear();
  const year =
    [0, 1, -1, 2, -2, 3, -3, 4, -4].map((away) => middle + away).find((each) => hoursOf(each) === hours) ??
    middle;
  const since = Math.round((first - Date.UTC(middle, 0, 1)) / HOUR);
  return { year, turned: ((since % hours) + hours) % hours };
}

/** The series whose first value stands at hour `by` of the year, going on from its end at hour 0. */
function turn(values: Float64Array, by: number): Float64Array {
  if (by === 0) return values;
  const turned = new Float64Array(values.length);
  turned.set(values.subarray(0, values.length - by), by);
  turned.set(values.subarray(values.length - by), 0);
  return turned;
}

type Fail = (code: string, particulars?: Record<string, string>) => Issue;

function checkRows(table: Table, fail: Fail): Issue[] {
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
    issues.push(fail('weather-file-uneven', particulars));
  }
  const twice = table.header.filter((name, at) => table.header.indexOf(name) !== at);
  if (twice.length > 0) issues.push(fail('weather-column-twice', { found: [...new Set(twice)].join(', ') }));
  return issues;
}

function named(lines: readonly number[]): string {
  const shown = lines.slice(0, NAMED).join(', ');
  return lines.length > NAMED ? `${shown} and ${lines.length - NAMED} more` : shown;
}

/** ms UTC of an ISO 8601 time, NaN when it is none. Without an offset it is UTC. */
export function readTime(text: string): number {
  const found =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(
      text.trim(),
    );
  if (found === null) return Number.NaN;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0));
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(time);
  // 31 February and 24:60 roll over silently; here they are no times.
  if (
    back.getUTCMonth() !== month - 1 ||
    back.getUTCDate() !== day ||
    back.getUTCHours() !== hour ||
    minute > 59
  ) {
    return Number.NaN;
  }
  const offset = found[7];
  if (offset === undefined || offset === 'Z') return time;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return time - (offset.startsWith('-') ? -1 : 1) * minutes * 60_000;
}

/** First time of the file; null when its first column holds no times. Reports times that do not follow hour by hour. */
function readTimes(table: Table, fail: Fail, issues: Issue[]): number | null {
  const looksLikeTime = /\d{4}-\d{2}-\d{2}|\d[/.]\d+[/.]\d|:\d{2}/;
  if (table.rows.length === 0 || !table.rows.slice(0, 5).some((row) => looksLikeTime.test(row.cells[0])))
    return null;
  const times = table.rows.map((row) => readTime(row.cells[0]));
  const unread = table.rows.filter((_, at) => Number.isNaN(times[at]));
  if (unread.length > 0) {
    const particulars = {
      found: unread[0].cells[0].slice(0, 40),
      lines: named(unread.map((row) => row.line)),
      count: String(unread.length),
    };
    issues.push(fail('weather-time-unread', particulars));
    return times[0];
  }
  const jumps = table.rows.filter((_, at) => at > 0 && times[at] - times[at - 1] !== HOUR);
  if (jumps.length > 0) {
    issues.push(
      fail('weather-time-jump', { found: named(jumps.map((row) => row.line)), count: String(jumps.length) }),
    );
  } else if (times[0] % HOUR !== 0) {
    issues.push(fail('weather-time-half', { found: table.rows[0].cells[0] }));
  }
  return times[0];
}

/** The column mapped to `site/profile`, or named so, or named by the profile alone when nothing else fits. */
function findColumn(
  table: Table,
  columns: Readonly<Record<string, string>>,
  id: string,
  profile: string,
): number {
  const mapped = Object.hasOwn(columns, id) ? columns[id] : undefined;
  if (mapped !== undefined) return table.header.indexOf(mapped);
  const own = table.header.indexOf(id);
  return own >= 0 ? own : table.header.indexOf(profile);
}

const FAULTS = [
  {
    code: 'weather-value-gap',
    is: (text: string, _value: number) => /^(|nan|na|n\/a|null|none|-|--)$/i.test(text),
  },
  { code: 'weather-value-unread', is: (_text: string, value: number) => !Number.isFinite(value) },
  { code: 'weather-value-negative', is: (_text: string, value: number) => value < 0 },
  { code: 'weather-value-above-one', is: (_text: string, value: number) => value > 1 },
] as const;

function readColumn(table: Table, column: number, fail: Fail, issues: Issue[]): Float64Array {
  const values = new Float64Array(table.rows.length);
  const lines = new Map<string, number[]>();
  const first = new Map<string, string>();
  table.rows.forEach((row, at) => {
    const text = row.cells[column] ?? '';
    const value = text === '' ? Number.NaN : Number(text.replace(table.decimal, '.'));
    values[at] = value;
    const fault = FAULTS.find((each) => each.is(text, value));
    if (fault === undefined) return;
    const known = lines.get(fault.code) ?? [];
    known.push(row.line);
    lines.set(fault.code, known);
    if (!first.has(fault.code)) first.set(fault.code, text.slice(0, 40));
  });
  for (const [code, where] of lines) {
    const particulars = {
      column: table.header[column],
      lines: named(where),
      count: String(where.length),
      found: first.get(code) ?? '',
    };
    issues.push(fail(code, particulars));
  }
  return values;
}
