/**
 * Writes a program as an MPS file. In: a program. Out: the text in pieces, free form unless fixed is asked for.
 *
 * Free form keeps every figure to the last digit, but for one: a row with two limits is written as one of them and their
 * distance, so the other may move by its last binary digit. Fixed form has twelve places for a number and eight for a name: longer
 * figures are rounded, and names that do not fit are replaced by C0000000, R0000000. Columns and rows keep their order.
 * Rows that limit nothing are written as L with a right-hand side of 1e30, since readers drop further rows of kind N; a
 * row whose limits cross is written as two, since MPS cannot say it in one.
 */
import { inChunks } from './chunks.ts';
import type { MpsForm } from './mps-lines.ts';
import { type FileNames, fileNames } from './names.ts';
import type { Program } from './program.ts';

const INFINITE = 1e30;

interface Writing {
  readonly program: Program;
  readonly names: FileNames;
  readonly number: (value: number) => string;
  /** A line of data from kind, first name and pairs of name and number. */
  readonly line: (kind: string, name: string, pairs: readonly string[]) => string;
  /** Rows whose limits cross → the name of their second row. */
  readonly twins: ReadonlyMap<number, string>;
}

/** The file in pieces. */
export function writeMps(program: Program, form: MpsForm = 'free'): Iterable<string> {
  const names = fileNames(program, form === 'fixed' ? 'fixed-mps' : 'mps');
  const twins = new Map<number, string>();
  for (let i = 0; i < program.rows; i++) {
    if (program.rowLower[i] > program.rowUpper[i]) {
      twins.set(i, form === 'fixed' ? `L${names.row(i).slice(1)}` : `${names.row(i)}~least`);
    }
  }
  const writing: Writing = {
    program,
    names,
    twins,
    number: form === 'fixed' ? twelvePlaces : plainNumber,
    line: form === 'fixed' ? fixedLine : freeLine,
  };
  return inChunks(lines(writing));
}

function* lines(w: Writing): Generator<string> {
  const { program, names } = w;
  const name = program.name.replace(/\s+/g, '_');
  yield w.line === fixedLine ? `NAME          ${name}` : `NAME ${name}`;
  if (program.sense === 'max') yield* ['OBJSENSE', '    MAX'];
  yield 'ROWS';
  yield w.line('N', names.objective, []);
  for (let i = 0; i < program.rows; i++) yield w.line(rowForm(program, i).kind, names.row(i), []);
  for (const twin of w.twins.values()) yield w.line('G', twin, []);
  yield* columnLines(w);
  yield* sideLines(w);
  yield* limitLines(w);
  yield 'ENDATA';
}

function* columnLines({ program, names, number, line, twins }: Writing): Generator<string> {
  yield 'COLUMNS';
  let whole = false;
  let markers = 0;
  const marker = (): string => {
    const kind = whole ? "'INTORG'" : "'INTEND'";
    return line('', `MARKER${markers++ % 100}`, [
      "'MARKER'",
      line === fixedLine ? '' : kind,
      line === fixedLine ? kind : '',
    ]);
  };
  for (let j = 0; j < program.columns; j++) {
    const mustBeWhole = program.integer?.[j] === 1;
    if (mustBeWhole !== whole) {
      whole = mustBeWhole;
      yield marker();
    }
    const entries: string[] = [];
    const isEmpty = program.starts[j] === program.starts[j + 1];
    if (program.cost[j] !== 0 || isEmpty) entries.push(names.objective, number(program.cost[j]));
    for (let k = program.starts[j]; k < program.starts[j + 1]; k++) {
      const row = program.indices[k];
      entries.push(names.row(row), number(program.values[k]));
      const twin = twins.get(row);
      if (twin !== undefined) entries.push(twin, number(program.values[k]));
    }
    const name = names.column(j);
    for (let k = 0; k < entries.length; k += 4) yield line('', name, entries.slice(k, k + 4));
  }
  if (whole) {
    whole = false;
    yield marker();
  }
}

function* sideLines({ program, names, number, line, twins }: Writing): Generator<string> {
  yield 'RHS';
  if (program.offset !== 0) yield line('', 'RHS', [names.objective, number(-program.offset)]);
  let hasRanges = false;
  for (let i = 0; i < program.rows; i++) {
    const { side, range } = rowForm(program, i);
    if (side !== 0) yield line('', 'RHS', [names.row(i), number(side)]);
    const twin = twins.get(i);
    if (twin !== undefined) yield line('', 'RHS', [twin, number(program.rowLower[i])]);
    hasRanges ||= range !== null;
  }
  if (!hasRanges) return;
  yield 'RANGES';
  for (let i = 0; i < program.rows; i++) {
    const { range } = rowForm(program, i);
    if (range !== null) yield line('', 'RANGE', [names.row(i), number(range)]);
  }
}

interface RowForm {
  readonly kind: 'L' | 'G' | 'E';
  readonly side: number;
  readonly range: number | null;
}

function rowForm(program: Program, i: number): RowForm {
  const [lower, upper] = [program.rowLower[i], program.rowUpper[i]];
  if (lower === upper) return { kind: 'E', side: lower, range: null };
  if (lower === -Infinity || lower > upper) {
    return { kind: 'L', side: upper === Infinity ? INFINITE : upper, range: null };
  }
  if (upper === Infinity) return { kind: 'G', side: lower, range: null };
  return rangeForm(lower, upper);
}

/**
 * A range gives one limit and the distance to the other. The reader's sum must come out as the limit itself, so of the two
 * ways, and the nearest neighbours of the distance, one that does is taken; where none does, it is off by a last digit.
 */
function rangeForm(lower: number, upper: number): RowForm {
  const width = upper - lower;
  for (const range of [width, width * (1 + 2 ** -52), width * (1 - 2 ** -53)]) {
    if (lower + range === upper) return { kind: 'G', side: lower, range };
    if (upper - range === lower) return { kind: 'L', side: upper, range };
  }
  return { kind: 'G', side: lower, range: width };
}

function* limitLines({ program, names, number, line }: Writing): Generator<string> {
  let isOpen = false;
  for (let j = 0; j < program.columns; j++) {
    for (const [kind, value] of limitsOf(program, j)) {
      if (!isOpen) yield 'BOUNDS';
      isOpen = true;
      yield line(kind, 'BOUND', [names.column(j), ...(value === null ? [] : [number(value)])]);
    }
  }
}

/** The lines that say the limits of a column whatever a reader takes for granted; the lower one always comes first. */
function limitsOf(program: Program, j: number): (readonly [string, number | null])[] {
  const [lower, upper] = [program.lower[j], program.upper[j]];
  const whole = program.integer?.[j] === 1;
  if (lower === -Infinity && upper === Infinity) return [['FR', null]];
  if (lower === upper) return [['FX', lower]];
  const said: (readonly [string, number | null])[] = [];
  if (lower === -Infinity) said.push(['MI', null]);
  else if (lower !== 0 || upper < 0) said.push(['LO', lower]);
  if (upper !== Infinity) said.push(['UP', upper]);
  else if (whole) said.push(['PL', null]);
  return said;
}

function plainNumber(value: number): string {
  return String(value + 0);
}

/** The number in at most twelve signs, as near as that allows. */
function twelvePlaces(value: number): string {
  const plain = plainNumber(value);
  if (plain.length <= 12) return plain;
  for (let digits = 12; digits > 1; digits--) {
    const short = String(Number(value.toPrecision(digits)));
    if (short.length <= 12) return short;
  }
  return value.toExponential(0);
}

function freeLine(kind: string, name: string, pairs: readonly string[]): string {
  return [kind === '' ? '   ' : ` ${kind}`, name, ...pairs.filter((field) => field !== '')].join(' ');
}

/** Fields at 2, 5, 15, 25, 40 and 50. */
function fixedLine(kind: string, name: string, pairs: readonly string[]): string {
  const [name1 = '', number1 = '', name2 = '', number2 = ''] = pairs;
  const first = ` ${kind.padEnd(2)} ${name.padEnd(8)}  ${name1.padEnd(8)}  ${number1.padStart(12)}`;
  return `${first}   ${name2.padEnd(8)}  ${number2.padStart(12)}`.trimEnd();
}
