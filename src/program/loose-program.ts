/**
 * What if a limit gave way? In: a network, and which of its limits may be loosened at what price. Out: its program with one
 * column more for each such limit, which says by how much it is loosened: the same for all hours and phases, as one figure
 * in the park file holds for all of them. Nothing but the loosening is counted. Balances, recipes and stores never give way.
 *
 * Also helpers: a supply (or a taker) that does not exist, at one node. The peak of what it must give says how much is short
 * there, its rates say when.
 */
import type { Measure, Network } from '../network/network.ts';
import { isConverted } from '../network/per-year.ts';
import { type BuiltProgram, buildProgram } from './build-program.ts';
import type { PhaseColumns } from './columns.ts';
import {
  addColumns,
  addEntries,
  addRows,
  type FamilyOf,
  type PerPeriod,
  type ProgramDraft,
} from './draft.ts';
import { each, only } from './entries.ts';
import { addFirmHelp, type CarriedRates, easeConnection, easeHours, easeLoad } from './loose-firm-power.ts';
import { periodHours } from './overlap.ts';
import type { Family } from './program.ts';
import { weatherLimit } from './weather-limit.ts';

/** Where a limit stands in the network; `index` is that of the capacity, process, measure or (`firm-share`) firm load. */
export type LimitKind =
  | 'size'
  | 'rate'
  | 'outage'
  | 'year'
  | 'output'
  | 'horizon'
  | 'least-load'
  | 'ramp'
  | 'measure'
  | 'window'
  | 'firm-share'
  | 'firm-hours';

export interface Loosening {
  readonly kind: LimitKind;
  readonly index: number;
  /** Which limit of a window; else 0. */
  readonly part?: number;
  /** `lower`: the limit goes down; `upper`: it goes up. */
  readonly side: 'lower' | 'upper';
  /** What a change is measured against: the limit as it is written. Above 0. */
  readonly scale: number;
  /** Objective of a change as large as `scale`. */
  readonly price: number;
  /** The largest change. */
  readonly most: number;
  /** Of `firm-hours`: what stores carry, as far as it is known. */
  readonly rates?: CarriedRates;
}

export interface Helper {
  readonly node: number;
  /** 1: supplies; −1: takes. */
  readonly sign: 1 | -1;
  /** Does it help in outages alone, and not at any hour? Its rates are then those of the cases. */
  readonly isFirm: boolean;
  /** Objective per unit of its highest rate, and per unit that it gives in a year (in an outage: in each case). */
  readonly peakPrice: number;
  readonly unitPrice: number;
}

export interface LooseProgram extends BuiltProgram {
  /** loosening → its column, and how much one unit of that column is. */
  readonly changes: readonly { readonly column: number; readonly grain: number }[];
  /** helper → phase → first column of its rates. */
  readonly help: readonly (readonly number[])[];
}

const OPEN = Number.POSITIVE_INFINITY;

/** The rules whose rows hold such a limit. */
export const RULE_OF: Readonly<Record<Exclude<LimitKind, 'size' | 'firm-share' | 'firm-hours'>, string>> = {
  rate: 'rate-limit',
  outage: 'planned-outages',
  year: 'yearly-limits',
  output: 'output',
  horizon: 'horizon-limits',
  'least-load': 'minimum-load',
  ramp: 'ramp',
  measure: 'measures',
  window: 'blend-limits',
};

/** Both sides of a row's range, each held by a row of its own. */
type Halves = Readonly<Record<Loosening['side'], number>>;

/** The total of each row of a run becomes a column. */
function halvesOf(draft: ProgramDraft, at: number): Halves {
  const { family, lower, upper, period } = draft.rowRuns[at];
  const run = { ...family, period };
  const total = addColumns(draft, { ...run, kind: 'total' }, [-OPEN, OPEN], 0);
  draft.rowRuns[at] = { ...draft.rowRuns[at], lower: 0, upper: 0 };
  addEntries(draft, family.count, each(family.first), each(total), -1);
  const halves = {
    lower: addRows(draft, { ...run, kind: 'total-at-least' }, lower, OPEN),
    upper: addRows(draft, { ...run, kind: 'total-at-most' }, -OPEN, upper),
  };
  addEntries(draft, family.count, each(halves.lower), each(total), 1);
  addEntries(draft, family.count, each(halves.upper), each(total), 1);
  return halves;
}

interface Change {
  readonly column: number;
  /** What one unit of the column adds to the limit's reach. */
  readonly reach: number;
}

/** What one unit of the figure is in each row: of a ramp its hours, of a minimum load what the weather leaves of it. */
function timesOf({ network }: ProgramDraft, { kind, index }: Loosening, { phase, count }: Family): PerPeriod {
  const { grid } = network.phases[phase];
  // Per year means per 8 760 hours: a leap year's limit moves by a little more, and each weather year's by its share.
  if (kind === 'year' || kind === 'output') return grid.hoursPerYear / 8760 / count;
  const process = network.processes[index];
  if (kind === 'least-load') return weatherLimit(network, process, phase);
  return kind === 'ramp' ? (at) => grid.periods[process.period].steps[at] : 1;
}

function loosenRows(
  draft: ProgramDraft,
  loosening: Loosening & { readonly kind: keyof typeof RULE_OF },
  { column, reach }: Change,
  split: Map<number, Halves>,
): void {
  const { kind, index, side, part = 0 } = loosening;
  draft.rowRuns.slice().forEach(({ family, lower, upper }, at) => {
    // A rise and a fall have rows of their own, and one figure.
    if (family.kind !== RULE_OF[kind] || family.index !== index || (family.part !== part && kind !== 'ramp'))
      return;
    const isRange = lower < upper && Number.isFinite(lower) && Number.isFinite(upper);
    if (isRange) split.set(family.first, halvesOf(draft, at));
    const row = split.get(family.first)?.[side] ?? family.first;
    const times = timesOf(draft, loosening, family);
    const value = typeof times === 'number' ? times * reach : (at: number) => times(at) * reach;
    addEntries(draft, family.count, each(row), only(column), value);
  });
}

/** The bound of a run of columns becomes a row for each of them. */
function loosenColumns(
  draft: ProgramDraft,
  run: FamilyOf,
  first: number,
  side: Loosening['side'],
  { column, reach }: Change,
): void {
  const at = draft.columnRuns.findIndex(({ family }) => family.first === first);
  const columns = draft.columnRuns[at];
  const { count } = columns.family;
  const row =
    side === 'lower' ? addRows(draft, run, columns.lower, OPEN) : addRows(draft, run, -OPEN, columns.upper);
  addEntries(draft, count, each(row), each(first), 1);
  addEntries(draft, count, each(row), only(column), reach);
  draft.columnRuns[at] = side === 'lower' ? { ...columns, lower: -OPEN } : { ...columns, upper: OPEN };
}

function thingOf({ capacities, processes, security }: Network, kind: LimitKind, index: number): string {
  if (kind === 'size') return capacities[index].id;
  if (kind === 'firm-share') return security!.loads[index].id;
  return kind === 'measure' || kind === 'firm-hours' ? '' : processes[index].id;
}

function loosen(
  draft: ProgramDraft,
  columns: readonly PhaseColumns[],
  loosening: Loosening,
  split: Map<number, Halves>,
): LooseProgram['changes'][number] {
  const { network } = draft;
  const { kind, index, side, scale, price, most } = loosening;
  // Between the limit itself and a share of it: limits of 1e8 t and of 1 MW then both have entries and prices of middle size.
  const grain = Math.sqrt(scale);
  const of = thingOf(network, kind, index);
  const run = { kind: `loosened-${kind}`, of, index, part: side === 'lower' ? 0 : 1, phase: 0 };
  const column = addColumns(
    draft,
    { ...run, period: 'horizon' },
    [0, most / grain],
    0,
    (price * grain) / scale,
  );
  const change = { column, reach: side === 'lower' ? grain : -grain };
  if (kind === 'rate') easeConnection(draft, columns, of, column, grain);
  if (kind === 'firm-share') easeLoad(draft, index, column, grain);
  else if (kind === 'firm-hours') easeHours(draft, column, grain, loosening.rates!);
  else if (kind === 'size') {
    columns.forEach(({ stands }, phase) => {
      loosenColumns(draft, { ...run, phase, period: null }, stands[index], side, change);
    });
  } else if (kind === 'rate' && network.processes[index].segments.length === 1) {
    const { period } = network.processes[index];
    columns.forEach(({ activity }, phase) => {
      loosenColumns(draft, { ...run, phase, period }, activity[index][0], side, change);
    });
  } else loosenRows(draft, { ...loosening, kind }, change, split);
  return { column, grain };
}

/** Returns phase → first column of the helper's rates. */
function addHelper(draft: ProgramDraft, helper: Helper): readonly number[] {
  const { network } = draft;
  const { node, sign, isFirm, peakPrice, unitPrice } = helper;
  if (isFirm) return addFirmHelp(draft, node, peakPrice, unitPrice);
  const { id: of, period } = network.nodes[node];
  const top = { kind: 'highest-help', of, index: node, phase: 0, period: 'horizon' as const };
  const peak = addColumns(draft, top, [0, OPEN], 0, peakPrice);
  return network.phases.map(({ grid }, phase) => {
    const { hours } = grid.periods[period];
    const counted = periodHours(grid, period);
    const run = { of, index: node, phase, period };
    const first = addColumns(draft, { ...run, kind: 'help' }, [0, OPEN], 0, (at) => unitPrice * hours[at]);
    const within = addRows(draft, { ...run, kind: 'help-within-highest' }, -OPEN, 0);
    const balance = draft.rowRuns.find(
      ({ family }) => family.kind === 'balance' && family.index === node && family.phase === phase,
    )!;
    const { count } = balance.family;
    addEntries(draft, count, each(balance.family.first), each(first), (at) => sign * counted[at]);
    addEntries(draft, count, each(within), each(first), 1);
    addEntries(draft, count, each(within), only(peak), -1);
    return first;
  });
}

/**
 * Nothing costs anything but what is added now, and any size may be built: units are chosen once the park can hold. What is
 * turned into another plant is still not built anew.
 */
function withoutCost(draft: ProgramDraft): void {
  const { capacities } = draft.network;
  draft.offset = 0;
  draft.wholeColumns.length = 0;
  draft.columnRuns.forEach((run, at) => {
    const { kind, index } = run.family;
    const isBuilt = kind === 'build' && !isConverted(capacities, index);
    const upper = isBuilt ? OPEN : run.upper;
    draft.columnRuns[at] = { ...run, upper, money: 0, other: 0 };
  });
}

export function looseProgram(
  network: Network,
  measures: readonly Measure[],
  loosenings: readonly Loosening[],
  helpers: readonly Helper[] = [],
): LooseProgram {
  let changes: LooseProgram['changes'] = [];
  let help: LooseProgram['help'] = [];
  const built = buildProgram(network, measures, (draft, columns) => {
    withoutCost(draft);
    const split = new Map<number, Halves>();
    changes = loosenings.map((one) => loosen(draft, columns, one, split));
    help = helpers.map((one) => addHelper(draft, one));
  });
  return { ...built, changes, help };
}
