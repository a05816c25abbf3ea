/**
 * How does a chart become a picture without a browser? ECharts draws it to SVG text; here the text is made fit for a
 * page that holds many of them and is printed: fixed names, no scripts, colours that follow light and dark.
 * In: an ECharts option and a size. Out: SVG text, the same for the same input.
 */
import { BarChart, CustomChart, HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, VisualMapComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { short } from './figure.ts';
import { escapeHtml } from './html.ts';
import type { Pattern } from './palette.ts';

use([BarChart, CustomChart, LineChart, HeatmapChart, GridComponent, VisualMapComponent, SVGRenderer]);

export interface ChartSize {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
}

/** Colours of paper and ink, set by the page's style for light, dark and print. */
export const INK = 'var(--ink)';
export const PAPER = 'var(--paper)';
export const FAINT = 'var(--faint)';
export const RULE = 'var(--rule)';

/** Axis dressing that all charts share. */
export const AXIS = {
  axisLine: { show: true, lineStyle: { color: FAINT } },
  axisTick: { lineStyle: { color: FAINT } },
  axisLabel: { color: INK, fontSize: 12 },
  nameTextStyle: { color: INK, fontSize: 12 },
  splitLine: { lineStyle: { color: RULE } },
};

/** Height of one row of a chart of lying bars; on a narrow screen its name stands above its bar. */
export const rowHeight = (narrow: boolean): number => (narrow ? 42 : 27);

/** Names of rows: left of the axis, or above the bars where there is no room. */
export function nameLabel(names: readonly string[], narrow: boolean, letters: number): object {
  const formatter = (at: string): string => short(names[Number(at)], narrow ? 44 : letters);
  if (!narrow) return { ...AXIS.axisLabel, formatter };
  return {
    ...AXIS.axisLabel,
    formatter,
    inside: true,
    margin: 2,
    align: 'left',
    verticalAlign: 'bottom',
    padding: [0, 0, 9, 0],
  };
}

const LINES = { symbol: 'rect', dashArrayX: [1, 0], color: 'rgba(0,0,0,0.34)' };
const DECALS: Readonly<Record<Pattern, object | undefined>> = {
  plain: undefined,
  dots: {
    symbol: 'circle',
    symbolSize: 0.6,
    dashArrayX: [
      [6, 6],
      [0, 6, 6, 0],
    ],
    dashArrayY: [6, 0],
    color: 'rgba(0,0,0,0.34)',
  },
  rising: { ...LINES, dashArrayY: [1, 5], rotation: -Math.PI / 4 },
  falling: { ...LINES, dashArrayY: [1, 5], rotation: Math.PI / 4 },
  level: { ...LINES, dashArrayY: [1, 5], rotation: 0 },
};
export const decal = (pattern: Pattern): object | undefined => DECALS[pattern];

/** Bold hatch on white, for what was offered and not taken. */
export const HATCH = { ...LINES, color: '#5b6672', dashArrayY: [2, 4], rotation: -Math.PI / 4 };

function draw(option: EChartsCoreOption, size: ChartSize, id: string, title: string): string {
  const instance = init(null, null, { renderer: 'svg', ssr: true, width: size.width, height: size.height });
  try {
    instance.setOption({ animation: false, textStyle: { fontFamily: 'inherit', color: INK }, ...option });
    return tidy(instance.renderToSVGString(), size, id, title);
  } finally {
    instance.dispose();
  }
}

/** Takes off what only a script would use; names count from the chart's own id, not from how many were drawn before. */
function tidy(svg: string, size: ChartSize, id: string, title: string): string {
  const body = svg
    .replace(/^<svg[^>]*>/, '')
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<rect width="\d+" height="\d+" x="0" y="0" fill="none"><\/rect>/, '')
    .replace(/ (?:class|pointer-events|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/font-family:[^;"]*;?/g, '')
    .replace(/\bzr\d+-/g, `${id}-`)
    .replace(/<path [^>]*stroke-width="0"[^>]*><\/path>\n?/g, '')
    .replace(/ d="([^"]*)"/g, (_, path: string) => ` d="${straightened(path)}"`);
  return `<svg viewBox="0 0 ${size.width} ${size.height}" xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-t"><title id="${id}-t">${escapeHtml(title)}</title>${body}`;
}

/** One decimal, and no points in the middle of a level line: an hourly step drawn once, not three times. */
function straightened(path: string): string {
  const short = path.replace(/(\.\d)\d+/g, '$1');
  if (!/^M[-\d. L]+Z?$/.test(short)) return short;
  const points = short.slice(1).replace('Z', '').split('L');
  const level = (at: number): string => points[at].split(' ')[1];
  const kept = points.filter(
    (_, at) =>
      at === 0 || at === points.length - 1 || level(at) !== level(at - 1) || level(at) !== level(at + 1),
  );
  return `M${kept.join('L')}${short.endsWith('Z') ? 'Z' : ''}`;
}

/**
 * One chart at two widths: the page shows the one that its reader's screen has room for, so that letters stay readable.
 * `make` gets the size and returns the option.
 */
export function chart(
  id: string,
  title: string,
  height: number | ((narrow: boolean) => number),
  make: (size: ChartSize) => EChartsCoreOption,
): string {
  const tall = (narrow: boolean): number => (typeof height === 'number' ? height : height(narrow));
  const wide = { width: 780, height: tall(false), narrow: false };
  const narrow = { width: 350, height: tall(true), narrow: true };
  return [
    `<div class="chart on-wide">${draw(make(wide), wide, `${id}-w`, title)}</div>`,
    `<div class="chart on-narrow">${draw(make(narrow), narrow, `${id}-n`, title)}</div>`,
  ].join('');
}

export interface LegendEntry {
  readonly title: string;
  readonly colour: string;
  readonly pattern?: Pattern | 'hatch';
  /** A line instead of an area; SVG dash lengths, '' for solid. */
  readonly dash?: string;
}

/** Strokes within a swatch of 20 × 12 that stand for each pattern. */
const MARKS: Readonly<Record<string, string>> = {
  rising: 'M-2 10L8 0M4 14L18 0M14 14L26 2',
  hatch: 'M-2 10L8 0M4 14L18 0M14 14L26 2',
  falling: 'M-2 2L10 14M4 -2L20 14M14 -2L26 10',
  level: 'M0 3H20M0 9H20',
  dots: 'M4 4h.1M10 8h.1M16 4h.1',
};

function swatch({ colour, pattern, dash }: LegendEntry): string {
  if (dash !== undefined)
    return `<path d="M0 6H20" stroke="${colour}" stroke-width="2.5"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`;
  const marks = pattern === undefined ? undefined : MARKS[pattern];
  const stroke = pattern === 'hatch' ? '#5b6672' : 'rgba(0,0,0,0.5)';
  const wide = pattern === 'dots' ? 3 : pattern === 'hatch' ? 2 : 1.2;
  const drawn =
    marks === undefined
      ? ''
      : `<path d="${marks}" stroke="${stroke}" stroke-width="${wide}" stroke-linecap="round"/>`;
  return `<rect width="20" height="12" fill="${colour}"/>${drawn}`;
}

/** What the colours and patterns mean, in text of the page: it wraps on any width and in any font. */
export function legend(entries: readonly LegendEntry[]): string {
  const items = entries.map(
    (entry) =>
      `<li><svg viewBox="0 0 20 12" aria-hidden="true">${swatch(entry)}</svg>${escapeHtml(entry.title)}</li>`,
  );
  return `<ul class="legend">${items.join('')}</ul>`;
}
