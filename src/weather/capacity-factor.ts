/**
 * What do wind farms, solar parks and rivers make of the skies?
 * In: hourly skies at a place. Out: hourly output per rated power, after all losses, 0 … 1.
 */
import type { RiverDesign } from '../plants/river.ts';
import { arrayPower, decompose, type SolarDesign } from '../plants/solar-array.ts';
import { dayOfYear, type SunPosition, sunPosition } from '../plants/solar-position.ts';
import { frostShare, type WindDesign } from '../plants/wind-power.ts';
import {
  FARM_STEP,
  farmCurve,
  idealGasDensity,
  powerLawProfile,
  standardPressure,
} from '../plants/wind-turbine.ts';
import type { Place } from './chance-field.ts';
import type { Climate } from './climate.ts';
import type { Skies } from './synthetic-sky.ts';

/** Below this share of rated power a machine counts as standing; spares the program its smallest coefficients. */
const NOTHING = 1e-3;
const DENSITY_STEP = 0.02;
/** Spread of the wind over a farm and within an hour, per mean speed. */
const FARM_SPREAD = 0.12;
/** Speeds of the skies are for 115 m; other hubs by the power law. */
export const SKY_HEIGHT = 115;
export const SHEAR = 0.16;

const curves = new WeakMap<WindDesign, Map<number, Float64Array>>();

/** A farm's curve in air of so many steps of density; kept, since neighbouring places breathe the same air. */
function curveAt(design: WindDesign, bin: number): Float64Array {
  const known = curves.get(design) ?? new Map<number, Float64Array>();
  curves.set(design, known);
  const made = known.get(bin) ?? farmCurve(design.turbine, bin * DENSITY_STEP, FARM_SPREAD, design.stormStop);
  known.set(bin, made);
  return made;
}

export function windFactors(
  design: WindDesign,
  skies: Pick<Skies, 'wind' | 'temperature'>,
  climate: Pick<Climate, 'elevation'>,
): Float64Array {
  const pressure = standardPressure(climate.elevation + design.hub);
  const raised = powerLawProfile(1, SKY_HEIGHT, design.hub, SHEAR);
  return skies.wind.map((speed, hour) => {
    const cold = skies.temperature[hour];
    const density = idealGasDensity(pressure, 0, 0, cold + 273.15);
    const curve = curveAt(design, Math.round(density / DENSITY_STEP));
    const place = Math.min(curve.length - 1.001, (speed * raised) / FARM_STEP);
    const low = Math.floor(place);
    const gross = curve[low] + (place - low) * (curve[low + 1] - curve[low]);
    const net = gross * design.net * frostShare(design.frost, cold);
    return net < NOTHING ? 0 : Math.min(1, net);
  });
}

/** Months as UTC has them. @param start ms UTC of the first hour. */
export function riverFactors(design: RiverDesign, start: number, hours: number): Float64Array {
  return Float64Array.from(
    { length: hours },
    (_, hour) => design.months[new Date(start + hour * 3_600_000).getUTCMonth()],
  );
}

/** Sun position at the middle of each hour. @param start ms UTC of the first hour. */
export function sunPath(start: number, hours: number, place: Place): SunPosition[] {
  return Array.from({ length: hours }, (_, hour) =>
    sunPosition(start + (hour + 0.5) * 3_600_000, place.latitude, place.longitude),
  );
}

/** Light of a cloudless sky on the horizontal, W/m2 (Haurwitz 1945). */
function cloudless(zenith: number): number {
  const cosine = Math.cos((zenith * Math.PI) / 180);
  return cosine > 0 ? 1098 * cosine * Math.exp(-0.057 / cosine) : 0;
}

export function globalIrradiance(path: readonly SunPosition[], skies: Skies): Float64Array {
  return Float64Array.from(path, (sun, hour) => cloudless(sun.apparentZenith) * skies.clearness[hour]);
}

/** Reflection of the ground: snow lies when the month is well below freezing. */
function albedo(meanOfDays: number): number {
  return 0.2 + 0.4 * Math.min(1, Math.max(0, (-2 - meanOfDays) / 6));
}

/** Light that snow on the modules takes, as a share; trackers shed it at night by standing steep. */
function snowLoss(meanOfDays: number, tracked: boolean): number {
  return (tracked ? 0.05 : 0.1) * Math.min(1, Math.max(0, (-2 - meanOfDays) / 6));
}

/** What an array meets: light on the horizontal, air at the modules, and how the light splits where that was measured. */
export interface Daylight {
  /** W/m2 on the horizontal. */
  readonly global: Float64Array;
  /** W/m2 towards the sun and diffuse on the horizontal; null: split by the clearness of the sky. */
  readonly parts: { readonly direct: Float64Array; readonly diffuse: Float64Array } | null;
  /** degC */
  readonly temperature: Float64Array;
  /** m/s at the modules. */
  readonly wind: Float64Array;
}

/** Wind at the modules over wind at 115 m. */
const AT_MODULES = 0.45;

export function solarFactors(
  design: SolarDesign,
  start: number,
  path: readonly SunPosition[],
  skies: Skies,
  place: Place,
): Float64Array {
  const wind = skies.wind.map((speed) => AT_MODULES * speed);
  const daylight = {
    global: globalIrradiance(path, skies),
    parts: null,
    temperature: skies.temperature,
    wind,
  };
  return arrayFactors(design, start, path, daylight, place);
}

export function arrayFactors(
  design: SolarDesign,
  start: number,
  path: readonly SunPosition[],
  { global, parts, temperature, wind }: Daylight,
  place: Place,
): Float64Array {
  const factors = new Float64Array(global.length);
  let mean = temperature[0];
  for (let hour = 0; hour < global.length; hour += 1) {
    // The ground remembers about ten days.
    mean += (temperature[hour] - mean) / 240;
    if (global[hour] < 1) continue;
    const sun = path[hour];
    const day = dayOfYear(start + hour * 3_600_000);
    const sky = {
      zenith: sun.apparentZenith,
      azimuth: sun.azimuth,
      day,
      global: global[hour],
      air: temperature[hour],
      wind: wind[hour],
      albedo: albedo(mean),
    };
    const split = decompose(sky.global, sky.zenith, day);
    // With the sun within three degrees of the horizon a measured direct part is beside its hour's mean position.
    const measured = parts !== null && sky.zenith <= 87;
    const light = measured ? { ...split, direct: parts.direct[hour], diffuse: parts.diffuse[hour] } : split;
    const power =
      arrayPower(design, sky, place.latitude, light).alternating * (1 - snowLoss(mean, design.tracked));
    factors[hour] = power < NOTHING ? 0 : Math.min(1, power);
  }
  return factors;
}
