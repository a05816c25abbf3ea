/**
 * A file that is there whole or not at all.
 * In: its name and its text in pieces. Out: the file, written beside its place and moved there at the end; and whether two
 * names mean one file.
 */
import { closeSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { namingFile } from './face-issue.ts';
import { onInterrupt } from './interrupt.ts';

/** By path, or (links) by what lies there. */
export function isSameFile(one: string, other: string): boolean {
  if (resolve(one) === resolve(other)) return true;
  const [a, b] = [one, other].map((file) => statSync(file, { throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

/** In pieces, since a year of hours is long. */
export function writeWhole(file: string, pieces: Iterable<string>): void {
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  const discard = () => rmSync(draft, { force: true });
  const forget = onInterrupt(discard);
  try {
    namingFile(file, () => {
      const open = openSync(draft, 'w');
      try {
        for (const piece of pieces) writeSync(open, piece);
      } finally {
        closeSync(open);
      }
      renameSync(draft, file);
    });
  } finally {
    discard();
    forget();
  }
}
