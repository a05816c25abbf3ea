/**
 * What does burning coal or wood for steam or electricity need and leave?
 * In: efficiency, lower heating value, carbon and ash of the fuel. Out: fuel, oxygen from air, carbon dioxide, water vapour and
 * ash per MWh made, so that carbon and mass close.
 *
 * A solid fuel is carbon, ash, water, and as much hydrogen that is not bound to oxygen as its heating value asks for beside
 * the carbon (Dulong's reading of an analysis): LHV = 32.8 C + 120 H − 2.44 water, GJ per t.
 */
import type { Conflict, Model, ModelRecipe, Parameter, Values } from './model.ts';
import { RATIO, SHARE } from './stoichiometry.ts';

interface SolidFuel {
  readonly commodity: string;
  readonly title: string;
  /** kg CO2 per GJ of LHV, GJ per t, share of mass; each with what is usual. */
  readonly emission: readonly [number, number, number];
  readonly heat: readonly [number, number, number];
  readonly ash: readonly [number, number, number];
  /** What its carbon leaves as. */
  readonly gas: 'carbon-dioxide' | 'biogenic-carbon-dioxide';
}

/** Source: IPCC 2006 Guidelines, Volume 2, tables 1.2 and 1.4; ash by judgement. Ekibastuz coal has 16 to 18 GJ/t and 40 % ash. */
const COAL: SolidFuel = {
  commodity: 'coal',
  title: 'coal',
  emission: [94.6, 89.5, 101],
  heat: [25.8, 15, 30.5],
  ash: [0.13, 0.05, 0.45],
  gas: 'carbon-dioxide',
};
const WOOD: SolidFuel = {
  commodity: 'biomass',
  title: 'wood or straw',
  emission: [112, 95, 132],
  heat: [15.6, 7.9, 18],
  ash: [0.02, 0.003, 0.08],
  gas: 'biogenic-carbon-dioxide',
};

/** GJ per t: carbon and hydrogen burnt, water evaporated. */
const HEAT = { carbon: 32.8, hydrogen: 120, water: 2.44 } as const;

/** Burning one MWh (LHV): t in and out. */
export function burntSolid(emission: number, heat: number, ashShare: number) {
  const mass = 3.6 / heat;
  const carbonDioxide = (emission * 3.6) / 1000;
  const carbon = carbonDioxide / RATIO.co2PerCarbon;
  const ash = ashShare * mass;
  const rest = mass - carbon - ash;
  const free = (3.6 - HEAT.carbon * carbon + HEAT.water * rest) / (HEAT.hydrogen + HEAT.water);
  const hydrogen = Math.min(Math.max(0, free), Math.max(0, rest));
  const water = rest - hydrogen + hydrogen * RATIO.waterPerHydrogen;
  const oxygen = carbon * RATIO.oxygenPerCarbonBurnt + hydrogen * RATIO.oxygenPerHydrogenBurnt;
  return { mass, carbon, carbonDioxide, ash, water, oxygen };
}

/** Carbon and ash are parts of the fuel: together they cannot be more than all of it. */
function conflicts(v: Values): Conflict[] {
  const { mass, carbon, ash } = burntSolid(v['emission-factor'], v['heating-value'], v['ash']);
  if (carbon + ash <= mass) return [];
  const share = (part: number): string => `${Number(((100 * part) / mass).toPrecision(3))} %`;
  return [
    {
      code: 'fuel-more-than-whole',
      keys: ['ash', 'emission-factor', 'heating-value'],
      particulars: { carbon: share(carbon), ash: share(ash) },
    },
  ];
}

function parameters(
  fuel: SolidFuel,
  efficiency: readonly [number, number, number],
  source: string,
): Parameter[] {
  const published = { source: 'IPCC06-V2', grade: 'published' } as const;
  return [
    {
      key: 'efficiency',
      title: 'Efficiency (LHV)',
      unit: '1',
      default: efficiency[0],
      physical: [0.05, 1],
      usual: [efficiency[1], efficiency[2]],
      source,
      grade: 'judgement',
      why: 'No more energy can leave than the fuel brings.',
    },
    {
      key: 'heating-value',
      title: `Lower heating value of ${fuel.title}`,
      unit: 'GJ/t',
      default: fuel.heat[0],
      physical: [5, 33],
      usual: [fuel.heat[1], fuel.heat[2]],
      ...published,
      why: 'Pure carbon has 32.8 GJ/t.',
    },
    {
      key: 'emission-factor',
      title: `Carbon dioxide from ${fuel.title}`,
      unit: 'kg/GJ',
      default: fuel.emission[0],
      physical: [80, 140],
      usual: [fuel.emission[1], fuel.emission[2]],
      ...published,
      why: 'Pure carbon gives about 112 kg/GJ, moist wood more, since its water takes heat.',
    },
    {
      key: 'ash',
      title: `Ash in ${fuel.title}`,
      unit: '1',
      default: fuel.ash[0],
      physical: [0, 0.6],
      usual: [fuel.ash[1], fuel.ash[2]],
      source: 'ENERGY-JUDGEMENT',
      grade: 'judgement',
      why: 'What is mostly ash does not burn.',
    },
  ];
}

function firedModel(
  name: string,
  title: string,
  made: string,
  fuel: SolidFuel,
  efficiency: readonly [number, number, number],
  source: string,
): Model {
  const burntOf = (v: Values) => burntSolid(v['emission-factor'], v['heating-value'], v['ash']);
  const calculate = (v: Values): Values => {
    const needed = 1 / v['efficiency'];
    const burnt = burntOf(v);
    return {
      fuel: needed,
      'fuel-mass': needed * burnt.mass,
      oxygen: needed * burnt.oxygen,
      'carbon-dioxide': needed * burnt.carbonDioxide,
      'water-vapour': needed * burnt.water,
      ash: needed * burnt.ash,
    };
  };
  return {
    name,
    title,
    about: `Fuel, oxygen, carbon dioxide, water vapour and ash per MWh of ${made}: lower heating value and carbon of the fuel (IPCC 2006), complete combustion by molar masses; hydrogen is what the heating value asks for beside the carbon.`,
    parameters: parameters(fuel, efficiency, source),
    outputs: [
      { key: 'fuel', title: `${fuel.title} (LHV)`, unit: 'MWh/MWh' },
      { key: 'fuel-mass', title: `${fuel.title}`, unit: 't/MWh' },
      { key: 'oxygen', title: 'Oxygen taken from the air', unit: 't/MWh' },
      { key: 'carbon-dioxide', title: 'Carbon dioxide', unit: 't/MWh' },
      { key: 'water-vapour', title: 'Water vapour', unit: 't/MWh' },
      { key: 'ash', title: 'Ash', unit: 't/MWh' },
    ],
    calculate,
    conflicts,
    recipe(v: Values): ModelRecipe {
      const got = calculate(v);
      const { carbon, mass } = burntOf(v);
      return {
        flows: [
          { commodity: fuel.commodity, amount: -got['fuel'], composition: { C: carbon, mass } },
          { commodity: 'air-oxygen', amount: -got['oxygen'] },
          {
            commodity: fuel.gas,
            amount: got['carbon-dioxide'],
            cause: 'fuel',
            composition: { C: SHARE.CInCO2, mass: 1 },
          },
          { commodity: 'water-vapour', amount: got['water-vapour'], cause: 'fuel' },
          { commodity: 'fuel-ash', amount: got['ash'] },
        ].filter((flow) => flow.amount !== 0),
      };
    },
  };
}

/** Boilers and steam power plants fired with coal and with wood or straw. */
export const SOLID_FIRED: readonly Model[] = [
  firedModel('coal-boiler', 'Coal boiler', 'steam', COAL, [0.87, 0.8, 0.92], 'ENERGY-JUDGEMENT'),
  firedModel('coal-turbine', 'Coal power plant', 'electricity', COAL, [0.38, 0.32, 0.46], 'ENERGY-JUDGEMENT'),
  firedModel('biomass-boiler', 'Biomass boiler', 'steam', WOOD, [0.89, 0.8, 0.92], 'DEA-IPH'),
  firedModel('biomass-turbine', 'Biomass power plant', 'electricity', WOOD, [0.3, 0.25, 0.47], 'DEA-EL'),
];
