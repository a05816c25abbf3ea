/** Mine, greenhouse, gallium, the whole chain and inert anodes against figures worked out by hand or published. */
import { describe, expect, it } from 'vitest';
import { chain } from './chain.ts';
import { withDefaults } from './defaults.ts';
import { gallium } from './gallium.ts';
import { greenhouse } from './greenhouse.ts';
import { inertAnodeCell } from './inert-anode-cell.ts';
import type { Model, Values } from './model.ts';
import { openPit } from './open-pit.ts';

const within = (found: number, expected: number, share: number) =>
  expect(Math.abs(found / expected - 1), `${found} against ${expected}`).toBeLessThan(share);
const of = (model: Model, given: Values = {}): Values => model.calculate(withDefaults(model, given));

describe('greenhouse', () => {
  it('Pavlodar: 4 × 1.15 × 5 900 × 24 × 0.72 = 469 kWh/m², 4 × 1.15 × 55 = 253 W/m²', () => {
    const out = of(greenhouse);
    within(out['heat-per-area'], 468.9792, 1e-9);
    within(out.heat, 4689.792, 1e-9);
    within(out['peak-heat'], 2.53, 1e-9);
    within(out['carbon-dioxide'], 300, 1e-9);
    within(out.water, 8000, 1e-9);
  });
  it('Akmola, 4.25 ha with 60 jobs: 14 a hectare', () => {
    within(of(greenhouse, { area: 4.25 }).jobs, 60, 0.01);
  });
  it('twice the area takes twice of everything; a warmer place less heat and as much water', () => {
    const [one, two] = [of(greenhouse, { area: 3 }), of(greenhouse, { area: 6 })];
    for (const key of ['heat', 'peak-heat', 'carbon-dioxide', 'water', 'jobs', 'produce'])
      within(two[key], 2 * one[key], 1e-12);
    const warm = of(greenhouse, { area: 3, 'degree-days': 2950 });
    within(warm.heat, one.heat / 2, 1e-12);
    expect(warm.water).toBe(one.water);
  });
  it('a tonne of tomatoes: 7.816 MWh, 0.5 t of carbon dioxide, 13.33 m³; 55 kg of it are carbohydrate (CH2O)', () => {
    const { flows } = greenhouse.recipe?.(withDefaults(greenhouse)) ?? { flows: [] };
    const amount = (commodity: string): number =>
      flows.filter((flow) => flow.commodity === commodity).reduce((sum, flow) => sum + flow.amount, 0);
    within(amount('greenhouse-heat'), -7.81632, 1e-9);
    within(amount('liquid-carbon-dioxide'), -0.5, 1e-12);
    within(amount('water'), -13.33333, 1e-6);
    // 0.055 × 32/30 of oxygen, 0.055 × 44/30 of carbon dioxide bound
    within(amount('oxygen'), 0.05867, 0.002);
    within(amount('carbon-dioxide'), 0.5 - 0.08067, 0.001);
    // 0.945 of water kept, 0.055 × 18/30 bound
    within(amount('water-vapour'), 13.33333 - 0.945 - 0.033, 1e-4);
  });
});

describe('gallium', () => {
  it('3 t of bauxite × 50 g × 15 % = 22.5 g/t: 45 t from 2 Mt', () => {
    const out = of(gallium);
    within(out['per-alumina'], 22.5, 1e-12);
    within(out.production, 45, 1e-12);
    within(out.electricity, 2025, 1e-12);
    // 45 of 760 t.
    within(out['world-share'], 0.0592105, 1e-6);
  });
  it('the published project: 15 t from 1.4 Mt of alumina are 10.7 g/t', () => {
    // 4.5 Mt of bauxite a year at 50 g/t hold 225 t: 15 t are one part in fifteen.
    const out = of(gallium, {
      alumina: 1.4e6,
      'bauxite-per-alumina': 4.5 / 1.4,
      'extractable-share': 1 / 15,
    });
    within(out['per-alumina'], 10.7, 0.005);
    within(out.production, 15, 1e-12);
  });
});

describe('chain', () => {
  it('world averages of 2015: 5.53 t of bauxite, 14 860 kWh and 26.5 GJ a tonne of ingot', () => {
    const out = of(chain);
    // 1.008 × 1.928 = 1.943424; × 2.847 = 5.532928; 1.008 × 0.463 = 0.466704
    within(out.alumina, 1.943424, 1e-9);
    within(out.bauxite, 5.532928, 1e-7);
    within(out.anode, 0.466704, 1e-9);
    // 8.299 + 423.666 + 51.337 + 14 323.68 + 53 and 547.760 + 23 927.436 + 1 135.958 + 904
    within(out.electricity, 14_859.98, 1e-5);
    within(out.heat, 26_515.15, 1e-5);
  });
  it('a step is weighted by its tonnes: one kWh more at the mine is 5.5 kWh at the ingot', () => {
    const more = of(chain, { 'mine-electricity': 2.5 });
    within(more.electricity - of(chain).electricity, 5.532928, 1e-6);
  });
  it('pure alumina at 100 %: 1.889 t, and no chain takes less', () => {
    within(of(chain, { 'metal-per-ingot': 1, 'alumina-per-metal': 1.88946 }).alumina, 1.88946, 1e-12);
    expect(chain.parameters.find(({ key }) => key === 'alumina-per-metal')?.physical[0]).toBeGreaterThan(
      1.88,
    );
  });
});

describe('inert-anode-cell', () => {
  it('100 cells of 450 kA at 92 %: 0.335573 × 450 × 0.92 × 24 = 3 334.25 kg a day each; 0.88946 t of oxygen a tonne', () => {
    const out = of(inertAnodeCell, { pots: 100, current: 450, 'current-efficiency': 0.92 });
    within(out['production-per-pot'], 3.334255, 1e-5);
    within(out.production, 121_700.3, 1e-5);
    within(out.oxygen, 121_700.3 * 0.88946, 1e-5);
    // 2.97998 × 4.32 / 0.92
    within(out['dc-energy'], 13_992.9, 1e-4);
  });
  it('the recipe takes no anode and makes no carbon dioxide; oxygen is what alumina and water bring', () => {
    const { flows } = inertAnodeCell.recipe?.(withDefaults(inertAnodeCell)) ?? { flows: [] };
    const amount = (commodity: string): number =>
      flows.filter((flow) => flow.commodity === commodity).reduce((sum, flow) => sum + flow.amount, 0);
    for (const none of ['baked-anode', 'anode-butts', 'carbon-dioxide', 'carbon-tetrafluoride', 'air-oxygen'])
      expect(flows.map(({ commodity }) => commodity)).not.toContain(none);
    expect(amount('liquid-aluminium')).toBe(1);
    // A little above the 0.889 of pure alumina: soda and the lining's bath bring their own.
    expect(amount('oxygen')).toBeGreaterThan(0.889);
    expect(amount('oxygen')).toBeLessThan(0.91);
  });
});

describe('open-pit', () => {
  it('1 + 5.5 × 1.9 = 11.45 t moved × 0.45 L × 35.9 MJ = 185 MJ, inside the 145 to 260 of Kazakh pits', () => {
    const out = of(openPit);
    within(out.moved, 11.45, 1e-12);
    within(out.diesel, 184.97, 1e-4);
    within(out.power, 4, 1e-12);
  });
  it('with all trucks electric no diesel, and 4 + 11.45 × 1.4 = 20.03 kWh', () => {
    const out = of(openPit, { 'electric-share': 1 });
    expect(out.diesel).toBe(0);
    within(out.power, 20.03, 1e-9);
  });
});
