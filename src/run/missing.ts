/**
 * Where is something missing that no plan can bring? In: a park that cannot hold, and what its smallest changes are. Out: the
 * places, how much is missing in each period (or, of firm power, in each outage), and the plan around it.
 *
 * A helper that does not exist supplies (or takes) what is missing at the places that pull hardest; its highest rate is
 * made as small as it can be, then what it gives over the year. Every figure of the file stays as it is written.
 */
import { annualTotals } from '../accounts/annual-totals.ts';
import { firmLoadAt } from '../accounts/security.ts';
import type { Network } from '../network/network.ts';
import { widestFlows } from '../network/slices.ts';
import type { Plan } from '../plan/plan.ts';
import type { Helper } from '../program/loose-program.ts';
import { periodHours } from '../program/overlap.ts';
import { firmPower } from '../program/rules/firm-power.ts';
import type { Change } from './explanation.ts';
import {
  evenly,
  isPlan,
  type LoosePlan,
  type LooseTask,
  loosePlan,
  NOISE,
  type PricesOf,
  promisedPoints,
} from './loose-plan.ts';

/** So many places get a helper at the most; what pulls less than this share of the hardest gets none. */
const MOST_PLACES = 3;
const LIGHT = 1e-2;
/** A place beside what would have to change is the better one to tell of where others would do as well. */
const FARTHER = 1.25;
/**
 * The mean over the year counts like the peak: a lower peak is spread over more hours and loses a little in stores, which
 * never outweighs it. Figures of the file stand fast; promises give way, for they are missed at no place.
 */
const AFTER = 1;
const FAST = 30;
const YIELDING = 1e-2;

interface Place {
  readonly node: number;
  readonly sign: 1 | -1;
  /** Of firm power: it is missing in an outage, not at an hour. */
  readonly isFirm: boolean;
  /** Mean rate that plants and links need (or make) there; what must be carried there in an outage. */
  readonly need: number;
  readonly weight: number;
}

/** Mean rate per hour that plants and links take from a node (sign 1) or give to it (sign −1). */
function needAt(plan: Plan, node: number, sign: 1 | -1): number {
  const { network } = plan;
  const perPhase = network.phases.map(({ grid }, phase) => {
    const { flows } = annualTotals(plan, phase);
    const sum = network.processes.reduce((total, { kind }, process) => {
      if (kind !== 'plant' && kind !== 'link') return total;
      const here = flows[process].filter((flow) => flow.node === node && flow.amount * sign < 0);
      return total - sign * here.reduce((part, flow) => part + flow.amount, 0);
    }, 0);
    return sum / grid.hoursPerYear;
  });
  return Math.max(...perPhase);
}

/** Nodes of the plants, markets and stores that belong to what would have to change. */
function nodesBeside(network: Network, changes: readonly Change[]): Set<number> {
  const things = new Set(changes.map(({ limit }) => limit.thing));
  const owners = (capacity: number) => (capacity < 0 ? undefined : network.capacities[capacity].owner);
  return new Set([
    ...network.processes
      .filter(({ id, capacity }) => things.has(id) || things.has(owners(capacity) ?? ''))
      .flatMap((process) => widestFlows(process).map(({ node }) => node)),
    ...network.stores.filter(({ id }) => things.has(id)).map(({ node }) => node),
  ]);
}

/** Nodes of loads that must not fail, with what one MW more to carry there would do in all outages together. */
function firmPlaces({ network }: LooseTask, { built, solution, plan }: LoosePlan): Place[] {
  const gains = new Map<number, number>();
  for (const { kind, index, first } of built.program.rowFamilies)
    if (kind === firmPower.name) gains.set(index, (gains.get(index) ?? 0) + Math.max(0, solution.y[first]));
  return [...gains].flatMap(([node, gain]): Place[] => {
    const need = Math.max(...network.phases.map((_, phase) => firmLoadAt(plan, phase, node)));
    return need > 0 ? [{ node, sign: 1, isFirm: true, need, weight: need * gain }] : [];
  });
}

/**
 * Where help would do most for the smallest changes: at what price the balances stand there. What must not fail is among them
 * even where what changes would carry it besides.
 */
function places(task: LooseTask, first: LoosePlan, beside: ReadonlySet<number>): Place[] {
  const { network } = task;
  const { built, solution, plan } = first;
  const gains = network.nodes.map(() => ({ supply: 0, take: 0 }));
  for (const { kind, index, phase, first } of built.program.rowFamilies) {
    if (kind !== 'balance') continue;
    periodHours(network.phases[phase].grid, network.nodes[index].period).forEach((hours, at) => {
      const gain = solution.y[first + at] * hours;
      if (gain > 0) gains[index].supply += gain;
      else gains[index].take -= gain;
    });
  }
  const all = network.nodes.flatMap(({ commodity }, node): Place[] => {
    if (network.commodities[commodity].kind === 'internal') return [];
    const { supply, take } = gains[node];
    const sign = supply >= take ? 1 : -1;
    const need = needAt(plan, node, sign);
    const weight = (need * Math.max(supply, take)) / (beside.has(node) ? 1 : FARTHER);
    return need > 0 && weight > 0 ? [{ node, sign, isFirm: false, need, weight }] : [];
  });
  const firm = firmPlaces(task, first);
  const sorted = [...all, ...firm].sort((a, b) => b.weight - a.weight);
  const heaviest = sorted.filter(({ weight }) => weight > LIGHT * sorted[0].weight).slice(0, MOST_PLACES);
  return [...heaviest, ...firm.filter((place) => !heaviest.includes(place))];
}

function helperAt(network: Network, beside: ReadonlySet<number>, place: Place): Helper {
  const { node, sign, isFirm, need } = place;
  const price = (beside.has(node) ? 1 : FARTHER) / need;
  const hours = network.phases.reduce((sum, { grid }) => sum + grid.hoursPerYear, 0);
  const times = isFirm ? network.phases.length * network.security!.cases.length : hours;
  return { node, sign, isFirm, peakPrice: price, unitPrice: (AFTER * price) / times };
}

/** What is missing at one node; `help`: phase → rate in each period; of firm power: in each outage. */
export interface Missing {
  readonly node: number;
  /** 1: too little comes; −1: too little can leave. */
  readonly sign: 1 | -1;
  readonly isFirm: boolean;
  readonly highest: number;
  readonly help: readonly Float64Array[];
  readonly plan: Plan;
}

/** What is missing, the largest share of what is needed first; nothing also when the search was stopped. */
export async function missing(task: LooseTask, first: LoosePlan): Promise<readonly Missing[]> {
  const { network } = task;
  const beside = nodesBeside(network, first.changes);
  const found = places(task, first, beside);
  if (found.length === 0) return [];
  const helpers = found.map((place) => helperAt(network, beside, place));
  const pricesOf: PricesOf = ({ at }) => evenly(at.kind === 'measure' ? YIELDING : FAST);
  const answer = await loosePlan(task, 'where it is short', pricesOf, {
    helpers,
    points: promisedPoints(task, first.points),
  });
  if (!isPlan(answer)) return [];
  const { built, solution, plan } = answer;
  const helped = found.map(({ node, sign, isFirm, need }, index): Missing & { share: number } => {
    const { period } = network.nodes[node];
    const help = network.phases.map(({ grid }, phase) => {
      const start = built.help[index][phase];
      const count = isFirm ? network.security!.cases.length : grid.periods[period].count;
      return solution.x.slice(start, start + count);
    });
    const highest = help.reduce((most, rates) => rates.reduce((top, rate) => Math.max(top, rate), most), 0);
    return { node, sign, isFirm, highest, help, plan, share: highest / need };
  });
  return helped.filter(({ share }) => share > NOISE).toSorted((a, b) => b.share - a.share);
}
