/**
 * `kombinat new [FILE]`: a first park to change.
 * In: a file name that is still free. Out: the twelve-line park, ready to plan.
 */
import { closeSync, existsSync, openSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { EXIT } from '../exit-code.ts';
import { faceIssue, namingFile } from '../face-issue.ts';
import { type Outcome, refusal } from '../outcome.ts';
import { packageRoot } from '../package-root.ts';
import { verb } from '../verb.ts';

const FIRST = join(packageRoot, 'parks', 'first-metal.park.yaml');
const SCHEMA = join(packageRoot, 'schema', 'park.schema.json');
const SCHEMA_LINE = /^# yaml-language-server: \$schema=.*\n/;

/** The first line leads an editor to the schema, from where the file lies; without a way there the line is left out. */
function withSchemaOf(file: string, text: string): string {
  const folder = dirname(resolve(file));
  const way = existsSync(folder) ? relative(realpathSync(folder), SCHEMA).replaceAll('\\', '/') : '';
  // Another drive has no relative way, and the editor's line ends at a blank.
  const leads = way !== '' && !/\s|^[a-z]:/i.test(way) && existsSync(SCHEMA);
  return text.replace(SCHEMA_LINE, () => (leads ? `# yaml-language-server: $schema=${way}\n` : ''));
}

/** Whole or not at all, and never over a file. */
function writeNew(file: string, text: string): void {
  const open = openSync(file, 'wx');
  try {
    namingFile(file, () => writeFileSync(open, text));
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(open);
  }
}

function create(file: string): Outcome {
  try {
    writeNew(file, withSchemaOf(file, readFileSync(FIRST, 'utf8')));
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
