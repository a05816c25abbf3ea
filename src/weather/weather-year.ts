/**
 * What wind and sun does a park have, hour by hour?
 * In: the park's choice (a synthetic year from a seed, or a file), its sites, the profiles that its plants want. Out: one
 * hourly capacity factor series for each site and profile, in UTC, hour-beginning; or the issues that stand in the way.
 */
import type { Issue, Result } from '../park/issue.ts';
import type { ParkSite, WeatherChoice } from '../park/park.ts';
import { issue } from '../park/sentences/catalogue.ts';
import type { Drawn, Place } from './chance-field.ts';
import { climateAt, FAR, USUAL_PLACE } from './climate.ts';
import { type Machine, PROFILES } from './profile-table.ts';
import { hoursOf, syntheticYear } from './synthetic-year.ts';
import { machineOf, seriesId, type WantedProfile } from './wanted.ts';
import { readWeatherFile } from './weather-file.ts';

export interface WeatherYear {
  readonly year: number;
  readonly hours: 8760 | 8784;
  /** ISO 8601, UTC, beginning of hour 0. */
  readonly start: string;
  /** `site/profile`, or `site/profile/plant` → output per rated power, 0 … 1, one value an hour. */
  readonly profiles: Readonly<Record<string, Float64Array>>;
  /** What a reader of the results should know about them. */
  readonly notes: readonly string[];
}

/** Years for which the sun's position holds. */
const YEARS = [1990, 2060] as const;

/**
 * @param readText gives the text of a file named in the park, null when there is none.
 * @param timeZone of the park; named in the notes only, because the series stay in UTC.
 */
export function makeWeatherYear(
  choice: WeatherChoice,
  sites: readonly ParkSite[],
  wanted: readonly WantedProfile[],
  readText: (name: string) => string | null,
  timeZone: string,
): Result<WeatherYear> {
  const asked = unique(wanted);
  if (choice.kind === 'file') return readWeatherFile(choice, sites, asked, readText);
  return makeSynthetic(choice.seed, choice.year, sites, asked, timeZone);
}

function unique(wanted: readonly WantedProfile[]): WantedProfile[] {
  const seen = new Map(wanted.map((each) => [seriesId(each), each]));
  return [...seen.values()];
}

function makeSynthetic(
  seed: number,
  year: number,
  sites: readonly ParkSite[],
  wanted: readonly WantedProfile[],
  timeZone: string,
): Result<WeatherYear> {
  const issues: Issue[] = [];
  const notes = [
    `Synthetic weather of ${year}, seed ${seed}: statistics of the climate, no measured hour. Hours are UTC; days and months of the report follow ${timeZone}.`,
  ];
  if (!(Number.isInteger(year) && year >= YEARS[0] && year <= YEARS[1])) {
    const expected = `${YEARS[0]} to ${YEARS[1]}`;
    issues.push(
      issue('weather-year-unknown', 'error', {}, { path: 'weather.year', found: String(year), expected }),
    );
  }
  for (const profile of new Set(wanted.map((each) => each.profile))) {
    if (wanted.every((each) => each.profile !== profile || machineOf(each) !== undefined)) continue;
    const expected = Object.keys(PROFILES).join(', ');
    issues.push(issue('weather-profile-unknown', 'error', {}, { path: 'weather', found: profile, expected }));
  }
  const places = new Map<string, Place>();
  for (const id of new Set(wanted.map((each) => each.site))) {
    const place = placeOf(id, sites, issues);
    if (place !== null) places.set(id, place);
  }
  if (issues.some((each) => each.severity === 'error')) return { ok: false, issues };

  const drawn: Drawn = new Map();
  const profiles: Record<string, Float64Array> = {};
  for (const [id, place] of places) {
    const machines = Object.fromEntries(
      wanted.filter((each) => each.site === id).map((each) => [seriesId(each), machineOf(each) as Machine]),
    );
    const made = syntheticYear(drawn, seed, year, place, machines);
    Object.assign(profiles, made.profiles);
    const { nearest, distance } = climateAt(place);
    notes.push(
      `${id}: ${made.climate.wind.toFixed(1)} m/s mean wind at 115 m, after ${nearest}, ${Math.round(distance)} km away.`,
    );
  }
  const start = new Date(Date.UTC(year, 0, 1)).toISOString();
  return { ok: true, value: Object.freeze({ year, hours: hoursOf(year), start, profiles, notes }), issues };
}

/**
 * Where a site is. A park of one site may leave it out: the usual place is taken and said. With several sites, one
 * without a place is a mistake, because the distances between them decide how much their wind has in common.
 */
function placeOf(id: string, sites: readonly ParkSite[], issues: Issue[]): Place | null {
  const site = sites.find((each) => each.id === id);
  const path = `sites.${id}.at`;
  if (site === undefined || site.latitude === null || site.longitude === null) {
    const alone = sites.length <= 1;
    const expected = `${USUAL_PLACE.latitude}, ${USUAL_PLACE.longitude}`;
    const particulars = { path, site: id, place: USUAL_PLACE.title, expected };
    issues.push(
      issue(
        alone ? 'weather-place-assumed' : 'weather-place-missing',
        alone ? 'warning' : 'error',
        {},
        particulars,
      ),
    );
    return alone ? { latitude: USUAL_PLACE.latitude, longitude: USUAL_PLACE.longitude } : null;
  }
  const { latitude, longitude } = site;
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
    const found = `${latitude}, ${longitude}`;
    issues.push(issue('weather-place-impossible', 'error', {}, { path, site: id, found }));
    return null;
  }
  const { nearest, distance } = climateAt({ latitude, longitude });
  if (distance > FAR) {
    const found = `${Math.round(distance)} km`;
    issues.push(issue('weather-place-far', 'warning', {}, { path, site: id, found, place: nearest }));
  }
  return { latitude, longitude };
}
