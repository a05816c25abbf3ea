/**
 * Where the verification writes down what it recomputed.
 * In: one entry a balance, limit or sum. Out: the worst entry of each kind, and how many there were.
 */
import type { Gap } from './verification.ts';

/** No gap above this, relative to the scale that each check names (`docs/decisions/`). */
export const LARGEST_RELATIVE_GAP = 1e-6;

/**
 * Floors of the scales, so that what is meant to be nothing is not measured against itself. A balance whose largest
 * flow is under a tenth of a tonne (MWh, m3), a size under a thousandth of its unit, a sum of money under one unit
 * of money, counts as that much.
 */
export const FLOW_FLOOR = 0.1;
export const SIZE_FLOOR = 1e-3;
export const MONEY_FLOOR = 1;

export interface Ledger {
  readonly worst: Map<string, Gap>;
  checked: number;
}

export const newLedger = (): Ledger => ({ worst: new Map(), checked: 0 });

const missedBy = (absolute: number): number =>
  Number.isNaN(absolute) ? Number.MAX_VALUE : Math.max(0, absolute);

/**
 * Enters one recomputed thing. `absolute` is by how much it is missed (0 or less: it holds), in `unit`; `scale` is what
 * that is measured against. `where` is only asked when the entry is the worst of its kind.
 */
export function enter(
  ledger: Ledger,
  what: string,
  where: () => string,
  absolute: number,
  unit: string,
  scale: number,
): void {
  ledger.checked++;
  const missed = missedBy(absolute);
  const relative = missed / scale;
  const before = ledger.worst.get(what);
  if (before !== undefined && before.relative >= relative) return;
  ledger.worst.set(what, { what, where: where(), absolute: missed, unit, relative });
}

/** Enters one thing for each of `count` periods (or steps); only the worst of them is compared with what stands there. */
export function enterEach(
  ledger: Ledger,
  what: string,
  where: (position: number) => string,
  count: number,
  absolute: (position: number) => number,
  unit: string,
  scale: number,
): void {
  if (count === 0) return;
  let worst = 0;
  let largest = missedBy(absolute(0));
  for (let position = 1; position < count; position++) {
    const missed = missedBy(absolute(position));
    if (missed / scale <= largest / scale) continue;
    worst = position;
    largest = missed;
  }
  ledger.checked += count - 1;
  enter(ledger, what, () => where(worst), largest, unit, scale);
}
