/**
 * What do wind farms and solar parks make of a measured or modelled year?
 * In: the table of a weather file, where its site lies, the machines there by the name of their series. Out: capacity factors by that name, from the
 * first row on; or every fault of the file.
 */
import type { Issue } from '../park/issue.ts';
import type { SunPosition } from '../plants/solar-position.ts';
import { arrayFactors, riverFactors, SHEAR, SKY_HEIGHT, sunPath, windFactors } from './capacity-factor.ts';
import { distanceBetween, type Place } from './chance-field.ts';
import { climateAt } from './climate.ts';
import { heatingFactors } from './heating-need.ts';
import { checkRows, checkTimes, type Fail, named } from './hour-rows.ts';
import { metColumn, QUANTITY_TITLES, type Quantity } from './met-columns.ts';
import type { MetTable } from './met-formats.ts';
import type { Machine } from './profile-table.ts';
import type { TableRow } from './table-text.ts';

export interface FileYear {
  /** ms UTC of the first row; null: the file has no times. */
  readonly first: number | null;
  readonly hours: number;
  /** By name of the series. */
  readonly profiles: Readonly<Record<string, Float64Array>>;
  readonly notes: readonly string[];
}

/** What a quantity can be on Earth; light a little below nought is the night of an instrument. */
const RANGES: Readonly<Record<Quantity, readonly [number, number, string]>> = {
  wind: [0, 90, 'm/s'],
  temperature: [-75, 60, 'degC'],
  global: [-20, 1600, 'W/m2'],
  direct: [-20, 1400, 'W/m2'],
  diffuse: [-20, 1200, 'W/m2'],
};
/** No air on Earth is as warm as this in degC: then it is kelvin. */
const KELVIN = 150;
/** Farther than this (km) a file is of another place. */
const ELSEWHERE = 60;
/** Wind at the modules (2 m) over wind at a height, by the same power law. */
const MODULES = 2;
/** With the sun lower than this (degrees from the zenith) direct light on the horizontal says nothing about its strength. */
const LOWEST_SUN = 87;

type Named = Exclude<ReturnType<typeof metColumn>, null>['quantity'];

export function metYear(
  table: MetTable,
  site: Place | null,
  wanted: Readonly<Record<string, Machine>>,
  fail: Fail,
): { readonly year: FileYear | null; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [...checkRows(table, fail)];
  const hours = table.rows.length;
  const calendar = hours === 8784 ? 2024 : 2025;
  const times = table.rows.map((row) => table.timeOf(row, calendar));
  issues.push(...checkTimes(table.rows, times, (row) => row.cells.slice(0, 4).join(' '), fail));
  const { latitude, longitude } = table;
  const ofFile = latitude === null || longitude === null ? null : { latitude, longitude };
  const place = site ?? ofFile;
  const machines = Object.values(wanted);
  const [hasWind, hasSun] = (['wind', 'sun'] as const).map((of) => machines.some((each) => each.of === of));
  const needsWind = hasWind || hasSun;
  const needsAir = machines.some(({ of }) => of !== 'water');
  if (hasSun && table.tilt !== 0)
    issues.push(fail('weather-plane-tilted', { found: String(table.tilt), format: table.format }));
  if (hasSun && place === null) issues.push(fail('weather-place-unsaid'));
  const columns = readColumns(table, fail, issues);
  const winds = columns.filter(({ quantity }) => quantity === 'wind').sort((a, b) => b.height - a.height);
  const temperature = columns.find(({ quantity }) => quantity === 'temperature');
  const lack = (quantity: Quantity): void => {
    const found = table.header.slice(0, 24).join(', ');
    issues.push(fail('weather-quantity-missing', { quantity: QUANTITY_TITLES[quantity], found }));
  };
  if (needsWind && winds.length === 0) lack('wind');
  if (needsAir && temperature === undefined) lack('temperature');
  const first = times[0];
  const path = hasSun && place !== null ? sunPath(first, hours, place) : [];
  const light = hasSun ? lightOf(columns, path) : null;
  if (hasSun && place !== null && light === null) lack('global');
  if (issues.length > 0) return { year: null, issues };

  const wind = winds[0] ?? { height: SKY_HEIGHT, values: new Float64Array(hours) };
  const notes = [...table.notes];
  const away = site === null || ofFile === null ? 0 : distanceBetween(site, ofFile);
  if (away > ELSEWHERE) notes.push(`It is of a place ${Math.round(away)} km from the site.`);
  if (hasWind)
    notes.push(`Its wind is that at ${wind.height} m, raised to the hub by the power law with ${SHEAR}.`);
  const raised = (to: number): Float64Array =>
    wind.values.map((speed) => speed * (to / wind.height) ** SHEAR);
  const cold = temperature?.values ?? new Float64Array(hours);
  const air = { wind: raised(SKY_HEIGHT), temperature: cold };
  const elevation = table.elevation ?? (place === null ? 0 : climateAt(place).climate.elevation);
  const daylight = light === null ? null : { ...light, temperature: cold, wind: raised(MODULES) };
  const profiles: Record<string, Float64Array> = {};
  for (const [name, machine] of Object.entries(wanted)) {
    if (machine.of === 'wind') profiles[name] = windFactors(machine.design, air, { elevation });
    else if (machine.of === 'cold') profiles[name] = heatingFactors(machine.need, cold);
    else if (machine.of === 'water') profiles[name] = riverFactors(machine.design, first, hours);
    else if (daylight !== null && place !== null)
      profiles[name] = arrayFactors(machine.design, first, path, daylight, place);
  }
  return { year: { first, hours, profiles, notes }, issues };
}

interface Column {
  readonly quantity: Named;
  readonly height: number;
  readonly values: Float64Array;
}

/** Every column that is known, in this project's units; east and north winds as one speed. */
function readColumns(table: MetTable, fail: Fail, issues: Issue[]): Column[] {
  const columns = table.header.flatMap((name, at): Column[] => {
    const known = metColumn(name);
    if (known === null) return [];
    const { quantity, height, factor, endsHour } = known;
    const values = readValues(table, at, factor, rangeOf(quantity), fail, issues);
    return [{ quantity, height, values: endsHour ? anHourEarlier(values) : values }];
  });
  const speeds = columns
    .filter(({ quantity }) => quantity === 'east')
    .flatMap((east): Column[] => {
      const north = columns.find(({ quantity, height }) => quantity === 'north' && height === east.height);
      if (north === undefined) return [];
      return [
        {
          ...east,
          quantity: 'wind',
          values: east.values.map((u, hour) => Math.hypot(u, north.values[hour])),
        },
      ];
    });
  return [...columns, ...speeds];
}

function rangeOf(quantity: Named): readonly [number, number, string] {
  if (quantity === 'horizontal direct') return RANGES.global;
  if (quantity === 'east' || quantity === 'north') return [-RANGES.wind[1], RANGES.wind[1], RANGES.wind[2]];
  return RANGES[quantity];
}

/** A row that holds the hour before its time is moved to it; the last hour of the year takes the first row's. */
function anHourEarlier(values: Float64Array): Float64Array {
  return values.map((_, at) => values[(at + 1) % values.length]);
}

/** The cells of a column, negative light as none; gaps and impossible values are told with their lines. */
function readValues(
  table: MetTable,
  column: number,
  factor: number,
  [least, most, unit]: readonly [number, number, string],
  fail: Fail,
  issues: Issue[],
): Float64Array {
  const raw = table.rows.map(({ cells }) => {
    const text = cells[column] ?? '';
    const value = text === '' ? Number.NaN : Number(text);
    return table.isGap(text, value) ? Number.NaN : value * factor;
  });
  const isKelvin = unit === 'degC' && raw.every((value) => Number.isNaN(value) || value > KELVIN);
  const values = Float64Array.from(raw, (value) => (isKelvin ? value - 273.15 : value));
  const tell = (code: string, is: (value: number) => boolean): void => {
    const rows: TableRow[] = table.rows.filter((_, at) => is(values[at]));
    if (rows.length === 0) return;
    issues.push(
      fail(
        code,
        {
          column: table.header[column],
          lines: named(rows.map(({ line }) => line)),
          count: String(rows.length),
          found: rows[0].cells[column] ?? '',
          expected: `${least} to ${most} ${unit}`,
        },
        rows[0].line,
      ),
    );
  };
  tell('weather-value-gap', (value) => Number.isNaN(value));
  tell('weather-met-impossible', (value) => value < least || value > most);
  return unit === 'W/m2' ? values.map((value) => Math.max(0, value)) : values;
}

/** Light on the horizontal, and its parts where the file has them; null where it has no light. */
function lightOf(columns: readonly Column[], path: readonly SunPosition[]) {
  const of = (wish: Named): Float64Array | null =>
    columns.find(({ quantity }) => quantity === wish)?.values ?? null;
  const [global, direct, diffuse, level] = [
    of('global'),
    of('direct'),
    of('diffuse'),
    of('horizontal direct'),
  ];
  const height = (hour: number): number => {
    const { apparentZenith } = path[hour];
    return apparentZenith > LOWEST_SUN ? 0 : Math.cos((apparentZenith * Math.PI) / 180);
  };
  /** Direct light on the horizontal. */
  const flat = level ?? direct?.map((value, hour) => value * height(hour)) ?? null;
  if (path.length === 0) return null;
  if (flat === null) return global === null ? null : { global, parts: null };
  if (global === null && diffuse === null) return null;
  const rest = diffuse ?? flat.map((value, hour) => Math.max(0, (global?.[hour] ?? 0) - value));
  const whole = global ?? flat.map((value, hour) => value + rest[hour]);
  const beam = direct ?? flat.map((value, hour) => (height(hour) > 0 ? value / height(hour) : 0));
  return { global: whole, parts: { direct: beam, diffuse: rest } };
}
