import { describe, expect, it } from 'vitest';
import type { CapacityRow } from '../accounts/promise-row.ts';
import type { Run } from '../run/run.ts';
import { capacitiesCsv, csv } from './result-tables.ts';

describe('tables for a spreadsheet', () => {
  it('a text is never a formula, a number stays a number', () => {
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', 'plain'];
    const cells = ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\tx", 'plain'];
    expect(csv(['=head'], [texts])).toBe(`'=head\n${cells.join(',')}\n`);
    expect(csv(['a', 'b'], [[-1.5, '\r=1']])).toBe('a,b\n-1.5,"\'\r=1"\n');
  });

  it('a shadow price below a millionth of the largest is noise and written as 0', () => {
    const row = (shadowPrice: number) => ({ plant: 'p', shadowPrice }) as CapacityRow;
    const run = { capacities: [row(-2e4), row(1e-2), row(3e-2)] } as unknown as Run;
    const prices = capacitiesCsv(run)
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => Number(line.split(',').at(-1)));
    expect(prices).toEqual([-2e4, 0, 3e-2]);
  });
});
