/**
 * Which hours make up a year, a run of hours or a handful of typical weeks, and where do local days and months begin?
 * In: how many hours, which weeks, which time zone. Out: a frozen `TimeGrid`, and the local date of any of its steps.
 *
 * Conventions:
 * - Local time is the zone's *standard* offset under the law of 2025, all year round: no summer time, and Kazakhstan at
 *   UTC+5 (in force since 2024-03-01) also for older weather years, because the park will run under today's clock.
 * - A grid of 8 760 hours a year knows no 29 February: the rows of a leap year are then taken to leave it out.
 * - Days and weeks (Monday first) are cut at local midnight; the pieces at both ends are periods of their own. A piece of
 *   a month shorter than a day joins its neighbour, so that a year of UTC hours has twelve months.
 * - The year is one period over all steps, however many there are; of several weather years each is a year of its own, on
 *   the same clock, and no day, week or month runs from one into the next.
 * - Typical weeks: hours, days and weeks are cut within each week; month and year are one weighted period each.
 */
import type { BalancePeriod, PeriodIndex, Segment, TimeGrid } from './time-grid.ts';

export const DEFAULT_TIME_ZONE = 'Asia/Almaty';
export const HOURS_PER_WEEK = 168;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A year without a number of its own: not a leap year when it has 8 760 hours, a leap year when it has 8 784. */
const NAMELESS_YEARS: Readonly<Record<number, number>> = { 8760: 2025, 8784: 2028 };

/** Zones of Kazakhstan, stated here because older time zone tables still hold the offsets of before 2024-03-01. */
const KAZAKHSTAN: ReadonlySet<string> = new Set(
  ['Almaty', 'Qostanay', 'Kostanay', 'Qyzylorda', 'Aqtau', 'Aqtobe', 'Atyrau', 'Oral'].map(
    (city) => `Asia/${city}`,
  ),
);

/** True for the length of one year of hours. */
export function isYearLength(hours: number): hours is 8760 | 8784 {
  return hours === 8760 || hours === 8784;
}

const offsets = new Map<string, number | null>();

/** Milliseconds by which the zone's standard time is ahead of UTC; null for a zone that is not known. */
function standardOffset(timeZone: string): number | null {
  if (KAZAKHSTAN.has(timeZone)) return 5 * HOUR_MS;
  const known = offsets.get(timeZone);
  if (known !== undefined) return known;
  const offset = offsetOf2025(timeZone);
  offsets.set(timeZone, offset);
  return offset;
}

/** The smaller of the offsets in January and July: summer time is always ahead. */
function offsetOf2025(timeZone: string): number | null {
  try {
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    const inMonth = (month: number) => {
      const moment = Date.UTC(2025, month, 15);
      const [day, month1, year, hour, minute, second] = clock.format(moment).match(/\d+/gu)!.map(Number);
      return Date.UTC(year, month1 - 1, day, hour, minute, second) - moment;
    };
    return Math.min(inMonth(0), inMonth(6));
  } catch {
    // Intl has no way to ask whether a zone exists other than to try it.
    return null;
  }
}

/** True when local time can be told in this zone, for example `Asia/Almaty` or `UTC`. */
export function isTimeZone(timeZone: string): boolean {
  return standardOffset(timeZone) !== null;
}

interface When {
  /** Weather years that are laid end to end; each begins on the same day. */
  readonly weatherYears?: readonly unknown[];
  readonly start: string;
  readonly hoursPerYear: number;
  readonly timeZone: string;
}

/** Local time of a source hour, in milliseconds of a clock that stands on local time. */
function localClock({
  start,
  hoursPerYear,
  timeZone,
  weatherYears = [],
}: When): (sourceHour: number) => number {
  const span = weatherYears.length > 1 ? hoursPerYear : Number.POSITIVE_INFINITY;
  const offset = standardOffset(timeZone);
  if (offset === null) throw new RangeError(`unknown time zone ${timeZone}`);
  const first = Date.parse(start);
  const leapDays = hoursPerYear === 8760 ? LEAP_DAYS : [];
  return (sourceHour) => {
    let local = first + offset + (sourceHour % span) * HOUR_MS;
    for (const leapDay of leapDays) if (leapDay > first && local >= leapDay) local += DAY_MS;
    return local;
  };
}

/** Midnight of each 29 February of two centuries. */
const LEAP_DAYS: readonly number[] = Array.from({ length: 200 }, (_, i) => Date.UTC(1900 + i, 1, 29)).filter(
  (day) => new Date(day).getUTCDate() === 29,
);

export interface LocalMoment {
  readonly year: number;
  /** 0 = January. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  /** 0 = Monday. */
  readonly weekday: number;
}

/** Local date and time at which a step begins. */
export function localMoment(grid: TimeGrid, step: number): LocalMoment {
  const date = new Date(localClock(grid)(grid.sourceHour[step]));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    weekday: (date.getUTCDay() + 6) % 7,
  };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const twoDigits = (number: number) => String(number).padStart(2, '0');

/** "14 Jan 03:00": when a step begins, in the park's time zone; of several weather years also in which of them. */
export function hourLabel(grid: TimeGrid, step: number): string {
  const { month, day, hour, minute } = localMoment(grid, step);
  const label = `${day} ${MONTHS[month]} ${twoDigits(hour)}:${twoDigits(minute)}`;
  return grid.weatherYears.length > 1 ? `${label} of ${weatherYearOf(grid, step)}` : label;
}

/** The label of the weather year that a step belongs to. */
export function weatherYearOf({ weatherYears }: TimeGrid, step: number): string {
  return weatherYears.find(({ first, count }) => step < first + count)?.label ?? '';
}

const NAMELESS = [''];
/** More days than lie between any two of one weather year; a whole number of weeks. */
const YEAR_OF_KEYS = 7000;

export interface YearOfHours {
  /** The calendar year of the data, for labels, weekdays and leap days; left out for a year that is none in particular. */
  readonly year?: number;
  readonly hours: 8760 | 8784;
  readonly timeZone: string;
  /** Labels of the weather years that are laid end to end; left out for one. */
  readonly weatherYears?: readonly string[];
}

/** Every hour of one year, each standing for itself; or of several weather years, each standing for its share of one. */
export function fullYear({ hours, ...rest }: YearOfHours): TimeGrid {
  return runOfHours('full year', { ...rest, hours, hoursPerYear: hours });
}

export interface RunOfHours {
  /** How many hours to look at; of several weather years, in each of them. */
  readonly hours: number;
  readonly timeZone: string;
  /** 8760 or 8784: what the run stands for. */
  readonly hoursPerYear: number;
  /** Where the run begins in the series; 0 unless said. */
  readonly firstHour?: number;
  readonly year?: number;
  readonly weatherYears?: readonly string[];
}

/** Consecutive hours that together stand for the year: each counts `hoursPerYear / hours` times. */
export function consecutiveHours(run: RunOfHours): TimeGrid {
  return runOfHours('consecutive hours', run);
}

function runOfHours(label: TimeGrid['label'], run: RunOfHours): TimeGrid {
  const { hours, hoursPerYear, timeZone, firstHour = 0, year, weatherYears: labels = NAMELESS } = run;
  if (!Number.isInteger(hours) || hours < 1) throw new RangeError(`a grid of ${hours} hours`);
  const weatherYears = labels.map((label, at) => ({ label, first: at * hours, count: hours }));
  const when: When = { start: startOf(hoursPerYear, year), hoursPerYear, timeZone, weatherYears };
  const steps = hours * labels.length;
  const yearOf = Int32Array.from({ length: steps }, (_, step) => Math.floor(step / hours));
  const sourceHour = yearOf.map((of, step) => of * hoursPerYear + firstHour + (step % hours));
  const weight = new Float64Array(steps).fill(hoursPerYear / steps);
  const clock = localClock(when);
  const local = Array.from(sourceHour, clock);
  // Keys of one weather year are never those of the next.
  const midnights = local.map((moment, step) => Math.floor(moment / DAY_MS) + yearOf[step] * YEAR_OF_KEYS);
  const cut = (period: BalancePeriod, of: Int32Array) => periodIndex(period, of, weight, false);
  const months = weatherYears.flatMap(({ first, count }) => {
    const own = joinScraps(numbered(local.slice(first, first + count).map(monthOf)));
    return Array.from(own, (month) => first * YEAR_OF_KEYS + month);
  });
  return Object.freeze({
    label,
    steps,
    hoursPerYear,
    sourceHour,
    weight,
    segments: weatherYears.map(({ first, count }) => ({ first, count, weight: hoursPerYear / steps })),
    weatherYears,
    periods: {
      hour: cut('hour', Int32Array.from(sourceHour.keys())),
      day: cut('day', numbered(midnights)),
      // 1 January 1970 was a Thursday: the third day of a week that begins on Monday, counted from 0.
      week: cut('week', numbered(midnights.map((midnight) => Math.floor((midnight + 3) / 7)))),
      month: cut('month', numbered(months)),
      year: cut('year', yearOf),
    },
    start: when.start,
    timeZone,
  });
}

export interface TypicalWeek {
  /** First hour of the week in the series. */
  readonly firstHour: number;
  /** How many weeks of the year it stands for. */
  readonly weight: number;
}

/** Weeks of 168 hours, each standing for `weight` weeks; the weights must sum to `hoursPerYear / 168`. */
export function typicalWeeks(choice: {
  readonly weeks: readonly TypicalWeek[];
  readonly hoursPerYear: number;
  readonly timeZone: string;
  readonly year?: number;
}): TimeGrid {
  const { weeks, hoursPerYear, timeZone, year } = choice;
  const stoodFor = weeks.reduce((sum, week) => sum + week.weight * HOURS_PER_WEEK, 0);
  if (!(Math.abs(stoodFor - hoursPerYear) <= 1e-6 * hoursPerYear)) {
    throw new RangeError(`typical weeks stand for ${stoodFor} hours instead of ${hoursPerYear}`);
  }
  const when: When = { start: startOf(hoursPerYear, year), hoursPerYear, timeZone };
  const clock = localClock(when);
  const steps = weeks.length * HOURS_PER_WEEK;
  const weekOf = Int32Array.from({ length: steps }, (_, step) => Math.floor(step / HOURS_PER_WEEK));
  const sourceHour = weekOf.map((week, step) => weeks[week].firstHour + (step % HOURS_PER_WEEK));
  // Rounding in the choice of weeks is taken out here, so that the year is whole.
  const weight = Float64Array.from(weekOf, (week) => (weeks[week].weight * hoursPerYear) / stoodFor);
  // A day of one week never goes on in the next, even when their dates meet.
  const dayOf = Array.from(sourceHour, (hour, step) => weekOf[step] * 1e6 + Math.floor(clock(hour) / DAY_MS));
  const segments: Segment[] = weeks.map((_, week) => ({
    first: week * HOURS_PER_WEEK,
    count: HOURS_PER_WEEK,
    weight: weight[week * HOURS_PER_WEEK],
  }));
  const cut = (period: BalancePeriod, of: Int32Array, weighted = false) =>
    periodIndex(period, of, weight, weighted);
  return Object.freeze({
    label: 'typical weeks',
    steps,
    hoursPerYear,
    sourceHour,
    weight,
    segments,
    weatherYears: [{ label: '', first: 0, count: steps }],
    periods: {
      hour: cut('hour', Int32Array.from(sourceHour.keys())),
      day: cut('day', numbered(dayOf)),
      week: cut('week', weekOf),
      month: cut('month', new Int32Array(steps), true),
      year: cut('year', new Int32Array(steps), true),
    },
    start: when.start,
    timeZone,
  });
}

function startOf(hoursPerYear: number, year: number | undefined): string {
  if (!isYearLength(hoursPerYear)) throw new RangeError(`a year of ${hoursPerYear} hours`);
  return new Date(Date.UTC(year ?? NAMELESS_YEARS[hoursPerYear], 0, 1)).toISOString();
}

const monthOf = (moment: number) => {
  const date = new Date(moment);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

/** Keys of consecutive steps → 0, 1, 2 …, one more at each change. */
function numbered(keys: readonly number[]): Int32Array {
  const of = new Int32Array(keys.length);
  for (let step = 1; step < keys.length; step++) {
    of[step] = of[step - 1] + (keys[step] === keys[step - 1] ? 0 : 1);
  }
  return of;
}

/** A first or last period of less than a day joins its neighbour. */
function joinScraps(of: Int32Array): Int32Array {
  const last = of[of.length - 1];
  const stepsOf = (period: number) => of.reduce((count, each) => count + (each === period ? 1 : 0), 0);
  const dropFirst = last > 0 && stepsOf(0) < 24 ? 1 : 0;
  const dropLast = last > dropFirst && stepsOf(last) < 24 ? 1 : 0;
  return of.map((period) => Math.min(Math.max(period - dropFirst, 0), last - dropFirst - dropLast));
}

function periodIndex(
  period: BalancePeriod,
  of: Int32Array,
  weight: Float64Array,
  weighted: boolean,
): PeriodIndex {
  const count = of[of.length - 1] + 1;
  const first = new Int32Array(count).fill(-1);
  const steps = new Int32Array(count);
  const hours = new Float64Array(count);
  of.forEach((which, step) => {
    if (first[which] < 0) first[which] = step;
    steps[which] += 1;
    hours[which] += weight[step];
  });
  return { period, count, of, first, steps, hours, weighted };
}
