/**
 * The path from a starting point to the optimum: primal–dual path following with Mehrotra's predictor–corrector (1992),
 * weighted correctors (Colombo & Gondzio 2008), Gondzio's multiple centrality correctors (1996), separate step lengths for
 * sizes and prices; what ends a step early is held and the step looked for anew.
 * In: a scaled core program, its Newton system, a point inside the bounds. Out: the last point, and why it stopped there.
 */
import { largest } from './core.ts';
import type { Newton } from './newton.ts';
import type { Passes, Steps } from './passes.ts';
import { blankPoint, type Point, type Shape } from './shape.ts';
import { blend } from './steps.ts';

export interface PathReport {
  readonly iteration: number;
  /** Scaled objective, relative residuals, relative gap. */
  readonly objective: number;
  readonly primal: number;
  readonly dual: number;
  readonly gap: number;
}

/** `good`: reaches the tolerance; `clean`: does so even with every size that should lie on a bound put there. */
export interface Verdict {
  readonly verdict: 'not yet' | 'good' | 'clean';
  /** By how many tolerances the point misses, and by how many its rows and its columns do. */
  readonly miss: number;
  readonly rows: number;
  readonly columns: number;
}

export interface PathOptions {
  readonly tolerance: number;
  /** Asked about points whose residuals and gap come near the tolerance. */
  readonly judge: (point: Point) => Verdict;
  /** Asked at each iteration about the point reached: true stops. */
  readonly stop: (report: PathReport, point: Point) => boolean;
}

export interface PathEnd {
  readonly point: Point;
  readonly why: 'accepted' | 'stopped' | 'stuck';
  readonly iterations: number;
}

const MOST_ITERATIONS = 200;
/** Correctors per iteration at the most; one that lengthens both steps together by less than `WORTH` is the last. */
const CORRECTORS = 4;
const WORTH = 0.03;
/** Steps longer than this need no corrector. */
const LONG_ENOUGH = 0.9;
/** By how much a corrector aims to lengthen a step. */
const AIM = 0.7;
/**
 * A step shorter than `SHORT` is tried again, up to `HOLDS` times, with those pairs held that end it, or would end one `FARTHER`
 * times as long (never longer than `FARTHEST`).
 */
const SHORT = 0.6;
const HOLDS = 2;
const FARTHER = 3;
const FARTHEST = 0.95;
/** A product within these of the target is central enough (Gondzio 1996). */
const LOW = 0.1;
const HIGH = 10;
/** Refinements of the step that removes residuals, when the linear system asks for them. */
const REFINEMENTS = 3;
/** A doubtful step that makes a residual so many times larger is taken back, once. */
const RUINED = 10;
/** From this many tolerances on the point is offered: the judge may see it as good enough already. */
const NEAR = 100;
/** … and again when it should miss no more than this many. */
const ASK_AGAIN = 3;
/** … and always below this share of the tolerance. */
const FAR_BELOW = 0.01;
/** So many iterations more are spent on a clean point once there is a good one. */
const POLISH = 1;
/** So many iterations without progress are enough. */
const PATIENCE = 15;
/** A step longer than `LONG` should take out most of a residual; one of which `STAYS` is left asks for less regularisation. */
const LONG = 0.6;
const STAYS = 0.6;
/** By how much it is lowered at a time. */
const LESS = 0.1;
/** A residual below this share of the tolerance is none. */
const NEGLIGIBLE = 1e-3;
/** The least weights of what may also be left out. */
const NOTHING: Steps = { size: 0, price: 0 };
/** Rooms and prices stay above this, and a room above what rounding can tell from its bound. */
const LEAST = 1e-30;
const ROUNDING = 4e-16;

/** Walks from the point of `passes`, which it moves. */
export function followPath(shape: Shape, passes: Passes, newton: Newton, options: PathOptions): PathEnd {
  const { core, pairs, goal } = shape;
  const { point } = passes;
  const goalSize = 1 + largest(goal);
  const costSize = 1 + largest(core.cost);

  const look = (iteration: number): PathReport => {
    const { sizeSide, priceSide, primal, dual } = passes.look();
    return {
      iteration,
      objective: sizeSide,
      primal: primal / goalSize,
      dual: dual / costSize,
      gap: Math.abs(sizeSide - priceSide) / Math.max(Math.abs(sizeSide), 1e-12),
    };
  };

  /** Adds one corrector towards central products; returns the steps it allows. */
  const correct = (steps: Steps, target: number): Steps => {
    const sizeAim = Math.min(1, steps.size + AIM);
    const priceAim = Math.min(1, steps.price + AIM);
    passes.central(sizeAim, priceAim, LOW * target, HIGH * target);
    return blend(passes, newton, { size: steps.size * sizeAim, price: steps.price * priceAim }, steps);
  };

  /** Holds the few pairs that end the steps; returns the steps that this allows. */
  const hold = (steps: Steps): Steps => {
    newton.hold({ size: farther(steps.size), price: farther(steps.price) });
    return blend(passes, newton, NOTHING, steps);
  };

  /** Makes the predicted and corrected direction; returns the steps it allows. */
  const chooseDirection = (): Steps => {
    const mean = newton.atPoint() / Math.max(pairs, 1);
    const affine = newton.predict(REFINEMENTS);
    const share = passes.after(affine.size, affine.price) / (mean * pairs);
    const target = mean * Math.min(1, Math.max(share ** 3, 1e-6));
    passes.second(target);
    const blended = blend(passes, newton, affine, null);
    const central = lengthened(blended, CORRECTORS, LONG_ENOUGH, (steps) => correct(steps, target));
    return lengthened(central, HOLDS, SHORT, hold);
  };

  /** Sizes and row prices of the best point met, by the worst of its three figures. */
  const kept = blankPoint(shape);
  let best = Number.POSITIVE_INFINITY;
  /** The least primal residual, dual residual, gap and judged residual met: while one of them falls, there is progress. */
  const least = [best, best, best, best];
  let lastGain = 0;
  let goodSince: number | null = null;
  const near = NEAR * options.tolerance;
  let askBelow = near;
  /** By how many tolerances rows and columns missed when the judge was asked last. */
  let missed = { rows: best, columns: best };
  let before: Walked | null = null;
  let tookBack = false;
  for (let iteration = 0; ; iteration++) {
    let report = look(iteration);
    const back: Point | null =
      tookBack || before === null || !isRuined(before.report, report, options.tolerance) ? null : before.from;
    tookBack = back !== null;
    if (back !== null) {
      passes.begin(back);
      report = look(iteration);
      newton.regularise(10, 10);
      before = null;
    }
    const figures = [report.primal, report.dual, report.gap];
    const worst = figures.reduce((most, figure) => Math.max(most, figure), 0);
    const end = (why: PathEnd['why']): PathEnd => ({
      point: why === 'accepted' ? point : kept,
      why,
      iterations: iteration,
    });
    /** Rows (columns) whose residual looks like nothing while some of them miss by their own measure: regularisation holds it up. */
    let held = { rows: false, columns: false };
    if (worst <= askBelow || goodSince !== null) {
      const { verdict, miss, rows, columns } = options.judge(point);
      const stays = (now: number, then: number, left: number): boolean =>
        verdict === 'not yet' &&
        ((now > Math.max(1, STAYS * then) && left <= FAR_BELOW * options.tolerance) ||
          worst <= FAR_BELOW * options.tolerance);
      held = {
        rows: stays(rows, missed.rows, report.primal),
        columns: stays(columns, missed.columns, report.dual),
      };
      missed = { rows, columns };
      if (verdict === 'clean') return end('accepted');
      if (verdict === 'good') goodSince ??= iteration;
      askBelow =
        miss <= ASK_AGAIN ? near : Math.max((worst * ASK_AGAIN) / miss, FAR_BELOW * options.tolerance);
    }
    if (goodSince !== null && iteration - goodSince >= POLISH) return end('accepted');
    if (options.stop(report, point)) return end(goodSince === null ? 'stopped' : 'accepted');
    if (worst < best) {
      best = worst;
      kept.x.set(point.x);
      kept.y.set(point.y);
    }
    const judged = Math.max(missed.rows, missed.columns) * options.tolerance;
    for (const [at, figure] of [...figures, judged].entries()) {
      if (figure >= 0.9 * least[at]) continue;
      least[at] = figure;
      if (figure > NEGLIGIBLE * options.tolerance) lastGain = iteration;
    }
    const hopeless =
      !Number.isFinite(worst) || iteration - lastGain > PATIENCE || iteration >= MOST_ITERATIONS;
    if (hopeless) return end(goodSince === null ? 'stuck' : 'accepted');
    if (before !== null) {
      const change = regularity(before, report, options.tolerance, newton.troubled());
      newton.regularise(
        held.rows ? Math.min(change.rows, LESS) : change.rows,
        held.columns ? Math.min(change.columns, LESS) : change.columns,
      );
    }

    const steps = chooseDirection();
    const from = newton.troubled() ? { x: point.x.slice(), y: point.y.slice(), w: point.w.slice() } : null;
    before = { report, steps, from };
    passes.take(shortened(steps.size), shortened(steps.price), LEAST, ROUNDING);
  }
}

interface Walked {
  readonly report: PathReport;
  readonly steps: Steps;
  /** Where the step began, when its direction is doubtful. */
  readonly from: Point | null;
}

/** Whether a step has brought back residuals that were gone. */
function isRuined(then: PathReport, now: PathReport, tolerance: number): boolean {
  const back = (before: number, after: number): boolean => after > RUINED * before && after > tolerance;
  return back(then.primal, now.primal) || back(then.dual, now.dual);
}

/** By how much the regularisation changes: down where a long step left its residual, up in trouble. */
function regularity(
  { report, steps }: Walked,
  now: PathReport,
  tolerance: number,
  troubled: boolean,
): { rows: number; columns: number } {
  if (troubled) return { rows: 10, columns: 10 };
  const stays = (step: number, then: number, left: number): boolean =>
    step > LONG && left > STAYS * then && left > NEGLIGIBLE * tolerance;
  return {
    rows: stays(steps.size, report.primal, now.primal) ? LESS : 1,
    columns: stays(steps.price, report.dual, now.dual) ? LESS : 1,
  };
}

const farther = (step: number): number => Math.min(FARTHEST, FARTHER * step);

/** Tries so many times to make steps longer, until they are long enough or little is gained. */
function lengthened(first: Steps, rounds: number, enough: number, longer: (steps: Steps) => Steps): Steps {
  let steps = first;
  for (let round = 0; round < rounds; round++) {
    if (Math.min(steps.size, steps.price) >= enough) break;
    const next = longer(steps);
    const gained = next.size - steps.size + next.price - steps.price;
    steps = next;
    if (gained < WORTH) break;
  }
  return steps;
}

/** A little short of the bounds: the more so, the shorter the step. */
function shortened(step: number): number {
  return step >= 1 ? 1 : step * Math.min(0.9995, Math.max(0.9, 1 - 0.1 * (1 - step)));
}
