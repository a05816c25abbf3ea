/** Golden values: windpowerlib's own test suite (wind speed, density, power output modules), unless said otherwise. */
import { describe, expect, test } from 'vitest';
import { TURBINES, type Turbine } from './turbine-table.ts';
import {
  barometricDensity,
  curvePower,
  FARM_STEP,
  farmCurve,
  idealGasDensity,
  logarithmicProfile,
  powerLawProfile,
  standardPressure,
  turbinePower,
} from './wind-turbine.ts';

describe('wind at the hub', () => {
  test('logarithmic profile from 10 to 100 m over 0.15 m roughness', () => {
    expect(logarithmicProfile(5, 10, 100, 0.15)).toBeCloseTo(7.74136523, 8);
    expect(logarithmicProfile(6.5, 10, 100, 0.15)).toBeCloseTo(10.0637748, 7);
  });

  test('the same over obstacles of 12 m', () => {
    expect(logarithmicProfile(5, 10, 100, 0.15, 12)).toBeCloseTo(13.54925281, 8);
    expect(logarithmicProfile(6.5, 10, 100, 0.15, 12)).toBeCloseTo(17.61402865, 8);
  });

  test('power law by hand: 5 m/s, ten times as high, exponent 1/7: 5 x 10^(1/7) = 6.9475', () => {
    expect(powerLawProfile(5, 10, 100, 1 / 7)).toBeCloseTo(6.94748, 4);
  });
});

describe('density at a hub of 100 m', () => {
  test('ideal gas', () => {
    expect(idealGasDensity(101125, 0, 100, 267)).toBeCloseTo(1.30309439, 8);
    expect(idealGasDensity(101000, 0, 100, 268)).toBeCloseTo(1.29660728, 8);
  });

  test('barometric', () => {
    expect(barometricDensity(101125, 0, 100, 267)).toBeCloseTo(1.30305336, 6);
    expect(barometricDensity(101000, 0, 100, 268)).toBeCloseTo(1.29656645, 6);
  });

  test('measured at 10 m it is that of a hub 100 m above', () => {
    expect(idealGasDensity(101125, 10, 110, 267)).toBeCloseTo(1.30309439, 8);
    expect(barometricDensity(101125, 10, 110, 267)).toBeCloseTo(1.30305336, 6);
  });

  test('pressure of the standard atmosphere at 1000 m is 89875 Pa (ISO 2533)', () => {
    expect(standardPressure(1000)).toBeGreaterThan(89_865);
    expect(standardPressure(1000)).toBeLessThan(89_885);
  });
});

describe('power curve', () => {
  const speeds = [4, 5, 6];
  const power = [300, 400, 500];

  test('between the points, and nought outside of them', () => {
    expect([2, 5.5, 7].map((speed) => curvePower(speed, speeds, power))).toEqual([0, 450, 0]);
  });

  test('in denser air the same wind gives more', () => {
    const found = [2, 5.5, 7].map((speed) => curvePower(speed, speeds, power, 1.3));
    expect(found[0]).toBe(0);
    expect(found[1]).toBeCloseTo(461.00290572, 8);
    expect(found[2]).toBe(0);
  });

  test('the first and the last point belong to the curve', () => {
    expect([4, 6].map((speed) => curvePower(speed, speeds, power))).toEqual([300, 500]);
  });

  test('thin air by hand: 10 m/s moves by the exponent 1/3 + 2.5/15 = 1/2, 14 m/s by 2/3; half way 150 kW', () => {
    const [from, to] = [10 * 1.225 ** 0.5, 14 * 1.225 ** (2 / 3)];
    expect(curvePower((from + to) / 2, [10, 14], [100, 200], 1)).toBeCloseTo(150, 9);
    expect(curvePower(to + 0.01, [10, 14], [100, 200], 1)).toBe(0);
  });

  test('tables: 6 MW turbine at 4, 8, 10 m/s gives 377, 3356, 5429 kW (NREL)', () => {
    const { power: table } = TURBINES['nrel-6mw-170'];
    expect(table).toHaveLength(89);
    expect([table[4], table[20], table[28]]).toEqual([377, 3356, 5429]);
    expect(TURBINES['nrel-5.5mw-175'].power).toHaveLength(89);
    expect(TURBINES['nrel-5.5mw-175'].power[20]).toBe(2990);
  });
});

describe('turbine', () => {
  const all: readonly (readonly [string, Turbine])[] = Object.entries(TURBINES);

  test.each(all)(
    '%s: speeds rise, one power for each, never far above rated',
    (_, { speeds, power, rated }) => {
      expect(power).toHaveLength(speeds.length);
      expect(speeds.every((speed, at) => at === 0 || speed > speeds[at - 1])).toBe(true);
      expect(Math.max(...power)).toBeLessThanOrEqual(1.001 * rated);
      expect(Math.max(...power)).toBeGreaterThan(0.99 * rated);
    },
  );

  // Published points of each table, at the table's own density; between 8 and 8.25 m/s by hand.
  test.each([
    ['vestas-v82-1.65mw', 8, 758],
    ['vestas-v82-1.65mw', 10.5, (1285 + 1504) / 2],
    ['ge-1.5mw-77', 8, 742.33],
    ['iea-3.4mw-130', 4.973, 436],
    ['nrel-4mw-150', 8, 2200],
    ['nrel-5.5mw-175', 8, 2990],
    ['nrel-6mw-170', 8.125, (3356 + 3687) / 2],
    ['nrel-6mw-170', 25, 6000],
    ['nrel-6mw-170', 25.1, 0],
    ['vestas-v82-1.65mw', 20.1, 0],
    ['nrel-6mw-170', 2.9, 0],
  ] as const)('%s at %d m/s: %d kW', (name, speed, power) => {
    expect(turbinePower(TURBINES[name], speed, 1.225)).toBeCloseTo(power, 6);
  });

  test('storm control: from 25 m/s a straight way down to 32 m/s, where it stands', () => {
    const down = (speed: number) => turbinePower(TURBINES['nrel-6mw-170'], speed, 1.225, 32);
    expect([25, 28.5, 32, 40].map(down)).toEqual([6000, 3000, 0, 0]);
  });

  test('thick air of a winter steppe gives rated power up to the cut-out, and no more than rated', () => {
    expect(turbinePower(TURBINES['nrel-6mw-170'], 24.9, 1.45)).toBeCloseTo(6000, 6);
    expect(turbinePower(TURBINES['nrel-6mw-170'], 12, 1.45)).toBeLessThanOrEqual(6000);
  });
});

describe('farm curve', () => {
  const curve = farmCurve(TURBINES['nrel-6mw-170'], 1.225);

  test('lies between nought and one, rises to rated, falls softly after the storm cut-out', () => {
    expect(Math.min(...curve)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...curve)).toBeLessThanOrEqual(1);
    expect(curve[Math.round(16 / FARM_STEP)]).toBeGreaterThan(0.97);
    const atCutOut = curve[Math.round(25 / FARM_STEP)];
    expect(atCutOut).toBeGreaterThan(0.4);
    expect(atCutOut).toBeLessThan(0.65);
    expect(curve[Math.round(40 / FARM_STEP)]).toBeLessThan(0.01);
  });

  test('storm control leaves more of a storm than a stop at the cut-out does', () => {
    const soft = farmCurve(TURBINES['nrel-6mw-170'], 1.225, 0.12, 32);
    expect(soft[Math.round(27 / FARM_STEP)]).toBeGreaterThan(curve[Math.round(27 / FARM_STEP)] + 0.2);
  });

  test('spreading does not make energy: below rated it is near the single turbine', () => {
    const single = TURBINES['nrel-6mw-170'].power[20] / 6000;
    expect(Math.abs(curve[80] - single)).toBeLessThan(0.03);
  });

  test('speeds spread evenly to both sides: a straight curve stays, a step has 0.675 of its power half a deviation above it', () => {
    const shape = (speeds: number[], power: number[]) =>
      farmCurve({ title: '', rated: 6000, hub: 100, cutOut: 60, speeds, power }, 1.225, 0.2);
    const straight = shape([0, 60], [0, 6000]);
    expect(straight).toHaveLength(401);
    expect([0, 5, 10, 30].map((speed) => straight[Math.round(speed / FARM_STEP)])).toEqual(
      [0, 5, 10, 30].map((speed) => expect.closeTo(speed / 60, 3)),
    );
    expect(straight.every((share) => share >= 0 && share <= 1)).toBe(true);
    // 11 m/s with a deviation of 2.2: (11 - 10) / 2.2 = 0.4545, of a normal table 0.675; at the step itself a half.
    const step = shape([0, 9.99, 10, 60], [0, 0, 6000, 6000]);
    expect(Math.abs(step[110] - 0.675)).toBeLessThan(0.015);
    expect(Math.abs(step[100] - 0.5)).toBeLessThan(0.015);
    expect(step[30]).toBe(0);
    expect(step[300]).toBeCloseTo(1, 2);
  });
});
