/** Counts that stand, and what is built for them, by hand. */
import { describe, expect, it } from 'vitest';
import { handNetwork } from '../../test/hand-network.ts';
import { place } from '../../test/hand-units.ts';
import { buildProgram } from './build-program.ts';
import { choiceOf, standingAt, unitPlaces, withAnySize, withChoice } from './unit-choice.ts';

const of = (...counts: number[]): Float64Array => Float64Array.from(counts);

describe('a choice', () => {
  // One size in three phases; what the first builds lives through the second only.
  const phased = [place({ phase: 0 }), place({ phase: 1, living: [0] }), place({ phase: 2, living: [1] })];

  it('builds what is missing: for 1, 3, 2 that stand 1, then 2, then none, since two of the second still stand', () => {
    const { standing, built } = choiceOf(phased, of(1, 3, 2));
    expect([...built]).toEqual([1, 2, 0]);
    expect([...standing]).toEqual([1, 3, 2]);
  });
  it('cannot take away what lives: 3, 1, 0 wanted are 3, 3, 0', () => {
    expect([...choiceOf(phased, of(3, 1, 0)).standing]).toEqual([3, 3, 0]);
  });
  it('keeps to its limits', () => {
    expect([...choiceOf([place({ least: 1 }), place({ most: 4 })], of(-1, 7)).standing]).toEqual([1, 4]);
  });
});

describe('the places of a program', () => {
  const network = handNetwork({
    commodities: { electricity: { unit: 'MWh' } },
    phases: [
      { from: 2030, years: 4, weight: 3 },
      { from: 2034, years: 20, weight: 6 },
    ],
    processes: [
      { id: 'free', flows: { electricity: 1 }, size: { annuity: 1 } },
      {
        id: 'units',
        flows: { electricity: 1 },
        // 40 exist; units of 25 up to 130: three, 115. A million a unit of size and year.
        size: { annuity: 1e6, wholeUnit: 25, existing: 40, min: 40, max: 130, life: 10 },
      },
      { id: 'load', kind: 'sell', flows: { electricity: -1 } },
    ],
  });
  const built = buildProgram(network, []);
  const places = unitPlaces(network, built);

  it('are one a phase, with their limits, their cost and what still lives', () => {
    expect(places.map(({ phase, least, most, living }) => ({ phase, least, most, living }))).toEqual([
      { phase: 0, least: 0, most: 3, living: [] },
      { phase: 1, least: 0, most: 3, living: [0] },
    ]);
    // 25 × 1 million, three and six times.
    expect(places.map(({ cost }) => Math.round(cost * 1e6) / 1e6)).toEqual([75, 150]);
  });
  it('are the only whole columns, at most three', () => {
    const { integer, upper } = built.program;
    expect(integer?.reduce((sum, whole) => sum + whole, 0)).toBe(2);
    for (const { column } of places) expect([integer?.[column], upper[column]]).toEqual([1, 3]);
    expect(withAnySize(built.program).integer).toBeNull();
  });
  it('count what stands at a point: 1.5 built, then 0.75, are 1.5 and 2.25', () => {
    const x = new Float64Array(built.program.columns);
    x[places[0].column] = 1.5;
    x[places[1].column] = 0.75;
    expect([...standingAt(places, x)]).toEqual([1.5, 2.25]);
  });
  it('hold a choice: two stand, then three', () => {
    const held = withChoice(built.program, places, choiceOf(places, of(2, 3)));
    expect(places.map(({ column }) => [held.lower[column], held.upper[column]])).toEqual([
      [2, 2],
      [1, 1],
    ]);
    expect(built.program.lower[places[0].column]).toBe(0);
  });
});
