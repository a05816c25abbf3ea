/**
 * How does the park run, hour by hour? In: a plan and a phase. Out: supply by technology, storage both ways, demand,
 * curtailment and what is not served, per step, as plain data for the stack, the duration curve and any page.
 */
import type { Network, Process } from '../network/network.ts';
import type { Plan } from '../plan/plan.ts';
import { beyondRounding } from './figure.ts';
import { type Pattern, technologyLook } from './palette.ts';
import { hourlyFlow } from './yearly.ts';

export interface Layer {
  /** Library name of the technology: the same technology at several sites is one layer. */
  readonly id: string;
  readonly title: string;
  readonly colour: string;
  readonly pattern: Pattern;
  /** `weather`, `must run`, `flexible`, `bought`, `storage`: the order of the stack, from below. */
  readonly role: 'must run' | 'weather' | 'flexible' | 'bought' | 'storage';
  /** step → MW; never negative. */
  readonly values: Float64Array;
}

export interface Dispatch {
  /** Title and unit of the commodity followed: "Electricity", "MW". */
  readonly commodity: string;
  readonly unit: string;
  readonly steps: number;
  readonly supply: readonly Layer[];
  /** Charging of each store, step → MW, positive numbers. */
  readonly charging: readonly Layer[];
  /** step → MW used by plants, sales and losses on lines, without charging. */
  readonly demand: Float64Array;
  /** step → MW that the weather offered and nobody took. */
  readonly curtailed: Float64Array;
  /** step → MW of demand that supply and storage do not cover. */
  readonly unserved: Float64Array;
  /** step → marginal price, money per MWh (mean over sites, weighted by use); NaN where nothing is used. */
  readonly price: Float64Array;
}

const ROLES = ['must run', 'weather', 'flexible', 'bought', 'storage'] as const;

/** The energy carrier with the largest hourly flow: index into `Network.commodities`, −1 when there is none. */
export function mainCarrier(plan: Plan, phase: number): number {
  const { network } = plan;
  let best = -1;
  let most = 0;
  network.commodities.forEach((item, commodity) => {
    if (item.unit !== 'MWh' || item.balance !== 'hour' || item.kind !== 'energy') return;
    let through = 0;
    network.processes.forEach((_, process) => {
      for (const value of hourlyFlow(plan, phase, process, commodity)) through += Math.abs(value);
    });
    if (through > most) [best, most] = [commodity, through];
  });
  return best;
}

function roleOf(process: Process, network: Network): Layer['role'] {
  if (process.kind === 'buy') return 'bought';
  if (process.profile >= 0 && network.series[process.profile] !== undefined) return 'weather';
  return process.minimumShare > 0 ? 'must run' : 'flexible';
}

/** null when the park has no energy carrier that is balanced by the hour. */
export function dispatchData(plan: Plan, phase: number): Dispatch | null {
  const { network } = plan;
  const commodity = mainCarrier(plan, phase);
  if (commodity === -1) return null;
  const grid = network.phases[phase].grid;
  const running = plan.phases[phase];
  const steps = grid.steps;
  const demand = new Float64Array(steps);
  const curtailed = new Float64Array(steps);
  const supply: Layer[] = [];
  const charging: Layer[] = [];

  network.processes.forEach((process, index) => {
    const flow = hourlyFlow(plan, phase, index, commodity);
    const gives = flow.some((value) => value > 1e-9);
    if (gives && process.kind !== 'link' && process.kind !== 'trim') {
      const role = roleOf(process, network);
      const look = technologyLook(process.library);
      supply.push({
        // Purchases at several sites are one layer; so is a technology.
        id: role === 'bought' ? `${network.commodities[commodity].id}-bought` : process.library,
        title: process.title,
        ...look,
        role,
        values: flow.map((v) => Math.max(0, v)),
      });
      if (role === 'weather') addCurtailed(plan, phase, index, commodity, flow, curtailed);
    }
    const sign = process.kind === 'link' || process.kind === 'trim' ? -1 : 0;
    for (let step = 0; step < steps; step++) {
      if (sign !== 0) demand[step] -= flow[step];
      else if (flow[step] < 0) demand[step] -= flow[step];
    }
  });
  network.stores.forEach((store, index) => {
    const node = network.nodes[store.node];
    if (node.commodity !== commodity) return;
    const of = grid.periods[node.period].of;
    const rates = (source: Float64Array): Float64Array =>
      Float64Array.from(of, (period) => Math.max(0, source[period]));
    const look = technologyLook(store.library);
    const base = { id: store.library, title: store.title, ...look, role: 'storage' as const };
    supply.push({ ...base, values: rates(running.discharge[index]) });
    charging.push({ ...base, values: rates(running.charge[index]) });
  });
  supply.sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));

  const largest = Math.max(1, ...demand);
  const unserved = new Float64Array(steps);
  for (let step = 0; step < steps; step++) {
    const given = supply.reduce((sum, layer) => sum + layer.values[step], 0);
    const taken = demand[step] + charging.reduce((sum, layer) => sum + layer.values[step], 0);
    // Below a millionth of the peak it is the solver's rounding, not hunger.
    unserved[step] = taken - given > largest * 1e-5 ? taken - given : 0;
  }
  const told = (values: Float64Array): Float64Array => values.map((value) => beyondRounding(value, largest));
  const seen = (layers: readonly Layer[]): readonly Layer[] =>
    layers
      .map((layer) => ({ ...layer, values: told(layer.values) }))
      .filter(({ values }) => values.some((value) => value > 0));
  return {
    commodity: network.commodities[commodity].title,
    unit: 'MW',
    steps,
    supply: seen(joined(supply)),
    charging: seen(joined(charging)),
    demand: told(demand),
    curtailed: told(curtailed),
    unserved,
    price: carrierPrice(plan, phase, commodity),
  };
}

/** What several titles have in common at their start, else the technology's own name. */
function commonTitle(titles: readonly string[], id: string): string {
  const [first] = titles;
  const small = titles.map((title) => title.toLowerCase());
  let end = first.length;
  for (const title of small) while (!title.startsWith(small[0].slice(0, end))) end -= 1;
  const common = first.slice(0, end).replace(/[\s,;:(–-]+$/u, '');
  return common.length >= 3 ? common : id.replaceAll('-', ' ');
}

/** One layer a technology and role, its sites summed. */
function joined(layers: readonly Layer[]): readonly Layer[] {
  const groups = new Map<string, Layer[]>();
  for (const layer of layers)
    groups.set(`${layer.role} ${layer.id}`, [...(groups.get(`${layer.role} ${layer.id}`) ?? []), layer]);
  return [...groups.values()].map((group) => {
    const title = commonTitle(
      group.map((layer) => layer.title),
      group[0].id,
    );
    const values = new Float64Array(group[0].values.length);
    for (const layer of group)
      for (let step = 0; step < values.length; step++) values[step] += layer.values[step];
    return { ...group[0], title, values };
  });
}

/** Adds what the weather offered to one process beyond what it gave. */
function addCurtailed(
  plan: Plan,
  phase: number,
  index: number,
  commodity: number,
  flow: Float64Array,
  into: Float64Array,
): void {
  const { network } = plan;
  const process = network.processes[index];
  if (process.capacity === -1) return;
  const capacity = plan.phases[phase].capacities[process.capacity];
  const offered = network.series[process.profile].values[phase];
  const yieldPerUnit = process.segments.reduce((sum, { share, flows }) => {
    const amount = flows.reduce((all, item) => (item.commodity === commodity ? all + item.amount : all), 0);
    return sum + (Number.isFinite(share) ? share : 1) * amount;
  }, 0);
  for (let step = 0; step < into.length; step++)
    into[step] += Math.max(0, offered[step] * capacity * yieldPerUnit - flow[step]);
}

/** Mean marginal price over the sites of one commodity, weighted by what each site uses. */
function carrierPrice(plan: Plan, phase: number, commodity: number): Float64Array {
  const { network } = plan;
  const grid = network.phases[phase].grid;
  const price = new Float64Array(grid.steps);
  const weight = new Float64Array(grid.steps);
  network.nodes.forEach((node, index) => {
    if (node.commodity !== commodity) return;
    const of = grid.periods[node.period].of;
    const prices = plan.phases[phase].price[index];
    network.processes.forEach((process, at) => {
      if (
        !process.segments.some((segment) =>
          segment.flows.some((flow) => flow.node === index && flow.amount < 0),
        )
      )
        return;
      const taken = hourlyFlow(plan, phase, at, commodity);
      for (let step = 0; step < grid.steps; step++) {
        const amount = Math.max(0, -taken[step]);
        price[step] += amount * prices[of[step]];
        weight[step] += amount;
      }
    });
  });
  return price.map((sum, step) => (weight[step] > 0 ? sum / weight[step] : Number.NaN));
}

/** A run of steps to show, with why. */
export interface Window {
  readonly first: number;
  readonly count: number;
  readonly covered: number;
}

/**
 * The week in which the weather covers least of the demand, and the one nearest the median.
 * Weeks are runs of 168 steps within a segment (typical weeks are segments themselves).
 */
export function chooseWindows(
  plan: Plan,
  phase: number,
  dispatch: Dispatch,
): { readonly worst: Window; readonly typical: Window } {
  const grid = plan.network.phases[phase].grid;
  const weeks: Window[] = [];
  for (const segment of grid.segments) {
    const length = Math.min(168, segment.count);
    for (let first = segment.first; first + length <= segment.first + segment.count; first += length) {
      let need = 0;
      let given = 0;
      for (let step = first; step < first + length; step++) {
        need += dispatch.demand[step];
        for (const layer of dispatch.supply) if (layer.role === 'weather') given += layer.values[step];
      }
      weeks.push({ first, count: length, covered: need > 0 ? given / need : 0 });
    }
  }
  const ranked = [...weeks].sort((a, b) => a.covered - b.covered || a.first - b.first);
  return { worst: ranked[0], typical: ranked[Math.floor(ranked.length / 2)] };
}

/** step values and their weights, sorted from the largest down: hours of the year against value. */
export function durationCurve(
  values: Float64Array,
  weight: Float64Array,
  points: number,
): readonly (readonly [number, number])[] {
  const order = Array.from(values.keys()).filter((step) => Number.isFinite(values[step]));
  order.sort((a, b) => values[b] - values[a]);
  const total = order.reduce((sum, step) => sum + weight[step], 0);
  const curve: [number, number][] = [];
  let hours = 0;
  let next = 0;
  order.forEach((step, at) => {
    if (hours >= next || at === order.length - 1) {
      curve.push([hours, values[step]]);
      next += total / points;
    }
    hours += weight[step];
    if (at === order.length - 1) curve.push([hours, values[step]]);
  });
  return curve;
}

/** Mean of a series by month (0–11) and hour of the day in the park's time zone; null where no hour falls. */
export function monthByHour(
  values: Float64Array,
  hours: readonly { readonly month: number; readonly hour: number }[],
): readonly (readonly (number | null)[])[] {
  const sums = Array.from({ length: 12 }, () => Array.from({ length: 24 }, () => ({ sum: 0, count: 0 })));
  values.forEach((value, step) => {
    if (!Number.isFinite(value)) return;
    const cell = sums[hours[step].month][hours[step].hour];
    cell.sum += value;
    cell.count += 1;
  });
  return sums.map((row) => row.map((cell) => (cell.count === 0 ? null : cell.sum / cell.count)));
}
