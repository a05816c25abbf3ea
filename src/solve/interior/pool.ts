/**
 * Which columns do the same work at the same cost, each up to a limit of its own? Two kinds of wind at one place feed the
 * same balance; together they are one column under the sum of their limits, and half as many can change sides in an hour.
 * In: a core program. Out: the program with one column and one limiting row for each pool, and the way back.
 *
 *   x_j ≥ 0, parallel (λ_j times the first but for its own row), each with an own row  α_j x_j + r_j·u ≤ b_j  or  x_j ≤ b_j
 *   X = Σ λ_j x_j ≥ 0,   α₁ X + Σ s_j r_j·u ≤ Σ s_j b_j,   s_j = α₁ λ_j / α_j
 *
 * Exact where no limit b_j − r_j·u can become negative: X splits in proportion to the limits, and the price of an own row is
 * s_j times that of the pool's. (Parallel columns with bounds: Andersen & Andersen 1995, "duplicate columns".)
 */
import { picked } from './arrange.ts';
import { type Core, type Rows, rowsOf } from './core.ts';

export interface Pooled {
  readonly core: Core;
  /** Kept column → column of the given program (of a pool: its first); the same for rows. */
  readonly columnOf: Int32Array;
  readonly rowOf: Int32Array;
  restore(x: Float64Array, y: Float64Array): { x: Float64Array; y: Float64Array };
}

/** Pools one after another, each member a place in the lists; a pool's first member lends its row to all. */
interface Pools {
  /** Pool → place of its first member; the last entry ends them. */
  readonly starts: number[];
  readonly column: number[];
  /** A member's own row; −1: it has a bound. */
  readonly row: number[];
  /** λ, α and s above. */
  readonly weight: number[];
  readonly entry: number[];
  readonly share: number[];
}

/** An own row has no more entries than this: the column, and what lends to its limit. */
const SHORT = 8;
/** What a column has instead of an entry in an own row. */
const BOUND = -1;
const NEITHER = -2;

/** Null when no two columns can be joined. */
export function pool(given: Core): Pooled | null {
  const byRows = rowsOf(given);
  const pools = findPools(given, byRows);
  if (pools.column.length === 0) return null;
  const { core, columnOf, rowOf } = join(given, pools);
  return {
    core,
    columnOf,
    rowOf,
    restore(shortX, shortY) {
      const x = new Float64Array(given.columns);
      const y = new Float64Array(given.rows);
      for (let at = 0; at < shortX.length; at++) x[columnOf[at]] = shortX[at];
      for (let at = 0; at < shortY.length; at++) y[rowOf[at]] = shortY[at];
      split(given, byRows, pools, x, y);
      return { x, y };
    },
  };
}

/** column → the place of its entry in its own row, `BOUND` or `NEITHER`. */
function ownEntries(given: Core, byRows: Rows): Int32Array {
  const { columns, starts, indices, values, lower, upper } = given;
  const own = new Int32Array(columns).fill(NEITHER);
  for (let column = 0; column < columns; column++) {
    if (lower[column] !== 0) continue;
    if (upper[column] < Number.POSITIVE_INFINITY) own[column] = BOUND;
    for (let at = starts[column]; at < starts[column + 1] && own[column] === NEITHER; at++)
      if (values[at] > 0 && limitsOnly(given, byRows, indices[at], column)) own[column] = at;
  }
  return own;
}

/** Whether a row does nothing but keep this column below a limit that is never negative. */
function limitsOnly(given: Core, byRows: Rows, row: number, column: number): boolean {
  const { rowLower, rowUpper, lower, upper } = given;
  const [from, to] = [byRows.starts[row], byRows.starts[row + 1]];
  if (rowLower[row] > Number.NEGATIVE_INFINITY || to - from > SHORT) return false;
  let most = 0;
  for (let at = from; at < to; at++) {
    const [other, value] = [byRows.columns[at], byRows.values[at]];
    if (other !== column) most += value > 0 ? value * upper[other] : value * lower[other];
  }
  return most <= rowUpper[row];
}

/** Columns with the same rows, their own aside, lie side by side once sorted by a number made of these rows. */
function findPools(given: Core, byRows: Rows): Pools {
  const { columns, starts, indices, values } = given;
  const own = ownEntries(given, byRows);
  const candidates = new Int32Array(columns);
  const keys = new Float64Array(columns);
  let count = 0;
  for (let column = 0; column < columns; column++) {
    if (own[column] === NEITHER) continue;
    let key = 0;
    for (let at = starts[column]; at < starts[column + 1]; at++)
      if (at !== own[column]) key = (Math.imul(key, 31) + indices[at] + 1) >>> 0;
    keys[count] = key * columns + count;
    candidates[count++] = column;
  }
  const sorted = keys.subarray(0, count).sort();
  const keyAt = (place: number): number => Math.floor(sorted[place] / columns);
  const claims = openClaims(given, byRows, own);
  const pools: Pools = { starts: [0], column: [], row: [], weight: [], entry: [], share: [] };
  const entryOf = (column: number): number => (own[column] === BOUND ? 1 : values[own[column]]);
  let open: number[] = [];
  for (let from = 0, to = 1; from < count; from = to++) {
    while (to < count && keyAt(to) === keyAt(from)) to++;
    open.length = 0;
    for (let at = from; at < to; at++) open.push(candidates[sorted[at] % columns]);
    while (open.length > 1) {
      // One with a row comes first where there is one: its row becomes the pool's.
      const first = open.find((column) => own[column] >= 0) ?? open[0];
      const alike = open.filter((column) => column === first || weightOf(given, own, first, column) > 0);
      open = open.filter((column) => !alike.includes(column));
      if (!claims.free(first)) continue;
      const others = alike.filter((column) => column !== first && claims.free(column));
      if (others.length === 0) continue;
      for (const column of [first, ...others]) {
        const weight = weightOf(given, own, first, column);
        claims.take(column);
        pools.column.push(column);
        pools.row.push(own[column] === BOUND ? -1 : indices[own[column]]);
        pools.weight.push(weight);
        pools.entry.push(entryOf(column));
        pools.share.push((entryOf(first) * weight) / entryOf(column));
      }
      pools.starts.push(pools.column.length);
    }
  }
  return pools;
}

/** What lends to a limit must not be in a pool itself, and the other way round. */
function openClaims({ columns, indices }: Core, byRows: Rows, own: Int32Array) {
  const lends = new Uint8Array(columns);
  const member = new Uint8Array(columns);
  return {
    free(column: number): boolean {
      if (lends[column] === 1) return false;
      if (own[column] === BOUND) return true;
      const row = indices[own[column]];
      for (let at = byRows.starts[row]; at < byRows.starts[row + 1]; at++)
        if (byRows.columns[at] !== column && member[byRows.columns[at]] === 1) return false;
      return true;
    },
    take(column: number): void {
      member[column] = 1;
      if (own[column] === BOUND) return;
      const row = indices[own[column]];
      for (let at = byRows.starts[row]; at < byRows.starts[row + 1]; at++)
        if (byRows.columns[at] !== column) lends[byRows.columns[at]] = 1;
    },
  };
}

/** λ with column = λ × first, own rows aside; 0 when they are not parallel. */
function weightOf(
  { starts, indices, values, cost }: Core,
  own: Int32Array,
  first: number,
  column: number,
): number {
  let weight = 0;
  for (let one = starts[first], other = starts[column]; ; one++, other++) {
    if (one === own[first]) one++;
    if (other === own[column]) other++;
    const ended = [one >= starts[first + 1], other >= starts[column + 1]];
    if (ended[0] !== ended[1]) return 0;
    if (ended[0]) break;
    if (indices[one] !== indices[other]) return 0;
    if (weight === 0) weight = values[other] / values[one];
    if (!(weight > 0) || values[other] !== weight * values[one]) return 0;
  }
  return cost[column] === weight * cost[first] ? weight : 0;
}

function join(given: Core, pools: Pools): Omit<Pooled, 'restore'> {
  const { columns, rows, starts, indices, values } = given;
  const columnKept = new Uint8Array(columns).fill(1);
  /** Row → the row that it enters, and how many times. */
  const rowInto = new Int32Array(rows);
  for (let row = 0; row < rows; row++) rowInto[row] = row;
  const rowShare = new Float64Array(rows).fill(1);
  const upper = given.upper.slice();
  const rowUpper = given.rowUpper.slice();
  for (let at = 0, number = -1; at < pools.column.length; at++) {
    if (at === pools.starts[number + 1]) {
      number++;
      continue;
    }
    const first = pools.starts[number];
    const [column, row] = [pools.column[at], pools.row[at]];
    columnKept[column] = 0;
    const limit = pools.share[at] * (row < 0 ? given.upper[column] : given.rowUpper[row]);
    if (pools.row[first] < 0) upper[pools.column[first]] += limit;
    else rowUpper[pools.row[first]] += limit;
    if (row < 0) continue;
    rowInto[row] = pools.row[first];
    rowShare[row] = pools.share[at];
  }
  const columnOf = numbersOf(columns, (column) => columnKept[column] === 1);
  const rowOf = numbersOf(rows, (row) => rowInto[row] === row);
  const rowNumber = new Int32Array(rows);
  for (let at = 0; at < rowOf.length; at++) rowNumber[rowOf[at]] = at;
  const newStarts = new Int32Array(columnOf.length + 1);
  const newIndices = new Int32Array(indices.length);
  const newValues = new Float64Array(values.length);
  /** Row → place of the entry made last; one that lends to two limits of a pool has one entry for both. */
  const placeIn = new Int32Array(rows).fill(-1);
  let filled = 0;
  for (let at = 0; at < columnOf.length; at++) {
    for (let entry = starts[columnOf[at]]; entry < starts[columnOf[at] + 1]; entry++) {
      const row = rowInto[indices[entry]];
      const value = values[entry] * rowShare[indices[entry]];
      if (placeIn[row] >= newStarts[at]) newValues[placeIn[row]] += value;
      else {
        placeIn[row] = filled;
        newIndices[filled] = rowNumber[row];
        newValues[filled++] = value;
      }
    }
    newStarts[at + 1] = filled;
  }
  const core: Core = {
    columns: columnOf.length,
    rows: rowOf.length,
    starts: newStarts,
    indices: newIndices.slice(0, filled),
    values: newValues.slice(0, filled),
    cost: picked(given.cost, columnOf),
    lower: picked(given.lower, columnOf),
    upper: picked(upper, columnOf),
    rowLower: picked(given.rowLower, rowOf),
    rowUpper: picked(rowUpper, rowOf),
  };
  return { core, columnOf, rowOf };
}

/** Those of the first numbers that are wanted, ascending. */
function numbersOf(size: number, wanted: (number: number) => boolean): Int32Array {
  const list = new Int32Array(size);
  let filled = 0;
  for (let number = 0; number < size; number++) if (wanted(number)) list[filled++] = number;
  return list.slice(0, filled);
}

/** Each pool's size among its members, its row's price among their rows. */
function split(
  { upper, rowUpper }: Core,
  byRows: Rows,
  { starts, column, row, weight, entry, share }: Pools,
  x: Float64Array,
  y: Float64Array,
): void {
  const limits = new Float64Array(column.length);
  for (let number = 0; number + 1 < starts.length; number++) {
    const [first, end] = [starts[number], starts[number + 1]];
    const pooled = x[column[first]];
    let total = 0;
    for (let at = first; at < end; at++) {
      if (row[at] < 0) limits[at] = upper[column[at]];
      else {
        let room = rowUpper[row[at]];
        for (let k = byRows.starts[row[at]]; k < byRows.starts[row[at] + 1]; k++)
          if (byRows.columns[k] !== column[at]) room -= byRows.values[k] * x[byRows.columns[k]];
        limits[at] = Math.max(0, room / entry[at]);
      }
      total += limits[at] * weight[at];
    }
    const price = row[first] < 0 ? 0 : y[row[first]];
    for (let at = first; at < end; at++) {
      if (total > 0) x[column[at]] = (limits[at] * pooled) / total;
      if (row[at] >= 0) y[row[at]] = price * share[at];
    }
  }
}
