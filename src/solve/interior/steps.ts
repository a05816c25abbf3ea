/**
 * How far may one go along a direction, and how much of a corrector is worth adding?
 * In: a direction and a corrector. Out: step lengths up to 1, apart for sizes and prices; the direction with the corrector
 * blended in at the weight that allows the longest step (Colombo & Gondzio 2008).
 */
import type { Newton } from './newton.ts';
import type { Passes, Steps } from './passes.ts';

/** Tried between the least weight and 1. */
const WEIGHTS = [1, 0.6, 0.3, 0];
/** A shorter weight must lengthen the step by this much. */
const WORTH = 0.01;
/** A step as long as this is not bettered. */
const LONG = 0.9;

const weightsFrom = (least: number): Float64Array =>
  Float64Array.from(WEIGHTS, (share) => least + (1 - least) * share);

function best(weights: Float64Array, steps: Float64Array): { weight: number; step: number } {
  let found = { weight: 0, step: -1 };
  for (const [at, step] of steps.entries()) {
    if (step > found.step + WORTH) found = { weight: weights[at], step };
    if (found.step > LONG) break;
  }
  return found;
}

/**
 * Makes the corrector for the gains that stand and adds it to the direction, apart for sizes and prices. `least` are the smallest weights to try; `before` the
 * steps that the direction alone allows when it need not be corrected at all, else null.
 */
export function blend(passes: Passes, newton: Newton, least: Steps, before: Steps | null): Steps {
  const weights = { sizes: weightsFrom(least.size), prices: weightsFrom(least.price) };
  const steps = newton.correct(weights);
  let sizes = best(weights.sizes, steps.sizes);
  let prices = best(weights.prices, steps.prices);
  if (before !== null && before.size > sizes.step) sizes = { weight: 0, step: before.size };
  if (before !== null && before.price > prices.step) prices = { weight: 0, step: before.price };
  passes.blend(sizes.weight, prices.weight);
  return { size: sizes.step, price: prices.step };
}
