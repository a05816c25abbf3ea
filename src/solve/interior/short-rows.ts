/**
 * Which rows are eliminated before the factorisation, by hand? An inequality over a few columns (an output below a size) has
 * a pivot of its own, Ψ + δ > 0; without it the factorisation has half as many unknowns.
 * In: a core program. Out: the rows; and, in the order of elimination, their entries and the pairs of columns that each of
 * them couples: with S = Ψ + δ, row r leaves −v_i v_j / S_r between columns i and j, and −v_i² / S_r on the diagonal.
 */
import type { Core } from './core.ts';

/** Up to so many columns and rows nothing is gained, and a free choice of pivots is the safer one. */
export const SMALL = 10_000;
/** A row of k entries couples k (k − 1) / 2 pairs of columns: up to here that is no more than it had itself. */
const SHORT = 3;

export interface ShortRows {
  readonly isShort: Uint8Array;
  /** The other rows, ascending: those that stay unknowns of the factorisation. */
  readonly others: Int32Array;
}

export function shortRowsOf({ columns, rows, starts, indices, rowLower, rowUpper }: Core): ShortRows {
  const entries = new Int32Array(rows);
  for (let at = 0; at < starts[columns]; at++) entries[indices[at]]++;
  const isShort = new Uint8Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (columns + rows <= SMALL || rowLower[row] === rowUpper[row] || entries[row] > SHORT) continue;
    isShort[row] = 1;
    count++;
  }
  const others = new Int32Array(rows - count);
  let filled = 0;
  for (let row = 0; row < rows; row++) if (isShort[row] === 0) others[filled++] = row;
  return { isShort, others };
}

/** Short rows of an arranged program: those from `first` on. */
export interface ShortEntries {
  readonly first: number;
  /** Short row − first → its entries. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  /** Row by row its pairs of columns, as places in the order of elimination: the earlier one, the later one. */
  readonly earlier: Int32Array;
  readonly later: Int32Array;
}

export function shortEntriesOf(core: Core, first: number, place: Int32Array): ShortEntries {
  const starts = new Int32Array(core.rows - first + 1);
  const total = core.starts[core.columns];
  for (let at = 0; at < total; at++) if (core.indices[at] >= first) starts[core.indices[at] - first + 1]++;
  let pairs = 0;
  for (let row = 0; row < starts.length - 1; row++) {
    pairs += (starts[row + 1] * (starts[row + 1] - 1)) / 2;
    starts[row + 1] += starts[row];
  }
  const columns = new Int32Array(starts[starts.length - 1]);
  const values = new Float64Array(columns.length);
  const next = starts.slice();
  for (let column = 0; column < core.columns; column++) {
    for (let at = core.starts[column]; at < core.starts[column + 1]; at++) {
      if (core.indices[at] < first) continue;
      const to = next[core.indices[at] - first]++;
      columns[to] = column;
      values[to] = core.values[at];
    }
  }
  const earlier = new Int32Array(pairs);
  const later = new Int32Array(pairs);
  let pair = 0;
  for (let row = 0; row < starts.length - 1; row++) {
    for (let one = starts[row]; one < starts[row + 1]; one++) {
      for (let other = one + 1; other < starts[row + 1]; other++) {
        const [a, b] = [place[columns[one]], place[columns[other]]];
        earlier[pair] = Math.min(a, b);
        later[pair++] = Math.max(a, b);
      }
    }
  }
  return { first, starts, columns, values, earlier, later };
}
