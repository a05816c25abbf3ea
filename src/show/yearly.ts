/**
 * How much of what moves in a year, and how much in an hour? In: a plan and a phase. Out: the accounts' yearly totals
 * as one flat list of flows, and the rate of any process at any step.
 */
import { annualTotals, type YearFlow } from '../accounts/annual-totals.ts';
import type { Plan } from '../plan/plan.ts';

/** One commodity of one process over a year, in units of the commodity; out +, in −. */
export interface ProcessFlow extends YearFlow {
  readonly process: number;
}

export function yearlyFlows(plan: Plan, phase: number): readonly ProcessFlow[] {
  return annualTotals(plan, phase).flows.flatMap((flows, process) =>
    flows.map((flow) => ({ ...flow, process })),
  );
}

/** process → units of its reference commodity per year. */
export const yearlyActivity = (plan: Plan, phase: number): readonly number[] =>
  Array.from(annualTotals(plan, phase).activity);

/** step → net amount per hour that a process gives (+) to or takes (−) from nodes of one commodity. */
export function hourlyFlow(plan: Plan, phase: number, process: number, commodity: number): Float64Array {
  const grid = plan.network.phases[phase].grid;
  const item = plan.network.processes[process];
  const of = grid.periods[item.period].of;
  const result = new Float64Array(grid.steps);
  item.segments.forEach((segment, at) => {
    const amount = segment.flows
      .filter((flow) => flow.commodity === commodity && flow.node !== -1)
      .reduce((sum, flow) => sum + flow.amount, 0);
    if (amount === 0) return;
    const rates = plan.phases[phase].activity[process][at];
    for (let step = 0; step < grid.steps; step++) result[step] += amount * rates[of[step]];
  });
  return result;
}

/** Charged into and drawn from a store over a year, in units of its commodity. */
export function yearlyStore(
  plan: Plan,
  phase: number,
  store: number,
): { readonly charged: number; readonly drawn: number } {
  const node = plan.network.nodes[plan.network.stores[store].node];
  const hours = plan.network.phases[phase].grid.periods[node.period].hours;
  const sum = (rates: Float64Array): number =>
    rates.reduce((total, rate, period) => total + rate * hours[period], 0);
  return { charged: sum(plan.phases[phase].charge[store]), drawn: sum(plan.phases[phase].discharge[store]) };
}
