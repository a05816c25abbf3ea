/**
 * A folder of results is there whole or not at all.
 * In: where it is wanted, and its files. Out: the folder, written beside its place and renamed at the end; or an issue,
 * since nothing is overwritten unasked.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Issue } from '../park/issue.ts';
import { faceIssue } from './face-issue.ts';
import { onInterrupt } from './interrupt.ts';

const MANIFEST = 'manifest.json';

/** The id of the run whose results lie in a folder; null when it holds none. */
export function runIn(folder: string): string | null {
  try {
    const { run } = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
    return typeof run === 'string' ? run : null;
  } catch {
    return null;
  }
}

/** Why may this folder not be written to? Null when it may. Results of the same run may always be written again. */
export function whyNotWritten(folder: string, options: { force: boolean; run: string | null }): Issue | null {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (!found.isDirectory()) return faceIssue('file-exists', { file: folder });
  if (readdirSync(folder).length === 0) return null;
  const there = runIn(folder);
  if (there === null) return faceIssue('results-foreign', { folder });
  if (options.force || there === options.run) return null;
  return faceIssue('results-exist', { folder });
}

/** An unfinished folder beside the place where the results will be. */
export interface Draft {
  write(name: string, content: string): void;
  /** Puts the draft in its place; what was there before goes only after that. */
  keep(folder: string): void;
  discard(): void;
}

/** Made before the work begins, so that a full disk or a missing permission shows at once. */
export function openDraft(parent: string, name: string): Draft {
  const firstMade = mkdirSync(resolve(parent), { recursive: true });
  const draft = join(resolve(parent), `.${name}.${process.pid}.part`);
  mkdirSync(draft);
  const discard = () => {
    rmSync(draft, { recursive: true, force: true });
    // A parent that was made for this alone goes too, unless something else has moved in meanwhile.
    if (firstMade !== undefined && existsSync(resolve(parent)) && readdirSync(resolve(parent)).length === 0) {
      rmSync(firstMade, { recursive: true, force: true });
    }
  };
  const forget = onInterrupt(discard);
  return {
    write: (file, content) => writeFileSync(join(draft, file), content),
    keep(folder) {
      const target = resolve(folder);
      mkdirSync(dirname(target), { recursive: true });
      const previous = join(dirname(target), `.${basename(target)}.${process.pid}.old`);
      const replaces = existsSync(target);
      if (replaces) renameSync(target, previous);
      renameSync(draft, target);
      rmSync(previous, { recursive: true, force: true });
      forget();
    },
    discard() {
      forget();
      discard();
    },
  };
}
