/**
 * How far is what a model or the library says from what was published?
 * In: rows of a comparison. Out: the deviation of each, and the table of all, as Markdown.
 */

export interface Comparison {
  /** What the row is known by: an example's number, or a plant. */
  readonly of: string;
  readonly what: string;
  /** Author and year of what was published, or the hand calculation behind it. */
  readonly source: string;
  readonly unit: string;
  readonly published: number;
  /** What model or library say. */
  readonly found: () => number;
  /** Largest deviation, as a share of what was published. */
  readonly within: number;
}

/** Found over published, less one. */
export const deviation = ({ published, found }: Comparison): number => found() / published - 1;

const figure = (value: number): string => {
  const digits = value >= 10_000 ? Math.ceil(Math.log10(value)) : 5;
  const [whole, parts] = String(Number(value.toPrecision(digits))).split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ' ') : whole;
  return parts === undefined ? grouped : `${grouped}.${parts}`;
};

function percent(share: number): string {
  const value = 100 * share;
  if (Math.abs(value) < 0.005) return '0 %';
  const text = Math.abs(value) < 0.1 ? Math.abs(value).toFixed(2) : Math.abs(value).toFixed(1);
  return `${value < 0 ? '−' : '+'}${text} %`;
}

/** One line a row: what was published, what is found, how far apart they are and may be. */
export function comparisonTable(first: string, rows: readonly Comparison[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const head = [first, 'Figure', 'Source', 'Published', 'Kombinat', 'Difference', 'At most'];
  return [
    line(head),
    line(head.map(() => '---')),
    ...rows.map((row) =>
      line([
        row.of,
        row.what,
        row.source,
        `${figure(row.published)} ${row.unit}`.trim(),
        `${figure(row.found())} ${row.unit}`.trim(),
        percent(deviation(row)),
        `${Number((100 * row.within).toPrecision(3))} %`,
      ]),
    ),
  ].join('\n');
}
