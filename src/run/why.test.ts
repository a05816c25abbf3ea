/**
 * Why does it stand where it stands? Reduced costs and accounts worked out on paper, on the screening curve of
 * `test/truths/closed-form.test.ts`.
 */
import { describe, expect, it } from 'vitest';
import { type HandProcess, type HandSpec, handGrid, handNetwork } from '../../test/hand-network.ts';
import { handPromise } from '../../test/hand-promise.ts';
import { runNetwork } from '../../test/run-network.ts';
import { namesIn, thingsNamed } from './thing.ts';
import { type Why, why } from './why.ts';

const POWER = { electricity: { unit: 'MWh', kind: 'energy' } } as const;
const SHAPE = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

async function ask(spec: HandSpec, name: string): Promise<readonly Why[]> {
  return why(await runNetwork(handNetwork(spec)), name);
}

const one = async (spec: HandSpec, name: string): Promise<Why> => (await ask(spec, name))[0];
const money = ({ lines }: Why): Record<string, number> =>
  Object.fromEntries(lines.map((line) => [line.what, Math.round(line.money * 1e4) / 1e4]));

describe('a plant that is not built and may work on two feeds', () => {
  it('is judged on the better one: 4 × 50 + 30 earned, 4 × 40 for the feed, 1 000 for the size', async () => {
    // What stands takes 2.5 t at 20 for a MWh and 30 a year for a MW: four hours' prices come to 4 × 50 + 30. The other one could
    // take 5 t, listed first, or 2 t, but a MW of it costs 1 000.
    const spec: HandSpec = {
      commodities: { ...POWER, fuel: { balance: 'year' } },
      phases: [{ grid: handGrid([[4, 1]]) }],
      processes: [
        { id: 'market', kind: 'buy', flows: { fuel: 1 }, variableCost: 20 },
        { id: 'old', flows: { electricity: 1, fuel: -2.5 }, size: { annuity: 30 } },
        {
          id: 'new',
          of: 'electricity',
          segments: [
            { share: 1, slice: 0, feed: 'Lean', flows: { electricity: 1, fuel: -5 } },
            { share: 1, slice: 0, feed: 'Rich', flows: { electricity: 1, fuel: -2 } },
          ],
          size: { annuity: 1000 },
        },
        { id: 'load', flows: { electricity: -1 }, size: { min: 20, max: 20, fixed: true }, minimumShare: 1 },
      ],
    };
    const found = await one(spec, 'new');
    expect(found.standing).toBe('nothing');
    expect(found.oneMore).toBeCloseTo(230 - 160 - 1000, 4);
  });
});

describe('10 MW that stand at 30 a MWh, and may be turned into ones at 10 for 100 a MW', () => {
  // 10 hours of 10 MW: a MW turned saves 10 × 20 = 200 and costs 100.
  const park = (max = Number.POSITIVE_INFINITY): HandSpec => ({
    commodities: POWER,
    phases: [{ grid: handGrid([[10, 1]]) }],
    processes: [
      { id: 'old', flows: { electricity: 1 }, size: { existing: 10, max: 10 }, variableCost: 30 },
      { id: 'new', flows: { electricity: 1 }, size: { annuity: 100, converts: 0, max }, variableCost: 10 },
      { id: 'load', flows: { electricity: -1 }, size: { min: 10, max: 10, fixed: true }, minimumShare: 1 },
    ],
  });

  it('at most 4 of it: 6 of the 10 stand as they did, all of them from before; 4 are turned', async () => {
    const old = await one(park(4), 'old');
    expect(old).toMatchObject({ standing: 'converted', madeOf: null, converted: { into: 'new' }, max: 10 });
    expect(old.stands).toBeCloseTo(6, 6);
    expect(old.existing).toBeCloseTo(6, 6);
    expect(old.converted?.amount).toBeCloseTo(4, 6);
    const made = await one(park(4), 'new');
    expect(made).toMatchObject({ standing: 'most', existing: 0, madeOf: 'old', converted: null, max: 4 });
    // 4 MW, each worth 10 × 30 of electricity that old would have brought for 10 × 30: it gives nothing up.
    expect(made.lines.some(({ amountUnit }) => amountUnit === 'MW')).toBe(false);
    expect(made.oneMore).toBeCloseTo(100, 5);
  });

  it('as much as there is: all 10 are turned, and no more than that can be', async () => {
    const made = await one(park(), 'new');
    expect(made).toMatchObject({ standing: 'most', max: 10 });
    expect(made.stands).toBeCloseTo(10, 6);
    const old = await one(park(), 'old');
    expect(old).toMatchObject({ standing: 'converted', existing: 0 });
    expect(old.converted?.amount).toBeCloseTo(10, 6);
  });
});

describe('base (110 a year and MW, 10 a MWh) and peak (40 and 30) under a load of 10, 9, … 1', () => {
  // Peak runs the levels above 7. Prices: 30 + 40 = 70 in the first hour, where peak earns its 40; 30 in hours 1 and 2; base
  // earns 60 + 20 + 20 there and its last 10 in hour 3: a price of 20; then 10.
  const park = (base: object, more: readonly HandProcess[] = []): HandSpec => ({
    commodities: POWER,
    series: { shape: [SHAPE.map((level) => level / 10)] },
    phases: [{ grid: handGrid([[10, 1]]) }],
    processes: [
      {
        id: 'base',
        flows: { electricity: 1 },
        size: { annuity: 90, fixedCost: 20, ...base },
        variableCost: 10,
      },
      { id: 'peak', flows: { electricity: 1 }, size: { annuity: 40 }, variableCost: 30 },
      ...more,
      {
        id: 'load',
        flows: { electricity: -1 },
        size: { min: 10, max: 10, fixed: true },
        weather: 'shape',
        output: 55 * 876,
      },
    ],
  });

  it('free, 7 MW: it earns what it costs', async () => {
    const found = await one(park({}), 'base');
    expect(found).toMatchObject({ standing: 'between', unit: 'MW', min: 0, max: null, oneMore: 0 });
    expect(found.stands).toBeCloseTo(7, 6);
    // 7 × (70 + 30 + 30 + 20) + (6 + 5 + 4 + 3 + 2 + 1) × 10 = 1 050 + 210; 49 MWh × 10; 7 × 90; 7 × 20.
    expect(money(found)).toEqual({
      electricity: 1260,
      'running cost': -490,
      annuity: -630,
      'fixed cost': -140,
    });
    expect(found.lines[0]).toMatchObject({ amountUnit: 'MWh' });
    expect(found.lines[0].amount).toBeCloseTo(49, 6);
    // Full in hours 0 to 3, which together are worth 110 per MW.
    expect(found.binding).toMatchObject([{ what: 'full size', hours: 4, unit: 'USD/a per MW' }]);
    expect(found.binding[0].price).toBeCloseTo(110, 5);
  });

  it('at most 5.5 MW: one more saves 30', async () => {
    // Price 30 in hours 0 to 4 and 40 more in hour 0: 60 + 4 × 20 = 140 against 110.
    const found = await one(park({ max: 5.5 }), 'base');
    expect(found.standing).toBe('most');
    expect(found.oneMore).toBeCloseTo(30, 6);
  });

  it('at least 7.5 MW, and fixed at 7.5: the last one costs 10 more than it saves', async () => {
    // Price 70, 30, 30, then 10: 60 + 20 + 20 = 100 against 110.
    const least = await one(park({ min: 7.5 }), 'base');
    expect([least.standing, Math.round(least.oneMore * 1e6) / 1e6]).toEqual(['least', -10]);
    const fixed = await one(park({ min: 7.5, max: 7.5, fixed: true }), 'base');
    expect([fixed.standing, Math.round(fixed.oneMore * 1e6) / 1e6]).toEqual(['fixed', -10]);
  });

  it('3 MW stood before and 4 are built: the annuity is that of the 4, and what it would be for the 3 is left', async () => {
    // As if all 7 were built, but for 3 × 90 a year that nobody pays: 1 260 − 490 − 4 × 90 − 7 × 20 = 270.
    const found = await one(park({ existing: 3, min: 3 }), 'base');
    expect(found).toMatchObject({ standing: 'between', existing: 3, oneMore: 0 });
    expect(found.stands).toBeCloseTo(7, 6);
    expect(money(found)).toEqual({
      electricity: 1260,
      'running cost': -490,
      'annuity of 4 MW': -360,
      'fixed cost': -140,
    });
  });

  it('7.5 MW exist: no annuity is paid, and none is added', async () => {
    const found = await one(park({ existing: 7.5, min: 7.5 }), 'base');
    expect(found.standing).toBe('existing');
    expect(found.oneMore).toBeCloseTo(-10, 6);
    expect(Object.keys(money(found))).toEqual(['electricity', 'fixed cost', 'running cost']);
  });

  const middle: HandProcess = {
    id: 'middle',
    flows: { electricity: 1 },
    size: { annuity: 100 },
    variableCost: 25,
  };

  it('a third plant at 100 and 25 is not built: one MW would cost 45 more than it saves', async () => {
    // It would run in hours 0 to 2 and earn 45 + 5 + 5 = 55: 130 of electricity less 75 of running.
    const found = await one(park({}, [middle]), 'middle');
    expect(found).toMatchObject({ standing: 'nothing', stands: 0 });
    expect(found.oneMore).toBeCloseTo(-45, 6);
    expect(money(found)).toEqual({ electricity: 130, 'running cost': -75, annuity: -100 });
    expect(found.lines[0].amount).toBeCloseTo(3, 6);
  });

  it('in the trade’s unit: per GW a thousand times as much', async () => {
    const shown = { unit: 'GW', factor: 0.001 };
    const found = await one(park({}, [{ ...middle, size: { annuity: 100, shown } }]), 'middle');
    expect(found.unit).toBe('GW');
    expect(found.oneMore).toBeCloseTo(-45_000, 3);
    expect(found.lines[0].amount).toBeCloseTo(3000, 3);
  });

  it('with a minimum load it must also run where it loses; with 20 % of the year it takes the best hours', async () => {
    // 40 % of 1 MW in hours 3 to 9: 0.4 × (20 − 25) + 6 × 0.4 × (10 − 25) = −38; 55 − 38 − 100 = −83.
    const held = await one(park({}, [{ ...middle, minimumShare: 0.4 }]), 'middle');
    expect(held.oneMore).toBeCloseTo(-83, 6);
    // Two of ten hours: 45 + 5 − 100.
    const rare = await one(park({}, [{ ...middle, yearShare: 0.2 }]), 'middle');
    expect(rare.oneMore).toBeCloseTo(-50, 6);
  });

  it('in whole units of 2 MW: four stand, and at their prices a MW earns 30 less than it costs', async () => {
    // 8 MW of base and 2 of peak: the price is 70 and 30 in hours 0 and 1, and in hour 2, when base is just full, whatever
    // lies between 10 and 30. A MW earns 60 + 20 and 0 to 20 there, against 110.
    const found = await one(park({ wholeUnit: 2 }), 'base');
    expect(found).toMatchObject({ standing: 'units', stands: 8, units: { size: 2, count: 4 } });
    expect(found.oneMore).toBeLessThanOrEqual(-10 + 1e-6);
    expect(found.oneMore).toBeGreaterThanOrEqual(-30 - 1e-6);
  });

  it('forbidden though it would pay: at most 0, one MW would save 10', async () => {
    const found = await one(park({}, [{ ...middle, size: { annuity: 45, max: 0 } }]), 'middle');
    expect(found.standing).toBe('nothing');
    expect(found.oneMore).toBeCloseTo(10, 6);
  });

  it('names: by id or title, in any case, spaces for dashes', () => {
    const network = handNetwork(park({}, [{ ...middle, title: 'Middle plant' }]));
    for (const name of ['middle', 'MIDDLE', 'middle-Plant', 'Middle plant'])
      expect(thingsNamed(network, name).map(({ processes }) => processes)).toEqual([[2]]);
    expect(thingsNamed(network, 'midle')).toEqual([]);
    expect(namesIn(network)).toEqual(['base', 'peak', 'middle', 'Middle plant', 'load']);
  });
});

describe('what binds beside the size', () => {
  it('a plant that must make its output pays for itself by that', async () => {
    // 2 t/h for four hours need 8 t of ore at 5 and a size of 2 at 12: (40 + 24) ÷ 8 = 8 a tonne.
    const spec: HandSpec = {
      commodities: { ore: {}, metal: { balance: 'day' } },
      processes: [
        { id: 'purchase', kind: 'buy', flows: { ore: 1 }, variableCost: 5 },
        {
          id: 'smelter',
          of: 'metal',
          period: 'hour',
          flows: { metal: 1, ore: -1 },
          size: { annuity: 12, unit: 't/h' },
          output: 2 * 8760,
        },
        { id: 'sale', kind: 'sell', flows: { metal: -1 } },
      ],
    };
    const found = await one(spec, 'smelter');
    expect(found.standing).toBe('between');
    expect(money(found)).toMatchObject({ 'required output': 64, ore: -40, annuity: -24 });
    const output = found.binding.find(({ what }) => what === 'required output');
    expect(output).toMatchObject({ hours: null, unit: 'USD per t' });
    expect(output?.price).toBeCloseTo(-8, 6);
  });

  it('a promise pays for what would else not stand: 800 a point', async () => {
    // A point of 400 MWh is 4 MWh: 4 ÷ (0.6 × 4) = 1.667 MW of wind at 600 are 1 000, less 4 × 50 saved.
    const spec: HandSpec = {
      commodities: POWER,
      series: { wind: [[0.6, 0.6, 0.6, 0.6]] },
      processes: [
        { id: 'wind', flows: { electricity: 1 }, size: { annuity: 600 }, weather: 'wind', renewable: 1 },
        { id: 'grid', kind: 'buy', flows: { electricity: 1 }, variableCost: 50 },
        {
          id: 'load',
          flows: { electricity: -1 },
          size: { min: 100, max: 100, fixed: true },
          output: 876_000,
        },
      ],
      promises: [handPromise({ targets: [{ year: 2030, value: 0.5 }] })],
    };
    const found = await one(spec, 'wind');
    // 50 MW of 0.6: 83.33 MW, 50 000; 200 MWh. The promise is met without a gap: the rest is what it pays.
    expect(found.stands).toBeCloseTo(50 / 0.6, 6);
    expect(found.oneMore).toBe(0);
    expect(money(found).annuity).toBeCloseTo(-50_000, 4);
    const promise = found.binding.find(({ what }) => what === 'promise: renewable share of electricity');
    expect(promise).toMatchObject({ hours: null, unit: 'USD/a per point' });
    expect(promise?.price).toBeCloseTo(800, 4);
  });

  it('a market at its highest rate: what one MW more of it would save', async () => {
    // Grid of 60 MW at 10, gas at 50 for the other 40: one MW more saves 40 in each of four hours.
    const spec: HandSpec = {
      commodities: POWER,
      processes: [
        { id: 'grid', kind: 'buy', flows: { electricity: 1 }, maxRate: 60, variableCost: 10 },
        { id: 'gas', flows: { electricity: 1 }, size: {}, variableCost: 50 },
        {
          id: 'load',
          flows: { electricity: -1 },
          size: { min: 100, max: 100, fixed: true },
          output: 100 * 8760,
        },
      ],
    };
    const found = await one(spec, 'grid');
    expect(found).toMatchObject({ standing: 'unsized', of: null });
    expect(found.binding).toMatchObject([{ what: 'highest rate', hours: 4, unit: 'USD/a per MW' }]);
    expect(found.binding[0].price).toBeCloseTo(160, 5);
    // 240 MWh worth 50 each, paid 10.
    expect(money(found)).toEqual({ electricity: 12_000, 'paid for it': -2400 });
  });

  it('a store: its content and its power share what its trade earns', async () => {
    // One way 0.9 in and 0.8 out; wind in hours 0 and 2 only, a load of 1 throughout (see closed-form.test.ts).
    const spec = (content: number): HandSpec => ({
      commodities: POWER,
      series: { wind: [[1, 0, 1, 0]] },
      processes: [
        { id: 'wind', flows: { electricity: 1 }, size: { annuity: 100 }, weather: 'wind' },
        { id: 'grid', kind: 'buy', flows: { electricity: 1 }, variableCost: 1000 },
        {
          id: 'load',
          flows: { electricity: -1 },
          size: { min: 1, max: 1, fixed: true },
          output: 8760,
        },
      ],
      stores: [
        {
          id: 'store',
          holds: 'electricity',
          chargeEfficiency: 0.9,
          dischargeEfficiency: 0.8,
          content: { annuity: content },
          powerSize: { annuity: 1 },
        },
      ],
    });
    const [content, power] = await ask(spec(1), 'store');
    expect([content.of, power.of]).toEqual(['content', 'power']);
    expect([content.standing, power.standing]).toEqual(['between', 'between']);
    expect([content.oneMore, power.oneMore]).toEqual([0, 0]);
    // 2 MWh given in the calm hours, 2 ÷ 0.72 taken in the windy ones.
    const [given, taken] = content.lines.filter(({ what }) => what === 'electricity');
    expect([given.amount, taken.amount].toSorted()).toEqual([
      expect.closeTo(-2 / 0.72, 6),
      expect.closeTo(2, 6),
    ]);
    expect(content.lines.find(({ what }) => what.startsWith('the part of'))?.money).toBeCloseTo(-1 / 0.72, 5);
    // So dear that grid power at 1000 is cheaper: nothing of it is built.
    const dear = await ask(spec(1e5), 'store');
    expect(dear.map(({ standing }) => standing)).toEqual(['nothing', 'nothing']);
    expect(dear[0].oneMore).toBeLessThan(0);
  });

  it('several phases: one answer for each; one MW more is judged over all the phases in which it stands', async () => {
    const grid = handGrid([[2, 1]]);
    const park = (annuity: number): HandSpec => ({
      commodities: POWER,
      phases: [
        { from: 2030, years: 2, weight: 2, grid },
        { from: 2032, years: 2, weight: 6, grid },
      ],
      series: {
        wind: [
          [1, 1],
          [1, 1],
        ],
      },
      processes: [
        { id: 'gas', flows: { electricity: 1 }, size: { annuity: 10 }, variableCost: 5 },
        { id: 'wind', flows: { electricity: 1 }, size: { annuity }, weather: 'wind' },
        { id: 'load', flows: { electricity: -1 }, size: { min: 1, max: 1, fixed: true }, output: 8760 },
      ],
    });
    const found = await ask(park(25), 'gas');
    expect(found.map(({ phase }) => phase)).toEqual(['phase 1', 'phase 2']);
    // Whatever share of the price pays for the size in which phase: over both it earns what it costs.
    expect(found[0].oneMore).toBeCloseTo(0, 6);
    // Gas costs 10 + 2 × 5 = 20 a year; wind would cost 25.
    const wind = await ask(park(25), 'wind');
    expect(wind[0].standing).toBe('nothing');
    expect(wind[0].oneMore).toBeCloseTo(-5, 6);
  });
});

describe('limits of the year', () => {
  // Four hours of 20 MW: 40 MWh at 20 and, dearer by 10, 40 at 30, of which 5 000 could be had. Limits are those of 8 760 hours.
  const spec: HandSpec = {
    commodities: POWER,
    phases: [{ grid: handGrid([[4, 1]]) }],
    processes: [
      { id: 'cheap', kind: 'buy', flows: { electricity: 1 }, variableCost: 20, maxPerYear: 40 * 2190 },
      { id: 'dear', kind: 'buy', flows: { electricity: 1 }, variableCost: 30, maxPerYear: 5000 * 2190 },
      { id: 'load', flows: { electricity: -1 }, size: { min: 20, max: 20, fixed: true }, minimumShare: 1 },
    ],
  };

  it('one that binds saves 10 a MWh; the trace of a price on one that is far away is none', async () => {
    const run = await runNetwork(handNetwork(spec));
    const { program, solution } = run;
    const limits = program!.rowFamilies.filter(({ kind }) => kind === 'yearly-limits');
    expect(limits.map(({ count }) => count)).toEqual([1, 1]);
    // As an interior point leaves it: a hair of a price on every limit.
    const y = solution!.y.map((price, row) =>
      limits.some(({ first }) => first === row) && Math.abs(price) < 1e-12 ? -1e-16 : price,
    );
    const bindingOf = (name: string) => why({ ...run, solution: { ...solution!, y } }, name)[0].binding;
    expect(bindingOf('cheap')).toEqual([
      { what: 'limit of the year', hours: null, price: expect.closeTo(10, 6), unit: 'USD per MWh' },
    ]);
    expect(bindingOf('dear')).toEqual([]);
  });
});
