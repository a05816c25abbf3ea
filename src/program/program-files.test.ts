/**
 * Written and read again, a program is the same; HiGHS reads what is written here and finds the same optimum.
 */
import fc from 'fast-check';
import highs from 'highs';
import { describe, expect, it } from 'vitest';
import { highsSolver } from '../solve/highs.ts';
import { type DenseProgram, denseProgram } from './dense-program.ts';
import { columnName, columnTitle, rowName } from './names.ts';
import type { Family, Program } from './program.ts';
import { readLp } from './read-lp.ts';
import { readMps, readMpsForm } from './read-mps.ts';
import { writeLp } from './write-lp.ts';
import { writeMps } from './write-mps.ts';

const loadHighs = highs as unknown as typeof highs.default;
const text = (pieces: Iterable<string>): string => [...pieces].join('');

/** All that a file can say of a program, as plain lists. */
function said(program: Program) {
  const { columns, rows, offset, sense, integer } = program;
  const list = (array: ArrayLike<number>) => Array.from(array, (value) => value + 0);
  return {
    size: [columns, rows],
    offset: offset + 0,
    sense,
    starts: list(program.starts),
    indices: list(program.indices),
    values: list(program.values),
    cost: list(program.cost),
    limits: [list(program.lower), list(program.upper)],
    rowLimits: [list(program.rowLower), list(program.rowUpper)],
    integer: integer?.includes(1) ? list(integer) : null,
  };
}

function read(result: ReturnType<typeof readMps>): Program {
  if (!result.ok) throw new Error(result.issues.map((issue) => `${issue.line}: ${issue.message}`).join('\n'));
  return result.value;
}

const figure = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  fc.double({ min: -1e-3, max: 1e-3, noNaN: true }),
);
const limit = (value: fc.Arbitrary<number>) =>
  fc.tuple(value, value, fc.integer({ min: 0, max: 5 })).map(([a, b, kind]): readonly [number, number] => {
    if (kind === 0) return [-Infinity, a];
    if (kind === 1) return [a, Infinity];
    if (kind === 2) return [a, a];
    if (kind === 3) return [-Infinity, Infinity];
    return kind === 4 ? [0, Infinity] : [Math.min(a, b), Math.max(a, b)];
  });

/** Programs of every shape: empty rows and columns, free rows, whole columns, constants. */
const programs = (value: fc.Arbitrary<number>) =>
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 6 }))
    .chain(([n, m]) =>
      fc.record({
        sense: fc.constantFrom('min' as const, 'max' as const),
        offset: value,
        cost: fc.array(value, { minLength: n, maxLength: n }),
        rows: fc.array(fc.array(fc.oneof(fc.constant(0), value), { minLength: n, maxLength: n }), {
          minLength: m,
          maxLength: m,
        }),
        rowLimits: fc.array(limit(value), { minLength: m, maxLength: m }),
        limits: fc.array(limit(value), { minLength: n, maxLength: n }),
        integer: fc.array(fc.boolean(), { minLength: n, maxLength: n }),
      }),
    )
    .map((dense): DenseProgram => dense);

describe('written and read again', () => {
  it('free MPS keeps a program to the last digit, the second limit of a range to its last but one', () => {
    fc.assert(
      fc.property(programs(figure), (dense) => {
        const program = denseProgram(dense);
        const { rowLimits: limits, ...rest } = said(program);
        const { rowLimits: limitsAgain, ...restAgain } = said(read(readMps(text(writeMps(program)))));
        expect(restAgain).toEqual(rest);
        limits[0].forEach((lower, i) => {
          const upper = limits[1][i];
          if (lower === upper || !Number.isFinite(upper - lower)) {
            expect([limitsAgain[0][i], limitsAgain[1][i]]).toEqual([lower, upper]);
            return;
          }
          // One limit is exact; the other comes from a rounded difference and a rounded sum.
          const off = [Math.abs(limitsAgain[0][i] - lower), Math.abs(limitsAgain[1][i] - upper)];
          expect(Math.min(...off)).toBe(0);
          expect(Math.max(...off)).toBeLessThanOrEqual(2 ** -51 * Math.max(Math.abs(lower), Math.abs(upper)));
        });
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it('LP keeps a program to the last digit', () => {
    fc.assert(
      fc.property(programs(figure), (dense) => {
        const program = denseProgram(dense);
        expect(said(read(readLp(text(writeLp(program)))))).toEqual(said(program));
      }),
      { numRuns: 400, seed: 2 },
    );
  });

  it('fixed MPS keeps a program whose figures fit twelve places', () => {
    fc.assert(
      fc.property(programs(fc.integer({ min: -99_999, max: 99_999 }).map((n) => n / 8)), (dense) => {
        const program = denseProgram(dense);
        const file = text(writeMps(program, 'fixed'));
        expect(said(read(readMpsForm(file, null, 'fixed')))).toEqual(said(program));
        // No name here holds a space, so the free reader must see the same.
        expect(said(read(readMpsForm(file, null, 'free')))).toEqual(said(program));
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it('fixed MPS rounds a longer figure to its twelve places', () => {
    const program = denseProgram({ cost: [Math.PI * 1e-9], rows: [[-1 / 3]], rowLimits: [[1, Infinity]] });
    const again = read(readMps(text(writeMps(program, 'fixed'))));
    expect(Math.abs(again.cost[0] / program.cost[0] - 1)).toBeLessThan(1e-5);
    expect(Math.abs(again.values[0] / program.values[0] - 1)).toBeLessThan(1e-8);
  });

  it('names with spaces survive fixed MPS and are replaced, still unique, in free MPS and LP', () => {
    const columnNames = ['MY COL', 'MY_COL', 'free'];
    const rowNames = ['ROW ONE'];
    const program = denseProgram({
      cost: [1, 2, 3],
      rows: [[4, 5, 6]],
      rowLimits: [[1, 2]],
      columnNames,
      rowNames,
    });
    const fixed = read(readMps(text(writeMps(program, 'fixed'))));
    expect(fixed.columnNames).toEqual(columnNames);
    expect(fixed.rowNames).toEqual(rowNames);
    const free = read(readMps(text(writeMps(program))));
    expect(free.columnNames).toEqual(['MY_COL', 'MY_COL~2', 'free']);
    const lp = read(readLp(text(writeLp(program))));
    expect(lp.columnNames).toEqual(['MY_COL', 'MY_COL~2', '_free']);
  });

  it('a row whose limits cross stays impossible: two rows in MPS', () => {
    const program = denseProgram({ cost: [1], rows: [[2]], rowLimits: [[5, 3]] });
    for (const form of ['free', 'fixed'] as const) {
      const again = read(readMps(text(writeMps(program, form))));
      expect(said(again).rowLimits).toEqual([
        [-Infinity, 5],
        [3, Infinity],
      ]);
    }
    expect(said(read(readLp(text(writeLp(program)))))).toEqual(said(program));
  });

  it('a program without columns is written and read', () => {
    const program = denseProgram({
      cost: [],
      rows: [[], [], []],
      rowLimits: [
        [-1, 2],
        [0, 0],
        [-Infinity, Infinity],
      ],
    });
    expect(said(read(readMps(text(writeMps(program)))))).toEqual(said(program));
    expect(said(read(readLp(text(writeLp(program)))))).toEqual(said(program));
  });
});

describe('HiGHS reads what is written', () => {
  const small = fc.integer({ min: -9, max: 9 });

  it('and finds the same optimum: MPS, all kinds of rows and limits', async () => {
    const runtime = await loadHighs();
    const solver = highsSolver({ clock: () => performance.now() / 1000 });
    let optimal = 0;
    await fc.assert(
      fc.asyncProperty(
        programs(small),
        fc.constantFrom('free' as const, 'fixed' as const),
        async (dense, form) => {
          const program = denseProgram({ ...dense, integer: [] });
          const ours = await solver(program, { solver: 'auto', tolerance: 1e-7, timeLimit: 20 });
          if (ours.status !== 'optimal') return;
          optimal++;
          const data = new TextEncoder().encode(text(writeMps(program, form)));
          const theirs = runtime.withModel({ format: 'mps', data }, (model) => {
            model.options.set('output_flag', false);
            model.run();
            return model.getObjectiveValue();
          });
          expect(theirs).toBeCloseTo(ours.objective, 6);
        },
      ),
      { numRuns: 40, seed: 4 },
    );
    expect(optimal).toBeGreaterThan(5);
  });

  it('and finds the same optimum: LP, without ranges, which its reader does not know', async () => {
    const runtime = await loadHighs();
    const solver = highsSolver({ clock: () => performance.now() / 1000 });
    let optimal = 0;
    await fc.assert(
      fc.asyncProperty(programs(small), async (dense) => {
        const rowLimits = dense.rowLimits.map(([low, high]) =>
          Number.isFinite(low) && low < high ? ([low, Infinity] as const) : ([low, high] as const),
        );
        const program = denseProgram({ ...dense, rowLimits, integer: [] });
        const ours = await solver(program, { solver: 'auto', tolerance: 1e-7, timeLimit: 20 });
        if (ours.status !== 'optimal') return;
        optimal++;
        const data = text(writeLp(program));
        const theirs = runtime.withModel({ format: 'lp', data }, (model) => {
          model.options.set('output_flag', false);
          model.run();
          return model.getObjectiveValue();
        });
        expect(theirs).toBeCloseTo(ours.objective, 6);
      }),
      { numRuns: 40, seed: 5 },
    );
    expect(optimal).toBeGreaterThan(5);
  });
});

describe('whatever the text, the readers give a program or faults and never throw', () => {
  const whole = denseProgram({
    cost: [1, 2, 0],
    rows: [
      [1, 0, 3],
      [0, -1, 4],
    ],
    rowLimits: [
      [1, 5],
      [-Infinity, 2],
    ],
    limits: [
      [0, 1],
      [-Infinity, Infinity],
      [2, 9],
    ],
    integer: [true, false, false],
  });
  const files = [text(writeMps(whole)), text(writeMps(whole, 'fixed')), text(writeLp(whole))];
  /** A file with a stretch replaced by something else. */
  const damaged = fc
    .tuple(fc.constantFrom(...files), fc.nat(), fc.nat({ max: 20 }), fc.string({ maxLength: 12 }))
    .map(([file, at, length, put]) => {
      const from = at % file.length;
      return file.slice(0, from) + put + file.slice(from + length);
    });

  it('damaged files and noise', () => {
    let refused = 0;
    fc.assert(
      fc.property(fc.oneof(damaged, damaged, fc.string({ maxLength: 200 })), (file) => {
        for (const result of [readMps(file), readLp(file)]) {
          if (result.ok) expect(result.value.starts.length).toBe(result.value.columns + 1);
          else {
            refused++;
            expect(result.issues.some((issue) => issue.severity === 'error')).toBe(true);
          }
        }
      }),
      { numRuns: 1500, seed: 6 },
    );
    expect(refused).toBeGreaterThan(500);
  });
});

describe('names of own programs', () => {
  const family = (more: Partial<Family>): Family => ({
    first: 0,
    count: 1,
    kind: 'build',
    of: 'smelter',
    index: 0,
    part: 0,
    phase: 0,
    lifetime: 'horizon',
    ...more,
  });
  const own: Program = {
    ...denseProgram({ cost: new Array(12).fill(1), rows: [], rowLimits: [] }),
    columnFamilies: [
      family({}),
      family({ first: 1, count: 3, kind: 'activity', of: 'wind at north-1', lifetime: 'hour' }),
      family({ first: 4, count: 3, kind: 'activity', of: 'wind at north_1', lifetime: 'hour' }),
      family({ first: 7, count: 5, kind: 'activity', part: 1, phase: 1, lifetime: 'month' }),
    ],
  };

  it('are legal in files, unique, and told by family and period', () => {
    const names = Array.from({ length: 12 }, (_, j) => columnName(own, j));
    expect(names[0]).toBe('build.smelter.p1');
    expect(names[2]).toBe('activity.wind_at_north_1.p1.h1');
    expect(names[11]).toBe('activity.smelter.s2.p2.m4');
    expect(new Set(names).size).toBe(12);
    for (const name of names) expect(name).toMatch(/^[A-Za-z_][A-Za-z0-9_.~]*$/);
    expect(rowName(own, 3)).toBe('r3');
  });

  it('and for people', () => {
    expect(columnTitle(own, 8)).toBe('activity of smelter, segment 2, phase 2, month 1');
    expect(columnTitle(own, 0)).toBe('build of smelter, phase 1');
  });

  it('come back from a file as they were', () => {
    const again = read(readLp(text(writeLp(own))));
    expect(again.columnNames).toEqual(Array.from({ length: 12 }, (_, j) => columnName(own, j)));
  });
});

it('a program of a year of hours is written in pieces, not in one string', () => {
  const columns = 50_000;
  const program: Program = {
    ...denseProgram({ cost: [], rows: [[]], rowLimits: [[0, 1]] }),
    columns,
    starts: Int32Array.from({ length: columns + 1 }, (_, j) => j),
    indices: new Int32Array(columns),
    values: new Float64Array(columns).fill(1.5),
    cost: new Float64Array(columns).fill(2),
    lower: new Float64Array(columns),
    upper: new Float64Array(columns).fill(Infinity),
  };
  for (const pieces of [writeMps(program), writeLp(program)]) {
    let count = 0;
    for (const piece of pieces) {
      count++;
      expect(piece.length).toBeLessThan(80_000);
    }
    expect(count).toBeGreaterThan(5);
  }
});
