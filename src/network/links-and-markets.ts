/**
 * How do links, purchases, sales and fates become processes?
 * In: what the park declares. Out: one process for each commodity a link carries, each market at each of its sites,
 * each fate at each site where its waste arises.
 */

import { exactly } from '../park/desk.ts';
import type { ParkFate, ParkMarket } from '../park/park.ts';
import { issue } from '../park/sentences/catalogue.ts';
import { HOURLY } from '../park/wants.ts';
import { localMoment } from '../units/calendar.ts';
import type { TimeGrid } from '../units/time-grid.ts';
import { addCapacity, commodityIndex, type Draft, nodeIndex } from './draft.ts';
import { shapedBy, whenOut } from './market-series.ts';
import type { Flow, Network, Process, ProcessSegment } from './network.ts';
import { widestFlows } from './slices.ts';

const INFINITE = Number.POSITIVE_INFINITY;

/** What most processes have in common: no limits, no money, no weather. */
function plainProcess(
  draft: Draft,
  site: number,
  commodity: string,
): Omit<Process, 'id' | 'title' | 'kind' | 'group' | 'library' | 'segments' | 'path'> {
  const reference = commodityIndex(draft, commodity);
  const { balance } = draft.commodities[reference];
  return {
    site,
    reference,
    blend: null,
    period: balance === 'none' ? 'year' : balance,
    capacity: -1,
    yearShare: null,
    minimumShare: 0,
    ramp: null,
    profile: -1,
    variableCost: 0,
    costProfile: -1,
    carbonProfile: -1,
    open: -1,
    outHours: 0,
    maxRate: INFINITE,
    minPerYear: 0,
    maxPerYear: INFINITE,
    maxOverHorizon: INFINITE,
    output: null,
    shortfallValue: null,
    carbon: 0,
    renewable: 0,
    clean: 0,
    cleanProfile: -1,
    useful: true,
    losses: [],
    inputs: {},
  };
}

function flow(draft: Draft, site: string, commodity: string, amount: number): Flow {
  return {
    node: nodeIndex(draft, site, commodity),
    commodity: commodityIndex(draft, commodity),
    amount,
    cause: null,
    composition: null,
  };
}

/** One segment that spans all there is. */
const whole = (flows: readonly Flow[]): ProcessSegment => ({ share: INFINITE, slice: 0, feed: null, flows });

/** Tonnes that travel with a dry tonne: moisture is hauled and paid for as well. What is not counted in tonnes travels as it is. */
function wetMass(draft: Draft, id: string): number {
  const { unit, composition } = draft.library.commodities[id];
  return unit === 't' ? Math.max(1, composition.mass ?? 1) : 1;
}

export function addLinks(draft: Draft): void {
  for (const link of draft.park.links) {
    const site = draft.siteIndex.get(link.to) ?? 0;
    const path = `links.${link.id}`;
    const capacity =
      link.capacity === null
        ? -1
        : addCapacity(draft, {
            owner: link.id,
            title: link.title,
            of: 'output',
            unit: 'MW',
            group: 'power',
            site,
            size: link.capacity,
            cost: link.cost,
            staff: null,
            land: null,
            path: `${path}.capacity`,
          });
    const out = whenOut(draft, link, link.id, path);
    for (const commodity of link.carries) {
      const wet = wetMass(draft, commodity);
      const flows = [
        flow(draft, link.from, commodity, -1),
        flow(draft, link.to, commodity, 1 - link.loss.value),
        ...(link.electricity === null || link.electricity.value === 0
          ? []
          : [flow(draft, link.to, 'electricity', -wet * link.electricity.value)]),
      ];
      draft.processes.push({
        ...plainProcess(draft, site, commodity),
        id: link.carries.length === 1 ? link.id : `${link.id}/${commodity}`,
        title:
          link.carries.length === 1
            ? link.title
            : `${link.title}: ${draft.library.commodities[commodity].title}`,
        kind: 'link',
        group: 'link',
        library: link.library.id,
        segments: [{ ...whole(flows), share: capacity < 0 ? INFINITE : 1 }],
        capacity,
        variableCost: wet * link.variable.value,
        ...out,
        inputs: { loss: link.loss, 'variable cost': link.variable },
        path,
      });
    }
  }
}

/** The highest rate of any hour, where it is paid for: a size that costs by the year and is agreed anew in every phase. */
function highestDraw(
  draft: Draft,
  market: ParkMarket,
  { id, title, site, path }: { id: string; title: string; site: number; path: string },
): number {
  const { capacityCharge: charge, maxPerHour, commodity } = market;
  if (charge === null) return -1;
  const { unit } = draft.library.commodities[commodity];
  const money = draft.park.money.currency;
  return addCapacity(draft, {
    owner: id,
    title: `${title}, highest rate`,
    of: 'output',
    unit: HOURLY[unit],
    group: market.side,
    site,
    size: { min: 0, max: maxPerHour, existing: 0, written: '', fixed: false },
    cost: {
      overnight: exactly(0, `${money}/${HOURLY[unit]}`, 'nothing is built'),
      fixed: charge,
      variable: exactly(0, `${money}/${unit}`, 'none stated'),
      life: exactly(1, 'a', 'agreed anew in every phase'),
    },
    staff: null,
    land: null,
    path: `${path}.capacity charge`,
  });
}

/** Is the size the highest rate of a market, and its fixed cost a capacity charge? */
export const isCharged = ({ processes }: Pick<Network, 'processes'>, capacity: number): boolean =>
  processes.some(({ kind, capacity: of }) => of === capacity && (kind === 'buy' || kind === 'sell'));

const cleanSeries = (market: ParkMarket): string => `${market.id}/clean share`;

/** Enters the carbon-free shares that follow the hours of the day. */
export function addCleanShares(draft: Draft, grids: readonly TimeGrid[]): void {
  for (const market of draft.park.markets) {
    const shares = market.cleanShare ?? [];
    if (shares.length < 2) continue;
    draft.series.push({
      id: cleanSeries(market),
      title: `Carbon-free share of ${market.title}`,
      unit: '1',
      values: grids.map((grid) =>
        Float64Array.from({ length: grid.steps }, (_, step) => shares[localMoment(grid, step).hour]),
      ),
    });
  }
}

/** The carbon-free share of what is bought: the renewable one unless another is given. */
function cleanOf(draft: Draft, market: ParkMarket): Pick<Process, 'clean' | 'cleanProfile'> {
  const cleanProfile = draft.series.findIndex(({ id }) => id === cleanSeries(market));
  if (cleanProfile >= 0) return { clean: 1, cleanProfile };
  return { clean: market.cleanShare?.[0] ?? market.renewableShare?.value ?? 0, cleanProfile };
}

/** Enters a market at one site. */
export function addMarket(draft: Draft, market: ParkMarket, siteId: string, several: boolean): void {
  const site = draft.siteIndex.get(siteId) ?? 0;
  const sign = market.side === 'buy' ? 1 : -1;
  const id = several ? `${market.id}@${siteId}` : market.id;
  const title = several ? `${market.title}, ${draft.park.sites[site].title}` : market.title;
  const path = `${market.side}.${market.id}`;
  const price = shapedBy(draft, market, 'price', id);
  const carbon = shapedBy(draft, market, 'carbon', id);
  const capacity = highestDraw(draft, market, { id, title, site, path });
  draft.processes.push({
    ...plainProcess(draft, site, market.commodity),
    id,
    title,
    kind: market.side,
    group: market.side,
    library: market.id,
    segments: [
      {
        ...whole([flow(draft, siteId, market.commodity, sign)]),
        share: capacity < 0 ? INFINITE : 1,
      },
    ],
    capacity,
    variableCost: sign * price.unit,
    costProfile: price.series,
    ...whenOut(draft, { ...market, title }, id, path),
    maxRate: market.maxPerHour,
    minPerYear: market.minPerYear,
    maxPerYear: market.maxPerYear,
    carbon: market.side === 'buy' ? carbon.unit : 0,
    carbonProfile: market.side === 'buy' ? carbon.series : -1,
    renewable: market.renewableShare?.value ?? 0,
    ...cleanOf(draft, market),
    inputs: {
      [market.side === 'buy' ? 'cost' : 'price']: price.mean,
      carbon: carbon.mean,
      ...(market.capacityCharge === null ? {} : { 'capacity charge': market.capacityCharge }),
    },
    path,
  });
}

/** Enters a fate at one site. */
export function addFate(draft: Draft, fate: ParkFate, siteId: string, several: boolean): void {
  const site = draft.siteIndex.get(siteId) ?? 0;
  draft.processes.push({
    ...plainProcess(draft, site, fate.of),
    id: several ? `${fate.id}@${siteId}` : fate.id,
    title: several ? `${fate.title}, ${draft.park.sites[site].title}` : fate.title,
    kind: 'fate',
    group: 'fate',
    library: fate.to,
    segments: [whole([flow(draft, siteId, fate.of, -1)])],
    variableCost: fate.cost.value,
    maxPerYear: fate.maxPerYear,
    maxOverHorizon: fate.space,
    useful: fate.useful,
    inputs: { cost: fate.cost },
    path: `fates.${fate.of}.${fate.to}`,
  });
}

/** Sites where plants or links (not markets) give (sign +1) or take (sign −1) a commodity. */
export function sitesOf(draft: Draft, commodity: string, sign: 1 | -1): string[] {
  const sites = new Set<string>();
  for (const process of draft.processes) {
    if (process.kind !== 'plant' && process.kind !== 'link') continue;
    for (const { node, amount } of widestFlows(process)) {
      if (node < 0 || Math.sign(amount) !== sign) continue;
      if (draft.commodities[draft.nodes[node].commodity].id === commodity)
        sites.add(draft.park.sites[draft.nodes[node].site].id);
    }
  }
  return [...sites];
}

const limited = (market: ParkMarket): boolean =>
  market.maxPerYear < INFINITE || market.minPerYear > 0 || market.maxPerHour < INFINITE;

/** Markets and fates that the park declares, at the named site or wherever the commodity is needed or arises. */
export function addDeclared(draft: Draft): void {
  for (const market of draft.park.markets) {
    const sites =
      market.site !== null ? [market.site] : sitesOf(draft, market.commodity, market.side === 'buy' ? -1 : 1);
    if (sites.length > 1 && limited(market)) {
      draft.issues.push(
        issue('market-needs-site', 'error', market, {
          path: `${market.side}.${market.id}`,
          name: market.title,
          sites: sites.join(', '),
        }),
      );
      continue;
    }
    if (sites.length === 0) {
      draft.issues.push(
        issue(market.side === 'buy' ? 'market-unneeded' : 'market-unserved', 'warning', market, {
          path: `${market.side}.${market.id}`,
          name: market.title,
          commodity: market.commodity,
        }),
      );
    }
    for (const site of sites) addMarket(draft, market, site, sites.length > 1);
  }
  for (const fate of draft.park.fates) {
    const sites = fate.site !== null ? [fate.site] : sitesOf(draft, fate.of, 1);
    if (sites.length > 1 && (fate.maxPerYear < INFINITE || fate.space < INFINITE)) {
      draft.issues.push(
        issue('market-needs-site', 'error', fate, {
          path: `fates.${fate.of}`,
          name: fate.title,
          sites: sites.join(', '),
        }),
      );
      continue;
    }
    for (const site of sites) addFate(draft, fate, site, sites.length > 1);
  }
}
