/**
 * The program as the interior method works on it: always a minimisation, A by columns, no column without room.
 * In: a program. Out: plain arrays that presolve shortens and scaling changes; the original is never touched.
 */
import type { Program } from '../../program/program.ts';

export interface Core {
  readonly columns: number;
  readonly rows: number;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
}

export function coreOf(program: Program): Core {
  const { columns, rows, starts, indices, values, lower, upper, rowLower, rowUpper } = program;
  const cost = program.sense === 'max' ? program.cost.map((value) => -value) : program.cost;
  return { columns, rows, starts, indices, values, cost, lower, upper, rowLower, rowUpper };
}

/** A by rows. */
export interface Rows {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

export function rowsOf({ columns, rows, starts, indices, values }: Core): Rows {
  const rowStarts = new Int32Array(rows + 1);
  for (let at = 0; at < starts[columns]; at++) rowStarts[indices[at] + 1]++;
  for (let row = 0; row < rows; row++) rowStarts[row + 1] += rowStarts[row];
  const next = rowStarts.slice(0, rows);
  const rowColumns = new Int32Array(starts[columns]);
  const rowValues = new Float64Array(starts[columns]);
  for (let column = 0; column < columns; column++) {
    for (let at = starts[column]; at < starts[column + 1]; at++) {
      const place = next[indices[at]]++;
      rowColumns[place] = column;
      rowValues[place] = values[at];
    }
  }
  return { starts: rowStarts, columns: rowColumns, values: rowValues };
}

/** out = A x. */
export function timesColumns(core: Core, x: Float64Array, out: Float64Array): void {
  const { columns, starts, indices, values } = core;
  out.fill(0);
  for (let column = 0; column < columns; column++) {
    const size = x[column];
    if (size === 0) continue;
    for (let at = starts[column]; at < starts[column + 1]; at++) out[indices[at]] += values[at] * size;
  }
}

/** out = Aᵀ y. */
export function timesRows(core: Core, y: Float64Array, out: Float64Array): void {
  const { columns, starts, indices, values } = core;
  for (let column = 0; column < columns; column++) {
    let sum = 0;
    for (let at = starts[column]; at < starts[column + 1]; at++) sum += values[at] * y[indices[at]];
    out[column] = sum;
  }
}

/** Largest absolute value; NaN when there is one. */
export function largest(values: Float64Array): number {
  let most = 0;
  for (let at = 0; at < values.length; at++) {
    const size = Math.abs(values[at]);
    if (size > most || Number.isNaN(size)) most = size;
  }
  return most;
}
