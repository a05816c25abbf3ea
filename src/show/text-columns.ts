/**
 * Aligned columns and broken lines for a terminal, without colour. In: cells or a sentence, and a width. Out: lines.
 */
import { short } from './figure.ts';

export interface TextColumn {
  readonly title: string;
  readonly right?: boolean;
}

/** Columns padded to their widest cell; the first one gives way when the line is too long. */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly string[] {
  if (rows.length === 0) return [];
  const widths = columns.map((column, at) =>
    Math.max(column.title.length, ...rows.map((row) => row[at].length)),
  );
  const others = widths.slice(1).reduce((sum, one) => sum + one + 2, 0);
  widths[0] = Math.max(8, Math.min(widths[0], width - 2 - others));
  const line = (cells: readonly string[]): string =>
    cells
      .map((text, at) => {
        const cut = short(text, widths[at]);
        return columns[at].right ? cut.padStart(widths[at]) : cut.padEnd(widths[at]);
      })
      .join('  ')
      .trimEnd();
  return [line(columns.map((column) => column.title)), ...rows.map(line)].map((text) =>
    short(`  ${text}`, width),
  );
}

/** Words broken at blanks so that no line is longer than `width`. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one) => short(one, width));
}
