/**
 * Which hours, days and months are meant by words such as `7-23`, `mon-fri`, `nov-mar` or `10 Mar`?
 * In: what a park file says. Out: marks on the 24 hours, 7 days (Monday first) and 12 months of the park's own clock, or
 * null where the words mean none.
 */

/** Hours of the park's clock in which something holds: all three marks have to be set. */
export interface HourWindow {
  readonly hours: readonly boolean[];
  readonly days: readonly boolean[];
  readonly months: readonly boolean[];
}

/** A day of any year. Months count from 0. */
export interface DayOfYear {
  readonly month: number;
  readonly day: number;
}

/** From the first day to the end of the last one; it may run over New Year. */
export interface DayRange {
  readonly from: DayOfYear;
  readonly to: DayOfYear;
  readonly written: string;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
/** The longest that each month can be. */
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const SEASONS: Readonly<Record<string, string>> = {
  winter: 'dec-feb',
  spring: 'mar-may',
  summer: 'jun-aug',
  autumn: 'sep-nov',
};
const KINDS_OF_DAY: Readonly<Record<string, string>> = {
  workdays: 'mon-fri',
  weekend: 'sat-sun',
  weekends: 'sat-sun',
};

/** Marks the ranges of a list such as `7-11, 17-22`; `placeOf` says which place a word is, `after` where its range ends. */
function marks(
  text: string,
  count: number,
  placeOf: (word: string) => number,
  after: 0 | 1,
): readonly boolean[] | null {
  const marked = new Array<boolean>(count).fill(false);
  for (const part of text.toLowerCase().split(',')) {
    const words = part.split(/\s*[-–]\s*|\s+to\s+/).map((word) => word.trim());
    const places = words.map(placeOf);
    if (places.length > 2 || places.some((place) => place < 0)) return null;
    const [from, to = from + 1 - after] = places;
    // From seven to seven is no hour, or all of them: nobody knows which is meant.
    if (after === 0 && places.length === 2 && from === to) return null;
    // Names are inclusive; clock times end where they say.
    const length = (to + after - from + count) % count || (places.length === 2 ? count : 1);
    for (let step = 0; step < length; step++) marked[(from + step) % count] = true;
  }
  return marked;
}

const clockTime = (word: string): number => {
  const found = /^(\d{1,2})(?::00)?$/.exec(word);
  return found === null || Number(found[1]) > 24 ? -1 : Number(found[1]);
};

/** `mon`, `monday` and what lies between (`sept`, `tues`); no other word that begins alike. */
const named = (names: readonly string[]) => (word: string) =>
  word.length < 3 ? -1 : names.findIndex((name) => name.startsWith(word));

const monthPlace = (word: string): number =>
  /^\d{1,2}$/.test(word) && Number(word) >= 1 && Number(word) <= 12 ? Number(word) - 1 : named(MONTHS)(word);

/** `7-23` is from 07:00 to 23:00; `22-6` runs over midnight; `all` where nothing is said. */
export const hoursNamed = (text: string): readonly boolean[] | null => marks(text, 24, clockTime, 0);

export const daysNamed = (text: string): readonly boolean[] | null =>
  marks(KINDS_OF_DAY[text.trim().toLowerCase()] ?? text, 7, named(DAYS), 1);

export const monthsNamed = (text: string): readonly boolean[] | null =>
  marks(SEASONS[text.trim().toLowerCase()] ?? text, 12, monthPlace, 1);

/** `03-10` (month first) or `10 Mar`. */
export function dayNamed(text: string): DayOfYear | null {
  const numbers = /^(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  const words = /^(\d{1,2})\s+([a-z]{3,9})$/i.exec(text.trim());
  const month = numbers === null ? monthPlace((words?.[2] ?? '').toLowerCase()) : Number(numbers[1]) - 1;
  const day = Number(numbers?.[2] ?? words?.[1] ?? 0);
  return month >= 0 && month < 12 && day >= 1 && day <= LENGTHS[month] ? { month, day } : null;
}

/** Does the day lie in the range? */
export function isWithin({ from, to }: DayRange, { month, day }: DayOfYear): boolean {
  const place = (at: DayOfYear): number => at.month * 31 + at.day;
  const [first, last, here] = [place(from), place(to), place({ month, day })];
  return first <= last ? here >= first && here <= last : here >= first || here <= last;
}

/** Days of a year of 365 (or, a leap year, of 366) that lie in one of the ranges. */
export const daysWithin = (ranges: readonly DayRange[], leap = false): number =>
  LENGTHS.reduce(
    (sum, length, month) =>
      sum +
      Array.from({ length }, (_, at) => at + 1).filter(
        (day) =>
          (leap || month !== 1 || day !== 29) && ranges.some((range) => isWithin(range, { month, day })),
      ).length,
    0,
  );
