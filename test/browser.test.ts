/**
 * The solver's file in a browser: the same that Node runs as a thread, started in Chromium as the how-to tells a page to.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parkProgram } from '../bench/park-program.ts';
import { solveInThread } from '../src/cli/worker-solver.ts';
import type { Program } from '../src/program/program.ts';
import type { Solution, SolveOptions } from '../src/solve/solver.ts';
import { type OpenBrowser, openChromium } from './chromium.ts';
import { ROOT } from './golden.ts';
import { expectBuilt } from './kombinat.ts';
import { type PageServer, servePages } from './page-server.ts';
import { readSource } from './source-files.ts';

const WORKER = 'dist/solve-worker.js';
const SOLVERS = ['auto', 'highs', 'interior'] as const;
type SolverName = (typeof SOLVERS)[number];

type Answer = Omit<Solution, 'x' | 'y' | 'z'> & {
  readonly told: number;
  readonly wall: number;
  readonly sinceCancelled: number;
};

let opened: OpenBrowser;
let server: PageServer;
const programs: Record<string, Program> = {};

/** The scripts of the how-to's section about pages: the function, then the example. */
function scriptsOfHowTo(): [string, string] {
  const blocks = [...readSource('docs/how-to.md').matchAll(/^```js\n([\s\S]*?)^```/gm)].map(
    (found) => found[1],
  );
  expect(blocks.length).toBe(2);
  return [blocks[0], blocks[1]];
}

beforeAll(async () => {
  expectBuilt();
  for (const hours of [168, 672]) {
    const { built } = await parkProgram(join(ROOT, 'parks', 'first-metal.park.yaml'), {
      hours,
      cut: 'weeks',
    });
    programs[`park-${hours}`] = built.program;
  }
  const [solve, example] = scriptsOfHowTo();
  const scripts = { 'solve.js': solve, 'example.js': example, 'page.js': readSource('test/page.js') };
  server = await servePages({ ...scripts, 'solve-worker.js': readSource(WORKER) }, programs);
  opened = await openChromium();
}, 60_000);

afterAll(async () => {
  await opened?.close();
  await server?.close();
});

/** A page of its own for each piece of work, closed afterwards; what the page complains about is a failure. */
async function onPage<T>(path: string, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await opened.browser.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  try {
    await page.goto(`${server.address}${path}`);
    const result = await work(page);
    expect(faults).toEqual([]);
    return result;
  } finally {
    await page.close();
  }
}

const solveOn = (page: Page, name: string, solver: SolverName, cancels = false): Promise<Answer> =>
  page.evaluate(`solveHere('${name}', '${solver}', ${cancels})`);

async function solveInNode(name: string, solver: SolverName): Promise<Solution & { wall: number }> {
  const options: SolveOptions = { solver, tolerance: 1e-7, timeLimit: Infinity, onProgress: () => {} };
  const began = performance.now();
  const solution = await solveInThread(pathToFileURL(join(ROOT, WORKER)))(programs[name], options);
  return { ...solution, wall: (performance.now() - began) / 1000 };
}

describe('the solver in a page', () => {
  it('answers the example of the how-to: 36 at (2, 6) (Hillier and Lieberman)', async () => {
    const answer = await onPage('/isolated', (page) =>
      page.evaluate<{ status: string; objective: number; x: number[] }>('exampleHere()'),
    );
    expect(answer.status).toBe('optimal');
    expect(answer.objective).toBeCloseTo(36, 5);
    expect(answer.x[0]).toBeCloseTo(2, 5);
    expect(answer.x[1]).toBeCloseTo(6, 5);
  });

  it.each(SOLVERS)('answers a park as the thread of Node does: %s', async (solver) => {
    const there = await onPage('/isolated', (page) => solveOn(page, 'park-168', solver));
    const here = await solveInNode('park-168', solver);
    expect(there.status).toBe('optimal');
    expect(here.status).toBe('optimal');
    expect(Math.abs(there.objective - here.objective)).toBeLessThan(1e-6 * Math.abs(here.objective));
    expect(there.solver).toBe(here.solver);
    expect(there.told).toBeGreaterThan(0);
    const times = `${there.wall.toFixed(2)} s in Chromium, ${here.wall.toFixed(2)} s in a thread of Node`;
    console.info(`first-metal, 168 h, ${solver}: ${times}`);
  });

  it.each(['highs', 'interior'] as const)('hears the flag and stops by itself: %s', async (solver) => {
    const answer = await onPage('/isolated', async (page) => {
      expect(await page.evaluate('crossOriginIsolated')).toBe(true);
      return solveOn(page, 'park-672', solver, true);
    });
    expect(answer.status).toBe('limit');
    expect(answer.message).toContain('cancelled');
    // A page that ends the worker counts no iterations and has no solver to name: this is the worker's own answer.
    expect(answer.iterations).toBeGreaterThanOrEqual(0);
    expect(answer.solver).toBeTruthy();
    expect(answer.sinceCancelled).toBeLessThan(2);
  });

  it('is ended where memory cannot be shared, and answers there all the same', async () => {
    const [whole, cancelled] = await onPage('/plain', async (page) => {
      expect(await page.evaluate('crossOriginIsolated')).toBe(false);
      return [await solveOn(page, 'park-168', 'auto'), await solveOn(page, 'park-672', 'auto', true)];
    });
    expect(whole.status).toBe('optimal');
    expect(cancelled.status).toBe('limit');
    expect(cancelled.sinceCancelled).toBeLessThan(2);
  });

  it('needs one file: nothing else was asked for', () => {
    const known = /^\/(isolated|plain|(page|solve|example|solve-worker)\.js|park-\d+\.(json|bin))$/;
    expect(server.asked).toContain('/solve-worker.js');
    expect(server.asked.filter((path) => !known.test(path))).toEqual([]);
  });
});
