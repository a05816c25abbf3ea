/**
 * What may reach a terminal, and how wide it is.
 * In: text from files and names that others wrote. Out: the same text with every sign that could steer the terminal, or
 * turn the order of reading round, shown as an escape; the width of a line. JSON is not touched: it has escapes of its own.
 */

const DEFAULT_WIDTH = 80;
const LEAST_WIDTH = 20;

/** Control and format characters (directions, isolates, zero widths) but the line feed, and the line separators. */
const STEERING = /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu;

const escaped = (sign: string): string => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

/** Text of several lines: only the line feed stays as it is. */
export const visible = (text: string): string => text.replace(STEERING, escaped);

/** A name or a sentence, which must not become two lines. */
export const visibleLine = (text: string): string => visible(text).replaceAll('\n', '\\u000a');

/** Columns of a terminal; one that does not tell, or tells 0, is taken as 80. */
export const terminalWidth = ({ columns }: { readonly columns?: number }): number =>
  columns ? Math.max(LEAST_WIDTH, columns) : DEFAULT_WIDTH;
