/**
 * Parks that cannot hold, small enough to mend on paper: the smallest change, where it is short, and what could do alone.
 */
import { describe, expect, it } from 'vitest';
import { aloneOf, changesOf, explainNetwork, MEANS, placeOf, rigidLoad } from '../../test/explain-network.ts';
import { handGrid, handNetwork } from '../../test/hand-network.ts';
import { handPromise } from '../../test/hand-promise.ts';
import type { ParkPromise } from '../park/park.ts';

const POWER = { electricity: { unit: 'MWh', kind: 'energy' } } as const;
const hours = (count: number) => [{ grid: handGrid([[count, 1]]) }];

describe('a load of 300 MW that never rests, a grid of 200 MW, and wind that may not be built', () => {
  const network = handNetwork({
    commodities: POWER,
    series: { wind: [[1, 1, 1, 1]] },
    processes: [
      rigidLoad(300),
      { id: 'wind', flows: { electricity: 1 }, size: { max: 0 }, weather: 'wind' },
      { id: 'grid', kind: 'buy', flows: { electricity: 1 }, maxRate: 200, path: 'buy.grid' },
    ],
  });

  it('100 MW more of grid, + 50 %, is the smallest change', async () => {
    const { changes } = await explainNetwork(network);
    expect(changesOf(changes.together)).toEqual(['grid: at most → 300 MW (50 %)']);
    expect(changes.together[0].limit.path).toBe('buy.grid.max');
    expect(changes.together[0].by).toBeCloseTo(100, 6);
  });

  it('alone: the grid, a load of two thirds (its size and its output), or the wind that was forbidden', async () => {
    const found = await explainNetwork(network);
    // 300 − 200 = 100 of 300 is a third, of the size and of the output of 300 × 8760 MWh each.
    expect(aloneOf(found)).toEqual([
      'grid: at most → 300 MW (50 %)',
      'wind: fixed at → 100 MW (from none)',
      'load: fixed at → 200 MW (33.3333 %) and load: output → 1752000 MWh/a (33.3333 %)',
    ]);
    expect(found.changes.alone[2].relative).toBeCloseTo(2 / 3, 6);
    // What makes less comes last, however small the change.
    expect(found.changes.alone.map(({ makesLess }) => makesLess)).toEqual([false, false, true]);
  });

  it('100 MW are short in all four hours: 400 MWh; the grid is at its limit', async () => {
    const worst = placeOf(await explainNetwork(network));
    expect(worst).toMatchObject({
      kind: 'short',
      title: 'electricity at works',
      when: 'the whole year',
      hours: 4,
      unit: 'MW',
    });
    expect(worst.highest).toBeCloseTo(100, 6);
    expect(worst.total).toBeCloseTo(400, 5);
    expect(worst.need.map(({ title, amount }) => [title, Math.round(amount)])).toEqual([['load', 300]]);
    expect(worst.supply.map(({ title, amount, state }) => [title, Math.round(amount), state])).toEqual([
      ['grid', 200, 'at its limit'],
    ]);
  });

  it('names what contradicts each other: output, size and minimum load of the load, the limit of the grid', async () => {
    const { conflict } = await explainNetwork(network);
    expect(conflict.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['grid: at most 200 MW', 'load: minimum load of 100 % of its size']),
    );
    expect(conflict.find(({ text }) => text.startsWith('grid'))?.limit?.path).toBe('buy.grid.max');
  });
});

describe('a potline of 212 MW, wind of 200 MW, a grid of 120 MW', () => {
  // Wind gives 100 MW in hours 0 to 2, 31 in hours 3 to 5, 120 in hour 6, 81 in hour 7. With the grid that is
  // 220, 151, 240, 201: short by 61 MW from 03:00 to 06:00 (183 MWh) and by 11 MW in hour 7.
  const park = (battery: number) =>
    handNetwork({
      commodities: POWER,
      series: { wind: [[0.5, 0.5, 0.5, 0.155, 0.155, 0.155, 0.6, 0.405]] },
      phases: hours(8),
      processes: [
        rigidLoad(212),
        {
          id: 'wind',
          flows: { electricity: 1 },
          size: { min: 200, max: 200, fixed: true },
          weather: 'wind',
        },
        { id: 'grid', kind: 'buy', flows: { electricity: 1 }, maxRate: 120 },
      ],
      stores: [
        {
          id: 'battery',
          holds: 'electricity',
          content: { max: battery },
          powerSize: {},
        },
      ],
    });

  it('is short on 14 Jan from 03:00 to 06:00, by 61 MW; wind gives 31 MW, the grid its 120', async () => {
    const found = await explainNetwork(park(0));
    const worst = placeOf(found);
    expect(worst.when).toBe('14 Jan 03:00–06:00');
    expect([worst.hours, worst.year.hours]).toEqual([3, 4]);
    expect(worst.highest).toBeCloseTo(61, 5);
    expect(worst.total).toBeCloseTo(183, 4);
    expect(worst.year.total).toBeCloseTo(194, 4);
    expect(worst.supply.map(({ title, state }) => [title, state])).toEqual([
      ['grid', 'at its limit'],
      ['wind', 'all that the weather gives'],
    ]);
    expect(worst.supply[1].amount).toBeCloseTo(31, 5);
    expect(aloneOf(found)[0]).toBe('grid: at most → 181 MW (50.8333 %)');
  });

  it('a battery of 20 MWh takes a third of that off each hour, and is empty at the end', async () => {
    const worst = placeOf(await explainNetwork(park(20)));
    expect(worst.when).toBe('14 Jan 03:00–06:00');
    // 61 − 20 ÷ 3; it is charged again in hour 6 and saves hour 7.
    expect(worst.highest).toBeCloseTo(61 - 20 / 3, 4);
    expect(worst.total).toBeCloseTo(163, 3);
    expect(worst.year.total).toBeCloseTo(163, 3);
    const battery = worst.supply.find(({ title }) => title === 'battery');
    expect(battery?.state).toBe('empty at the end');
    expect(battery?.amount).toBeCloseTo(20 / 3, 3);
  });

  it('no battery does alone: 194 MWh are missing, and 3 × 8 + 28 = 52 to spare; three times the wind does', async () => {
    // Hour 4 lacks 212 − 120 = 92 MW of wind: 92 ÷ 0.155 = 593.5 MW of size.
    expect(aloneOf(await explainNetwork(park(0)))).toEqual([
      'grid: at most → 181 MW (50.8333 %)',
      'wind: fixed at → 593.548 MW (196.774 %)',
      'load: fixed at → 151 MW (28.7736 %) and load: output → 1322760 MWh/a (28.7736 %)',
    ]);
  });
});

describe('promises that bind', () => {
  const park = (promises: readonly ParkPromise[]) =>
    handNetwork({
      commodities: POWER,
      series: { wind: [[0.6, 0.6, 0.6, 0.6]] },
      processes: [
        rigidLoad(100),
        { id: 'wind', flows: { electricity: 1 }, size: { max: 100 }, weather: 'wind', renewable: 1 },
        { id: 'grid', kind: 'buy', flows: { electricity: 1 } },
      ],
      promises,
    });

  it('a share of 80 % with 60 MW of wind for 100 MW of load: 60 %, or a third more wind', async () => {
    const found = await explainNetwork(park([handPromise({})]));
    expect(changesOf(found.changes.together)).toEqual([
      'renewable share of electricity: at least → 60 % (25 %)',
    ]);
    // A load of 75 MW would have 80 %: a quarter less, of its size and of its output.
    expect(aloneOf(found)).toEqual([
      'renewable share of electricity: at least → 60 % (25 %)',
      'wind: at most → 133.333 MW (33.3333 %)',
      'load: fixed at → 75 MW (25 %) and load: output → 657000 MWh/a (25 %)',
    ]);
    expect(found.worst).toMatchObject({ kind: 'promise', asked: 80, unit: '%' });
    expect(found.worst?.kind === 'promise' && found.worst.found).toBeCloseTo(60, 4);
  });

  it('at most: 30 % of bought electricity, where it must be 40', async () => {
    const bought = handPromise({
      id: 'grid-share',
      promise: 'grid share',
      kpi: 'grid-share',
      sense: 'at most',
      targets: [{ year: 2030, value: 0.3 }],
    });
    const { changes } = await explainNetwork(park([bought]));
    // Wind of 116.7 MW (+ 16.7 %) would do as well, and with less: 70 ÷ 0.6.
    expect(changesOf(changes.together)).toEqual(['wind: at most → 116.667 MW (16.6667 %)']);
    expect(changes.alone.map((one) => changesOf(one.changes)[0])).toContain(
      'grid share: at most → 40 % (33.3333 %)',
    );
  });

  it('no share: 150 MW of renewables promised, 100 MW allowed', async () => {
    const capacity = handPromise({
      id: 'renewable-capacity',
      promise: 'renewable capacity',
      kpi: 'renewable-capacity',
      targets: [{ year: 2030, value: 150 }],
      unit: 'MW',
    });
    const { changes } = await explainNetwork(park([capacity]));
    expect(changesOf(changes.together)).toEqual(['renewable capacity: at least → 0.1 GW (33.3333 %)']);
    expect(changes.alone.map((one) => changesOf(one.changes)[0])).toContain('wind: at most → 150 MW (50 %)');
  });
});

describe('what keeps the outputs comes first', () => {
  // Metal at 2 t of carbon dioxide each, 1 promised. To make none would satisfy the sum, but keep no promise.
  const dirty = (target: number) =>
    handNetwork({
      commodities: {
        'liquid-aluminium': { kind: 'product' },
        'carbon-dioxide': { kind: 'air', balance: 'none', gas: 'CO2' },
      },
      phases: [{ grid: handGrid([[4, 2190]]) }],
      processes: [
        {
          id: 'smelter',
          group: 'metal',
          of: 'liquid-aluminium',
          flows: [
            { of: 'liquid-aluminium', amount: 1 },
            { of: 'carbon-dioxide', amount: 2, cause: 'anode consumption' },
          ],
          size: { unit: 't/h' },
          output: 8760,
        },
        { id: 'sale', kind: 'sell', flows: { 'liquid-aluminium': -1 } },
      ],
      promises: [
        handPromise({
          id: 'footprint',
          promise: 'carbon footprint',
          kpi: 'carbon-footprint',
          sense: 'at most',
          unit: 'tCO2e/t',
          targets: [{ year: 2030, value: target }],
        }),
      ],
    });

  it('a carbon bound that no recipe meets: the promise at 2 and not an output of nothing', async () => {
    const { changes, promises } = await explainNetwork(dirty(1));
    expect(changesOf(changes.together)).toEqual(['carbon footprint: at most → 2 tCO2e/t (100 %)']);
    expect(changes.alone.some(({ makesLess }) => makesLess)).toBe(false);
    expect(promises).toMatchObject([{ title: 'carbon footprint', asked: 1, holding: 'all' }]);
    expect(promises[0].best).toBeCloseTo(2, 6);
  });

  it('a bound 2 000 times too low, so that nothing made would be the smaller change: the promise all the same, and why', async () => {
    const { changes, notes } = await explainNetwork(dirty(0.001));
    expect(changesOf(changes.together)).toEqual(['carbon footprint: at most → 2 tCO2e/t (199900 %)']);
    expect(changes.alone.some(({ makesLess }) => makesLess)).toBe(false);
    expect(notes).toEqual([
      'To make nothing is no way out: “carbon footprint” could then be neither kept nor broken.',
    ]);
  });

  it('a market written as 0 MW is measured by what is needed there, and told: 300 MW, as much as the load', async () => {
    const found = await explainNetwork(
      handNetwork({
        commodities: POWER,
        series: { wind: [[1, 1, 1, 1]] },
        processes: [
          rigidLoad(300),
          {
            id: 'wind',
            flows: { electricity: 1 },
            size: { max: 10, shown: { unit: 'GW', factor: 0.001 } },
            weather: 'wind',
          },
          { id: 'grid', kind: 'buy', flows: { electricity: 1 }, maxRate: 0 },
        ],
      }),
    );
    const grid = found.changes.alone.find(({ title }) => title === 'grid');
    expect(grid?.changes[0].to).toBeCloseTo(290, 6);
    // 290 of the 300 MW that the load takes.
    expect(grid?.changes[0].weight).toBeCloseTo(29 / 30, 6);
  });

  it('two promises of which each would do without the other: the distance of both', async () => {
    // 60 MW of wind for a load of 100: 60 % renewable, 40 % from the grid. 80 % and at most 10 % are promised.
    const found = await explainNetwork(
      handNetwork({
        commodities: POWER,
        series: { wind: [[0.6, 0.6, 0.6, 0.6]] },
        processes: [
          rigidLoad(100),
          {
            id: 'wind',
            flows: { electricity: 1 },
            size: { min: 100, max: 100, fixed: true },
            weather: 'wind',
            renewable: 1,
          },
          { id: 'grid', kind: 'buy', flows: { electricity: 1 } },
        ],
        promises: [
          handPromise({}),
          handPromise({
            id: 'grid-share',
            promise: 'grid share',
            kpi: 'grid-share',
            sense: 'at most',
            targets: [{ year: 2030, value: 0.1 }],
          }),
        ],
      }),
    );
    expect(
      found.promises.map(({ title, best, holding }) => [title, Math.round(best * 1e4) / 1e4, holding]),
    ).toEqual(
      expect.arrayContaining([
        ['renewable share of electricity', 60, 'promises'],
        ['grid share', 40, 'promises'],
      ]),
    );
  });
});

describe('what cannot be found', () => {
  const stubborn = handNetwork({
    commodities: POWER,
    processes: [
      {
        id: 'load',
        flows: { electricity: -1 },
        size: { existing: 100, min: 100 },
        minimumShare: 1,
        output: 100 * 8760,
      },
      { id: 'wind', flows: { electricity: 1 }, weather: 'calm', size: {} },
    ],
    series: { calm: [[0, 0, 0, 0]] },
  });

  it('nothing in the file could mend it: says so, and names what the proof weighs', async () => {
    const found = await explainNetwork(stubborn);
    expect(found.changes).toEqual({ together: [], alone: [] });
    expect(found.notes[0]).toContain('Not even all figures');
    expect(found.conflict.length).toBeGreaterThan(0);
  });

  const short = handNetwork({
    commodities: POWER,
    processes: [rigidLoad(300), { id: 'grid', kind: 'buy', flows: { electricity: 1 }, maxRate: 200 }],
  });

  it('no time after the first search: the smallest changes stand, and what was not tried is named', async () => {
    let solves = 0;
    const found = await explainNetwork(short, {
      ...MEANS,
      solver: (program, options) => {
        solves++;
        return MEANS.solver(program, options);
      },
      clock: () => (solves === 0 ? 0 : 10),
      deadline: 10,
    });
    expect(solves).toBe(1);
    expect(changesOf(found.changes.together)).toEqual(['grid: at most → 300 MW (50 %)']);
    expect(found.worst).toBeNull();
    expect(found.notes).toEqual(['Not tried, or not to the end, for want of time: load.']);
  });

  it('a limit of time in the first search: says so, names what the proof weighs, and tries nothing more', async () => {
    let solves = 0;
    const found = await explainNetwork(short, {
      ...MEANS,
      solver: async (program, options) => {
        solves++;
        const message = 'The solve was cancelled.';
        return { ...(await MEANS.solver(program, options)), status: 'limit', message };
      },
    });
    expect(solves).toBe(1);
    expect(found.notes).toEqual(['The smallest changes were not found: The solve was cancelled.']);
    expect(found.conflict.length).toBeGreaterThan(0);
  });

  it('tells what it is looking for', async () => {
    const stages = new Set<string>();
    await explainNetwork(short, {
      ...MEANS,
      solver: (program, options) => {
        options.onProgress?.({ stage: 'x', iteration: 0, objective: 0, primal: 0, dual: 0, seconds: 0 });
        return MEANS.solver(program, { ...options, onProgress: undefined });
      },
      options: { ...MEANS.options, onProgress: ({ stage }) => stages.add(stage) },
    });
    expect([...stages]).toEqual([
      'smallest changes together · x',
      'where it is short · x',
      'what if only load gave · x',
    ]);
  });
});
