/**
 * What does a plant of the park become once the library has been asked?
 * In: one entry under `plants:`. Out: size, output, parameters, recipe, costs, staff in canonical units, or null and issues.
 */
import { ELEMENTS } from '../plants/model.ts';
import { MODELS } from '../plants/models.ts';
import type { Sourced } from '../units/grade.ts';
import {
  amountOf,
  complain,
  type Desk,
  exactly,
  figure,
  keyPlaceOf,
  known,
  libraryFigure,
  NOT_NEGATIVE,
  pick,
  SHARE,
} from './desk.ts';
import type { LibraryCommodity, LibraryCost, LibraryPlant } from './library.ts';
import { listed, nearest, own, slug } from './name.ts';
import type { OreWays } from './ore-ways.ts';
import type { ParkCost, ParkFeed, ParkFirmPower, ParkFlow, ParkPlant } from './park.ts';
import { chargeOf, libraryFlows, signed, windowOf } from './resolve-charge.ts';
import { kindNamed, type OreKind, oreShares } from './resolve-ore.ts';
import { parametersOf } from './resolve-parameters.ts';
import { renewalsOf } from './resolve-renewal.ts';
import { siteOf } from './resolve-site.ts';
import { sizeOf } from './resolve-size.ts';
import type { WrittenPlant } from './schema.ts';
import type { Figure } from './sheet.ts';
import { CAPACITY_UNIT, flowWants, plantCostWants, priceWants, type Wants, wantsOf } from './wants.ts';
import type { Path } from './written.ts';

/** The ores of the park: which there are, and which come to a site. */
export interface Ores {
  readonly kinds: readonly OreKind[];
  readonly ways: OreWays;
}

export function plantOf(desk: Desk, id: string, written: WrittenPlant, ores: Ores): ParkPlant | null {
  const path = ['plants', id];
  const { plants, commodities } = desk.library;
  const found = known(
    desk,
    'unknown-plant',
    [...path, 'plant'],
    written.plant,
    own(plants, slug(written.plant)),
    Object.keys(plants),
  );
  const site = siteOf(desk, path, written.site);
  if (found === null) return null;
  // A plant that digs or makes an ore makes that ore, not any.
  const dug = found.oreFrom === found.makes ? kindNamed(ores.kinds, id) : undefined;
  const library = dug === undefined ? found : { ...found, makes: dug.commodity };
  const made = own(commodities, library.makes);
  if (made === undefined) return null; // the library's own checks tell
  const capacityUnit = CAPACITY_UNIT[library.ratedIn];
  const capacity = sizeOf(desk, path, written.capacity, written.existing, {
    units: [capacityUnit],
    bare: library.ratedIn,
  });
  const output =
    written.output === undefined ? null : outputOf(desk, [...path, 'output'], written.output, made);
  if (capacity !== null && output !== null && output > capacity.max * 8760 * (1 + 1e-9)) {
    complain(desk, 'output-exceeds-size', 'error', [...path, 'output'], { capacity: capacity.written });
  }
  const shortfall = written.shortfall?.['valued at'];
  if (shortfall !== undefined && output === null)
    complain(desk, 'shortfall-without-output', 'error', [...path, 'shortfall'], {}, 'key');
  const worth =
    shortfall === undefined
      ? null
      : amountOf(desk, [...path, 'shortfall', 'valued at'], shortfall, priceWants(made.unit), NOT_NEGATIVE);
  const feeds = feedsOf(desk, path, written, library, site ?? '', dug, ores);
  const parameters = feeds[0]?.parameters ?? parametersOf(desk, path, library, written.with, {});
  const { ratedIn } = library;
  const full = exactly(1, '1', 'not limited by availability');
  const availability =
    pick(
      desk,
      [...path, 'availability'],
      written.availability,
      library.availability,
      wantsOf('availability', ratedIn),
      SHARE,
    ) ?? full;
  const converts = convertsOf(desk, [...path, 'converts'], id, written.converts);
  if (converts !== null && library.conversion === undefined && written.cost?.overnight === undefined)
    complain(desk, 'conversion-without-cost', 'error', [...path, 'converts'], { plant: library.id });
  const ownCost =
    converts === null || library.conversion === undefined
      ? library.cost
      : { ...library.cost, overnight: library.conversion };
  const cost = costOf(desk, [...path, 'cost'], written.cost, ownCost, (key) =>
    plantCostWants(key, ratedIn, made.unit),
  );
  const staff = pick(
    desk,
    [...path, 'staff'],
    written.staff,
    library.staff,
    wantsOf('staff', ratedIn),
    NOT_NEGATIVE,
  );
  const reserve =
    written.reserve === undefined
      ? null
      : amountOf(
          desk,
          [...path, 'reserve'],
          written.reserve,
          { units: [made.unit], bare: made.unit },
          NOT_NEGATIVE,
        );
  if (capacity === null || site === null || cost === null || staff === null) return null;
  return {
    id,
    title: written.title ?? id,
    library,
    site,
    capacityUnit,
    capacity,
    output,
    shortfallValue: worth?.value ?? null,
    converts,
    firmPower: firmPowerOf(desk, [...path, 'firm power'], written['firm power']),
    parameters,
    powerCurve: powerCurveOf(desk, path, library, written['power curve']),
    feeds,
    flows: flowsOf(desk, path, written, library, made),
    charge: chargeOf(desk, path, library, made),
    window: windowOf(desk, [...path, 'window'], written.window, library),
    losses: lossesOf(desk, [...path, 'losses'], written.losses, library),
    availability,
    minimumLoad: pick(
      desk,
      [...path, 'minimum load'],
      written['minimum load'],
      library.minimumLoad,
      wantsOf('minimum load', ratedIn),
      SHARE,
    ),
    ramp: pick(desk, [...path, 'ramp'], written.ramp, library.ramp, wantsOf('ramp', ratedIn), NOT_NEGATIVE),
    cost,
    renewals: renewalsOf(desk, [...path, 'renewals'], written.renewals, library, parameters),
    staff,
    land: pick(desk, [...path, 'land'], written.land, library.land, wantsOf('land', ratedIn), NOT_NEGATIVE),
    ore: written.ore === undefined ? null : oreShares(written.ore, dug),
    reserve: reserve?.value ?? null,
    ...keyPlaceOf(desk, path),
  };
}

/** The plant of the park that can be turned into this one; itself, which is told once all plants are known. */
function convertsOf(desk: Desk, at: Path, id: string, written: string | undefined): string | null {
  if (written === undefined) return null;
  if (slug(written) === slug(id)) return id;
  const others = desk.names.plants.filter((name) => name !== id);
  const found = others.find((name) => slug(name) === slug(written));
  return known(desk, 'unknown-plant-name', at, written, found, others);
}

function firmPowerOf(desk: Desk, at: Path, written: WrittenPlant['firm power']): ParkFirmPower | null {
  if (written === undefined) return null;
  const share = figure(desk, [...at, 'share'], written.share, { units: ['1'], bare: '1' }, SHARE);
  const hours = figure(desk, [...at, 'hours'], written.hours, { units: ['h'], bare: 'h' }, OUTAGE);
  if (share === null || hours === null) return null;
  return { share, hours, without: written.without ?? [] };
}
const OUTAGE = { low: 1, high: 8760, why: 'A loss is counted in whole hours, and no longer than a year.' };

/** Only a plant with turbines has a use for a power curve. */
function powerCurveOf(
  desk: Desk,
  path: Path,
  library: LibraryPlant,
  file: string | undefined,
): string | null {
  if (file === undefined) return null;
  const model = library.model === undefined ? undefined : own(MODELS, library.model);
  if (model?.parameters.some(({ key }) => key === 'turbine')) return file;
  complain(desk, 'power-curve-unused', 'error', [...path, 'power curve'], { plant: library.id }, 'key');
  return null;
}

/** What it can work on. A mine digs its own ore; an upgrading plant takes one; a refinery takes what comes to it. */
function feedsOf(
  desk: Desk,
  path: Path,
  written: WrittenPlant,
  library: LibraryPlant,
  site: string,
  made: OreKind | undefined,
  { kinds, ways }: Ores,
): ParkFeed[] {
  const { oreFrom: base } = library;
  const at = [...path, 'feeds'];
  const chooses = base !== undefined && (made === undefined || made.upgraded);
  if (!chooses && written.feeds !== undefined)
    complain(desk, 'feeds-unused', 'error', at, { plant: library.id }, 'key');
  const others = kinds.filter((kind) => kind.base === base && kind !== made);
  const names = others.map(({ from }) => from);
  const named = (name: string, number: number): OreKind[] => {
    const kind = known(desk, 'unknown-feed', [...at, number], name, kindNamed(others, name), names);
    return kind === null ? [] : [kind];
  };
  const silent = made === undefined ? ways.at(base ?? '', site) : others.filter(({ upgraded }) => !upgraded);
  const taken = chooses ? (written.feeds?.flatMap(named) ?? silent) : made === undefined ? [] : [made];
  return [...new Set(taken)].map(({ commodity, shares }, number) => ({
    commodity,
    title: own(desk.library.commodities, commodity)?.title ?? commodity,
    // What is wrong in `with:` is told once.
    parameters: parametersOf(
      number === 0 ? desk : { ...desk, issues: [] },
      path,
      library,
      written.with,
      shares,
    ),
  }));
}

function outputOf(desk: Desk, path: Path, written: Figure, made: LibraryCommodity): number | null {
  const unit = `${made.unit}/a`;
  return amountOf(desk, path, written, { units: [unit], bare: unit }, NOT_NEGATIVE)?.value ?? null;
}

/** Costs of the park over those of the library; a fixed cost that is a share of the overnight cost becomes money. */
export function costOf(
  desk: Desk,
  path: Path,
  written: WrittenPlant['cost'] = {},
  library: LibraryCost,
  wants: (key: string) => Wants,
): ParkCost | null {
  const of = (key: 'overnight' | 'fixed' | 'variable' | 'life') =>
    pick(desk, [...path, key], written[key], library[key], wants(key), key === 'life' ? LIFE : NOT_NEGATIVE);
  const overnight = of('overnight');
  const fixed = of('fixed');
  const variable =
    of('variable') ??
    exactly(0, wants('variable').units[0].replace('USD', desk.money.to.currency), 'none stated');
  const life = of('life');
  if (overnight === null || fixed === null || life === null) return null;
  return { overnight, fixed: fixedInMoney(fixed, overnight), variable, life };
}
const LIFE = {
  low: 1 / 12,
  high: 200,
  why: 'Nothing lives shorter than a month, and nobody plans for more than 200 years.',
};

function fixedInMoney(fixed: Sourced, overnight: Sourced): Sourced {
  if (fixed.unit !== '1/a') return fixed;
  const { value, range, ...rest } = fixed;
  return {
    ...rest,
    value: value * overnight.value,
    ...(range === undefined
      ? {}
      : { range: [range[0] * overnight.value, range[1] * overnight.value] as const }),
    unit: `${overnight.unit}/a`,
    note: [`${Number((value * 100).toPrecision(6))} % of the overnight cost per year`, fixed.note]
      .filter((each) => each !== undefined)
      .join('; '),
  };
}

/** The library's typed recipe, with `recipe:` of the park in place of what it mentions. Out +, in −. */
function flowsOf(
  desk: Desk,
  path: Path,
  written: WrittenPlant,
  library: LibraryPlant,
  made: LibraryCommodity,
): ParkFlow[] {
  const { commodities } = desk.library;
  const overrides: ParkFlow[] = [];
  for (const [side, sign, amounts] of [
    ['needs', -1, written.recipe?.needs],
    ['makes', 1, written.recipe?.makes],
  ] as const) {
    for (const [name, amount] of Object.entries(amounts ?? {})) {
      const at = [...path, 'recipe', side, name];
      const commodity = known(
        desk,
        'unknown-commodity',
        at,
        name,
        own(commodities, slug(name)),
        Object.keys(commodities),
        'key',
      );
      if (commodity === null) continue;
      if (side === 'needs' && own(library.charge, commodity.id) !== undefined) {
        complain(desk, 'feed-in-recipe', 'error', at, { found: name }, 'key');
        continue;
      }
      if (side === 'makes' && commodity.id === made.id) {
        complain(desk, 'own-product', 'error', at, { found: name, unit: made.unit }, 'key');
        continue;
      }
      const read = figure(desk, at, amount, flowWants(commodity.unit, made.unit), NOT_NEGATIVE);
      if (read !== null)
        overrides.push({
          commodity: commodity.id,
          amount: signed(read, sign, commodity.unit),
          replaces: true,
        });
    }
  }
  const fromLibrary = libraryFlows(desk, path, library, made).filter(
    ({ commodity, amount }) =>
      !overrides.some(
        (each) =>
          each.commodity === commodity &&
          Math.sign(each.amount.value || amount.value) === Math.sign(amount.value),
      ),
  );
  return [...fromLibrary, ...overrides];
}

const LOSS = {
  low: 0,
  high: 0.02,
  why: 'A stated loss above 2 % hides a flow that the closure proof should see.',
};

function lossesOf(
  desk: Desk,
  path: Path,
  written: WrittenPlant['losses'] = {},
  library: LibraryPlant,
): Record<string, Sourced> {
  const losses: Record<string, Sourced> = {};
  const share = { units: ['1'], bare: '1' };
  for (const [element, value] of Object.entries(library.losses)) {
    const read = libraryFigure(desk, path, value, share);
    if (read !== null) losses[element] = read;
  }
  for (const [element, value] of Object.entries(written)) {
    if (!ELEMENTS.some((each) => each === element)) {
      const particulars = { found: element, near: nearest(element, ELEMENTS), expected: listed(ELEMENTS) };
      complain(desk, 'unknown-element', 'error', [...path, element], particulars, 'key');
      continue;
    }
    const read = figure(desk, [...path, element], value, share, LOSS);
    if (read !== null) losses[element] = read;
  }
  return losses;
}
