import { describe, expect, it } from 'vitest';
import { handGrid, handNetwork, handPlan } from '../../test/hand-network.ts';
import { chooseWindows, dispatchData, durationCurve, monthByHour } from './dispatch-data.ts';

/** Four hours, typed in: wind of 100 MW offers 100, 50, 0, 80; the plant takes 60 throughout. */
function smallPark() {
  const network = handNetwork({
    commodities: { electricity: { unit: 'MWh', kind: 'energy' }, metal: { balance: 'year' } },
    series: { wind: [[1, 0.5, 0, 0.8]] },
    processes: [
      { id: 'wind', library: 'wind-farm', weather: 'wind', flows: { electricity: 1 }, size: { max: 100 } },
      { id: 'grid', kind: 'buy', library: 'grid', flows: { electricity: 1 } },
      { id: 'smelter', period: 'hour', flows: { metal: 1, electricity: -15 }, size: { max: 4, unit: 't/h' } },
    ],
    stores: [{ id: 'battery', library: 'battery', holds: 'electricity' }],
  });
  const plan = handPlan(
    network,
    [
      {
        built: { wind: 100, smelter: 4 },
        activity: { wind: [80, 50, 0, 60], grid: [0, 10, 30, 0], smelter: [4, 4, 4, 4] },
        stores: { battery: { level: [20, 20, 0, 0], charge: [20, 0, 0, 0], discharge: [0, 0, 20, 0] } },
      },
    ],
    0,
  );
  plan.phases[0].price[network.nodes.findIndex((node) => node.id.endsWith('electricity'))].set([
    0, 62, 90, 62,
  ]);
  return plan;
}

describe('dispatch by the hour', () => {
  const dispatch = dispatchData(smallPark(), 0)!;

  it('stacks weather below purchase below storage', () => {
    expect(dispatch.supply.map((layer) => layer.id)).toEqual(['wind-farm', 'electricity-bought', 'battery']);
    expect(dispatch.supply.map((layer) => layer.role)).toEqual(['weather', 'bought', 'storage']);
  });

  it('tells demand without charging, what was curtailed, and what was not served', () => {
    expect([...dispatch.demand]).toEqual([60, 60, 60, 60]);
    expect([...dispatch.charging[0].values]).toEqual([20, 0, 0, 0]);
    // 100 × series − taken: 20, 0, 0, 20.
    expect([...dispatch.curtailed]).toEqual([20, 0, 0, 20]);
    // Third hour: 30 bought + 20 stored for 60 needed.
    expect([...dispatch.unserved]).toEqual([0, 0, 10, 0]);
  });

  it('tells what an interior point leaves of nothing as nothing: 2e-8 of a grid, a battery, wind left standing', () => {
    const plan = smallPark();
    const hair = 2e-8;
    const [phase] = plan.phases;
    for (const rates of [phase.activity[1][0], phase.charge[0], phase.discharge[0]])
      rates.forEach((value, hour) => {
        if (value === 0) rates[hour] = hair;
      });
    phase.activity[0][0][1] -= hair;
    const { supply, charging, curtailed, demand } = dispatchData(plan, 0)!;
    expect(supply.map(({ values }) => [...values])).toEqual([
      [80, 50 - hair, 0, 60],
      [0, 10, 30, 0],
      [0, 0, 20, 0],
    ]);
    expect([...charging[0].values]).toEqual([20, 0, 0, 0]);
    expect([...curtailed]).toEqual([20, 0, 0, 20]);
    expect([...demand]).toEqual([60, 60, 60, 60]);
  });

  it('tells the marginal price where it is used', () => expect([...dispatch.price]).toEqual([0, 62, 90, 62]));

  it('has no dispatch without a carrier that is balanced by the hour', () => {
    const network = handNetwork({
      commodities: { metal: {} },
      processes: [{ id: 'mine', flows: { metal: 1 } }],
    });
    expect(dispatchData(handPlan(network, [{ activity: { mine: [1, 1, 1, 1] } }], 0), 0)).toBeNull();
  });
});

describe('one technology at several sites', () => {
  it('is one layer under the name they share', () => {
    const network = handNetwork({
      commodities: { electricity: { unit: 'MWh', kind: 'energy' } },
      series: { wind: [[1, 1, 1, 1]] },
      processes: [
        {
          id: 'a',
          title: 'Wind farm, north',
          library: 'wind-farm',
          weather: 'wind',
          flows: { electricity: 1 },
          size: {},
        },
        {
          id: 'b',
          title: 'Wind farm, south',
          library: 'wind-farm',
          weather: 'wind',
          flows: { electricity: 1 },
          size: {},
        },
        { id: 'sale', kind: 'sell', flows: { electricity: -1 } },
      ],
    });
    const rates = (rate: number): number[] => [rate, rate, rate, rate];
    const plan = handPlan(
      network,
      [{ built: { a: 2, b: 3 }, activity: { a: rates(2), b: rates(3), sale: rates(5) } }],
      0,
    );
    const { supply } = dispatchData(plan, 0)!;
    expect(supply.map((layer) => [layer.title, layer.values[0]])).toEqual([['Wind farm', 5]]);
  });
});

describe('which weeks to look at', () => {
  it('takes the week in which the weather covers least, and the middle one', () => {
    // Three weeks of 168 hours: wind covers 30 %, 90 % and 60 % of a demand of 10 MW.
    const cover = [3, 9, 6];
    const rate = Array.from({ length: 504 }, (_, hour) => cover[Math.floor(hour / 168)]);
    const network = handNetwork({
      commodities: { electricity: { unit: 'MWh', kind: 'energy' } },
      series: { wind: [rate.map((value) => value / 10)] },
      phases: [{ grid: handGrid([[504, 1]]) }],
      processes: [
        { id: 'wind', weather: 'wind', flows: { electricity: 1 }, size: { max: 10 } },
        { id: 'grid', kind: 'buy', flows: { electricity: 1 } },
        { id: 'sale', kind: 'sell', flows: { electricity: -1 } },
      ],
    });
    const plan = handPlan(
      network,
      [
        {
          built: { wind: 10 },
          activity: { wind: rate, grid: rate.map((value) => 10 - value), sale: rate.map(() => 10) },
        },
      ],
      0,
    );
    const { worst, typical } = chooseWindows(plan, 0, dispatchData(plan, 0)!);
    expect([worst.first, typical.first]).toEqual([0, 336]);
    expect(worst.covered).toBeCloseTo(0.3, 12);
  });
});

describe('a year at a glance', () => {
  it('sorts from the largest down and keeps the weights', () => {
    const curve = durationCurve(Float64Array.from([1, 3, 2]), Float64Array.from([10, 20, 30]), 100);
    expect(curve).toEqual([
      [0, 3],
      [20, 2],
      [50, 1],
      [60, 1],
    ]);
  });

  it('takes the mean of each month and hour, and leaves empty what has none', () => {
    const cells = monthByHour(Float64Array.from([2, 4, Number.NaN]), [
      { month: 0, hour: 5 },
      { month: 0, hour: 5 },
      { month: 1, hour: 0 },
    ]);
    expect([cells[0][5], cells[1][0]]).toEqual([3, null]);
  });
});
