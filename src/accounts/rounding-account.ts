/**
 * What do whole units cost, against the same park if any size could be built?
 * In: a network and what whole units were chosen from. Out: one row, for tables and JSON. Money is net present; its yearly
 * part is what the same sum in each year of the horizon would come to.
 */
import type { Network } from '../network/network.ts';
import type { Rounding } from '../plan/plan.ts';
import type { RoundingRow } from './promise-row.ts';

/** Against the size of `of`; a share of nothing is no share. */
const shareOf = (part: number, of: number): number | null => (Math.abs(of) < 1 ? null : part / Math.abs(of));

export function roundingRow(network: Network, rounding: Rounding): RoundingRow {
  const { method, continuous, whole, bound, choices } = rounding;
  const { currency, year } = network.money;
  // Least carbon counts a tonne as a million of money: its sums are a measure, not money.
  const isMoney = network.objective.kind !== 'least carbon';
  const years = network.phases.reduce((sum, { weight }) => sum + weight, 0);
  const cost = whole === null ? null : whole - continuous;
  return {
    method,
    continuous,
    whole,
    bound,
    unit: isMoney ? `${currency} ${year}, net present` : 'carbon as the objective counts it',
    costPerYear: cost === null || !isMoney ? null : cost / years,
    costPerYearUnit: `${currency}/a`,
    share: cost === null ? null : shareOf(cost, continuous),
    // What a better choice could save at the most; below nothing it is the solver's rounding.
    gap: whole === null ? null : shareOf(Math.max(0, whole - bound), whole),
    choices,
  };
}
