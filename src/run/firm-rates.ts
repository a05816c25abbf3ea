/**
 * What do stores carry in an outage, and for how long could they? In: a network whose loads must not fail, a program and its
 * answer. Out: rates by case and supply, and the hours that the content held back lasts at them.
 *
 * Content held back is rate × hours: where the hours give, they do so along a straight line through the rates that were found
 * last, and the line is drawn anew until the two agree.
 */
import type { Network } from '../network/network.ts';
import type { BuiltProgram } from '../program/build-program.ts';
import type { CarriedRates } from '../program/loose-firm-power.ts';
import type { WrittenLimit } from './written-limits.ts';

/** Rates that differ by less than this share of the load are one; less of it than this is the solver's rounding. */
const SAME = 1e-4;

/** MW that are asked for in all, as far as the file says it. */
const askedOf = (limits: readonly WrittenLimit[]): number =>
  limits.reduce((sum, { at, value }) => (at.kind === 'firm-share' ? sum + value / at.factor : sum), 0);

/** Before anything is known: each store carries all of it. */
export function firstRates({ security, phases }: Network, limits: readonly WrittenLimit[]): CarriedRates {
  const asked = askedOf(limits);
  const { cases, supplies } = security ?? { cases: [], supplies: [] };
  return phases.map(() => cases.map(() => supplies.map(({ store }) => (store < 0 ? 0 : asked))));
}

export const ratesOf = ({ columns }: BuiltProgram, x: Float64Array): CarriedRates =>
  columns.map(({ carried }) => carried.map((supplies) => supplies.map((column) => Math.max(0, x[column]))));

/** Do stores carry otherwise than the line was drawn for? */
export function differ(
  { security }: Network,
  limits: readonly WrittenLimit[],
  one: CarriedRates,
  other: CarriedRates,
): boolean {
  const least = SAME * askedOf(limits);
  return one.some((cases, phase) =>
    cases.some((supplies, part) =>
      supplies.some(
        (rate, index) =>
          security!.supplies[index].store >= 0 && Math.abs(rate - other[phase][part][index]) > least,
      ),
    ),
  );
}

/** Hours for which each store could carry what it does, of all cases the fewest; no more than are asked for. */
export function hoursHeld(
  { security }: Network,
  limits: readonly WrittenLimit[],
  built: BuiltProgram,
  x: Float64Array,
): number {
  const { supplies, hours } = security!;
  const least = SAME * askedOf(limits);
  return ratesOf(built, x).reduce(
    (fewest, cases, phase) =>
      cases.reduce(
        (few, rates) =>
          rates.reduce((now, rate, index) => {
            const { store, hoursPer } = supplies[index];
            if (store < 0 || rate <= least) return now;
            return Math.min(now, x[built.columns[phase].held[index]] / (hoursPer * rate));
          }, few),
        fewest,
      ),
    hours,
  );
}
