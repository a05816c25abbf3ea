/**
 * How much is "per year" in the year at hand?
 * In: a rate per 8 760 hours, a grid. Out: units in that grid's year; a leap year asks and allows a little more.
 */
import type { TimeGrid } from '../units/time-grid.ts';

export function inYear(perYear: number, grid: TimeGrid): number {
  return (perYear * grid.hoursPerYear) / 8760;
}
