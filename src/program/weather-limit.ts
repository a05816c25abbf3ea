/**
 * What does the weather allow in a period of several hours?
 * In: a process with a profile or without, in one phase. Out: its share of its size in the poorest of these hours, since a
 * rate is constant over its period.
 */
import type { Network, Process } from '../network/network.ts';

function least(values: Float64Array, first: number, count: number): number {
  let found = values[first];
  for (let step = first + 1; step < first + count; step++) found = Math.min(found, values[step]);
  return found;
}

/** Position of a period → share of the size; 1 where nothing but the size decides. */
export function weatherLimit(
  { phases, series }: Network,
  { profile, period }: Process,
  phase: number,
): (at: number) => number {
  if (profile < 0) return () => 1;
  const values = series[profile].values[phase];
  const { first, steps } = phases[phase].grid.periods[period];
  return (at) => least(values, first[at], steps[at]);
}
