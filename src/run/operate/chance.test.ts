import { describe, expect, it } from 'vitest';
import { errorPath, expected, hoursInOrder } from './chance.ts';

const errors = {
  wind: { error: 0.15, memory: 33 },
  sun: { error: 0.25, memory: 20 },
  cold: { error: 0, memory: 48 },
  water: { error: 0, memory: 240 },
};
const forecast = { seed: 7, errors, known: 24 };
const drive = (weather: Float64Array, of: 'wind' | 'sun' | null) => ({ weather, of, outage: null });

describe('forecast error', () => {
  it('grows with the lead time as √(1 − exp(−2 lead ÷ memory)): 0.24, 0.55, 0.88 after 1, 6, 24 h of 33 h', () => {
    const paths = Array.from({ length: 4000 }, (_, at) => errorPath(`own ${at}`, `all ${at}`, 72, 33));
    for (const [lead, deviation] of [
      [1, 0.242],
      [6, 0.552],
      [24, 0.876],
      [72, 0.994],
    ]) {
      const square = paths.reduce((sum, path) => sum + path[lead - 1] ** 2, 0) / paths.length;
      // 4 000 draws: a standard deviation is known to about 1 %.
      expect(Math.sqrt(square) / deviation).toBeGreaterThan(0.95);
      expect(Math.sqrt(square) / deviation).toBeLessThan(1.05);
    }
  });

  it('half of its variance is common to all places', () => {
    const pairs = Array.from({ length: 4000 }, (_, at) => [
      errorPath(`here ${at}`, `all ${at}`, 24, 33)[23],
      errorPath(`there ${at}`, `all ${at}`, 24, 33)[23],
    ]);
    const mean = (of: (pair: number[]) => number) =>
      pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
    const correlation = mean(([a, b]) => a * b) / Math.sqrt(mean(([a]) => a * a) * mean(([, b]) => b * b));
    expect(correlation).toBeGreaterThan(0.45);
    expect(correlation).toBeLessThan(0.55);
  });

  it('the known hours are the weather itself, later ones stay between nothing and rated power', () => {
    const weather = Float64Array.from({ length: 96 }, (_, hour) => (hour % 10) / 9);
    const told = expected(drive(weather, 'wind'), 0, 0, 96, forecast);
    expect(told.subarray(0, 24)).toEqual(weather.subarray(0, 24));
    expect(told.subarray(24)).not.toEqual(weather.subarray(24));
    expect(Math.min(...told)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...told)).toBeLessThanOrEqual(1);
  });

  it('no sun is forecast at night', () => {
    const weather = Float64Array.from({ length: 96 }, (_, hour) => (hour % 24 < 12 ? 0 : 0.5));
    const told = expected(drive(weather, 'sun'), 0, 0, 96, forecast);
    weather.forEach((value, hour) => {
      if (value === 0) expect(told[hour]).toBe(0);
    });
  });

  it('the same seed errs alike, another one otherwise; tariffs do not err', () => {
    const weather = new Float64Array(96).fill(0.5);
    const of = (seed: number) => expected(drive(weather, 'wind'), 0, 48, 48, { ...forecast, seed });
    expect(of(7)).toEqual(of(7));
    expect(of(8)).not.toEqual(of(7));
    expect(expected(drive(weather, null), 0, 0, 96, forecast)).toEqual(weather);
  });
});

describe('outages', () => {
  it('3 % of the time out of order, repairs of 48 h: over 400 years of one unit', () => {
    let out = 0;
    let failures = 0;
    for (let year = 0; year < 400; year++) {
      const inOrder = hoursInOrder(`unit ${year}`, 8760, { units: 1, out: 0.03, repair: 48 });
      out += inOrder.reduce((sum, share) => sum + 1 - share, 0);
      for (let hour = 1; hour < 8760; hour++) if (inOrder[hour] < inOrder[hour - 1]) failures++;
    }
    // Units begin the year in order, which takes a mean repair off the year: 3 % of 8 760 h less about 3 % of 48 h.
    expect(out / 400 / 8760).toBeGreaterThan(0.027);
    expect(out / 400 / 8760).toBeLessThan(0.032);
    expect(out / failures).toBeGreaterThan(44);
    expect(out / failures).toBeLessThan(52);
  });

  it('one of four units takes a quarter', () => {
    const inOrder = hoursInOrder('four', 8760, { units: 4, out: 0.05, repair: 24 });
    expect(new Set(inOrder.map((share) => Math.round(share * 4)))).toContain(3);
    for (const share of inOrder) expect(Math.abs(share * 4 - Math.round(share * 4))).toBeLessThan(1e-9);
    expect(hoursInOrder('four', 8760, { units: 4, out: 0.05, repair: 24 })).toEqual(inOrder);
  });

  it('what is down is expected to come back as repairs usually take, and nothing is foreseen to fail', () => {
    const inOrder = new Float64Array(96).fill(1);
    inOrder.fill(0, 20, 96);
    const outage = { process: 0, inOrder, usual: 0.9, repair: 10 };
    const told = expected({ weather: null, of: null, outage }, 0, 0, 48, forecast);
    expect(told.subarray(0, 20)).toEqual(new Float64Array(20).fill(1));
    expect(told[23]).toBe(0);
    // 0.9 × (1 − e^−1) after ten hours.
    expect(told[33]).toBeCloseTo(0.9 * (1 - Math.exp(-1)), 10);
    const before = expected({ weather: null, of: null, outage }, 0, 0, 15, { ...forecast, known: 5 });
    expect(before[14]).toBeCloseTo(0.9 + 0.1 * Math.exp(-1), 10);
  });
});
