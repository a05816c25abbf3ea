/**
 * A park file and a length of time become a network and its program, each stage timed.
 * In: a park file, and which hours. Out: network, measures and program, with the seconds and CPU seconds of each stage.
 *
 * More hours than a year are several weather years laid end to end: the park's own and those of the next seeds, each hour
 * counting its share of one year. That is what the calendar can say: the plan is for the average of these years.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KPI_NAMES, KPI_UNITS, kpiByName } from '../src/accounts/kpi-names.ts';
import { loadLibrary } from '../src/cli/library-values.ts';
import { buildNetwork } from '../src/network/build-network.ts';
import type { Measure, Network } from '../src/network/network.ts';
import type { Result } from '../src/park/issue.ts';
import type { Park } from '../src/park/park.ts';
import { readPark } from '../src/park/read-park.ts';
import { type BuiltProgram, buildProgram } from '../src/program/build-program.ts';
import { boundPromises, measureOf } from '../src/run/bound-promises.ts';
import { consecutiveHours, fullYear, HOURS_PER_WEEK, typicalWeeks } from '../src/units/calendar.ts';
import type { TimeGrid } from '../src/units/time-grid.ts';
import { chooseWeeks } from '../src/weather/typical-weeks.ts';
import { makeWeatherYear, type WeatherYear } from '../src/weather/weather-year.ts';
import { type Spent, timed } from './timed.ts';

export interface Length {
  readonly hours: number;
  /** `run`: consecutive hours from the first one on, also beyond a year; `weeks`: typical weeks; `year`: every hour of it. */
  readonly cut: 'run' | 'weeks' | 'year';
}

export interface ParkProgram {
  readonly title: string;
  readonly network: Network;
  readonly measures: readonly Measure[];
  readonly built: BuiltProgram;
  readonly stages: Readonly<Record<'read' | 'weather' | 'network' | 'program', Spent>>;
}

function found<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map((one) => one.message).join('\n'));
}

function textsBeside(file: string): (name: string) => string | null {
  return (name) => {
    try {
      return readFileSync(name === file ? file : join(dirname(file), name), 'utf8');
    } catch {
      return null;
    }
  };
}

/** The park's weather year; with `years` above one, as many years laid end to end, each of the next seed. */
function weatherOf(park: Park, years: number, readText: (name: string) => string | null): WeatherYear {
  const wanted = park.plants.flatMap(({ site, library: { profile } }) =>
    profile === undefined ? [] : [{ site, profile }],
  );
  const make = (later: number): WeatherYear => {
    const [weather] = park.weather;
    if (later > 0 && weather.kind !== 'synthetic')
      throw new Error('Only a synthetic weather year can be followed by another one.');
    const choice = weather.kind === 'synthetic' ? { ...weather, seed: weather.seed + later } : weather;
    return found(makeWeatherYear(choice, park.sites, wanted, readText, park.timeZone));
  };
  const [first, ...others] = Array.from({ length: years }, (_, later) => make(later));
  if (others.length === 0) return first;
  const profiles = Object.fromEntries(
    Object.keys(first.profiles).map((id) => {
      const joined = new Float64Array(years * first.hours);
      for (const [at, { profiles }] of [first, ...others].entries())
        joined.set(profiles[id], at * first.hours);
      return [id, joined];
    }),
  );
  return { ...first, profiles };
}

function gridOf(
  { timeZone }: Park,
  { year, hours: hoursPerYear, profiles }: WeatherYear,
  length: Length,
): TimeGrid {
  const { hours, cut } = length;
  if (cut === 'year') return fullYear({ year, hours: hoursPerYear, timeZone });
  if (cut === 'run') return consecutiveHours({ hours, hoursPerYear, timeZone, year });
  const weeks = chooseWeeks(Object.values(profiles), Math.round(hours / HOURS_PER_WEEK), hoursPerYear);
  return typicalWeeks({ weeks, hoursPerYear, timeZone, year });
}

export async function parkProgram(file: string, length: Length): Promise<ParkProgram> {
  const library = found(loadLibrary());
  const readText = textsBeside(file);
  const how = { scenario: null, strict: false, kpiNames: KPI_NAMES, kpiUnits: KPI_UNITS };
  const [park, read] = await timed(() => found(readPark(file, readText, library, how)));
  const [sky, weather] = await timed(() =>
    weatherOf(park, length.cut === 'run' ? Math.ceil(length.hours / 8760) : 1, readText),
  );
  const [network, drawn] = await timed(() => {
    const grid = gridOf(park, sky, length);
    return found(
      buildNetwork(
        park,
        library,
        sky,
        park.phases.map(() => grid),
      ),
    );
  });
  const [{ measures, built }, program] = await timed(() => {
    const measures = boundPromises(network, kpiByName).map((promise) => measureOf(promise));
    return { measures, built: buildProgram(network, measures) };
  });
  return { title: park.title, network, measures, built, stages: { read, weather, network: drawn, program } };
}
