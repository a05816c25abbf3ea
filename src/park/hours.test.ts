import { describe, expect, it } from 'vitest';
import { dayNamed, daysNamed, daysWithin, hoursNamed, isWithin, monthsNamed } from './hours.ts';

/** Places that are marked. */
const places = (marks: readonly boolean[] | null): readonly number[] | null =>
  marks === null ? null : [...marks.keys()].filter((at) => marks[at]);

describe('words for hours, days and months', () => {
  it('hours end where they say; they run over midnight and may be several', () => {
    expect(places(hoursNamed('7-11'))).toEqual([7, 8, 9, 10]);
    expect(places(hoursNamed('22-2'))).toEqual([0, 1, 22, 23]);
    expect(places(hoursNamed('7:00-9:00, 17-19'))).toEqual([7, 8, 17, 18]);
    expect(places(hoursNamed('18-24'))).toEqual([18, 19, 20, 21, 22, 23]);
    expect(hoursNamed('0-24')?.every((on) => on)).toBe(true);
    expect(places(hoursNamed('5'))).toEqual([5]);
  });

  it('days and months are inclusive, by name, number or season', () => {
    expect(places(daysNamed('mon-fri'))).toEqual([0, 1, 2, 3, 4]);
    expect(places(daysNamed('sat, sun'))).toEqual([5, 6]);
    expect(daysNamed('workdays')).toEqual(daysNamed('Monday to Friday'));
    expect(places(daysNamed('fri-mon'))).toEqual([0, 4, 5, 6]);
    expect(places(monthsNamed('nov-mar'))).toEqual([0, 1, 2, 10, 11]);
    expect(places(monthsNamed('11-3'))).toEqual([0, 1, 2, 10, 11]);
    expect(places(monthsNamed('winter'))).toEqual([0, 1, 11]);
    expect(places(monthsNamed('July'))).toEqual([6]);
    expect(monthsNamed('jan-dec')?.every((on) => on)).toBe(true);
  });

  it('what names nothing is not guessed', () => {
    for (const word of ['', '25', '7-8-9', 'noon', '-3']) expect(hoursNamed(word), word).toBeNull();
    for (const word of ['', 'x', '13', 'mo', '0']) expect(monthsNamed(word), word).toBeNull();
    for (const word of ['1-5', 'holidays-', 'jan']) expect(daysNamed(word), word).toBeNull();
    for (const word of ['monkey', 'montag', 'satire-sunset', 'mondays'])
      expect(daysNamed(word), word).toBeNull();
    for (const word of ['juliett', 'marching', 'decem.']) expect(monthsNamed(word), word).toBeNull();
    expect(places(daysNamed('tues, thur'))).toEqual([1, 3]);
    expect(places(monthsNamed('sept'))).toEqual([8]);
  });

  it('from seven to seven is no hour or every hour, and so not guessed; midnight to midnight is a day', () => {
    expect(hoursNamed('7-7')).toBeNull();
    expect(hoursNamed('0-24')?.every((set) => set)).toBe(true);
  });
  it('24 Mar to 10 Mar runs over New Year: 365 − 13 days', () => {
    const range = (from: string, to: string) => ({ from: dayNamed(from)!, to: dayNamed(to)!, written: '' });
    expect(daysWithin([range('24 Mar', '10 Mar')])).toBe(352);
    expect(daysWithin([range('10 Mar', '24 Mar')])).toBe(15);
    expect(daysWithin([range('1 Jan', '31 Dec')])).toBe(365);
    expect(daysWithin([range('27 Feb', '2 Mar')])).toBe(4);
    expect(daysWithin([range('27 Feb', '2 Mar')], true)).toBe(5);
    // 1 to 10 and 6 to 12 June: 12 days, of which five are named twice.
    expect(daysWithin([range('1 Jun', '10 Jun'), range('6 Jun', '12 Jun')])).toBe(12);
  });
  it('days of the year, month first in numbers', () => {
    expect(dayNamed('03-10')).toEqual({ month: 2, day: 10 });
    expect(dayNamed('24 Mar')).toEqual({ month: 2, day: 24 });
    expect(dayNamed('29 February')).toEqual({ month: 1, day: 29 });
    for (const word of ['13-01', '02-30', '10', 'Mar 10', '0 Mar']) expect(dayNamed(word), word).toBeNull();
  });

  it('a range of days holds both its ends and runs over New Year', () => {
    const range = (from: string, to: string) => ({ from: dayNamed(from)!, to: dayNamed(to)!, written: '' });
    const holds = (at: ReturnType<typeof range>, day: string) => isWithin(at, dayNamed(day)!);
    const march = range('03-10', '03-24');
    expect(['03-09', '03-10', '03-24', '03-25'].map((day) => holds(march, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const holidays = range('20 Dec', '5 Jan');
    expect(['12-19', '12-31', '01-05', '01-06'].map((day) => holds(holidays, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
