/**
 * A connection to the grid worked out on paper: what is paid by the hour, for the highest hour, and on days without it.
 */
import { describe, expect, it } from 'vitest';
import type { HandSpec } from '../hand-network.ts';
import { handGrid, handNetwork } from '../hand-network.ts';
import { planText } from '../plan-text.ts';
import { solveNetwork } from '../solve-network.ts';

const POWER = { electricity: { unit: 'MWh', kind: 'energy' } } as const;
const four = [{ grid: handGrid([[4, 1]]) }];

describe('a price that changes by the hour', () => {
  // A load of 1 in each of four hours; the grid costs 20, 80, 20, 80. A store gives back 0.9 × 0.8 = 0.72 of what it takes:
  // an hour of 80 is served by 1 ÷ 0.72 bought at 20, 27.78, and its sizes: content 1 ÷ 0.8 = 1.25 at 4 a year, power
  // 1 ÷ 0.72 = 1.389 at 2 a year: 5 + 2.78 for two cycles. Cost: 2 × 20 + 2 × 27.78 + 7.78 = 103.33 rather than 200.
  const spec = (content: number): HandSpec => ({
    commodities: POWER,
    series: { price: [[0.4, 1.6, 0.4, 1.6]], shape: [[1, 1, 1, 1]] },
    phases: four,
    processes: [
      { id: 'grid', kind: 'buy', flows: { electricity: 1 }, variableCost: 50, priceShape: 'price' },
      {
        id: 'load',
        flows: { electricity: -1 },
        size: { min: 1, max: 1, fixed: true },
        weather: 'shape',
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
        powerSize: { annuity: 2 },
      },
    ],
  });

  it('is bought when it is cheap, for 103.33', async () => {
    const { plan, verification } = await solveNetwork(handNetwork(spec(4)));
    expect(plan.netPresentCost).toBeCloseTo(40 + 40 / 0.72 + 4 / 0.8 + 2 / 0.72, 4);
    const [grid] = plan.phases[0].activity[0];
    expect([...grid].map((rate) => Math.round(rate * 1e4) / 1e4)).toEqual([2.3889, 0, 2.3889, 0]);
    expect(verification.holds).toBe(true);
  });

  // At 100 a year the content alone, 125, costs more than the 2 × (80 − 27.78) = 104.4 that it saves.
  it('a store that costs 100 a year does not pay: 200, and the price of each hour is the grid’s', async () => {
    const { plan } = await solveNetwork(handNetwork(spec(100)));
    expect(plan.netPresentCost).toBeCloseTo(200, 4);
    expect([...plan.phases[0].price[0]].map((price) => Math.round(price))).toEqual([20, 80, 20, 80]);
  });
});

describe('a charge for the highest hour: the screening curve of a grid and a base plant', () => {
  // As for any peak plant: a grid at 40 a year and MW and 30 per MWh against 110 and 10 runs what runs less than 3.5 hours.
  it('3 MW are agreed and 6 MWh bought under a load of 10, 9, … 1', async () => {
    const shape = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    const network = handNetwork({
      commodities: POWER,
      series: { shape: [shape.map((value) => value / 10)] },
      phases: [{ grid: handGrid([[10, 1]]) }],
      processes: [
        { id: 'base', flows: { electricity: 1 }, size: { annuity: 110 }, variableCost: 10 },
        {
          id: 'grid',
          kind: 'buy',
          flows: { electricity: 1 },
          size: { fixedCost: 40, life: 1 },
          variableCost: 30,
        },
        {
          id: 'load',
          flows: { electricity: -1 },
          size: { min: 10, max: 10, fixed: true },
          weather: 'shape',
          output: 55 * 876,
        },
      ],
    });
    const { plan } = await solveNetwork(network);
    expect(plan.phases[0].capacities[1]).toBeCloseTo(3, 6);
    expect(plan.phases[0].activity[1][0].reduce((sum, rate) => sum + rate)).toBeCloseTo(6, 5);
    expect(plan.netPresentCost).toBeCloseTo(1560, 4);
  });
});

describe('a planned outage', () => {
  // Out in the second of four hours: a store without loss takes 1 more before it and gives it then. Content 1 at 10 a year.
  it('is bridged by a store of one hour, and verified', async () => {
    const network = handNetwork({
      commodities: POWER,
      series: { open: [[1, 0, 1, 1]], shape: [[1, 1, 1, 1]] },
      phases: four,
      processes: [
        { id: 'grid', kind: 'buy', flows: { electricity: 1 }, variableCost: 50, openIn: 'open' },
        {
          id: 'load',
          flows: { electricity: -1 },
          size: { min: 1, max: 1, fixed: true },
          weather: 'shape',
          output: 8760,
        },
      ],
      stores: [{ id: 'store', holds: 'electricity', content: { annuity: 10 } }],
    });
    const { plan, verification } = await solveNetwork(network);
    expect(plan.phases[0].activity[0][0][1]).toBeCloseTo(0, 9);
    expect(plan.netPresentCost).toBeCloseTo(4 * 50 + 10, 4);
    expect(verification.holds).toBe(true);
  });
});

describe('a park file with a tariff, through the whole flow', () => {
  const park = (grid: string, more = '') => `
kombinat: 1
park: Tariff
prices in: USD 2025
sites: { works: { at: [51.7, 75.3] } }
plants:
  smelter: { plant: prebake-potline, output: 100 kt/a }
buy:
  alumina: 420 USD/t
  grid electricity: ${grid}
${more}`;
  const kpi = (run: Awaited<ReturnType<typeof planText>>, id: string) =>
    run.kpis[0].find((row) => row.id === id)?.value ?? Number.NaN;

  it('night at 30 and day at 60 from 7 to 23: the same cost as 50 throughout, for a load that never changes', async () => {
    // 8 × 30 + 16 × 60 = 24 × 50.
    const [byHour, even] = await Promise.all(
      ['{ cost: 30 USD/MWh, tariff: [{ hours: 7-23, cost: 60 USD/MWh }] }', '{ cost: 50 USD/MWh }'].map(
        (grid) => planText(park(grid)),
      ),
    );
    expect(byHour.status, byHour.message).toBe('optimal');
    // The heat of the pots shifts a little load into the night: never dearer, and by less than 2 %.
    const [a, b] = [byHour, even].map((run) => kpi(run, 'lcoa'));
    expect(a).toBeLessThanOrEqual(b * (1 + 1e-7));
    expect(a).toBeGreaterThan(0.98 * b);
    expect(
      byHour.plan?.network.processes.find(({ id }) => id === 'grid electricity')?.variableCost,
    ).toBeCloseTo(50, 9);
  });

  it('a capacity charge of 60 USD/kW adds 60 000 USD for each MW that the pots take', async () => {
    const [charged, free] = await Promise.all(
      ['{ cost: 50 USD/MWh, capacity charge: 60 USD/kW/a }', '{ cost: 50 USD/MWh }'].map((grid) =>
        planText(park(grid)),
      ),
    );
    const row = charged.capacities.find(({ plant }) => plant === 'grid electricity');
    expect(row?.unit).toBe('MW');
    const rates =
      free.plan!.phases[0].activity[
        free.plan!.network.processes.findIndex(({ id }) => id === 'grid electricity')
      ][0];
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    expect(row?.built).toBeCloseTo(mean, 1);
    const annual = (run: typeof charged) => kpi(run, 'annual-cost');
    expect(annual(charged) - annual(free)).toBeCloseTo(0.06 * (row?.built ?? 0), 3);
  });

  it('a file that says the same as the tariff gives the same plan', async () => {
    // Almaty is five hours ahead of UTC: day from 7 to 23 there is 2 to 18 UTC.
    const rows = Array.from({ length: 8760 }, (_, hour) => (hour % 24 >= 2 && hour % 24 < 18 ? 60 : 30));
    const prices = ['hour,spot', ...rows.map((price, hour) => `${hour},${price}`)].join('\n');
    const tariff = park('{ cost: 30 USD/MWh, tariff: [{ hours: 7-23, cost: 60 USD/MWh }] }');
    const file = park('{ hourly: { file: prices.csv, cost: spot, money in: USD 2025/MWh } }');
    const from = (text: string) => ({
      readText: (name: string) => (name === 'prices.csv' ? prices : name === 'test.park.yaml' ? text : null),
    });
    const [a, b] = await Promise.all([planText(tariff), planText(file, from(file))]);
    expect(b.status, b.message).toBe('optimal');
    expect(Math.abs(kpi(a, 'lcoa') / kpi(b, 'lcoa') - 1)).toBeLessThan(1e-8);
  });

  it('carbon by the hour binds a promise hour by hour: coal at night and wind by day of 1.0 and 0.1 t/MWh', async () => {
    const run = await planText(
      park(
        '{ cost: 50 USD/MWh, max: 400 MW, carbon: 1000 g/kWh, tariff: [{ hours: 7-23, carbon: 100 g/kWh }] }',
        'stores: { battery: { store: battery } }\npromises:\n  - { promise: indirect-emissions, at most: 4 tCO2e/t, bind: true }\n',
      ),
    );
    expect(run.status, run.message).toBe('optimal');
    // Without the promise: (8 × 1.0 + 16 × 0.1) ÷ 24 = 0.4 t/MWh on some 13.5 MWh/t: 5.4 t/t. With it: 4 exactly.
    expect(kpi(run, 'indirect-emissions')).toBeCloseTo(4, 4);
    expect(run.verification?.holds).toBe(true);
  });
});
