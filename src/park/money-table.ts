/**
 * What is one currency worth in another, in which year?
 * In: the library's exchange rates and deflators. Out: the table that the units room converts with, made once per library;
 * an issue when a park is written in money that the table does not know.
 */
import { convertMoney, type MoneyTable } from '../units/money.ts';
import { readQuantity } from '../units/unit.ts';
import type { MoneyContext } from './amount.ts';
import type { Issue, Place } from './issue.ts';
import type { Library, LibraryValue } from './library.ts';
import type { Money } from './park.ts';
import { unitIssue } from './unit-issue.ts';

const BASE: Money = { currency: 'USD', year: 2025 };
const tables = new WeakMap<Library, MoneyTable>();

export function moneyTable(library: Library, to: Money = BASE): MoneyContext {
  let table = tables.get(library);
  if (table === undefined) {
    table = tableOf(library);
    tables.set(library, table);
  }
  return { to, table };
}

function tableOf({ factors }: Library): MoneyTable {
  const numbers = (values: Readonly<Record<string, LibraryValue>>): Record<string, number> =>
    Object.fromEntries(
      Object.entries(values).flatMap(([year, { value }]) => {
        const read = readQuantity(value);
        return read.ok ? [[year, read.value.value]] : [];
      }),
    );
  return {
    exchange: Object.fromEntries(
      Object.entries(factors.exchange).map(([currency, years]) => [currency, numbers(years)]),
    ),
    deflator: numbers(factors.deflator),
  };
}

/** Null when the library's own money can be told in this one. */
export function checkTable(library: Library, money: Money, place: Place): Issue | null {
  const { table } = moneyTable(library);
  const read = convertMoney(1, BASE, money, table);
  return read.ok ? null : unitIssue(read.fault, place, 'prices in');
}
