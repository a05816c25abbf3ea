/**
 * What is the least that would have to change in the park file? In: a park that cannot hold, and all its figures. Out: the
 * smallest sum of relative changes, and what single figures could do by themselves.
 *
 * How hard a figure pulls at the smallest sum says which can do it alone (one that does not pull cannot) and how much that
 * takes at least: the sum ÷ the pull. The nearest are tried first.
 */
import { promiseTitle } from '../accounts/counted-by.ts';
import type { MeasureTerm, Network } from '../network/network.ts';
import type { Plan } from '../plan/plan.ts';
import type { Solution } from '../solve/solver.ts';
import type { Alone, Change, Distance } from './explanation.ts';
import {
  emptyShares,
  evenly,
  isPlan,
  type LoosePlan,
  type LooseTask,
  loosePlan,
  NOISE,
  type PricesOf,
  promisedPoints,
  promisedSum,
} from './loose-plan.ts';
import type { WrittenLimit } from './written-limits.ts';

const MOST_TRIED = 8;
const MOST_SHOWN = 5;
/** Where one figure alone may give, the other figures of the same thing give at three times the price … */
const SIBLING = 3;
/**
 * … and everything else so many times dearer. What then still needs a little of it may only be too dear itself, and is tried
 * once more at the second price; what needs that again cannot do it alone, nor with a change of that many times.
 */
const DEAR = [30, 1000] as const;
/** "A little": of the smallest changes of all. */
const LITTLE = 0.5;

/** Seconds that the trials may take: a minute, or twice as long as the first search, whichever is more. */
export const timeForTrials = (first: number): number => Math.max(60, 2 * first);

/** What a user wrote as 0 was meant to be none, and an output is what the park is for: they give way last. */
const LAST = 10;
/** More of an output than is asked for is no loss, but not what was asked for. */
const MORE_MADE = 2;
/** No figure can fall by more than all of it, though it may have to rise many times: the last quarter down is dearer. */
const STEPS_DOWN = [
  { upTo: 0.75, price: 1 },
  { upTo: 0.9, price: 5 },
  { upTo: 1, price: 50 },
] as const;

export const isOutput = ({ at }: WrittenLimit): boolean => at.kind === 'output';

/** To ask for less firm power is as near as any share of it; its hours give when it is their own turn, for a share does more. */
const FIRM: Partial<Record<WrittenLimit['at']['kind'], number>> = { 'firm-share': 1, 'firm-hours': SIBLING };

/**
 * A duty is a share of a size, and another size would keep it as well: where both ways cost the same, a solver changes a little of each.
 * So the duty gives first.
 */
const DUTY = 0.99;
const isDuty = ({ at }: WrittenLimit): boolean => at.kind === 'least-load' || at.kind === 'ramp';

export const together = (task: LooseTask): Promise<LoosePlan | Solution> => {
  const pricesOf: PricesOf = (limit) => {
    const { value, at } = limit;
    const firm = FIRM[at.kind];
    if (firm !== undefined) return { ...evenly(firm), isAsked: true };
    const times = value === 0 || isOutput(limit) ? LAST : isDuty(limit) ? DUTY : 1;
    return {
      up: isOutput(limit) ? MORE_MADE : times,
      down: STEPS_DOWN.map(({ upTo, price }) => ({ upTo, price: times * price })),
      isAsked: true,
    };
  };
  return loosePlan(task, 'smallest changes together', pricesOf);
};

/** The figures that pull, the most promising first; promises always, since their distance is told. */
function candidates({ limits }: LooseTask, { pull, total }: LoosePlan): WrittenLimit[] {
  const atLeast = (limit: WrittenLimit): number => total / pull[limits.indexOf(limit)];
  // What can only fall cannot fall by more than all of it.
  const most = ({ up }: WrittenLimit): number => (up > 0 ? DEAR[1] : 1 + NOISE);
  const able = limits
    .filter((limit, index) => pull[index] > NOISE && atLeast(limit) < most(limit))
    .sort((a, b) => atLeast(a) - atLeast(b));
  const promises = able.filter(({ at }) => at.kind === 'measure');
  return [...promises, ...able.filter(({ at }) => at.kind !== 'measure').slice(0, MOST_TRIED)];
}

const titlesOf = (limits: readonly WrittenLimit[]): string =>
  [...new Set(limits.map(({ title }) => title))].join(' and ');

export function aloneOf(changes: readonly Change[]): Alone {
  const relative = changes.reduce<number | null>(
    (sum, change) => (sum === null || change.relative === null ? null : sum + change.relative),
    0,
  );
  return {
    title: titlesOf(changes.map(({ limit }) => limit)),
    changes,
    relative,
    given: '',
    makesLess: changes.some(({ limit, by }) => isOutput(limit) && by < 0),
  };
}

export interface Trials {
  readonly alone: readonly Alone[];
  readonly promises: readonly Distance[];
  /** What was not tried, or not to the end. */
  readonly untried: readonly string[];
  /** Promises of which a change would leave nothing to be kept or broken; such a change is not among `alone`. */
  readonly empty: readonly string[];
}

/**
 * What two figures of a thing allow together would be their product: hours of firm power and its share, the window of an alloy and
 * how much is made of it. A linear search takes the one as it is written while the other gives.
 */
const isProduct = (asked: WrittenLimit, other: WrittenLimit): boolean =>
  asked.at.kind === 'firm-hours' || (asked.at.kind === 'window') !== (other.at.kind === 'window');

/** How much else still changes, relative; what a thing's own other figures do is its own, but for what would be a product. */
const needsOthers = ({ changes }: LoosePlan, asked: WrittenLimit): number =>
  changes.reduce((sum, { limit, weight }) => {
    const isOwn = limit === asked || (limit.thing === asked.thing && !isProduct(asked, limit));
    return isOwn ? sum : sum + weight;
  }, 0);

/** What would change if this figure gave, the others of its thing sooner than the rest of the park. */
async function onlyOf(task: LooseTask, first: LoosePlan, limit: WrittenLimit): Promise<LoosePlan | Solution> {
  const points = promisedPoints(task, first.points, limit);
  const attempt = (dear: number, sibling: number = SIBLING): Promise<LoosePlan | Solution> => {
    const priceOf = (other: WrittenLimit): number => {
      if (other === limit) return 1;
      if (other.thing !== limit.thing) return dear;
      return isProduct(limit, other) ? DEAR[0] : sibling;
    };
    return loosePlan(task, `what if only ${limit.title} gave`, (other) => evenly(priceOf(other)), { points });
  };
  // It needs so much at the least that all else would be cheaper at the first price.
  const isFar = 1 > DEAR[0] * first.pull[task.limits.indexOf(limit)];
  if (isFar) return attempt(DEAR[1]);
  const answer = await attempt(DEAR[0]);
  if (!isPlan(answer)) return answer;
  const others = needsOthers(answer, limit);
  // Its siblings can do it cheaper without it: they have their own turn.
  if (others === 0 && !answer.changes.some((change) => change.limit === limit))
    return attempt(DEAR[1], DEAR[0]);
  return others === 0 || others > LITTLE * first.total ? answer : attempt(DEAR[1]);
}

/** What a promise comes to at the best when no other promise has to be kept. */
async function withoutOtherPromises(
  task: LooseTask,
  first: LoosePlan,
  limit: WrittenLimit,
): Promise<LoosePlan | null> {
  const points = promisedPoints(task, first.points, limit);
  const pricesOf: PricesOf = (other) =>
    evenly(other === limit ? 1 : other.at.kind === 'measure' ? 1 / DEAR[1] : DEAR[0]);
  const answer = await loosePlan(task, `how near ${limit.title} can come`, pricesOf, { points });
  if (!isPlan(answer)) return null;
  return answer.changes.some((change) => change.limit.at.kind !== 'measure') ? null : answer;
}

/** Shares below this part of the largest are not named. */
const SMALL = 0.02;

function titleOf({ processes, stores, capacities }: Network, { of, index }: MeasureTerm): string {
  if (of === 'process') return processes[index].title;
  if (of === 'store') return stores[index].title;
  return of === 'capacity' ? capacities[index].title : 'matched in its own hour';
}

/** Who makes up the promised figure, in its own unit. */
function madeOf({ network, promises }: LooseTask, plan: Plan, { at }: WrittenLimit): Distance['made'] {
  const bound = promises[at.index];
  const { numerator, denominator } = bound;
  const whole = denominator === null ? 1 : promisedSum(plan, bound, at.index, denominator);
  const byTitle = new Map<string, number>();
  for (const term of numerator) {
    const title = titleOf(network, term);
    byTitle.set(title, (byTitle.get(title) ?? 0) + promisedSum(plan, bound, at.index, [term]) / whole);
  }
  const all = [...byTitle].map(([title, amount]) => ({ title, amount }));
  const most = all.reduce((top, { amount }) => Math.max(top, Math.abs(amount)), 0);
  return all
    .filter(({ amount }) => Math.abs(amount) > SMALL * most)
    .toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
}

function distanceOf(
  task: LooseTask,
  { changes, plan }: LoosePlan,
  limit: WrittenLimit,
  holding: Distance['holding'],
): Distance {
  const { title, says, value: asked, unit } = limit;
  const best = changes.find((change) => change.limit === limit)?.to ?? asked;
  return { title, says, asked, best, unit, made: madeOf(task, plan, limit), holding };
}

/** Promised shares of what this plan does not make. */
export function untestable(task: LooseTask, { plan }: LoosePlan): string[] {
  const isEmpty = emptyShares(task, plan);
  return [
    ...new Set(
      task.promises.filter((_, index) => isEmpty[index]).map(({ promise }) => promiseTitle(promise)),
    ),
  ];
}

/** To make nothing is no way to keep such a promise. */
export const emptyWords = (promises: readonly string[]): string =>
  `To make nothing is no way out: ${promises.map((promise) => `“${promise}”`).join(' and ')} could then be neither kept nor broken.`;

/** `isTime`: asked before each trial. */
export async function alone(task: LooseTask, first: LoosePlan, isTime: () => boolean): Promise<Trials> {
  const found = new Map<string, Alone>();
  const untried: WrittenLimit[] = [];
  const empty = new Set<string>();
  const promises: Distance[] = [];
  const keep = (answer: LoosePlan): void => {
    const one = aloneOf(answer.changes);
    const lost = one.makesLess ? untestable(task, answer) : [];
    const key = one.changes.map(({ limit }) => limit.path).join(' ');
    for (const promise of lost) empty.add(promise);
    if (lost.length === 0 && !found.has(key)) found.set(key, one);
  };
  const isOnly = (limit: WrittenLimit): boolean =>
    first.changes.length === 1 && first.changes[0].limit === limit;
  for (const limit of candidates(task, first)) {
    const isPromise = limit.at.kind === 'measure';
    // The smallest changes of all are this figure's: nothing else is to be found out about it.
    if (isOnly(limit)) {
      keep(first);
      if (isPromise) promises.push(distanceOf(task, first, limit, 'all'));
      continue;
    }
    if (!isTime()) {
      untried.push(limit);
      continue;
    }
    const answer = await onlyOf(task, first, limit);
    if (!isPlan(answer)) untried.push(limit);
    else if (needsOthers(answer, limit) === 0) {
      keep(answer);
      if (isPromise) promises.push(distanceOf(task, answer, limit, 'all'));
    }
  }
  // A promise that does not pull here may be out of reach all the same, where another figure that gives mends both.
  for (const limit of task.limits.filter(({ at }) => at.kind === 'measure').slice(0, MOST_TRIED)) {
    if (task.promises.length < 2 || promises.some(({ title }) => title === limit.title) || !isTime())
      continue;
    const near = await withoutOtherPromises(task, first, limit);
    if (near?.changes.some((change) => change.limit === limit))
      promises.push(distanceOf(task, near, limit, 'promises'));
  }
  const size = ({ changes }: Alone): number =>
    changes.reduce((sum, { limit, weight }) => sum + weight * (limit.value === 0 ? LAST : 1), 0);
  return {
    alone: [...found.values()]
      .sort((a, b) => Number(a.makesLess) - Number(b.makesLess) || size(a) - size(b))
      .slice(0, MOST_SHOWN),
    promises,
    untried: [...new Set(untried.map(({ title }) => title))],
    empty: [...empty],
  };
}
