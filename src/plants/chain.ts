/**
 * What does a tonne of ingot take through the whole chain?
 * In: how much of each product goes into one tonne of the next, and what each step takes of electricity and heat. Out: per
 * tonne of ingot: bauxite, alumina, anodes, liquid metal; electricity and heat, each step weighted by its tonnes.
 *
 * Steps must never be added per tonne of their own product: a tonne of ingot takes two of alumina and five and a half of
 * bauxite. Defaults: the world averages of 2015 (European Aluminium, Environmental Profile Report 2018).
 */
import type { Model, Parameter, Values } from './model.ts';

function calculate(v: Values): Values {
  const metal = v['metal-per-ingot'];
  const alumina = metal * v['alumina-per-metal'];
  const anode = metal * v['anode-per-metal'];
  const bauxite = alumina * v['bauxite-per-alumina'];
  const through = (of: 'electricity' | 'heat'): number =>
    bauxite * v[`mine-${of}`] +
    alumina * v[`refinery-${of}`] +
    anode * v[`anode-${of}`] +
    metal * v[`smelter-${of}`] +
    v[`casthouse-${of}`];
  return { bauxite, alumina, anode, metal, electricity: through('electricity'), heat: through('heat') };
}

const EA18 = { source: 'EA18', grade: 'published' } as const;

/** What a step takes per tonne of its own product. */
function taken(
  step: string,
  title: string,
  unit: 'kWh/t' | 'MJ/t',
  value: number,
  usual: readonly [number, number],
  most: number,
): Parameter {
  const [of, what] = unit === 'kWh/t' ? ['electricity', 'electricity'] : ['heat', 'fuel and steam'];
  return {
    key: `${step}-${of}`,
    title: `${title}: ${what}`,
    unit,
    default: value,
    physical: [0, most],
    usual,
    ...EA18,
    why: 'No plant takes a negative amount, nor more than this.',
  };
}

export const chain: Model = {
  name: 'chain',
  title: 'Whole chain per tonne of ingot',
  about:
    'Tonnes of each product per tonne of ingot, and electricity and heat of each step weighted by them; defaults are the ' +
    'world averages of 2015 (European Aluminium 2018).',
  parameters: [
    {
      key: 'metal-per-ingot',
      title: 'Liquid metal per ingot',
      unit: 't/t',
      default: 1.008,
      physical: [0, 2],
      usual: [0.9, 1.03],
      source: 'DROSS',
      grade: 'standard',
      why: 'Below 1 the casthouse melts scrap as well.',
    },
    {
      key: 'alumina-per-metal',
      title: 'Alumina per liquid metal',
      unit: 't/t',
      default: 1.928,
      physical: [1.889, 3],
      usual: [1.905, 1.95],
      ...EA18,
      why: 'Pure alumina holds 52.9 % of aluminium: 1.889 t at the least.',
    },
    {
      key: 'bauxite-per-alumina',
      title: 'Bauxite per alumina',
      unit: 't/t',
      default: 2.847,
      physical: [1.5, 10],
      usual: [2.1, 3.4],
      ...EA18,
      why: 'Pure gibbsite is 1.53 t per tonne of alumina.',
    },
    {
      key: 'anode-per-metal',
      title: 'Anodes, net, per liquid metal',
      unit: 't/t',
      default: 0.463,
      physical: [0, 1],
      usual: [0.395, 0.48],
      ...EA18,
      why: 'An inert anode takes none; no prebake pot takes a tonne.',
    },
    taken('mine', 'Bauxite mine', 'kWh/t', 1.5, [1, 15], 1000),
    taken('mine', 'Bauxite mine', 'MJ/t', 99, [50, 300], 10_000),
    taken('refinery', 'Alumina refinery', 'kWh/t', 218, [140, 350], 10_000),
    taken('refinery', 'Alumina refinery', 'MJ/t', 12_312, [6500, 41_000], 100_000),
    taken('anode', 'Anode plant', 'kWh/t', 110, [80, 200], 10_000),
    taken('anode', 'Anode plant', 'MJ/t', 2434, [1500, 3500], 50_000),
    taken('smelter', 'Smelter', 'kWh/t', 14_210, [12_800, 17_000], 50_000),
    taken('smelter', 'Smelter', 'MJ/t', 0, [0, 1000], 50_000),
    taken('casthouse', 'Casthouse', 'kWh/t', 53, [50, 150], 5000),
    taken('casthouse', 'Casthouse', 'MJ/t', 904, [700, 1800], 20_000),
  ],
  outputs: [
    { key: 'bauxite', title: 'Bauxite', unit: 't' },
    { key: 'alumina', title: 'Alumina', unit: 't' },
    { key: 'anode', title: 'Anodes, net', unit: 't' },
    { key: 'metal', title: 'Liquid metal', unit: 't' },
    { key: 'electricity', title: 'Electricity', unit: 'kWh' },
    { key: 'heat', title: 'Fuel and steam', unit: 'MJ' },
  ],
  calculate,
};
