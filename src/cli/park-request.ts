/**
 * What is to be planned, from the words on the command line.
 * In: a park file and options. Out: a request for `run`, or what is wrong with the words.
 */
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Issue } from '../park/issue.ts';
import type { RunRequest } from '../run/run.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { faceIssue } from './face-issue.ts';
import { loadLibrary } from './library-values.ts';
import { packageVersion } from './package-root.ts';
import { teller } from './progress.ts';
import { LARGEST_PARK, readTextFile } from './text-file.ts';
import { workerSolver } from './worker-solver.ts';

export interface ParkOptions {
  readonly json?: boolean;
  readonly hours?: string;
  readonly consecutive?: boolean;
  readonly scenario?: string;
  readonly nothingAssumed?: boolean;
  readonly solver?: string;
  readonly timeLimit?: string;
}

const TYPICAL_WEEKS = '672';
const SOLVERS = ['auto', 'highs', 'interior'] as const;
const WEEK = 168;
/** Hours of a leap year, the longest there is. */
const LONGEST_YEAR = 8784;

/** Options of every verb that reads a park. */
export function withParkOptions(command: Command): Command {
  return command
    .option(
      '--hours <hours>',
      `'year' for every hour, or typical weeks as hours (672 = four weeks)`,
      TYPICAL_WEEKS,
    )
    .option('--consecutive', 'take the first hours of the year instead of typical weeks')
    .option('--scenario <name>', 'one of the scenarios of the park file')
    .option('--nothing-assumed', 'refuse what the file leaves unsaid, instead of listing it as assumed');
}

export function withSolverOptions(command: Command): Command {
  return command
    .option('--solver <name>', SOLVERS.join(' or '), 'auto')
    .option('--time-limit <seconds>', 'stop so many seconds after the start of the command');
}

type Read<T> = { ok: true; value: T } | { ok: false; issue: Issue };

const wrongOption = (
  option: string,
  found: string,
  expected: string,
  why?: string,
): { ok: false; issue: Issue } => ({
  ok: false,
  issue: faceIssue('option-wrong', { path: option, option, found, expected, why }),
});

function readHours(text: string, consecutive: boolean): Read<'year' | number> {
  if (text === 'year') return { ok: true, value: 'year' };
  const hours = Number(text);
  const whole = Number.isInteger(hours) && hours > 0;
  if (whole && hours > LONGEST_YEAR) {
    const most = `'year', or at most ${LONGEST_YEAR} hours`;
    return wrongOption('--hours', text, most, `A year has 8760 hours, a leap year ${LONGEST_YEAR}.`);
  }
  if (whole && (consecutive || hours % WEEK === 0)) return { ok: true, value: hours };
  const expected = consecutive
    ? `'year' or a whole number of hours`
    : `'year' or a multiple of ${WEEK} (672 = four typical weeks)`;
  const why = whole ? 'Typical weeks are whole weeks; --consecutive takes any number of hours.' : undefined;
  return wrongOption('--hours', text, expected, why);
}

/** Seconds; no limit when nothing is said. */
export function readTimeLimit(text: string | undefined): Read<number> {
  if (text === undefined) return { ok: true, value: Number.POSITIVE_INFINITY };
  const seconds = Number(text);
  if (text.trim() !== '' && seconds > 0) return { ok: true, value: seconds };
  return wrongOption('--time-limit', text, 'a positive number of seconds');
}

/** Seconds since the command was started: the time limit counts from there. */
export const sinceStart = (): number => performance.now() / 1000;

/** Relative, as `docs/reference/program-files.md` defines it. */
export function readTolerance(text: string): Read<number> {
  const tolerance = Number(text);
  if (text.trim() !== '' && tolerance >= 1e-12 && tolerance <= 1e-2) return { ok: true, value: tolerance };
  return wrongOption('--tolerance', text, 'a number from 1e-12 to 1e-2');
}

export function readSolver(text = 'auto'): Read<(typeof SOLVERS)[number]> {
  const solver = SOLVERS.find((name) => name === text);
  return solver === undefined
    ? wrongOption('--solver', text, SOLVERS.join(' or '))
    : { ok: true, value: solver };
}

/** The park file by the name that the user gave, read once; everything that it names, relative to it. */
function textsBeside(file: string, text: string): (name: string) => string | null {
  return (name) => {
    if (name === file) return text;
    const read = readTextFile(resolve(dirname(file), name));
    return read.ok ? read.text : null;
  };
}

export type ParkRequest =
  | { readonly ok: true; readonly request: RunRequest }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly exitCode: ExitCode };

export function parkRequest(file: string, options: ParkOptions): ParkRequest {
  const park = readTextFile(file, LARGEST_PARK);
  if (!park.ok) return { ok: false, issues: [park.issue], exitCode: park.exitCode };
  const hours = readHours(options.hours ?? TYPICAL_WEEKS, options.consecutive === true);
  const solver = readSolver(options.solver);
  const timeLimit = readTimeLimit(options.timeLimit);
  if (!hours.ok || !solver.ok || !timeLimit.ok) {
    const issues = [hours, solver, timeLimit].flatMap((read) => (read.ok ? [] : [read.issue]));
    return { ok: false, issues, exitCode: EXIT.wrongInput };
  }
  const library = loadLibrary();
  if (!library.ok) return { ok: false, issues: library.issues, exitCode: EXIT.internal };
  const clock = sinceStart;
  const request: RunRequest = {
    file,
    readText: textsBeside(file, park.text),
    library: library.value,
    scenario: options.scenario ?? null,
    hours: hours.value,
    consecutive: options.consecutive === true,
    strict: options.nothingAssumed === true,
    solver: workerSolver(),
    solve: { solver: solver.value, tolerance: 1e-7, timeLimit: timeLimit.value },
    version: packageVersion(),
    clock,
    began: 0,
    ...teller(clock),
  };
  return { ok: true, request };
}
