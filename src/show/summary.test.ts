import { describe, expect, it } from 'vitest';
import { sampleRun } from '../../test/sample-run.ts';
import { summary } from './summary.ts';

describe('the plan on one screen', () => {
  it('keeps to the width and to 60 lines, with every block there', () => {
    for (const width of [80, 100, 140]) {
      const lines = summary(sampleRun(), width).split('\n');
      expect(lines.length).toBeLessThanOrEqual(60);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    }
    const text = summary(sampleRun(), 100);
    for (const word of [
      'Proven plan',
      'Levelised cost',
      'Promise',
      'broken',
      'Claim',
      'does not hold',
      'Capacity',
      'Largest gap',
      '1 silence',
      '4f1c9a7be2d0',
    ])
      expect(text).toContain(word);
  });

  it('aligns the numbers of a column at their right end', () => {
    const [, sizes] = summary(sampleRun(), 100).split('\n  Capacity');
    const rows = sizes.split('\n').filter((line) => / (kt|Mt)\/a {2,}\d/.test(line));
    const ends = rows.map((line) => /(?:kt|Mt)\/a/.exec(line)!.index);
    expect(rows.length).toBeGreaterThan(3);
    expect(new Set(ends).size).toBe(1);
  });

  it('stays within 60 lines for a park of many plants, promises and claims, and counts what it leaves out', () => {
    const base = sampleRun();
    const many = <T>(rows: readonly T[]): T[] =>
      Array.from({ length: 60 }, (_, at) => rows[at % rows.length]);
    const text = summary(
      {
        ...base,
        capacities: many(base.capacities),
        promises: many(base.promises),
        claims: many(base.claims),
      },
      100,
    );
    expect(text.split('\n').length).toBeLessThanOrEqual(60);
    expect(text).toMatch(/and \d+ more capacities in the report/);
  });

  it('tells why there is no plan', () => {
    const text = summary(
      sampleRun({
        status: 'infeasible',
        message: 'The potline is short of 61 MW on 14 Jan.',
        plan: null,
        verification: null,
        kpis: [],
        capacities: [],
        promises: [],
        claims: [],
      }),
      80,
    );
    expect(text).toContain('Cannot hold');
    expect(text).toContain('short of 61 MW');
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });
});
