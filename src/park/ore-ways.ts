/**
 * Which ores reach which site, and so which plants?
 * In: the park's ores, the sites of who gives them, the links. Out: links that name an ore's commodity carry the kinds that
 * come to them; the kinds that each site has.
 */

import type { Desk } from './desk.ts';
import { own, slug } from './name.ts';
import type { ParkLink } from './park.ts';
import type { OreKind } from './resolve-ore.ts';
import { siteOf } from './resolve-site.ts';
import type { WrittenPark } from './schema.ts';
import { issue } from './sentences/catalogue.ts';

/** Ores of one commodity among several: those that have a name of their own. */
export const isNamed = ({ commodity, base }: OreKind): boolean => commodity !== base;

export interface OreWays {
  readonly links: readonly ParkLink[];
  /** The kinds of a commodity that come to a site. */
  readonly at: (base: string, site: string) => readonly OreKind[];
}

export function oreWays(
  desk: Desk,
  kinds: readonly OreKind[],
  links: readonly ParkLink[],
  { plants, buy }: Pick<WrittenPark, 'plants' | 'buy'>,
): OreWays {
  const quiet: Desk = { ...desk, issues: [] };
  const { sites } = desk.names;
  /** Where it is dug, made or bought; bought nowhere in particular, it is there wherever it is needed. */
  const starts = ({ givenBy }: OreKind): readonly string[] => {
    const found = givenBy.map((id) => {
      const entry = own(buy ?? {}, id);
      const site = entry === undefined ? own(plants, id)?.site : (entry as { site?: string }).site;
      if (entry !== undefined && site === undefined) return null;
      return siteOf(quiet, [], site);
    });
    return found.includes(null) ? sites : found.flatMap((site) => site ?? []);
  };
  const reach = new Map(
    kinds.map((kind) => {
      const first = starts(kind);
      const there = new Set(first);
      const carrying = links.filter(
        ({ carries }) => carries.includes(kind.base) || carries.includes(kind.commodity),
      );
      // A kind that is everywhere needs no way.
      for (let before = 0; first.length < sites.length && before < there.size; ) {
        before = there.size;
        for (const { from, to } of carrying) if (there.has(from)) there.add(to);
      }
      return [kind, { there, travels: first.length < sites.length }] as const;
    }),
  );
  const carried = (link: ParkLink, commodity: string): readonly string[] => {
    const several = kinds.filter((kind) => kind.base === commodity && isNamed(kind));
    if (several.length === 0) return [commodity];
    const here = several.filter((kind) => reach.get(kind)?.travels && reach.get(kind)?.there.has(link.from));
    if (here.length === 0) {
      const particulars = { path: `links.${link.id}`, found: commodity, name: link.title, site: link.from };
      desk.issues.push(issue('ore-not-there', 'warning', link, particulars));
    }
    return here.map((kind) => kind.commodity);
  };
  return {
    links: links.map((link) => ({
      ...link,
      carries: [...new Set(link.carries.flatMap((id) => carried(link, id)))],
    })),
    at: (base, site) => {
      const ofBase = kinds.filter((kind) => kind.base === slug(base));
      const here = ofBase.filter((kind) => reach.get(kind)?.there.has(site));
      return here.length > 0 ? here : ofBase;
    },
  };
}
