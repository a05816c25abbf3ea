/** Golden values: published points of the power curves, and each step by hand. */
import { describe, expect, test } from 'vitest';
import { checkTogether } from './check-values.ts';
import { withDefaults } from './defaults.ts';
import { TURBINE_NAMES } from './turbine-table.ts';
import { frostShare, windPower } from './wind-power.ts';

const at = (more: Record<string, number>) => windPower.calculate(withDefaults(windPower, more));
const standard = { height: 115, density: 1.225, temperature: 0 };

describe('wind turbine', () => {
  test('measured at the hub in standard air it gives the published points: 8 m/s 3356 kW, 15 m/s 6000 kW', () => {
    expect(at({ ...standard, speed: 8 })['power']).toBeCloseTo(3356, 6);
    expect(at({ ...standard, speed: 15 })['power']).toBeCloseTo(6000, 6);
    expect(at({ ...standard, speed: 26 })['power']).toBe(0);
  });

  test('another turbine with its own hub: V82 at 8 m/s and 78 m gives 758 kW', () => {
    const turbine = TURBINE_NAMES.indexOf('vestas-v82-1.65mw');
    const got = at({ ...standard, turbine, height: 78, speed: 8 });
    expect(got['power']).toBeCloseTo(758, 6);
    expect(got['capacity-factor']).toBeCloseTo(758 / 1650, 9);
  });

  test('losses by hand: 0.92 x 0.97 x 0.98 x 0.985 of the power is left', () => {
    const got = at({ ...standard, speed: 15 });
    expect(got['net-power']).toBeCloseTo(6000 * 0.92 * 0.97 * 0.98 * 0.985, 6);
    expect(got['net-capacity-factor']).toBeCloseTo(0.92 * 0.97 * 0.98 * 0.985, 9);
  });

  test('frost: all at -28 degC, half at -32, nothing at -36', () => {
    expect([-20, -28, -32, -36, -45].map((cold) => frostShare([-28, -36], cold))).toEqual([1, 1, 0.5, 0, 0]);
    expect(at({ ...standard, speed: 15, temperature: -40 })).toMatchObject({ power: 6000, 'net-power': 0 });
  });

  test('both profiles by hand: 5 m/s at 10 m give 7.74 m/s at 100 m over 0.15 m, 6.95 m/s with 1/7', () => {
    const low = { speed: 5, height: 10, 'hub-height': 100 };
    expect(at({ ...low, roughness: 0.15 })['hub-speed']).toBeCloseTo(7.74136523, 8);
    expect(at({ ...low, shear: 1, 'shear-exponent': 1 / 7 })['hub-speed']).toBeCloseTo(6.94748, 4);
  });

  test('air by hand: sea level, 15 degC at 100 m and a hub there: (1001.3 hPa)/(287.058 x 288.15) = 1.2105', () => {
    // ISO 2533: 1001.29 hPa at 100 m.
    const got = at({ height: 100, 'hub-height': 100, temperature: 15, elevation: 0 });
    expect(got['air-density']).toBeCloseTo(1.2105, 3);
    expect(at({ height: 10, 'hub-height': 110, temperature: 15 })['hub-temperature']).toBeCloseTo(14.35, 9);
  });

  test('a stop that is warmer than the last full power is refused', () => {
    expect(checkTogether(windPower, { 'frost-full': -30, 'frost-stop': -20 })).toMatchObject([
      {
        code: 'frost-crossed',
        keys: ['frost-stop'],
        particulars: { full: '-30 °C', stop: '-20 °C' },
      },
    ]);
    expect(checkTogether(windPower, { 'frost-full': -30, 'frost-stop': -30 })).toHaveLength(1);
    expect(checkTogether(windPower, {})).toEqual([]);
  });

  test('a farm of the park is the same machine, or the one whose curve the park gives', () => {
    const values = withDefaults(windPower, { 'hub-height': 140, 'storm-stop': 32, 'frost-full': -20 });
    expect(windPower.machine!(values)).toMatchObject({
      of: 'wind',
      design: { turbine: { rated: 6000 }, hub: 140, stormStop: 32, frost: [-20, -36] },
    });
    const own = { title: 'mine', rated: 100, hub: 60, cutOut: 20, speeds: [3, 20], power: [0, 100] };
    expect(windPower.machine!(withDefaults(windPower), own)).toMatchObject({
      of: 'wind',
      design: { turbine: own, hub: 60, stormStop: null },
    });
  });
});
