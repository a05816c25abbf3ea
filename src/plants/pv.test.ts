/** Golden values: each step by hand from the published formula, steps themselves in `solar-array.test.ts`, unless said otherwise. */
import { describe, expect, test } from 'vitest';
import { withDefaults } from './defaults.ts';
import { pv } from './pv.ts';

const NOON = Date.parse('2025-06-21T07:30:00Z');
const at = (more: Record<string, number>) => pv.calculate(withDefaults(pv, { time: NOON, ...more }));

// pvlib 0.16.1, the whole way from SPA to the inverter: [what, given, front W/m2, cell degC, modules kW, grid kW].
const CHAINS: readonly (readonly [string, Record<string, number>, number, number, number, number])[] = [
  [
    'June noon, fixed',
    { time: NOON, tilt: 35, azimuth: 180, ghi: 800, temperature: 25, wind: 3 },
    892.8418,
    44.6143,
    0.741311,
    0.727618,
  ],
  [
    'December snow, measured parts, to the south-east',
    {
      time: Date.parse('2025-12-10T05:00:00Z'),
      tilt: 60,
      azimuth: 150,
      ghi: 220,
      dni: 500,
      dhi: 90,
      temperature: -15,
      wind: 4,
      albedo: 0.6,
    },
    700.8602,
    -1.6146,
    0.67376,
    0.661675,
  ],
  [
    'April evening on trackers, farther south',
    {
      latitude: 43.6,
      longitude: 69.8,
      time: Date.parse('2025-04-05T11:30:00Z'),
      ghi: 310,
      temperature: 12,
      wind: 6,
      tracking: 1,
    },
    523.7467,
    19.9307,
    0.471506,
    0.463221,
  ],
  [
    'half cloudy, to the south-west',
    { time: NOON, tilt: 35, azimuth: 250, ghi: 430, temperature: 25, wind: 3 },
    404.8445,
    33.8938,
    0.348439,
    0.341723,
  ],
];

describe('solar array', () => {
  test.each(CHAINS)('%s: as pvlib, to 0.1 %%', (_, given, front, cell, modules, grid) => {
    const got = at(given);
    expect(Math.abs(got['poa'] / front - 1)).toBeLessThan(1e-3);
    expect(Math.abs(got['cell-temperature'] - cell)).toBeLessThan(0.01);
    expect(Math.abs(got['module-power'] / modules - 1)).toBeLessThan(1e-3);
    expect(Math.abs(got['power'] / grid - 1)).toBeLessThan(1e-3);
  });

  test('level modules meet the global light, whatever its parts', () => {
    expect(at({ tilt: 0, ghi: 730 })['poa']).toBeCloseTo(730, 6);
    expect(at({ tilt: 0, ghi: 730, dni: 500 })['poa']).toBeCloseTo(730, 6);
    expect(at({ tilt: 0, ghi: 730, dhi: 200 })['poa']).toBeCloseTo(730, 6);
  });

  test('Faiman by hand: 900 W/m2, 20 degC, 5 m/s give 35.203 degC; PVWatts: 0.9 x (1 - 0.0032 x 10.203)', () => {
    const got = at({ tilt: 0, ghi: 900, temperature: 20, wind: 5, losses: 0, ratio: 1, inverter: 1 });
    expect(got['cell-temperature']).toBeCloseTo(35.2027, 3);
    expect(got['module-power']).toBeCloseTo(0.9 * (1 - 0.0032 * 10.2027), 5);
  });

  test('PVWatts inverter by hand: 0.5 kW of modules behind an inverter of 1 kW', () => {
    // Load of the inverter's DC limit 0.5 x 0.95 = 0.475; efficiency 0.95/0.9637 x (-0.0162 x 0.475 - 0.0059/0.475 + 0.9858).
    const got = at({
      tilt: 0,
      ghi: 500,
      temperature: 25,
      wind: 1e9,
      losses: 0,
      ratio: 1,
      inverter: 0.95,
      'temperature-coefficient': 0,
    });
    const efficiency = (0.95 / 0.9637) * (-0.0162 * 0.475 - 0.0059 / 0.475 + 0.9858);
    expect(got['power']).toBeCloseTo(0.5 * efficiency, 6);
  });

  test('power is of the stated size, and the inverter cuts it at size / ratio', () => {
    const cold = { ghi: 1100, dni: 1000, temperature: -20, size: 1250, ratio: 1.25, tracking: 1, losses: 0 };
    expect(at(cold)['power']).toBeCloseTo(1000, 6);
    expect(at({ ghi: 600, size: 10 })['power']).toBeCloseTo(10 * at({ ghi: 600 })['power'], 9);
  });

  test('snow in front of steep modules adds half the light it throws back: tilt 90, 0.4 more albedo', () => {
    const bare = at({ tilt: 90, ghi: 500 })['poa'];
    expect(at({ tilt: 90, ghi: 500, albedo: 0.6 })['poa'] - bare).toBeCloseTo((500 * 0.4) / 2, 6);
  });

  test('modules look towards the equator unless told: south in the north, north in the south', () => {
    expect(at({ tilt: 30 })['poa']).toBe(at({ tilt: 30, azimuth: 180 })['poa']);
    const south = { latitude: -33.9, longitude: 18.4, time: Date.parse('2025-06-21T10:00:00Z'), tilt: 30 };
    expect(at(south)['poa']).toBe(at({ ...south, azimuth: 0 })['poa']);
    expect(at(south)['poa']).toBeGreaterThan(at({ ...south, azimuth: 180 })['poa']);
  });

  test('a tracker gives more than a fixed rack in the evening of June', () => {
    const evening = { time: Date.parse('2025-06-21T12:30:00Z'), ghi: 350 };
    expect(at({ ...evening, tracking: 1 })['poa']).toBeGreaterThan(1.5 * at(evening)['poa']);
  });

  test('nothing at night, whatever light was asked for', () => {
    const night = at({ time: Date.parse('2025-06-21T19:00:00Z'), ghi: 800, dni: 900, dhi: 100 });
    expect(night['power']).toBe(0);
    expect(night['poa']).toBe(0);
  });

  // The sun 61.18668 degrees up (pvlib, spa_python), its sine 0.876193.
  test('what is not said of direct and diffuse light follows from the global', () => {
    expect(at({ ghi: 730, dhi: 200 })['direct']).toBeCloseTo(530 / 0.876193, 1);
    expect(at({ ghi: 730, dni: 500 })['diffuse']).toBeCloseTo(730 - 500 * 0.876193, 1);
    expect(at({ ghi: 730, dhi: 800 })['direct']).toBe(0);
    expect(at({ ghi: 730, dni: 900 })['diffuse']).toBe(0);
    expect(at({ ghi: 730, dni: 500, dhi: 90 })).toMatchObject({ direct: 500, diffuse: 90 });
  });

  test('with the sun 2.6 degrees up a stated direct part takes nothing from the horizontal, and none is made up', () => {
    const low = { time: Date.parse('2025-12-21T03:30:00Z'), ghi: 20 };
    expect(at({ ...low, dni: 50 })).toMatchObject({ direct: 50, diffuse: 20 });
    expect(at({ ...low, dhi: 5 })).toMatchObject({ direct: 0, diffuse: 5 });
  });

  test('where the sun stands: level modules meet it at its distance from straight up', () => {
    const level = at({ tilt: 0 });
    expect(level['sun-elevation']).toBeCloseTo(61.18668, 2);
    expect(level['sun-azimuth']).toBeCloseTo(194.08374, 2);
    expect(level['incidence']).toBeCloseTo(28.81332, 2);
    expect(at({ tilt: 40 })['module-tilt']).toBe(40);
    // Modules that look straight away from it.
    expect(at({ tilt: 90, azimuth: 14.08374 })['incidence']).toBeCloseTo(90 + 28.81332, 2);
  });

  test('a solar park is the same array', () => {
    const values = withDefaults(pv, { tracking: 1, 'ground-cover': 0.4, 'rotation-limit': 55, ratio: 1.3 });
    expect(pv.machine!(values)).toMatchObject({
      of: 'sun',
      design: { tracked: true, tilt: null, azimuth: null, cover: 0.4, turn: 55, ratio: 1.3 },
    });
  });
});
