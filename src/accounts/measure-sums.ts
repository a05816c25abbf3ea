/**
 * What do the terms of a figure come to in a plan?
 * In: terms, and whether they are counted over the year or over one of its months. Out: their sum; the shares of all months.
 */
import type { MeasureTerm, Network } from '../network/network.ts';
import { hoursWithin } from '../network/per-year.ts';
import type { Plan, PlanMatching } from '../plan/plan.ts';
import { localMoment } from '../units/calendar.ts';
import type { BalancePeriod, TimeGrid } from '../units/time-grid.ts';
import { annualTotals, unitsIn } from './annual-totals.ts';
import type { Quotient } from './kpi.ts';

export interface Counted {
  /** Index of the grid's months; absent: the whole year. */
  readonly month?: number;
  /** What is matched hour by hour, where terms count that. */
  readonly matching?: PlanMatching | null;
}

/** Sum of the terms in a year of the phase, or in a month of it. */
export function sumOf(
  plan: Plan,
  phase: number,
  terms: readonly MeasureTerm[],
  { month, matching = null }: Counted = {},
): number {
  const { network } = plan;
  const { grid } = network.phases[phase];
  const { activity, charge, discharge, capacities } = plan.phases[phase];
  const year = annualTotals(plan, phase);
  const hours = (period: BalancePeriod, series?: number): Float64Array =>
    hoursWithin(grid, period, {
      month,
      shape: series === undefined ? null : network.series[series].values[phase],
    });
  const amount = ({ of, index, part, series }: MeasureTerm): number => {
    if (of === 'capacity') return capacities[index];
    if (of === 'matched') return matching === null ? 0 : unitsIn(matching.matched, hours('hour'));
    if (of === 'lost in store')
      return matching === null
        ? 0
        : unitsIn(matching.charge[index], hours('hour')) - unitsIn(matching.discharge[index], hours('hour'));
    if (month === undefined && series === undefined) {
      if (of === 'store') return year.swallowed[index];
      return part === undefined ? year.activity[index] : year.parts[index][part];
    }
    if (of === 'store') {
      const within = hours(network.nodes[network.stores[index].node].period);
      return unitsIn(charge[index], within) - unitsIn(discharge[index], within);
    }
    const within = hours(network.processes[index].period, series);
    const parts = part === undefined ? activity[index] : [activity[index][part]];
    return parts.reduce((sum, rates) => sum + unitsIn(rates, within), 0);
  };
  return terms.reduce((sum, term) => sum + term.coefficient * amount(term), 0);
}

/** Can each month be told by itself? A share of flows can; sizes and plain sums are of the year. */
export function isMonthly({ numerator, denominator }: Quotient): boolean {
  return (
    denominator !== null &&
    [...numerator, ...denominator].every(({ of }) => of === 'process' || of === 'store')
  );
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** True where the grid has months: typical weeks stand for a year without any. */
export const hasMonths = ({ label }: TimeGrid): boolean => label !== 'typical weeks';

/** "January" for the first month of the grid; "January 2031" where the hours go on beyond a year. */
export function monthName(grid: TimeGrid, month: number): string {
  if (!hasMonths(grid)) return 'all weeks chosen';
  // A scrap of less than a day before the month belongs to it: its middle is asked.
  const { first, steps, count } = grid.periods.month;
  const { month: name, year } = localMoment(grid, first[month] + Math.floor(steps[month] / 2));
  return count > 12 ? `${MONTHS[name]} ${year}` : MONTHS[name];
}

export interface MonthShare {
  readonly month: number;
  readonly label: string;
  /** In the figure's unit. */
  readonly value: number;
  /** How much there was of the denominator. */
  readonly whole: number;
}

/** A share in each month that has something of which it could be a share. */
export function monthShares(
  plan: Plan,
  phase: number,
  { numerator, denominator }: Quotient,
  matching: PlanMatching | null = null,
): MonthShare[] {
  const { grid } = plan.network.phases[phase];
  return Array.from({ length: grid.periods.month.count }, (_, month) => month).flatMap((month) => {
    const whole = sumOf(plan, phase, denominator ?? [], { month, matching });
    if (!(whole > 0)) return [];
    const value = sumOf(plan, phase, numerator, { month, matching }) / whole;
    return [{ month, label: monthName(grid, month), value, whole }];
  });
}

/** Months of the phase, as a promise that is counted by month is held in each of them. */
export const monthsOf = ({ phases }: Network, phase: number): number[] => [
  ...Array(phases[phase].grid.periods.month.count).keys(),
];
