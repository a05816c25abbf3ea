/**
 * Who is coupled with whom in the Newton system? In: a core program. Out: for each node (columns, then rows) its
 * neighbours and the coefficient between them; both directions are listed.
 */
import type { Core } from './core.ts';

export interface Graph {
  readonly size: number;
  readonly starts: Int32Array;
  readonly neighbours: Int32Array;
  readonly coefficients: Float64Array;
}

export function graphOf(core: Core): Graph {
  const { columns, rows, starts, indices, values } = core;
  const size = columns + rows;
  const begin = new Int32Array(size + 1);
  for (let column = 0; column < columns; column++) {
    for (let at = starts[column]; at < starts[column + 1]; at++) {
      begin[column + 1]++;
      begin[columns + indices[at] + 1]++;
    }
  }
  for (let node = 0; node < size; node++) begin[node + 1] += begin[node];
  const next = begin.slice();
  const neighbours = new Int32Array(begin[size]);
  const coefficients = new Float64Array(begin[size]);
  for (let column = 0; column < columns; column++) {
    for (let at = starts[column]; at < starts[column + 1]; at++) {
      const row = columns + indices[at];
      neighbours[next[column]] = row;
      coefficients[next[column]++] = values[at];
      neighbours[next[row]] = column;
      coefficients[next[row]++] = values[at];
    }
  }
  return { size, starts: begin, neighbours, coefficients };
}
