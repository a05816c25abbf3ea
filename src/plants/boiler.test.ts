/** Expected values: IPCC 2006 emission factors and hand calculation with molar masses. */
import { describe, expect, test } from 'vitest';
import { gasBoiler, gasTurbine, hydrogenTurbine } from './boiler.ts';
import { burntPerMwh } from './combustion.ts';
import { withDefaults } from './defaults.ts';

describe('burning', () => {
  test('natural gas, by hand: 56.1 kg/GJ x 3.6 = 0.20196 t CO2 per MWh, 3.6/48 = 0.075 t of gas', () => {
    const burnt = burntPerMwh(56.1, 48);
    expect(burnt.carbonDioxide).toBeCloseTo(0.20196, 12);
    expect(burnt.mass).toBeCloseTo(0.075, 12);
    // 0.20196 x 12.011/44.0098 = 0.055118; the rest, 0.019882 t, burns as hydrogen to 0.019882 x 8.9367 = 0.17768 t.
    expect(burnt.carbon).toBeCloseTo(0.055118, 6);
    expect(burnt.water).toBeCloseTo(0.17768, 4);
  });

  test('hydrogen, by hand: 0.03 t give 0.26810 t of water and take 0.23810 t of oxygen', () => {
    const burnt = burntPerMwh(0, 120);
    expect(burnt.water).toBeCloseTo(0.2681, 4);
    expect(burnt.oxygen).toBeCloseTo(0.2381, 4);
    expect(burnt.carbonDioxide).toBe(0);
  });
});

describe('recipes', () => {
  const mass: Record<string, number> = { 'natural-gas': 0.075, hydrogen: 0.03 };

  test.each([gasBoiler, gasTurbine, hydrogenTurbine])('$name closes in mass and carbon', (model) => {
    const flows = model.recipe!(withDefaults(model)).flows;
    const weigh = (of: (commodity: string, amount: number) => number) =>
      flows.reduce((sum, flow) => sum + of(flow.commodity, flow.amount), 0);
    expect(weigh((commodity, amount) => amount * (mass[commodity] ?? 1))).toBeCloseTo(0, 10);
    expect(flows.reduce((sum, flow) => sum + flow.amount * (flow.composition?.C ?? 0), 0)).toBeCloseTo(0, 10);
  });

  test('a boiler of 93 % emits 0.20196/0.93 = 0.21716 t per MWh of steam', () => {
    expect(gasBoiler.calculate(withDefaults(gasBoiler))['carbon-dioxide']).toBeCloseTo(0.217161, 6);
  });

  test('a turbine of 41 % needs 2.43902 MWh of gas', () => {
    const flow = gasTurbine.recipe!(withDefaults(gasTurbine)).flows.find(
      (each) => each.commodity === 'natural-gas',
    );
    expect(flow?.amount).toBeCloseTo(-2.43902, 5);
  });

  test('hydrogen leaves no carbon dioxide at all', () => {
    const made = hydrogenTurbine.recipe!(withDefaults(hydrogenTurbine)).flows.map((flow) => flow.commodity);
    expect(made).not.toContain('carbon-dioxide');
  });
});
