/**
 * Does every store hold what went in less what came out, stay within its walls, and return to where it began?
 * In: a plan of the right shape. Out: ledger entries, each measured against the largest content, charge or discharge of
 * that store over the horizon.
 */
import type { Store } from '../network/network.ts';
import type { Plan } from './plan.ts';
import { enter, enterEach, FLOW_FLOOR, type Ledger } from './verify-ledger.ts';
import { hoursOfPeriods, periodLabel, periodsBefore } from './verify-time.ts';

function scaleOf(plan: Plan, store: Store, number: number): number {
  let scale = FLOW_FLOOR;
  for (const [index, phase] of plan.phases.entries()) {
    const { grid } = plan.network.phases[index];
    const hours = hoursOfPeriods(grid, grid.periods[plan.network.nodes[store.node].period]);
    if (store.capacity >= 0) {
      const walls = Math.max(Math.abs(store.low), Math.abs(store.high)) * phase.capacities[store.capacity];
      if (Number.isFinite(walls)) scale = Math.max(scale, walls);
    }
    for (const level of phase.level[number]) scale = Math.max(scale, Math.abs(level));
    for (const rates of [phase.charge[number], phase.discharge[number]])
      for (let period = 0; period < rates.length; period++)
        scale = Math.max(scale, Math.abs(rates[period]) * hours[period]);
  }
  return scale;
}

function verifyStore(plan: Plan, number: number, phaseIndex: number, scale: number, ledger: Ledger): void {
  const { network } = plan;
  const store = network.stores[number];
  const phase = plan.phases[phaseIndex];
  const { grid } = network.phases[phaseIndex];
  const index = grid.periods[network.nodes[store.node].period];
  const hours = hoursOfPeriods(grid, index);
  const { before, starts } = periodsBefore(grid, index);
  const { unit } = network.commodities[network.nodes[store.node].commodity];
  const size = store.capacity < 0 ? Number.POSITIVE_INFINITY : phase.capacities[store.capacity];
  const power = store.power < 0 ? Number.POSITIVE_INFINITY : phase.capacities[store.power];
  const [level, charge, discharge] = [phase.level[number], phase.charge[number], phase.discharge[number]];
  const standing = store.standing === 0 ? 0 : store.standing * size;

  const at = (period: number): string =>
    `${store.title}, ${periodLabel(network, phaseIndex, index.period, period)}`;
  const each = (what: string, missed: (period: number) => number): void =>
    enterEach(ledger, what, at, index.count, missed, unit, scale);

  for (let period = 0; period < index.count; period++) {
    const kept = (1 - store.lossPerHour) ** hours[period] * level[before[period]];
    const gained =
      store.chargeEfficiency * charge[period] - discharge[period] / store.dischargeEfficiency + standing;
    const missed = Math.abs(level[period] - kept - hours[period] * gained);
    const what = starts[period] === 1 ? 'store return' : 'store content';
    enter(ledger, what, () => at(period), missed, unit, scale);
  }
  if (Number.isFinite(size)) {
    each('store full', (period) => level[period] - store.high * size);
    each('store empty', (period) => store.low * size - level[period]);
  }
  for (const rates of [charge, discharge])
    each('store flow below zero', (period) => -rates[period] * hours[period]);
  // One converter serves both ways.
  if (Number.isFinite(power))
    each('store power', (period) => (charge[period] + discharge[period] - power) * hours[period]);
}

export function verifyStores(plan: Plan, ledger: Ledger): void {
  for (const [number, store] of plan.network.stores.entries()) {
    const scale = scaleOf(plan, store, number);
    for (const phase of plan.network.phases.keys()) verifyStore(plan, number, phase, scale, ledger);
  }
}
