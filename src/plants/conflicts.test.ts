/** What values make impossible together: which parameters are named, with which figures, and where the line lies. By hand. */
import { describe, expect, it } from 'vitest';
import { withDefaults } from './defaults.ts';
import { LIMITED_ELEMENTS } from './model.ts';
import { MODELS } from './models.ts';

const told = (model: string, values: Record<string, number> = {}) =>
  MODELS[model].conflicts?.(withDefaults(MODELS[model], values)) ?? [];
const codes = (model: string, values: Record<string, number> = {}) =>
  told(model, values).map(({ code }) => code);

describe('an analysis of ore', () => {
  it.each(['bayer', 'bayer-imported', 'bayer-sinter', 'open-pit', 'open-pit-hauled'])(
    '%s: oxides of 60 + 30 + 15 + 2.2 + 0.8 % are 108 %',
    (model) => {
      expect(
        told(model, {
          al2o3: 0.6,
          sio2: 0.3,
          fe2o3: 0.15,
          tio2: 0.022,
          cao: 0.008,
          'reactive-share-of-sio2': 0.5,
        }),
      ).toEqual([
        {
          code: 'oxides-above-whole',
          keys: ['al2o3', 'sio2', 'fe2o3', 'tio2', 'cao'],
          particulars: { found: '108 %' },
        },
      ]);
    },
  );
  it('just the whole is no fault', () => {
    expect(codes('open-pit', { al2o3: 0.5, sio2: 0.25, fe2o3: 0.125, tio2: 0.0625, cao: 0.0625 })).toEqual(
      [],
    );
  });
  it('no alumina for a Bayer circuit: 30 − 0.8485 × 33 − 1 is 1 %; a sinter refinery and a pit do not mind', () => {
    const clay = { al2o3: 0.3, sio2: 0.33, 'reactive-share-of-sio2': 1, 'bound-alumina': 0.01 };
    expect(told('bayer', clay)).toEqual([
      {
        code: 'no-available-alumina',
        keys: ['al2o3', 'sio2', 'reactive-share-of-sio2', 'bound-alumina'],
        particulars: { found: '1 %' },
      },
    ]);
    expect(codes('bayer-imported', clay)).toEqual(['no-available-alumina']);
    expect([...codes('bayer-sinter', clay), ...codes('open-pit', clay)]).toEqual([]);
  });
  it('5 % are enough, less are not', () => {
    const ore = (al2o3: number) => ({ al2o3, sio2: 0, 'bound-alumina': 0 });
    expect(codes('bayer', ore(0.05))).toEqual([]);
    expect(codes('bayer', ore(0.0499))).toEqual(['no-available-alumina']);
  });
});

describe('a treatment of ore', () => {
  it('takes out 23 % of 44.5, half of 11 and 30 % of 17 %: 20.8 % of oxides do not fit into the 10 % that are left behind', () => {
    const fault = {
      code: 'taken-above-whole',
      keys: ['mass-yield', 'alumina-kept', 'silica-kept', 'iron-kept'],
      particulars: { found: '20.84 %', expected: '10 %' },
    };
    const values = { 'mass-yield': 0.9, 'alumina-kept': 0.77, 'silica-kept': 0.5, 'iron-kept': 0.7 };
    expect(told('ore-washing', values)).toEqual([fault]);
    expect(told('bayer-washed', values)).toEqual([fault]);
  });
  it('that takes out just what it leaves behind is no fault', () => {
    // 0.4 × 0.5 + 0.1 × 0.5 + 0.2 × 0.25 = 0.30 of the ore.
    const ore = { al2o3: 0.4, sio2: 0.1, fe2o3: 0.2, 'mass-yield': 0.7 };
    const kept = { 'alumina-kept': 0.5, 'silica-kept': 0.5, 'iron-kept': 0.75 };
    expect(codes('ore-washing', { ...ore, ...kept })).toEqual([]);
    expect(codes('ore-washing', { ...ore, ...kept, 'iron-kept': 0.74 })).toEqual(['taken-above-whole']);
  });
  it('cannot make an ore of more than the whole: 44.5 × 0.99 ÷ 0.4 %', () => {
    expect(
      codes('ore-washing', { 'mass-yield': 0.4, 'alumina-kept': 0.99, 'silica-kept': 0.1, 'iron-kept': 0.1 }),
    ).toContain('oxides-above-whole');
  });
  it('of an ore that is none says so of the ore', () => {
    expect(codes('ore-sorting', { al2o3: 0.6, sio2: 0.3, fe2o3: 0.3 })).toContain('oxides-above-whole');
  });
});

describe('clay in place of ore', () => {
  it('is refused by washing with a Bayer refinery behind it, and not by washing alone', () => {
    const clay = { al2o3: 0.3, sio2: 0.33, fe2o3: 0.1, 'reactive-share-of-sio2': 1, 'bound-alumina': 0.01 };
    // All that is washed out fits into the half that goes; what stays has 0.3 × 0.6 ÷ 0.5 = 36 % of alumina and 0.33 × 0.7 ÷ 0.5 of silica.
    const kept = { 'mass-yield': 0.5, 'alumina-kept': 0.6, 'silica-kept': 0.7, 'iron-kept': 0.5 };
    expect(codes('bayer-washed', { ...clay, ...kept })).toContain('no-available-alumina');
    expect(codes('ore-washing', { ...clay, ...kept })).toEqual([]);
  });
});

describe('an anode', () => {
  it('without coke: 60 % pitch and half butts in 1.055 t', () => {
    expect(told('anode-plant', { pitch: 0.6, butts: 0.5 })).toEqual([
      { code: 'anode-without-coke', keys: ['green-per-baked', 'pitch', 'butts'], particulars: {} },
    ]);
    // 1.055 + 0.015 − 0.57 − 0.5 = 0: no coke is a fault, a gram is none.
    expect(codes('anode-plant', { pitch: 0.571, butts: 0.5 })).toEqual(['anode-without-coke']);
    expect(codes('anode-plant', { pitch: 0.569, butts: 0.5 })).toEqual([]);
  });
  it('heavier than what it is baked of: 1.004 t less 0.5 % of hydrogen', () => {
    const told1 = told('anode-plant', { 'green-per-baked': 1.004 });
    expect(told1).toEqual([
      {
        code: 'baked-heavier-than-green',
        keys: ['green-per-baked', 'hydrogen-share', 'furnace'],
        particulars: {},
      },
    ]);
    expect(codes('anode-plant', { 'green-per-baked': 1.006 })).toEqual([]);
  });
  it('the same in the calculator of its carbon dioxide', () => {
    expect(told('baking-co2', { 'green-anodes': 1.004 })).toEqual([
      {
        code: 'baked-heavier-than-green',
        keys: ['green-anodes', 'baked-anodes', 'hydrogen-share', 'furnace'],
        particulars: {},
      },
    ]);
    expect(codes('baking-co2', { 'green-anodes': 1, 'hydrogen-share': 0, 'baked-anodes': 1 })).toEqual([]);
  });
});

describe('levels of heat', () => {
  it('a cycle needs source above return above condenser', () => {
    expect(told('orc-flue', { 'source-temperature': 100, 'return-temperature': 120 })).toEqual([
      {
        code: 'heat-levels-crossed',
        keys: ['source-temperature', 'return-temperature'],
        particulars: { hotter: '100 °C', colder: '120 °C' },
      },
    ]);
    expect(told('orc-low-heat', { 'return-temperature': 30, 'sink-temperature': 30 })).toEqual([
      {
        code: 'heat-levels-crossed',
        keys: ['return-temperature', 'sink-temperature'],
        particulars: { hotter: '30 °C', colder: '30 °C' },
      },
    ]);
    expect(told('orc-pot-gas')).toEqual([]);
  });
  it('a heat pump needs to lift', () => {
    expect(told('heat-pump-steam', { 'supply-temperature': 60, 'return-temperature': 70 })).toEqual([
      {
        code: 'heat-levels-crossed',
        keys: ['supply-temperature', 'return-temperature'],
        particulars: { hotter: '60 °C', colder: '70 °C' },
      },
    ]);
    expect(told('heat-pump-cooling-water')).toEqual([]);
  });
});

it('an alloy may be limited in every element that is followed, mass apart', () => {
  expect(LIMITED_ELEMENTS).toEqual(['Al', 'Na', 'C', 'F', 'Fe', 'Si', 'Ca', 'Cu', 'Mg', 'Mn', 'Zn']);
});

describe('a solid fuel', () => {
  it('of 28 GJ/t at 94.6 kg/GJ holds 94.6 × 0.028 × 0.2729 = 72.3 % of carbon: 30 % of ash are too much, 27 % are not', () => {
    const coal = { 'heating-value': 28, 'emission-factor': 94.6 };
    expect(told('coal-boiler', { ...coal, ash: 0.3 })).toEqual([
      {
        code: 'fuel-more-than-whole',
        keys: ['ash', 'emission-factor', 'heating-value'],
        particulars: { carbon: '72.3 %', ash: '30 %' },
      },
    ]);
    expect(codes('coal-boiler', { ...coal, ash: 0.27 })).toEqual([]);
  });
});
