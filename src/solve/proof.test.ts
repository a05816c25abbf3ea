/** Rays by hand: the ones that prove, and the ones that only look like it. */
import { describe, expect, it } from 'vitest';
import { denseProgram } from '../program/dense-program.ts';
import { directionProgram, elasticProgram, proveInfeasible, proveUnbounded } from './proof.ts';

const of = (...values: number[]) => Float64Array.of(...values);
const TOLERANCE = 1e-7;

describe('infeasible', () => {
  // x + y ≥ 5 and x − y ≥ 0 with x, y ≤ 1.
  const p = denseProgram({
    cost: [1, 1],
    rows: [
      [1, 1],
      [1, -1],
    ],
    rowLimits: [
      [5, Infinity],
      [0, Infinity],
    ],
    limits: [
      [0, 1],
      [0, 1],
    ],
  });

  it('the first row alone: demands 5, reach 2, margin 3 of 5', () => {
    const proof = proveInfeasible(p, of(7, 0), TOLERANCE);
    expect([proof.holds, proof.margin, proof.residual]).toEqual([true, 0.6, 0]);
    expect(Array.from(proof.ray)).toEqual([1, 0]);
  });

  it('either sign will do', () => {
    expect(Array.from(proveInfeasible(p, of(-2, 0), TOLERANCE).ray)).toEqual([1, 0]);
  });

  it('a weighting that contradicts nothing is no proof', () => {
    expect(proveInfeasible(p, of(0, 1), TOLERANCE).holds).toBe(false);
    expect(proveInfeasible(p, of(0, 0), TOLERANCE).holds).toBe(false);
  });

  it('nor is one whose heavy terms cancel and whose light ones are left beside a free column', () => {
    // x = y, twice, and y ≥ 3: any y from 3 on will do.
    const open = denseProgram({
      cost: [0, 0],
      rows: [
        [1, -1],
        [2, -2],
        [0, 1],
      ],
      rowLimits: [
        [0, 0],
        [0, 0],
        [3, Infinity],
      ],
      limits: [
        [-Infinity, Infinity],
        [-Infinity, Infinity],
      ],
    });
    for (const light of [1e-9, 1e-12, 1e-16])
      expect(proveInfeasible(open, of(-2, 1, light), TOLERANCE).holds).toBe(false);
  });

  it('nor is one that is only as large as the dust of its own sums', () => {
    // Five rows that say c = a + 7b + … + 3 with b ≥ 0.5, one of them five times over: they hold. The weights below miss
    // nothing in each free column by 1e-7, and together ask for 5e-7 too much: columns of size 5 fill that.
    const holds = denseProgram({
      cost: [0, 0, 0, 0, 0, 0, -1],
      rows: [
        [1, 3, -1, 3, 1, -2, 0],
        [0, 2, 0, 0, 0, 1, 0],
        [-6, -18, 6, -18, -6, 12, 0],
        [-6, -18, 6, -18, -6, 12, 0],
        [1, 5, -1, 3, 1, -1, 0],
      ],
      rowLimits: [
        [-3, -3],
        [0, 0],
        [18, 18],
        [0, Infinity],
        [-3, -3],
      ],
      limits: Array.from({ length: 7 }, (_, j) => (j === 5 ? [-Infinity, -1] : [0, Infinity])),
    });
    const ray = of(1, 0.44783349363729896, 0.09202776822970188, 0, -0.4478334903452409);
    expect(proveInfeasible(holds, ray, TOLERANCE).holds).toBe(false);
  });

  it('a heavy weight on a row that says nothing proves nothing about x ≥ 3', () => {
    const program = denseProgram({
      cost: [0],
      limits: [[-Infinity, Infinity]],
      rows: [[0], [1]],
      rowLimits: [
        [0, 0],
        [3, Infinity],
      ],
    });
    expect(proveInfeasible(program, new Float64Array([1, 1e-10]), 1e-7).holds).toBe(false);
  });

  it('nor does a heavy weight on another column’s row', () => {
    const program = denseProgram({
      cost: [0, 0],
      limits: [
        [-Infinity, Infinity],
        [0, Infinity],
      ],
      rows: [
        [0, -1],
        [1, 0],
      ],
      rowLimits: [
        [0, Infinity],
        [3, Infinity],
      ],
    });
    expect(proveInfeasible(program, new Float64Array([1, 1e-10]), 1e-7).holds).toBe(false);
  });

  it('a column without a limit spoils it', () => {
    const open = { ...p, upper: of(Infinity, 1) };
    const proof = proveInfeasible(open, of(1, 0), TOLERANCE);
    expect([proof.holds, proof.residual]).toEqual([false, 1]);
  });

  it('the program with slack tells by how much: 5 − 2 = 3', () => {
    const elastic = elasticProgram(p);
    expect([elastic.columns, elastic.rows]).toEqual([6, 2]);
    // x = y = 1 and a slack of 3 on the first row satisfy it.
    expect(Array.from(elastic.starts)).toEqual([0, 2, 4, 5, 6, 7, 8]);
    expect(Array.from(elastic.cost)).toEqual([0, 0, 1, 1, 1, 1]);
    expect(Array.from(elastic.values.slice(4))).toEqual([1, 1, -1, -1]);
  });
});

describe('unbounded', () => {
  // max x + y, x − y ≤ 2: along (1, 1) for ever.
  const p = denseProgram({ sense: 'max', cost: [1, 1], rows: [[1, -1]], rowLimits: [[-Infinity, 2]] });

  it('along (1, 1): gain 2 of a largest term 1', () => {
    const proof = proveUnbounded(p, of(3, 3), TOLERANCE);
    expect([proof.holds, proof.margin, proof.residual]).toEqual([true, 2, 0]);
  });

  it('not along (1, 0), which the row stops, nor backwards, nor where it gains nothing', () => {
    expect(proveUnbounded(p, of(1, 0), TOLERANCE).holds).toBe(false);
    expect(proveUnbounded(p, of(-1, -1), TOLERANCE).holds).toBe(false);
    expect(proveUnbounded({ ...p, cost: of(1, -1) }, of(1, 1), TOLERANCE).holds).toBe(false);
  });

  it('its directions are limited to ±1 where the column is open', () => {
    const d = directionProgram({ ...p, lower: of(-Infinity, 0), upper: of(Infinity, 3) });
    expect([...d.lower, ...d.upper, ...d.rowLower, ...d.rowUpper]).toEqual([-1, 0, 1, 0, -Infinity, 0]);
  });
});
