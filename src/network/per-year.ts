/**
 * How much is "per year" in the year at hand?
 * In: a rate per 8 760 hours, a grid. Out: units in that grid's year; a leap year asks and allows a little more.
 */
import type { TimeGrid } from '../units/time-grid.ts';
import type { Capacity, Process } from './network.ts';
import { highestRate } from './slices.ts';

export function inYear(perYear: number, grid: TimeGrid): number {
  return (perYear * grid.hoursPerYear) / 8760;
}

/** Units per 8 760 hours that a process can move at the most: by its output, its size, its limits. */
export function mostPerYear(process: Process, capacities: readonly Capacity[]): number {
  const best = highestRate(process);
  const bySize =
    process.capacity < 0
      ? Number.POSITIVE_INFINITY
      : capacities[process.capacity].max * 8760 * Math.min(best, process.yearShare ?? best);
  return Math.min(
    bySize,
    process.maxRate * 8760,
    process.maxPerYear,
    process.output ?? Number.POSITIVE_INFINITY,
  );
}
