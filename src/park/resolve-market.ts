/**
 * What may be bought and sold, at what price, and what becomes of each waste?
 * In: `buy:`, `sell:`, `fates:`. Out: markets and fates in canonical units and the park's money.
 */
import type { Sourced } from '../units/grade.ts';
import {
  amountOf,
  assume,
  complain,
  type Desk,
  exactly,
  figure,
  keyPlaceOf,
  known,
  NOT_NEGATIVE,
  pick,
  SHARE,
} from './desk.ts';
import type { LibraryCommodity, LibraryFate, LibraryMarket, LibraryValue } from './library.ts';
import { nearest, own, slug } from './name.ts';
import { negative, usualLimit } from './open-market.ts';
import type { ParkFate, ParkMarket } from './park.ts';
import { capacityChargeOf, hourlyFileOf, outagesOf, tariffOf } from './resolve-hours.ts';
import { kindNamed, type OreKind } from './resolve-ore.ts';
import { siteNamed } from './resolve-site.ts';
import type { WrittenFate, WrittenPark, WrittenPurchase, WrittenSale } from './schema.ts';
import type { Figure } from './sheet.ts';
import { carbonWants, HOURLY, priceWants, yearlyWants } from './wants.ts';
import { type Path, pieceAt, typed } from './written.ts';

const FREE = Number.POSITIVE_INFINITY;
type Side = 'buy' | 'sell';
type Entry = NonNullable<WrittenPark['buy'] | WrittenPark['sell']>[string];
type Long = Omit<WrittenPurchase & WrittenSale, never>;

export function marketsOf(
  desk: Desk,
  side: Side,
  written: WrittenPark['buy'] | WrittenPark['sell'],
  ores: readonly OreKind[],
): ParkMarket[] {
  return Object.entries(written ?? {}).flatMap(([name, entry]) => {
    const market = marketOf(desk, side, name, entry, ores);
    return market === null ? [] : [market];
  });
}

/** `alumina: 420 USD/t` says the price and nothing more. */
function isShort(entry: Entry): entry is Figure {
  return typeof entry !== 'object' || 'value' in entry;
}

function marketOf(
  desk: Desk,
  side: Side,
  name: string,
  entry: Entry,
  ores: readonly OreKind[],
): ParkMarket | null {
  const path = [side, name];
  const key = side === 'buy' ? 'cost' : 'price';
  const long: Partial<Long> = isShort(entry) ? {} : entry;
  const [price, pricePath]: [Figure | undefined, Path] = isShort(entry)
    ? [entry, path]
    : [long[key], [...path, key]];
  const subject = subjectOf(desk, side, path, name, long.of);
  if (subject === null) return null;
  const { commodity, market } = subject;
  const { unit } = commodity;
  const hourly = hourlyFileOf(desk, side, [...path, 'hourly'], long.hourly, unit);
  const tariff = tariffOf(desk, side, [...path, 'tariff'], long.tariff, unit);
  const value: LibraryValue | undefined = hourly?.price ? undefined : market?.[key];
  if (price === undefined && value === undefined && !hourly?.price) {
    complain(
      desk,
      'price-missing',
      'error',
      path,
      { found: name, key, unit: `${desk.money.to.currency}/${unit}` },
      'key',
    );
    return null;
  }
  if (price === undefined && value !== undefined) {
    const verb = side === 'buy' ? 'bought' : 'sold';
    assume(
      desk,
      `${side} ${name} ${key}`,
      `${name} is ${verb} at the library's ${key}, ${value.value} (${value.grade})`,
      path,
    );
  }
  // A price may be negative (a buyer who wants to be paid); a cost below zero is written as a sale.
  const paid =
    price === undefined && value === undefined
      ? exactly(0, `${desk.money.to.currency}/${unit}`, `hour by hour, from ${hourly?.file}`)
      : pick(desk, pricePath, price, value, priceWants(unit), side === 'buy' ? NOT_NEGATIVE : undefined);
  // Who writes a minimum knows the other side, and the library's limit does not.
  const usual = long.min === undefined ? usualLimit(market, side) : undefined;
  const most =
    long.max === undefined
      ? {
          perHour:
            usualMost(desk, path, `${name} is ${side === 'buy' ? 'bought' : 'sold'}`, usual, unit) / 8760,
          yearly: true,
        }
      : limitOf(desk, [...path, 'max'], long.max, commodity, FREE);
  const least = limitOf(desk, [...path, 'min'], long.min, commodity, 0);
  const site = long.site === undefined ? null : siteNamed(desk, [...path, 'site'], long.site);
  const carbon = pick(
    desk,
    [...path, 'carbon'],
    long.carbon,
    market?.carbon,
    carbonWants(unit),
    NOT_NEGATIVE,
  );
  if (paid === null || most === null || least === null || (long.site !== undefined && site === null))
    return null;
  if (least.perHour > 0 && !least.yearly) {
    complain(desk, 'minimum-per-hour', 'error', [...path, 'min'], { unit: `${unit}/a` });
    return null;
  }
  const [minPerYear, maxPerYear] = [
    least.yearly ? least.perHour * 8760 : 0,
    most.yearly ? most.perHour * 8760 : FREE,
  ];
  const maxPerHour = most.yearly ? FREE : most.perHour;
  if (minPerYear > maxPerYear || minPerYear > maxPerHour * 8760) {
    complain(desk, 'crossed-bounds', 'error', [...path, 'min'], {
      max: typed(pieceAt(desk.written, [...path, 'max'])),
    });
    return null;
  }
  return {
    // Bought and sold under one name are two lines in every table.
    id: side === 'sell' && pieceAt(desk.written, ['buy', name]) !== undefined ? `${name} sold` : name,
    title: long.title ?? name,
    side,
    commodity:
      (side === 'buy' && long.ore !== undefined ? kindNamed(ores, name)?.commodity : null) ?? commodity.id,
    site,
    price: paid,
    maxPerYear,
    minPerYear,
    maxPerHour,
    carbon: carbon ?? exactly(0, `tCO2e/${unit}`, 'none stated'),
    renewableShare: pick(
      desk,
      [...path, 'renewable share'],
      long['renewable share'],
      market?.renewableShare,
      { units: ['1'], bare: '1' },
      SHARE,
    ),
    cleanShare: cleanShareOf(desk, [...path, 'clean share'], long['clean share']),
    to: long.to ?? null,
    tariff,
    hourly,
    capacityCharge: capacityChargeOf(desk, [...path, 'capacity charge'], long['capacity charge'], unit),
    out: outagesOf(desk, [...path, 'out'], long.out, [commodity]),
    assumed: false,
    ...keyPlaceOf(desk, path),
  };
}

/** One share, or one for each hour of the day. */
function cleanShareOf(desk: Desk, path: Path, written: Long['clean share']): readonly number[] | null {
  if (written === undefined) return null;
  const wants = { units: ['1'], bare: '1' };
  const shares = Array.isArray(written)
    ? written.map((one, hour) => amountOf(desk, [...path, hour], one, wants, SHARE))
    : [amountOf(desk, path, written, wants, SHARE)];
  return shares.every((one) => one !== null) ? shares.map((one) => one?.value ?? 0) : null;
}

/** `grid electricity` is a market of the library, `alumina` a commodity; `of:` names the commodity of an entry with a name of its own. */
function subjectOf(
  desk: Desk,
  side: Side,
  path: Path,
  name: string,
  of: string | undefined,
): { commodity: LibraryCommodity; market: LibraryMarket | undefined } | null {
  const { commodities, markets } = desk.library;
  const [wanted, at] = of === undefined ? [name, path] : [of, [...path, 'of']];
  const market = own(markets, slug(wanted));
  const id = market?.commodity ?? slug(wanted);
  const names = [...new Set([...Object.keys(commodities), ...Object.keys(markets)])];
  const commodity = known(
    desk,
    'unknown-good',
    at,
    wanted,
    own(commodities, id),
    names,
    of === undefined ? 'key' : 'value',
  );
  if (commodity === null) return null;
  const key = side === 'buy' ? 'cost' : 'price';
  const open =
    market?.[key] === undefined
      ? Object.values(markets).find((each) => each.commodity === commodity.id && each[key] !== undefined)
      : market;
  return { commodity, market: open };
}

/** What the library knows to be the most in a year, where the park is silent; listed, since it may be what decides. */
function usualMost(
  desk: Desk,
  path: Path,
  what: string,
  value: LibraryValue | undefined,
  unit: LibraryCommodity['unit'],
): number {
  if (value === undefined) return FREE;
  const most = pick(desk, [...path, 'max'], undefined, value, yearlyWants(unit));
  assume(
    desk,
    `${path.join(' ')} max`,
    `${what} up to the library's limit, ${value.value} (${value.grade})`,
    path,
  );
  return most?.value ?? FREE;
}

/** Per hour, and whether it was written per year (a total) or as a rate (a limit of every hour). */
function limitOf(
  desk: Desk,
  path: Path,
  written: Figure | undefined,
  commodity: LibraryCommodity,
  silent: number,
): { perHour: number; yearly: boolean } | null {
  if (written === undefined) return { perHour: silent, yearly: true };
  const rate = HOURLY[commodity.unit];
  // The trade limits electricity by power and everything else by the year.
  const bare = rate === 'MW' && path.at(-1) === 'max' ? rate : `${commodity.unit}/a`;
  const amount = amountOf(desk, path, written, { units: [rate], bare }, NOT_NEGATIVE);
  if (amount === null) return null;
  const unit = amount.bare ? bare : amount.writtenUnit;
  if (/\/(d|week|weeks|month|months|min)\b/.test(unit)) {
    complain(desk, 'limit-period', 'error', path, { yearly: `${commodity.unit}/a`, hourly: rate });
    return null;
  }
  return { perHour: amount.value, yearly: /\/a$/.test(unit) };
}

export function fatesOf(desk: Desk, written: WrittenPark['fates']): ParkFate[] {
  const { commodities } = desk.library;
  return Object.entries(written ?? {}).flatMap(([name, entries]) => {
    const path = ['fates', name];
    const commodity = known(
      desk,
      'unknown-commodity',
      path,
      name,
      own(commodities, slug(name)),
      Object.keys(commodities),
      'key',
    );
    if (commodity === null) return [];
    const made: ParkFate[] = [];
    for (const [at, entry] of entries.entries()) {
      const fate = fateOf(desk, [...path, at], commodity, entry);
      // The same way at another site is another way.
      const twice = made.some(({ to, site }) => to === fate?.to && site === fate.site);
      if (twice) complain(desk, 'fate-twice', 'error', [...path, at, 'to'], { found: entry.to, of: name });
      else if (fate !== null) made.push(fate);
    }
    return made;
  });
}

/** `cement` is `cement`, `residue-cement` or a fate with that title; what matters is that it is a fate of this waste. */
function fateNamed(fates: readonly LibraryFate[], of: string, name: string): LibraryFate | undefined {
  const wanted = slug(name);
  return (
    fates.find(({ id, title }) => id === wanted || id === `${of}-${wanted}` || slug(title) === wanted) ??
    fates.find(({ id }) => `-${id}-`.includes(`-${wanted}-`))
  );
}

function fateOf(desk: Desk, path: Path, commodity: LibraryCommodity, written: WrittenFate): ParkFate | null {
  const { id: of, unit } = commodity;
  const choices = Object.values(desk.library.fates).filter((fate) => fate.of === of);
  const library = fateNamed(choices, of, written.to);
  const isOwn =
    library === undefined && written.useful !== undefined && (written.cost ?? written.price) !== undefined;
  if (library === undefined && !isOwn) {
    const names = choices.map(({ id }) => id);
    complain(desk, 'unknown-fate', 'error', [...path, 'to'], {
      found: written.to,
      of,
      near: nearest(written.to, names),
      expected: names.join(', '),
    });
    return null;
  }
  if (written.cost !== undefined && written.price !== undefined) {
    complain(desk, 'cost-and-price', 'error', [...path, 'price'], {}, 'key');
    return null;
  }
  const cost = fateCostOf(desk, path, written, library, unit);
  const max =
    written.max === undefined
      ? usualMost(desk, path, `${of} goes to “${library?.title ?? written.to}”`, library?.max, unit)
      : amountOf(desk, [...path, 'max'], written.max, yearlyWants(unit), NOT_NEGATIVE)?.value;
  const space =
    written.space === undefined
      ? FREE
      : amountOf(desk, [...path, 'space'], written.space, { units: [unit], bare: unit }, NOT_NEGATIVE)?.value;
  const site = written.site === undefined ? null : siteNamed(desk, [...path, 'site'], written.site);
  if (cost === null || max === undefined || space === undefined) return null;
  return {
    id: `${of} to ${slug(written.to)}`,
    of,
    to: library?.id ?? slug(written.to),
    title: library?.title ?? written.to,
    site,
    cost,
    maxPerYear: max,
    space,
    useful: written.useful ?? library?.useful ?? false,
    assumed: false,
    ...keyPlaceOf(desk, path),
  };
}

function fateCostOf(
  desk: Desk,
  path: Path,
  written: WrittenFate,
  library: LibraryFate | undefined,
  unit: LibraryCommodity['unit'],
): Sourced | null {
  const wants = priceWants(unit);
  if (written.price !== undefined) {
    const received = figure(desk, [...path, 'price'], written.price, wants);
    return received === null ? null : negative(received);
  }
  if (written.cost !== undefined) return pick(desk, [...path, 'cost'], written.cost, library?.cost, wants);
  const silent = library?.cost ?? library?.price;
  if (library !== undefined && silent !== undefined) {
    assume(
      desk,
      `fate ${library.id} cost`,
      `${library.of} goes to “${library.title}” at the library's ${library.cost === undefined ? 'price' : 'cost'}, ${silent.value} (${silent.grade})`,
      path,
    );
  }
  if (library?.cost !== undefined) return pick(desk, path, undefined, library.cost, wants);
  if (library?.price !== undefined) {
    const received = pick(desk, path, undefined, library.price, wants);
    return received === null ? null : negative(received);
  }
  return exactly(0, `${desk.money.to.currency}/${unit}`, 'none stated');
}
