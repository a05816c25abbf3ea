/**
 * What does a tonne of baked anode take in coke, pitch, butts and gas, and how much carbon dioxide does baking give?
 * In: green-to-baked ratio, pitch, butts, packing coke, gas. Out: recipe flows. Coke is what pitch and butts leave of the
 * green anode; carbon dioxide is pitch volatiles and packing coke by IPCC 2006 equations 4.22 and 4.23 (the same as
 * 40 CFR 98 subpart F) plus the gas burnt.
 */
import { bakingCo2, FURNACES } from './baking-co2.ts';
import { burn } from './combustion.ts';
import type { Conflict, Model, ModelRecipe, Values } from './model.ts';
import { RATIO } from './stoichiometry.ts';

function materials(v: Values) {
  const green = v['green-per-baked'];
  const baking = bakingCo2({
    'green-anodes': green,
    'baked-anodes': 1,
    furnace: v.furnace,
    'hydrogen-share': v['hydrogen-share'],
    'packing-coke': v['packing-coke'],
    'packing-sulphur': v['packing-sulphur'],
    'packing-ash': v['packing-ash'],
  });
  const hydrogen = v['hydrogen-share'] * green;
  const tar = FURNACES[v.furnace].wasteTar * green;
  const packing = v['packing-coke'];
  const packingSulphur = packing * v['packing-sulphur'];
  return {
    coke: green - v.pitch - v.butts + packing,
    baking,
    hydrogen,
    tar,
    packingSulphur,
    packingAsh: packing * v['packing-ash'],
    oxygen:
      (baking.total / RATIO.co2PerCarbon) * RATIO.oxygenPerCarbonBurnt +
      hydrogen * RATIO.oxygenPerHydrogenBurnt +
      packingSulphur * RATIO.oxygenPerSulphurBurnt,
  };
}

function recipe(v: Values): ModelRecipe {
  const m = materials(v);
  return {
    flows: [
      { commodity: 'baked-anode', amount: 1 },
      { commodity: 'calcined-coke', amount: -m.coke },
      { commodity: 'pitch', amount: -v.pitch },
      { commodity: 'anode-butts', amount: -v.butts },
      { commodity: 'electricity', amount: -v.electricity / 1000 },
      { commodity: 'water', amount: -v.water },
      { commodity: 'water-vapour', amount: v.water, cause: 'paste cooling' },
      ...burn('natural-gas', v['baking-fuel'] / 3.6, 'baking fuel'),
      { commodity: 'carbon-dioxide', amount: m.baking['pitch-volatiles'], cause: 'pitch volatiles' },
      { commodity: 'carbon-dioxide', amount: m.baking['packing-coke'], cause: 'packing coke' },
      { commodity: 'water-vapour', amount: m.hydrogen * RATIO.waterPerHydrogen, cause: 'pitch volatiles' },
      { commodity: 'sulphur-dioxide', amount: m.packingSulphur * RATIO.so2PerSulphur, cause: 'packing coke' },
      { commodity: 'dust', amount: m.packingAsh, cause: 'packing coke', composition: { mass: 1 } },
      ...(m.tar > 0
        ? [{ commodity: 'dust', amount: m.tar, cause: 'waste tar', composition: { C: 0.93, mass: 1 } }]
        : []),
      { commodity: 'air-oxygen', amount: -m.oxygen, cause: 'baking' },
    ],
  };
}

/** Pitch and butts must leave room for coke, and baking must take mass away. */
function conflicts(v: Values): Conflict[] {
  const found: Conflict[] = [];
  const { coke, baking } = materials(v);
  if (coke <= 0)
    found.push({ code: 'anode-without-coke', keys: ['green-per-baked', 'pitch', 'butts'], particulars: {} });
  if (baking['pitch-volatiles'] < 0)
    found.push({
      code: 'baked-heavier-than-green',
      keys: ['green-per-baked', 'hydrogen-share', 'furnace'],
      particulars: {},
    });
  return found;
}

function calculate(v: Values): Values {
  const m = materials(v);
  const fuel = burn('natural-gas', v['baking-fuel'] / 3.6, '').find((f) => f.commodity === 'carbon-dioxide');
  return {
    coke: 1000 * m.coke,
    'process-co2': m.baking.total,
    'fuel-co2': fuel?.amount ?? 0,
    'total-co2': m.baking.total + (fuel?.amount ?? 0),
  };
}

export const anodePlant: Model = {
  name: 'anode-plant',
  title: 'Anode plant',
  about:
    'Coke, pitch, butts, gas and carbon dioxide per tonne of baked anode; carbon dioxide of baking by IPCC 2006 ' +
    'Vol. 3 equations 4.22 and 4.23 with the defaults of the GHG Protocol.',
  parameters: [
    {
      key: 'green-per-baked',
      title: 'Green anode per baked anode',
      unit: 't/t',
      default: 1.055,
      physical: [1.001, 1.3],
      usual: [1.045, 1.06],
      source: 'GHGP-ALU',
      grade: 'published',
      why: 'Baking drives volatiles off: a baked anode is lighter than the green one.',
    },
    {
      key: 'pitch',
      title: 'Coal-tar pitch',
      unit: 't/t',
      default: 0.16,
      physical: [0.05, 0.4],
      usual: [0.145, 0.17],
      source: 'EA18',
      grade: 'published',
      why: 'Without binder there is no anode.',
    },
    {
      key: 'butts',
      title: 'Butts returned',
      unit: 't/t',
      default: 0.2,
      physical: [0, 0.5],
      usual: [0.15, 0.22],
      source: 'ANODE-BUTTS',
      grade: 'published',
      why: 'A part of the green anode.',
    },
    {
      key: 'furnace',
      title: 'Baking furnace',
      unit: '1',
      default: 1,
      physical: [0, 1],
      usual: [0, 1],
      source: 'GHGP-ALU',
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
      source: 'GHGP-ALU',
      grade: 'published',
      why: 'A small share of the green mass; it cannot exceed what baking drives off.',
    },
    {
      key: 'packing-coke',
      title: 'Packing coke burnt',
      unit: 't/t',
      default: 0.015,
      physical: [0, 0.2],
      usual: [0.008, 0.02],
      source: 'GHGP-ALU',
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
      source: 'GHGP-ALU',
      grade: 'published',
      why: 'A share.',
    },
    {
      key: 'packing-ash',
      title: 'Ash in packing coke',
      unit: '1',
      default: 0.025,
      physical: [0, 0.3],
      usual: [0.002, 0.03],
      source: 'GHGP-ALU',
      grade: 'published',
      why: 'A share.',
    },
    {
      key: 'baking-fuel',
      title: 'Gas of baking and paste heating (LHV)',
      unit: 'GJ/t',
      default: 2.4,
      physical: [0, 10],
      usual: [1.8, 2.8],
      source: 'EA18',
      grade: 'published',
      why: 'A heat need is not negative.',
    },
    {
      key: 'electricity',
      title: 'Electricity',
      unit: 'kWh/t',
      default: 110,
      physical: [0, 1000],
      usual: [89, 130],
      source: 'EA18',
      grade: 'published',
      why: 'An input.',
    },
    {
      key: 'water',
      title: 'Cooling water evaporated',
      unit: 'm3/t',
      default: 0.5,
      physical: [0, 10],
      usual: [0.2, 1.5],
      source: 'TRADE',
      grade: 'judgement',
      why: 'An input.',
    },
  ],
  outputs: [
    { key: 'coke', title: 'Calcined coke, packing coke included', unit: 'kg/t' },
    { key: 'process-co2', title: 'Carbon dioxide of volatiles and packing coke', unit: 't/t' },
    { key: 'fuel-co2', title: 'Carbon dioxide of fuel', unit: 't/t' },
    { key: 'total-co2', title: 'Carbon dioxide in all', unit: 't/t' },
  ],
  calculate,
  recipe,
  conflicts,
};
