/**
 * What does a solar array give at one moment, and what does a park's array look like?
 * In: time and place, light on the horizontal (its parts where they are known), air, the array. Out: light on the modules,
 * cell temperature, power after the inverter. A solar park of the plan is the same array through a year.
 */
import type { Model, Values } from './model.ts';
import { arrayPower, decompose, FIXED, type Parts, type Sky, type SolarDesign } from './solar-array.ts';
import { dayOfYear, sunPosition, WHEN_AND_WHERE } from './solar-position.ts';

const RAD = Math.PI / 180;
const given = { source: 'ENERGY-JUDGEMENT', grade: 'judgement' } as const;
const TRACKING = ['fixed', 'single-axis'] as const;
/** Above this angle of the sun (degrees) direct light on the horizontal says nothing about its strength. */
const LOWEST_SUN = 87;

/** The array that the parameters describe; powers per rated AC power. */
export function solarDesign(values: Values): SolarDesign {
  const said = (key: string): number | null => (Number.isNaN(values[key]) ? null : values[key]);
  return {
    tracked: TRACKING[values['tracking']] === 'single-axis',
    tilt: said('tilt'),
    azimuth: said('azimuth'),
    cover: values['ground-cover'],
    turn: values['rotation-limit'],
    ratio: values['ratio'],
    rear: values['rear-gain'],
    losses: values['losses'],
    coefficient: values['temperature-coefficient'],
    inverter: values['inverter'],
  };
}

/** Direct and diffuse light as far as they are given; the rest follows from the horizontal, else from its clearness. */
function partsOf(values: Values, global: number, zenith: number, day: number): Parts {
  const split = decompose(global, zenith, day);
  const [direct, diffuse] = [values['dni'], values['dhi']].map((each) => (global > 0 ? each : 0));
  const height = zenith > LOWEST_SUN ? 0 : Math.cos(zenith * RAD);
  if (!Number.isNaN(direct) && !Number.isNaN(diffuse)) return { ...split, direct, diffuse };
  if (!Number.isNaN(direct)) return { ...split, direct, diffuse: Math.max(0, global - direct * height) };
  if (Number.isNaN(diffuse)) return split;
  return { ...split, direct: height > 0 ? Math.max(0, global - diffuse) / height : 0, diffuse };
}

function calculate(values: Values): Values {
  const time = values['time'];
  const sun = sunPosition(time, values['latitude'], values['longitude']);
  const day = dayOfYear(time);
  // With the sun below the horizon no light falls, whatever was asked for.
  const global = sun.apparentZenith < 90 ? values['ghi'] : 0;
  const sky: Sky = {
    zenith: sun.apparentZenith,
    azimuth: sun.azimuth,
    day,
    global,
    air: values['temperature'],
    wind: values['wind'],
    albedo: values['albedo'],
  };
  const parts = partsOf(values, global, sky.zenith, day);
  const made = arrayPower(solarDesign(values), sky, values['latitude'], parts);
  const perModules = values['size'] / values['ratio'];
  return {
    poa: made.front,
    'cell-temperature': made.cell,
    power: made.alternating * perModules,
    'module-power': made.direct * perModules,
    direct: made.parts.direct,
    diffuse: made.parts.diffuse,
    'module-tilt': made.plane.tilt,
    incidence: Math.acos(Math.min(1, Math.max(-1, made.plane.incidence))) / RAD,
    'sun-elevation': 90 - sun.apparentZenith,
    'sun-azimuth': sun.azimuth,
  };
}

export const pv: Model = {
  name: 'pv',
  title: 'Solar array',
  about:
    'From light on the horizontal to power at one moment: sun position (Reda and Andreas 2003), Erbs (1982) where direct and diffuse ' +
    'light are not given, Hay and Davies (1980), trackers with backtracking (Anderson and Mikofski 2020), Faiman (2008), ' +
    'PVWatts 5 (Dobos 2014). `power` is that of the stated `size` of modules, 1 kW unless said.',
  parameters: [
    ...WHEN_AND_WHERE,
    {
      key: 'ghi',
      title: 'Global irradiance on the horizontal',
      unit: 'W/m2',
      default: 800,
      physical: [0, 1500],
      usual: [0, 1100],
      ...given,
      why: 'Above the air it is 1361 W/m2; clouds can add some to what is below.',
      ofTheHour: true,
    },
    {
      key: 'dni',
      title: 'Direct irradiance towards the sun',
      unit: 'W/m2',
      default: Number.NaN,
      unsaid: 'from the clearness of the sky',
      physical: [0, 1400],
      usual: [0, 1100],
      ...given,
      why: 'Above the air it is 1361 W/m2.',
      ofTheHour: true,
    },
    {
      key: 'dhi',
      title: 'Diffuse irradiance on the horizontal',
      unit: 'W/m2',
      default: Number.NaN,
      unsaid: 'what direct light leaves of the global',
      physical: [0, 1000],
      usual: [0, 700],
      ...given,
      why: 'The brightest cloudy skies give less.',
      ofTheHour: true,
    },
    {
      key: 'temperature',
      title: 'Air temperature',
      unit: 'degC',
      default: 20,
      physical: [-60, 60],
      usual: [-40, 45],
      ...given,
      ofTheHour: true,
    },
    {
      key: 'wind',
      title: 'Wind speed at the modules',
      unit: 'm/s',
      default: 3,
      physical: [0, 60],
      usual: [0, 15],
      ...given,
      ofTheHour: true,
    },
    {
      key: 'albedo',
      title: 'Reflection of the ground',
      unit: '1',
      default: 0.2,
      physical: [0, 1],
      usual: [0.1, 0.8],
      ...given,
      why: 'Grass 0.2, old snow 0.6, fresh snow 0.8.',
      ofTheHour: true,
    },
    {
      key: 'size',
      title: 'Rated power of the modules',
      unit: 'kW',
      default: 1,
      physical: [0, 1e7],
      usual: [0, 1e7],
      ...given,
      ofTheHour: true,
    },
    {
      key: 'tracking',
      title: 'How the modules stand',
      unit: '1',
      default: 0,
      choices: TRACKING,
      physical: [0, TRACKING.length - 1],
      usual: [0, TRACKING.length - 1],
      ...given,
      why: 'Single-axis: on a level north-south axis, with backtracking.',
    },
    {
      key: 'tilt',
      title: 'Tilt of fixed modules',
      unit: 'deg',
      default: Number.NaN,
      unsaid: '0.72 x the latitude, at most 45 deg',
      physical: [0, 90],
      usual: [0, 90],
      ...given,
      why: 'Modules lie flat at 0 and stand upright at 90.',
    },
    {
      key: 'azimuth',
      title: 'Where fixed modules look, clockwise from north',
      unit: 'deg',
      default: Number.NaN,
      unsaid: 'towards the equator',
      physical: [0, 360],
      usual: [0, 360],
      ...given,
      why: 'East is 90, south 180, west 270.',
    },
    {
      key: 'ground-cover',
      title: 'Width of a tracked row per distance of rows',
      unit: '1',
      default: FIXED.cover,
      physical: [0.05, 1],
      usual: [0.25, 0.5],
      ...given,
      why: 'Above 1 the rows overlap.',
    },
    {
      key: 'rotation-limit',
      title: 'Farthest turn of a tracker',
      unit: 'deg',
      default: FIXED.turn,
      physical: [0, 90],
      usual: [45, 60],
      ...given,
    },
    {
      key: 'ratio',
      title: 'Module power per inverter power',
      unit: '1',
      default: FIXED.ratio,
      physical: [0.5, 3],
      usual: [1, 1.6],
      ...given,
    },
    {
      key: 'rear-gain',
      title: 'Gain from light on the back',
      unit: '1',
      default: 0,
      physical: [0, 0.5],
      usual: [0, 0.12],
      ...given,
      why: 'One-sided modules have none, two-sided ones 4 to 12 %.',
    },
    {
      key: 'losses',
      title: 'Losses of the modules and cables',
      unit: '1',
      default: FIXED.losses,
      physical: [0, 0.9],
      usual: [0, 0.16],
      source: 'PVWATTS14',
      grade: 'judgement',
      why: 'PVWatts has 14.1 %, with ageing and long standstill of small roofs.',
    },
    {
      key: 'temperature-coefficient',
      title: 'Change of power per degree',
      unit: '1/K',
      default: FIXED.coefficient,
      physical: [-0.01, 0],
      usual: [-0.0045, -0.0025],
      ...given,
    },
    {
      key: 'inverter',
      title: 'Efficiency of the inverter',
      unit: '1',
      default: FIXED.inverter,
      physical: [0.5, 1],
      usual: [0.95, 0.99],
      source: 'PVWATTS14',
      grade: 'judgement',
    },
  ],
  outputs: [
    { key: 'poa', title: 'Irradiance on the front of the modules', unit: 'W/m2' },
    { key: 'cell-temperature', title: 'Cell temperature', unit: 'degC' },
    { key: 'power', title: 'Power after the inverter, of the stated size', unit: 'kW' },
    { key: 'module-power', title: 'Power before the inverter', unit: 'kW' },
    { key: 'direct', title: 'Direct irradiance towards the sun', unit: 'W/m2' },
    { key: 'diffuse', title: 'Diffuse irradiance on the horizontal', unit: 'W/m2' },
    { key: 'module-tilt', title: 'Tilt of the modules', unit: 'deg' },
    { key: 'incidence', title: "Angle between the sun and the modules' normal", unit: 'deg' },
    { key: 'sun-elevation', title: 'Height of the sun, seen through air', unit: 'deg' },
    { key: 'sun-azimuth', title: 'Direction of the sun, clockwise from north', unit: 'deg' },
  ],
  calculate,
  machine: (values) => ({ of: 'sun', design: solarDesign(values) }),
};
