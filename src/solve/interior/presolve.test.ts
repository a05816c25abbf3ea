/**
 * What is decided beforehand, step by step on programs whose shorter form, sizes and prices are known by hand; and on random
 * ones, whose shorter form HiGHS solves: taken back, its answer is optimal for the whole.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badlyScaledPrograms, dependentPrograms, oddPrograms } from '../../../test/random-programs.ts';
import { type DenseProgram, denseProgram } from '../../program/dense-program.ts';
import type { Program } from '../../program/program.ts';
import { certify, largestMiss } from '../certificate.ts';
import { highsSolver } from '../highs.ts';
import { tidy } from '../solution.ts';
import { coreOf } from './core.ts';
import { type Presolved, presolve } from './presolve.ts';

const INF = Number.POSITIVE_INFINITY;

function shortened(dense: DenseProgram): Presolved {
  const found = presolve(coreOf(denseProgram(dense)));
  if (typeof found === 'string') throw new Error(found);
  return found;
}

const end = (dense: DenseProgram): unknown => presolve(coreOf(denseProgram(dense)));

/** The given answer of the shorter program, taken back, is the expected one of the whole, and that one is optimal. */
function expectBack(
  dense: DenseProgram,
  short: { x: readonly number[]; y: readonly number[] },
  whole: { x: readonly number[]; y: readonly number[]; objective: number },
): void {
  const { core, offset, restore } = shortened(dense);
  expect([core.columns, core.rows]).toEqual([short.x.length, short.y.length]);
  const { x, y } = restore(Float64Array.from(short.x), Float64Array.from(short.y));
  const close = (found: ArrayLike<number>, expected: readonly number[]): void => {
    expect(found.length).toBe(expected.length);
    for (const [at, value] of expected.entries()) expect(found[at]).toBeCloseTo(value, 12);
  };
  close(x, whole.x);
  close(y, whole.y);
  const shorterCost = short.x.reduce((sum, size, column) => sum + core.cost[column] * size, offset);
  expect(shorterCost).toBeCloseTo(whole.objective, 12);
  expect(largestMiss(certify(denseProgram(dense), x, y))).toBeLessThan(1e-12);
}

describe('a column without room', () => {
  it('leaves its share in the rows: 2/3, 3, 2/3 at 7 1/3', () => {
    // b = 3 leaves a + 2c ≥ 2 and 2a + c ≥ 2: both 2/3. Prices: p + 2q = 1 and 2p + q = 1, so 1/3 each.
    const dense: DenseProgram = {
      cost: [1, 2, 1],
      rows: [
        [1, 1, 2],
        [2, 4, 1],
      ],
      rowLimits: [
        [5, INF],
        [14, INF],
      ],
      limits: [
        [0, INF],
        [3, 3],
        [0, INF],
      ],
    };
    expectBack(
      dense,
      { x: [2 / 3, 2 / 3], y: [1 / 3, 1 / 3] },
      { x: [2 / 3, 3, 2 / 3], y: [1 / 3, 1 / 3], objective: 22 / 3 },
    );
  });
});

describe('a row with one entry', () => {
  it('is a lower bound, and gets what is left of its column’s reduced cost', () => {
    // 2a ≥ 2 holds a at 1; a + b ≥ 3 costs 1 a unit; a's reduced cost 3 − 1 = 2 is 1 for each unit of 2a.
    const dense: DenseProgram = {
      cost: [3, 1],
      rows: [
        [2, 0],
        [1, 1],
        [1, 3],
      ],
      rowLimits: [
        [2, INF],
        [3, INF],
        [4, INF],
      ],
    };
    expect(shortened(dense).core.lower).toEqual(Float64Array.of(1, 0));
    expectBack(dense, { x: [1, 2], y: [1, 0] }, { x: [1, 2], y: [1, 1, 0], objective: 5 });
  });

  it('with a negative entry is an upper bound', () => {
    // −a ≥ −4; b ≥ a − 1 and 2b ≥ a: at a = 4, b = 3 the cost is −8 + 3; one unit less of a costs 2 − 1 = 1.
    const dense: DenseProgram = {
      cost: [-2, 1],
      rows: [
        [-1, 0],
        [-1, 1],
        [-1, 2],
      ],
      rowLimits: [
        [-4, INF],
        [-1, INF],
        [0, INF],
      ],
    };
    expect(shortened(dense).core.upper).toEqual(Float64Array.of(4, INF));
    expectBack(dense, { x: [4, 3], y: [1, 0] }, { x: [4, 3], y: [1, 1, 0], objective: -5 });
  });

  it('that says less than the bounds gets no price', () => {
    // a ≤ 9 where a ≤ 1 already: most of a + b within a + 2b ≤ 5 and a ≤ 2b. a = 1, b = 2; the row's price is 1/2.
    const dense: DenseProgram = {
      cost: [-1, -1],
      rows: [
        [1, 0],
        [1, 2],
        [-1, 2],
      ],
      rowLimits: [
        [-INF, 9],
        [-INF, 5],
        [0, INF],
      ],
      limits: [
        [0, 1],
        [0, INF],
      ],
    };
    expectBack(dense, { x: [1, 2], y: [-0.5, 0] }, { x: [1, 2], y: [0, -0.5, 0], objective: -3 });
  });
});

describe('a column with one entry', () => {
  /** `a + 2b + s = 10`, s ≤ 4, with `2a + b ≤ 8` beside it: 6 ≤ a + 2b ≤ 10. */
  const equality = (cost: readonly number[]): DenseProgram => ({
    cost,
    rows: [
      [1, 2, 1],
      [2, 1, 0],
    ],
    rowLimits: [
      [10, 10],
      [-INF, 8],
    ],
    limits: [
      [0, INF],
      [0, INF],
      [0, 4],
    ],
  });

  it('of an equality leaves its price there: the dear one is not used', () => {
    // s at 5 each is dearer than b at 1/2 a unit: b = 5. Row: 1/2.
    const dense = equality([1, 1, 5]);
    const { core, offset } = shortened(dense);
    expect([...core.cost, offset, core.rowLower[0], core.rowUpper[0]]).toEqual([-4, -9, 50, 6, 10]);
    expectBack(dense, { x: [0, 5], y: [-4.5, 0] }, { x: [0, 5, 0], y: [0.5, 0], objective: 5 });
  });

  it('of an equality leaves its price there: the cheap one is used up', () => {
    // s at 1 is cheaper than b at 4/2: s = 4, b = 3: 16. Row: 2.
    expectBack(equality([3, 4, 1]), { x: [0, 3], y: [1, 0] }, { x: [0, 3, 4], y: [2, 0], objective: 16 });
  });

  it('of an equality is what is missing when neither end binds', () => {
    // s at 1 a unit against −1 a unit of b (held by 2a + b ≤ 4): b = 4, s = 2. The row's price is s's own, 1;
    // b: −2 − 2 − q = 0, q = −4.
    const dense: DenseProgram = {
      ...equality([3, -2, 1]),
      rowLimits: [
        [10, 10],
        [-INF, 4],
      ],
    };
    expectBack(dense, { x: [0, 4], y: [0, -4] }, { x: [0, 4, 2], y: [1, -4], objective: -6 });
  });

  it('of an inequality widens it', () => {
    // 3 ≤ a + 2b − t ≤ 6, t ≤ 2: a + 2b ≤ 8. Gain 3 of b: b = 4, the row's price −3/2, and t stands at 2.
    const dense: DenseProgram = {
      cost: [-1, -3, 0],
      rows: [
        [1, 2, -1],
        [2, 1, 0],
      ],
      rowLimits: [
        [3, 6],
        [-INF, 100],
      ],
      limits: [
        [0, INF],
        [0, INF],
        [0, 2],
      ],
    };
    const { core } = shortened(dense);
    expect([core.rowLower[0], core.rowUpper[0]]).toEqual([3, 8]);
    expectBack(dense, { x: [0, 4], y: [-1.5, 0] }, { x: [0, 4, 2], y: [-1.5, 0], objective: -12 });
  });
});

describe('a column that only its cost moves', () => {
  it('goes to the end that costs least, whole rows with it', () => {
    // a costs and no row wants it: 1. b earns and no row minds: 4. c costs nothing and is in no row: nearest to zero, −2.
    const dense: DenseProgram = {
      cost: [2, -3, 0],
      rows: [
        [1, -1, 0],
        [2, -5, 0],
      ],
      rowLimits: [
        [-INF, 5],
        [-INF, 7],
      ],
      limits: [
        [1, 9],
        [-2, 4],
        [-5, -2],
      ],
    };
    expectBack(dense, { x: [], y: [] }, { x: [1, 4, -2], y: [0, 0], objective: -10 });
  });

  it('without an end on that side improves for ever', () => {
    expect(end({ cost: [-1, 1], rows: [[1, 1]], rowLimits: [[1, INF]] })).toBe('unbounded');
    expect(end({ cost: [1], rows: [], rowLimits: [], limits: [[-INF, 3]] })).toBe('unbounded');
  });
});

describe('rows that bounds keep', () => {
  it('go, and their price is zero', () => {
    // a + b ≤ 100 with both at most 3 says nothing; −5 ≤ a − b ≤ 1 keeps its upper side only.
    const dense: DenseProgram = {
      cost: [-2, 1],
      rows: [
        [1, 1],
        [1, -1],
        [1, 2],
      ],
      rowLimits: [
        [-INF, 100],
        [-5, 1],
        [1, 20],
      ],
      limits: [
        [0, 3],
        [0, 3],
      ],
    };
    const { core, rowOf } = shortened(dense);
    expect([...rowOf]).toEqual([1, 2]);
    expect([core.rowLower[0], core.rowUpper[0], core.rowUpper[1]]).toEqual([-INF, 1, INF]);
    // a = 3, b = 2: −4. b costs 1 and lets a gain 2 up to its bound: price of the row −1, of a's bound −1.
    expectBack(dense, { x: [3, 2], y: [-1, 0] }, { x: [3, 2], y: [0, -1, 0], objective: -4 });
  });
});

describe('contradictions', () => {
  it('of an empty row', () => {
    expect(end({ cost: [1], rows: [[0]], rowLimits: [[1, INF]] })).toBe('infeasible');
  });

  it('of a row with one entry and a bound', () => {
    expect(end({ cost: [1], rows: [[2]], rowLimits: [[8, INF]], limits: [[0, 3]] })).toBe('infeasible');
  });

  it('that follow when columns are gone', () => {
    // a = 2 and b = 3 by rows of one entry, but a + b = 6.
    const rows = [
      [1, 0],
      [0, 1],
      [1, 1],
    ];
    const rowLimits: [number, number][] = [
      [2, 2],
      [3, 3],
      [6, 6],
    ];
    expect(end({ cost: [0, 0], rows, rowLimits })).toBe('infeasible');
  });
});

it('a cost that only rounding leaves is none', () => {
  // 0.02a − 0.1c = −0.0006, a at 400, c at −2000: along the row nothing is gained, so a stays at its end.
  const rows = [[0.019999999999999997, -0.09999999999999999]];
  const limits: [number, number][] = [
    [-INF, 0.02],
    [-INF, 0],
  ];
  const found = presolve(
    coreOf(denseProgram({ cost: [400, -2000], rows, rowLimits: [[-0.0006, -0.0006]], limits })),
  );
  expect(found).not.toBe('unbounded');
});

const highs = highsSolver({ clock: () => performance.now() / 1000 });

function programOf(whole: Program, { core, offset }: Presolved): Program {
  const names = { columnNames: null, rowNames: null, columnFamilies: [], rowFamilies: [] };
  return { ...whole, ...core, ...names, sense: 'min', offset };
}

it.each([
  ['of every shape', oddPrograms, 1e-7],
  ['with dependent rows', dependentPrograms, 1e-7],
  // The shorter program's own answer is only good to 1e-7 in its units; taken back it may miss ten times as much.
  ['in badly chosen units', badlyScaledPrograms, 1e-6],
])(
  'random programs %s: HiGHS’s answer of the shorter one, taken back, is optimal',
  async (_, dense, most) => {
    const seen = { shorter: 0, solved: 0, decided: 0, contradictions: 0 };
    await fc.assert(
      fc.asyncProperty(dense, async (given) => {
        const whole = denseProgram(given);
        const options = { solver: 'highs', tolerance: 1e-7, timeLimit: 30 } as const;
        const found = presolve(coreOf(whole));
        const truth = await highs(whole, options);
        if (truth.status === 'failed') return;
        if (typeof found === 'string') {
          seen.contradictions++;
          // Where nothing fits, an improvement without end says as little as the rest; so both names do.
          expect(found === 'infeasible' ? ['infeasible'] : ['unbounded', 'infeasible']).toContain(
            truth.status,
          );
          return;
        }
        if (found.core.columns < whole.columns || found.core.rows < whole.rows) seen.shorter++;
        const short = programOf(whole, found);
        const answer = await highs(short, options);
        if (answer.status === 'failed') return;
        expect(answer.status).toBe(truth.status);
        if (truth.status !== 'optimal') return;
        seen.solved++;
        if (short.columns === 0) seen.decided++;
        const { x, y } = found.restore(answer.x, answer.y);
        if (whole.sense === 'max') for (let row = 0; row < y.length; row++) y[row] *= -1;
        const clean = tidy(whole, x, y);
        expect(largestMiss(certify(whole, clean.x, clean.y))).toBeLessThanOrEqual(most);
      }),
      { numRuns: 250 },
    );
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(10);
  },
);
