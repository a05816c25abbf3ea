/**
 * How much is "per year" in the year at hand?
 * In: a rate per 8 760 hours, a grid. Out: units in that grid's year; a leap year asks and allows a little more. And the
 * hours of the year, or of one of its months, that each period stands for.
 */
import type { BalancePeriod, TimeGrid } from '../units/time-grid.ts';
import type { Capacity, Process } from './network.ts';
import { highestRate } from './slices.ts';

export function inYear(perYear: number, grid: TimeGrid): number {
  return (perYear * grid.hoursPerYear) / 8760;
}

/** May what stands of this size be turned into another plant? */
export const isConverted = (capacities: readonly Pick<Capacity, 'converts'>[], index: number): boolean =>
  capacities.some(({ converts }) => converts === index);

/** The largest size that can stand: what is made of another plant is no more than stands of that. */
export function mostStanding({ max, existing, converts }: Capacity, capacities: readonly Capacity[]): number {
  return converts < 0 ? max : Math.min(max, existing + capacities[converts].max);
}

/** Units per 8 760 hours that a unit of its size allows a process at the most. */
export function mostPerSize(process: Process): number {
  const best = highestRate(process);
  return 8760 * Math.min(best, process.yearShare ?? best);
}

/** Units per 8 760 hours that a process can move at the most: by its output, its size, its limits. */
export function mostPerYear(process: Process, capacities: readonly Capacity[]): number {
  const bySize =
    process.capacity < 0
      ? Number.POSITIVE_INFINITY
      : mostStanding(capacities[process.capacity], capacities) * mostPerSize(process);
  return Math.min(
    bySize,
    process.maxRate * 8760,
    process.maxPerYear,
    process.output ?? Number.POSITIVE_INFINITY,
  );
}

/** Which hours count, and how much of each: all of the year, each once, where nothing is named. */
export interface Within {
  /** Index of the grid's months. */
  readonly month?: number;
  /** What each step is multiplied by. */
  readonly shape?: Float64Array | null;
}

/** period → hours of the year that it stands for, of those that count. */
export function hoursWithin(
  grid: TimeGrid,
  period: BalancePeriod,
  { month, shape = null }: Within = {},
): Float64Array {
  const { hours, of } = grid.periods[period];
  if (month === undefined && shape === null) return hours;
  const within = new Float64Array(hours.length);
  for (let step = 0; step < grid.steps; step++)
    if (month === undefined || grid.periods.month.of[step] === month)
      within[of[step]] += grid.weight[step] * (shape === null ? 1 : shape[step]);
  return within;
}
