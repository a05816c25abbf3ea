/** Organic Rankine cycles and heat pumps against hand calculations and what is published of them. */
import { describe, expect, it } from 'vitest';
import { checkTogether } from './check-values.ts';
import { withDefaults } from './defaults.ts';
import { HEAT_PUMPS, meanTemperature, RANKINE_CYCLES } from './heat-engine.ts';
import type { Model, Values } from './model.ts';

const [flue, potGas, lowHeat] = RANKINE_CYCLES;
const [coolingWater, steam] = HEAT_PUMPS;
const of = (model: Model, given: Values = {}): Values => model.calculate(withDefaults(model, given));

describe('mean temperature of a stream', () => {
  it('393.15 to 353.15 K: 40 / ln(1.113266) = 372.79 K, the same upwards', () => {
    expect(meanTemperature(120, 80)).toBeCloseTo(372.793, 2);
    expect(meanTemperature(80, 120)).toBeCloseTo(372.793, 2);
  });
  it('a stream of one temperature is at that temperature', () => {
    expect(meanTemperature(100, 100)).toBe(373.15);
    expect(meanTemperature(100, 100.0001)).toBeCloseTo(373.15, 3);
  });
});

describe('organic Rankine cycle', () => {
  it('pot gas of 120 °C cooled to 80, condenser 20: (1 − 293.15 / 372.79) / 2 = 10.7 %, 9.36 MWh of heat a MWh', () => {
    const out = of(potGas);
    expect(out['ideal-efficiency']).toBeCloseTo(0.21363, 4);
    expect(out.efficiency).toBeCloseTo(0.106815, 4);
    expect(out.heat).toBeCloseTo(9.362, 2);
    expect(out.rejected).toBeCloseTo(8.362, 2);
  });
  it('steam of one temperature: Carnot itself, 1 − 293.15 / 373.15 = 21.4 % at 100 °C', () => {
    const all = { 'source-temperature': 100, 'return-temperature': 100, 'carnot-share': 1 };
    expect(of(potGas, all).efficiency).toBeCloseTo(0.214391, 5);
  });
  it('the hotter the heat the more: 5.9 % at 80 °C, 19.3 % at 300 °C; the 12 % of PyPSA lies between', () => {
    expect(of(lowHeat).efficiency).toBeCloseTo(0.0595, 3);
    expect(of(flue).efficiency).toBeCloseTo(0.193, 3);
    expect(of(potGas, { 'sink-temperature': 0 }).efficiency).toBeCloseTo(0.1336, 3);
  });
  it.each([
    [flue, 'flue-heat'],
    [potGas, 'pot-gas-heat'],
    [lowHeat, 'low-heat'],
  ] as const)('$name takes heat of its level and nothing else', (model, commodity) => {
    const { flows } = model.recipe!(withDefaults(model));
    expect(flows).toEqual([{ commodity, amount: -of(model).heat }]);
  });
  it('heat that is left hotter than it came, or colder than the condenser, is a mistake', () => {
    const codes = (given: Values) => checkTogether(potGas, withDefaults(potGas, given));
    expect(codes({})).toEqual([]);
    expect(codes({ 'return-temperature': 130 })).toMatchObject([
      { code: 'heat-levels-crossed', keys: ['source-temperature', 'return-temperature'] },
    ]);
    expect(codes({ 'sink-temperature': 85 })).toMatchObject([
      { keys: ['return-temperature', 'sink-temperature'], particulars: { hotter: '80 °C', colder: '85 °C' } },
    ]);
  });
});

describe('heat pump', () => {
  it('35 to 80 °C: 0.55 × 353.15 / 45 = 4.32; 0.232 MWh of electricity and 0.768 of heat', () => {
    const out = of(coolingWater);
    expect(out['coefficient-of-performance']).toBeCloseTo(4.3163, 3);
    expect(out.electricity).toBeCloseTo(0.23168, 4);
    expect(out.heat).toBeCloseTo(0.76832, 4);
  });
  it('60 to 170 °C: 443.15 / 110 / 2 = 2.01', () => {
    expect(of(steam)['coefficient-of-performance']).toBeCloseTo(2.01432, 4);
  });
  it('electricity and heat taken are the heat given', () => {
    for (const model of HEAT_PUMPS) {
      const { flows } = model.recipe!(withDefaults(model));
      expect(flows.map(({ commodity }) => commodity)).toHaveLength(2);
      expect(flows.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(-1, 12);
    }
  });
  it('never worse than an electric heater, which takes no heat', () => {
    const poor = withDefaults(steam, { 'carnot-share': 0.1 });
    expect(steam.calculate(poor)['coefficient-of-performance']).toBe(1);
    expect(steam.recipe!(poor).flows).toEqual([{ commodity: 'electricity', amount: -1 }]);
  });
  it('a supply colder than the source is a mistake', () => {
    expect(
      checkTogether(coolingWater, withDefaults(coolingWater, { 'supply-temperature': 30 })),
    ).toMatchObject([{ code: 'heat-levels-crossed', keys: ['supply-temperature', 'return-temperature'] }]);
  });
});
