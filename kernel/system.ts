/**
 * The Newton system's diagonal and right sides, in the order of elimination and back; short rows are eliminated here.
 * Called from `src/solve/interior/newton.ts` through `passes.ts` there.
 */
import { at32, at64, list } from './lists';
import { add, Count, count, put, Slot } from './vectors';

/** Rooms of the point, what each product has to lose, Θ and the system's diagonal. Returns the sum of the products. */
export function center(table: usize, diagonal: usize, entries: usize, rho: f64, delta: f64): f64 {
  const lowers = count(table, Count.lowers);
  const pairs = count(table, Count.pairs);
  const unknown = list(table, Slot.unknown);
  const bound = list(table, Slot.bound);
  const x = list(table, Slot.x);
  const w = list(table, Slot.w);
  const room = list(table, Slot.room);
  const closeness = list(table, Slot.closeness);
  const stiffness = list(table, Slot.stiffness);
  const gain = list(table, Slot.gain);
  const theta = list(table, Slot.theta);
  memory.fill(theta, 0, <usize>(count(table, Count.columns) + count(table, Count.rows)) << 3);
  let sum: f64 = 0;
  for (let k: i32 = 0; k < pairs; k++) {
    const at = at32(unknown, k);
    const price = at64(w, k);
    const away = at64(x, at) - at64(bound, k);
    const own = k < lowers ? away : -away;
    const close = 1 / own;
    put(room, k, own);
    put(closeness, k, close);
    put(gain, k, -own * price);
    put(stiffness, k, price * close);
    add(theta, at, price * close);
    sum += own * price;
  }
  matrix(table, diagonal, entries, rho, delta);
  return sum;
}

/**
 * Holds the pairs that end the steps early: those whose room (price) would be gone before the step `sizes` (`prices`). Each is
 * drawn towards losing the share `keep` of it by a spring `firm` times as stiff as its own; the gains are what that spring
 * asks for beside the direction that stands. Θ is made anew.
 */
export function hold(table: usize, sizes: f64, prices: f64, keep: f64, firm: f64): void {
  const lowers = count(table, Count.lowers);
  const pairs = count(table, Count.pairs);
  const unknown = list(table, Slot.unknown);
  const w = list(table, Slot.w);
  const room = list(table, Slot.room);
  const stiffness = list(table, Slot.stiffness);
  const gain = list(table, Slot.gain);
  const theta = list(table, Slot.theta);
  const dx = list(table, Slot.alongX);
  const dw = list(table, Slot.alongW);
  memory.fill(theta, 0, <usize>(count(table, Count.columns) + count(table, Count.rows)) << 3);
  for (let k: i32 = 0; k < pairs; k++) {
    const at = at32(unknown, k);
    const own = at64(room, k);
    const price = at64(w, k);
    const move: f64 = k < lowers ? at64(dx, at) : -at64(dx, at);
    const rise = at64(dw, k);
    const isSize = own + sizes * move < 0;
    const isPrice = price + prices * rise < 0;
    let stiff = at64(stiffness, k);
    let wanted: f64 = 0;
    if (isSize !== isPrice) {
      if (isSize) {
        wanted = (1 - firm) * price * (move + keep * own);
        stiff *= firm;
      } else {
        wanted = (1 / firm - 1) * own * (rise + keep * price);
        stiff /= firm;
      }
      put(stiffness, k, stiff);
    }
    put(gain, k, wanted);
    add(theta, at, stiff);
  }
}

/** The diagonal for the Θ that stands, and what short rows leave between their columns. */
export function matrix(table: usize, diagonal: usize, entries: usize, rho: f64, delta: f64): void {
  const long = count(table, Count.longRows);
  const starts = list(table, Slot.shortStarts);
  const columns = list(table, Slot.shortColumns);
  const values = list(table, Slot.shortValues);
  const entryOf = list(table, Slot.entryOf);
  const inverse = list(table, Slot.inverse);
  const n = count(table, Count.columns);
  const m = count(table, Count.rows);
  const place = list(table, Slot.place);
  const theta = list(table, Slot.theta);
  const give = list(table, Slot.give);
  const slackness = list(table, Slot.slackness);
  const isEquality = list(table, Slot.isEquality);
  for (let column: i32 = 0; column < n; column++)
    put(diagonal, at32(place, column), -(at64(theta, column) + rho));
  for (let row: i32 = 0; row < m; row++) {
    const own: f64 = load<u8>(isEquality + row) !== 0 ? 0 : 1 / (at64(theta, n + row) + rho);
    put(give, row, own);
    put(slackness, row, own + delta);
    if (row < long) put(diagonal, at32(place, n + row), own + delta);
  }
  let pair: i32 = 0;
  for (let row: i32 = long; row < m; row++) {
    const lent = 1 / at64(slackness, row);
    put(inverse, row - long, lent);
    const end = at32(starts, row - long + 1);
    for (let one = at32(starts, row - long); one < end; one++) {
      const value = at64(values, one);
      add(diagonal, at32(place, at32(columns, one)), -value * value * lent);
      for (let other = one + 1; other < end; other++)
        put(entries, at32(entryOf, pair++), -value * at64(values, other) * lent);
    }
  }
}

/** The right side for the gains wanted, with the residuals or without them. */
export function right(table: usize, residuals: bool): void {
  const n = count(table, Count.columns);
  const m = count(table, Count.rows);
  const lowers = count(table, Count.lowers);
  const pairs = count(table, Count.pairs);
  const unknown = list(table, Slot.unknown);
  const closeness = list(table, Slot.closeness);
  const gain = list(table, Slot.gain);
  const give = list(table, Slot.give);
  const primal = list(table, Slot.primal);
  const fx = list(table, Slot.fx);
  const fy = list(table, Slot.fy);
  const bytes = <usize>(n + m) << 3;
  if (residuals) memory.copy(fx, list(table, Slot.dual), bytes);
  else memory.fill(fx, 0, bytes);
  for (let k: i32 = 0; k < lowers; k++) add(fx, at32(unknown, k), -at64(gain, k) * at64(closeness, k));
  for (let k = lowers; k < pairs; k++) add(fx, at32(unknown, k), at64(gain, k) * at64(closeness, k));
  for (let row: i32 = 0; row < m; row++) {
    const miss: f64 = residuals ? at64(primal, row) : 0;
    put(fy, row, miss - at64(give, row) * at64(fx, n + row));
  }
}

/** The right side (or what is missing of it) into the factorisation's order. */
export function spread(table: usize, side: usize, missing: bool): void {
  const n = count(table, Count.columns);
  const m = count(table, Count.rows);
  const long = count(table, Count.longRows);
  const place = list(table, Slot.place);
  const ofColumns = list(table, missing ? Slot.missX : Slot.fx);
  const ofRows = list(table, missing ? Slot.missY : Slot.fy);
  for (let column: i32 = 0; column < n; column++) put(side, at32(place, column), at64(ofColumns, column));
  for (let row: i32 = 0; row < long; row++) put(side, at32(place, n + row), at64(ofRows, row));
  const starts = list(table, Slot.shortStarts);
  const columns = list(table, Slot.shortColumns);
  const values = list(table, Slot.shortValues);
  const inverse = list(table, Slot.inverse);
  let at: i32 = 0;
  for (let row: i32 = long; row < m; row++) {
    const lent = at64(ofRows, row) * at64(inverse, row - long);
    const end = at32(starts, row - long + 1);
    for (; at < end; at++) add(side, at32(place, at32(columns, at)), -at64(values, at) * lent);
  }
}

/** The solution back from the factorisation's order; `refined`: to be added, its right side was what was missing. */
export function collect(table: usize, side: usize, more: bool, refined: bool): void {
  const n = count(table, Count.columns);
  const m = count(table, Count.rows);
  const long = count(table, Count.longRows);
  const place = list(table, Slot.place);
  const starts = list(table, Slot.shortStarts);
  const columns = list(table, Slot.shortColumns);
  const values = list(table, Slot.shortValues);
  const inverse = list(table, Slot.inverse);
  const ofRows = list(table, refined ? Slot.missY : Slot.fy);
  const dx = list(table, more ? Slot.moreX : Slot.alongX);
  const dy = list(table, more ? Slot.moreY : Slot.alongY);
  if (!refined) {
    memory.fill(dx, 0, <usize>n << 3);
    memory.fill(dy, 0, <usize>m << 3);
  }
  for (let column: i32 = 0; column < n; column++) add(dx, column, at64(side, at32(place, column)));
  for (let row: i32 = 0; row < long; row++) add(dy, row, at64(side, at32(place, n + row)));
  let at: i32 = 0;
  for (let row: i32 = long; row < m; row++) {
    const end = at32(starts, row - long + 1);
    let left = at64(ofRows, row);
    for (; at < end; at++) left -= at64(values, at) * at64(side, at32(place, at32(columns, at)));
    add(dy, row, left * at64(inverse, row - long));
  }
}
