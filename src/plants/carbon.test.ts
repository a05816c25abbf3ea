/** Anode plant and the three carbon calculators against the worksheets of the GHG Protocol, IPCC 2006 and the EU. */
import { describe, expect, it } from 'vitest';
import { anodeCo2 } from './anode-co2.ts';
import { anodePlant } from './anode-plant.ts';
import { bakingCo2Model } from './baking-co2.ts';
import { withDefaults } from './defaults.ts';
import { METHODS, pfc, TECHNOLOGIES, WARMING } from './pfc.ts';

const within = (found: number, expected: number, share: number) =>
  expect(Math.abs(found / expected - 1), `${found} against ${expected}`).toBeLessThan(share);
const technology = (name: string) => TECHNOLOGIES.findIndex((t) => t.name === name);
const gwp = (name: string) => WARMING.findIndex((w) => w.name === name);
const pfcs = (given: Record<string, number>) => pfc.calculate(withDefaults(pfc, given));

describe('anode-co2', () => {
  it('0.42 × 0.976 × 44/12 = 1.50304 t/t', () => {
    const out = anodeCo2.calculate(
      withDefaults(anodeCo2, { 'net-carbon': 0.42, sulphur: 0.02, ash: 0.004, metal: 1e6 }),
    );
    within(out['co2-per-metal'], 1.50304, 1e-9);
    within(out.co2, 1_503_040, 1e-9);
  });
});

describe('baking-co2', () => {
  it('430 kt green, 400 kt baked, Riedhammer → 94 233.33 t and 21 010.00 t (40 CFR 98 defaults)', () => {
    const out = bakingCo2Model.calculate(
      withDefaults(bakingCo2Model, { 'green-anodes': 430_000, 'baked-anodes': 400_000, furnace: 0 }),
    );
    within(out['pitch-volatiles'], 94_233.333, 1e-8);
    within(out['packing-coke'], 21_010, 1e-8);
    within(out.total, 115_243.333, 1e-8);
  });
  it('defaults per t of baked anode: 0.1823 + 0.0525 = 0.2348 t', () => {
    const out = bakingCo2Model.calculate(withDefaults(bakingCo2Model));
    within(out['pitch-volatiles'], 0.1823, 1e-3);
    within(out['packing-coke'], 0.0525, 1e-3);
    within(out.total, 0.2348, 1e-3);
  });
});

describe('pfc', () => {
  it('EU slope, modern point-fed, 0.10 min, 1 Mt → 10.4 t, 0.5928 t, 75 532 t CO2e (AR5), 84 103 t (AR6)', () => {
    const given = { technology: technology('pfpb-modern'), aem: 0.1, metal: 1e6 };
    const out = pfcs({ ...given, gwp: gwp('AR5') });
    within(out.cf4, 10_400, 1e-9);
    within(out.c2f6, 592.8, 1e-9);
    within(out.co2e, 75_532, 1e-5);
    within(pfcs({ ...given, gwp: gwp('AR6') }).co2e, 84_103, 1e-5);
  });
  it('GHG Protocol worksheet, centre-worked, 5 mV, 95 %, 1 000 t → 61.0526 kg, 7.38737 kg, 464.806 t (SAR)', () => {
    const out = pfcs({
      technology: technology('cwpb'),
      aeo: 5,
      'current-efficiency': 0.95,
      metal: 1000,
      gwp: gwp('SAR'),
    });
    within(out.cf4, 61.0526, 1e-6);
    within(out.c2f6, 7.38737, 1e-6);
    within(out.co2e, 464.806, 1e-6);
  });
  // IPCC 2006 Vol. 3, table 4.15: kg of CF4 and C2F6 per t of metal where nothing was measured.
  it.each([
    ['pfpb-modern', 0.4, 0.04],
    ['pfpb-legacy', 0.4, 0.04],
    ['cwpb', 0.4, 0.04],
    ['swpb', 1.6, 0.4],
    ['vss', 0.8, 0.04],
    ['hss', 0.4, 0.03],
  ])('EX-06 (IPCC 2006), Tier 1, %s: %f and %f kg/t, whatever was measured', (name, cf4, c2f6) => {
    const out = pfcs({
      method: METHODS.indexOf('ipcc-tier-1'),
      technology: technology(name),
      metal: 1000,
      aeo: 3,
    });
    within(out.cf4, 1000 * cf4, 1e-12);
    within(out.c2f6, 1000 * c2f6, 1e-12);
  });
  // IPCC slope, centre-worked, AR5, per t of metal
  it.each([
    [0.05, 0.057007665],
    [0.1, 0.11401533],
    [0.3, 0.34204599],
    [1, 1.1401533],
  ])('centre-worked, %f min → %f t/t', (aem, expected) => {
    within(pfcs({ technology: technology('cwpb'), aem }).co2e, expected, 1e-8);
  });
  it('centre-worked overvoltage 2 mV at 95 % → 1.16 × 2/95 = 0.02442 kg/t: the efficiency enters in per cent', () => {
    // With the efficiency as a share the result would be a hundred times the slope method's: 2 mV is about a tenth of an
    // anode-effect minute (30 V over 1 440 minutes), which gives 0.014 kg/t.
    const found = pfcs({ technology: technology('cwpb'), aeo: 2, 'current-efficiency': 0.95 }).cf4;
    within(found, 0.02442105, 1e-6);
    const bySlope = pfcs({ technology: technology('cwpb'), aem: (2e-3 * 1440) / 30 }).cf4;
    expect(found / bySlope).toBeGreaterThan(0.5);
    expect(found / bySlope).toBeLessThan(2);
  });
  it('AR5 weights: 400 t CF4 and 40 t C2F6 are 3 096 kt CO2e (IPCC Tier 1 for 1 Mt)', () => {
    const { cf4, c2f6 } = WARMING[gwp('AR5')];
    expect((400 * cf4 + 40 * c2f6) / 1000).toBeCloseTo(3096, 9);
  });
  it('no number where no overvoltage coefficient was published (vertical stud Söderberg)', () => {
    expect(pfcs({ technology: technology('vss'), aeo: 2 }).cf4).toBeNaN();
  });
});

describe('anode plant', () => {
  const out = anodePlant.calculate(withDefaults(anodePlant));
  it('coke 676 to 692 kg/t and packing coke 15: 1.055 − 0.16 − 0.20 + 0.015 = 710 kg', () =>
    within(out.coke, 710, 1e-9));
  it('Europe in 2015: 1 017 − 160 of pitch − 164 of butts = 693 kg of coke; published 692 and 1 of green scrap', () => {
    const given = { 'green-per-baked': 1.017, pitch: 0.16, butts: 0.164, 'packing-coke': 0 };
    within(anodePlant.calculate(withDefaults(anodePlant, given)).coke, 693, 1e-9);
  });
  it('process CO2 0.235 t, with 2.4 GJ of gas 0.37 t; 0.39 with the 2.77 GJ of 2019', () => {
    within(out['process-co2'], 0.2348, 1e-3);
    within(out['total-co2'], 0.2348 + 2.4 * 0.0561, 1e-3);
    within(anodePlant.calculate(withDefaults(anodePlant, { 'baking-fuel': 2.77 }))['total-co2'], 0.39, 0.005);
  });
});
