/** Files as makers and databases give them, and what is wrong with others. */
import { describe, expect, test } from 'vitest';
import { readPowerCurve } from './power-curve.ts';

const read = (text: string | null) => readPowerCurve('mine.csv', text, {}, 'plants.wind.power curve');
const curve = (...lines: string[]) => ['Wind Speed [m/s],Power [kW],Cp [-]', ...lines].join('\n');
const GOOD = [
  '2,-5,0',
  '3,0,0',
  '4,100,0.2',
  '6,800,0.4',
  '8,2000,0.4',
  '10,3000,0.3',
  '20,3000,0.1',
  '20.5,0,0',
];

describe('power curve of a file', () => {
  test('from the last point at standstill to the last with power; what it takes at standstill is nothing', () => {
    const { turbine, issues } = read(curve(...GOOD));
    expect(issues).toEqual([]);
    expect(turbine).toMatchObject({
      rated: 3000,
      cutOut: 20,
      speeds: [3, 4, 6, 8, 10, 20],
      power: [0, 100, 800, 2000, 3000, 3000],
    });
  });

  test('a column of numbers in front, semicolons and decimal commas', () => {
    const text = `;v (m/s);P (kW)\n${['3', '4,5', '6', '8', '10', '12'].map((speed, at) => `${at};${speed};${at * 500},5`).join('\n')}`;
    expect(read(text).turbine).toMatchObject({ rated: 2500.5, speeds: [3, 4.5, 6, 8, 10, 12] });
  });

  test.each([
    [null, 'power-curve-missing', ''],
    ['', 'power-curve-no-table', ''],
    ['a,b\n1,2', 'power-curve-no-table', 'a, b'],
    ['Wind speed,Cp\n3,0', 'power-curve-no-table', 'Wind speed, Cp'],
    ['Power,Cp\n3,0', 'power-curve-no-table', 'Power, Cp'],
    ['Wind power,Cp\n3,0', 'power-curve-no-table', 'Wind power, Cp'],
    [curve('-1,0,0', ...GOOD), 'power-curve-value', 'line 2: -1'],
    [curve(...GOOD, '61,0,0'), 'power-curve-value', 'line 10: 61'],
    [curve('3,0,0', 'x,5,0', ...GOOD.slice(2)), 'power-curve-value', 'x'],
    [curve('3,0,0', '3.5,much,0', ...GOOD.slice(2)), 'power-curve-value', 'much'],
    [curve('3,0,0', '3.5', ...GOOD.slice(2)), 'power-curve-value', 'nothing'],
    [curve('3,0,0', 'x,5,0', ...GOOD.slice(2)), 'power-curve-value', 'line 3'],
    [curve('3,0,0', '3.5,,0', ...GOOD.slice(2)), 'power-curve-value', 'line 3'],
    [curve(...GOOD, '15,3000,0'), 'power-curve-order', 'line 10'],
    [curve('3,0,0', '5,400,0', '9,900,0'), 'power-curve-short', '2'],
    [curve(...GOOD).replace('[m/s]', '(km/h)'), 'power-curve-speed-unit', 'km/h ÷ 3.6'],
    [curve(...GOOD).replace('[m/s]', '[mph]'), 'power-curve-speed-unit', '[mph]'],
    // 2 000 kW at 8 m/s, 1 200 at 9, 3 000 at 10: a cell is wrong.
    [curve(...GOOD.slice(0, 5), '9,1200,0', ...GOOD.slice(5)), 'power-curve-dips', 'line 7'],
    [curve('0,3000,0', '1,3000,0', ...GOOD.slice(5), '25,3000,0'), 'power-curve-calm', '3000 kW at 0 m/s'],
    [curve('3,0,0', '4,0.1,0', '6,0.8,0', '8,2,0', '10,3,0', '20,3,0'), 'power-curve-unit', '3 kW'],
    [
      curve('3,0,0', '4,1e5,0', '6,8e5,0', '8,2e6,0', '10,3e6,0', '20,3e6,0'),
      'power-curve-unit',
      '3000000 kW',
    ],
  ])('%j is told as %s', (text, code, part) => {
    const { turbine, issues } = read(text);
    expect(turbine).toBeNull();
    expect(issues.map((one) => one.code)).toContain(code);
    expect(`${issues[0].message} ${issues[0].remedy}`).toContain(part);
  });

  test('titles of a wide table are told, twelve of them', () => {
    const titles = Array.from({ length: 14 }, (_, at) => `t${at + 1}`);
    const { issues } = read(`${titles.join(',')}\n${titles.map(() => 1).join(',')}`);
    const told = `${issues[0].message} ${issues[0].remedy} ${issues[0].why}`;
    expect(told).toContain('t12');
    expect(told).not.toContain('t13');
  });

  test.each([
    ['a fall of a third of a per cent that rises again', ['12,2990,0', '20,3000,0']],
    [
      'a turbine that gives less in strong wind, rising by a third of a per cent on its way',
      ['12,2500,0', '14,2510,0', '20,2400,0'],
    ],
  ])('%s is no fault', (_, lines) => {
    expect(read(curve(...GOOD.slice(1, 6), ...lines)).issues).toEqual([]);
  });

  test('up to 60 m/s, from 1.5 m/s on, from 50 kW to 30 MW', () => {
    for (const [rated, first] of [
      [50, 2],
      [30_000, 1.5],
    ]) {
      const { turbine, issues } = read(
        curve(...[first, 4, 6, 8, 10, 60].map((speed, at) => `${speed},${(rated * (at + 1)) / 6},0`)),
      );
      expect(issues).toEqual([]);
      expect(turbine).toMatchObject({ rated, cutOut: 60 });
    }
  });
});
