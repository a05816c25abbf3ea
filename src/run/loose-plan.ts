/**
 * What would have to give, if each figure of the park file may give at its price? In: the network, what binds, the figures
 * and their prices, and (for the search of a shortage) helpers. Out: the changes, how hard each figure pulls, and the plan
 * that would then be possible; or the answer of the solver when it has none.
 *
 * A promised share is a quotient. It is loosened along a straight line through one point of it, and the line is drawn anew
 * through the point that was found until the two agree (Dinkelbach 1967).
 */
import { sumOf } from '../accounts/promises.ts';
import type { Network } from '../network/network.ts';
import { mostPerYear } from '../network/per-year.ts';
import { extract } from '../plan/extract.ts';
import type { Plan } from '../plan/plan.ts';
import { type Helper, type Loosening, type LooseProgram, looseProgram } from '../program/loose-program.ts';
import type { Program } from '../program/program.ts';
import type { Solution } from '../solve/solver.ts';
import { type BoundPromise, measureOf, type Point } from './bound-promises.ts';
import type { Change } from './explanation.ts';
import type { WrittenLimit } from './written-limits.ts';

/** What every search of one explanation shares. */
export interface LooseTask {
  readonly network: Network;
  readonly promises: readonly BoundPromise[];
  readonly limits: readonly WrittenLimit[];
  /** Solves within what is left of time; `what` is told as the work goes on. */
  readonly solve: (program: Program, what: string) => Promise<Solution>;
}

export interface LoosePlan {
  /** In the order of the figures; what is the solver's rounding is left out. */
  readonly changes: readonly Change[];
  /** Sum of relative changes, unweighted. */
  readonly total: number;
  /** limit → by how much the objective falls per relative change of this figure alone; 0: it has no part in it. */
  readonly pull: readonly number[];
  /** How much of each promised share's denominator there was; the point to begin the next search with. */
  readonly points: readonly Point[];
  readonly built: LooseProgram;
  readonly solution: Solution;
  readonly plan: Plan;
}

/** A relative change below this is the solver's rounding. */
export const NOISE = 1e-6;
const MOST_ROUNDS = 5;
/** Two points of a share that differ by less than this are one. */
const SAME = { target: 1e-7, denominator: 1e-2 };

/** What a change of this figure is measured against, in its own unit; one written as 0 against the largest of that unit. */
function scaleOf({ limits }: LooseTask, { value, unit }: WrittenLimit): number {
  if (value !== 0) return Math.abs(value);
  const alike = limits.filter((one) => one.unit === unit);
  return alike.reduce((most, one) => Math.max(most, Math.abs(one.value)), 0) || 1;
}

interface Way {
  readonly limit: number;
  readonly loosening: Loosening;
}

/** Each direction in which a figure may give is a loosening of its own. */
function waysOf(
  task: LooseTask,
  priceOf: (limit: WrittenLimit) => number,
  points: readonly Point[],
): readonly Way[] {
  return task.limits.flatMap((one, limit) => {
    const { kind, index, factor } = one.at;
    // A unit of a promised share is as many units of its measure as there are of the denominator.
    const isShare = kind === 'measure' && task.promises[index].denominator !== null;
    const per = isShare ? points[index].denominator : 1 / factor;
    const scale = scaleOf(task, one) * per;
    const price = priceOf(one);
    const way = (side: Loosening['side'], most: number): Way[] =>
      most <= 0 ? [] : [{ limit, loosening: { kind, index, side, scale, price, most: most * per } }];
    return [...way('lower', one.down), ...way('upper', one.up)];
  });
}

/** Before anything is known: as much of the denominator as its processes can move at the most. */
function firstPoints({ network, promises }: LooseTask): Point[] {
  return promises.map(({ target, denominator }) => {
    const terms = (denominator ?? []).map(({ of, index, coefficient }) => {
      const most = of === 'process' ? mostPerYear(network.processes[index], network.capacities) : 0;
      return Number.isFinite(most) ? Math.abs(coefficient) * most : 0;
    });
    return { target, denominator: terms.reduce((sum, term) => sum + term, 0) || 1 };
  });
}

/** The promised targets themselves, but for the promise that is asked to give: it goes on from where it was. */
export const promisedPoints = (
  { promises }: LooseTask,
  points: readonly Point[],
  asked: WrittenLimit | null = null,
): Point[] =>
  points.map((point, index) => {
    if (asked?.at.kind === 'measure' && asked.at.index === index) return point;
    return { target: promises[index].target, denominator: point.denominator };
  });

/** Where each promised share stands in this plan: at its own target, or as near to it as the plan comes. */
function foundPoints({ promises }: LooseTask, plan: Plan, before: readonly Point[]): Point[] {
  return promises.map(({ promise, phase, target, numerator, denominator }, index) => {
    if (denominator === null) return before[index];
    const whole = sumOf(plan, phase, denominator);
    if (!(whole > 0)) return before[index];
    const share = sumOf(plan, phase, numerator) / whole;
    const kept = promise.sense === 'at least' ? Math.min(target, share) : Math.max(target, share);
    return { target: kept, denominator: whole };
  });
}

/**
 * What is found is told with three digits, so a point that keeps every limit and is no further than this from the smallest
 * change is good enough, even where the solver did not reach its tolerance for prices.
 */
const CLOSE = { primal: 1e-6, gap: 1e-4 };

function isUsable({ status, certificate }: Solution): boolean {
  if (status !== 'failed' || certificate === null) return status === 'optimal';
  return certificate.primalResidual <= CLOSE.primal && certificate.gap <= CLOSE.gap;
}

const apart = (one: number, other: number, tolerance: number): boolean =>
  Math.abs(one - other) > tolerance * Math.max(Math.abs(one), Math.abs(other), 1e-9);

/**
 * Every figure may give at `priceOf` per relative change; 1: it is asked to. Hands back the solver's answer when it found
 * none.
 */
export async function loosePlan(
  task: LooseTask,
  what: string,
  priceOf: (limit: WrittenLimit) => number,
  options: { readonly helpers?: readonly Helper[]; readonly points?: readonly Point[] } = {},
): Promise<LoosePlan | Solution> {
  const { network, promises } = task;
  let points = options.points ?? firstPoints(task);
  for (let round = 1; ; round++) {
    const ways = waysOf(task, priceOf, points);
    const measures = promises.map((promise, index) => measureOf(promise, points[index]));
    const loosenings = ways.map(({ loosening }) => loosening);
    const built = looseProgram(network, measures, loosenings, options.helpers);
    const solution = await task.solve(built.program, what);
    if (!isUsable(solution)) return solution;
    const plan = extract(network, measures, built, { solution, units: null });
    const found = foundPoints(task, plan, points);
    const answer = { ...read(task, ways, built, solution, found), points: found, built, solution, plan };
    const isOff = task.limits.some((one, limit) => {
      const { at } = one;
      // Where a promise is not asked to give, it is enough to see that it did.
      if (at.kind !== 'measure' || priceOf(one) !== 1 || answer.pull[limit] <= NOISE) return false;
      const [here, there] = [points[at.index], found[at.index]];
      return (
        apart(here.target, there.target, SAME.target) ||
        apart(here.denominator, there.denominator, SAME.denominator)
      );
    });
    if (!isOff || round === MOST_ROUNDS) return answer;
    points = found;
  }
}

export const isPlan = (answer: LoosePlan | Solution): answer is LoosePlan => 'changes' in answer;

function read(
  task: LooseTask,
  ways: readonly Way[],
  built: LooseProgram,
  { x, z }: Solution,
  points: readonly Point[],
): Pick<LoosePlan, 'changes' | 'total' | 'pull'> {
  const { limits, promises } = task;
  // Up +, down −: what pulls both ways alike does not pull, and a figure that gives both ways gives the difference.
  const relative = limits.map(() => 0);
  const pull = limits.map(() => 0);
  ways.forEach(({ limit, loosening: { side, scale, price } }, index) => {
    const { column, grain } = built.changes[index];
    const sign = side === 'upper' ? 1 : -1;
    relative[limit] += (sign * x[column] * grain) / scale;
    pull[limit] += sign * (price - (z[column] * scale) / grain);
  });
  const changes = limits.flatMap((limit, index): Change[] => {
    if (Math.abs(relative[index]) < NOISE) return [];
    const { kind, index: number } = limit.at;
    const isShare = kind === 'measure' && promises[number].denominator !== null;
    const by = isShare ? points[number].target - limit.value : relative[index] * scaleOf(task, limit);
    const share = limit.value === 0 ? null : Math.abs(by / limit.value);
    return [{ limit, to: limit.value + by, by, relative: share }];
  });
  return {
    changes,
    total: relative.reduce((sum, one) => sum + Math.abs(one), 0),
    pull: pull.map((one) => Math.abs(one)),
  };
}
