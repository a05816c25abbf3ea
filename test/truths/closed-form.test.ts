/**
 * Small parks that can be worked out on paper, planned by the whole machine: same sizes, cost and prices.
 */
import { describe, expect, it } from 'vitest';
import type { HandSpec } from '../hand-network.ts';
import { handGrid, handNetwork, sourced } from '../hand-network.ts';
import { solveNetwork } from '../solve-network.ts';

const POWER = { electricity: { unit: 'MWh', kind: 'energy' } } as const;
const phase = (hours: number) => [{ grid: handGrid([[hours, 1]]) }];

/** A load that must be served as its shape says: its size is fixed and its yearly output is the sum of the shape. */
function load(shape: readonly number[]) {
  const highest = Math.max(...shape);
  return {
    id: 'load',
    flows: { electricity: -1 },
    size: { min: highest, max: highest, fixed: true },
    weather: 'shape',
    // Output is counted per 8 760 hours: the program scales it by the hours of its own year.
    output: (shape.reduce((sum, value) => sum + value, 0) * 8760) / shape.length,
  };
}

describe('screening curve: a base and a peak plant under a load of 10, 9, … 1', () => {
  // Base: 110 a year and MW, 10 per MWh. Peak: 40 and 30. They cost the same at (110 − 40) ÷ (30 − 10) = 3.5 hours, so
  // what runs 1, 2 or 3 hours (the levels above 7) is peak: 3 MW; the rest is base: 7 MW.
  // Cost by hand: 7 × 110 + 3 × 40 = 890; peak energy 3 + 2 + 1 = 6 → 180; base energy 55 − 6 = 49 → 490; sum 1 560.
  const shape = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
  const spec = (scale: number): HandSpec => ({
    commodities: POWER,
    series: { shape: [shape.map((value) => value / 10)] },
    phases: phase(10),
    processes: [
      { id: 'base', flows: { electricity: 1 }, size: { annuity: 110 }, variableCost: 10 },
      { id: 'peak', flows: { electricity: 1 }, size: { annuity: 40 }, variableCost: 30 },
      load(shape.map((value) => value * scale)),
    ],
  });

  it('builds 7 MW of base and 3 MW of peak, for 1 560', async () => {
    const { plan, verification } = await solveNetwork(handNetwork(spec(1)));
    expect(plan.phases[0].capacities[0]).toBeCloseTo(7, 6);
    expect(plan.phases[0].capacities[1]).toBeCloseTo(3, 6);
    expect(plan.netPresentCost).toBeCloseTo(1560, 4);
    expect(verification.holds).toBe(true);
  });

  it('prices: peak and base both earn exactly their capacity cost, and no hour is below the running cost', async () => {
    const { plan } = await solveNetwork(handNetwork(spec(1)));
    const price = plan.phases[0].price[0];
    const earned = (running: number, rate: Float64Array) =>
      rate.reduce((sum, amount, hour) => sum + (price[hour] - running) * amount, 0);
    expect(earned(10, plan.phases[0].activity[0][0])).toBeCloseTo(7 * 110, 4);
    expect(earned(30, plan.phases[0].activity[1][0])).toBeCloseTo(3 * 40, 4);
    for (const hour of price) expect(hour).toBeGreaterThan(10 - 1e-6);
    // In hours 4 to 10 only base runs, below its size in hours 5 to 10: the price is its running cost.
    for (const hour of price.slice(4)) expect(hour).toBeCloseTo(10, 5);
  });

  it('doubling the load doubles sizes and cost, and leaves the prices as they are', async () => {
    const once = (await solveNetwork(handNetwork(spec(1)))).plan;
    const twice = (await solveNetwork(handNetwork(spec(2)))).plan;
    expect(twice.netPresentCost).toBeCloseTo(2 * once.netPresentCost, 3);
    expect(twice.phases[0].capacities[0]).toBeCloseTo(14, 6);
  });

  it('strong duality: the certificate of the program closes to 1e-8', async () => {
    const { solution } = await solveNetwork(handNetwork(spec(1)));
    expect(solution.certificate?.gap).toBeLessThan(1e-8);
  });
});

describe('a source that blows every other hour, a load of 1 and a lossy store', () => {
  // One-way efficiencies 0.9 in and 0.8 out: 1 ÷ 0.72 charged in the windy hour gives 1 in the calm one.
  // Source 1 + 1/0.72 = 2.388 889; charge 1.388 889; discharge 1; content 1 ÷ 0.8 = 1.25.
  const spec = (hours: number, block: number): HandSpec => ({
    commodities: POWER,
    series: {
      wind: [Array.from({ length: hours }, (_, hour) => (Math.floor(hour / block) % 2 === 0 ? 1 : 0))],
      shape: [Array.from({ length: hours }, () => 1)],
    },
    phases: phase(hours),
    processes: [
      { id: 'wind', flows: { electricity: 1 }, size: { annuity: 100 }, weather: 'wind' },
      load(Array.from({ length: hours }, () => 1)),
    ],
    stores: [
      {
        id: 'store',
        holds: 'electricity',
        chargeEfficiency: 0.9,
        dischargeEfficiency: 0.8,
        content: { annuity: 1 },
        powerSize: { annuity: 1 },
      },
    ],
  });

  it('sizes by hand: 2.388 889, power 1.388 889, content 1.25', async () => {
    const { plan, verification } = await solveNetwork(handNetwork(spec(4, 1)));
    const [wind, , content, power] = plan.phases[0].capacities;
    expect(wind).toBeCloseTo(1 + 1 / 0.72, 6);
    expect(content).toBeCloseTo(1.25, 6);
    expect(power).toBeCloseTo(1 / 0.72, 6);
    expect(verification.holds).toBe(true);
  });

  it('wear of 7 per MWh given back adds 7 × 2 MWh to the cost of the four hours', async () => {
    const plain = spec(4, 1);
    const worn = {
      ...plain,
      stores: plain.stores?.map((store) => ({ ...store, wearCost: sourced(7, 'USD/MWh') })),
    };
    const without = await solveNetwork(handNetwork(plain));
    const { plan, verification } = await solveNetwork(handNetwork(worn));
    expect(plan.netPresentCost - without.plan.netPresentCost).toBeCloseTo(14, 4);
    expect(verification.holds).toBe(true);
  });

  it('blocks of three hours need three times the content and nothing else', async () => {
    const { plan } = await solveNetwork(handNetwork(spec(12, 3)));
    const [wind, , content, power] = plan.phases[0].capacities;
    expect(wind).toBeCloseTo(1 + 1 / 0.72, 6);
    expect(content).toBeCloseTo(3 * 1.25, 6);
    expect(power).toBeCloseTo(1 / 0.72, 6);
  });

  it('shifting all series by an hour changes nothing (stores are cyclic)', async () => {
    const moved = spec(4, 1);
    const turned = { ...moved, series: { ...moved.series, wind: [[0, 1, 0, 1]] } };
    const { plan } = await solveNetwork(handNetwork(turned));
    expect(plan.phases[0].capacities[0]).toBeCloseTo(1 + 1 / 0.72, 6);
  });
});

describe('typical weeks: two runs of hours with weights 3 and 1', () => {
  // Run 1 stands for three like it: the yearly output 3 × (2 + 2) + 1 × (2 + 2) = 16 units is met by 2 an hour, bought at 5.
  it('weighs cost and output, and prices a unit in the real year', async () => {
    const network = handNetwork({
      commodities: { ore: { balance: 'hour' }, metal: { balance: 'month' } },
      phases: [
        {
          grid: handGrid([
            [2, 3],
            [2, 1],
          ]),
        },
      ],
      processes: [
        { id: 'purchase', kind: 'buy', flows: { ore: 1 }, variableCost: 5 },
        {
          id: 'smelter',
          flows: { metal: 1, ore: -1 },
          period: 'hour',
          size: { min: 2, max: 2, annuity: 1 },
          output: 16 * (8760 / 8),
        },
        { id: 'sale', kind: 'sell', flows: { metal: -1 }, variableCost: 0 },
      ],
    });
    const { plan, verification } = await solveNetwork(network);
    expect(plan.netPresentCost).toBeCloseTo(16 * 5 + 2, 4);
    expect(plan.phases[0].price[0][0]).toBeCloseTo(5, 4);
    expect(plan.phases[0].price[0][2]).toBeCloseTo(5, 4);
    expect(verification.holds).toBe(true);
  });
});

describe('two phases: what is built in the first still stands in the second', () => {
  // Asked for 2 units in two hours of phase one and 6 in phase two; annuity 10; weights 2 and 5. Evenly is cheapest: 1 MW
  // stands, then 3 MW. Cost 2 × 10 × 1 + 5 × 10 × 3 = 170.
  it('pays for what stands, in each phase', async () => {
    const grid = handGrid([[2, 1]]);
    const network = handNetwork({
      commodities: POWER,
      series: {
        shape: [
          [0.5, 0.5],
          [1, 1],
        ],
      },
      phases: [
        { from: 2030, years: 4, weight: 2, grid },
        { from: 2034, years: 20, weight: 5, grid },
      ],
      processes: [
        { id: 'plant', flows: { electricity: 1 }, size: { annuity: 10, life: 30 } },
        { id: 'load', flows: { electricity: -1 }, size: { min: 4, max: 4 }, weather: 'shape' },
      ],
    });
    // The load has no output of its own here: it is asked for by a measure in each phase.
    const asked = (phaseIndex: number, amount: number) => ({
      id: `load ${phaseIndex}`,
      title: 'load',
      terms: [{ of: 'process' as const, index: 1, coefficient: 1 }],
      lower: amount,
      upper: Number.POSITIVE_INFINITY,
      phases: [phaseIndex],
    });
    const { plan, verification } = await solveNetwork(network, [asked(0, 2), asked(1, 6)]);
    expect(plan.phases.map((one) => Math.round(one.capacities[0] * 1e6) / 1e6)).toEqual([1, 3]);
    expect(plan.netPresentCost).toBeCloseTo(170, 4);
    // One unit more of yearly load in phase two costs 10 a year for half a unit of size: 5.
    expect(plan.phases[1].measurePrice[1]).toBeCloseTo(5, 4);
    expect(verification.holds).toBe(true);
  });
});
