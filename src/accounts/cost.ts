/**
 * Cost figures: what the park costs in a year and over the horizon, what a tonne and a megawatt-hour cost.
 * In: a plan. Out: entries of the register, and the tables behind them. Money is the park's own, at its price year.
 */
import type { Plan } from '../plan/plan.ts';
import { annualTotals, madeByPlants, netOf } from './annual-totals.ts';
import { chainCosts } from './chain-cost.ts';
import { byCategory, byStage } from './chain-lines.ts';
import { isAluminium, playsRole, SMELTER_GROUP } from './commodity-roles.ts';
import type { Kpi, KpiValue } from './kpi.ts';
import { plainSum } from './measure-terms.ts';
import { type CostEnd, costRows, moneyYear } from './money-flows.ts';

const NO_METAL = 'the park makes no liquid aluminium';

const sumOf = (values: Float64Array | readonly number[]): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
};

/** Costs of the year without sales, sales of the year, and what is left; money per year. */
export function yearOfMoney(
  plan: Plan,
  phase: number,
  end: CostEnd = 'stated',
): { cost: number; revenue: number; net: number } {
  const rows = costRows(plan, phase, end);
  const revenue = -sumOf(rows.filter((row) => row.category === 'sales').map((row) => row.amount));
  const net = sumOf(rows.map((row) => row.amount));
  return { cost: net + revenue, revenue, net };
}

/** t of liquid aluminium that the smelter makes in a year. */
const metalMade = (plan: Plan, phase: number): number =>
  madeByPlants(plan, phase, playsRole(plan.network, 'metal'), SMELTER_GROUP);

export interface Levelised {
  /** Money per unit. */
  readonly cost: number;
  readonly byCategory: readonly { readonly name: string; readonly amount: number }[];
  readonly byStage: readonly { readonly name: string; readonly amount: number }[];
}

/** What a tonne of liquid aluminium costs at the potline's tap, through the chain; null without a smelter that runs. */
export function levelisedMetal(plan: Plan, phase: number, end: CostEnd = 'stated'): Levelised | null {
  const { network } = plan;
  const chain = chainCosts(plan, phase, end);
  const totals = annualTotals(plan, phase);
  const metal = playsRole(network, 'metal');
  const carried = new Float64Array(chain.lines.length);
  let made = 0;
  for (const [number, process] of network.processes.entries()) {
    const amount = netOf(totals, number, metal);
    if (process.kind !== 'plant' || process.group !== SMELTER_GROUP || amount <= 0) continue;
    made += amount;
    for (const [line, value] of chain.carried[number].entries()) carried[line] += value;
  }
  if (made <= 0) return null;
  const perTonne = carried.map((value) => value / made);
  return {
    cost: sumOf(perTonne),
    byCategory: byCategory(chain.lines, perTonne),
    byStage: byStage(chain.lines, perTonne),
  };
}

/** What a MWh costs the plants that use it, through the chain; null where no plant uses electricity. */
export function levelisedElectricity(plan: Plan, phase: number, end: CostEnd = 'stated'): Levelised | null {
  const { network } = plan;
  const chain = chainCosts(plan, phase, end);
  const totals = annualTotals(plan, phase);
  const electricity = playsRole(network, 'electricity');
  const cost = new Float64Array(chain.lines.length);
  let used = 0;
  for (const [number, process] of network.processes.entries()) {
    if (process.kind !== 'plant' && process.kind !== 'fate') continue;
    for (const { node, commodity, amount } of totals.flows[number]) {
      if (!electricity[commodity] || node < 0 || amount >= 0) continue;
      used -= amount;
      for (const [line, value] of chain.used[node].entries()) cost[line] -= amount * value;
    }
  }
  if (used <= 0) return null;
  const perUnit = cost.map((value) => value / used);
  return {
    cost: sumOf(perUnit),
    byCategory: byCategory(chain.lines, perUnit),
    byStage: byStage(chain.lines, perUnit),
  };
}

export interface CommodityCost {
  readonly node: string;
  readonly title: string;
  readonly unit: string;
  /** Money per unit, as used. */
  readonly cost: number;
  readonly byCategory: Levelised['byCategory'];
}

/** One row a node that anybody takes from: what a unit costs there, through the chain. */
export function commodityCosts(plan: Plan, phase: number): CommodityCost[] {
  const chain = chainCosts(plan, phase);
  return plan.network.nodes.flatMap((node, number) => {
    const cost = sumOf(chain.used[number]);
    if (cost === 0) return [];
    const { unit } = plan.network.commodities[node.commodity];
    return [
      {
        node: node.id,
        title: node.title,
        unit,
        cost,
        byCategory: byCategory(chain.lines, chain.used[number]),
      },
    ];
  });
}

const RANGE_NOTE =
  'range: all costs at their low and at their high ends at once, the plan itself unchanged; selling prices as stated';

/** The stated figure with the two ends of its costs; no range where no input has one. */
function withEnds(figure: (end: CostEnd) => number | null, whyNot: string): KpiValue {
  const value = figure('stated');
  const [low, high] = [figure('low'), figure('high')];
  if (value === null || low === null || high === null) return { value: null, note: whyNot };
  return low === high ? { value } : { value, range: [low, high], note: RANGE_NOTE };
}

/** Overnight cost of everything built up to and including this phase, with the range of its inputs. */
function investment(plan: Plan, phase: number): KpiValue {
  const sum = { value: 0, low: 0, high: 0 };
  for (const [number, { overnight }] of plan.network.capacities.entries()) {
    const [low, high] = overnight.range ?? [overnight.value, overnight.value];
    for (let earlier = 0; earlier <= phase; earlier++) {
      const built = plan.phases[earlier].built[number] / 1e9;
      sum.value += overnight.value * built;
      sum.low += low * built;
      sum.high += high * built;
    }
  }
  return sum.low < sum.value || sum.high > sum.value
    ? { value: sum.value, range: [sum.low, sum.high] }
    : { value: sum.value };
}

/** Electricity of own renewable plants at their own fence. */
function renewableCost(plan: Plan, phase: number): KpiValue {
  const { processes } = plan.network;
  const { capital, fixed, variable } = moneyYear(plan, phase);
  const electricity = playsRole(plan.network, 'electricity');
  const totals = annualTotals(plan, phase);
  let [cost, made] = [0, 0];
  for (const [number, { kind, renewable, capacity }] of processes.entries()) {
    const amount = netOf(totals, number, electricity);
    if (kind !== 'plant' || renewable <= 0 || amount <= 0) continue;
    made += amount;
    cost += variable[number] + (capacity < 0 ? 0 : capital[capacity] + fixed[capacity]);
  }
  return made > 0
    ? { value: cost / made }
    : { value: null, note: 'the park has no renewable plants that run' };
}

/** Whole park: all costs less all sales other than aluminium, per tonne of liquid aluminium. */
function wholeParkCost(plan: Plan, phase: number): KpiValue {
  const metal = metalMade(plan, phase);
  if (metal <= 0) return { value: null, note: NO_METAL };
  const { variable } = moneyYear(plan, phase);
  const metalSales = plan.network.processes.reduce((sum, process, number) => {
    const sells =
      process.kind === 'sell' && variable[number] < 0 && isAluminium(plan.network, process.reference);
    return sum + (sells ? -variable[number] : 0);
  }, 0);
  return { value: (yearOfMoney(plan, phase).net + metalSales) / metal };
}

export const COST_KPIS: readonly Kpi[] = [
  {
    id: 'lcoa',
    title: 'Levelised cost of aluminium (LCOA)',
    unit: 'USD/t',
    definition:
      'Cost of a tonne of liquid aluminium at the potline: annualised capital, fixed and variable cost of the whole chain before it, at average cost from stage to stage, by-products credited at what they earn. Surplus goods that are sold carry their own cost and give no credit.',
    group: 'cost',
    better: 'less',
    value: (plan, phase) => withEnds((end) => levelisedMetal(plan, phase, end)?.cost ?? null, NO_METAL),
  },
  {
    id: 'lcoa-whole-park',
    title: 'Cost of the whole park per tonne of liquid aluminium',
    unit: 'USD/t',
    definition:
      'All costs of the year (casting, rolling and idle plants included) less all sales other than aluminium, over the liquid aluminium made.',
    group: 'cost',
    better: 'less',
    value: wholeParkCost,
  },
  {
    id: 'lcoe',
    title: 'Levelised cost of electricity (LCOE) as used',
    unit: 'USD/MWh',
    definition:
      'Average cost of a MWh at the plants that use it: own generation, purchases, storage, lines and their losses; curtailment makes it dearer.',
    group: 'cost',
    better: 'less',
    value: (plan, phase) =>
      withEnds((end) => levelisedElectricity(plan, phase, end)?.cost ?? null, 'no plant uses electricity'),
  },
  {
    id: 'lcoe-renewable',
    title: 'Levelised cost of own renewable electricity',
    unit: 'USD/MWh',
    definition:
      'Annualised capital, fixed and variable cost of own renewable plants over the electricity used from them.',
    group: 'cost',
    better: 'less',
    value: renewableCost,
  },
  {
    id: 'annual-cost',
    title: 'Annual cost',
    unit: 'MUSD/a',
    definition:
      'Annualised capital, fixed and variable cost, purchases, transport and disposal in a year; sales not taken off.',
    group: 'cost',
    better: 'less',
    value: (plan, phase) => withEnds((end) => yearOfMoney(plan, phase, end).cost / 1e6, ''),
  },
  {
    id: 'revenue',
    title: 'Revenue',
    unit: 'MUSD/a',
    definition: 'All that is received in a year for products, by-products, electricity and wastes.',
    group: 'cost',
    better: 'more',
    value: (plan, phase) => ({ value: yearOfMoney(plan, phase).revenue / 1e6 }),
  },
  {
    id: 'net-annual-cost',
    title: 'Net annual cost',
    unit: 'MUSD/a',
    definition:
      'Annual cost less revenue; negative when the park earns more than it costs. Unserved demand is no part of it.',
    group: 'cost',
    better: 'less',
    value: (plan, phase) => ({ value: yearOfMoney(plan, phase).net / 1e6 }),
  },
  {
    id: 'net-present-cost',
    title: 'Net present cost',
    unit: 'bn USD',
    definition:
      'Net annual cost of all years of the horizon, discounted to the first year. The same in every phase.',
    group: 'cost',
    better: 'less',
    value: (plan) => ({ value: plan.netPresentCost / 1e9 }),
  },
  {
    id: 'investment',
    title: 'Investment (overnight)',
    unit: 'bn USD',
    definition:
      'Overnight cost of everything built up to and including the phase; without interest during construction.',
    group: 'cost',
    better: 'neither',
    value: investment,
    measure: (network) => {
      // What existed is not built, and with several phases what stands is not what was spent: then it is no plain sum.
      if (network.phases.length > 1 || network.capacities.some((capacity) => capacity.existing > 0))
        return undefined;
      return plainSum(
        network.capacities.flatMap(({ overnight }, index) =>
          overnight.value === 0
            ? []
            : [{ of: 'capacity' as const, index, coefficient: overnight.value / 1e9 }],
        ),
      );
    },
  },
];
