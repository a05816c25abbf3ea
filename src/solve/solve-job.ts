/**
 * What passes between whoever wants a program solved and the thread that solves it, in Node and in a page alike: one job in,
 * progress out, the solution out. In: a job. Out: reports, and with the last one the buffers that may be handed over.
 * How messages travel, and how a thread starts and ends, is the face's affair.
 */
import type { Program } from '../program/program.ts';
import { chosenSolver } from './chosen-solver.ts';
import type { SolveHost } from './highs.ts';
import { withoutPoint } from './solution.ts';
import type { Progress, Solution, SolveOptions } from './solver.ts';

/** The one message in. */
export interface SolveJob extends Omit<SolveOptions, 'signal' | 'onProgress'> {
  readonly program: Program;
  readonly tellsProgress: boolean;
  /**
   * Shared: 1 in its first place asks the thread to stop. Null where memory cannot be shared: a solve blocks its thread, no
   * message reaches it, and ending the thread is the only way to cancel.
   */
  readonly stop: Int32Array | null;
}

/** The messages out: any number of the first, then one of the second. */
export type SolveReport =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'solution'; readonly solution: Solution };

/** What may be sent: options without the functions among them. */
export function jobOf(program: Program, options: SolveOptions, stop: Int32Array | null): SolveJob {
  const { signal: _, onProgress, ...sendable } = options;
  return { ...sendable, program, tellsProgress: onProgress !== undefined, stop };
}

/** Solves and reports; a solver that breaks off is an answer too. */
export async function doJob(
  job: SolveJob,
  host: Omit<SolveHost, 'cancelled'>,
  report: (message: SolveReport, transfer: ArrayBuffer[]) => void,
): Promise<void> {
  const { program, tellsProgress, stop, ...options } = job;
  const solve = chosenSolver({ ...host, cancelled: () => stop !== null && Atomics.load(stop, 0) === 1 });
  const onProgress = (progress: Progress): void => report({ kind: 'progress', progress }, []);
  const began = host.clock();
  const solution = await solve(program, tellsProgress ? { ...options, onProgress } : options).catch((error) =>
    withoutPoint({
      status: 'failed',
      message: `The solver broke off: ${String(error).split('\n')[0].slice(0, 160)}.`,
      iterations: 0,
      seconds: host.clock() - began,
      solver: options.solver,
    }),
  );
  report({ kind: 'solution', solution }, buffersOf(solution));
}

/** Each buffer once: lists of a solution may share one. */
function buffersOf({ x, y, z, proof }: Solution): ArrayBuffer[] {
  const lists = [x, y, z, ...(proof ? [proof.ray] : [])];
  return [...new Set(lists.map((list) => list.buffer as ArrayBuffer))];
}
