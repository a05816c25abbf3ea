/**
 * A program while it is shortened. In: a core program. Out: its working copy, and the two moves that every step of the presolve
 * comes down to: a column leaves at a size, a row is no longer needed.
 */
import { type Core, rowsOf } from './core.ts';
import { type Ledger, openLedger, record, STEP } from './postsolve.ts';

export interface Draft {
  readonly given: Core;
  /** A by rows, entries in the given program's order. */
  readonly rowStarts: Int32Array;
  readonly rowColumns: Int32Array;
  readonly rowValues: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly cost: Float64Array;
  readonly columnKept: Uint8Array;
  readonly rowKept: Uint8Array;
  /** Entries in kept rows and columns. */
  readonly columnCount: Int32Array;
  readonly rowCount: Int32Array;
  readonly ledger: Ledger;
  offset: number;
  changed: boolean;
}

/** How far apart limits may cross by rounding before they are a contradiction, relative. */
export const CROSSED = 1e-9;

/** What the distance of two limits is measured against. */
export function scaleOf(lower: number, upper: number): number {
  const nearer = Math.min(Math.abs(lower), Math.abs(upper));
  return Number.isFinite(nearer) ? 1 + nearer : 1;
}

export const crossed = (lower: number, upper: number): boolean =>
  lower > upper + CROSSED * scaleOf(lower, upper);

export function openDraft(given: Core): Draft {
  const { columns, rows, starts, indices, values } = given;
  const rowCount = new Int32Array(rows);
  const columnCount = new Int32Array(columns);
  for (let column = 0; column < columns; column++) {
    for (let at = starts[column]; at < starts[column + 1]; at++) {
      if (values[at] === 0) continue;
      rowCount[indices[at]]++;
      columnCount[column]++;
    }
  }
  const byRows = rowsOf(given);
  return {
    given,
    rowStarts: byRows.starts,
    rowColumns: byRows.columns,
    rowValues: byRows.values,
    lower: given.lower.slice(),
    upper: given.upper.slice(),
    rowLower: given.rowLower.slice(),
    rowUpper: given.rowUpper.slice(),
    cost: given.cost.slice(),
    columnKept: new Uint8Array(columns).fill(1),
    rowKept: new Uint8Array(rows).fill(1),
    columnCount,
    rowCount,
    ledger: openLedger(columns),
    offset: 0,
    changed: false,
  };
}

/** Takes a column out at a size; its share of each row moves into the row's bounds. */
export function fix(draft: Draft, column: number, size: number): void {
  const { given, rowKept, rowCount, rowLower, rowUpper, cost } = draft;
  draft.columnKept[column] = 0;
  draft.offset += cost[column] * size;
  draft.changed = true;
  record(draft.ledger, STEP.fixed, -1, column, size, 0);
  for (let at = given.starts[column]; at < given.starts[column + 1]; at++) {
    const row = given.indices[at];
    if (given.values[at] === 0 || rowKept[row] === 0) continue;
    rowLower[row] -= given.values[at] * size;
    rowUpper[row] -= given.values[at] * size;
    rowCount[row]--;
  }
}

export function dropRow(draft: Draft, row: number): void {
  const { rowStarts, rowColumns, rowValues, columnKept, columnCount } = draft;
  draft.rowKept[row] = 0;
  draft.changed = true;
  for (let at = rowStarts[row]; at < rowStarts[row + 1]; at++)
    if (rowValues[at] !== 0 && columnKept[rowColumns[at]] === 1) columnCount[rowColumns[at]]--;
}
