/**
 * What does a market or a link say hour by hour: tariff, columns of a file, planned outages?
 * In: `tariff:`, `hourly:`, `out:`. Out: marks on the clock with figures in canonical units, and issues.
 */
import type { Sourced } from '../units/grade.ts';
import { amountOf, complain, type Desk, figure, NOT_NEGATIVE } from './desk.ts';
import {
  type DayRange,
  dayNamed,
  daysNamed,
  daysWithin,
  type HourWindow,
  hoursNamed,
  monthsNamed,
} from './hours.ts';
import type { LibraryCommodity } from './library.ts';
import type { WrittenHourlyFile, WrittenOutage, WrittenTariffLine } from './schema.ts';
import type { Figure } from './sheet.ts';
import { carbonWants, costWants, HOURLY, priceWants, type Wants } from './wants.ts';
import type { Path } from './written.ts';

/** A line of a tariff; null: it leaves that figure as it is. */
export interface TariffLine extends HourWindow {
  readonly price: Sourced | null;
  readonly carbon: Sourced | null;
}

/** One column of a file, and what one unit of it is in canonical units. */
export interface HourlyColumn {
  readonly column: string;
  readonly factor: number;
}

export interface HourlyFile {
  readonly file: string;
  readonly price: HourlyColumn | null;
  readonly carbon: HourlyColumn | null;
}

type Side = 'buy' | 'sell';
const MONEY_KEY = { buy: 'cost', sell: 'price' } as const;
const OTHER_KEYS = { buy: ['price'], sell: ['cost', 'carbon'] } as const;

const WINDOWS = [
  { key: 'hours', read: hoursNamed, count: 24, expected: 'hours such as 7-23 or 22-6' },
  { key: 'days', read: daysNamed, count: 7, expected: 'days such as mon-fri, or workdays, weekends' },
  { key: 'months', read: monthsNamed, count: 12, expected: 'months such as nov-mar, or winter, summer' },
] as const;

/** Keys that only the other side of a market has. */
function strayKeys(desk: Desk, side: Side, path: Path, written: Readonly<Record<string, unknown>>): boolean {
  const stray = OTHER_KEYS[side].filter((key) => written[key] !== undefined);
  for (const key of stray)
    complain(
      desk,
      'hourly-other-side',
      'error',
      [...path, key],
      { found: key, expected: MONEY_KEY[side] },
      'key',
    );
  return stray.length > 0;
}

function windowOf(desk: Desk, path: Path, written: WrittenTariffLine): HourWindow | null {
  const found = WINDOWS.map(({ key, read, count, expected }) => {
    const said = written[key];
    if (said === undefined) return new Array<boolean>(count).fill(true);
    const marked = read(String(said));
    if (marked === null) complain(desk, 'hours-unread', 'error', [...path, key], { expected });
    return marked;
  });
  const [hours, days, months] = found;
  return hours === null || days === null || months === null ? null : { hours, days, months };
}

export function tariffOf(
  desk: Desk,
  side: Side,
  path: Path,
  written: readonly WrittenTariffLine[] | undefined,
  unit: LibraryCommodity['unit'],
): TariffLine[] {
  if (written?.length === 0)
    complain(desk, 'tariff-says-nothing', 'error', path, { key: MONEY_KEY[side] }, 'key');
  return (written ?? []).flatMap((line, at): TariffLine[] => {
    const here = [...path, at];
    if (strayKeys(desk, side, here, line)) return [];
    const key = MONEY_KEY[side];
    const [paid, carbon] = [line[key], line.carbon];
    if (paid === undefined && carbon === undefined) {
      complain(desk, 'tariff-says-nothing', 'error', here, { key }, 'key');
      return [];
    }
    const window = windowOf(desk, here, line);
    const read = (name: string, value: typeof paid, wants: Wants): Sourced | null =>
      value === undefined
        ? null
        : figure(desk, [...here, name], value, wants, name === 'price' ? undefined : NOT_NEGATIVE);
    const price = read(key, paid, priceWants(unit));
    const emitted = read('carbon', carbon, carbonWants(unit));
    return window === null ? [] : [{ ...window, price, carbon: emitted }];
  });
}

export function hourlyFileOf(
  desk: Desk,
  side: Side,
  path: Path,
  written: WrittenHourlyFile | undefined,
  unit: LibraryCommodity['unit'],
): HourlyFile | null {
  if (written === undefined || strayKeys(desk, side, path, written)) return null;
  const key = MONEY_KEY[side];
  if (written[key] === undefined && written.carbon === undefined) {
    complain(desk, 'hourly-says-nothing', 'error', path, { key }, 'key');
    return null;
  }
  const columnOf = (
    name: string | undefined,
    unitKey: 'money in' | 'carbon in',
    wants: Wants,
  ): HourlyColumn | null => {
    const said = written[unitKey];
    if (name === undefined) return null;
    const one = said === undefined ? 1 : amountOf(desk, [...path, unitKey], `1 ${said}`, wants)?.value;
    return { column: name, factor: one ?? Number.NaN };
  };
  return {
    file: written.file,
    price: columnOf(written[key], 'money in', priceWants(unit)),
    carbon: columnOf(written.carbon, 'carbon in', carbonWants(unit)),
  };
}

/** Money per MW and year. A price per MWh has the same dimension, and is not what is meant. */
export function capacityChargeOf(
  desk: Desk,
  path: Path,
  written: Figure | undefined,
  unit: LibraryCommodity['unit'],
): Sourced | null {
  if (written === undefined) return null;
  const text = String(typeof written === 'object' ? written.value : written);
  if (/wh/i.test(text)) {
    complain(desk, 'capacity-charge-energy', 'error', path, { found: text });
    return null;
  }
  const wants = costWants('fixed', HOURLY[unit], unit);
  return figure(desk, path, written, { ...wants, units: wants.units.slice(0, 1) }, NOT_NEGATIVE);
}

/** d, more than which a planned outage hardly lasts. */
const LONG_OUTAGE = 183;

/** What is balanced over longer than an hour has no hours in which it cannot come. */
export function outagesOf(
  desk: Desk,
  path: Path,
  written: readonly WrittenOutage[] | undefined,
  goods: readonly LibraryCommodity[],
): DayRange[] {
  const slow = goods.find(({ balance }) => balance !== 'hour');
  if (written !== undefined && slow !== undefined) {
    complain(desk, 'outage-of-slow-good', 'error', path, { name: slow.title, period: slow.balance }, 'key');
    return [];
  }
  return (written ?? []).flatMap((outage, at): DayRange[] => {
    const [from, to] = (['from', 'to'] as const).map((key) => {
      const day = dayNamed(outage[key]);
      if (day === null) complain(desk, 'day-unread', 'error', [...path, at, key]);
      return day;
    });
    if (from === null || to === null) return [];
    const range = { from, to, written: `${outage.from} to ${outage.to}` };
    const days = daysWithin([range]);
    if (days > LONG_OUTAGE)
      complain(desk, 'outage-most-of-year', 'warning', [...path, at, 'from'], {
        found: range.written,
        days: String(days),
      });
    return [range];
  });
}
