/**
 * Where and when is it worst, and by how much? In: what is missing at one place (`missing.ts`), or the promises that would
 * have to give. Out: the worst run of hours, what is needed there and who gives it; or the promise that falls short.
 */
import { annualTotals } from '../accounts/annual-totals.ts';
import type { Network } from '../network/network.ts';
import { highestRate } from '../network/slices.ts';
import type { Plan } from '../plan/plan.ts';
import { opensSegment, periodHours } from '../program/overlap.ts';
import { hourLabel, localMoment, weatherYearOf } from '../units/calendar.ts';
import type { BalancePeriod, TimeGrid } from '../units/time-grid.ts';
import type { Change, Distance } from './explanation.ts';
import type { Missing } from './missing.ts';

/** Who gives or takes at the place, on average over the run. */
export interface Share {
  readonly title: string;
  readonly amount: number;
  /** Why it gives no more: "at its limit"; empty where there is nothing to say. */
  readonly state: string;
}

/** Missing at a place and time (`short`: too little comes; `over`: too little can leave). */
export interface PlaceShortfall {
  readonly kind: 'short' | 'over';
  /** "Electricity at The works". */
  readonly title: string;
  readonly phase: string;
  /** The run of hours in the park's local time: "14 Jan 03:00–19:00". */
  readonly when: string;
  readonly hours: number;
  /** Rates: MW, t/h. */
  readonly unit: string;
  readonly highest: number;
  readonly mean: number;
  /** In the run and in a year, in `amountUnit` (MWh, t). */
  readonly total: number;
  readonly amountUnit: string;
  readonly year: { readonly hours: number; readonly total: number };
  readonly need: readonly Share[];
  readonly supply: readonly Share[];
}

/** A promise that no plan keeps. */
export interface PromiseShortfall {
  readonly kind: 'promise';
  readonly title: string;
  readonly asked: number;
  readonly found: number;
  readonly unit: string;
}

export type Shortfall = PlaceShortfall | PromiseShortfall;

/** Of the highest rate: less is the solver's rounding. */
const FAINT = 1e-3;

interface Run {
  readonly phase: number;
  /** First and last period. */
  readonly from: number;
  readonly to: number;
  readonly total: number;
}

/** Runs of periods in which the helper helps; a run ends where the grid's own run of hours does. */
function runsOf(
  grid: TimeGrid,
  period: BalancePeriod,
  phase: number,
  help: Float64Array,
  least: number,
): Run[] {
  const opens = opensSegment(grid, period);
  const counted = periodHours(grid, period);
  const runs: Run[] = [];
  help.forEach((rate, at) => {
    if (rate <= least) return;
    const last = runs.at(-1);
    const total = rate * counted[at];
    if (last?.to === at - 1 && opens[at] === 0)
      runs[runs.length - 1] = { ...last, to: at, total: last.total + total };
    else runs.push({ phase, from: at, to: at, total });
  });
  return runs;
}

/** "14 Jan 03:00–19:00", "14 Jan 22:00 – 16 Jan 06:00"; days and longer without the hour. */
function whenText(grid: TimeGrid, period: BalancePeriod, from: number, to: number): string {
  const { first, steps } = grid.periods[period];
  const [start, end] = [first[from], first[to] + steps[to] - 1];
  const [begin, last] = [localMoment(grid, start), localMoment(grid, end)];
  const isOneDay = begin.month === last.month && begin.day === last.day;
  // Of several weather years, the one that is meant is told once, at the end.
  const year = grid.weatherYears.length > 1 ? ` of ${weatherYearOf(grid, start)}` : '';
  const hourOf = (step: number): string => hourLabel(grid, step).replace(year, '');
  const dayOf = (step: number): string => hourOf(step).replace(/ \d+:\d+$/, '');
  if (period !== 'hour') return `${isOneDay ? dayOf(start) : `${dayOf(start)} – ${dayOf(end)}`}${year}`;
  // The hour that ends a day ends at 24:00.
  const ends = `${String(last.hour + 1).padStart(2, '0')}:${String(last.minute).padStart(2, '0')}`;
  return `${isOneDay ? `${hourOf(start)}–${ends}` : `${hourOf(start)} – ${dayOf(end)} ${ends}`}${year}`;
}

/** Mean over the steps of a run, each counted with its hours. */
function meanOver(grid: TimeGrid, steps: readonly number[], valueAt: (step: number) => number): number {
  let [sum, hours] = [0, 0];
  for (const step of steps) {
    sum += valueAt(step) * grid.weight[step];
    hours += grid.weight[step];
  }
  return sum / hours;
}

/** Within this share of it a rate is at its limit. */
const TOUCHES = 1e-3;

interface Scene {
  readonly plan: Plan;
  readonly phase: number;
  readonly node: number;
  /** 1: who brings counts; −1: who takes away. */
  readonly sign: 1 | -1;
  readonly steps: readonly number[];
}

/** Why a process gives no more; empty when nothing is known to hold it. */
function processState({ plan, phase, steps }: Scene, index: number): string {
  const { network } = plan;
  const { grid } = network.phases[phase];
  const process = network.processes[index];
  const { kind, capacity, profile, open, maxRate, maxPerYear, maxOverHorizon } = process;
  const { of } = grid.periods[process.period];
  const rates = plan.phases[phase].activity[index];
  const rate = meanOver(grid, steps, (step) => rates.reduce((sum, each) => sum + each[of[step]], 0));
  const touches = (limit: number, value: number): boolean =>
    limit < Number.POSITIVE_INFINITY && value >= limit * (1 - TOUCHES);
  const yearly = annualTotals(plan, phase).activity[index];
  const isOut = open >= 0 && steps.every((step) => network.series[open].values[phase][step] === 0);
  if (isOut) return 'out as planned';
  if (touches(maxRate, rate)) return 'at its limit';
  if (touches(maxPerYear, (yearly * 8760) / grid.hoursPerYear)) return 'its limit of the year is used up';
  const inAll = network.phases.reduce(
    (sum, { years }, each) => sum + years * annualTotals(plan, each).activity[index],
    0,
  );
  if (touches(maxOverHorizon, inAll))
    return kind === 'plant' ? 'its reserve is used up' : 'its space is used up';
  if (capacity >= 0) {
    const share = highestRate(process);
    const size = plan.phases[phase].capacities[capacity] * share;
    const weather = profile < 0 ? null : network.series[profile].values[phase];
    const best = meanOver(grid, steps, (step) => size * (weather?.[step] ?? 1));
    if (touches(best, rate)) return weather === null ? 'at full size' : 'all that the weather gives';
  }
  return kind === 'link' ? 'all that comes to it' : '';
}

/** What is not there cannot give; what stands and gives nothing is worth a word. */
const stands = (plan: Plan, phase: number, capacity: number): boolean =>
  capacity < 0 || plan.phases[phase].capacities[capacity] > 1e-6;

/** Everyone at the node: positive amounts come in, negative ones go out. */
function sharesAt(scene: Scene): Share[] {
  const { plan, phase, node, sign, steps } = scene;
  const { network } = plan;
  const { grid } = network.phases[phase];
  const told = plan.phases[phase];
  const ofProcesses = network.processes.flatMap((process, index): Share[] => {
    const { of } = grid.periods[process.period];
    const amounts = process.segments.map(({ flows }) =>
      flows.reduce((sum, flow) => (flow.node === node ? sum + flow.amount : sum), 0),
    );
    if (amounts.every((amount) => amount === 0) || !stands(plan, phase, process.capacity)) return [];
    const amount = meanOver(grid, steps, (step) =>
      told.activity[index].reduce((sum, rates, part) => sum + amounts[part] * rates[of[step]], 0),
    );
    const couldGive = amounts.some((each) => sign * each > 0);
    return [{ title: process.title, amount, state: couldGive ? processState(scene, index) : '' }];
  });
  const { of } = grid.periods[network.nodes[node].period];
  const ofStores = network.stores.flatMap((store, index): Share[] => {
    if (store.node !== node || !stands(plan, phase, store.capacity)) return [];
    const size = told.capacities[store.capacity];
    const left = told.level[index][of[steps[steps.length - 1]]] - store.low * size;
    const amount = meanOver(
      grid,
      steps,
      (step) => told.discharge[index][of[step]] - told.charge[index][of[step]],
    );
    const state = left <= TOUCHES * (store.high - store.low) * size ? 'empty at the end' : '';
    return [{ title: store.title, amount, state }];
  });
  return [...ofProcesses, ...ofStores];
}

/** The worst run of what is missing. */
export function shortfallOf(network: Network, { node, sign, highest, help, plan }: Missing): PlaceShortfall {
  const { title, period, commodity } = network.nodes[node];
  const { unit } = network.commodities[commodity];
  const runs = help.flatMap((rates, phase) =>
    runsOf(network.phases[phase].grid, period, phase, rates, FAINT * highest),
  );
  const worst = runs.reduce((most, run) => (run.total > most.total ? run : most));
  const { grid, id } = network.phases[worst.phase];
  const { of, hours, count, weighted } = grid.periods[period];
  const rates = help[worst.phase];
  const yearly = rates.reduce((sum, rate, at) => sum + rate * hours[at], 0);
  const short = hours.reduce((sum, each, at) => (rates[at] > FAINT * highest ? sum + each : sum), 0);
  const isAll =
    weighted ||
    runs
      .filter(({ phase }) => phase === worst.phase)
      .reduce((sum, { from, to }) => sum + to - from + 1, 0) === count;
  const steps = Array.from(of.keys()).filter(
    (step) => isAll || (of[step] >= worst.from && of[step] <= worst.to),
  );
  const scene = { plan, phase: worst.phase, node, sign, steps };
  const all = sharesAt(scene).map((share) => ({ ...share, amount: sign * share.amount }));
  const least = FAINT * all.reduce((most, { amount }) => Math.max(most, Math.abs(amount)), 0);
  const bySize = (a: Share, b: Share): number => b.amount - a.amount;
  return {
    kind: sign === 1 ? 'short' : 'over',
    title,
    phase: id,
    when: isAll ? 'the whole year' : whenText(grid, period, worst.from, worst.to),
    hours: isAll ? grid.hoursPerYear : steps.length,
    unit: unit === 'MWh' ? 'MW' : `${unit}/h`,
    highest: rates.reduce((most, rate) => Math.max(most, rate), 0),
    mean: meanOver(grid, steps, (step) => rates[of[step]]),
    total: isAll ? yearly : worst.total,
    amountUnit: unit,
    year: { hours: short, total: yearly },
    need: all
      .filter(({ amount }) => amount < -least)
      .map((share) => ({ ...share, amount: -share.amount, state: '' }))
      .sort(bySize),
    // Who gives nothing is named when there is a reason.
    supply: all
      .filter(({ amount, state }) => amount > least || (amount >= -least && state !== ''))
      .map((share) => ({ ...share, amount: share.amount > least ? share.amount : 0 }))
      .sort(bySize),
  };
}

/** The promise that is farthest from what can be had, else the one that would have to give most; null when none would. */
export function promiseShort(
  changes: readonly Change[],
  distances: readonly Distance[],
): PromiseShortfall | null {
  const away = ({ asked, best }: Distance): number => Math.abs(best - asked) / (Math.abs(asked) || 1);
  const [farthest] = distances.toSorted((a, b) => away(b) - away(a));
  if (farthest !== undefined) {
    const { title, asked, best, unit } = farthest;
    return { kind: 'promise', title, asked, found: best, unit };
  }
  const promises = changes.filter(({ limit }) => limit.at.kind === 'measure');
  if (promises.length === 0) return null;
  const { limit, to } = promises.reduce((most, one) =>
    (one.relative ?? 0) > (most.relative ?? 0) ? one : most,
  );
  return { kind: 'promise', title: limit.title, asked: limit.value, found: to, unit: limit.unit };
}
