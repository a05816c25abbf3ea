/**
 * A linear program from a file of any tool.
 * In: `.mps` or `.lp`, plain or packed with gzip. Out: the program and how long reading took, or what is wrong with the file.
 */
import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Issue, Result } from '../park/issue.ts';
import type { Program } from '../program/program.ts';
import { readLp } from '../program/read-lp.ts';
import { readMps } from '../program/read-mps.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { faceIssue } from './face-issue.ts';
import { whyNotReadable } from './text-file.ts';

/** Bytes; a text of more than 512 MB does not fit into memory as one piece. */
const LARGEST = 500e6;

const READERS: Readonly<Record<string, (text: string, file: string) => Result<Program>>> = {
  mps: readMps,
  lp: readLp,
};

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

export function readProgramFile(file: string): ProgramFile {
  const began = performance.now();
  const fault = whyNotReadable(file);
  if (fault !== null) return { ok: false, issues: [fault.issue], exitCode: fault.exitCode };
  const format = /\.(\w+?)(\.gz)?$/i.exec(file)?.[1].toLowerCase() ?? '';
  if (!Object.hasOwn(READERS, format)) {
    return wrong(
      faceIssue('program-file-unreadable', { file, reason: 'its name ends neither with .mps nor with .lp' }),
    );
  }
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
  const read = READERS[format](bytes.toString('utf8'), file);
  if (!read.ok) return wrong(...read.issues);
  return { ok: true, program: read.value, issues: read.issues, seconds: (performance.now() - began) / 1000 };
}
