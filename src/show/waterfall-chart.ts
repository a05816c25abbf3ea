/**
 * From nothing to the cost of a tonne, step by step: costs stand on what came before, receipts take it down again.
 * In: signed steps in one unit. Out: SVG at two widths.
 */
import { AXIS, chart, decal, INK, nameLabel, RULE, rowHeight } from './chart.ts';
import { number, unitName } from './figure.ts';

export interface WaterfallStep {
  readonly title: string;
  readonly amount: number;
}

export function waterfallChart(
  id: string,
  title: string,
  unit: string,
  steps: readonly WaterfallStep[],
  total: string,
): string {
  const bars: { title: string; from: number; to: number; total: boolean }[] = [];
  let level = 0;
  for (const step of steps) {
    bars.push({ title: step.title, from: level, to: level + step.amount, total: false });
    level += step.amount;
  }
  bars.push({ title: total, from: 0, to: level, total: true });
  const names = bars.map((bar) => bar.title);
  return chart(
    id,
    title,
    (narrow) => bars.length * rowHeight(narrow) + 54,
    (size) => ({
      grid: { left: size.narrow ? 10 : 232, right: size.narrow ? 60 : 76, top: 4, bottom: 46 },
      xAxis: {
        ...AXIS,
        type: 'value',
        name: unitName(unit),
        nameLocation: 'middle',
        nameGap: 27,
        splitNumber: size.narrow ? 3 : 6,
        axisLabel: { ...AXIS.axisLabel, formatter: (value: number) => number(value) },
      },
      yAxis: {
        ...AXIS,
        type: 'category',
        inverse: true,
        data: names.map((_, at) => at),
        axisTick: { show: false },
        axisLabel: nameLabel(names, size.narrow, 32),
      },
      series: [
        {
          type: 'custom',
          data: bars.map((bar, at) => [bar.from, bar.to, at]),
          encode: { x: [0, 1], y: 2 },
          renderItem: (
            { dataIndex }: { dataIndex: number },
            api: { coord(at: readonly number[]): number[] },
          ) => {
            const bar = bars[dataIndex];
            const [x0, y] = api.coord([Math.min(bar.from, bar.to), dataIndex]);
            const [x1] = api.coord([Math.max(bar.from, bar.to), dataIndex]);
            const [end] = api.coord([bar.to, dataIndex]);
            const down = bar.to < bar.from;
            const shape = { x: x0, y: y - 8, width: Math.max(1, x1 - x0), height: 16 };
            const fill = bar.total ? '#1f4e8c' : down ? '#009e73' : '#d98a3d';
            const connector = { x1: end, y1: y + 8, x2: end, y2: y + rowHeight(size.narrow) - 8 };
            return {
              type: 'group',
              children: [
                { type: 'rect', shape, style: { fill, decal: down ? decal('falling') : undefined } },
                ...(bar.total
                  ? []
                  : [{ type: 'line', shape: connector, style: { stroke: RULE, lineWidth: 1 } }]),
                {
                  type: 'text',
                  style: {
                    text: `${down ? '' : bar.total ? '' : '+'}${number(bar.to - bar.from)}`,
                    x: x1 + 5,
                    y,
                    fill: INK,
                    fontSize: 12,
                    textVerticalAlign: 'middle',
                  },
                },
              ],
            };
          },
        },
      ],
    }),
  );
}
