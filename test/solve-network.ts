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
import type { Solution } from '../src/solve/solver.ts';

const solver = highsSolver({ clock: () => performance.now() / 1000 });

export interface Solved {
  readonly solution: Solution;
  readonly plan: Plan;
  readonly verification: Verification;
}

export async function solveNetwork(network: Network, measures: readonly Measure[] = []): Promise<Solved> {
  const built = buildProgram(network, measures);
  const solution = await solver(built.program, { solver: 'highs', tolerance: 1e-7, timeLimit: 60 });
  if (solution.status !== 'optimal') throw new Error(`${solution.status}: ${solution.message}`);
  const plan = extract(network, measures, built, solution);
  return { solution, plan, verification: verify(plan) };
}
