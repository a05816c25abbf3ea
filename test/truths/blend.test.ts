/**
 * Charges that can be worked out on paper, planned by the whole machine: shares of the feeds, cost, what a limit is worth.
 */
import { describe, expect, it } from 'vitest';
import type { BlendLimit } from '../../src/network/network.ts';
import { verify } from '../../src/plan/verify.ts';
import { changesOf, explainNetwork } from '../explain-network.ts';
import { atLeast, atMost, type Feed, furnace, PRIMARY_AND_SCRAP } from '../hand-charge.ts';
import { handNetwork, handPlan } from '../hand-network.ts';
import { handPromise } from '../hand-promise.ts';
import { runNetwork } from '../run-network.ts';
import { answerOf, solveNetwork } from '../solve-network.ts';

async function planned(feeds: Readonly<Record<string, Feed>>, limits: readonly BlendLimit[]) {
  const { plan, verification } = await solveNetwork(handNetwork(furnace(feeds, limits)));
  expect(verification.holds).toBe(true);
  const [phase] = plan.phases;
  const share = (feed: number): number =>
    phase.activity[0][feed].reduce((sum, rate) => sum + 2 * rate, 0) / 4;
  return {
    shares: Object.keys(feeds).map((_, feed) => share(feed)),
    cost: plan.netPresentCost,
    prices: phase.blendPrice[0],
  };
}

describe('two feeds and one limit', () => {
  const feeds = PRIMARY_AND_SCRAP;

  it('iron of 0.10 and 0.60 % under a window of 0.30 %: (0.30 − 0.10) ÷ (0.60 − 0.10) = 40 % of scrap', async () => {
    const { shares, cost } = await planned(feeds, [atMost('Fe', 0.003)]);
    expect(shares[0]).toBeCloseTo(0.6, 7);
    expect(shares[1]).toBeCloseTo(0.4, 7);
    // 4 t × (0.6 × 2 500 + 0.4 × 1 900).
    expect(cost).toBeCloseTo(9040, 4);
  });

  it('a hundredth of a percent more iron lets 2 % more scrap in, at 600 USD less a tonne: 12 USD a tonne, 48 in all', async () => {
    const { prices } = await planned(feeds, [atMost('Fe', 0.003)]);
    expect(prices[0] * 0.0001).toBeCloseTo(48, 4);
    const looser = await planned(feeds, [atMost('Fe', 0.0031)]);
    expect(9040 - looser.cost).toBeCloseTo(48, 4);
  });

  it('a window wider than the scrap itself binds nothing and is worth nothing', async () => {
    const { shares, prices } = await planned(feeds, [atMost('Fe', 0.007)]);
    expect(shares[1]).toBeCloseTo(1, 7);
    expect(prices[0]).toBeCloseTo(0, 6);
  });

  it('a window below the purest feed cannot be kept', async () => {
    const { solution } = await answerOf(handNetwork(furnace(feeds, [atMost('Fe', 0.0009)])));
    expect(solution.status).toBe('infeasible');
  });

  it('a market that offers 0.1 t an hour ends the scrap at 10 %, and the limit of iron is worth nothing', async () => {
    const { shares, prices } = await planned({ ...feeds, scrap: { ...feeds.scrap, most: 876 } }, [
      atMost('Fe', 0.003),
    ]);
    expect(shares[1]).toBeCloseTo(0.1, 7);
    expect(prices[0]).toBeCloseTo(0, 6);
  });
});

describe('melting loss and burn-off', () => {
  it('scrap of 0.60 % iron at 1.05 t a tonne brings 0.63 %: (0.30 − 0.101) ÷ (0.63 − 0.101) of the alloy', async () => {
    const { shares, cost } = await planned(
      {
        primary: { price: 2500, need: 1.01, brings: { Fe: 0.00101 } },
        scrap: { price: 1900, need: 1.05, brings: { Fe: 0.0063 } },
      },
      [atMost('Fe', 0.003)],
    );
    const scrap = 199 / 529;
    expect(shares[1]).toBeCloseTo(scrap, 7);
    expect(cost).toBeCloseTo(4 * ((1 - scrap) * 1.01 * 2500 + scrap * 1.05 * 1900), 3);
  });

  it('0.5 % of magnesium where 5 % of it burns: 0.005 ÷ 0.95 t of it a tonne, and the least of it is what costs', async () => {
    // What is made of magnesium alone takes 1 ÷ 0.95 t; it replaces primary metal of 2 500 USD.
    const { shares, cost, prices } = await planned(
      {
        primary: { price: 2500, need: 1, brings: { Mg: 0 } },
        magnesium: { price: 3800, need: 1 / 0.95, brings: { Mg: 1 } },
      },
      [atLeast('Mg', 0.005), atMost('Mg', 0.009)],
    );
    expect(shares[1]).toBeCloseTo(0.005, 9);
    expect(cost).toBeCloseTo(4 * (0.995 * 2500 + 0.005 * 4000), 4);
    // 4 000 − 2 500 for each tonne that need not be there, over 4 t.
    expect(prices[0]).toBeCloseTo(6000, 3);
    expect(prices[1]).toBeCloseTo(0, 6);
  });
});

describe('the blending problem of Dantzig, Linear Programming and Extensions (1963), chapter 3.4', () => {
  // Nine alloys of lead, zinc and tin, for 30, 30 and 40 % at least cost; iron stands for lead here, silicon for tin.
  const lead = [10, 10, 40, 60, 30, 30, 30, 50, 20];
  const zinc = [10, 30, 50, 30, 30, 40, 20, 40, 30];
  const tin = [80, 60, 10, 10, 40, 30, 50, 10, 50];
  const price = [4.1, 4.3, 5.8, 6.0, 7.6, 7.5, 7.3, 6.9, 7.3];
  const feeds = Object.fromEntries(
    price.map((cost, at) => [
      `alloy ${at + 1}`,
      { price: cost, need: 1, brings: { Fe: lead[at] / 100, Zn: zinc[at] / 100, Si: tin[at] / 100 } },
    ]),
  );
  const wanted: readonly [BlendLimit['element'], number][] = [
    ['Fe', 0.3],
    ['Zn', 0.3],
    ['Si', 0.4],
  ];

  it('costs 4.98 a unit: 0.6 of the second and 0.4 of the fourth', async () => {
    const limits = wanted.flatMap(([element, share]) => [atLeast(element, share), atMost(element, share)]);
    const { shares, cost } = await planned(feeds, limits);
    // 0.6 × (10, 30, 60) + 0.4 × (60, 30, 10) = (30, 30, 40); 0.6 × 4.3 + 0.4 × 6.0 = 4.98.
    expect(cost / 4).toBeCloseTo(4.98, 6);
    expect(shares[1]).toBeCloseTo(0.6, 6);
    expect(shares[3]).toBeCloseTo(0.4, 6);
  });
});

describe('the verification knows the window by itself', () => {
  const feeds = PRIMARY_AND_SCRAP;
  const network = handNetwork(furnace(feeds, [atMost('Fe', 0.003)]));
  /** `scrap`: of a tonne an hour, in the two days. */
  const planOf = (scrap: readonly number[]) => {
    const primary = scrap.map((share) => 1 - share);
    const cost = scrap.reduce((sum, share, day) => sum + 2 * (1900 * share + 2500 * primary[day]), 0);
    return handPlan(
      network,
      [
        {
          built: { furnace: 1 },
          activity: { furnace: [primary, scrap], 'buy primary': primary, 'buy scrap': scrap, sale: [1, 1] },
        },
      ],
      cost,
    );
  };

  it('40 % of scrap in both days holds', () => {
    expect(verify(planOf([0.4, 0.4])).gaps.filter(({ relative }) => relative > 1e-12)).toEqual([]);
  });

  it('30 and 50 % are 40 % in the mean, but the second day is cast with 0.35 % of iron', () => {
    const { holds, gaps } = verify(planOf([0.3, 0.5]));
    expect(holds).toBe(false);
    const [worst] = gaps;
    expect(worst.what).toBe('alloy window');
    expect(worst.where).toBe('iron in alloy of furnace, the day from 14 Jan 02:00');
    // 0.0035 − 0.0030 t/h of iron, against the 0.0035 of that day.
    expect(worst.absolute).toBeCloseTo(0.0005, 12);
    expect(worst.relative).toBeCloseTo(1 / 7, 10);
  });

  it('feeds share the size: 0.6 and 0.5 t/h in a furnace of 1 t/h are 0.1 too much', () => {
    const plan = planOf([0.4, 0.4]);
    plan.phases[0].activity[0][1][0] += 0.1;
    const gap = verify(plan).gaps.find(({ what }) => what === 'capacity limit')!;
    expect(gap.absolute).toBeCloseTo(0.1, 12);
  });
});

describe('a promise of old scrap', () => {
  // Iron would let 40 % in; scrap is the dearer feed here, so that nobody would take it unasked.
  const feeds = { ...PRIMARY_AND_SCRAP, scrap: { ...PRIMARY_AND_SCRAP.scrap, price: 2600 } };
  const spec = furnace(feeds, [atMost('Fe', 0.003)]);
  const network = (share: number) =>
    handNetwork({
      ...spec,
      commodities: { ...spec.commodities, scrap: { balance: 'day', scrap: 'old' } },
      promises: [
        handPromise({
          id: 'old',
          promise: 'old scrap in alloys',
          kpi: 'old-scrap-in-alloys',
          targets: [{ year: 2030, value: share }],
        }),
      ],
    });

  it('of 25 % is kept at its price: 100 USD a tonne of it, 4 USD a year for each point over 4 t', async () => {
    const { plan, promises, verification } = await runNetwork(network(0.25));
    expect(verification?.holds).toBe(true);
    expect(plan?.netPresentCost).toBeCloseTo(4 * (2500 + 0.25 * 100), 4);
    expect(promises[0]).toMatchObject({ status: 'kept', bound: true });
    expect(promises[0].price).toBeCloseTo(4, 6);
  });

  it('of 50 % contradicts the iron: 40 % is what could be promised', async () => {
    const { changes } = await explainNetwork(network(0.5));
    expect(changesOf(changes.together)).toEqual(['old scrap in alloys: at least → 40 % (20 %)']);
  });
});
