/**
 * How does a promise reach the mathematics? As a measure: the KPI's weighted sum, kept above or below the target.
 * In: the network's promises and the register. Out: what binds in which phase, and its measure at the promised target or at
 * another one.
 */
import { promiseTitle, quotientOf } from '../accounts/counted-by.ts';
import type { Kpi } from '../accounts/kpi.ts';
import { inKpiUnit, unitIn } from '../accounts/kpi-unit.ts';
import { monthName, monthsOf } from '../accounts/measure-sums.ts';
import type { Matching, Measure, MeasureTerm, Network, NetworkPhase } from '../network/network.ts';
import type { ParkPromise } from '../park/park.ts';

/** A binding promise in one phase; counted by month there is one for each month. */
export interface BoundPromise {
  readonly promise: ParkPromise;
  readonly phase: number;
  /** In `unit`. */
  readonly target: number;
  /** The figure's own unit, in the park's currency. */
  readonly unit: string;
  readonly numerator: readonly MeasureTerm[];
  /** Null where the figure is no share. */
  readonly denominator: readonly MeasureTerm[] | null;
  /** Index of the grid's months; absent: it is counted over the year. */
  readonly month?: number;
  /** Counted hour by hour. */
  readonly matching?: Matching;
}

/** What people call it: its month and its phase are named where there are several. */
export function boundTitle(network: Network, { promise, phase, month }: BoundPromise): string {
  const { grid, from } = network.phases[phase];
  return [
    promiseTitle(promise),
    ...(month === undefined || grid.periods.month.count === 1 ? [] : [`in ${monthName(grid, month)}`]),
    ...(network.phases.length === 1 ? [] : [`from ${from}`]),
  ].join(', ');
}

/** The target that holds in a phase: the latest one whose year comes before the phase ends; null before the first. */
function targetIn(promise: ParkPromise, phase: NetworkPhase): number | null {
  const due = promise.targets.filter((target) => target.year < phase.from + phase.years);
  if (due.length === 0) return null;
  return due.reduce((latest, target) => (target.year > latest.year ? target : latest)).value;
}

export function boundPromises(network: Network, kpiOf: (id: string) => Kpi | undefined): BoundPromise[] {
  return network.promises.flatMap((promise) => {
    const kpi = promise.bind ? kpiOf(promise.kpi) : undefined;
    const measure = kpi === undefined ? undefined : quotientOf(kpi, network, promise);
    if (kpi === undefined || measure === undefined) return [];
    return network.phases.flatMap((of, phase): BoundPromise[] => {
      const written = targetIn(promise, of);
      const target = written === null ? null : inKpiUnit(written, promise.unit, kpi, network.money);
      if (target === null) return [];
      const bound = { promise, phase, target, unit: unitIn(kpi.unit, network.money), ...measure };
      return promise.countedBy === 'month'
        ? monthsOf(network, phase).map((month) => ({ ...bound, month }))
        : [bound];
    });
  });
}

/** A share is a quotient, and its measure a straight line through one point of it: a target, and how much the denominator is. */
export interface Point {
  readonly target: number;
  readonly denominator: number;
}

/**
 * `numerator − target × denominator`, or the numerator alone where the KPI is no share. At another point than the promise's
 * own the limit is what the promised target asks for beyond the point's, so that a change of one unit of target weighs as
 * much as the denominator is there.
 */
export function measureOf(
  bound: BoundPromise,
  at: Point = { target: bound.target, denominator: 0 },
): Measure {
  const { promise, phase, target, numerator, denominator, month, matching } = bound;
  const less = (denominator ?? []).map((term) => ({ ...term, coefficient: -at.target * term.coefficient }));
  const threshold = denominator === null ? target : (target - at.target) * at.denominator;
  return {
    id: promise.id,
    title: promiseTitle(promise),
    terms: [...numerator, ...less],
    lower: promise.sense === 'at least' ? threshold : Number.NEGATIVE_INFINITY,
    upper: promise.sense === 'at most' ? threshold : Number.POSITIVE_INFINITY,
    phases: [phase],
    ...(month === undefined ? {} : { month }),
    ...(matching === undefined ? {} : { matching }),
  };
}
