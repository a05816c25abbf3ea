/**
 * Programs whose coefficients lie many powers of ten apart and mean what they say: what the usual scaling leaves undecided is
 * decided in other units. One is solved by hand, two of a random search are held against HiGHS.
 */
import { describe, expect, it } from 'vitest';
import { type DenseProgram, denseProgram } from '../program/dense-program.ts';
import { highsSolver } from './highs.ts';
import { interiorSolver } from './interior-solver.ts';

const clock = (): number => performance.now() / 1000;
const interior = interiorSolver({ clock });
const highs = highsSolver({ clock });
const INF = Number.POSITIVE_INFINITY;
const options = { tolerance: 1e-7, timeLimit: 20 } as const;

/** Rows written as [column, entry, column, entry, …]. */
const rowsOf = (columns: number, rows: readonly (readonly number[])[]): number[][] =>
  rows.map((entries) => {
    const row = new Array<number>(columns).fill(0);
    for (let at = 0; at < entries.length; at += 2) row[entries[at]] = entries[at + 1];
    return row;
  });

describe('coefficients many powers of ten apart', () => {
  it('x = 3, y = 0, z = 5 − 3e-8 by hand: 1e-4 · 3 + 3 · z = 15.00029991', async () => {
    // 1e8 x + y + 1e-8 z ≥ 3e8, x + 1e-8 y + 1e8 z ≤ 1e9, 1e-4 x + y + 1e4 z = 5e4: z is the cheapest way to 5e4.
    const program = denseProgram({
      cost: [1e-4, 1e4, 3],
      rows: [
        [1e8, 1, 1e-8],
        [1, 1e-8, 1e8],
        [1e-4, 1, 1e4],
      ],
      rowLimits: [
        [3e8, INF],
        [-INF, 1e9],
        [5e4, 5e4],
      ],
      limits: [
        [0, INF],
        [0, INF],
        [0, INF],
      ],
    });
    const found = await interior(program, { solver: 'interior', ...options });
    expect(found.status, found.message).toBe('optimal');
    expect(Math.abs(found.objective - 15.00029991) / 15).toBeLessThan(1e-7);
  });

  const solvable: DenseProgram = {
    cost: [-0.8, 57990, 0, 0, -6000, 0.3],
    rows: rowsOf(6, [
      [1, 0.0005, 2, -3822],
      [0, -58.26, 4, -170.6],
      [0, 2, 1, -0.82, 3, -10000, 4, -0.0008, 5, 0.08],
      [0, -7.735, 1, 0.5047, 2, -0.0004595],
      [1, 9.941, 2, -0.03298, 3, -83.14, 5, 0.0008],
    ]),
    rowLimits: [
      [-63349.999, INF],
      [167.243770612, 172.776770612],
      [-72.4594647228, INF],
      [-INF, 58.7444],
      [19.8828, INF],
    ],
    limits: [
      [-INF, INF],
      [0, INF],
      [-INF, INF],
      [0, 0],
      [-0.669096545205, INF],
      [-INF, INF],
    ],
  };
  const contradictory: DenseProgram = {
    sense: 'max',
    cost: [0.04822, -200, 896.1, 100, 0.05, 0, -2],
    rows: rowsOf(7, [
      [2, -60, 5, 0.07442, 6, 0.03849],
      [1, 7, 3, 0.06, 4, 20.74, 6, -1],
      [0, -0.6158, 1, 61.66, 2, 0.0026, 5, -614],
      [1, 300, 3, 0.02, 6, -0.09],
      [2, 0.06, 4, 0.1, 6, -0.0594],
      [0, 400, 4, -0.6008],
      [0, 0.08763, 4, -91.83],
    ]),
    rowLimits: [
      [4.078, INF],
      [400, 400.6],
      [4, INF],
      [-INF, -0.01092],
      [5, INF],
      [-INF, 0.08191],
      [0.05, INF],
    ],
    limits: [
      [-1, 2.9235552062],
      [-INF, INF],
      [-INF, INF],
      [-1, 10],
      [-INF, INF],
      [0, INF],
      [-INF, INF],
    ],
  };
  it.each([
    ['solvable', solvable, 'optimal'],
    ['contradictory', contradictory, 'infeasible'],
  ] as const)('a %s one of the random search is told as HiGHS tells it', async (_, dense, status) => {
    const program = denseProgram(dense);
    const truth = await highs(program, { solver: 'highs', ...options });
    const found = await interior(program, { solver: 'interior', ...options });
    expect([truth.status, found.status]).toEqual([status, status]);
    if (status === 'optimal')
      expect(Math.abs(found.objective - truth.objective) / Math.abs(truth.objective)).toBeLessThan(1e-6);
    else expect(found.proof?.holds).toBe(true);
  });
});
