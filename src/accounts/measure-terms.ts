/**
 * Which weighted sums of yearly flows can stand for a figure, so that a promise can bind it?
 * In: a network. Out: terms on processes; where the slices or feeds of a process differ, a term for each of them.
 */
import type { MeasureTerm, Network, Process } from '../network/network.ts';

/** Net units of the marked commodities per unit of activity of one segment. */
export function perActivity(process: Process, part: number, marked: readonly boolean[]): number {
  return process.segments[part].flows.reduce(
    (sum, flow) => sum + (marked[flow.commodity] ? flow.amount : 0),
    0,
  );
}

/** Terms for which `coefficient` is not zero: one a process, or one a segment where they differ. */
export function processTerms(
  network: Network,
  coefficient: (process: Process, part: number) => number,
): MeasureTerm[] {
  return network.processes.flatMap((process, index): MeasureTerm[] => {
    const [first, ...others] = [...process.segments.keys()].map((part) => coefficient(process, part));
    const same = others.every((each) => Math.abs(each - first) <= 1e-12 * Math.max(1, Math.abs(first)));
    const terms: MeasureTerm[] = same
      ? [{ of: 'process', index, coefficient: first }]
      : [first, ...others].map((each, part) => ({ of: 'process', index, part, coefficient: each }));
    return terms.filter((term) => term.coefficient !== 0);
  });
}

/** The ratio of two sums, in the figure's own unit. */
export function ratio(
  numerator: readonly MeasureTerm[],
  denominator: readonly MeasureTerm[],
): { readonly numerator: readonly MeasureTerm[]; readonly denominator: readonly MeasureTerm[] } {
  return { numerator, denominator };
}

/** A plain sum, in the figure's own unit. */
export function plainSum(numerator: readonly MeasureTerm[]): {
  readonly numerator: readonly MeasureTerm[];
  readonly denominator: null;
} {
  return { numerator, denominator: null };
}
