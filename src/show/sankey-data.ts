/**
 * What flows from whom to whom in a year? In: a plan, a phase, the unit to follow. Out: boxes and bands, plain data, for
 * the Sankey, its table, and any page. A commodity with several makers and several takers gets a box of its own (a bus);
 * with one maker or one taker its bands go straight from plant to plant. Sites are joined; carriers show as what they lose.
 */
import type { ProcessKind } from '../network/network.ts';
import type { Plan } from '../plan/plan.ts';
import { groupOrder, plantLook } from './palette.ts';
import { yearlyActivity, yearlyFlows, yearlyStore } from './yearly.ts';

export interface SankeyBox {
  readonly id: string;
  readonly title: string;
  readonly kind: 'plant' | 'store' | 'bus' | 'market' | 'fate' | 'loss';
  readonly colour: string;
  readonly order: number;
  /** The larger of what comes in and what goes out, in the unit of the data. */
  readonly through: number;
  /** What is written beside the box: what a plant makes where that is followed here, else `through`. */
  readonly told: number;
}

export interface SankeyBand {
  /** Index into `boxes`. */
  readonly from: number;
  readonly to: number;
  readonly commodity: string;
  readonly colour: string;
  readonly value: number;
}

export interface SankeyData {
  readonly unit: string;
  readonly boxes: readonly SankeyBox[];
  readonly bands: readonly SankeyBand[];
  /** Flows too small to draw: number of them and their sum. */
  readonly left: { readonly count: number; readonly sum: number };
}

/** Follow commodities counted in `t` or in `MWh`; `factor` turns the sum into `unit`. */
export interface SankeyChoice {
  readonly counts: 't' | 'MWh';
  readonly unit: string;
  readonly factor: number;
}
export const MATERIAL: SankeyChoice = { counts: 't', unit: 't/a', factor: 1 };
/** Joules, so that fuels, steam and electricity stand in the unit that heat is counted in: 1 MWh = 3.6 GJ. */
export const ENERGY: SankeyChoice = { counts: 'MWh', unit: 'TJ/a', factor: 3.6e-3 };

const KINDS: Readonly<Record<ProcessKind, SankeyBox['kind']>> = {
  plant: 'plant',
  buy: 'market',
  sell: 'market',
  fate: 'fate',
  link: 'loss',
  trim: 'loss',
};

/** Bands below this share of the largest are counted, not drawn. */
const SMALLEST = 2e-4;

/** What a market or fate is called without the site that its title ends with: sites are joined here. */
const short = (title: string, site: string | undefined): string =>
  site !== undefined && title.endsWith(`, ${site}`) ? title.slice(0, -site.length - 2) : title;

interface Meeting {
  readonly makers: { readonly box: string; readonly value: number }[];
  readonly takers: { readonly box: string; readonly value: number }[];
}

export function sankeyData(plan: Plan, phase: number, choice: SankeyChoice): SankeyData {
  const { network } = plan;
  const boxes = new Map<string, Omit<SankeyBox, 'through' | 'told'>>();
  const meetings = new Map<number, Meeting>();
  const meeting = (commodity: number): Meeting => {
    const found = meetings.get(commodity) ?? { makers: [], takers: [] };
    meetings.set(commodity, found);
    return found;
  };
  const followed = network.commodities.map(
    (item) =>
      item.unit === choice.counts &&
      item.balance !== 'none' &&
      item.kind !== 'air' &&
      item.kind !== 'service' &&
      item.kind !== 'internal',
  );
  const add = (commodity: number, box: string, net: number): void => {
    if (net > 0) meeting(commodity).makers.push({ box, value: net });
    if (net < 0) meeting(commodity).takers.push({ box, value: -net });
  };

  // Net of each process and commodity: what a plant makes and uses itself never leaves its fence.
  const nets = new Map<string, { process: number; commodity: number; net: number }>();
  for (const flow of yearlyFlows(plan, phase)) {
    if (flow.node === -1 || !followed[flow.commodity]) continue;
    const key = `${flow.process} ${flow.commodity}`;
    const entry = nets.get(key) ?? { process: flow.process, commodity: flow.commodity, net: 0 };
    entry.net += flow.amount * choice.factor;
    nets.set(key, entry);
  }
  for (const { process, commodity, net } of nets.values()) {
    const item = network.processes[process];
    const kind = KINDS[item.kind];
    // What a carrier loses of its load is a loss; what it burns or draws on the way is a use.
    const lost = kind === 'loss' && commodity === item.reference;
    const id = lost ? `lost ${item.id}` : item.id;
    if (!boxes.has(id))
      boxes.set(id, {
        id,
        title: lost ? `${item.title}: lost` : short(item.title, network.sites[item.site]?.title),
        kind,
        colour: kind === 'plant' ? plantLook(item.group, item.library).colour : '#8a8f98',
        order: groupOrder(item.group),
      });
    add(commodity, id, net);
  }
  network.stores.forEach((store, index) => {
    const commodity = network.nodes[store.node].commodity;
    if (!followed[commodity]) return;
    // A silo gives back over the year what it took, and would only hide who feeds whom; a store of energy loses some.
    if (choice.counts === 't') return;
    const { charged, drawn } = yearlyStore(plan, phase, index);
    if (charged + drawn <= 0) return;
    const id = `store ${store.id}`;
    boxes.set(id, {
      id,
      title: store.title,
      kind: 'store',
      colour: plantLook(store.group, store.library).colour,
      order: groupOrder(store.group),
    });
    add(commodity, id, drawn * choice.factor);
    add(commodity, id, -charged * choice.factor);
  });

  const raw: { from: string; to: string; commodity: number; value: number }[] = [];
  for (const [commodity, { makers, takers }] of meetings) {
    if (makers.length === 1 || takers.length === 1) {
      // With one side single, who gives to whom is not a choice.
      for (const maker of makers)
        for (const taker of takers) {
          const value = makers.length === 1 ? taker.value : maker.value;
          raw.push({ from: maker.box, to: taker.box, commodity, value });
        }
      continue;
    }
    if (makers.length === 0 || takers.length === 0) continue;
    const item = network.commodities[commodity];
    const id = `bus ${item.id}`;
    boxes.set(id, { id, title: item.title, kind: 'bus', colour: item.colour, order: item.order });
    for (const maker of makers) raw.push({ from: maker.box, to: id, commodity, value: maker.value });
    for (const taker of takers) raw.push({ from: id, to: taker.box, commodity, value: taker.value });
  }

  const largest = raw.reduce((most, band) => Math.max(most, band.value), 0);
  const drawn = raw.filter((band) => band.from !== band.to && band.value > largest * SMALLEST);
  const leftOut = raw.filter((band) => !drawn.includes(band) && band.value > 0);
  const used = [...boxes.values()].filter((box) =>
    drawn.some((band) => band.from === box.id || band.to === box.id),
  );
  const place = new Map(used.map((box, at) => [box.id, at]));
  const sumOf = (side: 'from' | 'to', id: string): number =>
    drawn.reduce((sum, band) => (band[side] === id ? sum + band.value : sum), 0);
  const activity = yearlyActivity(plan, phase);
  const made = new Map(
    network.processes.flatMap((item, at): [string, number][] =>
      item.kind === 'plant' && followed[item.reference] ? [[item.id, activity[at] * choice.factor]] : [],
    ),
  );
  return {
    unit: choice.unit,
    boxes: used.map((box) => {
      const through = Math.max(sumOf('from', box.id), sumOf('to', box.id));
      return { ...box, through, told: made.get(box.id) ?? through };
    }),
    bands: drawn.map((band) => ({
      from: place.get(band.from)!,
      to: place.get(band.to)!,
      commodity: network.commodities[band.commodity].title,
      colour: network.commodities[band.commodity].colour,
      value: band.value,
    })),
    left: { count: leftOut.length, sum: leftOut.reduce((sum, band) => sum + band.value, 0) },
  };
}
