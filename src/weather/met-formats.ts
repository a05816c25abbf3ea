/**
 * Who made this weather file, and where in it do the hours stand?
 * In: the lines of a text. Out: a header, rows, and how to read the time of a row; null when none of the known makers wrote
 * it. What stands above and below the table says place, time zone and units; it is read, not skipped.
 */
import { metColumn } from './met-columns.ts';
import type { Table, TableRow } from './table-text.ts';
import { readTime } from './time-text.ts';

export interface MetTable {
  readonly format: string;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  /** Beginning of the row's hour, ms UTC; NaN: not read. A typical year has months of several years: `year` stands for all. */
  readonly timeOf: (row: TableRow, year: number) => number;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** m above the sea. */
  readonly elevation: number | null;
  /** The value that stands for none. */
  readonly isGap: (text: string, value: number) => boolean;
  /** Light is on a plane of this tilt, degrees; 0: on the horizontal. */
  readonly tilt: number;
  readonly notes: readonly string[];
}

type Reader = (lines: readonly string[]) => MetTable | null;

const HOUR = 3_600_000;
const split = (line: string): string[] => line.split(',').map((cell) => cell.trim());

function rowsFrom(lines: readonly string[], first: number, isRow: (line: string) => boolean): TableRow[] {
  const rows: TableRow[] = [];
  for (let at = first; at < lines.length && isRow(lines[at]); at++)
    rows.push({ line: at + 1, cells: split(lines[at]) });
  return rows;
}

/** The first number after a name, anywhere in the lines. */
function figureIn(lines: readonly string[], name: RegExp): number | null {
  for (const line of lines) {
    const found = name.exec(line)?.[1];
    if (found !== undefined && Number.isFinite(Number(found))) return Number(found);
  }
  return null;
}

/** EnergyPlus weather: eight lines of heading, hours 1 to 24 of local standard time, fields by position. */
const EPW_FIELDS = [
  'year',
  'month',
  'day',
  'hour',
  'minute',
  'flags',
  'air temperature',
  'dew point',
  'humidity',
  'pressure',
  'extraterrestrial horizontal',
  'extraterrestrial direct',
  'infrared',
  'ghi',
  'dni',
  'dhi',
  'illuminance',
  'direct illuminance',
  'diffuse illuminance',
  'zenith luminance',
  'wind direction',
  'wind speed',
];
const EPW_GAPS: Readonly<Record<string, number>> = { '99.9': 6, '9999': 13, '999': 21, '999.0': 21 };

const epw: Reader = (lines) => {
  if (!/^LOCATION,/i.test(lines[0] ?? '')) return null;
  const [latitude, longitude, zone, elevation] = split(lines[0]).slice(6, 10).map(Number);
  const first = lines.findIndex((line) => /^DATA PERIODS/i.test(line)) + 1;
  const rows = rowsFrom(lines, first, (line) => line.trim() !== '').map(({ line, cells }) => ({
    line,
    cells: cells.slice(0, EPW_FIELDS.length),
  }));
  return {
    format: 'EPW',
    header: EPW_FIELDS,
    rows,
    timeOf: ({ cells }, year) => {
      const [month, day, hour] = cells.slice(1, 4).map(Number);
      return Date.UTC(year, month - 1, day, hour - 1) - zone * HOUR;
    },
    latitude,
    longitude,
    elevation,
    isGap: (text) => EPW_GAPS[text] !== undefined,
    tilt: 0,
    notes: [`Its hours are those of UTC${zone < 0 ? '−' : '+'}${Math.abs(zone)}.`],
  };
};

const PVGIS_TIME = /^(\d{4})(\d{2})(\d{2}):(\d{2})\d{2}/;

/** PVGIS, hourly series or typical year: heading, table, legend; UTC, values of a moment within the hour. */
const pvgis: Reader = (lines) => {
  if (!/^Latitude \(decimal degrees\):/i.test(lines[0] ?? '')) return null;
  const head = lines.findIndex((line) => /^time(\(UTC\))?,/i.test(line));
  if (head < 0) return null;
  const above = lines.slice(0, head);
  const isTypical = above.some((line) => /^month,year/i.test(line));
  return {
    format: 'PVGIS',
    header: split(lines[head]),
    rows: rowsFrom(lines, head + 1, (line) => /^\d/.test(line)),
    timeOf: ({ cells }, year) => {
      const found = PVGIS_TIME.exec(cells[0])?.slice(1, 5).map(Number);
      if (found === undefined) return Number.NaN;
      return Date.UTC(isTypical ? year : found[0], found[1] - 1, found[2], found[3]);
    },
    latitude: figureIn(above, /^Latitude[^:]*:\s*(-?[\d.]+)/i),
    longitude: figureIn(above, /^Longitude[^:]*:\s*(-?[\d.]+)/i),
    elevation: figureIn(above, /^Elevation[^:]*:\s*(-?[\d.]+)/i),
    isGap: () => false,
    tilt: figureIn(above, /^Slope:\s*(-?[\d.]+)/i) ?? 0,
    notes: [],
  };
};

/** NASA POWER, hourly CSV: heading between two marks; UTC, or local solar time, which is longitude ÷ 15 in whole hours. */
const nasaPower: Reader = (lines) => {
  const head = lines.findIndex((line) => /^YEAR,MO,DY,HR,/i.test(line));
  if (head < 0) return null;
  const above = lines.slice(0, head);
  const longitude = figureIn(above, /Longitude\s*:?\s*(-?[\d.]+)/i);
  const isSolar = above.some((line) => /\bin LST\b/i.test(line));
  const zone = isSolar ? Math.round((longitude ?? 0) / 15) : 0;
  return {
    format: 'NASA POWER',
    header: split(lines[head]),
    rows: rowsFrom(lines, head + 1, (line) => /^\d/.test(line)),
    timeOf: ({ cells }) => {
      const [year, month, day, hour] = cells.slice(0, 4).map(Number);
      return Date.UTC(year, month - 1, day, hour) - zone * HOUR;
    },
    latitude: figureIn(above, /Latitude\s*:?\s*(-?[\d.]+)/i),
    longitude,
    elevation: figureIn(above, /Elevation[^=:]*[=:]\s*(-?[\d.]+)/i),
    isGap: (_text, value) => value === -999,
    tilt: 0,
    notes: isSolar
      ? [`Its hours are local solar time, taken as UTC${zone < 0 ? '−' : '+'}${Math.abs(zone)}.`]
      : [],
  };
};

const READERS: readonly Reader[] = [epw, pvgis, nasaPower];

export function metTable(text: string): MetTable | null {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  for (const read of READERS) {
    const table = read(lines);
    if (table !== null) return table;
  }
  return null;
}

/** Any table whose columns have names that say what they measure (ERA5's short names, `wind speed 100m`), times in the first. */
export function namedTable({ header, rows, decimal }: Table): MetTable | null {
  if (!header.some((name) => metColumn(name) !== null)) return null;
  return {
    format: 'named columns',
    header,
    rows:
      decimal === '.'
        ? rows
        : rows.map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.replace(',', '.')) })),
    timeOf: ({ cells }) => readTime(cells[0]),
    latitude: null,
    longitude: null,
    elevation: null,
    isGap: () => false,
    tilt: 0,
    notes: [],
  };
}
