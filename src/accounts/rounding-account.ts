/**
 * What do whole units cost, against the same park if any size could be built?
 * In: a network and what whole units were chosen from; the plan in whole units, where there is one. Out: one row, for
 * tables and JSON. Money is net present; its yearly part is what the same sum in each year of the horizon would come to.
 *
 * Shares are of what the plan pays, not of the objective: what a park pays less what it earns may be next to nothing, and
 * then any sum is many times that.
 */
import type { Network } from '../network/network.ts';
import type { Plan, Rounding } from '../plan/plan.ts';
import { yearOfMoney } from './cost.ts';
import type { RoundingRow } from './promise-row.ts';

/** All that the plan pays, net present, before anything is earned. */
const paidBy = (plan: Plan): number =>
  plan.network.phases.reduce((sum, { weight }, phase) => sum + weight * yearOfMoney(plan, phase).cost, 0);

export function roundingRow(network: Network, rounding: Rounding, plan: Plan | null): RoundingRow {
  const { method, continuous, whole, bound, choices } = rounding;
  const { currency, year } = network.money;
  // Least carbon counts a tonne as a million of money: its sums are a measure, not money.
  const isMoney = network.objective.kind !== 'least carbon';
  const years = network.phases.reduce((sum, { weight }) => sum + weight, 0);
  const cost = whole === null ? null : whole - continuous;
  const paid = plan === null ? 0 : isMoney ? paidBy(plan) : Math.abs(continuous);
  const shareOf = (part: number): number | null => (paid < 1 ? null : part / paid);
  return {
    method,
    continuous,
    whole,
    bound,
    unit: isMoney ? `${currency} ${year}, net present` : 'carbon as the objective counts it',
    costPerYear: cost === null || !isMoney ? null : cost / years,
    costPerYearUnit: `${currency}/a`,
    share: cost === null ? null : shareOf(cost),
    // What a better choice could save at the most; below nothing it is the solver's rounding.
    gap: whole === null ? null : shareOf(Math.max(0, whole - bound)),
    choices,
  };
}
