/**
 * The solver every face uses: HiGHS (Huangfu and Hall 2018; npm `highs`, WebAssembly, one thread), never believed unseen.
 * In: a program, and what the pure middle may not have of its own: a clock, a way to be cancelled, the WebAssembly. Out: a
 * solution that is called optimal, infeasible or unbounded only when figures computed here prove it.
 *
 * A loaded HiGHS (some 50 ms) is kept for the next solve, unless it broke off (it is dead then) or has grown large (it gives
 * no memory back). `run` blocks, so a face calls this in a worker.
 */
import type { Highs } from 'highs';
import type { Program } from '../program/program.ts';
import { count } from '../units/number.ts';
import { certify, largestMiss, reachesTolerance, showCertificate } from './certificate.ts';
import { loadHighs } from './highs-load.ts';
import { type Method, type RunOutcome, runHighs, type Watch } from './highs-run.ts';
import {
  directionProgram,
  elasticProgram,
  type Proof,
  proofSentence,
  proveInfeasible,
  proveUnbounded,
} from './proof.ts';
import { crossedLimits, type Particulars, tidy, unsoundFigure, withoutPoint, withPoint } from './solution.ts';
import type { Certificate, Solution, SolveOptions, Solver } from './solver.ts';

/** What a face hands in. */
export interface SolveHost {
  /** Seconds from an arbitrary start. */
  readonly clock: () => number;
  /** True once the solve is to stop; asked at every iteration. */
  readonly cancelled?: () => boolean;
  /** Brings HiGHS's WebAssembly, when it does not lie beside its loader; asked when HiGHS is first needed. */
  readonly highsCode?: () => Promise<ArrayBuffer>;
}

/** From so many rows on, the interior point method comes first (measured: `docs/decisions/0005-highs-methods.md`). */
const LARGE = 60_000;

/** Bytes up to which a loaded HiGHS is kept. */
const KEEP = 64e6;

/** The tolerance of the proofs of infeasibility and unboundedness, relative. */
const PROOF = 1e-7;

interface Point {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly certificate: Certificate;
  readonly method: string;
}

/** What all steps of one solve share. */
interface Task {
  readonly runtime: Highs;
  readonly program: Program;
  readonly options: SolveOptions;
  readonly watch: Watch;
  readonly spent: { iterations: number };
}

/** HiGHS as a `Solver`. */
export function highsSolver(host: SolveHost): Solver {
  let kept: Highs | null = null;
  return async (program, options) => {
    const began = host.clock();
    const watch: Watch = {
      elapsed: () => host.clock() - began,
      timeLimit: options.timeLimit,
      cancelled: () => options.signal?.aborted === true || host.cancelled?.() === true,
      tell: options.onProgress ?? null,
    };
    const spent = { iterations: 0 };
    const plain = (status: Solution['status'], message: string): Solution =>
      withoutPoint({ status, message, iterations: 0, seconds: watch.elapsed(), solver: 'none needed' });
    const unsound = unsoundFigure(program);
    if (unsound) return plain('failed', `This is not a program that can be solved: ${unsound}.`);
    const crossed = crossedLimits(program);
    if (crossed) return plain('infeasible', `Nothing can satisfy this: ${crossed}.`);
    if (program.columns === 0) return solveWithoutColumns(program, watch);
    if (watch.cancelled() || watch.elapsed() >= watch.timeLimit) return plain('limit', stoppedBy(watch));
    try {
      const runtime = kept ?? (await loadHighs(host.highsCode));
      kept = null;
      const task: Task = { runtime, program, options, watch, spent };
      const solution = program.integer?.includes(1) ? solveWhole(task) : solveLinear(task);
      if (runtime.memoryBytes <= KEEP) kept = runtime;
      return solution;
    } catch (error) {
      return withoutPoint(said({ watch, spent }, 'failed', fault(error), 'HiGHS'));
    }
  };
}

function said(
  task: Pick<Task, 'watch' | 'spent'>,
  status: Solution['status'],
  message: string,
  method: string,
  proof?: Proof,
): Particulars {
  return {
    status,
    message,
    iterations: task.spent.iterations,
    seconds: task.watch.elapsed(),
    solver: method.startsWith('HiGHS') ? method : `HiGHS ${method}`,
    ...(proof ? { proof } : {}),
  };
}

/** One line, never the minified source that WebAssembly faults carry. */
function fault(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const short = text.split('\n')[0].slice(0, 160);
  return /memory|Aborted|unreachable/i.test(short)
    ? `HiGHS broke off (${short}); a program of this size may need more than the 2 GB it can have.`
    : `HiGHS could not work on this program: ${short}.`;
}

function stoppedBy(watch: Watch): string {
  return watch.cancelled()
    ? 'The solve was cancelled.'
    : 'The time limit was reached before the optimum was proven.';
}

function searchStopped({ watch, options }: Task): string {
  return watch.cancelled() || watch.elapsed() >= watch.timeLimit
    ? stoppedBy(watch)
    : `The search ended at its limit of ${count(options.branchLimit ?? 0, 'branch', 'branches')} before the optimum was proven.`;
}

function solveWithoutColumns(program: Program, watch: Watch): Solution {
  const impossible = program.rowLower.some((lower, i) => lower > 0 || program.rowUpper[i] < 0);
  const end = { iterations: 0, seconds: watch.elapsed(), solver: 'none needed' };
  if (impossible) {
    const message = 'Nothing can satisfy this: a row without entries must be other than zero.';
    return withoutPoint({ ...end, status: 'infeasible', message });
  }
  const point = [new Float64Array(0), new Float64Array(program.rows)] as const;
  return withPoint(program, ...point, { ...end, status: 'optimal', message: '' });
}

function run(task: Task, program: Program, method: Method): RunOutcome {
  const { tolerance, branchLimit } = task.options;
  const outcome = runHighs(task.runtime, program, method, tolerance, task.watch, branchLimit);
  task.spent.iterations += outcome.iterations;
  return outcome;
}

function methodsFor(program: Program, options: SolveOptions): readonly Method[] {
  const all: readonly Method[] =
    program.rows >= LARGE
      ? ['interior point', 'interior point, no presolve', 'interior point, crossover', 'simplex']
      : ['simplex', 'simplex, no presolve', 'interior point, crossover'];
  return options.solver === 'auto' ? all : all.slice(0, 1);
}

/** Runs one method after another until a point is proven, or the program is proven to have none. */
function solveLinear(task: Task): Solution {
  const { program, options, watch } = task;
  let best: Point | null = null;
  const tried: string[] = [];
  for (const method of methodsFor(program, options)) {
    const outcome = run(task, program, method);
    const name = tried.length === 0 ? method : `${method} (after ${tried.join(', then ')})`;
    const point = judged(program, outcome, name);
    if (point && (!best || largestMiss(point.certificate) < largestMiss(best.certificate))) best = point;
    if (best && reachesTolerance(best.certificate, options.tolerance)) {
      return withPoint(program, best.x, best.y, said(task, 'optimal', '', best.method), best.certificate);
    }
    if (outcome.ending === 'stopped' || watch.cancelled() || watch.elapsed() >= watch.timeLimit) {
      return stopped(task, best, method);
    }
    if (outcome.ending === 'infeasible' || outcome.ending === 'unbounded') {
      const proven =
        outcome.ending === 'infeasible' ? infeasible(task, outcome, name) : unbounded(task, name);
      if (proven) return proven;
    }
    tried.push(`${method}: ${outcome.ending === 'optimal' ? 'tolerance missed' : outcome.said}`);
  }
  const solver = `HiGHS (${tried.join('; ')})`;
  if (!best)
    return withoutPoint(
      said(task, 'failed', `HiGHS ended without a proven answer: ${tried.join('; ')}.`, solver),
    );
  const message = `HiGHS ended, but its point misses the tolerance of ${options.tolerance}: ${showCertificate(best.certificate)}.`;
  return withPoint(program, best.x, best.y, said(task, 'failed', message, solver), best.certificate);
}

function judged(program: Program, outcome: RunOutcome, method: string): Point | null {
  if (!outcome.x) return null;
  const { x, y } = tidy(program, outcome.x, outcome.y ?? new Float64Array(program.rows));
  return { x, y, certificate: certify(program, x, y), method };
}

function stopped(task: Task, best: Point | null, method: string): Solution {
  const end = said(task, 'limit', stoppedBy(task.watch), best?.method ?? method);
  return best ? withPoint(task.program, best.x, best.y, end, best.certificate) : withoutPoint(end);
}

/** HiGHS's ray if it proves the claim, else the prices of the program with slack; null: the claim could not be proven. */
function infeasible(task: Task, outcome: RunOutcome, method: string): Solution | null {
  const { program, watch } = task;
  let proof = outcome.ray ? proveInfeasible(program, outcome.ray, PROOF) : null;
  if (!proof?.holds) {
    const prices = run(task, elasticProgram(program), 'simplex').y;
    if (watch.cancelled() || watch.elapsed() >= watch.timeLimit) return stopped(task, null, method);
    if (prices) proof = proveInfeasible(program, prices, PROOF);
  }
  if (!proof?.holds) return null;
  return withoutPoint(said(task, 'infeasible', proofSentence(proof), method, proof));
}

/** Unbounded needs both: a feasible point, and a direction from it that improves for ever. */
function unbounded(task: Task, method: string): Solution | null {
  const { program, watch } = task;
  const costless = { ...program, cost: new Float64Array(program.columns), offset: 0 };
  const feasible = run(task, costless, 'simplex');
  if (feasible.ending === 'infeasible') return infeasible(task, feasible, method);
  const direction = feasible.x ? run(task, directionProgram(program), 'simplex').x : null;
  if (watch.cancelled() || watch.elapsed() >= watch.timeLimit) return stopped(task, null, method);
  if (!feasible.x || !direction) return null;
  const noPrices = new Float64Array(program.rows);
  const point = tidy(program, feasible.x, noPrices);
  const start = certify(costless, point.x, noPrices);
  const proof = proveUnbounded(program, direction, PROOF);
  if (!proof.holds || start.primalResidual > PROOF) return null;
  return withPoint(program, point.x, noPrices, said(task, 'unbounded', proofSentence(proof), method, proof));
}

/**
 * Whole columns: HiGHS's branch and bound chooses the whole numbers; with these held, a linear program gives the rest and
 * the prices, which are certified. The bound on all other choices is HiGHS's own and enters the gap.
 */
function solveWhole(task: Task): Solution {
  const { program, options, watch } = task;
  const outcome = run(task, program, 'simplex');
  const method = 'branch and bound';
  if (outcome.ending === 'infeasible' || outcome.ending === 'unbounded') {
    const relaxed = solveLinear({ ...task, program: { ...program, integer: null } });
    if (relaxed.status !== 'optimal') return relaxed;
    const message =
      'No choice of whole numbers satisfies all rows and limits (searched by HiGHS; its search is not proven again here).';
    return withoutPoint(said(task, 'infeasible', message, method));
  }
  if (!outcome.x) {
    const isStopped = outcome.ending === 'stopped' || watch.cancelled();
    const message = isStopped ? searchStopped(task) : `HiGHS ended without a point: ${outcome.said}.`;
    return withoutPoint(said(task, isStopped ? 'limit' : 'failed', message, method));
  }
  const chosen = outcome.x;
  const hold = (bounds: Float64Array): Float64Array =>
    bounds.map((bound, j) => (program.integer?.[j] ? Math.round(chosen[j]) : bound));
  const held = { ...program, integer: null, lower: hold(program.lower), upper: hold(program.upper) };
  // The remainder is small beside the search: it may take its time after the search was stopped.
  const remainder = solveLinear({
    ...task,
    program: held,
    watch: { ...watch, timeLimit: Infinity, cancelled: () => false },
  });
  const usable = remainder.status === 'optimal';
  const x = usable ? remainder.x : chosen;
  const y = usable ? remainder.y : new Float64Array(program.rows);
  const certificate = withSearchGap(program, certify(program, x, y), x, outcome.bound);
  const end = (status: Solution['status'], message: string): Solution => ({
    ...withPoint(program, x, y, said(task, status, message, method), certificate),
    ...(outcome.bound !== null && Number.isFinite(outcome.bound) ? { bound: outcome.bound } : {}),
  });
  if (outcome.ending === 'stopped') return end('limit', searchStopped(task));
  if (usable && reachesTolerance(certificate, options.tolerance)) return end('optimal', '');
  const miss = showCertificate(certificate);
  return end(
    'failed',
    `HiGHS ended (${outcome.said}), but its point misses the tolerance of ${options.tolerance}: ${miss}.`,
  );
}

function withSearchGap(
  program: Program,
  certificate: Certificate,
  x: Float64Array,
  bound: number | null,
): Certificate {
  let objective = program.offset;
  for (let j = 0; j < program.columns; j++) objective += program.cost[j] * x[j];
  const open = bound === null || Number.isNaN(bound) ? Infinity : Math.abs(objective - bound);
  const gapAbsolute = Math.max(certificate.gapAbsolute, open);
  const gap = Math.max(certificate.gap, open / Math.max(1, Math.abs(objective)));
  return { ...certificate, gap, gapAbsolute };
}
