/**
 * What do the weather files of the user say?
 * In: the park's choice of files and the texts. Out: the capacity factors that the park's plants want; or every fault of the
 * files at once, with row numbers.
 *
 * A file is one of two things. A table of capacity factors (comma, semicolon or tab between columns, a header line, one row
 * an hour; the first column may be a time, ISO 8601, beginning of the hour, UTC unless it carries an offset; each other column
 * is named `site/profile`, or mapped to one by `columns:`; lines that begin with # are skipped). Or a year of wind, light and
 * temperature at a place, as EPW, PVGIS, NASA POWER and ERA5 give it (`met-formats.ts`), from which the factors are computed.
 */
import type { Issue, Result } from '../park/issue.ts';
import { nearest, own } from '../park/name.ts';
import type { ParkSite, WeatherChoice } from '../park/park.ts';
import { issue } from '../park/sentences/catalogue.ts';
import { riverFactors } from './capacity-factor.ts';
import type { Place } from './chance-field.ts';
import { calendarOf, checkRows, checkTimes, type Fail, isGapText, named, turn } from './hour-rows.ts';
import { type MetTable, metTable, namedTable } from './met-formats.ts';
import { type FileYear, metYear } from './met-year.ts';
import type { Machine } from './profile-table.ts';
import { isBinary, readTable, type Table } from './table-text.ts';
import { readTime } from './time-text.ts';
import { machineOf, seriesId, type WantedProfile } from './wanted.ts';
import type { WeatherYear } from './weather-year.ts';

type FileChoice = Extract<WeatherChoice, { kind: 'file' }>;
type Columns = FileChoice['columns'];

/** What is taken from one file. */
interface Use {
  readonly file: string;
  readonly wanted: readonly WantedProfile[];
}

export function readWeatherFile(
  choice: FileChoice,
  sites: readonly ParkSite[],
  wanted: readonly WantedProfile[],
  readText: (name: string) => string | null,
): Result<WeatherYear> {
  const issues: Issue[] = unknownColumns(choice, wanted);
  const years: { readonly use: Use; readonly made: FileYear }[] = [];
  for (const use of usesOf(choice, wanted, issues)) {
    const made = readUse(use, choice.columns, sites, readText, issues);
    if (made !== null) years.push({ use, made });
  }
  const [main] = years;
  if (main !== undefined) {
    for (const { use, made } of years) {
      if (made.hours === main.made.hours) continue;
      const particulars = {
        path: 'weather.files',
        file: use.file,
        found: String(made.hours),
        other: main.use.file,
      };
      issues.push(
        issue(
          'weather-files-differ',
          'error',
          { file: use.file },
          { ...particulars, expected: String(main.made.hours) },
        ),
      );
    }
  }
  if (issues.length > 0) return { ok: false, issues };
  const hours = (main?.made.hours ?? 8760) as 8760 | 8784;
  const { year } = calendarOf(main?.made.first ?? Date.UTC(2025, 0, 1), hours);
  const profiles: Record<string, Float64Array> = {};
  const notes: string[] = [];
  for (const { use, made } of years) {
    const first = made.first ?? Date.UTC(hours === 8784 ? 2024 : 2025, 0, 1);
    const { year: ofFile, turned } = calendarOf(first, hours);
    for (const [name, values] of Object.entries(made.profiles)) profiles[name] = turn(values, turned);
    notes.push(
      `Weather from ${use.file}, ${hours} hours from ${new Date(first).toISOString()}.`,
      ...made.notes,
    );
    if (made.first === null)
      notes.push('The file has no times: its first row is taken as 1 January, 00:00 UTC.');
    if (turned !== 0)
      notes.push(
        `Its rows are turned round so that the year ${ofFile} begins on 1 January, 00:00 UTC: the first row of the file is hour ${turned}.`,
      );
    if (ofFile !== year)
      notes.push(
        `It is of ${ofFile}, beside ${year} of ${main.use.file}: what their hours have in common is chance.`,
      );
  }
  for (const want of wanted) {
    const machine = machineOf(want);
    if (machine?.of === 'water')
      profiles[seriesId(want)] ??= riverFactors(machine.design, Date.UTC(year, 0, 1), hours);
  }
  const start = new Date(Date.UTC(year, 0, 1)).toISOString();
  return { ok: true, value: Object.freeze({ year, hours, start, profiles, notes }), issues: [] };
}

/** Columns are named for series that nothing in the park follows. */
function unknownColumns({ columns }: FileChoice, wanted: readonly WantedProfile[]): Issue[] {
  const known = [...new Set(wanted.map(({ site, profile }) => `${site}/${profile}`))];
  return Object.keys(columns).flatMap((name) => {
    if (known.includes(name)) return [];
    const near = nearest(name, known);
    const told = { path: 'weather.columns', found: name, expected: known.join(', ') || 'none' };
    return [issue('weather-columns-name', 'error', {}, near === undefined ? told : { ...told, near })];
  });
}

/** Which file gives which series: the one named for it, for its site, or for the whole park. */
function usesOf(choice: FileChoice, wanted: readonly WantedProfile[], issues: Issue[]): Use[] {
  const uses = new Map<string, { file: string; wanted: WantedProfile[] }>();
  for (const want of wanted) {
    const id = `${want.site}/${want.profile}`;
    const ofSite = own(choice.files, id) ?? own(choice.files, want.site);
    const file = ofSite ?? choice.file;
    // A river follows its months where no file is named for it.
    if (file === null && machineOf(want)?.of === 'water') continue;
    if (file === null) {
      issues.push(
        issue('weather-series-unsaid', 'error', {}, { path: 'weather.files', found: id, site: want.site }),
      );
      continue;
    }
    const key = ofSite === undefined ? file : `${file} ${want.site}`;
    const use = uses.get(key) ?? { file, wanted: [] };
    use.wanted.push(want);
    uses.set(key, use);
  }
  for (const name of Object.keys(choice.files)) {
    const used = wanted.some(({ site, profile }) => name === site || name === `${site}/${profile}`);
    const expected = [...new Set(wanted.map(({ site }) => site))].join(', ') || 'none';
    if (!used)
      issues.push(
        issue('weather-files-name', 'error', {}, { path: `weather.files.${name}`, found: name, expected }),
      );
  }
  return [...uses.values()];
}

function readUse(
  { file, wanted }: Use,
  columns: Columns,
  sites: readonly ParkSite[],
  readText: (name: string) => string | null,
  issues: Issue[],
): FileYear | null {
  const fail: Fail = (code, particulars = {}, line) =>
    issue(code, 'error', { file, line }, { path: 'weather.file', file, ...particulars });
  const stop = (code: string, particulars: Record<string, string> = {}): null => {
    issues.push(fail(code, particulars));
    return null;
  };
  const text = readText(file);
  if (text === null) return stop('weather-file-missing');
  if (isBinary(text)) return stop('weather-file-binary');
  const ofMaker = metTable(text);
  if (ofMaker !== null) {
    const mapped = wanted
      .map(({ site, profile }) => `${site}/${profile}`)
      .find((id) => Object.hasOwn(columns, id));
    if (mapped !== undefined) return stop('weather-columns-maker', { found: mapped, format: ofMaker.format });
    return placeYear({ file, wanted }, ofMaker, sites, fail, issues);
  }
  const plain = readTable(text);
  if (typeof plain === 'string') return stop(`weather-file-${plain}`);
  const isMapped = wanted.some(
    ({ site, profile }) => findColumn(plain, columns, `${site}/${profile}`, profile) >= 0,
  );
  const byNames = isMapped ? null : namedTable(plain);
  return byNames === null
    ? factorYear(plain, columns, wanted, capacityOf(text), fail, issues)
    : placeYear({ file, wanted }, byNames, sites, fail, issues);
}

/** A year of wind, light and temperature at the one place that the file is of. */
function placeYear(
  { file, wanted }: Use,
  table: MetTable,
  sites: readonly ParkSite[],
  fail: Fail,
  issues: Issue[],
): FileYear | null {
  const { format } = table;
  const [place, ...others] = new Set(wanted.map(({ site }) => site));
  const unmade = wanted.find((each) => machineOf(each) === undefined);
  if (others.length > 0)
    issues.push(fail('weather-file-one-place', { found: [place, ...others].join(', '), format }));
  else if (unmade !== undefined)
    issues.push(fail('weather-profile-unmade', { found: unmade.profile, format }));
  if (others.length > 0 || unmade !== undefined) return null;
  const machines = Object.fromEntries(wanted.map((each) => [seriesId(each), machineOf(each) as Machine]));
  const { year, issues: found } = metYear(table, placeOf(place, sites), machines, fail);
  issues.push(...found);
  if (year === null) return null;
  return { ...year, notes: [`${file} is read as ${format}.`, ...year.notes] };
}

function placeOf(id: string, sites: readonly ParkSite[]): Place | null {
  const site = sites.find((each) => each.id === id);
  if (site === undefined || site.latitude === null || site.longitude === null) return null;
  return { latitude: site.latitude, longitude: site.longitude };
}

/** A file of renewables.ninja gives kW of the capacity that its heading names; others give capacity factors. */
function capacityOf(text: string): number | null {
  if (!/^# *renewables\.ninja/i.test(text)) return null;
  return Number(/"capacity": *([\d.]+)/.exec(text)?.[1] ?? 1);
}

function factorYear(
  table: Table,
  columns: Columns,
  wanted: readonly WantedProfile[],
  capacity: number | null,
  fail: Fail,
  issues: Issue[],
): FileYear | null {
  const before = issues.length;
  issues.push(...checkRows(table, fail));
  const times = readTimes(table, fail, issues);
  const profiles: Record<string, Float64Array> = {};
  const notes: string[] = [];
  for (const want of wanted) {
    const id = `${want.site}/${want.profile}`;
    const machine = machineOf(want);
    const alone = capacity !== null && wanted.length === 1 ? table.header.indexOf('electricity') : -1;
    const mapped = findColumn(table, columns, id, want.profile);
    const column = mapped >= 0 ? mapped : alone;
    if (column < 0 && machine?.of === 'water' && columns[id] === undefined) {
      const first = times ?? Date.UTC(table.rows.length === 8784 ? 2024 : 2025, 0, 1);
      profiles[seriesId(want)] = riverFactors(machine.design, first, table.rows.length);
      notes.push(`It has no column ${id}: the river follows the months of the park file or the library.`);
      continue;
    }
    if (column < 0) {
      const known = table.header.filter((_, at) => at > 0 || times === null);
      const near = nearest(columns[id] ?? id, known);
      const particulars = {
        found: columns[id] ?? id,
        expected: known.slice(0, 12).join(', ') || 'none',
      };
      issues.push(
        fail('weather-column-missing', near === undefined ? particulars : { ...particulars, near }),
      );
      continue;
    }
    if (want.own !== undefined)
      notes.push(
        `${want.own.plant}: the file gives its capacity factors, so that what the park says of its machines changes nothing.`,
      );
    profiles[seriesId(want)] = readColumn(table, column, capacity ?? 1, fail, issues);
  }
  if (issues.length > before) return null;
  return { first: times, hours: table.rows.length, profiles, notes };
}

/** First time of the file; null when its first column holds no times. Reports times that do not follow hour by hour. */
function readTimes({ rows }: Table, fail: Fail, issues: Issue[]): number | null {
  const looksLikeTime = /\d{4}-\d{2}-\d{2}|\d[/.]\d+[/.]\d|:\d{2}/;
  if (rows.length === 0 || !rows.slice(0, 5).some((row) => looksLikeTime.test(row.cells[0]))) return null;
  const times = rows.map((row) => readTime(row.cells[0]));
  issues.push(...checkTimes(rows, times, (row) => row.cells[0], fail));
  return times[0];
}

/** The column mapped to `site/profile`, or named so, or named by the profile alone when nothing else fits. */
function findColumn(table: Table, columns: Columns, id: string, profile: string): number {
  const mapped = Object.hasOwn(columns, id) ? columns[id] : undefined;
  if (mapped !== undefined) return table.header.indexOf(mapped);
  const byId = table.header.indexOf(id);
  return byId >= 0 ? byId : table.header.indexOf(profile);
}

const FAULTS = [
  {
    code: 'weather-value-gap',
    is: (text: string, _value: number) => isGapText(text),
  },
  { code: 'weather-value-unread', is: (_text: string, value: number) => !Number.isFinite(value) },
  { code: 'weather-value-negative', is: (_text: string, value: number) => value < 0 },
  { code: 'weather-value-above-one', is: (_text: string, value: number) => value > 1 },
] as const;

function readColumn(table: Table, column: number, rated: number, fail: Fail, issues: Issue[]): Float64Array {
  const values = new Float64Array(table.rows.length);
  const lines = new Map<string, number[]>();
  const first = new Map<string, string>();
  table.rows.forEach((row, at) => {
    const text = row.cells[column] ?? '';
    const value = text === '' ? Number.NaN : Number(text.replace(table.decimal, '.')) / rated;
    values[at] = value;
    const fault = FAULTS.find((each) => each.is(text, value));
    if (fault === undefined) return;
    const known = lines.get(fault.code) ?? [];
    known.push(row.line);
    lines.set(fault.code, known);
    if (!first.has(fault.code)) first.set(fault.code, text.slice(0, 40));
  });
  for (const [code, where] of lines) {
    const particulars = {
      column: table.header[column],
      lines: named(where),
      count: String(where.length),
      found: first.get(code) ?? '',
    };
    issues.push(fail(code, particulars, where[0]));
  }
  return values;
}
