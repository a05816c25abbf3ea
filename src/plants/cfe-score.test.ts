/**
 * Hours on paper: a load of 100 MWh, supply of 150, 80, 0 and 100, a grid of which 17 % are clean.
 * Matched 100 + 80 + 0 + 100 = 280 of 400; lacking 20 + 100 = 120, of which 20.4 clean; too much 50; supply 330.
 */
import { describe, expect, it } from 'vitest';
import { calculate } from '../cli/calculator.ts';
import { cfeScore } from './cfe-score.ts';

const lists = {
  load: [100, 100, 100, 100],
  clean: [150, 80, 0, 100],
  'grid-clean-share': Array(4).fill(0.17),
};

function outputsOf(words: readonly string[]) {
  const found = calculate(cfeScore, words);
  if (!found.ok) throw new Error(found.issues.map(({ message }) => message).join(' '));
  return Object.fromEntries(Object.entries(found.value.outputs).map(([key, { value }]) => [key, value]));
}

describe('the score of carbon-free energy', () => {
  it('by contract 70 %, with the grid 75.1 %, by the volume of the year 82.5 %', () => {
    const found = cfeScore.calculate({}, lists);
    expect(found['contract']).toBeCloseTo(0.7, 12);
    expect(found['with-grid']).toBeCloseTo(300.4 / 400, 12);
    expect(found['annual-volume']).toBeCloseTo(0.825, 12);
    expect(found['surplus']).toBeCloseTo(50, 12);
    expect(found['deficit']).toBeCloseTo(120, 12);
  });

  it('of one hour: 70 of 100 MWh, and 6.43 % of the 30 that lack', () => {
    const found = cfeScore.calculate({ load: 100, clean: 70, 'grid-clean-share': 0.0643 });
    expect(found['contract']).toBeCloseTo(0.7, 12);
    expect(found['with-grid']).toBeCloseTo(0.7 + 0.3 * 0.0643, 12);
  });

  it('supply beyond the load of the year is all of it and no more', () => {
    expect(cfeScore.calculate({}, { ...lists, clean: [400, 0, 0, 100] })['annual-volume']).toBe(1);
  });

  it.each([
    [['load=100,100,100,100', 'clean=150,80,0,100', 'grid-clean-share=0.17,0.17,0.17,0.17']],
    [['load=[100,100,100,100]', 'clean=[150, 80, 0, 100]', 'grid-clean-share=[0.17]']],
    // A single value holds for all hours, and carries a unit like any other.
    [['load=100 MWh', 'clean=150,80,0,0.1 GWh', 'grid-clean-share=17%']],
  ])('reads %j', (words) => {
    expect(outputsOf(words)).toMatchObject({
      contract: 0.7,
      'annual-volume': 0.825,
      surplus: 50,
      deficit: 120,
    });
  });

  it('lists of different length are a mistake with a sentence', () => {
    const found = calculate(cfeScore, ['load=100,100,100', 'clean=150,80', 'grid-clean-share=0.17']);
    expect(found.ok ? [] : found.issues.map(({ code, message }) => [code, message])).toEqual([
      ['lists-differ', 'The lists have different lengths: load 3, clean 2, grid-clean-share 1.'],
    ]);
  });

  it('a share above the whole and a supply below nothing are impossible', () => {
    const found = calculate(cfeScore, ['clean=-1,5', 'grid-clean-share=1.2']);
    expect(found.ok ? [] : found.issues.map(({ code }) => code)).toEqual([
      'parameter-impossible',
      'parameter-impossible',
    ]);
  });
});
