import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WeatherChoice } from '../park/park.ts';
import { PROFILES } from './profile-table.ts';
import { readTime } from './time-text.ts';
import type { WantedProfile } from './wanted.ts';
import { readWeatherFile } from './weather-file.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2025, 0, 1);
const WANTED: readonly WantedProfile[] = [{ site: 'steppe', profile: 'wind' }];

interface Made {
  readonly rows?: number;
  readonly header?: string;
  readonly line?: (hour: number) => string;
  readonly start?: number;
}

/** A file of `rows` hours with a time and a wind column, unless said otherwise. */
function text({ rows = 8760, header = 'time,steppe/wind', line, start = START }: Made = {}): string {
  const usual = (hour: number) =>
    `${new Date(start + hour * HOUR).toISOString()},${((hour % 100) / 100).toFixed(2)}`;
  return [header, ...Array.from({ length: rows }, (_, hour) => (line ?? usual)(hour))].join('\n');
}

function read(content: string | null, columns: Record<string, string> = {}, wanted = WANTED) {
  const choice: Extract<WeatherChoice, { kind: 'file' }> = {
    kind: 'file',
    file: 'w.csv',
    files: {},
    columns,
  };
  return readWeatherFile(choice, [], wanted, () => content);
}

const codes = (made: ReturnType<typeof read>) => made.issues.map((each) => each.code);

describe('good files', () => {
  test('a year of UTC times', () => {
    const made = read(text());
    expect(made).toMatchObject({
      ok: true,
      value: { year: 2025, hours: 8760, start: '2025-01-01T00:00:00.000Z' },
    });
    expect(made.ok && made.value.profiles['steppe/wind'][42]).toBe(0.42);
  });

  test('a river follows a column of its name, else its months, also where no file is named for its site', () => {
    const river = { site: 'steppe', profile: 'river' };
    const column = read(text({ header: 'time,steppe/river' }), {}, [river]);
    expect(column.ok && column.value.profiles['steppe/river'][42]).toBe(0.42);
    const months = read(text(), {}, [...WANTED, river]);
    // January 0.28, May 2.6 of the mean flow: May is full.
    expect(months.ok && months.value.profiles['steppe/river'][10]).toBeCloseTo(0.28 / 2.6, 12);
    expect(months.ok && months.value.profiles['steppe/river'][24 * 130]).toBe(1);
    expect(months.ok && months.value.notes.join(' ')).toContain('no column steppe/river');
    const choice = { kind: 'file', file: null, files: { steppe: 'w.csv' }, columns: {} } as const;
    const apart = readWeatherFile(choice, [], [...WANTED, { ...river, site: 'dam' }], () => text());
    expect(apart.ok && apart.value.profiles['dam/river'][24 * 130]).toBe(1);
  });

  test('columns named for no series of the park, or for a file that has none, are told', () => {
    const unknown = read(text(), { 'steppe/wnd': 'steppe/wind' });
    expect(codes(unknown)).toEqual(['weather-columns-name']);
    expect(unknown.issues[0].remedy).toContain('Did you mean steppe/wind?');
    const epw = [
      'LOCATION,Steppe,-,KAZ,x,1,51.7,75.3,5.0,200',
      ...Array.from({ length: 7 }, () => 'DATA'),
    ].join('\n');
    expect(codes(read(epw, { 'steppe/wind': 'cf' }))).toEqual(['weather-columns-maker']);
  });

  test('capacity factors overrule the machines of a park file, and a note says so', () => {
    const machine = PROFILES['wind-low'];
    const made = read(text(), {}, [{ ...WANTED[0], own: { plant: 'north', machine } }]);
    expect(made.ok && made.value.profiles['steppe/wind/north'][42]).toBe(0.42);
    expect(made.ok && made.value.notes.join(' ')).toContain('north');
  });

  test('a leap year', () => {
    const made = read(text({ rows: 8784, start: Date.UTC(2028, 0, 1) }));
    expect(made).toMatchObject({ ok: true, value: { year: 2028, hours: 8784 } });
  });

  test('no times: the first row is 1 January, and a note says so', () => {
    const made = read(text({ header: 'steppe/wind', line: () => '0.5' }));
    expect(made).toMatchObject({ ok: true, value: { hours: 8760, start: '2025-01-01T00:00:00.000Z' } });
    expect(made.ok && made.value.notes.join(' ')).toContain('no times');
  });

  test('a local year with offsets begins in the evening before, in UTC, and is turned to the calendar', () => {
    const local = (hour: number) =>
      `${new Date(START + hour * HOUR).toISOString().slice(0, 19)}+05:00,${hour < 5 ? 0.9 : hour === 5 ? 0.1 : 0.3}`;
    const made = read(text({ line: local }));
    expect(made).toMatchObject({ ok: true, value: { year: 2025, start: '2025-01-01T00:00:00.000Z' } });
    // 05:00 in Almaty is 00:00 UTC; the five hours before it stand in for the last five of the year.
    const values = made.ok ? made.value.profiles['steppe/wind'] : new Float64Array(0);
    expect([values[0], values[1], values[8754], values[8755], values[8759]]).toEqual([
      0.1, 0.3, 0.3, 0.9, 0.9,
    ]);
    expect(made.ok && made.value.notes.join(' ')).toContain('first row of the file is hour 8755');
  });

  test('a year from July to June keeps each hour at its date', () => {
    // By hand: 1 July 2022 is day 182 (from 1), so its first hour is number 181 x 24 = 4344.
    const line = (hour: number) =>
      `${new Date(Date.UTC(2022, 6, 1) + hour * HOUR).toISOString()},${hour === 0 ? 1 : 0.2}`;
    const made = read(text({ line }));
    expect(made).toMatchObject({ ok: true, value: { year: 2022, hours: 8760 } });
    expect(made.ok && made.value.profiles['steppe/wind'].indexOf(1)).toBe(4344);
  });

  test('semicolons with decimal commas, byte order mark, comments, Windows line ends, quotes', () => {
    const line = (hour: number) => `${new Date(START + hour * HOUR).toISOString()};"0,25";x`;
    const content = `\uFEFF# measured at 115 m\r\n${text({ header: 'time;"CF wind";remark', line }).replaceAll('\n', '\r\n')}\r\n`;
    const made = read(content, { 'steppe/wind': 'CF wind' });
    expect(made.ok && made.value.profiles['steppe/wind'][8759]).toBe(0.25);
  });

  test('a column of the profile alone serves every site', () => {
    const made = read(text({ header: 'time,wind' }), {}, [...WANTED, { site: 'hill', profile: 'wind' }]);
    expect(made.ok && Object.keys(made.value.profiles)).toEqual(['steppe/wind', 'hill/wind']);
  });
});

describe('bad files, each with its sentence', () => {
  test('a missing hour: 8759 rows', () => {
    const made = read(text({ rows: 8759 }));
    expect(codes(made)).toEqual(['weather-file-rows']);
    expect(made.issues[0].message).toContain('8759');
    expect(made.issues[0].message).toContain('1 is missing');
  });

  test('no file, an empty one, a workbook', () => {
    expect(codes(read(null))).toEqual(['weather-file-missing']);
    expect(codes(read(' \n\n# nothing\n'))).toEqual(['weather-file-empty']);
    expect(codes(read('PK\u0003\u0004\u0014\u0000\u0006\u0000'))).toEqual(['weather-file-binary']);
    // What is left of a picture when its bytes are read as UTF-8.
    expect(codes(read(`\uFFFDPNG\r\n\u001A\n${'\uFFFD\u0002 x'.repeat(50)}`))).toEqual([
      'weather-file-binary',
    ]);
  });

  test('gaps, words, negative and large values, all at once, with line numbers', () => {
    const bad: Record<number, string> = { 3: '', 4: 'NaN', 10: '-0.2', 20: '1.7', 21: '55', 30: 'calm' };
    const line = (hour: number) => `${new Date(START + hour * HOUR).toISOString()},${bad[hour] ?? '0.1'}`;
    const made = read(text({ line }));
    // Line 1 is the header: hour 3 stands in line 5.
    const said = Object.fromEntries(made.issues.map((each) => [each.code, each.message]));
    expect(Object.keys(said).sort()).toEqual([
      'weather-value-above-one',
      'weather-value-gap',
      'weather-value-negative',
      'weather-value-unread',
    ]);
    expect(said['weather-value-gap']).toContain('2 lines: 5, 6');
    expect(said['weather-value-negative']).toContain('line 12');
    expect(said['weather-value-above-one']).toContain('2 lines: 22, 23');
    expect(said['weather-value-unread']).toContain('"calm"');
  });

  test('a missing column, with what was perhaps meant', () => {
    const made = read(text({ header: 'time,stepe/wind' }));
    expect(codes(made)).toEqual(['weather-column-missing']);
    expect(made.issues[0].near).toBe('stepe/wind');
  });

  test('a doubled column and lines of another length', () => {
    const line = (hour: number) =>
      hour === 7 ? '2025-01-01T07:00Z,0,5,1' : `${new Date(START + hour * HOUR).toISOString()},0.1,0.2`;
    const found = codes(read(text({ header: 'time,steppe/wind,steppe/wind', line })));
    expect(found).toContain('weather-column-twice');
    expect(found).toContain('weather-file-uneven');
  });

  test('times of another country, a jump at summer time, half hours', () => {
    expect(codes(read(text({ line: () => '31.01.2025 00:00,0.1' })))).toEqual(['weather-time-unread']);
    const jump = (hour: number) =>
      `${new Date(START + (hour < 2000 ? hour : hour + 1) * HOUR).toISOString()},0.1`;
    const made = read(text({ line: jump }));
    expect(codes(made)).toEqual(['weather-time-jump']);
    expect(made.issues[0].message).toContain('2002');
    expect(made.issues[0]).toMatchObject({ file: 'w.csv', line: 2002 });
    expect(codes(read(text({ start: START + HOUR / 2 })))).toEqual(['weather-time-half']);
  });
});

describe('times', () => {
  test.each([
    ['2025-01-31T23:00Z', '2025-01-31T23:00:00.000Z'],
    ['2025-02-01T04:00+05:00', '2025-01-31T23:00:00.000Z'],
    ['2025-01-31 23:00', '2025-01-31T23:00:00.000Z'],
    ['2025-01-31', '2025-01-31T00:00:00.000Z'],
    ['2025-01-31T23:00:00.000-0330', '2025-02-01T02:30:00.000Z'],
  ])('%s is %s', (written, expected) => {
    expect(new Date(readTime(written)).toISOString()).toBe(expected);
  });

  test.each(['2025-02-31', '2025-13-01', '2025-01-01T25:00', '01/02/2025', 'noon', ''])(
    '%s is none',
    (written) => {
      expect(readTime(written)).toBeNaN();
    },
  );
});

test('no text makes the reader throw, and what it accepts is within 0 and 1', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.double().map(String),
    fc.constantFrom('', '0.5', '2025-01-01T00:00Z', '"', '1e309', '-0'),
  );
  const separator = fc.constantFrom(',', ';', '\t');
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(separator, fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 8 }))
      .map(([by, rows]) => rows.map((row) => row.join(by)).join('\n')),
    fc
      .tuple(cell, fc.integer({ min: 0, max: 8759 }))
      .map(([odd, at]) => text({ line: (hour) => (hour === at ? odd : '2025-01-01T00:00Z,0.2') })),
  );
  fc.assert(
    fc.property(anyText, fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }), (content, columns) => {
      const made = read(content, columns);
      if (!made.ok)
        return (
          made.issues.length > 0 && made.issues.every((each) => each.message !== '' && each.remedy !== '')
        );
      return Object.values(made.value.profiles).every((values) =>
        values.every((value) => value >= 0 && value <= 1),
      );
    }),
    { numRuns: 300, seed: 7 },
  );
});
