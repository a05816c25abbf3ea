/**
 * Security of supply: how long do the pots live when everything is lost, which fortnight has least wind and sun, and who
 * carries what in an outage?
 * In: a plan. Out: entries of the register; the rows of a section of the report.
 */
import type { Network } from '../network/network.ts';
import { nominalFlow } from '../network/nominal-need.ts';
import type { Plan } from '../plan/plan.ts';
import { hourLabel } from '../units/calendar.ts';
import { playsRole, SMELTER_GROUP } from './commodity-roles.ts';
import type { Kpi, KpiValue } from './kpi.ts';
import { perActivity } from './measure-terms.ts';
import { oncePerPhase } from './once.ts';

/** Share of the load that keeps pots alive, where no plant says which: heat and stirring go on at reduced current. */
const KEPT_ALIVE = 0.3;
const FORTNIGHT = 14 * 24;
/** Below this share of the load a rate, or of its store a content, is the solver's rounding. */
const FAINT = 1e-6;

/** MW that the smelter draws at nameplate, at its sites. */
function smelterAt(plan: Plan, phase: number): { readonly megawatts: number; readonly sites: Set<number> } {
  const { network } = plan;
  const electricity = playsRole(network, 'electricity');
  const sites = new Set<number>();
  let megawatts = 0;
  for (const process of network.processes) {
    if (process.kind !== 'plant' || process.group !== SMELTER_GROUP || process.capacity < 0) continue;
    const size = plan.phases[phase].capacities[process.capacity];
    if (size <= 0) continue;
    megawatts -= size * nominalFlow(process, ({ commodity }) => electricity[commodity]);
    sites.add(process.site);
  }
  return { megawatts, sites };
}

/**
 * The longest time over which stores carry a load: Σ min(content, power × hours) = load × hours. The sum bends down with
 * time, so that the straight line through its present piece meets the load at or after the answer, in a few steps.
 */
export function hoursCarried(
  stores: readonly { readonly content: number; readonly power: number }[],
  load: number,
): number {
  if (stores.reduce((sum, { content, power }) => sum + (content > 0 ? power : 0), 0) < load) return 0;
  let hours = stores.reduce((sum, { content }) => sum + content, 0) / load;
  for (;;) {
    const now = hours;
    const byContent = stores.filter(({ content, power }) => content <= power * now);
    const byPower = stores.filter(({ content, power }) => content > power * now);
    const content = byContent.reduce((sum, store) => sum + store.content, 0);
    const rest = load - byPower.reduce((sum, store) => sum + store.power, 0);
    if (rest <= 0) return now;
    hours = content / rest;
    if (!(hours < now)) return now;
  }
}

/** What is known of the total loss of supply: hours of stores at their emptiest, and hours of the pots themselves. */
export interface Survival {
  readonly share: number;
  readonly load: number;
  readonly stored: number;
  /** "14 Jan 03:00": when the stores carry it for the shortest time. */
  readonly when: string;
  /** Null: no plant tells how long it endures. */
  readonly pots: number | null;
}

function computeSurvival(plan: Plan, phase: number): Survival | null {
  const { network } = plan;
  const { capacities, level } = plan.phases[phase];
  const { megawatts, sites } = smelterAt(plan, phase);
  if (megawatts <= 0) return null;
  const electricity = playsRole(network, 'electricity');
  const asked = network.security?.loads ?? [];
  const share = asked.length === 0 ? KEPT_ALIVE : Math.max(...asked.map((load) => load.share));
  const load = share * megawatts;
  const own = network.stores.flatMap((store, index) => {
    const { commodity, site } = network.nodes[store.node];
    if (!electricity[commodity] || !sites.has(site)) return [];
    const power = store.power < 0 ? Number.POSITIVE_INFINITY : capacities[store.power];
    const least = FAINT * capacities[store.capacity];
    const levels = level[index].map((content) => (content > least ? content : 0));
    return [{ power, efficiency: store.dischargeEfficiency, levels }];
  });
  const { grid } = network.phases[phase];
  let [stored, worst] = [Number.POSITIVE_INFINITY, 0];
  for (let hour = 0; hour < grid.steps; hour++) {
    const contents = own.map(({ power, efficiency, levels }) => ({
      power,
      content: efficiency * levels[hour],
    }));
    const hours = hoursCarried(contents, load);
    if (hours < stored) [stored, worst] = [hours, hour];
  }
  return { share, load, stored, when: hourLabel(grid, worst), pots: enduranceOf(plan, phase) };
}

/** Hours without any power after which the first of the plants that stand no longer starts by itself; null: none tells it. */
export function enduranceOf({ network, phases }: Plan, phase: number): number | null {
  const endures = network.stores.flatMap(({ endures: hours, capacity }) =>
    hours === null || phases[phase].capacities[capacity] <= 0 ? [] : [hours],
  );
  return endures.length === 0 ? null : Math.min(...endures);
}

export const survivalOf = oncePerPhase(computeSurvival, '');

/** The 14 days in which wind and sun could give least against what the park's plants take. */
export interface Fortnight {
  readonly from: string;
  readonly to: string;
  /** MWh in the fortnight. */
  readonly given: number;
  readonly needed: number;
}

function weatherAndLoad(plan: Plan, phase: number): { given: Float64Array; needed: Float64Array } {
  const { network } = plan;
  const { grid } = network.phases[phase];
  const { capacities, activity } = plan.phases[phase];
  const electricity = playsRole(network, 'electricity');
  const [given, needed] = [new Float64Array(grid.steps), new Float64Array(grid.steps)];
  for (const [number, process] of network.processes.entries()) {
    if (process.kind !== 'plant') continue;
    const { of } = grid.periods[process.period];
    for (const [part, { share }] of process.segments.entries()) {
      const amount = perActivity(process, part, electricity);
      if (amount > 0 && process.profile >= 0 && process.renewable > 0 && process.capacity >= 0) {
        const weather = network.series[process.profile].values[phase];
        const most = amount * share * process.renewable * capacities[process.capacity];
        for (let step = 0; step < grid.steps; step++) given[step] += most * weather[step];
      }
      if (amount < 0) {
        const rates = activity[number][part];
        for (let step = 0; step < grid.steps; step++) needed[step] -= amount * rates[of[step]];
      }
    }
  }
  return { given, needed };
}

function computeFortnight(plan: Plan, phase: number): Fortnight | null {
  const { grid } = plan.network.phases[phase];
  const { given, needed } = weatherAndLoad(plan, phase);
  let worst: { first: number; given: number; needed: number } | null = null;
  for (const { first, count } of grid.segments) {
    let [gives, needs] = [0, 0];
    for (let step = first; step < first + count; step++) {
      gives += given[step];
      needs += needed[step];
      const begins = step - FORTNIGHT + 1;
      if (begins < first) continue;
      if (needs > 0 && (worst === null || gives * worst.needed < worst.given * needs))
        worst = { first: begins, given: gives, needed: needs };
      gives -= given[begins];
      needs -= needed[begins];
    }
  }
  if (worst === null) return null;
  const { first, ...sums } = worst;
  return { from: hourLabel(grid, first), to: hourLabel(grid, first + FORTNIGHT - 1), ...sums };
}

export const worstFortnight = oncePerPhase(computeFortnight, '');

/** MW that must be carried in an outage; at one node only, where it is named. */
export const firmLoadAt = ({ network, phases }: Plan, phase: number, at?: number): number =>
  (network.security?.loads ?? []).reduce(
    (sum, { node, capacity, perCapacity }) =>
      at === undefined || node === at ? sum + perCapacity * phases[phase].capacities[capacity] : sum,
    0,
  );

/** One case of an outage: what must be carried, and who carries it. */
export interface OutageRow {
  readonly title: string;
  /** h */
  readonly hours: number;
  /** MW */
  readonly load: number;
  readonly carried: readonly { readonly title: string; readonly megawatts: number }[];
}

export function outageRows(plan: Plan, phase: number): OutageRow[] {
  const { security } = plan.network;
  if (security === null) return [];
  const { carried } = plan.phases[phase];
  const load = firmLoadAt(plan, phase);
  return security.cases.map(({ title }, number) => ({
    title,
    hours: security.hours,
    load,
    carried: security.supplies.flatMap((supply, index) => {
      const megawatts = carried[number][index];
      return megawatts > FAINT * load ? [{ title: supply.title, megawatts }] : [];
    }),
  }));
}

const hasSmelter = ({ processes }: Network): boolean =>
  processes.some(({ kind, group }) => kind === 'plant' && group === SMELTER_GROUP);

function survivalValue(plan: Plan, phase: number): KpiValue {
  if (!hasSmelter(plan.network)) return { value: null, note: 'the park has no smelter' };
  const found = survivalOf(plan, phase);
  if (found === null) return { value: null, note: 'the smelter draws no electricity' };
  const { stored, pots, when, share } = found;
  const ofStores = `stores at their emptiest (${when}) carry ${Number((100 * share).toPrecision(3))} % for ${Number(stored.toPrecision(3))} h`;
  if (pots === null) return { value: null, note: `${ofStores}; how long the pots endure is not told` };
  return { value: stored + pots, note: `${ofStores}, the pots endure ${Number(pots.toPrecision(3))} h` };
}

export const SECURITY_KPIS: readonly Kpi[] = [
  {
    id: 'survival-hours',
    title: 'Time that the pots survive without any supply',
    unit: 'h',
    definition:
      'Hours for which the stores of electricity at the smelter, at their emptiest hour and with plants, grid, lines, wind and sun all lost, carry the share of the load that must be firm (30 % where none is asked), and the hours that pots then take, by their heat content, to a state from which they do not start by themselves.',
    group: 'energy',
    better: 'more',
    value: survivalValue,
  },
  {
    id: 'worst-fortnight',
    title: 'Wind and sun against the load in the worst fortnight',
    unit: '%',
    definition:
      'What wind and sun could give, before curtailment, over what the plants of the park take, in the 14 days of the plan in which it is least.',
    group: 'energy',
    better: 'more',
    value: (plan, phase) => {
      const found = worstFortnight(plan, phase);
      if (found === null) {
        const { grid } = plan.network.phases[phase];
        const isShort = grid.segments.every(({ count }) => count < FORTNIGHT);
        return {
          value: null,
          note: isShort ? 'no 14 days on end were planned' : 'the park uses no electricity',
        };
      }
      const { from, to, given, needed } = found;
      const missing = Math.max(0, needed - given) / 1000;
      return {
        value: (100 * given) / needed,
        note: `${from} to ${to}, ${Number(missing.toPrecision(3))} GWh short of the load`,
      };
    },
  },
];
