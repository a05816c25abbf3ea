/**
 * In which units are rows and columns alike? Ruiz (2001): divide rows and columns by the root of their largest entry until
 * all are near one; then one factor for the costs and one for the limits.
 * In: a core program. Out: the scaled one, and the way back.
 */
import type { Core } from './core.ts';

export interface Equilibrated {
  readonly core: Core;
  restore(x: Float64Array, y: Float64Array): { x: Float64Array; y: Float64Array };
  /** Scaled objective × this = objective. */
  readonly objectiveUnit: number;
}

const ROUNDS = 8;

export function equilibrate(given: Core): Equilibrated {
  const { columns, rows, starts, indices } = given;
  const values = given.values.slice();
  const columnScale = new Float64Array(columns).fill(1);
  const rowScale = new Float64Array(rows).fill(1);
  const columnMost = new Float64Array(columns);
  const rowMost = new Float64Array(rows);
  for (let round = 0; round < ROUNDS; round++) {
    columnMost.fill(0);
    rowMost.fill(0);
    for (let column = 0; column < columns; column++) {
      for (let at = starts[column]; at < starts[column + 1]; at++) {
        const size = Math.abs(values[at]);
        if (size > columnMost[column]) columnMost[column] = size;
        if (size > rowMost[indices[at]]) rowMost[indices[at]] = size;
      }
    }
    const root = (most: number): number => (most > 0 ? 1 / Math.sqrt(most) : 1);
    for (let row = 0; row < rows; row++) rowScale[row] *= rowMost[row] = root(rowMost[row]);
    for (let column = 0; column < columns; column++) {
      const factor = root(columnMost[column]);
      columnScale[column] *= factor;
      for (let at = starts[column]; at < starts[column + 1]; at++)
        values[at] *= factor * rowMost[indices[at]];
    }
  }
  const cost = given.cost.map((value, column) => value * columnScale[column]);
  const byColumn = (limits: Float64Array): Float64Array =>
    limits.map((value, column) => value / columnScale[column]);
  const byRow = (limits: Float64Array): Float64Array => limits.map((value, row) => value * rowScale[row]);
  const lower = byColumn(given.lower);
  const upper = byColumn(given.upper);
  const rowLower = byRow(given.rowLower);
  const rowUpper = byRow(given.rowUpper);
  const costUnit = 1 / usual([cost]);
  const limitUnit = 1 / usual([lower, upper, rowLower, rowUpper]);
  for (let column = 0; column < columns; column++) cost[column] *= costUnit;
  for (const limits of [lower, upper, rowLower, rowUpper])
    for (let at = 0; at < limits.length; at++) limits[at] *= limitUnit;
  return {
    core: { columns, rows, starts, indices, values, cost, lower, upper, rowLower, rowUpper },
    objectiveUnit: 1 / (costUnit * limitUnit),
    restore: (x, y) => ({
      x: x.map((size, column) => (size * columnScale[column]) / limitUnit),
      y: y.map((price, row) => (price * rowScale[row]) / costUnit),
    }),
  };
}

/**
 * A size between the middle one and the largest of all figures that are neither zero nor infinite: one reserve of a
 * hundred million tonnes must not make every megawatt look like nothing.
 */
function usual(lists: readonly Float64Array[]): number {
  const sizes: number[] = [];
  for (const list of lists)
    for (const value of list) if (value !== 0 && Number.isFinite(value)) sizes.push(Math.abs(value));
  if (sizes.length === 0) return 1;
  const sorted = Float64Array.from(sizes).sort();
  return Math.sqrt(sorted[sorted.length >> 1] * sorted[sorted.length - 1]);
}
