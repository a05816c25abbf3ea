/**
 * What does burning a fuel for steam or electricity need and leave?
 * In: efficiency and the fuel's lower heating value and carbon. Out: fuel, oxygen from air, carbon dioxide, water vapour
 * per MWh made, so that carbon and mass close.
 */
import { burntPerMwh } from './combustion.ts';
import type { Model, ModelRecipe, Parameter, Values } from './model.ts';
import { SHARE } from './stoichiometry.ts';

interface Fuel {
  readonly commodity: string;
  readonly title: string;
  /** kg CO2 per GJ of LHV. */
  readonly emission: number;
  /** GJ per t. */
  readonly heat: number;
}

/** Source: IPCC 2006 Guidelines, Volume 2, tables 1.2 and 1.4. */
const NATURAL_GAS: Fuel = { commodity: 'natural-gas', title: 'natural gas', emission: 56.1, heat: 48 };
const PURE_HYDROGEN: Fuel = { commodity: 'hydrogen', title: 'hydrogen', emission: 0, heat: 120 };

function parameters(fuel: Fuel, efficiency: Parameter): Parameter[] {
  const text = { source: 'IPCC06-V2', grade: 'published' } as const;
  const carbonfree = fuel.emission === 0;
  return [
    efficiency,
    {
      key: 'heating-value',
      title: `Lower heating value of ${fuel.title}`,
      unit: 'GJ/t',
      default: fuel.heat,
      physical: [10, 121],
      usual: carbonfree ? [119, 121] : [46.5, 50.4],
      ...text,
      why: 'No fuel has more than hydrogen, 120 GJ/t.',
    },
    {
      key: 'emission-factor',
      title: `Carbon dioxide from ${fuel.title}`,
      unit: 'kg/GJ',
      default: fuel.emission,
      physical: [0, 120],
      usual: carbonfree ? [0, 0.001] : [54.3, 58.3],
      ...text,
      why: 'Pure carbon gives about 112 kg/GJ.',
    },
  ];
}

function calculate(values: Values): Values {
  const fuel = 1 / values['efficiency'];
  const burnt = burntPerMwh(values['emission-factor'], values['heating-value']);
  return {
    fuel,
    'fuel-mass': fuel * burnt.mass,
    oxygen: fuel * burnt.oxygen,
    'carbon-dioxide': fuel * burnt.carbonDioxide,
    'water-vapour': fuel * burnt.water,
  };
}

function firedModel(name: string, title: string, made: string, fuel: Fuel, efficiency: Parameter): Model {
  return {
    name,
    title,
    about: `Fuel, oxygen, carbon dioxide and water vapour per MWh of ${made}: lower heating value and carbon of the fuel (IPCC 2006), complete combustion by molar masses.`,
    parameters: parameters(fuel, efficiency),
    outputs: [
      { key: 'fuel', title: `${fuel.title} (LHV)`, unit: 'MWh/MWh' },
      { key: 'fuel-mass', title: `${fuel.title}`, unit: 't/MWh' },
      { key: 'oxygen', title: 'Oxygen taken from the air', unit: 't/MWh' },
      { key: 'carbon-dioxide', title: 'Carbon dioxide', unit: 't/MWh' },
      { key: 'water-vapour', title: 'Water vapour', unit: 't/MWh' },
    ],
    calculate,
    recipe(values: Values): ModelRecipe {
      const got = calculate(values);
      const burnt = burntPerMwh(values['emission-factor'], values['heating-value']);
      return {
        flows: [
          {
            commodity: fuel.commodity,
            amount: -got['fuel'],
            composition: { C: burnt.carbon, mass: burnt.mass },
          },
          { commodity: 'air-oxygen', amount: -got['oxygen'] },
          {
            commodity: 'carbon-dioxide',
            amount: got['carbon-dioxide'],
            cause: 'fuel',
            composition: { C: SHARE.CInCO2, mass: 1 },
          },
          { commodity: 'water-vapour', amount: got['water-vapour'], cause: 'fuel' },
        ].filter((flow) => flow.amount !== 0),
      };
    },
  };
}

function efficiency(value: number, usual: readonly [number, number], source: string): Parameter {
  return {
    key: 'efficiency',
    title: 'Efficiency (LHV)',
    unit: '1',
    default: value,
    physical: [0.05, 1],
    usual,
    source,
    grade: 'published',
    why: 'No more energy can leave than the fuel brings.',
  };
}

export const gasBoiler = firedModel(
  'gas-boiler',
  'Gas boiler',
  'steam',
  NATURAL_GAS,
  efficiency(0.93, [0.85, 0.97], 'DEA-IPH'),
);
export const gasTurbine = firedModel(
  'gas-turbine',
  'Gas turbine',
  'electricity',
  NATURAL_GAS,
  efficiency(0.41, [0.33, 0.63], 'DEA-EL'),
);
export const hydrogenTurbine = firedModel(
  'hydrogen-turbine',
  'Hydrogen turbine',
  'electricity',
  PURE_HYDROGEN,
  efficiency(0.41, [0.35, 0.6], 'DEA-EL'),
);
