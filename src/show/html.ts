/**
 * The few building blocks of a page: escaped text, tables with units in their heads, figures with their data beside.
 * In: text and cells. Out: HTML text. Everything that a user may have written passes through `escapeHtml`.
 */

/** Text that may stand between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Ready HTML, to be told apart from text that still has to be escaped. */
export interface Markup {
  readonly html: string;
}
export const markup = (html: string): Markup => ({ html });
export type Cell = string | Markup;
const cell = (content: Cell): string => (typeof content === 'string' ? escapeHtml(content) : content.html);

export interface Column {
  readonly title: string;
  /** Unit of the whole column, when all its cells share one. */
  readonly unit?: string;
  readonly align?: 'right';
}

/** A table; the first column heads its rows. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  kind = '',
): string {
  const side = (column: Column): string => (column.align === 'right' ? ' class="number"' : '');
  const head = columns
    .map((column) => {
      const unit = column.unit === undefined ? '' : ` <span class="unit">${escapeHtml(column.unit)}</span>`;
      return `<th scope="col"${side(column)}>${escapeHtml(column.title)}${unit}</th>`;
    })
    .join('');
  const body = rows
    .map((row) => {
      const cells = row.map((content, at) =>
        at === 0 ? `<th scope="row">${cell(content)}</th>` : `<td${side(columns[at])}>${cell(content)}</td>`,
      );
      return `<tr>${cells.join('')}</tr>`;
    })
    .join('\n');
  const name = kind === '' ? '' : ` class="${kind}"`;
  const whole = rows.length <= 12 ? ' whole' : '';
  return `<div class="scroll${whole}"><table${name}><caption><span>${escapeHtml(caption)}</span></caption><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

/** A chart with its caption and, for those who cannot see it, its numbers. */
export function chartFigure(picture: string, caption: string, data: string): string {
  return `<figure>${picture}<figcaption>${escapeHtml(caption)}</figcaption><details><summary>The numbers behind this chart</summary>${data}</details></figure>`;
}

export const paragraph = (text: string, kind = ''): string =>
  `<p${kind === '' ? '' : ` class="${kind}"`}>${escapeHtml(text)}</p>`;

export function list(items: readonly Cell[]): string {
  return `<ul>${items.map((item) => `<li>${cell(item)}</li>`).join('\n')}</ul>`;
}

export function section(id: string, title: string, body: string): string {
  return `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${escapeHtml(title)}</h2>\n${body}\n</section>`;
}
