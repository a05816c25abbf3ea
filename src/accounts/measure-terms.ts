/**
 * Which weighted sums of yearly flows can stand for a figure, so that a promise can bind it?
 * In: a network. Out: terms on processes; null where a process's slices differ, because then the figure is no longer a
 * weighted sum of the processes' totals.
 */
import type { MeasureTerm, Network, Process } from '../network/network.ts';

/** Net units of the marked commodities per unit of activity; null when slices differ. */
export function perActivity(process: Process, marked: readonly boolean[]): number | null {
  const [first, ...others] = process.segments.map((segment) =>
    segment.flows.reduce((sum, flow) => sum + (marked[flow.commodity] ? flow.amount : 0), 0),
  );
  const same = others.every((amount) => Math.abs(amount - first) <= 1e-12 * Math.max(1, Math.abs(first)));
  return same ? first : null;
}

/** One term a process for which `coefficient` is not zero; null when it is null for any. */
export function processTerms(
  network: Network,
  coefficient: (process: Process) => number | null,
): MeasureTerm[] | null {
  const terms: MeasureTerm[] = [];
  for (const [index, process] of network.processes.entries()) {
    const value = coefficient(process);
    if (value === null) return null;
    if (value !== 0) terms.push({ of: 'process', index, coefficient: value });
  }
  return terms;
}

/** The ratio of two sums, in the figure's own unit; undefined when either cannot be written. */
export function ratio(
  numerator: readonly MeasureTerm[] | null,
  denominator: readonly MeasureTerm[] | null,
): { readonly numerator: readonly MeasureTerm[]; readonly denominator: readonly MeasureTerm[] } | undefined {
  return numerator === null || denominator === null ? undefined : { numerator, denominator };
}

/** A plain sum, in the figure's own unit. */
export function plainSum(
  numerator: readonly MeasureTerm[] | null,
): { readonly numerator: readonly MeasureTerm[]; readonly denominator: null } | undefined {
  return numerator === null ? undefined : { numerator, denominator: null };
}
