/**
 * Random linear programs for tests of solvers, small enough for thousands and odd enough to hurt: free, fixed and boxed
 * columns, equalities and ranges, many zero right sides, rows that repeat or contradict others, empty rows and columns,
 * rows and columns in units that differ by up to 10⁸ each.
 * In: what is wanted. Out: arbitraries of fast-check.
 */
import fc from 'fast-check';
import type { DenseProgram } from '../src/program/dense-program.ts';

const INF = Number.POSITIVE_INFINITY;
type Limits = readonly [number, number];

const entry = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: -4, max: 4 }) },
);
const columnLimits: fc.Arbitrary<Limits> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Limits>([0, INF]) },
  { weight: 1, arbitrary: fc.constant<Limits>([-INF, INF]) },
  { weight: 1, arbitrary: fc.integer({ min: -3, max: 3 }).map((at): Limits => [-INF, at]) },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.integer({ min: -3, max: 1 }),
      fc.integer({ min: 1, max: 5 }),
    ) as fc.Arbitrary<Limits>,
  },
  { weight: 1, arbitrary: fc.integer({ min: -2, max: 2 }).map((at): Limits => [at, at]) },
);
/** Zero more often than not: degenerate corners. */
const side = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: -6, max: 6 }) },
);
const rowLimits: fc.Arbitrary<Limits> = fc.oneof(
  { weight: 3, arbitrary: side.map((at): Limits => [at, at]) },
  { weight: 3, arbitrary: side.map((at): Limits => [-INF, at]) },
  { weight: 3, arbitrary: side.map((at): Limits => [at, INF]) },
  {
    weight: 2,
    arbitrary: fc.tuple(side, fc.integer({ min: 1, max: 4 })).map(([at, wide]): Limits => [at, at + wide]),
  },
  { weight: 1, arbitrary: fc.constant<Limits>([-INF, INF]) },
);

/** Of every shape, in units of one. */
export const oddPrograms: fc.Arbitrary<DenseProgram> = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 8 }))
  .chain(([n, m]) =>
    fc.record({
      sense: fc.constantFrom<('min' | 'max')[]>('min', 'min', 'max'),
      offset: fc.constantFrom(0, 0, 7),
      cost: fc.array(entry, { minLength: n, maxLength: n }),
      limits: fc.array(columnLimits, { minLength: n, maxLength: n }),
      rows: fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }),
      rowLimits: fc.array(rowLimits, { minLength: m, maxLength: m }),
    }),
  );

/** With rows that are sums of others: their limits follow from those (nothing new) or are of their own. */
export const dependentPrograms: fc.Arbitrary<DenseProgram> = fc
  .tuple(
    oddPrograms,
    fc.array(
      fc.record({
        one: fc.nat(7),
        other: fc.nat(7),
        times: fc.constantFrom(1, 2, -1, -3),
        own: fc.option(rowLimits, { freq: 3 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([program, more]) => {
    const [rows, limits] = [[...program.rows], [...program.rowLimits]];
    const m = rows.length;
    if (m === 0) return program;
    for (const { one, other, times, own } of more) {
      const [i, k] = [one % m, other % m];
      rows.push(rows[i].map((value, j) => times * (value + rows[k][j])));
      const ends = [times * (limits[i][0] + limits[k][0]), times * (limits[i][1] + limits[k][1])];
      limits.push(own ?? [Math.min(...ends), Math.max(...ends)]);
    }
    return { ...program, rows, rowLimits: limits };
  });

/** The same in units of rows and columns from 10⁻⁴ to 10⁴: the optimum's value does not change. */
export const badlyScaledPrograms: fc.Arbitrary<DenseProgram> = oddPrograms.chain((program) => {
  const powers = (count: number) =>
    fc.array(
      fc.integer({ min: -4, max: 4 }).map((power) => 10 ** power),
      { minLength: count, maxLength: count },
    );
  return fc.tuple(powers(program.rows.length), powers(program.cost.length)).map(([rowUnit, columnUnit]) => ({
    ...program,
    cost: program.cost.map((value, j) => value * columnUnit[j]),
    limits: program.limits?.map(([low, high], j): Limits => [low / columnUnit[j], high / columnUnit[j]]),
    rows: program.rows.map((row, i) => row.map((value, j) => value * rowUnit[i] * columnUnit[j])),
    rowLimits: program.rowLimits.map(([low, high], i): Limits => [low * rowUnit[i], high * rowUnit[i]]),
  }));
});

/**
 * Of tens of rows and columns, thin, with a point within every row and bound by construction and costs that rise in most
 * columns: nearly all have an optimum.
 */
export const largerPrograms: fc.Arbitrary<DenseProgram> = fc
  .record({ n: fc.integer({ min: 10, max: 50 }), m: fc.integer({ min: 5, max: 40 }), seed: fc.integer() })
  .map(({ n, m, seed }) => {
    const next = chances(seed);
    const whole = (most: number): number => Math.floor(next() * (most + 1));
    const point = Array.from({ length: n }, () => (next() < 0.5 ? 0 : whole(6)));
    const rows = Array.from({ length: m }, () => point.map(() => (next() < 4 / n ? whole(8) - 4 : 0)));
    const rowLimits = rows.map((row): Limits => {
      const at = row.reduce((sum, value, j) => sum + value * point[j], 0);
      const kind = next();
      if (kind < 0.4) return [at, at];
      if (kind < 0.6) return [-INF, at + (next() < 0.5 ? 0 : whole(5))];
      if (kind < 0.8) return [at - (next() < 0.5 ? 0 : whole(5)), INF];
      return [at - whole(3), at + whole(3)];
    });
    const limits = point.map((at): Limits => {
      const kind = next();
      if (kind < 0.6) return [0, INF];
      if (kind < 0.8) return [0, at + whole(4)];
      if (kind < 0.9) return [at, at];
      return [-20, 20];
    });
    return { cost: point.map(() => whole(10) - 1), rows, rowLimits, limits };
  });

/** Numbers from 0 to 1, the same for the same seed (splitmix32). */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;
  };
}
