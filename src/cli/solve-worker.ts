/**
 * The solver's own thread. Built, it is one file that needs no other (`dist/solve-worker.js`) and runs unchanged as a worker
 * thread of Node and as a module worker of a page. In: one message, a job. Out: progress, then the solution. One solve, then
 * the thread ends: nothing is left in memory that way.
 */
import packedHighs from 'highs/runtime';
import { doJob, type SolveJob, type SolveReport } from '../solve/solve-job.ts';

interface Port {
  postMessage(report: SolveReport, transfer: ArrayBuffer[]): void;
}

/** What a page's worker has and Node's lacks. */
interface PageWorker extends Port {
  readonly WorkerGlobalScope?: unknown;
  addEventListener(type: 'message', listen: (event: { data: SolveJob }) => void, how: { once: true }): void;
  close(): void;
}

const clock = (): number => performance.now() / 1000;

/** HiGHS's WebAssembly out of this file: base64, gzip. */
async function highsCode(): Promise<ArrayBuffer> {
  const text = atob(packedHighs);
  const packed = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) packed[at] = text.charCodeAt(at);
  const unpacking = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(unpacking).arrayBuffer();
}

const solve = (job: SolveJob, port: Port): Promise<void> =>
  doJob(job, { clock, highsCode }, (report, transfer) => port.postMessage(report, transfer));

const page = globalThis as unknown as PageWorker;
if (page.WorkerGlobalScope !== undefined) {
  // At once: a page drops messages that nothing listens for when the file has run to its first pause.
  page.addEventListener('message', ({ data }) => solve(data, page).then(() => page.close()), { once: true });
} else {
  const { parentPort } = await import('node:worker_threads');
  if (!parentPort) throw new Error('The solver thread is started by the command line, not on its own.');
  parentPort.once('message', (job: SolveJob) => solve(job, parentPort));
}
