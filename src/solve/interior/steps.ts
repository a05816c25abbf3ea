/**
 * How far may one go along a direction, and how much of a corrector is worth adding?
 * In: rooms and prices of a point, a direction, a corrector. Out: step lengths up to 1, apart for sizes and prices; the
 * direction with the corrector blended in at the weight that allows the longest step (Colombo & Gondzio 2008).
 */
import type { Point, Shape } from './shape.ts';

/** Longest step along `along + weight × more` that leaves every room. */
export function sizeStep(
  { unknown, lowers, pairs }: Shape,
  room: Float64Array,
  along: Float64Array,
  more: Float64Array,
  weight: number,
): number {
  let step = 1;
  for (let k = 0; k < lowers; k++) {
    const move = along[unknown[k]] + weight * more[unknown[k]];
    if (room[k] + step * move < 0) step = -room[k] / move;
  }
  for (let k = lowers; k < pairs; k++) {
    const move = along[unknown[k]] + weight * more[unknown[k]];
    if (room[k] - step * move < 0) step = room[k] / move;
  }
  return step;
}

/** Longest step that keeps the prices of bounds positive. */
export function priceStep(
  { pairs }: Shape,
  price: Float64Array,
  along: Float64Array,
  more: Float64Array,
  weight: number,
): number {
  let step = 1;
  for (let k = 0; k < pairs; k++) {
    const move = along[k] + weight * more[k];
    if (price[k] + step * move < 0) step = -price[k] / move;
  }
  return step;
}

export interface Steps {
  readonly size: number;
  readonly price: number;
}

/** Tried between the least weight and 1. */
const WEIGHTS = [1, 0.6, 0.3, 0];
/** A shorter weight must lengthen the step by this much. */
const WORTH = 0.01;

function bestWeight(least: number, stepAt: (weight: number) => number): { weight: number; step: number } {
  let best = { weight: 0, step: -1 };
  for (const share of WEIGHTS) {
    const weight = least + (1 - least) * share;
    const step = stepAt(weight);
    if (step > best.step + WORTH) best = { weight, step };
    if (best.step > 0.9) break;
  }
  return best;
}

/**
 * Adds the corrector `more` to `along`, apart for sizes and prices. `least` are the smallest weights to try; `before` the
 * steps that `along` alone allows when it need not be corrected at all, else null.
 */
export function blend(
  shape: Shape,
  room: Float64Array,
  price: Float64Array,
  along: Point,
  more: Point,
  least: Steps,
  before: Steps | null,
): Steps {
  let sizes = bestWeight(least.size, (weight) => sizeStep(shape, room, along.x, more.x, weight));
  let prices = bestWeight(least.price, (weight) => priceStep(shape, price, along.w, more.w, weight));
  if (before !== null && before.size > sizes.step) sizes = { weight: 0, step: before.size };
  if (before !== null && before.price > prices.step) prices = { weight: 0, step: before.price };
  const add = (to: Float64Array, from: Float64Array, weight: number): void => {
    if (weight !== 0) for (let at = 0; at < to.length; at++) to[at] += weight * from[at];
  };
  add(along.x, more.x, sizes.weight);
  add(along.w, more.w, prices.weight);
  add(along.y, more.y, prices.weight);
  return { size: sizes.step, price: prices.step };
}
