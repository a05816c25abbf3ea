/** Golden values: pvlib 0.16.1, `spa_python` (Reda and Andreas 2003), with pressure 101325 Pa and 12 degC unless said otherwise. */
import { describe, expect, test } from 'vitest';
import { dayOfYear, solarPosition, sunPosition, timeOf } from './solar-position.ts';

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
    '%s at %d, %d within 0.01 degree',
    (time, latitude, longitude, zenith, apparent, azimuth) => {
      const sun = sunPosition(Date.parse(time), latitude, longitude);
      expect(Math.abs(sun.zenith - zenith)).toBeLessThan(0.01);
      expect(Math.abs(sun.apparentZenith - apparent)).toBeLessThan(0.01);
      expect(Math.abs(sun.azimuth - azimuth)).toBeLessThan(0.01);
    },
  );

  test('worked example of the algorithm: Golden, Colorado, 17 October 2003, 12:30:30 (Reda, Andreas 2003)', () => {
    const sun = sunPosition(Date.parse('2003-10-17T19:30:30Z'), 39.742476, -105.1786, 82000, 11);
    expect(Math.abs(sun.apparentZenith - 50.11162)).toBeLessThan(0.01);
    expect(Math.abs(sun.azimuth - 194.34024)).toBeLessThan(0.01);
  });

  test('the calculator counts days from one and hours in UTC', () => {
    expect(dayOfYear(timeOf(2024, 366, 23))).toBe(366);
    const values = {
      latitude: 51.7,
      longitude: 75.3,
      year: 2025,
      day: 172,
      hour: 7.5,
      pressure: 101325,
      temperature: 12,
    };
    expect(Math.abs(solarPosition.calculate(values)['zenith'] - 28.82258)).toBeLessThan(0.01);
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
