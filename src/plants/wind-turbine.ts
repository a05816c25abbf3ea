/**
 * What does a wind turbine, or a farm of them, make of the wind?
 * In: wind speed at a measuring height, air, roughness. Out: speed and density at the hub, power, capacity factor; and
 * for the weather year a farm's curve, smoothed over turbines and gusts.
 */
import type { Model, Parameter, Values } from './model.ts';
import { TABLE_START, TABLE_STEP, TURBINES, type Turbine } from './turbine-table.ts';

/** kg/m3, the density that power curves are published for (IEC 61400-12-1). */
export const STANDARD_DENSITY = 1.225;
/** K per m of height, standard atmosphere. */
const LAPSE = 0.0065;

/**
 * Logarithmic wind profile, m/s. Source: Hau, Windkraftanlagen (2008), equation 12.13, as in windpowerlib.
 * @param obstacle height of what stands around (m); the profile begins at 0.7 of it.
 */
export function logarithmicProfile(
  speed: number,
  measured: number,
  hub: number,
  roughness: number,
  obstacle = 0,
): number {
  const shift = 0.7 * obstacle;
  return (speed * Math.log((hub - shift) / roughness)) / Math.log((measured - shift) / roughness);
}

/** Power-law wind profile, m/s. Source: Hau (2008). */
export function powerLawProfile(speed: number, measured: number, hub: number, exponent: number): number {
  return speed * (hub / measured) ** exponent;
}

/** K at the hub from K at the measuring height. */
export function hubTemperature(temperature: number, measured: number, hub: number): number {
  return temperature - LAPSE * (hub - measured);
}

/**
 * Air density at the hub, kg/m3, by the ideal gas law; pressure falls by 1/8 hPa per m.
 * @param pressure Pa at `measured` m. @param temperature K at the hub. Source: windpowerlib, `ideal_gas`.
 */
export function idealGasDensity(
  pressure: number,
  measured: number,
  hub: number,
  temperature: number,
): number {
  return ((pressure / 100 - (hub - measured) / 8) * 100) / (287.058 * temperature);
}

/** Air density at the hub, kg/m3, by the barometric formula (Hau 2008). Arguments as `idealGasDensity`. */
export function barometricDensity(
  pressure: number,
  measured: number,
  hub: number,
  temperature: number,
): number {
  return ((pressure / 100 - (hub - measured) / 8) * STANDARD_DENSITY * 288.15 * 100) / (101330 * temperature);
}

/** Pressure of the standard atmosphere, Pa, at a height above the sea, m (ISO 2533). */
export function standardPressure(elevation: number): number {
  return 101325 * (1 - 2.25577e-5 * elevation) ** 5.25588;
}

/** Exponent of the density correction: 1/3 where the rotor follows the wind, 2/3 near rated power (Svenningsen 2010). */
function correctionExponent(speed: number): number {
  return Math.min(2 / 3, Math.max(1 / 3, 1 / 3 + (speed - 7.5) / 15));
}

/**
 * Power read from a curve whose speeds are moved to the site's density; outside the curve it is zero.
 * Source: Svenningsen, Power curve air density correction and other power curve options in windPRO (2010), after
 * IEC 61400-12; as in windpowerlib.
 * @param speeds rising, m/s. @param power one value for each speed. @param density kg/m3.
 */
export function curvePower(
  speed: number,
  speeds: readonly number[],
  power: readonly number[],
  density = STANDARD_DENSITY,
): number {
  const moved = (at: number) => speeds[at] * (STANDARD_DENSITY / density) ** correctionExponent(speeds[at]);
  const last = speeds.length - 1;
  if (!(speed >= moved(0) && speed <= moved(last))) return 0;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (moved(middle) <= speed) low = middle;
    else high = middle;
  }
  const from = moved(low);
  const to = moved(high);
  return to === from ? power[low] : power[low] + ((speed - from) / (to - from)) * (power[high] - power[low]);
}

/** Speeds that belong to a turbine's `power` list. */
export function tableSpeeds(turbine: Turbine): number[] {
  return turbine.power.map((_, at) => TABLE_START + at * TABLE_STEP);
}

/** Step of `farmCurve`, m/s. */
export const FARM_STEP = 0.1;
const FARM_TOP = 40;
/** Step and last speed of the turbine's own curve under it, m/s. */
const FINE = 0.1;
const FINE_TOP = 60;

/** Speeds of single turbines (numbers of the fine curve, from `from` on) that a farm's speed stands for, by weight. */
interface Blur {
  readonly from: number;
  readonly weights: Float64Array;
  readonly sum: number;
}

const blurs = new Map<number, readonly Blur[]>();

/** The blur at each speed of a farm's curve; it depends on neither turbine nor air, so it is made once. */
function blursOf(spread: number): readonly Blur[] {
  const known = blurs.get(spread);
  if (known !== undefined) return known;
  const last = Math.round(FINE_TOP / FINE);
  const made = Array.from({ length: Math.round(FARM_TOP / FARM_STEP) + 1 }, (_, at): Blur => {
    const speed = at * FARM_STEP;
    const deviation = Math.max(0.05, spread * speed);
    const from = Math.max(0, Math.floor((speed - 3 * deviation) / FINE));
    const to = Math.min(last, Math.ceil((speed + 3 * deviation) / FINE));
    const weights = new Float64Array(to - from + 1);
    let sum = 0;
    for (let each = from; each <= to; each += 1) {
      const weight = Math.exp(-0.5 * ((each * FINE - speed) / deviation) ** 2);
      weights[each - from] = weight;
      sum += weight;
    }
    return { from, weights, sum };
  });
  blurs.set(spread, made);
  return made;
}

/**
 * A farm's power per rated power at speeds 0, 0.1, 0.2 … 40 m/s: the turbine's curve at this density, averaged over a
 * spread of speeds (normal, standard deviation `spread` × speed) because no two turbines meet the same wind.
 * Source of the method: Nørgaard, Holttinen, A multi-turbine power curve approach, 2004.
 */
export function farmCurve(turbine: Turbine, density: number, spread = 0.12): Float64Array {
  const speeds = tableSpeeds(turbine);
  const plain = new Float64Array(Math.round(FINE_TOP / FINE) + 1);
  for (let at = 0; at < plain.length; at += 1) {
    plain[at] = at * FINE > turbine.cutOut ? 0 : held(at * FINE, speeds, turbine, density);
  }
  return Float64Array.from(blursOf(spread), ({ from, weights, sum }) => {
    let power = 0;
    for (let at = 0; at < weights.length; at += 1) power += weights[at] * plain[from + at];
    return power / sum;
  });
}

/** Capacity factor from the table, held at rated power up to the cut-out where thick air moves the table's end below it. */
function held(speed: number, speeds: readonly number[], turbine: Turbine, density: number): number {
  const end =
    speeds[speeds.length - 1] * (STANDARD_DENSITY / density) ** correctionExponent(speeds[speeds.length - 1]);
  return curvePower(Math.min(speed, end), speeds, turbine.power, density) / turbine.rated;
}

const HUB_WHY = 'towers for such rotors are between 80 and 200 m';

function parameters(turbine: Turbine): Parameter[] {
  const judged = { source: 'ENERGY-JUDGEMENT', grade: 'judgement' } as const;
  return [
    {
      key: 'wind-speed',
      title: 'Wind speed as measured',
      unit: 'm/s',
      default: 7.5,
      physical: [0, 60],
      usual: [0, 30],
      ...judged,
      why: 'no mean wind blows backwards, and none above 60 m/s has been measured over an hour',
    },
    {
      key: 'measuring-height',
      title: 'Height of the measurement',
      unit: 'm',
      default: 100,
      physical: [2, 300],
      usual: [10, 200],
      ...judged,
      why: 'the logarithmic profile holds between 2 and 300 m',
    },
    {
      key: 'hub-height',
      title: 'Height of the hub',
      unit: 'm',
      default: turbine.hub,
      physical: [turbine.rotor / 2, 250],
      usual: [90, 170],
      source: 'NREL-TURBINES',
      grade: 'judgement',
      why: HUB_WHY,
    },
    {
      key: 'roughness',
      title: 'Roughness length of the ground',
      unit: 'm',
      default: 0.03,
      physical: [0.0001, 1.9],
      usual: [0.005, 0.3],
      ...judged,
      why: 'ice has 0.0001 m, a town 1.9 m',
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
      why: 'below the Caspian depression and above the passes no farm stands',
    },
    {
      key: 'losses',
      title: 'Losses from rotor to grid',
      unit: '1',
      default: 1 - NET_OF_LOSSES,
      physical: [0, 0.6],
      usual: [0.08, 0.22],
      ...judged,
      why: 'a share of the output',
    },
  ];
}

/** What is left after wakes (8 %), standstill (3 %), cables and transformers (2 %), ice and dirt (1.5 %). */
export const NET_OF_LOSSES = 0.92 * 0.97 * 0.98 * 0.985;

function calculate(turbine: Turbine, values: Values): Values {
  const at = (key: string) => values[key];
  const hub = at('hub-height');
  const measured = at('measuring-height');
  const speed = logarithmicProfile(at('wind-speed'), measured, hub, at('roughness'));
  const kelvin = hubTemperature(at('temperature') + 273.15, measured, hub);
  const density = idealGasDensity(standardPressure(at('elevation') + measured), measured, hub, kelvin);
  const power =
    speed > turbine.cutOut ? 0 : held(speed, tableSpeeds(turbine), turbine, density) * turbine.rated;
  return {
    'hub-speed': speed,
    density,
    power,
    'capacity-factor': power / turbine.rated,
    'net-capacity-factor': (power / turbine.rated) * (1 - at('losses')),
  };
}

function windModel(name: string, turbine: Turbine): Model {
  return {
    name,
    title: `Wind turbine: ${turbine.title}`,
    about:
      'Power of one turbine from wind speed, roughness and air density. Logarithmic profile and ideal gas (Hau 2008), ' +
      'density-corrected power curve (Svenningsen 2010, after IEC 61400-12), curve by NREL (BSD 3-Clause).',
    parameters: parameters(turbine),
    outputs: [
      { key: 'hub-speed', title: 'Wind speed at the hub', unit: 'm/s' },
      { key: 'density', title: 'Air density at the hub', unit: 'kg/m3' },
      { key: 'power', title: 'Power of the turbine', unit: 'kW' },
      { key: 'capacity-factor', title: 'Power per rated power', unit: '1' },
      { key: 'net-capacity-factor', title: 'The same after losses', unit: '1' },
    ],
    calculate: (values) => calculate(turbine, values),
  };
}

export const windPower: Model = windModel('wind-power', TURBINES['6MW-170']);
export const windPowerLow: Model = windModel('wind-power-low', TURBINES['5.5MW-175']);
