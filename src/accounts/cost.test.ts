/** Every expected value is worked on paper from the table in `test/hand-park.ts`; the arithmetic stands beside it. */
import { describe, expect, it } from 'vitest';
import { type HandProcess, handNetwork, handPlan, sourced } from '../../test/hand-network.ts';
import { handParkPlan, islandPlan } from '../../test/hand-park.ts';
import type { Plan } from '../plan/plan.ts';
import { verify } from '../plan/verify.ts';
import { chainCosts } from './chain-cost.ts';
import { commodityCosts, levelisedElectricity, levelisedMetal, yearOfMoney } from './cost.ts';
import { kpiByName } from './kpi-names.ts';
import { solveDense } from './linear-solve.ts';
import { costRows, moneyYear } from './money-flows.ts';

const plan = handParkPlan();
const value = (id: string, of = plan): number | null => kpiByName(id)?.value(of, 0).value ?? null;
const total = (rows: readonly { amount: number }[]): number => rows.reduce((sum, row) => sum + row.amount, 0);
const sum = (values: Iterable<number>): number => [...values].reduce((all, one) => all + one, 0);

/** Own cost of everything = what final goods carry + what nobody carries, and sold main goods' revenue stays out. */
function expectConserved(of: Plan): void {
  const chain = chainCosts(of, 0);
  const { net } = yearOfMoney(of, 0);
  const { variable } = moneyYear(of, 0);
  const revenue = chain.finals.reduce((all, good) => all + Math.min(0, variable[good.process]), 0);
  const carried = chain.finals.reduce((all, good) => all + sum(good.carries), 0) + sum(chain.notCarried);
  expect(carried).toBeCloseTo(net - revenue, 6);
}

describe('money of the year', () => {
  it('by category as on paper, and the rows sum to the net cost', () => {
    const rows = Object.fromEntries(costRows(plan, 0).map((row) => [row.category, row.amount]));
    expect(rows).toEqual({
      capital: 2815,
      fixed: 550,
      variable: 1350,
      'capacity charges': 0,
      'electricity bought': 1800,
      'inputs bought': 30_720,
      transport: 0,
      waste: 15,
      sales: -101_250,
    });
    expect(total(costRows(plan, 0))).toBe(-64_000);
    expect(yearOfMoney(plan, 0)).toEqual({ cost: 37_250, revenue: 101_250, net: -64_000 });
  });
  it('one phase of weight 1: the net cost of the year is the net present cost that the verification confirms', () => {
    expect(yearOfMoney(plan, 0).net).toBe(plan.netPresentCost);
    expect(verify(plan).holds).toBe(true);
    expect(verify(islandPlan()).holds).toBe(true);
  });
  it.each([
    ['annual-cost', 0.03725],
    ['revenue', 0.10125],
    ['net-annual-cost', -0.064],
    ['net-present-cost', -64_000 / 1e9],
    // 300 × 50 + 10 × 1000 + 100 × 20 + 115 × 10 = 28 150.
    ['investment', 28_150 / 1e9],
    // (1500 + 300 + 1230) ÷ 615.
    ['lcoe-renewable', 3030 / 615],
    // (−64 000 + 100 000 of metal sold) ÷ 40.
    ['lcoa-whole-park', 900],
  ])('%s is %d', (id, expected) => {
    expect(value(id)).toBeCloseTo(expected, 12);
  });
});

describe('cost through the chain', () => {
  // Into the power node: wind 3030 + grid 1800 for 635 MWh; battery 365 on top; 560 + 40 = 600 MWh come out:
  // 5195 ÷ 600 = 8.6583 USD/MWh.
  const perMWh = 5195 / 600;
  it('power as used costs 5195 ÷ 600', () => {
    expect(value('lcoe')).toBeCloseTo(perMWh, 10);
    const levelised = levelisedElectricity(plan, 0);
    expect(total(levelised?.byCategory ?? [])).toBeCloseTo(perMWh, 10);
    const stages = Object.fromEntries((levelised?.byStage ?? []).map((row) => [row.name, row.amount]));
    expect(stages['power']).toBeCloseTo(3030 / 600, 10);
    expect(stages['storage']).toBeCloseTo(365 / 600, 10);
    expect(stages['bought: Electricity']).toBeCloseTo(1800 / 600, 10);
  });
  it('metal: smelter 1320 + power 560 × 8.6583 + alumina 30 720 − dross (50 − 15), over 40 t', () => {
    const expected = (1320 + 560 * perMWh + 30_720 - 35) / 40;
    expect(value('lcoa')).toBeCloseTo(expected, 9);
    const levelised = levelisedMetal(plan, 0);
    expect(total(levelised?.byCategory ?? [])).toBeCloseTo(expected, 9);
    expect(total(levelised?.byStage ?? [])).toBeCloseTo(expected, 9);
    const stages = Object.fromEntries((levelised?.byStage ?? []).map((row) => [row.name, row.amount]));
    expect(stages['metal']).toBeCloseTo(1320 / 40, 9);
    expect(stages['bought: Alumina']).toBeCloseTo(768, 9);
    expect(stages['by-products and waste']).toBeCloseTo(-35 / 40, 9);
    // 560 of 600 MWh of what the wind farm costs.
    expect(stages['power']).toBeCloseTo((3030 * 560) / 600 / 40, 9);
  });
  it('where metal is all that is sold, LCOA × metal = total cost − credits: 40 × 928 = 37 170 − 50', () => {
    expect((value('lcoa', islandPlan()) ?? 0) * 40).toBeCloseTo(37_120, 8);
  });
  it('loses nothing on the way', () => {
    expectConserved(plan);
    expectConserved(islandPlan());
  });
  it('tells the cost of every commodity on the way', () => {
    const costs = Object.fromEntries(commodityCosts(plan, 0).map((row) => [row.node, row.cost]));
    expect(costs['works/alumina']).toBeCloseTo(400, 9);
    expect(costs['works/electricity']).toBeCloseTo(perMWh, 9);
    expect(costs['works/dross']).toBeUndefined();
  });
});

/** A plan of one year in which everything is balanced over the year; amounts per year, four hours long. */
function yearPlan(
  commodities: Parameters<typeof handNetwork>[0]['commodities'],
  processes: readonly HandProcess[],
  yearly: Readonly<Record<string, number>>,
  sites?: readonly string[],
): Plan {
  const balanced = Object.fromEntries(
    Object.entries(commodities).map(([id, given]) => [id, { balance: 'year' as const, ...given }]),
  );
  const network = handNetwork({ commodities: balanced, processes, sites });
  const activity = Object.fromEntries(Object.entries(yearly).map(([id, amount]) => [id, [amount / 4]]));
  const cost = network.processes.reduce((all, one) => all + one.variableCost * (yearly[one.id] ?? 0), 0);
  return handPlan(network, [{ activity }], cost);
}

describe('loops in the chain', () => {
  it('power needs water and water needs power', () => {
    // Power 110 MWh at 1000 of its own takes 50 m3; water 100 m3 at 50 of its own takes 10 MWh; the smelter takes
    // 100 MWh and 50 m3. 110 e = 1000 + 50 w and 100 w = 50 + 10 e: e = 1025 ÷ 105, w = 0.5 + e ÷ 10.
    const looped = yearPlan(
      { electricity: { unit: 'MWh' }, water: { unit: 'm3' }, 'liquid-aluminium': { kind: 'product' } },
      [
        {
          id: 'power',
          group: 'power',
          flows: { electricity: 1, water: -50 / 110 },
          variableCost: 1000 / 110,
        },
        { id: 'pumps', group: 'water', flows: { water: 1, electricity: -0.1 }, variableCost: 0.5 },
        { id: 'smelter', group: 'metal', flows: { 'liquid-aluminium': 1, electricity: -10, water: -5 } },
        { id: 'metal', kind: 'sell', flows: { 'liquid-aluminium': -1 }, variableCost: -300 },
      ],
      { power: 110, pumps: 100, smelter: 10, metal: 10 },
    );
    expect(verify(looped).holds).toBe(true);
    const costs = Object.fromEntries(commodityCosts(looped, 0).map((row) => [row.node, row.cost]));
    expect(costs['works/electricity']).toBeCloseTo(1025 / 105, 10);
    expect(costs['works/water']).toBeCloseTo(0.5 + 1025 / 1050, 10);
    // All of 1050 ends in 10 t of metal.
    expect(value('lcoa', looped)).toBeCloseTo(105, 10);
    expectConserved(looped);
  });

  it('scrap from rolling goes back to remelt: coil bears it, the smelter’s metal does not', () => {
    // Smelter 80 t at 1000 each; remelt 20 t at 100 each from 20 t of scrap (free: none is sold); mill 80 t of coil from
    // 100 t of metal at 50 each, 20 t of scrap. Metal: (80 000 + 2000) ÷ 100 = 820; coil (82 000 + 4000) ÷ 80 = 1075.
    const mill = yearPlan(
      {
        'liquid-aluminium': { kind: 'product' },
        'rolled-coil': { kind: 'product' },
        'new-scrap': { scrap: 'new' },
      },
      [
        { id: 'smelter', group: 'metal', flows: { 'liquid-aluminium': 1 }, variableCost: 1000 },
        {
          id: 'remelt',
          group: 'recycling',
          flows: { 'liquid-aluminium': 1, 'new-scrap': -1 },
          variableCost: 100,
        },
        {
          id: 'mill',
          group: 'semis',
          flows: { 'rolled-coil': 1, 'liquid-aluminium': -1.25, 'new-scrap': 0.25 },
          variableCost: 50,
        },
        { id: 'coil', kind: 'sell', flows: { 'rolled-coil': -1 }, variableCost: -3000 },
      ],
      { smelter: 80, remelt: 20, mill: 80, coil: 80 },
    );
    expect(verify(mill).holds).toBe(true);
    const costs = Object.fromEntries(commodityCosts(mill, 0).map((row) => [row.node, row.cost]));
    expect(costs['works/liquid-aluminium']).toBeCloseTo(820, 9);
    expect(costs['works/rolled-coil']).toBeCloseTo(1075, 9);
    expect(value('lcoa', mill)).toBeCloseTo(1000, 9);
    expect(value('scrap-returned', mill)).toBeCloseTo(100, 9);
    expectConserved(mill);
  });

  it('scrap that is also sold is credited at its price, inside as outside', () => {
    // As above, but only 10 t return and 10 t are sold at 1500: the mill is credited 20 × 1500 = 30 000, remelt pays
    // 15 000. Smelter 90 t. Metal (90 000 + 1000 + 15 000) ÷ 100 = 1060; coil (106 000 + 4000 − 30 000) ÷ 80 = 1000.
    const mill = yearPlan(
      {
        'liquid-aluminium': { kind: 'product' },
        'rolled-coil': { kind: 'product' },
        'new-scrap': { scrap: 'new' },
      },
      [
        { id: 'smelter', group: 'metal', flows: { 'liquid-aluminium': 1 }, variableCost: 1000 },
        {
          id: 'remelt',
          group: 'recycling',
          flows: { 'liquid-aluminium': 1, 'new-scrap': -1 },
          variableCost: 100,
        },
        {
          id: 'mill',
          group: 'semis',
          flows: { 'rolled-coil': 1, 'liquid-aluminium': -1.25, 'new-scrap': 0.25 },
          variableCost: 50,
        },
        { id: 'coil', kind: 'sell', flows: { 'rolled-coil': -1 }, variableCost: -3000 },
        { id: 'scrap', kind: 'sell', flows: { 'new-scrap': -1 }, variableCost: -1500 },
      ],
      { smelter: 90, remelt: 10, mill: 80, coil: 80, scrap: 10 },
    );
    expect(verify(mill).holds).toBe(true);
    const costs = Object.fromEntries(commodityCosts(mill, 0).map((row) => [row.node, row.cost]));
    expect(costs['works/liquid-aluminium']).toBeCloseTo(1060, 9);
    expect(costs['works/rolled-coil']).toBeCloseTo(1000, 9);
    expectConserved(mill);
  });

  it('treating a waste costs whoever leaves it: lining 2 t × (60 of treatment + 10 of carriage to cement)', () => {
    // Smelter 100 t at 900, 2 t of lining; treatment 2 t at 60; treated lining carried at 5 and taken by cement at 5.
    const lining = yearPlan(
      {
        'liquid-aluminium': { kind: 'product' },
        'spent-pot-lining': { kind: 'waste' },
        'treated-lining': { kind: 'waste' },
      },
      [
        {
          id: 'smelter',
          group: 'metal',
          flows: { 'liquid-aluminium': 1, 'spent-pot-lining': 0.02 },
          variableCost: 900,
        },
        {
          id: 'treatment',
          group: 'residue',
          of: 'treated-lining',
          flows: { 'treated-lining': 1, 'spent-pot-lining': -1 },
          variableCost: 60,
        },
        {
          id: 'lorry',
          kind: 'link',
          of: 'treated-lining',
          flows: [
            { of: 'treated-lining', at: 'works', amount: -1 },
            { of: 'treated-lining', at: 'kiln', amount: 1 },
          ],
          variableCost: 5,
        },
        { id: 'cement', at: 'kiln', kind: 'fate', flows: { 'treated-lining': -1 }, variableCost: 5 },
        { id: 'metal', kind: 'sell', flows: { 'liquid-aluminium': -1 }, variableCost: -2500 },
      ],
      { smelter: 100, treatment: 2, lorry: 2, cement: 2, metal: 100 },
      ['works', 'kiln'],
    );
    expect(verify(lining).holds).toBe(true);
    // (90 000 + 2 × 70) ÷ 100.
    expect(value('lcoa', lining)).toBeCloseTo(901.4, 9);
    const stages = Object.fromEntries(
      (levelisedMetal(lining, 0)?.byStage ?? []).map((row) => [row.name, row.amount]),
    );
    expect(stages['residue']).toBeCloseTo(1.2, 9);
    expect(stages['transport']).toBeCloseTo(0.1, 9);
    expectConserved(lining);
  });

  it('a line makes power dearer at its far end: 100 MWh at 20, 5 % lost, 95 USD for the line', () => {
    const lined = yearPlan(
      { electricity: { unit: 'MWh' }, 'liquid-aluminium': { kind: 'product' } },
      [
        {
          id: 'wind',
          at: 'steppe',
          group: 'power',
          renewable: 1,
          flows: { electricity: 1 },
          variableCost: 20,
        },
        {
          id: 'line',
          kind: 'link',
          of: 'electricity',
          flows: [
            { of: 'electricity', at: 'steppe', amount: -1 },
            { of: 'electricity', at: 'works', amount: 0.95 },
          ],
          variableCost: 0.95,
        },
        { id: 'smelter', group: 'metal', flows: { 'liquid-aluminium': 1, electricity: -9.5 } },
        { id: 'metal', kind: 'sell', flows: { 'liquid-aluminium': -1 }, variableCost: -2500 },
      ],
      { wind: 100, line: 100, smelter: 10, metal: 10 },
      ['works', 'steppe'],
    );
    expect(verify(lined).holds).toBe(true);
    // (2000 + 95) ÷ 95.
    expect(value('lcoe', lined)).toBeCloseTo(2095 / 95, 9);
    expect(value('lcoa', lined)).toBeCloseTo(209.5, 9);
    expectConserved(lined);
  });

  it('an idle plant is in the cost of the park and in no price', () => {
    const network = handNetwork({
      commodities: {
        'liquid-aluminium': { kind: 'product', balance: 'year', composition: { Al: 1 } },
        foil: { kind: 'product', balance: 'year' },
      },
      processes: [
        { id: 'smelter', group: 'metal', flows: { 'liquid-aluminium': 1 }, variableCost: 1000 },
        {
          id: 'foil mill',
          group: 'semis',
          of: 'foil',
          flows: { foil: 1, 'liquid-aluminium': -1 },
          size: { annuity: 7, fixedCost: 3 },
        },
        { id: 'metal', kind: 'sell', flows: { 'liquid-aluminium': -1 }, variableCost: -2000 },
      ],
    });
    const idle = handPlan(
      network,
      [{ built: { 'foil mill': 100 }, activity: { smelter: [10], metal: [10] } }],
      -39_000,
    );
    expect(verify(idle).holds).toBe(true);
    expect(value('lcoa', idle)).toBeCloseTo(1000, 9);
    expect(sum(chainCosts(idle, 0).notCarried)).toBeCloseTo(1000, 9);
    expect(value('lcoa-whole-park', idle)).toBeCloseTo(1025, 9);
    expectConserved(idle);
  });
});

describe('small dense systems', () => {
  it('2x + y = 5 and x + 3y = 10 give x = 1, y = 3; twice the right side gives twice the answer', () => {
    const rows = [Float64Array.of(2, 1), Float64Array.of(1, 3)];
    const found = solveDense(rows, [Float64Array.of(5, 10), Float64Array.of(10, 20)]);
    expect(found.map((row) => [...row].map((one) => Number(one.toFixed(12))))).toEqual([
      [1, 2],
      [3, 6],
    ]);
  });
  it('exchanges rows when the first pivot is zero: y = 2, x + y = 5', () => {
    const found = solveDense(
      [Float64Array.of(0, 1), Float64Array.of(1, 1)],
      [Float64Array.of(2), Float64Array.of(5)],
    );
    expect([...found[0], ...found[1]]).toEqual([3, 2]);
  });
  it('what nothing determines is zero', () => {
    const found = solveDense(
      [Float64Array.of(1, 0), Float64Array.of(0, 0)],
      [Float64Array.of(4), Float64Array.of(0)],
    );
    expect([found[0][0], found[1][0]]).toEqual([4, 0]);
  });
});

describe('ranges of cost', () => {
  it('all costs at their ends at once: capital by its overnight cost, power by its price, sales untouched', () => {
    // Smelter 10 t/h: annuity 20, overnight 160 [80 .. 200]; 40 t take 2 MWh each at 20 [10 .. 30]. Capital 200 stated,
    // 100 to 250; power 1600, 800 to 2400. Per tonne 45, 22.5 to 66.25.
    const network = handNetwork({
      commodities: { electricity: { unit: 'MWh' }, 'liquid-aluminium': { kind: 'product' } },
      processes: [
        {
          id: 'smelter',
          group: 'metal',
          of: 'liquid-aluminium',
          flows: { 'liquid-aluminium': 1, electricity: -2 },
          size: { annuity: 20, overnight: 160 },
        },
        {
          id: 'grid',
          kind: 'buy',
          flows: { electricity: 1 },
          variableCost: 20,
          inputs: { cost: sourced(20, 'USD/MWh', [10, 30]) },
        },
        {
          id: 'metal',
          kind: 'sell',
          flows: { 'liquid-aluminium': -1 },
          variableCost: -100,
          inputs: { price: sourced(100, 'USD/t', [50, 150]) },
        },
      ],
    });
    const ranged = {
      ...network,
      capacities: network.capacities.map((size) => ({
        ...size,
        overnight: sourced(160, 'USD/(t/h)', [80, 200]),
      })),
    };
    const four = (rate: number) => [rate, rate, rate, rate];
    const made = handPlan(
      ranged,
      [{ built: { smelter: 10 }, activity: { smelter: four(10), grid: four(20), metal: four(10) } }],
      -2200,
    );
    expect(verify(made).holds).toBe(true);
    const lcoa = kpiByName('lcoa')?.value(made, 0);
    expect(lcoa?.value).toBeCloseTo(45, 10);
    expect(lcoa?.range?.[0]).toBeCloseTo(22.5, 10);
    expect(lcoa?.range?.[1]).toBeCloseTo(66.25, 10);
    expect(
      kpiByName('annual cost')
        ?.value(made, 0)
        .range?.map((end) => Math.round(end * 1e6)),
    ).toEqual([900, 2650]);
  });
  it('no range where no input has one', () => {
    expect(kpiByName('lcoa')?.value(plan, 0).range).toBeUndefined();
  });
});
