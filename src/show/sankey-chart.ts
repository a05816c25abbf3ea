/**
 * The chain as one picture: boxes for plants, bands for what flows, loops drawn as loops beneath.
 * In: Sankey data. Out: an SVG that needs no script, and the table of its bands.
 */
import { figure, number, short, unitName } from './figure.ts';
import { escapeHtml, table } from './html.ts';
import type { SankeyData } from './sankey-data.ts';
import { layoutSankey, type SankeyLayout } from './sankey-layout.ts';

const WIDTH = 1080;
const MARGIN = { left: 34, top: 20, right: 30 };
/** px of a letter of 11 px, on average; rows of a label; px of a row. */
const LETTER = 5.7;
const ROWS = 3;
const ROW = 11;

/** A title in at most three lines of `letters`. */
function lines(title: string, letters: number): readonly string[] {
  const rows: string[] = [];
  for (const word of title.split(' ')) {
    const last = rows[rows.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= letters)
      rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
  }
  const kept = rows.slice(0, ROWS);
  if (rows.length > ROWS) kept[ROWS - 1] = `${kept[ROWS - 1]} …`;
  return kept.map((row) => short(row, letters));
}

export function sankeyChart(data: SankeyData, title: string, id: string): string {
  if (data.bands.length === 0) return '';
  const tall = Math.max(300, Math.min(560, 60 + data.boxes.length * 15));
  const place = (labelRows: number): SankeyLayout =>
    layoutSankey(data.boxes.length, data.bands, {
      width: WIDTH - MARGIN.left - MARGIN.right,
      height: tall,
      boxWidth: 11,
      gap: 4,
      rightMargin: 90,
      labelHeight: (labelRows + 1) * ROW + 2,
    });
  const { layers, step, boxes: rough } = place(1);
  const letters = Math.max(9, Math.min(20, Math.floor(((layers > 1 ? step : 200) - 18) / LETTER)));
  const labels = data.boxes.map((box, at) =>
    lines(box.title, rough[at].layer === layers - 1 ? Math.min(letters, 14) : letters),
  );
  const layout = place(Math.max(...labels.map((rows) => rows.length)));
  const bands = data.bands.map((band, at) => {
    const place = layout.bands[at];
    const words = `${band.commodity}: ${data.boxes[band.from].title} to ${data.boxes[band.to].title}, ${figure(band.value, data.unit)}`;
    const style = `stroke="${band.colour}" stroke-width="${place.thickness.toFixed(1)}"`;
    const body = `<path d="${place.path}" class="${place.loop ? 'band back' : 'band'}" ${style}><title>${escapeHtml(words)}</title></path>`;
    if (!place.loop) return body;
    const [x, y] = place.middle;
    const arrow = `<path d="M${x + 5} ${y - 4}L${x - 4} ${y}L${x + 5} ${y + 4}Z" class="arrow"/>`;
    const label = `${short(band.commodity, 26)}, ${figure(band.value, data.unit)}`;
    return `${body}${arrow}<text x="${x - 9}" y="${y - place.thickness / 2 - 2}" class="loop" text-anchor="middle">${escapeHtml(label)}</text>`;
  });
  const boxes = data.boxes.map((box, at) => {
    const place = layout.boxes[at];
    const text = labels[at];
    const middle = place.y + place.height / 2;
    const top = middle - ((text.length - 1) * ROW) / 2;
    const spans = [...text, figure(box.told, data.unit)].map((line, row) => {
      const kind = row === text.length ? ' class="amount"' : '';
      return `<tspan x="${place.x + place.width + 4}" y="${(top + row * ROW).toFixed(1)}"${kind}>${escapeHtml(line)}</tspan>`;
    });
    return `<rect x="${place.x}" y="${place.y}" width="${place.width}" height="${Math.max(1, place.height)}" fill="${box.colour}" class="box"><title>${escapeHtml(`${box.title}: ${figure(box.told, data.unit)}`)}</title></rect><text class="name">${spans.join('')}</text>`;
  });
  const height = layout.height + MARGIN.top + 6;
  return `<div class="wide"><svg class="sankey" id="${id}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-t"><title id="${id}-t">${escapeHtml(title)}</title><g transform="translate(${MARGIN.left} ${MARGIN.top})">${bands.join('\n')}\n${boxes.join('\n')}</g></svg></div>`;
}

export function sankeyTable(data: SankeyData, title: string): string {
  const rows = [...data.bands]
    .sort((a, b) => b.value - a.value)
    .map((band) => [
      data.boxes[band.from].title,
      data.boxes[band.to].title,
      band.commodity,
      number(band.value),
    ]);
  return table(
    title,
    [
      { title: 'From' },
      { title: 'To' },
      { title: 'What' },
      { title: 'Flow', unit: unitName(data.unit), align: 'right' },
    ],
    rows,
  );
}
