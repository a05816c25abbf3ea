/**
 * Is the plan complete, and are all its numbers numbers?
 * In: a plan. Out: entries in the ledger, and whether the rest can be recomputed at all.
 */
import type { Network } from '../network/network.ts';
import { count } from '../units/number.ts';
import type { Plan, PlanPhase } from './plan.ts';
import { enter, type Ledger } from './verify-ledger.ts';

interface Expected {
  readonly where: string;
  readonly values: Float64Array | undefined;
  readonly length: number;
}

function expectedOf(network: Network, plan: Plan, phase: PlanPhase, index: number): Expected[] {
  const { periods } = network.phases[index].grid;
  const list: Expected[] = [
    { where: 'capacities', values: phase.capacities, length: network.capacities.length },
    { where: 'sizes built', values: phase.built, length: network.capacities.length },
    ...(network.security?.cases ?? []).map(({ title }, number) => ({
      where: `what is carried, ${title}`,
      values: phase.carried[number],
      length: network.security?.supplies.length ?? 0,
    })),
    { where: 'shortfalls', values: phase.shortfall, length: network.processes.length },
    { where: 'prices of limits', values: phase.capacityPrice, length: network.capacities.length },
    { where: 'prices of yearly limits', values: phase.yearLimitPrice, length: network.processes.length },
    { where: 'prices of outputs', values: phase.outputPrice, length: network.processes.length },
    { where: 'prices of promises', values: phase.measurePrice, length: plan.measures.length },
  ];
  for (const [number, process] of network.processes.entries()) {
    list.push({
      where: `prices of the window of ${process.title}`,
      values: phase.blendPrice[number],
      length: process.blend?.limits.length ?? 0,
    });
    for (const part of process.segments.keys()) {
      list.push({
        where: `activity of ${process.title}`,
        values: phase.activity[number]?.[part],
        length: periods[process.period].count,
      });
    }
  }
  for (const [number, store] of network.stores.entries()) {
    const length = periods[network.nodes[store.node].period].count;
    list.push({ where: `level of ${store.title}`, values: phase.level[number], length });
    list.push({ where: `charge of ${store.title}`, values: phase.charge[number], length });
    list.push({ where: `discharge of ${store.title}`, values: phase.discharge[number], length });
  }
  const steps = periods.hour.count;
  for (const [number, { title, matching }] of plan.measures.entries()) {
    const own = phase.matching[number] ?? null;
    if (matching === undefined || own === null) continue;
    list.push({ where: `what is matched of ${title}`, values: own.matched, length: steps });
    list.push({ where: `prices of what is matched of ${title}`, values: own.price, length: steps });
    for (const [at, store] of matching.stores.entries())
      for (const values of [own.level[at], own.charge[at], own.discharge[at]])
        list.push({ where: `${network.stores[store].title}, of ${title}`, values, length: steps });
  }
  for (const [number, node] of network.nodes.entries()) {
    list.push({
      where: `marginal price of ${node.title}`,
      values: phase.price[number],
      length: periods[node.period].count,
    });
  }
  return list;
}

/** Relative gaps here are shares of the list that are missing or no number: any of them is far above the tolerance. */
export function verifyShape(plan: Plan, ledger: Ledger): boolean {
  const { network } = plan;
  let whole = plan.phases.length === network.phases.length;
  enter(
    ledger,
    'length',
    () => `the plan has ${count(plan.phases.length, 'phase')}, the network ${network.phases.length}`,
    Math.abs(plan.phases.length - network.phases.length),
    'phases',
    network.phases.length,
  );
  if (!whole) return false;
  for (const [index, phase] of plan.phases.entries()) {
    const { id } = network.phases[index];
    for (const { where, values, length } of expectedOf(network, plan, phase, index)) {
      const found = values?.length ?? 0;
      if (found !== length) whole = false;
      enter(
        ledger,
        'length',
        () => `${where}, ${id}: ${count(found, 'value')} where ${length} belong`,
        Math.abs(found - length),
        'values',
        Math.max(1, length),
      );
      let bad = 0;
      for (const value of values ?? []) if (!Number.isFinite(value)) bad++;
      if (bad > 0) whole = false;
      enter(ledger, 'not a number', () => `${where}, ${id}`, bad, 'values', Math.max(1, length));
    }
  }
  const money = [plan.netPresentCost, plan.shortfallPenalty].filter(
    (value) => !Number.isFinite(value),
  ).length;
  if (money > 0) whole = false;
  enter(ledger, 'not a number', () => 'net present cost', money, 'values', 2);
  return whole;
}
