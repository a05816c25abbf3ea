/** Golden values: pvlib (0.11.2 and 0.16.1, which agree), unless said otherwise. */
import { describe, expect, test } from 'vitest';
import {
  arrayPower,
  cellTemperature,
  decompose,
  extraterrestrial,
  FIXED,
  fixedPlane,
  inverterPower,
  modulePower,
  onPlane,
  TRACKED,
  trackedPlane,
  usualTilt,
} from './solar-array.ts';

describe('light', () => {
  test('above the air on 21 June (day 172): 1321.62 W/m2 (Spencer)', () => {
    expect(extraterrestrial(172)).toBeCloseTo(1321.62359, 4);
  });

  test.each([
    [1, 794.20565, 217.86012, 0.71813],
    [171, 842.00158, 170.79032, 0.76821],
  ])('Erbs, 1000 W/m2 at zenith 10 on day %i', (day, direct, diffuse, clearness) => {
    const parts = decompose(1000, 10, day);
    expect(parts.direct).toBeCloseTo(direct, 4);
    expect(parts.diffuse).toBeCloseTo(diffuse, 4);
    expect(parts.clearness).toBeCloseTo(clearness, 5);
  });

  test('direct and diffuse make up global again, and near the horizon all is diffuse', () => {
    for (const global of [20, 150, 400, 900]) {
      const parts = decompose(global, 60, 100);
      expect(parts.direct * 0.5 + parts.diffuse).toBeCloseTo(global, 9);
    }
    expect(decompose(30, 88, 100)).toMatchObject({ direct: 0, diffuse: 30 });
  });

  test('Erbs by hand under thick cloud: 100 / (1321.624 x 0.5) = 0.1513, of which 1 - 0.09 x 0.1513 is diffuse', () => {
    const parts = decompose(100, 60, 172);
    expect(parts.clearness).toBeCloseTo(0.15133, 5);
    expect(parts.diffuse).toBeCloseTo(98.638, 3);
  });

  test('an instrument that reads a little below nothing has seen nothing', () => {
    expect(decompose(-3, 40, 172)).toEqual({ direct: 0, diffuse: 0, clearness: 0 });
  });

  test.each([
    [40, 150, 35, 700, 600, 100, 0.2, 781.85536],
    [75, 110, 40, 400, 180, 80, 0.6, 264.55782],
  ])(
    'Hay and Davies, sun at %d/%d on a plane of %d degrees',
    (zenith, azimuth, tilt, direct, global, diffuse, albedo, total) => {
      const plane = fixedPlane(zenith, azimuth, tilt, 180);
      const parts = { direct, diffuse, clearness: 0 };
      expect(onPlane(plane, zenith, global, parts, 172, albedo)).toBeCloseTo(total, 3);
    },
  );
});

describe('tracker', () => {
  test.each([
    [60, 120, 56.30993, 25.65891],
    [80, 95, 19.82872, 60.2552],
    [85, 260, 9.56819, 75.58068],
    [30, 200, 11.17023, 28.02432],
    [88, 91, 3.7232, 84.27736],
  ])(
    'sun at %d/%d: tilt and incidence with backtracking, 60 degrees, cover 0.35',
    (zenith, azimuth, tilt, incidence) => {
      const plane = trackedPlane(zenith, azimuth);
      expect(plane.tilt).toBeCloseTo(tilt, 4);
      expect((Math.acos(plane.incidence) * 180) / Math.PI).toBeCloseTo(incidence, 4);
    },
  );
});

describe('how modules lie', () => {
  test('trackers turn no farther than they can, to either side: sun 75 degrees down in the west', () => {
    for (const azimuth of [90, 270]) {
      const plane = trackedPlane(75, azimuth, 0.1);
      expect(plane.tilt).toBeCloseTo(60, 9);
      expect((Math.acos(plane.incidence) * 180) / Math.PI).toBeCloseTo(15, 9);
    }
  });

  test('fixed modules are 0.72 of the latitude steep, on either half of the Earth, at most 45 degrees', () => {
    expect([50, -50, 70].map(usualTilt)).toEqual([36, 36, 45]);
  });

  test('light on the back is 4 % of what falls on a fixed front, 7 % on a tracker', () => {
    const noon = { zenith: 29, azimuth: 190, day: 172, global: 600, air: 25, wind: 3, albedo: 0.2 };
    for (const [design, rear] of [
      [FIXED, 1.04],
      [TRACKED, 1.07],
    ] as const) {
      const { irradiance, front } = arrayPower(design, noon, 51.7);
      expect(irradiance / front).toBeCloseTo(rear, 12);
    }
  });
});

describe('modules and inverter', () => {
  test('Faiman: 900 W/m2, 20 degC, 5 m/s give 35.203 degC', () => {
    expect(cellTemperature(900, 20, 5)).toBeCloseTo(35.2027, 4);
  });

  test('by hand: 800 W/m2 at 45 degC and -0.3 %/K give 0.8 x 0.94 = 0.752', () => {
    expect(modulePower(800, 45, -0.003)).toBeCloseTo(0.752, 12);
  });

  test('PVWatts inverter: 90 of 100 at 95 % give 85.5856', () => {
    expect(inverterPower(90, 100, 0.95)).toBeCloseTo(85.58556604752516, 10);
    expect(inverterPower(120, 100, 0.95)).toBe(95);
    expect(inverterPower(0, 100, 0.95)).toBe(0);
  });
});

describe('park', () => {
  const noon = { zenith: 29, azimuth: 190, day: 172, global: 900, air: 25, wind: 3, albedo: 0.2 };

  test('never above its inverters, which are at their limit in full sun', () => {
    expect(arrayPower(TRACKED, { ...noon, global: 1100 }, 51.7).alternating).toBeCloseTo(1, 9);
    expect(arrayPower(FIXED, noon, 51.7).alternating).toBeLessThanOrEqual(1);
  });

  test('in the early morning of June a tracker gives more than a fixed rack', () => {
    const morning = { ...noon, zenith: 65, azimuth: 90, global: 350 };
    expect(arrayPower(TRACKED, morning, 51.7).alternating).toBeGreaterThan(
      1.5 * arrayPower(FIXED, morning, 51.7).alternating,
    );
  });
});
