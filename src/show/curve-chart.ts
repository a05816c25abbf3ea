/**
 * Two pictures of a whole year: the duration curve (how many hours at least this much) and the month-by-hour map.
 * In: curves or a grid of means. Out: SVG at two widths.
 */
import { AXIS, chart, INK, legend } from './chart.ts';
import { number, unitName } from './figure.ts';
import { monthName } from './local-hours.ts';

export interface Curve {
  readonly title: string;
  readonly colour: string;
  readonly dash: 'solid' | 'dashed' | 'dotted';
  readonly points: readonly (readonly [number, number])[];
}

export function durationChart(
  id: string,
  title: string,
  unit: string,
  curves: readonly Curve[],
  hours: number,
): string {
  const picture = chart(id, title, 290, (size) => ({
    grid: { left: 60, right: 16, top: 26, bottom: 48 },
    xAxis: {
      ...AXIS,
      type: 'value',
      name: 'Hours of the year with at least this much, h',
      nameLocation: 'middle',
      nameGap: 27,
      max: hours,
      interval: size.narrow ? 4000 : 1000,
      axisLabel: { ...AXIS.axisLabel, showMaxLabel: false, formatter: (value: number) => number(value) },
    },
    yAxis: {
      ...AXIS,
      type: 'value',
      name: unitName(unit),
      nameGap: 10,
      axisLabel: { ...AXIS.axisLabel, formatter: (value: number) => number(value) },
    },
    series: curves.map((curve) => ({
      type: 'line',
      name: curve.title,
      symbol: 'none',
      lineStyle: { color: curve.colour, width: 2, type: curve.dash },
      itemStyle: { color: curve.colour },
      data: curve.points.map(([x, y]) => [Math.round(x), Math.round(y * 10) / 10]),
    })),
  }));
  const dashes = { solid: '', dashed: '6 3', dotted: '2 3' } as const;
  return `${picture}${legend(curves.map(({ title: words, colour, dash }) => ({ title: words, colour, dash: dashes[dash] })))}`;
}

/** Light to dark: dark is much. One hue, so that grey print keeps the order. */
const SHADES = ['#f3f6fa', '#c6d9ea', '#86b3d6', '#3d7fb5', '#1b4f86', '#0b2748'];

export function monthHourChart(
  id: string,
  title: string,
  unit: string,
  cells: readonly (readonly (number | null)[])[],
): string {
  const values = cells.flat().filter((value): value is number => value !== null);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return chart(id, title, 330, (size) => ({
    grid: { left: 44, right: 10, top: 8, bottom: 92 },
    xAxis: {
      ...AXIS,
      type: 'category',
      name: 'Hour of the day, local time',
      nameLocation: 'middle',
      nameGap: 26,
      data: Array.from({ length: 24 }, (_, hour) => `${hour}`),
      axisLabel: { ...AXIS.axisLabel, interval: size.narrow ? 5 : 2 },
    },
    yAxis: {
      ...AXIS,
      type: 'category',
      inverse: true,
      data: cells.map((_, month) => monthName(month)),
      axisLabel: { ...AXIS.axisLabel, interval: 0 },
    },
    visualMap: {
      min: least,
      max: most > least ? most : least + 1,
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      calculable: false,
      itemWidth: 12,
      itemHeight: size.narrow ? 120 : 220,
      text: [`${number(most)} ${unitName(unit)}`, `${number(least)} ${unitName(unit)}`],
      textStyle: { color: INK },
      inRange: { color: SHADES },
    },
    series: [
      {
        type: 'heatmap',
        data: cells.flatMap((row, month) =>
          row.map((value, hour) => [hour, month, value === null ? '-' : Number(value.toPrecision(4))]),
        ),
      },
    ],
  }));
}
