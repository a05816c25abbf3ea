/**
 * What would have to give, if each figure of the park file may give at its price? In: the network, what binds, the figures
 * and their prices, and (for the search of a shortage) helpers. Out: the changes, how hard each figure pulls, and the plan
 * that would then be possible; or the answer of the solver when it has none.
 *
 * A promised share is a quotient. It is loosened along a straight line through one point of it, and the line is drawn anew
 * through the point that was found until the two agree (Dinkelbach 1967).
 */
import { sumOf } from '../accounts/measure-sums.ts';
import type { MeasureTerm, Network } from '../network/network.ts';
import { mostPerYear } from '../network/per-year.ts';
import { extract } from '../plan/extract.ts';
import type { Plan } from '../plan/plan.ts';
import type { CarriedRates } from '../program/loose-firm-power.ts';
import { type Helper, type Loosening, type LooseProgram, looseProgram } from '../program/loose-program.ts';
import type { Program } from '../program/program.ts';
import type { Solution } from '../solve/solver.ts';
import { type BoundPromise, measureOf, type Point } from './bound-promises.ts';
import type { Change } from './explanation.ts';
import { differ, firstRates, hoursHeld, ratesOf } from './firm-rates.ts';
import { evenRate, type WrittenLimit } from './written-limits.ts';

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
  /** Sum of relative changes, each times its pull: what any other changes that would do come to as well, at the least. */
  readonly total: number;
  /** limit → by how much the objective falls per relative change of this figure alone; 0: it has no part in it. */
  readonly pull: readonly number[];
  /** How much of each promised share's denominator there was; the point to begin the next search with. */
  readonly points: readonly Point[];
  /** What is carried in each outage. */
  readonly rates: CarriedRates;
  readonly built: LooseProgram;
  readonly solution: Solution;
  readonly plan: Plan;
}

/** A relative change below this is the solver's rounding. */
export const NOISE = 1e-6;
const MOST_ROUNDS = 5;
/** Two points of a share that differ by less than this are one. */
const SAME = { target: 1e-7, denominator: 1e-2 };

interface Way {
  readonly limit: number;
  readonly loosening: Loosening;
  /** Further steps down are dearer; the first one of each way says how hard the figure pulls. */
  readonly isFirst: boolean;
}

/** Each direction in which a figure may give is a loosening of its own; each step of a price, too. */
function waysOf(
  task: LooseTask,
  pricesOf: PricesOf,
  points: readonly Point[],
  rates: CarriedRates,
): readonly Way[] {
  return task.limits.flatMap((one, limit) => {
    const { kind, index, factor, part } = one.at;
    // A unit of a promised share is as many units of its measure as there are of the denominator.
    const isShare = kind === 'measure' && task.promises[index].denominator !== null;
    // And a unit of an element's share as many of the element as there are of the product, told for an even year.
    const made = kind === 'window' ? evenRate(task.network.processes[index], task.network.capacities) : 1;
    const per = isShare ? points[index].denominator : made / factor;
    const scale = one.scale * per;
    const { down, up } = pricesOf(one);
    const way = (side: Loosening['side'], most: number, price: number, isFirst: boolean): Way[] =>
      most <= 0
        ? []
        : [{ limit, isFirst, loosening: { kind, index, part, side, scale, price, most: most * per, rates } }];
    let before = 0;
    const lower = down.flatMap(({ upTo, price }, step) => {
      const from = before;
      before = Math.min(one.down, upTo * one.scale);
      return way('lower', before - from, price, step === 0);
    });
    return [...lower, ...way('upper', one.up, up, true)];
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

/** What terms of a bound promise come to in a plan that its measure was made for; `index` is that of the measure. */
export const promisedSum = (
  plan: Plan,
  { phase, month }: BoundPromise,
  index: number,
  terms: readonly MeasureTerm[],
): number => sumOf(plan, phase, terms, { month, matching: plan.phases[phase].matching[index] });

/** Below this share of all that there could be there is nothing that a promised share could be of. */
const NOTHING = 1e-4;

/** Promise → does this plan make none of what it is a share of? Then it can be neither kept nor broken. */
export function emptyShares(task: LooseTask, plan: Plan): readonly boolean[] {
  const most = firstPoints(task);
  return task.promises.map(
    (promise, index) =>
      promise.denominator !== null &&
      !(promisedSum(plan, promise, index, promise.denominator) > NOTHING * most[index].denominator),
  );
}

/** Where each promised share stands in this plan: at its own target, or as near to it as the plan comes. */
function foundPoints(task: LooseTask, plan: Plan, before: readonly Point[]): Point[] {
  const isEmpty = emptyShares(task, plan);
  return task.promises.map((bound, index) => {
    const { promise, target, numerator, denominator } = bound;
    if (denominator === null || isEmpty[index]) return before[index];
    const whole = promisedSum(plan, bound, index, denominator);
    const share = promisedSum(plan, bound, index, numerator) / whole;
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

/** Objective of a change as large as the figure is written: up, and down in steps up to so much of it. */
export interface Prices {
  readonly up: number;
  readonly down: readonly { readonly upTo: number; readonly price: number }[];
  /** Is it one of the figures that are asked to give? */
  readonly isAsked: boolean;
}
export type PricesOf = (limit: WrittenLimit) => Prices;

/** The same for each unit of a change, whichever way. */
export const evenly = (price: number): Prices => ({
  up: price,
  down: [{ upTo: Number.POSITIVE_INFINITY, price }],
  isAsked: price === 1,
});

const apart = (one: number, other: number, tolerance: number): boolean =>
  Math.abs(one - other) > tolerance * Math.max(Math.abs(one), Math.abs(other), 1e-9);

interface Options {
  readonly helpers?: readonly Helper[];
  readonly points?: readonly Point[];
}

/** Was a line drawn through a point that the answer does not come to, at a price that counts? */
function isOff(
  task: LooseTask,
  pricesOf: PricesOf,
  drawn: { readonly points: readonly Point[]; readonly rates: CarriedRates },
  { points, rates, pull, changes }: LoosePlan,
): boolean {
  return task.limits.some((one, limit) => {
    const { at } = one;
    if (at.kind === 'firm-hours')
      return (
        changes.some((change) => change.limit === one) &&
        differ(task.network, task.limits, drawn.rates, rates)
      );
    // Where a promise is not asked to give, it is enough to see that it did.
    if (at.kind !== 'measure' || !pricesOf(one).isAsked || pull[limit] <= NOISE) return false;
    const [here, there] = [drawn.points[at.index], points[at.index]];
    return (
      apart(here.target, there.target, SAME.target) ||
      apart(here.denominator, there.denominator, SAME.denominator)
    );
  });
}

async function search(
  task: LooseTask,
  what: string,
  pricesOf: PricesOf,
  options: Options,
): Promise<LoosePlan | Solution> {
  const { network, promises, limits } = task;
  let points = options.points ?? firstPoints(task);
  let rates = firstRates(network, limits);
  for (let round = 1; ; round++) {
    const ways = waysOf(task, pricesOf, points, rates);
    const measures = promises.map((promise, index) => measureOf(promise, points[index]));
    const loosenings = ways.map(({ loosening }) => loosening);
    const built = looseProgram(network, measures, loosenings, options.helpers);
    const solution = await task.solve(built.program, what);
    if (!isUsable(solution)) return solution;
    const plan = extract(network, measures, built, { solution, units: null });
    const found = { points: foundPoints(task, plan, points), rates: ratesOf(built, solution.x) };
    const answer = {
      ...read(task, ways, built, solution, found.points),
      ...found,
      built,
      solution,
      plan,
    };
    if (round === MOST_ROUNDS || !isOff(task, pricesOf, { points, rates }, answer)) return answer;
    ({ points, rates } = found);
  }
}

/** A change below this share of all of them is tried without: where two ways cost the same a solver leaves a little of one. */
const FAINT = 1e-3;
/** So many times dearer a figure gives only where nothing else does. */
const DEARER = 1000;

const dearer = ({ up, down, isAsked }: Prices): Prices => ({
  up: DEARER * up,
  down: down.map(({ upTo, price }) => ({ upTo, price: DEARER * price })),
  isAsked,
});

/** Every figure may give at its price. Hands back the solver's answer when it found none. */
export async function loosePlan(
  task: LooseTask,
  what: string,
  pricesOf: PricesOf,
  options: Options = {},
): Promise<LoosePlan | Solution> {
  const answer = await search(task, what, pricesOf, options);
  if (!isPlan(answer)) return answer;
  const whole = answer.changes.reduce((sum, { weight }) => sum + weight, 0);
  const faint = new Set(
    answer.changes.filter(({ weight }) => weight < FAINT * whole).map(({ limit }) => limit),
  );
  if (faint.size === 0) return answer;
  const without = await search(
    task,
    what,
    (limit) => (faint.has(limit) ? dearer(pricesOf(limit)) : pricesOf(limit)),
    options,
  );
  return isPlan(without) && !without.changes.some(({ limit }) => faint.has(limit)) ? without : answer;
}

export const isPlan = (answer: LoosePlan | Solution): answer is LoosePlan => 'changes' in answer;

/**
 * Minimum load, ramp and firm power are shares of a size, and are loosened by a rate: as a share of the size that the file
 * names. Where the plan builds another size, the same rate is another share of it.
 */
function perSize(network: Network, { at }: WrittenLimit, x: Float64Array, { columns }: LooseProgram): number {
  const load = at.kind === 'firm-share' ? network.security!.loads[at.index] : null;
  if (load === null && at.kind !== 'least-load' && at.kind !== 'ramp') return 1;
  const { capacity } = load ?? network.processes[at.index];
  const least = columns.reduce(
    (size, { stands }) => Math.min(size, x[stands[capacity]]),
    Number.POSITIVE_INFINITY,
  );
  const named = (100 / at.factor) * (load === null ? 1 : load.share / load.perCapacity);
  return least > 0 ? named / least : 1;
}

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
  ways.forEach(({ limit, isFirst, loosening: { side, scale, price } }, index) => {
    const { column, grain } = built.changes[index];
    const sign = side === 'upper' ? 1 : -1;
    relative[limit] += (sign * x[column] * grain) / scale;
    if (isFirst) pull[limit] += sign * (price - (z[column] * scale) / grain);
  });
  const changes = limits.flatMap((limit, index): Change[] => {
    if (Math.abs(relative[index]) < NOISE) return [];
    const { kind, index: number } = limit.at;
    const isShare = kind === 'measure' && promises[number].denominator !== null;
    const moved = relative[index] * limit.scale;
    const found =
      kind === 'firm-hours'
        ? hoursHeld(task.network, limits, built, x) - limit.value
        : moved * perSize(task.network, limit, x, built);
    const by = isShare ? points[number].target - limit.value : Math.max(-limit.down, found);
    if (Math.abs(by) < NOISE * limit.scale) return [];
    const share = limit.value === 0 ? null : Math.abs(by / limit.value);
    return [{ limit, to: limit.value + by, by, relative: share, weight: Math.abs(by) / limit.scale }];
  });
  return {
    changes,
    total: relative.reduce((sum, one, index) => sum + Math.abs(one * pull[index]), 0),
    pull: pull.map((one) => Math.abs(one)),
  };
}
