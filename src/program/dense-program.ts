/**
 * A small program written out as people write it. In: rows of coefficients, limits, costs. Out: a program. Used by tests
 * and by the doctor's self-check; own programs are built from a network.
 */
import type { Program } from './program.ts';

export interface DenseProgram {
  readonly name?: string;
  readonly sense?: 'min' | 'max';
  readonly offset?: number;
  readonly cost: readonly number[];
  /** One list of coefficients a row. */
  readonly rows: readonly (readonly number[])[];
  /** Each `[lower, upper]`, ±Infinity where open. */
  readonly rowLimits: readonly (readonly [number, number])[];
  /** Each `[lower, upper]`; left out: 0 … Infinity for all. */
  readonly limits?: readonly (readonly [number, number])[];
  /** Which columns must be whole. */
  readonly integer?: readonly boolean[];
  readonly columnNames?: readonly string[];
  readonly rowNames?: readonly string[];
}

/** The program, zeros left out of the matrix. */
export function denseProgram(d: DenseProgram): Program {
  const columns = d.cost.length;
  const starts = new Int32Array(columns + 1);
  const indices: number[] = [];
  const values: number[] = [];
  for (let j = 0; j < columns; j++) {
    d.rows.forEach((row, i) => {
      if (row[j] === 0) return;
      indices.push(i);
      values.push(row[j]);
    });
    starts[j + 1] = indices.length;
  }
  return {
    name: d.name ?? 'small',
    columns,
    rows: d.rows.length,
    starts,
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
    cost: Float64Array.from(d.cost),
    offset: d.offset ?? 0,
    sense: d.sense ?? 'min',
    lower: Float64Array.from(d.cost, (_, j) => d.limits?.[j]?.[0] ?? 0),
    upper: Float64Array.from(d.cost, (_, j) => d.limits?.[j]?.[1] ?? Infinity),
    rowLower: Float64Array.from(d.rowLimits, (limit) => limit[0]),
    rowUpper: Float64Array.from(d.rowLimits, (limit) => limit[1]),
    integer: d.integer?.some((whole) => whole) ? Uint8Array.from(d.integer, Number) : null,
    columnFamilies: [],
    rowFamilies: [],
    columnTime: null,
    rowTime: null,
    columnNames: d.columnNames ?? null,
    rowNames: d.rowNames ?? null,
    objectiveUnit: '',
  };
}
