/**
 * The matrix of a program, seen the other way round and multiplied. In: a program (A stored by columns) and a vector.
 * Out: A by rows, A x, Aᵀ y, c·x. All figures are in the program's own units.
 */
import type { Program } from './program.ts';

/** A by rows: row i holds columns `indices[starts[i] .. starts[i+1])`, in ascending order. */
export interface RowAccess {
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** A by rows (a counting sort, linear in the number of entries). */
export function rowsOf(program: Program): RowAccess {
  const { rows, columns, starts, indices, values } = program;
  const rowStarts = new Int32Array(rows + 1);
  for (let k = 0; k < indices.length; k++) rowStarts[indices[k] + 1]++;
  for (let i = 0; i < rows; i++) rowStarts[i + 1] += rowStarts[i];
  const next = rowStarts.slice(0, rows);
  const columnAt = new Int32Array(indices.length);
  const valueAt = new Float64Array(indices.length);
  for (let j = 0; j < columns; j++) {
    for (let k = starts[j]; k < starts[j + 1]; k++) {
      const at = next[indices[k]]++;
      columnAt[at] = j;
      valueAt[at] = values[k];
    }
  }
  return { starts: rowStarts, indices: columnAt, values: valueAt };
}

/** A x: what each row adds up to. */
export function rowSums(program: Program, x: Float64Array): Float64Array {
  const { rows, columns, starts, indices, values } = program;
  const sums = new Float64Array(rows);
  for (let j = 0; j < columns; j++) {
    const size = x[j];
    if (size === 0) continue;
    for (let k = starts[j]; k < starts[j + 1]; k++) sums[indices[k]] += values[k] * size;
  }
  return sums;
}

/** Aᵀ y: what each column's entries are worth at the row prices y. */
export function columnSums(program: Program, y: Float64Array): Float64Array {
  const { columns, starts, indices, values } = program;
  const sums = new Float64Array(columns);
  for (let j = 0; j < columns; j++) {
    let sum = 0;
    for (let k = starts[j]; k < starts[j + 1]; k++) sum += values[k] * y[indices[k]];
    sums[j] = sum;
  }
  return sums;
}

/** cost·x + offset, in the unit and sense of the program's own objective. */
export function objectiveValue(program: Program, x: Float64Array): number {
  let sum = program.offset;
  for (let j = 0; j < program.columns; j++) if (x[j] !== 0) sum += program.cost[j] * x[j];
  return sum;
}

/** cost − Aᵀ y. */
export function reducedCosts(program: Program, y: Float64Array): Float64Array {
  const z = columnSums(program, y);
  for (let j = 0; j < z.length; j++) z[j] = program.cost[j] - z[j];
  return z;
}
