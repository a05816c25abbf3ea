import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertMoney, type MoneyTable } from './money.ts';

// Round figures made up for hand calculation, not the library's.
const TABLE: MoneyTable = {
  exchange: { EUR: { 2020: 1.25, 2025: 1.1 }, KZT: { 2025: 0.002 } },
  deflator: { 2015: 0.7, 2020: 0.8, 2025: 1 },
};
const usd = (year: number) => ({ currency: 'USD', year });
const eur = (year: number) => ({ currency: 'EUR', year });
const amountOf = (read: ReturnType<typeof convertMoney>) => (read.ok ? read.value : Number.NaN);

describe('money', () => {
  test('the same money stays as it is, even when no table knows it', () => {
    expect(convertMoney(5, { currency: 'CHF', year: 1999 }, { currency: 'CHF', year: 1999 }, TABLE)).toEqual({
      ok: true,
      value: 5,
    });
  });
  test('100 EUR 2020 × 1.25 USD/EUR ÷ 0.8 = 156.25 USD 2025', () => {
    expect(amountOf(convertMoney(100, eur(2020), usd(2025), TABLE))).toBeCloseTo(156.25, 10);
  });
  test('80 USD 2020 ÷ 0.8 = 100 USD 2025', () => {
    expect(amountOf(convertMoney(80, usd(2020), usd(2025), TABLE))).toBeCloseTo(100, 10);
  });
  test('100 EUR 2020 → 156.25 USD 2025 ÷ 1.1 = 142.045… EUR 2025: rates of both years, index of the USD', () => {
    expect(amountOf(convertMoney(100, eur(2020), eur(2025), TABLE))).toBeCloseTo(156.25 / 1.1, 10);
  });
  test('at one price year no price level is needed: 1000 KZT 2025 × 0.002 = 2 USD 2025', () => {
    const bare = { ...TABLE, deflator: {} };
    expect(amountOf(convertMoney(1000, { currency: 'KZT', year: 2025 }, usd(2025), bare))).toBeCloseTo(2, 12);
  });

  test.each([
    [eur(2019), usd(2025), { code: 'money-exchange-year', found: 'EUR 2019', expected: '2020, 2025' }],
    [
      usd(2025),
      { currency: 'KZT', year: 2020 },
      { code: 'money-exchange-year', found: 'KZT 2020', expected: '2025' },
    ],
    [usd(2019), usd(2025), { code: 'money-deflator-year', found: 'USD 2019', expected: '2015, 2020, 2025' }],
    [
      { currency: 'CNY', year: 2025 },
      usd(2025),
      { code: 'money-currency-missing', found: 'CNY', expected: 'USD, EUR, KZT' },
    ],
    [{ currency: 'toString', year: 2025 }, usd(2025), { code: 'money-currency-missing' }],
  ])('what the tables lack is a fault that names what they have (%o)', (from, to, fault) => {
    expect(convertMoney(1, from, to, TABLE)).toMatchObject({ ok: false, fault });
  });
  test('no amount, no money; a rate of zero is none', () => {
    expect(convertMoney(Number.NaN, usd(2025), usd(2020), TABLE)).toMatchObject({ ok: false });
    const zero = { ...TABLE, exchange: { EUR: { 2025: 0 } } };
    expect(convertMoney(1, eur(2025), usd(2025), zero)).toMatchObject({ ok: false });
  });

  test('there and back again is the same amount', () => {
    const anyMoney = fc.constantFrom(usd(2015), usd(2020), usd(2025), eur(2020), eur(2025), {
      currency: 'KZT',
      year: 2025,
    });
    fc.assert(
      fc.property(
        fc.double({ min: -1e12, max: 1e12, noNaN: true }),
        anyMoney,
        anyMoney,
        (amount, from, to) => {
          const there = amountOf(convertMoney(amount, from, to, TABLE));
          const back = amountOf(convertMoney(there, to, from, TABLE));
          expect(Math.abs(back - amount)).toBeLessThanOrEqual(1e-12 * Math.abs(amount) + 1e-300);
        },
      ),
      { seed: 1 },
    );
  });
});
