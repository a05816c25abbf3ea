/**
 * Runs of entries become a matrix by columns.
 * In: where each run lies and what it holds. Out: starts, rows and values, rising by row within a column; entries at the same
 * place are summed in the order in which they came, and nothing is kept of a zero.
 *
 * Rules mostly go down the rows, so nearly every column is in order once the entries lie by columns; only the others are
 * sorted.
 */
import type { Program } from './program.ts';

/** Rows (columns) of a run's entries: first + step × position, or first + list[position]. */
export interface Places {
  readonly first: number;
  readonly step: 0 | 1;
  readonly list: Int32Array | null;
}

/** One row (column) after another. */
export const each = (first: number): Places => ({ first, step: 1, list: null });
/** The same row (column) for all. */
export const only = (place: number): Places => ({ first: place, step: 0, list: null });
/** The row (column) of each listed period of a run that begins at `first`. */
export const listed = (first: number, list: Int32Array): Places => ({ first, step: 1, list });

export interface EntryRun {
  readonly count: number;
  readonly row: Places;
  readonly column: Places;
  /** The same for all, or one for each. */
  readonly value: number | Float64Array;
}

/** Up to so many entries a column is sorted by insertion. */
const SHORT = 32;

export function packed(
  runs: readonly EntryRun[],
  columns: number,
): Pick<Program, 'starts' | 'indices' | 'values'> {
  const ends = new Int32Array(columns + 1);
  for (const run of runs) countByColumn(run, ends);
  for (let column = 0; column < columns; column++) ends[column + 1] += ends[column];
  const indices = new Int32Array(ends[columns]);
  const values = new Float64Array(ends[columns]);
  // Each column's start moves to its end while the column fills.
  for (const run of runs) placeByColumn(run, ends, indices, values);
  return summed(ends, columns, indices, values);
}

/** Adds to `counts[column + 1]`. */
function countByColumn({ count, column, value }: EntryRun, counts: Int32Array): void {
  const { first, step, list } = column;
  for (let at = 0; at < count; at++) {
    if ((typeof value === 'number' ? value : value[at]) === 0) continue;
    counts[1 + (list === null ? first + step * at : first + list[at])]++;
  }
}

function placeByColumn(
  { count, row, column, value }: EntryRun,
  next: Int32Array,
  indices: Int32Array,
  values: Float64Array,
): void {
  for (let at = 0; at < count; at++) {
    const size = typeof value === 'number' ? value : value[at];
    if (size === 0) continue;
    const place = next[
      column.list === null ? column.first + column.step * at : column.first + column.list[at]
    ]++;
    indices[place] = row.list === null ? row.first + row.step * at : row.first + row.list[at];
    values[place] = size;
  }
}

/** Sorts each column by row and sums what lies at the same place. @param ends where each column ends. */
function summed(
  ends: Int32Array,
  columns: number,
  indices: Int32Array,
  values: Float64Array,
): Pick<Program, 'starts' | 'indices' | 'values'> {
  const starts = new Int32Array(columns + 1);
  let filled = 0;
  let from = 0;
  for (let column = 0; column < columns; column++) {
    const to = ends[column];
    starts[column] = filled;
    if (filled === from && isRising(indices, from, to)) {
      filled = from = to;
      continue;
    }
    sortByRow(indices, values, from, to);
    for (let entry = from; entry < to; entry++) {
      if (filled > starts[column] && indices[filled - 1] === indices[entry])
        values[filled - 1] += values[entry];
      else {
        indices[filled] = indices[entry];
        values[filled++] = values[entry];
      }
    }
    from = to;
  }
  starts[columns] = filled;
  if (filled === indices.length) return { starts, indices, values };
  return { starts, indices: indices.slice(0, filled), values: values.slice(0, filled) };
}

/** True when each row of the column comes once, in order: nothing to do. */
function isRising(indices: Int32Array, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (indices[at - 1] >= indices[at]) return false;
  return true;
}

/** Entries `from` … `to` − 1 by rising row; those of one row keep their order. */
function sortByRow(indices: Int32Array, values: Float64Array, from: number, to: number): void {
  if (to - from > SHORT) {
    const order = Array.from({ length: to - from }, (_, at) => from + at);
    order.sort((a, b) => indices[a] - indices[b]);
    const [rows, sizes] = [order.map((at) => indices[at]), order.map((at) => values[at])];
    indices.set(rows, from);
    values.set(sizes, from);
    return;
  }
  for (let sorted = from + 1; sorted < to; sorted++) {
    const row = indices[sorted];
    const value = values[sorted];
    let at = sorted;
    for (; at > from && indices[at - 1] > row; at--) {
      indices[at] = indices[at - 1];
      values[at] = values[at - 1];
    }
    indices[at] = row;
    values[at] = value;
  }
}
