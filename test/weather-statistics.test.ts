/**
 * Does the synthetic year keep within what was measured, at every example site? And do the statistics count right?
 * Bounds are the lowest and highest of the eight measured series (`measured-weather.ts`); what misses them is named here, as on
 * the page `docs/reference/synthetic-year.md`.
 */
import { describe, expect, it } from 'vitest';
import { MEASURED } from './measured-weather.ts';
import { byHour, countRuns, meanRamp, storeHours, worstMean } from './series-statistics.ts';
import { overSeeds, siteYears } from './synthetic-page.ts';
import { STATISTICS, type Statistic } from './weather-statistics.ts';

describe('counting, by hand', () => {
  it('ramps, runs and worst means', () => {
    expect(meanRamp([1, 3, 2])).toBe(1.5);
    expect(countRuns([0, 0, 5, 0, 0, 0, 5, 0], 1, 2)).toBe(2);
    expect(countRuns([0, 0, 5, 0, 0, 0, 5, 0], 1, 3)).toBe(1);
    expect(worstMean([4, 1, 2, 5], 2)).toBe(1.5);
  });
  it('a day of 24 hours, each its own number, five hours ahead', () => {
    const day = Array.from({ length: 48 }, (_, hour) => hour % 24);
    expect(byHour(day)[7]).toBe(7);
    expect(byHour(day, 5)[7]).toBe(2);
  });
  it('stores: three hours of work in one carry one an hour through two more; at 1.5 times two thirds of it', () => {
    expect(storeHours([3, 0, 0], 1)).toBe(2);
    expect(storeHours([0, 3, 0], 1)).toBe(2);
    expect(storeHours([1, 1, 1], 1)).toBe(0);
    expect(storeHours([3, 0, 0], 1.5)).toBeCloseTo(2, 12);
  });
});

/** Statistic → how far its mean over the seeds may leave the measured ones (in its own unit). */
const MISSES: Partial<Record<Statistic, number>> = { sun: 0.005, poorDays: 6 };

describe('the synthetic year beside eight measured ones', () => {
  const cases = siteYears().flatMap((site) =>
    (Object.keys(STATISTICS) as Statistic[]).map(
      (key) => [site.title, STATISTICS[key][0], site, key] as const,
    ),
  );
  it.each(cases)('%s: %s', (_title, _name, site, key) => {
    const measured = MEASURED.map(({ values }) => values[key]);
    const value = overSeeds(site, key);
    const more = MISSES[key] ?? 0;
    expect(value).toBeGreaterThanOrEqual(Math.min(...measured) - more);
    expect(value).toBeLessThanOrEqual(Math.max(...measured) + more);
  });

  it('a good and a bad year of wind differ by 5 to 25 % of the mean, as years at Yereymentau do (0.359 and 0.422)', () => {
    for (const { years } of siteYears()) {
      const means = years.map(({ values }) => values.wind);
      const spread = (Math.max(...means) - Math.min(...means)) / Math.min(...means);
      expect(spread).toBeGreaterThan(0.05);
      expect(spread).toBeLessThan(0.25);
    }
  });
});
