/**
 * `kombinat solve FILE`: any linear program from an MPS or LP file, solved and certified.
 * In: MPS or LP, also packed. Out: status, objective and the certificate computed on the program itself; with `--values` every
 * column and row, or of a program without an answer the limits that prove it.
 */
import colours from 'picocolors';
import { nearest } from '../../park/name.ts';
import { type MpsSetChoice, SET_SECTIONS } from '../../program/mps-sets.ts';
import type { Program } from '../../program/program.ts';
import { type ProofPart, proofParts } from '../../solve/proof-parts.ts';
import type { Solution, SolveOptions } from '../../solve/solver.ts';
import { count } from '../../units/number.ts';
import { EXIT, exitCodeOf } from '../exit-code.ts';
import { faceIssue } from '../face-issue.ts';
import { issueJson } from '../issue-text.ts';
import { type Outcome, refusal } from '../outcome.ts';
import { readSolver, readTimeLimit, readTolerance, sinceStart, withSolverOptions } from '../park-request.ts';
import { readProgramFile } from '../program-file.ts';
import { whyNoValues, writeValues } from '../program-values.ts';
import { teller } from '../progress.ts';
import { visibleLine } from '../terminal.ts';
import { textTable } from '../text-table.ts';
import { verb } from '../verb.ts';
import { workerSolver } from '../worker-solver.ts';

interface SolveWords {
  readonly json?: boolean;
  readonly solver?: string;
  readonly timeLimit?: string;
  readonly tolerance: string;
  readonly set: readonly string[];
  readonly values?: string;
  readonly force?: boolean;
}

/** What a point without end is worth is no figure: neither an objective nor prices belong to it. */
function solutionJson(solution: Solution) {
  const { status, iterations, seconds, solver, message, certificate, objective } = solution;
  const isEndless = status === 'unbounded';
  return {
    status,
    objective: isEndless || !Number.isFinite(objective) ? null : objective,
    ...(solution.bound === undefined ? {} : { bound: solution.bound }),
    primalResidual: certificate?.primalResidual ?? null,
    dualResidual: isEndless ? null : (certificate?.dualResidual ?? null),
    gap: isEndless ? null : (certificate?.gap ?? null),
    iterations,
    seconds,
    solver,
    message,
  };
}

const MOST_PARTS = 10;

const sideText = ({ side, limit }: ProofPart): string =>
  side === null ? '' : `at ${side === 'lower' ? 'least' : 'most'} ${limit}`;

/** The rows and limits that the proof speaks of, the first few of them. */
function proofText(parts: readonly ProofPart[], isEndless: boolean): string {
  if (parts.length === 0) return '';
  const rows = parts
    .slice(0, MOST_PARTS)
    .map((part) => [`  ${part.kind}`, part.name, sideText(part), `× ${Number(part.weight.toPrecision(6))}`]);
  const rest = parts.length - MOST_PARTS;
  const title = isEndless ? 'The direction that has no end' : 'What contradicts itself, each with its weight';
  const more = rest > 0 ? `\n  … and ${rest} more; --values writes all of them to a file.` : '';
  return `\n\n${title}\n${textTable(['', '', '', ''], rows, [3])}${more}`;
}

function solutionText(solution: Solution, parts: readonly ProofPart[]): string {
  const { status, objective, bound, primalResidual, dualResidual, gap, iterations, seconds, solver } =
    solutionJson(solution);
  const isEndless = status === 'unbounded';
  const small = (value: number | null) => (value === null ? '–' : value.toExponential(1));
  const rows = [
    ['status', status],
    ['objective', objective === null ? (isEndless ? 'unbounded' : '–') : objective.toPrecision(12)],
    ...(bound === undefined ? [] : [['bound of the search', bound.toPrecision(12)]]),
    ['primal residual', small(primalResidual)],
    ['dual residual', small(dualResidual)],
    ['gap', small(gap)],
    ['iterations', String(iterations)],
    ['time', `${seconds.toFixed(2)} s`],
    ['solver', solver],
  ];
  const table = textTable(['', ''], rows);
  return status === 'optimal'
    ? table
    : `${table}\n\n${visibleLine(solution.message)}${proofText(parts, isEndless)}`;
}

/** `RHS=B` and so on. */
function readSets(words: readonly string[]) {
  const chosen: Record<string, string> = {};
  const issues = words.flatMap((word) => {
    const [section, ...name] = word.split('=');
    const known = SET_SECTIONS.find((one) => one === section.trim().toUpperCase());
    if (known !== undefined && name.length > 0) chosen[known] = name.join('=').trim();
    if (known !== undefined && name.length > 0) return [];
    const near = nearest(section, SET_SECTIONS)?.toUpperCase();
    const expected = near === undefined ? 'RHS=name, RANGES=name or BOUNDS=name' : `${near}=name`;
    return [faceIssue('option-wrong', { path: '--set', option: '--set', found: word, expected })];
  });
  return { chosen: chosen as MpsSetChoice, issues };
}

/** Solved with what is left of the time, and told. */
async function solved(program: Program, readSeconds: number, how: Omit<SolveOptions, 'onProgress'>) {
  const told = teller(sinceStart);
  const size = [
    count(program.columns, 'column'),
    count(program.rows, 'row'),
    `${count(program.values.length, 'non-zero')} before presolve`,
  ].join(', ');
  told.onStage({ stage: 'read', seconds: readSeconds, size });
  const timeLimit = Math.max(0, how.timeLimit - sinceStart());
  const solution = await workerSolver()(program, { ...how, timeLimit, onProgress: told.onProgress });
  told.onStage({ stage: 'solve', seconds: solution.seconds, size: `${solution.status}, ${solution.solver}` });
  return solution;
}

async function solve(file: string, options: SolveWords): Promise<Outcome> {
  const solver = readSolver(options.solver);
  const timeLimit = readTimeLimit(options.timeLimit);
  const tolerance = readTolerance(options.tolerance);
  const sets = readSets(options.set);
  const noValues =
    options.values === undefined ? null : whyNoValues(options.values, file, options.force === true);
  const wrong = [
    ...[solver, timeLimit, tolerance].flatMap((read) => (read.ok ? [] : [read.issue])),
    ...sets.issues,
    ...(noValues === null ? [] : [noValues]),
  ];
  if (wrong.length > 0 || !solver.ok || !timeLimit.ok || !tolerance.ok) return refusal(wrong);
  const read = readProgramFile(file, sets.chosen);
  if (!read.ok) return refusal(read.issues, read.exitCode);
  const { program } = read;
  if (solver.value === 'interior' && program.integer?.includes(1))
    return refusal([...read.issues, faceIssue('interior-whole', { path: '--solver' })]);
  const solution = await solved(program, read.seconds, {
    solver: solver.value,
    tolerance: tolerance.value,
    timeLimit: timeLimit.value,
  });
  const parts = proofParts(program, solution);
  const { values } = options;
  const fault = values === undefined ? null : writeValues(values, program, solution);
  const written = values === undefined || fault !== null ? null : values;
  const where = written === null ? '' : `\n\nValues are in ${visibleLine(written)}.`;
  const issues = fault === null ? read.issues : [...read.issues, fault];
  return {
    exitCode: fault === null ? exitCodeOf(solution.status) : EXIT.environment,
    data: {
      ...solutionJson(solution),
      proof: parts,
      values: written,
      issues: issues.map(issueJson),
    },
    text: `${solutionText(solution, parts)}${colours.dim(where)}`,
    issues,
  };
}

const together = (word: string, before: readonly string[]): readonly string[] => [...before, word];

export const solveVerb = verb<SolveWords>(
  'solve <file>',
  'solve a linear program from an MPS or LP file (also .gz)',
  (command) =>
    withSolverOptions(command)
      .option('--tolerance <relative>', 'largest residual and gap of a proven answer', '1e-7')
      .option(
        '--set <section=name>',
        'of several sets of RHS, RANGES or BOUNDS the one that counts',
        together,
        [],
      )
      .option('--values <file>', 'also write every column and row as .csv or .json')
      .option('--force', 'replace a file of values that is there already'),
  ([file], options) => solve(file, options),
);
