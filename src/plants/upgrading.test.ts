/** Washing, flotation, sorting and magnets against figures worked out by hand or published; fleets against the mine they are cut from. */
import { describe, expect, it } from 'vitest';
import { checkTogether } from './check-values.ts';
import { withDefaults } from './defaults.ts';
import type { Model, RecipeFlow, Values } from './model.ts';
import { openPit, openPitHauled, truckFleet } from './open-pit.ts';
import { oreFlotation, oreSorting, oreWashing, sideriteSeparation } from './upgrading.ts';

const of = (model: Model, given: Values = {}): Values => model.calculate(withDefaults(model, given));
const flows = (model: Model, given: Values = {}): readonly RecipeFlow[] =>
  model.recipe?.(withDefaults(model, given)).flows ?? [];
const net = (lines: readonly RecipeFlow[], commodity: string): number =>
  lines.filter((flow) => flow.commodity === commodity).reduce((sum, flow) => sum + flow.amount, 0);

describe('upgrading of ore', () => {
  it('flotation as at Zhongzhou: from module 5.5 to 5.5 × 0.88 ÷ 0.484 = 10, within the published 9 to 11', () => {
    const out = of(oreFlotation, { al2o3: 0.605, sio2: 0.11, fe2o3: 0.06 });
    expect(out['module-before']).toBeCloseTo(5.5, 9);
    expect(out['silica-module']).toBeCloseTo(10, 9);
    // 0.605 × 0.88 ÷ 0.79
    expect(out.al2o3).toBeCloseTo(0.673924, 6);
    expect(out.ore).toBeCloseTo(1 / 0.79, 9);
  });
  it('washed Kazakh ore: module 4.05 → 7.0; 0.11 × 0.445 ÷ 0.7 = 6.99 % of silica, of which (0.93 − 0.555) ÷ 0.445 reactive', () => {
    const out = of(oreWashing);
    expect(out['silica-module']).toBeCloseTo(7, 2);
    expect(out.sio2).toBeCloseTo(0.0699286, 6);
    expect(out['reactive-silica']).toBeCloseTo(0.0699286 * (0.375 / 0.445), 6);
    expect(out.left).toBeCloseTo(0.3 / 0.7, 9);
  });
  it('1 t of washed ore: 1.429 t of ore, 0.4286 t of washings in 0.9524 t of slurry; 0.3651 t of water is added', () => {
    const lines = flows(oreWashing);
    expect(net(lines, 'bauxite-washings')).toBeCloseTo(0.428571, 6);
    expect(net(lines, 'electricity')).toBeCloseTo(-0.00428571, 8);
    // out: 0.1111 with the washed ore, 0.4286 × 0.55 ÷ 0.45 = 0.5238 with the washings; in: 1.4286 × 0.1111 = 0.1587
    expect(net(lines, 'water')).toBeCloseTo(-(0.111111 + 0.52381 - 0.15873), 5);
  });
  it.each([oreWashing, oreFlotation, oreSorting, sideriteSeparation])(
    '$name: silica of the ore is in what is made and what is left',
    (model) => {
      const lines = flows(model);
      const silicon = (flow: RecipeFlow): number => flow.amount * (flow.composition?.Si ?? 0);
      const ore = lines.filter((flow) => flow.commodity === 'bauxite' && flow.amount < 0);
      // 11 % of silica in the ore, 0.46744 of silicon in silica
      expect(silicon(ore[0])).toBeCloseTo((-0.11 * 0.46744) / withDefaults(model)['mass-yield'], 5);
      expect(lines.reduce((sum, flow) => sum + silicon(flow), 0)).toBeCloseTo(0, 12);
    },
  );
  it('a magnet that keeps 30 % of the carbonate in 90 % of the mass leaves a third of its share', () => {
    const better = sideriteSeparation.upgrades?.(withDefaults(sideriteSeparation)) ?? {};
    expect(better['carbonate-co2']).toBeCloseTo(0.005 / 3, 9);
  });
  it('sorting is dry: what leaves is as moist as what comes', () => {
    expect(net(flows(oreSorting), 'water') + net(flows(oreSorting), 'water-vapour')).toBeCloseTo(0, 9);
  });
  it('more oxides taken out than mass is a contradiction', () => {
    // 0.2 × 44.5 + 0.6 × 11 + 0.3 × 17 = 20.6 % of the ore in 10 % of its mass
    const given = { 'mass-yield': 0.9, 'alumina-kept': 0.8, 'silica-kept': 0.4, 'iron-kept': 0.7 };
    const found = checkTogether(oreWashing, given);
    expect(found.map(({ code, particulars }) => [code, particulars.found, particulars.expected])).toEqual([
      ['taken-above-whole', '20.6 %', '10 %'],
    ]);
  });
});

describe('trucks apart from the pit', () => {
  it('5.5 m3/t of 1.9 t/m3 and the ore itself, 10 % moist: 11.45 ÷ 0.9 = 12.722 t moved per dry tonne', () => {
    expect(of(openPitHauled)['moved-per-dry']).toBeCloseTo(12.7222, 4);
    expect(net(flows(openPitHauled), 'rock-moved')).toBeCloseTo(-12.7222, 4);
  });
  it.each([0, 0.6, 1])(
    'pit and fleet with %s of the rock on electricity take what the mine takes',
    (share) => {
      const mine = flows(openPit, { 'electric-share': share });
      const pit = flows(openPitHauled);
      const fleet = flows(truckFleet, { 'electric-share': share });
      const moved = -net(pit, 'rock-moved');
      for (const commodity of ['diesel', 'electricity', 'carbon-dioxide', 'water', 'bauxite-in-ground'])
        expect(net(pit, commodity) + moved * net(fleet, commodity)).toBeCloseTo(net(mine, commodity), 12);
    },
  );
  it('a tonne moved: 0.45 L × 35.9 = 16.155 MJ of diesel, or 1.4 kWh; trolley on 60 %: 6.462 MJ and 0.84 kWh', () => {
    expect(of(truckFleet)).toEqual({ diesel: 16.155, power: 0 });
    const trolley = of(truckFleet, { 'electric-share': 0.6 });
    expect(trolley.diesel).toBeCloseTo(6.462, 9);
    expect(trolley.power).toBeCloseTo(0.84, 9);
  });
});
