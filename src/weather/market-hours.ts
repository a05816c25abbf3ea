/**
 * What does a file say of prices and carbon, hour by hour?
 * In: the park's markets, the texts of their files, how many hours the weather year has. Out: by market, one value for each
 * hour of the year in canonical units, UTC, from 1 January; or every fault of the files.
 */
import type { Issue, Result } from '../park/issue.ts';
import { nearest } from '../park/name.ts';
import type { ParkMarket } from '../park/park.ts';
import { issue } from '../park/sentences/catalogue.ts';
import { calendarOf, checkRows, checkTimes, type Fail, isGapText, named, turn } from './hour-rows.ts';
import { readTable, type Table } from './table-text.ts';
import { readTime } from './time-text.ts';

/** One value an hour of the year; null: the file does not say it. */
export interface MarketHours {
  readonly price: Float64Array | null;
  readonly carbon: Float64Array | null;
}

type HourlyMarket = Pick<ParkMarket, 'id' | 'side' | 'hourly' | 'file' | 'line' | 'column'>;

/** Names that the park file spells otherwise than the folder or the table does: they are mended there. */
const OF_PARK_FILE: ReadonlySet<string> = new Set(['weather-file-missing', 'hourly-column-missing']);

export function readMarketHours(
  markets: readonly HourlyMarket[],
  readText: (name: string) => string | null,
  hours: 8760 | 8784,
): Result<Readonly<Record<string, MarketHours>>> {
  const issues: Issue[] = [];
  const read: Record<string, MarketHours> = {};
  for (const market of markets) {
    const { hourly } = market;
    if (hourly === null) continue;
    const { file } = hourly;
    const fail: Fail = (code, particulars = {}, line) =>
      issue(code, 'error', OF_PARK_FILE.has(code) ? market : { file, line }, {
        path: `${market.side}.${market.id}.hourly`,
        of: market.id,
        file,
        ...particulars,
      });
    const table = tableOf(readText(file), hours, fail, issues);
    if (table === null) continue;
    const of = (wish: typeof hourly.price, least = Number.NEGATIVE_INFINITY): Float64Array | null =>
      wish === null ? null : columnOf(table, wish, least, fail, issues);
    // A price may be below zero, what is emitted may not.
    read[market.id] = { price: of(hourly.price), carbon: of(hourly.carbon, 0) };
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: read, issues };
}

interface YearTable extends Table {
  /** Hour of the year at which the first row stands. */
  readonly turned: number;
}

function tableOf(text: string | null, hours: 8760 | 8784, fail: Fail, issues: Issue[]): YearTable | null {
  const table = text === null ? 'missing' : readTable(text);
  if (typeof table === 'string') {
    issues.push(fail(`weather-file-${table}`));
    return null;
  }
  const faults = checkRows(table, fail);
  const { rows } = table;
  const isTimed = rows.length > 0 && !Number.isNaN(readTime(rows[0].cells[0]));
  const times = isTimed ? rows.map(({ cells }) => readTime(cells[0])) : [];
  faults.push(...checkTimes(isTimed ? rows : [], times, ({ cells }) => cells[0], fail));
  if (faults.length === 0 && rows.length !== hours)
    faults.push(fail('hourly-other-year', { found: String(rows.length), expected: String(hours) }));
  issues.push(...faults);
  if (faults.length > 0) return null;
  return { ...table, turned: isTimed ? calendarOf(times[0], hours).turned : 0 };
}

function columnOf(
  { header, rows, decimal, turned }: YearTable,
  { column, factor }: { readonly column: string; readonly factor: number },
  least: number,
  fail: Fail,
  issues: Issue[],
): Float64Array | null {
  const at = header.indexOf(column);
  if (at < 0) {
    const near = nearest(column, header);
    const particulars = { found: column, expected: header.slice(0, 12).join(', ') };
    issues.push(fail('hourly-column-missing', near === undefined ? particulars : { ...particulars, near }));
    return null;
  }
  const values = Float64Array.from(rows, ({ cells }) =>
    cells[at] === '' ? Number.NaN : factor * Number(cells[at].replace(decimal, '.')),
  );
  const faults = FAULTS.flatMap(({ code, is }) => {
    const found = rows.filter(({ cells }, row) => is(cells[at], values[row], least));
    if (found.length === 0) return [];
    const [{ line, cells }] = found;
    const lines = named(found.map((row) => row.line));
    const particulars = { column, found: cells[at].slice(0, 40), lines, count: String(found.length) };
    return [fail(code, particulars, line)];
  });
  issues.push(...faults);
  return faults.length > 0 ? null : turn(values, turned);
}

const FAULTS = [
  { code: 'hourly-value-gap', is: (text: string) => isGapText(text) },
  {
    code: 'hourly-value-unread',
    is: (text: string, value: number) => !Number.isFinite(value) && !isGapText(text),
  },
  { code: 'hourly-value-negative', is: (_text: string, value: number, least: number) => value < least },
] as const;
