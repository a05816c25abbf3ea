/**
 * What does a Bayer refinery need of this ore, and what is left of it, per tonne of smelter-grade alumina?
 * In: ore analysis, recoveries, lime, heat. Out: bauxite, caustic soda, lime, water, heat; residue with its computed
 * composition. Available alumina, soda bound by reactive silica and residue by stoichiometry (desilication product
 * Na8(AlSiO4)6X; Light Metals, TMS); water by a balance over everything that carries it.
 */
import { burn } from './combustion.ts';
import type { Model, ModelRecipe, Parameter, RecipeFlow, Values } from './model.ts';
import {
  GIBBSITIC_IMPORT,
  KRASNOOKTYABR,
  type Ore,
  type OreDefaults,
  oreComposition,
  oreConflicts,
  oreOf,
  oreParameters,
} from './ore.ts';
import { RATIO, SHARE, SMELTER_GRADE_ALUMINA } from './stoichiometry.ts';

/** CaO in burnt lime, t/t; the rest is inert and follows the residue. */
const LIME_PURITY = 0.914;

/** Water and anions in dry desilication product per t of reactive silica, so that 8 Na give 2.70 t/t. */
const PRODUCT_HYDRATION =
  2.7 - 1 - RATIO.aluminaPerReactiveSilica - RATIO.causticPerReactiveSilica * RATIO.sodaPerCaustic;

/** GJ → MWh. */
const MWH_PER_GJ = 1 / 3.6;

export const SHARED_REFINERY_PARAMETERS: readonly Parameter[] = [
  {
    key: 'lime',
    title: 'Lime, as CaO',
    unit: 't/t',
    default: 0.03,
    physical: [0, 0.3],
    usual: [0.015, 0.12],
    source: 'EA18',
    grade: 'published',
    why: 'An input, 0.04 to 0.12 where it works against silica; above 0.3 t/t it would be a sinter process.',
  },
  {
    key: 'misc-caustic',
    title: 'Other caustic loss (purge of salts), as NaOH',
    unit: 't/t',
    default: 0.005,
    physical: [0, 0.1],
    usual: [0.002, 0.008],
    source: 'BAYER-PRACTICE',
    grade: 'standard',
    why: 'A loss is not negative.',
  },
  {
    key: 'residue-solids',
    title: 'Solids of the residue as it leaves',
    unit: '1',
    default: 0.58,
    physical: [0.1, 1],
    usual: [0.55, 0.78],
    source: 'IAI-RESIDUE',
    grade: 'standard',
    why: 'A share; below 10 % it is dirty liquor.',
  },
  {
    key: 'evaporation',
    title: 'Water lost from towers, tanks, vents and ponds',
    unit: 't/t',
    default: 1.5,
    physical: [0, 10],
    usual: [0.6, 2],
    source: 'BAYER-PRACTICE',
    grade: 'standard',
    why: 'Water evaporates, it does not appear.',
  },
  {
    key: 'hydrate-moisture',
    title: 'Free moisture of hydrate to calcination',
    unit: 't/t',
    default: 0.11,
    physical: [0, 0.5],
    usual: [0.06, 0.16],
    source: 'ARENA-EC',
    grade: 'derived',
    why: 'Filtered hydrate holds a few per cent of water.',
  },
  {
    key: 'electricity',
    title: 'Electricity for pumps, mills and blowers',
    unit: 'kWh/t',
    default: 200,
    physical: [0, 3000],
    usual: [140, 300],
    source: 'EA18',
    grade: 'derived',
    why: 'A refinery uses electricity; power made from its steam is a plant of its own.',
  },
  {
    key: 'calcination-fuel',
    title: 'Fuel of the calciner (natural gas, LHV)',
    unit: 'GJ/t',
    default: 2.95,
    physical: [0, 10],
    usual: [0, 3.2],
    source: 'OUTOTEC',
    grade: 'standard',
    why: 'A heat need is not negative; old rotary kilns end at 8 GJ/t.',
  },
  {
    key: 'calcination-hydrogen',
    title: 'Hydrogen of the calciner (LHV)',
    unit: 'GJ/t',
    default: 0,
    physical: [0, 10],
    usual: [0, 3.2],
    source: 'OUTOTEC',
    grade: 'derived',
    why: 'A heat need is not negative; it replaces the fuel, it does not add to it.',
  },
  {
    key: 'calcination-electricity',
    title: 'Electricity of an electric calciner',
    unit: 'MWh/t',
    default: 0,
    physical: [0, 3],
    usual: [0, 0.85],
    source: 'ALCOA-EC',
    grade: 'derived',
    why: 'A heat need is not negative.',
  },
  {
    key: 'gallium-extractable',
    title: 'Share of the gallium that could be won from liquor',
    unit: '1',
    default: 0.15,
    physical: [0, 1],
    usual: [0.05, 0.35],
    source: 'GALLIUM',
    grade: 'published',
    why: 'No more than all of it.',
  },
];

const BAYER_PARAMETERS: readonly Parameter[] = [
  {
    key: 'digestion-recovery',
    title: 'Alumina dissolved of what is available',
    unit: '1',
    default: 0.96,
    physical: [0.3, 1],
    usual: [0.92, 0.985],
    source: 'BAYER-PRACTICE',
    grade: 'standard',
    why: 'No more than what is available dissolves.',
  },
  {
    key: 'circuit-recovery',
    title: 'Dissolved alumina that becomes product',
    unit: '1',
    default: 0.975,
    physical: [0.3, 1],
    usual: [0.96, 0.99],
    source: 'BAYER-PRACTICE',
    grade: 'standard',
    why: 'No more than what dissolved can be precipitated.',
  },
  {
    key: 'caustic-per-silica',
    title: 'NaOH bound per reactive SiO2',
    unit: 't/t',
    default: 0.88758,
    physical: [0.3, 1.5],
    usual: [0.67, 1.05],
    source: 'STOICHIOMETRY',
    grade: 'derived',
    why: 'The framework alone binds 0.67, with a full cage of carbonate and hydroxide about 1.05.',
  },
  {
    key: 'soluble-caustic',
    title: 'NaOH washed out with the residue, per t of dry residue',
    unit: 't/t',
    default: 0.006,
    physical: [0, 0.1],
    usual: [0.003, 0.01],
    source: 'IAI-RESIDUE',
    grade: 'standard',
    why: 'A loss is not negative.',
  },
  {
    key: 'steam',
    title: 'Process steam',
    unit: 'MWh/t',
    default: 1.25,
    physical: [0, 10],
    usual: [0.8, 1.9],
    source: 'BAYER-HEAT',
    grade: 'standard',
    why: 'A heat need is not negative.',
  },
];

interface Circuit {
  readonly ore: Ore;
  /** Dry bauxite, t/t. */
  readonly bauxite: number;
  /** NaOH, t/t, by where it goes. */
  readonly causticToSilica: number;
  readonly caustic: number;
  readonly desilication: number;
  /** Dry residue, t/t. */
  readonly residue: number;
  /** Water bound in the dry residue, t/t. */
  readonly residueWater: number;
  /** Na2O in the residue, t/t. */
  readonly residueSoda: number;
}

/** The circuit per tonne of smelter-grade alumina. */
export function bayerCircuit(v: Values): Circuit {
  const ore = oreOf(v);
  const made = ore.available * v['digestion-recovery'] * v['circuit-recovery'];
  const bauxite = SMELTER_GRADE_ALUMINA.al2o3 / made;
  const silica = ore.reactiveSilica * bauxite;
  const causticToSilica = v['caustic-per-silica'] * silica;
  const causticToProduct = SMELTER_GRADE_ALUMINA.na2o / RATIO.sodaPerCaustic;
  const desilication =
    silica * (1 + RATIO.aluminaPerReactiveSilica + PRODUCT_HYDRATION) +
    causticToSilica * RATIO.sodaPerCaustic;
  // Alumina that was available and did not become product lies in the residue as gibbsite or, with lime, as hydrogarnet.
  const hydrate = ore.available * bauxite - SMELTER_GRADE_ALUMINA.al2o3;
  const bound = v['bound-alumina'] * bauxite;
  const lime = v.lime / LIME_PURITY;
  const minerals =
    bauxite * (ore.fe2o3 + ore.tio2 + ore.cao + ore.co2 + ore.other + ore.sio2 - ore.reactiveSilica) +
    hydrate +
    bound +
    lime;
  const boundWater =
    hydrate * RATIO.waterPerAlumina + bound * (RATIO.monohydratePerAlumina - 1) + v.lime * RATIO.waterPerLime;
  // The soda that washing leaves and the purge of salts lie in the residue too; they add their own mass.
  const base = minerals + boundWater + desilication + v['misc-caustic'] * RATIO.sodaPerCaustic;
  const residue = base / (1 - v['soluble-caustic'] * RATIO.sodaPerCaustic);
  const causticToWash = v['soluble-caustic'] * residue;
  const caustic = causticToSilica + causticToProduct + causticToWash + v['misc-caustic'];
  return {
    ore,
    bauxite,
    causticToSilica,
    caustic,
    desilication,
    residue,
    residueWater: boundWater + silica * PRODUCT_HYDRATION,
    residueSoda: (caustic - causticToProduct) * RATIO.sodaPerCaustic,
  };
}

/** Heat, power and gallium that every refinery has; electricity in MWh. */
export function refineryUtilities(v: Values, bauxite: number): RecipeFlow[] {
  const gallium = v.gallium * bauxite * v['gallium-extractable'];
  return [
    { commodity: 'steam', amount: -v.steam },
    { commodity: 'electricity', amount: -(v.electricity / 1000 + v['calcination-electricity']) },
    ...burn('natural-gas', v['calcination-fuel'] * MWH_PER_GJ, 'calcination fuel'),
    ...burn('hydrogen', v['calcination-hydrogen'] * MWH_PER_GJ, 'calcination hydrogen'),
    { commodity: 'gallium-in-liquor', amount: gallium },
  ];
}

/** Water from calcination, t/t: bound water of the hydrate less what stays in the alumina, plus its moisture. */
export const calcinationWater = (v: Values): number =>
  SMELTER_GRADE_ALUMINA.al2o3 * RATIO.waterPerAlumina - SMELTER_GRADE_ALUMINA.water + v['hydrate-moisture'];

function recipeOf(oreCommodity: string, v: Values): ModelRecipe {
  const c = bayerCircuit(v);
  const { ore, bauxite, residue } = c;
  const residueMoisture = residue * (1 / v['residue-solids'] - 1);
  const calcination = calcinationWater(v);
  const waterIn = bauxite * (ore.water + ore.moisture) + c.caustic * (1 - RATIO.sodaPerCaustic);
  const waterOut =
    c.residueWater + residueMoisture + calcination + SMELTER_GRADE_ALUMINA.water + v.evaporation;
  const share = (amount: number) => amount / residue;
  return {
    flows: [
      { commodity: 'alumina', amount: 1 },
      { commodity: oreCommodity, amount: -bauxite, composition: oreComposition(ore) },
      { commodity: 'caustic-soda', amount: -c.caustic },
      { commodity: 'lime', amount: -v.lime / LIME_PURITY },
      // An ore wetter than the circuit needs leaves water over; it is evaporated.
      { commodity: 'water', amount: -Math.max(0, waterOut - waterIn) },
      { commodity: 'water-vapour', amount: calcination, cause: 'calcination' },
      {
        commodity: 'water-vapour',
        amount: v.evaporation + Math.max(0, waterIn - waterOut),
        cause: 'evaporation',
      },
      {
        commodity: 'bauxite-residue',
        amount: residue,
        composition: {
          Al: share((ore.al2o3 * bauxite - SMELTER_GRADE_ALUMINA.al2o3) * SHARE.AlInAl2O3),
          Na: share(c.residueSoda * SHARE.NaInNa2O),
          C: share(ore.co2 * bauxite * SHARE.CInCO2),
          Fe: share(ore.fe2o3 * bauxite * SHARE.FeInFe2O3),
          Si: share(ore.sio2 * bauxite * SHARE.SiInSiO2),
          Ca: share((ore.cao * bauxite + v.lime) * SHARE.CaInCaO),
          mass: 1 / v['residue-solids'],
        },
      },
      ...refineryUtilities(v, bauxite),
    ],
  };
}

function calculate(v: Values): Values {
  const c = bayerCircuit(v);
  return {
    'available-alumina': c.ore.available,
    bauxite: c.bauxite,
    'caustic-soda': 1000 * c.caustic,
    'caustic-to-silica': 1000 * c.causticToSilica,
    'desilication-product': c.desilication,
    'bauxite-residue': c.residue,
    'residue-al2o3': (c.ore.al2o3 * c.bauxite - SMELTER_GRADE_ALUMINA.al2o3) / c.residue,
    'residue-fe2o3': (c.ore.fe2o3 * c.bauxite) / c.residue,
    'residue-sio2': (c.ore.sio2 * c.bauxite) / c.residue,
    'residue-na2o': c.residueSoda / c.residue,
    water: -recipeOf('bauxite', v).flows.find((f) => f.commodity === 'water')!.amount,
  };
}

function bayerModel(
  name: string,
  title: string,
  ore: string,
  defaults: OreDefaults,
  oreSource: string,
): Model {
  return {
    name,
    title,
    about:
      'Bauxite, caustic soda, lime, water and residue per tonne of smelter-grade alumina from the ore analysis: ' +
      'available alumina, desilication product Na8(AlSiO4)6X and a water balance (stoichiometry; Light Metals, TMS).',
    parameters: [...oreParameters(defaults, oreSource), ...BAYER_PARAMETERS, ...SHARED_REFINERY_PARAMETERS],
    outputs: [
      { key: 'available-alumina', title: 'Available alumina in the dry ore', unit: '1' },
      { key: 'bauxite', title: 'Dry bauxite', unit: 't/t' },
      { key: 'caustic-soda', title: 'Caustic soda, as NaOH', unit: 'kg/t' },
      { key: 'caustic-to-silica', title: 'Caustic soda lost to desilication product', unit: 'kg/t' },
      { key: 'desilication-product', title: 'Desilication product, dry', unit: 't/t' },
      { key: 'bauxite-residue', title: 'Bauxite residue, dry', unit: 't/t' },
      { key: 'residue-al2o3', title: 'Al2O3 in the residue', unit: '1' },
      { key: 'residue-fe2o3', title: 'Fe2O3 in the residue', unit: '1' },
      { key: 'residue-sio2', title: 'SiO2 in the residue', unit: '1' },
      { key: 'residue-na2o', title: 'Na2O in the residue', unit: '1' },
      { key: 'water', title: 'Fresh water', unit: 'm3/t' },
    ],
    calculate,
    recipe: (v) => recipeOf(ore, v),
    conflicts: (v) => oreConflicts(v, true),
  };
}

export const bayer = bayerModel('bayer', 'Bayer refinery', 'bauxite', KRASNOOKTYABR, 'KRASNOOKTYABR');
export const bayerImported = bayerModel(
  'bayer-imported',
  'Bayer refinery on imported ore',
  'imported-bauxite',
  GIBBSITIC_IMPORT,
  'GIBBSITIC',
);
