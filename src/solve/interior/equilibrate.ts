/**
 * In which units are rows and columns alike? Geometric scaling first (largest and smallest entry of each row and column end
 * as far above 1 as below), then Ruiz (2001) on the largest; last one factor for the costs and one for the limits.
 * In: a core program. Out: the scaled one, and the way back.
 */
import { usualSize } from '../scaling.ts';
import type { Core } from './core.ts';

export interface Equilibrated {
  readonly core: Core;
  /** Scaled size × this = size of a column; scaled price × this = price of a row. */
  readonly sizeUnit: Float64Array;
  readonly priceUnit: Float64Array;
  /** Scaled objective × this = objective. */
  readonly objectiveUnit: number;
}

/** Rounds that bring largest × smallest entry of each row and column to 1, then rounds that bring the largest to 1. */
const GEOMETRIC = 4;
const LARGEST = 4;
/** So many sizes tell the middle one well enough. */
const MOST_SIZES = 50_000;

/**
 * `both`: geometric rounds, then the largest; `largest`: those only; `none`: as written. The first suits the programs of
 * parks; one with coefficients of 1e-8 beside 1e8 that mean what they say may only be solved in another.
 */
export const SCALINGS = ['both', 'largest', 'none'] as const;
export type Scaling = (typeof SCALINGS)[number];

export function equilibrate(given: Core, scaling: Scaling = 'both'): Equilibrated {
  const values = given.values.slice();
  const columnScale = new Float64Array(given.columns).fill(1);
  const rowScale = new Float64Array(given.rows).fill(1);
  const scales = { values, columnScale, rowScale };
  const [geometric, largest] =
    scaling === 'both' ? [GEOMETRIC, LARGEST] : scaling === 'largest' ? [0, LARGEST] : [0, 0];
  for (let round = 0; round < geometric; round++) rescale(given, scales, (most, least) => most * least);
  for (let round = 0; round < largest; round++) rescale(given, scales, (most) => most);
  const { columns, rows, starts, indices } = given;
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
    sizeUnit: columnScale.map((scale) => scale / limitUnit),
    priceUnit: rowScale.map((scale) => scale / costUnit),
  };
}

interface Scales {
  readonly values: Float64Array;
  readonly columnScale: Float64Array;
  readonly rowScale: Float64Array;
}

/** Divides each row by √measure(largest, smallest entry), then each column likewise. */
function rescale(
  { columns, rows, starts, indices }: Core,
  { values, columnScale, rowScale }: Scales,
  measure: (most: number, least: number) => number,
): void {
  const most = new Float64Array(rows);
  const least = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  for (let at = 0; at < starts[columns]; at++) {
    const size = Math.abs(values[at]);
    const row = indices[at];
    if (size > most[row]) most[row] = size;
    if (size < least[row]) least[row] = size;
  }
  const factor = (large: number, small: number): number =>
    large > 0 ? 1 / Math.sqrt(measure(large, small)) : 1;
  for (let row = 0; row < rows; row++) {
    most[row] = factor(most[row], least[row]);
    rowScale[row] *= most[row];
  }
  for (let column = 0; column < columns; column++) {
    let [large, small] = [0, Number.POSITIVE_INFINITY];
    for (let at = starts[column]; at < starts[column + 1]; at++) {
      values[at] *= most[indices[at]];
      const size = Math.abs(values[at]);
      if (size > large) large = size;
      if (size < small) small = size;
    }
    const own = factor(large, small);
    columnScale[column] *= own;
    for (let at = starts[column]; at < starts[column + 1]; at++) values[at] *= own;
  }
}

/** The middle one of the sizes that are neither zero nor infinite; of long lists every few of them are looked at. */
function usual(lists: readonly Float64Array[]): number {
  const total = lists.reduce((sum, list) => sum + list.length, 0);
  const stride = Math.max(1, Math.floor(total / MOST_SIZES));
  return usualSize(...lists.map((list) => list.filter((_, at) => at % stride === 0))) ?? 1;
}
