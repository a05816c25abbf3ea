/**
 * What does a wind farm give in a wind, and what does a park's farm look like?
 * In: wind at a measuring height, air, the turbine and what is lost on the way. Out: speed and density at the hub, power of
 * one turbine before and after losses. A wind farm of the plan is the same farm through a year.
 */
import type { Model, Parameter, Values } from './model.ts';
import { TURBINE_NAMES, TURBINES, type Turbine } from './turbine-table.ts';
import {
  hubTemperature,
  idealGasDensity,
  logarithmicProfile,
  powerLawProfile,
  standardPressure,
  turbinePower,
} from './wind-turbine.ts';

/** What stands there and how it runs. */
export interface WindDesign {
  readonly turbine: Turbine;
  /** m */
  readonly hub: number;
  /** Share that is left after wakes, standstill, cables, ice and dirt. */
  readonly net: number;
  /** degC: full power down to the first, none from the second on (low-temperature package of turbine makers). */
  readonly frost: readonly [number, number];
  /** m/s at which a turbine that ramps down after its cut-out stands still; null: it stops at once. */
  readonly stormStop: number | null;
}

const SHEARS = ['logarithmic', 'power-law'] as const;

/** The farm that the parameters describe. @param own a curve of the user instead of the named turbine. */
export function windDesign(values: Values, own?: Turbine): WindDesign {
  const turbine: Turbine = own ?? TURBINES[TURBINE_NAMES[values['turbine']]];
  const said = (key: string): number | null => (Number.isNaN(values[key]) ? null : values[key]);
  return {
    turbine,
    hub: said('hub-height') ?? turbine.hub,
    net:
      (1 - values['wake-loss']) *
      (1 - values['standstill']) *
      (1 - values['electrical-loss']) *
      (1 - values['icing-loss']),
    frost: [values['frost-full'], values['frost-stop']],
    stormStop: said('storm-stop'),
  };
}

/** Share of its power that a turbine gives in so cold an air (degC). */
export function frostShare([full, stop]: WindDesign['frost'], temperature: number): number {
  if (temperature >= full) return 1;
  return temperature <= stop ? 0 : (temperature - stop) / (full - stop);
}

function calculate(values: Values): Values {
  const design = windDesign(values);
  const { turbine, hub } = design;
  const measured = values['height'];
  const speed =
    SHEARS[values['shear']] === 'logarithmic'
      ? logarithmicProfile(values['speed'], measured, hub, values['roughness'])
      : powerLawProfile(values['speed'], measured, hub, values['shear-exponent']);
  const kelvin = hubTemperature(values['temperature'] + 273.15, measured, hub);
  const density = Number.isNaN(values['density'])
    ? idealGasDensity(standardPressure(values['elevation'] + measured), measured, hub, kelvin)
    : values['density'];
  const power = turbinePower(turbine, speed, density, design.stormStop);
  const net = power * design.net * frostShare(design.frost, values['temperature']);
  return {
    power,
    'net-power': net,
    'capacity-factor': power / turbine.rated,
    'net-capacity-factor': net / turbine.rated,
    'rated-power': turbine.rated,
    'hub-speed': speed,
    'hub-temperature': kelvin - 273.15,
    'air-density': density,
  };
}

const judged = { source: 'ENERGY-JUDGEMENT', grade: 'judgement' } as const;

const OF_THE_HOUR: readonly Parameter[] = [
  {
    key: 'speed',
    title: 'Wind speed as measured',
    unit: 'm/s',
    default: 7.5,
    physical: [0, 60],
    usual: [0, 30],
    ...judged,
    why: 'No mean wind blows backwards, and none above 60 m/s has been measured over an hour.',
  },
  {
    key: 'height',
    title: 'Height of the measurement',
    unit: 'm',
    default: 100,
    physical: [2, 300],
    usual: [10, 200],
    ...judged,
    why: 'The profiles hold between 2 and 300 m.',
  },
  {
    key: 'density',
    title: 'Air density at the hub',
    unit: 'kg/m3',
    default: Number.NaN,
    unsaid: 'from temperature and elevation',
    physical: [0.5, 1.8],
    usual: [0.9, 1.5],
    ...judged,
    why: 'Power curves are published for 1.225 kg/m3.',
  },
  {
    key: 'temperature',
    title: 'Air temperature at the measuring height',
    unit: 'degC',
    default: 5,
    physical: [-60, 60],
    usual: [-40, 40],
    ...judged,
  },
  {
    key: 'elevation',
    title: 'Height of the ground above the sea',
    unit: 'm',
    default: 300,
    physical: [-200, 4000],
    usual: [-30, 2000],
    ...judged,
    why: 'Below the Caspian depression and above the passes no farm stands.',
  },
  {
    key: 'shear',
    title: 'How wind grows with height',
    unit: '1',
    default: 0,
    choices: SHEARS,
    physical: [0, SHEARS.length - 1],
    usual: [0, SHEARS.length - 1],
    ...judged,
  },
  {
    key: 'roughness',
    title: 'Roughness length of the ground, for the logarithmic profile',
    unit: 'm',
    default: 0.03,
    physical: [0.0001, 1.9],
    usual: [0.005, 0.3],
    ...judged,
    why: 'Ice has 0.0001 m, a town 1.9 m.',
  },
  {
    key: 'shear-exponent',
    title: 'Exponent of the power law',
    unit: '',
    default: 0.16,
    physical: [-0.2, 0.8],
    usual: [0.08, 0.3],
    ...judged,
    why: 'About 0.10 by day and 0.25 at night over a steppe.',
  },
];

const OF_THE_FARM: readonly Parameter[] = [
  {
    key: 'turbine',
    title: 'Turbine',
    unit: '1',
    default: 0,
    choices: TURBINE_NAMES,
    physical: [0, TURBINE_NAMES.length - 1],
    usual: [0, TURBINE_NAMES.length - 1],
    source: 'NREL-TURBINES',
    grade: 'published',
  },
  {
    key: 'hub-height',
    title: 'Height of the hub',
    unit: 'm',
    default: Number.NaN,
    unsaid: "the turbine's usual one",
    physical: [20, 250],
    usual: [70, 170],
    source: 'NREL-TURBINES',
    grade: 'judgement',
    why: 'Towers of large turbines are between 70 and 200 m.',
  },
  {
    key: 'wake-loss',
    title: 'Lost in the wakes of other turbines',
    unit: '1',
    default: 0.08,
    physical: [0, 0.6],
    usual: [0.04, 0.14],
    ...judged,
    why: 'A share of the output.',
  },
  {
    key: 'standstill',
    title: 'Share of time a turbine stands for repair',
    unit: '1',
    default: 0.03,
    physical: [0, 0.5],
    usual: [0.01, 0.06],
    source: 'DEA-EL',
    grade: 'judgement',
    why: 'A turbine that stands half of the time is given up.',
  },
  {
    key: 'electrical-loss',
    title: 'Lost in cables and transformers of the farm',
    unit: '1',
    default: 0.02,
    physical: [0, 0.3],
    usual: [0.01, 0.04],
    ...judged,
  },
  {
    key: 'icing-loss',
    title: 'Lost by ice and dirt on the blades',
    unit: '1',
    default: 0.015,
    physical: [0, 0.5],
    usual: [0, 0.06],
    ...judged,
  },
  {
    key: 'frost-full',
    title: 'Full power down to this air temperature',
    unit: 'degC',
    default: -28,
    physical: [-60, 20],
    usual: [-32, -10],
    ...judged,
    why: 'Ordinary turbines stop at -20 degC, those for cold climate run to -30 degC.',
  },
  {
    key: 'frost-stop',
    title: 'No power from this air temperature down',
    unit: 'degC',
    default: -36,
    physical: [-70, 10],
    usual: [-42, -18],
    ...judged,
  },
  {
    key: 'storm-stop',
    title: 'Wind at which a turbine stands that ramps down after its cut-out',
    unit: 'm/s',
    default: Number.NaN,
    unsaid: 'it stops at its cut-out',
    physical: [21, 60],
    usual: [28, 36],
    ...judged,
    why: 'Storm control begins at the cut-out, 20 or 25 m/s.',
  },
];

export const windPower: Model = {
  name: 'wind-power',
  title: 'Wind turbine',
  about:
    'Power of one turbine from a measured wind: logarithmic profile or power law and ideal gas (Hau 2008), power curve moved ' +
    'to the density of the air (Svenningsen 2010, after IEC 61400-12), curves as published by NREL (BSD 3-Clause). `power` is ' +
    'that of the machine, `net-power` after wakes, standstill, cables, ice and frost.',
  parameters: [
    ...OF_THE_FARM.slice(0, 1),
    ...OF_THE_HOUR.map((each) => ({ ...each, ofTheHour: true as const })),
    ...OF_THE_FARM.slice(1),
  ],
  outputs: [
    { key: 'power', title: 'Power of the turbine', unit: 'kW' },
    { key: 'net-power', title: 'The same after losses and frost', unit: 'kW' },
    { key: 'capacity-factor', title: 'Power per rated power', unit: '1' },
    { key: 'net-capacity-factor', title: 'The same after losses and frost', unit: '1' },
    { key: 'rated-power', title: 'Rated power of the turbine', unit: 'kW' },
    { key: 'hub-speed', title: 'Wind speed at the hub', unit: 'm/s' },
    { key: 'hub-temperature', title: 'Air temperature at the hub', unit: 'degC' },
    { key: 'air-density', title: 'Air density at the hub', unit: 'kg/m3' },
  ],
  conflicts: ({ 'frost-full': full, 'frost-stop': stop }) =>
    stop < full
      ? []
      : [
          {
            code: 'frost-crossed',
            keys: ['frost-stop'],
            particulars: { full: `${full} °C`, stop: `${stop} °C` },
          },
        ],
  calculate,
  machine: (values, curve) => ({ of: 'wind', design: windDesign(values, curve) }),
};
