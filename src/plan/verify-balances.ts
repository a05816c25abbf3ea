/**
 * Does what comes in equal what goes out, at every node in every period?
 * In: a plan of the right shape. Out: one ledger entry a balance. Measured against the largest flow in that node's
 * balances over the horizon.
 */
import { BALANCE_PERIODS, type PeriodIndex } from '../units/time-grid.ts';
import type { Plan } from './plan.ts';
import { enterEach, FLOW_FLOOR, type Ledger } from './verify-ledger.ts';
import { hoursOfPeriods, hoursOfSteps, periodLabel } from './verify-time.ts';

interface Sums {
  /** in − out, per period of the node. */
  readonly net: Float64Array;
  largest: number;
}

/** Units that a constant rate in each period of `own` makes in each period of `balance`. */
function made(
  rates: Float64Array,
  own: PeriodIndex,
  balance: PeriodIndex,
  hours: Float64Array,
): Float64Array {
  const sum = new Float64Array(balance.count);
  for (let step = 0; step < hours.length; step++) sum[balance.of[step]] += hours[step] * rates[own.of[step]];
  return sum;
}

function nodeSums(plan: Plan, phaseIndex: number): Sums[] {
  const { network } = plan;
  const { grid } = network.phases[phaseIndex];
  const phase = plan.phases[phaseIndex];
  const sums = network.nodes.map(
    (node): Sums => ({
      net: new Float64Array(grid.periods[node.period].count),
      largest: 0,
    }),
  );
  const add = (node: number, terms: Float64Array, factor: number): void => {
    const sum = sums[node];
    for (let period = 0; period < terms.length; period++) {
      const term = factor * terms[period];
      sum.net[period] += term;
      if (Math.abs(term) > sum.largest) sum.largest = Math.abs(term);
    }
  };
  const counted = Object.fromEntries(
    BALANCE_PERIODS.map((period) => [period, hoursOfSteps(grid, grid.periods[period])]),
  );
  for (const [number, process] of network.processes.entries()) {
    for (const [part, segment] of process.segments.entries()) {
      const rates = phase.activity[number][part];
      const byPeriod = new Map<string, Float64Array>();
      for (const flow of segment.flows) {
        if (flow.node < 0) continue;
        const { period } = network.nodes[flow.node];
        const index = grid.periods[period];
        let units = byPeriod.get(period);
        if (units === undefined) {
          units = made(rates, grid.periods[process.period], index, counted[period]);
          byPeriod.set(period, units);
        }
        add(flow.node, units, flow.amount);
      }
    }
  }
  for (const [number, store] of network.stores.entries()) {
    const hours = hoursOfPeriods(grid, grid.periods[network.nodes[store.node].period]);
    add(
      store.node,
      phase.discharge[number].map((rate, period) => rate * hours[period]),
      1,
    );
    add(
      store.node,
      phase.charge[number].map((rate, period) => rate * hours[period]),
      -1,
    );
  }
  return sums;
}

export function verifyBalances(plan: Plan, ledger: Ledger): void {
  const { network } = plan;
  const phases = network.phases.map((_, index) => nodeSums(plan, index));
  for (const [number, node] of network.nodes.entries()) {
    const scale = Math.max(FLOW_FLOOR, ...phases.map((sums) => sums[number].largest));
    const { unit } = network.commodities[node.commodity];
    for (const [index, sums] of phases.entries()) {
      const { net } = sums[number];
      const where = (period: number) => `${node.title}, ${periodLabel(network, index, node.period, period)}`;
      enterEach(ledger, 'balance', where, net.length, (period) => Math.abs(net[period]), unit, scale);
    }
  }
}
