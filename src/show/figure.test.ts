import { describe, expect, it } from 'vitest';
import { count } from '../units/number.ts';
import { figure, number, rangeText, short, unitName } from './figure.ts';

// Expected texts are written by hand: three significant digits, the trade's multiple, thin spaces between thousands.
const plain = (text: string): string => text.replace(/[\u2009\u202f\u00a0]/g, '_');

describe('numbers for people', () => {
  it.each([
    [1930000, 't/a', '1.93 Mt/a'],
    [4560, 't/a', '4_560 t/a'],
    [2143.7, 'USD/t', '2_140 USD/t'],
    [4.2e9, 'USD', '4.2 bn USD'],
    [125000, 'USD', '125 thousand USD'],
    [0.8431, '1', '84.3 %'],
    [84.31, '%', '84.3 %'],
    [1500, 'MW', '1.5 GW'],
    [3120, 'persons', '3_120 persons'],
    [6.43, 'tCO2e/t', '6.43 t CO₂e/t'],
    [-6880, 'persons', '−6_880 persons'],
    [350, 'MUSD/a', '350 million USD/a'],
    [3.6, '', '3.6'],
    [999.9, 'MW', '1 GW'],
    [0.559, 'GW', '559 MW'],
    [0.3, 'Mt/a', '300 kt/a'],
    [0, 'Mt/a', '0 Mt/a'],
    [0.000834, 'bn USD', '834 thousand USD'],
    [0.05, 'bn USD', '50 million USD'],
    [12, 'bn USD', '12 bn USD'],
    [0.5, 'million USD/a', '500 thousand USD/a'],
  ])('%s %s is told as %s', (value, unit, told) => expect(plain(figure(value, unit))).toBe(told));

  it('tells what is not known by a dash', () => {
    expect([null, undefined, Number.NaN, Infinity, -Infinity].map((value) => figure(value, 't'))).toEqual([
      '–',
      '–',
      '–',
      '–',
      '–',
    ]);
  });

  it('tells very small and very large numbers by powers of ten', () => {
    expect(number(6.2e-9, 2)).toBe('6.2 × 10⁻⁹');
    expect(number(3e14)).toBe('3 × 10¹⁴');
    expect(number(0)).toBe('0');
  });

  it('gives both ends of a range in the unit of the larger', () => {
    expect(plain(rangeText([900, 1500], 'MW'))).toBe('0.9 to 1.5 GW');
    expect(rangeText([0.2, 0.4], '1')).toBe('20 to 40 %');
    expect(rangeText([1, Number.NaN], 'MW')).toBe('');
  });

  it('writes units as print does, cuts long names and counts', () => {
    expect(unitName('m3/t')).toBe('m³/t');
    expect(short('Bayer-sinter refinery', 10)).toBe('Bayer-sin…');
    expect([count(1, 'promise'), count(2, 'balance', 'balances')]).toEqual(['1 promise', '2 balances']);
    expect([count(0, 'row'), count(1234567, 'row')]).toEqual(['0 rows', '1\u202f234\u202f567 rows']);
    expect([figure(1, 'persons'), figure(2, 'persons')]).toEqual(['1 person', '2 persons']);
  });
});
