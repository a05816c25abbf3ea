/**
 * What wind and sun does a park have in each of its weather years?
 * In: one choice a year. Out: the years laid end to end, each series as many times as long; or the issues of all of them.
 */
import type { Issue, Result } from '../park/issue.ts';
import type { ParkSite, WeatherChoice } from '../park/park.ts';
import { hoursOf } from './synthetic-year.ts';
import type { WantedProfile } from './wanted.ts';
import { makeWeatherYear, type WeatherYear } from './weather-year.ts';

export interface WeatherYears extends WeatherYear {
  /** What each year goes by; as many as there are years in the series. `hours` are those of one year. */
  readonly labels: readonly string[];
}

/** 29 February in a year that begins on 1 January, 00:00 UTC. */
const LEAP_DAY = { from: 59 * 24, to: 60 * 24 };

export function makeWeatherYears(
  choices: readonly WeatherChoice[],
  sites: readonly ParkSite[],
  wanted: readonly WantedProfile[],
  readText: (name: string) => string | null,
  timeZone: string,
): Result<WeatherYears> {
  const made = choices.map((choice) => makeWeatherYear(choice, sites, wanted, readText, timeZone));
  const issues = distinct(made.flatMap((one) => [...one.issues]));
  const years = made.flatMap((one) => (one.ok ? [one.value] : []));
  const [first] = years;
  if (years.length < made.length || first === undefined) return { ok: false, issues };
  return { ok: true, value: joined(years, choices.map(labelOf)), issues };
}

/** What is wrong with the place of a site is wrong in every year. */
function distinct(issues: readonly Issue[]): Issue[] {
  const seen = new Map(issues.map((one) => [`${one.code} ${one.message}`, one]));
  return [...seen.values()];
}

function labelOf(choice: WeatherChoice): string {
  if (choice.kind === 'synthetic') return `seed ${choice.seed}`;
  return [...new Set([...(choice.file === null ? [] : [choice.file]), ...Object.values(choice.files)])].join(
    ', ',
  );
}

/** Years of different length are brought to 8 760 hours: of a leap year, 29 February is left out. */
function joined(years: readonly WeatherYear[], labels: readonly string[]): WeatherYears {
  const [first] = years;
  if (years.length === 1) return Object.freeze({ ...first, labels });
  const isMixed = years.some(({ hours }) => hours !== first.hours);
  const hours = isMixed ? 8760 : first.hours;
  const cut = (values: Float64Array): Float64Array =>
    values.length === hours
      ? values
      : values.filter((_, hour) => hour < LEAP_DAY.from || hour >= LEAP_DAY.to);
  const profiles = Object.fromEntries(
    Object.keys(first.profiles).map((id) => {
      const series = new Float64Array(years.length * hours);
      for (const [at, { profiles }] of years.entries()) series.set(cut(profiles[id]), at * hours);
      return [id, series];
    }),
  );
  const notes = [...new Set(years.flatMap((one) => one.notes))];
  if (isMixed)
    notes.push('29 February is left out of leap years, so that all weather years are of one length.');
  const { year, start } = years.find((one) => hoursOf(one.year) === hours) ?? first;
  return Object.freeze({ year, start, hours, profiles, notes, labels });
}
