/**
 * What does a solar park make of the sun?
 * In: global irradiance on the horizontal, sun position, air. Out: direct and diffuse part, irradiance on the modules,
 * cell temperature, power before and after the inverter, per rated AC power.
 */
const RAD = Math.PI / 180;

/** Irradiance above the air, W/m2, on a day of the year (Spencer 1971, solar constant 1366.1). */
export function extraterrestrial(day: number): number {
  const angle = (2 * Math.PI * (day - 1)) / 365;
  return (
    1366.1 *
    (1.00011 +
      0.034221 * Math.cos(angle) +
      0.00128 * Math.sin(angle) +
      0.000719 * Math.cos(2 * angle) +
      0.000077 * Math.sin(2 * angle))
  );
}

export interface Parts {
  /** Direct on a surface that faces the sun, W/m2. */
  readonly direct: number;
  /** Diffuse on the horizontal, W/m2. */
  readonly diffuse: number;
  readonly clearness: number;
}

/** Splits global into direct and diffuse irradiance (Erbs, Klein, Duffie 1982), with the limits of pvlib. Degrees. */
export function decompose(global: number, zenith: number, day: number): Parts {
  const cosine = Math.cos(zenith * RAD);
  const clearness = Math.min(2, Math.max(0, global / (extraterrestrial(day) * Math.max(cosine, 0.065))));
  let share = 0.165;
  if (clearness <= 0.22) share = 1 - 0.09 * clearness;
  else if (clearness <= 0.8) {
    share = 0.9511 + clearness * (-0.1604 + clearness * (4.388 + clearness * (-16.638 + clearness * 12.336)));
  }
  // Below three degrees of height the quotient means nothing: all light counts as diffuse.
  if (zenith > 87 || global <= 0) return { direct: 0, diffuse: Math.max(0, global), clearness };
  const diffuse = share * global;
  return { direct: Math.max(0, (global - diffuse) / cosine), diffuse, clearness };
}

export interface Plane {
  /** Degrees from horizontal. */
  readonly tilt: number;
  /** Cosine of the angle between the sun and the module's normal. */
  readonly incidence: number;
}

/** A fixed plane. Degrees; azimuth clockwise from north. */
export function fixedPlane(zenith: number, azimuth: number, tilt: number, facing: number): Plane {
  const incidence =
    Math.cos(zenith * RAD) * Math.cos(tilt * RAD) +
    Math.sin(zenith * RAD) * Math.sin(tilt * RAD) * Math.cos((azimuth - facing) * RAD);
  return { tilt, incidence };
}

/**
 * A module on a horizontal north-south axis that follows the sun and steps back when rows would shade one another
 * (Lorenzo, Narvarte, Muñoz 2011; Anderson, Mikofski 2020). Degrees.
 * @param cover width of a module row per distance of rows.
 */
export function trackedPlane(zenith: number, azimuth: number, cover = 0.35, limit = 60): Plane {
  const east = Math.sin(zenith * RAD) * Math.sin(azimuth * RAD);
  const up = Math.cos(zenith * RAD);
  let turn = Math.atan2(east, up);
  const shade = Math.abs(Math.cos(turn)) / cover;
  if (shade < 1) turn -= Math.sign(turn) * Math.acos(shade);
  turn = Math.min(limit * RAD, Math.max(-limit * RAD, turn));
  return { tilt: Math.abs(turn) / RAD, incidence: east * Math.sin(turn) + up * Math.cos(turn) };
}

/** Irradiance on the plane, W/m2 (Hay, Davies 1980; ground reflection isotropic). Zenith in degrees. */
export function onPlane(
  plane: Plane,
  zenith: number,
  global: number,
  parts: Parts,
  day: number,
  albedo: number,
): number {
  const anisotropy = parts.direct / extraterrestrial(day);
  const beam = Math.max(0, plane.incidence);
  const ratio = beam / Math.max(Math.cos(zenith * RAD), 0.01745);
  const tilt = Math.cos(plane.tilt * RAD);
  const sky = parts.diffuse * (anisotropy * ratio + ((1 - anisotropy) * (1 + tilt)) / 2);
  return Math.max(0, sky) + parts.direct * beam + (global * albedo * (1 - tilt)) / 2;
}

/** Cell temperature, degC (Faiman 2008; constants of IEC 61853). */
export function cellTemperature(irradiance: number, air: number, wind: number, u0 = 25, u1 = 6.84): number {
  return air + irradiance / (u0 + u1 * wind);
}

/** Power of the modules per rated power (PVWatts 5, Dobos 2014). */
export function modulePower(irradiance: number, cell: number, coefficient: number): number {
  return Math.max(0, (irradiance / 1000) * (1 + coefficient * (cell - 25)));
}

/** Power after the inverter, in the unit of `direct` (PVWatts 5, Dobos 2014). `rated`: DC power at its limit. */
export function inverterPower(direct: number, rated: number, nominal: number, reference = 0.9637): number {
  const load = direct / rated;
  if (load <= 0) return 0;
  if (load >= 1) return nominal * rated;
  const efficiency = (nominal / reference) * (-0.0162 * load - 0.0059 / load + 0.9858);
  return Math.max(0, efficiency * direct);
}

export interface SolarDesign {
  /** null: fixed. */
  readonly tracked: boolean;
  /** Degrees, fixed only; null: chosen from the latitude. */
  readonly tilt: number | null;
  /** Degrees clockwise from north, fixed only; null: towards the equator. */
  readonly azimuth: number | null;
  /** Width of a module row per distance of rows, tracked only. */
  readonly cover: number;
  /** Degrees, tracked only: the farthest turn from the horizontal. */
  readonly turn: number;
  /** Module power per inverter power. */
  readonly ratio: number;
  /** Gain from light on the back of the modules. */
  readonly rear: number;
  /** Soiling, shading, mismatch, wiring, connections, light-induced, nameplate, standstill. */
  readonly losses: number;
  /** Per K. */
  readonly coefficient: number;
  readonly inverter: number;
}

/** PVWatts' 14.1 % holds light-induced ageing and long standstill of small roofs; a park of today loses about 10.5 %. */
export const PARK_LOSSES = 1 - 0.97 * 0.99 * 0.985 * 0.98 * 0.995 * 0.985 * 0.98 * 0.995;

export const FIXED: SolarDesign = {
  tracked: false,
  tilt: null,
  azimuth: null,
  cover: 0.35,
  turn: 60,
  ratio: 1.15,
  rear: 0.04,
  losses: PARK_LOSSES,
  coefficient: -0.0032,
  inverter: 0.98,
};
export const TRACKED: SolarDesign = { ...FIXED, tracked: true, ratio: 1.25, rear: 0.07 };

/** A usual tilt of fixed modules, degrees: somewhat flatter than the latitude, because most light comes in summer. */
export function usualTilt(latitude: number): number {
  return Math.min(45, Math.abs(latitude) * 0.72);
}

export interface Sky {
  /** Apparent, degrees. */
  readonly zenith: number;
  readonly azimuth: number;
  readonly day: number;
  /** W/m2 on the horizontal. */
  readonly global: number;
  /** degC */
  readonly air: number;
  /** m/s at the modules. */
  readonly wind: number;
  readonly albedo: number;
}

/** All steps from sky to grid. Powers per rated AC power. */
export function arrayPower(
  design: SolarDesign,
  sky: Sky,
  latitude: number,
  parts = decompose(sky.global, sky.zenith, sky.day),
) {
  const plane = design.tracked
    ? trackedPlane(sky.zenith, sky.azimuth, design.cover, design.turn)
    : fixedPlane(
        sky.zenith,
        sky.azimuth,
        design.tilt ?? usualTilt(latitude),
        design.azimuth ?? (latitude >= 0 ? 180 : 0),
      );
  const front = onPlane(plane, sky.zenith, sky.global, parts, sky.day, sky.albedo);
  const irradiance = front * (1 + design.rear);
  const cell = cellTemperature(irradiance, sky.air, sky.wind);
  const direct = modulePower(irradiance, cell, design.coefficient) * design.ratio * (1 - design.losses);
  // The inverter's DC limit is what gives one unit of AC.
  const alternating = inverterPower(direct, 1 / design.inverter, design.inverter);
  return { plane, parts, front, irradiance, cell, direct, alternating };
}
