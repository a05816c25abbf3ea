/**
 * A program while it is read from a file. In: rows, columns and entries in the order of the file. Out: a frozen program,
 * and the faults met on the way, each with its line.
 */
import type { Issue, Severity } from '../park/issue.ts';
import { issue } from '../park/sentences/catalogue.ts';
import type { Program } from './program.ts';

/** Limits this large and larger are taken as none, as CPLEX, Gurobi and HiGHS do. */
export const INFINITE = 1e20;

/** More faults than these are not listed. */
const MOST_FAULTS = 25;

/** Where a fault is: a line, or a word of one; null: nowhere in particular. */
export type FaultPlace = number | { readonly line: number; readonly column: number } | null;

/** The faults of one file. */
export interface Faults {
  readonly issues: readonly Issue[];
  /** True once an error was met. */
  readonly failed: boolean;
  /** True once so many errors were met that reading on makes no sense. */
  readonly full: boolean;
  readonly add: (
    code: string,
    at: FaultPlace,
    particulars: Readonly<Record<string, string>>,
    severity?: Severity,
  ) => void;
}

/** An empty list of faults of this file (null: a text without a name). */
export function openFaults(file: string | null): Faults {
  const issues: Issue[] = [];
  let errors = 0;
  const put = (
    code: string,
    severity: Severity,
    at: FaultPlace,
    particulars: Readonly<Record<string, string>>,
  ) => {
    const where =
      typeof at === 'number' ? { line: at } : at === null ? {} : { line: at.line, column: at.column };
    const place = { ...(file === null ? {} : { file }), ...where };
    const path = place.line === undefined ? 'file' : `line ${place.line}`;
    issues.push(issue(code, severity, place, { path, ...particulars }));
  };
  return {
    issues,
    get failed() {
      return errors > 0;
    },
    get full() {
      return errors >= MOST_FAULTS;
    },
    add: (code, at, particulars, severity = 'error') => {
      if (errors >= MOST_FAULTS) return;
      put(code, severity, at, particulars);
      if (severity !== 'error') return;
      errors++;
      if (errors === MOST_FAULTS) put('program-many-faults', 'note', at, { found: String(MOST_FAULTS) });
    },
  };
}

export interface ForeignDraft {
  name: string;
  sense: 'min' | 'max';
  offset: number;
  readonly columnNames: string[];
  readonly columnOf: Map<string, number>;
  readonly cost: number[];
  readonly lower: number[];
  readonly upper: number[];
  readonly integer: number[];
  readonly rowNames: string[];
  readonly rowOf: Map<string, number>;
  readonly rowLower: number[];
  readonly rowUpper: number[];
  /** Entries: row, column and value in any order, no pair twice. */
  readonly entryRows: number[];
  readonly entryColumns: number[];
  readonly entryValues: number[];
}

export function openDraft(): ForeignDraft {
  return {
    name: '',
    sense: 'min',
    offset: 0,
    columnNames: [],
    columnOf: new Map(),
    cost: [],
    lower: [],
    upper: [],
    integer: [],
    rowNames: [],
    rowOf: new Map(),
    rowLower: [],
    rowUpper: [],
    entryRows: [],
    entryColumns: [],
    entryValues: [],
  };
}

/** A new column at 0 … ∞ with cost 0; its label. */
export function addColumn(draft: ForeignDraft, name: string): number {
  const label = draft.columnNames.length;
  draft.columnNames.push(name);
  draft.columnOf.set(name, label);
  draft.cost.push(0);
  draft.lower.push(0);
  draft.upper.push(Infinity);
  draft.integer.push(0);
  return label;
}

/** A new row with these limits; its label. */
export function addRow(draft: ForeignDraft, name: string, lower: number, upper: number): number {
  const label = draft.rowNames.length;
  draft.rowNames.push(name);
  draft.rowOf.set(name, label);
  draft.rowLower.push(lower);
  draft.rowUpper.push(upper);
  return label;
}

/** The program, its entries sorted by column, then row. */
export function closeDraft(draft: ForeignDraft): Program {
  const columns = draft.columnNames.length;
  const rows = draft.rowNames.length;
  const entries = draft.entryValues.length;
  // Two counting sorts, by row and then by column, leave each column's rows in ascending order.
  const byRow = sortedBy(
    draft.entryRows,
    rows,
    Int32Array.from({ length: entries }, (_, k) => k),
  );
  const order = sortedBy(draft.entryColumns, columns, byRow);
  const starts = new Int32Array(columns + 1);
  for (const column of draft.entryColumns) starts[column + 1]++;
  for (let j = 0; j < columns; j++) starts[j + 1] += starts[j];
  return {
    name: draft.name,
    columns,
    rows,
    starts,
    indices: order.map((k) => draft.entryRows[k]),
    values: Float64Array.from(order, (k) => draft.entryValues[k]),
    cost: Float64Array.from(draft.cost),
    offset: draft.offset,
    sense: draft.sense,
    lower: Float64Array.from(draft.lower),
    upper: Float64Array.from(draft.upper),
    rowLower: Float64Array.from(draft.rowLower),
    rowUpper: Float64Array.from(draft.rowUpper),
    integer: draft.integer.includes(1) ? Uint8Array.from(draft.integer) : null,
    columnFamilies: [],
    rowFamilies: [],
    columnTime: null,
    rowTime: null,
    columnNames: draft.columnNames,
    rowNames: draft.rowNames,
    objectiveUnit: '',
  };
}

/** The given entries in ascending order of their key, otherwise as they were. */
function sortedBy(keys: readonly number[], count: number, entries: Int32Array): Int32Array {
  const next = new Int32Array(count + 1);
  for (const k of entries) next[keys[k] + 1]++;
  for (let i = 0; i < count; i++) next[i + 1] += next[i];
  const sorted = new Int32Array(entries.length);
  for (const k of entries) sorted[next[keys[k]]++] = k;
  return sorted;
}

/** Warns of columns and rows that nothing can satisfy; they stay as they are, the solver says so again. */
export function warnOfCrossedLimits(draft: ForeignDraft, faults: Faults): void {
  const warn = (names: string[], lower: number[], upper: number[]): void => {
    const at = names.findIndex((_, k) => lower[k] > upper[k]);
    if (at < 0) return;
    const particulars = { found: names[at], near: String(lower[at]), expected: String(upper[at]) };
    faults.add('program-limits-crossed', null, particulars, 'warning');
  };
  warn(draft.columnNames, draft.lower, draft.upper);
  warn(draft.rowNames, draft.rowLower, draft.rowUpper);
}
