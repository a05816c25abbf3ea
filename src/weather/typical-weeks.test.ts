import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_TIME_ZONE, typicalWeeks } from '../units/calendar.ts';
import { chooseWeeks, meanDeviation } from './typical-weeks.ts';

/** A year made week by week from `level(week)`, the same in every hour of the week. */
const byWeek = (level: (week: number) => number, hours = 8760) =>
  Float64Array.from({ length: hours }, (_, hour) => level(Math.floor(hour / 168)));
const weeksOf = (chosen: readonly { firstHour: number }[]) => chosen.map(({ firstHour }) => firstHour / 168);
const YEAR = 8760 / 168;

describe('typical weeks', () => {
  test('26 weeks at 0.2, then 26 weeks and a day at 0.6: one of either kind, weighted so that mean and curve are met', () => {
    const profile = byWeek((week) => (week < 26 ? 0.2 : 0.6));
    const chosen = chooseWeeks([profile], 2);
    // The worst week is the first of the poor ones.
    expect(weeksOf(chosen)).toEqual([0, 26]);
    // 26 × 168 = 4368 of 8760 hours are poor: with that weight the mean and each level of the curve are met at once.
    expect(chosen[0].weight).toBeCloseTo(4368 / 168, 8);
    expect(chosen[1].weight).toBeCloseTo((8760 - 4368) / 168, 8);
    expect(meanDeviation([profile], chosen)[0]).toBeCloseTo(0, 9);
  });

  test('three kinds of 10, 20 and 22 weeks (and a day) are told apart and weighted by their hours', () => {
    const chosen = chooseWeeks([byWeek((week) => (week < 10 ? 0.1 : week < 30 ? 0.4 : 0.9))], 3);
    expect(weeksOf(chosen)).toEqual([0, 10, 30]);
    expect(chosen.map(({ weight }) => weight)).toEqual(
      [10, 20, YEAR - 30].map((weeks) => expect.closeTo(weeks, 6)),
    );
  });

  test('the worst week of wind and sun together is always there, with at least its own weight', () => {
    // Week 7 is poor in both; week 20 is the poorest in wind but rich in sun.
    const wind = byWeek((week) => (week === 7 ? 0.1 : week === 20 ? 0.05 : 0.4 + 0.002 * week));
    const sun = byWeek((week) => (week === 7 ? 0.05 : week === 20 ? 0.3 : 0.2));
    for (const count of [2, 4, 9, 52]) {
      const worst = chooseWeeks([wind, sun], count).find(({ firstHour }) => firstHour === 7 * 168);
      expect(worst?.weight).toBeGreaterThanOrEqual(YEAR / 52 - 1e-9);
    }
  });

  test('one week is the likest to the year, not the worst', () => {
    // Levels 1 .. 53, one a week (the last for a day): the middle of the year's duration curve and its mean lie at 26 to 27.
    const [week] = chooseWeeks([byWeek((week) => week + 1)], 1);
    expect(week.weight).toBeCloseTo(YEAR, 9);
    expect(week.firstHour / 168).toBeGreaterThanOrEqual(24);
    expect(week.firstHour / 168).toBeLessThanOrEqual(28);
  });

  test('all 52 weeks have equal weights', () => {
    const chosen = chooseWeeks([byWeek((week) => Math.sin(week) + 1)], 52);
    expect(weeksOf(chosen)).toEqual(Array.from({ length: 52 }, (_, week) => week));
    for (const { weight } of chosen) expect(weight).toBeCloseTo(YEAR / 52, 12);
  });

  test('a leap year of 8 784 hours has weights that sum to 8 784 / 168', () => {
    const chosen = chooseWeeks([byWeek((week) => Math.cos(week) + 1, 8784)], 5);
    expect(chosen.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(8784 / 168, 9);
  });

  test('without series the weeks are spread over the year', () => {
    // Middles of four quarters of 52 weeks: 6.5, 19.5, 32.5, 45.5.
    expect(weeksOf(chooseWeeks([], 4))).toEqual([6, 19, 32, 45]);
    expect(chooseWeeks([], 4, 8784)[0].weight).toBeCloseTo(8784 / 168 / 4, 12);
  });

  test('a series that is zero all year decides nothing', () => {
    const wind = byWeek((week) => Math.sin(week) + 1);
    expect(chooseWeeks([wind, byWeek(() => 0)], 4)).toEqual(chooseWeeks([wind], 4));
  });

  test('four weeks of a year with seasons and weather miss the yearly means by less than 1 %', () => {
    // Seasons and fronts of incommensurable periods: no four weeks are exactly the year.
    const wind = Float64Array.from({ length: 8760 }, (_, hour) =>
      Math.max(
        0,
        0.4 +
          0.15 * Math.cos((hour / 8760) * 2 * Math.PI) +
          0.3 * Math.sin(hour / 37.3) * Math.sin(hour / 211.7),
      ),
    );
    const sun = Float64Array.from(
      { length: 8760 },
      (_, hour) =>
        Math.max(0, Math.sin(((hour % 24) / 24 - 0.25) * 2 * Math.PI)) *
        (0.6 - 0.3 * Math.cos((hour / 8760) * 2 * Math.PI)),
    );
    for (const deviation of meanDeviation([wind, sun], chooseWeeks([wind, sun], 4))) {
      expect(Math.abs(deviation)).toBeLessThan(0.01);
    }
  });

  test('deviation of the mean: a week of 0.2 for a year of 0.2 and 0.6', () => {
    const profile = byWeek((week) => (week < 26 ? 0.2 : 0.6));
    const yearMean = (4368 * 0.2 + 4392 * 0.6) / 8760;
    expect(meanDeviation([profile], [{ firstHour: 0, weight: YEAR }])[0]).toBeCloseTo(0.2 / yearMean - 1, 12);
    expect(meanDeviation([new Float64Array(8760)], [{ firstHour: 0, weight: YEAR }])).toEqual([0]);
  });

  test('counts that no year has, and series of different length, are refused', () => {
    for (const count of [0, 53, Number.NaN]) {
      expect(() => chooseWeeks([byWeek(() => 1)], count)).toThrow(RangeError);
    }
    expect(() => chooseWeeks([new Float64Array(8760), new Float64Array(8784)], 4)).toThrow(RangeError);
  });

  test('truths: whole weeks in the order of the year, weights of a year, the same every time, a grid can be made', () => {
    const level = fc.double({ min: 0, max: 1, noNaN: true });
    const profile = fc
      .array(level, { minLength: 53, maxLength: 53 })
      .map((levels) => byWeek((week) => levels[week]));
    fc.assert(
      fc.property(fc.array(profile, { maxLength: 3 }), fc.integer({ min: 1, max: 12 }), (profiles, count) => {
        const chosen = chooseWeeks(profiles, count);
        expect(chosen).toHaveLength(count);
        expect(chosen).toEqual(chooseWeeks(profiles, count));
        const weeks = weeksOf(chosen);
        expect(weeks).toEqual([...new Set(weeks)].sort((left, right) => left - right));
        expect(weeks.every((week) => Number.isInteger(week) && week >= 0 && week < 52)).toBe(true);
        expect(chosen.every(({ weight }) => weight > 0)).toBe(true);
        const grid = typicalWeeks({ weeks: chosen, hoursPerYear: 8760, timeZone: DEFAULT_TIME_ZONE });
        expect(grid.steps).toBe(count * 168);
      }),
      { seed: 1, numRuns: 20 },
    );
  });
});
