import { describe, expect, test } from 'vitest';
import { correlation, mean } from '../../test/series-statistics.ts';
import { distanceBetween, whiteNoise, withMemory } from './chance-field.ts';
import { exceedance, normalNumbers } from './normal-stream.ts';

const EREYMENTAU = { latitude: 51.6, longitude: 73.1 };

describe('normal numbers', () => {
  test('have mean 0, variance 1 and 2.275 % above two (normal distribution)', () => {
    const drawn = normalNumbers('a test', 100_000);
    // Standard errors: mean 0.0032, variance 0.0045, tail 0.0005; five of them allowed.
    expect(Math.abs(mean(drawn))).toBeLessThan(0.016);
    expect(Math.abs(mean(drawn.map((x) => x * x)) - 1)).toBeLessThan(0.023);
    expect(Math.abs(mean(drawn.map((x) => (x > 2 ? 1 : 0))) - 0.02275)).toBeLessThan(0.0025);
  });

  test('streams of other names are independent', () => {
    const one = normalNumbers('1/wind', 20_000);
    const two = normalNumbers('2/wind', 20_000);
    expect(Math.abs(correlation(one, two))).toBeLessThan(0.035);
  });

  test('exceedance of 0, 1.96 and -1 (table of the normal distribution)', () => {
    expect(exceedance(0)).toBeCloseTo(0.5, 6);
    expect(exceedance(1.959964)).toBeCloseTo(0.025, 7);
    expect(exceedance(-1)).toBeCloseTo(0.8413447, 6);
    expect(exceedance(6) / 9.865876e-10).toBeCloseTo(1, 5);
  });
});

describe('noise over land', () => {
  const north = (km: number) => ({ latitude: 48 + km / 111.19, longitude: 70 });
  const at = (km: number) => whiteNoise(new Map(), 7, 'test', north(km), 450, 20_000);

  test('distance by hand: one degree of latitude is 111.19 km', () => {
    expect(distanceBetween(north(0), north(111.19))).toBeCloseTo(111.19, 2);
  });

  test('variance is one wherever the place lies in the lattice', () => {
    for (const km of [0, 130, 410, 777])
      expect(Math.abs(mean(at(km).map((x) => x * x)) - 1)).toBeLessThan(0.05);
  });

  test('correlation falls with distance, roughly as exp(-d/reach)', () => {
    // Averaged over starts, because a lattice is a little alike to itself in some places and less in others.
    const shared = (km: number) =>
      mean([0, 210, 420, 630].map((from) => correlation(at(from), at(from + km))));
    const found = [50, 150, 450, 900].map(shared);
    [50, 150, 450, 900].forEach((km, index) => {
      expect(Math.abs(found[index] - Math.exp(-km / 450))).toBeLessThan(0.17);
    });
    expect(found).toEqual([...found].sort((a, b) => b - a));
  });

  test('the same place gives the same numbers, whatever was drawn before', () => {
    const drawn = new Map();
    whiteNoise(drawn, 7, 'test', { latitude: 44, longitude: 50 }, 450, 500);
    const after = whiteNoise(drawn, 7, 'test', EREYMENTAU, 450, 500);
    expect(after).toEqual(whiteNoise(new Map(), 7, 'test', EREYMENTAU, 450, 500));
  });

  test('memory: correlation over its length is 1/e', () => {
    const series = withMemory(normalNumbers('memory', 60_000), 10);
    expect(Math.abs(correlation(series.subarray(0, -10), series.subarray(10)) - Math.exp(-1))).toBeLessThan(
      0.04,
    );
  });
});
