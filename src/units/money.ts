/**
 * What is an amount of one currency and price year worth in another?
 * In: an amount, from, to, and a table of exchange rates and price levels (the library's, with sources). Out: the amount,
 * or a fault that names the years the table has.
 *
 * The way is always the same: into dollars of the same year, along the dollar's price level, into the other currency at
 * the rate of the other year. So there is one price index (the dollar's), and there and back gives the amount again.
 */
import { fault, fine, type Read } from './fault.ts';

export interface MoneyTable {
  /** Currency → year → dollars for one unit. The dollar itself needs no row. */
  readonly exchange: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Year → price level of the dollar; only ratios count. */
  readonly deflator: Readonly<Record<string, number>>;
}

interface PricedIn {
  readonly currency: string;
  /** Year of the price level, not of the source. */
  readonly year: number;
}

type ByYear = Readonly<Record<string, number>>;
const yearsOf = (row: ByYear): string => Object.keys(row).sort().join(', ');
/** A rate or level of zero, below, or not a number is as good as none. */
const has = (row: ByYear, year: number) =>
  Object.hasOwn(row, year) && row[year] > 0 && Number.isFinite(row[year]);

/** Dollars for one unit of a currency in a year. */
function inDollars({ currency, year }: PricedIn, { exchange }: MoneyTable): Read<number> {
  if (currency === 'USD') return fine(1);
  if (!Object.hasOwn(exchange, currency)) {
    return fault('money-currency-missing', currency, {
      expected: [...new Set(['USD', ...Object.keys(exchange)])].join(', '),
    });
  }
  const row = exchange[currency];
  return has(row, year)
    ? fine(row[year])
    : fault('money-exchange-year', `${currency} ${year}`, { expected: yearsOf(row) });
}

function priceLevel(year: number, { deflator }: MoneyTable): Read<number> {
  return has(deflator, year)
    ? fine(deflator[year])
    : fault('money-deflator-year', `USD ${year}`, { expected: yearsOf(deflator) });
}

/** `amount` of the money `from`, in the money `to`. The same money stays as it is, whatever the table holds. */
export function convertMoney(amount: number, from: PricedIn, to: PricedIn, table: MoneyTable): Read<number> {
  if (Number.isNaN(amount)) return fault('number-not-finite', `${amount} ${from.currency}`);
  if (from.currency === to.currency && from.year === to.year) return fine(amount);
  const bought = inDollars(from, table);
  if (!bought.ok) return bought;
  const sold = inDollars(to, table);
  if (!sold.ok) return sold;
  if (from.year === to.year) return fine((amount * bought.value) / sold.value);
  const then = priceLevel(from.year, table);
  if (!then.ok) return then;
  const now = priceLevel(to.year, table);
  if (!now.ok) return now;
  return fine((amount * bought.value * now.value) / (then.value * sold.value));
}
