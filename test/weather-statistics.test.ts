/**
 * Does the synthetic year keep within what was measured, at every example site? And do the statistics count right?
 * Bounds are the lowest and highest of the eight measured series (`measured-weather.ts`); what misses them is named here, as on
 * the page `docs/reference/synthetic-year.md`.
 */
import { describe, expect, it } from 'vitest';
import { MEASURED } from './measured-weather.ts';
import { byHour, countRuns, mean, meanRamp, meansOf, storeHours, worstMean } from './series-statistics.ts';
import { overSeeds, siteYears } from './synthetic-page.ts';
import { MONTH, STATISTICS, type Statistic } from './weather-statistics.ts';

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
const MISSES: Partial<Record<Statistic, number>> = { poorDays: 2 };

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

  const sites = siteYears();
  /** Winter's months less summer's, over the mean of the year. */
  const seasonOf = (months: readonly number[]) =>
    (months[11] + months[0] + months[1] - months[5] - months[6] - months[7]) / 3;
  const stations = MEASURED.filter(({ of }) => of === 'station');
  const seasonMade = (site: (typeof sites)[number], of: 'wind' | 'sun') =>
    mean(site.years.map((year) => seasonOf(meansOf(year[of], MONTH)) / mean(year[of])));

  it('steppe and gap sites have as much more wind in winter than in summer as the five stations, on average 0.54 of the mean', () => {
    const measured = mean(stations.map(({ wind }) => seasonOf(wind)));
    const windy = sites.filter(({ title }) => title !== 'Fort Shevchenko');
    const made = mean(windy.map((site) => seasonMade(site, 'wind')));
    expect(Math.abs(made - measured)).toBeLessThan(0.08);
  });

  it.each(['Zhanatas', 'Fort Shevchenko'])(
    '%s, between the stations in latitude: winter is darker than summer by as much as there',
    (title) => {
      const measured = stations.map(({ sun }) => seasonOf(sun));
      for (const site of sites.filter((one) => one.title === title)) {
        expect(seasonMade(site, 'sun')).toBeGreaterThan(Math.min(...measured));
        expect(seasonMade(site, 'sun')).toBeLessThan(Math.max(...measured));
      }
    },
  );

  it('a good and a bad year of wind differ by 5 to 25 % of the mean, as years at Yereymentau do (0.359 and 0.422)', () => {
    for (const { years } of siteYears()) {
      const means = years.map(({ values }) => values.wind);
      const spread = (Math.max(...means) - Math.min(...means)) / Math.min(...means);
      expect(spread).toBeGreaterThan(0.05);
      expect(spread).toBeLessThan(0.25);
    }
  });
});
