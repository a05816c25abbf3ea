/**
 * How do wind, sun and the need for heat go through a made-up year at each place of a park?
 * In: seed, calendar year, places with the machines that stand there. Out: hourly capacity factors and shares of the largest heat load. The same seed gives the
 * same year on every machine; a place's year does not depend on which other places are asked for.
 */
import { riverFactors, solarFactors, sunPath, windFactors } from './capacity-factor.ts';
import type { Drawn, Place } from './chance-field.ts';
import { type Climate, climateAt } from './climate.ts';
import { heatingFactors } from './heating-need.ts';
import type { Machine } from './profile-table.ts';
import { makeSkies, type Skies } from './synthetic-sky.ts';

export interface PlaceYear {
  readonly climate: Climate;
  readonly skies: Skies;
  readonly profiles: Readonly<Record<string, Float64Array>>;
}

export function hoursOf(year: number): 8760 | 8784 {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return leap ? 8784 : 8760;
}

/** @param machines by the name of their series. @param drawn shared by all places of one call, so that chance common to them is drawn once. */
export function syntheticYear(
  drawn: Drawn,
  seed: number,
  year: number,
  place: Place,
  machines: Readonly<Record<string, Machine>>,
): PlaceYear {
  const hours = hoursOf(year);
  const start = Date.UTC(year, 0, 1);
  const { climate } = climateAt(place);
  const skies = makeSkies(drawn, seed, hours, place, climate);
  const path = Object.values(machines).some(({ of }) => of === 'sun') ? sunPath(start, hours, place) : [];
  const profiles: Record<string, Float64Array> = {};
  for (const [name, machine] of Object.entries(machines)) {
    if (machine.of === 'wind') profiles[name] = windFactors(machine.design, skies, climate);
    else if (machine.of === 'sun') profiles[name] = solarFactors(machine.design, start, path, skies, place);
    else if (machine.of === 'water') profiles[name] = riverFactors(machine.design, start, hours);
    else profiles[name] = heatingFactors(machine.need, skies.temperature);
  }
  return { climate, skies, profiles };
}
