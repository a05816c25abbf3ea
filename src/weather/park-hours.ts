/**
 * What do the hours of a park bring?
 * In: a park, the texts of its files, and which weather years are made where they are not the park's own. Out: the weather, and
 * the prices and carbon of markets by the hour; or every fault of power curves, weather and markets.
 */

import type { Result } from '../park/issue.ts';
import type { Park } from '../park/park.ts';
import { type MarketHours, readMarketHours } from './market-hours.ts';
import { wantedProfiles } from './wanted.ts';
import { makeWeatherYears, type WeatherYears } from './weather-years.ts';

export interface ParkHours {
  readonly weather: WeatherYears;
  /** market → its hours. */
  readonly markets: Readonly<Record<string, MarketHours>>;
}

export function readParkHours(
  { plants, sites, markets, timeZone, weather: choices }: Park,
  readText: (name: string) => string | null,
  chosen: Park['weather'] = choices,
): Result<ParkHours> {
  const { wanted, issues } = wantedProfiles(plants, readText);
  if (issues.length > 0) return { ok: false, issues };
  const weather = makeWeatherYears(chosen, sites, wanted, readText, timeZone);
  if (!weather.ok) return weather;
  const read = readMarketHours(markets, readText, weather.value.hours);
  const found = [...weather.issues, ...read.issues];
  if (!read.ok) return { ok: false, issues: found };
  return { ok: true, value: { weather: weather.value, markets: read.value }, issues: found };
}
