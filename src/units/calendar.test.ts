import { describe, expect, test } from 'vitest';
import {
  consecutiveHours,
  DEFAULT_TIME_ZONE,
  fullYear,
  hourLabel,
  isTimeZone,
  isYearLength,
  localMoment,
  typicalWeeks,
} from './calendar.ts';
import { BALANCE_PERIODS, type TimeGrid } from './time-grid.ts';

const sum = (numbers: ArrayLike<number>) => Array.from(numbers).reduce((total, each) => total + each, 0);
const almaty = (hours: 8760 | 8784 = 8760, year?: number) =>
  fullYear({ hours, timeZone: DEFAULT_TIME_ZONE, year });
const fourWeeks = (weights = [10, 12, 14, 8760 / 168 - 36]) =>
  typicalWeeks({
    weeks: weights.map((weight, i) => ({ firstHour: i * 13 * 168, weight })),
    hoursPerYear: 8760,
    timeZone: DEFAULT_TIME_ZONE,
  });

/** What every grid must be, whatever it was made of. */
function expectSound(grid: TimeGrid): void {
  expect(Math.abs(sum(grid.weight) - grid.hoursPerYear)).toBeLessThan(1e-9 * grid.hoursPerYear);
  expect(sum(grid.segments.map((segment) => segment.count))).toBe(grid.steps);
  for (const period of BALANCE_PERIODS) {
    const index = grid.periods[period];
    expect(index.period).toBe(period);
    expect(index.of.length).toBe(grid.steps);
    expect([index.first.length, index.steps.length, index.hours.length]).toEqual(Array(3).fill(index.count));
    expect(sum(index.steps)).toBe(grid.steps);
    expect(Math.abs(sum(index.hours) - grid.hoursPerYear)).toBeLessThan(1e-9 * grid.hoursPerYear);
    // Runs of consecutive steps: each period begins where the one before it ends.
    const ofSteps = Array.from(index.steps).flatMap((steps, which) => Array<number>(steps).fill(which));
    expect(Array.from(index.of)).toEqual(ofSteps);
    const begins = ofSteps.flatMap((which, step) => (which === ofSteps[step - 1] ? [] : [step]));
    expect(Array.from(index.first)).toEqual(begins);
  }
}

describe('several weather years', () => {
  test('each has its own days, weeks, months and year on the same clock, and a share of the mean year', () => {
    const grid = fullYear({
      hours: 8760,
      timeZone: DEFAULT_TIME_ZONE,
      year: 2025,
      weatherYears: ['seed 7', 'seed 8', 'seed 9'],
    });
    const one = almaty();
    expectSound(grid);
    expect(grid.steps).toBe(3 * 8760);
    expect(grid.segments.map(({ first, count }) => [first, count])).toEqual([
      [0, 8760],
      [8760, 8760],
      [17_520, 8760],
    ]);
    expect(grid.weight[0]).toBeCloseTo(1 / 3, 12);
    for (const period of BALANCE_PERIODS) {
      const [all, alone] = [grid.periods[period], one.periods[period]];
      expect(all.count, period).toBe(3 * alone.count);
      expect(all.steps[alone.count], period).toBe(alone.steps[0]);
    }
    expect(grid.sourceHour[8760]).toBe(8760);
    expect(localMoment(grid, 8760)).toEqual(localMoment(grid, 0));
    expect(hourLabel(grid, 17_520)).toBe('1 Jan 05:00 of seed 9');
  });

  test('168 hours on end are taken of each', () => {
    const grid = consecutiveHours({
      hours: 168,
      hoursPerYear: 8760,
      timeZone: 'UTC',
      weatherYears: ['a', 'b'],
    });
    expectSound(grid);
    expect([grid.steps, grid.sourceHour[167], grid.sourceHour[168]]).toEqual([336, 167, 8760]);
  });
});

describe('a full year', () => {
  test('8 760 hours at UTC+5: 366 local days (19 h first, 5 h last), 12 months', () => {
    const grid = almaty();
    expectSound(grid);
    expect(grid.label).toBe('full year');
    expect(grid.start).toBe('2025-01-01T00:00:00.000Z');
    const { day, week, month, year, hour } = grid.periods;
    expect([day.count, day.steps[0], day.steps[1], day.steps[365]]).toEqual([366, 19, 24, 5]);
    // 1 January begins at 05:00 local time, so January has 744 − 5 hours; the 5 hours after the local new year count as December.
    expect(Array.from(month.steps)).toEqual([739, 672, 744, 720, 744, 720, 744, 744, 720, 744, 720, 749]);
    // 1 January 2025 was a Wednesday: 5 days less 5 hours until Monday.
    expect(week.steps[0]).toBe(5 * 24 - 5);
    expect(week.steps[1]).toBe(168);
    expect([hour.count, year.count]).toEqual([8760, 1]);
    expect(BALANCE_PERIODS.some((period) => grid.periods[period].weighted)).toBe(false);
    expect(grid.segments).toEqual([{ first: 0, count: 8760, weight: 1 }]);
  });

  test('a leap year of 8 784 hours has 29 days of February', () => {
    const grid = almaty(8784, 2024);
    expectSound(grid);
    expect(grid.periods.month.steps[1]).toBe(29 * 24);
    expect(grid.periods.month.count).toBe(12);
    expect(hourLabel(grid, 59 * 24)).toBe('29 Feb 05:00');
    expect(almaty(8784).periods.month.steps[1]).toBe(29 * 24);
  });

  test('8 760 hours of a leap year know no 29 February', () => {
    const grid = almaty(8760, 2024);
    expectSound(grid);
    expect(hourLabel(grid, 59 * 24 - 6)).toBe('28 Feb 23:00');
    expect(hourLabel(grid, 59 * 24 - 5)).toBe('1 Mar 00:00');
    expect(hourLabel(grid, 8759)).toBe('1 Jan 04:00');
    expect(grid.periods.month.count).toBe(12);
    expect(grid.periods.month.steps[1]).toBe(28 * 24);
  });

  test('labels are local: hour 0 of the year is 05:00 in Almaty, under the clock of today even in 2019', () => {
    expect(hourLabel(almaty(), 0)).toBe('1 Jan 05:00');
    // 13 days and 22 hours after it: 14 January 22:00 UTC is 15 January 03:00.
    expect(hourLabel(almaty(), 13 * 24 + 22)).toBe('15 Jan 03:00');
    // Almaty kept UTC+6 until 2024-02-29 (Government of Kazakhstan, decree no. 20 of 2024-01-19); the park will not.
    expect(hourLabel(almaty(8760, 2019), 0)).toBe('1 Jan 05:00');
    expect(localMoment(almaty(), 0)).toEqual({
      year: 2025,
      month: 0,
      day: 1,
      hour: 5,
      minute: 0,
      weekday: 2,
    });
  });

  test('other time zones: UTC has 365 days; Berlin keeps winter time all year; Kolkata stands on the half hour', () => {
    const utc = fullYear({ hours: 8760, timeZone: 'UTC' });
    expect([utc.periods.day.count, utc.periods.month.count]).toEqual([365, 12]);
    const berlin = fullYear({ hours: 8760, timeZone: 'Europe/Berlin' });
    expect(hourLabel(berlin, 4344)).toBe('1 Jul 01:00');
    const kolkata = fullYear({ hours: 8760, timeZone: 'Asia/Kolkata' });
    expect(hourLabel(kolkata, 0)).toBe('1 Jan 05:30');
    // 18 hours of local 1 January begin before midnight.
    expect(kolkata.periods.day.steps[0]).toBe(19);
    const newYork = fullYear({ hours: 8760, timeZone: 'America/New_York' });
    // UTC−5: the year begins with 5 hours of 31 December, which join January.
    expect(hourLabel(newYork, 0)).toBe('31 Dec 19:00');
    expect([newYork.periods.day.steps[0], newYork.periods.month.count]).toEqual([5, 12]);
    for (const grid of [utc, berlin, kolkata, newYork]) expectSound(grid);
    // Sydney: summer time is in January.
    expect(hourLabel(fullYear({ hours: 8760, timeZone: 'Australia/Sydney' }), 0)).toBe('1 Jan 10:00');
  });

  test('only known zones and true year lengths', () => {
    expect([
      isTimeZone('Asia/Almaty'),
      isTimeZone('UTC'),
      isTimeZone('Asia/Nowhere'),
      isTimeZone(''),
    ]).toEqual([true, true, false, false]);
    expect([8759, 8760, 8761, 8784, 17_520, Number.NaN].map(isYearLength)).toEqual([
      false,
      true,
      false,
      true,
      false,
      false,
    ]);
    expect(() => fullYear({ hours: 8760, timeZone: 'Asia/Nowhere' })).toThrow(RangeError);
  });
});

describe('consecutive hours', () => {
  test('1 095 hours stand for the year, each 8 times', () => {
    const grid = consecutiveHours({ hours: 1095, timeZone: 'UTC', hoursPerYear: 8760 });
    expectSound(grid);
    expect(grid.weight[17]).toBe(8);
    expect(grid.segments).toEqual([{ first: 0, count: 1095, weight: 8 }]);
    // 45 days and 15 hours; 31 days of January, the rest February.
    expect(grid.periods.day.count).toBe(46);
    expect(Array.from(grid.periods.month.steps)).toEqual([744, 351]);
  });
  test('two weather years average to one', () => {
    const grid = consecutiveHours({ hours: 17_520, timeZone: 'UTC', hoursPerYear: 8760 });
    expectSound(grid);
    expect(grid.weight[0]).toBe(0.5);
    expect([grid.periods.year.count, grid.periods.month.count]).toEqual([1, 24]);
    expect(hourLabel(grid, 8760)).toBe('1 Jan 00:00');
  });
  test('a run may begin later in the series, and be as short as an hour', () => {
    const grid = consecutiveHours({ hours: 48, timeZone: 'UTC', hoursPerYear: 8760, firstHour: 31 * 24 });
    expectSound(grid);
    expect(grid.sourceHour[0]).toBe(744);
    expect(hourLabel(grid, 0)).toBe('1 Feb 00:00');
    expectSound(consecutiveHours({ hours: 1, timeZone: 'UTC', hoursPerYear: 8760 }));
    expect(() => consecutiveHours({ hours: 0, timeZone: 'UTC', hoursPerYear: 8760 })).toThrow(RangeError);
    expect(() => consecutiveHours({ hours: 24, timeZone: 'UTC', hoursPerYear: 8759 })).toThrow(RangeError);
  });
});

describe('typical weeks', () => {
  test('four weeks: segments within which stores return, one weighted month and year', () => {
    const grid = fourWeeks();
    expectSound(grid);
    expect(grid.steps).toBe(672);
    expect(grid.segments.map(({ first, count }) => [first, count])).toEqual([
      [0, 168],
      [168, 168],
      [336, 168],
      [504, 168],
    ]);
    expect(grid.segments[1].weight).toBeCloseTo(12, 12);
    const { day, week, month, year } = grid.periods;
    // At UTC+5 each week has a first day of 19 hours, six whole days and a last one of 5 hours.
    expect(Array.from(day.steps.slice(0, 8))).toEqual([19, 24, 24, 24, 24, 24, 24, 5]);
    expect([day.count, week.count, month.count, year.count]).toEqual([32, 4, 1, 1]);
    expect([day.weighted, week.weighted, month.weighted, year.weighted]).toEqual([false, false, true, true]);
    expect(week.hours[1]).toBeCloseTo(12 * 168, 9);
    expect(grid.sourceHour[168]).toBe(13 * 168);
    // 13 weeks of 7 days after 1 January: 2 April, 05:00 local.
    expect(hourLabel(grid, 168)).toBe('2 Apr 05:00');
  });
  test('weeks that follow each other in the year do not share a day', () => {
    const weight = 8760 / 168 / 2;
    const weeks = [0, 168].map((firstHour) => ({ firstHour, weight }));
    const grid = typicalWeeks({ weeks, hoursPerYear: 8760, timeZone: DEFAULT_TIME_ZONE });
    expectSound(grid);
    expect(grid.periods.day.count).toBe(16);
  });
  test('weights that do not sum to the year are refused', () => {
    expect(() => fourWeeks([10, 12, 14, 16])).toThrow(RangeError);
    expect(() => fourWeeks([])).toThrow(RangeError);
  });
});
