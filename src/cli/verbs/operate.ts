/**
 * `kombinat operate FILE`: does a plan hold when nobody knows the weather beforehand?
 * In: a park file, which is planned first. Out: what is left unserved, how cold pots get, what not knowing costs, in other
 * weather years with outages. Nothing is written.
 */
import type { Command } from 'commander';
import type { Issue } from '../../park/issue.ts';
import { MOST_SEED } from '../../park/schema.ts';
import { operatePark } from '../../run/operate/operate-park.ts';
import { operationJson, operationText } from '../../show/operation-text.ts';
import { summary } from '../../show/summary.ts';
import { EXIT, exitCodeOf } from '../exit-code.ts';
import { faceIssue } from '../face-issue.ts';
import { issueJson } from '../issue-text.ts';
import { type Outcome, refusal } from '../outcome.ts';
import { type ParkOptions, parkRequest, withParkOptions, withSolverOptions } from '../park-request.ts';
import { terminalWidth, visible } from '../terminal.ts';
import { verb } from '../verb.ts';
import { windowSolver } from '../window-solver.ts';

interface OperateOptions extends ParkOptions {
  readonly years: string;
  readonly firstSeed?: string;
  readonly window: string;
  readonly step: string;
  readonly forecastError: string;
  readonly outages: boolean;
}

const MOST_YEARS = 100;
const MOST_ERROR = 5;
/** Hours of a leap year. */
const LONGEST = 8784;

type Numbers = Readonly<Record<'years' | 'window' | 'step' | 'forecastError', number>> & {
  readonly firstSeed: number | null;
};

function readNumbers(options: OperateOptions): { numbers: Numbers; issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const read = (option: string, text: string, most: number, least: number, whole: boolean): number => {
    const value = Number(text);
    const right =
      text.trim() !== '' && value >= least && value <= most && (!whole || Number.isInteger(value));
    const expected = `${whole ? 'a whole number' : 'a number'} from ${least} to ${most}`;
    if (!right) issues.push(faceIssue('option-wrong', { path: option, option, found: text, expected }));
    return value;
  };
  const numbers = {
    years: read('--years', options.years, MOST_YEARS, 1, true),
    window: read('--window', options.window, LONGEST, 1, true),
    step: read('--step', options.step, LONGEST, 1, true),
    forecastError: read('--forecast-error', options.forecastError, MOST_ERROR, 0, false),
    firstSeed:
      options.firstSeed === undefined ? null : read('--first-seed', options.firstSeed, MOST_SEED, 0, true),
  };
  if (issues.length === 0 && numbers.step > numbers.window) {
    const expected = `at most the window, ${numbers.window} hours`;
    issues.push(
      faceIssue('option-wrong', { path: '--step', option: '--step', found: options.step, expected }),
    );
  }
  return { numbers, issues };
}

async function operate(file: string, options: OperateOptions): Promise<Outcome> {
  const { numbers, issues } = readNumbers(options);
  if (issues.length > 0) return refusal(issues);
  const prepared = parkRequest(file, options);
  if (!prepared.ok) return refusal(prepared.issues, prepared.exitCode);
  const operation = await operatePark({
    ...prepared.request,
    ...numbers,
    outages: options.outages,
    windowSolver: windowSolver(),
  });
  const { run, status } = operation;
  const width = terminalWidth(process.stdout);
  const unplanned = run.plan === null;
  const text = unplanned
    ? status === 'wrong input'
      ? ''
      : summary(run, width)
    : operationText(operation, width);
  return {
    exitCode: status === 'failed' && !unplanned ? EXIT.internal : exitCodeOf(status),
    data: { ...operationJson(operation), issues: operation.issues.map(issueJson) },
    text: visible(text),
    issues: operation.issues,
  };
}

export const operateVerb = verb<OperateOptions>(
  'operate <file>',
  'plan a park, then run its sizes through other weather years without foresight, with outages',
  (command: Command) =>
    withSolverOptions(withParkOptions(command))
      .option('--years <number>', 'weather years to run, each of a seed of its own', '5')
      .option('--first-seed <seed>', 'seed of the first of them (default: the one after the plan’s)')
      .option('--window <hours>', 'hours that are looked ahead; a whole year is perfect foresight', '96')
      .option(
        '--step <hours>',
        'hours that are carried out before looking again; their weather is known',
        '24',
      )
      .option(
        '--forecast-error <times>',
        'times the forecast error of the library; 0 knows the whole window',
        '1',
      )
      .option('--no-outages', 'nothing fails'),
  ([file], options) => operate(file, options),
);
