/**
 * What does the year's plan tell whoever runs the park without foresight?
 * In: a plan and one of its phases. Out: which loads may go without power and in which order, what is paid towards promises,
 * what a store's content is worth, how full the stores are at the beginning. Prices steer; none of them is ever a cost.
 */
import { playsRole } from '../../accounts/commodity-roles.ts';
import type { Network, Process } from '../../network/network.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Load, Steering } from '../../program/operating.ts';

/** Money per MWh that is not served: above the dearest backup, so that power is only cut where there is none. */
const UNSERVED = 3000;
/** So many times what a unit costs at the margin is it worth to be made when it is asked for. */
const ABOVE_COST = 3;
/** So many times the dearest other load per MWh are loads worth that freeze: they are cut last. */
const LAST = 2;
/** Money per unit of what can be cut and neither takes electricity nor has a price in the plan. */
const LEAST_PRICE = 1000;
/** Money per MWh of heat below the lower limit, and hour. */
const COLD = 1000;

/** MWh that a unit of the activity takes, in the first slice of its range. */
export function electricityPerUnit(network: Network, process: Process): number {
  const electricity = playsRole(network, 'electricity');
  const taken = process.segments[0].flows.reduce(
    (sum, { commodity, amount }) => sum + (electricity[commodity] ? amount : 0),
    0,
  );
  return Math.max(0, -taken);
}

/** Index of the store of heat inside a plant that cools when the plant stands; −1: it has none. */
export const heatStoreOf = ({ stores }: Network, { capacity }: Process): number =>
  stores.findIndex((store) => capacity >= 0 && store.capacity === capacity && store.standing < 0);

const isAsked = ({ output, minimumShare, minPerYear, capacity }: Process): boolean =>
  output !== null || (minimumShare > 0 && capacity >= 0) || minPerYear > 0;

/** What is asked for something, the potlines last to be cut. */
export function loadsOf({ network, phases }: Plan, phase: number): Load[] {
  const { outputPrice } = phases[phase];
  const asked = network.processes.flatMap((process, index) => {
    if (!isAsked(process)) return [];
    const perUnit = electricityPerUnit(network, process);
    const price = Math.max(UNSERVED * perUnit, ABOVE_COST * Math.abs(outputPrice[index]), LEAST_PRICE);
    return [{ index, perUnit, price, freezes: heatStoreOf(network, process) >= 0 }];
  });
  const dearest = asked.reduce(
    (most, { freezes, perUnit, price }) =>
      freezes || perUnit === 0 ? most : Math.max(most, price / perUnit),
    UNSERVED,
  );
  return asked.map(({ index, perUnit, price, freezes }) => ({
    process: index,
    price: freezes ? Math.max(price, LAST * dearest * perUnit) : price,
  }));
}

export function steeringOf(plan: Plan, phase: number): Steering {
  const { grid } = plan.network.phases[phase];
  return {
    loads: loadsOf(plan, phase),
    measures: plan.measures.flatMap((measure, index) => {
      // A month's price goes with a twelfth to every hour: whoever runs a window does not know how the month will end. What is
      // matched hour by hour has no price of its own in a window.
      const share = measure.month === undefined ? 1 : 1 / grid.periods.month.count;
      const price = share * plan.phases[phase].measurePrice[index];
      const steers = price > 0 && measure.matching === undefined && measure.phases.includes(phase);
      return steers ? [{ measure, price }] : [];
    }),
    coldPrice: COLD,
  };
}

/** Mean marginal price at each node, by month of the year where the plan has every hour, else the same all year. */
export interface NodePrices {
  /** node → month (twelfth of the year) → money per unit. */
  readonly byMonth: readonly Float64Array[];
}

const MONTHS = 12;

export function nodePrices({ network, phases }: Plan, phase: number): NodePrices {
  const { grid } = network.phases[phase];
  const isYear = grid.label === 'full year';
  const byMonth = network.nodes.map((node, index) => {
    const { first, hours } = grid.periods[node.period];
    const sums = new Float64Array(MONTHS);
    const weights = new Float64Array(MONTHS);
    phases[phase].price[index].forEach((price, at) => {
      const own = Math.floor((MONTHS * first[at]) / grid.steps);
      for (let month = 0; month < MONTHS; month++) {
        if (isYear && month !== own) continue;
        sums[month] += hours[at] * price;
        weights[month] += hours[at];
      }
    });
    const mean =
      sums.reduce((a, b) => a + b, 0) /
      Math.max(
        1e-12,
        weights.reduce((a, b) => a + b, 0),
      );
    return sums.map((sum, month) => (weights[month] > 0 ? sum / weights[month] : mean));
  });
  return { byMonth };
}

const monthAt = (hour: number, hours: number): number => Math.floor((MONTHS * (hour % hours)) / hours);

/** store → money per unit of content: what a unit given back saves on average in that month of the plan. */
export const contentValues = (
  network: Network,
  prices: NodePrices,
  hour: number,
  hours: number,
): Float64Array =>
  Float64Array.from(
    network.stores,
    ({ node, dischargeEfficiency }) => dischargeEfficiency * prices.byMonth[node][monthAt(hour, hours)],
  );

/** node → money per unit of what is behind or ahead in the accounts of goods that are balanced over longer times. */
export const accountValues = (
  network: Network,
  prices: NodePrices,
  hour: number,
  hours: number,
): Float64Array => Float64Array.from(network.nodes, (_, node) => prices.byMonth[node][monthAt(hour, hours)]);

/**
 * What the stores hold as the year begins: what they hold as the plan's year ends; of typical weeks the mean.
 * @param standing the park that is run: what does not stand holds nothing, whatever the plan's rounding left in it.
 */
export function firstLevels(
  { network, phases }: Plan,
  phase: number,
  standing: Pick<Network, 'stores' | 'capacities'>,
): Float64Array {
  const { grid } = network.phases[phase];
  return Float64Array.from(phases[phase].level, (levels, store) => {
    const { hours } = grid.periods[network.nodes[network.stores[store].node].period];
    const held =
      grid.segments.length === 1
        ? (levels[levels.length - 1] ?? 0)
        : levels.reduce((sum, level, at) => sum + level * hours[at], 0) / grid.hoursPerYear;
    const { capacity, low, high } = standing.stores[store];
    const size = standing.capacities[capacity].max;
    return Math.min(high * size, Math.max(low * size, held));
  });
}
