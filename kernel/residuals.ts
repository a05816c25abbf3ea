/**
 * What a point misses of the program, and a solution of the Newton system of its right side.
 * Called from `src/solve/interior/path.ts` and `newton.ts` through `passes.ts` there.
 */
import { at32, at64, list } from './lists';
import { add, Count, count, found, put, Slot } from './vectors';

/** Residuals of rows and prices; found: the objective's two sides, the largest residual of each kind (NaN when one is). */
export function look(table: usize): void {
  const n = count(table, Count.columns);
  const m = count(table, Count.rows);
  const lowers = count(table, Count.lowers);
  const pairs = count(table, Count.pairs);
  const unknown = list(table, Slot.unknown);
  const bound = list(table, Slot.bound);
  const starts = list(table, Slot.starts);
  const indices = list(table, Slot.indices);
  const values = list(table, Slot.values);
  const cost = list(table, Slot.cost);
  const goal = list(table, Slot.goal);
  const isEquality = list(table, Slot.isEquality);
  const x = list(table, Slot.x);
  const y = list(table, Slot.y);
  const w = list(table, Slot.w);
  const primal = list(table, Slot.primal);
  const dual = list(table, Slot.dual);
  let sizeSide: f64 = 0;
  let priceSide: f64 = 0;
  for (let row: i32 = 0; row < m; row++) {
    const equality = load<u8>(isEquality + row) !== 0;
    put(primal, row, equality ? at64(goal, row) : at64(x, n + row));
    put(dual, n + row, equality ? 0 : at64(y, row));
    priceSide += at64(goal, row) * at64(y, row);
  }
  let at: i32 = 0;
  for (let column: i32 = 0; column < n; column++) {
    const end = at32(starts, column + 1);
    const size = at64(x, column);
    let price = at64(cost, column);
    sizeSide += price * size;
    for (; at < end; at++) {
      const row = at32(indices, at);
      const value = at64(values, at);
      add(primal, row, -value * size);
      price -= value * at64(y, row);
    }
    put(dual, column, price);
  }
  for (let k: i32 = 0; k < lowers; k++) {
    const price = at64(w, k);
    add(dual, at32(unknown, k), -price);
    priceSide += at64(bound, k) * price;
  }
  for (let k = lowers; k < pairs; k++) {
    const price = at64(w, k);
    add(dual, at32(unknown, k), price);
    priceSide -= at64(bound, k) * price;
  }
  found(table, 0, sizeSide);
  found(table, 1, priceSide);
  found(table, 2, largest(primal, m));
  found(table, 3, largest(dual, n + m));
}

function largest(values: usize, size: i32): f64 {
  let most: f64 = 0;
  for (let at: i32 = 0; at < size; at++) most = max(most, abs(at64(values, at)));
  return most;
}

/**
 * What a solution misses of its right side in the system without ρ and δ; found: the most missed and the most asked for, of columns
 * and of rows.
 */
export function missing(table: usize, more: bool): void {
  const n = count(table, Count.columns);
  const m = count(table, Count.rows);
  const starts = list(table, Slot.starts);
  const indices = list(table, Slot.indices);
  const values = list(table, Slot.values);
  const theta = list(table, Slot.theta);
  const give = list(table, Slot.give);
  const fx = list(table, Slot.fx);
  const fy = list(table, Slot.fy);
  const missX = list(table, Slot.missX);
  const missY = list(table, Slot.missY);
  const dx = list(table, more ? Slot.moreX : Slot.alongX);
  const dy = list(table, more ? Slot.moreY : Slot.alongY);
  for (let row: i32 = 0; row < m; row++)
    put(missY, row, at64(fy, row) - at64(give, row) * at64(dy, row));
  let at: i32 = 0;
  for (let column: i32 = 0; column < n; column++) {
    const end = at32(starts, column + 1);
    const size = at64(dx, column);
    let miss = at64(fx, column) + at64(theta, column) * size;
    for (; at < end; at++) {
      const row = at32(indices, at);
      const value = at64(values, at);
      add(missY, row, -value * size);
      miss -= value * at64(dy, row);
    }
    put(missX, column, miss);
  }
  found(table, 0, largest(missX, n));
  found(table, 1, largest(fx, n));
  found(table, 2, largest(missY, m));
  found(table, 3, largest(fy, m));
}
