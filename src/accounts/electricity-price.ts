/**
 * What does one more megawatt-hour of electricity cost?
 * In: a plan with the marginal prices of its nodes. Out: the mean over the year, weighted by what plants and sales take at
 * each place and hour, and the lowest and highest hour in which anything is taken. From the dual values of the balances
 * (Schweppe, Caramanis, Tabors and Bohn, "Spot Pricing of Electricity", 1988).
 */
import type { Network } from '../network/network.ts';
import type { Plan } from '../plan/plan.ts';
import { showNumber } from '../units/unit.ts';
import { playsRole } from './commodity-roles.ts';
import type { Kpi, KpiValue } from './kpi.ts';
import { unitIn } from './kpi-unit.ts';

/** node → step → MW taken by plants and sales; empty where the node is not electricity. */
function taken(plan: Plan, phase: number): Float64Array[] {
  const { network } = plan;
  const { grid } = network.phases[phase];
  const electricity = playsRole(network, 'electricity');
  const load = network.nodes.map((node) => new Float64Array(electricity[node.commodity] ? grid.steps : 0));
  for (const [number, process] of network.processes.entries()) {
    if (process.kind !== 'plant' && process.kind !== 'sell') continue;
    const { of } = grid.periods[process.period];
    for (const [part, { flows }] of process.segments.entries()) {
      const rates = plan.phases[phase].activity[number][part];
      for (const { node, amount } of flows) {
        if (node < 0 || amount >= 0) continue;
        const at = load[node];
        for (let step = 0; step < at.length; step++) at[step] -= amount * rates[of[step]];
      }
    }
  }
  return load;
}

/** Below this share of the highest load at a place nothing is taken there: the solver's rounding. */
const FAINT = 1e-9;

function priceOf(plan: Plan, phase: number): KpiValue {
  const { network } = plan;
  const { grid } = network.phases[phase];
  const prices = plan.phases[phase].price;
  let [cost, energy, low, high] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [node, load] of taken(plan, phase).entries()) {
    if (load.length === 0) continue;
    const { of } = grid.periods[network.nodes[node].period];
    const least = FAINT * load.reduce((most, value) => Math.max(most, value), 0);
    for (let step = 0; step < load.length; step++) {
      if (load[step] <= least) continue;
      const price = prices[node][of[step]];
      const used = load[step] * grid.weight[step];
      cost += used * price;
      energy += used;
      low = Math.min(low, price);
      high = Math.max(high, price);
    }
  }
  if (energy <= 0) return { value: null, note: 'the park uses no electricity' };
  return { value: cost / energy, note: hours(network, low, high) };
}

const hours = ({ money }: Network, low: number, high: number): string =>
  `by the hour ${showNumber(low, 3)} to ${showNumber(high, 3)} ${unitIn('USD/MWh', money)}`;

export const ELECTRICITY_PRICE_KPIS: readonly Kpi[] = [
  {
    id: 'electricity-price',
    title: 'Marginal price of electricity, mean over the year weighted by use',
    unit: 'USD/MWh',
    definition:
      'What one more megawatt-hour would cost where and when plants and sales take it: the marginal price of each hour, weighted by what they take in it. Not what electricity costs on average, which is its levelised cost.',
    group: 'energy',
    better: 'less',
    value: priceOf,
  },
];
