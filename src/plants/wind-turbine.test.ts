/** Golden values: windpowerlib's own test suite (wind speed, density, power output modules), unless said otherwise. */
import { describe, expect, test } from 'vitest';
import { withDefaults } from './defaults.ts';
import { TURBINES } from './turbine-table.ts';
import {
  barometricDensity,
  curvePower,
  FARM_STEP,
  farmCurve,
  idealGasDensity,
  logarithmicProfile,
  NET_OF_LOSSES,
  powerLawProfile,
  standardPressure,
  windPower,
  windPowerLow,
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

  test('tables: 6 MW turbine at 4, 8, 10 m/s gives 377, 3356, 5429 kW (NREL)', () => {
    const { power: table } = TURBINES['6MW-170'];
    expect(table).toHaveLength(89);
    expect([table[4], table[20], table[28]]).toEqual([377, 3356, 5429]);
    expect(TURBINES['5.5MW-175'].power).toHaveLength(89);
    expect(TURBINES['5.5MW-175'].power[20]).toBe(2990);
  });
});

describe('farm curve', () => {
  const curve = farmCurve(TURBINES['6MW-170'], 1.225);

  test('lies between nought and one, rises to rated, falls softly after the storm cut-out', () => {
    expect(Math.min(...curve)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...curve)).toBeLessThanOrEqual(1);
    expect(curve[Math.round(16 / FARM_STEP)]).toBeGreaterThan(0.97);
    const atCutOut = curve[Math.round(25 / FARM_STEP)];
    expect(atCutOut).toBeGreaterThan(0.4);
    expect(atCutOut).toBeLessThan(0.65);
    expect(curve[Math.round(40 / FARM_STEP)]).toBeLessThan(0.01);
  });

  test('spreading does not make energy: below rated it is near the single turbine', () => {
    const single = TURBINES['6MW-170'].power[20] / 6000;
    expect(Math.abs(curve[80] - single)).toBeLessThan(0.03);
  });
});

describe('calculators', () => {
  test('a turbine at rated wind gives rated power, losses are taken once', () => {
    const values = withDefaults(windPower, { 'wind-speed': 15, 'measuring-height': 115 });
    const got = windPower.calculate(values);
    expect(got['power']).toBeCloseTo(6000, 6);
    expect(got['net-capacity-factor']).toBeCloseTo(NET_OF_LOSSES, 12);
    expect(windPower.calculate({ ...values, 'wind-speed': 26 })['power']).toBe(0);
  });

  test('at 8 m/s the standard air of the curve gives the published point: 2990 kW', () => {
    // Ground at sea level, 15 degC at the hub: density 1.225 less the hub's own height, hence a hub near the ground is not
    // allowed; the hub's air is thinner by 1.7 %, which costs about as much power.
    const values = withDefaults(windPowerLow, {
      'wind-speed': 8,
      'measuring-height': 150,
      'hub-height': 150,
      temperature: 15,
      elevation: 0,
    });
    const got = windPowerLow.calculate(values);
    expect(got['hub-speed']).toBe(8);
    expect(got['power'] / 2990).toBeGreaterThan(0.97);
    expect(got['power'] / 2990).toBeLessThan(1);
  });
});
