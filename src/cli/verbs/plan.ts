/**
 * `kombinat plan FILE`: what to build, how to run it, what it costs and emits, which promises hold.
 * In: a park file. Out: a summary (or JSON) on standard output, and a folder of results, whole or not at all.
 */
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Run } from '../../run/run.ts';
import { planJson } from '../../show/plan-json.ts';
import { summary } from '../../show/summary.ts';
import { count, noun } from '../../units/number.ts';
import { exitCodeOf } from '../exit-code.ts';
import { issueJson } from '../issue-text.ts';
import { type Outcome, refusal, say } from '../outcome.ts';
import { type ParkOptions, parkRequest, withParkOptions, withSolverOptions } from '../park-request.ts';
import { planInto } from '../plan-into.ts';
import { terminalWidth, visible } from '../terminal.ts';
import { verb } from '../verb.ts';

export interface PlanOptions extends ParkOptions {
  readonly strict?: boolean;
  readonly out?: string;
  readonly force?: boolean;
  readonly writeMps?: string;
  readonly writeLp?: string;
}

/** JSON of any run: a wrong file has nothing but its mistakes. */
function data(run: Run, results: string | null) {
  if (run.status !== 'wrong input') return { ...planJson(run), results };
  return { status: run.status, message: run.message, issues: run.issues.map(issueJson), results };
}

async function plan(file: string, options: PlanOptions): Promise<Outcome> {
  const prepared = parkRequest(file, options);
  if (!prepared.ok) return refusal(prepared.issues, prepared.exitCode);
  const done = await planInto(prepared.request, options);
  if (!done.ok) return refusal(done.issues, done.exitCode);
  const { run, folder } = done;
  const broken = options.strict === true ? run.promises.filter((promise) => promise.status === 'broken') : [];
  const text = run.status === 'wrong input' ? '' : visible(summary(run, terminalWidth(process.stdout)));
  const where =
    folder === null
      ? 'No results were written.'
      : `Results are in ${visible(folder)}${'/'}: ${visible(join(folder, 'report.html'))}`;
  say('');
  if (broken.length > 0)
    say(
      `Strict: of ${count(run.promises.length, 'promise')}, ${broken.length} ${noun(broken.length, 'is', 'are')} broken.`,
    );
  return {
    exitCode: done.exitCode ?? exitCodeOf(run.status, broken.length),
    data: data(run, folder),
    text: text === '' ? '' : `${text.trimEnd()}\n\n${where}`,
    issues: run.issues,
  };
}

export const planVerb = verb<PlanOptions>(
  'plan <file>',
  'plan a park: what to build and how to run it, proven and verified',
  (command: Command) =>
    withSolverOptions(withParkOptions(command))
      .option('--strict', 'end with 2 when a promise is broken, even one that does not bind')
      .option('--out <folder>', 'where the results go (default: results/<park>-<name of the run>)')
      .option('--force', 'replace results and program files that are there already')
      .option('--write-mps <file>', 'also write the linear program as MPS')
      .option('--write-lp <file>', 'also write the linear program as LP'),
  ([file], options) => plan(file, options),
);
