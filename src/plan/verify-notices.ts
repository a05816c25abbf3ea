/**
 * What is legal but worth seeing?
 * In: a plan of the right shape. Out: sentences. A store that charges and discharges in the same hour burns energy
 * (right when prices are negative, otherwise a sign of something odd); buying and selling in the same hour is trading.
 */
import type { Plan } from './plan.ts';
import { yearHoursOfPeriods } from './verify-time.ts';

/** Both rates count when they exceed this share of the largest rate seen. */
const SEEN = 1e-4;

const largestOf = (...lists: readonly Float64Array[]): number =>
  lists.reduce((largest, list) => list.reduce((most, value) => Math.max(most, value), largest), 0);

function chargingAtOnce(plan: Plan, phaseIndex: number): string[] {
  const { network } = plan;
  const { grid, id } = network.phases[phaseIndex];
  const notices: string[] = [];
  for (const [number, store] of network.stores.entries()) {
    // Without losses it makes no difference to anything, so there is nothing to see.
    if (store.chargeEfficiency * store.dischargeEfficiency >= 1) continue;
    const [charge, discharge] = [
      plan.phases[phaseIndex].charge[number],
      plan.phases[phaseIndex].discharge[number],
    ];
    const enough = SEEN * largestOf(charge, discharge);
    const hours = yearHoursOfPeriods(grid, grid.periods[network.nodes[store.node].period]);
    const seen = hours.reduce(
      (sum, each, period) => sum + (Math.min(charge[period], discharge[period]) > enough ? each : 0),
      0,
    );
    if (seen > 0)
      notices.push(
        `${store.title} charges and discharges at once in ${Math.ceil(seen)} h of the year (${id})`,
      );
  }
  return notices;
}

function tradingAtOnce(plan: Plan, phaseIndex: number): string[] {
  const { network } = plan;
  const { grid, id } = network.phases[phaseIndex];
  const activity = plan.phases[phaseIndex].activity;
  const ratesAt = (node: number, kind: 'buy' | 'sell'): Float64Array => {
    const rates = new Float64Array(grid.steps);
    for (const [number, process] of network.processes.entries()) {
      if (process.kind !== kind || !process.segments[0].flows.some((flow) => flow.node === node)) continue;
      const { of } = grid.periods[process.period];
      for (const part of activity[number])
        for (let step = 0; step < grid.steps; step++) rates[step] += part[of[step]];
    }
    return rates;
  };
  const notices: string[] = [];
  for (const [node, { title }] of network.nodes.entries()) {
    const [bought, sold] = [ratesAt(node, 'buy'), ratesAt(node, 'sell')];
    const enough = SEEN * largestOf(bought, sold);
    let hours = 0;
    for (let step = 0; step < grid.steps; step++)
      if (Math.min(bought[step], sold[step]) > enough) hours += grid.weight[step];
    if (hours > 0)
      notices.push(`${title} is bought and sold at once in ${Math.ceil(hours)} h of the year (${id})`);
  }
  return notices;
}

export function noticesOf(plan: Plan): string[] {
  return plan.network.phases.flatMap((_, index) => [
    ...chargingAtOnce(plan, index),
    ...tradingAtOnce(plan, index),
  ]);
}
