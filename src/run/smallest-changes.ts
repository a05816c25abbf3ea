/**
 * What is the least that would have to change in the park file? In: a park that cannot hold, and all its figures. Out: the
 * smallest sum of relative changes, and what single figures could do by themselves.
 *
 * How hard a figure pulls at the smallest sum says which can do it alone (one that does not pull cannot) and how much that
 * takes at least: the sum ÷ the pull. The nearest are tried first.
 */
import type { Solution } from '../solve/solver.ts';
import type { Alone, Change } from './explanation.ts';
import { isPlan, type LoosePlan, type LooseTask, loosePlan, NOISE, promisedPoints } from './loose-plan.ts';
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

/** What a user wrote as 0 was meant to be none: it gives way last. */
const FORBIDDEN = 10;

export const together = (task: LooseTask): Promise<LoosePlan | Solution> =>
  loosePlan(task, 'smallest changes together', ({ value }) => (value === 0 ? FORBIDDEN : 1));

/** The figures that pull, the most promising first. */
function candidates({ limits }: LooseTask, { pull, total }: LoosePlan): WrittenLimit[] {
  const atLeast = (limit: WrittenLimit): number => total / pull[limits.indexOf(limit)];
  return limits
    .filter((limit, index) => pull[index] > NOISE && atLeast(limit) < DEAR[1])
    .sort((a, b) => atLeast(a) - atLeast(b))
    .slice(0, MOST_TRIED);
}

const titlesOf = (limits: readonly WrittenLimit[]): string =>
  [...new Set(limits.map(({ title }) => title))].join(' and ');

function aloneOf(changes: readonly Change[]): Alone {
  const relative = changes.reduce<number | null>(
    (sum, change) => (sum === null || change.relative === null ? null : sum + change.relative),
    0,
  );
  return { title: titlesOf(changes.map(({ limit }) => limit)), changes, relative };
}

export interface Trials {
  readonly alone: readonly Alone[];
  /** What was not tried, or not to the end. */
  readonly untried: readonly string[];
}

/** How much other things still change, relative. */
const needsOthers = ({ changes }: LoosePlan, { thing }: WrittenLimit): number =>
  changes.reduce((sum, { limit, relative }) => (limit.thing === thing ? sum : sum + (relative ?? 1)), 0);

/** What would change if this figure gave, the others of its thing sooner than the rest of the park. */
async function onlyOf(task: LooseTask, first: LoosePlan, limit: WrittenLimit): Promise<LoosePlan | Solution> {
  const points = promisedPoints(task, first.points, limit);
  const attempt = (dear: number): Promise<LoosePlan | Solution> =>
    loosePlan(
      task,
      `what if only ${limit.title} gave`,
      (other) => (other === limit ? 1 : other.thing === limit.thing ? SIBLING : dear),
      { points },
    );
  const answer = await attempt(DEAR[0]);
  if (!isPlan(answer)) return answer;
  const others = needsOthers(answer, limit);
  return others === 0 || others > LITTLE * first.total ? answer : attempt(DEAR[1]);
}

/** `isTime`: asked before each trial. */
export async function alone(task: LooseTask, first: LoosePlan, isTime: () => boolean): Promise<Trials> {
  const found = new Map<string, Alone>();
  const untried: WrittenLimit[] = [];
  const keep = (changes: readonly Change[]): void => {
    const key = changes.map(({ limit }) => limit.path).join(' ');
    if (!found.has(key)) found.set(key, aloneOf(changes));
  };
  const isOnly = (limit: WrittenLimit): boolean =>
    first.changes.length === 1 && first.changes[0].limit === limit;
  for (const limit of candidates(task, first)) {
    // The smallest changes of all are this figure's: nothing else is to be found out about it.
    if (isOnly(limit)) {
      keep(first.changes);
      continue;
    }
    if (!isTime()) {
      untried.push(limit);
      continue;
    }
    const answer = await onlyOf(task, first, limit);
    if (!isPlan(answer)) untried.push(limit);
    else if (needsOthers(answer, limit) === 0) keep(answer.changes);
  }
  const size = ({ relative }: Alone): number => relative ?? Number.POSITIVE_INFINITY;
  return {
    alone: [...found.values()].sort((a, b) => size(a) - size(b)).slice(0, MOST_SHOWN),
    untried: [...new Set(untried.map(({ title }) => title))],
  };
}
