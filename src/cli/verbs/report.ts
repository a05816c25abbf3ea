/**
 * `kombinat report WHERE`: the report of results that are there, or of a park that is planned for it.
 * In: a folder of results, or a park file. Out: where the report lies.
 */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { summary } from '../../show/summary.ts';
import { EXIT, exitCodeOf } from '../exit-code.ts';
import { faceIssue } from '../face-issue.ts';
import { type Outcome, refusal } from '../outcome.ts';
import { parkRequest, withParkOptions, withSolverOptions } from '../park-request.ts';
import { planInto } from '../plan-into.ts';
import { runIn } from '../results-folder.ts';
import { terminalWidth, visible } from '../terminal.ts';
import { verb } from '../verb.ts';
import type { PlanOptions } from './plan.ts';

const REPORT = 'report.html';

function ofFolder(folder: string): Outcome {
  const run = runIn(folder);
  const report = join(folder, REPORT);
  const missing = run === null ? 'manifest.json' : existsSync(report) ? null : REPORT;
  if (missing !== null) return refusal([faceIssue('results-missing', { folder, file: missing })]);
  return { exitCode: EXIT.proven, data: { status: 'there', run, report }, text: report };
}

async function ofPark(file: string, options: PlanOptions): Promise<Outcome> {
  const prepared = parkRequest(file, options);
  if (!prepared.ok) return refusal(prepared.issues, prepared.exitCode);
  const done = await planInto(prepared.request, options);
  if (!done.ok) return refusal(done.issues, done.exitCode);
  const { run, folder } = done;
  const report = folder === null ? null : join(folder, REPORT);
  const why = run.explanation === null ? run.message : summary(run, terminalWidth(process.stdout));
  return {
    exitCode: done.exitCode ?? exitCodeOf(run.status),
    data: { status: run.status, run: run.id, report, message: run.message },
    text: report ?? visible(why),
    issues: run.issues,
  };
}

export const reportVerb = verb<PlanOptions>(
  'report <where>',
  'the report of a results folder, or of a park (which is planned for it)',
  (command) =>
    withSolverOptions(withParkOptions(command))
      .option('--out <folder>', 'where the results go')
      .option('--force', 'replace results that are there already'),
  ([where], options) =>
    statSync(where, { throwIfNoEntry: false })?.isDirectory() ? ofFolder(where) : ofPark(where, options),
);
