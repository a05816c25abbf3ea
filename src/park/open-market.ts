/**
 * What does the library's open market, or last fate, look like in the park's money?
 * In: a library market or fate, the park's money, the library. Out: a market or fate marked as assumed. The network opens
 * them for what nobody makes, buys, takes or sells (gradual specification), and lists each.
 */
import type { Sourced } from '../units/grade.ts';
import { type MoneyContext, readAmount, readAmountRange } from './amount.ts';
import type { Library, LibraryFate, LibraryMarket, LibraryValue } from './library.ts';
import { moneyTable } from './money-table.ts';
import type { Money, ParkFate, ParkMarket } from './park.ts';
import { carbonWants, priceWants, type Wants, yearlyWants } from './wants.ts';

const FREE = Number.POSITIVE_INFINITY;

/** Every figure of the library has been read once by `checkLibrary`; what cannot be read has no place in a library. */
function sourced(value: LibraryValue, wants: Wants, money: MoneyContext): Sourced {
  const read = readAmount(value.value, wants.units, wants.bare, money);
  if (!read.ok)
    throw new Error(`library value "${value.value}" is no ${wants.units.join(' or ')}: ${read.fault.code}`);
  const range =
    value.range === undefined ? null : readAmountRange(value.range, wants.units, wants.bare, money);
  return {
    value: read.value.value,
    unit: read.value.unit,
    ...(range?.ok ? { range: [range.value.low.value, range.value.high.value] as const } : {}),
    source: value.source,
    grade: value.grade,
    ...(value.year === undefined ? {} : { year: value.year }),
    ...(value.note === undefined ? {} : { note: value.note }),
  };
}

const nothing = (unit: string): Sourced => ({
  value: 0,
  unit,
  source: 'by definition',
  grade: 'standard',
  note: 'none stated',
});

/** The most that a market of the library offers, or takes, in a year; undefined: no limit. */
export const usualLimit = (
  market: LibraryMarket | null | undefined,
  side: 'buy' | 'sell',
): LibraryValue | undefined => (side === 'buy' ? market?.maxBought : market?.maxSold);

export function marketFromLibrary(
  market: LibraryMarket,
  side: 'buy' | 'sell',
  money: Money,
  library: Library,
): ParkMarket {
  const context = moneyTable(library, money);
  const { unit } = library.commodities[market.commodity];
  const figure = side === 'buy' ? market.cost : market.price;
  const most = usualLimit(market, side);
  return {
    id: market.id,
    title: market.title,
    side,
    commodity: market.commodity,
    site: null,
    price:
      figure === undefined
        ? nothing(`${money.currency}/${unit}`)
        : sourced(figure, priceWants(unit), context),
    maxPerYear: most === undefined ? FREE : sourced(most, yearlyWants(unit), context).value,
    minPerYear: 0,
    maxPerHour: FREE,
    carbon:
      market.carbon === undefined
        ? nothing(`tCO2e/${unit}`)
        : sourced(market.carbon, carbonWants(unit), context),
    renewableShare:
      market.renewableShare === undefined
        ? null
        : sourced(market.renewableShare, { units: ['1'], bare: '1' }, context),
    cleanShare: null,
    to: null,
    tariff: [],
    hourly: null,
    capacityCharge: null,
    out: [],
    assumed: true,
  };
}

/** Cost of a fate: paid positive, received negative. */
export function fateCost(fate: LibraryFate, money: Money, library: Library): Sourced {
  const { unit } = library.commodities[fate.of];
  const context = moneyTable(library, money);
  if (fate.cost !== undefined) return sourced(fate.cost, priceWants(unit), context);
  if (fate.price !== undefined) return negative(sourced(fate.price, priceWants(unit), context));
  return nothing(`${money.currency}/${unit}`);
}

export function negative(received: Sourced): Sourced {
  const { range } = received;
  return {
    ...received,
    value: -received.value,
    ...(range === undefined ? {} : { range: [-range[1], -range[0]] as const }),
  };
}

export function fateFromLibrary(fate: LibraryFate, money: Money, library: Library): ParkFate {
  return {
    id: fate.id,
    of: fate.of,
    to: fate.id,
    title: fate.title,
    site: null,
    cost: fateCost(fate, money, library),
    maxPerYear: FREE,
    space: FREE,
    useful: fate.useful,
    assumed: true,
  };
}
