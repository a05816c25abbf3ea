/**
 * L D Lᵀ of a quasi-definite matrix, front by front (multifrontal: Duff & Reid 1983), and solves with it.
 * In: the graph and its tree, once; then diagonals again and again. Out: factors, solutions in place.
 *
 * Every pivot's sign is known beforehand (columns −, rows +), so the order is static (Vanderbei 1995); a pivot that rounding
 * has made too small or of the wrong sign is set to a huge one of the right sign and counted. The arithmetic itself is
 * WebAssembly (`kernel/fronts.ts`); here its memory is laid out.
 */
import type { Graph } from './graph.ts';
import { type Arithmetic, type Laid, type Part, startKernel } from './kernel.ts';
import type { Tree } from './tree.ts';

export interface Fronts {
  /** The matrix's diagonal, by position; to be filled before `factorise`. */
  readonly diagonal: Float64Array;
  /** Right side and solution, by position. */
  readonly side: Float64Array;
  /** Returns how many pivots had to be mended. */
  factorise(leastPivot: number): number;
  /** Solves for `side`, in place. */
  solve(): void;
  /** For whoever works in the same memory: the calls, the other parts, where `diagonal` and `side` lie. */
  readonly arithmetic: Arithmetic;
  readonly beside: readonly Laid[];
  readonly at: { readonly diagonal: number; readonly side: number; readonly entries: number };
}

/** Pairs of places, earlier and later in the order, whose coefficient is set before each factorisation. */
export interface Coupled {
  readonly earlier: Int32Array;
  readonly later: Int32Array;
}

/**
 * `isRow(node)` tells the sign of a pivot. Off-diagonal entries are set once, from the graph; those of `coupled` pairs later,
 * in the list of entries, of which `beside` is told where each stands; it says what else is laid into the same memory.
 */
export function openFronts(
  graph: Graph,
  tree: Tree,
  isRow: (node: number) => boolean,
  coupled: Coupled = { earlier: new Int32Array(0), later: new Int32Array(0) },
  beside: (entryOf: Int32Array) => readonly Part[] = () => [],
): Fronts {
  const { size, count } = tree;
  const { entryStart, entryOf, coefficients, place } = entriesOf(graph, tree, coupled);
  const part: Part = {
    given: [
      tree.first,
      tree.width,
      tree.height,
      tree.childStart,
      tree.children,
      tree.rowStart,
      tree.rows,
      tree.inParent,
      tree.blockStart,
      entryStart,
      place,
    ],
    room: {
      entries: coefficients.byteLength,
      diagonal: 8 * size,
      signs: size,
      l: 8 * tree.blockStart[count],
      d: 8 * size,
      stack: 8 * tree.stackSize,
      scratch: 32 * tree.largestFront,
      side: 8 * size,
    },
  };
  const { arithmetic, laid } = startKernel([part, ...beside(entryOf)]);
  const own = laid[0];
  own.numbers('entries').set(coefficients);
  const signs = own.bytes('signs');
  for (let at = 0; at < size; at++) signs[at] = isRow(tree.order[at]) ? 1 : -1;
  const at = {
    diagonal: own.address('diagonal'),
    side: own.address('side'),
    entries: own.address('entries'),
  };
  return {
    diagonal: own.numbers('diagonal'),
    side: own.numbers('side'),
    factorise: (leastPivot) => arithmetic.factorise(own.table, count, leastPivot),
    solve: () => arithmetic.solve(own.table, count, size, at.side),
    arithmetic,
    beside: laid.slice(1),
    at,
  };
}

/**
 * Entries below the diagonal, by columns in the tree's order, and their places in the blocks of their supernodes; and where
 * those of coupled pairs stand.
 */
function entriesOf(graph: Graph, tree: Tree, { earlier, later }: Coupled) {
  const { size, order, place: placeOf, count, first, width, height, rowStart, rows } = tree;
  const { starts, neighbours, coefficients: known } = graph;
  const entryStart = new Int32Array(size + 1);
  for (let position = 0; position < size; position++) {
    const node = order[position];
    for (let at = starts[node]; at < starts[node + 1]; at++)
      if (known[at] !== 0 && placeOf[neighbours[at]] > position) entryStart[position + 1]++;
  }
  for (let pair = 0; pair < earlier.length; pair++) entryStart[earlier[pair] + 1]++;
  for (let position = 0; position < size; position++) entryStart[position + 1] += entryStart[position];
  const coefficients = new Float64Array(entryStart[size]);
  const rowOf = new Int32Array(entryStart[size]);
  const entryOf = new Int32Array(earlier.length);
  const next = entryStart.slice(0, size);
  for (let position = 0; position < size; position++) {
    const node = order[position];
    for (let at = starts[node]; at < starts[node + 1]; at++) {
      const row = placeOf[neighbours[at]];
      if (known[at] === 0 || row <= position) continue;
      coefficients[next[position]] = known[at];
      rowOf[next[position]++] = row;
    }
  }
  for (let pair = 0; pair < earlier.length; pair++) {
    entryOf[pair] = next[earlier[pair]];
    rowOf[next[earlier[pair]]++] = later[pair];
  }
  const place = new Int32Array(entryStart[size]);
  const inFront = new Int32Array(size);
  for (let k = 0; k < count; k++) {
    for (let at = 0; at < height[k]; at++) inFront[rows[rowStart[k] + at]] = at;
    for (let own = 0; own < width[k]; own++) {
      const position = first[k] + own;
      for (let entry = entryStart[position]; entry < entryStart[position + 1]; entry++)
        place[entry] = own * height[k] + inFront[rowOf[entry]];
    }
  }
  return { entryStart, entryOf, coefficients, place };
}
