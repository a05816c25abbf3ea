/** Golden values: pvlib 0.16.1, `spa_python` (Reda and Andreas 2003), with pressure 101325 Pa and 12 degC unless said otherwise. */
import { describe, expect, test } from 'vitest';
import { withDefaults } from './defaults.ts';
import { dayOfYear, solarPosition, sunPosition } from './solar-position.ts';

// [time, latitude, longitude, zenith, apparent zenith, azimuth]
const SEEN: readonly (readonly [string, number, number, number, number, number])[] = [
  ['2025-06-21T07:30:00Z', 51.7, 75.3, 28.82258, 28.81332, 194.08374],
  ['2025-12-21T03:30:00Z', 51.7, 75.3, 87.69413, 87.43188, 133.89326],
  ['2030-03-01T00:30:00Z', 51.6, 73.1, 103.73736, 103.73736, 84.95416],
  ['2048-09-10T10:15:00Z', 43.3, 68.3, 54.08068, 54.05751, 236.84488],
  ['1995-02-11T15:00:00Z', -33.9, 18.4, 57.3212, 57.29507, 274.80961],
];

describe('position of the sun', () => {
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
