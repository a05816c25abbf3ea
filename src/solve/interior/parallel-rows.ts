/**
 * Which rows are multiples of each other? In: a program while it is shortened. Out: one row of each such group is left, with
 * the narrowest sides of them all (Andersen & Andersen 1995, section 3.5), or the contradiction that they make.
 *
 * A plant of fixed size that must give all it can has two: what it must give at least, what it can give at the most. Between
 * the two is no room, so their prices can grow together without end; as one equality they have one price.
 */
import { crossed, type Draft, dropRow, scaleOf } from './draft.ts';
import { record, STEP } from './postsolve.ts';

/** Entries differ by rounding only, relative. */
const ROUNDING = 1e-12;
/** Sides closer than this, relative, are one. */
const NO_ROOM = 1e-11;
/** Rows of one shape are compared with so many at the most. */
const COMPARED = 8;

export function joinParallelRows(draft: Draft): 'infeasible' | null {
  const { rowKept } = draft;
  draft.changed = false;
  const shapes = new Map<number, number[]>();
  for (let row = 0; row < rowKept.length; row++) {
    if (rowKept[row] === 0) continue;
    const shape = shapeOf(draft, row);
    const like = shapes.get(shape);
    if (like === undefined) {
      shapes.set(shape, [row]);
      continue;
    }
    let joined = false;
    for (const other of like) {
      const times = timesOf(draft, row, other);
      if (times === null) continue;
      if (!join(draft, row, other, times)) return 'infeasible';
      joined = true;
      break;
    }
    if (!joined && like.length < COMPARED) like.push(row);
  }
  return null;
}

/** Equal for rows with the same columns; others rarely share it. */
function shapeOf({ rowStarts, rowColumns, rowValues, columnKept }: Draft, row: number): number {
  let sum = 0;
  for (let at = rowStarts[row]; at < rowStarts[row + 1]; at++)
    if (rowValues[at] !== 0 && columnKept[rowColumns[at]] === 1)
      sum = (Math.imul(sum, 31) + rowColumns[at]) | 0;
  return sum;
}

/** How many times `other` a row is; null when it is none. Both list their columns in the same order. */
function timesOf(
  { rowStarts, rowColumns, rowValues, columnKept }: Draft,
  row: number,
  other: number,
): number | null {
  let times: number | null = null;
  let beside = rowStarts[other];
  const isOut = (at: number): boolean => rowValues[at] === 0 || columnKept[rowColumns[at]] === 0;
  for (let at = rowStarts[row]; at < rowStarts[row + 1]; at++) {
    if (isOut(at)) continue;
    while (beside < rowStarts[other + 1] && isOut(beside)) beside++;
    if (beside === rowStarts[other + 1] || rowColumns[beside] !== rowColumns[at]) return null;
    times ??= rowValues[at] / rowValues[beside];
    if (Math.abs(rowValues[at] - times * rowValues[beside]) > ROUNDING * Math.abs(rowValues[at])) return null;
    beside++;
  }
  for (; beside < rowStarts[other + 1]; beside++) if (!isOut(beside)) return null;
  return times;
}

/** The row's sides become those of the other one; false when there is nothing between them. */
function join(draft: Draft, row: number, other: number, times: number): boolean {
  const { rowLower, rowUpper } = draft;
  const sides = [rowLower[row] / times, rowUpper[row] / times];
  const [low, high] = times > 0 ? sides : [sides[1], sides[0]];
  // An equality may have a price of either sign, so it takes it: what only may not be passed is then worth nothing more.
  const which = low === high ? 3 : (low > rowLower[other] ? 1 : 0) + (high < rowUpper[other] ? 2 : 0);
  if (which > 0) record(draft.ledger, STEP.parallel, row, other, times, which);
  if (low > rowLower[other]) rowLower[other] = low;
  if (high < rowUpper[other]) rowUpper[other] = high;
  dropRow(draft, row);
  if (crossed(rowLower[other], rowUpper[other])) return false;
  if (rowUpper[other] - rowLower[other] <= NO_ROOM * scaleOf(rowLower[other], rowUpper[other]))
    rowLower[other] = rowUpper[other] = (rowLower[other] + rowUpper[other]) / 2;
  return true;
}
