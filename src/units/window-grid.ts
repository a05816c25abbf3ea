/**
 * A run of hours cut out of a year: what an operator who has no foresight looks at.
 * In: where it begins and how long it is. Out: a grid whose hours stand for themselves. Days are counted from its first hour;
 * week, month and year are the whole run, so that every window of the same length is built alike.
 */
import type { BalancePeriod, PeriodIndex, TimeGrid } from './time-grid.ts';

const HOURS_PER_DAY = 24;

function blocks(period: BalancePeriod, hours: number, length: number): PeriodIndex {
  const count = Math.ceil(hours / length);
  const steps = Int32Array.from({ length: count }, (_, at) => Math.min(length, hours - at * length));
  return {
    period,
    count,
    of: Int32Array.from({ length: hours }, (_, step) => Math.floor(step / length)),
    first: Int32Array.from({ length: count }, (_, at) => at * length),
    steps,
    hours: Float64Array.from(steps),
    weighted: false,
  };
}

/** @param year the grid of the whole year; what is asked per year is asked of these hours in proportion. */
export function windowGrid(year: TimeGrid, first: number, hours: number): TimeGrid {
  const whole = (period: BalancePeriod): PeriodIndex => blocks(period, hours, hours);
  return {
    label: 'consecutive hours',
    steps: hours,
    hoursPerYear: hours,
    sourceHour: year.sourceHour.slice(first, first + hours),
    weight: new Float64Array(hours).fill(1),
    segments: [{ first: 0, count: hours, weight: 1, open: true }],
    weatherYears: [{ label: '', first: 0, count: hours }],
    periods: {
      hour: blocks('hour', hours, 1),
      day: blocks('day', hours, HOURS_PER_DAY),
      week: whole('week'),
      month: whole('month'),
      year: whole('year'),
    },
    start: year.start,
    timeZone: year.timeZone,
  };
}
