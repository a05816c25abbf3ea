/**
 * Columns that do the same work are joined: on programs whose joined form, sizes and prices are known by hand, and on random
 * ones of wind parks, whose joined form HiGHS solves: taken apart again, its answer is optimal for the whole.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chances } from '../../../test/random-programs.ts';
import { type DenseProgram, denseProgram } from '../../program/dense-program.ts';
import { certify, largestMiss } from '../certificate.ts';
import { highsSolver } from '../highs.ts';
import { coreOf } from './core.ts';
import { type Pooled, pool } from './pool.ts';

const INF = Number.POSITIVE_INFINITY;
const MOST = (limit: number): [number, number] => [-INF, limit];
const LEAST = (limit: number): [number, number] => [limit, INF];

const joined = (dense: DenseProgram): Pooled | null => pool(coreOf(denseProgram(dense)));

/** Columns: output of two kinds of wind, their sizes. 10 MW are wanted; a megawatt of size lends 0.5 and 0.25 MW. */
const twoWinds: DenseProgram = {
  cost: [0, 0, 2, 3],
  rows: [
    [1, 0, -0.5, 0],
    [0, 1, 0, -0.25],
    [1, 1, 0, 0],
  ],
  rowLimits: [MOST(0), MOST(0), LEAST(10)],
  limits: [
    [0, INF],
    [0, INF],
    [0, 12],
    [0, INF],
  ],
};

describe('two kinds of wind at one place', () => {
  it('are one column under the sum of what their sizes lend', () => {
    const { core, columnOf, rowOf } = joined(twoWinds) as Pooled;
    expect([...columnOf]).toEqual([0, 2, 3]);
    expect([...rowOf]).toEqual([0, 2]);
    // By columns: joined output in its row and in the demand; each size in the joined row.
    expect([...core.starts]).toEqual([0, 2, 3, 4]);
    expect([...core.indices]).toEqual([0, 1, 0, 0]);
    expect([...core.values]).toEqual([1, 1, -0.5, -0.25]);
  });

  it('split again in proportion, at one price', () => {
    // 12 MW of the cheaper lend 6, so 16 MW of the other lend 4 at 3 / 0.25 = 12 a MW.
    const { restore } = joined(twoWinds) as Pooled;
    const { x, y } = restore(Float64Array.of(10, 12, 16), Float64Array.of(-12, 12));
    expect([...x]).toEqual([6, 4, 12, 16]);
    expect([...y]).toEqual([-12, -12, 12]);
    expect(largestMiss(certify(denseProgram(twoWinds), x, y))).toBeLessThan(1e-12);
  });

  it('of which the sizes stand are one column below one bound', () => {
    const fixed: DenseProgram = {
      cost: [1, 1, 5],
      rows: [[1, 1, 1]],
      rowLimits: [LEAST(9)],
      limits: [
        [0, 6],
        [0, 2],
        [0, INF],
      ],
    };
    const { core, restore } = joined(fixed) as Pooled;
    expect([...core.upper]).toEqual([8, INF]);
    const { x, y } = restore(Float64Array.of(8, 1), Float64Array.of(5));
    expect([...x]).toEqual([6, 2, 1]);
    expect(largestMiss(certify(denseProgram(fixed), x, y))).toBeLessThan(1e-12);
  });

  it('a bound and a size lend to one limit', () => {
    const mixed: DenseProgram = {
      ...twoWinds,
      rows: [[0, 1, 0, -0.25], ...twoWinds.rows.slice(2)],
      rowLimits: twoWinds.rowLimits.slice(1),
      limits: [[0, 6], ...(twoWinds.limits ?? []).slice(1)],
    };
    const { core, restore } = joined(mixed) as Pooled;
    expect(core.rowUpper[0]).toBe(6);
    expect([...restore(Float64Array.of(10, 0, 16), Float64Array.of(-12, 12)).x]).toEqual([6, 4, 0, 16]);
  });
});

describe('one that does twice the work at twice the cost', () => {
  const double: DenseProgram = {
    cost: [1, 2, 30],
    rows: [[1, 2, 1]],
    rowLimits: [LEAST(12)],
    limits: [
      [0, 4],
      [0, 3],
      [0, INF],
    ],
  };
  it('counts twice', () => {
    // 4 + 2 × 3 = 10 of the 12; the rest costs 30.
    const { core, restore } = joined(double) as Pooled;
    expect(core.upper[0]).toBe(10);
    const { x, y } = restore(Float64Array.of(10, 2), Float64Array.of(30));
    expect([...x]).toEqual([4, 3, 2]);
    expect(largestMiss(certify(denseProgram(double), x, y))).toBeLessThan(1e-12);
  });
});

describe('stays apart', () => {
  const without = (change: Partial<DenseProgram>): Pooled | null => joined({ ...twoWinds, ...change });
  it('what costs otherwise', () => {
    expect(without({ cost: [0, 1, 2, 3] })).toBeNull();
  });
  it('what does something else besides', () => {
    expect(without({ rows: [...twoWinds.rows.slice(0, 2), [1, 1.5, 0, 0]], cost: [1, 1, 2, 3] })).toBeNull();
  });
  it('what may have to run below nothing: its limit can be negative', () => {
    expect(
      without({
        limits: [
          [0, INF],
          [0, INF],
          [-1, 12],
          [0, INF],
        ],
      }),
    ).toBeNull();
  });
  it('what must run at least a little', () => {
    expect(
      without({
        limits: [
          [0, INF],
          [1, INF],
          [0, 12],
          [0, INF],
        ],
      }),
    ).toBeNull();
  });
});

const highs = highsSolver({ clock: () => performance.now() / 1000 });

/** Some hours of a park: kinds of wind with a size each, dear power besides, a demand; half the kinds do the same work. */
function windPark(seed: number): DenseProgram {
  const chance = chances(seed);
  const [hours, kinds] = [1 + Math.floor(4 * chance()), 2 + Math.floor(4 * chance())];
  const columns = hours * (kinds + 1) + kinds;
  const outputOf = (hour: number, kind: number): number => hour * (kinds + 1) + kind;
  const sizeOf = (kind: number): number => hours * (kinds + 1) + kind;
  const cost = new Array<number>(columns).fill(0);
  const rows: number[][] = [];
  const rowLimits: [number, number][] = [];
  const limits: [number, number][] = Array.from({ length: columns }, () => [0, INF]);
  const weights = Array.from({ length: kinds }, () => (chance() < 0.7 ? 1 : 2));
  const dear = Array.from({ length: kinds }, () => (chance() < 0.3 ? 1 : 0));
  const row = (limit: [number, number], entries: readonly (readonly [number, number])[]): void => {
    const line = new Array<number>(columns).fill(0);
    for (const [column, value] of entries) line[column] += value;
    rows.push(line);
    rowLimits.push(limit);
  };
  for (let kind = 0; kind < kinds; kind++) {
    cost[sizeOf(kind)] = 1 + 4 * chance();
    limits[sizeOf(kind)] = [0, chance() < 0.5 ? INF : 20 * chance()];
  }
  for (let hour = 0; hour < hours; hour++) {
    const supply: [number, number][] = [[outputOf(hour, kinds), 1]];
    cost[outputOf(hour, kinds)] = 40;
    for (let kind = 0; kind < kinds; kind++) {
      const output = outputOf(hour, kind);
      cost[output] = 0.3 * weights[kind] * (1 + dear[kind]);
      supply.push([output, weights[kind]]);
      const size = chance() < 0.8 ? sizeOf(kind) : sizeOf(0);
      if (chance() < 0.15) limits[output] = [0, 10 * chance()];
      else
        row(MOST(chance() < 0.8 ? 0 : 2 * chance()), [
          [output, 0.5 + chance()],
          [size, -chance()],
        ]);
    }
    row(LEAST(30 * chance()), supply);
  }
  return { cost, rows, rowLimits, limits };
}

it('random wind parks: HiGHS’s answer of the joined program, split again, is optimal', async () => {
  const seen = { joined: 0, shorter: 0 };
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const whole = denseProgram(windPark(seed));
      const found = pool(coreOf(whole));
      if (found === null) return;
      seen.joined++;
      seen.shorter += whole.columns - found.core.columns;
      const names = { columnNames: null, rowNames: null, columnFamilies: [], rowFamilies: [] };
      const options = { solver: 'highs', tolerance: 1e-9, timeLimit: 30 } as const;
      const answer = await highs({ ...whole, ...found.core, ...names }, options);
      const truth = await highs(whole, options);
      expect([truth.status, answer.status]).toEqual(['optimal', 'optimal']);
      expect(answer.objective).toBeCloseTo(truth.objective as number, 6);
      const { x, y } = found.restore(answer.x, answer.y);
      expect(largestMiss(certify(whole, x, y))).toBeLessThan(1e-7);
    }),
    { numRuns: 200 },
  );
  expect(seen.joined).toBeGreaterThan(50);
  expect(seen.shorter).toBeGreaterThan(200);
});
