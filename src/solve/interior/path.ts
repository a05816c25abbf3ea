/**
 * The path from the starting point to the optimum: primal–dual path following with Mehrotra's predictor–corrector (1992),
 * Gondzio's multiple centrality correctors (1996), separate step lengths for sizes and prices.
 * In: a scaled core program and an elimination order. Out: the last point, and why it stopped there.
 */
import { largest, timesColumns, timesRows } from './core.ts';
import type { Newton } from './newton.ts';
import { blankPoint, type Point, type Shape } from './shape.ts';
import { startingPoint } from './starting-point.ts';
import { blend, priceStep, type Steps, sizeStep } from './steps.ts';

export interface PathReport {
  readonly iteration: number;
  /** Scaled objective, relative residuals, relative gap. */
  readonly objective: number;
  readonly primal: number;
  readonly dual: number;
  readonly gap: number;
}

export interface PathOptions {
  readonly tolerance: number;
  /** Offered points whose residuals and gap come near the tolerance: true accepts. */
  readonly accept: (point: Point) => boolean;
  /** Asked at each iteration: true stops. */
  readonly stop: (report: PathReport) => boolean;
}

export interface PathEnd {
  readonly point: Point;
  readonly why: 'accepted' | 'stopped' | 'stuck';
  readonly iterations: number;
  readonly last: PathReport;
}

const MOST_ITERATIONS = 200;
/** Correctors per iteration at the most. */
const CORRECTORS = 3;
/** A product within these of the target is central enough (Gondzio 1996). */
const LOW = 0.1;
const HIGH = 10;
/** Refinements of the step that removes residuals, when the linear system asks for them. */
const REFINEMENTS = 3;
/** From this many tolerances on the point is offered: the judge may see it as good enough already. */
const NEAR = 100;
/** So many iterations without progress are enough. */
const PATIENCE = 15;

export function followPath(shape: Shape, newton: Newton, options: PathOptions): PathEnd {
  const { core, n, m, size, lower, upper, hasLower, hasUpper, isEquality, goal, pairs } = shape;
  const point = startingPoint(shape, newton);
  const { x, y, z, v } = point;
  const along = blankPoint(shape);
  const more = blankPoint(shape);
  const none = blankPoint(shape);
  const primal = new Float64Array(m);
  const dual = new Float64Array(size);
  const low = new Float64Array(size);
  const high = new Float64Array(size);
  const sums = new Float64Array(m);
  const priced = new Float64Array(n);
  const goalSize = 1 + largest(goal);
  const costSize = 1 + largest(core.cost);

  const products = (): number => {
    let sum = 0;
    for (let at = 0; at < size; at++) {
      if (hasLower[at] === 1) sum += (x[at] - lower[at]) * z[at];
      if (hasUpper[at] === 1) sum += (upper[at] - x[at]) * v[at];
    }
    return sum / Math.max(pairs, 1);
  };

  const look = (iteration: number): PathReport => {
    timesColumns(core, x, sums);
    timesRows(core, y, priced);
    let [sizeSide, priceSide] = [0, 0];
    for (let row = 0; row < m; row++) {
      primal[row] = (isEquality[row] === 1 ? goal[row] : x[n + row]) - sums[row];
      priceSide += goal[row] * y[row];
      dual[n + row] = isEquality[row] === 1 ? 0 : y[row] - z[n + row] + v[n + row];
    }
    for (let column = 0; column < n; column++) {
      sizeSide += core.cost[column] * x[column];
      dual[column] = core.cost[column] - priced[column] - z[column] + v[column];
    }
    for (let at = 0; at < size; at++) {
      if (hasLower[at] === 1) priceSide += lower[at] * z[at];
      if (hasUpper[at] === 1) priceSide -= upper[at] * v[at];
    }
    return {
      iteration,
      objective: sizeSide,
      primal: largest(primal) / goalSize,
      dual: largest(dual) / costSize,
      gap: Math.abs(sizeSide - priceSide) / Math.max(Math.abs(sizeSide), 1e-12),
    };
  };

  /** Adds one corrector towards central products; returns the steps it allows. */
  const correct = (steps: Steps, target: number): Steps => {
    const sizeAim = Math.min(1, Math.max(1.08 * steps.size + 0.08, steps.size + 0.3));
    const priceAim = Math.min(1, Math.max(1.08 * steps.price + 0.08, steps.price + 0.3));
    const pull = (product: number): number => {
      if (product < LOW * target) return LOW * target - product;
      return product > HIGH * target ? Math.max(HIGH * target - product, -HIGH * target) : 0;
    };
    for (let at = 0; at < size; at++) {
      if (hasLower[at] === 1)
        low[at] = pull((x[at] - lower[at] + sizeAim * along.x[at]) * (z[at] + priceAim * along.z[at]));
      if (hasUpper[at] === 1)
        high[at] = pull((upper[at] - x[at] - sizeAim * along.x[at]) * (v[at] + priceAim * along.v[at]));
    }
    newton.direction(point, { primal: null, dual: null, low, high }, more, 0);
    const least = { size: steps.size * sizeAim, price: steps.price * priceAim };
    return blend(shape, point, along, more, least, steps);
  };

  /** Sizes and row prices of the best point met, by the worst of its three figures. */
  const kept = blankPoint(shape);
  let best = Number.POSITIVE_INFINITY;
  let lastGain = 0;
  for (let iteration = 0; ; iteration++) {
    const report = look(iteration);
    const worst = Math.max(report.primal, report.dual, report.gap);
    const end = (why: PathEnd['why']): PathEnd => ({
      point: why === 'accepted' ? point : kept,
      why,
      iterations: iteration,
      last: report,
    });
    if (worst <= NEAR * options.tolerance && options.accept(point)) return end('accepted');
    if (options.stop(report)) return end('stopped');
    if (worst < best) {
      kept.x.set(x);
      kept.y.set(y);
    }
    if (worst < 0.9 * best) lastGain = iteration;
    best = Math.min(best, worst);
    const hopeless =
      !Number.isFinite(worst) || iteration - lastGain > PATIENCE || iteration >= MOST_ITERATIONS;
    if (hopeless) return end('stuck');

    const mean = products();
    newton.at(point);
    for (let at = 0; at < size; at++) {
      if (hasLower[at] === 1) low[at] = -(x[at] - lower[at]) * z[at];
      if (hasUpper[at] === 1) high[at] = -(upper[at] - x[at]) * v[at];
    }
    newton.direction(point, { primal, dual, low, high }, along, REFINEMENTS);
    const affine = {
      size: sizeStep(shape, point, along, none, 0),
      price: priceStep(shape, point, along, none, 0),
    };
    let affineMean = 0;
    for (let at = 0; at < size; at++) {
      if (hasLower[at] === 1)
        affineMean += (x[at] - lower[at] + affine.size * along.x[at]) * (z[at] + affine.price * along.z[at]);
      if (hasUpper[at] === 1)
        affineMean += (upper[at] - x[at] - affine.size * along.x[at]) * (v[at] + affine.price * along.v[at]);
    }
    affineMean /= Math.max(pairs, 1);
    const target = mean * Math.min(1, Math.max((affineMean / mean) ** 3, 1e-6));
    for (let at = 0; at < size; at++) {
      if (hasLower[at] === 1) low[at] = target - along.x[at] * along.z[at];
      if (hasUpper[at] === 1) high[at] = target + along.x[at] * along.v[at];
    }
    newton.direction(point, { primal: null, dual: null, low, high }, more, 0);
    let steps = blend(shape, point, along, more, affine, null);
    for (let round = 0; round < CORRECTORS && (steps.size < 0.95 || steps.price < 0.95); round++) {
      const longer = correct(steps, target);
      const gain = longer.size - steps.size + longer.price - steps.price;
      steps = longer;
      if (gain < 0.02) break;
    }
    if ((globalThis as any).DBG) console.log('   it', iteration, 'mu', mean.toExponential(2), 'target', (target/mean).toExponential(1), 'aff', affine.size.toFixed(3), affine.price.toFixed(3), 'steps', steps.size.toFixed(3), steps.price.toFixed(3), 'p', report.primal.toExponential(1), 'gap', report.gap.toExponential(1));
    take(shape, point, along, shortened(steps.size), shortened(steps.price));
  }
}

/** A little short of the bounds: the more so, the shorter the step. */
function shortened(step: number): number {
  return step >= 1 ? 1 : step * Math.min(0.9995, Math.max(0.9, 1 - 0.1 * (1 - step)));
}

/** Room and prices that rounding leaves at least: a product of nothing would have no logarithm. */
const LEAST_ROOM = 1e-14;
const LEAST_PRICE = 1e-20;

function take(shape: Shape, { x, y, z, v }: Point, along: Point, sizes: number, prices: number): void {
  const { lower, upper, hasLower, hasUpper } = shape;
  for (let at = 0; at < x.length; at++) {
    x[at] += sizes * along.x[at];
    if (hasLower[at] === 1) {
      x[at] = Math.max(x[at], lower[at] + LEAST_ROOM * Math.max(1, Math.abs(lower[at])));
      z[at] = Math.max(z[at] + prices * along.z[at], LEAST_PRICE);
    }
    if (hasUpper[at] === 1) {
      x[at] = Math.min(x[at], upper[at] - LEAST_ROOM * Math.max(1, Math.abs(upper[at])));
      v[at] = Math.max(v[at] + prices * along.v[at], LEAST_PRICE);
    }
  }
  for (let row = 0; row < y.length; row++) y[row] += prices * along.y[row];
}
