/**
 * The solver's own thread. In: one message with a program, options and a flag that says stop. Out: progress, then the
 * solution. One solve, then the thread ends: nothing is left in memory that way.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { chosenSolver } from '../solve/chosen-solver.ts';
import type { SolveJob, SolveReport } from './worker-solver.ts';

const job = workerData as SolveJob;
const port = parentPort;
if (!port) throw new Error('The solver thread is started by the command line, not on its own.');

const report = (message: SolveReport, transfer: ArrayBuffer[] = []): void =>
  port.postMessage(message, transfer);

const solve = chosenSolver({
  clock: () => performance.now() / 1000,
  cancelled: () => Atomics.load(job.stop, 0) === 1,
});

const solution = await solve(job.program, {
  solver: job.solver,
  tolerance: job.tolerance,
  timeLimit: job.timeLimit,
  ...(job.branchLimit === undefined ? {} : { branchLimit: job.branchLimit }),
  ...(job.tellsProgress ? { onProgress: (progress) => report({ kind: 'progress', progress }) } : {}),
});
const arrays = [solution.x, solution.y, solution.z, ...(solution.proof ? [solution.proof.ray] : [])];
const buffers = new Set(arrays.map((array) => array.buffer as ArrayBuffer));
report({ kind: 'solution', solution }, [...buffers]);
