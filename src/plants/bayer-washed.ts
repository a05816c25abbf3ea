/**
 * What does a works of washing plant and lime-Bayer refinery need of this ore, per tonne of smelter-grade alumina?
 * In: analysis of the ore as mined, what washing keeps of it, the refinery's figures. Out: ore as mined, washings, and what
 * the refinery takes and leaves on the washed ore.
 *
 * Screening and washing at about a millimetre takes out clay: of the mass 25 to 40 % goes, of the silica more, of the alumina
 * less. What goes first is kaolinite, so that the silica that is left is less reactive. Lime in digestion then binds part of
 * the silica as hydrogarnet in place of soda (high-silica bauxite review, CSIRO 2008; practice of Paragominas).
 */
import { bayer, bayerCircuit } from './bayer.ts';
import type { Model, ModelRecipe, Parameter, Values } from './model.ts';
import { oreComposition, oreOf } from './ore.ts';
import {
  keptParameters,
  leavings,
  upgradingConflicts,
  WASHED,
  waterFlow,
  withUpgraded,
} from './upgrading.ts';

const WASHING: readonly Parameter[] = [
  ...keptParameters(WASHED),
  {
    key: 'washing-electricity',
    title: 'Electricity of washing, per ore as mined',
    unit: 'kWh/t',
    default: 3,
    physical: [0, 100],
    usual: [2, 4],
    source: 'WASHING',
    grade: 'standard',
    why: 'An input.',
  },
  {
    key: 'washings-solids',
    title: 'Solids of the thickened washings',
    unit: '1',
    default: 0.45,
    physical: [0.05, 1],
    usual: [0.3, 0.6],
    source: 'WASHING',
    grade: 'judgement',
    why: 'A share; below 5 % it is dirty water.',
  },
];

function recipe(v: Values): ModelRecipe {
  const washed = withUpgraded(v);
  const [ore, inside] = [oreOf(v), oreOf(washed)];
  const feed = bayerCircuit(washed).bauxite;
  const mined = feed / v['mass-yield'];
  const left = leavings(ore, inside, { mined, kept: feed, solids: v['washings-solids'] });
  const refinery = (bayer.recipe as (values: Values) => ModelRecipe)(washed);
  return {
    flows: [
      ...refinery.flows.map((flow) =>
        flow.commodity === 'bauxite' ? { ...flow, amount: -mined, composition: oreComposition(ore) } : flow,
      ),
      ...(left.amount > 0
        ? [{ commodity: 'bauxite-washings', amount: left.amount, composition: left.composition }]
        : []),
      { commodity: 'electricity', amount: (-mined * v['washing-electricity']) / 1000 },
      ...waterFlow(left.water),
    ],
  };
}

function calculate(v: Values): Values {
  const washed = withUpgraded(v);
  const circuit = bayerCircuit(washed);
  const mined = circuit.bauxite / v['mass-yield'];
  return {
    'washed-al2o3': washed.al2o3,
    'washed-sio2': washed.sio2,
    'silica-module': washed.al2o3 / washed.sio2,
    bauxite: mined,
    'washed-bauxite': circuit.bauxite,
    washings: mined - circuit.bauxite,
    'caustic-soda': 1000 * circuit.caustic,
    'bauxite-residue': circuit.residue,
  };
}

export const bayerWashed: Model = {
  name: 'bayer-washed',
  title: 'Washing and lime-Bayer refinery',
  about:
    'Washing takes clay out of the ore; the Bayer circuit then works on the washed ore, with lime binding part of the silica ' +
    '(high-silica bauxite review, CSIRO 2008; stoichiometry as in `bayer`).',
  parameters: [...bayer.parameters, ...WASHING],
  outputs: [
    { key: 'washed-al2o3', title: 'Al2O3 in the washed ore', unit: '1' },
    { key: 'washed-sio2', title: 'SiO2 in the washed ore', unit: '1' },
    { key: 'silica-module', title: 'Silica module of the washed ore, Al2O3 per SiO2', unit: 't/t' },
    { key: 'bauxite', title: 'Dry bauxite as mined', unit: 't/t' },
    { key: 'washed-bauxite', title: 'Dry washed bauxite', unit: 't/t' },
    { key: 'washings', title: 'Washings, dry', unit: 't/t' },
    { key: 'caustic-soda', title: 'Caustic soda, as NaOH', unit: 'kg/t' },
    { key: 'bauxite-residue', title: 'Bauxite residue, dry', unit: 't/t' },
  ],
  calculate,
  recipe,
  conflicts: (v) => upgradingConflicts(v, true),
};
