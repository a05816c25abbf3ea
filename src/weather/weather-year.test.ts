import { describe, expect, test } from 'vitest';
import type { ParkSite } from '../park/park.ts';
import { weatherSentences } from '../park/sentences/weather.ts';
import { PROFILES } from './profile-table.ts';
import { makeWeatherYear } from './weather-year.ts';

const site = (id: string, latitude: number | null, longitude: number | null): ParkSite => ({
  id,
  title: id,
  latitude,
  longitude,
  region: null,
});
const works = site('works', 51.7, 75.3);
const steppe = site('steppe', 51.6, 73.1);
const synthetic = { kind: 'synthetic', seed: 2025, year: 2025 } as const;
const nothing = () => null;
const make = (
  sites: readonly ParkSite[],
  wanted: { site: string; profile: string }[],
  choice: { kind: 'synthetic'; seed: number; year: number } = synthetic,
) => makeWeatherYear(choice, sites, wanted, nothing, 'Asia/Almaty');

describe('a synthetic year for a park', () => {
  test('has a series for each wanted profile, in UTC from 1 January', () => {
    const made = make(
      [works, steppe],
      [
        { site: 'steppe', profile: 'wind' },
        { site: 'works', profile: 'solar-tracked' },
        { site: 'steppe', profile: 'wind' },
      ],
    );
    expect(made.ok && Object.keys(made.value.profiles)).toEqual(['steppe/wind', 'works/solar-tracked']);
    expect(made.ok && made.value).toMatchObject({
      year: 2025,
      hours: 8760,
      start: '2025-01-01T00:00:00.000Z',
    });
    expect(made.issues).toEqual([]);
  });

  test('does not change when a site is added or the order turned', () => {
    const alone = make([steppe], [{ site: 'steppe', profile: 'wind' }]);
    const both = make(
      [works, steppe],
      [
        { site: 'works', profile: 'wind' },
        { site: 'steppe', profile: 'wind' },
      ],
    );
    expect(alone.ok && both.ok && alone.value.profiles['steppe/wind']).toEqual(
      both.ok && both.value.profiles['steppe/wind'],
    );
  });

  test('a park that wants no weather gets none, and needs no place', () => {
    const made = make([site('a', null, null), site('b', null, null)], []);
    expect(made).toMatchObject({ ok: true, issues: [], value: { hours: 8760, profiles: {} } });
  });

  test('a park of one site without a place stands where it is said to be assumed', () => {
    const made = make([site('park', null, null)], [{ site: 'park', profile: 'wind' }]);
    expect(made.ok).toBe(true);
    expect(made.issues.map((each) => [each.code, each.severity])).toEqual([
      ['weather-place-assumed', 'warning'],
    ]);
    expect(made.issues[0].message).toContain('Ekibastuz');
  });

  test('one site of several without a place is an error', () => {
    const made = make(
      [works, site('hill', null, null)],
      [
        { site: 'hill', profile: 'wind' },
        { site: 'works', profile: 'wind' },
      ],
    );
    expect(made.ok).toBe(false);
    expect(made.issues.map((each) => [each.code, each.path])).toEqual([
      ['weather-place-missing', 'sites.hill.at'],
    ]);
  });

  test.each([
    ['weather-place-impossible', [site('a', 151.7, 75)], 'wind', 2025],
    ['weather-profile-unknown', [works], 'tide', 2025],
    ['weather-year-unknown', [works], 'wind', 1066],
  ])('%s', (code, sites, profile, year) => {
    const made = make(sites, [{ site: sites[0].id, profile }], { ...synthetic, year });
    expect(made.ok).toBe(false);
    expect(made.issues.map((each) => each.code)).toContain(code);
  });

  test('far from Kazakhstan it warns and goes on', () => {
    const made = make([site('bahrain', 26.1, 50.6)], [{ site: 'bahrain', profile: 'solar-fixed' }]);
    expect(made.ok).toBe(true);
    expect(made.issues.map((each) => each.code)).toEqual(['weather-place-far']);
  });

  test('every profile of the table can be made', () => {
    const wanted = Object.keys(PROFILES).map((profile) => ({ site: 'works', profile }));
    const made = make([works], wanted);
    expect(made.ok && Object.keys(made.value.profiles)).toEqual(
      wanted.map((each) => `works/${each.profile}`),
    );
  });
});

test('every sentence of the room says something without its particulars, too', () => {
  for (const [code, say] of Object.entries(weatherSentences)) {
    const said = say({ path: 'weather' });
    expect(
      [said.message, said.why, said.remedy].every((text) => text.length > 15),
      code,
    ).toBe(true);
  }
});
