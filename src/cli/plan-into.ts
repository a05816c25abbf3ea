/**
 * Plans a park and keeps the results in a folder.
 * In: a request and where the results are wanted. Out: the run and its folder; or why the folder may not be written. Looks
 * at the folder before the work begins, so that nobody waits for a result that cannot be kept.
 */
import { closeSync, existsSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Issue } from '../park/issue.ts';
import type { Program } from '../program/program.ts';
import { writeLp } from '../program/write-lp.ts';
import { writeMps } from '../program/write-mps.ts';
import { planPark } from '../run/plan-park.ts';
import type { Run, RunRequest } from '../run/run.ts';
import { planJson } from '../show/plan-json.ts';
import { report } from '../show/report.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { faceIssue } from './face-issue.ts';
import { onInterrupt } from './interrupt.ts';
import { capacitiesCsv, hoursCsv, yearlyFlowsCsv } from './result-tables.ts';
import { type Draft, openDraft, whyNotWritten } from './results-folder.ts';

export interface Wanted {
  readonly out?: string;
  readonly force?: boolean;
  readonly writeMps?: string;
  readonly writeLp?: string;
}

export type Planned =
  | { readonly ok: true; readonly run: Run; readonly folder: string | null }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly exitCode: ExitCode };

const PARENT = 'results';
const ID_DIGITS = 8;

const parkName = (file: string) => basename(file).replace(/(\.park)?\.ya?ml$/, '');

/** The program's own files: name → how it is written. */
function programFiles(wanted: Wanted): [string, (program: Program) => Iterable<string>][] {
  const files: [string, (program: Program) => Iterable<string>][] = [];
  if (wanted.writeMps !== undefined) files.push([wanted.writeMps, writeMps]);
  if (wanted.writeLp !== undefined) files.push([wanted.writeLp, writeLp]);
  return files;
}

function refusalsBeforehand(wanted: Wanted): Issue[] {
  const force = wanted.force === true;
  const folder = wanted.out === undefined ? null : whyNotWritten(wanted.out, { force, run: null });
  const taken = programFiles(wanted)
    .filter(([file]) => existsSync(file) && !force)
    .map(([file]) => faceIssue('file-exists', { file }));
  return [...(folder === null ? [] : [folder]), ...taken];
}

/** Beside its place first, so that a file is there whole or not at all; in pieces, since a year of hours is long. */
function writeWhole(file: string, pieces: Iterable<string>): void {
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  const discard = () => rmSync(draft, { force: true });
  const forget = onInterrupt(discard);
  try {
    const open = openSync(draft, 'w');
    for (const piece of pieces) writeSync(open, piece);
    closeSync(open);
    renameSync(draft, file);
  } catch (error) {
    discard();
    throw error;
  } finally {
    forget();
  }
}

function writeResults(run: Run, request: RunRequest, draft: Draft): void {
  if (run.plan === null) return;
  draft.write('report.html', report(run));
  draft.write('plan.json', `${JSON.stringify(planJson(run), null, 2)}\n`);
  draft.write('capacities.csv', capacitiesCsv(run));
  draft.write('flows-yearly.csv', yearlyFlowsCsv(run.plan));
  draft.write('hours.csv', hoursCsv(run.plan));
  draft.write(basename(request.file), request.readText(request.file) ?? '');
  const { id, status, manifest } = run;
  draft.write(
    'manifest.json',
    `${JSON.stringify({ run: id, status, file: basename(request.file), ...manifest }, null, 2)}\n`,
  );
}

export async function planInto(request: RunRequest, wanted: Wanted): Promise<Planned> {
  const issues = refusalsBeforehand(wanted);
  if (issues.length > 0) return { ok: false, issues, exitCode: EXIT.wrongInput };
  const name = parkName(request.file);
  const draft =
    wanted.out === undefined ? openDraft(PARENT, name) : openDraft(dirname(wanted.out), basename(wanted.out));
  try {
    const run = await planPark(request);
    if (run.program !== null)
      for (const [file, write] of programFiles(wanted)) writeWhole(file, write(run.program));
    if (run.plan === null) {
      draft.discard();
      return { ok: true, run, folder: null };
    }
    const folder = wanted.out ?? join(PARENT, `${name}-${run.id.slice(0, ID_DIGITS)}`);
    const refused = whyNotWritten(folder, { force: wanted.force === true, run: run.id });
    if (refused !== null) {
      draft.discard();
      return { ok: false, issues: [refused], exitCode: EXIT.wrongInput };
    }
    request.onStageStart?.('write');
    const start = request.clock();
    writeResults(run, request, draft);
    draft.keep(folder);
    request.onStage?.({ stage: 'write', seconds: request.clock() - start, size: folder });
    return { ok: true, run, folder };
  } catch (error) {
    draft.discard();
    throw error;
  }
}
