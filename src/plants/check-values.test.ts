/** Physical ends are errors, published ends are warnings; every table is in order. */
import { describe, expect, it } from 'vitest';
import { GRADES } from '../units/grade.ts';
import { convert } from '../units/unit.ts';
import { checkTogether, checkValues } from './check-values.ts';
import { withDefaults } from './defaults.ts';
import { MODELS } from './models.ts';
import { potline } from './potline.ts';

describe('checkValues', () => {
  it('says nothing of the defaults', () => {
    for (const model of Object.values(MODELS))
      expect(checkValues(model, withDefaults(model)), model.name).toEqual([]);
  });
  it('current efficiency of 105 % is impossible, of 90 % unusual', () => {
    const [impossible] = checkValues(potline, { 'current-efficiency': 1.05 });
    expect(impossible).toMatchObject({ key: 'current-efficiency', kind: 'physical', low: 0.5, high: 1 });
    expect(impossible.why).toContain('Faraday');
    const [unusual] = checkValues(potline, { 'current-efficiency': 0.9 });
    expect(unusual).toMatchObject({ kind: 'usual', low: 0.92, high: 0.96, source: 'ALBA6' });
  });
  it('something that is not a number is a fault', () => {
    expect(checkValues(potline, { current: Number.NaN })).toMatchObject([
      { key: 'current', kind: 'physical' },
    ]);
  });
  it('a fault carries all that its sentence needs', () => {
    expect(checkValues(potline, { pots: 0, current: 700, 'cell-voltage': 4.2, nothing: 1 })).toEqual([
      {
        key: 'pots',
        title: 'Pots in series',
        value: 0,
        low: 1,
        high: 10_000,
        unit: '1',
        kind: 'physical',
        why: 'A potline has at least one pot.',
        source: 'ALBA6',
      },
      {
        key: 'current',
        title: 'Line current',
        value: 700,
        low: 350,
        high: 660,
        unit: 'kA',
        kind: 'usual',
        why: 'No pot has been built below 10 or above 1 000 kA.',
        source: 'ALBA6',
      },
    ]);
  });
  it('the ends of a range belong to it, and what says no reason gives none', () => {
    const parameter = { ...potline.parameters[1], physical: [1, 4], usual: [2, 3], why: undefined } as const;
    const kinds = (value: number) =>
      checkValues({ parameters: [parameter] }, { current: value }).map(({ kind, why }) => [kind, why]);
    expect([1, 2, 3, 4].map(kinds)).toEqual([[['usual', '']], [], [], [['usual', '']]]);
    expect([0.999, 4.001].map(kinds)).toEqual([[['physical', '']], [['physical', '']]]);
  });
  it('half a choice is a fault', () => {
    expect(checkValues(MODELS['anode-plant'], { furnace: 0.5 })).toMatchObject([
      { key: 'furnace', kind: 'physical' },
    ]);
  });
});

describe('tables for people', () => {
  const named = Object.values(MODELS).map((model) => [model.name, model] as const);
  it.each(named)('%s: a title, and sentences that say what it answers', (name, { title, about }) => {
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(title).toMatch(/^[A-Z]/);
    expect(title.length).toBeGreaterThan(2);
    expect(about).toMatch(/^[A-Z][\s\S]{40,}\.$/);
  });
  it.each(named)(
    '%s: every parameter and result has a title and a unit, every parameter a source and a grade',
    (_, model) => {
      // A moment is told in UTC, which is no unit that converts.
      const moments = new Set(model.parameters.flatMap(({ key, moment }) => (moment ? [key] : [])));
      for (const { key, title, unit } of [...model.parameters, ...model.outputs]) {
        expect(title.length, key).toBeGreaterThan(2);
        if (moments.has(key)) continue;
        expect(convert(1, unit, unit), `${key}: ${unit}`).toEqual({ ok: true, value: 1 });
      }
      for (const { key, source, grade, choices } of model.parameters) {
        expect(source, key).toMatch(/^[A-Z0-9]+(-[A-Z0-9]+)*(, [A-Z0-9-]+)*$/);
        expect(GRADES, key).toContain(grade);
        for (const choice of choices ?? []) expect(choice, key).toMatch(/^[A-Za-z0-9]+([-.][A-Za-z0-9]+)*$/);
      }
    },
  );
});

describe('parameter tables', () => {
  it.each(Object.values(MODELS).map((m) => [m.name, m] as const))(
    '%s: keys differ, defaults lie inside the ranges',
    (_, model) => {
      const keys = model.parameters.map((p) => p.key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const p of model.parameters) {
        expect(p.key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(p.physical[0], p.key).toBeLessThanOrEqual(p.usual[0]);
        expect(p.physical[1], p.key).toBeGreaterThanOrEqual(p.usual[1]);
        // Only what may be left unsaid has no default, and then it has words.
        expect(Number.isNaN(p.default), p.key).toBe(p.unsaid !== undefined);
        if (p.unsaid !== undefined) continue;
        expect(p.usual[0], p.key).toBeLessThanOrEqual(p.default);
        expect(p.usual[1], p.key).toBeGreaterThanOrEqual(p.default);
      }
    },
  );
  it.each(Object.values(MODELS).map((m) => [m.name, m] as const))(
    '%s: outputs are what is calculated',
    (_, model) => {
      const found = model.calculate(withDefaults(model));
      expect(Object.keys(found).sort()).toEqual(model.outputs.map((o) => o.key).sort());
      for (const [key, value] of Object.entries(found)) expect(Number.isFinite(value), key).toBe(true);
    },
  );
});

describe('values that are possible each, but not together', () => {
  const codes = (name: string, values: Record<string, number>) =>
    checkTogether(MODELS[name], values).map(({ code }) => code);

  it('says nothing of the defaults', () => {
    for (const model of Object.values(MODELS)) expect(checkTogether(model, {}), model.name).toEqual([]);
  });
  it('Al2O3 60, SiO2 30, Fe2O3 30 % is above 100 %', () => {
    expect(codes('open-pit', { al2o3: 0.6, sio2: 0.3, fe2o3: 0.3 })).toEqual(['oxides-above-whole']);
  });
  it('Al2O3 30 with 33 % of clay silica leaves 1 % for Bayer: 0.30 − 0.8485 × 0.33 − 0.01', () => {
    expect(codes('bayer', { al2o3: 0.3, sio2: 0.33, 'reactive-share-of-sio2': 1 })).toEqual([
      'no-available-alumina',
    ]);
  });
  it('half butts and 60 % pitch leave no coke', () => {
    expect(codes('anode-plant', { pitch: 0.6, butts: 0.5 })).toEqual(['anode-without-coke']);
  });
  it('1.002 t of green anode cannot lose 0.5 % of hydrogen and leave 1 t', () => {
    expect(codes('anode-plant', { 'green-per-baked': 1.002 })).toEqual(['baked-heavier-than-green']);
  });
  it('3.0 V at half power: 2.48 V at 60 % of the current, less 0.15 V of busbars and 2.09 V of metal, is still warm', () => {
    expect(codes('potline', { 'cell-voltage': 3, 'power-window-low': 0.5 })).toEqual([]);
  });
  it('2.9 V with a back EMF of 1.2 V and 0.35 V of busbars at half power: 2.28 − 0.22 − 2.09 V is too little', () => {
    expect(
      codes('potline', {
        'cell-voltage': 2.9,
        'back-emf': 1.2,
        'busbar-voltage': 0.35,
        'power-window-low': 0.5,
      }),
    ).toEqual(['pot-without-heat']);
  });
});
