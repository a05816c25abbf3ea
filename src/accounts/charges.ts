/**
 * What fills the furnaces that choose their charge, and which element holds it back?
 * In: a plan. Out: one row a plant and year: feeds with their share of the product, elements against the window; and figures
 * of the register.
 */
import type { Network, Process } from '../network/network.ts';
import type { Plan, PlanPhase } from '../plan/plan.ts';
import { ELEMENT_NAMES, type Element } from '../plants/model.ts';
import type { PeriodIndex } from '../units/time-grid.ts';
import { showQuantity } from '../units/unit.ts';
import { annualTotals } from './annual-totals.ts';
import { percent } from './energy.ts';
import type { Kpi } from './kpi.ts';
import { processTerms, ratio } from './measure-terms.ts';

export interface FeedRow {
  readonly commodity: string;
  readonly title: string;
  /** Units of the feed in a year. */
  readonly amount: number;
  readonly unit: string;
  /** Of the product that is made of it. */
  readonly share: number;
}

export interface ElementRow {
  readonly element: Element;
  readonly atLeast: number | null;
  readonly atMost: number | null;
  /** Shares of the product: mean of the year, lowest and highest of any period that makes some. */
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
  /** What the library says of the product; null where it says nothing. */
  readonly stated: number | null;
  /** The side that binds, for how many hours of the year, and what a hundredth of a percent of room saves in a year. */
  readonly binds: 'at least' | 'at most' | null;
  readonly hours: number;
  readonly saves: number;
}

export interface ChargeRow {
  readonly plant: string;
  readonly title: string;
  readonly product: string;
  readonly unit: string;
  /** Units of the product in a year. */
  readonly made: number;
  /** The largest first; what is not used is left out. */
  readonly feeds: readonly FeedRow[];
  readonly elements: readonly ElementRow[];
}

/** An element this close to its limit, against it, is at it. */
const TOUCHES = 1e-5;
/** A feed below this share of the product is the solver's rounding. */
const ROUNDING = 1e-7;
/** Elements are told in hundredths of a percent. */
const HUNDREDTH = 1e-4;

interface Cast {
  readonly process: Process;
  readonly number: number;
  readonly phase: PlanPhase;
  readonly periods: PeriodIndex;
  /** feed → units of the product made of it in a year. */
  readonly made: readonly number[];
  readonly total: number;
  readonly stated: Readonly<Partial<Record<Element, number>>>;
}

function elementRow(cast: Cast, element: Element): ElementRow {
  const { process, number, phase, periods, made, total, stated } = cast;
  const { feeds, limits } = process.blend!;
  const rates = phase.activity[number];
  const held = (amounts: readonly number[]): number =>
    feeds.reduce((sum, { brings }, feed) => sum + (brings[element] ?? 0) * amounts[feed], 0);
  const limitOf = (side: 'at least' | 'at most') =>
    limits.findIndex((limit) => limit.element === element && limit.side === side);
  const shares: { share: number; hours: number }[] = [];
  for (const [period, hours] of periods.hours.entries()) {
    const amounts = rates.map((rate) => rate[period]);
    const sum = amounts.reduce((all, each) => all + each, 0);
    if (sum * hours > ROUNDING * total) shares.push({ share: held(amounts) / sum, hours });
  }
  const touched = (['at least', 'at most'] as const).map((side) => {
    const at = limitOf(side);
    const limit = limits[at]?.share ?? Number.NaN;
    const hours = shares.reduce(
      (sum, one) =>
        Math.abs(one.share - limit) <= TOUCHES * Math.max(limit, HUNDREDTH) ? sum + one.hours : sum,
      0,
    );
    return { side, limit, hours, saves: at < 0 ? 0 : phase.blendPrice[number][at] * HUNDREDTH };
  });
  const binding = touched.filter(({ hours }) => hours > 0).sort((a, b) => b.saves - a.saves)[0];
  const [least, most] = touched.map(({ limit }) => (Number.isNaN(limit) ? null : limit));
  return {
    element,
    atLeast: least,
    atMost: most,
    mean: held(made) / total,
    lowest: shares.reduce((low, { share }) => Math.min(low, share), Number.POSITIVE_INFINITY),
    highest: shares.reduce((high, { share }) => Math.max(high, share), 0),
    stated: stated[element] ?? null,
    binds: binding?.side ?? null,
    hours: binding?.hours ?? 0,
    saves: binding?.saves ?? 0,
  };
}

function chargeRow(plan: Plan, phaseIndex: number, number: number): ChargeRow[] {
  const { network } = plan;
  const process = network.processes[number];
  const phase = plan.phases[phaseIndex];
  const periods = network.phases[phaseIndex].grid.periods[process.period];
  const product = network.commodities[process.reference];
  if (process.blend === null) return [];
  const { parts, activity } = annualTotals(plan, phaseIndex);
  const [made, total] = [parts[number], activity[number]];
  if (total <= 0) return [];
  const { feeds, limits } = process.blend;
  const feedRows = feeds.map(({ commodity }, feed): FeedRow => {
    const { id, title, unit } = network.commodities[commodity];
    const need = process.segments[feed].flows.reduce(
      (sum, flow) => (flow.commodity === commodity && flow.amount < 0 ? sum - flow.amount : sum),
      0,
    );
    return { commodity: id, title, unit, amount: need * made[feed], share: made[feed] / total };
  });
  const cast: Cast = { process, number, phase, periods, made, total, stated: product.composition };
  return [
    {
      plant: process.id,
      title: process.title,
      product: product.title,
      unit: product.unit,
      made: total,
      feeds: feedRows.filter(({ share }) => share > ROUNDING).sort((a, b) => b.share - a.share),
      elements: [...new Set(limits.map(({ element }) => element))].map((element) =>
        elementRow(cast, element),
      ),
    },
  ];
}

/** One row for each plant that chooses its charge and makes something. */
export function chargeRows(plan: Plan, phase: number): ChargeRow[] {
  return plan.network.processes.flatMap((_, number) => chargeRow(plan, phase, number));
}

/** "iron in 6063 billet at its limit of 0.35 %"; null where nothing binds. */
export function bindingWords({ product }: ChargeRow, row: ElementRow): string | null {
  const { element, binds, atLeast, atMost } = row;
  if (binds === null) return null;
  const [limit, word] = binds === 'at most' ? [atMost, 'limit'] : [atLeast, 'least'];
  return `${ELEMENT_NAMES[element]} in ${product} at its ${word} of ${showQuantity(100 * (limit ?? 0), '%')}`;
}

const NO_CHARGE = 'no plant of the park chooses its charge';

/** The same as terms that a promise can bind: what is made of each feed, and all that is made. */
function scrapMeasure(network: Network, kinds: readonly string[]) {
  if (network.processes.every(({ blend }) => blend === null)) return undefined;
  const isScrap = ({ blend }: Process, part: number): boolean =>
    kinds.includes(network.commodities[blend!.feeds[part].commodity].scrap ?? '');
  return ratio(
    processTerms(network, (process, part) => (process.blend !== null && isScrap(process, part) ? 100 : 0)),
    processTerms(network, ({ blend }) => (blend === null ? 0 : 1)),
  );
}

/** Share of what is cast of chosen charges that is made of scrap. */
function scrapShare(plan: Plan, phase: number, kinds: readonly string[]) {
  const { commodities } = plan.network;
  const scrap = new Set(commodities.filter((one) => kinds.includes(one.scrap ?? '')).map(({ id }) => id));
  let [part, whole] = [0, 0];
  for (const { feeds, made } of chargeRows(plan, phase)) {
    whole += made;
    for (const { commodity, share } of feeds) if (scrap.has(commodity)) part += share * made;
  }
  return percent(part, whole, NO_CHARGE);
}

export const CHARGE_KPIS: readonly Kpi[] = [
  {
    id: 'scrap-in-alloys',
    title: 'Scrap in the alloys cast',
    unit: '%',
    definition:
      'What plants with a chosen charge make of scrap, new and old, over all that they make; melting loss is taken off.',
    group: 'loops',
    better: 'more',
    value: (plan, phase) => scrapShare(plan, phase, ['new', 'old']),
    measure: (network) => scrapMeasure(network, ['new', 'old']),
  },
  {
    id: 'old-scrap-in-alloys',
    title: 'Old scrap in the alloys cast',
    unit: '%',
    definition: 'What plants with a chosen charge make of post-consumer scrap, over all that they make.',
    group: 'loops',
    better: 'more',
    value: (plan, phase) => scrapShare(plan, phase, ['old']),
    measure: (network) => scrapMeasure(network, ['old']),
  },
];
