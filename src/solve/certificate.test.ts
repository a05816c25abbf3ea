/**
 * The certificate by hand, and that it catches what is wrong with a point: each figure is worked out in the comment.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { denseProgram } from '../program/dense-program.ts';
import { certify, largestMiss, reachesTolerance, showCertificate } from './certificate.ts';
import { highsSolver } from './highs.ts';

const of = (...values: number[]) => Float64Array.of(...values);

/** Wyndor Glass (Hillier and Lieberman): optimum 36 at (2, 6), prices (0, 3/2, 1). */
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

describe('a right point', () => {
  it('has no residual and no gap', () => {
    expect(certify(wyndor, of(2, 6), of(0, 1.5, 1))).toEqual({
      primalResidual: 0,
      dualResidual: 0,
      gap: 0,
      primalAbsolute: 0,
      dualAbsolute: 0,
      gapAbsolute: 0,
    });
  });

  it('limits of columns and ranges enter the dual objective', () => {
    // min x − y, 1 ≤ x ≤ 4, 0 ≤ y ≤ 5, −2 ≤ x + y ≤ 8: x = 1, y = 5, row at 6 is idle; z = (1, −1), dual 1·1 − 1·5 = −4.
    const p = denseProgram({
      cost: [1, -1],
      rows: [[1, 1]],
      rowLimits: [[-2, 8]],
      limits: [
        [1, 4],
        [0, 5],
      ],
    });
    expect(largestMiss(certify(p, of(1, 5), of(0)))).toBe(0);
  });
});

describe('a wrong x', () => {
  it('beyond a row: 3·2 + 2·7 = 20 of 18, and 14 of 12; relative to 18 and to the term 14', () => {
    const c = certify(wyndor, of(2, 7), of(0, 1.5, 1));
    expect(c.primalAbsolute).toBe(2);
    expect(c.primalResidual).toBeCloseTo(2 / 14, 12);
    expect(c.gapAbsolute).toBe(5);
  });

  it('beyond a limit of its own', () => {
    const c = certify(wyndor, of(-0.5, 6), of(0, 1.5, 1));
    expect(c.primalAbsolute).toBe(0.5);
    // The floor of one unit: the limit is 0.
    expect(c.primalResidual).toBe(0.5);
  });

  it('feasible but not the best: the gap says so, (3·2 + 5·5 = 31 against 36)', () => {
    const c = certify(wyndor, of(2, 5), of(0, 1.5, 1));
    expect(c.primalResidual).toBe(0);
    expect(c.gap).toBeCloseTo(5 / 31, 12);
  });

  it('not whole where it must be', () => {
    const c = certify({ ...wyndor, integer: Uint8Array.of(1, 0) }, of(1.75, 6), of(0, 2.5, 0));
    expect(c.primalResidual).toBeCloseTo(0.25 / 1.75, 12);
  });

  it('no number at all', () => {
    expect(certify(wyndor, of(Number.NaN, 6), of(0, 1.5, 1)).primalResidual).toBe(Infinity);
    expect(certify(wyndor, of(Infinity, 6), of(0, 1.5, 1)).primalResidual).toBe(Infinity);
  });
});

describe('a wrong y', () => {
  it('prices too low: column 2 would still gain 5 − 2·1.5 − 2·0.5 = 1', () => {
    const c = certify(wyndor, of(2, 6), of(0, 1.5, 0.5));
    // Column 1: 3 − 3·0.5 = 1.5 against its cost of 3; column 2: 1 against 5.
    expect(c.dualAbsolute).toBeCloseTo(1.5, 12);
    expect(c.dualResidual).toBeCloseTo(0.5, 12);
  });

  it('a price where the row is idle: row 1 holds 2 of 4, worth 1 each', () => {
    const c = certify(wyndor, of(2, 6), of(1, 1.5, 1));
    expect(c.gapAbsolute).toBe(4);
    // Column 1 costs too much then: z = 3 − 1 − 3 = −1, which its lower limit of 0 answers for.
    expect(c.dualResidual).toBe(0);
  });

  it('of the wrong sign: a row without lower limit cannot have this price', () => {
    const c = certify(wyndor, of(2, 6), of(-1, 1.5, 1));
    expect(c.dualAbsolute).toBe(1);
    // Counted by what it does to column 1: 1·1 against its cost of 3.
    expect(c.dualResidual).toBeCloseTo(1 / 3, 12);
  });

  it('of the wrong sign on a row without entries', () => {
    const p = denseProgram({ cost: [1], rows: [[0]], rowLimits: [[-1, Infinity]] });
    expect(certify(p, of(0), of(-0.5)).dualResidual).toBe(0.5);
  });

  it('no number at all', () => {
    expect(largestMiss(certify(wyndor, of(2, 6), of(Number.NaN, 1.5, 1)))).toBe(Infinity);
  });
});

it('a constant cannot hide a gap, nor make one', () => {
  const far = { ...wyndor, offset: 1e12 };
  expect(certify(far, of(2, 5), of(0, 1.5, 1)).gap).toBeCloseTo(5 / 31, 6);
  // Cost and constant cancel: 36 − 36 = 0, the floor of one unit holds.
  const near = { ...wyndor, offset: -36 };
  expect(certify(near, of(2, 6), of(0, 1.5, 1)).gap).toBe(0);
  expect(certify(near, of(2, 5.9), of(0, 1.5, 1)).gap).toBeCloseTo(0.5, 9);
});

it('large figures are judged by their size, small ones by one unit', () => {
  const p = denseProgram({ cost: [1], rows: [[1]], rowLimits: [[1e9, Infinity]] });
  expect(certify(p, of(1e9 - 10), of(1)).primalResidual).toBeCloseTo(1e-8, 12);
  const q = denseProgram({ cost: [1], rows: [[1]], rowLimits: [[1e-3, Infinity]] });
  expect(certify(q, of(0), of(1)).primalResidual).toBeCloseTo(1e-3, 12);
});

it('is shown in one line and compared with a tolerance', () => {
  const c = certify(wyndor, of(2, 5), of(0, 1.5, 1));
  expect(showCertificate(c)).toBe('primal residual 0, dual residual 0, gap 1.6e-1');
  expect([reachesTolerance(c, 0.2), reachesTolerance(c, 0.1)]).toEqual([true, false]);
});

it('catches every corrupted entry of a solved transport', async () => {
  // 3 works, 3 markets, every optimal entry changed by 1 %: of x, of y.
  const cost = [8, 6, 10, 9, 12, 13, 14, 9, 16];
  const row = (pick: (k: number) => boolean) => cost.map((_, k) => Number(pick(k)));
  const p = denseProgram({
    cost,
    rows: [0, 1, 2]
      .flatMap((i) => [row((k) => Math.floor(k / 3) === i)])
      .concat([0, 1, 2].map((i) => row((k) => k % 3 === i))),
    rowLimits: [35, 50, 40]
      .map((most) => [-Infinity, most] as const)
      .concat([45, 20, 30].map((need) => [need, need] as const)),
  });
  const s = await highsSolver({ clock: () => 0 })(p, { solver: 'auto', tolerance: 1e-7, timeLimit: 10 });
  expect(s.status).toBe('optimal');
  const changed = (list: Float64Array, k: number) =>
    list.map((value, at) => (at === k ? value * 1.01 + 0.01 : value));
  for (let k = 0; k < s.x.length; k++)
    expect(reachesTolerance(certify(p, changed(s.x, k), s.y), 1e-7)).toBe(false);
  for (let i = 0; i < s.y.length; i++)
    expect(reachesTolerance(certify(p, s.x, changed(s.y, i)), 1e-7)).toBe(false);
});

it('weak duality: no feasible x and feasible y ever have a negative gap beyond rounding', () => {
  // min c·x, A x ≥ b, x ≥ 0 with y ≥ 0 and c set to Aᵀy + slack: then c·x ≥ b·y for every feasible x.
  const small = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(fc.array(fc.tuple(small, small, small, small), { minLength: 1, maxLength: 5 }), (columns) => {
      const x = columns.map((column) => column[3]);
      const rows = [columns.map((column) => column[0]), columns.map((column) => column[1])];
      const need = rows.map((row) => row.reduce((sum, value, j) => sum + value * x[j], 0));
      const y = of(2, 3);
      const cost = columns.map(([a, b, spare]) => 2 * a + 3 * b + spare);
      const p = denseProgram({ cost, rows, rowLimits: need.map((value) => [value, Infinity] as const) });
      const c = certify(p, Float64Array.from(x), y);
      const spare = columns.reduce((sum, column) => sum + column[2] * column[3], 0);
      expect(c.primalResidual + c.dualResidual).toBe(0);
      // By hand: c·x − b·y is what the spare costs add.
      expect(c.gapAbsolute).toBeCloseTo(spare, 9);
    }),
  );
});
