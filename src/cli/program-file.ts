/**
 * A linear program from a file of any tool.
 * In: MPS or LP, plain or packed with gzip; which of the two is told by how the text begins, else by the name. Out: the program and how long reading took, or what is wrong with the file.
 */
import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Issue, Result } from '../park/issue.ts';
import type { MpsSetChoice } from '../program/mps-sets.ts';
import type { Program } from '../program/program.ts';
import { readLp } from '../program/read-lp.ts';
import { readMps } from '../program/read-mps.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { faceIssue } from './face-issue.ts';
import { whyNotReadable } from './text-file.ts';

/** Bytes; a text of more than 512 MB does not fit into memory as one piece. */
const LARGEST = 500e6;

type Format = 'mps' | 'lp';

const READERS: Readonly<Record<Format, (text: string, file: string, sets: MpsSetChoice) => Result<Program>>> =
  {
    mps: readMps,
    lp: (text, file) => readLp(text, file),
  };

/** By its name; null when that ends otherwise. */
function formatOfName(file: string): Format | null {
  const end = /\.(\w+?)(\.gz)?$/i.exec(file)?.[1].toLowerCase() ?? '';
  return end === 'mps' || end === 'lp' ? end : null;
}

/** By its first line that is neither blank nor a comment of either form; null when that is how neither begins. */
function formatOfText(text: string): Format | null {
  const first = /^\ufeff?(?:[ \t]*(?:[*\\][^\n]*)?\r?\n)*([^\n]*)/.exec(text)?.[1] ?? '';
  if (/^(NAME|ROWS|OBJSENSE|OBJNAME)\b/i.test(first)) return 'mps';
  return /^\s*(max|min)(imi[sz]e|imum)?\b/i.test(first) ? 'lp' : null;
}

export type ProgramFile =
  | {
      readonly ok: true;
      readonly program: Program;
      readonly issues: readonly Issue[];
      readonly seconds: number;
    }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly exitCode: ExitCode };

const wrong = (...issues: readonly Issue[]): ProgramFile => ({
  ok: false,
  issues,
  exitCode: EXIT.wrongInput,
});

/** Bytes that are looked at to tell text from anything else. */
const LOOKED_AT = 65_536;

/** Text has no control characters but tab, line feed, vertical tab, form feed, carriage return and the end mark of DOS. */
const isBinary = (bytes: Buffer) =>
  bytes.subarray(0, LOOKED_AT).some((byte) => byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 26);

/** The bytes, unpacked when they are packed (told by their first two bytes, not by the name). */
function unpacked(file: string): Buffer {
  const bytes = readFileSync(file);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: LARGEST }) : bytes;
}

/** `sets`: which of several sets of an MPS file counts. */
export function readProgramFile(file: string, sets: MpsSetChoice = {}): ProgramFile {
  const began = performance.now();
  const fault = whyNotReadable(file, 'program-file-missing');
  if (fault !== null) return { ok: false, issues: [fault.issue], exitCode: fault.exitCode };
  if (statSync(file).size > LARGEST) {
    return wrong(faceIssue('program-file-unreadable', { file, reason: 'it is larger than 500 MB' }));
  }
  let bytes: Buffer;
  try {
    bytes = unpacked(file);
  } catch (error) {
    return wrong(
      faceIssue('program-file-unreadable', {
        file,
        reason: `unpacking failed (${(error as Error).message})`,
      }),
    );
  }
  if (isBinary(bytes))
    return wrong(faceIssue('program-file-unreadable', { file, reason: 'it is binary, not text' }));
  const text = bytes.toString('utf8');
  const [said, named] = [formatOfText(text), formatOfName(file)];
  const format = said ?? named;
  if (format === null) {
    const reason = 'neither its beginning nor its name tells MPS or LP';
    return wrong(faceIssue('program-file-unreadable', { file, reason }));
  }
  const form = format.toUpperCase();
  const notes = format === named ? [] : [faceIssue('program-format', { file, found: form }, 'note')];
  const read = READERS[format](text, file, sets);
  const issues = [...notes, ...read.issues];
  if (!read.ok) return wrong(...issues);
  return { ok: true, program: read.value, issues, seconds: (performance.now() - began) / 1000 };
}
