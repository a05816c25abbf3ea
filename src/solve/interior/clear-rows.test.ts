/**
 * Long rows are cleared of what they repeat: on a day of a plant whose cleared form is known by hand, and on random plants, whose
 * cleared form HiGHS solves: its sizes and the prices brought back are optimal for the given one.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chances } from '../../../test/random-programs.ts';
import { type DenseProgram, denseProgram } from '../../program/dense-program.ts';
import { certify, largestMiss } from '../certificate.ts';
import { highsSolver } from '../highs.ts';
import { type ClearedRows, clearRows } from './clear-rows.ts';
import { coreOf } from './core.ts';

const INF = Number.POSITIVE_INFINITY;
const HOURS = 24;
const hours = (value: number): number[] => new Array<number>(HOURS).fill(value);

/**
 * Columns: metal of 24 hours (dear by night), its casting in a day, alumina bought. Metal is cast, a tonne takes 2 t of alumina; of
 * metal 48 t are wanted at least, and none in an hour above 3 t.
 */
const day: DenseProgram = {
  cost: [...Array.from({ length: HOURS }, (_, hour) => (hour < 12 ? 5 : 1)), 0, 10],
  rows: [
    [...hours(1), -1, 0],
    [...hours(-2), 0, 1],
    [...hours(1), 0, 0],
  ],
  rowLimits: [
    [0, 0],
    [0, 0],
    [48, INF],
  ],
  limits: [...hours(3).map((most): [number, number] => [0, most]), [0, INF], [0, INF]],
};

const cleared = (dense: DenseProgram): ClearedRows | null => clearRows(coreOf(denseProgram(dense)));

describe('a day of metal, its alumina and what is wanted of it', () => {
  it('keeps the hours in one balance; the others speak of the day', () => {
    const { core } = cleared(day) as ClearedRows;
    // Alumina + 2 × metal: bought − 2 × cast = 0. Wanted − metal: cast ≥ 48.
    expect([...core.starts]).toEqual([...Array.from({ length: HOURS + 1 }, (_, hour) => hour), 27, 28]);
    expect([...core.indices].slice(HOURS)).toEqual([0, 1, 2, 1]);
    expect([...core.values].slice(HOURS)).toEqual([-1, -2, 1, 1]);
    expect([core.rowLower[2], core.rowUpper[2]]).toEqual([48, INF]);
  });

  it('has the prices of the given rows', () => {
    // 12 hours × 3 t at 1, then 12 t at 5, with 20 for the alumina of a tonne: the last tonne costs 25.
    const { restore } = cleared(day) as ClearedRows;
    const x = Float64Array.from([...Array.from({ length: HOURS }, (_, hour) => (hour < 12 ? 1 : 3)), 48, 96]);
    // Of the cleared rows: the hours' balance 5 (a tonne of metal as such), alumina 10, metal wanted 25.
    const y = restore(Float64Array.of(5, 10, 25));
    expect([...y]).toEqual([0, 10, 25]);
    expect(largestMiss(certify(denseProgram(day), x, y))).toBeLessThan(1e-12);
  });

  it('limits of a row lose what the equality fixes', () => {
    const { core } = cleared({
      ...day,
      rowLimits: [[6, 6], ...(day.rowLimits ?? []).slice(1)],
    }) as ClearedRows;
    // Metal − cast = 6, so alumina − 2 × cast = 12 and cast ≥ 42.
    expect([core.rowLower[1], core.rowUpper[1], core.rowLower[2]]).toEqual([12, 12, 42]);
  });

  it('clears nothing by an inequality, by a short row, or where proportions differ', () => {
    const limits = day.rowLimits as [number, number][];
    expect(cleared({ ...day, rowLimits: [[0, INF], [0, INF], limits[2]] })).toBeNull();
    const few = (row: readonly number[]): number[] =>
      row.map((value, at) => (at >= 8 && at < HOURS ? 0 : value));
    expect(cleared({ ...day, rows: (day.rows as number[][]).map(few) })).toBeNull();
    const varied = (day.rows as number[][]).map((row, number) =>
      row.map((value, at) => (at < HOURS ? value * (1 + number * at) : value)),
    );
    expect(cleared({ ...day, rows: varied })).toBeNull();
  });
});

/** Days of a plant with two ways of working an hour, goods by the day, sums of all days; some goods differ between the ways. */
function plant(seed: number): DenseProgram {
  const chance = chances(seed);
  const days = 1 + Math.floor(3 * chance());
  const goods = 1 + Math.floor(4 * chance());
  const perDay = 2 * HOURS + goods + 1;
  const columns = days * perDay;
  const rows: number[][] = [];
  const rowLimits: [number, number][] = [];
  const cost: number[] = [];
  const limits: [number, number][] = [];
  const rates = Array.from({ length: goods }, () => [0.2 + chance(), chance() < 0.3 ? 0.5 + chance() : 0]);
  const line = (limit: [number, number]): number[] => {
    const row = new Array<number>(columns).fill(0);
    rows.push(row);
    rowLimits.push(limit);
    return row;
  };
  const total = line([days * HOURS * (0.4 + 0.5 * chance()), INF]);
  const emitted = line([-INF, days * HOURS * (2 + chance())]);
  for (let day = 0; day < days; day++) {
    const first = day * perDay;
    const made = line([0, 0]);
    for (let hour = 0; hour < HOURS; hour++) {
      for (const way of [0, 1]) {
        const column = first + 2 * hour + way;
        cost[column] = 1 + 9 * chance();
        limits[column] = [0, 1];
        made[column] = total[column] = 1;
        emitted[column] = 1.5;
      }
    }
    const sold = first + 2 * HOURS;
    cost[sold] = -2 * chance();
    limits[sold] = [0, INF];
    made[sold] = -1;
    for (const [good, [rate, more]] of rates.entries()) {
      const needed = line([0, 0]);
      for (let at = 0; at < 2 * HOURS; at++) needed[first + at] = -rate - (at % 2) * more;
      needed[sold + 1 + good] = 1;
      cost[sold + 1 + good] = chance();
      limits[sold + 1 + good] = [0, INF];
      emitted[sold + 1 + good] = 0.3;
    }
  }
  return { cost, rows, rowLimits, limits };
}

it('random plants: HiGHS’s sizes of the cleared program, with prices brought back, are optimal for the given one', async () => {
  const highs = highsSolver({ clock: () => performance.now() / 1000 });
  const seen = { cleared: 0, optimal: 0 };
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const whole = denseProgram(plant(seed));
      const found = clearRows(coreOf(whole));
      if (found === null) return;
      seen.cleared++;
      expect(found.core.values.length).toBeLessThan(whole.values.length);
      const names = { columnNames: null, rowNames: null, columnFamilies: [], rowFamilies: [] };
      const options = { solver: 'highs', tolerance: 1e-9, timeLimit: 30 } as const;
      const answer = await highs({ ...whole, ...found.core, ...names }, options);
      const truth = await highs(whole, options);
      expect(answer.status).toBe(truth.status);
      if (truth.status !== 'optimal') return;
      seen.optimal++;
      expect(answer.objective).toBeCloseTo(truth.objective as number, 6);
      expect(largestMiss(certify(whole, answer.x, found.restore(answer.y)))).toBeLessThan(1e-7);
    }),
    { numRuns: 100 },
  );
  expect(seen.cleared).toBeGreaterThan(80);
  expect(seen.optimal).toBeGreaterThan(30);
}, 60_000);
