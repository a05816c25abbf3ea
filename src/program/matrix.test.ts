import { expect, it } from 'vitest';
import { denseProgram } from './dense-program.ts';
import { columnSums, objectiveValue, reducedCosts, rowSums, rowsOf } from './matrix.ts';

// [1 0 2; 0 3 4] by hand.
const program = denseProgram({
  cost: [5, 6, 7],
  offset: 100,
  rows: [
    [1, 0, 2],
    [0, 3, 4],
  ],
  rowLimits: [
    [0, 1],
    [0, 1],
  ],
});

it('the matrix by rows', () => {
  const byRow = rowsOf(program);
  expect(Array.from(byRow.starts)).toEqual([0, 2, 4]);
  expect(Array.from(byRow.indices)).toEqual([0, 2, 1, 2]);
  expect(Array.from(byRow.values)).toEqual([1, 2, 3, 4]);
});

it('A x, Aᵀ y, c·x and c − Aᵀ y', () => {
  const x = Float64Array.of(1, 2, 3);
  const y = Float64Array.of(10, 1);
  expect(Array.from(rowSums(program, x))).toEqual([7, 18]);
  expect(Array.from(columnSums(program, y))).toEqual([10, 3, 24]);
  expect(objectiveValue(program, x)).toBe(138);
  expect(Array.from(reducedCosts(program, y))).toEqual([-5, 3, -17]);
});
