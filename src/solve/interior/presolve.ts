/**
 * What can be decided without solving? Empty rows, rows with one entry (they are bounds), columns without room, columns
 * without rows. Small and reversible (Andersen & Andersen 1995).
 * In: a core program. Out: the shorter program and the way back for sizes and prices, or the contradiction that was met.
 */
import type { Core } from './core.ts';

export interface Presolved {
  readonly core: Core;
  /** Kept column → column of the given program; the same for rows. */
  readonly columnOf: Int32Array;
  readonly rowOf: Int32Array;
  /** Sizes and prices of the given program from those of the shorter one. */
  restore(x: Float64Array, y: Float64Array): { x: Float64Array; y: Float64Array };
}

/** Met while shortening: nothing can satisfy the rows, or the cost falls without end (if the rest has a point). */
export type Contradiction = 'infeasible' | 'unbounded';

/** How far apart bounds may cross by rounding before they are a contradiction, relative. */
const CROSSED = 1e-9;
/** Bounds closer than this, relative, leave no room to work in. */
const NO_ROOM = 1e-12;

interface BoundFromRow {
  readonly row: number;
  readonly column: number;
  readonly entry: number;
  /** Which bounds of the column the row moved. */
  readonly lower: boolean;
  readonly upper: boolean;
}

export function presolve(given: Core): Presolved | Contradiction {
  const { columns, rows, starts, indices, values, cost } = given;
  const lower = given.lower.slice();
  const upper = given.upper.slice();
  const rowLower = given.rowLower.slice();
  const rowUpper = given.rowUpper.slice();
  const columnKept = new Uint8Array(columns).fill(1);
  const rowKept = new Uint8Array(rows).fill(1);
  const rowCount = new Int32Array(rows);
  const fixed = new Float64Array(columns);
  const bounds: BoundFromRow[] = [];
  for (let at = 0; at < starts[columns]; at++) if (values[at] !== 0) rowCount[indices[at]]++;

  const fix = (column: number, size: number): void => {
    columnKept[column] = 0;
    fixed[column] = size;
    for (let at = starts[column]; at < starts[column + 1]; at++) {
      if (values[at] === 0) continue;
      const row = indices[at];
      rowLower[row] -= values[at] * size;
      rowUpper[row] -= values[at] * size;
      rowCount[row]--;
    }
  };

  for (let changed = true; changed; ) {
    changed = false;
    for (let column = 0; column < columns; column++) {
      if (columnKept[column] === 0) continue;
      const nearer = Math.min(Math.abs(lower[column]), Math.abs(upper[column]));
      const scale = Number.isFinite(nearer) ? 1 + nearer : 1;
      if (lower[column] > upper[column] + CROSSED * scale) return 'infeasible';
      if (upper[column] - lower[column] <= NO_ROOM * scale) {
        fix(column, (lower[column] + upper[column]) / 2);
        changed = true;
        continue;
      }
      let seen = 0;
      for (let at = starts[column]; at < starts[column + 1]; at++)
        if (values[at] !== 0 && rowKept[indices[at]] === 1) seen++;
      if (seen > 0) continue;
      // No row speaks of it: its cost alone decides.
      const best =
        cost[column] > 0
          ? lower[column]
          : cost[column] < 0
            ? upper[column]
            : nearestToZero(lower[column], upper[column]);
      if (!Number.isFinite(best)) return 'unbounded';
      columnKept[column] = 0;
      fixed[column] = best;
      changed = true;
    }
    for (let column = 0; column < columns; column++) {
      if (columnKept[column] === 0) continue;
      for (let at = starts[column]; at < starts[column + 1]; at++) {
        const row = indices[at];
        if (values[at] === 0 || rowKept[row] === 0 || rowCount[row] !== 1) continue;
        const low = values[at] > 0 ? rowLower[row] / values[at] : rowUpper[row] / values[at];
        const high = values[at] > 0 ? rowUpper[row] / values[at] : rowLower[row] / values[at];
        bounds.push({
          row,
          column,
          entry: values[at],
          lower: low > lower[column],
          upper: high < upper[column],
        });
        lower[column] = Math.max(lower[column], low);
        upper[column] = Math.min(upper[column], high);
        rowKept[row] = 0;
        changed = true;
      }
    }
  }
  for (let row = 0; row < rows; row++) {
    if (rowKept[row] === 0) continue;
    if (rowCount[row] === 0) {
      const scale = 1 + Math.min(Math.abs(given.rowLower[row]), Math.abs(given.rowUpper[row]));
      if (rowLower[row] > CROSSED * scale || rowUpper[row] < -CROSSED * scale) return 'infeasible';
      rowKept[row] = 0;
    } else if (rowLower[row] === Number.NEGATIVE_INFINITY && rowUpper[row] === Number.POSITIVE_INFINITY)
      rowKept[row] = 0;
    else if (rowLower[row] > rowUpper[row]) {
      if (rowLower[row] > rowUpper[row] + CROSSED * (1 + Math.abs(rowUpper[row]))) return 'infeasible';
      rowLower[row] = rowUpper[row] = (rowLower[row] + rowUpper[row]) / 2;
    }
  }
  const shorter = shorten(given, { lower, upper, rowLower, rowUpper, columnKept, rowKept });
  return { ...shorter, restore: (x, y) => restore(given, shorter, fixed, bounds, x, y) };
}

function nearestToZero(lower: number, upper: number): number {
  return Math.min(Math.max(0, lower), upper);
}

interface Shortening {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly columnKept: Uint8Array;
  readonly rowKept: Uint8Array;
}

function shorten(given: Core, found: Shortening): Pick<Presolved, 'core' | 'columnOf' | 'rowOf'> {
  const { starts, indices, values, cost } = given;
  const keptOf = (kept: Uint8Array): Int32Array =>
    Int32Array.from([...kept.keys()].filter((at) => kept[at] === 1));
  const columnOf = keptOf(found.columnKept);
  const rowOf = keptOf(found.rowKept);
  const rowNumber = new Int32Array(given.rows).fill(-1);
  rowOf.forEach((row, at) => {
    rowNumber[row] = at;
  });
  const newStarts = new Int32Array(columnOf.length + 1);
  const newIndices = new Int32Array(starts[given.columns]);
  const newValues = new Float64Array(starts[given.columns]);
  let filled = 0;
  columnOf.forEach((column, at) => {
    for (let entry = starts[column]; entry < starts[column + 1]; entry++) {
      const row = rowNumber[indices[entry]];
      if (row < 0 || values[entry] === 0) continue;
      newIndices[filled] = row;
      newValues[filled++] = values[entry];
    }
    newStarts[at + 1] = filled;
  });
  const pick = (from: Float64Array, of: Int32Array): Float64Array => Float64Array.from(of, (at) => from[at]);
  const core: Core = {
    columns: columnOf.length,
    rows: rowOf.length,
    starts: newStarts,
    indices: newIndices.slice(0, filled),
    values: newValues.slice(0, filled),
    cost: pick(cost, columnOf),
    lower: pick(found.lower, columnOf),
    upper: pick(found.upper, columnOf),
    rowLower: pick(found.rowLower, rowOf),
    rowUpper: pick(found.rowUpper, rowOf),
  };
  return { core, columnOf, rowOf };
}

/**
 * Prices of rows that became bounds: what is left of a column's reduced cost belongs to the row whose bound it is, in the
 * reverse order of shortening.
 */
function restore(
  given: Core,
  shorter: Pick<Presolved, 'columnOf' | 'rowOf'>,
  fixed: Float64Array,
  bounds: readonly BoundFromRow[],
  shortX: Float64Array,
  shortY: Float64Array,
): { x: Float64Array; y: Float64Array } {
  const x = fixed.slice();
  shorter.columnOf.forEach((column, at) => {
    x[column] = shortX[at];
  });
  const y = new Float64Array(given.rows);
  shorter.rowOf.forEach((row, at) => {
    y[row] = shortY[at];
  });
  const { starts, indices, values, cost } = given;
  for (const bound of bounds.toReversed()) {
    let reduced = cost[bound.column];
    for (let at = starts[bound.column]; at < starts[bound.column + 1]; at++)
      reduced -= values[at] * y[indices[at]];
    if ((reduced > 0 && bound.lower) || (reduced < 0 && bound.upper)) y[bound.row] = reduced / bound.entry;
  }
  return { x, y };
}
