/**
 * What a solved program says of each column and row, as a file (`solve --values`).
 * In: the name that the user gave, a program and its answer. Out: a table or JSON, whole or not at all; or why it may not be written
 * there. A point gives values and prices; a proof gives the limits that contradict each other, or the direction without end.
 */
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Issue } from '../park/issue.ts';
import { inChunks } from '../program/chunks.ts';
import { rowSums } from '../program/matrix.ts';
import { columnName, rowName } from '../program/names.ts';
import type { Program } from '../program/program.ts';
import { proofParts } from '../solve/proof-parts.ts';
import type { Solution } from '../solve/solver.ts';
import { EXIT } from './exit-code.ts';
import { faceIssue, issueOfError } from './face-issue.ts';
import { csvLine } from './result-tables.ts';
import { isSameFile, writeWhole } from './whole-file.ts';

/** Why may the values not be written there? Null when they may. */
export function whyNoValues(file: string, program: string, force: boolean): Issue | null {
  const refuse = (reason: string) => faceIssue('values-place', { path: '--values', file, reason });
  if (!/\.(csv|json)$/i.test(file)) return refuse('its name ends neither with .csv nor with .json');
  if (isSameFile(file, program)) return refuse('that is the program');
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined)
    return existsSync(dirname(resolve(file))) ? null : refuse('its folder does not exist');
  if (!found.isFile()) return refuse('that is no plain file');
  return force ? null : faceIssue('file-exists', { file });
}

/** A limit that is open stays empty. */
const finite = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) ? value : null;

interface Value {
  readonly kind: 'column' | 'row';
  readonly name: string;
  readonly lower: number;
  readonly value: number;
  readonly upper: number;
  /** Of a column its reduced cost, of a row its dual: what one unit more of the limit that holds it adds to the objective. */
  readonly price: number;
}

/** Every column, then every row; nothing where there is no point. */
function* pointValues(program: Program, { x, y, z, status }: Solution): Generator<Value> {
  if (x.length !== program.columns || (x.length === 0 && status !== 'optimal')) return;
  for (let j = 0; j < program.columns; j++) {
    const [lower, upper] = [program.lower[j], program.upper[j]];
    yield { kind: 'column', name: columnName(program, j), lower, value: x[j], upper, price: z[j] };
  }
  const sums = rowSums(program, x);
  for (let i = 0; i < program.rows; i++) {
    const [lower, upper] = [program.rowLower[i], program.rowUpper[i]];
    yield { kind: 'row', name: rowName(program, i), lower, value: sums[i], upper, price: y[i] };
  }
}

const isProof = ({ status }: Solution) => status === 'infeasible' || status === 'unbounded';

function* tableLines(program: Program, solution: Solution): Generator<string> {
  if (isProof(solution)) {
    yield csvLine([
      'kind',
      'name',
      'side',
      'limit',
      solution.status === 'infeasible' ? 'weight' : 'direction',
    ]);
    for (const { kind, name, side, limit, weight } of proofParts(program, solution))
      yield csvLine([kind, name, side, finite(limit), weight], ALL_DIGITS);
    return;
  }
  yield csvLine(['kind', 'name', 'lower limit', 'value', 'upper limit', 'reduced cost or dual']);
  for (const { kind, name, lower, value, upper, price } of pointValues(program, solution))
    yield csvLine([kind, name, finite(lower), value, finite(upper), price], ALL_DIGITS);
}

const ALL_DIGITS = 17;

function* list(things: Iterable<object>): Generator<string> {
  let last: string | null = null;
  for (const thing of things) {
    if (last !== null) yield `${last},`;
    last = `    ${JSON.stringify(thing)}`;
  }
  if (last !== null) yield last;
}

/** One line a column and row, so that a large file can be read line by line too. */
function* jsonLines(program: Program, solution: Solution): Generator<string> {
  const hasPoint = !isProof(solution);
  const of = function* (wanted: Value['kind']): Generator<object> {
    if (!hasPoint) return;
    for (const { kind, name, lower, value, upper, price } of pointValues(program, solution)) {
      if (kind !== wanted) continue;
      const limits = { lower: finite(lower), upper: finite(upper) };
      yield kind === 'column'
        ? { name, value, ...limits, reducedCost: price }
        : { name, activity: value, ...limits, dual: price };
    }
  };
  yield '{';
  yield `  "status": ${JSON.stringify(solution.status)},`;
  yield `  "objective": ${JSON.stringify(hasPoint ? finite(solution.objective) : null)},`;
  yield '  "columns": [';
  yield* list(of('column'));
  yield '  ],';
  yield '  "rows": [';
  yield* list(of('row'));
  yield '  ],';
  yield '  "proof": [';
  yield* list(proofParts(program, solution));
  yield '  ]';
  yield '}';
}

/** What the system has against it, if anything: the answer itself is told all the same. */
export function writeValues(file: string, program: Program, solution: Solution): Issue | null {
  const lines = /\.json$/i.test(file) ? jsonLines : tableLines;
  try {
    writeWhole(file, inChunks(lines(program, solution)));
    return null;
  } catch (error) {
    const { issue, exitCode } = issueOfError(error);
    if (exitCode !== EXIT.environment) throw error;
    return issue;
  }
}
