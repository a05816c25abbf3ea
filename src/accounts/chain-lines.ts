/**
 * Who causes which cost, as columns of the cost chain?
 * In: a plan. Out: the lines (stage × category) and, in them, the own cost of every process and of the stores at every
 * node. A size shared by several processes is shared out by their activity.
 */
import type { Plan } from '../plan/plan.ts';
import { annualTotals } from './annual-totals.ts';
import {
  COST_CATEGORIES,
  type CostCategory,
  type CostEnd,
  categoryOf,
  fixedCategory,
  moneyYear,
} from './money-flows.ts';

/** One column of every breakdown: which stage of the chain, which kind of cost. */
export interface ChainLine {
  /** Chain group of plants and stores, `bought: <commodity>`, `transport`, or `by-products and waste`. */
  readonly stage: string;
  readonly category: CostCategory;
}

export const BY_PRODUCTS = 'by-products and waste';

export interface OwnCosts {
  readonly lines: readonly ChainLine[];
  /** process → line → money per year. */
  readonly process: readonly Float64Array[];
  /** node → line → money per year of the stores that stand there. */
  readonly node: readonly Float64Array[];
  /** line → money per year of sizes that nobody uses. */
  readonly nobody: Float64Array;
  /** The line in which by-products change hands between plants. */
  readonly transfer: number;
}

interface Share {
  readonly to: 'process' | 'node' | 'nobody';
  readonly index: number;
  readonly share: number;
}

/** Who carries the cost of a size. */
function carriersOf(plan: Plan, phase: number, capacity: number): Share[] {
  const { network } = plan;
  const { activity } = annualTotals(plan, phase);
  const store = network.stores.find(
    (one) =>
      one.id === network.capacities[capacity].owner && (one.capacity === capacity || one.power === capacity),
  );
  if (store !== undefined) return [{ to: 'node', index: store.node, share: 1 }];
  const users = network.processes.flatMap((process, index) => (process.capacity === capacity ? [index] : []));
  const total = users.reduce((sum, index) => sum + activity[index], 0);
  if (users.length === 1) return [{ to: 'process', index: users[0], share: 1 }];
  if (total <= 0) return [{ to: 'nobody', index: 0, share: 1 }];
  return users.map((index) => ({ to: 'process', index, share: activity[index] / total }));
}

function stageOf(plan: Plan, process: number): string {
  const { kind, group, reference } = plan.network.processes[process];
  if (kind === 'buy') return `bought: ${plan.network.commodities[reference].title}`;
  if (kind === 'link') return 'transport';
  if (kind === 'sell' || kind === 'fate') return BY_PRODUCTS;
  return group;
}

export function ownCosts(plan: Plan, phase: number, end: CostEnd): OwnCosts {
  const { network } = plan;
  const money = moneyYear(plan, phase, end);
  const lines: ChainLine[] = [];
  const lineOf = (stage: string, category: CostCategory): number => {
    const known = lines.findIndex((line) => line.stage === stage && line.category === category);
    return known >= 0 ? known : lines.push({ stage, category }) - 1;
  };
  const transfer = lineOf(BY_PRODUCTS, 'sales');
  const entries: { to: Share['to']; index: number; line: number; amount: number }[] = [];
  for (const [number, capacity] of network.capacities.entries()) {
    for (const { to, index, share } of carriersOf(plan, phase, number)) {
      const stage = to === 'process' ? stageOf(plan, index) : capacity.group;
      entries.push({ to, index, line: lineOf(stage, 'capital'), amount: share * money.capital[number] });
      entries.push({
        to,
        index,
        line: lineOf(stage, fixedCategory(network, number)),
        amount: share * money.fixed[number],
      });
    }
  }
  for (const [index, process] of network.processes.entries()) {
    const amount = money.variable[index];
    const line = lineOf(stageOf(plan, index), categoryOf(network, process, amount));
    entries.push({ to: 'process', index, line, amount });
  }
  for (const [number, store] of network.stores.entries()) {
    const line = lineOf(store.group, 'variable');
    entries.push({ to: 'node', index: store.node, line, amount: money.wear[number] });
  }
  const blank = () => new Float64Array(lines.length);
  const costs = {
    process: network.processes.map(blank),
    node: network.nodes.map(blank),
    nobody: blank(),
  };
  for (const { to, index, line, amount } of entries) {
    const target = to === 'nobody' ? costs.nobody : costs[to][index];
    target[line] += amount;
  }
  return { lines, transfer, ...costs };
}

/** What is under this share of the whole is what rounding left. */
const ROUNDING = 1e-12;
const isSeen = (amounts: Float64Array): ((row: { amount: number }) => boolean) => {
  const whole = amounts.reduce((sum, amount) => sum + Math.abs(amount), 0);
  return ({ amount }) => Math.abs(amount) > ROUNDING * whole;
};

/** Sums a breakdown by category, in the order of the cost tables; what is zero is left out. */
export function byCategory(
  lines: readonly ChainLine[],
  amounts: Float64Array,
): { name: string; amount: number }[] {
  return COST_CATEGORIES.map((name) => ({
    name,
    amount: lines.reduce((sum, line, index) => sum + (line.category === name ? amounts[index] : 0), 0),
  })).filter(isSeen(amounts));
}

/** Sums a breakdown by stage of the chain, the dearest first; what is zero is left out. */
export function byStage(
  lines: readonly ChainLine[],
  amounts: Float64Array,
): { name: string; amount: number }[] {
  const stages = [...new Set(lines.map((line) => line.stage))];
  return stages
    .map((name) => ({
      name,
      amount: lines.reduce((sum, line, index) => sum + (line.stage === name ? amounts[index] : 0), 0),
    }))
    .filter(isSeen(amounts))
    .sort((a, b) => b.amount - a.amount);
}
