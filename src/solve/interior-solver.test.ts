/**
 * The interior point method against hand-known answers and against HiGHS on random programs: same status, same optimum,
 * and never a wrong "optimal".
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DenseProgram, denseProgram } from '../program/dense-program.ts';
import { reachesTolerance } from './certificate.ts';
import { highsSolver } from './highs.ts';
import { interiorSolver } from './interior-solver.ts';
import type { SolveOptions } from './solver.ts';

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

const small = fc.integer({ min: -4, max: 4 });
const limits = fc.oneof(
  fc.constant<[number, number]>([0, INF]),
  fc.constant<[number, number]>([-INF, INF]),
  fc.tuple(fc.integer({ min: -3, max: 0 }), fc.integer({ min: 1, max: 5 })),
  fc.integer({ min: -2, max: 2 }).map((at): [number, number] => [at, at]),
);
const programs: fc.Arbitrary<DenseProgram> = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 6 }))
  .chain(([n, m]) =>
    fc.record({
      cost: fc.array(small, { minLength: n, maxLength: n }),
      limits: fc.array(limits, { minLength: n, maxLength: n }),
      rows: fc.array(fc.array(small, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }),
      rowLimits: fc.array(
        fc.oneof(
          fc.integer({ min: -5, max: 5 }).map((at): [number, number] => [at, at]),
          fc.integer({ min: -5, max: 5 }).map((at): [number, number] => [-INF, at]),
          fc.integer({ min: -5, max: 5 }).map((at): [number, number] => [at, INF]),
          fc.integer({ min: -5, max: 5 }).map((at): [number, number] => [at, at + 3]),
        ),
        { minLength: m, maxLength: m },
      ),
    }),
  );

it('agrees with HiGHS on random programs, and is hardly ever at a loss', async () => {
  let [tried, lost] = [0, 0];
  await fc.assert(
    fc.asyncProperty(programs, async (dense) => {
      const program = denseProgram(dense);
      const [ours, theirs] = [
        await interior(program, options),
        await highs(program, { ...options, solver: 'highs' }),
      ];
      tried++;
      if (ours.status === 'failed') {
        lost++;
        return;
      }
      expect(ours.status).toBe(theirs.status);
      if (ours.status !== 'optimal') return;
      expect(ours.certificate !== null && reachesTolerance(ours.certificate, 1e-7)).toBe(true);
      expect(Math.abs(ours.objective - theirs.objective)).toBeLessThan(
        1e-6 * Math.max(1, Math.abs(theirs.objective)),
      );
    }),
    { numRuns: 150, seed: 11 },
  );
  expect(lost / tried).toBeLessThan(0.05);
});
