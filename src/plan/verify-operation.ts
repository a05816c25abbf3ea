/**
 * Does a year that was run hold, hour by hour, when nobody asks the solver?
 * In: the park of that year with sizes that stand, and what was written down of each hour. Out: every balance, limit, content of a
 * store and sum recomputed, the worst gap of each kind. Knows neither the program nor the solver.
 *
 * Not looked at: how fast rates change, which no window holds against the one before it.
 */
import type { Network, Process } from '../network/network.ts';
import type { Plan, PlanPhase } from './plan.ts';
import type { Verification } from './verification.ts';
import { summed } from './verify.ts';
import { verifyBlends } from './verify-blends.ts';
import {
  enter,
  enterEach,
  FLOW_FLOOR,
  type Ledger,
  MONEY_FLOOR,
  newLedger,
  SIZE_FLOOR,
} from './verify-ledger.ts';
import { verifyLimits } from './verify-limits.ts';
import { periodLabel } from './verify-time.ts';

/** What a load was asked for and did not run. */
export interface UnservedHours {
  /** Index of its process. */
  readonly process: number;
  /** Units an hour. */
  readonly rates: Float64Array;
  /** Units in the year, as they are told; hours that are rounding are left out of them. */
  readonly told: number;
}

/** One phase of a park, hour by hour. */
export interface OperatedHours {
  readonly network: Network;
  /** capacity → what the plan built of it. */
  readonly planned: Float64Array;
  /** process → segment → rate in each hour. */
  readonly activity: readonly (readonly Float64Array[])[];
  /** store → content at the end of each hour, what goes in and what comes out in it. */
  readonly levels: readonly Float64Array[];
  readonly charge: readonly Float64Array[];
  readonly discharge: readonly Float64Array[];
  /** store → content before the first hour. */
  readonly before: Float64Array;
  /** node → what is told to have come in more than went out, where it is balanced over more than an hour. */
  readonly account: Float64Array;
  readonly unserved: readonly UnservedHours[];
  /** Money of running, as it is told. */
  readonly cost: number;
}

/** Told as unserved is what is more than this share of a size in an hour. */
const LEAST_TOLD = 1e-4;

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
const largestOf = (values: Float64Array): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
const totalOf = (segments: readonly Float64Array[]): Float64Array =>
  segments[0].map((_, hour) => segments.reduce((sum, rates) => sum + rates[hour], 0));

/** A list of the wrong length, or a value that is no number, leaves nothing to recompute. */
function verifyShape(year: OperatedHours, ledger: Ledger): boolean {
  const { network } = year;
  const [{ grid }] = network.phases;
  const lists: (readonly [string, Float64Array, number])[] = [
    ...network.processes.flatMap(({ title, segments }, at) =>
      segments.map(
        (_, part) => [title, year.activity[at]?.[part] ?? new Float64Array(), grid.steps] as const,
      ),
    ),
    ...network.stores.flatMap(({ title }, at) =>
      [year.levels, year.charge, year.discharge].map(
        (of) => [title, of[at] ?? new Float64Array(), grid.steps] as const,
      ),
    ),
    ...year.unserved.map(
      ({ process, rates }) => [network.processes[process].title, rates, grid.steps] as const,
    ),
    ['contents at the beginning', year.before, network.stores.length],
    ['accounts', year.account, network.nodes.length],
  ];
  let whole = true;
  for (const [where, values, length] of lists) {
    const wrong = Math.abs(values.length - length) + values.filter((value) => !Number.isFinite(value)).length;
    enter(ledger, 'hours', () => where, wrong, '1', 1);
    whole &&= wrong === 0;
  }
  return whole;
}

/** What stands is what the plan built, but for the solver's rounding of what nobody needs. */
function verifySizes({ network, planned }: OperatedHours, ledger: Ledger): void {
  const largest = new Map<string, number>();
  for (const [at, size] of planned.entries()) {
    const { unit } = network.capacities[at];
    largest.set(unit, Math.max(largest.get(unit) ?? SIZE_FLOOR, Math.abs(size)));
  }
  for (const [at, size] of planned.entries()) {
    const { max, title, unit } = network.capacities[at];
    enter(
      ledger,
      'size as planned',
      () => title,
      Math.abs(max - size),
      unit,
      largest.get(unit) ?? SIZE_FLOOR,
    );
  }
}

/** Each hour where a node is balanced by the hour; else the year, less what is told to be left open. */
function verifyBalances(year: OperatedHours, ledger: Ledger): void {
  const { network } = year;
  const { steps } = network.phases[0].grid;
  const net = network.nodes.map(() => new Float64Array(steps));
  const largest = new Float64Array(network.nodes.length);
  const add = (node: number, rates: Float64Array, amount: number): void => {
    const sum = net[node];
    for (let hour = 0; hour < steps; hour++) {
      const flow = amount * rates[hour];
      sum[hour] += flow;
      if (Math.abs(flow) > largest[node]) largest[node] = Math.abs(flow);
    }
  };
  for (const [at, { segments }] of network.processes.entries())
    for (const [part, { flows }] of segments.entries())
      for (const { node, amount } of flows) if (node >= 0) add(node, year.activity[at][part], amount);
  for (const [at, { node }] of network.stores.entries()) {
    add(node, year.discharge[at], 1);
    add(node, year.charge[at], -1);
  }
  for (const [at, { title, period, commodity }] of network.nodes.entries()) {
    const { unit } = network.commodities[commodity];
    const scale = Math.max(FLOW_FLOOR, largest[at]);
    const where = (hour: number): string => `${title}, ${periodLabel(network, 0, 'hour', hour)}`;
    if (period === 'hour')
      enterEach(ledger, 'balance', where, steps, (hour) => Math.abs(net[at][hour]), unit, scale);
    else {
      const open = sumOf(net[at]) - year.account[at];
      enter(ledger, 'balance of the year', () => title, Math.abs(open), unit, scale * steps);
    }
  }
}

/** Content is carried from hour to hour, within its walls and its power. */
function verifyStores(year: OperatedHours, ledger: Ledger): void {
  const { network } = year;
  const [{ grid }] = network.phases;
  for (const [at, store] of network.stores.entries()) {
    const { commodity, period } = network.nodes[store.node];
    const { unit } = network.commodities[commodity];
    const [levels, charge, discharge] = [year.levels[at], year.charge[at], year.discharge[at]];
    const size = store.capacity < 0 ? Number.POSITIVE_INFINITY : network.capacities[store.capacity].max;
    const power = store.power < 0 ? Number.POSITIVE_INFINITY : network.capacities[store.power].max;
    const walls = Math.max(Math.abs(store.low), Math.abs(store.high)) * size;
    const scale = Math.max(
      FLOW_FLOOR,
      Number.isFinite(walls) ? walls : 0,
      ...[levels, charge, discharge].map(largestOf),
    );
    const standing = store.standing === 0 ? 0 : store.standing * size;
    const index = grid.periods[period];
    const each = (what: string, missed: (hour: number) => number): void =>
      enterEach(
        ledger,
        what,
        (hour) => `${store.title}, ${periodLabel(network, 0, 'hour', hour)}`,
        grid.steps,
        missed,
        unit,
        scale,
      );
    each('store content', (hour) => {
      const before = hour === 0 ? year.before[at] : levels[hour - 1];
      const gained =
        store.chargeEfficiency * charge[hour] - discharge[hour] / store.dischargeEfficiency + standing;
      const missed = Math.abs(levels[hour] - (1 - store.lossPerHour) * before - gained);
      if (period === 'hour') return missed;
      // Where the content is only known at the end of longer periods, what is lost within one is spread over it.
      const spread =
        store.lossPerHour * index.steps[index.of[hour]] * Math.max(Math.abs(before), Math.abs(levels[hour]));
      return missed - 2 * spread;
    });
    if (Number.isFinite(size)) {
      each('store full', (hour) => levels[hour] - store.high * size);
      // What has its lower limit below nought may fall under it: too cold, which is told.
      if (store.low >= 0) each('store empty', (hour) => store.low * size - levels[hour]);
    }
    for (const rates of [charge, discharge]) each('store flow below zero', (hour) => -rates[hour]);
    if (Number.isFinite(power)) each('store power', (hour) => charge[hour] + discharge[hour] - power);
  }
}

/** Share of the size that must run: of the poorest hour of its period, where weather or failures decide. */
function minimumOf({ phases, series }: Network, process: Process): (hour: number) => number {
  if (process.profile < 0) return () => process.minimumShare;
  const { first, steps, of } = phases[0].grid.periods[process.period];
  const given = series[process.profile].values[0];
  const least = Float64Array.from(first, (begins, at) =>
    given.subarray(begins, begins + steps[at]).reduce((low, value) => Math.min(low, value), 1),
  );
  return (hour) => process.minimumShare * least[of[hour]];
}

/** What was asked of a process is what it ran and what is told as unserved; the rest of its year is within its limits. */
function verifyAsked(year: OperatedHours, ledger: Ledger): void {
  const { network } = year;
  const [{ grid }] = network.phases;
  const inYear = grid.hoursPerYear / 8760;
  for (const [at, process] of network.processes.entries()) {
    const { title, output, shortfallValue, minPerYear, maxPerYear, yearShare, capacity } = process;
    const { unit } = network.commodities[process.reference];
    const ran = totalOf(year.activity[at]);
    const load = year.unserved.find((one) => one.process === at);
    const short = load?.rates ?? new Float64Array(grid.steps);
    const size = capacity < 0 ? 0 : network.capacities[capacity].max;
    const scale = Math.max(FLOW_FLOOR, size, largestOf(ran));
    const where = (hour: number): string => `${title}, ${periodLabel(network, 0, 'hour', hour)}`;
    const each = (what: string, missed: (hour: number) => number): void =>
      enterEach(ledger, what, where, grid.steps, missed, `${unit}/h`, scale);
    const sum = (what: string, missed: number, whole: number): void =>
      enter(ledger, what, () => title, missed, unit, Math.max(FLOW_FLOOR, whole));
    if (process.minimumShare > 0) {
      const minimum = minimumOf(network, process);
      each('asked by the hour', (hour) => minimum(hour) * size - ran[hour] - short[hour]);
    }
    const [made, missing] = [sumOf(ran), sumOf(short)];
    if (output !== null) {
      const asked = output * inYear;
      const over = made + missing - asked;
      sum('asked in the year', shortfallValue === null ? Math.abs(over) : over, asked);
    }
    if (minPerYear > 0) sum('asked in the year', minPerYear * inYear - made - missing, minPerYear * inYear);
    if (Number.isFinite(maxPerYear))
      sum('limit of the year', made - maxPerYear * inYear, maxPerYear * inYear);
    if (yearShare !== null) {
      const most = yearShare * size * grid.hoursPerYear;
      sum('limit of the year', made - most, most);
    }
    if (load === undefined) continue;
    each('unserved below zero', (hour) => -short[hour]);
    const untold = LEAST_TOLD * scale * grid.steps;
    sum('unserved as told', Math.max(load.told - missing, missing - load.told - untold), made + missing);
  }
}

/** What running costs: variable cost, purchases and wear, less sales. */
function verifyMoney({ network, activity, discharge, cost }: OperatedHours, ledger: Ledger): void {
  let [sum, size] = [0, 0];
  const add = (money: number): void => {
    sum += money;
    size += Math.abs(money);
  };
  for (const [at, { variableCost, costProfile }] of network.processes.entries()) {
    const shape = costProfile < 0 ? null : network.series[costProfile].values[0];
    for (const rates of activity[at])
      for (const [hour, rate] of rates.entries()) add(variableCost * (shape?.[hour] ?? 1) * rate);
  }
  for (const [at, { wearCost }] of network.stores.entries())
    for (const rate of discharge[at]) add((wearCost?.value ?? 0) * rate);
  const where = (): string => 'running a year';
  enter(ledger, 'money', where, Math.abs(sum - cost), network.money.currency, Math.max(MONEY_FLOOR, size));
}

/** The same as a plan in which everything runs by the hour: its limits are read by those who verify plans. */
function hourly({ network, activity, levels, charge, discharge }: OperatedHours): Plan {
  const none = new Float64Array();
  const phase: PlanPhase = {
    capacities: Float64Array.from(network.capacities, ({ max }) => max),
    built: none,
    activity,
    level: levels,
    charge,
    discharge,
    shortfall: none,
    price: [],
    capacityPrice: none,
    yearLimitPrice: none,
    outputPrice: none,
    blendPrice: [],
    measurePrice: none,
    carried: [],
    matching: [],
  };
  const processes = network.processes.map(
    (process): Process => ({ ...process, period: 'hour', minimumShare: 0, ramp: null }),
  );
  return {
    network: { ...network, processes },
    measures: [],
    netPresentCost: 0,
    shortfallPenalty: 0,
    rounding: null,
    phases: [phase],
  };
}

export function verifyOperation(year: OperatedHours): Verification {
  const ledger = newLedger();
  if (verifyShape(year, ledger)) {
    verifySizes(year, ledger);
    verifyBalances(year, ledger);
    verifyStores(year, ledger);
    verifyAsked(year, ledger);
    verifyMoney(year, ledger);
    const plan = hourly(year);
    verifyLimits(plan, ledger);
    verifyBlends(plan, ledger);
  }
  return summed(ledger, []);
}
