/** Golden values: pvlib 0.16.1, `spa_python` (Reda and Andreas 2003), with pressure 101325 Pa and 12 degC unless said otherwise. */
import { describe, expect, test } from 'vitest';
import { withDefaults } from './defaults.ts';
import { clockDifference, dayOfYear, nodOfTheAxis, solarPosition, sunPosition } from './solar-position.ts';

// [time, latitude, longitude, zenith, apparent zenith, azimuth]
const SEEN: readonly (readonly [string, number, number, number, number, number])[] = [
  ['2025-06-21T07:30:00Z', 51.7, 75.3, 28.82258, 28.81332, 194.08374],
  ['2025-12-21T03:30:00Z', 51.7, 75.3, 87.69413, 87.43188, 133.89326],
  ['2030-03-01T00:30:00Z', 51.6, 73.1, 103.73736, 103.73736, 84.95416],
  ['2048-09-10T10:15:00Z', 43.3, 68.3, 54.08068, 54.05751, 236.84488],
  ['1995-02-11T15:00:00Z', -33.9, 18.4, 57.3212, 57.29507, 274.80961],
];

// Every three years one, drawn by chance; the last has half of the sun's disc above the horizon. Same program and air.
// biome-ignore format: a table is read by rows
const OVER_THE_YEARS: typeof SEEN = [
  ['1990-01-18T16:41:00Z', -63.4, -156.4, 71.20827, 71.15970, 98.42560],
  ['1993-03-17T20:21:00Z', 47.3, -49.8, 79.64299, 79.55605, 256.89773],
  ['1997-11-20T16:49:00Z', -60.3, -104.5, 45.31158, 45.29458, 39.41867],
  ['2001-05-24T09:42:00Z', 30.8, -23.9, 52.25438, 52.23269, 86.46816],
  ['2004-11-02T11:02:00Z', -14.9, -5.6, 15.45165, 15.44701, 92.18178],
  ['2007-11-09T04:03:00Z', 7.9, 172.1, 61.42611, 61.39541, 246.01028],
  ['2010-02-23T23:56:00Z', 16.3, 166.1, 31.54469, 31.53436, 143.88935],
  ['2013-06-08T08:57:00Z', -47.1, 87.4, 79.50355, 79.41768, 321.26682],
  ['2016-05-03T04:12:00Z', -23.6, 90, 46.98660, 46.96858, 35.54488],
  ['2018-09-25T03:14:00Z', 18.9, 91.4, 42.23408, 42.21881, 113.52300],
  ['2022-10-18T11:08:00Z', 7.1, 18, 18.90572, 18.89997, 207.43596],
  ['2024-05-18T06:55:00Z', -12.5, 115.6, 51.03318, 51.01241, 308.52844],
  ['2027-03-14T23:17:00Z', -32.1, 165.3, 39.57928, 39.56538, 46.86325],
  ['2030-12-13T21:36:00Z', 27.4, -101.3, 66.12813, 66.09049, 224.40414],
  ['2032-11-13T08:59:00Z', -63.9, 20.3, 47.94624, 47.92761, 27.33811],
  ['2037-05-28T01:47:00Z', -32.8, -141.1, 83.36489, 83.23646, 300.91309],
  ['2040-06-13T00:28:00Z', 56.9, 141.5, 40.70166, 40.68719, 132.52015],
  ['2043-09-28T04:53:00Z', 35.3, 115.8, 38.76246, 38.74895, 198.32397],
  ['2044-10-26T23:47:00Z', 5.1, 168, 21.18585, 21.17934, 148.37487],
  ['2047-06-14T12:08:00Z', 47.8, 19.1, 29.69376, 29.68416, 221.68766],
  ['2051-07-22T10:01:00Z', 22.9, 10.7, 19.40670, 19.40078, 93.98259],
  ['2055-01-23T16:55:00Z', -55, -80, 36.35045, 36.33807, 14.74200],
  ['2058-09-25T20:30:00Z', 30.5, 171, 64.64862, 64.61342, 107.82694],
  ['2060-04-21T01:37:00Z', 45.5, 94.9, 60.88800, 60.85796, 103.01767],
  ['2008-07-12T23:34:00Z', -58.6, -121.9, 90.41386, 89.86874, 314.52372],
];

// Nutation in longitude and in the slant of the ecliptic, arc seconds, all 63 terms (pvlib 0.16.1, spa), by centuries from 2000; 11 February
// and 28 September of every fifth year.
// biome-ignore format: a table is read by rows
const NODS: readonly (readonly [century: number, along: number, slant: number])[] = [
  [-0.098877481, 13.3028, 6.8664], [-0.092607803, 13.7652, 5.6863], [-0.048884326, 12.5754, -7.0507],
  [-0.042614648, 7.5192, -7.6632], [0.001108830, -13.4272, -4.7632], [0.007405886, -16.5882, -2.5237],
  [0.051129363, -5.8502, 8.4749], [0.057399042, -4.1944, 9.3628], [0.101122519, 17.6836, 3.2000],
  [0.107392197, 16.3861, 1.7706], [0.151115674, 5.0612, -8.9030], [0.157385352, -0.1932, -8.6335],
  [0.201108830, -15.6098, -0.6638], [0.207405886, -17.1810, 1.6330], [0.251129363, 1.8812, 9.2154],
  [0.257399042, 3.1569, 9.3559], [0.301122519, 18.3235, -1.0037], [0.307392197, 15.7931, -2.3536],
  [0.351115674, -2.8697, -8.7869], [0.357385352, -7.9035, -7.7427], [0.401108830, -14.3377, 3.3993],
  [0.407405886, -14.6233, 5.4972], [0.451129363, 9.1332, 8.1590], [0.457399042, 10.1171, 7.6876],
  [0.501122519, 15.6937, -4.9154], [0.507392197, 11.8704, -6.0394], [0.551115674, -9.9037, -6.8515],
  [0.557385352, -14.2491, -5.0275], [0.601108830, -10.0829, 6.8349], [0.607405886, -9.1683, 8.4773],
];

describe('position of the sun', () => {
  test('the axis nods as by all terms, on average to 0.15 and 0.04 arc seconds', () => {
    const aside = NODS.map(([century, along, slant]) => {
      const { nutation, nodding } = nodOfTheAxis(century);
      return [(nutation * 3600 - along) ** 2, (nodding * 3600 - slant) ** 2];
    });
    const error = (of: number) => Math.sqrt(aside.reduce((sum, each) => sum + each[of], 0) / NODS.length);
    expect(error(0)).toBeLessThan(0.15);
    expect(error(1)).toBeLessThan(0.04);
  });

  test('clocks by hand: 62.92 s in 2000, 62.92 + 3.2217 + 0.5589 in 2010, 62.92 + 16.1085 + 13.9725 in 2050', () => {
    expect([0, 10, 50].map(clockDifference)).toEqual(
      [62.92, 66.7006, 93.001].map((s) => expect.closeTo(s, 9)),
    );
  });

  test('from 1990 to 2060, on average to 0.00025 degree', () => {
    const squares = OVER_THE_YEARS.map(([time, latitude, longitude, zenith, apparent, azimuth]) => {
      const sun = sunPosition(Date.parse(time), latitude, longitude);
      const aside = (sun.azimuth - azimuth) * Math.sin((zenith * Math.PI) / 180);
      return [(sun.zenith - zenith) ** 2, (sun.apparentZenith - apparent) ** 2, aside ** 2];
    });
    for (const of of [0, 1, 2]) {
      const sum = squares.reduce((total, each) => total + each[of], 0);
      expect(Math.sqrt(sum / squares.length)).toBeLessThan(0.00025);
    }
  });

  test.each(SEEN)(
    '%s at %d, %d within 0.002 degree',
    (time, latitude, longitude, zenith, apparent, azimuth) => {
      const sun = sunPosition(Date.parse(time), latitude, longitude);
      expect(Math.abs(sun.zenith - zenith)).toBeLessThan(0.002);
      expect(Math.abs(sun.apparentZenith - apparent)).toBeLessThan(0.002);
      expect(Math.abs(sun.azimuth - azimuth)).toBeLessThan(0.002);
    },
  );

  test('worked example of the algorithm: Golden, Colorado, 17 October 2003, 12:30:30 (Reda, Andreas 2003)', () => {
    const sun = sunPosition(Date.parse('2003-10-17T19:30:30Z'), 39.742476, -105.1786, 82000, 11);
    expect(Math.abs(sun.apparentZenith - 50.11162)).toBeLessThan(0.002);
    expect(Math.abs(sun.azimuth - 194.34024)).toBeLessThan(0.002);
  });

  test('the calculator gives what the algorithm calls zenith, bent light included, and the one without', () => {
    const values = withDefaults(solarPosition, {
      latitude: 39.742476,
      longitude: -105.1786,
      time: Date.parse('2003-10-17T19:30:30Z'),
      pressure: 82000,
      temperature: 11,
    });
    const sun = solarPosition.calculate(values);
    expect(Math.abs(sun['zenith'] - 50.11162)).toBeLessThan(0.002);
    expect(Math.abs(sun['elevation'] - 39.88838)).toBeLessThan(0.002);
    expect(Math.abs(sun['azimuth'] - 194.34024)).toBeLessThan(0.002);
    // Air of 82 kPa bends the light by 0.0163 degrees at this height (equation 42 of the algorithm, by hand).
    expect(sun['true-zenith'] - sun['zenith']).toBeCloseTo(0.0163, 4);
  });

  test('days are counted from one', () => {
    expect(dayOfYear(Date.UTC(2024, 11, 31, 23))).toBe(366);
  });

  test('at the equinox the sun of a day culminates near 90 degrees less the latitude, in the south', () => {
    // By hand: declination is nought at the equinox of 2025 (20 March 09:01 UTC); Ekibastuz' noon is near 07:06 UTC.
    let best = { zenith: 180, azimuth: 0 };
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      const sun = sunPosition(Date.UTC(2025, 2, 20) + minute * 60_000, 51.7, 75.3);
      if (sun.zenith < best.zenith) best = sun;
    }
    expect(Math.abs(best.zenith - 51.7)).toBeLessThan(0.1);
    expect(Math.abs(best.azimuth - 180)).toBeLessThan(0.5);
  });
});
