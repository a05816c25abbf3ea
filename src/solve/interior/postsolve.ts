/**
 * How is a presolve taken back? In: the records of its steps and the point of the shorter program. Out: sizes and prices of
 * the given one, step by step in reverse.
 */
import type { Draft } from './draft.ts';

/**
 * What was done, with up to six figures:
 *
 * - `fixed`: a column left at `[size]`.
 * - `bound`: a row with one entry became a bound of its column: `[entry, which]`, 1: the lower one, 2: the upper one, 3: both.
 * - `slack`: a column with one entry widened its row: `[rowLower, rowUpper, price moved to the row, entry, lower, upper]`.
 * - `forced`: a row's columns stand at the ends that only just reach it: `[which]`, 1: its lower side, -1: its upper one.
 * - `parallel`: a row is so many times another one, whose number stands for the column: `[times, which]`, 1: the other's lower
 *   side is this one's, 2: its upper side, 3: both.
 */
export const STEP = { fixed: 0, bound: 1, slack: 2, forced: 3, parallel: 4 } as const;

const FIGURES = 6;

export interface Ledger {
  length: number;
  kinds: Uint8Array;
  rows: Int32Array;
  columns: Int32Array;
  figures: Float64Array;
  /** column → step that took it out; larger than any step when it was kept. */
  readonly gone: Float64Array;
}

export function openLedger(columns: number): Ledger {
  const room = 1024;
  return {
    length: 0,
    kinds: new Uint8Array(room),
    rows: new Int32Array(room),
    columns: new Int32Array(room),
    figures: new Float64Array(room * FIGURES),
    gone: new Float64Array(columns).fill(Number.POSITIVE_INFINITY),
  };
}

export function record(
  ledger: Ledger,
  kind: number,
  row: number,
  column: number,
  ...figures: number[]
): void {
  const at = ledger.length++;
  if (at === ledger.kinds.length) {
    const longer = <T extends Uint8Array | Int32Array | Float64Array>(list: T): T => {
      const made = new (list.constructor as new (size: number) => T)(2 * list.length);
      made.set(list);
      return made;
    };
    ledger.kinds = longer(ledger.kinds);
    ledger.rows = longer(ledger.rows);
    ledger.columns = longer(ledger.columns);
    ledger.figures = longer(ledger.figures);
  }
  ledger.kinds[at] = kind;
  ledger.rows[at] = row;
  ledger.columns[at] = column;
  for (let k = 0; k < figures.length; k++) ledger.figures[at * FIGURES + k] = figures[k];
  if (kind === STEP.fixed || kind === STEP.slack) ledger.gone[column] = at;
}

export function undo(
  draft: Draft,
  shorter: { readonly columnOf: Int32Array; readonly rowOf: Int32Array },
  shortX: Float64Array,
  shortY: Float64Array,
): { x: Float64Array; y: Float64Array } {
  const { given, ledger, rowStarts, rowColumns, rowValues } = draft;
  const { kinds, rows, columns, figures, gone } = ledger;
  const x = new Float64Array(given.columns);
  const y = new Float64Array(given.rows);
  const cost = draft.cost.slice();
  for (let at = 0; at < shortX.length; at++) x[shorter.columnOf[at]] = shortX[at];
  for (let at = 0; at < shortY.length; at++) y[shorter.rowOf[at]] = shortY[at];
  /** A column's cost less what the rows known so far pay for it. */
  const leftOf = (column: number): number => {
    let reduced = cost[column];
    for (let at = given.starts[column]; at < given.starts[column + 1]; at++)
      reduced -= given.values[at] * y[given.indices[at]];
    return reduced;
  };
  for (let step = ledger.length - 1; step >= 0; step--) {
    const [row, column, first] = [rows[step], columns[step], step * FIGURES];
    if (kinds[step] === STEP.fixed) x[column] = figures[first];
    else if (kinds[step] === STEP.forced) {
      // The price nearest to none at which every column would rather stay where it is.
      const way = figures[first];
      let price = 0;
      for (let at = rowStarts[row]; at < rowStarts[row + 1]; at++) {
        if (rowValues[at] === 0 || gone[rowColumns[at]] < step) continue;
        const wish = leftOf(rowColumns[at]) / rowValues[at];
        if (wish * way > price * way) price = wish;
      }
      y[row] = price;
    } else if (kinds[step] === STEP.parallel) {
      const [times, which] = [figures[first], figures[first + 1]];
      if ((y[column] > 0 && which !== 2) || (y[column] < 0 && which !== 1)) {
        y[row] = y[column] / times;
        y[column] = 0;
      }
    } else if (kinds[step] === STEP.bound) {
      // What is left of the column's reduced cost belongs to the row whose bound it is.
      const reduced = leftOf(column);
      const which = figures[first + 1];
      if ((reduced > 0 && which !== 2) || (reduced < 0 && which !== 1)) y[row] = reduced / figures[first];
    } else {
      let sum = 0;
      for (let at = rowStarts[row]; at < rowStarts[row + 1]; at++)
        if (gone[rowColumns[at]] > step) sum += rowValues[at] * x[rowColumns[at]];
      const [price, entry] = [figures[first + 2], figures[first + 3]];
      const [low, high] =
        entry > 0
          ? [(figures[first] - sum) / entry, (figures[first + 1] - sum) / entry]
          : [(figures[first + 1] - sum) / entry, (figures[first] - sum) / entry];
      // The row's price says at which of its ends the row stands; without one, any size will do that keeps row and bounds.
      const atLow = y[row] * entry > 0;
      const wish = y[row] === 0 ? Math.min(Math.max(0, low), high) : atLow ? low : high;
      x[column] = Math.min(Math.max(wish, figures[first + 4]), figures[first + 5]);
      if (price === 0) continue;
      y[row] += price;
      for (let at = rowStarts[row]; at < rowStarts[row + 1]; at++)
        if (gone[rowColumns[at]] > step) cost[rowColumns[at]] += price * rowValues[at];
      cost[column] = price * entry;
    }
  }
  return { x, y };
}
