/**
 * Plans a park and keeps the results in a folder.
 * In: a request and where the results are wanted. Out: the run and its folder; or why the folder may not be written. Looks
 * at the folder before the work begins, so that nobody waits for a result that cannot be kept.
 */
import { basename, dirname, join, resolve } from 'node:path';
import type { Issue } from '../park/issue.ts';
import { planPark } from '../run/plan-park.ts';
import type { Run, RunRequest } from '../run/run.ts';
import { planJson } from '../show/plan-json.ts';
import { report } from '../show/report.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { faceIssue, issueOfError } from './face-issue.ts';
import {
  type ProgramOptions,
  type ProgramWish,
  programWishes,
  whyNotThere,
  writeProgram,
} from './program-wish.ts';
import { capacitiesCsv, chargesCsv, hoursCsv, yearlyFlowsCsv } from './result-tables.ts';
import { type Draft, openDraft, parkCopyName, whyNotWritten } from './results-folder.ts';

export interface Wanted extends ProgramOptions {
  readonly out?: string;
  readonly force?: boolean;
}

export type Planned =
  | {
      readonly ok: true;
      /** With the faults of writing among its issues. */
      readonly run: Run;
      readonly folder: string | null;
      /** Set when the results are kept, but something else could not be written. */
      readonly exitCode: ExitCode | null;
    }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly exitCode: ExitCode };

const PARENT = 'results';
const ID_DIGITS = 8;

const parkName = (file: string) => basename(file).replace(/(\.park)?\.ya?ml$/, '');

function refusalsBeforehand(wanted: Wanted, wishes: readonly ProgramWish[], park: string): Issue[] {
  const force = wanted.force === true;
  const folder = wanted.out === undefined ? null : whyNotWritten(wanted.out, { force, run: null });
  const files = wishes.map((wish) => whyNotThere(wish, wishes, { force, park }));
  return [folder, ...files].filter((issue) => issue !== null);
}

function writeResults(run: Run, request: RunRequest, draft: Draft): void {
  if (run.plan === null) return;
  const copy = parkCopyName(request.file);
  draft.write('report.html', report(run));
  draft.write('plan.json', `${JSON.stringify(planJson(run), null, 2)}\n`);
  draft.write('capacities.csv', capacitiesCsv(run));
  draft.write('flows-yearly.csv', yearlyFlowsCsv(run.plan));
  if (run.network?.processes.some(({ blend }) => blend !== null))
    draft.write('charges.csv', chargesCsv(run.plan));
  draft.write('hours.csv', hoursCsv(run.plan));
  // The text that was planned, read before the work began; the file may have changed since.
  draft.write(copy, request.readText(request.file) ?? '');
  const { id, status, manifest } = run;
  draft.write('manifest.json', `${JSON.stringify({ run: id, status, file: copy, ...manifest }, null, 2)}\n`);
}

/** The program's own files, after the results: what fails here takes nothing from them. */
function writePrograms(run: Run, wanted: Wanted, wishes: readonly ProgramWish[], park: string): Issue[] {
  const { program } = run;
  if (program === null) return [];
  return wishes.flatMap((wish) => {
    const refused = whyNotThere(wish, wishes, { force: wanted.force === true, park });
    if (refused !== null) return [refused];
    try {
      writeProgram(wish, program);
      return [];
    } catch (error) {
      const { issue, exitCode } = issueOfError(error);
      if (exitCode !== EXIT.environment) throw error;
      const reason = issue.message.replace(/\.$/, '');
      return [faceIssue('program-not-written', { path: wish.option, file: wish.file, reason })];
    }
  });
}

export async function planInto(request: RunRequest, wanted: Wanted): Promise<Planned> {
  const wishes = programWishes(wanted);
  const issues = refusalsBeforehand(wanted, wishes, request.file);
  if (issues.length > 0) return { ok: false, issues, exitCode: EXIT.wrongInput };
  const name = parkName(request.file);
  const out = wanted.out === undefined ? null : resolve(wanted.out);
  const draft = out === null ? openDraft(PARENT, name) : openDraft(dirname(out), basename(out));
  try {
    const run = await planPark(request);
    let folder: string | null = null;
    if (run.plan === null) draft.discard();
    else {
      folder = wanted.out ?? join(PARENT, `${name}-${run.id.slice(0, ID_DIGITS)}`);
      request.onStageStart?.('write');
      const start = request.clock();
      writeResults(run, request, draft);
      const refused = draft.keep(out ?? folder, { force: wanted.force === true, run: run.id });
      if (refused !== null) return { ok: false, issues: [refused], exitCode: EXIT.wrongInput };
      request.onStage?.({ stage: 'write', seconds: request.clock() - start, size: folder });
    }
    const faults = writePrograms(run, wanted, wishes, request.file);
    const exitCode = faults.length > 0 ? EXIT.environment : null;
    return { ok: true, run: { ...run, issues: [...run.issues, ...faults] }, folder, exitCode };
  } catch (error) {
    draft.discard();
    throw error;
  }
}
