/**
 * How far may one go along a direction, and how much of a corrector is worth adding?
 * In: a point, a direction, a corrector. Out: step lengths up to 1, apart for sizes and prices; the direction with the
 * corrector blended in at the weight that allows the longest step (Colombo & Gondzio 2008).
 */
import type { Point, Shape } from './shape.ts';

/** Longest step along x + weight × more that stays between the bounds. */
export function sizeStep(
  { size, lower, upper, hasLower, hasUpper }: Shape,
  point: Point,
  along: Point,
  more: Point,
  weight: number,
): number {
  const { x } = point;
  let step = 1;
  for (let at = 0; at < size; at++) {
    const move = along.x[at] + weight * more.x[at];
    if (move < 0) {
      if (hasLower[at] === 1 && step * move < lower[at] - x[at]) step = (lower[at] - x[at]) / move;
    } else if (hasUpper[at] === 1 && step * move > upper[at] - x[at]) step = (upper[at] - x[at]) / move;
  }
  return step;
}

/** Longest step that keeps the prices of bounds positive. */
export function priceStep(
  { size, hasLower, hasUpper }: Shape,
  point: Point,
  along: Point,
  more: Point,
  weight: number,
): number {
  const { z, v } = point;
  let step = 1;
  for (let at = 0; at < size; at++) {
    if (hasLower[at] === 1) {
      const move = along.z[at] + weight * more.z[at];
      if (step * move < -z[at]) step = -z[at] / move;
    }
    if (hasUpper[at] === 1) {
      const move = along.v[at] + weight * more.v[at];
      if (step * move < -v[at]) step = -v[at] / move;
    }
  }
  return step;
}

export interface Steps {
  readonly size: number;
  readonly price: number;
}

/** Tried between the least weight and 1. */
const WEIGHTS = [1, 0.75, 0.5, 0.25, 0];
/** A shorter weight must lengthen the step by this much. */
const WORTH = 0.01;

function bestWeight(least: number, stepAt: (weight: number) => number): { weight: number; step: number } {
  let best = { weight: 0, step: -1 };
  for (const share of WEIGHTS) {
    const weight = least + (1 - least) * share;
    const step = stepAt(weight);
    if (step > best.step + WORTH) best = { weight, step };
    if (best.step > 0.98) break;
  }
  return best;
}

/**
 * Adds the corrector `more` to `along`, apart for sizes and prices. `least` are the smallest weights to try; `before` the
 * steps that `along` alone allows when it need not be corrected at all, else null.
 */
export function blend(
  shape: Shape,
  point: Point,
  along: Point,
  more: Point,
  least: Steps,
  before: Steps | null,
): Steps {
  let sizes = bestWeight(least.size, (weight) => sizeStep(shape, point, along, more, weight));
  let prices = bestWeight(least.price, (weight) => priceStep(shape, point, along, more, weight));
  if (before !== null && before.size > sizes.step) sizes = { weight: 0, step: before.size };
  if (before !== null && before.price > prices.step) prices = { weight: 0, step: before.price };
  for (let at = 0; at < shape.size; at++) {
    along.x[at] += sizes.weight * more.x[at];
    along.z[at] += prices.weight * more.z[at];
    along.v[at] += prices.weight * more.v[at];
  }
  for (let row = 0; row < shape.m; row++) along.y[row] += prices.weight * more.y[row];
  return { size: sizes.step, price: prices.step };
}
