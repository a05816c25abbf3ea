/**
 * Files as the user names them.
 * In: a path. Out: the text, or an issue that says what is wrong with the file and how to mend it. Never throws for a
 * missing, unreadable or oversized file; what stands in the text is judged by whoever reads it.
 */
import { accessSync, constants, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Issue } from '../park/issue.ts';
import { nearest } from '../park/name.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { faceIssue } from './face-issue.ts';

/** Bytes; a year of hours of twenty series is a tenth of this. */
const LARGEST = 50e6;
/** Bytes; the language takes 500 000 characters of at most four bytes. */
export const LARGEST_PARK = 2e6;

export interface FileFault {
  readonly issue: Issue;
  readonly exitCode: ExitCode;
}

export type TextFile = { readonly ok: true; readonly text: string } | ({ readonly ok: false } & FileFault);

function nearFile(path: string): string | undefined {
  try {
    const near = nearest(basename(path), readdirSync(dirname(path)));
    return near === undefined ? undefined : join(dirname(path), near);
  } catch {
    return undefined;
  }
}

/** Why can this file not be read? Null when it can. `missing` is the code when there is none. */
export function whyNotReadable(file: string, missing = 'file-missing'): FileFault | null {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) {
    return { issue: faceIssue(missing, { file, near: nearFile(file) }), exitCode: EXIT.wrongInput };
  }
  if (found.isDirectory()) return { issue: faceIssue('file-is-folder', { file }), exitCode: EXIT.wrongInput };
  // A pipe or a device may never end.
  if (!found.isFile()) return { issue: faceIssue('file-not-plain', { file }), exitCode: EXIT.wrongInput };
  try {
    accessSync(file, constants.R_OK);
  } catch {
    const issue = faceIssue('file-unreadable', { file, reason: 'permission denied' });
    return { issue, exitCode: EXIT.environment };
  }
  return null;
}

/** `largest` in bytes. */
export function readTextFile(file: string, largest = LARGEST): TextFile {
  const fault = whyNotReadable(file);
  if (fault !== null) return { ok: false, ...fault };
  const { size } = statSync(file);
  if (size > largest) {
    const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
    const particulars = { file, found: megabytes(size), expected: `at most ${megabytes(largest)}` };
    return { ok: false, issue: faceIssue('text-too-large', particulars), exitCode: EXIT.wrongInput };
  }
  return { ok: true, text: readFileSync(file, 'utf8') };
}
