/**
 * What does a year of a phase cost, and who causes it?
 * In: a plan. Out: money of the year by capacity (capital, fixed) and by process (variable), and the same by category.
 * Capital is the annuity of what was built; what existed before is sunk and costs only its upkeep.
 */
import { isCharged } from '../network/links-and-markets.ts';
import type { Network, Process } from '../network/network.ts';
import type { Plan } from '../plan/plan.ts';
import type { Sourced } from '../units/grade.ts';
import { annualTotals, yearActivity } from './annual-totals.ts';
import { playsRole } from './commodity-roles.ts';
import { oncePerPhase } from './once.ts';

/** In the order of every cost table. `sales` is negative: money received, by-products and wastes that earn included. */
export const COST_CATEGORIES = [
  'capital',
  'fixed',
  'variable',
  'capacity charges',
  'electricity bought',
  'inputs bought',
  'transport',
  'waste',
  'sales',
] as const;
export type CostCategory = (typeof COST_CATEGORIES)[number];

/** Money of the park per year. */
export interface MoneyYear {
  /** By capacity. */
  readonly capital: Float64Array;
  readonly fixed: Float64Array;
  /** By process: paid +, received −. */
  readonly variable: Float64Array;
  /** By store: wear of what passed through it. */
  readonly wear: Float64Array;
}

/** Where the fixed cost of a size belongs. */
export const fixedCategory = (network: Network, capacity: number): CostCategory =>
  isCharged(network, capacity) ? 'capacity charges' : 'fixed';

/** Where a process's variable cost belongs. What earns over the year is a sale, whatever it is called. */
export function categoryOf(network: Network, process: Process, amount: number): CostCategory {
  const electricity = playsRole(network, 'electricity');
  switch (process.kind) {
    case 'buy':
      return electricity[process.reference] ? 'electricity bought' : 'inputs bought';
    case 'link':
      return 'transport';
    case 'sell':
    case 'fate':
      return amount < 0 ? 'sales' : 'waste';
    default:
      return 'variable';
  }
}

function variableOf(plan: Plan, process: Process, number: number, phaseIndex: number): number {
  const { variableCost, costProfile } = process;
  return variableCost === 0 ? 0 : variableCost * yearActivity(plan, phaseIndex, number, costProfile);
}

/** All costs as stated, or all at the low or the high end of their ranges at once; sales and fates stay as stated. */
export type CostEnd = 'stated' | 'low' | 'high';

/** What a stated value is multiplied by to stand at that end of its range. */
function stretch(input: Sourced | undefined, end: CostEnd): number {
  if (end === 'stated' || input?.range === undefined || input.value === 0) return 1;
  return input.range[end === 'low' ? 0 : 1] / input.value;
}

/** The input that a process's variable cost came from; undefined for what is received rather than paid. */
function priceInput(process: Process): Sourced | undefined {
  if (process.kind === 'plant' || process.kind === 'link') return process.inputs['variable cost'];
  return process.kind === 'buy' ? process.inputs['cost'] : undefined;
}

function computeYear(plan: Plan, phase: number, end: CostEnd): MoneyYear {
  const { capacities, processes } = plan.network;
  const sizes = plan.phases[phase].capacities;
  return {
    capital: Float64Array.from(
      capacities,
      ({ annuity, overnight, existing }, number) =>
        annuity * stretch(overnight, end) * (sizes[number] - existing),
    ),
    fixed: Float64Array.from(
      capacities,
      ({ fixedCost }, number) => fixedCost.value * stretch(fixedCost, end) * sizes[number],
    ),
    variable: Float64Array.from(
      processes,
      (process, number) => variableOf(plan, process, number, phase) * stretch(priceInput(process), end),
    ),
    wear: Float64Array.from(
      plan.network.stores,
      ({ wearCost }, number) =>
        (wearCost?.value ?? 0) *
        stretch(wearCost ?? undefined, end) *
        annualTotals(plan, phase).discharged[number],
    ),
  };
}

export const moneyYear = oncePerPhase<MoneyYear, CostEnd>(computeYear, 'stated');

export interface CostRow {
  readonly category: CostCategory;
  /** Money of the park per year; sales negative. */
  readonly amount: number;
}

/** One row a category; the rows sum to the net cost of the year. */
export function costRows(plan: Plan, phase: number, end: CostEnd = 'stated'): CostRow[] {
  const { capital, fixed, variable, wear } = moneyYear(plan, phase, end);
  const sums = new Map<CostCategory, number>(COST_CATEGORIES.map((category) => [category, 0]));
  const add = (category: CostCategory, amount: number) =>
    sums.set(category, (sums.get(category) ?? 0) + amount);
  for (const amount of capital) add('capital', amount);
  for (const [number, amount] of fixed.entries()) add(fixedCategory(plan.network, number), amount);
  for (const amount of wear) add('variable', amount);
  for (const [number, process] of plan.network.processes.entries())
    add(categoryOf(plan.network, process, variable[number]), variable[number]);
  return [...sums].map(([category, amount]) => ({ category, amount }));
}
