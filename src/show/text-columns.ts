/**
 * Aligned columns and broken lines for a terminal, without colour. In: cells or a sentence, and a width. Out: lines. Nothing is
 * cut: what is too long goes on in the next line.
 */
export interface TextColumn {
  readonly title: string;
  readonly right?: boolean;
}

/** Below this the first column gives way no more: the line gets longer than the terminal. */
const NARROWEST = 10;
const INDENT = '  ';

/**
 * Columns padded to their widest cell. When the line is too long the titles are broken, then the first column. One text a row,
 * with line feeds where it is broken.
 */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly string[] {
  if (rows.length === 0) return [];
  const titles = columns.map(({ title }) => title);
  const widest = (at: number, title: string): number =>
    Math.max(title.length, ...rows.map((row) => row[at].length));
  const longestWord = (title: string): string =>
    title.split(' ').reduce((most, word) => (word.length > most.length ? word : most), '');
  const sumOf = (widths: readonly number[]): number => widths.reduce((sum, one) => sum + one + 2, 0);
  const whole = titles.map((title, at) => widest(at, title));
  const fits = sumOf(whole) <= width;
  const widths = fits ? whole : titles.map((title, at) => widest(at, at === 0 ? title : longestWord(title)));
  const others = sumOf(widths.slice(1));
  widths[0] = Math.min(widths[0], Math.max(NARROWEST, width - 2 - others));
  const row = (cells: readonly string[]): string => {
    const broken = cells.map((text, at) => (at === 0 ? hanging : wrapped)(text, widths[at]));
    const height = Math.max(...broken.map((lines) => lines.length));
    const line = (number: number): string =>
      broken
        .map((lines, at) => {
          const text = lines[number] ?? '';
          return columns[at].right ? text.padStart(widths[at]) : text.padEnd(widths[at]);
        })
        .join('  ');
    return Array.from({ length: height }, (_, number) => `${INDENT}${line(number)}`.trimEnd()).join('\n');
  };
  return [titles, ...rows].map(row);
}

/** Words broken at blanks so that no line is longer than `width`; a longer word is broken inside. */
export function wrapped(text: string, width: number): readonly string[] {
  if (text.length <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).flatMap((one) => pieces(one, width))) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function pieces(word: string, width: number): readonly string[] {
  const most = Math.max(1, width);
  const found: string[] = [];
  for (let from = 0; from < word.length; from += most) found.push(word.slice(from, from + most));
  return found.length === 0 ? [''] : found;
}

/** The same, with all lines after the first set in. */
export function hanging(text: string, width: number): readonly string[] {
  if (text.length <= width) return [text];
  return wrapped(text, width - INDENT.length).map((line, at) => (at === 0 ? line : `${INDENT}${line}`));
}
