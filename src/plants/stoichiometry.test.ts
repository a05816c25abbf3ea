/** Mass ratios against the values of the textbooks, and against hand arithmetic on the atomic masses. */
import { describe, expect, it } from 'vitest';
import { ALUMINIUM_PER_AMPERE_HOUR, CHARGE_PER_ALUMINIUM, RATIO } from './stoichiometry.ts';

describe('stoichiometry', () => {
  it('law of Faraday: 0.335573 g/Ah, 2.97998 kAh/kg (26.98154/(3 × 96 485.332) × 3600)', () => {
    expect(ALUMINIUM_PER_AMPERE_HOUR).toBeCloseTo(0.335573, 6);
    expect(CHARGE_PER_ALUMINIUM).toBeCloseTo(2.97998, 4);
  });
  // name, computed, expected t/t
  it.each([
    ['Al2O3 per Al', RATIO.aluminaPerAluminium, 1.88946],
    ['C per Al, CO2 only', RATIO.carbonPerAluminium, 0.33387],
    ['CO2 per Al', RATIO.carbonPerAluminium * RATIO.co2PerCarbon, 1.22333],
    ['gibbsite per Al2O3 (ecoinvent: 1.530)', RATIO.hydratePerAlumina, 1.53006],
    ['water of calcination (ecoinvent: 0.530)', RATIO.waterPerAlumina, 0.53006],
    ['AlOOH per Al2O3', RATIO.monohydratePerAlumina, 1.17669],
    ['Al2O3 per SiO2 in kaolinite', RATIO.aluminaPerReactiveSilica, 0.84849],
    ['NaOH per reactive SiO2', RATIO.causticPerReactiveSilica, 0.88758],
    ['Na2O per reactive SiO2', RATIO.causticPerReactiveSilica * RATIO.sodaPerCaustic, 0.68769],
    ['CaO per SiO2 in 2CaO·SiO2', RATIO.limePerSilica, 1.86662],
    ['limestone per SiO2', RATIO.limePerSilica * RATIO.limestonePerLime, 3.33156],
    ['limestone CO2 per SiO2', RATIO.limePerSilica * RATIO.co2PerLime, 1.46494],
  ])('%s', (_, computed, expected) => {
    expect(Math.abs(computed / expected - 1)).toBeLessThan(1e-4);
  });
});
