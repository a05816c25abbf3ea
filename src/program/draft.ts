/**
 * The program while rules add to it: runs of columns first, then runs of rows with their entries.
 * In: runs, one place a period. Out: `finish` lays everything out in typed arrays, stored by columns.
 *
 * A run is kept as what it says (its bounds, where its entries lie, their one value) until the end: a year of hours would
 * otherwise be written down, copied and sorted several times over.
 */
import type { Network } from '../network/network.ts';
import type { BalancePeriod } from '../units/time-grid.ts';
import { type EntryRun, only, type Places, packed } from './entries.ts';
import type { Family, Program } from './program.ts';

/** What a run has at each of its periods: one value, or one a period. */
export type PerPeriod = number | ((position: number) => number);

interface Run {
  readonly family: Family;
  readonly period: FamilyOf['period'];
  readonly lower: number;
  readonly upper: number;
}

interface ColumnRun extends Run {
  readonly money: PerPeriod;
  readonly other: PerPeriod;
}

export interface ProgramDraft {
  readonly network: Network;
  /** Steps of the phases before each phase, laid end to end. */
  readonly phaseStart: readonly number[];
  readonly columnRuns: ColumnRun[];
  readonly rowRuns: Run[];
  readonly entryRuns: EntryRun[];
  /** Columns that must be whole. */
  readonly wholeColumns: number[];
  offset: number;
}

export function emptyProgram(network: Network): ProgramDraft {
  const phaseStart: number[] = [];
  let steps = 0;
  for (const phase of network.phases) {
    phaseStart.push(steps);
    steps += phase.grid.steps;
  }
  return { network, phaseStart, columnRuns: [], rowRuns: [], entryRuns: [], wholeColumns: [], offset: 0 };
}

export interface FamilyOf {
  readonly kind: string;
  readonly of: string;
  readonly index: number;
  readonly part?: number;
  readonly phase: number;
  /** Periods of the phase's grid; `null`: one column (row) for the phase, `horizon`: one for all phases. */
  readonly period: BalancePeriod | null | 'horizon';
}

/** The first number that no run has yet. */
const nextOf = (runs: readonly Run[]): number => {
  const last = runs.at(-1);
  return last === undefined ? 0 : last.family.first + last.family.count;
};

function familyAfter(runs: readonly Run[], draft: ProgramDraft, of: FamilyOf): Family {
  const { period, phase } = of;
  const throughout = period === null || period === 'horizon';
  return {
    first: nextOf(runs),
    count: throughout ? 1 : draft.network.phases[phase].grid.periods[period].count,
    kind: of.kind,
    of: of.of,
    index: of.index,
    part: of.part ?? 0,
    phase,
    lifetime: period === null ? 'year' : period,
  };
}

/**
 * Adds a run of columns within one pair of bounds, one per period; returns the first one's number. `money` is cost per unit
 * in the program's money; `other` is what else the objective counts (value of shortfall, price of carbon).
 */
export function addColumns(
  draft: ProgramDraft,
  of: FamilyOf,
  [lower, upper]: readonly [number, number],
  money: PerPeriod,
  other: PerPeriod = 0,
): number {
  const family = familyAfter(draft.columnRuns, draft, of);
  draft.columnRuns.push({ family, period: of.period, lower, upper, money, other });
  return family.first;
}

/** Adds a run of rows, one per period; returns the first one's number. */
export function addRows(draft: ProgramDraft, of: FamilyOf, lower: number, upper: number): number {
  const family = familyAfter(draft.rowRuns, draft, of);
  draft.rowRuns.push({ family, period: of.period, lower, upper });
  return family.first;
}

/** A x: adds one entry; entries at the same place are summed when packed. */
export function addEntry(draft: ProgramDraft, row: number, column: number, value: number): void {
  draft.entryRuns.push({ count: 1, row: only(row), column: only(column), value });
}

/** A x: adds a run of entries, one per period. */
export function addEntries(
  draft: ProgramDraft,
  count: number,
  row: Places,
  column: Places,
  value: PerPeriod,
): void {
  draft.entryRuns.push({
    count,
    row,
    column,
    value: typeof value === 'number' ? value : valuesOf(count, value),
  });
}

function valuesOf(count: number, value: (position: number) => number): Float64Array {
  const list = new Float64Array(count);
  for (let at = 0; at < count; at++) list[at] = value(at);
  return list;
}

/** One value for each column (row), run by run. */
function laidOut<Of extends Run>(runs: readonly Of[], value: (run: Of) => PerPeriod): Float64Array {
  const list = new Float64Array(nextOf(runs));
  for (const run of runs) {
    const { first, count } = run.family;
    const given = value(run);
    if (typeof given === 'number') list.fill(given, first, first + count);
    else for (let at = 0; at < count; at++) list[first + at] = given(at);
  }
  return list;
}

/** First steps of all periods, within all phases laid end to end; −1 for what lives throughout. */
function timesOf(draft: ProgramDraft, runs: readonly Run[]): Int32Array {
  const times = new Int32Array(nextOf(runs)).fill(-1);
  for (const { family, period } of runs) {
    if (period === null || period === 'horizon') continue;
    const start = draft.phaseStart[family.phase];
    const { first } = draft.network.phases[family.phase].grid.periods[period];
    for (let at = 0; at < family.count; at++) times[family.first + at] = start + first[at];
  }
  return times;
}

/** The part of the objective that is money, by column: without the value of shortfall and of carbon. */
export function moneyOf(draft: ProgramDraft): Float64Array {
  return laidOut(draft.columnRuns, ({ money }) => money);
}

/** Lays all runs out and freezes them into a program. @param money what `moneyOf` says. */
export function finish(draft: ProgramDraft, objectiveUnit: string, money = moneyOf(draft)): Program {
  const { columnRuns, rowRuns } = draft;
  const columns = nextOf(columnRuns);
  const cost = laidOut(columnRuns, ({ other }) => other);
  for (let column = 0; column < columns; column++) cost[column] += money[column];
  return {
    name: draft.network.title,
    columns,
    rows: nextOf(rowRuns),
    ...packed(draft.entryRuns, columns),
    cost,
    offset: draft.offset,
    sense: 'min',
    lower: laidOut(columnRuns, ({ lower }) => lower),
    upper: laidOut(columnRuns, ({ upper }) => upper),
    rowLower: laidOut(rowRuns, ({ lower }) => lower),
    rowUpper: laidOut(rowRuns, ({ upper }) => upper),
    integer: wholeMarks(draft.wholeColumns, columns),
    columnFamilies: columnRuns.map(({ family }) => family),
    rowFamilies: rowRuns.map(({ family }) => family),
    columnTime: timesOf(draft, columnRuns),
    rowTime: timesOf(draft, rowRuns),
    columnNames: null,
    rowNames: null,
    objectiveUnit,
  };
}

/** 1 where a column must be whole; null: nowhere. */
function wholeMarks(whole: readonly number[], columns: number): Uint8Array | null {
  if (whole.length === 0) return null;
  const marks = new Uint8Array(columns);
  for (const column of whole) marks[column] = 1;
  return marks;
}
