/** Two worked balances of Bayer refineries, the published formula of the residue, and the sinter process. */
import { describe, expect, it } from 'vitest';
import { bayer, bayerCircuit, bayerImported } from './bayer.ts';
import { bayerSinter } from './bayer-sinter.ts';
import { bayerWashed } from './bayer-washed.ts';
import { withDefaults } from './defaults.ts';
import { oreOf } from './ore.ts';

const within = (found: number, expected: number, share: number) =>
  expect(Math.abs(found / expected - 1), `${found} against ${expected}`).toBeLessThan(share);

describe('plain Bayer on Kazakh ore (Al2O3 44.5, SiO2 11 with 93 % reactive, Fe2O3 17 %)', () => {
  const out = bayer.calculate(withDefaults(bayer));
  it('34.8 % available alumina', () => within(out['available-alumina'], 0.348, 1e-3));
  it('3.03 t of dry bauxite: 0.987/(0.348 × 0.96 × 0.975)', () => within(out.bauxite, 3.03, 2e-3));
  it('275 kg of NaOH in desilication product', () => within(out['caustic-to-silica'], 275, 2e-3));
  it('0.84 t of desilication product', () => within(out['desilication-product'], 0.84, 6e-3));
  it('1.59 t of dry residue by the published formula, without lime and without reverted alumina', () => {
    const values = withDefaults(bayer, {
      lime: 0,
      'soluble-caustic': 0,
      'misc-caustic': 0,
      'carbonate-co2': 0,
    });
    const made = bayerCircuit(values);
    const reverted = made.ore.available * made.bauxite * 0.96 * 0.025 * 1.53006;
    within(made.residue - reverted, 1.59, 0.01);
  });
  it('with lime, soluble soda and reverted alumina 1.7 t [1.5 - 2.0] and 285 kg [230 - 340] of NaOH', () => {
    expect(out['bauxite-residue']).toBeGreaterThan(1.5);
    expect(out['bauxite-residue']).toBeLessThan(2.0);
    expect(out['caustic-soda']).toBeGreaterThan(230);
    expect(out['caustic-soda']).toBeLessThan(340);
  });
  it('fresh water inside the published 0.8 to 4.0 m3/t', () => {
    expect(out.water).toBeGreaterThan(0.8);
    expect(out.water).toBeLessThan(4);
  });
});

describe('plain Bayer on imported gibbsitic ore (Al2O3 47, SiO2 2.5, Fe2O3 22 %)', () => {
  const out = bayerImported.calculate(withDefaults(bayerImported, { 'digestion-recovery': 0.98, lime: 0 }));
  it('2.43 t of dry bauxite at 98 % digestion', () => within(out.bauxite, 2.43, 2e-3));
  it('39 kg of NaOH in desilication product', () => within(out['caustic-to-silica'], 39, 7e-3));
  it('0.12 t of desilication product', () => within(out['desilication-product'], 0.12, 0.02));
  it('0.90 t of dry residue, 8 % more here for the alumina that reverts', () =>
    within(out['bauxite-residue'], 0.9, 0.08));
});

describe('Bayer-sinter on Kazakh ore at 82 % overall recovery', () => {
  const out = bayerSinter.calculate(withDefaults(bayerSinter));
  it('2.70 t of dry bauxite: 0.987/(0.445 × 0.82)', () => within(out.bauxite, 2.705, 1e-3));
  it('3.0 t wet at 10 % moisture; Pavlodar received 3.21', () => {
    const wet = out.bauxite * (1 + oreOf(withDefaults(bayerSinter)).moisture);
    within(wet, 3.21, 0.07);
  });
  it('limestone CO2 0.42 t: (1.86662 × 0.11 − 0.008) × 0.7848 × 2.705', () =>
    within(out['limestone-co2'], 0.419, 2e-3));
  it('limestone 0.95 t of CaCO3, 1.00 t at 95 %', () => within(out.limestone, 1.003, 2e-3));
  it('belite mud 1.3 to 1.9 t', () => {
    expect(out['belite-mud']).toBeGreaterThan(1.3);
    expect(out['belite-mud']).toBeLessThan(1.9);
  });
  it('soda make-up 35 to 95 kg as NaOH', () => {
    expect(out['caustic-equivalent']).toBeGreaterThan(35);
    expect(out['caustic-equivalent']).toBeLessThan(95);
  });
  it('heat 18 to 34 GJ/t', () => {
    expect(out.heat).toBeGreaterThan(18);
    expect(out.heat).toBeLessThan(34);
  });
});

describe('published ratios of Kazakhstan, wet bauxite per alumina', () => {
  it('2.94 (plan 2006-10), 3.13 (1998) and 3.21 (2018) lie between the sinter route at 92 % and plain Bayer', () => {
    const wet = 1 + oreOf(withDefaults(bayer)).moisture;
    const low = wet * bayerSinter.calculate(withDefaults(bayerSinter, { 'alumina-recovery': 0.92 })).bauxite;
    const high = wet * bayer.calculate(withDefaults(bayer)).bauxite;
    for (const published of [24.1 / (1.64 * 5), 3.4 / 1.085, 4.5 / 1.4]) {
      expect(published).toBeGreaterThan(low);
      expect(published).toBeLessThan(high);
    }
  });
  it('extractable gallium 22 g/t: 3.0 t × 50 g/t × 15 %; the project at Pavlodar plans 15 t from 1.4 Mt, 10.7 g/t', () => {
    const gallium = bayer.recipe!(withDefaults(bayer)).flows.find(
      (f) => f.commodity === 'gallium-in-liquor',
    )!.amount;
    within(1e6 * gallium, 22, 0.04);
    expect(1e6 * gallium).toBeGreaterThan(10.7);
  });
});

describe('calcination', () => {
  it('1 t of alumina releases 0.53 t of water from 1.53 t of hydrate', () => {
    const vapour = bayer.recipe!(withDefaults(bayer)).flows.find((f) => f.cause === 'calcination')!.amount;
    // 0.987 × 0.53006 − 0.008 that stays + 0.11 free moisture
    within(vapour, 0.6252, 1e-3);
  });
  it('a hydrogen calciner of 3.0 GJ/t takes 25 kg of hydrogen and gives water only', () => {
    const flows = bayer.recipe!(
      withDefaults(bayer, { 'calcination-fuel': 0, 'calcination-hydrogen': 3 }),
    ).flows;
    // 3.0/120 t of hydrogen; 8.94 t of water each
    within(
      flows.find((f) => f.cause === 'calcination hydrogen' && f.amount > 0)!.amount,
      0.025 * 8.937,
      1e-3,
    );
    expect(flows.some((f) => f.commodity === 'carbon-dioxide')).toBe(false);
  });
  it('an electric calciner burns nothing', () => {
    const flows = bayer.recipe!(
      withDefaults(bayer, { 'calcination-fuel': 0, 'calcination-electricity': 0.7 }),
    ).flows;
    expect(flows.some((f) => f.commodity === 'carbon-dioxide')).toBe(false);
    expect(flows.find((f) => f.commodity === 'electricity')!.amount).toBeCloseTo(-0.9, 12);
  });
});

describe('Kazakh ore washed at 70 % of mass, then lime-Bayer', () => {
  const given = { 'digestion-recovery': 0.93, 'caustic-per-silica': 0.67, lime: 0.1 };
  const out = bayerWashed.calculate(withDefaults(bayerWashed, given));
  it('44.5 × 0.77 ÷ 0.70 = 48.95 % of Al2O3, 11 × 0.445 ÷ 0.70 = 6.99 % of SiO2: a module of 7', () => {
    within(out['washed-al2o3'], 0.4895, 1e-9);
    within(out['washed-sio2'], 0.0699286, 1e-5);
    within(out['silica-module'], 7, 1e-3);
  });
  it('2.6 t of washed ore, 1.25 t of residue and 1.0 t of washings as published for this route, within a tenth', () => {
    within(out['washed-bauxite'], 2.6, 0.1);
    within(out['bauxite-residue'], 1.25, 0.1);
    within(out.washings, 1, 0.1);
    within(out.bauxite, out['washed-bauxite'] / 0.7, 1e-9);
  });
  it('130 kg of NaOH [95 - 180] in place of 285', () => {
    expect(out['caustic-soda']).toBeGreaterThan(95);
    expect(out['caustic-soda']).toBeLessThan(180);
  });
  it('an ore of which nothing is washed out is refined as it is', () => {
    const whole = { 'mass-yield': 1, 'alumina-kept': 1, 'silica-kept': 1, 'iron-kept': 1 };
    const plain = bayer.calculate(withDefaults(bayer, given));
    const same = bayerWashed.calculate(withDefaults(bayerWashed, { ...given, ...whole }));
    within(same.bauxite, plain.bauxite, 1e-12);
    within(same['caustic-soda'], plain['caustic-soda'], 1e-12);
    expect(same.washings).toBeCloseTo(0, 12);
  });
});
