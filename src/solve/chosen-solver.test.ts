/**
 * Who is asked when nobody in particular is: the interior point method first, HiGHS where that gives no proven answer and for
 * whole numbers. Both are stand-ins here that say what they are told to say.
 */
import { beforeEach, expect, it, vi } from 'vitest';
import { denseProgram } from '../program/dense-program.ts';
import { AFTER_INTERIOR, chosenSolver } from './chosen-solver.ts';
import { withoutPoint } from './solution.ts';
import type { SolveOptions, Status } from './solver.ts';

const told = vi.hoisted(() => ({
  interior: 'optimal' as Status,
  asked: [] as string[],
  timeLimit: Number.NaN,
}));

vi.mock('./interior-solver.ts', () => ({
  interiorSolver: () => async () => {
    told.asked.push('interior');
    const said = { status: told.interior, message: 'interior said', iterations: 20, seconds: 3 };
    return withoutPoint({ ...said, solver: 'interior point' });
  },
}));
vi.mock('./highs.ts', () => ({
  highsSolver:
    () =>
    async (_: unknown, { timeLimit }: SolveOptions) => {
      told.asked.push('highs');
      told.timeLimit = timeLimit;
      return withoutPoint({ status: 'optimal', message: '', iterations: 50, seconds: 4, solver: 'HiGHS' });
    },
}));

const solve = chosenSolver({ clock: () => 0 });
const options: SolveOptions = { solver: 'auto', tolerance: 1e-7, timeLimit: 10 };
const program = denseProgram({ cost: [1], rows: [[1]], rowLimits: [[1, Infinity]] });
const whole = denseProgram({ cost: [1], rows: [[1]], rowLimits: [[1, Infinity]], integer: [true] });

beforeEach(() => {
  told.interior = 'optimal';
  told.asked = [];
});

it.each<Status>(['optimal', 'infeasible', 'unbounded', 'limit'])(
  'auto: “%s” of the interior point method is the answer',
  async (status) => {
    told.interior = status;
    const answer = await solve(program, options);
    expect([answer.status, answer.solver, answer.iterations]).toEqual([status, 'interior point', 20]);
    expect(told.asked).toEqual(['interior']);
  },
);

it('auto: where that one is at a loss HiGHS answers, in the time that is left, and says so', async () => {
  told.interior = 'failed';
  const answer = await solve(program, options);
  expect(told.asked).toEqual(['interior', 'highs']);
  expect(told.timeLimit).toBe(7);
  expect([answer.status, answer.solver]).toEqual(['optimal', `HiGHS, ${AFTER_INTERIOR}`]);
  expect([answer.iterations, answer.seconds]).toEqual([70, 7]);
});

it('auto: HiGHS never gets less than no time', async () => {
  told.interior = 'failed';
  await solve(program, { ...options, timeLimit: 2 });
  expect(told.timeLimit).toBe(0);
});

it('auto: whole numbers go to HiGHS at once', async () => {
  const answer = await solve(whole, options);
  expect(told.asked).toEqual(['highs']);
  expect(answer.solver).toBe('HiGHS');
});

it.each(['interior', 'highs'] as const)('“%s” by name is that one, whatever it says', async (name) => {
  told.interior = 'failed';
  await solve(program, { ...options, solver: name });
  expect(told.asked).toEqual([name]);
});
