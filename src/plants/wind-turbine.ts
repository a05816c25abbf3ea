/**
 * What does a wind turbine, or a farm of them, make of the wind?
 * In: wind speed at a measuring height, air, roughness, a power curve. Out: speed and density at the hub, power; and for the
 * weather year a farm's curve, smoothed over turbines and gusts.
 */
import type { Turbine } from './turbine-table.ts';

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
 * @param stormStop m/s at which a turbine that ramps down after its cut-out stands still; null: it stops at once.
 */
export function farmCurve(
  turbine: Turbine,
  density: number,
  spread = 0.12,
  stormStop: number | null = null,
): Float64Array {
  const plain = new Float64Array(Math.round(FINE_TOP / FINE) + 1);
  for (let at = 0; at < plain.length; at += 1)
    plain[at] = turbinePower(turbine, at * FINE, density, stormStop) / turbine.rated;
  return Float64Array.from(blursOf(spread), ({ from, weights, sum }) => {
    let power = 0;
    for (let at = 0; at < weights.length; at += 1) power += weights[at] * plain[from + at];
    return power / sum;
  });
}

/**
 * Power of one turbine, kW: its curve moved to this density, held up to the cut-out where thick air moves the table's end
 * below it; above the cut-out nothing, or a straight way down to `stormStop` (storm control).
 */
export function turbinePower(
  turbine: Turbine,
  speed: number,
  density: number,
  stormStop: number | null = null,
): number {
  const { speeds, power, cutOut, rated } = turbine;
  const last = speeds[speeds.length - 1];
  const end = last * (STANDARD_DENSITY / density) ** correctionExponent(last);
  const at = (wind: number) => Math.min(rated, curvePower(Math.min(wind, end), speeds, power, density));
  if (speed <= cutOut) return at(speed);
  if (stormStop === null || speed >= stormStop) return 0;
  return (at(cutOut) * (stormStop - speed)) / (stormStop - cutOut);
}
