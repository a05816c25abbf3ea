/**
 * What moves in a year of a phase?
 * In: a plan. Out: yearly totals by process, by flow and by store, computed once a phase and read by every account.
 */
import type { Network, Process } from '../network/network.ts';
import { hoursWithin } from '../network/per-year.ts';
import type { Plan, PlanPhase } from '../plan/plan.ts';
import { oncePerPhase } from './once.ts';

/** A process's effect on one node (or the air) over the year; one line a commodity, node and cause. */
export interface YearFlow {
  /** −1: air. */
  readonly node: number;
  readonly commodity: number;
  /** Units per year, out +, in −. */
  readonly amount: number;
  readonly cause: string | null;
}

export interface AnnualTotals {
  /** process → units of activity per year. */
  readonly activity: Float64Array;
  /** process → segment → units of activity per year. */
  readonly parts: readonly (readonly number[])[];
  /** process → flows of the year. */
  readonly flows: readonly (readonly YearFlow[])[];
  /** store → charge − discharge, units per year: what the store swallows. */
  readonly swallowed: Float64Array;
  /** store → units given back per year. */
  readonly discharged: Float64Array;
}

/** Units that rates come to in the hours that their periods stand for. */
export const unitsIn = (rates: Float64Array, hours: Float64Array): number =>
  rates.reduce((sum, rate, period) => sum + rate * hours[period], 0);

function flowsOf(process: Process, segments: readonly number[]): YearFlow[] {
  const byKey = new Map<string, { node: number; commodity: number; amount: number; cause: string | null }>();
  for (const [part, { flows }] of process.segments.entries()) {
    for (const { node, commodity, amount, cause } of flows) {
      const key = `${node} ${commodity} ${cause ?? ''}`;
      const line = byKey.get(key) ?? { node, commodity, amount: 0, cause };
      line.amount += amount * segments[part];
      byKey.set(key, line);
    }
  }
  return [...byKey.values()];
}

function computeTotals(network: Network, phase: PlanPhase, phaseIndex: number): AnnualTotals {
  const { periods } = network.phases[phaseIndex].grid;
  const segments = network.processes.map((process, number) =>
    phase.activity[number].map((rates) => unitsIn(rates, periods[process.period].hours)),
  );
  return {
    activity: Float64Array.from(segments, (parts) => parts.reduce((sum, part) => sum + part, 0)),
    parts: segments,
    flows: network.processes.map((process, number) => flowsOf(process, segments[number])),
    swallowed: Float64Array.from(network.stores, (store, number) => {
      const { hours } = periods[network.nodes[store.node].period];
      return unitsIn(phase.charge[number], hours) - unitsIn(phase.discharge[number], hours);
    }),
    discharged: Float64Array.from(network.stores, (store, number) =>
      unitsIn(phase.discharge[number], periods[network.nodes[store.node].period].hours),
    ),
  };
}

export const annualTotals = oncePerPhase(
  (plan, phase) => computeTotals(plan.network, plan.phases[phase], phase),
  '',
);

/** Net units per year that a process gives (+) or takes (−) of the commodities marked. */
export function netOf(totals: AnnualTotals, process: number, marked: readonly boolean[]): number {
  return totals.flows[process].reduce((sum, flow) => sum + (marked[flow.commodity] ? flow.amount : 0), 0);
}

/** Units per year that plants make of the commodities marked, each plant's own use taken off. */
export function madeByPlants(
  plan: Plan,
  phase: number,
  marked: readonly boolean[],
  group: string | null = null,
): number {
  const totals = annualTotals(plan, phase);
  return plan.network.processes.reduce((sum, process, number) => {
    if (process.kind !== 'plant' || (group !== null && process.group !== group)) return sum;
    return sum + Math.max(0, netOf(totals, number, marked));
  }, 0);
}

/** Units of activity per year; with a series of the network (−1: none) each hour's times its value there. */
export function yearActivity(plan: Plan, phase: number, process: number, series: number): number {
  if (series < 0) return annualTotals(plan, phase).activity[process];
  const { grid } = plan.network.phases[phase];
  const shape = plan.network.series[series].values[phase];
  const hours = hoursWithin(grid, plan.network.processes[process].period, { shape });
  return plan.phases[phase].activity[process].reduce((sum, rates) => sum + unitsIn(rates, hours), 0);
}
