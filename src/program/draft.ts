/**
 * The program while rules add to it: columns first, then rows with their entries.
 * In: runs of columns and rows. Out: `finish` packs everything into typed arrays, stored by columns.
 */
import type { Network } from '../network/network.ts';
import type { BalancePeriod, TimeGrid } from '../units/time-grid.ts';
import type { Family, Lifetime, Program } from './program.ts';

/** A list of numbers that grows by doubling; plain arrays of a million numbers cost several times the memory. */
export interface Numbers {
  data: Float64Array;
  length: number;
}

export function numbers(): Numbers {
  return { data: new Float64Array(1024), length: 0 };
}

export function push(list: Numbers, value: number): void {
  if (list.length === list.data.length) {
    const larger = new Float64Array(list.length * 2);
    larger.set(list.data);
    list.data = larger;
  }
  list.data[list.length++] = value;
}

export interface ProgramDraft {
  readonly network: Network;
  /** Steps of the phases before each phase, laid end to end. */
  readonly phaseStart: readonly number[];
  readonly columnFamilies: Family[];
  readonly rowFamilies: Family[];
  readonly cost: Numbers;
  /** The part of `cost` that is money: without the value of shortfall and of carbon. */
  readonly money: Numbers;
  readonly lower: Numbers;
  readonly upper: Numbers;
  readonly columnTime: Numbers;
  readonly rowLower: Numbers;
  readonly rowUpper: Numbers;
  readonly rowTime: Numbers;
  readonly entryRow: Numbers;
  readonly entryColumn: Numbers;
  readonly entryValue: Numbers;
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
  return {
    network,
    phaseStart,
    columnFamilies: [],
    rowFamilies: [],
    cost: numbers(),
    money: numbers(),
    lower: numbers(),
    upper: numbers(),
    columnTime: numbers(),
    rowLower: numbers(),
    rowUpper: numbers(),
    rowTime: numbers(),
    entryRow: numbers(),
    entryColumn: numbers(),
    entryValue: numbers(),
    wholeColumns: [],
    offset: 0,
  };
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

function countOf(grid: TimeGrid, period: FamilyOf['period']): number {
  return period === null || period === 'horizon' ? 1 : grid.periods[period].count;
}

function timeOf(draft: ProgramDraft, run: FamilyOf, position: number): number {
  if (run.period === null || run.period === 'horizon') return -1;
  return (
    draft.phaseStart[run.phase] + draft.network.phases[run.phase].grid.periods[run.period].first[position]
  );
}

function lifetimeOf(period: FamilyOf['period']): Lifetime {
  return period === null ? 'year' : period;
}

/**
 * Adds a run of columns, one per period; returns the first one's number. `money` is cost per unit in the program's money;
 * `other` is what else the objective counts (value of shortfall, price of carbon).
 */
export function addColumns(
  draft: ProgramDraft,
  run: FamilyOf,
  bounds: (position: number) => readonly [number, number],
  money: (position: number) => number,
  other: (position: number) => number = () => 0,
): number {
  const first = draft.cost.length;
  const count = countOf(draft.network.phases[run.phase].grid, run.period);
  for (let position = 0; position < count; position++) {
    const [lower, upper] = bounds(position);
    push(draft.lower, lower);
    push(draft.upper, upper);
    push(draft.money, money(position));
    push(draft.cost, money(position) + other(position));
    push(draft.columnTime, timeOf(draft, run, position));
  }
  draft.columnFamilies.push(family(run, first, count));
  return first;
}

/** Adds a run of rows, one per period; returns the first one's number. */
export function addRows(draft: ProgramDraft, run: FamilyOf, lower: number, upper: number): number {
  const first = draft.rowLower.length;
  const count = countOf(draft.network.phases[run.phase].grid, run.period);
  for (let position = 0; position < count; position++) {
    push(draft.rowLower, lower);
    push(draft.rowUpper, upper);
    push(draft.rowTime, timeOf(draft, run, position));
  }
  draft.rowFamilies.push(family(run, first, count));
  return first;
}

function family(run: FamilyOf, first: number, count: number): Family {
  return {
    first,
    count,
    kind: run.kind,
    of: run.of,
    index: run.index,
    part: run.part ?? 0,
    phase: run.phase,
    lifetime: lifetimeOf(run.period),
  };
}

/** A x: adds `value` at (row, column); entries at the same place are summed when packed. */
export function addEntry(draft: ProgramDraft, row: number, column: number, value: number): void {
  if (value === 0) return;
  push(draft.entryRow, row);
  push(draft.entryColumn, column);
  push(draft.entryValue, value);
}

/** Sorts the entries by column, then row, sums duplicates, and freezes everything into a program. */
export function finish(draft: ProgramDraft, objectiveUnit: string): Program {
  const columns = draft.cost.length;
  const rows = draft.rowLower.length;
  const byRow = bucket(draft, rows, draft.entryRow, null);
  const order = bucket(draft, columns, draft.entryColumn, byRow);
  const starts = new Int32Array(columns + 1);
  const indices = new Int32Array(order.length);
  const values = new Float64Array(order.length);
  let filled = 0;
  let column = -1;
  for (const entry of order) {
    const at = draft.entryColumn.data[entry];
    while (column < at) starts[++column] = filled;
    const row = draft.entryRow.data[entry];
    if (filled > starts[column] && indices[filled - 1] === row)
      values[filled - 1] += draft.entryValue.data[entry];
    else {
      indices[filled] = row;
      values[filled++] = draft.entryValue.data[entry];
    }
  }
  while (column < columns) starts[++column] = filled;
  const take = (list: Numbers): Float64Array => list.data.slice(0, list.length);
  return {
    name: draft.network.title,
    columns,
    rows,
    starts,
    indices: indices.slice(0, filled),
    values: values.slice(0, filled),
    cost: take(draft.cost),
    offset: draft.offset,
    sense: 'min',
    lower: take(draft.lower),
    upper: take(draft.upper),
    rowLower: take(draft.rowLower),
    rowUpper: take(draft.rowUpper),
    integer: wholeMarks(draft.wholeColumns, columns),
    columnFamilies: draft.columnFamilies,
    rowFamilies: draft.rowFamilies,
    columnTime: Int32Array.from(take(draft.columnTime)),
    rowTime: Int32Array.from(take(draft.rowTime)),
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

/** Stable counting sort of entry numbers by a key; `given` is the order to start from. */
function bucket(draft: ProgramDraft, size: number, key: Numbers, given: Int32Array | null): Int32Array {
  const count = draft.entryValue.length;
  const place = new Int32Array(size + 1);
  for (let entry = 0; entry < count; entry++) place[key.data[entry] + 1]++;
  for (let at = 0; at < size; at++) place[at + 1] += place[at];
  const order = new Int32Array(count);
  for (let position = 0; position < count; position++) {
    const entry = given === null ? position : given[position];
    order[place[key.data[entry]]++] = entry;
  }
  return order;
}
