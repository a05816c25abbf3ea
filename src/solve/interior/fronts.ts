/**
 * L D Lᵀ of a quasi-definite matrix, front by front (multifrontal: Duff & Reid 1983), and solves with it.
 * In: the tree, once; then values of the matrix again and again. Out: factors, solutions in place.
 *
 * Every pivot's sign is known beforehand (columns −, rows +), so the order is static (Vanderbei 1995); a pivot that rounding
 * has made too small or of the wrong sign is set to a small one of the right sign and counted.
 */
import type { Graph } from './graph.ts';
import type { Tree } from './tree.ts';

/** A pivot of this size leaves its unknown as it is: for rows that depend on others, and what rounding has eaten. */
const SKIP = 1e40;

export interface Fronts {
  readonly tree: Tree;
  /** Blocks of L (unit diagonal), D by position. */
  readonly l: Float64Array;
  readonly d: Float64Array;
  /** Entries of the matrix by columns in the tree's order: diagonal first, then the lower part. */
  readonly entryStart: Int32Array;
  readonly entries: Float64Array;
  /** entry → its place in the front of its supernode. */
  readonly slot: Int32Array;
  /** position → +1 or −1. */
  readonly signs: Int8Array;
  readonly front: Float64Array;
  readonly stack: Float64Array;
}

/** `isRow(node)` tells the sign of a pivot. Off-diagonal entries are set once, from the graph. */
export function openFronts(graph: Graph, tree: Tree, isRow: (node: number) => boolean): Fronts {
  const { size, order, place } = tree;
  const entryStart = new Int32Array(size + 1);
  for (let position = 0; position < size; position++) {
    const node = order[position];
    let count = 1;
    for (let at = graph.starts[node]; at < graph.starts[node + 1]; at++)
      if (place[graph.neighbours[at]] > position) count++;
    entryStart[position + 1] = entryStart[position] + count;
  }
  const entries = new Float64Array(entryStart[size]);
  const slot = new Int32Array(entryStart[size]);
  const inFront = new Int32Array(size);
  for (let k = 0; k < tree.count; k++) {
    const height = tree.height[k];
    for (let at = 0; at < height; at++) inFront[tree.rows[tree.rowStart[k] + at]] = at;
    for (let own = 0; own < tree.width[k]; own++) {
      const position = tree.first[k] + own;
      const node = order[position];
      let entry = entryStart[position];
      slot[entry++] = own * height + own;
      for (let at = graph.starts[node]; at < graph.starts[node + 1]; at++) {
        const row = place[graph.neighbours[at]];
        if (row <= position) continue;
        entries[entry] = graph.coefficients[at];
        slot[entry++] = own * height + inFront[row];
      }
    }
  }
  return {
    tree,
    l: new Float64Array(tree.blockStart[tree.count]),
    d: new Float64Array(size),
    entryStart,
    entries,
    slot,
    signs: Int8Array.from(order, (node) => (isRow(node) ? 1 : -1)),
    front: new Float64Array(tree.largestFront ** 2),
    stack: new Float64Array(tree.stackSize),
  };
}

/** Factorises the matrix with this diagonal (by node). Returns how many pivots had to be mended. */
export function factorise(fronts: Fronts, diagonal: Float64Array, leastPivot: number): number {
  const { tree, l, entryStart, entries, slot, front, stack } = fronts;
  const { first, width, height, children, childStart, rowStart, inParent, blockStart } = tree;
  let top = 0;
  let mended = 0;
  for (let k = 0; k < tree.count; k++) {
    const w = width[k];
    const h = height[k];
    const c0 = first[k];
    front.fill(0, 0, h * h);
    for (let position = c0; position < c0 + w; position++) {
      const begin = entryStart[position];
      front[slot[begin]] += diagonal[tree.order[position]];
      for (let entry = begin + 1; entry < entryStart[position + 1]; entry++)
        front[slot[entry]] += entries[entry];
    }
    for (let at = childStart[k + 1] - 1; at >= childStart[k]; at--) {
      const child = children[at];
      const rest = height[child] - width[child];
      top -= rest * rest;
      const base = rowStart[child] + width[child];
      for (let j = 0; j < rest; j++) {
        const column = inParent[base + j] * h;
        const from = top + j * rest;
        for (let i = j; i < rest; i++) front[column + inParent[base + i]] += stack[from + i];
      }
    }
    mended += eliminate(fronts, c0, w, h, leastPivot);
    if (h > w) {
      passOn(fronts, c0, w, h, top);
      top += (h - w) * (h - w);
    }
    const block = blockStart[k];
    for (let at = 0; at < w * h; at++) l[block + at] = front[at];
  }
  return mended;
}

/** The columns of the front that are fully summed: L in place, D apart. */
function eliminate(
  { front, d, signs }: Fronts,
  c0: number,
  w: number,
  h: number,
  leastPivot: number,
): number {
  let mended = 0;
  for (let j = 0; j < w; j++) {
    const column = j * h;
    for (let p = 0; p < j; p++) {
      const before = p * h;
      const y = front[before + j] * d[c0 + p];
      if (y === 0) continue;
      for (let i = j; i < h; i++) front[column + i] -= front[before + i] * y;
    }
    const sign = signs[c0 + j];
    let pivot = front[column + j];
    if (!(sign * pivot >= leastPivot)) {
      pivot = sign * SKIP;
      mended++;
    }
    d[c0 + j] = pivot;
    front[column + j] = 1;
    const inverse = 1 / pivot;
    for (let i = j + 1; i < h; i++) front[column + i] *= inverse;
  }
  return mended;
}

/** What is left of the front after its columns, onto the stack for the parent. Four columns at a time keep V8 in registers. */
function passOn({ front, d, stack }: Fronts, c0: number, w: number, h: number, top: number): void {
  const rest = h - w;
  for (let j = w; j < h; j++) {
    const column = j * h;
    let p = 0;
    for (; p + 3 < w; p += 4) {
      const a = p * h;
      const b = a + h;
      const c = b + h;
      const e = c + h;
      const ya = front[a + j] * d[c0 + p];
      const yb = front[b + j] * d[c0 + p + 1];
      const yc = front[c + j] * d[c0 + p + 2];
      const ye = front[e + j] * d[c0 + p + 3];
      for (let i = j; i < h; i++)
        front[column + i] -= front[a + i] * ya + front[b + i] * yb + front[c + i] * yc + front[e + i] * ye;
    }
    for (; p < w; p++) {
      const a = p * h;
      const y = front[a + j] * d[c0 + p];
      if (y === 0) continue;
      for (let i = j; i < h; i++) front[column + i] -= front[a + i] * y;
    }
    const to = top + (j - w) * rest - w;
    for (let i = j; i < h; i++) stack[to + i] = front[column + i];
  }
}

/** Solves L D Lᵀ x = b in place; x is by position. */
export function solveFronts({ tree, l, d }: Fronts, x: Float64Array): void {
  const { count, first, width, height, rowStart, rows, blockStart, size } = tree;
  for (let k = 0; k < count; k++) {
    const w = width[k];
    const h = height[k];
    const c0 = first[k];
    const r0 = rowStart[k];
    for (let j = 0, block = blockStart[k]; j < w; j++, block += h) {
      const y = x[c0 + j];
      if (y === 0) continue;
      for (let i = j + 1; i < h; i++) x[rows[r0 + i]] -= l[block + i] * y;
    }
  }
  for (let position = 0; position < size; position++) x[position] /= d[position];
  for (let k = count - 1; k >= 0; k--) {
    const w = width[k];
    const h = height[k];
    const c0 = first[k];
    const r0 = rowStart[k];
    for (let j = w - 1; j >= 0; j--) {
      const block = blockStart[k] + j * h;
      let y = x[c0 + j];
      for (let i = j + 1; i < h; i++) y -= l[block + i] * x[rows[r0 + i]];
      x[c0 + j] = y;
    }
  }
}
