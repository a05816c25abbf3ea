/**
 * Which ores does the park know, and what is in each?
 * In: `ore:` of mines and purchases, plants that make a better ore of another. Out: one kind of ore for each analysis, with its
 * shares and, where there are several of one commodity, a commodity of its own: ores are never mixed into a grade that
 * would itself be a result; each refinery works on one after another and the plan chooses how much of each.
 */
import type { Model } from '../plants/model.ts';
import { MODELS } from '../plants/models.ts';
import { KRASNOOKTYABR, oreComposition, oreOf, oreParameters } from '../plants/ore.ts';
import type { Sourced } from '../units/grade.ts';
import { complain, type Desk, figure } from './desk.ts';
import type { LibraryCommodity, LibraryPlant } from './library.ts';
import { listed, nearest, own, slug } from './name.ts';
import { parametersOf, parameterValues } from './resolve-parameters.ts';
import type { WrittenPark, WrittenPlant } from './schema.ts';
import type { Path } from './written.ts';

export type OreShares = Readonly<Record<string, Sourced>>;

export interface OreKind {
  /** `bauxite` while there is one ore of it in the park, else `bauxite-of-north-pit`. */
  readonly commodity: string;
  /** The library's commodity. */
  readonly base: string;
  /** The mine, purchase or plant that it is named after. */
  readonly from: string;
  /** What people call that. */
  readonly title: string;
  /** Every mine, purchase or plant that gives it. */
  readonly givenBy: readonly string[];
  readonly shares: OreShares;
  /** Made of another ore, not dug or bought. */
  readonly upgraded: boolean;
}

/** The words of `ore:` are the keys of the ore's parameters, with spaces for dashes and the chemist's capitals. */
const TABLE = oreParameters(KRASNOOKTYABR, '');
const OXIDES = ['al2o3', 'sio2', 'fe2o3', 'tio2', 'cao'];

const modelOf = (plant: LibraryPlant): Model | undefined =>
  plant.model === undefined ? undefined : own(MODELS, plant.model);
/** Makes a better ore of the one it takes. */
export const upgrades = (plant: LibraryPlant): boolean => modelOf(plant)?.upgrades !== undefined;
const digs = (plant: LibraryPlant): boolean => plant.oreFrom === plant.makes && !upgrades(plant);

interface Giver {
  readonly id: string;
  readonly title: string;
  readonly base: string;
  readonly path: Path;
  /** null: the file does not say. */
  readonly shares: OreShares | null;
}

export function oresOf(desk: Desk, plants: WrittenPark['plants'], buy: WrittenPark['buy']): OreKind[] {
  const dug: Giver[] = [];
  const better: { id: string; library: LibraryPlant; written: WrittenPlant }[] = [];
  for (const [id, written] of Object.entries(plants)) {
    const library = own(desk.library.plants, slug(written.plant));
    const path = ['plants', id, 'ore'];
    const shares = written.ore === undefined ? null : sharesOf(desk, path, written.ore);
    if (library === undefined) continue; // told where the plant is resolved
    if (shares !== null && !digs(library))
      complain(desk, 'ore-unused', 'error', path, { plant: library.id }, 'key');
    else if (digs(library)) dug.push({ id, title: written.title ?? id, base: library.makes, path, shares });
    if (upgrades(library)) better.push({ id, library, written });
  }
  const bought = Object.entries(buy ?? {}).flatMap(([id, entry]): Giver[] => {
    if (typeof entry !== 'object' || 'value' in entry || entry.ore === undefined) return [];
    const path = ['buy', id, 'ore'];
    const base = slug(entry.of ?? id);
    const shares = sharesOf(desk, path, entry.ore);
    if (followers(desk, base).length > 0) return [{ id, title: entry.title ?? id, base, path, shares }];
    complain(desk, 'ore-unused', 'error', path, { plant: entry.of ?? id }, 'key');
    return [];
  });
  return [
    ...new Set(
      [...dug, ...bought, ...better.map(({ library }) => ({ base: library.makes }))].map(({ base }) => base),
    ),
  ].flatMap((base) => kindsOf(desk, base, { dug, bought, better }));
}

const followers = (desk: Desk, base: string): LibraryPlant[] =>
  Object.values(desk.library.plants).filter(({ oreFrom }) => oreFrom === base);

function kindsOf(
  desk: Desk,
  base: string,
  all: {
    dug: readonly Giver[];
    bought: readonly Giver[];
    better: readonly { id: string; library: LibraryPlant; written: WrittenPlant }[];
  },
): OreKind[] {
  const here = <T extends { base: string }>(givers: readonly T[]): T[] =>
    givers.filter((giver) => giver.base === base);
  const [dug, bought] = [here(all.dug), here(all.bought)];
  const kinds: { from: string; title: string; givenBy: string[]; shares: OreShares }[] = [];
  const enter = ({ id, title }: Giver, shares: OreShares): void => {
    const known = kinds.find((kind) => same(kind.shares, shares));
    if (known === undefined) kinds.push({ from: id, title, givenBy: [id], shares });
    else known.givenBy.push(id);
  };
  for (const giver of dug) if (giver.shares !== null) enter(giver, giver.shares);
  // A mine that does not say what it digs digs what the other does; with several others nobody can know.
  for (const giver of dug) {
    const { id, path } = giver;
    if (giver.shares !== null) continue;
    if (kinds.length > 1)
      complain(
        desk,
        'ore-unsaid',
        'error',
        path,
        { plant: id, expected: listed(kinds.map(({ from }) => from)) },
        'key',
      );
    else enter(giver, kinds[0]?.shares ?? {});
  }
  for (const giver of bought) enter(giver, giver.shares ?? {});
  const better = all.better.filter(({ library }) => library.makes === base);
  const several = kinds.length + better.length > 1;
  const named = (from: string): string => (several ? `${base}-of-${slug(from)}` : base);
  const made: OreKind[] = kinds.map((kind) => ({
    ...kind,
    base,
    commodity: named(kind.from),
    upgraded: false,
  }));
  // Upgrading may be done on what another plant has upgraded: those whose feed is known come first.
  let waiting = better;
  for (let before = -1; waiting.length > 0 && waiting.length !== before; ) {
    before = waiting.length;
    waiting = waiting.filter(({ id, library, written }) => {
      const feed = feedOf(written, made);
      if (feed === undefined) return true;
      const values = valuesOf(desk, library, written, feed.shares);
      const shares = Object.fromEntries(
        Object.entries(modelOf(library)?.upgrades?.(values) ?? {}).map(([key, value]): [string, Sourced] => [
          key,
          { value, unit: '1', source: `what ${id} makes of the ore of ${feed.from}`, grade: 'derived' },
        ]),
      );
      const title = written.title ?? id;
      made.push({ commodity: named(id), base, from: id, title, givenBy: [id], shares, upgraded: true });
      return false;
    });
  }
  for (const { id } of waiting) {
    const expected = listed(made.map(({ from }) => from));
    complain(
      desk,
      'feed-needed',
      'error',
      ['plants', id, 'feeds'],
      { plant: id, commodity: base, expected },
      'key',
    );
  }
  return made;
}

/** The one ore that a plant makes a better one of: as `feeds:` names it, or the only one that is dug or bought. */
function feedOf(written: WrittenPlant, kinds: readonly OreKind[]): OreKind | undefined {
  const { feeds } = written;
  if (feeds === undefined) {
    const raw = kinds.filter(({ upgraded }) => !upgraded);
    return raw.length === 1 ? raw[0] : undefined;
  }
  return feeds.length === 1 ? kindNamed(kinds, feeds[0]) : undefined;
}

/** By who gives it, or by its own name. */
export function kindNamed(kinds: readonly OreKind[], name: string): OreKind | undefined {
  const wanted = slug(name);
  return kinds.find(
    ({ commodity, givenBy }) => commodity === wanted || givenBy.some((giver) => slug(giver) === wanted),
  );
}

/** Values of a plant's model on an ore; what is wrong in `with:` is told where the plant is resolved. */
function valuesOf(
  desk: Desk,
  library: LibraryPlant,
  written: WrittenPlant | null,
  shares: OreShares,
): Record<string, number> {
  const quiet: Desk = { ...desk, issues: [] };
  return parameterValues(parametersOf(quiet, [], library, written?.with, shares));
}

function sharesOf(desk: Desk, path: Path, written: NonNullable<WrittenPlant['ore']>): OreShares {
  const shares: Record<string, Sourced> = {};
  for (const [name, share] of Object.entries(written)) {
    const parameter = TABLE.find(({ key }) => key === slug(name));
    if (parameter === undefined) {
      const keys = TABLE.map(({ key }) => key.replaceAll('-', ' '));
      complain(
        desk,
        'unknown-ore-share',
        'error',
        [...path, name],
        { found: name, near: nearest(name, keys), expected: listed(keys) },
        'key',
      );
      continue;
    }
    const [low, high] = parameter.physical;
    const bounds = { low, high, why: parameter.why ?? '' };
    const read = figure(desk, [...path, name], share, { units: ['1'], bare: '1' }, bounds);
    if (read !== null) shares[parameter.key] = read;
  }
  const sum = OXIDES.reduce((total, key) => total + (own(shares, key)?.value ?? 0), 0);
  if (sum > 1)
    complain(desk, 'ore-above-whole', 'error', path, { found: `${Number((sum * 100).toFixed(3))} %` });
  return shares;
}

function same(one: OreShares, other: OreShares): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => own(one, key)?.value === own(other, key)?.value);
}

/** What the park's ores are as commodities: the library's, with the analysis of the ore and a name of their own. */
export function oreCommodities(desk: Desk, kinds: readonly OreKind[]): Record<string, LibraryCommodity> {
  const known: Record<string, LibraryCommodity> = {};
  for (const [at, { commodity, base, title, shares }] of kinds.entries()) {
    const [plant] = followers(desk, base);
    const of = own(desk.library.commodities, base);
    if (plant === undefined || of === undefined || (commodity === base && Object.keys(shares).length === 0))
      continue;
    known[commodity] = {
      ...of,
      id: commodity,
      title: commodity === base ? of.title : `${of.title} of ${title}`,
      order: of.order + at / 1000,
      composition: oreComposition(oreOf(valuesOf(desk, plant, null, shares))),
    };
  }
  return known;
}

/** As the park's contract has it: share by name as written. */
export function oreShares(
  written: NonNullable<WrittenPlant['ore']>,
  kind: OreKind | undefined,
): Record<string, number> {
  return Object.fromEntries(
    Object.keys(written).flatMap((name) => {
      const share = own(kind?.shares ?? {}, slug(name));
      return share === undefined ? [] : [[name, share.value]];
    }),
  );
}
