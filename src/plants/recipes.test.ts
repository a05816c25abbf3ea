/**
 * Every recipe and every result against a calculation made apart from the models (`test/truths/recipes.py`): each flow, its
 * cause, what is in it.
 */
import { describe, expect, it } from 'vitest';
import truths from '../../test/truths/recipes.json' with { type: 'json' };
import { MODELS } from './models.ts';

interface Truth {
  readonly model: string;
  readonly what: string;
  readonly values: Readonly<Record<string, number>>;
  readonly flows: readonly Flow[];
  readonly results: Readonly<Record<string, number>>;
}
interface Flow {
  readonly commodity: string;
  readonly amount: number;
  readonly cause?: string;
  readonly composition?: Readonly<Record<string, number>>;
}

const TRUTHS = truths as unknown as readonly Truth[];

/** Flows of one commodity, cause and direction together, in order of their names. */
function gathered(flows: readonly Flow[]): Map<string, Flow> {
  const all = new Map<string, Flow>();
  for (const flow of flows.filter(({ amount }) => Math.abs(amount) > 1e-15)) {
    const key = `${flow.commodity} ${flow.cause ?? '-'} ${flow.amount < 0 ? 'in' : 'out'}`;
    all.set(key, { ...flow, amount: flow.amount + (all.get(key)?.amount ?? 0) });
  }
  return new Map([...all].sort(([one], [other]) => (one < other ? -1 : 1)));
}

const near = (found: number, expected: number, what: string) =>
  expect(Math.abs(found - expected), `${what}: ${found} against ${expected}`).toBeLessThanOrEqual(
    1e-9 * Math.abs(expected) + 1e-11,
  );

it('every model with a recipe has its truth', () => {
  const known = new Set(TRUTHS.map(({ model }) => model));
  const chain = Object.values(MODELS).filter(({ recipe }) => recipe !== undefined);
  expect(chain.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
});

describe.each(TRUTHS.map((truth) => [`${truth.model}, ${truth.what}`, truth] as const))('%s', (_, truth) => {
  // Made within each test: a model that fails shall fail a test.
  const made = () => gathered(MODELS[truth.model].recipe!(truth.values).flows);
  const expected = gathered(truth.flows);

  it('has these flows and no other', () => {
    expect([...made().keys()]).toEqual([...expected.keys()]);
  });
  it('of these amounts, with these elements', () => {
    const found = made();
    for (const [key, flow] of expected) {
      near(found.get(key)!.amount, flow.amount, key);
      const inside = found.get(key)!.composition;
      expect(Object.keys(inside ?? {}).sort(), key).toEqual(Object.keys(flow.composition ?? {}).sort());
      for (const [element, share] of Object.entries(flow.composition ?? {}))
        near(inside?.[element as 'Al'] ?? 0, share, `${element} in ${key}`);
    }
  });
  it('and with these results', () => {
    const found = MODELS[truth.model].calculate(truth.values);
    expect(Object.keys(found).sort()).toEqual(Object.keys(truth.results).sort());
    for (const [key, value] of Object.entries(truth.results)) near(found[key], value, key);
  });
});
