/**
 * L D Lᵀ front by front, and solves with it.
 * Called from `src/solve/interior/fronts.ts`, which lays out the lists and says what each means.
 *
 * All lists lie in one memory; `table` holds their addresses in the order of `Slot`. A block of L is height × width, by
 * columns, with the pivots' rows first; what is left of a front is a square of its other rows, lower half, on the stack.
 */
import { at32, at64, list } from './lists';

/** Places in the table of addresses; the same order as in `src/solve/interior/fronts.ts`. */
const enum Slot {
  first = 0,
  width,
  height,
  childStart,
  children,
  rowStart,
  rows,
  inParent,
  blockStart,
  entryStart,
  place,
  entries,
  diagonal,
  signs,
  l,
  d,
  stack,
  scratch,
}

/** A pivot of this size leaves its unknown as it is: for rows that depend on others, and what rounding has eaten. */
const SKIP: f64 = 1e40;

/** Factorises the matrix with the diagonal in `diagonal` (by position). Returns how many pivots had to be mended. */
export function factorise(table: usize, count: i32, leastPivot: f64): i32 {
  const first = list(table, Slot.first);
  const width = list(table, Slot.width);
  const height = list(table, Slot.height);
  const childStart = list(table, Slot.childStart);
  const children = list(table, Slot.children);
  const rowStart = list(table, Slot.rowStart);
  const inParent = list(table, Slot.inParent);
  const blockStart = list(table, Slot.blockStart);
  const entryStart = list(table, Slot.entryStart);
  const entries = list(table, Slot.entries);
  const place = list(table, Slot.place);
  const diagonal = list(table, Slot.diagonal);
  const l = list(table, Slot.l);
  const stack = list(table, Slot.stack);
  const scratch = list(table, Slot.scratch);
  let top: i32 = 0;
  let mended: i32 = 0;
  for (let k: i32 = 0; k < count; k++) {
    const w = at32(width, k);
    const h = at32(height, k);
    const c0 = at32(first, k);
    const rest = h - w;
    const block = l + (<usize>at32(blockStart, k) << 3);
    clear(block, w * h);
    let entry = at32(entryStart, c0);
    for (let own: i32 = 0; own < w; own++) {
      const end = at32(entryStart, c0 + own + 1);
      const own0 = block + (<usize>(own * h + own) << 3);
      store<f64>(own0, load<f64>(own0) + at64(diagonal, c0 + own));
      for (; entry < end; entry++) {
        const to = block + (<usize>at32(place, entry) << 3);
        store<f64>(to, load<f64>(to) + at64(entries, entry));
      }
    }
    // What is left of this front is made beyond its children's on the stack, then moved down over them.
    const left = stack + (<usize>top << 3);
    if (rest > 0) clear(left, rest * rest);
    let below = top;
    for (let c = at32(childStart, k + 1) - 1; c >= at32(childStart, k); c--) {
      const child = at32(children, c);
      const size = at32(height, child) - at32(width, child);
      below -= size * size;
      extendAdd(
        stack + (<usize>below << 3),
        size,
        inParent + (<usize>(at32(rowStart, child) + at32(width, child)) << 2),
        block,
        left,
        w,
        h,
      );
    }
    mended += eliminate(table, block, c0, w, h, leastPivot);
    if (rest > 0) {
      passOn(block, list(table, Slot.d) + (<usize>c0 << 3), w, h, left, scratch);
      if (below < top) moveDown(stack + (<usize>below << 3), left, rest * rest);
    }
    top = below + rest * rest;
  }
  return mended;
}

/** Most lists are short: a loop is quicker than a call for whole memory. */
// @ts-ignore: decorator of AssemblyScript
@inline
function clear(to: usize, size: i32): void {
  const zero = f64x2.splat(0);
  let i: i32 = 0;
  for (; i + 1 < size; i += 2) v128.store(to + (<usize>i << 3), zero);
  if (i < size) store<f64>(to + (<usize>i << 3), 0);
}

// @ts-ignore: decorator of AssemblyScript
@inline
function moveDown(to: usize, from: usize, size: i32): void {
  let i: i32 = 0;
  for (; i + 1 < size; i += 2) v128.store(to + (<usize>i << 3), v128.load(from + (<usize>i << 3)));
  if (i < size) store<f64>(to + (<usize>i << 3), at64(from, i));
}

/** A child's left-over square into the parent's block (columns up to w) and its own left-over (the rest). */
function extendAdd(from: usize, size: i32, where: usize, block: usize, left: usize, w: i32, h: i32): void {
  const rest = h - w;
  for (let j: i32 = 0; j < size; j++) {
    const column = at32(where, j);
    let to: usize;
    if (column < w) to = block + (<usize>(column * h) << 3);
    else to = left + (<usize>((column - w) * rest) << 3) - (<usize>w << 3);
    const source = from + (<usize>(j * size) << 3);
    for (let i: i32 = j; i < size; i++) {
      const cell = to + (<usize>at32(where, i) << 3);
      store<f64>(cell, load<f64>(cell) + at64(source, i));
    }
  }
}

/** The columns of the block: L in place, D apart. */
function eliminate(table: usize, block: usize, c0: i32, w: i32, h: i32, leastPivot: f64): i32 {
  const d = list(table, Slot.d);
  const signs = list(table, Slot.signs);
  let mended: i32 = 0;
  for (let j: i32 = 0; j < w; j++) {
    const column = block + (<usize>(j * h) << 3);
    for (let p: i32 = 0; p < j; p++) {
      const before = block + (<usize>(p * h) << 3);
      const y = at64(before, j) * at64(d, c0 + p);
      if (y != 0) subtract(column, before, y, j, h);
    }
    const sign: f64 = load<i8>(signs + c0 + j) > 0 ? 1 : -1;
    let pivot = at64(column, j);
    if (!(sign * pivot >= leastPivot)) {
      pivot = sign * SKIP;
      mended++;
    }
    store<f64>(d + (<usize>(c0 + j) << 3), pivot);
    store<f64>(column + (<usize>j << 3), 1);
    const inverse: f64 = 1 / pivot;
    const inverses = f64x2.splat(inverse);
    let i = j + 1;
    for (; i + 1 < h; i += 2) {
      const cell = column + (<usize>i << 3);
      v128.store(cell, f64x2.mul(v128.load(cell), inverses));
    }
    if (i < h) {
      const cell = column + (<usize>i << 3);
      store<f64>(cell, load<f64>(cell) * inverse);
    }
  }
  return mended;
}

/** to[i] −= from[i] × y for i from `start` to `end`. */
// @ts-ignore: decorator of AssemblyScript
@inline
function subtract(to: usize, from: usize, y: f64, start: i32, end: i32): void {
  const ys = f64x2.splat(y);
  let i = start;
  for (; i + 1 < end; i += 2) {
    const cell = to + (<usize>i << 3);
    v128.store(cell, f64x2.sub(v128.load(cell), f64x2.mul(v128.load(from + (<usize>i << 3)), ys)));
  }
  if (i < end) {
    const cell = to + (<usize>i << 3);
    store<f64>(cell, load<f64>(cell) - at64(from, i) * y);
  }
}

/** left −= L₂ D L₂ᵀ, lower half: four columns and four rows at a time stay in registers. */
function passOn(block: usize, d: usize, w: i32, h: i32, left: usize, scratch: usize): void {
  const rest = h - w;
  const below = block + (<usize>w << 3);
  const step = <usize>h << 3;
  let j: i32 = 0;
  for (; j + 3 < rest; j += 4) {
    // scratch: D L₂ᵀ of these four columns, pivot by pivot.
    for (let p: i32 = 0; p < w; p++) {
      const source = below + step * p + (<usize>j << 3);
      const pivot = f64x2.splat(at64(d, p));
      const to = scratch + (<usize>p << 5);
      v128.store(to, f64x2.mul(v128.load(source), pivot));
      v128.store(to, f64x2.mul(v128.load(source, 16), pivot), 16);
    }
    const c0 = left + (<usize>(j * rest) << 3);
    const c1 = c0 + (<usize>rest << 3);
    const c2 = c1 + (<usize>rest << 3);
    const c3 = c2 + (<usize>rest << 3);
    let i = j;
    for (; i + 3 < rest; i += 4) {
      const at = <usize>i << 3;
      let a0 = v128.load(c0 + at);
      let b0 = v128.load(c0 + at, 16);
      let a1 = v128.load(c1 + at);
      let b1 = v128.load(c1 + at, 16);
      let a2 = v128.load(c2 + at);
      let b2 = v128.load(c2 + at, 16);
      let a3 = v128.load(c3 + at);
      let b3 = v128.load(c3 + at, 16);
      let source = below + at;
      let y = scratch;
      for (let p: i32 = 0; p < w; p++) {
        const top = v128.load(source);
        const low = v128.load(source, 16);
        const y0 = v128.load_splat<f64>(y);
        const y1 = v128.load_splat<f64>(y, 8);
        const y2 = v128.load_splat<f64>(y, 16);
        const y3 = v128.load_splat<f64>(y, 24);
        a0 = f64x2.sub(a0, f64x2.mul(top, y0));
        b0 = f64x2.sub(b0, f64x2.mul(low, y0));
        a1 = f64x2.sub(a1, f64x2.mul(top, y1));
        b1 = f64x2.sub(b1, f64x2.mul(low, y1));
        a2 = f64x2.sub(a2, f64x2.mul(top, y2));
        b2 = f64x2.sub(b2, f64x2.mul(low, y2));
        a3 = f64x2.sub(a3, f64x2.mul(top, y3));
        b3 = f64x2.sub(b3, f64x2.mul(low, y3));
        source += step;
        y += 32;
      }
      v128.store(c0 + at, a0);
      v128.store(c0 + at, b0, 16);
      v128.store(c1 + at, a1);
      v128.store(c1 + at, b1, 16);
      v128.store(c2 + at, a2);
      v128.store(c2 + at, b2, 16);
      v128.store(c3 + at, a3);
      v128.store(c3 + at, b3, 16);
    }
    for (; i < rest; i++) {
      const at = <usize>i << 3;
      let s0: f64 = 0;
      let s1: f64 = 0;
      let s2: f64 = 0;
      let s3: f64 = 0;
      let source = below + at;
      let y = scratch;
      for (let p: i32 = 0; p < w; p++) {
        const value = load<f64>(source);
        s0 += value * load<f64>(y);
        s1 += value * load<f64>(y, 8);
        s2 += value * load<f64>(y, 16);
        s3 += value * load<f64>(y, 24);
        source += step;
        y += 32;
      }
      store<f64>(c0 + at, load<f64>(c0 + at) - s0);
      store<f64>(c1 + at, load<f64>(c1 + at) - s1);
      store<f64>(c2 + at, load<f64>(c2 + at) - s2);
      store<f64>(c3 + at, load<f64>(c3 + at) - s3);
    }
  }
  for (; j < rest; j++) {
    const column = left + (<usize>(j * rest) << 3);
    for (let p: i32 = 0; p < w; p++) {
      const source = below + step * p;
      subtract(column, source, at64(source, j) * at64(d, p), j, rest);
    }
  }
}

/** Solves L D Lᵀ x = b in place; x is by position. */
export function solve(table: usize, count: i32, size: i32, x: usize): void {
  const first = list(table, Slot.first);
  const width = list(table, Slot.width);
  const height = list(table, Slot.height);
  const rowStart = list(table, Slot.rowStart);
  const rows = list(table, Slot.rows);
  const blockStart = list(table, Slot.blockStart);
  const l = list(table, Slot.l);
  const d = list(table, Slot.d);
  const t = list(table, Slot.scratch);
  for (let k: i32 = 0; k < count; k++) {
    const w = at32(width, k);
    const h = at32(height, k);
    let block = l + (<usize>at32(blockStart, k) << 3);
    const own = x + (<usize>at32(first, k) << 3);
    const rest = h - w;
    const others = rows + (<usize>(at32(rowStart, k) + w) << 2);
    if (w == 1) {
      const y = load<f64>(own);
      block += 8;
      for (let i: i32 = 0; i < rest; i++) {
        const cell = x + (<usize>at32(others, i) << 3);
        store<f64>(cell, load<f64>(cell) - at64(block, i) * y);
      }
      continue;
    }
    clear(t, rest);
    for (let j: i32 = 0; j < w; j++) {
      const y = at64(own, j);
      if (y != 0) {
        for (let i = j + 1; i < w; i++) {
          const cell = own + (<usize>i << 3);
          store<f64>(cell, load<f64>(cell) - at64(block, i) * y);
        }
        subtract(t, block + (<usize>w << 3), y, 0, rest);
      }
      block += <usize>h << 3;
    }
    for (let i: i32 = 0; i < rest; i++) {
      const cell = x + (<usize>at32(others, i) << 3);
      store<f64>(cell, load<f64>(cell) + at64(t, i));
    }
  }
  for (let position: i32 = 0; position < size; position++) {
    const cell = x + (<usize>position << 3);
    store<f64>(cell, load<f64>(cell) / at64(d, position));
  }
  for (let k = count - 1; k >= 0; k--) {
    const w = at32(width, k);
    const h = at32(height, k);
    const rest = h - w;
    const own = x + (<usize>at32(first, k) << 3);
    const others = rows + (<usize>(at32(rowStart, k) + w) << 2);
    let block = l + (<usize>(at32(blockStart, k) + (w - 1) * h) << 3);
    if (w == 1) {
      let y = load<f64>(own);
      block += 8;
      for (let i: i32 = 0; i < rest; i++) y -= at64(block, i) * load<f64>(x + (<usize>at32(others, i) << 3));
      store<f64>(own, y);
      continue;
    }
    for (let i: i32 = 0; i < rest; i++)
      store<f64>(t + (<usize>i << 3), load<f64>(x + (<usize>at32(others, i) << 3)));
    for (let j = w - 1; j >= 0; j--) {
      let y = at64(own, j);
      for (let i = j + 1; i < w; i++) y -= at64(block, i) * at64(own, i);
      const source = block + (<usize>w << 3);
      let sums = f64x2.splat(0);
      let i: i32 = 0;
      for (; i + 1 < rest; i += 2)
        sums = f64x2.add(
          sums,
          f64x2.mul(v128.load(source + (<usize>i << 3)), v128.load(t + (<usize>i << 3))),
        );
      if (i < rest) y -= at64(source, i) * at64(t, i);
      y -= f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
      store<f64>(own + (<usize>j << 3), y);
      block -= <usize>h << 3;
    }
  }
}
