/**
 * What does a figure come to when it is counted by month or by hour?
 * In: a plan and a promise. Out: the value that is judged, and its months; null where the figure cannot be counted so.
 *
 * By month: the worst month, for the promise has to hold in each. By hour: of all that is used in the year, what is matched in its
 * own hour.
 */
import type { Matching, Network } from '../network/network.ts';
import type { ParkPromise } from '../park/park.ts';
import type { Plan, PlanMatching } from '../plan/plan.ts';
import { showQuantity } from '../units/unit.ts';
import { followOrigin } from './follow-origin.ts';
import type { HourlyQuotient, Kpi, KpiValue, Quotient } from './kpi.ts';
import { hasMonths, isMonthly, type MonthShare, monthShares, sumOf } from './measure-sums.ts';

type CountedBy = ParkPromise['countedBy'];

/** What people call a promise: how it is counted is told where it is not by year. */
export const promiseTitle = ({ promise, countedBy }: ParkPromise): string =>
  countedBy === 'year' ? promise : `${promise}, counted by ${countedBy}`;

/** The terms that a promise is held by; undefined where the figure cannot be counted so. */
export function quotientOf(
  kpi: Kpi,
  network: Network,
  { countedBy, sense }: Pick<ParkPromise, 'countedBy' | 'sense'>,
): (Quotient & Partial<Pick<HourlyQuotient, 'matching'>>) | undefined {
  // A figure that knows no other way is counted by the hour whatever is said.
  if (countedBy === 'hour' || (countedBy === 'year' && kpi.measure === undefined))
    return kpi.hourly?.(network);
  const quotient = kpi.measure?.(network, sense);
  if (countedBy === 'month' && (quotient === undefined || !isMonthly(quotient))) return undefined;
  return quotient;
}

/** Periods by which a figure can bind, none where it cannot: by year, a share of flows by month, by hour where it says how. */
export function periodsOf({ unit, measure, hourly }: Kpi): readonly CountedBy[] {
  const byMonth = unit === '%' && measure !== undefined;
  return [
    ...(measure !== undefined || hourly !== undefined ? (['year'] as const) : []),
    ...(byMonth ? (['month'] as const) : []),
    ...(hourly !== undefined ? (['hour'] as const) : []),
  ];
}

const NO_MONTHS = 'typical weeks have no months: by month it takes every hour of the year (`--hours year`)';
const CHOSEN_WEEKS =
  'told for the weeks chosen to stand for the year: by hour it takes every hour of the year (`--hours year`)';

const isSame = (one: Matching, other: Matching): boolean =>
  one.supply.length === other.supply.length &&
  one.supply.every(({ index, part, coefficient }, at) => {
    const same = other.supply[at];
    return index === same.index && part === same.part && coefficient === same.coefficient;
  });

/** What is matched: as the plan holds it where a promise binds it, or as it can be followed, whichever matches more. */
export function matchedIn(plan: Plan, phase: number, matching: Matching): PlanMatching {
  const { weight } = plan.network.phases[phase].grid;
  const amount = ({ matched }: PlanMatching): number =>
    matched.reduce((sum, rate, step) => sum + weight[step] * rate, 0);
  const held = plan.measures.flatMap(({ matching: of }, index) => {
    const own = plan.phases[phase].matching[index] ?? null;
    return of !== undefined && own !== null && isSame(of, matching) ? [own] : [];
  });
  return held.reduce(
    (best, each) => (amount(each) > amount(best) ? each : best),
    followOrigin(plan, phase, matching),
  );
}

function shareOf(plan: Plan, phase: number, hourly: HourlyQuotient, matching: PlanMatching): number | null {
  const whole = sumOf(plan, phase, hourly.denominator, { matching });
  return whole > 0 ? sumOf(plan, phase, hourly.numerator, { matching }) / whole : null;
}

export interface CountedValue {
  readonly found: KpiValue;
  readonly months: readonly MonthShare[];
  /** What to know when reading it; empty: nothing. */
  readonly hint: string;
  /** Why it may not be what it seems on the hours that were planned; absent: nothing is in the way. */
  readonly warning?: string;
  /** What one more unit of supply is worth, where the promise is only just kept; empty: not told. */
  readonly worth?: string;
}

/** Months that differ by less than this are alike. */
const SAME = 1e-6;

const NOTHING: KpiValue = { value: null, note: 'there is nothing of which it could be a share' };

function byMonth(plan: Plan, phase: number, quotient: Quotient, sense: ParkPromise['sense']): CountedValue {
  const months = monthShares(plan, phase, quotient);
  if (months.length === 0) return { found: NOTHING, months, hint: '' };
  const worst = months.reduce((low, each) =>
    (sense === 'at least' ? each.value < low.value : each.value > low.value) ? each : low,
  );
  const differ = months.some(({ value }) => Math.abs(value - worst.value) > SAME * Math.abs(worst.value));
  return { found: { value: worst.value }, months, hint: differ ? `the worst month is ${worst.label}` : '' };
}

function byHour(plan: Plan, phase: number, hourly: HourlyQuotient): CountedValue {
  const matching = matchedIn(plan, phase, hourly.matching);
  const value = shareOf(plan, phase, hourly, matching);
  if (value === null) return { found: NOTHING, months: [], hint: '' };
  const { grid } = plan.network.phases[phase];
  const months = hasMonths(grid) ? monthShares(plan, phase, hourly, matching) : [];
  return { found: { value }, months, hint: '' };
}

/** "one more MWh of it is worth 31 USD on average in the 5210 h a year that lack it". */
function worthOf(plan: Plan, phase: number, id: string): string {
  const index = plan.measures.findIndex((one) => one.id === id && one.phases.includes(phase));
  const price = plan.phases[phase].matching[index]?.price ?? new Float64Array();
  const { weight } = plan.network.phases[phase].grid;
  const dearest = price.reduce((most, each) => Math.max(most, each), 0);
  if (dearest === 0) return '';
  let [hours, sum] = [0, 0];
  price.forEach((each, step) => {
    if (each <= 1e-6 * dearest) return;
    hours += weight[step];
    sum += weight[step] * each;
  });
  const unit = `${plan.network.money.currency}/MWh`;
  return `in ${showQuantity(hours, 'h/a', 3)} one more MWh of it is worth ${showQuantity(sum / hours, unit, 3)} more on average, at most ${showQuantity(dearest, unit, 3)}`;
}

/** @param bound whether the plan was bound to it: on typical weeks only then is anything told by month or hour. */
export function countedValue(
  plan: Plan,
  phase: number,
  { id, countedBy, sense }: Pick<ParkPromise, 'id' | 'countedBy' | 'sense'>,
  kpi: Kpi,
  bound: boolean,
): CountedValue | null {
  if (countedBy === 'year') return { found: kpi.value(plan, phase), months: [], hint: '' };
  const { network } = plan;
  const quotient = quotientOf(kpi, network, { countedBy, sense });
  const hourly = countedBy === 'hour' ? kpi.hourly?.(network) : undefined;
  if (quotient === undefined) return null;
  const counted = hourly === undefined ? byMonth(plan, phase, quotient, sense) : byHour(plan, phase, hourly);
  const worth = hourly === undefined ? '' : worthOf(plan, phase, id);
  if (hasMonths(network.phases[phase].grid)) return { ...counted, worth };
  const warning = hourly === undefined ? NO_MONTHS : CHOSEN_WEEKS;
  if (!bound) return { found: { value: null, note: warning }, months: [], hint: '' };
  return { ...counted, months: [], hint: '', warning };
}
