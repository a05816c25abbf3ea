/** Weights that all but one row's are dust beside: what is no proof must not pass as one. */
import { expect, it } from 'vitest';
import { denseProgram } from '../program/dense-program.ts';
import { proveInfeasible } from './proof.ts';

const INF = Number.POSITIVE_INFINITY;

it('a heavy weight on a row that says nothing proves nothing about x ≥ 3', () => {
  const program = denseProgram({
    cost: [0],
    limits: [[-INF, INF]],
    rows: [[0], [1]],
    rowLimits: [
      [0, 0],
      [3, INF],
    ],
  });
  expect(proveInfeasible(program, new Float64Array([1, 1e-10]), 1e-7).holds).toBe(false);
});

it('nor does a heavy weight on another column’s row', () => {
  const program = denseProgram({
    cost: [0, 0],
    limits: [
      [-INF, INF],
      [0, INF],
    ],
    rows: [
      [0, -1],
      [1, 0],
    ],
    rowLimits: [
      [0, INF],
      [3, INF],
    ],
  });
  expect(proveInfeasible(program, new Float64Array([1, 1e-10]), 1e-7).holds).toBe(false);
});
