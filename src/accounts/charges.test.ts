/** The two-feed charge of `test/truths/blend.test.ts`, told: 40 % of scrap, iron at its limit. */
import { expect, it } from 'vitest';
import { handGrid, handNetwork, handPlan } from '../../test/hand-network.ts';
import { CHARGE_KPIS, chargeRows } from './charges.ts';
import { sumOf } from './measure-sums.ts';
import { feedRows } from './reserves.ts';

const network = handNetwork({
  commodities: {
    alloy: { balance: 'day', title: 'Alloy', composition: { Fe: 0.002, mass: 1 } },
    primary: { balance: 'day' },
    'old-scrap': { balance: 'day', title: 'Old scrap', scrap: 'old' },
    'own-scrap': { balance: 'day', scrap: 'new' },
  },
  phases: [{ grid: handGrid([[4, 100]], 2) }],
  processes: [
    {
      id: 'furnace',
      title: 'Furnace',
      segments: [
        { share: 1, feed: 'Primary', flows: { alloy: 1, primary: -1.01 } },
        { share: 1, feed: 'Old scrap', flows: { alloy: 1, 'old-scrap': -1.05 } },
        { share: 1, feed: 'Own scrap', flows: { alloy: 1, 'own-scrap': -1.02 } },
      ],
      blend: {
        brings: [{ Fe: 0.001 }, { Fe: 0.006 }, { Fe: 0.003 }],
        limits: [
          { element: 'Fe', side: 'at most', share: 0.003, path: null },
          { element: 'Mg', side: 'at least', share: 0, path: null },
        ],
      },
      size: {},
    },
    { id: 'mill', flows: { alloy: -1 } },
  ],
});
// Day 1: 6 + 4 + 0 t/h, 0.30 % of iron. Day 2: 8 + 2 + 10: (0.8 + 1.2 + 3.0) ÷ 20 = 0.25 %. A step stands for 100 hours.
const plan = handPlan(
  network,
  [
    {
      built: { furnace: 20 },
      activity: {
        furnace: [
          [6, 8],
          [4, 2],
          [0, 10],
        ],
        mill: [10, 20],
      },
    },
  ],
  0,
);
plan.phases[0].blendPrice[0][0] = 3e6;

it('tells feeds with amount and share, the largest first', () => {
  const [row] = chargeRows(plan, 0);
  // 200 hours of 10 and of 20 t/h.
  expect(row).toMatchObject({ plant: 'furnace', product: 'Alloy', unit: 't', made: 6000 });
  expect(row.feeds.map(({ commodity }) => commodity)).toEqual(['primary', 'own-scrap', 'old-scrap']);
  expect(row.feeds.map(({ share }) => share)).toEqual([2800 / 6000, 2000 / 6000, 1200 / 6000]);
  expect(row.feeds[2].amount).toBeCloseTo(1.05 * 1200, 9);
});

it('tells an element by its mean and its days, and that it binds on one of them: 200 hours', () => {
  const [iron] = chargeRows(plan, 0)[0].elements;
  expect(iron).toMatchObject({
    element: 'Fe',
    atLeast: null,
    atMost: 0.003,
    stated: 0.002,
    binds: 'at most',
  });
  // (2 800 × 0.1 + 2 000 × 0.3 + 1 200 × 0.6) ÷ 6 000 = 0.2667 %.
  expect(iron.mean).toBeCloseTo(0.0016 / 0.6, 9);
  expect(iron.lowest).toBeCloseTo(0.0025, 12);
  expect(iron.highest).toBeCloseTo(0.003, 12);
  expect(iron.hours).toBe(200);
  // 3 000 000 USD for the whole of the product is 300 for a hundredth of a percent.
  expect(iron.saves).toBeCloseTo(300, 9);
});

it('counts scrap: 3 200 of 6 000 t, of which 1 200 old', () => {
  const value = (id: string) => CHARGE_KPIS.find((kpi) => kpi.id === id)?.value(plan, 0).value;
  expect(value('scrap-in-alloys')).toBeCloseTo(100 * (3200 / 6000), 9);
  expect(value('old-scrap-in-alloys')).toBeCloseTo(20, 9);
});

it('a promise can bind the share: its linear sums, feed by feed, give the figure itself', () => {
  for (const kpi of CHARGE_KPIS) {
    const { numerator, denominator } = kpi.measure!(network)!;
    const share = sumOf(plan, 0, numerator) / sumOf(plan, 0, denominator!);
    expect(share).toBeCloseTo(kpi.value(plan, 0).value!, 9);
  }
});

it('a park that chooses no charge has no such share, and says why', () => {
  const plain = handNetwork({
    commodities: { metal: {} },
    processes: [{ id: 'smelter', flows: { metal: 1 } }],
  });
  const none = handPlan(plain, [{}], 0);
  expect(chargeRows(none, 0)).toEqual([]);
  expect(CHARGE_KPIS[0].value(none, 0)).toEqual({
    value: null,
    note: 'no plant of the park chooses its charge',
  });
  expect(CHARGE_KPIS[0].measure!(plain)).toBeUndefined();
});

it('what a furnace is charged with is told here, not once more among the ores that plants work on', () => {
  expect(chargeRows(plan, 0)).toHaveLength(1);
  expect(feedRows(plan, 0)).toEqual([]);
});
