/**
 * What does the clock on the wall say at a step of the grid? In: a grid. Out: month, day, hour and labels in the park's
 * time zone, for axes and titles.
 */
import type { TimeGrid } from '../units/time-grid.ts';

export interface LocalHour {
  /** 0–11. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly weekday: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
export const monthName = (month: number): string => MONTHS[month];

export function localHours(grid: TimeGrid): readonly LocalHour[] {
  const start = Date.parse(grid.start);
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: grid.timeZone,
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    weekday: 'short',
    hourCycle: 'h23',
  });
  // Each of several weather years begins on the same day.
  const span = grid.weatherYears.length > 1 ? grid.hoursPerYear : Number.POSITIVE_INFINITY;
  return Array.from(grid.sourceHour, (hour) => {
    const parts = new Map(
      format.formatToParts(start + (hour % span) * 3_600_000).map((part) => [part.type, part.value]),
    );
    return {
      month: Number(parts.get('month')) - 1,
      day: Number(parts.get('day')),
      hour: Number(parts.get('hour')),
      weekday: parts.get('weekday') ?? '',
    };
  });
}

/** "14 Jan". */
export const dayLabel = (hour: LocalHour): string => `${hour.day} ${MONTHS[hour.month]}`;
