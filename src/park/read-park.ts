/**
 * What does a park file say?
 *
 *   file ─► WRITTEN (places) ─► MERGED (extends, scenario) ─► SHAPED (schema) ─► RESOLVED (library, units, money) ─► park
 *
 * In: the file's name, a reader of texts, the library. Out: one frozen park in canonical units, or every fault at once,
 * sorted by place. Warnings and notes stand beside a park that can be read.
 */
import { canonicalText } from './canonical.ts';
import { assume, complain, type Desk } from './desk.ts';
import type { Issue, Result } from './issue.ts';
import { inOrder } from './issue-order.ts';
import type { Library } from './library.ts';
import { applyScenario, readMerged } from './merge.ts';
import { checkTable, moneyTable } from './money-table.ts';
import { isNamed, oreWays } from './ore-ways.ts';
import type { Park } from './park.ts';
import { linkOf } from './resolve-link.ts';
import { fatesOf, marketsOf } from './resolve-market.ts';
import { type OreKind, oreCommodities, oresOf } from './resolve-ore.ts';
import { plantOf } from './resolve-plant.ts';
import { claimsOf, type Figures, promisesOf } from './resolve-promise.ts';
import {
  checkHorizon,
  discountRateOf,
  FALLBACK_MONEY,
  horizonOf,
  objectiveOf,
  phasesOf,
  readMoney,
  timeZoneOf,
  weatherOf,
} from './resolve-settings.ts';
import { sitesOf } from './resolve-site.ts';
import { storeOf } from './resolve-store.ts';
import { PARK, type WrittenPark } from './schema.ts';
import { issue } from './sentences/catalogue.ts';
import { readShape } from './shape-issues.ts';
import { withoutSecondSpellings } from './spelt-twice.ts';
import { pieceAt, type Written } from './written.ts';

export interface ParkOptions {
  readonly scenario: string | null;
  /** True: a silence is an error instead of an assumption. */
  readonly strict: boolean;
  /** Names of the figures that promises and claims may speak of; left out: names are taken as they are. */
  readonly kpiNames?: readonly string[];
  /** Units of those figures; targets are converted to them. */
  readonly kpiUnits?: Readonly<Record<string, string>>;
  /** By what those figures can be counted: year, month, hour. */
  readonly kpiPeriods?: Readonly<Record<string, readonly string[]>>;
}

/** Root keys without which nothing else could be checked; their absence is told all the same. */
const STAND_INS = { kombinat: 1, park: 'unnamed', 'prices in': 'USD 2025' } as const;

export function readPark(
  file: string,
  readText: (name: string) => string | null,
  library: Library,
  options: ParkOptions,
): Result<Park> {
  const issues: Issue[] = [];
  const done = (): Result<Park> => ({ ok: false, issues: inOrder(issues) });

  const merged = readMerged(file, readText);
  issues.push(...merged.issues);
  if (merged.root === null) return done();

  // The schema sees the scenarios too; what they change is seen once they are laid on.
  const laid = applyScenario(merged.root, options.scenario);
  issues.push(...laid.issues);
  const scenarios = merged.root.entries.get('scenarios');
  const root = laid.root ?? merged.root;
  const whole: Written =
    scenarios === undefined
      ? root
      : { ...root, entries: new Map([...root.entries, ['scenarios', scenarios]]) };

  const single = withoutSecondSpellings(whole);
  issues.push(...single.issues);
  const shaped = readShape(PARK.shape, single.written, STAND_INS);
  issues.push(...shaped.issues);
  if (shaped.data === null) return done();

  const desk = deskFor(file, library, shaped.data, shaped.written, root, options, issues);
  const park = resolve(desk, shaped.data, canonicalText(root), figuresOf(options));
  if (issues.some(({ severity }) => severity === 'error')) return done();
  return { ok: true, value: freeze(park), issues: inOrder(issues) };
}

const figuresOf = ({ kpiNames, kpiUnits, kpiPeriods }: ParkOptions): Figures => ({
  names: kpiNames ?? (kpiUnits === undefined ? null : Object.keys(kpiUnits)),
  units: kpiUnits ?? {},
  periods: kpiPeriods ?? {},
});

function deskFor(
  file: string,
  library: Library,
  data: WrittenPark,
  written: Written,
  root: Written,
  { strict }: ParkOptions,
  issues: Issue[],
): Desk {
  const namesIn = (key: string): string[] => {
    const piece = pieceAt(root, [key]);
    return piece?.kind === 'map' ? [...piece.entries.keys()] : [];
  };
  const sites = namesIn('sites');
  const desk: Desk = {
    file,
    library,
    money: moneyTable(library, FALLBACK_MONEY),
    written,
    strict,
    names: { sites: sites.length === 0 ? ['site'] : sites, plants: namesIn('plants') },
    issues,
    assumed: [],
  };
  const text = data['prices in'];
  if (text === undefined) return desk;
  const money = readMoney(text);
  const place = pieceAt(written, ['prices in'])?.place ?? {};
  const fault =
    money === null
      ? issue('prices-in', 'error', place, { path: 'prices in', found: text })
      : checkTable(library, money, place);
  if (money !== null && fault === null) return { ...desk, money: moneyTable(library, money) };
  if (fault !== null) issues.push(fault);
  return desk;
}

function resolve(plain: Desk, data: WrittenPark, canonical: string, figures: Figures): Park {
  const kinds = oresOf(plain, data.plants, data.buy);
  const commodities = oreCommodities(plain, kinds);
  const { library } = plain;
  const desk: Desk = {
    ...plain,
    library: { ...library, commodities: { ...library.commodities, ...commodities } },
  };
  const entries = <T, R>(
    record: Readonly<Record<string, T>> | undefined,
    make: (id: string, entry: T) => R | null,
  ): R[] =>
    Object.entries(record ?? {}).flatMap(([id, entry]) => {
      const made = make(id, entry);
      return made === null ? [] : [made];
    });
  if (data['prices in'] === undefined)
    assume(desk, 'prices in', `prices in ${desk.money.to.currency} ${desk.money.to.year}`, ['prices in']);
  const phases = phasesOf(desk, data.phases);
  const sites = sitesOf(desk, data.sites);
  const links = (data.links ?? []).flatMap((link, at) => linkOf(desk, at, link) ?? []);
  const ways = oreWays(desk, kinds, withFreshIds(links), data);
  const park: Park = {
    file: desk.file,
    title: data.park,
    timeZone: timeZoneOf(desk, data['time zone']),
    money: desk.money.to,
    discountRate: discountRateOf(desk, data['discount rate']),
    horizon: horizonOf(desk, data.horizon),
    weather: weatherOf(desk, data.weather),
    phases,
    sites,
    links: ways.links,
    plants: entries(data.plants, (id, plant) => plantOf(desk, id, plant, { kinds, ways })),
    stores: entries(data.stores, (id, store) => storeOf(desk, id, store)),
    markets: [...marketsOf(desk, 'buy', data.buy, kinds), ...marketsOf(desk, 'sell', data.sell, kinds)],
    fates: fatesOf(desk, data.fates),
    claims: claimsOf(desk, data.claims, figures),
    promises: promisesOf(desk, data.promises, phases, figures),
    objective: objectiveOf(desk, data.objective),
    assumed: desk.assumed,
    commodities,
    canonical,
  };
  checkHorizon(desk, phases, park.horizon);
  checkNames(desk, park);
  checkOres(desk, park, kinds);
  checkConversions(desk, park);
  return park;
}

/** Two lines of the same kind between the same sites are two links. */
function withFreshIds(links: Park['links']): Park['links'] {
  const seen = new Map<string, number>();
  return links.map((link) => {
    const count = (seen.get(link.id) ?? 0) + 1;
    seen.set(link.id, count);
    return count === 1 ? link : { ...link, id: `${link.id} ${count}`, title: `${link.title} (${count})` };
  });
}

/** `bauxite` says nothing where the park has several: it has to be said which. */
function checkOres(desk: Desk, { markets, stores, fates }: Park, kinds: readonly OreKind[]): void {
  const things = [
    ...markets.map((market) => ({ ...market, path: `${market.side}.${market.id}` })),
    ...stores.map((store) => ({ ...store, path: `stores.${store.id}` })),
    ...fates.map((fate) => ({ ...fate, commodity: fate.of, path: `fates.${fate.of}` })),
  ];
  for (const { path, commodity, file, line, column } of things) {
    const named = kinds.filter((kind) => kind.base === commodity && isNamed(kind));
    if (named.length === 0) continue;
    const expected = named.map((kind) => desk.library.commodities[kind.commodity].title).join(', ');
    desk.issues.push(
      issue('ore-which', 'error', { file, line, column }, { path, found: commodity, expected }),
    );
  }
}

/** What is converted stands already, at the same place, and makes the same. */
function checkConversions(desk: Desk, { plants }: Park): void {
  for (const { id, converts, library, site } of plants) {
    const other = plants.find((plant) => plant.id === converts);
    if (other === undefined) continue;
    const path = ['plants', id, 'converts'];
    if (other.id === id) {
      const able = plants.filter(
        (one) =>
          one.id !== id &&
          one.capacity.existing > 0 &&
          one.library.makes === library.makes &&
          one.site === site &&
          one.converts === null,
      );
      complain(desk, 'converts-itself', 'error', path, { able: able.map((one) => one.id).join(', ') });
      continue;
    }
    if (other.capacity.existing === 0) complain(desk, 'converts-nothing', 'error', path, {});
    if (other.library.makes !== library.makes || other.site !== site)
      complain(desk, 'converts-other', 'error', path, { plant: id });
  }
}

/** A plant and a store of one name, or a purchase and a sale, would share a line in every table. */
function checkNames(desk: Desk, park: Park): void {
  const seen = new Map<string, string>();
  const named: [string, string][] = [
    ...park.plants.map(({ id }): [string, string] => ['plants', id]),
    ...park.stores.map(({ id }): [string, string] => ['stores', id]),
    ...park.markets.map(({ id, side }): [string, string] => [side, id]),
  ];
  for (const [where, id] of named) {
    const before = seen.get(id);
    if (before === undefined) seen.set(id, where);
    else if (!(before === 'buy' && where === 'sell'))
      complain(desk, 'doubled-name', 'error', [where, id], { found: id, other: before }, 'key');
  }
}

function freeze<T>(thing: T): T {
  if (typeof thing === 'object' && thing !== null && !Object.isFrozen(thing)) {
    Object.freeze(thing);
    for (const each of Object.values(thing)) freeze(each);
  }
  return thing;
}
