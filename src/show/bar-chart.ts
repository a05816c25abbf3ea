/**
 * Bars that lie: one row a name, its value written beside it; behind it, as an outline, what would have been allowed.
 * In: bars in one unit. Out: SVG at two widths.
 */
import { AXIS, chart, decal, FAINT, INK, nameLabel, PAPER, rowHeight } from './chart.ts';
import { figure, number, unitName } from './figure.ts';
import type { Pattern } from './palette.ts';

export interface Bar {
  readonly title: string;
  readonly value: number;
  readonly colour: string;
  readonly pattern?: Pattern;
  /** Drawn as an outline behind the bar; null: no limit. */
  readonly limit?: number | null;
  /** Ends of a range, drawn as a whisker. */
  readonly range?: readonly [number, number];
  /** Written instead of the value. */
  readonly label?: string;
}

/** `unit` is that of the values; `axis` says what is counted. */
export function barChart(
  id: string,
  title: string,
  unit: string,
  bars: readonly Bar[],
  axis: string,
): string {
  const largest = Math.max(1e-12, ...bars.map((bar) => Math.max(Math.abs(bar.value), bar.range?.[1] ?? 0)));
  // A limit far beyond what is built would squeeze the bars; it is cut and the table tells it.
  const ceiling = Math.min(Math.max(largest, ...bars.map((bar) => bar.limit ?? 0)), largest * 3);
  const least = Math.min(0, ...bars.map((bar) => bar.value));
  const names = bars.map((bar) => bar.title);
  return chart(
    id,
    title,
    (narrow) => bars.length * rowHeight(narrow) + 54,
    (size) => {
      return {
        grid: { left: size.narrow ? 10 : 232, right: size.narrow ? 76 : 96, top: 4, bottom: 46 },
        xAxis: {
          ...AXIS,
          type: 'value',
          name: `${axis}, ${unitName(unit)}`,
          nameLocation: 'middle',
          nameGap: 27,
          min: least < 0 ? undefined : 0,
          max: ceiling * 1.02,
          splitNumber: size.narrow ? 3 : 6,
          axisLabel: { ...AXIS.axisLabel, showMaxLabel: false, formatter: (value: number) => number(value) },
        },
        yAxis: {
          ...AXIS,
          type: 'category',
          inverse: true,
          data: names.map((_, at) => at),
          axisTick: { show: false },
          axisLabel: nameLabel(names, size.narrow, 30),
        },
        series: [
          {
            type: 'bar',
            barWidth: size.narrow ? 13 : 15,
            barGap: '-100%',
            silent: true,
            itemStyle: { color: 'transparent', borderColor: FAINT, borderWidth: 1, borderType: 'dashed' },
            data: bars.map((bar) =>
              bar.limit === null || bar.limit === undefined ? '-' : Math.min(bar.limit, ceiling),
            ),
          },
          {
            type: 'bar',
            barWidth: size.narrow ? 13 : 15,
            label: {
              show: true,
              position: 'right',
              color: INK,
              fontSize: 12,
              // A halo keeps the figure readable across the outline of the limit.
              textBorderColor: PAPER,
              textBorderWidth: 4,
              formatter: ({ dataIndex }: { dataIndex: number }) =>
                bars[dataIndex].label ?? figure(bars[dataIndex].value, unit),
            },
            data: bars.map((bar) => ({
              value: bar.value,
              label: { show: bar.range === undefined },
              itemStyle: { color: bar.colour, decal: decal(bar.pattern ?? 'plain') },
            })),
          },
          ...whiskers(bars, unit),
        ],
      };
    },
  );
}

/** Range of each bar, with its figure beyond the upper end. */
function whiskers(bars: readonly Bar[], unit: string): object[] {
  if (!bars.some((bar) => bar.range !== undefined)) return [];
  return [
    {
      type: 'custom',
      z: 5,
      data: bars.map((bar, at) => [bar.range?.[0] ?? bar.value, bar.range?.[1] ?? bar.value, at]),
      encode: { x: [0, 1], y: 2 },
      renderItem: (
        { dataIndex }: { dataIndex: number },
        api: { value(at: number): number; coord(at: readonly number[]): number[] },
      ) => {
        const [x0, y] = api.coord([api.value(0), api.value(2)]);
        const [x1] = api.coord([api.value(1), api.value(2)]);
        const bar = bars[dataIndex];
        if (bar.range === undefined) return null;
        const line = `M${x0} ${y - 4}L${x0} ${y + 4}M${x0} ${y}L${x1} ${y}M${x1} ${y - 4}L${x1} ${y + 4}`;
        const text = bar.label ?? figure(bar.value, unit);
        return {
          type: 'group',
          children: [
            { type: 'path', shape: { pathData: line }, style: { stroke: INK, lineWidth: 1.5, fill: 'none' } },
            {
              type: 'text',
              style: { text, x: x1 + 6, y, fill: INK, fontSize: 12, textVerticalAlign: 'middle' },
            },
          ],
        };
      },
    },
  ];
}
