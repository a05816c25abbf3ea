/**
 * `kombinat new [FILE]`: a first park to change.
 * In: a file name that is still free. Out: the twelve-line park, ready to plan.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../exit-code.ts';
import { faceIssue } from '../face-issue.ts';
import { type Outcome, refusal } from '../outcome.ts';
import { packageRoot } from '../package-root.ts';
import { verb } from '../verb.ts';

function create(file: string): Outcome {
  const text = readFileSync(join(packageRoot, 'parks', 'first-metal.park.yaml'), 'utf8');
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return refusal([faceIssue('file-exists', { file })]);
    throw error;
  }
  return {
    exitCode: EXIT.proven,
    data: { status: 'written', file },
    text: `${file} is written. Next: kombinat plan ${file} --hours 672`,
  };
}

export const newVerb = verb(
  'new [file]',
  'write a first park of twelve lines (never over an existing file)',
  (command) => command,
  ([file = 'first-metal.park.yaml']) => create(file),
);
