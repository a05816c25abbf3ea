/**
 * The vectors of the path and how they are read and written. A pair is a bound of an unknown (column, or columns + row): those
 * before `lowers` are lower bounds, the others upper ones. Laid out in `src/solve/interior/passes.ts`.
 */
import { at32, list } from './lists';

/** Places in the table of addresses; the same order as in `src/solve/interior/passes.ts`. */
export const enum Slot {
  counts = 0,
  unknown,
  bound,
  place,
  starts,
  indices,
  values,
  cost,
  goal,
  isEquality,
  shortStarts,
  shortColumns,
  shortValues,
  entryOf,
  x,
  y,
  w,
  alongX,
  alongY,
  alongW,
  moreX,
  moreY,
  moreW,
  room,
  closeness,
  stiffness,
  gain,
  theta,
  give,
  slackness,
  inverse,
  primal,
  dual,
  fx,
  fy,
  missX,
  missY,
  found,
}

export const enum Count {
  columns = 0,
  rows,
  lowers,
  pairs,
  /** Rows from this one on are short: they are eliminated here. */
  longRows,
}

// @ts-ignore: decorator of AssemblyScript
@inline
export function count(table: usize, what: Count): i32 {
  return at32(list(table, Slot.counts), what);
}

// @ts-ignore: decorator of AssemblyScript
@inline
export function put(to: usize, index: i32, value: f64): void {
  store<f64>(to + (<usize>index << 3), value);
}

// @ts-ignore: decorator of AssemblyScript
@inline
export function add(to: usize, index: i32, value: f64): void {
  const cell = to + (<usize>index << 3);
  store<f64>(cell, load<f64>(cell) + value);
}

// @ts-ignore: decorator of AssemblyScript
@inline
export function found(table: usize, index: i32, value: f64): void {
  put(list(table, Slot.found), index, value);
}
