/**
 * The solver of Kombinat's own: an interior-point method for programs that are long in time and thin across it
 * (`interior/README.md`). In: a program. Out: a solution that is called optimal only when its certificate, computed on the
 * original program, reaches the tolerance; infeasible or unbounded only when a ray proves it.
 */
import type { Program } from '../program/program.ts';
import { largestMiss, reachesTolerance, showCertificate } from './certificate.ts';
import type { SolveHost } from './highs.ts';
import { SCALINGS, type Scaling } from './interior/equilibrate.ts';
import type { Memory } from './interior/memory.ts';
import { type CoreEnd, solveCore } from './interior/solve-core.ts';
import {
  directionProgram,
  elasticProgram,
  type Proof,
  proofSentence,
  proveInfeasible,
  proveUnbounded,
} from './proof.ts';
import { crossedLimits, type Particulars, unsoundFigure, withoutPoint, withPoint } from './solution.ts';
import type { Solution, SolveOptions, Solver, Status } from './solver.ts';

const NAME = 'interior point';
/** What else there is, where this method ends without an answer. */
const OTHERS = 'Use --solver auto or highs.';
/** A point whose certificate misses by less is an optimum met too coarsely. */
const NEARLY = 1e-3;
/** The tolerance of the proofs of infeasibility and unboundedness, relative. */
const PROOF = 1e-7;

interface Task {
  readonly program: Program;
  readonly options: SolveOptions;
  readonly elapsed: () => number;
  readonly stopped: () => boolean;
  readonly spent: { iterations: number };
  readonly memory: Memory | undefined;
  readonly scaling: Scaling;
}

/** `memory`: what one solve leaves for the next of the same structure (analysis, and a point to start from). */
export function interiorSolver(host: SolveHost, memory?: Memory): Solver {
  return async (program, options) => {
    const began = host.clock();
    const elapsed = (): number => host.clock() - began;
    const task: Task = {
      program,
      options,
      elapsed,
      stopped: () =>
        options.signal?.aborted === true || host.cancelled?.() === true || elapsed() >= options.timeLimit,
      spent: { iterations: 0 },
      memory,
      scaling: SCALINGS[0],
    };
    const unsound = unsoundFigure(program);
    if (unsound) return nothing(task, 'failed', `This is not a program that can be solved: ${unsound}.`);
    const crossed = crossedLimits(program);
    if (crossed) return nothing(task, 'infeasible', `Nothing can satisfy this: ${crossed}.`);
    if (program.integer?.includes(1))
      return nothing(task, 'failed', `The interior point method does not decide whole numbers. ${OTHERS}`);
    return inAnyUnits(task);
  };
}

function said(task: Task, status: Status, message: string, proof?: Proof): Particulars {
  const { spent, elapsed } = task;
  const common = { status, message, iterations: spent.iterations, seconds: elapsed(), solver: NAME };
  return proof === undefined ? common : { ...common, proof };
}

const nothing = (task: Task, status: Status, message: string, proof?: Proof): Solution =>
  withoutPoint(said(task, status, message, proof));

/** One program through the core, its iterations counted and told. */
function run(task: Task, program: Program, stage: string, tolerance: number, memory?: Memory): CoreEnd {
  const { options, spent, elapsed, stopped } = task;
  const before = spent.iterations;
  const end = solveCore(program, {
    tolerance,
    memory,
    scaling: task.scaling,
    stopped,
    watch: ({ iteration, objective, primal, dual }) => {
      spent.iterations = before + iteration;
      options.onProgress?.({ stage, iteration, objective, primal, dual, seconds: elapsed() });
      return stopped();
    },
  });
  spent.iterations = before + end.iterations;
  return end;
}

/** What the usual scaling leaves undecided is tried in the others; if none helps, the first answer stands. */
function inAnyUnits(task: Task): Solution {
  const first = solveWith(task);
  let answer = first;
  for (const scaling of SCALINGS.slice(1)) {
    if (answer.status !== 'failed' || task.stopped()) break;
    answer = solveWith({ ...task, scaling, memory: undefined });
  }
  return answer.status === 'failed'
    ? { ...first, iterations: answer.iterations, seconds: task.elapsed() }
    : answer;
}

function solveWith(task: Task): Solution {
  const { program, options } = task;
  const end = run(task, program, NAME, options.tolerance, task.memory);
  const { point } = end;
  if (point !== null && reachesTolerance(point.certificate, options.tolerance))
    return {
      ...withPoint(program, point.x, point.y, said(task, 'optimal', ''), point.certificate),
      counts: { factorEntries: end.nonZeros, factorOperations: end.flops },
    };
  const stop = (): Solution => {
    const message =
      task.elapsed() >= options.timeLimit
        ? 'The time limit was reached before the optimum was proven.'
        : 'The solve was cancelled.';
    const particulars = said(task, 'limit', message);
    return point === null
      ? withoutPoint(particulars)
      : withPoint(program, point.x, point.y, particulars, point.certificate);
  };
  if (end.why === 'stopped') return stop();
  // A point that all but satisfies rows and prices is an optimum met too coarsely, not a program without one.
  const sound = point !== null && largestMiss(point.certificate) < NEARLY;
  const proven = sound ? null : proveNone(task, point?.y ?? null);
  if (proven !== null) return proven;
  if (task.stopped()) return stop();
  const message =
    point === null
      ? `The interior point method met a contradiction that it could not prove. ${OTHERS}`
      : `The interior point method ended, but its point misses the tolerance of ${options.tolerance}: ${showCertificate(point.certificate)}. ${OTHERS}`;
  const particulars = said(task, 'failed', message);
  return point === null
    ? withoutPoint(particulars)
    : withPoint(program, point.x, point.y, particulars, point.certificate);
}

/**
 * There is no optimum? Either no point: then the prices of the same program with slack contradict it (Farkas). Or the
 * objective improves for ever: then there is a point, and a direction. Null: neither could be proven. `prices`: those that
 * the path ended with.
 */
function proveNone(task: Task, prices: Float64Array | null): Solution | null {
  const { program } = task;
  // On the way to nowhere the prices grow along a contradiction: often they prove it as they are.
  const early = prices === null ? null : proveInfeasible(program, prices, PROOF);
  if (early?.holds) return nothing(task, 'infeasible', proofSentence(early), early);
  const elastic = run(task, elasticProgram(program), 'proof of infeasibility', PROOF);
  if (elastic.point !== null) {
    const proof = proveInfeasible(program, elastic.point.y, PROOF);
    if (proof.holds) return nothing(task, 'infeasible', proofSentence(proof), proof);
  }
  if (task.stopped()) return null;
  const costless = { ...program, cost: new Float64Array(program.columns), offset: 0 };
  const feasible = run(task, costless, 'search of a point', PROOF).point;
  if (feasible === null || largestMiss(feasible.certificate) > PROOF || task.stopped()) return null;
  const direction = run(task, directionProgram(program), 'proof of unboundedness', PROOF).point;
  if (direction === null) return null;
  const proof = proveUnbounded(program, direction.x, PROOF);
  if (!proof.holds) return null;
  const noPrices = new Float64Array(program.rows);
  return withPoint(program, feasible.x, noPrices, said(task, 'unbounded', proofSentence(proof), proof));
}
