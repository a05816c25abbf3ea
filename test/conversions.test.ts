/**
 * Lines that stand and may be turned into others, through the whole of a run: what the park makes too much of has an outlet,
 * whatever is said of the new line.
 */
import { describe, expect, it } from 'vitest';
import { planText } from './plan-text.ts';

const park = (refinery: string, line: string, widened: string): string => `kombinat: 1
park: Surplus alumina
prices in: USD 2025
plants:
  refinery: { plant: bayer-refinery, ${refinery} }
  line: { plant: prebake-potline, existing: 300 kt/a${line} }
  widened: { plant: prebake-potline-essen, converts: line${widened} }
`;

/** 300 kt of metal take some 575 kt of alumina, however many of the pots have exchangers. */
const SURPLUS = 'Alumina at the park: what the park does not use leaves at the library';

describe('a refinery of 1 Mt/a beside a line of 300 kt/a that may be converted', () => {
  it.each([
    ['nothing said of the new line', 'output: 1 Mt/a', '', ''],
    ['an output of the new line', 'output: 1 Mt/a', '', ', output: 300 kt/a'],
    ['an output of the line that stands', 'output: 1 Mt/a', ', output: 100 kt/a', ''],
    ['a part of the output from each', 'output: 1 Mt/a', ', output: 100 kt/a', ', output: 200 kt/a'],
    ['a refinery that stands and may not go below 70 %', 'existing: 1 Mt/a', '', ', output: 300 kt/a'],
  ])('%s: the surplus is sold', async (_, refinery, line, widened) => {
    const run = await planText(park(refinery, line, widened));
    expect(run.status, run.message).toBe('optimal');
    expect(run.assumed.map(({ text }) => text)).toContainEqual(expect.stringContaining(SURPLUS));
  });

  it('as much as the line takes: no outlet is assumed', async () => {
    const run = await planText(park('capacity: 700 kt/a', '', ', output: 300 kt/a'));
    expect(run.status, run.message).toBe('optimal');
    expect(run.assumed.some(({ text }) => text.startsWith(SURPLUS))).toBe(false);
  });
});
