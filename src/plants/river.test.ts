/** Months and means by hand. */
import { describe, expect, test } from 'vitest';
import { checkTogether } from './check-values.ts';
import { withDefaults } from './defaults.ts';
import { river, riverDesign } from './river.ts';

const MONTHS = river.parameters.filter(({ key }) => key !== 'design-flow').map(({ key }) => key);
const flat = (flow: number) => Object.fromEntries(MONTHS.map((key) => [key, flow]));
const at = (more: Record<string, number>) => river.calculate(withDefaults(river, more));

describe('river', () => {
  test('an even river gives full power at its mean flow, and half of it through turbines for twice as much', () => {
    expect(at({ ...flat(1), 'design-flow': 1 })).toMatchObject({ 'capacity-factor': 1, 'water-used': 1 });
    expect(at({ ...flat(1), 'design-flow': 2 })).toMatchObject({ 'capacity-factor': 0.5, 'water-used': 1 });
    expect(at({ ...flat(7), 'design-flow': 2 })['capacity-factor']).toBeCloseTo(0.5, 12);
  });

  test('all water in June (30 of 365 days) through turbines for twice the mean: 30/365 of the year at full power', () => {
    const got = at({ ...flat(0), june: 1, 'design-flow': 2 });
    expect(got['capacity-factor']).toBeCloseTo(30 / 365, 12);
    expect(got['water-used']).toBeCloseTo((2 * 30) / 365, 12);
  });

  test('the library: half of the water from April to June, a tenth from December to March', () => {
    const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    const { months } = riverDesign(withDefaults(river));
    const water = months.map((flow, month) => flow * days[month]);
    const share = (...which: number[]) =>
      which.reduce((sum, month) => sum + water[month], 0) / water.reduce((sum, each) => sum + each, 0);
    expect(share(3, 4, 5)).toBeCloseTo(0.5, 2);
    expect(share(11, 0, 1, 2)).toBeCloseTo(0.1, 2);
    expect(Math.max(...months)).toBe(1);
  });

  test('a plant of the park follows the same months: January at half the flow of the others, whose flow the turbines take', () => {
    const { of, design } = river.machine!(withDefaults(river, { ...flat(1), january: 0.5 })) as {
      of: string;
      design: { months: readonly number[] };
    };
    expect(of).toBe('water');
    expect(design.months).toEqual([0.5, ...Array(11).fill(1)]);
  });

  test('a river without water is refused', () => {
    expect(checkTogether(river, flat(0))).toMatchObject([{ code: 'river-dry' }]);
    expect(checkTogether(river, {})).toEqual([]);
    // Frozen to the ground in January is a river still.
    expect(checkTogether(river, { january: 0 })).toEqual([]);
    expect(riverDesign(withDefaults(river, flat(0))).months).toEqual(Array(12).fill(0));
  });
});
