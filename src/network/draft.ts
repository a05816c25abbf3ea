/**
 * The network while it is being drawn: lists that grow, with lookups by name.
 * In: one call per thing of the park. Out: indexes; `build-network.ts` freezes the lists at the end.
 */

import type { Issue } from '../park/issue.ts';
import type { Library, LibraryCommodity } from '../park/library.ts';
import type { Assumption, Park, ParkCost, SizeChoice } from '../park/park.ts';
import { annuityFactor } from '../plants/annuity.ts';
import type { Sourced } from '../units/grade.ts';
import type { TimeGrid } from '../units/time-grid.ts';
import type { MarketHours } from '../weather/market-hours.ts';
import type { Capacity, Node, Process, Series, Store } from './network.ts';

export interface Draft {
  readonly grids: readonly TimeGrid[];
  /** By market, what a file says of its hours. */
  readonly marketHours: Readonly<Record<string, MarketHours>>;
  readonly park: Park;
  readonly library: Library;
  readonly commodities: LibraryCommodity[];
  readonly nodes: Node[];
  readonly capacities: Capacity[];
  readonly processes: Process[];
  readonly stores: Store[];
  readonly series: Series[];
  readonly assumed: Assumption[];
  readonly issues: Issue[];
  readonly siteIndex: ReadonlyMap<string, number>;
  readonly nodeIndex: Map<string, number>;
  readonly commodityIndex: Map<string, number>;
}

export function emptyDraft(
  park: Park,
  library: Library,
  grids: readonly TimeGrid[],
  marketHours: Readonly<Record<string, MarketHours>>,
): Draft {
  return {
    grids,
    marketHours,
    park,
    library: { ...library, commodities: { ...library.commodities, ...park.commodities } },
    commodities: [],
    nodes: [],
    capacities: [],
    processes: [],
    stores: [],
    series: [],
    assumed: [],
    issues: [],
    siteIndex: new Map(park.sites.map((site, index) => [site.id, index])),
    nodeIndex: new Map(),
    commodityIndex: new Map(),
  };
}

/** Index of a commodity, entered on first use. Names are checked by the park room before they come here. */
export function commodityIndex(draft: Draft, id: string): number {
  const known = draft.commodityIndex.get(id);
  if (known !== undefined) return known;
  const commodity = draft.library.commodities[id];
  if (commodity === undefined) throw new Error(`the library has no commodity "${id}"`);
  draft.commodityIndex.set(id, draft.commodities.length);
  draft.commodities.push(commodity);
  return draft.commodities.length - 1;
}

/**
 * Index of the node of a commodity at a site, entered on first use; −1 for what is never balanced (air).
 * `owner` gives a plant a node of its own (the heat of one potline is not the heat of another).
 */
export function nodeIndex(
  draft: Draft,
  site: string,
  commodityId: string,
  owner: string | null = null,
): number {
  const commodity = commodityIndex(draft, commodityId);
  const { balance, title } = draft.commodities[commodity];
  if (balance === 'none') return -1;
  const id = owner === null ? `${site}/${commodityId}` : `${site}/${commodityId}/${owner}`;
  const known = draft.nodeIndex.get(id);
  if (known !== undefined) return known;
  const siteNumber = draft.siteIndex.get(site) ?? 0;
  const where = draft.park.sites[siteNumber].title;
  draft.nodeIndex.set(id, draft.nodes.length);
  draft.nodes.push({
    id,
    title: owner === null ? `${title} at ${where}` : `${title} of ${owner}`,
    commodity,
    site: siteNumber,
    period: balance,
  });
  return draft.nodes.length - 1;
}

/** The trade's unit for a size, after what the user wrote, else the usual one for its canonical unit. */
const SHOWN: readonly { canonical: string; unit: string; factor: number }[] = [
  { canonical: 't/h', unit: 'kt/a', factor: 8.76 },
  { canonical: 't/h', unit: 'Mt/a', factor: 0.00876 },
  { canonical: 't/h', unit: 't/a', factor: 8760 },
  { canonical: 't/h', unit: 't/d', factor: 24 },
  { canonical: 't/h', unit: 't/h', factor: 1 },
  { canonical: 'MW', unit: 'MW', factor: 1 },
  { canonical: 'MW', unit: 'GW', factor: 0.001 },
  { canonical: 'MWh', unit: 'MWh', factor: 1 },
  { canonical: 'MWh', unit: 'GWh', factor: 0.001 },
  { canonical: 't', unit: 'kt', factor: 0.001 },
  { canonical: 'm3/h', unit: 'Mm3/a', factor: 0.00876 },
  { canonical: 'm3', unit: 'm3', factor: 1 },
];

export function shownUnit(canonical: string, written: string): { unit: string; factor: number } {
  const choices = SHOWN.filter((choice) => choice.canonical === canonical);
  const words = written.split(/[^\p{L}\d/]+/u);
  const asWritten = choices.find((choice) => words.includes(choice.unit));
  const { unit, factor } = asWritten ?? choices[0] ?? { unit: canonical, factor: 1 };
  return { unit, factor };
}

export interface SizedThing {
  readonly owner: string;
  readonly title: string;
  readonly of: Capacity['of'];
  readonly unit: string;
  readonly group: string;
  readonly site: number;
  readonly size: SizeChoice;
  readonly cost: ParkCost | null;
  readonly staff: Sourced | null;
  readonly land: Sourced | null;
  readonly path: string;
}

const FREE: Sourced = { value: 0, unit: '1', source: 'no cost of its own', grade: 'derived' };

/** Enters a size for the plan to choose; returns its index. */
export function addCapacity(draft: Draft, thing: SizedThing): number {
  const { size, cost } = thing;
  const overnight = cost?.overnight ?? FREE;
  const life = cost?.life ?? { ...FREE, value: draft.park.horizon, unit: 'a' };
  draft.capacities.push({
    id: `${thing.owner}/${thing.of}`,
    title: thing.title,
    owner: thing.owner,
    of: thing.of,
    unit: thing.unit,
    shown: shownUnit(thing.unit, size.written),
    group: thing.group,
    site: thing.site,
    existing: size.existing,
    min: size.min,
    max: size.max,
    wholeUnit: size.unit ?? null,
    fixed: size.fixed,
    converts: -1,
    overnight,
    fixedCost: cost?.fixed ?? FREE,
    life,
    annuity: overnight.value * annuityFactor(draft.park.discountRate.value, life.value),
    staff: thing.staff,
    land: thing.land,
    path: thing.path,
  });
  return draft.capacities.length - 1;
}
