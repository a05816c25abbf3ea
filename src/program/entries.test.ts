import { describe, expect, test } from 'vitest';
import { each, listed, only, packed } from './entries.ts';

/** The matrix as "row:value" by column, to be compared with one written by hand. */
function columnsOf({ starts, indices, values }: ReturnType<typeof packed>): string[] {
  return Array.from({ length: starts.length - 1 }, (_, column) =>
    Array.from(
      indices.slice(starts[column], starts[column + 1]),
      (row, at) => `${row}:${values[starts[column] + at]}`,
    ).join(' '),
  );
}

describe('runs of entries become a matrix by columns', () => {
  test('a diagonal, a column that all rows share, and a cycle (by hand)', () => {
    const made = packed(
      [
        { count: 3, row: each(0), column: each(0), value: 1 },
        { count: 3, row: each(0), column: only(3), value: new Float64Array([-0.5, 0, -0.25]) },
        { count: 3, row: each(0), column: listed(0, new Int32Array([2, 0, 1])), value: -0.9 },
      ],
      4,
    );
    expect(columnsOf(made)).toEqual(['0:1 1:-0.9', '1:1 2:-0.9', '0:-0.9 2:1', '0:-0.5 2:-0.25']);
  });

  test('entries at the same place are summed, also when other rows came between', () => {
    const made = packed(
      [
        { count: 2, row: each(1), column: only(1), value: 2 },
        { count: 1, row: only(0), column: only(1), value: 7 },
        { count: 2, row: each(1), column: only(1), value: new Float64Array([0.5, -2]) },
      ],
      3,
    );
    // Row 2 keeps its place with 2 − 2 = 0: the structure does not depend on figures that happen to cancel.
    expect(columnsOf(made)).toEqual(['', '0:7 1:2.5 2:0', '']);
    expect(made.indices).toHaveLength(3);
  });

  test.each([5, 100])('a column of %i rows that comes upside down, twice', (count) => {
    const down = Int32Array.from({ length: count }, (_, at) => count - 1 - at);
    const size = Float64Array.from(down, (row) => row + 1);
    const run = { count, row: listed(0, down), column: only(0), value: size };
    const made = packed([run, { ...run, value: 0.5 }], 1);
    const expected = Array.from({ length: count }, (_, row) => `${row}:${row + 1.5}`);
    expect(columnsOf(made)).toEqual([expected.join(' ')]);
  });
});
