/**
 * Writes a program as an LP file (the form of CPLEX). In: a program. Out: the text in pieces.
 *
 * Every figure is kept to the last digit. The objective names every column, at 0 if need be, so that their order is kept.
 * Ranges are written `-5 <= x + y <= 8`, which CPLEX, Gurobi, GLPK and SCIP read but HiGHS 1.15 does not: for HiGHS write
 * MPS. Names that the form cannot hold are replaced.
 */
import { inChunks } from './chunks.ts';
import { rowsOf } from './matrix.ts';
import { fileNames } from './names.ts';
import type { Program } from './program.ts';

/** Lines are broken before they pass this; readers allow 255 to 560 signs. */
const WIDTH = 200;

/** The file in pieces. */
export function writeLp(program: Program): Iterable<string> {
  return inChunks(lines(program));
}

function* lines(program: Program): Generator<string> {
  const names = fileNames(program, 'lp');
  const name = program.name.replace(/[\r\n\\]+/g, ' ');
  if (name !== '') yield `\\ ${name}`;
  yield program.sense === 'max' ? 'Maximize' : 'Minimize';
  yield* broken(` ${names.objective}:`, objectiveTerms(program, names.column));
  yield 'Subject To';
  const { starts, indices, values } = rowsOf(program);
  for (let i = 0; i < program.rows; i++) {
    const terms: string[] = [];
    for (let k = starts[i]; k < starts[i + 1]; k++) {
      terms.push(term(values[k], names.column(indices[k]), terms.length === 0));
    }
    // A row without entries must still name a column, if there is one.
    if (terms.length === 0) terms.push(program.columns > 0 ? `0 ${names.column(0)}` : '0');
    const [before, after] = sides(program.rowLower[i], program.rowUpper[i]);
    yield* broken(` ${names.row(i)}:${before}`, [...terms, after]);
  }
  yield 'Bounds';
  for (let j = 0; j < program.columns; j++) {
    const said = limit(names.column(j), program.lower[j], program.upper[j]);
    if (said !== null) yield ` ${said}`;
  }
  if (program.integer?.includes(1)) {
    yield 'General';
    for (let j = 0; j < program.columns; j++) if (program.integer[j]) yield ` ${names.column(j)}`;
  }
  yield 'End';
}

function* objectiveTerms(program: Program, nameOf: (j: number) => string): Generator<string> {
  for (let j = 0; j < program.columns; j++) yield term(program.cost[j], nameOf(j), j === 0);
  if (program.offset !== 0) yield `${program.offset < 0 ? '-' : '+'} ${Math.abs(program.offset)}`;
}

function term(value: number, name: string, isFirst: boolean): string {
  const size = Math.abs(value) === 1 ? '' : `${Math.abs(value)} `;
  if (isFirst) return `${value < 0 ? '- ' : ''}${size}${name}`;
  return `${value < 0 ? '-' : '+'} ${size}${name}`;
}

/** What stands before and after the terms of a row with these limits. */
function sides(lower: number, upper: number): readonly [string, string] {
  if (lower === upper) return ['', `= ${signed(lower)}`];
  if (lower === -Infinity) return ['', `<= ${signed(upper)}`];
  if (upper === Infinity) return ['', `>= ${signed(lower)}`];
  return [` ${signed(lower)} <=`, `<= ${signed(upper)}`];
}

function limit(name: string, lower: number, upper: number): string | null {
  if (lower === 0 && upper === Infinity) return null;
  if (lower === -Infinity && upper === Infinity) return `${name} free`;
  if (lower === upper) return `${name} = ${signed(lower)}`;
  if (upper === Infinity) return `${name} >= ${signed(lower)}`;
  return `${signed(lower)} <= ${name} <= ${signed(upper)}`;
}

function signed(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '+inf' : '-inf';
  return String(value + 0);
}

/** Words put on lines that are not too long; those after the first are indented. */
function* broken(head: string, words: Iterable<string>): Generator<string> {
  let line = head;
  for (const word of words) {
    if (line.length + word.length >= WIDTH) {
      yield line;
      line = ' ';
    }
    line += ` ${word}`;
  }
  yield line;
}
