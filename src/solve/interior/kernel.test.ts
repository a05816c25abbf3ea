/**
 * The compiled arithmetic: it is what its sources say, and its factors solve what Gauss solves.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../test/golden.ts';
import { chances } from '../../../test/random-programs.ts';
import { denseProgram } from '../../program/dense-program.ts';
import { coreOf } from './core.ts';
import { openFronts } from './fronts.ts';
import { graphOf } from './graph.ts';
import { minimumDegree } from './minimum-degree.ts';
import { shortRowsOf } from './short-rows.ts';
import { growTree } from './tree.ts';

interface System {
  /** A, row by row. */
  readonly rows: readonly (readonly number[])[];
  readonly columns: number;
  /** Of the columns (below zero), then of the rows (above). */
  readonly diagonal: readonly number[];
}

/** Factors of [diagonal, Aᵀ; A, diagonal], as the solver makes them. */
function factors({ rows, columns, diagonal }: System) {
  const program = denseProgram({
    cost: Array.from({ length: columns }, () => 0),
    rows,
    rowLimits: rows.map(() => [0, 0]),
  });
  const core = coreOf(program);
  const graph = graphOf(core, shortRowsOf(core));
  const tree = growTree(graph, minimumDegree(graph));
  const fronts = openFronts(graph, tree, (node) => node >= columns);
  const put = (): void => {
    for (const [node, value] of diagonal.entries()) fronts.diagonal[tree.place[node]] = value;
  };
  put();
  return {
    mended: fronts.factorise(1e-13),
    again: (): number => {
      put();
      return fronts.factorise(1e-13);
    },
    solve(right: readonly number[]): number[] {
      for (const [node, value] of right.entries()) fronts.side[tree.place[node]] = value;
      fronts.solve();
      return right.map((_, node) => fronts.side[tree.place[node]]);
    },
  };
}

/** Gaussian elimination of the whole matrix with partial pivoting: another program. */
function gauss({ rows, columns, diagonal }: System, right: readonly number[]): number[] {
  const size = diagonal.length;
  const a = diagonal.map((value, i) => {
    const line = new Array<number>(size + 1).fill(0);
    line[i] = value;
    line[size] = right[i];
    return line;
  });
  rows.forEach((row, i) => {
    row.forEach((value, j) => {
      a[columns + i][j] = value;
      a[j][columns + i] = value;
    });
  });
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let i = k + 1; i < size; i++) if (Math.abs(a[i][k]) > Math.abs(a[pivot][k])) pivot = i;
    [a[k], a[pivot]] = [a[pivot], a[k]];
    for (let i = k + 1; i < size; i++) {
      const factor = a[i][k] / a[k][k];
      if (factor !== 0) for (let j = k; j <= size; j++) a[i][j] -= factor * a[k][j];
    }
  }
  const x = new Array<number>(size).fill(0);
  for (let k = size - 1; k >= 0; k--) {
    let sum = a[k][size];
    for (let j = k + 1; j < size; j++) sum -= a[k][j] * x[j];
    x[k] = sum / a[k][k];
  }
  return x;
}

const near = (found: readonly number[], wanted: readonly number[]): void => {
  found.forEach((value, at) => {
    expect(value).toBeCloseTo(wanted[at], 9);
  });
};

it('is compiled from its sources as they stand', { timeout: 60_000 }, async () => {
  const { compileKernel } = await import(pathToFileURL(join(ROOT, 'scripts', 'kernel.js')).href);
  const committed = readFileSync(join(ROOT, 'src', 'solve', 'interior', 'kernel-code.ts'), 'utf8');
  expect((await compileKernel()) === committed, 'npm run kernel was not run').toBe(true);
});

describe('factors', () => {
  it('of [−1 2; 2 3] solve (1, 1) by (−1/7, 3/7): the inverse is [3 −2; −2 −1] ÷ −7', () => {
    near(factors({ rows: [[2]], columns: 1, diagonal: [-1, 3] }).solve([1, 1]), [-1 / 7, 3 / 7]);
  });

  it('of a row over two columns solve by hand', () => {
    // −2a + c = 1, −b + c = 1, a + b + c = 6: a = 1, b = 2, c = 3.
    const system = { rows: [[1, 1]], columns: 2, diagonal: [-2, -1, 1] };
    expect(factors(system).mended).toBe(0);
    near(factors(system).solve([1, 1, 6]), [1, 2, 3]);
  });

  it('count pivots that are none, and the unknown of such a pivot stays where it is', () => {
    // Nothing couples the second column, and its diagonal is zero: −a + c = 1, a + c = 3.
    const { mended, solve } = factors({ rows: [[1, 0]], columns: 2, diagonal: [-1, 0, 1] });
    expect(mended).toBe(1);
    near(solve([1, 5, 3]), [1, 0, 2]);
  });

  it('count pivots of the wrong sign', () => {
    expect(factors({ rows: [[1]], columns: 1, diagonal: [1, 1] }).mended).toBe(1);
  });

  it('solve what Gauss solves: random matrices, thin and full, small and of several fronts', () => {
    let widest = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom(0.05, 0.2, 0.6, 1),
        fc.integer(),
        (columns, count, density, seed) => {
          const chance = chances(seed);
          const rows = Array.from({ length: count }, () =>
            Array.from({ length: columns }, () => (chance() < density ? 4 * chance() - 2 : 0)),
          );
          const size = columns + count;
          const diagonal = Array.from({ length: size }, (_, node) => {
            const value = 10 ** (2 * chance() - 1);
            return node < columns ? -value : value;
          });
          const right = Array.from({ length: size }, () => 2 * chance() - 1);
          const found = factors({ rows, columns, diagonal });
          expect(found.mended).toBe(0);
          // Diagonals of at least 0.1 each way: the inverse is at most 10, so the answers agree to rounding.
          const wanted = gauss({ rows, columns, diagonal }, right);
          near(found.solve(right), wanted);
          expect(found.again()).toBe(0);
          near(found.solve(right), wanted);
          widest = Math.max(widest, size);
        },
      ),
      { numRuns: 150 },
    );
    expect(widest).toBeGreaterThan(40);
  });
});
