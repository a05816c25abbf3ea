/**
 * What does heat of a given temperature give as electricity, and what does it take to lift heat to a higher level?
 * In: temperatures of the heat that is taken and given, share of the ideal yield that machines reach. Out: an organic Rankine
 * cycle's heat per MWh of electricity; a heat pump's heat and electricity per MWh of heat.
 *
 * Ideal between two levels: Carnot, 1 − Tcold / Thot in kelvin. A stream that cools from T1 to T2 gives its heat at the
 * mean (T1 − T2) / ln(T1 / T2) (Lorenz 1894); so does one that is heated.
 */
import type { Conflict, Model, Parameter, Values } from './model.ts';

const KELVIN = 273.15;
/** Closer than this, in kelvin, a stream counts as of one temperature: the logarithm's ratio becomes 0/0. */
const ALIKE = 1e-6;

/** Mean temperature in kelvin at which a stream between two temperatures (°C) gives or takes heat. */
export function meanTemperature(from: number, to: number): number {
  const [first, second] = [from + KELVIN, to + KELVIN];
  return Math.abs(first - second) < ALIKE ? first : (first - second) / Math.log(first / second);
}

interface Level {
  readonly key: string;
  readonly title: string;
  /** °C */
  readonly value: number;
  readonly usual: readonly [number, number];
}

const level = ({ key, title, value, usual }: Level, source: string): Parameter => ({
  key,
  title,
  unit: 'degC',
  default: value,
  physical: [-60, 1000],
  usual,
  source,
  grade: 'standard',
  why: 'Colder than any winter, or hotter than such machines stand.',
});

const shareOfIdeal = (value: number, usual: readonly [number, number], source: string): Parameter => ({
  key: 'carnot-share',
  title: 'Share of the ideal yield',
  unit: '1',
  default: value,
  physical: [0.01, 1],
  usual,
  source,
  grade: 'standard',
  why: 'No machine gives more than the ideal between its temperatures.',
});

/** Values between which heat would have to flow uphill by itself. */
const inOrder =
  (hotter: string, colder: string) =>
  (v: Values): readonly Conflict[] =>
    v[hotter] > v[colder]
      ? []
      : [
          {
            code: 'heat-levels-crossed',
            keys: [hotter, colder],
            particulars: { hotter: `${v[hotter]} °C`, colder: `${v[colder]} °C` },
          },
        ];

interface Feed {
  readonly name: string;
  readonly title: string;
  readonly commodity: string;
  readonly from: Level;
  readonly to: Level;
  readonly source: string;
}

function rankine(feed: Feed): Model {
  const calculate = (v: Values): Values => {
    const ideal = 1 - (v['sink-temperature'] + KELVIN) / meanTemperature(v[feed.from.key], v[feed.to.key]);
    const efficiency = v['carnot-share'] * ideal;
    return { 'ideal-efficiency': ideal, efficiency, heat: 1 / efficiency, rejected: 1 / efficiency - 1 };
  };
  const order = [inOrder(feed.from.key, feed.to.key), inOrder(feed.to.key, 'sink-temperature')];
  return {
    name: feed.name,
    title: feed.title,
    about:
      'Electricity from heat by an organic Rankine cycle: a share of the ideal yield between the mean temperature at which ' +
      'the heat is given (Lorenz 1894) and the condenser.',
    parameters: [
      level(feed.from, feed.source),
      level(feed.to, feed.source),
      level({ key: 'sink-temperature', title: 'Condenser', value: 20, usual: [0, 40] }, 'PAVLODAR-CLIMATE'),
      shareOfIdeal(0.5, [0.4, 0.6], 'ORC'),
    ],
    outputs: [
      { key: 'ideal-efficiency', title: 'Ideal efficiency', unit: '1' },
      { key: 'efficiency', title: 'Efficiency', unit: '1' },
      { key: 'heat', title: 'Heat taken', unit: 'MWh/MWh' },
      { key: 'rejected', title: 'Heat rejected', unit: 'MWh/MWh' },
    ],
    calculate,
    recipe: (v) => ({ flows: [{ commodity: feed.commodity, amount: -calculate(v)['heat'] }] }),
    conflicts: (v) => order.flatMap((check) => check(v)),
  };
}

interface Lift {
  readonly name: string;
  readonly title: string;
  readonly commodity: string;
  readonly from: Level;
  readonly to: Level;
  readonly share: Parameter;
  readonly source: string;
}

function heatPump(lift: Lift): Model {
  const calculate = (v: Values): Values => {
    const hot = v[lift.to.key] + KELVIN;
    const ideal = hot / (v[lift.to.key] - v[lift.from.key]);
    // Below one the rest would be a plain electric heater.
    const performance = Math.max(1, v['carnot-share'] * ideal);
    return {
      'coefficient-of-performance': performance,
      electricity: 1 / performance,
      heat: 1 - 1 / performance,
    };
  };
  return {
    name: lift.name,
    title: lift.title,
    about:
      'Heat lifted to a higher level with electricity: a share of the ideal (Carnot) between the temperature at which the source ' +
      'is left and the one at which the heat is given.',
    parameters: [level(lift.from, lift.source), level(lift.to, lift.source), lift.share],
    outputs: [
      { key: 'coefficient-of-performance', title: 'Coefficient of performance', unit: '1' },
      { key: 'electricity', title: 'Electricity', unit: 'MWh/MWh' },
      { key: 'heat', title: 'Heat taken from the source', unit: 'MWh/MWh' },
    ],
    calculate,
    recipe: (v) => {
      const { electricity, heat } = calculate(v);
      return {
        flows: [
          { commodity: 'electricity', amount: -electricity },
          { commodity: lift.commodity, amount: -heat },
        ].filter((flow) => flow.amount !== 0),
      };
    },
    conflicts: inOrder(lift.to.key, lift.from.key),
  };
}

const source = (value: number, usual: readonly [number, number]): Level => ({
  key: 'source-temperature',
  title: 'Heat as it comes',
  value,
  usual,
});
const left = (value: number, usual: readonly [number, number]): Level => ({
  key: 'return-temperature',
  title: 'Heat as it is left',
  value,
  usual,
});
const supply = (value: number, usual: readonly [number, number]): Level => ({
  key: 'supply-temperature',
  title: 'Heat as it is given',
  value,
  usual,
});

/** Organic Rankine cycles, one for each level of waste heat. */
export const RANKINE_CYCLES: readonly Model[] = [
  rankine({
    name: 'orc-flue',
    title: 'Organic Rankine cycle on flue gas',
    commodity: 'flue-heat',
    from: source(300, [200, 400]),
    to: left(120, [100, 180]),
    source: 'FLUE-HEAT',
  }),
  rankine({
    name: 'orc-pot-gas',
    title: 'Organic Rankine cycle on pot gas',
    commodity: 'pot-gas-heat',
    from: source(120, [100, 140]),
    to: left(80, [70, 95]),
    source: 'WASTE-HEAT',
  }),
  rankine({
    name: 'orc-low-heat',
    title: 'Organic Rankine cycle on low-temperature heat',
    commodity: 'low-heat',
    from: source(80, [70, 95]),
    to: left(40, [35, 70]),
    source: 'WASTE-HEAT',
  }),
];

/** Heat pumps from one level of the library to another. */
export const HEAT_PUMPS: readonly Model[] = [
  heatPump({
    name: 'heat-pump-cooling-water',
    title: 'Heat pump on cooling water',
    commodity: 'cooling-heat',
    from: left(35, [25, 45]),
    to: supply(80, [65, 95]),
    share: shareOfIdeal(0.55, [0.45, 0.65], 'WASTE-HEAT'),
    source: 'FLUE-HEAT',
  }),
  heatPump({
    name: 'heat-pump-steam',
    title: 'Heat pump to process steam',
    commodity: 'low-heat',
    from: left(60, [40, 75]),
    to: supply(170, [150, 185]),
    share: shareOfIdeal(0.5, [0.4, 0.6], 'VAPOUR'),
    source: 'VAPOUR',
  }),
];
