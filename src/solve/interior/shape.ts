/**
 * What are the unknowns of the path? The columns, and a slack for each row that is not an equality; each bound of either
 * makes a pair: the room to the bound and the bound's price, whose product goes to zero.
 * In: a core program. Out: pairs in two runs, lower bounds first, then upper ones.
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
  readonly isEquality: Uint8Array;
  readonly goal: Float64Array;
  /** pair → its unknown (column, or n + row) and its bound. Pairs before `lowers` are lower bounds. */
  readonly unknown: Int32Array;
  readonly bound: Float64Array;
  readonly lowers: number;
  readonly pairs: number;
}

export function shapeOf(core: Core): Shape {
  const { columns: n, rows: m } = core;
  const isEquality = new Uint8Array(m);
  const goal = new Float64Array(m);
  let lowers = 0;
  let uppers = 0;
  const count = (lower: number, upper: number): void => {
    if (lower > Number.NEGATIVE_INFINITY) lowers++;
    if (upper < Number.POSITIVE_INFINITY) uppers++;
  };
  for (let column = 0; column < n; column++) count(core.lower[column], core.upper[column]);
  for (let row = 0; row < m; row++) {
    if (core.rowLower[row] === core.rowUpper[row]) {
      isEquality[row] = 1;
      goal[row] = core.rowLower[row];
    } else count(core.rowLower[row], core.rowUpper[row]);
  }
  const pairs = lowers + uppers;
  const unknown = new Int32Array(pairs);
  const bound = new Float64Array(pairs);
  let [low, high] = [0, lowers];
  const add = (at: number, lower: number, upper: number): void => {
    if (lower > Number.NEGATIVE_INFINITY) {
      unknown[low] = at;
      bound[low++] = lower;
    }
    if (upper < Number.POSITIVE_INFINITY) {
      unknown[high] = at;
      bound[high++] = upper;
    }
  };
  for (let column = 0; column < n; column++) add(column, core.lower[column], core.upper[column]);
  for (let row = 0; row < m; row++)
    if (isEquality[row] === 0) add(n + row, core.rowLower[row], core.rowUpper[row]);
  return { core, n, m, size: n + m, isEquality, goal, unknown, bound, lowers, pairs };
}

/** Sizes (columns, then slacks), row prices, prices of bounds. Also used for directions. */
export interface Point {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly w: Float64Array;
}

export function blankPoint({ size, m, pairs }: Shape): Point {
  return { x: new Float64Array(size), y: new Float64Array(m), w: new Float64Array(pairs) };
}

/** pair → room between its unknown and its bound. */
export function rooms({ unknown, bound, lowers, pairs }: Shape, x: Float64Array, out: Float64Array): void {
  for (let k = 0; k < lowers; k++) out[k] = x[unknown[k]] - bound[k];
  for (let k = lowers; k < pairs; k++) out[k] = bound[k] - x[unknown[k]];
}
