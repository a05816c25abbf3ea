/**
 * How much carbon dioxide does baking anodes give, fuel apart?
 * In: green and baked anodes (t), furnace, packing coke. Out: t CO2 of pitch volatiles and of packing coke.
 * IPCC 2006 Guidelines, Vol. 3, equations 4.22 and 4.23 (Tier 2/3); defaults of 40 CFR 98 Table F-2.
 */
import type { Conflict, Model, Values } from './model.ts';

/** Choices of furnace; waste tar collected per green anode, t/t. Index = value of the parameter. */
export const FURNACES = [
  { name: 'riedhammer', wasteTar: 0.005 },
  { name: 'other', wasteTar: 0 },
] as const;

/** The guidelines count 44 kg of CO2 per 12 kg of carbon. */
const CO2_PER_CARBON = 44 / 12;

export function bakingCo2(v: Values): Record<'pitch-volatiles' | 'packing-coke' | 'total', number> {
  const green = v['green-anodes'];
  const baked = v['baked-anodes'];
  const volatiles =
    (green - v['hydrogen-share'] * green - baked - FURNACES[v.furnace].wasteTar * green) * CO2_PER_CARBON;
  const packing = v['packing-coke'] * baked * (1 - v['packing-sulphur'] - v['packing-ash']) * CO2_PER_CARBON;
  return { 'pitch-volatiles': volatiles, 'packing-coke': packing, total: volatiles + packing };
}

/** Baking takes mass away: green anodes less hydrogen and tar weigh more than baked ones. */
export function bakingConflicts(v: Values): Conflict[] {
  if (bakingCo2(v)['pitch-volatiles'] >= 0) return [];
  const keys = ['green-anodes', 'baked-anodes', 'hydrogen-share', 'furnace'];
  return [{ code: 'baked-heavier-than-green', keys, particulars: {} }];
}

export const bakingCo2Model: Model = {
  name: 'baking-co2',
  title: 'Carbon dioxide of anode baking',
  about:
    'Pitch volatiles and packing coke by IPCC 2006 Vol. 3 equations 4.22 and 4.23; the fuel is counted elsewhere.',
  parameters: [
    {
      key: 'green-anodes',
      title: 'Green anodes',
      unit: 't',
      default: 1.055,
      physical: [0, 1e9],
      usual: [0, 5e6],
      source: 'GHGP-ALU',
      grade: 'published',
      why: 'An amount is not negative; the world bakes less than a tenth of 1 Gt a year.',
    },
    {
      key: 'baked-anodes',
      title: 'Baked anodes',
      unit: 't',
      default: 1,
      physical: [0, 1e9],
      usual: [0, 5e6],
      source: 'GHGP-ALU',
      grade: 'published',
      why: 'An amount is not negative; the world bakes less than a tenth of 1 Gt a year.',
    },
    {
      key: 'furnace',
      title: 'Baking furnace',
      unit: '1',
      default: 1,
      physical: [0, 1],
      usual: [0, 1],
      source: 'CFR-98F',
      grade: 'published',
      choices: FURNACES.map((f) => f.name),
    },
    {
      key: 'hydrogen-share',
      title: 'Hydrogen in green anodes',
      unit: '1',
      default: 0.005,
      physical: [0, 0.05],
      usual: [0.003, 0.007],
      source: 'CFR-98F',
      grade: 'published',
      why: 'A small share of the green mass.',
    },
    {
      key: 'packing-coke',
      title: 'Packing coke per baked anode',
      unit: 't/t',
      default: 0.015,
      physical: [0, 0.2],
      usual: [0.005, 0.05],
      source: 'CFR-98F',
      grade: 'published',
      why: 'An input.',
    },
    {
      key: 'packing-sulphur',
      title: 'Sulphur in packing coke',
      unit: '1',
      default: 0.02,
      physical: [0, 0.1],
      usual: [0.01, 0.03],
      source: 'IPCC06-V3',
      grade: 'standard',
      why: 'A share.',
    },
    {
      key: 'packing-ash',
      title: 'Ash in packing coke',
      unit: '1',
      default: 0.025,
      physical: [0, 0.3],
      usual: [0.002, 0.05],
      source: 'IPCC06-V3',
      grade: 'standard',
      why: 'A share.',
    },
  ],
  outputs: [
    { key: 'pitch-volatiles', title: 'Carbon dioxide of pitch volatiles', unit: 't' },
    { key: 'packing-coke', title: 'Carbon dioxide of packing coke', unit: 't' },
    { key: 'total', title: 'Carbon dioxide, fuel apart', unit: 't' },
  ],
  calculate: bakingCo2,
  conflicts: bakingConflicts,
};
