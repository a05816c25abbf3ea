/**
 * Columns and rows in the order of their elimination, so that one pass over the unknowns is one pass through memory; short rows
 * come after the others, in the order of their first columns.
 * In: a core program, its short rows and the tree. Out: the same program with other numbers for columns and rows, and what
 * they were.
 */
import type { Core } from './core.ts';
import type { ShortRows } from './short-rows.ts';
import type { Tree } from './tree.ts';

export interface Arranged {
  readonly core: Core;
  /** New number → number in the given core. */
  readonly columnOf: Int32Array;
  readonly rowOf: Int32Array;
  /** Node in the new numbers (column, or columns + row that is not short) → position in the tree's order. */
  readonly place: Int32Array;
}

export function arrange(given: Core, { others }: ShortRows, { order }: Tree): Arranged {
  const { columns, rows, starts, indices, values } = given;
  const columnOf = new Int32Array(columns);
  const rowOf = new Int32Array(rows);
  const rowNumber = new Int32Array(rows).fill(-1);
  const place = new Int32Array(order.length);
  let [column, row] = [0, 0];
  for (let position = 0; position < order.length; position++) {
    const node = order[position];
    if (node < columns) {
      place[column] = position;
      columnOf[column++] = node;
    } else {
      place[columns + row] = position;
      rowNumber[others[node - columns]] = row;
      rowOf[row++] = others[node - columns];
    }
  }
  for (const each of columnOf) {
    for (let entry = starts[each]; entry < starts[each + 1]; entry++) {
      if (rowNumber[indices[entry]] >= 0) continue;
      rowNumber[indices[entry]] = row;
      rowOf[row++] = indices[entry];
    }
  }
  // Rows without entries.
  for (let each = 0; each < rows && row < rows; each++) {
    if (rowNumber[each] >= 0) continue;
    rowNumber[each] = row;
    rowOf[row++] = each;
  }
  const newStarts = new Int32Array(columns + 1);
  const newIndices = new Int32Array(indices.length);
  const newValues = new Float64Array(values.length);
  let filled = 0;
  for (let at = 0; at < columns; at++) {
    for (let entry = starts[columnOf[at]]; entry < starts[columnOf[at] + 1]; entry++) {
      newIndices[filled] = rowNumber[indices[entry]];
      newValues[filled++] = values[entry];
    }
    newStarts[at + 1] = filled;
  }
  const core: Core = {
    columns,
    rows,
    starts: newStarts,
    indices: newIndices,
    values: newValues,
    cost: picked(given.cost, columnOf),
    lower: picked(given.lower, columnOf),
    upper: picked(given.upper, columnOf),
    rowLower: picked(given.rowLower, rowOf),
    rowUpper: picked(given.rowUpper, rowOf),
  };
  return { core, columnOf, rowOf, place };
}

/** The figures of these numbers, in their order. */
export function picked(from: Float64Array, of: Int32Array): Float64Array {
  const list = new Float64Array(of.length);
  for (let at = 0; at < of.length; at++) list[at] = from[of[at]];
  return list;
}
