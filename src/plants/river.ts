/**
 * How much of its rated power can a hydropower plant make of the river, month by month?
 * In: the flow of each month over the mean of the year, the flow that the turbines can take. Out: capacity factor, share of
 * the water that is used. A run-of-river plant of the plan, and the inflow of a reservoir, follow the same months.
 */
import type { Model, Parameter, Values } from './model.ts';

/** The river through the year and what of it is taken. */
export interface RiverDesign {
  /** Flow of each month per design flow, 0 … 1, January first. */
  readonly months: readonly number[];
}

/**
 * Snowmelt of the Altai: half of the year's water in the flood from April to June, a tenth under the ice from December to
 * March. Flow of each month over the mean of the year.
 */
const SNOWMELT: readonly (readonly [string, number])[] = [
  ['January', 0.28],
  ['February', 0.24],
  ['March', 0.28],
  ['April', 1.5],
  ['May', 2.6],
  ['June', 1.9],
  ['July', 1.2],
  ['August', 1],
  ['September', 0.95],
  ['October', 0.9],
  ['November', 0.75],
  ['December', 0.4],
];
const KEYS = SNOWMELT.map(([month]) => month.toLowerCase());
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const YEAR = 365;

const overYear = (months: readonly number[]): number =>
  months.reduce((sum, flow, month) => sum + flow * DAYS[month], 0) / YEAR;

/** Months that do not average to one are scaled to it; without a design flow the greatest month is taken whole. */
function flows(values: Values): { readonly relative: readonly number[]; readonly design: number } {
  const written = KEYS.map((key) => values[key]);
  const mean = overYear(written);
  const relative = written.map((flow) => (mean > 0 ? flow / mean : 0));
  const design = values['design-flow'];
  return { relative, design: Number.isNaN(design) ? Math.max(...relative) : design };
}

export function riverDesign(values: Values): RiverDesign {
  const { relative, design } = flows(values);
  return { months: relative.map((flow) => (design > 0 ? Math.min(1, flow / design) : 0)) };
}

const monthly = ([month, flow]: (typeof SNOWMELT)[number]): Parameter => ({
  key: month.toLowerCase(),
  title: `Flow in ${month} over the mean of the year`,
  unit: '',
  default: flow,
  physical: [0, 12],
  usual: [0.05, 4],
  source: 'IRTYSH',
  grade: 'derived',
  why: 'One month cannot carry more than the whole year.',
});

export const river: Model = {
  name: 'river',
  title: 'Flow of a river through the year',
  about:
    'Capacity factor of a plant without a reservoir, from the flow of each month over the mean of the year and the design flow of ' +
    'its turbines: what comes beyond it is spilled. Without a design flow nothing is, and the greatest month is full power.',
  parameters: [
    {
      key: 'design-flow',
      title: 'Flow that the turbines can take, over the mean of the year',
      unit: '',
      default: Number.NaN,
      unsaid: 'the greatest month',
      physical: [0.01, 20],
      usual: [0.8, 4],
      source: 'ENERGY-JUDGEMENT',
      grade: 'judgement',
      why: 'Turbines that take no water make no power.',
    },
    ...SNOWMELT.map(monthly),
  ],
  outputs: [
    { key: 'capacity-factor', title: 'Mean of the year over rated power', unit: '1' },
    { key: 'water-used', title: 'Share of the water that passes the turbines', unit: '1' },
    { key: 'full-flow', title: 'Design flow over the mean of the year', unit: '' },
  ],
  calculate(values: Values): Values {
    const factor = overYear(riverDesign(values).months);
    const { design } = flows(values);
    return { 'capacity-factor': factor, 'water-used': factor * design, 'full-flow': design };
  },
  conflicts: (values) =>
    KEYS.some((key) => values[key] > 0) ? [] : [{ code: 'river-dry', keys: KEYS, particulars: {} }],
  machine: (values) => ({ of: 'water', design: riverDesign(values) }),
};
