/**
 * A figure that people ask for: definition, unit, how it is computed from a plan, and (if it can bind) its measure.
 * In: a plan. Out: entries of one register; the table, the JSON and the report iterate over it.
 */
import type { Matching, MeasureTerm, Network } from '../network/network.ts';
import type { ParkPromise } from '../park/park.ts';
import type { Plan } from '../plan/plan.ts';

export interface KpiValue {
  readonly value: number | null;
  /** Low and high end where the inputs carry a range. */
  readonly range?: readonly [number, number];
  /** Says why `value` is null, or what to know when reading it. */
  readonly note?: string;
}

export interface Kpi {
  /** kebab-case; also what a promise or claim names (spaces for dashes). */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** One or two sentences: what is counted and over what; printed with the figure. */
  readonly definition: string;
  readonly group: 'energy' | 'cost' | 'carbon' | 'loops' | 'people' | 'land and water' | 'output';
  /** Sorting hint for "at least" or "at most" promises. */
  readonly better: 'more' | 'less' | 'neither';
  value(plan: Plan, phase: number): KpiValue;
  /**
   * numerator ÷ denominator as linear sums over the year, the quotient in `unit` (percent included: 100 is everything).
   * Absent: cannot bind. Undefined: cannot bind in this network (money already spent, gases without a potential).
   * A figure may bind more strictly than it is told (jobs: only crews that have work keep a promise of at least so many).
   */
  measure?(network: Network, sense?: ParkPromise['sense']): Quotient | undefined;
  /** The same counted hour by hour. Absent: cannot be counted so. Undefined: not in this network. */
  hourly?(network: Network): HourlyQuotient | undefined;
}

/** A figure as linear sums over the year: numerator ÷ denominator, or the numerator alone. */
export interface Quotient {
  readonly numerator: readonly MeasureTerm[];
  readonly denominator: readonly MeasureTerm[] | null;
}

/** A share of which only what is matched in the same hour counts. */
export interface HourlyQuotient extends Quotient {
  readonly denominator: readonly MeasureTerm[];
  readonly matching: Matching;
}

export type Register = readonly Kpi[];

/** A figure of one plan and phase, as the table, the JSON and the report show it. */
export interface KpiRow {
  readonly id: string;
  readonly title: string;
  readonly value: number | null;
  readonly unit: string;
  readonly definition: string;
  readonly group: string;
  readonly range?: readonly [number, number];
  readonly note?: string;
}
