/**
 * Plain tables for a terminal: no frames, columns by spaces, numbers to the right.
 * In: a head and rows. Out: text.
 */
import Table from 'cli-table3';
import colours from 'picocolors';
import { visibleLine } from './terminal.ts';

const FRAMELESS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/** `right`, `faint`: indexes of the columns that stand to the right, and of those that are less important. */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
  faint: readonly number[] = [],
) {
  const shown = (cell: string, column: number) =>
    faint.includes(column) ? colours.dim(visibleLine(cell)) : visibleLine(cell);
  const table = new Table({
    chars: FRAMELESS,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colAligns: head.map((_, index) => (right.includes(index) ? 'right' : 'left')),
  });
  // A head without a word is no line.
  if (head.some((word) => word !== '')) table.push(head.map((word) => colours.dim(word)));
  table.push(...rows.map((row) => row.map(shown)));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
