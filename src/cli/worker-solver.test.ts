/**
 * The solver in its own thread, built as it is shipped: answers, progress, cancelling, limits, faults.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../test/golden.ts';
import { expectBuilt } from '../../test/kombinat.ts';
import { denseProgram } from '../program/dense-program.ts';
import type { Program } from '../program/program.ts';
import type { Progress, SolveOptions } from '../solve/solver.ts';
import { solveInThread, workerSolver } from './worker-solver.ts';

const options: SolveOptions = { solver: 'auto', tolerance: 1e-7, timeLimit: Infinity };
const threaded = solveInThread(pathToFileURL(join(ROOT, 'dist', 'solve-worker.js')));

beforeAll(expectBuilt);

/** Wyndor Glass (Hillier and Lieberman): 36 at (2, 6). */
const wyndor = denseProgram({
  sense: 'max',
  cost: [3, 5],
  rows: [
    [1, 0],
    [0, 2],
    [3, 2],
  ],
  rowLimits: [
    [-Infinity, 4],
    [-Infinity, 12],
    [-Infinity, 18],
  ],
});

/** Transport of n plants to n customers, all lanes open, at costs without a pattern: takes seconds for n = 300. */
function transport(n: number): Program {
  const columns = n * n;
  const cost = Float64Array.from({ length: columns }, (_, k) => 1 + ((k * 7919) % 104729) / 1000);
  const indices = new Int32Array(2 * columns);
  for (let k = 0; k < columns; k++) {
    indices[2 * k] = Math.floor(k / n);
    indices[2 * k + 1] = n + (k % n);
  }
  return {
    ...wyndor,
    name: 'transport',
    sense: 'min',
    columns,
    rows: 2 * n,
    starts: Int32Array.from({ length: columns + 1 }, (_, k) => 2 * k),
    indices,
    values: new Float64Array(2 * columns).fill(1),
    cost,
    lower: new Float64Array(columns),
    upper: new Float64Array(columns).fill(Infinity),
    rowLower: Float64Array.from({ length: 2 * n }, (_, i) => (i < n ? -Infinity : 8 + (i % 7))),
    rowUpper: Float64Array.from({ length: 2 * n }, (_, i) => (i < n ? 12 + (i % 5) : Infinity)),
  };
}

describe('the solver in a thread', () => {
  it('answers, and leaves the program of the caller whole', async () => {
    const solution = await threaded(wyndor, options);
    expect(solution.status).toBe('optimal');
    expect(solution.objective).toBeCloseTo(36, 9);
    for (const [row, price] of [0, 1.5, 1].entries()) expect(solution.y[row]).toBeCloseTo(price, 6);
    expect(wyndor.values.length).toBe(4);
  });

  it('hands over the proof of an infeasible program', async () => {
    const program = denseProgram({ cost: [1], rows: [[1]], rowLimits: [[5, Infinity]], limits: [[0, 1]] });
    const solution = await threaded(program, options);
    expect(solution.status).toBe('infeasible');
    expect(solution.proof?.holds).toBe(true);
  });

  it('tells progress, and is cancelled within a second', async () => {
    const stop = new AbortController();
    const told: Progress[] = [];
    let cancelledAt = 0;
    const onProgress = (progress: Progress) => {
      told.push(progress);
      if (told.length > 1) return;
      cancelledAt = performance.now();
      stop.abort();
    };
    const solution = await threaded(transport(300), { ...options, signal: stop.signal, onProgress });
    expect(told.length).toBeGreaterThan(0);
    expect(solution.status).toBe('limit');
    expect(solution.message).toContain('cancelled');
    expect(performance.now() - cancelledAt).toBeLessThan(1000);
  });

  it('a signal that was raised before gives `limit` at once', async () => {
    const solution = await threaded(transport(300), { ...options, signal: AbortSignal.abort() });
    expect(solution.status).toBe('limit');
  });

  it('keeps a time limit', async () => {
    const began = performance.now();
    const solution = await threaded(transport(300), { ...options, timeLimit: 0.3 });
    expect(solution.status).toBe('limit');
    expect(solution.message).toContain('time limit');
    expect(performance.now() - began).toBeLessThan(3000);
  });

  it('a thread that cannot start is a failed answer, not an exception', async () => {
    const solution = await solveInThread(new URL('file:///nowhere/solve-worker.js'))(wyndor, options);
    expect(solution.status).toBe('failed');
    expect(solution.message).toContain('nowhere');
  });

  it('from TypeScript sources it solves in this thread', async () => {
    expect((await workerSolver()(wyndor, options)).objective).toBeCloseTo(36, 9);
  });
});
