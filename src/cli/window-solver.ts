/**
 * Many small programs, one after the other. In: a program and options. Out: its solution, solved in this thread, since starting
 * another would take longer than the work; HiGHS is asked, in a thread of its own, where that gives no proven answer. Between
 * two programs an interrupt is heard.
 */
import { setImmediate } from 'node:timers/promises';
import { interiorSolver } from '../solve/interior-solver.ts';
import type { Solver } from '../solve/solver.ts';
import { sinceStart } from './park-request.ts';
import { workerSolver } from './worker-solver.ts';

export function windowSolver(): Solver {
  const interior = interiorSolver({ clock: sinceStart });
  const highs = workerSolver();
  return async (program, options) => {
    await setImmediate();
    if (options.solver === 'highs') return highs(program, options);
    const found = await interior(program, options);
    if (found.status !== 'failed' || options.solver === 'interior') return found;
    return highs(program, { ...options, solver: 'highs' });
  };
}
