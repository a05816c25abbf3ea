/**
 * What can be decided without solving? Small steps, each of which leaves a record that takes it back (Andersen & Andersen
 * 1995): empty rows and columns, rows with one entry (they are bounds), columns without room, columns that only their cost
 * moves, columns with one entry (they are slack of their row, at a price), rows that bounds already keep or only just reach,
 * rows that are multiples of each other.
 * In: a core program. Out: the shorter program and the way back for sizes and prices, or the contradiction that was met.
 *
 * No step adds an entry. The step that pays most in a park: what is bought for a year or a month is a column with one
 * entry; without it the balance of that good, a row through every hour of the month, is no row any more. What is left is cleared
 * of rows' repetitions (`clear-rows.ts`) and of columns that do the same work (`pool.ts`).
 */
import { picked } from './arrange.ts';
import { clearRows } from './clear-rows.ts';
import type { Core } from './core.ts';
import { CROSSED, crossed, type Draft, dropRow, fix, openDraft, scaleOf } from './draft.ts';
import { joinParallelRows } from './parallel-rows.ts';
import { pool } from './pool.ts';
import { record, STEP, undo } from './postsolve.ts';

export interface Presolved {
  readonly core: Core;
  /** Kept column → column of the given program; the same for rows. */
  readonly columnOf: Int32Array;
  readonly rowOf: Int32Array;
  /** Added to the shorter program's objective. */
  readonly offset: number;
  /** Sizes and prices of the given program from those of the shorter one. */
  restore(x: Float64Array, y: Float64Array): { x: Float64Array; y: Float64Array };
}

/** Met while shortening: nothing can satisfy the rows, or the cost falls without end (if the rest has a point). */
export type Contradiction = 'infeasible' | 'unbounded';

/** Bounds closer than this, relative, leave no room to work in. */
const NO_ROOM = 1e-12;
/** A column with one entry is only solved for when that entry is not this much smaller than the row's largest. */
const SMALL_ENTRY = 1e-3;
/** A cost this small beside what was taken from it is rounding. */
const CANCELLED = 1e-13;
/** Rounds at the most; each looks at every row and column once. */
const ROUNDS = 12;
/** Ends that reach a row's side by less than this share of what they add up to, only just reach it. */
const JUST = 1e-11;

export function presolve(given: Core): Presolved | Contradiction {
  const draft = openDraft(given);
  // Two rows of one shape are looked for once, when nothing simpler is left.
  const met = rounds(draft) ?? joinParallelRows(draft) ?? rounds(draft);
  if (met !== null) return met;
  const shorter = shorten(draft);
  const cleared = clearRows(shorter.core);
  const core = cleared?.core ?? shorter.core;
  const pooled = pool(core);
  const { offset } = draft;
  const back = (x: Float64Array, y: Float64Array): { x: Float64Array; y: Float64Array } =>
    undo(draft, shorter, x, cleared?.restore(y) ?? y);
  if (pooled === null) return { ...shorter, core, offset, restore: back };
  return {
    core: pooled.core,
    columnOf: pooled.columnOf.map((column) => shorter.columnOf[column]),
    rowOf: pooled.rowOf.map((row) => shorter.rowOf[row]),
    offset,
    restore(x, y) {
      const split = pooled.restore(x, y);
      return back(split.x, split.y);
    },
  };
}

function rounds(draft: Draft): Contradiction | null {
  for (let round = 0; round < ROUNDS; round++) {
    draft.changed = false;
    const met = reviewColumns(draft) ?? reviewRows(draft);
    if (met !== null || !draft.changed) return met;
  }
  return null;
}

function reviewColumns(draft: Draft): Contradiction | null {
  const { given, lower, upper, cost, columnKept, columnCount } = draft;
  for (let column = 0; column < given.columns; column++) {
    if (columnKept[column] === 0) continue;
    if (crossed(lower[column], upper[column])) return 'infeasible';
    if (upper[column] - lower[column] <= NO_ROOM * scaleOf(lower[column], upper[column])) {
      fix(draft, column, (lower[column] + upper[column]) / 2);
      continue;
    }
    const away = freeWay(draft, column);
    if (away.down && cost[column] >= 0 && (cost[column] > 0 || away.up || lower[column] > -Infinity)) {
      // Nothing but its cost speaks of going up (or down): it stays at the end that costs least.
      const size = cost[column] > 0 || !away.up ? lower[column] : nearestToZero(lower[column], upper[column]);
      if (Number.isFinite(size)) fix(draft, column, size);
      else return 'unbounded';
    } else if (away.up && cost[column] <= 0 && (cost[column] < 0 || upper[column] < Infinity)) {
      if (Number.isFinite(upper[column])) fix(draft, column, upper[column]);
      else return 'unbounded';
    } else if (columnCount[column] === 1) becomeSlack(draft, column);
  }
  return null;
}

/** Whether every row lets the column go down, or up, as far as it likes. */
function freeWay(draft: Draft, column: number): { down: boolean; up: boolean } {
  const { given, rowKept, rowLower, rowUpper } = draft;
  let down = true;
  let up = true;
  for (let at = given.starts[column]; at < given.starts[column + 1] && (down || up); at++) {
    const row = given.indices[at];
    const value = given.values[at];
    if (value === 0 || rowKept[row] === 0) continue;
    if (rowLower[row] > -Infinity) {
      if (value > 0) down = false;
      else up = false;
    }
    if (rowUpper[row] < Infinity) {
      if (value > 0) up = false;
      else down = false;
    }
  }
  return { down, up };
}

/**
 * A column with one entry `a` is what its row may miss: the row widens by its room. In an equality its price moves to the
 * row's other columns: x = (b − Σ)/a costs cost·b/a − Σ cost·a_k/a x_k.
 */
function becomeSlack(draft: Draft, column: number): void {
  const { given, rowKept, rowLower, rowUpper, lower, upper, cost } = draft;
  let at = given.starts[column];
  while (given.values[at] === 0 || rowKept[given.indices[at]] === 0) at++;
  const row = given.indices[at];
  const entry = given.values[at];
  const equality = rowLower[row] === rowUpper[row];
  if (draft.rowCount[row] < 2 || (!equality && cost[column] !== 0)) return;
  if (!largeEnough(draft, row, entry)) return;
  const price = cost[column] / entry;
  if (price !== 0) {
    const { rowStarts, rowColumns, rowValues, columnKept } = draft;
    for (let k = rowStarts[row]; k < rowStarts[row + 1]; k++) {
      const other = rowColumns[k];
      if (columnKept[other] === 0) continue;
      const moved = price * rowValues[k];
      const left = cost[other] - moved;
      // What is left by rounding would send a column that costs nothing to one of its ends.
      cost[other] = Math.abs(left) <= CANCELLED * Math.abs(moved) ? 0 : left;
    }
    draft.offset += price * rowLower[row];
  }
  record(
    draft.ledger,
    STEP.slack,
    row,
    column,
    rowLower[row],
    rowUpper[row],
    price,
    entry,
    lower[column],
    upper[column],
  );
  const [most, least] =
    entry > 0
      ? [entry * upper[column], entry * lower[column]]
      : [entry * lower[column], entry * upper[column]];
  rowLower[row] -= most;
  rowUpper[row] -= least;
  draft.columnKept[column] = 0;
  draft.rowCount[row]--;
  draft.changed = true;
}

function largeEnough(draft: Draft, row: number, entry: number): boolean {
  const { rowStarts, rowColumns, rowValues, columnKept } = draft;
  const most = Math.abs(entry) / SMALL_ENTRY;
  for (let at = rowStarts[row]; at < rowStarts[row + 1]; at++)
    if (columnKept[rowColumns[at]] === 1 && Math.abs(rowValues[at]) > most) return false;
  return true;
}

function reviewRows(draft: Draft): Contradiction | null {
  const { given, rowKept, rowCount, rowLower, rowUpper } = draft;
  for (let row = 0; row < given.rows; row++) {
    if (rowKept[row] === 0) continue;
    if (rowLower[row] === -Infinity && rowUpper[row] === Infinity) {
      dropRow(draft, row);
      continue;
    }
    const rounding = CROSSED * (1 + Math.min(Math.abs(given.rowLower[row]), Math.abs(given.rowUpper[row])));
    if (rowLower[row] > rowUpper[row]) {
      if (rowLower[row] > rowUpper[row] + rounding) return 'infeasible';
      rowLower[row] = rowUpper[row] = (rowLower[row] + rowUpper[row]) / 2;
    }
    if (rowCount[row] === 0) {
      if (rowLower[row] > rounding || rowUpper[row] < -rounding) return 'infeasible';
      dropRow(draft, row);
    } else {
      const met = rowCount[row] === 1 ? becomeBound(draft, row) : compareWithBounds(draft, row);
      if (met !== null) return met;
    }
  }
  return null;
}

function becomeBound(draft: Draft, row: number): Contradiction | null {
  const { rowStarts, rowColumns, rowValues, rowLower, rowUpper, lower, upper, columnKept } = draft;
  let at = rowStarts[row];
  while (rowValues[at] === 0 || columnKept[rowColumns[at]] === 0) at++;
  const column = rowColumns[at];
  const entry = rowValues[at];
  const [low, high] =
    entry > 0
      ? [rowLower[row] / entry, rowUpper[row] / entry]
      : [rowUpper[row] / entry, rowLower[row] / entry];
  const moved = (low > lower[column] ? 1 : 0) + (high < upper[column] ? 2 : 0);
  if (moved > 0) record(draft.ledger, STEP.bound, row, column, entry, moved);
  if (low > lower[column]) lower[column] = low;
  if (high < upper[column]) upper[column] = high;
  dropRow(draft, row);
  return crossed(lower[column], upper[column]) ? 'infeasible' : null;
}

/**
 * What the columns' own bounds already keep need not be said: that side of the row goes, with a price of zero. And where all
 * columns at their ends only just reach a side, they stand there: left to itself the path would look for an inside that there
 * is none of, and end with prices as high as you like (a fixed plant that must give all it can).
 */
function compareWithBounds(draft: Draft, row: number): Contradiction | null {
  const { given, rowStarts, rowColumns, rowValues, rowLower, rowUpper, lower, upper, columnKept } = draft;
  let [least, most, size] = [0, 0, 1];
  for (let at = rowStarts[row]; at < rowStarts[row + 1]; at++) {
    const column = rowColumns[at];
    const value = rowValues[at];
    if (value === 0 || columnKept[column] === 0) continue;
    const [low, high] = [value * lower[column], value * upper[column]];
    least += Math.min(low, high);
    most += Math.max(low, high);
    size += Math.min(Math.abs(low), Math.abs(high));
    if (least === -Infinity && most === Infinity) return null;
  }
  const rounding = CROSSED * (1 + Math.min(Math.abs(given.rowLower[row]), Math.abs(given.rowUpper[row])));
  if (least > rowUpper[row] + rounding || most < rowLower[row] - rounding) return 'infeasible';
  if (most <= rowLower[row] + JUST * size) force(draft, row, 1);
  else if (least >= rowUpper[row] - JUST * size) force(draft, row, -1);
  else if (rowLower[row] !== rowUpper[row]) {
    if (rowLower[row] > -Infinity && least >= rowLower[row]) {
      rowLower[row] = -Infinity;
      draft.changed = true;
    }
    if (rowUpper[row] < Infinity && most <= rowUpper[row]) {
      rowUpper[row] = Infinity;
      draft.changed = true;
    }
  }
  return null;
}

/** All columns of the row to the end that gives the most of it (`way` 1), or the least. */
function force(draft: Draft, row: number, way: 1 | -1): void {
  const { rowStarts, rowColumns, rowValues, lower, upper, columnKept } = draft;
  record(draft.ledger, STEP.forced, row, -1, way);
  dropRow(draft, row);
  for (let at = rowStarts[row]; at < rowStarts[row + 1]; at++) {
    const column = rowColumns[at];
    if (rowValues[at] === 0 || columnKept[column] === 0) continue;
    fix(draft, column, rowValues[at] * way > 0 ? upper[column] : lower[column]);
  }
}

function nearestToZero(lower: number, upper: number): number {
  return Math.min(Math.max(0, lower), upper);
}

function shorten(draft: Draft): Pick<Presolved, 'core' | 'columnOf' | 'rowOf'> {
  const { given, columnKept, rowKept, columnCount } = draft;
  const { starts, indices, values } = given;
  const columnOf = kept(columnKept);
  const rowOf = kept(rowKept);
  const rowNumber = new Int32Array(given.rows).fill(-1);
  for (let at = 0; at < rowOf.length; at++) rowNumber[rowOf[at]] = at;
  const newStarts = new Int32Array(columnOf.length + 1);
  for (let at = 0; at < columnOf.length; at++) newStarts[at + 1] = newStarts[at] + columnCount[columnOf[at]];
  const newIndices = new Int32Array(newStarts[columnOf.length]);
  const newValues = new Float64Array(newStarts[columnOf.length]);
  let filled = 0;
  for (const column of columnOf) {
    for (let entry = starts[column]; entry < starts[column + 1]; entry++) {
      const row = rowNumber[indices[entry]];
      if (row < 0 || values[entry] === 0) continue;
      newIndices[filled] = row;
      newValues[filled++] = values[entry];
    }
  }
  const core: Core = {
    columns: columnOf.length,
    rows: rowOf.length,
    starts: newStarts,
    indices: newIndices,
    values: newValues,
    cost: picked(draft.cost, columnOf),
    lower: picked(draft.lower, columnOf),
    upper: picked(draft.upper, columnOf),
    rowLower: picked(draft.rowLower, rowOf),
    rowUpper: picked(draft.rowUpper, rowOf),
  };
  return { core, columnOf, rowOf };
}

function kept(marks: Uint8Array): Int32Array {
  let count = 0;
  for (const mark of marks) count += mark;
  const list = new Int32Array(count);
  let filled = 0;
  for (let at = 0; at < marks.length; at++) if (marks[at] === 1) list[filled++] = at;
  return list;
}
