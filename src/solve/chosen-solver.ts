/**
 * Who solves? In: what the user asked for. Out: that solver. `auto` takes Kombinat's own interior point method, and HiGHS where
 * that one ends without a proven answer (and for whole numbers, which it does not do); the answer then says so. Whoever
 * solves, the certificate judges.
 */
import { highsSolver, type SolveHost } from './highs.ts';
import { interiorSolver } from './interior-solver.ts';
import type { Solver } from './solver.ts';

/** Stands in the solver's name of an answer that `auto` got from HiGHS. */
export const AFTER_INTERIOR = 'after the interior point method gave no proven answer';

export function chosenSolver(host: SolveHost): Solver {
  const highs = highsSolver(host);
  const interior = interiorSolver(host);
  const auto: Solver = async (program, options) => {
    if (program.integer?.includes(1)) return highs(program, options);
    const first = await interior(program, options);
    if (first.status !== 'failed') return first;
    const left = Math.max(0, options.timeLimit - first.seconds);
    const second = await highs(program, { ...options, timeLimit: left });
    const { iterations, seconds } = second;
    return {
      ...second,
      iterations: first.iterations + iterations,
      seconds: first.seconds + seconds,
      solver: `${second.solver}, ${AFTER_INTERIOR}`,
    };
  };
  const solvers = { auto, highs, interior };
  return (program, options) => solvers[options.solver](program, options);
}
