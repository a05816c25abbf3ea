import { describe, expect, it } from 'vitest';
import type { ParkMarket } from '../park/park.ts';
import { readMarketHours } from './market-hours.ts';

const market = (more: Partial<NonNullable<ParkMarket['hourly']>> = {}) => ({
  id: 'grid electricity',
  side: 'buy' as const,
  hourly: { file: 'grid.csv', price: { column: 'spot', factor: 2 }, carbon: null, ...more },
});
/** Hour, and a price that is its number. */
const table = (row: (hour: number) => string, head = 'hour,spot', hours = 8760): string =>
  [head, ...Array.from({ length: hours }, (_, hour) => row(hour))].join('\n');
const read = (text: string | null, from = market(), hours: 8760 | 8784 = 8760) =>
  readMarketHours([from], () => text, hours);
const codes = (text: string | null, from = market()) => {
  const made = read(text, from);
  return made.ok ? [] : made.issues.map(({ code }) => code);
};

describe('prices from a file', () => {
  it('a row an hour from 1 January, 00:00 UTC, in the unit that is said', () => {
    const made = read(table((hour) => `${hour},${hour}`));
    const price = made.ok ? made.value['grid electricity'].price : null;
    expect([price?.[0], price?.[1], price?.[8759]]).toEqual([0, 2, 17_518]);
    expect(made.ok ? made.value['grid electricity'].carbon : 0).toBeNull();
  });

  it('times of the clock in Almaty: its first row, 1 January 00:00+05:00, is 19:00 UTC of the day before', () => {
    const time = (hour: number) =>
      new Date(Date.UTC(2025, 0, 1) + hour * 3_600_000).toISOString().slice(0, 16);
    const made = read(
      table((hour) => `${time(hour)}+05:00,${hour}`),
      market(),
    );
    const price = made.ok ? made.value['grid electricity'].price : null;
    // Midnight UTC is 05:00 in Almaty: the sixth row.
    expect(price?.[0]).toBe(10);
    expect(price?.[8755]).toBe(0);
  });

  it('tells every fault of the file', () => {
    expect(codes(null)).toEqual(['weather-file-missing']);
    expect(codes(table((hour) => `${hour},1`, 'hour,sport'))).toEqual(['hourly-column-missing']);
    expect(codes(table((hour) => `${hour},${hour === 7 ? '' : 1}`))).toEqual(['hourly-value-gap']);
    expect(codes(table((hour) => `${hour},${hour === 7 ? '1 200' : 1}`))).toEqual(['hourly-value-unread']);
    expect(codes(table((hour) => `${hour},1`, 'hour,spot', 8700))).toEqual(['weather-file-rows']);
    expect(codes(table((hour) => `${hour},1`, 'hour,spot', 8784))).toEqual(['hourly-other-year']);
  });

  /** Header, then hour 0 in line 2. */
  it('points at the file and its first line with the fault, and names market, column and all lines', () => {
    const at = (text: string | null, from = market()) => {
      const made = read(text, from);
      const [{ file, line, path, message, why }] = made.ok ? [] : made.issues;
      return { file, line, path, message, why };
    };
    const path = 'buy.grid electricity.hourly';
    expect(at(table((hour) => `${hour},${hour === 7 || hour === 70 ? 'dear' : 1}`))).toMatchObject({
      file: 'grid.csv',
      line: 9,
      path,
      message:
        'grid.csv (grid electricity): column "spot" holds what is no number (“dear”) in 2 lines: 9, 72.',
    });
    const carbon = market({ price: null, carbon: { column: 'spot', factor: 1 } });
    expect(
      at(
        table((hour) => `${hour},${hour === 7 ? -3 : 1}`),
        carbon,
      ),
    ).toMatchObject({
      file: 'grid.csv',
      line: 9,
      message: 'grid.csv (grid electricity): column "spot" is below zero (-3) in line 9.',
    });
    expect(at(table((hour) => (hour === 7 ? '7' : `${hour},1`)))).toMatchObject({
      file: 'grid.csv',
      line: 9,
    });
    const time = (hour: number) => new Date(Date.UTC(2025, 0, 1) + hour * 3_600_000).toISOString();
    expect(at(table((hour) => `${time(hour === 7 ? 8 : hour)},1`))).toMatchObject({
      file: 'grid.csv',
      line: 9,
      why: 'A missing or doubled hour moves all later ones; the park would pay the price of another hour.',
    });
    expect(at(table((hour) => `${hour === 7 ? '7 Jan' : time(hour)},1`))).toMatchObject({ line: 9 });
  });

  it('points at the park file for a file or a column that it names wrongly', () => {
    const placed = { ...market(), file: 'my.park.yaml', line: 8, column: 3 };
    for (const text of [null, table((hour) => `${hour},1`, 'hour,sport')]) {
      const made = readMarketHours([placed], () => text, 8760);
      expect(made.issues).toMatchObject([{ file: 'my.park.yaml', line: 8, column: 3 }]);
      expect(made.issues[0].message).toContain('grid.csv (grid electricity)');
      expect(made.issues[0].why).toBe('Prices or carbon of every hour are to come from it.');
    }
  });

  it('a price may be below zero, what is emitted may not', () => {
    const carbon = { price: null, carbon: { column: 'spot', factor: 1 } };
    const dips = table((hour) => `${hour},${hour === 7 ? -500 : 0}`);
    expect(codes(dips)).toEqual([]);
    expect(codes(dips, market(carbon))).toEqual(['hourly-value-negative']);
    expect(
      codes(
        table((hour) => `${hour},0`),
        market(carbon),
      ),
    ).toEqual([]);
  });
  it('a market without a file has no hours of its own', () => {
    const made = readMarketHours([{ ...market(), hourly: null }], () => null, 8760);
    expect(made.ok && made.value).toEqual({});
  });
});
