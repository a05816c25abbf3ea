/**
 * From a hand-written network to a run with its plan, for tests: what the flow makes of a park file, without the file.
 */
import { capacityRows } from '../src/accounts/capacity-account.ts';
import { kpiByName } from '../src/accounts/kpi-names.ts';
import { judgePromises } from '../src/accounts/promises.ts';
import { REGISTER } from '../src/accounts/register.ts';
import type { Network } from '../src/network/network.ts';
import { extract } from '../src/plan/extract.ts';
import { verify } from '../src/plan/verify.ts';
import { buildProgram } from '../src/program/build-program.ts';
import { boundPromises, measureOf } from '../src/run/bound-promises.ts';
import type { Run } from '../src/run/run.ts';
import { sampleRun } from './sample-run.ts';
import { answerOf } from './solve-network.ts';

export async function runNetwork(network: Network): Promise<Run> {
  const measures = boundPromises(network, kpiByName).map((promise) => measureOf(promise));
  const built = buildProgram(network, measures);
  const answer = await answerOf(network, measures);
  const { solution } = answer;
  if (solution.status !== 'optimal') throw new Error(`${solution.status}: ${solution.message}`);
  const plan = extract(network, measures, built, answer);
  return {
    ...sampleRun(),
    network,
    program: built.program,
    solution,
    plan,
    verification: verify(plan),
    capacities: capacityRows(plan),
    promises: judgePromises(plan, REGISTER),
    claims: [],
  };
}
