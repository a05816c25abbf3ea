import { describe, expect, it } from 'vitest';
import { handGrid, handNetwork, handPlan } from '../../../test/hand-network.ts';
import { solveNetwork, solver } from '../../../test/solve-network.ts';
import type { Network } from '../../network/network.ts';
import type { Plan } from '../../plan/plan.ts';
import { verifyOperation } from '../../plan/verify-operation.ts';
import { operateYear, type YearRun } from './operate-year.ts';
import { type Outage, operatingNetwork } from './operating-network.ts';
import { firstLevels, nodePrices, steeringOf } from './steer.ts';
import { yearFigures } from './year-figures.ts';

const HOURS = 96;
/** A rate per 8 760 hours that asks for so much an hour. */
const perHour = (rate: number) => rate * 8760;
const PERFECT = {
  seed: 1,
  known: 24,
  errors: {
    wind: { error: 0, memory: 1 },
    sun: { error: 0, memory: 1 },
    cold: { error: 0, memory: 1 },
    water: { error: 0, memory: 240 },
  },
};
const options = { solver: 'highs', tolerance: 1e-7, timeLimit: 60 } as const;

/** Three days of wind, the third still; a works that takes 10 MW and makes 1 t/h; a battery without loss. */
interface Extra {
  readonly grid?: number;
  readonly wind?: readonly number[];
  /** A store that may be built and need not. */
  readonly lake?: boolean;
}

function windPark(battery: number, extra: Extra = {}): Network {
  const wind = extra.wind ?? Array.from({ length: HOURS }, (_, hour) => (hour >= 48 && hour < 72 ? 0 : 1));
  const free = { min: 0, annuity: 0 };
  return handNetwork({
    commodities: { electricity: { unit: 'MWh' }, metal: {} },
    series: { 'works/wind': [wind] },
    phases: [{ grid: handGrid([[HOURS, 1]], 24) }],
    processes: [
      { id: 'wind', flows: { electricity: 1 }, size: { ...free, min: 30, max: 30 }, weather: 'works/wind' },
      { id: 'spill', kind: 'trim', flows: { electricity: -1 } },
      {
        id: 'works',
        of: 'metal',
        flows: { metal: 1, electricity: -10 },
        size: { ...free, min: 1, max: 1 },
        minimumShare: 1,
        output: perHour(1),
      },
      { id: 'sale', kind: 'sell', flows: { metal: -1 }, variableCost: -1 },
      ...(extra.grid === undefined
        ? []
        : [
            {
              id: 'grid',
              kind: 'buy' as const,
              flows: { electricity: 1 },
              maxRate: extra.grid,
              variableCost: 50,
            },
          ]),
    ],
    stores: [
      {
        id: 'battery',
        holds: 'electricity',
        content: { min: battery, max: battery },
        powerSize: { min: 30, max: 30 },
      },
      ...(extra.lake === true
        ? [{ id: 'lake', holds: 'electricity', content: { max: 500 }, powerSize: { max: 500 } }]
        : []),
    ],
  });
}

/** A plan typed in: sizes stand, stores begin empty, power is worth 20 a MWh. */
function typedPlan(network: Network): Plan {
  const plan = handPlan(
    network,
    [{ built: Object.fromEntries(network.capacities.map(({ id, max }) => [id, max])) }],
    0,
  );
  const [phase] = plan.phases;
  const price = network.nodes.map((_, node) =>
    new Float64Array(HOURS).fill(network.commodities[network.nodes[node].commodity].unit === 'MWh' ? 20 : 0),
  );
  return { ...plan, phases: [{ ...phase, price, level: network.stores.map(() => new Float64Array(HOURS)) }] };
}

interface Asked {
  readonly window?: number;
  readonly step?: number;
  readonly outages?: readonly Outage[];
}

async function run(network: Network, plan: Plan, { window = 48, step = 24, outages = [] }: Asked = {}) {
  const operated = operatingNetwork(network, 0, plan.phases[0], outages);
  const steering = steeringOf(plan, 0);
  const levels = firstLevels(plan, 0, operated.network);
  const prices = nodePrices(plan, 0);
  const looking = { window, step, forecast: { ...PERFECT, known: step } };
  const found = await operateYear({ park: operated, steering, prices, levels, looking, solver, options });
  if (!('record' in found)) throw new Error(`${found.status} at hour ${found.first}: ${found.message}`);
  const worth = {
    content: new Float64Array(network.stores.length),
    account: new Float64Array(network.nodes.length),
  };
  const figures = yearFigures(operated.network, found.record, steering.loads, levels, worth);
  // Whatever is run here holds, hour by hour, when nobody asks the solver.
  const { record } = found as YearRun;
  const { activity, levels: contents, charge, discharge, account, cost } = record;
  const verified = verifyOperation({
    network: operated.network,
    planned: plan.phases[0].capacities,
    ...{ activity, levels: contents, charge, discharge, account, cost },
    before: window >= HOURS ? record.level : levels,
    unserved: steering.loads.map(({ process }, at) => ({
      process,
      rates: record.unserved[at],
      told: figures.loads[at].missed,
    })),
  });
  expect(
    verified.largestGap.relative,
    `${verified.largestGap.what}, ${verified.largestGap.where}`,
  ).toBeLessThan(1e-6);
  return { ...(found as YearRun), figures };
}

describe('a day without wind', () => {
  it('240 MWh of battery carry 10 MW through 24 h: nothing is unserved', async () => {
    const network = windPark(240);
    const { figures, record } = await run(network, typedPlan(network));
    expect(figures.unserved).toEqual({ energy: 0, hours: 0, share: 0 });
    expect(record.done.made[2]).toBeCloseTo(96, 6);
  });

  it('100 MWh of battery leave 24 × 10 − 100 = 140 MWh unserved, 140 of 960 wanted', async () => {
    const network = windPark(100);
    const { figures, record } = await run(network, typedPlan(network));
    expect(figures.unserved.energy).toBeCloseTo(140, 5);
    expect(figures.unserved.share).toBeCloseTo(140 / 960, 7);
    expect(figures.loads).toHaveLength(1);
    expect(figures.loads[0]).toMatchObject({ id: 'works', unit: 't' });
    expect(figures.loads[0].missed).toBeCloseTo(14, 6);
    expect(record.done.made[2]).toBeCloseTo(82, 6);
  });

  it('unserved energy falls when the battery grows', async () => {
    const found: number[] = [];
    for (const battery of [0, 60, 120, 180, 240]) {
      const network = windPark(battery);
      found.push((await run(network, typedPlan(network))).figures.unserved.energy);
    }
    [240, 180, 120, 60, 0].forEach((energy, at) => {
      expect(found[at]).toBeCloseTo(energy, 4);
    });
  });

  it('what is not served is no cost: 82 t are sold at 1, and nothing else is paid', async () => {
    const network = windPark(100);
    const { record } = await run(network, typedPlan(network));
    expect(record.cost).toBeCloseTo(-82, 5);
  });

  it('power worth 20 in store and 50 from the grid: the wind of the days before is kept, none is bought', async () => {
    const network = windPark(240, { grid: 10 });
    const { record } = await run(network, typedPlan(network));
    expect(record.cost).toBeCloseTo(-96, 4);
  });
});

describe('a store that is not built', () => {
  it('of 6e-7 MWh that the solver left of it nothing stands and nothing lies in it: 100 MWh of battery leave 140 unserved', async () => {
    const network = windPark(100, { lake: true });
    const typed = typedPlan(network);
    const [phase] = typed.phases;
    const capacities = phase.capacities.slice();
    network.capacities.forEach(({ owner, of }, index) => {
      if (owner === 'lake') capacities[index] = of === 'content' ? 6e-7 : 0;
    });
    const level = network.stores.map(({ id }) => new Float64Array(HOURS).fill(id === 'lake' ? 5.9e-7 : 0));
    const { figures, record } = await run(network, { ...typed, phases: [{ ...phase, capacities, level }] });
    expect(figures.unserved.energy).toBeCloseTo(140, 5);
    expect(record.level[1]).toBe(0);
  });
});

describe('the yardstick', () => {
  it('one window as long as the year, no outage, no error: the cost is that of the plan to 1e-6', async () => {
    const wind = Array.from({ length: HOURS }, (_, hour) => 0.5 + 0.5 * Math.sin(hour / 7));
    const network = windPark(60, { grid: 10, wind });
    const { plan } = await solveNetwork(network);
    const { record, windows } = await run(network, plan, { window: HOURS, step: HOURS });
    expect(windows).toBe(1);
    expect(plan.netPresentCost).toBeGreaterThan(1000);
    expect(Math.abs(record.cost / plan.netPresentCost - 1)).toBeLessThan(1e-6);
  });

  it('who sees less never pays less, what the battery holds more at the end valued at the dearest power', async () => {
    const wind = Array.from({ length: HOURS }, (_, hour) => 0.3 + 0.3 * Math.sin(hour / 7));
    const network = windPark(60, { grid: 10, wind });
    const { plan } = await solveNetwork(network);
    const whole = await run(network, plan, { window: HOURS, step: HOURS });
    const rolling = await run(network, plan, { window: 48, step: 24 });
    const kept = rolling.record.level[0] - firstLevels(plan, 0, network)[0];
    expect(rolling.record.cost - 50 * kept).toBeGreaterThanOrEqual(whole.record.cost - 1e-3);
  });
});

describe('an outage', () => {
  it('of the only connection, 6 h of 10 MW: 60 MWh unserved, the works without power for 6 h on end', async () => {
    const network = windPark(0, { grid: 10, wind: Array(HOURS).fill(0) });
    const inOrder = new Float64Array(HOURS).fill(1);
    inOrder.fill(0, 30, 36);
    const grid = network.processes.findIndex(({ id }) => id === 'grid');
    const outage = { process: grid, inOrder, usual: 1, repair: 6 };
    const { figures } = await run(network, typedPlan(network), { outages: [outage] });
    expect(figures.unserved.energy).toBeCloseTo(60, 5);
    expect(figures.unserved.hours).toBe(6);
    const whole = await run(network, typedPlan(network));
    expect(whole.figures.unserved.energy).toBe(0);
  });

  it('of half a connection: 6 h of 5 MW', async () => {
    const network = windPark(0, { grid: 10, wind: Array(HOURS).fill(0) });
    const inOrder = new Float64Array(HOURS).fill(1);
    inOrder.fill(0.5, 30, 36);
    const grid = network.processes.findIndex(({ id }) => id === 'grid');
    const { figures } = await run(network, typedPlan(network), {
      outages: [{ process: grid, inOrder, usual: 1, repair: 6 }],
    });
    expect(figures.unserved.energy).toBeCloseTo(30, 5);
  });
});

describe('sizes', () => {
  it('of a few watts beside megawatts, which the solver left, do not stand; asked for, they do', () => {
    const network = handNetwork({
      commodities: { electricity: { unit: 'MWh' } },
      processes: [
        { id: 'farm', flows: { electricity: 1 }, size: { max: 1000 } },
        { id: 'dust', flows: { electricity: 1 }, size: { max: 1000 } },
        { id: 'small', flows: { electricity: 1 }, size: { min: 1e-5, max: 1e-5 } },
      ],
    });
    const plan = handPlan(network, [{ built: { farm: 500, dust: 1e-5, small: 1e-5 } }], 0);
    const { capacities } = operatingNetwork(network, 0, plan.phases[0], []).network;
    expect(capacities.map(({ min, max, annuity }) => [min, max, annuity])).toEqual([
      [500, 500, 0],
      [0, 0, 0],
      [1e-5, 1e-5, 0],
    ]);
  });
});

describe('who goes without first', () => {
  /** A mill and pots of 10 MW each on a grid of 20 MW. Pots lose 5 MWh of heat an hour and leak a tenth towards the set point. */
  const twoLoads = () => {
    const size = { min: 1, max: 1, annuity: 0 };
    const always = { minimumShare: 1, output: perHour(1), size };
    return handNetwork({
      commodities: { electricity: { unit: 'MWh' }, metal: {}, sheet: {}, 'pot-heat': { unit: 'MWh' } },
      phases: [{ grid: handGrid([[HOURS, 1]], 24) }],
      processes: [
        { id: 'grid', kind: 'buy', flows: { electricity: 1 }, maxRate: 20, variableCost: 50 },
        { id: 'mill', of: 'sheet', flows: { sheet: 1, electricity: -10 }, ...always },
        { id: 'pots', of: 'metal', flows: { metal: 1, electricity: -10, 'pot-heat': 5 }, ...always },
        { id: 'sale of sheet', kind: 'sell', flows: { sheet: -1 } },
        { id: 'sale of metal', kind: 'sell', flows: { metal: -1 } },
      ],
      stores: [
        { id: 'heat', holds: 'pot-heat', inside: 'pots', low: -10, high: 10, lossPerHour: 0.1, standing: -5 },
      ],
    });
  };
  const gridOut = (left: number, hours: number): Outage => {
    const inOrder = new Float64Array(HOURS).fill(1);
    inOrder.fill(left, 30, 30 + hours);
    return { process: 0, inOrder, usual: 1, repair: 6 };
  };

  it('half of the grid out for 6 h: the mill, 60 MWh; the pots keep theirs', async () => {
    const network = twoLoads();
    const { figures } = await run(network, typedPlan(network), { outages: [gridOut(0.5, 6)] });
    const [mill, pots] = figures.loads;
    expect([mill.id, pots.id]).toEqual(['mill', 'pots']);
    expect(mill.energy).toBeCloseTo(60, 4);
    expect(mill.hours).toBe(6);
    expect(mill.share).toBeCloseTo(60 / 960, 7);
    expect(pots).toMatchObject({ energy: 0, hours: 0, missed: 0 });
    expect(pots.price).toBeGreaterThan(mill.price);
    expect(figures.pots).toEqual([{ id: 'pots', title: 'pots', coldHours: 0, longestGap: 0, asOutage: 0 }]);
  });

  it('all of it for 5 h: heat falls to −5, −9.5, −13.55, −17.2, −20.5 and is below −10 for 9 h; a gap of 5 h', async () => {
    const network = twoLoads();
    const { figures, record } = await run(network, typedPlan(network), { outages: [gridOut(0, 5)] });
    expect(figures.unserved.energy).toBeCloseTo(100, 4);
    expect(figures.unserved.hours).toBe(5);
    const [pots] = figures.pots;
    expect(pots.coldHours).toBe(9);
    expect(pots.longestGap).toBe(5);
    expect(pots.asOutage).toBeCloseTo(5, 5);
    expect(record.levels[0][34]).toBeCloseTo(-20.4755, 4);
  });
});

describe('goods that are balanced over longer times', () => {
  it('metal of each hour, cast and sold by the month: what is made is what is sold and what is held', async () => {
    const wind = Array.from({ length: HOURS }, (_, hour) => 0.5 + 0.5 * Math.sin(hour / 5));
    const size = { annuity: 0 };
    const network = handNetwork({
      commodities: {
        electricity: { unit: 'MWh' },
        metal: { balance: 'month' },
        ingot: { balance: 'month' },
      },
      series: { 'works/wind': [wind] },
      phases: [{ grid: handGrid([[HOURS, 1]], 24) }],
      processes: [
        { id: 'wind', flows: { electricity: 1 }, size: { ...size, min: 30, max: 30 }, weather: 'works/wind' },
        { id: 'spill', kind: 'trim', flows: { electricity: -1 } },
        {
          id: 'works',
          of: 'metal',
          period: 'hour',
          flows: { metal: 1, electricity: -10 },
          size: { ...size, min: 3, max: 3 },
          output: perHour(1),
        },
        { id: 'casting', of: 'ingot', flows: { ingot: 1, metal: -1 }, size: { ...size, min: 3, max: 3 } },
        { id: 'sale', kind: 'sell', flows: { ingot: -1 }, variableCost: -1 },
      ],
      stores: [{ id: 'yard', holds: 'ingot', content: { min: 20, max: 20 } }],
    });
    const { record, figures } = await run(network, typedPlan(network), { window: 48, step: 24 });
    const of = (id: string) => network.processes.findIndex((process) => process.id === id);
    const [made, cast, sold] = ['works', 'casting', 'sale'].map((id) => record.done.made[of(id)]);
    const node = (commodity: string) => network.nodes.findIndex(({ id }) => id === `works/${commodity}`);
    expect(figures.unserved.energy).toBe(0);
    expect(made).toBeCloseTo(96, 4);
    expect(made - cast).toBeCloseTo(record.account[node('metal')], 6);
    expect(cast - sold - record.level[0]).toBeCloseTo(record.account[node('ingot')], 6);
    // The last window ends with the year: nothing is left open.
    expect(Math.abs(record.account[node('metal')])).toBeLessThan(1e-4);
    expect(record.cost).toBeCloseTo(-sold, 5);
  });
});

describe('chance', () => {
  it('the same seed gives the same year to the last digit', async () => {
    const wind = Array.from({ length: HOURS }, (_, hour) => 0.3 + 0.3 * Math.sin(hour / 7));
    const network = windPark(60, { grid: 10, wind });
    const { plan } = await solveNetwork(network);
    const one = await run(network, plan);
    const again = await run(network, plan);
    expect(again.record).toEqual(one.record);
  });
});
