import { expect, it } from 'vitest';
import { exitCodeOf } from './exit-code.ts';

// Source: docs/decisions/0001-command-line.md.
it.each([
  ['optimal', 0],
  ['near optimal', 0],
  ['wrong input', 1],
  ['infeasible', 2],
  ['unbounded', 2],
  ['limit', 3],
  ['not met', 3],
  ['failed', 4],
] as const)('%s ends with %i', (status, code) => expect(exitCodeOf(status)).toBe(code));

it('a broken promise counts only on top of a proven plan', () => {
  expect(exitCodeOf('optimal', 1)).toBe(2);
  expect(exitCodeOf('limit', 1)).toBe(3);
});
