/**
 * A mistake that the command line itself finds, as an issue like any other.
 * In: code, particulars and (if known) place. Out: an issue with its sentence; also the fault of the system behind an error.
 */
import type { Issue, Severity } from '../park/issue.ts';
import { issue } from '../park/sentences/catalogue.ts';
import { EXIT, type ExitCode } from './exit-code.ts';

/** A particular that is undefined is left out. `file` is also the issue's place. */
export function faceIssue(
  code: string,
  particulars: Record<string, string | undefined> = {},
  severity: Severity = 'error',
): Issue {
  const known = Object.entries(particulars).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const { path = '', ...rest } = Object.fromEntries(known);
  return issue(code, severity, { file: particulars['file'] }, { path, ...rest });
}

/** Does the work of writing a file, so that an error names it: the system forgets the name once the file is open. */
export function namingFile<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error) Object.assign(error, { path: file });
    throw error;
  }
}

/** Errors of the system that a user can do something about. */
const SYSTEM: Readonly<Record<string, string>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EACCES: 'not-permitted',
  EPERM: 'not-permitted',
  EROFS: 'not-permitted',
};

/** An unexpected error, told as an issue: the system's faults by name (exit 5), anything else as our own (exit 4). */
export function issueOfError(error: unknown): { issue: Issue; exitCode: ExitCode } {
  const { code, path, message } = error as NodeJS.ErrnoException;
  const reason = (message ?? String(error)).split('\n')[0];
  const isSystem = typeof code === 'string' && /^E[A-Z0-9]+$/.test(code);
  if (!isSystem) return { issue: faceIssue('internal-fault', { reason }), exitCode: EXIT.internal };
  const told = faceIssue(SYSTEM[code] ?? 'environment-fault', { file: path ?? 'the output', reason });
  return { issue: told, exitCode: EXIT.environment };
}
