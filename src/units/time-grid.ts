/**
 * Which hours does a plan look at, how much of the year does each stand for, and which of them share a balance?
 * In: a calendar and (for typical weeks) the weeks chosen. Out: one frozen value that network, program, plan and
 * verification all read. Time inside is UTC, hour-beginning.
 */

/** The periods over which a commodity can be balanced. `none`: never balanced (air, water vapour). */
export const BALANCE_PERIODS = ['hour', 'day', 'week', 'month', 'year'] as const;
export type BalancePeriod = (typeof BALANCE_PERIODS)[number];

/** One way to cut the steps of a grid into periods. All arrays are indexed by period unless said otherwise. */
export interface PeriodIndex {
  readonly period: BalancePeriod;
  readonly count: number;
  /** step → period. */
  readonly of: Int32Array;
  /** period → its first step; periods are runs of consecutive steps. */
  readonly first: Int32Array;
  /** period → how many steps it has. */
  readonly steps: Int32Array;
  /** period → hours of the year that it stands for; sums to the year. */
  readonly hours: Float64Array;
  /**
   * True when a period joins steps of different weight (month and year under typical weeks): its balances are
   * weighted sums. False: a balance counts each of its steps as one hour.
   */
  readonly weighted: boolean;
}

/** Consecutive steps within which a store returns to where it began, unless the run is open: part of a longer one. */
export interface Segment {
  readonly first: number;
  readonly count: number;
  /** How many times this run of steps occurs in the year (1 for a full year). */
  readonly weight: number;
  /** True: stores begin with what the run before left, and end as they may; absent: they end as they began. */
  readonly open?: boolean;
}

/** Consecutive steps of one of several weather years. */
export interface WeatherSpan {
  /** What the year goes by: `seed 2026`, the name of a file. */
  readonly label: string;
  readonly first: number;
  readonly count: number;
}

export interface TimeGrid {
  readonly label: 'full year' | 'typical weeks' | 'consecutive hours';
  /** Number of one-hour steps. */
  readonly steps: number;
  /** Hours of the year stood for: 8760 or 8784 times the weather years, averaged to one year. */
  readonly hoursPerYear: number;
  /** step → hour index in the series that it was cut from (0 = first hour of the weather year, UTC). */
  readonly sourceHour: Int32Array;
  /** step → hours of the year that it stands for; sums to `hoursPerYear`. */
  readonly weight: Float64Array;
  readonly segments: readonly Segment[];
  /**
   * Weather years laid end to end, each standing for an equal share of one mean year. One where the steps are of one year, or
   * of no year in particular (typical weeks).
   */
  readonly weatherYears: readonly WeatherSpan[];
  readonly periods: Readonly<Record<BalancePeriod, PeriodIndex>>;
  /** Time of source hour 0 (not of step 0, when the grid begins later), ISO 8601 UTC, for labels. */
  readonly start: string;
  readonly timeZone: string;
}
