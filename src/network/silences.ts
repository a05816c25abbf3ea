/**
 * What did the park leave unsaid, and what is assumed instead?
 * In: the draft with everything declared. Out: markets and last fates of the library for what nobody gives or takes,
 * each listed as an assumption (gradual specification: silence is filled, never hidden).
 *
 * The rule, for each commodity at each site:
 * - needed, but neither bought, made nor brought by a link → bought at the library's price. A by-product of the park is
 *   never bought as well: plants that use it follow what there is of it;
 * - made, but nobody at the site takes it, or less than must be made, or it is only a by-product whose amount nobody chose
 *   → sold at the library's price, or (waste) taken by the library's last fate.
 */
import type { LibraryFate, LibraryMarket } from '../park/library.ts';
import { fateFromLibrary, marketFromLibrary } from '../park/open-market.ts';
import type { ParkFate, ParkMarket } from '../park/park.ts';
import { issue } from '../park/sentences/catalogue.ts';
import { showQuantity } from '../units/unit.ts';
import type { Draft } from './draft.ts';
import { addFate, addMarket } from './links-and-markets.ts';
import type { Process } from './network.ts';
import { isConverted, mostPerSize, mostPerYear } from './per-year.ts';
import { widestFlows } from './slices.ts';

interface Standing {
  needed: boolean;
  made: boolean;
  /** Made as some plant's reference output, or brought by a link. */
  chosen: boolean;
  /** Taken by a plant or link. */
  taken: boolean;
  bought: boolean;
  /** Sold or given a fate. */
  left: boolean;
  /** Units per year that fixed outputs and minimum loads make, and that takers can take at the most. */
  mustBeMade: number;
  canBeTaken: number;
}

/** Units per year that a process makes at the least: its output, or what its minimum load comes to where it stands. */
function leastPerYear({ output, minimumShare, capacity, profile }: Process, draft: Draft): number {
  const isSteady = capacity >= 0 && profile < 0;
  return Math.max(output ?? 0, isSteady ? 8760 * minimumShare * draft.capacities[capacity].min : 0);
}

/**
 * Node → units per year that its takers can take together. A line that stands and those that it can be turned into share one
 * size: whatever the plan makes of it, they take no more than the one of them that takes most.
 */
function canBeTaken({ capacities, processes, nodes }: Draft): Float64Array {
  const sums = new Float64Array(nodes.length);
  const shared = new Map<string, { node: number; each: number; most: number; existing: number }>();
  for (const process of processes) {
    if (process.kind !== 'plant' && process.kind !== 'link') continue;
    const { capacity } = process;
    const line = capacity < 0 ? -1 : capacities[capacity].converts;
    const root = line < 0 ? capacity : line;
    const isShared = root >= 0 && isConverted(capacities, root);
    const takes = new Map<number, number>();
    for (const { node, amount } of widestFlows(process))
      if (node >= 0 && amount < 0) takes.set(node, (takes.get(node) ?? 0) - amount);
    for (const [node, amount] of takes) {
      const each = amount * mostPerYear(process, capacities);
      if (!isShared) {
        sums[node] += each;
        continue;
      }
      const key = `${node} ${root}`;
      const one = shared.get(key) ?? { node, each: 0, most: 0, existing: capacities[root].existing };
      shared.set(key, {
        node,
        each: one.each + each,
        most: Math.max(one.most, amount * mostPerSize(process)),
        existing: one.existing + (capacity === root ? 0 : capacities[capacity].existing),
      });
    }
  }
  for (const { node, each, most, existing } of shared.values()) sums[node] += Math.min(each, existing * most);
  return sums;
}

function standings(draft: Draft): Standing[] {
  const taken = canBeTaken(draft);
  const list: Standing[] = draft.nodes.map((_, node) => ({
    needed: false,
    made: false,
    chosen: false,
    taken: false,
    bought: false,
    left: false,
    mustBeMade: 0,
    canBeTaken: taken[node],
  }));
  for (const process of draft.processes) {
    for (const { node, commodity, amount } of widestFlows(process)) {
      if (node < 0) continue;
      const at = list[node];
      if (process.kind === 'buy') at.bought = true;
      else if (process.kind === 'sell' || process.kind === 'fate') at.left = true;
      else if (amount < 0) {
        at.needed = true;
        at.taken = true;
      } else {
        at.made = true;
        at.mustBeMade += amount * leastPerYear(process, draft);
        if (process.kind === 'link' || process.reference === commodity) at.chosen = true;
      }
    }
  }
  return list;
}

function openMarket(draft: Draft, commodity: string, side: 'buy' | 'sell'): ParkMarket | null {
  const known = Object.values(draft.library.markets).find(
    (market: LibraryMarket) =>
      market.commodity === commodity && (side === 'buy' ? market.cost : market.price) !== undefined,
  );
  return known === undefined ? null : marketFromLibrary(known, side, draft.park.money, draft.library);
}

function lastFate(draft: Draft, commodity: string): ParkFate | null {
  const known = Object.values(draft.library.fates).find(
    (fate: LibraryFate) => fate.of === commodity && fate.last,
  );
  return known === undefined ? null : fateFromLibrary(known, draft.park.money, draft.library);
}

export function fillSilences(draft: Draft): void {
  const before = standings(draft);
  before.forEach((at, node) => {
    const { commodity: commodityNumber, site: siteNumber, title } = draft.nodes[node];
    const commodity = draft.commodities[commodityNumber];
    const { site, several } = { site: draft.park.sites[siteNumber].id, several: draft.park.sites.length > 1 };
    if (commodity.kind === 'internal') return;
    const unit = `${draft.park.money.currency} ${draft.park.money.year}/${commodity.unit}`;

    if (at.needed && !at.made && !at.bought) {
      const market = openMarket(draft, commodity.id, 'buy');
      if (market !== null) {
        addMarket(draft, market, site, several);
        draft.assumed.push({
          id: `buy ${commodity.id} ${site}`,
          text: `${title}: not made and not bought in the park file, so bought at the library's price, ${showQuantity(market.price.value, unit)} (${market.price.grade})`,
          path: `buy.${market.id}`,
        });
      } else {
        draft.issues.push(
          issue('no-supply', 'error', {}, { path: 'buy', name: title, commodity: commodity.id }),
        );
      }
    }
    const tooMuch = at.mustBeMade > at.canBeTaken * (1 + 1e-9);
    if (at.made && !at.left && (!at.taken || !at.chosen || tooMuch)) {
      const fate = commodity.kind === 'waste' ? lastFate(draft, commodity.id) : null;
      const market = fate === null ? openMarket(draft, commodity.id, 'sell') : null;
      if (fate !== null) {
        addFate(draft, fate, site, several);
        draft.assumed.push({
          id: `fate ${commodity.id} ${site}`,
          text: `${title}: no fate in the park file, so ${fate.title} at ${showQuantity(fate.cost.value, unit)} (${fate.cost.grade})`,
          path: `fates.${commodity.id}`,
        });
      } else if (market !== null) {
        addMarket(draft, { ...market, id: `${market.id} sold` }, site, several);
        draft.assumed.push({
          id: `sell ${commodity.id} ${site}`,
          text: `${title}: what the park does not use leaves at the library's price, ${showQuantity(market.price.value, unit)} (${market.price.grade})`,
          path: `sell.${market.id}`,
        });
      } else if (!at.taken) {
        draft.issues.push(
          issue('no-taker', 'error', {}, { path: 'sell', name: title, commodity: commodity.id }),
        );
      }
    }
  });
}
