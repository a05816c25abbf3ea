/**
 * Directions: their slacks and prices, how far one may go along them, blending them, walking.
 * Called from `src/solve/interior/newton.ts`, `steps.ts` and `path.ts` through `passes.ts` there.
 */
import { at32, at64, list } from './lists';
import { add, Count, count, put, Slot } from './vectors';

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
  const stiffness = list(table, Slot.stiffness);
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
    const stiff = at64(stiffness, k);
    const rise = at64(gain, k) * close + (k < lowers ? -stiff : stiff) * move;
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
