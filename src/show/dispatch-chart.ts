/**
 * The stack that people look at first: must-run low, flexible above, storage both ways, demand as a line, what is not
 * served in a loud colour, curtailment hatched. In: dispatch data and a window of steps. Out: SVG and its table.
 */
import { AXIS, chart, decal, HATCH, INK, legend } from './chart.ts';
import type { Dispatch, Layer, Window } from './dispatch-data.ts';
import { number } from './figure.ts';
import { table } from './html.ts';
import { dayLabel, type LocalHour } from './local-hours.ts';
import { UNSERVED } from './palette.ts';

const round = (value: number): number => Math.round(value * 10) / 10;

export function dispatchChart(
  dispatch: Dispatch,
  hours: readonly LocalHour[],
  window: Window,
  id: string,
  title: string,
): string {
  const cut = (values: Float64Array, sign = 1): number[] =>
    Array.from(values.subarray(window.first, window.first + window.count), (value) => round(value * sign));
  const area = (layer: Layer, sign: number, stack: string): object => ({
    type: 'line',
    name: sign > 0 ? layer.title : `${layer.title}, charging`,
    stack,
    stackStrategy: 'all',
    step: 'middle',
    symbol: 'none',
    lineStyle: { width: 0 },
    areaStyle: { opacity: 1 },
    itemStyle: { color: layer.colour, decal: decal(layer.pattern) },
    data: cut(layer.values, sign),
  });
  const some = (values: Float64Array): boolean => cut(values).some((value) => value > 0);
  const extra = (name: string, values: Float64Array, look: object): object[] =>
    some(values) ? [{ ...(area({ title: name, values } as Layer, 1, 'up') as object), itemStyle: look }] : [];
  const shown = hours.slice(window.first, window.first + window.count);
  const picture = chart(id, title, 300, (size) => {
    const series = [
      ...dispatch.supply.filter((layer) => some(layer.values)).map((layer) => area(layer, 1, 'up')),
      ...extra('Unserved', dispatch.unserved, { color: UNSERVED }),
      ...extra('Curtailed', dispatch.curtailed, { color: '#f4f6f8', decal: HATCH }),
      ...dispatch.charging.filter((layer) => some(layer.values)).map((layer) => area(layer, -1, 'down')),
      {
        type: 'line',
        name: 'Demand',
        step: 'middle',
        symbol: 'none',
        lineStyle: { color: INK, width: 2 },
        itemStyle: { color: INK },
        data: cut(dispatch.demand),
      },
    ];
    return {
      grid: { left: 56, right: 10, top: 26, bottom: 26 },
      xAxis: {
        ...AXIS,
        type: 'category',
        boundaryGap: false,
        data: shown.map((_, at) => at),
        axisLine: { ...AXIS.axisLine, onZero: false },
        axisTick: { interval: (at: number) => shown[at].hour === 0 },
        axisLabel: {
          ...AXIS.axisLabel,
          interval: (at: number) =>
            shown[at].hour === 0 && at + 6 < shown.length && (!size.narrow || shown[at].day % 2 === 0),
          align: 'left',
          formatter: (at: string) =>
            size.narrow
              ? dayLabel(shown[Number(at)])
              : `${shown[Number(at)].weekday} ${dayLabel(shown[Number(at)])}`,
        },
      },
      yAxis: {
        ...AXIS,
        type: 'value',
        name: dispatch.unit,
        nameGap: 10,
        axisLabel: { ...AXIS.axisLabel, formatter: (value: number) => number(value) },
      },
      series,
    };
  });
  const charged = new Set(dispatch.charging.filter((layer) => some(layer.values)).map((layer) => layer.id));
  const seen = dispatch.supply.filter((layer) => some(layer.values) || charged.has(layer.id));
  return `${picture}${legend([
    { title: 'Demand', colour: INK, dash: '' },
    ...seen.map((layer) => ({
      title: charged.has(layer.id) ? `${layer.title} (below zero: charging)` : layer.title,
      colour: layer.colour,
      pattern: layer.pattern,
    })),
    ...(some(dispatch.unserved) ? [{ title: 'Unserved', colour: UNSERVED }] : []),
    ...(some(dispatch.curtailed)
      ? [{ title: 'Curtailed', colour: '#f4f6f8', pattern: 'hatch' as const }]
      : []),
  ])}`;
}

/** Means, largest and smallest values of every layer of the window: the table beside the picture. */
export function dispatchTable(dispatch: Dispatch, window: Window, caption: string): string {
  const row = (title: string, values: Float64Array): string[] => {
    const cut = values.subarray(window.first, window.first + window.count);
    const sum = cut.reduce((total, value) => total + value, 0);
    return [
      title,
      number(sum / cut.length),
      number(Math.min(...cut)),
      number(Math.max(...cut)),
      number(sum / 1000),
    ];
  };
  return table(
    caption,
    [
      { title: 'What' },
      { title: 'Mean', unit: dispatch.unit, align: 'right' },
      { title: 'Least', unit: dispatch.unit, align: 'right' },
      { title: 'Most', unit: dispatch.unit, align: 'right' },
      { title: 'Sum', unit: 'GWh', align: 'right' },
    ],
    [
      ...dispatch.supply.map((layer) => row(layer.title, layer.values)),
      ...dispatch.charging.map((layer) => row(`${layer.title}, charging`, layer.values)),
      row('Demand', dispatch.demand),
      row('Curtailed', dispatch.curtailed),
      row('Unserved', dispatch.unserved),
    ],
  );
}
