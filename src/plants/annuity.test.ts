import { describe, expect, test } from 'vitest';
import { annuity, lcoe } from './annuity.ts';
import { withDefaults } from './defaults.ts';

describe('annuity', () => {
  // Tables of the capital recovery factor: 8 % over 25 years 0.0937, 10 % over 20 years 0.1175, 12 % over 30 years 0.1241.
  test.each([
    [0.08, 25, 0.0937],
    [0.1, 20, 0.1175],
    [0.12, 30, 0.1241],
  ])('%d over %d years: %d', (rate, life, factor) => {
    const got = annuity.calculate({ rate, life, investment: 2_000_000 });
    expect(got['factor']).toBeCloseTo(factor, 4);
    expect(got['payment']).toBe(2_000_000 * got['factor']);
  });

  test('payments bring the loan to nought: 1000 at 10 % over 3 years', () => {
    const { payment } = annuity.calculate({ rate: 0.1, life: 3, investment: 1000 });
    expect(((1000 * 1.1 - payment) * 1.1 - payment) * 1.1 - payment).toBeCloseTo(0, 9);
  });

  test('without interest an equal share each year', () => {
    expect(annuity.calculate({ rate: 0, life: 20, investment: 100 })['payment']).toBe(5);
  });
});

describe('levelised cost', () => {
  test('by hand: discounted costs over discounted energy, 1200 USD/kW, 2 years, 10 %, 0.5', () => {
    // 1200 + 30/1.1 + 30/1.21 over 4.38 x (1/1.1 + 1/1.21) MWh, + 5 + 20/0.4.
    const got = lcoe.calculate(
      withDefaults(lcoe, {
        overnight: 1200,
        fixed: 18,
        'fixed-share': 0.01,
        variable: 5,
        fuel: 20,
        efficiency: 0.4,
        'capacity-factor': 0.5,
        life: 2,
        'discount-rate': 0.1,
      }),
    );
    const years = 1 / 1.1 + 1 / 1.21;
    expect(got['lcoe']).toBeCloseTo((1200 + 30 * years) / (4.38 * years) + 5 + 50, 9);
    expect(got['capital'] + got['fixed-part'] + got['variable-part'] + got['fuel-part']).toBeCloseTo(
      got['lcoe'],
      9,
    );
  });
});
