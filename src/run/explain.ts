/**
 * Why can this park not hold, and what would do? In: an infeasible park, its proof, a solver and how much time is left. Out:
 * an explanation. Each of its parts is a linear program of its own; what could not be found in time is left out and said.
 */
import type { Network } from '../network/network.ts';
import type { Program } from '../program/program.ts';
import type { Proof } from '../solve/proof.ts';
import type { Solution, SolveOptions, Solver } from '../solve/solver.ts';
import type { BoundPromise } from './bound-promises.ts';
import { conflictOfPulls, conflictOfRay } from './conflict.ts';
import type { Explanation } from './explanation.ts';
import { firmShortfallOf } from './firm-shortfall.ts';
import { isPlan, type LoosePlan, type LooseTask } from './loose-plan.ts';
import { type Missing, missing } from './missing.ts';
import { promiseShort, shortfallOf } from './shortfall.ts';
import { alone, emptyWords, isOutput, timeForTrials, together, untestable } from './smallest-changes.ts';
import { writtenLimits } from './written-limits.ts';

export interface Infeasible {
  readonly network: Network;
  readonly promises: readonly BoundPromise[];
  readonly program: Program;
  readonly proof: Proof | undefined;
}

export interface Means {
  readonly solver: Solver;
  readonly options: SolveOptions;
  readonly clock: () => number;
  /** By the clock: when the time of the run is over. */
  readonly deadline: number;
}

/** What is found is told with three digits: prices that are a little off cost no second attempt of the solver. */
const TOLERANCE = 1e-6;

/** Tells what is being looked for beside what the solver does. */
export function solveWithin({ solver, options, clock, deadline }: Means): LooseTask['solve'] {
  return (program: Program, what: string): Promise<Solution> =>
    solver(program, {
      ...options,
      tolerance: Math.max(options.tolerance, TOLERANCE),
      timeLimit: Math.max(0.001, deadline - clock()),
      onProgress: (progress) => options.onProgress?.({ ...progress, stage: `${what} · ${progress.stage}` }),
    });
}

const NOT_EVEN =
  'Not even all figures of the park file together could mend it: recipes, weather or what the library says contradict each other.';

const BY_A_HAIR =
  'What contradicts here differs by its rounding alone: no figure has to change by a millionth of itself. Give one of those named above a little room, such as a limit that is to be exactly as large as an output.';

const ANY_SIZE =
  'What comes in whole units is taken as if any size could be built: go to the next whole unit.';

interface Smallest {
  readonly task: LooseTask;
  readonly first: LoosePlan | Solution;
  /** Promises of which the smallest changes of all would have left nothing. */
  readonly empty: readonly string[];
}

/** The smallest changes; where they make nothing of what a promise is about, the smallest that keep the outputs. */
async function smallest(task: LooseTask): Promise<Smallest> {
  const first = await together(task);
  const empty = isPlan(first) ? untestable(task, first) : [];
  if (empty.length === 0) return { task, first, empty };
  const kept = { ...task, limits: task.limits.filter((limit) => !isOutput(limit)) };
  const other = await together(kept);
  return isPlan(other) && other.changes.length > 0
    ? { task: kept, first: other, empty }
    : { task, first, empty };
}

function worstOf(network: Network, worst: Missing | undefined): Explanation['worst'] {
  if (worst === undefined) return null;
  return worst.isFirm ? firmShortfallOf(network, worst) : shortfallOf(network, worst);
}

export async function explain(
  { network, promises, program, proof }: Infeasible,
  means: Means,
): Promise<Explanation> {
  const { options, clock, deadline } = means;
  const limits = writtenLimits(network, promises);
  const began = clock();
  const { task, first, empty } = await smallest({ network, promises, limits, solve: solveWithin(means) });
  if (!isPlan(first) || first.changes.length === 0) {
    const conflict = proof === undefined ? [] : conflictOfRay(network, program, proof.ray);
    const note = isPlan(first)
      ? BY_A_HAIR
      : first.status === 'infeasible'
        ? NOT_EVEN
        : `The smallest changes were not found: ${first.message}`;
    return {
      conflict,
      worst: null,
      firm: null,
      changes: { together: [], alone: [] },
      promises: [],
      notes: [note],
    };
  }
  const isStopped = (): boolean => options.signal?.aborted === true || clock() >= deadline;
  const spent = clock() - began;
  const lacks = isStopped() ? [] : await missing(task, first);
  const trialsBegan = clock();
  const isTime = (): boolean => !isStopped() && clock() - trialsBegan < timeForTrials(spent);
  const trials = await alone(task, first, isTime);
  const lost = [...new Set([...empty, ...trials.empty])];
  const firm = lacks.find(({ isFirm }) => isFirm);
  // Firm power has a place of its own beside what is short at its hours.
  const worst = lacks.find(({ isFirm }) => !isFirm) ?? firm;
  return {
    conflict: conflictOfPulls(network, task.limits, first, firm),
    worst: worstOf(network, worst) ?? promiseShort(first.changes, trials.promises),
    firm: firm === undefined || firm === worst ? null : firmShortfallOf(network, firm),
    changes: { together: first.changes, alone: trials.alone },
    promises: trials.promises,
    notes: [
      ...(lost.length === 0 ? [] : [emptyWords(lost)]),
      ...(network.capacities.some(({ wholeUnit }) => wholeUnit !== null) ? [ANY_SIZE] : []),
      ...(trials.untried.length === 0
        ? []
        : [`Not tried, or not to the end, for want of time: ${trials.untried.join(', ')}.`]),
    ],
  };
}
