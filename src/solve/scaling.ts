/**
 * In which units does the solver see the program? In: a program. Out: two powers of two, so that nothing is rounded: one
 * for costs, one for limits. HiGHS's tolerances are absolute (1e-7): costs of 1e-4 million USD need a finer unit of money
 * to be told from nothing, and limits of 1e8 t a coarser unit of quantity to be reached at all.
 */
import type { Program } from '../program/program.ts';

export interface Scaling {
  /** Costs are multiplied by this. */
  readonly cost: number;
  /** Limits of rows and columns, and so x, are multiplied by this. */
  readonly limit: number;
}

export const UNSCALED: Scaling = { cost: 1, limit: 1 };

/** Limits of this size suit HiGHS's tolerances. */
const USUAL_LIMIT = 64;
const MOST = 2 ** 20;

/** The middle one of the sizes of all figures that are neither zero nor infinite; null when there are none. */
export function usualSize(...lists: readonly Float64Array[]): number | null {
  const sizes = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0));
  let count = 0;
  for (const list of lists) {
    for (let at = 0; at < list.length; at++) {
      const size = Math.abs(list[at]);
      if (size > 0 && size < Number.POSITIVE_INFINITY) sizes[count++] = size;
    }
  }
  return count === 0 ? null : sizes.subarray(0, count).sort()[count >> 1];
}

/**
 * Whole columns count pieces and keep their units, and so do all limits; costs are brought up as elsewhere. With costs of
 * 1e-4 the search of HiGHS 1.15 broke off on a park of 14 000 columns that it solves with costs near 1.
 */
export const wholeScalingFor = (program: Program): Scaling => ({ ...scalingFor(program), limit: 1 });

/** Small costs are brought up to 1, large limits down to 64; never the other way, which would loosen small figures. */
export function scalingFor(program: Program): Scaling {
  const cost = usualSize(program.cost) ?? 1;
  const limit = usualSize(program.rowLower, program.rowUpper, program.lower, program.upper) ?? USUAL_LIMIT;
  const power = (wish: number): number => 2 ** Math.round(Math.log2(wish));
  return {
    cost: power(Math.min(MOST, Math.max(1, 1 / cost))),
    limit: power(Math.max(1 / MOST, Math.min(1, USUAL_LIMIT / limit))),
  };
}
