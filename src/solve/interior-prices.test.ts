/**
 * What the interior point method's row prices say: rents of capacities known by hand, and on a small park what another unit
 * of a row's limit really costs, as HiGHS finds by solving again.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parkProgram } from '../../bench/park-program.ts';
import { ROOT } from '../../test/golden.ts';
import { denseProgram } from '../program/dense-program.ts';
import type { Program } from '../program/program.ts';
import { highsSolver } from './highs.ts';
import { interiorSolver } from './interior-solver.ts';

const clock = (): number => performance.now() / 1000;
const interior = interiorSolver({ clock });
const highs = highsSolver({ clock });
const INF = Number.POSITIVE_INFINITY;

/**
 * Screening curves (two plants, four hours, demands 100, 80, 60, 40 MWh). Base: 30 USD a MW and 10 a MWh; peak: 10 and 18.
 * A MW that runs h hours costs 30 + 10 h or 10 + 18 h: even at 2.5 h. So the slices that run 4 and 3 hours (60 MW) are base,
 * those of 2 and 1 (40 MW) peak: 30·60 + 10·40 + 10·(60·3 + 40) + 18·(40 + 20) = 5480.
 *
 *   hour      runs last          price                 rent of base   of peak
 *   100       peak, all of it    18 + its rent = 28    18             10 (all of its 10)
 *   80        peak, half of it   18                    8              0
 *   60        base, all of it    10 + its rent = 14    4 (30 in all)  0
 *   40        base, part         10                    0              0
 *
 * Columns: base, peak, then base and peak of each hour. Rows: demand of each hour, then base and peak ≤ capacity of each.
 */
const DEMANDS = [100, 80, 60, 40];
function screening(demands: readonly number[]) {
  const rows: number[][] = [];
  const rowLimits: [number, number][] = [];
  const blank = (): number[] => new Array<number>(10).fill(0);
  demands.forEach((demand, hour) => {
    const row = blank();
    row[2 + 2 * hour] = row[3 + 2 * hour] = 1;
    rows.push(row);
    rowLimits.push([demand, demand]);
  });
  for (const plant of [0, 1]) {
    for (let hour = 0; hour < 4; hour++) {
      const row = blank();
      row[plant] = 1;
      row[2 + 2 * hour + plant] = -1;
      rows.push(row);
      rowLimits.push([0, INF]);
    }
  }
  return denseProgram({ cost: [30, 10, 10, 18, 10, 18, 10, 18, 10, 18], rows, rowLimits });
}

const options = { solver: 'interior', tolerance: 1e-8, timeLimit: 30 } as const;

describe('screening curves', () => {
  it('sizes, hour prices and capacity rents are those of the drawing', async () => {
    const { status, objective, x, y, z } = await interior(screening(DEMANDS), options);
    expect(status).toBe('optimal');
    expect(objective).toBeCloseTo(5480, 3);
    expect(x[0]).toBeCloseTo(60, 4);
    expect(x[1]).toBeCloseTo(40, 4);
    const prices = [28, 18, 14, 10, 18, 8, 4, 0, 10, 0, 0, 0];
    for (const [row, price] of prices.entries()) expect(y[row]).toBeCloseTo(price, 3);
    // Rents recover capital: 18 + 8 + 4 = 30 and 10 = 10, so the capacities' own reduced costs are nothing.
    expect(z[0]).toBeCloseTo(0, 3);
    expect(z[1]).toBeCloseTo(0, 3);
  });

  it('half a MWh more in an hour costs half of its price', async () => {
    for (const [hour, price] of [28, 18, 14, 10].entries()) {
      const more = DEMANDS.map((demand, at) => demand + (at === hour ? 0.5 : 0));
      const { objective } = await interior(screening(more), options);
      expect(objective).toBeCloseTo(5480 + price / 2, 3);
    }
  });
});

/** The program with one side of one row moved. */
function moved(program: Program, row: number, side: 'rowLower' | 'rowUpper', by: number): Program {
  const other = program[side].slice();
  other[row] += by;
  const both = program.rowLower[row] === program.rowUpper[row];
  return both ? { ...program, rowLower: other, rowUpper: other } : { ...program, [side]: other };
}

/** Rows whose price is not nothing, evenly chosen. */
function pricedRows({ rows, rowLower, rowUpper }: Program, y: Float64Array, count: number): number[] {
  const all = Array.from({ length: rows }, (_, row) => row).filter(
    (row) => Math.abs(y[row]) > 1e-6 && Math.max(Math.abs(rowLower[row]), rowUpper[row]) >= 0,
  );
  return all.filter((_, at) => at % Math.ceil(all.length / count) === 0);
}

it('on a park of two days each price lies between what a unit less saves and a unit more costs', async () => {
  const file = join(ROOT, 'parks', 'first-metal.park.yaml');
  const { program } = (await parkProgram(file, { hours: 48, cut: 'run' })).built;
  const { status, y, objective } = await interior(program, options);
  expect(status).toBe('optimal');
  const best = async (other: Program): Promise<number> => {
    const found = await highs(other, { ...options, solver: 'highs' });
    // A limit that cannot be kept costs without end.
    return found.status === 'optimal' ? found.objective : INF;
  };
  const base = await best(program);
  expect(Math.abs(objective - base)).toBeLessThan(1e-6 * Math.abs(base));
  let sharp = 0;
  const rows = pricedRows(program, y, 60);
  expect(rows.length).toBeGreaterThan(30);
  for (const row of rows) {
    const side = y[row] > 0 && program.rowLower[row] > -INF ? 'rowLower' : 'rowUpper';
    const step = 0.01 * Math.max(1, Math.abs(program[side][row]));
    const more = ((await best(moved(program, row, side, step))) - base) / step;
    const less = (base - (await best(moved(program, row, side, -step)))) / step;
    // The least cost is convex in the limit: slopes grow from left to right, and the price is a slope between them.
    const slack = 1e-4 * Math.abs(y[row]) + (1e-9 * Math.abs(base)) / step;
    expect(y[row], `row ${row}`).toBeGreaterThanOrEqual(less - slack);
    expect(y[row], `row ${row}`).toBeLessThanOrEqual(more + slack);
    if (more - less < 0.01 * Math.abs(y[row])) sharp++;
  }
  // Many prices are known to a hundredth.
  expect(sharp).toBeGreaterThan(rows.length / 4);
});
