/**
 * Who is coupled with whom in the Newton system? In: a core program, and which rows are no unknowns of it. Out: for each node
 * (columns, then the other rows) its neighbours and the coefficient between them; both directions are listed. Columns that
 * only a short row couples have a coefficient that changes from step to step: it stands as 0.
 */
import { type Core, rowsOf } from './core.ts';
import type { ShortRows } from './short-rows.ts';

export interface Graph {
  readonly size: number;
  readonly starts: Int32Array;
  readonly neighbours: Int32Array;
  readonly coefficients: Float64Array;
}

export function graphOf(core: Core, { isShort, others }: ShortRows): Graph {
  const { columns, starts, indices, values } = core;
  const size = columns + others.length;
  const nodeOf = new Int32Array(core.rows).fill(-1);
  for (let at = 0; at < others.length; at++) nodeOf[others[at]] = columns + at;
  const byRows = rowsOf(core);
  const seen = new Int32Array(columns).fill(-1);
  /** Columns that short rows couple with this one, each once. */
  const coupled = (column: number, visit: (other: number) => void): void => {
    seen[column] = column;
    for (let at = starts[column]; at < starts[column + 1]; at++) {
      const row = indices[at];
      if (isShort[row] === 0) continue;
      for (let entry = byRows.starts[row]; entry < byRows.starts[row + 1]; entry++) {
        const other = byRows.columns[entry];
        if (seen[other] === column) continue;
        seen[other] = column;
        visit(other);
      }
    }
  };
  const begin = new Int32Array(size + 1);
  for (let column = 0; column < columns; column++) {
    for (let at = starts[column]; at < starts[column + 1]; at++) {
      const row = nodeOf[indices[at]];
      if (row < 0) continue;
      begin[column + 1]++;
      begin[row + 1]++;
    }
    coupled(column, () => {
      begin[column + 1]++;
    });
  }
  for (let node = 0; node < size; node++) begin[node + 1] += begin[node];
  const next = begin.slice();
  const neighbours = new Int32Array(begin[size]);
  const coefficients = new Float64Array(begin[size]);
  seen.fill(-1);
  for (let column = 0; column < columns; column++) {
    for (let at = starts[column]; at < starts[column + 1]; at++) {
      const row = nodeOf[indices[at]];
      if (row < 0) continue;
      neighbours[next[column]] = row;
      coefficients[next[column]++] = values[at];
      neighbours[next[row]] = column;
      coefficients[next[row]++] = values[at];
    }
    coupled(column, (other) => {
      neighbours[next[column]++] = other;
    });
  }
  return { size, starts: begin, neighbours, coefficients };
}
