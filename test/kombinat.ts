/**
 * The real command line as a child process, in a folder of its own.
 * In: words as a user types them. Out: exit code and what was said on each stream.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject } from 'vitest';
import { ROOT } from './golden.ts';

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The tests of the command line mean nothing on an old build. */
export function expectBuilt(): void {
  expect(inject('buildFault'), 'The command line could not be built; see node scripts/build.js').toBe('');
}

export const MAIN = join(ROOT, 'dist', 'main.js');

/** No colours and no live line, whatever terminal the tests are run from. */
const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  NO_COLOR: '1',
  CI: '1',
  FORCE_COLOR: undefined,
});

/** Starts without waiting; `said` resolves when the process has ended and closed its streams. */
export function start(words: readonly string[], cwd: string): { child: ChildProcess; said: Promise<Said> } {
  const child = spawn(process.execPath, [MAIN, ...words], {
    cwd,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    texts.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    texts.err += text;
  });
  const said = new Promise<Said>((done) => child.on('close', (code) => done({ code, ...texts })));
  return { child, said };
}

export const kombinat = (words: readonly string[], cwd: string): Promise<Said> => start(words, cwd).said;

/** A folder that is empty now and gone afterwards. */
export function scratchFolder(): { path: string; remove: () => void } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'kombinat-')));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
