/**
 * The interior point method against hand-known answers and against HiGHS on random programs: same status, same optimum,
 * and never a wrong "optimal".
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  badlyScaledPrograms,
  dependentPrograms,
  largerPrograms,
  oddPrograms,
} from '../../test/random-programs.ts';
import { type DenseProgram, denseProgram } from '../program/dense-program.ts';
import { rowSums } from '../program/matrix.ts';
import type { Program } from '../program/program.ts';
import { certify, reachesTolerance } from './certificate.ts';
import { highsSolver } from './highs.ts';
import { interiorSolver } from './interior-solver.ts';
import { type Proof, proveInfeasible, proveUnbounded } from './proof.ts';
import { crossedLimits } from './solution.ts';
import type { Solution, SolveOptions } from './solver.ts';

const clock = (): number => performance.now() / 1000;
const interior = interiorSolver({ clock });
const highs = highsSolver({ clock });
const options: SolveOptions = { solver: 'interior', tolerance: 1e-7, timeLimit: 30 };
const INF = Number.POSITIVE_INFINITY;

describe('textbook programs', () => {
  it('Wyndor Glass: 36 at (2, 6), prices (0, 3/2, 1)', async () => {
    const rows = [
      [1, 0],
      [0, 2],
      [3, 2],
    ];
    const rowLimits: [number, number][] = [
      [-INF, 4],
      [-INF, 12],
      [-INF, 18],
    ];
    const s = await interior(denseProgram({ sense: 'max', cost: [3, 5], rows, rowLimits }), options);
    expect(s.status).toBe('optimal');
    expect(s.objective).toBeCloseTo(36, 5);
    [2, 6].forEach((size, j) => {
      expect(s.x[j]).toBeCloseTo(size, 4);
    });
    [0, 1.5, 1].forEach((price, i) => {
      expect(s.y[i]).toBeCloseTo(price, 4);
    });
  });

  it('two rows that say the same leave the optimum where it is', async () => {
    // min x + y, x + y = 4 (twice), 0 ≤ x ≤ 3: every split costs 4.
    const rows = [
      [1, 1],
      [2, 2],
    ];
    const s = await interior(
      denseProgram({
        cost: [1, 1],
        rows,
        rowLimits: [
          [4, 4],
          [8, 8],
        ],
        limits: [
          [0, 3],
          [0, INF],
        ],
      }),
      options,
    );
    expect(s.status).toBe('optimal');
    expect(s.objective).toBeCloseTo(4, 6);
  });

  it('a contradiction is proven', async () => {
    const rows = [
      [1, 1],
      [1, -1],
      [2, 1],
    ];
    // x + y ≤ 1 and 2x + y ≥ 4 with y ≥ 0 and x − y ≤ 1: x ≤ 1 gives 2x + y ≤ 2.
    const s = await interior(
      denseProgram({
        cost: [1, 1],
        rows,
        rowLimits: [
          [-INF, 1],
          [-INF, 1],
          [4, INF],
        ],
      }),
      options,
    );
    expect(s.status).toBe('infeasible');
    expect(s.proof?.holds).toBe(true);
  });

  it('a gain without end is proven', async () => {
    const s = await interior(
      denseProgram({ cost: [-1, 1], rows: [[1, -1]], rowLimits: [[-INF, 2]] }),
      options,
    );
    expect(s.status).toBe('optimal');
    const open = await interior(
      denseProgram({ cost: [-2, 1], rows: [[1, -1]], rowLimits: [[-INF, 2]] }),
      options,
    );
    expect(open.status).toBe('unbounded');
    expect(open.proof?.holds).toBe(true);
  });

  it('a limit of time hands back what there is', async () => {
    let asked = 0;
    const late = interiorSolver({ clock: () => asked++ });
    const s = await late(denseProgram({ cost: [1, 2], rows: [[1, 1]], rowLimits: [[1, INF]] }), {
      ...options,
      timeLimit: 1,
    });
    expect(s.status).toBe('limit');
  });
});

/** Where both have an answer it is the same one, with a certificate or a proof that holds. */
async function expectAgreement(dense: DenseProgram): Promise<Solution['status']> {
  const program = denseProgram(dense);
  const ours = await interior(program, options);
  const theirs = await highs(program, { ...options, solver: 'highs' });
  if (ours.status === 'failed' || theirs.status === 'failed') return ours.status;
  expect(ours.status).toBe(theirs.status);
  if (ours.status === 'optimal') {
    expect(ours.certificate !== null && reachesTolerance(ours.certificate, 1e-7)).toBe(true);
    const certificate = certify(program, ours.x, ours.y);
    expect(certificate).toEqual(ours.certificate);
    expect(Math.abs(ours.objective - theirs.objective)).toBeLessThan(
      1e-6 * Math.max(1, Math.abs(theirs.objective)),
    );
  } else if (crossedLimits(program) === null) {
    const proof = ours.proof as Proof;
    expect(proof.holds && proof.kind === ours.status).toBe(true);
    const check = ours.status === 'infeasible' ? proveInfeasible : proveUnbounded;
    expect(check(program, proof.ray, 1e-7).holds).toBe(true);
    if (ours.status === 'unbounded') expect(pointMiss(program, ours.x)).toBeLessThan(1e-6);
  }
  return ours.status;
}

/** By how much a point misses rows and bounds: an improvement without end is only one where there is a point. */
function pointMiss(program: Program, x: Float64Array): number {
  const sums = rowSums(program, x);
  const miss = (value: number, low: number, high: number): number => Math.max(low - value, value - high, 0);
  let most = 0;
  for (let i = 0; i < program.rows; i++) {
    const size = Math.max(
      1,
      ...[program.rowLower[i], program.rowUpper[i]].filter(Number.isFinite).map(Math.abs),
    );
    most = Math.max(most, miss(sums[i], program.rowLower[i], program.rowUpper[i]) / size);
  }
  for (let j = 0; j < program.columns; j++)
    most = Math.max(most, miss(x[j], program.lower[j], program.upper[j]));
  return most;
}

describe('agrees with HiGHS on random programs, and is hardly ever at a loss', () => {
  it.each([
    ['of every shape', oddPrograms, 1500],
    ['with dependent and contradictory rows', dependentPrograms, 1200],
    ['in badly chosen units', badlyScaledPrograms, 1500],
    ['of many columns', largerPrograms, 150],
  ])('%s', { timeout: 60_000 }, async (_, programs, numRuns) => {
    const seen: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(programs, async (dense) => {
        const status = await expectAgreement(dense);
        seen[status] = (seen[status] ?? 0) + 1;
      }),
      { numRuns },
    );
    const told = JSON.stringify(seen);
    expect(seen.optimal, told).toBeGreaterThan(numRuns / 10);
    expect(seen.failed ?? 0, told).toBeLessThan(0.05 * numRuns);
  });
});
