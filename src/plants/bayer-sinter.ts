/**
 * What does the Bayer-sinter series process, as at Pavlodar, need of a high-silica ore per tonne of alumina?
 * In: ore analysis, overall recovery, limestone purity, heat. Out: bauxite, limestone, soda ash, kiln fuel, process CO2
 * and belite mud with its computed composition. The Bayer residue is sintered so that all silica becomes 2CaO·SiO2 and
 * gives back alumina and soda (Arlyuk; Light Metals, TMS).
 */
import { calcinationWater, refineryUtilities, SHARED_REFINERY_PARAMETERS } from './bayer.ts';
import { burn } from './combustion.ts';
import type { Composition, Model, ModelRecipe, Parameter, Values } from './model.ts';
import { KRASNOOKTYABR, type Ore, oreComposition, oreConflicts, oreOf, oreParameters } from './ore.ts';
import { RATIO, SHARE, SMELTER_GRADE_ALUMINA } from './stoichiometry.ts';

const SINTER_PARAMETERS: readonly Parameter[] = [
  {
    key: 'alumina-recovery',
    title: 'Alumina of the ore that becomes product',
    unit: '1',
    default: 0.82,
    physical: [0.3, 0.99],
    usual: [0.78, 0.92],
    source: 'PAVLODAR-ORE',
    grade: 'derived',
    why: 'No more than all alumina of the ore can be won.',
  },
  {
    key: 'limestone-purity',
    title: 'CaCO3 in the limestone',
    unit: '1',
    default: 0.95,
    physical: [0.5, 1],
    usual: [0.92, 0.99],
    source: 'SINTER-PRACTICE',
    grade: 'standard',
    why: 'A share; below a half it is marl.',
  },
  {
    key: 'lime-per-silica',
    title: 'Lime in the charge, of what 2CaO·SiO2 needs',
    unit: '1',
    default: 1,
    physical: [0.5, 1.5],
    usual: [0.95, 1.05],
    source: 'SINTER-PRACTICE',
    grade: 'standard',
    why: 'Far from 1 the silica stays with alumina or the lime stays free.',
  },
  {
    key: 'mud-soda',
    title: 'Na2O in dry belite mud',
    unit: '1',
    default: 0.025,
    physical: [0, 0.2],
    usual: [0.015, 0.035],
    source: 'SINTER-PRACTICE',
    grade: 'standard',
    why: 'A share; 20 % would be mud that nobody washed.',
  },
  {
    key: 'kiln-fuel',
    title: 'Fuel of the sinter kiln (natural gas, LHV)',
    unit: 'GJ/t',
    default: 10,
    physical: [0, 40],
    usual: [7, 14],
    source: 'IAI-REFINING',
    grade: 'derived',
    why: 'A heat need is not negative; the worst plants used 40 GJ/t in all.',
  },
  {
    key: 'steam',
    title: 'Process steam',
    unit: 'MWh/t',
    default: 2.7,
    physical: [0, 10],
    usual: [1.4, 4.5],
    source: 'IAI-REFINING',
    grade: 'derived',
    why: 'A heat need is not negative.',
  },
];

/** Overrides of what a sinter refinery shares with others. */
const OTHER_DEFAULTS: Readonly<Record<string, Partial<Parameter>>> = {
  lime: { default: 0, usual: [0, 0.02] },
  electricity: { default: 350, usual: [280, 500], source: 'SINTER-PRACTICE', grade: 'standard' },
  'residue-solids': { default: 0.7 },
  evaporation: { default: 2, usual: [0.6, 3] },
};

interface Charge {
  readonly ore: Ore;
  readonly bauxite: number;
  /** Limestone as dug, t/t. */
  readonly limestone: number;
  /** CaO from limestone, t/t. */
  readonly lime: number;
  readonly sodaAsh: number;
  readonly mud: number;
  /** Na2O in mud, t/t. */
  readonly mudSoda: number;
}

function chargeOf(v: Values): Charge {
  const ore = oreOf(v);
  const bauxite = SMELTER_GRADE_ALUMINA.al2o3 / (ore.al2o3 * v['alumina-recovery']);
  const lime = Math.max(0, v['lime-per-silica'] * RATIO.limePerSilica * ore.sio2 - ore.cao) * bauxite;
  const limestone = (lime * RATIO.limestonePerLime) / v['limestone-purity'];
  const lostAlumina = ore.al2o3 * bauxite - SMELTER_GRADE_ALUMINA.al2o3;
  const base =
    bauxite * (ore.sio2 + ore.fe2o3 + ore.tio2 + ore.cao + ore.other) +
    lime +
    limestone * (1 - v['limestone-purity']) +
    lostAlumina;
  const mud = (base + v['misc-caustic'] * RATIO.sodaPerCaustic) / (1 - v['mud-soda']);
  // Salts purged from the liquor lie with the mud, over and above the soda of the mud itself.
  const mudSoda = mud * v['mud-soda'] + v['misc-caustic'] * RATIO.sodaPerCaustic;
  const sodaAsh = (mudSoda + SMELTER_GRADE_ALUMINA.na2o) * RATIO.sodaAshPerSoda;
  return { ore, bauxite, limestone, lime, sodaAsh, mud, mudSoda };
}

/** Limestone of the stated purity, t of element per t; the rest is inert. */
const limestoneComposition = (purity: number): Composition => ({
  Ca: purity * SHARE.CaInCaCO3,
  C: purity * SHARE.CInCaCO3,
  mass: 1,
});

function recipe(v: Values): ModelRecipe {
  const c = chargeOf(v);
  const { ore, bauxite, mud } = c;
  const mudMoisture = mud * (1 / v['residue-solids'] - 1);
  const calcination = calcinationWater(v);
  const waterIn = bauxite * (ore.water + ore.moisture);
  const waterOut = mudMoisture + calcination + SMELTER_GRADE_ALUMINA.water + v.evaporation;
  const share = (amount: number) => amount / mud;
  return {
    flows: [
      { commodity: 'alumina', amount: 1 },
      { commodity: 'bauxite', amount: -bauxite, composition: oreComposition(ore) },
      {
        commodity: 'limestone',
        amount: -c.limestone,
        composition: limestoneComposition(v['limestone-purity']),
      },
      { commodity: 'soda-ash', amount: -c.sodaAsh },
      { commodity: 'water', amount: -Math.max(0, waterOut - waterIn) },
      { commodity: 'water-vapour', amount: calcination, cause: 'calcination' },
      {
        commodity: 'water-vapour',
        amount: v.evaporation + Math.max(0, waterIn - waterOut),
        cause: 'evaporation and kiln',
      },
      {
        commodity: 'carbon-dioxide',
        amount: c.lime * RATIO.co2PerLime + ore.co2 * bauxite,
        cause: 'limestone',
      },
      { commodity: 'carbon-dioxide', amount: c.sodaAsh * RATIO.co2PerSodaAsh, cause: 'soda ash' },
      ...burn('natural-gas', v['kiln-fuel'] / 3.6, 'kiln fuel'),
      {
        commodity: 'belite-mud',
        amount: mud,
        composition: {
          Al: share((ore.al2o3 * bauxite - SMELTER_GRADE_ALUMINA.al2o3) * SHARE.AlInAl2O3),
          Na: share(c.mudSoda * SHARE.NaInNa2O),
          Fe: share(ore.fe2o3 * bauxite * SHARE.FeInFe2O3),
          Si: share(ore.sio2 * bauxite * SHARE.SiInSiO2),
          Ca: share((ore.cao * bauxite + c.lime) * SHARE.CaInCaO),
          mass: 1 / v['residue-solids'],
        },
      },
      ...refineryUtilities(v, bauxite),
    ],
  };
}

function calculate(v: Values): Values {
  const c = chargeOf(v);
  return {
    bauxite: c.bauxite,
    limestone: c.limestone,
    'limestone-co2': c.lime * RATIO.co2PerLime,
    'soda-ash': 1000 * c.sodaAsh,
    'caustic-equivalent': (1000 * (c.mudSoda + SMELTER_GRADE_ALUMINA.na2o)) / RATIO.sodaPerCaustic,
    'belite-mud': c.mud,
    'mud-na2o': c.mudSoda / c.mud,
    heat:
      v['kiln-fuel'] +
      v['calcination-fuel'] +
      v['calcination-hydrogen'] +
      3.6 * (v['calcination-electricity'] + v.steam),
  };
}

export const bayerSinter: Model = {
  name: 'bayer-sinter',
  title: 'Bayer-sinter refinery',
  about:
    'Series process for high-silica bauxite: the Bayer residue is sintered with limestone and soda; bauxite, limestone, ' +
    'soda ash, process CO2 and belite mud from the ore analysis and the overall recovery (stoichiometry of 2CaO·SiO2).',
  parameters: [
    ...oreParameters(KRASNOOKTYABR, 'KRASNOOKTYABR'),
    ...SINTER_PARAMETERS,
    ...SHARED_REFINERY_PARAMETERS.filter((p) => p.key !== 'lime').map((p) => ({
      ...p,
      ...OTHER_DEFAULTS[p.key],
    })),
  ],
  outputs: [
    { key: 'bauxite', title: 'Dry bauxite', unit: 't/t' },
    { key: 'limestone', title: 'Limestone', unit: 't/t' },
    { key: 'limestone-co2', title: 'Carbon dioxide of limestone', unit: 't/t' },
    { key: 'soda-ash', title: 'Soda ash', unit: 'kg/t' },
    { key: 'caustic-equivalent', title: 'Soda make-up as NaOH', unit: 'kg/t' },
    { key: 'belite-mud', title: 'Belite mud, dry', unit: 't/t' },
    { key: 'mud-na2o', title: 'Na2O in the mud', unit: '1' },
    { key: 'heat', title: 'Heat and fuel, all uses', unit: 'GJ/t' },
  ],
  calculate,
  recipe,
  conflicts: (v) => oreConflicts(v, false),
};
