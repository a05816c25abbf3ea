/**
 * What does a tonne of ore from an open pit with truck and shovel take?
 * In: ore analysis, stripping ratio, diesel per tonne moved. Out: diesel, electricity, water, and the ore with its
 * composition, per dry tonne. Moved rock = 1 + stripping ratio × waste density (SME Mining Engineering Handbook).
 */
import { burn } from './combustion.ts';
import type { Model, ModelRecipe, Parameter, RecipeFlow, Values } from './model.ts';
import { KRASNOOKTYABR, oreComposition, oreConflicts, oreOf, oreParameters } from './ore.ts';

/** LHV of diesel, MJ/L. */
const DIESEL_HEAT = 35.9;

/** Rock moved, t per t of wet ore. */
const moved = (v: Values): number => 1 + v['strip-ratio'] * v['waste-density'];
/** Diesel, MJ per t moved: of what is moved by diesel trucks. */
const dieselPerMoved = (v: Values): number => (1 - v['electric-share']) * v['diesel-per-moved'] * DIESEL_HEAT;
/** Electricity, kWh per t moved: of what trolley or battery trucks move. */
const powerPerMoved = (v: Values): number => v['electric-share'] * v['electricity-per-moved'];
/** Electricity, kWh per t of wet ore: shovels and pumps, and electric trucks. */
const power = (v: Values): number => v.electricity + moved(v) * powerPerMoved(v);

/** Flows of digging a dry tonne, without what moves the rock; electricity in kWh per t of wet ore. */
function digging(v: Values, electricity: number): RecipeFlow[] {
  const ore = oreOf(v);
  const wet = 1 + ore.moisture;
  return [
    { commodity: 'bauxite', amount: 1, composition: oreComposition(ore) },
    { commodity: 'bauxite-in-ground', amount: -1, composition: oreComposition(ore) },
    { commodity: 'electricity', amount: (-wet * electricity) / 1000 },
    { commodity: 'water', amount: -wet * v.water },
    { commodity: 'water-vapour', amount: wet * v.water, cause: 'dust suppression' },
  ];
}

const wetOre = (v: Values): number => 1 + oreOf(v).moisture;

function recipe(v: Values): ModelRecipe {
  const heat = wetOre(v) * moved(v) * dieselPerMoved(v);
  return { flows: [...digging(v, power(v)), ...burn('diesel', heat / 3600, 'diesel of the mine')] };
}

const PIT_PARAMETERS: readonly Parameter[] = [
  {
    key: 'strip-ratio',
    title: 'Overburden per wet ore',
    unit: 'm3/t',
    default: 5.5,
    physical: [0, 100],
    usual: [3.5, 12],
    source: 'KBRU',
    grade: 'derived',
    why: 'A volume is not negative.',
  },
  {
    key: 'waste-density',
    title: 'Density of overburden in place',
    unit: 't/m3',
    default: 1.9,
    physical: [1, 4],
    usual: [1.7, 2.4],
    source: 'TRADE',
    grade: 'judgement',
    why: 'Rock and clay weigh 1 to 4 t/m3.',
  },
];

const HAULAGE_PARAMETERS: readonly Parameter[] = [
  {
    key: 'diesel-per-moved',
    title: 'Diesel per tonne moved',
    unit: 'L/t',
    default: 0.45,
    physical: [0, 5],
    usual: [0.3, 0.65],
    source: 'SME',
    grade: 'standard',
    why: 'An input.',
  },
  {
    key: 'electric-share',
    title: 'Share moved by trolley or battery trucks',
    unit: '1',
    default: 0,
    physical: [0, 1],
    usual: [0, 1],
    source: 'SME',
    grade: 'judgement',
    why: 'A share.',
  },
  {
    key: 'electricity-per-moved',
    title: 'Electricity per tonne moved by them',
    unit: 'kWh/t',
    default: 1.4,
    physical: [0, 20],
    usual: [1, 2],
    source: 'SME',
    grade: 'judgement',
    why: 'An input; 0.45 L of diesel at the wheels are about 1.4 kWh.',
  },
];

const SITE_PARAMETERS: readonly Parameter[] = [
  {
    key: 'electricity',
    title: 'Electricity of shovels and pumps per wet ore',
    unit: 'kWh/t',
    default: 4,
    physical: [0, 200],
    usual: [2, 12],
    source: 'IAI19',
    grade: 'judgement',
    why: 'An input.',
  },
  {
    key: 'water',
    title: 'Water per wet ore',
    unit: 'm3/t',
    default: 0.3,
    physical: [0, 10],
    usual: [0.1, 0.5],
    source: 'EA18',
    grade: 'published',
    why: 'An input.',
  },
];

const ORE = oreParameters(KRASNOOKTYABR, 'KRASNOOKTYABR');

export const openPit: Model = {
  name: 'open-pit',
  title: 'Open-pit bauxite mine',
  about:
    'Diesel from rock moved (stripping ratio, density, litres per tonne), per dry tonne of ore at its moisture.',
  parameters: [...ORE, ...PIT_PARAMETERS, ...HAULAGE_PARAMETERS, ...SITE_PARAMETERS],
  outputs: [
    { key: 'moved', title: 'Rock moved per wet ore', unit: 't/t' },
    { key: 'diesel', title: 'Diesel per wet ore', unit: 'MJ/t' },
    { key: 'power', title: 'Electricity per wet ore', unit: 'kWh/t' },
  ],
  calculate: (v) => ({ moved: moved(v), diesel: moved(v) * dieselPerMoved(v), power: power(v) }),
  recipe,
  conflicts: (v) => oreConflicts(v, false),
};

/** The same pit, with rock moved as a need: which trucks move it is a choice of its own. */
export const openPitHauled: Model = {
  name: 'open-pit-hauled',
  title: 'Open pit whose rock a fleet moves',
  about:
    'Rock to be moved from stripping ratio and density, per dry tonne of ore at its moisture; fuel and electricity of trucks are those of the fleet.',
  parameters: [...ORE, ...PIT_PARAMETERS, ...SITE_PARAMETERS],
  outputs: [
    { key: 'moved', title: 'Rock moved per wet ore', unit: 't/t' },
    { key: 'moved-per-dry', title: 'Rock moved per dry ore', unit: 't/t' },
    { key: 'power', title: 'Electricity per wet ore, without trucks', unit: 'kWh/t' },
  ],
  calculate: (v) => ({ moved: moved(v), 'moved-per-dry': wetOre(v) * moved(v), power: v.electricity }),
  recipe: (v) => ({
    flows: [...digging(v, v.electricity), { commodity: 'rock-moved', amount: -wetOre(v) * moved(v) }],
  }),
  conflicts: (v) => oreConflicts(v, false),
};

/** Trucks alone, per tonne of rock moved: diesel, trolley on the ramp, or battery, by the same formula as the pit's. */
export const truckFleet: Model = {
  name: 'truck-fleet',
  title: 'Fleet of haul trucks',
  about:
    'Diesel and electricity per tonne of rock moved, over 2 to 4 km, of 60 to 130 t trucks (SME Mining Engineering Handbook); trolley wires or batteries carry a share of it.',
  parameters: HAULAGE_PARAMETERS,
  outputs: [
    { key: 'diesel', title: 'Diesel per rock moved', unit: 'MJ/t' },
    { key: 'power', title: 'Electricity per rock moved', unit: 'kWh/t' },
  ],
  calculate: (v) => ({ diesel: dieselPerMoved(v), power: powerPerMoved(v) }),
  recipe: (v) => ({
    flows: [
      { commodity: 'rock-moved', amount: 1 },
      ...burn('diesel', dieselPerMoved(v) / 3600, 'diesel of the mine'),
      { commodity: 'electricity', amount: -powerPerMoved(v) / 1000 },
    ],
  }),
};
