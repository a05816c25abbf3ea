/**
 * How is a park run when its sizes stand? In: a network of one phase whose sizes are fixed and whose grid is a window of hours
 * (or a whole year), what the window begins with, and what steers it. Out: the program of the park as it is planned, with
 * columns of its own:
 *
 *   unserved   what a load is asked for and does not run: it counts as wanted where something is asked of the load (minimum
 *              load, output, least sale), and nowhere where matter and energy are balanced
 *   cold       by how much a store with a lower limit below its set point (the heat of pots) falls under it
 *   start, account   what stores hold, and what goods that are balanced over longer times are behind or ahead, at the beginning
 *   end, left  what stores hold at the end, worth what the plan says; what accounts are left open by
 *
 * All of it steers (`other` costs) and none of it is money.
 */
import type { Measure, Network } from '../network/network.ts';
import { highestRate } from '../network/slices.ts';
import { type BuiltProgram, buildProgram } from './build-program.ts';
import { isDirect, MONEY, objectiveWeights, type PhaseColumns } from './columns.ts';
import { addColumns, addEntries, addEntry, addRows, type FamilyOf, type ProgramDraft } from './draft.ts';
import { each, only } from './entries.ts';
import { periodHours } from './overlap.ts';

/** Something that may go without power. */
export interface Load {
  /** Index of its process. */
  readonly process: number;
  /** What a unit of its activity that is not served counts, money. */
  readonly price: number;
}

export interface Steering {
  readonly loads: readonly Load[];
  /** Promises that the plan binds, and what it pays for a unit of each. */
  readonly measures: readonly { readonly measure: Measure; readonly price: number }[];
  /** What a unit of content below the lower limit counts in an hour, money. */
  readonly coldPrice: number;
}

/** How an open window begins and what its end is worth; a whole year ends as it began instead. */
export interface Opening {
  /** store → content. */
  readonly level: Float64Array;
  /** node → what came in less what went out before, where the node is balanced over more than an hour. */
  readonly account: Float64Array;
  /** store → money per unit of content at the end. */
  readonly contentValue: Float64Array;
  /** node → what a unit of an account left open counts, money. */
  readonly accountPrice: Float64Array;
}

export interface OperatingProgram extends BuiltProgram {
  /** load → first column of what is not served, units per hour of its period. */
  readonly unserved: readonly number[];
}

const OPEN = Number.POSITIVE_INFINITY;
const THROUGHOUT = { phase: 0, period: null } as const;

/** First rows of a rule's run for a thing; none where the rule does not speak of it. */
function rowsOf({ rowRuns }: ProgramDraft, kind: string, index: number, part?: number): number[] {
  return rowRuns.flatMap(({ family }) =>
    family.kind === kind && family.index === index && (part === undefined || family.part === part)
      ? [family.first]
      : [],
  );
}

function addUnserved(draft: ProgramDraft, columns: PhaseColumns, { process: index, price }: Load): number {
  const { network } = draft;
  const process = network.processes[index];
  const { grid } = network.phases[0];
  const { count, hours } = grid.periods[process.period];
  const run: FamilyOf = { kind: 'unserved', of: process.id, index, phase: 0, period: process.period };
  const weight = MONEY * network.phases[0].weight * price;
  const first = addColumns(draft, run, [0, OPEN], 0, (at) => weight * hours[at]);
  for (const row of rowsOf(draft, 'minimum-load', index)) addEntries(draft, count, each(row), each(first), 1);
  for (const row of [...rowsOf(draft, 'output', index), ...rowsOf(draft, 'yearly-limits', index, 0)])
    addEntries(draft, count, only(row), each(first), (at) => hours[at]);
  if (process.capacity < 0) return first;
  // Nobody can be without more than it could take.
  const most = addRows(draft, { ...run, kind: 'unserved-within-size' }, -OPEN, 0);
  addEntries(draft, count, each(most), each(first), 1);
  for (const activity of columns.activity[index]) addEntries(draft, count, each(most), each(activity), 1);
  addEntries(draft, count, each(most), only(columns.stands[process.capacity]), -highestRate(process));
  return first;
}

/** Stores with a limit below their set point may fall under it. */
function addCold(draft: ProgramDraft, price: number): void {
  const { network } = draft;
  network.stores.forEach((store, index) => {
    if (store.low >= 0) return;
    const { period } = network.nodes[store.node];
    const { count, hours } = network.phases[0].grid.periods[period];
    const run: FamilyOf = { kind: 'cold', of: store.id, index, phase: 0, period };
    const weight = MONEY * network.phases[0].weight * price;
    const cold = addColumns(draft, run, [0, OPEN], 0, (at) => weight * hours[at]);
    for (const row of rowsOf(draft, 'store-limits', index, 1))
      addEntries(draft, count, each(row), each(cold), 1);
  });
}

/** A promise that binds over a year binds no window: its shadow price goes with each flow instead. */
function steerByPromise(
  draft: ProgramDraft,
  columns: PhaseColumns,
  { measure, price }: Steering['measures'][number],
): void {
  const { network } = draft;
  const { grid, weight } = network.phases[0];
  const sign = Number.isFinite(measure.lower) ? -1 : 1;
  const pay = (first: number, coefficient: number, shape: Float64Array | null = null): void => {
    const at = draft.columnRuns.findIndex(({ family }) => family.first === first);
    if (at < 0) return;
    const run = draft.columnRuns[at];
    const period = run.period === null || run.period === 'horizon' ? null : grid.periods[run.period];
    const before = run.other;
    const more = (position: number): number =>
      MONEY * weight * sign * price * coefficient * (period?.hours[position] ?? 1) * (shape?.[position] ?? 1);
    draft.columnRuns[at] = {
      ...run,
      other: (position) =>
        (typeof before === 'number' ? before : before(position)) +
        more(position) * objectiveWeights(network.objective).money,
    };
  };
  for (const term of measure.terms) {
    if (term.of !== 'store' && term.of !== 'process') continue;
    if (term.of === 'store') {
      pay(columns.charge[term.index], term.coefficient);
      pay(columns.discharge[term.index], -term.coefficient);
      continue;
    }
    // What follows a series is bought or sold by the hour.
    const shape = term.series === undefined ? null : network.series[term.series].values[0];
    columns.activity[term.index].forEach((first, part) => {
      if (term.part === undefined || term.part === part) pay(first, term.coefficient, shape);
    });
  }
}

function openStores(draft: ProgramDraft, columns: PhaseColumns, opening: Opening): void {
  const { network } = draft;
  const { grid, weight } = network.phases[0];
  const { money } = objectiveWeights(network.objective);
  network.stores.forEach((store, index) => {
    const { period } = network.nodes[store.node];
    const [hours] = periodHours(grid, period);
    const held = opening.level[index];
    const run = { ...THROUGHOUT, of: store.id, index };
    const start = addColumns(draft, { ...run, kind: 'start' }, [held, held], 0);
    const kept = (1 - store.lossPerHour) ** hours;
    const [row] = isDirect(store)
      ? rowsOf(draft, 'balance', store.node)
      : rowsOf(draft, 'store-level', index);
    addEntry(draft, row, start, isDirect(store) ? kept : -kept);
    const worth = -MONEY * weight * money * opening.contentValue[index];
    const end = addColumns(draft, { ...run, kind: 'end' }, [-OPEN, OPEN], 0, worth);
    const same = addRows(draft, { ...run, kind: 'end' }, 0, 0);
    addEntry(draft, same, columns.level[index] + grid.periods[period].count - 1, 1);
    addEntry(draft, same, end, -1);
  });
}

function openAccounts(draft: ProgramDraft, opening: Opening): void {
  const { network } = draft;
  const { grid, weight } = network.phases[0];
  network.nodes.forEach((node, index) => {
    if (node.period === 'hour') return;
    const [row] = rowsOf(draft, 'balance', index);
    const last = row + grid.periods[node.period].count - 1;
    const run = { ...THROUGHOUT, of: node.id, index };
    const before = opening.account[index];
    addEntry(draft, row, addColumns(draft, { ...run, kind: 'account' }, [before, before], 0), 1);
    // What cannot be made good within the window stays open, dearly.
    for (const [part, sign] of [1, -1].entries()) {
      const price = MONEY * weight * opening.accountPrice[index];
      const left = addColumns(draft, { ...run, kind: 'left', part }, [0, OPEN], 0, price);
      addEntry(draft, last, left, sign);
    }
  });
}

export function buildOperating(
  network: Network,
  steering: Steering,
  opening: Opening | null,
): OperatingProgram {
  const unserved: number[] = [];
  const built = buildProgram(network, [], (draft, [columns]) => {
    for (const measure of steering.measures) steerByPromise(draft, columns, measure);
    for (const load of steering.loads) unserved.push(addUnserved(draft, columns, load));
    addCold(draft, steering.coldPrice);
    if (opening === null) return;
    openStores(draft, columns, opening);
    openAccounts(draft, opening);
  });
  return { ...built, unserved };
}
