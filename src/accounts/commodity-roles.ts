/**
 * Which commodities are a figure's own subject?
 * In: nothing. Out: the one table where accounts name commodities and chain groups; everything else goes by structure
 * (kind of process, renewable share, useful, gas).
 */
import type { Network } from '../network/network.ts';

/** Role → ids of `library/commodities/`. A park that lacks them has zero of the figure. */
const ROLES = {
  electricity: ['electricity'],
  /** Purchased energy whose emissions count as scope 2 (GHG Protocol, Scope 2 Guidance, 2015). */
  'purchased energy': ['electricity', 'steam', 'low-heat'],
  alumina: ['alumina'],
  /** What leaves the pots. */
  metal: ['liquid-aluminium'],
  water: ['water'],
  /** What the refinery leaves of the ore. */
  residue: ['bauxite-residue', 'filtered-residue', 'low-soda-residue', 'leached-residue', 'belite-mud'],
} as const;
export type Role = keyof typeof ROLES;

/** commodity index → true for scrap that plants leave; the library says which commodities are scrap. */
export function isNewScrap({ commodities }: Network): readonly boolean[] {
  return commodities.map(({ scrap }) => scrap === 'new');
}

/** Chain groups of `library/plants/` that are a figure's own subject. */
export const SMELTER_GROUP = 'metal';
export const WATER_GROUP = 'water';

/** commodity index → true when it plays the role. */
export function playsRole(network: Network, role: Role): readonly boolean[] {
  const ids: readonly string[] = ROLES[role];
  return network.commodities.map((commodity) => ids.includes(commodity.id));
}

/** An aluminium product: mostly aluminium by mass, and neither waste nor scrap. */
export function isAluminium(network: Network, commodity: number): boolean {
  const { composition, kind, scrap } = network.commodities[commodity];
  return (composition.Al ?? 0) >= 0.8 && kind !== 'waste' && scrap === undefined;
}
