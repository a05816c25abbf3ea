/**
 * What a solve leaves for the next one of the same structure with other numbers: the analysis of who is eliminated when, and
 * a point half-way along the path (Gondzio 1998: near an optimum one is too close to bounds that have moved).
 * In: a scaled program and its point. Out: the same in the units of the program, and back into the units of another.
 */
import type { Core } from './core.ts';
import { blankPoint, type Point, rooms, type Shape } from './shape.ts';
import type { Tree } from './tree.ts';

/** Handed from solve to solve; empty at first. */
export interface Memory {
  last: Remembered | null;
}

export interface Remembered {
  readonly core: Core;
  readonly tree: Tree;
  readonly start: HalfWay | null;
}

/** A point in the units of the (presolved) program. */
export interface HalfWay {
  readonly unknown: Int32Array;
  readonly point: Point;
  readonly room: Float64Array;
}

/** The analysis of the last solve, when rows and columns are coupled as they were then and the same rows are equalities. */
export function sameTree(memory: Memory | null, core: Core): Tree | null {
  const last = memory?.last ?? null;
  if (last === null || last.core.columns !== core.columns || last.core.rows !== core.rows) return null;
  for (let row = 0; row < core.rows; row++)
    if (isEquality(last.core, row) !== isEquality(core, row)) return null;
  const coupled = same(last.core.starts, core.starts) && same(last.core.indices, core.indices);
  return coupled ? last.tree : null;
}

const isEquality = ({ rowLower, rowUpper }: Core, row: number): boolean => rowLower[row] === rowUpper[row];

function same(one: Int32Array, other: Int32Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

/** Scaled figure × unit = figure of the program. */
export interface Units {
  /** Of columns; of row prices. */
  readonly size: Float64Array;
  readonly price: Float64Array;
  readonly objective: number;
}

/** Units of unknowns (columns, then slacks of rows) and of the prices of their bounds. */
function unitsOf({ n, size }: Shape, units: Units) {
  const sizes = new Float64Array(size);
  const prices = new Float64Array(size);
  for (let at = 0; at < size; at++) {
    sizes[at] = at < n ? units.size[at] : units.objective / units.price[at - n];
    prices[at] = units.objective / sizes[at];
  }
  return { sizes, prices };
}

export function toHalfWay(shape: Shape, units: Units, { x, y, w }: Point): HalfWay {
  const { sizes, prices } = unitsOf(shape, units);
  const room = new Float64Array(shape.pairs);
  rooms(shape, x, room);
  return {
    unknown: shape.unknown,
    room: room.map((value, k) => value * sizes[shape.unknown[k]]),
    point: {
      x: x.map((size, at) => size * sizes[at]),
      y: y.map((price, row) => price * units.price[row]),
      w: w.map((price, k) => price * prices[shape.unknown[k]]),
    },
  };
}

/** The half-way point as a start for another program; null when it has other bounds. */
export function fromHalfWay(shape: Shape, units: Units, half: HalfWay | null): Point | null {
  const { unknown, bound, lowers, pairs } = shape;
  if (half === null || half.unknown.length !== pairs || !same(half.unknown, unknown)) return null;
  const { sizes, prices } = unitsOf(shape, units);
  const start = blankPoint(shape);
  for (let at = 0; at < shape.size; at++) start.x[at] = half.point.x[at] / sizes[at];
  for (let row = 0; row < shape.m; row++) start.y[row] = half.point.y[row] / units.price[row];
  const upper = new Float64Array(shape.size).fill(Number.POSITIVE_INFINITY);
  for (let k = lowers; k < pairs; k++) upper[unknown[k]] = bound[k];
  for (let k = 0; k < pairs; k++) {
    const at = unknown[k];
    const room = half.room[k] / sizes[at];
    start.w[k] = half.point.w[k] / prices[at];
    // A bound that has moved keeps the room that it had.
    if (k >= lowers) start.x[at] = Math.min(start.x[at], bound[k] - room);
    else start.x[at] = Math.max(start.x[at], bound[k] + room);
  }
  for (let k = 0; k < lowers; k++) {
    const at = unknown[k];
    if (start.x[at] <= bound[k]) start.x[at] = (bound[k] + upper[at]) / 2;
  }
  return start.x.every(Number.isFinite) ? start : null;
}
