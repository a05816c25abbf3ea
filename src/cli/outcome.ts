/**
 * What a verb hands back, and the one place where it reaches the user.
 * In: a verb's work. Out: data on standard output (text, or JSON with --json), talk and issues on standard error, the
 * exit code. Every fault passes here, so that no stack trace is ever shown for a user's mistake.
 */
import type { Issue } from '../park/issue.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { issueOfError } from './face-issue.ts';
import { issueCount, issueJson, issuesText } from './issue-text.ts';

export interface Outcome {
  readonly exitCode: ExitCode;
  /** For --json. */
  readonly data: unknown;
  /** For people, on standard output. */
  readonly text: string;
  /** For people, on standard error; with --json they are part of `data`. */
  readonly issues?: readonly Issue[];
}

/** The outcome of a verb that could not do its work. */
export function refusal(issues: readonly Issue[], exitCode: ExitCode = EXIT.wrongInput): Outcome {
  const status = exitCode === EXIT.wrongInput ? 'wrong input' : 'failed';
  return { exitCode, data: { status, issues: issues.map(issueJson) }, text: '', issues };
}

/** Standard error is for talk: never data. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Waits until all of it has left the process: a pipe takes 64 kB at a time. */
function print(text: string): Promise<void> {
  return new Promise((done) => process.stdout.write(text, () => done()));
}

/**
 * A reader that goes away (`| head`) is no fault of ours. Nobody listens to the talk: the work goes on. Nobody takes the
 * data, which come last: the end, with the code of the work (what is half-written is undone at every end).
 */
export function forgiveClosedPipes(): void {
  process.stderr.on('error', () => {});
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(Number(process.exitCode ?? EXIT.proven));
    process.exit(EXIT.environment);
  });
}

async function tell(outcome: Outcome, json: boolean): Promise<void> {
  process.exitCode = outcome.exitCode;
  const issues = outcome.issues ?? [];
  if (json) {
    await print(`${JSON.stringify(outcome.data, null, 2)}\n`);
    return;
  }
  if (issues.length > 0) {
    say(issuesText(issues));
    say(`\n${issueCount(issues)}`);
  }
  if (outcome.text !== '') await print(`${outcome.text}\n`);
}

/** Runs one verb and ends the process: a solver's worker may still be alive, and there is nothing left to wait for. */
export async function finish(json: boolean, work: () => Outcome | Promise<Outcome>): Promise<never> {
  try {
    await tell(await work(), json);
  } catch (error) {
    if (process.env['KOMBINAT_DEBUG']) say(String((error as Error).stack ?? error));
    const { issue, exitCode } = issueOfError(error);
    await tell(refusal([issue], exitCode), json);
  }
  process.exit(process.exitCode);
}
