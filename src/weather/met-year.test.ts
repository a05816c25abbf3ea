/**
 * Weather files as their makers write them: made here with values whose place in the year and size are known by hand.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParkSite, WeatherChoice } from '../park/park.ts';
import { readWeatherFile } from './weather-file.ts';

const HOUR = 3_600_000;
const EKIBASTUZ = { id: 'works', title: 'Works', latitude: 51.7, longitude: 75.3 } as unknown as ParkSite;
const STEPPE = { id: 'steppe', title: 'Steppe', latitude: 51.6, longitude: 73.1 } as unknown as ParkSite;
const WIND = [{ site: 'works', profile: 'wind' }];
const SUN = [{ site: 'works', profile: 'solar-fixed' }];

type Line = (when: Date, hour: number) => string;
const lines = (line: Line, rows = 8760, year = 2023): string[] =>
  Array.from({ length: rows }, (_, hour) => line(new Date(Date.UTC(year, 0, 1) + hour * HOUR), hour));
const two = (value: number): string => String(value).padStart(2, '0');
const stamp = (when: Date): string =>
  `${when.getUTCFullYear()}${two(when.getUTCMonth() + 1)}${two(when.getUTCDate())}`;

/** Storm in one hour of the year (of the file's own clock), calm in all others. */
const stormAt = (hour: number, at: number, speed = 11): number => (hour === at ? speed : 0);

interface Weather {
  readonly wind?: (hour: number) => number | string;
  readonly global?: (hour: number) => number | string;
  readonly rows?: number;
}

/** EnergyPlus weather of Ekibastuz at UTC+5, with light split half and half. */
function epw({ wind = () => 5, global = () => 0, rows = 8760 }: Weather): string {
  const head = [
    'LOCATION,Ekibastuz,PAV,KAZ,SRC,360000,51.7,75.3,5.0,190.0',
    ...Array(6).fill('COMMENTS'),
    'DATA PERIODS,1,1,Data,Sunday,1/1,12/31',
  ];
  const line: Line = (when, hour) =>
    [
      // Months of a typical year come from different years.
      1990 + when.getUTCMonth(),
      when.getUTCMonth() + 1,
      when.getUTCDate(),
      when.getUTCHours() + 1,
      0,
      '?9?9',
      -5,
      -9,
      70,
      99000,
      ...[0, 0, 200],
      global(hour),
      0,
      global(hour),
      ...[0, 0, 0, 0, 270],
      wind(hour),
      ...[5, 5, 20],
    ].join(',');
  return [...head, ...lines(line, rows)].join('\r\n');
}

function pvgis(slope: number, minutes = '10'): string {
  const head = `Latitude (decimal degrees):\t51.700\nLongitude (decimal degrees):\t75.300\nElevation (m):\t190\nRadiation database:\tPVGIS-ERA5\n\n\nSlope: ${slope} deg.\nAzimuth: 0 deg.`;
  const line: Line = (when, hour) =>
    `${stamp(when)}:${two(when.getUTCHours())}${minutes},0.0,${hour === 4006 ? 600 : 0},0.0,40,15.5,${stormAt(hour, 100)},0.0`;
  return `${head}\ntime,Gb(i),Gd(i),Gr(i),H_sun,T2m,WS10m,Int\n${lines(line).join('\n')}\n\nGb(i): Beam irradiance (W/m2)\n`;
}

function nasa(standard: 'UTC' | 'LST', gapAt = -1): string {
  const head = `-BEGIN HEADER-\nNASA/POWER Source Native Resolution Hourly Data\nDates (month/day/year): 01/01/2023 through 12/31/2023 in ${standard}\nLocation: latitude  51.7   longitude 75.3\nelevation from MERRA-2: Average for 0.5 x 0.625 degree lat/lon region = 190.5 meters\n-END HEADER-`;
  const line: Line = (when, hour) =>
    `${when.getUTCFullYear()},${when.getUTCMonth() + 1},${when.getUTCDate()},${when.getUTCHours()},120,-5.1,3,${hour === gapAt ? -999 : stormAt(hour, 100, 14)}`;
  return `${head}\nYEAR,MO,DY,HR,ALLSKY_SFC_SW_DWN,T2M,WS10M,WS50M\n${lines(line).join('\n')}\n`;
}

/** ERA5: kelvin, wind by east and north, light in joules of the hour before. */
function era5(): string {
  const line: Line = (when, hour) =>
    `${when.toISOString().slice(0, 16).replace('T', ' ')},${hour === 100 ? 8.4 : 0},${hour === 100 ? -11.2 : 0},268.15,${hour === 4007 ? 600 * 3600 : 0}`;
  return `time,u100,v100,t2m,ssrd\n${lines(line).join('\n')}\n`;
}

function ninja(capacity: string): string {
  const line: Line = (when) =>
    `${when.toISOString().slice(0, 16).replace('T', ' ')},${when.toISOString().slice(0, 16).replace('T', ' ')},0.5`;
  return `# Renewables.ninja Wind (Point API)\n# 51.7, 75.3\n# {"units": {"electricity": "kW"}, "params": {${capacity}}}\ntime,local_time,electricity\n${lines(line).join('\n')}\n`;
}

function read(
  texts: Readonly<Record<string, string>>,
  wanted = WIND,
  more: Partial<WeatherChoice> = {},
  sites = [EKIBASTUZ],
) {
  const choice = { kind: 'file', file: 'a', files: {}, columns: {}, ...more } as Extract<
    WeatherChoice,
    { kind: 'file' }
  >;
  return readWeatherFile(choice, sites, wanted, (name) => texts[name] ?? null);
}
const codes = (made: ReturnType<typeof read>) => made.issues.map(({ code }) => code);
/** Hours in which there is anything. */
function busy(made: ReturnType<typeof read>, series: string): number[] {
  if (!made.ok) throw new Error(made.issues.map(({ message }) => message).join('\n'));
  return [...made.value.profiles[series].entries()].flatMap(([hour, value]) => (value > 0 ? [hour] : []));
}

describe('each maker’s file: the storm stands in its hour of UTC, at full power less the losses of a farm', () => {
  const full = (made: ReturnType<typeof read>, hour: number): void => {
    expect(busy(made, 'works/wind')).toEqual([hour]);
    // 11 m/s at 10 m are 16 m/s at the hub, 14 at 50 m the same: above the rated speed of the machine, below its storms.
    expect(made.ok && made.value.profiles['works/wind'][hour]).toBeCloseTo(0.92 * 0.97 * 0.98 * 0.985, 2);
  };
  test('a river beside the wind of a file follows its months; alone it needs no column of the file', () => {
    const river = { site: 'works', profile: 'river-run' };
    for (const wanted of [[...WIND, river], [river]]) {
      const made = read({ a: epw({ wind: (hour) => stormAt(hour, 100) }) }, wanted);
      // 0.28 of the mean flow in January, scaled to a mean of one, through turbines for 1.5 of it; June is more than they take.
      expect(made.ok && made.value.profiles['works/river-run'][10]).toBeCloseTo(0.28 / 1.003 / 1.5, 3);
      expect(made.ok && made.value.profiles['works/river-run'][24 * 160]).toBe(1);
    }
  });
  test('EPW, UTC+5: its hour 100 is hour 95; months of other years follow each other', () => {
    const made = read({ a: epw({ wind: (hour) => stormAt(hour, 100) }) });
    full(made, 95);
    expect(made.ok && made.value.hours).toBe(8760);
    expect(made.ok && made.value.notes.join(' ')).toMatch(/read as EPW.*UTC\+5.*at 10 m/s);
  });
  test('EPW: the first five hours of its year are the last five of the year before in UTC, and go round', () => {
    full(read({ a: epw({ wind: (hour) => stormAt(hour, 2) }) }), 8757);
  });
  test('PVGIS is UTC; ten past the hour is in the hour', () => full(read({ a: pvgis(0) }), 100));
  test('NASA POWER in UTC; the higher of two winds counts', () => full(read({ a: nasa('UTC') }), 100));
  test('NASA POWER in local solar time: 75.3° ÷ 15 = 5 h', () => full(read({ a: nasa('LST') }), 95));
  test('ERA5: 8.4 east and 11.2 south are 14 m/s', () => full(read({ a: era5() }), 100));
  test('renewables.ninja: 0.5 kW of 2 kW is a quarter; without a word on the capacity it is 1 kW', () => {
    const of = (capacity: string): unknown => {
      const made = read({ a: ninja(capacity) });
      return made.ok && made.value.profiles['works/wind'][7];
    };
    expect([of('"capacity": 2.0'), of('"tracking": 0')]).toEqual([0.25, 0.5]);
  });
});

describe('light', () => {
  test('PVGIS: diffuse light on the horizontal in one hour gives power in that hour alone', () => {
    const made = read({ a: pvgis(0) }, SUN);
    expect(busy(made, 'works/solar-fixed')).toEqual([4006]);
  });
  test('ERA5: joules written at 23:00 are watts of the hour before', () => {
    expect(busy(read({ a: era5() }, SUN), 'works/solar-fixed')).toEqual([4006]);
  });
  test('600 W/m2, all of it diffuse, is 600 ÷ 1000 × (1 + cos tilt) ÷ 2 and a little ground light of the module’s rating', () => {
    const made = read({ a: epw({ global: (hour) => (hour === 4000 ? 600 : 0) }) }, SUN);
    const [hour] = busy(made, 'works/solar-fixed');
    expect(hour).toBe(3995);
    const value = made.ok ? made.value.profiles['works/solar-fixed'][hour] : 0;
    // DC over AC of about 1.2 and some 10 % of losses about cancel: between 0.5 and 0.8.
    expect(value).toBeGreaterThan(0.5);
    expect(value).toBeLessThan(0.8);
  });
});

describe('what is refused', () => {
  test.each<[string, () => ReturnType<typeof read>, string[]]>([
    ['an hour is missing', () => read({ a: epw({ rows: 8759 }) }), ['weather-file-rows']],
    ['light on a tilted plane', () => read({ a: pvgis(30) }, SUN), ['weather-plane-tilted']],
    ['a tilted plane does not matter to wind', () => read({ a: pvgis(30) }), []],
    [
      'EPW’s sign for no wind',
      () => read({ a: epw({ wind: (hour) => (hour === 7 ? '999' : 5) }) }),
      ['weather-value-gap'],
    ],
    ['NASA’s sign for none', () => read({ a: nasa('UTC', 7) }), ['weather-value-gap']],
    [
      'a wind that no one survives',
      () => read({ a: epw({ wind: (hour) => (hour === 7 ? 140 : 5) }) }),
      ['weather-met-impossible'],
    ],
    [
      'words in a column',
      () => read({ a: epw({ wind: (hour) => (hour === 7 ? 'calm' : 5) }) }),
      ['weather-value-gap'],
    ],
    [
      'no wind in it',
      () => read({ a: era5().replace('u100', 'x').replace('v100', 'y') }),
      ['weather-quantity-missing'],
    ],
    ['no light in it', () => read({ a: era5().replace('ssrd', 'x') }, SUN), ['weather-quantity-missing']],
    [
      'an hour twice',
      () => read({ a: era5().replace('2023-03-01 05:00', '2023-03-01 04:00') }),
      ['weather-time-jump'],
    ],
    [
      'one place for two sites',
      () => read({ a: era5() }, [...WIND, { site: 'steppe', profile: 'wind' }], {}, [EKIBASTUZ, STEPPE]),
      ['weather-file-one-place'],
    ],
    [
      'a site without a file',
      () =>
        read(
          { a: era5() },
          [...WIND, { site: 'steppe', profile: 'wind' }],
          { file: null, files: { works: 'a' } } as never,
          [EKIBASTUZ, STEPPE],
        ),
      ['weather-series-unsaid'],
    ],
    [
      'a file for no one',
      () => read({ a: era5() }, WIND, { files: { wroks: 'a' } } as never),
      ['weather-files-name'],
    ],
    ['no place for the sun', () => read({ a: era5() }, SUN, {}, []), ['weather-place-unsaid']],
  ])('%s', (_, made, expected) => expect(codes(made())).toEqual(expected));
});

test('a file for each site, and one for a single series: each is taken from its own', () => {
  const both = [...WIND, { site: 'steppe', profile: 'wind' }, { site: 'steppe', profile: 'wind-low' }];
  const files = { works: 'a', steppe: 'b', 'steppe/wind-low': 'c' };
  const texts = { a: epw({ wind: (hour) => stormAt(hour, 100) }), b: pvgis(0), c: ninja('"capacity": 1') };
  const made = read(texts, both, { file: null, files } as never, [EKIBASTUZ, STEPPE]);
  expect(busy(made, 'works/wind')).toEqual([95]);
  expect(busy(made, 'steppe/wind')).toEqual([100]);
  expect(made.ok && made.value.profiles['steppe/wind-low'][0]).toBe(0.5);
  expect(made.ok && made.value.notes.join(' ')).toContain('km from the site');
});

test('however a file is mangled, it is read whole or refused with sentences', () => {
  const sources = [epw({}), pvgis(0), nasa('LST'), era5()].map((text) => text.split('\n'));
  const seen = { read: 0, refused: 0 };
  const spoilt = fc.constantFrom(
    '',
    '',
    '',
    '',
    ',',
    '-',
    'NaN',
    '1e9',
    '\u0000',
    '"',
    ',,,',
    '9999',
    'LOCATION,',
  );
  const hows = fc.constantFrom('whole' as const, 'within' as const);
  fc.assert(
    fc.property(
      fc.constantFrom(...sources),
      fc.oneof(
        {
          weight: 3,
          arbitrary: fc.array(fc.tuple(fc.nat(8765), spoilt, hows), { minLength: 1, maxLength: 3 }),
        },
        // Line ends of another system spoil nothing: that what can be read is read is tried often enough.
        {
          weight: 1,
          arbitrary: fc.array(fc.tuple(fc.nat(8765), fc.constant('\r'), fc.constant('after' as const))),
        },
      ),
      (source, edits) => {
        const text = source.slice();
        for (const [at, piece, how] of edits) {
          const line = at % text.length;
          const cut = { whole: text[line].length, within: at % 7, after: text[line].length }[how];
          text[line] = `${how === 'whole' ? '' : text[line].slice(0, cut)}${piece}${text[line].slice(cut)}`;
        }
        const made = read({ a: text.join('\n') });
        if (made.ok) {
          seen.read++;
          expect(made.value.profiles['works/wind'].every((value) => value >= 0 && value <= 1)).toBe(true);
        } else {
          seen.refused++;
          for (const { message, remedy } of made.issues)
            expect([message, remedy].join(' ')).not.toMatch(/undefined|NaN h/);
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(seen.refused).toBeGreaterThan(10);
  expect(seen.read).toBeGreaterThan(3);
});
