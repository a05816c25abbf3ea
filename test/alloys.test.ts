/**
 * The alloys of the library, planned: what iron lets in, reckoned by hand, and what is said of it: why, report, a park that
 * cannot be charged.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chargeRows } from '../src/accounts/charges.ts';
import { why } from '../src/run/why.ts';
import { planJson } from '../src/show/plan-json.ts';
import { report } from '../src/show/report.ts';
import { summary } from '../src/show/summary.ts';
import { bindingText } from '../src/show/why-text.ts';
import { changesOf, explainNetwork } from './explain-network.ts';
import { ROOT } from './golden.ts';
import { atLeast, atMost, furnace, PRIMARY_AND_SCRAP } from './hand-charge.ts';
import { handNetwork } from './hand-network.ts';
import { ownLibrary, planText } from './plan-text.ts';
import { runNetwork } from './run-network.ts';

const park = (iron: string) => `
kombinat: 1
park: Two feeds
plants:
  billet: { plant: casthouse-6063, output: 10 kt/a, window: { at most: { Fe: ${iron}, Cu: 1 %, Mn: 1 %, Zn: 1 % } } }
buy:
  ingot: 2750 USD/t
  scrap profiles: { cost: 2000 USD/t, max: 100 kt/a }
  scrap sheet: { cost: 1850 USD/t, max: 0 t/a }
  new scrap 6xxx: { cost: 2400 USD/t, max: 0 t/a }
  liquid aluminium: { cost: 2700 USD/t, max: 0 t/a }
`;

describe('6063 of ingot and old profiles', () => {
  const chargeOf = async (iron: string) => {
    const run = await planText(park(iron));
    expect(run.status, run.message).toBe('optimal');
    expect(run.issues.filter(({ severity }) => severity !== 'note')).toEqual([]);
    return chargeRows(run.plan!, 0)[0];
  };
  const shareOf = ({ feeds }: Awaited<ReturnType<typeof chargeOf>>, name: string): number =>
    feeds.find(({ commodity }) => commodity === name)?.share ?? 0;

  it.each([
    // Profiles hold 0.32 % of iron and bring 1.0525 × 0.97 × 0.32 = 0.3267 %, ingot 0.14 %: (limit − 0.14) ÷ 0.1867, less what
    // silicon and magnesium (some 0.3 %) make room for.
    ['0.20 %', (0.2 - 0.14) / 0.1867],
    ['0.28 %', (0.28 - 0.14) / 0.1867],
  ])('iron of %s lets in as much as reckoned', async (iron, byHand) => {
    const charge = await chargeOf(iron);
    expect(Math.abs(shareOf(charge, 'scrap-profiles') - byHand)).toBeLessThan(0.006);
    expect(charge.elements.find(({ element }) => element === 'Fe')).toMatchObject({ binds: 'at most' });
  });

  it('the standard itself, 0.35 %, is above what old profiles bring: the charge has no ingot', async () => {
    const charge = await chargeOf('0.35 %');
    expect(shareOf(charge, 'ingot')).toBeLessThan(1e-6);
    expect(charge.elements.find(({ element }) => element === 'Fe')).toMatchObject({ binds: null, saves: 0 });
  });

  it('what of the market’s offer is not said is the library’s, and listed', async () => {
    const run = await planText(park('0.28 %').replace('{ cost: 2000 USD/t, max: 100 kt/a }', '2000 USD/t'));
    expect(run.assumed.map(({ text }) => text)).toContain(
      "scrap profiles is bought up to the library's limit, 15 kt/a (assumption)",
    );
    const sale = run.network?.processes.find(({ id }) => id === 'scrap profiles');
    expect(sale?.maxPerYear).toBeCloseTo(15_000, 6);
  });

  it('a window that no feed can keep: the park cannot hold, and the iron is named', async () => {
    const run = await planText(park('0.10 %'));
    expect(run.status).toBe('infeasible');
    const { conflict, changes } = run.explanation!;
    expect(conflict.map(({ text }) => text)).toContain('iron in billet: at most 0.1 %');
    // Ingot brings 1.01 × 0.9901 × 0.14 %; silicon and magnesium thin it by less than a hundredth of a percent.
    const [change] = changes.together;
    expect(changes.together).toHaveLength(1);
    expect(change.limit.path).toBe('plants.billet.window.at most.Fe');
    expect(Math.abs(change.to - 0.14)).toBeLessThan(0.002);
  });
});

describe('said in plant words', () => {
  const network = handNetwork(furnace(PRIMARY_AND_SCRAP, [atMost('Fe', 0.003), atLeast('Fe', 0)]));

  it('why: iron binds in all four hours, and a hundredth of a percent saves 48 USD', async () => {
    const [found] = why(await runNetwork(network), 'furnace');
    const iron = found.binding.find(({ what }) => what.startsWith('iron'));
    expect(iron).toMatchObject({
      what: 'iron in alloy at its limit of 0.3 %',
      hours: 4,
      unit: 'USD/a per 0.01 %',
    });
    expect(iron?.price).toBeCloseTo(48, 4);
    expect(bindingText({ ...iron!, price: 48 }).replace(/[\u2009\u202f\u00a0]/g, ' ')).toBe(
      'iron in alloy at its limit of 0.3 %: 4 h a year; one more 0.01 % saves 48 USD/a',
    );
    // Windows tie a furnace to itself: its account adds up to what its fixed size and output are worth.
    expect(found.lines.map(({ what }) => what)).not.toContain('blend-limits');
  });

  it('a least that binds: one more of it costs', async () => {
    const feeds = {
      primary: { price: 2500, need: 1, brings: { Mg: 0 } },
      magnesium: { price: 3800, need: 1 / 0.95, brings: { Mg: 1 } },
    };
    const [found] = why(await runNetwork(handNetwork(furnace(feeds, [atLeast('Mg', 0.005)]))), 'furnace');
    const row = found.binding.find(({ what }) => what.startsWith('magnesium'));
    expect(row?.what).toBe('magnesium in alloy at its least of 0.5 %');
    // 4 t × 1 500 USD a tonne × 0.0001.
    expect(row?.price).toBeCloseTo(-0.6, 6);
  });

  it('report, summary and JSON tell the charge and what holds it back', async () => {
    const run = await runNetwork(network);
    const html = report(run).replace(/[\u2009\u202f\u00a0]/g, ' ');
    expect(html).toContain('What fills the furnaces');
    expect(html).toContain('Iron in alloy at its limit of 0.3 %, 4 h a year: 0.01 % of room saves 48 USD/a.');
    expect(summary(run, 80)).toMatch(/alloy +primary 60 % +iron at most 0\.3 %/);
    const [charge] = (planJson(run) as { charges: { feeds: { share: number }[]; elements: object[] }[] })
      .charges;
    expect(charge.feeds.map(({ share }) => Math.round(share * 1e6))).toEqual([600000, 400000]);
    expect(charge.elements[0]).toMatchObject({
      element: 'Fe',
      atMost: 0.003,
      shadowPriceUnit: 'USD/a per 0.01 %',
    });
  });

  it('a furnace that makes nothing costs at least what its size does', async () => {
    const { processes, ...rest } = furnace(PRIMARY_AND_SCRAP, [atMost('Fe', 0.003)]);
    const idle = processes.map((one) =>
      one.id === 'furnace' ? { ...one, size: { annuity: 100 }, output: null } : one,
    );
    const [found] = why(await runNetwork(handNetwork({ ...rest, processes: idle })), 'furnace');
    expect(found.standing).toBe('nothing');
    expect(found.oneMore).toBeLessThanOrEqual(0);
    expect(found.oneMore).toBeGreaterThanOrEqual(-100 - 1e-6);
  });

  it('a window of the park file is the figure to give: 0.09 to the 0.10 % of the purest feed, a ninth', async () => {
    const path = 'plants.furnace.window.at most.Fe';
    const { changes } = await explainNetwork(
      handNetwork(furnace(PRIMARY_AND_SCRAP, [{ ...atMost('Fe', 0.0009), path }])),
    );
    expect(changesOf(changes.together)).toEqual(['iron in furnace: at most → 0.1 % (11.1111 %)']);
  });

  it('a window that cannot be kept is among what contradicts each other', async () => {
    const { conflict } = await explainNetwork(
      handNetwork(furnace(PRIMARY_AND_SCRAP, [atMost('Fe', 0.0009)])),
    );
    expect(conflict.map(({ text }) => text)).toContain('furnace: iron at most 0.09 %');
  });
});

describe('every alloy can be charged of bought ingot and additions, without any scrap', () => {
  const ALLOYED = Object.values(ownLibrary().plants).filter(({ charge }) => Object.keys(charge).length > 0);
  const SCRAP = Object.values(ownLibrary().commodities).filter(({ scrap }) => scrap !== undefined);

  it.each(ALLOYED.map((plant) => [plant.id, plant] as const))('%s', async (id, { charge }) => {
    const none = [...SCRAP, { id: 'liquid-aluminium' }, { id: 'dross-sow' }]
      .filter((one) => one.id in charge)
      .map((one) => `  ${one.id}: { cost: 2000 USD/t, max: 0 t/a }`);
    // The rod mill's own crop is its only feed of scrap, and is made, not bought.
    const run = await planText(
      `kombinat: 1\npark: Ingot\nplants:\n  works: { plant: ${id}, output: 10 kt/a }\nbuy:\n${none.join('\n')}\n`,
    );
    expect(run.status, run.message).toBe('optimal');
    expect(run.verification?.holds).toBe(true);
    const [row] = chargeRows(run.plan!, 0);
    const ingot = row.feeds.find(({ commodity }) => commodity === 'ingot');
    expect(ingot?.share).toBeGreaterThan(0.8);
    for (const { element, mean, atLeast, atMost } of row.elements) {
      expect(mean, element).toBeGreaterThanOrEqual((atLeast ?? 0) - 1e-7);
      expect(mean, element).toBeLessThanOrEqual((atMost ?? 1) + 1e-7);
    }
  });
});

it('a window that an interior point only touches is worth nothing, not a trillionth of a dollar', async () => {
  const text = readFileSync(join(ROOT, 'parks/recycler.park.yaml'), 'utf8');
  const run = await planText(text, {
    consecutive: true,
    solve: { solver: 'interior', tolerance: 1e-7, timeLimit: 120 },
  });
  expect(run.status, run.message).toBe('optimal');
  const saved = chargeRows(run.plan!, 0).flatMap(({ elements }) => elements.map(({ saves }) => saves));
  // What binds is worth thousands a year for a hundredth of a percent; less than a cent is the solver's rounding.
  expect(saved.filter((each) => each > 0.01).length).toBeGreaterThan(0);
  expect(saved.filter((each) => each > 0 && each <= 0.01)).toEqual([]);
});
