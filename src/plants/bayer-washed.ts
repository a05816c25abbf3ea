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
import type { Conflict, Model, ModelRecipe, Parameter, Values } from './model.ts';
import { type Ore, oreComposition, oreConflicts, oreOf } from './ore.ts';

const WASHING: readonly Parameter[] = [
  {
    key: 'mass-yield',
    title: 'Washed ore of ore, dry mass',
    unit: '1',
    default: 0.7,
    physical: [0.2, 1],
    usual: [0.6, 0.75],
    source: 'WASHING',
    grade: 'standard',
    why: 'No more comes out than goes in.',
  },
  {
    key: 'alumina-kept',
    title: 'Al2O3 that stays in the washed ore',
    unit: '1',
    default: 0.77,
    physical: [0.2, 1],
    usual: [0.7, 0.9],
    source: 'WASHING',
    grade: 'judgement',
    why: 'A share of what was there.',
  },
  {
    key: 'silica-kept',
    title: 'SiO2 that stays in the washed ore',
    unit: '1',
    default: 0.445,
    physical: [0.05, 1],
    usual: [0.35, 0.6],
    source: 'WASHING',
    grade: 'derived',
    why: 'A share of what was there.',
  },
  {
    key: 'iron-kept',
    title: 'Fe2O3 that stays in the washed ore',
    unit: '1',
    default: 0.7,
    physical: [0.05, 1],
    usual: [0.55, 0.85],
    source: 'WASHING',
    grade: 'judgement',
    why: 'A share of what was there.',
  },
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

/** The refinery's parameters with the analysis of the washed ore in place of that of the ore as mined. */
function washedValues(v: Values): Values {
  const kept = (oxide: string): number => v[`${oxide}-kept`] / v['mass-yield'];
  const gone = 1 - v['silica-kept'];
  return {
    ...v,
    al2o3: v.al2o3 * kept('alumina'),
    sio2: v.sio2 * kept('silica'),
    fe2o3: v.fe2o3 * kept('iron'),
    'reactive-share-of-sio2': Math.max(0, (v['reactive-share-of-sio2'] - gone) / v['silica-kept']),
  };
}

function recipe(v: Values): ModelRecipe {
  const washed = washedValues(v);
  const ore = oreOf(v);
  const inside: Ore = oreOf(washed);
  const feed = bayerCircuit(washed).bauxite;
  const mined = feed / v['mass-yield'];
  const washings = mined - feed;
  const [raw, clean] = [oreComposition(ore), oreComposition(inside)];
  const left = (element: 'Al' | 'Si' | 'Fe' | 'Ca' | 'C'): number =>
    ((raw[element] ?? 0) * mined - (clean[element] ?? 0) * feed) / washings;
  const slurry = washings / v['washings-solids'];
  // What clings to washed ore and washings comes with the ore as mined, or is added.
  const water = inside.moisture * feed + (slurry - washings) - ore.moisture * mined;
  const refinery = (bayer.recipe as (values: Values) => ModelRecipe)(washed);
  return {
    flows: [
      ...refinery.flows.map((flow) =>
        flow.commodity === 'bauxite' ? { ...flow, amount: -mined, composition: raw } : flow,
      ),
      ...(washings > 0
        ? [
            {
              commodity: 'bauxite-washings',
              amount: washings,
              composition: {
                Al: left('Al'),
                Si: left('Si'),
                Fe: left('Fe'),
                Ca: left('Ca'),
                C: left('C'),
                mass: slurry / washings,
              },
            },
          ]
        : []),
      { commodity: 'electricity', amount: (-mined * v['washing-electricity']) / 1000 },
      ...(water > 0
        ? [{ commodity: 'water', amount: -water }]
        : [{ commodity: 'water-vapour', amount: -water, cause: 'drying of washed ore' }]),
    ],
  };
}

function calculate(v: Values): Values {
  const washed = washedValues(v);
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

/** Washing cannot keep more of an oxide than fits into what it leaves. */
function conflicts(v: Values): readonly Conflict[] {
  return oreConflicts(v, true).concat(oreConflicts(washedValues(v), true));
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
    { key: 'silica-module', title: 'Silica module of the washed ore, Al2O3 per SiO2', unit: '1' },
    { key: 'bauxite', title: 'Dry bauxite as mined', unit: 't/t' },
    { key: 'washed-bauxite', title: 'Dry washed bauxite', unit: 't/t' },
    { key: 'washings', title: 'Washings, dry', unit: 't/t' },
    { key: 'caustic-soda', title: 'Caustic soda, as NaOH', unit: 'kg/t' },
    { key: 'bauxite-residue', title: 'Bauxite residue, dry', unit: 't/t' },
  ],
  calculate,
  recipe,
  conflicts,
};
