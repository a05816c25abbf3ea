/** Lines learnt from choices that were held, on numbers small enough for paper. */
import { describe, expect, it } from 'vitest';
import { place } from '../../test/hand-units.ts';
import { choiceOf } from '../program/unit-choice.ts';
import { bestStep, contradictionLesson, mended, priceLesson } from './unit-steps.ts';

/** Two sizes in units of 10 and 20; their rows are 0 and 1. */
const PLACES = [place({ row: 0, unit: 10, cost: 100 }), place({ row: 1, unit: 20, cost: 50 })];
const of = (...counts: number[]): Float64Array => Float64Array.from(counts);
const none = new Set<string>();

describe('mending', () => {
  // The contradiction is 30 and shrinks by 2 × 10 with one more of the first, 1 × 20 with one more of the second.
  const lesson = contradictionLesson(PLACES, of(1, 1), { ray: of(-2, -1), missing: 30 });

  it('goes to the upper side where more is asked for, the cheaper help first: 50 for 20 before 100 for 20', () => {
    const found = mended(PLACES, choiceOf(PLACES, of(1, 1)), of(1.9, 2.6), lesson);
    // The second goes to 3, which helps by 40: that is enough, and the first stays.
    expect([...(found?.standing ?? [])]).toEqual([1, 3]);
  });
  it('takes the next one too when that is not enough', () => {
    const found = mended(PLACES, choiceOf(PLACES, of(1, 1)), of(1.9, 1.6), lesson);
    expect([...(found?.standing ?? [])]).toEqual([2, 2]);
  });
  it('goes to the lower side where less is asked for', () => {
    const less = contradictionLesson(PLACES, of(2, 1), { ray: of(1, 0), missing: 5 });
    expect([...(mended(PLACES, choiceOf(PLACES, of(2, 1)), of(1.7, 1), less)?.standing ?? [])]).toEqual([
      1, 1,
    ]);
  });
  it('has nothing to say where no count touches the contradiction', () => {
    const other = contradictionLesson(PLACES, of(1, 1), { ray: of(0, 0), missing: 5 });
    expect(mended(PLACES, choiceOf(PLACES, of(1, 1)), of(1.5, 1.5), other)).toBeNull();
  });
});

describe('the step that may cost least', () => {
  const from = choiceOf(PLACES, of(2, 2));
  // At (2, 2) for 1 000: one more of the first costs 30, one more of the second saves 40.
  const prices = priceLesson(PLACES, of(2, 2), { y: of(3, -2), objective: 1000 });

  it('is one less of the first and one more of the second: 1 000 − 30 − 40', () => {
    expect([...(bestStep(PLACES, from, 1000, [prices], none)?.standing ?? [])]).toEqual([1, 3]);
  });
  it('not where a contradiction that is known covers it: then the next best, one more of the second alone', () => {
    // Fewer than two of the first cannot hold: 5 at one of them, gone at two (10 × 0.5).
    const known = contradictionLesson(PLACES, of(1, 2), { ray: of(-0.5, 0), missing: 5 });
    expect([...(bestStep(PLACES, from, 1000, [prices, known], none)?.standing ?? [])]).toEqual([2, 3]);
  });
  it('not what was tried', () => {
    expect([...(bestStep(PLACES, from, 1000, [prices], new Set(['1 3']))?.standing ?? [])]).toEqual([2, 3]);
  });
  it('none where another line says that nothing near is below 1 000', () => {
    const other = priceLesson(PLACES, of(1, 3), { y: of(0, 0), objective: 1000 });
    expect(bestStep(PLACES, from, 1000, [prices, other], none)).toBeNull();
  });
});
