/**
 * How much of a load is carbon-free in the hour in which it is used?
 * In: load, own or contracted clean supply and the clean share of the grid, one value an hour. Out: the score by contract and with
 * the grid, the matching of the year's volume, what is too much and what lacks.
 *
 * Google, "24/7 Carbon-Free Energy: Methodologies and Metrics" (2021): an hour counts with the smaller of supply and load; what is
 * too much in one hour counts in no other. What a store gives back is supply of that hour (EnergyTag, Granular Certificate
 * Scheme Standard).
 */
import type { Lists, Model, Values } from './model.ts';

function calculate(values: Values, lists: Lists = {}): Values {
  const of = (key: string): readonly number[] => lists[key] ?? [values[key]];
  const [load, clean, share] = [of('load'), of('clean'), of('grid-clean-share')];
  const sum = { load: 0, clean: 0, matched: 0, fromGrid: 0, surplus: 0 };
  load.forEach((used, hour) => {
    const matched = Math.min(used, clean[hour]);
    sum.load += used;
    sum.clean += clean[hour];
    sum.matched += matched;
    sum.fromGrid += (used - matched) * share[hour];
    sum.surplus += clean[hour] - matched;
  });
  return {
    contract: sum.matched / sum.load,
    'with-grid': (sum.matched + sum.fromGrid) / sum.load,
    'annual-volume': Math.min(1, sum.clean / sum.load),
    surplus: sum.surplus,
    deficit: sum.load - sum.matched,
  };
}

const hourly = { unit: 'MWh', list: true, physical: [0, 1e9], usual: [0, 1e5], grade: 'assumption' } as const;
const why = 'Electricity used or given in an hour is not negative.';

export const cfeScore: Model = {
  name: 'cfe-score',
  title: 'Score of carbon-free energy around the clock',
  about:
    'How much of a load its own clean supply matches in the same hour (Google 2021), with the clean share of the grid for what ' +
    'lacks, and by the volume of the year. Lists of one value an hour; a single value holds for all hours.',
  parameters: [
    {
      key: 'load',
      title: 'Electricity used, hour by hour',
      ...hourly,
      default: 100,
      why,
      source: 'CFE-GOOGLE21',
    },
    {
      key: 'clean',
      title: 'Own or contracted carbon-free supply, with what stores give back of it, hour by hour',
      ...hourly,
      default: 70,
      why,
      source: 'ENERGYTAG-GC',
    },
    {
      key: 'grid-clean-share',
      title: 'Carbon-free share of the grid, hour by hour',
      unit: '1',
      list: true,
      default: 0.0643,
      physical: [0, 1],
      usual: [0, 1],
      source: 'KZ-RES24',
      grade: 'standard',
      why: 'A share lies between nothing and all.',
    },
  ],
  outputs: [
    { key: 'contract', title: 'Score by own supply alone', unit: '1' },
    { key: 'with-grid', title: 'Score with the clean share of the grid', unit: '1' },
    { key: 'annual-volume', title: 'Supply over load by the volume of the year, at most all', unit: '1' },
    { key: 'surplus', title: 'Supply beyond the load of its hour', unit: 'MWh' },
    { key: 'deficit', title: 'Load beyond the supply of its hour', unit: 'MWh' },
  ],
  calculate,
};
