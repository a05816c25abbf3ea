/**
 * What becomes of an ore that is washed, floated, sorted or freed of its iron carbonate?
 * In: its analysis and what the treatment keeps of its mass and of each oxide. Out: the analysis of the better ore, and what is
 * left behind; each a calculator and the recipe of a plant, per dry tonne of the better ore.
 *
 * What is taken out is found by difference, so that every element of the ore lies either in the better ore or in what is
 * left. Of the silica taken out a stated part is clay, which is what binds soda in a refinery (high-silica bauxite review,
 * CSIRO 2008).
 */
import type { Composition, Conflict, Model, ModelRecipe, Parameter, Values } from './model.ts';
import { KRASNOOKTYABR, type Ore, oreComposition, oreConflicts, oreOf, oreParameters } from './ore.ts';

/** Elements that lie in ore and tailings; moisture is counted beside them. */
const FOLLOWED = ['Al', 'Si', 'Fe', 'Ca', 'C'] as const;

/** The analysis of the better ore, by the keys of the ore's parameters. */
export function upgradedOre(v: Values): Values {
  const kept = (oxide: string): number => v[`${oxide}-kept`] / v['mass-yield'];
  // Where a model does not speak of it, carbonate goes with the mass, and what silica is taken out is clay.
  const carbonate = (v['carbonate-kept'] ?? v['mass-yield']) / v['mass-yield'];
  const clayGone = (1 - v['silica-kept']) * (v['clay-in-silica-taken'] ?? 1);
  const reactive = (v['reactive-share-of-sio2'] - clayGone) / v['silica-kept'];
  return {
    al2o3: v.al2o3 * kept('alumina'),
    sio2: v.sio2 * kept('silica'),
    fe2o3: v.fe2o3 * kept('iron'),
    'reactive-share-of-sio2': Math.min(1, Math.max(0, reactive)),
    'carbonate-co2': v['carbonate-co2'] * carbonate,
  };
}

/** The model's values with the analysis of the better ore in place of that of the ore. */
export const withUpgraded = (v: Values): Values => ({ ...v, ...upgradedOre(v) });

/** What is left when `mined` tonnes give `kept` of the better ore; solids are a share of the slurry or heap. */
export function leavings(
  ore: Ore,
  better: Ore,
  { mined, kept, solids }: { mined: number; kept: number; solids: number },
): { amount: number; composition: Composition; water: number } {
  const amount = mined - kept;
  const [raw, clean] = [oreComposition(ore), oreComposition(better)];
  const slurry = amount / solids;
  const left = (element: (typeof FOLLOWED)[number]): number =>
    amount === 0 ? 0 : ((raw[element] ?? 0) * mined - (clean[element] ?? 0) * kept) / amount;
  return {
    amount,
    composition: {
      ...Object.fromEntries(FOLLOWED.map((element) => [element, left(element)])),
      mass: 1 / solids,
    },
    // What clings to the better ore and to what is left comes with the ore, or is added.
    water: better.moisture * kept + (slurry - amount) - ore.moisture * mined,
  };
}

/** Water added, or dried off where there is too much. */
export const waterFlow = (water: number): ModelRecipe['flows'] =>
  water > 0
    ? [{ commodity: 'water', amount: -water }]
    : water < 0
      ? [{ commodity: 'water-vapour', amount: -water, cause: 'drying of upgraded ore' }]
      : [];

const percent = (part: number): string => `${Number((100 * part).toPrecision(4))} %`;

/** Better ore cannot hold more of an oxide than fits into it, nor can what is left behind. */
export function upgradingConflicts(v: Values, bayer: boolean): readonly Conflict[] {
  const taken =
    (1 - v['alumina-kept']) * v.al2o3 + (1 - v['silica-kept']) * v.sio2 + (1 - v['iron-kept']) * v.fe2o3;
  const left = 1 - v['mass-yield'];
  const keys = ['mass-yield', 'alumina-kept', 'silica-kept', 'iron-kept'];
  const particulars = { found: percent(taken), expected: percent(left) };
  return [
    ...oreConflicts(v, bayer),
    ...oreConflicts(withUpgraded(v), bayer),
    ...(taken > left + 1e-9 ? [{ code: 'taken-above-whole', keys, particulars }] : []),
  ];
}

interface Default {
  readonly value: number;
  readonly usual: readonly [number, number];
  readonly grade: Parameter['grade'];
}

interface Treatment {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly source: string;
  /** Commodity that is left behind. */
  readonly leaves: string;
  readonly yield: Default;
  readonly alumina: Default;
  readonly silica: Default;
  readonly iron: Default;
  readonly carbonate: Default;
  readonly clay: Default;
  readonly electricity: Default;
  readonly solids: Default;
}

const share = (
  value: number,
  low: number,
  high: number,
  grade: Parameter['grade'] = 'judgement',
): Default => ({
  value,
  usual: [low, high],
  grade,
});

export function keptParameters(
  t: Pick<Treatment, 'source' | 'yield' | 'alumina' | 'silica' | 'iron'>,
): Parameter[] {
  const one = (
    key: string,
    title: string,
    low: number,
    { value, usual, grade }: Default,
    why: string,
  ): Parameter => ({
    key,
    title,
    unit: '1',
    default: value,
    physical: [low, 1],
    usual,
    source: t.source,
    grade,
    why,
  });
  const part = 'A share of what was there.';
  return [
    one('mass-yield', 'Upgraded ore of ore, dry mass', 0.2, t.yield, 'No more comes out than goes in.'),
    one('alumina-kept', 'Al2O3 that stays in the upgraded ore', 0.2, t.alumina, part),
    one('silica-kept', 'SiO2 that stays in the upgraded ore', 0.05, t.silica, part),
    one('iron-kept', 'Fe2O3 that stays in the upgraded ore', 0.05, t.iron, part),
  ];
}

function parametersOf(t: Treatment): Parameter[] {
  const one = (
    key: string,
    title: string,
    physical: readonly [number, number],
    of: Default,
    unit: string,
    why: string,
  ): Parameter => ({
    key,
    title,
    unit,
    default: of.value,
    physical,
    usual: of.usual,
    source: t.source,
    grade: of.grade,
    why,
  });
  const part = 'A share of what was there.';
  return [
    ...oreParameters(KRASNOOKTYABR, 'KRASNOOKTYABR'),
    ...keptParameters(t),
    one('carbonate-kept', 'Carbonate that stays in the upgraded ore', [0, 1], t.carbonate, '1', part),
    one('clay-in-silica-taken', 'Clay in the SiO2 that is taken out', [0, 1], t.clay, '1', part),
    one('power', 'Electricity per dry ore', [0, 100], t.electricity, 'kWh/t', 'An input.'),
    one(
      'solids-left',
      'Solids of what is left behind',
      [0.05, 1],
      t.solids,
      '1',
      'A share; below 5 % it is dirty water.',
    ),
  ];
}

function recipeOf({ leaves }: Treatment, v: Values): ModelRecipe {
  const [ore, better] = [oreOf(v), oreOf(withUpgraded(v))];
  const mined = 1 / v['mass-yield'];
  const left = leavings(ore, better, { mined, kept: 1, solids: v['solids-left'] });
  return {
    flows: [
      { commodity: 'bauxite', amount: 1, composition: oreComposition(better) },
      { commodity: 'bauxite', amount: -mined, composition: oreComposition(ore) },
      ...(left.amount > 0 ? [{ commodity: leaves, amount: left.amount, composition: left.composition }] : []),
      { commodity: 'electricity', amount: (-mined * v.power) / 1000 },
      ...waterFlow(left.water),
    ],
  };
}

function calculateOf(v: Values): Values {
  const better = withUpgraded(v);
  return {
    al2o3: better.al2o3,
    sio2: better.sio2,
    'reactive-silica': better.sio2 * better['reactive-share-of-sio2'],
    fe2o3: better.fe2o3,
    'silica-module': better.al2o3 / better.sio2,
    'module-before': v.al2o3 / v.sio2,
    ore: 1 / v['mass-yield'],
    left: 1 / v['mass-yield'] - 1,
    electricity: v.power / v['mass-yield'],
  };
}

const treatment = (t: Treatment): Model => ({
  name: t.name,
  title: t.title,
  about: t.about,
  parameters: parametersOf(t),
  outputs: [
    { key: 'al2o3', title: 'Al2O3 in the upgraded ore', unit: '1' },
    { key: 'sio2', title: 'SiO2 in the upgraded ore', unit: '1' },
    { key: 'reactive-silica', title: 'Reactive SiO2 in the upgraded ore', unit: '1' },
    { key: 'fe2o3', title: 'Fe2O3 in the upgraded ore', unit: '1' },
    { key: 'silica-module', title: 'Silica module of the upgraded ore, Al2O3 per SiO2', unit: 't/t' },
    { key: 'module-before', title: 'Silica module of the ore', unit: 't/t' },
    { key: 'ore', title: 'Dry ore per dry upgraded ore', unit: 't/t' },
    { key: 'left', title: 'Left behind, dry', unit: 't/t' },
    { key: 'electricity', title: 'Electricity per upgraded ore', unit: 'kWh/t' },
  ],
  calculate: calculateOf,
  recipe: (v) => recipeOf(t, v),
  upgrades: upgradedOre,
  conflicts: (v) => upgradingConflicts(v, false),
});

/** What washing at about a millimetre keeps; `bayer-washed` has the same. */
export const WASHED = {
  source: 'WASHING',
  yield: share(0.7, 0.6, 0.75, 'standard'),
  alumina: share(0.77, 0.7, 0.9),
  silica: share(0.445, 0.35, 0.6, 'derived'),
  iron: share(0.7, 0.55, 0.85),
  solids: share(0.45, 0.3, 0.6),
} as const;

export const oreWashing = treatment({
  ...WASHED,
  name: 'ore-washing',
  title: 'Washing and screening of ore',
  about:
    'Screening and washing at 0.5 to 1 mm takes out clay: 25 to 40 % of the mass goes, of the silica more, of the alumina less ' +
    '(high-silica bauxite review, CSIRO 2008; practice of Paragominas).',
  leaves: 'bauxite-washings',
  carbonate: share(0.7, 0.5, 0.9),
  clay: share(1, 0.9, 1),
  electricity: share(3, 2, 4, 'standard'),
});

export const oreFlotation = treatment({
  name: 'ore-flotation',
  title: 'Flotation of ore',
  about:
    'Ground ore is floated from silicates: 75 to 82 % of the mass and 86 to 90 % of the alumina stay, the silica module rises from ' +
    '5 or 6 to 9 or 11 (practice of Zhongzhou on diaspore; on gibbsite it is a trial).',
  source: 'FLOTATION',
  leaves: 'bauxite-tailings',
  yield: share(0.79, 0.75, 0.82, 'standard'),
  alumina: share(0.88, 0.86, 0.9, 'standard'),
  silica: share(0.484, 0.42, 0.56, 'derived'),
  iron: share(0.75, 0.6, 0.9),
  carbonate: share(0.79, 0.6, 0.95),
  clay: share(0.95, 0.8, 1),
  electricity: share(25, 18, 40),
  solids: share(0.5, 0.35, 0.65),
});

export const oreSorting = treatment({
  name: 'ore-sorting',
  title: 'Sensor sorting of ore',
  about:
    'Crushed ore is looked at stone by stone (colour, X-rays) and poor stones are blown out: 70 to 90 % of the mass stays, 1 to 2 kWh/t, ' +
    'no water (practice of sorters; what it keeps of each oxide is by judgement).',
  source: 'ORE-SORTING',
  leaves: 'bauxite-rejects',
  yield: share(0.8, 0.7, 0.9, 'standard'),
  alumina: share(0.86, 0.78, 0.95),
  silica: share(0.62, 0.45, 0.8),
  iron: share(0.8, 0.65, 0.95),
  carbonate: share(0.8, 0.6, 0.95),
  clay: share(0.85, 0.6, 1),
  electricity: share(1.5, 1, 2, 'standard'),
  solids: share(0.9, 0.85, 0.97),
});

export const sideriteSeparation = treatment({
  name: 'siderite-separation',
  title: 'Magnetic separation of siderite',
  about:
    'A strong magnet takes out iron carbonate and stones rich in iron: 85 to 95 % of the mass stays, and little of the carbonate ' +
    'that would turn caustic soda into soda ash (practice of magnetic separation; shares by judgement).',
  source: 'SIDERITE',
  leaves: 'bauxite-rejects',
  yield: share(0.9, 0.85, 0.95, 'standard'),
  alumina: share(0.95, 0.9, 0.98),
  silica: share(0.93, 0.85, 0.98),
  iron: share(0.74, 0.6, 0.9),
  carbonate: share(0.3, 0.15, 0.6),
  clay: share(0.93, 0.6, 1),
  electricity: share(3, 1.5, 6),
  solids: share(0.9, 0.85, 0.97),
});
