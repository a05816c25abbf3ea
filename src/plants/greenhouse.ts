/**
 * How much heat, carbon dioxide and water does a greenhouse on waste heat take, and who works there?
 * In: area, cover, climate, practice. Out: heat and its peak, carbon dioxide, water, jobs, produce; a recipe per tonne of it.
 * Yearly heat by degree days, Q = U · r · HDD · 24 h · (1 − s), with r the cover's area per floor and s the share that the
 * sun gives (ASHRAE Handbook, HVAC Applications, environmental control for plants).
 */
import type { Model, ModelRecipe, Values } from './model.ts';
import { ATOM, MOLE, RATIO } from './stoichiometry.ts';

/** m² in a hectare. */
const HECTARE = 10_000;
/** t of carbon in a tonne of tomatoes, as `produce` of the library: 5.5 % dry, a carbohydrate (CH2O), the rest water. */
const CARBON_OF_PRODUCE = 0.022;

/** W/m² of floor that a kelvin of difference takes through the cover. */
const lossOf = (v: Values): number => v['u-value'] * v['cover-ratio'];

/** kWh/m² a year: W/m²K × K·d × 24 h/d = Wh/m². */
const heatPerArea = (v: Values): number =>
  (lossOf(v) * v['degree-days'] * 24 * (1 - v['solar-share'])) / 1000;

function calculate(v: Values): Values {
  const perArea = heatPerArea(v);
  const floor = v.area * HECTARE;
  return {
    'heat-per-area': perArea,
    heat: (perArea * floor) / 1000,
    'peak-heat': (lossOf(v) * v['peak-difference'] * floor) / 1e6,
    'carbon-dioxide': (v.enrichment * floor) / 1000,
    water: v.watering * floor,
    jobs: v['jobs-per-area'] * v.area,
    produce: (v.yield * floor) / 1000,
  };
}

/** Per tonne of produce. What plants do not take up of the carbon dioxide leaves by the vents; what they do not keep of the water, too. */
function recipe(v: Values): ModelRecipe {
  // kg/m² → m²/t
  const floor = 1000 / v.yield;
  const fed = (v.enrichment * floor) / 1000;
  const water = v.watering * floor;
  // CO2 + H2O → CH2O + O2
  const bound = CARBON_OF_PRODUCE * RATIO.co2PerCarbon;
  const waterBound = (CARBON_OF_PRODUCE * MOLE.H2O) / ATOM.C;
  const moisture = 1 - CARBON_OF_PRODUCE - waterBound;
  return {
    flows: [
      { commodity: 'greenhouse-heat', amount: -(heatPerArea(v) * floor) / 1000 },
      { commodity: 'liquid-carbon-dioxide', amount: -fed },
      { commodity: 'water', amount: -water },
      { commodity: 'produce', amount: 1 },
      { commodity: 'carbon-dioxide', amount: fed - bound, cause: 'enrichment' },
      { commodity: 'oxygen', amount: CARBON_OF_PRODUCE * RATIO.oxygenPerCarbonBurnt, cause: 'growth' },
      { commodity: 'water-vapour', amount: water - moisture - waterBound, cause: 'transpiration' },
    ],
  };
}

const practice = { source: 'GREENHOUSE', grade: 'standard' } as const;

export const greenhouse: Model = {
  name: 'greenhouse',
  title: 'Greenhouse on waste heat',
  about:
    'Heat by degree days through the cover, less what the sun gives (ASHRAE Handbook, HVAC Applications); carbon dioxide, ' +
    'water, jobs and produce by area.',
  parameters: [
    {
      key: 'area',
      title: 'Floor area',
      unit: 'ha',
      default: 1,
      physical: [0, 1e5],
      usual: [0.5, 500],
      ...practice,
      why: 'An area is not negative.',
    },
    {
      key: 'u-value',
      title: 'Heat loss of the cover, screens included',
      unit: 'W/m2/K',
      default: 4,
      physical: [0.1, 15],
      usual: [2.5, 6.5],
      ...practice,
      why: 'A single pane loses about 6, an open frame no more than 15.',
    },
    {
      key: 'cover-ratio',
      title: 'Area of the cover per floor',
      unit: '1',
      default: 1.15,
      physical: [1, 3],
      usual: [1.05, 1.6],
      ...practice,
      why: 'The cover is at least as large as the floor.',
    },
    {
      key: 'degree-days',
      title: 'Heating degree days to 18 °C (kelvin × days a year)',
      unit: 'K d',
      default: 5900,
      physical: [0, 20_000],
      usual: [2000, 7000],
      source: 'PAVLODAR-CLIMATE',
      grade: 'standard',
      why: 'No inhabited place has above 20 000.',
    },
    {
      key: 'solar-share',
      title: 'Share of the heat that the sun gives',
      unit: '1',
      default: 0.28,
      physical: [0, 1],
      usual: [0.15, 0.45],
      ...practice,
      why: 'A share.',
    },
    {
      key: 'peak-difference',
      title: 'Inside less outside on the coldest night',
      unit: 'K',
      default: 55,
      physical: [0, 100],
      usual: [20, 65],
      source: 'PAVLODAR-CLIMATE',
      grade: 'standard',
      why: 'Between −80 and +20 °C lie 100 K.',
    },
    {
      key: 'enrichment',
      title: 'Carbon dioxide fed, a year',
      unit: 'kg/m2',
      default: 30,
      physical: [0, 500],
      usual: [15, 60],
      ...practice,
      why: 'An amount is not negative; plants take up 5 to 10 of it.',
    },
    {
      key: 'watering',
      title: 'Water, a year',
      unit: 'm3/m2',
      default: 0.8,
      physical: [0, 10],
      usual: [0.6, 1],
      ...practice,
      why: 'An amount is not negative.',
    },
    {
      key: 'jobs-per-area',
      title: 'Permanent jobs',
      unit: 'persons/ha',
      default: 14,
      physical: [0, 200],
      usual: [10, 20],
      source: 'GREENHOUSE-JOBS',
      grade: 'published',
      why: 'A number of persons is not negative.',
    },
    {
      key: 'yield',
      title: 'Tomatoes, a year',
      unit: 'kg/m2',
      default: 60,
      physical: [1, 150],
      usual: [50, 75],
      ...practice,
      why: 'The best harvests are near 100; without a harvest nothing can be told per tonne.',
    },
  ],
  outputs: [
    { key: 'heat-per-area', title: 'Heat per floor, a year', unit: 'kWh/m2' },
    { key: 'heat', title: 'Heat, a year', unit: 'MWh' },
    { key: 'peak-heat', title: 'Heat on the coldest night', unit: 'MW' },
    { key: 'carbon-dioxide', title: 'Carbon dioxide fed, a year', unit: 't' },
    { key: 'water', title: 'Water, a year', unit: 'm3' },
    { key: 'jobs', title: 'Permanent jobs', unit: 'persons' },
    { key: 'produce', title: 'Tomatoes, a year', unit: 't' },
  ],
  calculate,
  recipe,
};
