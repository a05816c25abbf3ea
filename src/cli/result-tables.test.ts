import { describe, expect, it } from 'vitest';
import { csv } from './result-tables.ts';

describe('tables for a spreadsheet', () => {
  it('a text is never a formula, a number stays a number', () => {
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', 'plain'];
    const cells = ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\tx", 'plain'];
    expect(csv(['=head'], [texts])).toBe(`'=head\n${cells.join(',')}\n`);
    expect(csv(['a', 'b'], [[-1.5, '\r=1']])).toBe('a,b\n-1.5,"\'\r=1"\n');
  });
});
