/**
 * One pass over all unknowns after another: residuals, the Newton system's diagonal and right sides, directions, how far one
 * may go along them.
 * Called from `src/solve/interior/newton.ts`, `steps.ts` and `path.ts`, where it is said what each pass is for; the lists are
 * laid out in `passes.ts` there. A pair is a bound of an unknown (column, or columns + row): those before `lowers` are lower
 * bounds, the others upper ones.
 */
import { at32, at64, list } from './lists';

/** Places in the table of addresses; the same order as in `src/solve/interior/passes.ts`. */
const enum Slot {
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

const enum Count {
  columns = 0,
  rows,
  lowers,
  pairs,
  /** Rows from this one on are short: they are eliminated here. */
  longRows,
}

// @ts-ignore: decorator of AssemblyScript
@inline
function count(table: usize, what: Count): i32 {
  return at32(list(table, Slot.counts), what);
}

// @ts-ignore: decorator of AssemblyScript
@inline
function put(to: usize, index: i32, value: f64): void {
  store<f64>(to + (<usize>index << 3), value);
}

// @ts-ignore: decorator of AssemblyScript
@inline
function add(to: usize, index: i32, value: f64): void {
  const cell = to + (<usize>index << 3);
  store<f64>(cell, load<f64>(cell) + value);
}

// @ts-ignore: decorator of AssemblyScript
@inline
function found(table: usize, index: i32, value: f64): void {
  put(list(table, Slot.found), index, value);
}

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
    add(theta, at, price * close);
    sum += own * price;
  }
  matrix(table, diagonal, entries, rho, delta);
  return sum;
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

/** What a solution misses of its right side; found: the most missed, the most asked for. */
export function missing(table: usize, more: bool, rho: f64): void {
  const n = count(table, Count.columns);
  const m = count(table, Count.rows);
  const starts = list(table, Slot.starts);
  const indices = list(table, Slot.indices);
  const values = list(table, Slot.values);
  const theta = list(table, Slot.theta);
  const slackness = list(table, Slot.slackness);
  const fx = list(table, Slot.fx);
  const fy = list(table, Slot.fy);
  const missX = list(table, Slot.missX);
  const missY = list(table, Slot.missY);
  const dx = list(table, more ? Slot.moreX : Slot.alongX);
  const dy = list(table, more ? Slot.moreY : Slot.alongY);
  for (let row: i32 = 0; row < m; row++)
    put(missY, row, at64(fy, row) - at64(slackness, row) * at64(dy, row));
  let at: i32 = 0;
  for (let column: i32 = 0; column < n; column++) {
    const end = at32(starts, column + 1);
    const size = at64(dx, column);
    let miss = at64(fx, column) + (at64(theta, column) + rho) * size;
    for (; at < end; at++) {
      const row = at32(indices, at);
      const value = at64(values, at);
      add(missY, row, -value * size);
      miss -= value * at64(dy, row);
    }
    put(missX, column, miss);
  }
  found(table, 0, max(largest(missX, n), largest(missY, m)));
  found(table, 1, max(largest(fx, n), largest(fy, m)));
}

/**
 * Slacks and bound prices of a direction from its columns and rows; and how far one may go along `along + weight × more` for
 * four weights of sizes and four of prices (in `found`, first to last; along itself: as it is): the eight steps up to 1 take
 * their place.
 */
export function finish(table: usize, more: bool): void {
  const n = count(table, Count.columns);
  const m = count(table, Count.rows);
  const lowers = count(table, Count.lowers);
  const pairs = count(table, Count.pairs);
  const unknown = list(table, Slot.unknown);
  const closeness = list(table, Slot.closeness);
  const gain = list(table, Slot.gain);
  const give = list(table, Slot.give);
  const w = list(table, Slot.w);
  const fx = list(table, Slot.fx);
  const alongX = list(table, Slot.alongX);
  const alongW = list(table, Slot.alongW);
  const dx = list(table, more ? Slot.moreX : Slot.alongX);
  const dy = list(table, more ? Slot.moreY : Slot.alongY);
  const dw = list(table, more ? Slot.moreW : Slot.alongW);
  for (let row: i32 = 0; row < m; row++)
    put(dx, n + row, -at64(give, row) * (at64(dy, row) + at64(fx, n + row)));
  const out = list(table, Slot.found);
  const sizes = v128.load(out);
  const sizes2 = v128.load(out, 16);
  const prices = v128.load(out, 32);
  const prices2 = v128.load(out, 48);
  // The largest share of its room (or price) that a pair would lose in a whole step.
  let loss = f64x2.splat(1);
  let loss2 = f64x2.splat(1);
  let fall = f64x2.splat(1);
  let fall2 = f64x2.splat(1);
  for (let k: i32 = 0; k < pairs; k++) {
    const at = at32(unknown, k);
    const price = at64(w, k);
    const close = at64(closeness, k);
    const towards: f64 = k < lowers ? -close : close;
    const move = at64(dx, at);
    const rise = at64(gain, k) * close + price * move * towards;
    put(dw, k, rise);
    const inverse: f64 = -1 / price;
    if (!more) {
      loss = f64x2.pmax(loss, f64x2.splat(move * towards));
      fall = f64x2.pmax(fall, f64x2.splat(rise * inverse));
      continue;
    }
    const own = f64x2.splat(at64(alongX, at) * towards);
    const other = f64x2.splat(move * towards);
    loss = f64x2.pmax(loss, f64x2.add(own, f64x2.mul(other, sizes)));
    loss2 = f64x2.pmax(loss2, f64x2.add(own, f64x2.mul(other, sizes2)));
    const ownPrice = f64x2.splat(at64(alongW, k) * inverse);
    const otherPrice = f64x2.splat(rise * inverse);
    fall = f64x2.pmax(fall, f64x2.add(ownPrice, f64x2.mul(otherPrice, prices)));
    fall2 = f64x2.pmax(fall2, f64x2.add(ownPrice, f64x2.mul(otherPrice, prices2)));
  }
  const one = f64x2.splat(1);
  v128.store(out, f64x2.div(one, loss));
  v128.store(out, f64x2.div(one, loss2), 16);
  v128.store(out, f64x2.div(one, fall), 32);
  v128.store(out, f64x2.div(one, fall2), 48);
}

/** to += from × weight. */
function addTo(to: usize, from: usize, size: i32, weight: f64): void {
  const weights = f64x2.splat(weight);
  let at: i32 = 0;
  for (; at + 1 < size; at += 2) {
    const cell = to + (<usize>at << 3);
    v128.store(cell, f64x2.add(v128.load(cell), f64x2.mul(v128.load(from + (<usize>at << 3)), weights)));
  }
  if (at < size) add(to, at, weight * at64(from, at));
}

/** Adds the corrector to the direction, apart for sizes and prices. */
export function blend(table: usize, sizes: f64, prices: f64): void {
  const n = count(table, Count.columns);
  const m = count(table, Count.rows);
  if (sizes !== 0) addTo(list(table, Slot.alongX), list(table, Slot.moreX), n + m, sizes);
  if (prices === 0) return;
  addTo(list(table, Slot.alongY), list(table, Slot.moreY), m, prices);
  addTo(list(table, Slot.alongW), list(table, Slot.moreW), count(table, Count.pairs), prices);
}

/** Sum of the products after steps along the direction. */
export function after(table: usize, sizes: f64, prices: f64): f64 {
  const lowers = count(table, Count.lowers);
  const pairs = count(table, Count.pairs);
  const unknown = list(table, Slot.unknown);
  const room = list(table, Slot.room);
  const w = list(table, Slot.w);
  const dx = list(table, Slot.alongX);
  const dw = list(table, Slot.alongW);
  let sum: f64 = 0;
  for (let k: i32 = 0; k < pairs; k++) {
    const move = at64(dx, at32(unknown, k));
    const own = at64(room, k) + sizes * (k < lowers ? move : -move);
    sum += own * (at64(w, k) + prices * at64(dw, k));
  }
  return sum;
}

/** Gains that bring each product to the target, with the direction's own product taken off (Mehrotra 1992). */
export function second(table: usize, target: f64): void {
  const lowers = count(table, Count.lowers);
  const pairs = count(table, Count.pairs);
  const unknown = list(table, Slot.unknown);
  const dx = list(table, Slot.alongX);
  const dw = list(table, Slot.alongW);
  const gain = list(table, Slot.gain);
  for (let k: i32 = 0; k < pairs; k++) {
    const product = at64(dx, at32(unknown, k)) * at64(dw, k);
    put(gain, k, target + (k < lowers ? -product : product));
  }
}

/** Gains that bring products after the steps between `low` and `high` (Gondzio 1996). */
export function central(table: usize, sizes: f64, prices: f64, low: f64, high: f64): void {
  const lowers = count(table, Count.lowers);
  const pairs = count(table, Count.pairs);
  const unknown = list(table, Slot.unknown);
  const room = list(table, Slot.room);
  const w = list(table, Slot.w);
  const dx = list(table, Slot.alongX);
  const dw = list(table, Slot.alongW);
  const gain = list(table, Slot.gain);
  for (let k: i32 = 0; k < pairs; k++) {
    const move = at64(dx, at32(unknown, k));
    const own = at64(room, k) + sizes * (k < lowers ? move : -move);
    const product = own * (at64(w, k) + prices * at64(dw, k));
    put(gain, k, product < low ? low - product : product > high ? max(high - product, -high) : 0);
  }
}

/** Moves the point; a room stays above what rounding can tell from its bound, a price above zero. */
export function take(table: usize, sizes: f64, prices: f64, least: f64, rounding: f64): void {
  const n = count(table, Count.columns);
  const m = count(table, Count.rows);
  const lowers = count(table, Count.lowers);
  const pairs = count(table, Count.pairs);
  const unknown = list(table, Slot.unknown);
  const bound = list(table, Slot.bound);
  const x = list(table, Slot.x);
  const w = list(table, Slot.w);
  const dw = list(table, Slot.alongW);
  addTo(x, list(table, Slot.alongX), n + m, sizes);
  addTo(list(table, Slot.y), list(table, Slot.alongY), m, prices);
  for (let k: i32 = 0; k < pairs; k++) {
    const cell = x + (<usize>at32(unknown, k) << 3);
    const limit = at64(bound, k);
    const room = max(least, rounding * abs(limit));
    if (k < lowers) store<f64>(cell, max(load<f64>(cell), limit + room));
    else store<f64>(cell, min(load<f64>(cell), limit - room));
    put(w, k, max(at64(w, k) + prices * at64(dw, k), least));
  }
}
