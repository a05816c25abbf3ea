/**
 * Parks in whole units that can be worked out on paper; and random ones, whose best choice is found by trying them all.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measure, Network } from '../../src/network/network.ts';
import { roundingOf } from '../../src/plan/extract.ts';
import { buildProgram } from '../../src/program/build-program.ts';
import { standingAt, unitPlaces } from '../../src/program/unit-choice.ts';
import { withoutPoint } from '../../src/solve/solution.ts';
import type { Solver } from '../../src/solve/solver.ts';
import { SEARCH, solvePark } from '../../src/solve/whole-units.ts';
import { type HandProcess, type HandSize, type HandStore, handGrid, handNetwork } from '../hand-network.ts';
import { answerOf, NEVER, type Solved, solveNetwork, solver } from '../solve-network.ts';

const POWER = { electricity: { unit: 'MWh', kind: 'energy' } } as const;
const HOURS = 4;

/** Power that must be had in each of the four hours: MW, or a list of them. */
function load(demand: number | readonly number[], id = 'load', of = 'electricity'): HandProcess {
  const shape = typeof demand === 'number' ? Array.from({ length: HOURS }, () => demand) : demand;
  const highest = Math.max(...shape);
  const yearly = (shape.reduce((sum, value) => sum + value, 0) * 8760) / HOURS;
  return {
    id,
    flows: { [of]: -1 },
    size: { min: highest, max: highest, fixed: true },
    weather: 'shape',
    output: yearly,
  };
}

interface Small {
  readonly demand: number | readonly number[];
  readonly plants: readonly HandSize[];
  /** Cost of a MWh from the grid, and how much it gives; left out: no grid. */
  readonly grid?: { readonly cost: number; readonly max?: number };
}

/** A load, plants in units, a grid or none. */
function small({ demand, plants, grid }: Small): Network {
  const shape = typeof demand === 'number' ? [1, 1, 1, 1] : demand.map((one) => one / Math.max(...demand));
  return handNetwork({
    commodities: POWER,
    series: { shape: [shape] },
    processes: [
      ...plants.map((size, at): HandProcess => ({ id: `plant ${at + 1}`, flows: { electricity: 1 }, size })),
      ...(grid === undefined
        ? []
        : [
            {
              id: 'grid',
              kind: 'buy' as const,
              flows: { electricity: 1 },
              variableCost: grid.cost,
              maxRate: grid.max ?? Number.POSITIVE_INFINITY,
            },
          ]),
      load(demand),
    ],
  });
}

const sizes = ({ plan }: Solved): number[] => Array.from(plan.phases[0].capacities);
function expectWhole({ plan, verification }: Solved): void {
  expect(verification.gaps.filter((gap) => gap.relative > 1e-6)).toEqual([]);
  for (const [number, { wholeUnit, existing }] of plan.network.capacities.entries()) {
    if (wholeUnit === null) continue;
    for (const phase of plan.phases) {
      const count = (phase.capacities[number] - existing) / wholeUnit;
      expect(Math.abs(count - Math.round(count))).toBeLessThan(1e-6);
    }
  }
}

describe('a load of 300 MW and units of 250 MW at 100 a year and MW', () => {
  const spec: Small = { demand: 300, plants: [{ annuity: 100, wholeUnit: 250 }] };

  it('takes two units: 50 000 instead of 30 000 with any size; no choice is below 50 000', async () => {
    const solved = await solveNetwork(small(spec));
    expect(sizes(solved)[0]).toBeCloseTo(500, 9);
    expect(solved.plan.netPresentCost).toBeCloseTo(50_000, 4);
    const { rounding } = solved.plan;
    expect(rounding?.method).toBe('exact');
    expect(rounding?.continuous).toBeCloseTo(30_000, 4);
    expect(rounding?.whole).toBeCloseTo(50_000, 4);
    expect(rounding?.bound).toBeCloseTo(50_000, 2);
    expect(rounding?.sizes[0][0]).toBeCloseTo(300, 6);
    expectWhole(solved);
  });

  it('rounded: the nearest, one unit, cannot hold; mended to two', async () => {
    const solved = await solveNetwork(small(spec), [], NEVER);
    expect(sizes(solved)[0]).toBeCloseTo(500, 9);
    expect(solved.plan.rounding).toMatchObject({ method: 'rounded', choices: 2 });
    expect(solved.plan.rounding?.bound).toBeCloseTo(30_000, 4);
    expectWhole(solved);
  });

  it('with 200 MW standing: one unit beside them', async () => {
    const solved = await solveNetwork(
      small({ ...spec, plants: [{ ...spec.plants[0], existing: 200, min: 200 }] }),
    );
    expect(sizes(solved)[0]).toBeCloseTo(450, 9);
    expect(solved.plan.netPresentCost).toBeCloseTo(25_000, 4);
    expectWhole(solved);
  });

  it('a size of any kind beside it takes the rest: 250 × 100 + 50 × 110 = 30 500', async () => {
    const solved = await solveNetwork(small({ ...spec, plants: [...spec.plants, { annuity: 110 }] }));
    expect(sizes(solved).slice(0, 2).map(Math.round)).toEqual([250, 50]);
    expect(solved.plan.netPresentCost).toBeCloseTo(30_500, 4);
    // One more unit of a whole size has no price; the other is free to choose.
    expect(solved.plan.phases[0].capacityPrice[0]).toBe(0);
  });

  it('sizes that come out whole are the answer at once: 500 MW are two units, nothing is held or searched', async () => {
    const solved = await solveNetwork(small({ ...spec, demand: 500 }), [], NEVER);
    expect(solved.plan.rounding).toMatchObject({ method: 'exact', choices: 0 });
    expect(solved.plan.netPresentCost).toBeCloseTo(50_000, 4);
    expectWhole(solved);
  });
});

describe('a load of 400 MW, units of 250 MW at 100 a year and MW, a grid at 30 a MWh (120 a year and MW)', () => {
  // 0 units: 400 × 120 = 48 000. 1: 25 000 + 150 × 120 = 43 000. 2: 50 000. With any size 400 × 100 = 40 000.
  const network = small({ demand: 400, plants: [{ annuity: 100, wholeUnit: 250 }], grid: { cost: 30 } });

  it('one unit is best, though 1.6 are nearer to two', async () => {
    const solved = await solveNetwork(network);
    expect(sizes(solved)[0]).toBeCloseTo(250, 9);
    expect(solved.plan.netPresentCost).toBeCloseTo(43_000, 4);
  });

  it('rounded: two hold, and the prices say that one unit less can save', async () => {
    const solved = await solveNetwork(network, [], NEVER);
    expect(solved.plan.netPresentCost).toBeCloseTo(43_000, 4);
    expect(solved.plan.rounding).toMatchObject({ method: 'rounded', choices: 2 });
    expect(solved.plan.rounding?.continuous).toBeCloseTo(40_000, 4);
  });

  it('at most one unit allowed: with any size 250 × 100 + 150 × 120 = 43 000, whole already', async () => {
    const solved = await solveNetwork(
      small({
        demand: 400,
        plants: [{ annuity: 100, wholeUnit: 250, max: 250 }],
        grid: { cost: 30 },
      }),
    );
    expect(sizes(solved)[0]).toBeCloseTo(250, 9);
    expect(solved.plan.netPresentCost).toBeCloseTo(43_000, 4);
  });

  it('at least two units asked for', async () => {
    const solved = await solveNetwork(
      small({ demand: 400, plants: [{ annuity: 100, wholeUnit: 250, min: 500 }], grid: { cost: 30 } }),
    );
    expect(solved.plan.netPresentCost).toBeCloseTo(50_000, 4);
  });
});

describe('stores and their power in units', () => {
  it('wind in every other hour, a load of 1: content of 1 in units of 0.75 is two, power of 1 in units of 0.4 is three', async () => {
    const store: HandStore = {
      id: 'store',
      holds: 'electricity',
      content: { annuity: 1, wholeUnit: 0.75 },
      powerSize: { annuity: 1, wholeUnit: 0.4 },
    };
    const solved = await solveNetwork(
      handNetwork({
        commodities: POWER,
        series: { wind: [[1, 0, 1, 0]], shape: [[1, 1, 1, 1]] },
        processes: [
          { id: 'wind', flows: { electricity: 1 }, size: { annuity: 10 }, weather: 'wind' },
          load(1),
        ],
        stores: [store],
      }),
    );
    const [wind, , content, power] = sizes(solved);
    expect([wind, content, power].map((size) => Math.round(size * 1e6) / 1e6)).toEqual([2, 1.5, 1.2]);
    expect(solved.plan.netPresentCost).toBeCloseTo(2 * 10 + 1.5 + 1.2, 4);
    expectWhole(solved);
  });
});

describe('phases: 350 MW, then 550 MW, in units of 250 MW at 10 a year and MW; weights 2 and 5', () => {
  const grid = handGrid([[HOURS, 1]]);
  const phased = (size: HandSize): Network =>
    handNetwork({
      commodities: POWER,
      series: {
        // The load is 550 MW large and takes 350 of them at first.
        shape: [350 / 550, 1].map((share) => Array.from({ length: HOURS }, () => share)),
      },
      phases: [
        { from: 2030, years: 4, weight: 2, grid },
        { from: 2034, years: 20, weight: 5, grid },
      ],
      processes: [
        { id: 'plant', flows: { electricity: 1 }, size: { annuity: 10, wholeUnit: 250, life: 30, ...size } },
        {
          id: 'load',
          flows: { electricity: -1 },
          size: { min: 550, max: 550, fixed: true },
          weather: 'shape',
        },
      ],
    });
  const asked = (phase: number, power: number): Measure => ({
    id: `load ${phase}`,
    title: 'load',
    terms: [{ of: 'process', index: 1, coefficient: 1 }],
    lower: power * HOURS,
    upper: Number.POSITIVE_INFINITY,
    phases: [phase],
  });
  const measures = [asked(0, 350), asked(1, 550)];
  const standing = ({ plan }: Solved): number[] => plan.phases.map(({ capacities }) => capacities[0]);
  const built = ({ plan }: Solved): number[] => plan.phases.map((phase) => phase.built[0]);

  it.each([
    ['searched', SEARCH],
    ['rounded', NEVER],
  ])(
    '%s: two units stand, then three: 2 × 10 × 500 + 5 × 10 × 750 = 47 500, with any size 34 500',
    async (_, search) => {
      const solved = await solveNetwork(phased({}), measures, search);
      expect(standing(solved).map(Math.round)).toEqual([500, 750]);
      expect(built(solved).map(Math.round)).toEqual([500, 250]);
      expect(solved.plan.netPresentCost).toBeCloseTo(47_500, 3);
      expect(solved.plan.rounding?.continuous).toBeCloseTo(34_500, 3);
      expectWhole(solved);
    },
  );

  it.each([
    ['searched', SEARCH],
    ['rounded', NEVER],
  ])('%s: units that live four years are gone in the second phase, which builds three', async (_, search) => {
    const solved = await solveNetwork(phased({ life: 4 }), measures, search);
    expect(built(solved).map(Math.round)).toEqual([500, 750]);
    expectWhole(solved);
  });

  it('beside 200 MW that stand: one unit, then two', async () => {
    const solved = await solveNetwork(phased({ existing: 200, min: 200 }), measures);
    expect(standing(solved).map(Math.round)).toEqual([450, 700]);
    expectWhole(solved);
  });
});

describe('what cannot hold', () => {
  it('one unit of 250 MW at the most, a load of 300 MW: infeasible with any size, proven', async () => {
    const { solution, units } = await answerOf(
      small({ demand: 300, plants: [{ annuity: 1, wholeUnit: 250, max: 250 }] }),
    );
    expect(solution.status).toBe('infeasible');
    expect(solution.proof?.holds).toBe(true);
    expect(units).toBeNull();
  });

  // Units of 100 MW that run at 90 % at least: a steady 150 MW is too much for one and too little for two.
  const stuck = handNetwork({
    commodities: POWER,
    series: { shape: [[1, 1, 1, 1]] },
    processes: [
      {
        id: 'plant',
        title: 'Plant',
        flows: { electricity: 1 },
        size: { annuity: 1, wholeUnit: 100 },
        minimumShare: 0.9,
      },
      load(150),
    ],
  });

  it('150 MW from units of 100 MW at no less than 90 %: searched, infeasible, and the nearest choice is refused', async () => {
    const { solution, units } = await answerOf(stuck);
    expect(solution.status).toBe('infeasible');
    expect(units?.refused?.solution.proof?.holds).toBe(true);
    expect(units?.continuous.objective).toBeCloseTo(150e-6, 9);
  });

  it('the same rounded: both choices are tried, and the answer is a limit, not a claim that none exists', async () => {
    const { solution, units } = await answerOf(stuck, [], NEVER);
    expect(solution.status).toBe('limit');
    expect(solution.x.length).toBe(0);
    expect(units).toMatchObject({ method: 'rounded', choices: 2 });
    const found = roundingOf(stuck, buildProgram(stuck, []), { solution, units });
    expect(found?.whole).toBeNull();
    expect(found?.continuous).toBeCloseTo(150, 4);
  });

  it('one size must go up and another down: neither the nearest nor all rounded up hold, the mended choice does', async () => {
    // Heat of 130 from units of 100 must be two of them. Power of 200: plant 2 may have 170 at the most (a promise), so one
    // unit of 100, the rest from the grid. With any size 1.3 and 1.7: nearest 1 and 2, all up 2 and 2.
    const network = handNetwork({
      commodities: { ...POWER, heat: { unit: 'MWh', kind: 'energy' } },
      series: { shape: [[1, 1, 1, 1]] },
      processes: [
        { id: 'boiler', flows: { heat: 1 }, size: { annuity: 10, wholeUnit: 100 } },
        load(130, 'warmth', 'heat'),
        { id: 'plant', flows: { electricity: 1 }, size: { annuity: 10, wholeUnit: 100 } },
        { id: 'grid', kind: 'buy', flows: { electricity: 1 }, variableCost: 30 },
        load(200),
      ],
    });
    const promise: Measure = {
      id: 'small',
      title: 'a small plant',
      terms: [{ of: 'capacity', index: 2, coefficient: 1 }],
      lower: Number.NEGATIVE_INFINITY,
      upper: 170,
      phases: [0],
    };
    const solved = await solveNetwork(network, [promise], NEVER);
    expect([0, 2].map((at) => Math.round(sizes(solved)[at]))).toEqual([200, 100]);
    // 200 × 10 + 100 × 10 + 100 × 4 × 30 = 15 000.
    expect(solved.plan.netPresentCost).toBeCloseTo(15_000, 4);
    // The nearest, two mendings, and one step more that the prices ask for and the promise forbids.
    expect(solved.plan.rounding?.choices).toBeLessThanOrEqual(4);
    expectWhole(solved);
  });
});

describe('progress', () => {
  it('says which of the solves is told, and adds up their iterations', async () => {
    const network = small({ demand: 300, plants: [{ annuity: 100, wholeUnit: 250 }] });
    const told: [string, number][] = [];
    const telling: Solver = async (program, options) => {
      const solution = await solver(program, { ...options, onProgress: undefined });
      const rest = { objective: null, primal: null, dual: null, seconds: 0 };
      options.onProgress?.({ stage: 'simplex', iteration: 1, ...rest });
      return { ...solution, iterations: 10 };
    };
    const { solution } = await solvePark(
      network,
      buildProgram(network, []),
      telling,
      {
        solver: 'highs',
        tolerance: 1e-7,
        timeLimit: 60,
        onProgress: ({ stage, iteration }) => told.push([stage, iteration]),
      },
      NEVER,
    );
    expect(told).toEqual([
      ['any size: simplex', 1],
      ['whole units, 1 of at most 6: simplex', 11],
      ['whole units, 2 of at most 6: simplex', 21],
    ]);
    expect(solution.iterations).toBe(30);
  });
});

describe('a search that does not finish', () => {
  const network = small({ demand: 400, plants: [{ annuity: 100, wholeUnit: 250 }], grid: { cost: 30 } });

  it('at its limit of branches: its choice is held, and the bound that it reached is told', async () => {
    // A search that has found two units (50 000) and knows that nothing is below 42 000.
    const unfinished: Solver = async (program, options) => {
      if (program.integer === null) return solver(program, options);
      const [{ column }] = unitPlaces(network, buildProgram(network, []));
      const held = program.lower.slice();
      held[column] = 2;
      const two = await solver({ ...program, integer: null, lower: held }, options);
      return { ...two, status: 'limit', message: 'ended', bound: 0.042 };
    };
    const solved = await solveNetwork(network, [], SEARCH, unfinished);
    // From there one unit less saves, as when rounding.
    expect(solved.plan.netPresentCost).toBeCloseTo(43_000, 4);
    expect(solved.plan.rounding?.method).toBe('searched');
    expect(solved.plan.rounding?.bound).toBeCloseTo(42_000, 6);
  });

  it('that breaks off: the park is rounded instead', async () => {
    const broken: Solver = async (program, options) =>
      program.integer === null
        ? solver(program, options)
        : withoutPoint({ status: 'failed', message: 'broke off', iterations: 0, seconds: 0, solver: 'x' });
    const solved = await solveNetwork(network, [], SEARCH, broken);
    expect(solved.plan.rounding?.method).toBe('rounded');
    expect(solved.plan.netPresentCost).toBeCloseTo(43_000, 4);
  });

  it('is out of time: a limit, and nothing is said of units', async () => {
    const slow: Solver = async (program, options) => ({ ...(await solver(program, options)), seconds: 61 });
    const { solution, units } = await answerOf(network, [], NEVER, slow);
    expect(solution.status).toBe('limit');
    expect(solution.message).toContain('time limit');
    expect(units).toBeNull();
  });
});

describe('random parks: every choice tried', () => {
  const plant = fc.record({
    annuity: fc.integer({ min: 20, max: 200 }),
    wholeUnit: fc.integer({ min: 20, max: 120 }),
    most: fc.integer({ min: 1, max: 3 }),
  });
  const park = fc.record({
    demand: fc.array(fc.integer({ min: 10, max: 300 }), { minLength: HOURS, maxLength: HOURS }),
    plants: fc.array(plant, { minLength: 1, maxLength: 2 }),
    cost: fc.integer({ min: 5, max: 80 }),
  });

  it('with any size ≤ searched ≤ rounded; the search finds the best of all choices', async () => {
    await fc.assert(
      fc.asyncProperty(park, async ({ demand, plants, cost }) => {
        const network = small({
          demand,
          plants: plants.map(({ annuity, wholeUnit, most }) => ({
            annuity,
            wholeUnit,
            max: most * wholeUnit,
          })),
          grid: { cost },
        });
        const searched = await solveNetwork(network);
        const rounded = await solveNetwork(network, [], NEVER);
        expectWhole(searched);
        expectWhole(rounded);
        // Every choice alone, on paper: units first or the grid, whichever is cheaper in that hour (units run for nothing).
        const choices = plants.reduce<number[][]>(
          (all, { most }) => all.flatMap((one) => Array.from({ length: most + 1 }, (_, n) => [...one, n])),
          [[]],
        );
        const costs = choices.map((counts) => {
          const size = counts.reduce((sum, n, at) => sum + n * plants[at].wholeUnit, 0);
          const capital = counts.reduce(
            (sum, n, at) => sum + n * plants[at].wholeUnit * plants[at].annuity,
            0,
          );
          return capital + demand.reduce((sum, one) => sum + cost * Math.max(0, one - size), 0);
        });
        const best = Math.min(...costs);
        const near = (found: number, expected: number): void =>
          expect(Math.abs(found - expected)).toBeLessThan(1e-6 * Math.max(1, expected));
        near(searched.plan.netPresentCost, best);
        const free = searched.plan.rounding?.continuous ?? Number.NaN;
        expect(free).toBeLessThanOrEqual(best * (1 + 1e-7));
        expect(rounded.plan.netPresentCost).toBeGreaterThanOrEqual(best * (1 - 1e-7));
        // What is rounded costs what its counts cost on paper.
        const places = unitPlaces(network, buildProgram(network, []));
        const counts = Array.from(standingAt(places, rounded.solution.x), Math.round);
        const found = choices.findIndex((one) => one.every((n, at) => n === counts[at]));
        near(rounded.plan.netPresentCost, costs[found]);
      }),
      { numRuns: 40, seed: 20_261_123 },
    );
  });
});
