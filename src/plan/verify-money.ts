/**
 * Is the cost that the solver reports the cost of the plan?
 * In: a plan of the right shape. Out: ledger entries for the net present cost and the penalties, each measured against
 * its value. Floor of that scale: a thousandth of all money that moves, because a plan whose sales all but pay its costs
 * must not be judged by the small difference. What whole units are said to come to is held against the same scale.
 */
import type { Process } from '../network/network.ts';
import type { Plan } from './plan.ts';
import { enter, type Ledger, MONEY_FLOOR } from './verify-ledger.ts';

/**
 * Is what whole units are said to come to the plan's own cost, and not below what no choice of them can be below? An
 * objective that also weighs carbon is only held against the bound.
 */
function verifyRounding({ rounding, network, ...plan }: Plan, ledger: Ledger, scale: number): void {
  if (rounding === null) return;
  const whole = rounding.whole ?? Number.NaN;
  const compare = (where: string, missed: number): void =>
    enter(ledger, 'cost of whole units', () => where, missed, network.money.currency, scale);
  compare('against their bound', rounding.bound - whole);
  if (network.objective.kind === 'least cost' || network.objective.kind === 'greatest value')
    compare('against the cost of the plan', Math.abs(plan.netPresentCost + plan.shortfallPenalty - whole));
}

/** Variable cost of one process in a year of the phase: step by step, because prices may follow the hour. */
function variableCost(plan: Plan, process: Process, number: number, phaseIndex: number): number {
  if (process.variableCost === 0) return 0;
  const { grid } = plan.network.phases[phaseIndex];
  const { of } = grid.periods[process.period];
  const shape = process.costProfile < 0 ? null : plan.network.series[process.costProfile].values[phaseIndex];
  let sum = 0;
  for (const rates of plan.phases[phaseIndex].activity[number])
    for (let step = 0; step < grid.steps; step++)
      sum += grid.weight[step] * rates[of[step]] * (shape === null ? 1 : shape[step]);
  return process.variableCost * sum;
}

export function verifyMoney(plan: Plan, ledger: Ledger): void {
  const { network } = plan;
  let cost = 0;
  let turnover = 0;
  let penalty = 0;
  for (const [index, { weight }] of network.phases.entries()) {
    const phase = plan.phases[index];
    const add = (amount: number): void => {
      cost += weight * amount;
      turnover += weight * Math.abs(amount);
    };
    for (const [number, { annuity, fixedCost, existing }] of network.capacities.entries()) {
      const size = phase.capacities[number];
      add(annuity * (size - existing));
      add(fixedCost.value * size);
    }
    for (const [number, store] of network.stores.entries()) {
      const { of } = network.phases[index].grid.periods[network.nodes[store.node].period];
      let discharged = 0;
      const rates = phase.discharge[number];
      const hours = network.phases[index].grid.weight;
      for (let step = 0; step < hours.length; step++) discharged += hours[step] * rates[of[step]];
      add((store.wearCost?.value ?? 0) * discharged);
    }
    for (const [number, process] of network.processes.entries()) {
      add(variableCost(plan, process, number, index));
      penalty += weight * phase.shortfall[number] * (process.shortfallValue ?? 0);
    }
  }
  const { currency } = network.money;
  const scale = Math.max(MONEY_FLOOR, Math.abs(cost), 1e-3 * turnover);
  const horizon = () => 'net present cost over the horizon';
  enter(ledger, 'money', horizon, Math.abs(cost - plan.netPresentCost), currency, scale);
  enter(
    ledger,
    'penalty',
    () => 'value put on unserved demand, over the horizon',
    Math.abs(penalty - plan.shortfallPenalty),
    currency,
    Math.max(MONEY_FLOOR, penalty),
  );
  verifyRounding(plan, ledger, scale);
}
