/**
 * How many years do ore and room for waste last at a phase's pace?
 * In: a plan. Out: entries of the register; one row a deposit, and one a feed of a plant that may choose. What lies in the ground, or fits into a store of waste, is told by the park
 * (`reserve:` of a mine, `space:` of a fate); what earlier phases took is gone.
 */
import type { Plan } from '../plan/plan.ts';
import { annualTotals } from './annual-totals.ts';
import type { Kpi, KpiValue } from './kpi.ts';

/** A deposit: what is taken of it, and how long it lasts. */
export interface ReserveRow {
  readonly title: string;
  /** Units per year of the phase. */
  readonly pace: number;
  readonly unit: string;
  /** Units left when the phase begins. */
  readonly left: number;
  /** Years from the start of the phase at its pace; null where nothing is taken. */
  readonly years: number | null;
}

/** Units that this process may still move when a phase begins. */
function leftBefore(plan: Plan, phase: number, number: number): number {
  let left = plan.network.processes[number].maxOverHorizon;
  for (let before = 0; before < phase; before++)
    left -= plan.network.phases[before].years * annualTotals(plan, before).activity[number];
  return Math.max(0, left);
}

/** Every plant with a reserve, in the order of the park. */
export function reserveRows(plan: Plan, phase: number): ReserveRow[] {
  const { network } = plan;
  const { activity } = annualTotals(plan, phase);
  return [...network.processes.keys()]
    .filter((number) => network.processes[number].kind === 'plant')
    .filter((number) => Number.isFinite(network.processes[number].maxOverHorizon))
    .map((number) => {
      const { title, reference } = network.processes[number];
      const left = leftBefore(plan, phase, number);
      const pace = Math.max(0, activity[number]);
      const { unit } = network.commodities[reference];
      return { title, pace, unit, left, years: pace > 0 ? left / pace : null };
    });
}

/** What a plant that may work on several feeds works on in a year. */
export interface FeedRow {
  readonly plant: string;
  readonly feed: string;
  /** Units of its own output made from this feed in a year, and as a share of all that it makes. */
  readonly made: number;
  readonly unit: string;
  readonly share: number;
}

/** Of plants that choose between ores; what furnaces are charged with is told by `charges.ts`. */
export function feedRows(plan: Plan, phase: number): FeedRow[] {
  const { parts } = annualTotals(plan, phase);
  return plan.network.processes.flatMap(({ title, segments, reference, blend }, number) => {
    if (blend !== null) return [];
    const feeds = [...new Set(segments.flatMap(({ feed }) => feed ?? []))];
    const made = (feed: string): number =>
      parts[number].reduce((sum, amount, part) => sum + (segments[part].feed === feed ? amount : 0), 0);
    const all = feeds.reduce((sum, feed) => sum + made(feed), 0);
    const { unit } = plan.network.commodities[reference];
    return feeds.map((feed) => ({
      plant: title,
      feed,
      made: made(feed),
      unit,
      share: all > 0 ? made(feed) / all : 0,
    }));
  });
}

/** Years until the first of these processes is at its limit; none of them runs, or none has a limit: no figure. */
function yearsLeft(plan: Plan, phase: number, kind: 'plant' | 'fate', without: string): KpiValue {
  let least = Number.POSITIVE_INFINITY;
  let which = '';
  for (const [number, process] of plan.network.processes.entries()) {
    if (process.kind !== kind || !Number.isFinite(process.maxOverHorizon)) continue;
    const pace = annualTotals(plan, phase).activity[number];
    if (pace <= 0) continue;
    const years = leftBefore(plan, phase, number) / pace;
    if (years < least) [least, which] = [years, process.title];
  }
  return which === '' ? { value: null, note: without } : { value: least, note: which };
}

export const RESERVE_KPIS: readonly Kpi[] = [
  {
    id: 'reserve-life',
    title: 'Life of the ore reserve',
    unit: 'a',
    definition:
      'Years from the start of the phase that the shortest reserve lasts at the pace of the phase; mines without `reserve` are not counted.',
    group: 'loops',
    better: 'more',
    value: (plan, phase) => yearsLeft(plan, phase, 'plant', 'no mine with a reserve is worked'),
  },
  {
    id: 'waste-space-life',
    title: 'Life of the space for waste',
    unit: 'a',
    definition:
      'Years from the start of the phase that the fullest store of waste lasts at the pace of the phase; fates without `space` are not counted.',
    group: 'loops',
    better: 'more',
    value: (plan, phase) => yearsLeft(plan, phase, 'fate', 'no store of waste with a limited space is used'),
  },
];
