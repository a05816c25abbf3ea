/**
 * Every parameter of every model, just outside of each end of its ranges: beyond the physical end an error with the range
 * and the reason, beyond the usual end a warning with the range and a source that the library knows.
 */
import { describe, expect, it } from 'vitest';
import { calculate, showRange } from '../src/cli/calculator.ts';
import type { Model, Parameter } from '../src/plants/model.ts';
import { MODELS } from '../src/plants/models.ts';
import { ownLibrary } from './plan-text.ts';

/** Calculators of the chain that are no plant: their reasons are their own too. */
const CALCULATORS = ['anode-co2', 'baking-co2', 'pfc', 'chain', 'gallium'];
const ofTheChain = ({ name, recipe }: Model): boolean => recipe !== undefined || CALCULATORS.includes(name);

const PARAMETERS = Object.values(MODELS).flatMap((model) =>
  model.parameters.map((parameter) => [`${model.name}, ${parameter.key}`, model, parameter] as const),
);

/** A little beyond an end, on its far side: below for the lower end (−1), above for the upper (+1). */
const beyond = (end: number, side: 1 | -1): number => end + side * Math.max(1e-6, 1e-6 * Math.abs(end));

/** What `calc` tells of this one value alone. */
function told(model: Model, parameter: Parameter, value: number) {
  const answer = calculate(model, [`${parameter.key}=${value}`]);
  const issues = answer.ok ? answer.value.warnings : answer.issues;
  return { ok: answer.ok, issues: issues.filter(({ code }) => code.startsWith('parameter-')) };
}

const sides = ([low, high]: readonly [number, number]) =>
  [
    [low, -1],
    [high, 1],
  ] as const;

describe.each(PARAMETERS)('%s', (_, model, parameter) => {
  // Choices are words; whatever else is no number says so itself.
  const choice =
    parameter.choices !== undefined || !calculate(model, [`${parameter.key}=${parameter.usual[0]}`]).ok;

  it('has a source that the library knows, and says why its physical range ends', () => {
    for (const key of parameter.source.split(/, */)) expect(ownLibrary().sources).toHaveProperty(key);
    if (!choice && ofTheChain(model)) expect(parameter.why).toBeDefined();
    if (parameter.why !== undefined) expect(parameter.why).toMatch(/^[A-Z].*\.$/);
  });

  it('beyond the physical range: an error with range and reason; a word that is no choice: an error with the choices', () => {
    if (choice) {
      const answer = calculate(model, [`${parameter.key}=neither of these`]);
      expect(answer.ok).toBe(false);
      if (!answer.ok)
        expect(answer.issues[0].message + answer.issues[0].remedy).toContain(parameter.choices?.[0] ?? '');
      return;
    }
    for (const [end, side] of sides(parameter.physical).filter(([limit]) => Number.isFinite(limit))) {
      const { ok, issues } = told(model, parameter, beyond(end, side));
      expect(ok).toBe(false);
      expect(issues).toMatchObject([
        {
          code: 'parameter-impossible',
          severity: 'error',
          expected: showRange(parameter, parameter.physical),
        },
      ]);
      expect(issues[0].message).toContain(showRange(parameter, parameter.physical));
      expect(issues[0].why).toBe(parameter.why ?? 'Outside of this range the model has no meaning.');
    }
  });

  it('beyond the usual range: a warning that names the source; at its ends nothing', () => {
    if (choice) return;
    for (const [end, side] of sides(parameter.usual)) {
      expect(told(model, parameter, end).issues).toEqual([]);
      const value = beyond(end, side);
      if (value < parameter.physical[0] || value > parameter.physical[1]) continue;
      const { issues } = told(model, parameter, value);
      expect(issues).toMatchObject([{ code: 'parameter-unusual', severity: 'warning' }]);
      expect(issues[0].message).toContain(showRange(parameter, parameter.usual));
      expect(issues[0].why).toContain(parameter.source);
    }
  });
});

it('only these are published in all that is possible, so that no value of them is unusual', () => {
  const silent = PARAMETERS.filter(
    ([, model, { choices, physical, usual }]) =>
      ofTheChain(model) && choices === undefined && physical[0] === usual[0] && physical[1] === usual[1],
  ).map(([name]) => name);
  expect(silent).toEqual(['open-pit, electric-share', 'truck-fleet, electric-share']);
});

it('values that are possible each but not together are an error of `calc` as of a park', () => {
  const answer = calculate(MODELS['open-pit'], ['al2o3=60%', 'sio2=30%', 'fe2o3=30%']);
  expect(answer.ok).toBe(false);
  if (!answer.ok)
    expect(answer.issues.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'oxides-above-whole',
    ]);
  // One case of two is enough.
  expect(calculate(MODELS['anode-plant'], ['pitch=16%,40%', 'butts=50%,50%'])).toMatchObject({ ok: true });
  expect(
    calculate(MODELS['anode-plant'], ['pitch=16%,40%', 'butts=0.5,0.5', 'green-per-baked=1.001']),
  ).toMatchObject({
    ok: false,
  });
});
