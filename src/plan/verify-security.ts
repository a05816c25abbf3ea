/**
 * Does the load that must not fail hold without wind and sun, with each supply lost that may be, and do stores never fall below
 * what must lie in them?
 * In: a plan of the right shape: it says who carries how much in each case. Out: ledger entries; power against the load of
 * the case, contents against the largest content.
 */
import type { FirmSupply, Security } from '../network/network.ts';
import type { Plan } from './plan.ts';
import { enter, enterEach, FLOW_FLOOR, type Ledger } from './verify-ledger.ts';
import { periodLabel } from './verify-time.ts';

const lowest = (levels: Float64Array): number =>
  levels.reduce((least, level) => Math.min(least, level), Number.POSITIVE_INFINITY);

/** MW that a supply may carry in a case, by its size and by the emptiest hour of its store. */
function mostOf(plan: Plan, phase: number, security: Security, supply: FirmSupply, isLost: boolean): number {
  const { capacities, level } = plan.phases[phase];
  if (isLost && supply.unit === null) return 0;
  const gone = isLost ? (supply.unit ?? 0) : 0;
  const size =
    supply.capacity < 0 ? Number.POSITIVE_INFINITY : supply.perCapacity * capacities[supply.capacity] - gone;
  const most = Math.min(supply.most, size);
  if (supply.store < 0) return most;
  return Math.min(most, lowest(level[supply.store]) / supply.hoursPer / security.hours);
}

function verifyCases(plan: Plan, phase: number, security: Security, ledger: Ledger): void {
  const { loads, supplies, cases } = security;
  const { capacities, carried } = plan.phases[phase];
  const { id } = plan.network.phases[phase];
  const needOf = (node: number): number =>
    loads.reduce(
      (sum, load) => sum + (load.node === node ? load.perCapacity * capacities[load.capacity] : 0),
      0,
    );
  const nodes = [...new Set([...supplies, ...loads].map(({ node }) => node))];
  const whole = Math.max(FLOW_FLOOR, ...nodes.map(needOf));
  for (const [number, { title, lost }] of cases.entries()) {
    const gives = carried[number];
    for (const [index, supply] of supplies.entries()) {
      const where = () => `${supply.title}, ${title}, ${id}`;
      const most = mostOf(plan, phase, security, supply, lost === index);
      enter(ledger, 'outage: supply below zero', where, -gives[index], 'MW', whole);
      if (Number.isFinite(most)) enter(ledger, 'outage: supply', where, gives[index] - most, 'MW', whole);
    }
    for (const node of nodes) {
      let given = 0;
      for (const [index, supply] of supplies.entries()) {
        if (supply.node === node) given += supply.gives * gives[index];
        if (supply.from === node) given -= gives[index];
      }
      const where = () => `${plan.network.nodes[node].title}, ${title}, ${id}`;
      enter(ledger, 'outage: firm power', where, needOf(node) - given, 'MW', whole);
    }
  }
}

export function verifySecurity(plan: Plan, ledger: Ledger): void {
  const { network } = plan;
  for (const [phase, { level, capacities }] of plan.phases.entries()) {
    if (network.security !== null) verifyCases(plan, phase, network.security, ledger);
    for (const [number, { title, node, floor }] of network.stores.entries()) {
      if (floor === null) continue;
      const { period, commodity } = network.nodes[node];
      const scaled = floor.capacity < 0 ? 0 : floor.perCapacity * capacities[floor.capacity];
      const least = floor.amount + scaled;
      const { unit } = network.commodities[commodity];
      enterEach(
        ledger,
        'stored hours',
        (at) => `${title}, ${periodLabel(network, phase, period, at)}`,
        level[number].length,
        (at) => least - level[number][at],
        unit,
        Math.max(FLOW_FLOOR, least),
      );
    }
  }
}
