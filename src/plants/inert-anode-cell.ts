/**
 * How much metal and oxygen do cells with inert anodes make, with how much electricity?
 * In: cells, current, voltage, current efficiency. Out: production, oxygen, specific energy; a recipe per tonne of liquid
 * aluminium without anodes, carbon dioxide and perfluorocarbons.
 *
 * 2 Al2O3 → 4 Al + 3 O2: 0.889 t of oxygen per tonne of metal, and a reversible voltage of 2.2 V in place of 1.2 V (Grjotheim
 * and Kvande 1993; Haupin 1998). Bath, lining and alumina are those of a prebake pot. No such potline runs yet.
 */
import type { Model, ModelRecipe, Parameter, RecipeFlow, Values } from './model.ts';
import { potlineBalance } from './potline-balance.ts';
import { POTLINE_PARAMETERS } from './potline-parameters.ts';
import { ALUMINIUM_PER_AMPERE_HOUR, CHARGE_PER_ALUMINIUM, RATIO } from './stoichiometry.ts';

/** What a pot without carbon does not have. */
const NO_CARBON: Values = {
  'net-carbon': 0,
  sulphur: 0,
  ash: 0,
  'butt-share': 0,
  'anode-effect-minutes': 0,
  'pfc-slope': 0,
  'pfc-weight-share': 0,
  'low-voltage-pfc': 0,
};

const OWN: readonly Parameter[] = [
  {
    key: 'current-efficiency',
    title: 'Current efficiency',
    unit: '1',
    default: 0.92,
    physical: [0.5, 1],
    usual: [0.88, 0.93],
    source: 'INERT-ANODE',
    grade: 'judgement',
    why: 'The law of Faraday allows no more than 100 %; below 50 % no cell stays in balance.',
  },
  {
    key: 'cell-voltage',
    title: 'Average cell voltage, busbars included',
    unit: 'V',
    default: 4.32,
    physical: [2.9, 7],
    usual: [3.8, 5.2],
    source: 'INERT-ANODE',
    grade: 'judgement',
    why: 'Without carbon alumina does not decompose below 2.2 V, and the bath must stay molten.',
  },
  {
    key: 'availability',
    title: 'Share of cells in operation',
    unit: '1',
    default: 1,
    physical: [0.01, 1],
    usual: [0.9, 1],
    source: 'TRADE',
    grade: 'judgement',
    why: 'No more than all cells can be in operation.',
  },
];

/** Figures that mean the same for a prebake pot, in its order. */
const SHARED = [
  'pots',
  'current',
  'rectifier-efficiency',
  'auxiliaries',
  'alumina-loss',
  'fluoride-emission',
  'bath-ratio',
  'pot-life',
  'lining-per-current',
  'spent-lining-sodium',
  'spent-lining-fluorine',
];

const shared = POTLINE_PARAMETERS.filter(({ key }) => SHARED.includes(key));

function energy(v: Values): { dc: number; ac: number } {
  const dc = (1000 * CHARGE_PER_ALUMINIUM * v['cell-voltage']) / v['current-efficiency'];
  return { dc, ac: dc / v['rectifier-efficiency'] + v.auxiliaries };
}

function calculate(v: Values): Values {
  // g/Ah × kA = kg/h; × 24 h ÷ 1000 = t/d
  const perCell = (ALUMINIUM_PER_AMPERE_HOUR * v.current * v['current-efficiency'] * 24) / 1000;
  const production = perCell * v.pots * 365 * v.availability;
  const { dc, ac } = energy(v);
  return {
    production,
    'production-per-pot': perCell,
    oxygen: production * RATIO.aluminaPerAluminium * RATIO.oxygenPerAlumina,
    'dc-energy': dc,
    'ac-energy': ac,
    load: (perCell * v.pots * ac) / 24 / 1000,
  };
}

function recipe(v: Values): ModelRecipe {
  const flows: RecipeFlow[] = potlineBalance({ ...v, ...NO_CARBON })
    .filter(({ amount }) => amount !== 0)
    .map((flow) =>
      // What would have burnt the anode leaves as it is.
      flow.commodity === 'air-oxygen'
        ? { commodity: 'oxygen', amount: flow.amount, cause: 'inert anode' }
        : flow,
    );
  return { flows: [...flows, { commodity: 'electricity', amount: -energy(v).ac / 1000 }] };
}

export const inertAnodeCell: Model = {
  name: 'inert-anode-cell',
  title: 'Cells with inert anodes',
  about:
    'Metal by the law of Faraday and oxygen by 2 Al2O3 → 4 Al + 3 O2; no anode is consumed, no carbon dioxide and no ' +
    'perfluorocarbons are made; voltage as announced for demonstration cells (Grjotheim and Kvande 1993; Haupin 1998).',
  parameters: [...shared.slice(0, 2), ...OWN, ...shared.slice(2)],
  outputs: [
    { key: 'production', title: 'Production, availability included', unit: 't/a' },
    { key: 'production-per-pot', title: 'Production of one cell in operation', unit: 't/d' },
    { key: 'oxygen', title: 'Oxygen', unit: 't/a' },
    { key: 'dc-energy', title: 'Specific energy, direct current', unit: 'kWh/t' },
    { key: 'ac-energy', title: 'Specific energy, alternating current with auxiliaries', unit: 'kWh/t' },
    { key: 'load', title: 'Load with all cells in operation', unit: 'MW' },
  ],
  calculate,
  recipe,
};
