/** Expected values: IPCC 2006 emission factors and heating values, and hand calculation with molar masses. */
import { describe, expect, test } from 'vitest';
import { checkTogether } from './check-values.ts';
import { withDefaults } from './defaults.ts';
import { burntSolid, SOLID_FIRED } from './solid-fuel.ts';

const model = (name: string) => SOLID_FIRED.find((one) => one.name === name)!;

describe('burning one MWh', () => {
  test('coal of 25.8 GJ/t, 94.6 kg/GJ and 13 % ash, by hand', () => {
    const burnt = burntSolid(94.6, 25.8, 0.13);
    // 94.6 × 3.6 = 340.56 kg of CO2, 92.94 kg of carbon in 3.6/25.8 = 139.53 kg of coal, 18.14 kg of ash.
    expect(burnt.carbonDioxide).toBeCloseTo(0.34056, 9);
    expect(burnt.carbon).toBeCloseTo(0.092944, 6);
    expect(burnt.mass).toBeCloseTo(0.139535, 6);
    expect(burnt.ash).toBeCloseTo(0.01814, 6);
    // Left: 28.45 kg. Free hydrogen (3.6 − 32.8 × 0.092944 + 2.44 × 0.02845) ÷ 122.44 = 5.07 kg, 3.6 % of the coal.
    const hydrogen = (3.6 - 32.8 * 0.0929445 + 2.44 * 0.0284508) / 122.44;
    expect(hydrogen).toBeCloseTo(0.00507, 5);
    // Water: 28.45 − 5.07 = 23.38 kg of its own and 5.07 × 8.9367 = 45.31 kg of its hydrogen.
    expect(burnt.water).toBeCloseTo(0.02338 + 0.04531, 4);
  });

  test('wood of 15.6 GJ/t and 112 kg/GJ is nearly half carbon and half water', () => {
    const burnt = burntSolid(112, 15.6, 0.02);
    expect(burnt.carbonDioxide).toBeCloseTo(0.4032, 9);
    expect(burnt.carbon / burnt.mass).toBeCloseTo(0.4768, 4);
    expect(burnt.water / burnt.mass).toBeGreaterThan(0.5);
  });
});

describe('plants', () => {
  test.each(SOLID_FIRED)('$name closes in mass and carbon', (fired) => {
    const { flows } = fired.recipe!(withDefaults(fired));
    const sum = (of: 'C' | 'mass', usual: number) =>
      flows.reduce((total, flow) => total + flow.amount * (flow.composition?.[of] ?? usual), 0);
    expect(sum('mass', 1)).toBeCloseTo(0, 12);
    expect(sum('C', 0)).toBeCloseTo(0, 12);
  });

  test('coal at 38 % emits 0.34056 ÷ 0.38 = 0.896 t per MWh and leaves 0.0477 t of ash', () => {
    const made = model('coal-turbine').calculate(withDefaults(model('coal-turbine')));
    expect(made['carbon-dioxide']).toBeCloseTo(0.896211, 6);
    expect(made['ash']).toBeCloseTo(0.01814 / 0.38, 5);
  });

  test('Ekibastuz coal, 17 GJ/t with 40 % ash: the same carbon, a ninth of a tonne of ash more', () => {
    const plain = model('coal-turbine');
    const made = plain.calculate({ ...withDefaults(plain), 'heating-value': 17, ash: 0.4 });
    expect(made['carbon-dioxide']).toBeCloseTo(0.896211, 6);
    expect(made['ash']).toBeCloseTo(((3.6 / 17) * 0.4) / 0.38, 9);
  });

  test('the mass of coal: 3.6 / 25.8 t per MWh of heat, over 38 %', () => {
    const made = model('coal-turbine').calculate(withDefaults(model('coal-turbine')));
    expect(made['fuel-mass']).toBeCloseTo(0.139535 / 0.38, 5);
  });

  test('a fuel without ash leaves none', () => {
    const boiler = model('biomass-boiler');
    const { flows } = boiler.recipe!({ ...withDefaults(boiler), ash: 0 });
    expect(flows.map(({ commodity }) => commodity)).toEqual([
      'biomass',
      'air-oxygen',
      'biogenic-carbon-dioxide',
      'water-vapour',
    ]);
  });

  test('carbon and ash are no more than the fuel: 94.6 kg/GJ x 17 GJ/t x 12.011/44.009 = 43.9 % carbon leave 56.1 %', () => {
    const boiler = model('coal-boiler');
    expect(checkTogether(boiler, { 'heating-value': 17, ash: 0.56 })).toEqual([]);
    expect(checkTogether(boiler, { 'heating-value': 17, ash: 0.57 })).toEqual([
      {
        code: 'fuel-more-than-whole',
        keys: ['ash', 'emission-factor', 'heating-value'],
        particulars: { carbon: '43.9 %', ash: '57 %' },
      },
    ]);
  });

  test('what wood gives off is biogenic', () => {
    const { flows } = model('biomass-turbine').recipe!(withDefaults(model('biomass-turbine')));
    expect(flows.map(({ commodity }) => commodity)).not.toContain('carbon-dioxide');
    expect(flows.find(({ commodity }) => commodity === 'biogenic-carbon-dioxide')?.amount).toBeCloseTo(
      0.4032 / 0.3,
      9,
    );
  });
});
