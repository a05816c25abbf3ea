/**
 * Where does the sun stand?
 * In: time (UTC), place. Out: zenith and azimuth in degrees, good to 0.002 degree from 1990 to 2060.
 *
 * Source: the steps of Reda and Andreas, Solar Position Algorithm for Solar Radiation Applications, NREL/TP-560-34302 (2003), with
 * the largest terms of the Earth's orbit and of its nutation (Meeus, Astronomical Algorithms, 1991, chapter 21).
 */
import { earthLongitude } from './earth-orbit.ts';
import type { Model, Values } from './model.ts';

const RAD = Math.PI / 180;
const DAY = 86_400_000;

export interface SunPosition {
  /** Degrees from straight up, of the sun's centre, without refraction. */
  readonly zenith: number;
  /** Degrees from straight up as seen through air. */
  readonly apparentZenith: number;
  /** Degrees from north, clockwise. */
  readonly azimuth: number;
}

/** Earth's clock against the uniform one, s, so many years after 2000 (Espenak, Meeus 2006, 2005 to 2050). */
export function clockDifference(years: number): number {
  return 62.92 + 0.32217 * years + 0.005589 * years * years;
}

/** Degrees along the ecliptic and of its slant: the axis nods with the moon's node, twice a year and twice a month. @param century since 2000. */
export function nodOfTheAxis(century: number): { readonly nutation: number; readonly nodding: number } {
  const mean = (280.4665 + 36000.7698 * century) * RAD;
  const moon = (218.3165 + 481267.8813 * century) * RAD;
  const node = (125.04452 - 1934.136261 * century) * RAD;
  return {
    nutation:
      (-17.2 * Math.sin(node) -
        1.32 * Math.sin(2 * mean) -
        0.23 * Math.sin(2 * moon) +
        0.21 * Math.sin(2 * node)) /
      3600,
    nodding:
      (9.2 * Math.cos(node) +
        0.57 * Math.cos(2 * mean) +
        0.1 * Math.cos(2 * moon) -
        0.09 * Math.cos(2 * node)) /
      3600,
  };
}

/**
 * @param time milliseconds since 1970-01-01 UTC. @param latitude degrees north. @param longitude degrees east.
 * @param pressure Pa. @param temperature degC; both only bend the light near the horizon.
 */
export function sunPosition(
  time: number,
  latitude: number,
  longitude: number,
  pressure = 101325,
  temperature = 12,
): SunPosition {
  const days = time / DAY + 2440587.5 - 2451545;
  const century = (days + clockDifference(days / 365.25) / 86400) / 36525;
  const { nutation, nodding } = nodOfTheAxis(century);
  const anomaly = (357.52911 + 35999.05029 * century) * RAD;
  const distance = 1.00014 - 0.01671 * Math.cos(anomaly) - 0.00014 * Math.cos(2 * anomaly);
  const aberration = -20.4898 / 3600 / distance;
  const longitudeOfSun = earthLongitude(century) + Math.PI + (nutation + aberration) * RAD;
  const obliquity = (23.4392911 - 0.0130042 * century + nodding) * RAD;

  const ascension = Math.atan2(Math.cos(obliquity) * Math.sin(longitudeOfSun), Math.cos(longitudeOfSun));
  const declination = Math.asin(Math.sin(obliquity) * Math.sin(longitudeOfSun));
  const sidereal =
    280.46061837 + 360.98564736629 * days + 0.000387933 * century * century + nutation * Math.cos(obliquity);
  const hourAngle = ((sidereal + longitude) % 360) * RAD - ascension;

  const north = latitude * RAD;
  const sine =
    Math.sin(north) * Math.sin(declination) + Math.cos(north) * Math.cos(declination) * Math.cos(hourAngle);
  const elevation = Math.asin(Math.min(1, Math.max(-1, sine))) / RAD;
  const seen = elevation - (8.794 / 3600 / distance) * Math.cos(elevation * RAD);
  const azimuth =
    Math.atan2(
      Math.sin(hourAngle),
      Math.cos(hourAngle) * Math.sin(north) - Math.tan(declination) * Math.cos(north),
    ) /
      RAD +
    180;
  // Air bends the light of the sun only when some of its disc is above the horizon.
  const refraction =
    seen > -0.83337
      ? ((pressure / 101000) * (283 / (273 + temperature)) * 1.02) /
        (60 * Math.tan((seen + 10.3 / (seen + 5.11)) * RAD))
      : 0;
  return {
    zenith: 90 - seen,
    apparentZenith: 90 - seen - refraction,
    azimuth: ((azimuth % 360) + 360) % 360,
  };
}

/** Day of the year (1 = 1 January) of a time in UTC. */
export function dayOfYear(time: number): number {
  const date = new Date(time);
  return Math.floor((time - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY) + 1;
}

const given = { source: 'ENERGY-JUDGEMENT', grade: 'judgement' } as const;

/** Parameters of time and place that all calculators of the sun share. */
export const WHEN_AND_WHERE: Model['parameters'] = [
  {
    key: 'latitude',
    title: 'Latitude, north positive',
    unit: 'deg',
    default: 51.7,
    physical: [-90, 90],
    usual: [-90, 90],
    ...given,
    why: 'The poles are at 90 degrees.',
    ofTheHour: true,
  },
  {
    key: 'longitude',
    title: 'Longitude, east positive',
    unit: 'deg',
    default: 75.3,
    physical: [-180, 180],
    usual: [-180, 180],
    ...given,
    ofTheHour: true,
  },
  {
    key: 'time',
    title: 'Time, ISO 8601; UTC unless it carries an offset',
    unit: 'UTC',
    default: Date.UTC(2025, 5, 21, 7),
    physical: [Date.UTC(1990, 0, 1), Date.UTC(2061, 0, 1)],
    usual: [Date.UTC(1990, 0, 1), Date.UTC(2061, 0, 1)],
    ...given,
    why: 'The formulas are proved against the algorithm in these years.',
    moment: true,
    ofTheHour: true,
  },
];

export const solarPosition: Model = {
  name: 'solar-position',
  title: 'Position of the sun',
  about:
    'Where the sun is seen at a time and place, bent light included as in the NREL algorithm, to 0.002 degree of it ' +
    '(largest terms of Reda and Andreas 2003).',
  parameters: [
    ...WHEN_AND_WHERE,
    {
      key: 'pressure',
      title: 'Air pressure',
      unit: 'Pa',
      default: 101325,
      physical: [0, 110000],
      usual: [60000, 104000],
      ...given,
    },
    {
      key: 'temperature',
      title: 'Air temperature',
      unit: 'degC',
      default: 12,
      physical: [-60, 60],
      usual: [-40, 40],
      ...given,
    },
  ],
  outputs: [
    { key: 'elevation', title: 'Height above the horizon, seen through air', unit: 'deg' },
    { key: 'azimuth', title: 'Direction, clockwise from north', unit: 'deg' },
    { key: 'zenith', title: 'Angle from straight up, seen through air', unit: 'deg' },
    { key: 'true-zenith', title: 'The same without refraction', unit: 'deg' },
  ],
  calculate(values: Values): Values {
    const sun = sunPosition(
      values['time'],
      values['latitude'],
      values['longitude'],
      values['pressure'],
      values['temperature'],
    );
    return {
      elevation: 90 - sun.apparentZenith,
      azimuth: sun.azimuth,
      zenith: sun.apparentZenith,
      'true-zenith': sun.zenith,
    };
  },
};
