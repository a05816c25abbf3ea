/**
 * Which promises hold?
 * In: a plan (with its promises) and a register. Out: one row a promise and target year.
 *
 * Kept: the figure reaches the target (within 1e-6 of it, the tolerance of a plan). At risk: kept, but with less than
 * 2 % of the target to spare, or not at the worse end of the figure's range. A promise that the plan was bound to is never
 * at risk for being held exactly, which is what binding means: it is kept, and the note tells the worse end. Untested: the
 * plan cannot say, and the note tells why.
 */
import type { Network } from '../network/network.ts';
import type { ParkPromise } from '../park/park.ts';
import type { Plan } from '../plan/plan.ts';
import { showQuantity } from '../units/unit.ts';
import { countedValue, promiseTitle, quotientOf } from './counted-by.ts';
import type { Kpi, KpiValue, Register } from './kpi.ts';
import { kpiByName } from './kpi-names.ts';
import { inKpiUnit, showGap, unitIn } from './kpi-unit.ts';
import { sumOf } from './measure-sums.ts';
import type { PromiseRow } from './promise-row.ts';

const TOLERANCE = 1e-6;
const ENOUGH_TO_SPARE = 0.02;

/** The phase that a year falls in; null when the plan ends before. A year before the first phase is judged in it. */
function phaseOf(network: Network, year: number): number | null {
  const later = network.phases.findIndex((phase) => year < phase.from + phase.years);
  return later < 0 ? null : later;
}

/**
 * What one more unit of target costs in a year. The plan knows the price of the measure; of a share that is the price of
 * numerator − target × denominator, so a unit of target weighs as much as the denominator. Counted by month there is a measure
 * for each month: index of the month → price.
 */
function pricesOf(plan: Plan, phase: number, promise: ParkPromise, kpi: Kpi): Map<number, number> {
  const quotient = quotientOf(kpi, plan.network, promise);
  const prices = new Map<number, number>();
  plan.measures.forEach(({ id, phases, month }, index) => {
    if (id !== promise.id || !phases.includes(phase)) return;
    const matching = plan.phases[phase].matching[index] ?? null;
    const { denominator = null } = quotient ?? {};
    const weight = denominator === null ? 1 : sumOf(plan, phase, denominator, { month, matching });
    prices.set(month ?? 0, plan.phases[phase].measurePrice[index] * weight);
  });
  return prices;
}

const HELD = 'held exactly at the target by the plan';

interface Judged {
  readonly status: PromiseRow['status'];
  readonly margin: number | null;
  readonly note: string;
}

function judge(promise: ParkPromise, found: KpiValue, target: number, unit: string, bound: boolean): Judged {
  const { value, range, note = '' } = found;
  if (value === null) return { status: 'untested', margin: null, note };
  const sign = promise.sense === 'at least' ? 1 : -1;
  const margin = sign * (value - target);
  const scale = Math.max(Math.abs(target), 1e-9);
  if (margin < -TOLERANCE * scale) {
    const short = showGap(-margin, unit);
    const words = promise.sense === 'at least' ? `${short} short of the target` : `${short} above the target`;
    return { status: 'broken', margin, note: words };
  }
  const worse = range === undefined ? null : range[promise.sense === 'at least' ? 0 : 1];
  if (worse !== null && sign * (worse - target) < -TOLERANCE * scale) {
    const held = bound && margin <= TOLERANCE * scale ? HELD : 'kept at the stated values';
    const words = `${held}; at the ${promise.sense === 'at least' ? 'low' : 'high'} end of the sources it would be ${showQuantity(worse, unit, 3)}`;
    return { status: bound ? 'kept' : 'at risk', margin, note: words };
  }
  if (bound) return { status: 'kept', margin, note: margin <= TOLERANCE * scale ? HELD : note };
  if (margin < ENOUGH_TO_SPARE * scale) {
    const words =
      margin <= TOLERANCE * scale
        ? 'held exactly at the target, nothing to spare'
        : `only ${showGap(margin, unit)} to spare`;
    return { status: 'at risk', margin, note: words };
  }
  return { status: 'kept', margin, note };
}

function untested(
  promise: ParkPromise,
  base: Omit<PromiseRow, keyof Judged | 'value' | 'price' | 'paysFor' | 'periods' | 'warning'>,
  note: string,
): PromiseRow {
  return {
    ...base,
    id: promise.id,
    value: null,
    status: 'untested',
    margin: null,
    price: null,
    paysFor: [],
    periods: [],
    note,
    warning: '',
  };
}

function judgeTarget(
  plan: Plan,
  promise: ParkPromise,
  year: number,
  written: number,
  register: Register,
): PromiseRow {
  const { network } = plan;
  const kpi = kpiByName(promise.kpi, register) ?? kpiByName(promise.promise, register);
  const base = {
    id: promise.id,
    kpi: kpi?.id ?? promise.kpi,
    title: promiseTitle(promise),
    target: written,
    year,
    unit: promise.unit,
    sense: promise.sense,
    bound: false,
    to: promise.to,
  };
  if (kpi === undefined) return untested(promise, base, `there is no figure called “${promise.promise}”`);
  const target = inKpiUnit(written, promise.unit, kpi, network.money);
  const unit = unitIn(kpi.unit, network.money);
  if (target === null)
    return untested(promise, base, `${promise.unit} is no unit of ${kpi.title}, which is in ${unit}`);
  const own = { ...base, target, unit };
  const phase = phaseOf(network, year);
  if (phase === null) return untested(promise, own, `the plan ends before ${year}`);
  const prices = pricesOf(plan, phase, promise, kpi);
  const bound = prices.size > 0;
  const counted = countedValue(plan, phase, promise, kpi, bound);
  if (counted === null) {
    const words = `${kpi.title} cannot be counted by ${promise.countedBy}`;
    return untested(promise, own, `${words}${byYear(kpi.value(plan, phase), unit)}`);
  }
  const { found, months, hint, warning = '', worth = '' } = counted;
  if (found.value === null && found.note !== undefined)
    return untested(promise, own, `${found.note}${byYear(kpi.value(plan, phase), unit)}`);
  const judged = judge(promise, found, target, unit, bound);
  const sum = [...prices.values()].reduce((all, price) => all + price, 0);
  return {
    ...own,
    value: found.value,
    bound,
    price: bound ? sum : null,
    paysFor: [],
    periods: months.map(({ month, label, value }) => ({
      label,
      value,
      price: promise.countedBy === 'month' ? (prices.get(month) ?? null) : null,
    })),
    ...judged,
    // What costs nothing is not felt in any hour: a worth beside it is the solver's rounding.
    note: [judged.note, hint, sum === 0 ? '' : worth].filter((each) => each !== '').join('; '),
    warning,
  };
}

const byYear = ({ value }: KpiValue, unit: string): string =>
  value === null ? '' : `; by year it is ${showQuantity(value, unit, 3)}`;

export function judgePromises(plan: Plan, register: Register): PromiseRow[] {
  return plan.network.promises.flatMap((promise) =>
    promise.targets.map(({ year, value }) => judgeTarget(plan, promise, year, value, register)),
  );
}
