/**
 * Who solves? In: what the user asked for. Out: that solver. `interior` is Kombinat's own and young: it is taken when it is
 * asked for by name; `auto` and `highs` are HiGHS. Whoever solves, the certificate judges.
 */
import { highsSolver, type SolveHost } from './highs.ts';
import { interiorSolver } from './interior-solver.ts';
import type { Solver } from './solver.ts';

export function chosenSolver(host: SolveHost): Solver {
  const highs = highsSolver(host);
  const interior = interiorSolver(host);
  return (program, options) => (options.solver === 'interior' ? interior : highs)(program, options);
}
