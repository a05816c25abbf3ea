/**
 * What is a written figure worth in the unit that is wanted there, and in the money that is wanted?
 * In: a text or number, the units that may stand there, the unit of a bare number, exchange rates. Out: the value in
 * the first unit that fits, or the fault of the units room.
 *
 * In `wants`, USD stands for any currency; the value comes back in `to` when money is in it.
 */
import { fault, fine } from '../units/fault.ts';
import { convertMoney, type MoneyTable } from '../units/money.ts';
import { convert, type Quantity, type Read, readQuantity, readRange } from '../units/unit.ts';
import type { Money } from './park.ts';

export interface Amount {
  readonly value: number;
  /** Which of the wanted units it was read as; with the target currency in place of USD. */
  readonly unit: string;
  /** Index into `wants`. */
  readonly want: number;
  /** True when no unit was written. */
  readonly bare: boolean;
  /** What one written unit is worth in `unit`; ranges and limits are shown back with it. */
  readonly perWritten: number;
  readonly writtenUnit: string;
}

export interface MoneyContext {
  readonly to: Money;
  readonly table: MoneyTable;
}

export function readAmount(
  written: string | number,
  wants: readonly string[],
  bareUnit: string,
  money: MoneyContext,
): Read<Amount> {
  if (typeof written === 'number' && !Number.isFinite(written))
    return fault('number-not-finite', String(written));
  const read = readQuantity(String(written));
  if (!read.ok) return read;
  const bare = read.value.unit === '';
  // A bare number where a share is wanted is a share (0.945), whatever else the key may hold.
  const quantity: Quantity = bare
    ? { ...read.value, unit: bareUnit.replace('USD', money.to.currency) }
    : read.value;
  return asWanted(quantity, wants, bare, money);
}

function asWanted(
  quantity: Quantity,
  wants: readonly string[],
  bare: boolean,
  context: MoneyContext,
): Read<Amount> {
  const currency = quantity.money?.currency;
  // Within one currency the dimension is what matters; which money it is comes after.
  const plain = currency === undefined ? quantity.unit : quantity.unit.replace(currency, 'USD');
  const plainUnit = bare ? quantity.unit.replace(context.to.currency, 'USD') : plain;
  let first: Read<Amount> | null = null;
  for (const [want, wanted] of wants.entries()) {
    const scaled = convert(quantity.value, plainUnit, wanted);
    if (!scaled.ok) {
      first ??= { ok: false, fault: { ...scaled.fault, found: quantity.unit, expected: wants.join(' or ') } };
      continue;
    }
    const one = convert(1, plainUnit, wanted);
    const per = one.ok ? one.value : 1;
    const unit = wanted.replace('USD', context.to.currency);
    const rest = { unit, want, bare, writtenUnit: quantity.unit };
    if (!wanted.includes('USD') || bare) return fine({ value: scaled.value, perWritten: per, ...rest });
    const from = { currency: currency ?? context.to.currency, year: quantity.money?.year ?? context.to.year };
    const rate = convertMoney(1, from, context.to, context.table);
    if (!rate.ok) return rate;
    return fine({ value: scaled.value * rate.value, perWritten: per * rate.value, ...rest });
  }
  return first ?? fault('unit-unknown', quantity.unit);
}

/** Both ends of `a .. b` as amounts; a range without unit takes `bareUnit`. */
export function readAmountRange(
  written: string,
  wants: readonly string[],
  bareUnit: string,
  money: MoneyContext,
): Read<{ readonly low: Amount; readonly high: Amount }> {
  const range = readRange(written);
  if (!range.ok) return range;
  const { low, high, unit, money: currency } = range.value;
  const bare = unit === '';
  const withUnit = bare ? bareUnit.replace('USD', money.to.currency) : unit;
  const ends = [low, high].map((value) =>
    asWanted({ value, unit: withUnit, money: currency }, wants, bare, money),
  );
  if (!ends[0].ok) return ends[0];
  if (!ends[1].ok) return ends[1];
  return fine({ low: ends[0].value, high: ends[1].value });
}
