/**
 * What are the unknowns of the path? The columns, and a slack for each row that is not an equality; all between bounds.
 * In: a core program. Out: bounds of both in one list, with marks of which exist.
 *
 *   A x − s = 0 for inequality rows (s between the row's bounds),  A x = goal for equality rows
 */
import type { Core } from './core.ts';

export interface Shape {
  readonly core: Core;
  /** Columns, rows, and columns + rows. */
  readonly n: number;
  readonly m: number;
  readonly size: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly hasLower: Uint8Array;
  readonly hasUpper: Uint8Array;
  readonly isEquality: Uint8Array;
  readonly goal: Float64Array;
  /** Number of bounds: each has a complementarity product. */
  readonly pairs: number;
}

export function shapeOf(core: Core): Shape {
  const { columns: n, rows: m } = core;
  const size = n + m;
  const lower = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  const upper = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  lower.set(core.lower);
  upper.set(core.upper);
  const isEquality = new Uint8Array(m);
  const goal = new Float64Array(m);
  for (let row = 0; row < m; row++) {
    if (core.rowLower[row] === core.rowUpper[row]) {
      isEquality[row] = 1;
      goal[row] = core.rowLower[row];
    } else {
      lower[n + row] = core.rowLower[row];
      upper[n + row] = core.rowUpper[row];
    }
  }
  const hasLower = Uint8Array.from(lower, (bound) => (bound > Number.NEGATIVE_INFINITY ? 1 : 0));
  const hasUpper = Uint8Array.from(upper, (bound) => (bound < Number.POSITIVE_INFINITY ? 1 : 0));
  let pairs = 0;
  for (let at = 0; at < size; at++) pairs += hasLower[at] + hasUpper[at];
  return { core, n, m, size, lower, upper, hasLower, hasUpper, isEquality, goal, pairs };
}

/** Sizes (columns, then slacks), row prices, prices of lower and of upper bounds. Also used for directions. */
export interface Point {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
  readonly v: Float64Array;
}

export function blankPoint({ size, m }: Shape): Point {
  return {
    x: new Float64Array(size),
    y: new Float64Array(m),
    z: new Float64Array(size),
    v: new Float64Array(size),
  };
}
