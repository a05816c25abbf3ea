/**
 * The linear program as a file for other solvers (`--write-mps`, `--write-lp`).
 * In: the names that the user gave, and a program. Out: the file, whole or not at all; or why it may not be written there:
 * it never replaces the park file, the other program file, or anything that does not carry the name of a program file.
 */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Issue } from '../park/issue.ts';
import type { Program } from '../program/program.ts';
import { writeLp } from '../program/write-lp.ts';
import { writeMps } from '../program/write-mps.ts';
import { faceIssue } from './face-issue.ts';
import { isSameFile, writeWhole } from './whole-file.ts';

export interface ProgramOptions {
  readonly writeMps?: string;
  readonly writeLp?: string;
}

export interface ProgramWish {
  readonly option: string;
  readonly file: string;
  readonly write: (program: Program) => Iterable<string>;
}

export function programWishes({ writeMps: mps, writeLp: lp }: ProgramOptions): ProgramWish[] {
  const wishes: ProgramWish[] = [];
  if (mps !== undefined) wishes.push({ option: '--write-mps', file: mps, write: writeMps });
  if (lp !== undefined) wishes.push({ option: '--write-lp', file: lp, write: writeLp });
  return wishes;
}

/** Why may the program not be written there? Null when it may. */
export function whyNotThere(
  wish: ProgramWish,
  wishes: readonly ProgramWish[],
  { force, park }: { readonly force: boolean; readonly park: string },
): Issue | null {
  const { option, file } = wish;
  const refuse = (reason: string) => faceIssue('program-place', { path: option, option, file, reason });
  if (file.trim() === '')
    return faceIssue('option-wrong', {
      path: option,
      option,
      found: 'empty',
      expected: 'the name of a file',
    });
  if (isSameFile(file, park)) return refuse('that is the park file');
  const others = wishes.filter((one) => one !== wish);
  if (others.some((one) => resolve(one.file) === resolve(file)))
    return refuse('two programs would go into one file');
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (!found.isFile()) return refuse('that is no plain file');
  if (!force) return faceIssue('file-exists', { file });
  return /\.(mps|lp)(\.gz)?$/i.test(file)
    ? null
    : refuse('a file is there whose name is not that of a linear program');
}

/** Whole or not at all. */
export const writeProgram = ({ file, write }: ProgramWish, program: Program): void =>
  writeWhole(file, write(program));
