/**
 * A folder of results is there whole or not at all.
 * In: where it is wanted, and its files. Out: the folder, written beside its place and moved there at the end; or an issue,
 * since nothing is overwritten unasked, and nothing that Kombinat has not written is ever moved or removed.
 */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, parse, resolve, sep } from 'node:path';
import type { Issue } from '../park/issue.ts';
import { faceIssue, namingFile } from './face-issue.ts';
import { onInterrupt } from './interrupt.ts';

const MANIFEST = 'manifest.json';

/** Every file that Kombinat writes into a folder of results, besides the copy of the park file. */
const OWN = [
  'report.html',
  'plan.json',
  'capacities.csv',
  'flows-yearly.csv',
  'charges.csv',
  'hours.csv',
  MANIFEST,
];

/** Under which name is the park file kept? Its own, unless that is the name of a result (a park may be JSON). */
export function parkCopyName(file: string): string {
  const name = basename(file);
  return OWN.includes(name.toLowerCase()) ? `park-${name}` : name;
}

interface Kept {
  readonly run: string;
  /** Name of the park's copy. */
  readonly file: string;
}

/** What the manifest of a folder tells; null when there is none that Kombinat could have written. */
function keptIn(folder: string): Kept | null {
  try {
    const { run, status, file } = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
    const ours = /^[0-9a-f]{8,64}$/.test(run) && typeof status === 'string' && typeof file === 'string';
    return ours ? { run, file } : null;
  } catch {
    return null;
  }
}

/** The id of the run whose results lie in a folder; null when it holds none. */
export const runIn = (folder: string): string | null => keptIn(folder)?.run ?? null;

const real = (path: string) => (existsSync(path) ? realpathSync(path) : path);

/** Why can this never be a folder of results, whatever lies in it? Null when it can. */
function whyNoPlace(folder: string): Issue | null {
  if (folder.trim() === '') return faceIssue('out-empty', { path: '--out' });
  const target = resolve(folder);
  const holds = (outer: string, inner: string) =>
    outer === parse(outer).root || inner === outer || inner.startsWith(`${outer}${sep}`);
  if (holds(target, process.cwd()) || holds(real(target), real(process.cwd()))) {
    return faceIssue('out-above', { path: '--out', folder });
  }
  return null;
}

export interface Permission {
  /** True: results of another run may be replaced. */
  readonly force: boolean;
  /** The run whose results are to be written, when it is known already. */
  readonly run: string | null;
}

/** Why may this folder not be written to? Null when it may. Results of the same run may always be written again. */
export function whyNotWritten(folder: string, { force, run }: Permission): Issue | null {
  const nowhere = whyNoPlace(folder);
  if (nowhere !== null) return nowhere;
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (!found.isDirectory()) return faceIssue('file-exists', { file: folder });
  if (readdirSync(folder).length === 0) return null;
  const there = runIn(folder);
  if (there === null) return faceIssue('results-foreign', { folder });
  if (force || there === run) return null;
  return faceIssue('results-exist', { folder });
}

/** The file in a folder of results that stands where one is to be written, and is not ours to replace; or undefined. */
function foreignFile(target: string, draft: string): string | undefined {
  const kept = keptIn(target);
  return readdirSync(draft).find((name) => {
    const found = lstatSync(join(target, name), { throwIfNoEntry: false });
    if (found === undefined) return false;
    if (found.isDirectory()) return true;
    if (OWN.includes(name) || name === kept?.file) return false;
    return !readFileSync(join(target, name)).equals(readFileSync(join(draft, name)));
  });
}

/** Puts the files of a draft into a folder that is there, the manifest last; when one step fails, all are taken back. */
function moveInto(target: string, draft: string): void {
  const aside = `${draft}.old`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside);
  const undo: [from: string, to: string][] = [];
  const move = (from: string, to: string) => {
    renameSync(from, to);
    undo.unshift([to, from]);
  };
  const names = readdirSync(draft).filter((name) => name !== MANIFEST);
  try {
    // Without its manifest a folder is no complete result: it goes first and comes last.
    for (const name of [MANIFEST, ...names]) {
      if (lstatSync(join(target, name), { throwIfNoEntry: false }))
        move(join(target, name), join(aside, name));
    }
    for (const name of [...names, MANIFEST]) move(join(draft, name), join(target, name));
  } catch (error) {
    for (const [from, to] of undo) renameSync(from, to);
    rmSync(aside, { recursive: true, force: true });
    throw error;
  }
  rmSync(aside, { recursive: true, force: true });
}

/** An unfinished folder beside the place where the results will be. */
export interface Draft {
  write(name: string, content: string): void;
  /** Puts the draft in its place, unless something else has come there meanwhile: then says so and gives the draft up. */
  keep(folder: string, permission: Permission): Issue | null;
  discard(): void;
}

/** Made before the work begins, so that a full disk or a missing permission shows at once. */
export function openDraft(parent: string, name: string): Draft {
  const above = resolve(parent);
  const firstMade = mkdirSync(above, { recursive: true });
  const draft = join(above, `.${name}.${process.pid}.part`);
  // One of the same number can only be left of a process that was killed.
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  const discard = () => {
    rmSync(draft, { recursive: true, force: true });
    // A parent that was made for this alone goes too, unless something else has moved in meanwhile.
    if (firstMade !== undefined && existsSync(above) && readdirSync(above).length === 0) {
      rmSync(firstMade, { recursive: true, force: true });
    }
  };
  const forget = onInterrupt(discard);
  const giveUp = () => {
    forget();
    discard();
  };
  const refusal = (folder: string, permission: Permission): Issue | null => {
    const refused = whyNotWritten(folder, permission);
    if (refused !== null || !existsSync(folder)) return refused;
    const foreign = foreignFile(folder, draft);
    return foreign === undefined ? null : faceIssue('results-file-foreign', { folder, file: foreign });
  };
  return {
    write: (file, content) =>
      namingFile(join(parent, name, file), () => writeFileSync(join(draft, file), content)),
    keep(folder, permission) {
      const target = resolve(folder);
      let refused = refusal(target, permission);
      if (refused === null && !existsSync(target)) {
        mkdirSync(dirname(target), { recursive: true });
        try {
          renameSync(draft, target);
        } catch (error) {
          // Another plan may have come there in this very moment; a folder that is not empty is never replaced.
          refused = refusal(target, permission);
          if (refused === null) throw error;
        }
      } else if (refused === null) moveInto(target, draft);
      giveUp();
      return refused;
    },
    discard: giveUp,
  };
}
