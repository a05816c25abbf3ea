/**
 * From a hand-written network that cannot hold to its explanation, for tests: build, solve, explain.
 */
import { expect } from 'vitest';
import { kpiByName } from '../src/accounts/kpi-names.ts';
import type { Network } from '../src/network/network.ts';
import { buildProgram } from '../src/program/build-program.ts';
import { boundPromises, measureOf } from '../src/run/bound-promises.ts';
import { explain, type Means } from '../src/run/explain.ts';
import type { Explanation } from '../src/run/explanation.ts';
import type { PlaceShortfall } from '../src/run/shortfall.ts';
import { highsSolver } from '../src/solve/highs.ts';
import type { HandSpec } from './hand-network.ts';

const clock = (): number => performance.now() / 1000;

export const MEANS: Means = {
  solver: highsSolver({ clock }),
  options: { solver: 'auto', tolerance: 1e-7, timeLimit: 60 },
  clock,
  deadline: Number.POSITIVE_INFINITY,
};

export async function explainNetwork(network: Network, means: Means = MEANS): Promise<Explanation> {
  const promises = boundPromises(network, kpiByName);
  const { program } = buildProgram(
    network,
    promises.map((promise) => measureOf(promise)),
  );
  const solution = await MEANS.solver(program, MEANS.options);
  expect(solution.status, solution.message).toBe('infeasible');
  return explain({ network, promises, program, proof: solution.proof }, means);
}

/** "grid: at most → 300 (50 %)": each change in one line, rounded to six digits. */
export const changesOf = (changes: Explanation['changes']['together']): readonly string[] =>
  changes.map(({ limit, to, relative }) => {
    const share = relative === null ? 'from none' : `${Number((100 * relative).toPrecision(6))} %`;
    return `${limit.title}: ${limit.says} → ${Number(to.toPrecision(6))} ${limit.unit} (${share})`;
  });

/** What would do alone, one line each. */
export const aloneOf = ({ changes }: Explanation): string[] =>
  changes.alone.map((one) => changesOf(one.changes).join(' and '));

/** Where it is worst, when that is a place. */
export function placeOf({ worst }: Explanation): PlaceShortfall {
  if (worst === null || worst.kind === 'promise' || worst.kind === 'firm')
    throw new Error('nothing is short at a place');
  return worst;
}

/** A load that takes its whole size in every hour: it has a minimum load of 100 %. */
export const rigidLoad = (size: number): HandSpec['processes'][number] => ({
  id: 'load',
  flows: { electricity: -1 },
  size: { min: size, max: size, fixed: true },
  minimumShare: 1,
  output: size * 8760,
});
