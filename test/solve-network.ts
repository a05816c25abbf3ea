/**
 * From a hand-written network to its verified plan, for tests: build, solve, extract, verify.
 */
import type { Measure, Network } from '../src/network/network.ts';
import { extract } from '../src/plan/extract.ts';
import type { Plan } from '../src/plan/plan.ts';
import type { Verification } from '../src/plan/verification.ts';
import { verify } from '../src/plan/verify.ts';
import { buildProgram } from '../src/program/build-program.ts';
import { highsSolver } from '../src/solve/highs.ts';
import type { SolveOptions, Solver } from '../src/solve/solver.ts';
import { type ParkAnswer, SEARCH, type SearchLimits, solvePark } from '../src/solve/whole-units.ts';

export const solver = highsSolver({ clock: () => performance.now() / 1000 });

export interface Solved {
  readonly solution: ParkAnswer['solution'];
  readonly units: ParkAnswer['units'];
  readonly plan: Plan;
  readonly verification: Verification;
}

/** The answer alone, whatever it is. */
export function answerOf(
  network: Network,
  measures: readonly Measure[] = [],
  search: SearchLimits = SEARCH,
  by: Solver = solver,
): Promise<ParkAnswer> {
  const options: SolveOptions = { solver: 'highs', tolerance: 1e-7, timeLimit: 60 };
  return solvePark(network, buildProgram(network, measures), by, options, search);
}

/** Limits of the search that nothing is within: whole units are rounded. */
export const NEVER: SearchLimits = { ...SEARCH, columns: 0 };

export async function solveNetwork(
  network: Network,
  measures: readonly Measure[] = [],
  search: SearchLimits = SEARCH,
  by: Solver = solver,
): Promise<Solved> {
  const answer = await answerOf(network, measures, search, by);
  const { status, message } = answer.solution;
  if (status !== 'optimal') throw new Error(`${status}: ${message}`);
  const plan = extract(network, measures, buildProgram(network, measures), answer);
  return { ...answer, plan, verification: verify(plan) };
}
