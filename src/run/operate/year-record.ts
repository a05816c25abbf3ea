/**
 * What happened in a year, hour by hour, written down as it happens.
 * In: the committed hours of each window's answer. Out: a plan of that year in the network's own terms (so that every figure of
 * the accounts can be computed of it), what was not served, and what it cost to run.
 */
import type { Network } from '../../network/network.ts';
import type { PlanPhase } from '../../plan/plan.ts';
import { isDirect } from '../../program/columns.ts';
import type { Load, OperatingProgram } from '../../program/operating.ts';
import { periodHours, previousInSegment } from '../../program/overlap.ts';
import type { Done } from './window-network.ts';

export interface YearRecord {
  readonly done: Done;
  /** store → content now. */
  readonly level: Float64Array;
  /** node → what came in less what went out, where it is balanced over more than an hour. */
  readonly account: Float64Array;
  /** process → segment → rate, hour by hour whatever its period. */
  readonly activity: Float64Array[][];
  /** store → content at the end of each hour, what goes in and what comes out in it. */
  readonly levels: Float64Array[];
  readonly charge: Float64Array[];
  readonly discharge: Float64Array[];
  /** load → units an hour that were not served, hour by hour. */
  readonly unserved: Float64Array[];
  /** Money of running: variable cost, purchases, less sales. */
  cost: number;
}

export function openRecord(network: Network, loads: readonly Load[], level: Float64Array): YearRecord {
  const [{ grid }] = network.phases;
  const hours = (): Float64Array => new Float64Array(grid.steps);
  const ofStores = (): Float64Array[] => network.stores.map(hours);
  return {
    done: {
      made: new Float64Array(network.processes.length),
      wanted: new Float64Array(network.processes.length),
    },
    level: level.slice(),
    account: new Float64Array(network.nodes.length),
    activity: network.processes.map(({ segments }) => segments.map(hours)),
    levels: ofStores(),
    charge: ofStores(),
    discharge: ofStores(),
    unserved: loads.map(hours),
    cost: 0,
  };
}

/** One answer, and where its hours lie in the year. */
export interface Commitment {
  /** The window's network and program. */
  readonly window: Network;
  readonly built: OperatingProgram;
  readonly x: Float64Array;
  readonly loads: readonly Load[];
  readonly first: number;
  /** Hours from the window's beginning that are carried out. */
  readonly hours: number;
}

/** Writes down what is carried out of a window. */
export function commit(record: YearRecord, commitment: Commitment): void {
  const { window, x, built, first, hours, loads } = commitment;
  const [{ activity }] = built.columns;
  const [{ grid }] = window.phases;
  window.processes.forEach((process, index) => {
    const { of } = grid.periods[process.period];
    const shape = process.costProfile < 0 ? null : window.series[process.costProfile].values[0];
    process.segments.forEach(({ flows }, part) => {
      const column = activity[index][part];
      const into = record.activity[index][part];
      const long = flows.filter(({ node }) => node >= 0 && window.nodes[node].period !== 'hour');
      let sum = 0;
      for (let step = 0; step < hours; step++) {
        const rate = Math.max(0, x[column + of[step]]);
        into[first + step] = rate;
        sum += rate;
        record.cost += process.variableCost * (shape?.[step] ?? 1) * rate;
      }
      record.done.made[index] += sum;
      record.done.wanted[index] += sum;
      for (const { node, amount } of long) record.account[node] += amount * sum;
    });
  });
  loads.forEach(({ process }, load) => {
    const { of } = grid.periods[window.processes[process].period];
    for (let step = 0; step < hours; step++) {
      const rate = Math.max(0, x[built.unserved[load] + of[step]]);
      record.unserved[load][first + step] = rate;
      record.done.wanted[process] += rate;
    }
  });
  commitStores(record, commitment);
}

function commitStores(record: YearRecord, { window, built, x, first, hours }: Commitment): void {
  const [columns] = built.columns;
  const [{ grid }] = window.phases;
  window.stores.forEach((store, index) => {
    const { period } = window.nodes[store.node];
    const { of, first: begins, steps } = grid.periods[period];
    const length = periodHours(grid, period);
    const previous = previousInSegment(grid, period);
    const ends = columns.level[index];
    const direct = isDirect(store);
    const standing = store.standing * window.capacities[store.capacity].max;
    let now = record.level[index];
    for (let step = 0; step < hours; step++) {
      const at = of[step];
      const before = previous[at] < 0 ? record.level[index] : x[ends + previous[at]];
      const after = x[ends + at];
      const net = (after - (1 - store.lossPerHour) ** length[at] * before) / length[at] - standing;
      const charge = direct ? Math.max(net, 0) : Math.max(0, x[columns.charge[index] + at]);
      const discharge = direct ? Math.max(-net, 0) : Math.max(0, x[columns.discharge[index] + at]);
      record.charge[index][first + step] = charge;
      record.discharge[index][first + step] = discharge;
      record.cost += (store.wearCost?.value ?? 0) * discharge;
      if (period !== 'hour') record.account[store.node] += discharge - charge;
      // Within a period that is longer than an hour the content goes evenly from one end to the other.
      now = before + ((after - before) * (step - begins[at] + 1)) / steps[at];
      record.levels[index][first + step] = now;
    }
    record.level[index] = now;
  });
}

/** The year as a plan's phase: rates are means over their periods. Nothing is known of prices. */
export function asPhase(record: YearRecord, network: Network): PlanPhase {
  const [{ grid }] = network.phases;
  const mean = (rates: Float64Array, period: keyof typeof grid.periods): Float64Array => {
    const { count, of, steps } = grid.periods[period];
    const sums = new Float64Array(count);
    rates.forEach((rate, step) => {
      sums[of[step]] += rate;
    });
    return sums.map((sum, at) => sum / steps[at]);
  };
  const atEnd = (levels: Float64Array, period: keyof typeof grid.periods): Float64Array => {
    const { first, steps } = grid.periods[period];
    return Float64Array.from(first, (begins, at) => levels[begins + steps[at] - 1]);
  };
  const periodOf = (store: number) => network.nodes[network.stores[store].node].period;
  return {
    capacities: Float64Array.from(network.capacities, ({ max }) => max),
    built: new Float64Array(network.capacities.length),
    activity: record.activity.map((segments, process) =>
      segments.map((rates) => mean(rates, network.processes[process].period)),
    ),
    level: record.levels.map((levels, store) => atEnd(levels, periodOf(store))),
    charge: record.charge.map((rates, store) => mean(rates, periodOf(store))),
    discharge: record.discharge.map((rates, store) => mean(rates, periodOf(store))),
    shortfall: new Float64Array(network.processes.length),
    price: network.nodes.map(({ period }) => new Float64Array(grid.periods[period].count)),
    capacityPrice: new Float64Array(network.capacities.length),
    yearLimitPrice: new Float64Array(network.processes.length),
    outputPrice: new Float64Array(network.processes.length),
    blendPrice: network.processes.map(({ blend }) => new Float64Array(blend?.limits.length ?? 0)),
    measurePrice: new Float64Array(0),
    carried: [],
    matching: [],
  };
}
