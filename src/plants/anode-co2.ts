/**
 * How much carbon dioxide does the anode give in the pot?
 * In: net carbon, sulphur, ash, metal. Out: t CO2 and t CO2 per t of metal.
 * IPCC 2006 Guidelines, Vol. 3, equation 4.21 (Tier 2/3, prebake).
 */
import type { Model, Values } from './model.ts';

function calculate(v: Values): Values {
  const perTonne = v['net-carbon'] * (1 - v.sulphur - v.ash) * (44 / 12);
  return { co2: perTonne * v.metal, 'co2-per-metal': perTonne };
}

export const anodeCo2: Model = {
  name: 'anode-co2',
  title: 'Carbon dioxide of anode consumption',
  about: 'Net anode consumption less sulphur and ash, times 44/12 (IPCC 2006 Vol. 3 equation 4.21, prebake).',
  parameters: [
    {
      key: 'net-carbon',
      title: 'Net anode consumption',
      unit: 't/t',
      default: 0.41,
      physical: [0.334, 0.9],
      usual: [0.395, 0.47],
      source: 'EA18',
      grade: 'derived',
      why: 'Reducing alumina takes at least 0.334 t of carbon per tonne (2 Al2O3 + 3 C).',
    },
    {
      key: 'sulphur',
      title: 'Sulphur in the anode',
      unit: '1',
      default: 0.02,
      physical: [0, 0.1],
      usual: [0.008, 0.035],
      source: 'CFR-98F',
      grade: 'published',
      why: 'A share.',
    },
    {
      key: 'ash',
      title: 'Ash in the anode',
      unit: '1',
      default: 0.004,
      physical: [0, 0.1],
      usual: [0.001, 0.01],
      source: 'CFR-98F',
      grade: 'published',
      why: 'A share.',
    },
    {
      key: 'metal',
      title: 'Liquid aluminium',
      unit: 't',
      default: 1,
      physical: [0, 1e9],
      usual: [0, 1e7],
      source: 'IPCC06-V3',
      grade: 'standard',
      why: 'An amount is not negative; the world makes less than a tenth of 1 Gt a year.',
    },
  ],
  outputs: [
    { key: 'co2', title: 'Carbon dioxide', unit: 't' },
    { key: 'co2-per-metal', title: 'Carbon dioxide per metal', unit: 't/t' },
  ],
  calculate,
};
