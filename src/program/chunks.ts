/**
 * Text that is too long for one string. In: lines, one after another. Out: pieces of some 64 kB, made as they are asked
 * for, so that a program of a year of hours is written in little memory.
 */
const SIZE = 65_536;

/** The lines, each with its end, joined into pieces. */
export function* inChunks(lines: Iterable<string>): Generator<string> {
  let piece: string[] = [];
  let size = 0;
  for (const line of lines) {
    piece.push(line, '\n');
    size += line.length + 1;
    if (size < SIZE) continue;
    yield piece.join('');
    piece = [];
    size = 0;
  }
  if (size > 0) yield piece.join('');
}
