/**
 * Solving without holding up the command line. In: a program and options. Out: the solution, from a thread of its own
 * (`solve-worker.ts`), which can be told to stop and is ended when it does not listen.
 *
 * Started from TypeScript sources (tests), where Node 20 cannot open a `.ts` worker, it solves in this thread instead.
 */
import { Worker } from 'node:worker_threads';
import { chosenSolver } from '../solve/chosen-solver.ts';
import { withoutPoint } from '../solve/solution.ts';
import { jobOf, type SolveReport } from '../solve/solve-job.ts';
import type { Solution, Solver } from '../solve/solver.ts';

/** Seconds the thread has to stop by itself after it was cancelled (presolve and factorisations do not listen). */
const CANCEL_GRACE = 0.6;
/** Seconds, and share of the limit, that a thread may run over its time limit before it is ended. */
const LIMIT_GRACE = { seconds: 5, share: 0.1 };

const seconds = (): number => performance.now() / 1000;

/** The solver asked for, in a worker thread; cancelling takes effect within a second. */
export function workerSolver(): Solver {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return chosenSolver({ clock: seconds });
  return solveInThread(new URL('./solve-worker.js', here));
}

/** A solver that starts the given worker script for each solve. */
export function solveInThread(script: URL): Solver {
  return (program, options) =>
    new Promise<Solution>((resolve) => {
      const began = seconds();
      const stop = new Int32Array(new SharedArrayBuffer(4));
      let worker: Worker;
      let done = false;
      const timers: NodeJS.Timeout[] = [];
      const finish = (solution: Solution): void => {
        if (done) return;
        done = true;
        for (const timer of timers) clearTimeout(timer);
        options.signal?.removeEventListener('abort', cancel);
        void worker?.terminate();
        resolve(solution);
      };
      const end = (status: Solution['status'], message: string): void =>
        finish(
          withoutPoint({
            status,
            message,
            iterations: 0,
            seconds: seconds() - began,
            solver: options.solver,
          }),
        );
      const cancel = (): void => {
        Atomics.store(stop, 0, 1);
        timers.push(setTimeout(() => end('limit', 'The solve was cancelled.'), CANCEL_GRACE * 1000));
      };
      try {
        // Its own streams are kept from the terminal: a fault in WebAssembly prints a whole minified file there.
        worker = new Worker(script, { stdout: true, stderr: true });
        worker.postMessage(jobOf(program, options, stop));
      } catch (error) {
        end('failed', `The solver's thread could not be started: ${firstLine(error)}.`);
        return;
      }
      worker.on('message', (report: SolveReport) => {
        if (report.kind === 'solution') return finish(report.solution);
        if (done) return;
        try {
          options.onProgress?.(report.progress);
        } catch (error) {
          end('failed', `Whoever listens to the progress broke off: ${firstLine(error)}.`);
        }
      });
      worker.on('error', (error) => end('failed', `The solver's thread broke off: ${firstLine(error)}.`));
      worker.on('exit', () => end('failed', "The solver's thread ended without an answer."));
      if (Number.isFinite(options.timeLimit)) {
        const most = options.timeLimit + Math.max(LIMIT_GRACE.seconds, LIMIT_GRACE.share * options.timeLimit);
        const message = 'The time limit was reached, and there was no point to hand back.';
        timers.push(setTimeout(() => end('limit', message), Math.min(most * 1000, 2 ** 31 - 1)));
      }
      if (options.signal?.aborted) cancel();
      else options.signal?.addEventListener('abort', cancel, { once: true });
    });
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0].slice(0, 160);
}
