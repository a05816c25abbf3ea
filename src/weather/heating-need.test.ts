/** Heat by the hour against hand calculations, and the year against the degree days of Pavlodar. */
import { describe, expect, it } from 'vitest';
import { heatingFactors } from './heating-need.ts';
import { type ColdNeed, PROFILES } from './profile-table.ts';
import { syntheticYear } from './synthetic-year.ts';

const needOf = (name: string): ColdNeed => {
  const machine = PROFILES[name];
  if (machine.of !== 'cold') throw new Error(name);
  return machine.need;
};
const greenhouse = needOf('heating');
const town = needOf('town-heating');
const steady = (degrees: number, hours = 48): Float64Array => new Float64Array(hours).fill(degrees);

describe('heating of greenhouses', () => {
  it.each([
    [18, 0],
    [25, 0],
    [-9.5, 0.5],
    [-37, 1],
    [-45, 1],
    [7, 0.2],
  ])('at %d °C a share of %d of the largest load', (degrees, share) => {
    for (const value of heatingFactors(greenhouse, steady(degrees))) expect(value).toBeCloseTo(share, 12);
  });
  it('follows each hour', () => {
    const swing = Float64Array.from({ length: 48 }, (_, hour) => (hour % 2 === 0 ? 18 : -37));
    expect([...heatingFactors(greenhouse, swing)].slice(0, 4)).toEqual([0, 1, 0, 1]);
  });
});

describe('district heating', () => {
  it('warm water only while the day has a mean of 8 °C and more: 12 %', () => {
    for (const value of heatingFactors(town, steady(10))) expect(value).toBe(0.12);
    for (const value of heatingFactors(town, steady(8))) expect(value).toBe(0.12);
  });
  it('at 7 °C 0.12 + 0.88 × 11 / 55 = 29.6 %, at −37 °C all of it', () => {
    for (const value of heatingFactors(town, steady(7))) expect(value).toBeCloseTo(0.296, 12);
    for (const value of heatingFactors(town, steady(-37))) expect(value).toBe(1);
  });
  it('heating begins when the mean of the last 24 hours falls below 8 °C, and the year begins as it ends', () => {
    // 24 h of 12 °C, then 2 °C: after 10 hours the mean is 12 − 10 × 10 / 24 = 7.83.
    const autumn = Float64Array.from({ length: 96 }, (_, hour) => (hour >= 24 && hour < 72 ? 2 : 12));
    const found = heatingFactors(town, autumn);
    expect(found[0]).toBe(0.12);
    expect(found[32]).toBe(0.12);
    expect(found[33]).toBeCloseTo(0.12 + (0.88 * 16) / 55, 12);
    // Turned by half a year, the cold lies around New Year, and the first hours know of it.
    const turned = Float64Array.from(autumn, (_, hour) => autumn[(hour + 48) % 96]);
    expect(heatingFactors(town, turned)[0]).toBeCloseTo(found[48], 12);
  });
});

describe('a synthetic year at Pavlodar', () => {
  it('has about 5 900 degree days to 18 °C, as the climate of the library', () => {
    const { profiles, skies } = syntheticYear(
      new Map(),
      7,
      2025,
      { latitude: 52.3, longitude: 76.9 },
      PROFILES,
    );
    const degreeDays = (profiles['heating'].reduce((sum, share) => sum + share, 0) * 55) / 24;
    expect(Math.abs(degreeDays / 5900 - 1)).toBeLessThan(0.1);
    // No hour warmer than 18 °C is heated.
    skies.temperature.forEach((degrees, hour) => {
      if (degrees >= 18) expect(profiles['heating'][hour]).toBe(0);
    });
    const mean = profiles['town-heating'].reduce((sum, share) => sum + share, 0) / 8760;
    expect(mean).toBeGreaterThan(0.25);
    expect(mean).toBeLessThan(0.45);
  });
});
