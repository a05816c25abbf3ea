/** Units for the solver: by hand, and that they change nothing in the answer. */
import { expect, it } from 'vitest';
import { denseProgram } from '../program/dense-program.ts';
import { certify } from './certificate.ts';
import { highsSolver } from './highs.ts';
import { scalingFor, usualSize } from './scaling.ts';

it('the usual size leaves zeros and open limits out', () => {
  expect(usualSize(Float64Array.of(0, 5, -Infinity), Float64Array.of(-7, 1, 0))).toBe(5);
  expect(usualSize(Float64Array.of(0, Infinity))).toBe(null);
});

const of = (cost: number, limit: number) =>
  denseProgram({
    cost: [cost, 2 * cost],
    rows: [[1, 1]],
    rowLimits: [[limit, Infinity]],
    limits: [[0, limit / 2]],
  });

it('small costs go up to 1 and large limits down to 64, by powers of two; never the other way', () => {
  // Middle costs 2/1024 → times 512; middle limit 65 536 (of 32 768 and 65 536) → divided by 1 024.
  expect(scalingFor(of(2 ** -10, 65_536))).toEqual({ cost: 512, limit: 2 ** -10 });
  expect(scalingFor(of(1000, 8))).toEqual({ cost: 1, limit: 1 });
});

it('the answer comes back in the units of the program', async () => {
  // The cheap column to its limit of half, the dear one for the rest: 0.5·c + 0.5·2c per unit; price of the row 2c.
  const s = await highsSolver({ clock: () => 0 })(of(3e-5, 4e6), {
    solver: 'auto',
    tolerance: 1e-7,
    timeLimit: 10,
  });
  expect(s.status).toBe('optimal');
  expect(s.objective).toBeCloseTo(1.5 * 3e-5 * 4e6, 9);
  expect(s.x[0]).toBeCloseTo(2e6, 6);
  expect(s.y[0]).toBeCloseTo(6e-5, 15);
  expect(s.z[0]).toBeCloseTo(-3e-5, 15);
});

it('where costs are small, a small wrong price counts: 1e-6 of a cost of 2e-5 in the program of the last test', () => {
  const p = of(1e-5, 100);
  const right = certify(p, Float64Array.of(50, 50), Float64Array.of(2e-5));
  expect(right.dualResidual).toBe(0);
  // Row price 1e-6 too high: the dear column would pay 1e-6, against its own cost of 2e-5.
  const wrong = certify(p, Float64Array.of(50, 50), Float64Array.of(2.1e-5));
  expect(wrong.dualResidual).toBeCloseTo(1e-6 / 2.1e-5, 9);
});
