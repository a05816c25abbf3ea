/**
 * Textbook programs with answers known by hand, programs without an answer, and random ones whose certificate must hold.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DenseProgram, denseProgram } from '../program/dense-program.ts';
import { columnSums, rowSums } from '../program/matrix.ts';
import { reachesTolerance } from './certificate.ts';
import { highsSolver } from './highs.ts';
import type { Progress, Solution, SolveOptions } from './solver.ts';

const solver = highsSolver({ clock: () => performance.now() / 1000 });
const options: SolveOptions = { solver: 'auto', tolerance: 1e-7, timeLimit: Infinity };
const solve = (d: DenseProgram, more: Partial<SolveOptions> = {}): Promise<Solution> =>
  solver(denseProgram(d), { ...options, ...more });
const close = (found: ArrayLike<number>, expected: readonly number[]) => {
  expect(found.length).toBe(expected.length);
  expected.forEach((value, k) => {
    expect(found[k]).toBeCloseTo(value, 7);
  });
};
const free = [-Infinity, Infinity] as const;

describe('textbook programs', () => {
  it('Wyndor Glass (Hillier and Lieberman): 3 x1 + 5 x2 → 36 at (2, 6), prices (0, 3/2, 1)', async () => {
    const s = await solve({
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
    expect(s.status).toBe('optimal');
    expect(s.objective).toBeCloseTo(36, 9);
    close(s.x, [2, 6]);
    // One unit more of plant 2 or 3 earns 1.5 or 1: the book's shadow prices, in the sense of the objective.
    close(s.y, [0, 1.5, 1]);
    close(s.z, [0, 0]);
  });

  it('diet: least cost of two foods, price of a requirement is positive', async () => {
    // min 2a + 3b, a + b ≥ 4, a + 3b ≥ 6. By hand: corner (3, 1), cost 9; prices solve p + q = 2, p + 3q = 3: (1.5, 0.5).
    const s = await solve({
      cost: [2, 3],
      rows: [
        [1, 1],
        [1, 3],
      ],
      rowLimits: [
        [4, Infinity],
        [6, Infinity],
      ],
    });
    expect(s.objective).toBeCloseTo(9, 9);
    close(s.x, [3, 1]);
    close(s.y, [1.5, 0.5]);
  });

  it('free columns, a range, an equality and a constant', async () => {
    // min x − y + 10, x + y = 2, −1 ≤ x − y ≤ 5, both free: x − y = −1, so x = 0.5, y = 1.5, objective 9.
    const s = await solve({
      cost: [1, -1],
      offset: 10,
      rows: [
        [1, 1],
        [1, -1],
      ],
      rowLimits: [
        [2, 2],
        [-1, 5],
      ],
      limits: [free, free],
    });
    expect(s.objective).toBeCloseTo(9, 9);
    close(s.x, [0.5, 1.5]);
    // Cost equals the second row, so all of its price lies there.
    close(s.y, [0, 1]);
  });

  it('a degenerate corner (three rows through one point) still has a certificate', async () => {
    const s = await solve({
      sense: 'max',
      cost: [1, 1],
      rows: [
        [1, 0],
        [0, 1],
        [1, 1],
      ],
      rowLimits: [
        [-Infinity, 1],
        [-Infinity, 1],
        [-Infinity, 2],
      ],
    });
    expect(s.status).toBe('optimal');
    expect(s.objective).toBeCloseTo(2, 9);
    expect(reachesTolerance(s.certificate!, 1e-9)).toBe(true);
  });

  it('screening curve: peak plant runs 3 of 4 hours above the base, and its price carries the capacity', async () => {
    // Loads 1 and 2 for one hour each. Base: 10 per size, 1 per use. Peak: 2 per size, 6 per use.
    // Base for the second unit of load costs 10 + 1 = 11, peak 2 + 6 = 8: base 1, peak 1, cost 10 + 2·1 + 2 + 6 = 20.
    // Prices: in the high hour 6 + 2 = 8 (zero profit of the peak plant); in the low one 10 + 1 + 1 − 8 = 4.
    const s = await solve({
      cost: [10, 2, 1, 1, 6, 6],
      rows: [
        [0, 0, 1, 0, 1, 0],
        [0, 0, 0, 1, 0, 1],
        [-1, 0, 1, 0, 0, 0],
        [-1, 0, 0, 1, 0, 0],
        [0, -1, 0, 0, 1, 0],
        [0, -1, 0, 0, 0, 1],
      ],
      rowLimits: [
        [1, 1],
        [2, 2],
        [-Infinity, 0],
        [-Infinity, 0],
        [-Infinity, 0],
        [-Infinity, 0],
      ],
    });
    expect(s.objective).toBeCloseTo(20, 9);
    expect(s.x[0]).toBeCloseTo(1, 9);
    expect(s.x[1]).toBeCloseTo(1, 9);
    expect(s.y[0]).toBeCloseTo(4, 9);
    expect(s.y[1]).toBeCloseTo(8, 9);
  });

  it('whole columns: knapsack 5a + 4b + 3c ≤ 7 worth 10, 7, 4 → b and c, 11', async () => {
    // By hand: a alone 10 (weight 5), a + nothing else fits; b + c weigh 7 and are worth 11.
    const s = await solve({
      sense: 'max',
      cost: [10, 7, 4],
      rows: [[5, 4, 3]],
      rowLimits: [[-Infinity, 7]],
      limits: [
        [0, 1],
        [0, 1],
        [0, 1],
      ],
      integer: [true, true, true],
    });
    expect(s.status).toBe('optimal');
    expect(s.objective).toBeCloseTo(11, 9);
    expect(Array.from(s.x)).toEqual([0, 1, 1]);
    expect(s.bound).toBeCloseTo(11, 6);
  });

  it('whole columns with costs of a millionth: the bound comes back in the units of the program', async () => {
    // Units of 3 at 2e-6 against 5 asked for: two of them, 4e-6; the rest of the program does not matter.
    const s = await solve({ cost: [2e-6], rows: [[3]], rowLimits: [[5, Infinity]], integer: [true] });
    expect(Array.from(s.x)).toEqual([2]);
    expect(s.objective).toBeCloseTo(4e-6, 12);
    expect(s.bound).toBeCloseTo(4e-6, 9);
  });

  it('a search that ends at its limit of branches says so, with its bound', async () => {
    // Weights near one another, worth nearly what they weigh: such knapsacks need many branches.
    const weights = Array.from({ length: 40 }, (_, j) => 1000 + ((j * 7919) % 997));
    const program = denseProgram({
      sense: 'max',
      cost: weights.map((weight, j) => weight + ((j * 31) % 7) / 10),
      rows: [weights, weights.map((weight, j) => (j % 2 === 0 ? weight : 2500 - weight))],
      rowLimits: [
        [-Infinity, 20_011.5],
        [-Infinity, 19_007.5],
      ],
      limits: weights.map(() => [0, 1] as const),
      integer: weights.map(() => true),
    });
    const s = await solver(program, { ...options, branchLimit: 1 });
    expect(s.status).toBe('limit');
    expect(s.message).toContain('1 branch ');
    expect(s.bound).toBeGreaterThan(s.objective);
  });
});

describe('programs without an answer', () => {
  it('infeasible, with a ray that proves it', async () => {
    // x + y ≥ 5 with both at most 1: the row weighted with 1 demands 5, the columns reach 2.
    const s = await solve({
      cost: [1, 1],
      rows: [[1, 1]],
      rowLimits: [[5, Infinity]],
      limits: [
        [0, 1],
        [0, 1],
      ],
    });
    expect(s.status).toBe('infeasible');
    expect(s.proof?.holds).toBe(true);
    close(s.proof!.ray, [1]);
    expect(s.proof?.margin).toBeCloseTo(3 / 5, 9);
    expect(s.x.length).toBe(0);
  });

  it('two rows that contradict each other', async () => {
    const s = await solve({
      cost: [0, 0],
      rows: [
        [1, 1],
        [1, 1],
      ],
      rowLimits: [
        [3, Infinity],
        [-Infinity, 2],
      ],
      limits: [free, free],
    });
    expect(s.status).toBe('infeasible');
    expect(s.proof?.holds).toBe(true);
    close(s.proof!.ray, [1, -1]);
  });

  it('unbounded, with a direction that proves it', async () => {
    const s = await solve({ cost: [-1, -1], rows: [[1, -1]], rowLimits: [[-Infinity, 2]] });
    expect(s.status).toBe('unbounded');
    expect(s.proof?.holds).toBe(true);
    const [along, across] = s.proof!.ray;
    expect(along - across).toBeLessThanOrEqual(1e-9);
    expect(along + across).toBeGreaterThan(0.5);
  });

  it('infeasible and unbounded in direction at once is infeasible', async () => {
    const s = await solve({
      cost: [-1, 0],
      rows: [[0, 1]],
      rowLimits: [[3, Infinity]],
      limits: [
        [0, Infinity],
        [0, 1],
      ],
    });
    expect(s.status).toBe('infeasible');
  });

  it('crossed limits are named', async () => {
    const s = await solve({ cost: [1], rows: [], rowLimits: [], limits: [[3, 2]], columnNames: ['size'] });
    expect(s.status).toBe('infeasible');
    expect(s.message).toContain('size must be at least 3 and at most 2');
  });

  it('no choice of whole numbers: 2a = 3', async () => {
    const s = await solve({
      cost: [1],
      rows: [[2]],
      rowLimits: [[3, 3]],
      integer: [true],
      limits: [[0, 10]],
    });
    expect(s.status).toBe('infeasible');
  });

  it('a figure that is no number is refused, not solved', async () => {
    const s = await solve({ cost: [Number.NaN], rows: [[1]], rowLimits: [[1, 2]] });
    expect(s.status).toBe('failed');
    expect(s.message).toContain('not a finite number');
  });
});

describe('nothing to do', () => {
  it('an empty program is optimal at its constant', async () => {
    const s = await solve({ cost: [], rows: [], rowLimits: [], offset: 7 });
    expect([s.status, s.objective]).toEqual(['optimal', 7]);
  });

  it('rows without columns: 0 ≥ 1 cannot be', async () => {
    expect((await solve({ cost: [], rows: [[]], rowLimits: [[1, 2]] })).status).toBe('infeasible');
    expect((await solve({ cost: [], rows: [[]], rowLimits: [[-1, 2]] })).status).toBe('optimal');
  });

  it('columns without rows go to their cheaper limit', async () => {
    const s = await solve({
      cost: [2, -3],
      rows: [],
      rowLimits: [],
      limits: [
        [1, 4],
        [0, 5],
      ],
    });
    close(s.x, [1, 5]);
    expect(s.objective).toBeCloseTo(-13, 12);
    expect((await solve({ cost: [-1], rows: [], rowLimits: [] })).status).toBe('unbounded');
  });
});

describe('limits and cancelling', () => {
  /** Transport of n plants to n customers with costs that repeat nowhere: some thousand iterations. */
  function transport(n: number): DenseProgram {
    const cost = Array.from({ length: n * n }, (_, k) => 1 + ((k * 7919) % 104729) / 1000);
    const rows = Array.from({ length: 2 * n }, (_, i) =>
      cost.map((_, k) => (i < n ? Number(Math.floor(k / n) === i) : Number(k % n === i - n))),
    );
    const rowLimits = rows.map((_, i) =>
      i < n ? ([-Infinity, 10 + (i % 5)] as const) : ([8, Infinity] as const),
    );
    return { cost, rows, rowLimits };
  }

  it('a time limit gives `limit`', async () => {
    const s = await solve(transport(40), { timeLimit: 1e-6 });
    expect(s.status).toBe('limit');
    expect(s.message).toContain('time limit');
  });

  it('a signal raised while solving gives `limit`, and progress is told before', async () => {
    const stop = new AbortController();
    const told: Progress[] = [];
    const onProgress = (progress: Progress) => {
      told.push(progress);
      stop.abort();
    };
    const s = await solve(transport(60), { signal: stop.signal, onProgress });
    expect(told.length).toBeGreaterThan(0);
    expect(s.status).toBe('limit');
    expect(s.message).toContain('cancelled');
  });

  it('a listener that throws does not leave the solver hanging', async () => {
    const onProgress = () => {
      throw new Error('the listener broke');
    };
    const s = await solve(transport(20), { onProgress });
    expect(s.status).toBe('failed');
    expect(s.message).toContain('the listener broke');
  });
});

describe('random programs', () => {
  const number = fc.integer({ min: -9, max: 9 });
  const limit = fc
    .tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 4 }))
    .map(([low, width, kind]): readonly [number, number] => {
      if (kind === 0) return [-Infinity, low + width];
      if (kind === 1) return [low, Infinity];
      if (kind === 2) return [low, low];
      return kind === 3 ? [low, low + width] : free;
    });
  const dense = fc
    .record({
      n: fc.integer({ min: 1, max: 7 }),
      m: fc.integer({ min: 0, max: 7 }),
      sense: fc.constantFrom('min' as const, 'max' as const),
    })
    .chain(({ n, m, sense }) =>
      fc.record({
        sense: fc.constant(sense),
        offset: number,
        cost: fc.array(number, { minLength: n, maxLength: n }),
        rows: fc.array(fc.array(number, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }),
        rowLimits: fc.array(limit, { minLength: m, maxLength: m }),
        limits: fc.array(limit, { minLength: n, maxLength: n }),
      }),
    );

  it('optimal means: certificate holds, and strong duality recomputed here', async () => {
    const seen: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(dense, async (d) => {
        const p = denseProgram(d);
        const s = await solver(p, options);
        seen[s.status] = (seen[s.status] ?? 0) + 1;
        if (s.status === 'infeasible' || s.status === 'unbounded') expect(s.proof?.holds).toBe(true);
        else expect(s.status).toBe('optimal');
        if (s.status !== 'optimal') return;
        expect(reachesTolerance(s.certificate!, 1e-7)).toBe(true);
        // Strong duality by hand: price times the limit each price leans on, rows and columns, equals the objective.
        const lean = (price: number, low: number, high: number, at: number) =>
          Math.abs(price) < 1e-9 ? 0 : price * (Math.abs(at - low) < Math.abs(at - high) ? low : high);
        const sums = rowSums(p, s.x);
        let dual = p.offset;
        s.y.forEach((price, i) => {
          dual += lean(price, p.rowLower[i], p.rowUpper[i], sums[i]);
        });
        s.z.forEach((price, j) => {
          dual += lean(price, p.lower[j], p.upper[j], s.x[j]);
        });
        expect(dual).toBeCloseTo(s.objective, 5);
        const again = columnSums(p, s.y);
        s.z.forEach((z, j) => {
          expect(z).toBeCloseTo(p.cost[j] - again[j], 9);
        });
      }),
      { numRuns: 150, seed: 20250101 },
    );
    // All three answers must have been met, or the property says less than it seems to.
    expect(Object.keys(seen).sort()).toEqual(['infeasible', 'optimal', 'unbounded']);
  });

  it('a price is what one unit more costs: finite difference of the row limit', async () => {
    // min x + 4y, x + y ≥ 10, x ≤ 6: price of the first row 4, of the second 1 − 4 = −3.
    const of = (need: number, most: number) =>
      solve({
        cost: [1, 4],
        rows: [
          [1, 1],
          [1, 0],
        ],
        rowLimits: [
          [need, Infinity],
          [-Infinity, most],
        ],
      });
    const base = await of(10, 6);
    close(base.y, [4, -3]);
    expect((await of(10.5, 6)).objective - base.objective).toBeCloseTo(0.5 * base.y[0], 9);
    expect((await of(10, 6.5)).objective - base.objective).toBeCloseTo(0.5 * base.y[1], 9);
  });
});
