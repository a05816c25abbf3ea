/**
 * What one solve leaves for the next: the same analysis, fewer iterations, and the very same optimum as from nothing; and
 * nothing of it is taken where rows and columns are coupled otherwise.
 */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parkProgram } from '../../../bench/park-program.ts';
import { withOtherNumbers } from '../../../bench/solve-again.ts';
import { ROOT } from '../../../test/golden.ts';
import { denseProgram } from '../../program/dense-program.ts';
import { objectiveValue } from '../../program/matrix.ts';
import type { Program } from '../../program/program.ts';
import { reachesTolerance } from '../certificate.ts';
import type { Memory } from './memory.ts';
import { type CoreEnd, type InteriorPoint, solveCore } from './solve-core.ts';

const TOLERANCE = 1e-7;
const solve = (program: Program, memory?: Memory): CoreEnd =>
  solveCore(program, { tolerance: TOLERANCE, watch: () => false, memory });

function optimum(program: Program, { why, point }: CoreEnd): number {
  expect(why).toBe('accepted');
  const { x, certificate } = point as InteriorPoint;
  expect(reachesTolerance(certificate, TOLERANCE)).toBe(true);
  return objectiveValue(program, x);
}

describe('on a park of 672 hours', () => {
  let program: Program;
  beforeAll(async () => {
    const file = join(ROOT, 'parks', 'first-metal.park.yaml');
    program = (await parkProgram(file, { hours: 672, cut: 'weeks' })).built.program;
  }, 30_000);

  it('other prices and limits: the same optimum as from nothing, the same analysis, no more iterations', () => {
    const memory: Memory = { last: null };
    const first = solve(program, memory);
    optimum(program, first);
    const tree = memory.last?.tree;
    expect(tree).toBeDefined();
    expect(memory.last?.start).not.toBeNull();
    const changed = withOtherNumbers(program);
    const [cold, warm] = [solve(changed), solve(changed, memory)];
    const [wanted, found] = [optimum(changed, cold), optimum(changed, warm)];
    expect(Math.abs(found - wanted)).toBeLessThan(1e-6 * Math.abs(wanted));
    expect(memory.last?.tree).toBe(tree);
    expect(warm.iterations).toBeLessThanOrEqual(cold.iterations);
    // The other numbers were other numbers.
    expect(Math.abs(wanted - optimum(program, first))).toBeGreaterThan(1e-4 * Math.abs(wanted));
  }, 60_000);
});

describe('a small program', () => {
  /** Two foods: min 2a + 3b, a + b ≥ 4, a + 3b ≥ 6, a ≤ 10: 9 at (3, 1). */
  const diet = (cost: readonly number[], need: number, last = 3): Program =>
    denseProgram({
      cost,
      rows: [
        [1, 1],
        [1, last],
      ],
      rowLimits: [
        [need, Infinity],
        [6, Infinity],
      ],
      limits: [
        [0, 10],
        [0, Infinity],
      ],
    });
  const remembered = (): Memory => {
    const memory: Memory = { last: null };
    expect(optimum(diet([2, 3], 4), solve(diet([2, 3], 4), memory))).toBeCloseTo(9, 5);
    return memory;
  };

  it.each([
    ['cost', diet([2.1, 2.9], 4), 9.2],
    ['limit', diet([2, 3], 4.1), 9.15],
    ['entry', diet([2, 3], 4, 3.1), 8 + 2 / 2.1],
    // Ten units of need: a = 10 is full, b = 0 would do.
    ['limit that was far off', diet([2, 3], 10), 20],
  ])('another %s', (_, other, wanted) => {
    const memory = remembered();
    const tree = memory.last?.tree;
    expect(optimum(other, solve(other, memory))).toBeCloseTo(wanted, 5);
    expect(memory.last?.tree).toBe(tree);
  });

  it('another bound where there was none: the analysis is kept, the answer is the new one', () => {
    const memory = remembered();
    const tree = memory.last?.tree;
    const other = { ...diet([2, 3], 4), upper: Float64Array.of(2, 10) };
    // a ≤ 2, so b = 2: 4 + 6.
    expect(optimum(other, solve(other, memory))).toBeCloseTo(10, 5);
    expect(memory.last?.tree).toBe(tree);
  });

  it('of another structure: nothing is taken from the one before', () => {
    const memory = remembered();
    const tree = memory.last?.tree;
    // The same counts, but b is in one row only: a ≥ 6 by itself is a bound.
    const rows = [
      [1, 1, 1],
      [1, 3, 0],
    ];
    const other = denseProgram({
      cost: [2, 3, 2.5],
      rows,
      rowLimits: [
        [4, 9],
        [6, 20],
      ],
      limits: [
        [0, 10],
        [0, 9],
        [0, 9],
      ],
    });
    // The third food is dearer than the first in the row they share: 9 as before.
    expect(optimum(other, solve(other, memory))).toBeCloseTo(9, 5);
    expect(memory.last?.tree).not.toBe(tree);
  });

  it('with a park’s memory is solved as from nothing', () => {
    const memory = remembered();
    const other = denseProgram({
      sense: 'max',
      cost: [3, 5],
      rows: [
        [0, 2],
        [3, 2],
      ],
      rowLimits: [
        [-Infinity, 12],
        [-Infinity, 18],
      ],
      limits: [
        [0, 4],
        [0, Infinity],
      ],
    });
    expect(optimum(other, solve(other, memory))).toBeCloseTo(36, 4);
  });
});
