/**
 * What if a limit gave way? In: a network, and which of its limits may be loosened at what price. Out: its program with one
 * column more for each such limit, which says by how much it is loosened: the same for all hours and phases, as one figure
 * in the park file holds for all of them. Nothing but the loosening is counted. Balances, recipes and stores never give way.
 *
 * Also helpers: a supply (or a taker) that does not exist, at one node. The peak of what it must give says how much is short
 * there, its rates say when.
 */
import type { Measure, Network } from '../network/network.ts';
import { type BuiltProgram, buildProgram } from './build-program.ts';
import type { PhaseColumns } from './columns.ts';
import { addColumns, addEntry, addRows, type FamilyOf, type ProgramDraft } from './draft.ts';
import { periodHours } from './overlap.ts';
import type { Family } from './program.ts';

/** Where a limit stands in the network; `index` is that of the capacity, process or measure. */
export type LimitKind = 'size' | 'rate' | 'year' | 'output' | 'horizon' | 'measure';

export interface Loosening {
  readonly kind: LimitKind;
  readonly index: number;
  /** `lower`: the limit goes down; `upper`: it goes up. */
  readonly side: 'lower' | 'upper';
  /** What a change is measured against: the limit as it is written. Above 0. */
  readonly scale: number;
  /** Objective of a change as large as `scale`. */
  readonly price: number;
  /** The largest change. */
  readonly most: number;
}

export interface Helper {
  readonly node: number;
  /** 1: supplies; −1: takes. */
  readonly sign: 1 | -1;
  /** Objective per unit of its highest rate, and per unit that it gives in a year. */
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
const free = (): number => 0;

/** The rules whose rows hold such a limit. */
const RULE_OF: Readonly<Record<Exclude<LimitKind, 'size'>, string>> = {
  rate: 'rate-limit',
  year: 'yearly-limits',
  output: 'output',
  horizon: 'horizon-limits',
  measure: 'measures',
};

/** Both sides of a row's range, each held by a row of its own. */
type Halves = Readonly<Record<Loosening['side'], number>>;

function halvesOf(draft: ProgramDraft, row: number, family: Family): Halves {
  const { rowLower, rowUpper } = draft;
  const run = { ...family, period: null };
  const total = addColumns(draft, { ...run, kind: 'total' }, () => [-OPEN, OPEN], free);
  const lower = addRows(draft, { ...run, kind: 'total-at-least' }, rowLower.data[row], OPEN);
  const upper = addRows(draft, { ...run, kind: 'total-at-most' }, -OPEN, rowUpper.data[row]);
  addEntry(draft, row, total, -1);
  [rowLower.data[row], rowUpper.data[row]] = [0, 0];
  addEntry(draft, lower, total, 1);
  addEntry(draft, upper, total, 1);
  return { lower, upper };
}

interface Change {
  readonly column: number;
  /** What one unit of the column adds to the limit's reach. */
  readonly reach: number;
}

function loosenRows(
  draft: ProgramDraft,
  { kind, index, side }: Loosening & { readonly kind: keyof typeof RULE_OF },
  { column, reach }: Change,
  split: Map<number, Halves>,
): void {
  const { rowLower, rowUpper } = draft;
  for (const family of [...draft.rowFamilies]) {
    if (family.kind !== RULE_OF[kind] || family.index !== index || family.part !== 0) continue;
    const { hoursPerYear } = draft.network.phases[family.phase].grid;
    // Per year means per 8 760 hours: a leap year's limit moves by a little more.
    const share = kind === 'year' || kind === 'output' ? hoursPerYear / 8760 : 1;
    for (let row = family.first; row < family.first + family.count; row++) {
      const [lower, upper] = [rowLower.data[row], rowUpper.data[row]];
      if (lower < upper && Number.isFinite(lower) && Number.isFinite(upper))
        split.set(row, halvesOf(draft, row, family));
      addEntry(draft, split.get(row)?.[side] ?? row, column, share * reach);
    }
  }
}

/** The bound of a run of columns becomes a row for each of them. */
function loosenColumns(
  draft: ProgramDraft,
  run: FamilyOf,
  first: number,
  side: Loosening['side'],
  { column, reach }: Change,
): void {
  const bounds = side === 'lower' ? draft.lower : draft.upper;
  const bound = bounds.data[first];
  const row = side === 'lower' ? addRows(draft, run, bound, OPEN) : addRows(draft, run, -OPEN, bound);
  for (let at = 0; at < draft.rowLower.length - row; at++) {
    addEntry(draft, row + at, first + at, 1);
    addEntry(draft, row + at, column, reach);
    bounds.data[first + at] = side === 'lower' ? -OPEN : OPEN;
  }
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
  const of =
    kind === 'size' ? network.capacities[index].id : kind === 'measure' ? '' : network.processes[index].id;
  const run = { kind: `loosened-${kind}`, of, index, part: side === 'lower' ? 0 : 1, phase: 0 };
  const column = addColumns(
    draft,
    { ...run, period: 'horizon' },
    () => [0, most / grain],
    free,
    () => (price * grain) / scale,
  );
  const change = { column, reach: side === 'lower' ? grain : -grain };
  if (kind === 'size') {
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
function addHelper(draft: ProgramDraft, { node, sign, peakPrice, unitPrice }: Helper): number[] {
  const { network } = draft;
  const { id: of, period } = network.nodes[node];
  const top = { kind: 'highest-help', of, index: node, phase: 0, period: 'horizon' as const };
  const peak = addColumns(
    draft,
    top,
    () => [0, OPEN],
    free,
    () => peakPrice,
  );
  return network.phases.map(({ grid }, phase) => {
    const { hours } = grid.periods[period];
    const counted = periodHours(grid, period);
    const run = { of, index: node, phase, period };
    const price = (at: number): number => unitPrice * hours[at];
    const first = addColumns(draft, { ...run, kind: 'help' }, () => [0, OPEN], free, price);
    const within = addRows(draft, { ...run, kind: 'help-within-highest' }, -OPEN, 0);
    const balance = draft.rowFamilies.find(
      (family) => family.kind === 'balance' && family.index === node && family.phase === phase,
    )!;
    for (let at = 0; at < hours.length; at++) {
      addEntry(draft, balance.first + at, first + at, sign * counted[at]);
      addEntry(draft, within + at, first + at, 1);
      addEntry(draft, within + at, peak, -1);
    }
    return first;
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
    draft.cost.data.fill(0);
    draft.offset = 0;
    const split = new Map<number, Halves>();
    changes = loosenings.map((one) => loosen(draft, columns, one, split));
    help = helpers.map((one) => addHelper(draft, one));
  });
  return { ...built, changes, help };
}
