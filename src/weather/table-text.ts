/**
 * How is a text with columns read?
 * In: the text of a file. Out: header and rows with their line numbers, or why it is no table.
 */
export interface TableRow {
  /** 1-based line in the file. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  /** What stands for the decimal point in numbers. */
  readonly decimal: ',' | '.';
}

/** Separators, first found in the header wins; a comma between columns leaves the point to the numbers. */
const SEPARATORS = ['\t', ';', ','] as const;

/** Cells of a line; quotes may hold a separator. */
function split(line: string, separator: string): string[] {
  if (!line.includes('"')) return line.split(separator).map((cell) => cell.trim());
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    else if (letter === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += letter;
  }
  cells.push(cell.trim());
  return cells;
}

/** Control characters, or signs that a decoder could not read: no text. */
export function isBinary(text: string): boolean {
  const head = text.slice(0, 4000);
  let strange = 0;
  for (const letter of head) {
    const code = letter.charCodeAt(0);
    if (code === 0) return true;
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13)) strange += 1;
  }
  return strange > head.length / 100;
}

export function readTable(text: string): Table | 'empty' | 'binary' {
  if (isBinary(text)) return 'binary';
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const kept = lines
    .map((line, at) => ({ line: at + 1, text: line }))
    .filter((each) => each.text.trim() !== '' && !each.text.startsWith('#'));
  const [head, ...body] = kept;
  if (head === undefined) return 'empty';
  const separator = SEPARATORS.find((each) => head.text.includes(each)) ?? ',';
  const header = split(head.text, separator);
  const rows = body.map((each) => ({ line: each.line, cells: split(each.text, separator) }));
  const comma =
    separator !== ',' && rows.slice(0, 50).some((row) => row.cells.some((cell) => /^\d+,\d+$/.test(cell)));
  return { header, rows, decimal: comma ? ',' : '.' };
}
