/**
 * What does a year cost, line by line, and what makes up the cost of a tonne? In: a plan and a phase. Out: plain data for
 * the waterfall, the bars and their tables, from the cost accounts. Money of the park, real; paid +, received −.
 */
import { levelisedMetal } from '../accounts/cost.ts';
import {
  COST_CATEGORIES,
  type CostCategory,
  categoryOf,
  costRows,
  fixedCategory,
  moneyYear,
} from '../accounts/money-flows.ts';
import type { Plan } from '../plan/plan.ts';
import { groupOrder, groupTitle } from './palette.ts';

const TITLES: Readonly<Record<CostCategory, string>> = {
  capital: 'Annualised capital',
  fixed: 'Fixed operation and staff',
  variable: 'Variable operation',
  'capacity charges': 'Capacity charges',
  'electricity bought': 'Electricity bought',
  'inputs bought': 'Fuels and feeds bought',
  transport: 'Transport',
  waste: 'Wastes and residues',
  sales: 'Sales',
};

export interface CostLine {
  readonly title: string;
  readonly category: string;
  /** Money per year; received is negative. */
  readonly amount: number;
}

export interface CostStep {
  readonly title: string;
  readonly amount: number;
}

/** One line a size (capital, fixed) and one a process (what running it costs or earns), the largest first. */
export function costLines(plan: Plan, phase: number): readonly CostLine[] {
  const { network } = plan;
  const money = moneyYear(plan, phase);
  const lines = [
    ...network.capacities.flatMap(({ title }, at) => [
      { title, category: TITLES.capital, amount: money.capital[at] },
      { title, category: TITLES[fixedCategory(network, at)], amount: money.fixed[at] },
    ]),
    ...network.stores.map(({ title }, at) => ({ title, category: TITLES.variable, amount: money.wear[at] })),
    ...network.processes.map((process, at) => {
      const amount = money.variable[at];
      return { title: process.title, category: TITLES[categoryOf(network, process, amount)], amount };
    }),
  ];
  return lines.filter((line) => line.amount !== 0).sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
}

/** Money per year by category, in the fixed order; what is zero is left out. */
export function costCategories(plan: Plan, phase: number): readonly CostStep[] {
  return costRows(plan, phase)
    .filter((row) => row.amount !== 0)
    .map((row) => ({ title: TITLES[row.category], amount: row.amount }));
}

export interface TonneCost {
  /** Money per tonne of liquid aluminium. */
  readonly cost: number;
  readonly categories: readonly CostStep[];
  /** By stage of the chain, from the mine to the pots; then what is bought, the largest first. */
  readonly stages: readonly CostStep[];
}

/** null without a smelter that runs. */
export function tonneCost(plan: Plan, phase: number): TonneCost | null {
  const levelised = levelisedMetal(plan, phase);
  if (levelised === null) return null;
  const order = (name: string): number => COST_CATEGORIES.indexOf(name as CostCategory);
  const categories = [...levelised.byCategory]
    .sort((a, b) => order(a.name) - order(b.name))
    .map(({ name, amount }) => ({
      title: name === 'sales' ? 'Credit for by-products' : (TITLES[name as CostCategory] ?? name),
      amount,
    }));
  const isBought = (name: string): boolean => name.startsWith('bought: ');
  const stages = [...levelised.byStage]
    .sort((a, b) => {
      if (isBought(a.name) !== isBought(b.name)) return isBought(a.name) ? 1 : -1;
      return isBought(a.name) ? b.amount - a.amount : groupOrder(a.name) - groupOrder(b.name);
    })
    .map(({ name, amount }) => ({
      title: isBought(name) ? name.replace('bought: ', 'Bought: ') : groupTitle(name),
      amount,
    }));
  const told = (step: CostStep): boolean => Math.abs(step.amount) > Math.abs(levelised.cost) * 1e-6;
  return { cost: levelised.cost, categories: categories.filter(told), stages: stages.filter(told) };
}
