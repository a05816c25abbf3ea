/**
 * Which long rows repeat each other? What a potline takes and makes stands in a balance of the day for each good, in balances of
 * the month and in sums of the year: a dozen rows with the same hours in the same proportions. All but one are cleared of these
 * by taking that one off (Chang & McCormick 1992: equalities make a matrix sparser), so that the factorisation carries one row
 * from hour to hour and not a dozen.
 * In: a core program. Out: the same program with fewer entries; sizes stay as they are, prices are brought back.
 *
 *   row r − Σ f_re · equality e,  limits less Σ f_re b_e;  price of e = its own − Σ f_re · price of r
 *
 * An equality by which others are cleared stays as it is, and a row that was cleared clears no other: the order plays no part.
 */
import { type Core, type Rows, rowsOf } from './core.ts';

export interface ClearedRows {
  readonly core: Core;
  /** Prices of the given program's rows from those of the cleared one. */
  restore(y: Float64Array): Float64Array;
}

/** `times[k]` of equality `by[k]` is taken off row `from[k]`. */
interface Taken {
  readonly from: number[];
  readonly by: number[];
  readonly times: number[];
}

/** Shorter equalities are not looked at, and a row must lose so many entries more than it gets. */
const LONG = 16;
const WORTH = 8;
/** Proportions that differ by no more are one, relative. */
const ROUNDING = 1e-12;
/** What enters a row is no larger than this beside its own largest entry among these columns. */
const LARGEST = 1e3;

/** Null when nothing is gained. */
export function clearRows(given: Core): ClearedRows | null {
  const taken = findTaken(given, rowsOf(given));
  const { from, by, times } = taken;
  if (from.length === 0) return null;
  return {
    core: clear(given, taken),
    restore(short) {
      const y = short.slice();
      for (let k = 0; k < from.length; k++) y[by[k]] -= times[k] * short[from[k]];
      return y;
    },
  };
}

/** Shortest equalities first: they bring least into the rows that they clear. */
function findTaken(given: Core, byRows: Rows): Taken {
  const { rows, rowLower, rowUpper } = given;
  const lengthOf = (row: number): number => byRows.starts[row + 1] - byRows.starts[row];
  const equalities: number[] = [];
  for (let row = 0; row < rows; row++)
    if (rowLower[row] === rowUpper[row] && lengthOf(row) >= LONG) equalities.push(row);
  equalities.sort((one, other) => lengthOf(one) - lengthOf(other) || one - other);
  const clears = new Uint8Array(rows);
  const isCleared = new Uint8Array(rows);
  const taken: Taken = { from: [], by: [], times: [] };
  const likely = openLikely(given, byRows);
  for (const by of equalities) {
    if (isCleared[by] === 1) continue;
    for (const { row, times } of likely(by)) {
      if (clears[row] === 1 || gained(given, byRows, row, by, times) < WORTH) continue;
      clears[by] = 1;
      isCleared[row] = 1;
      taken.from.push(row);
      taken.by.push(by);
      taken.times.push(times);
    }
  }
  return taken;
}

/** Rows that have most of an equality's columns in one proportion: the majority is found by a vote (Boyer & Moore 1981). */
function openLikely({ rows, starts, indices, values }: Core, byRows: Rows) {
  const votes = new Int32Array(rows);
  const times = new Float64Array(rows);
  const most = new Float64Array(rows);
  return (by: number): readonly { readonly row: number; readonly times: number }[] => {
    const [from, to] = [byRows.starts[by], byRows.starts[by + 1]];
    const met: number[] = [];
    let largest = 0;
    for (let at = from; at < to; at++) {
      const column = byRows.columns[at];
      const own = byRows.values[at];
      largest = Math.max(largest, Math.abs(own));
      for (let k = starts[column]; k < starts[column + 1]; k++) {
        const row = indices[k];
        if (row === by || values[k] === 0) continue;
        if (most[row] === 0) met.push(row);
        most[row] = Math.max(most[row], Math.abs(values[k]));
        if (votes[row] === 0) times[row] = values[k] / own;
        votes[row] += isNothing(values[k], times[row] * own) ? 1 : -1;
      }
    }
    const found = met
      .filter((row) => 2 * votes[row] > to - from && Math.abs(times[row]) * largest <= LARGEST * most[row])
      .map((row) => ({ row, times: times[row] }));
    for (const row of met) votes[row] = most[row] = 0;
    return found;
  };
}

/** By how many entries the row gets shorter. */
function gained(
  { starts, indices, values }: Core,
  byRows: Rows,
  row: number,
  by: number,
  times: number,
): number {
  let gain = 0;
  for (let at = byRows.starts[by]; at < byRows.starts[by + 1]; at++) {
    const column = byRows.columns[at];
    let entry = 0;
    for (let k = starts[column]; k < starts[column + 1]; k++) if (indices[k] === row) entry = values[k];
    if (entry === 0) gain--;
    else if (isNothing(entry, times * byRows.values[at])) gain++;
  }
  return gain;
}

const isNothing = (entry: number, taken: number): boolean =>
  Math.abs(entry - taken) <= ROUNDING * Math.abs(entry);

function clear(given: Core, { from, by, times }: Taken): Core {
  const { columns, rows, starts, indices, values } = given;
  const rowLower = given.rowLower.slice();
  const rowUpper = given.rowUpper.slice();
  for (let k = 0; k < from.length; k++) {
    rowLower[from[k]] -= times[k] * given.rowLower[by[k]];
    rowUpper[from[k]] -= times[k] * given.rowLower[by[k]];
  }
  const { begin, places } = placesBy(rows, by);
  const newStarts = new Int32Array(columns + 1);
  const newIndices: number[] = [];
  const newValues: number[] = [];
  /** Row → its entry of this column, and the column in which it was met last. */
  const entryOf = new Float64Array(rows);
  const seenIn = new Int32Array(rows).fill(-1);
  const met: number[] = [];
  for (let column = 0; column < columns; column++) {
    met.length = 0;
    for (let at = starts[column]; at < starts[column + 1]; at++) {
      entryOf[indices[at]] = values[at];
      seenIn[indices[at]] = column;
      met.push(indices[at]);
    }
    for (let at = starts[column]; at < starts[column + 1]; at++) {
      for (let place = begin[indices[at]]; place < begin[indices[at] + 1]; place++) {
        const row = from[places[place]];
        const less = times[places[place]] * values[at];
        if (seenIn[row] !== column) {
          seenIn[row] = column;
          entryOf[row] = 0;
          met.push(row);
        }
        entryOf[row] = isNothing(entryOf[row], less) ? 0 : entryOf[row] - less;
      }
    }
    for (const row of met) {
      if (entryOf[row] === 0) continue;
      newIndices.push(row);
      newValues.push(entryOf[row]);
    }
    newStarts[column + 1] = newIndices.length;
  }
  return {
    ...given,
    starts: newStarts,
    indices: Int32Array.from(newIndices),
    values: Float64Array.from(newValues),
    rowLower,
    rowUpper,
  };
}

/** Equality → its places in the list of what is taken. */
function placesBy(rows: number, by: readonly number[]) {
  const begin = new Int32Array(rows + 1);
  for (const row of by) begin[row + 1]++;
  for (let row = 0; row < rows; row++) begin[row + 1] += begin[row];
  const next = begin.slice();
  const places = new Int32Array(by.length);
  for (let k = 0; k < by.length; k++) places[next[by[k]]++] = k;
  return { begin, places };
}
