/**
 * One park, one length, one solver, in a process of its own, so that memory and CPU time are its own.
 * In: a job. Out: sizes, times, counts and the verdict: the certificate computed on the original program, and for our own
 * solver the plan recomputed without it.
 */
import type { Highs } from 'highs';
import highs from 'highs';
import { extract } from '../src/plan/extract.ts';
import { verify } from '../src/plan/verify.ts';
import type { Program } from '../src/program/program.ts';
import { certify, largestMiss, reachesTolerance } from '../src/solve/certificate.ts';
import { type Method, runHighs } from '../src/solve/highs-run.ts';
import { interiorSolver } from '../src/solve/interior-solver.ts';
import { tidy } from '../src/solve/solution.ts';
import type { Solution } from '../src/solve/solver.ts';
import { type Length, type ParkProgram, parkProgram } from './park-program.ts';
import { type Resolved, solveAgain } from './solve-again.ts';
import { peakMemory, type Spent, timed } from './timed.ts';

export const OURS = 'interior';
/** The methods of HiGHS that Kombinat uses. Its own presolve and our scaling are on in both. */
export const HIGHS_METHODS = ['interior point', 'simplex'] as const satisfies readonly Method[];

export interface Job {
  readonly file: string;
  readonly length: Length;
  readonly solver: typeof OURS | (typeof HIGHS_METHODS)[number];
  readonly tolerance: number;
  /** s */
  readonly timeLimit: number;
  /** Solve once more with other numbers. */
  readonly again: boolean;
}

export interface Measurement {
  readonly title: string;
  readonly hours: number;
  readonly series: number;
  readonly plantsAndStores: number;
  readonly columns: number;
  readonly rows: number;
  readonly nonZeros: number;
  readonly stages: ParkProgram['stages'];
  readonly solve: Spent;
  /** `optimal`: the certificate reaches the tolerance. */
  readonly status: 'optimal' | 'tolerance missed' | 'limit' | 'failed';
  readonly said: string;
  readonly iterations: number;
  readonly objective: number | null;
  /** Largest of primal residual, dual residual and gap, relative. */
  readonly miss: number | null;
  /** What the solver counts of its own work, where it does: entries of its factor, operations of one factorisation. */
  readonly counts: Readonly<Record<string, number>>;
  /** Null where there is no plan to verify, or where another solver's point is not made into one. */
  readonly verify: (Spent & { readonly holds: boolean; readonly largestGap: number }) | null;
  /** MB, of the whole process: before the solver begins, and in all. */
  readonly memory: { readonly built: number; readonly peak: number };
  readonly again: Resolved | null;
}

type Ended = Pick<Measurement, 'solve' | 'status' | 'said' | 'iterations' | 'objective' | 'miss' | 'counts'>;

/** The package's types describe its CommonJS form, where the loader is a property; as a module it is the default itself. */
const loadHighs = highs as unknown as typeof highs.default;
const clock = (): number => performance.now() / 1000;

async function runOther(program: Program, method: Method, job: Job): Promise<Ended> {
  const runtime: Highs = await loadHighs();
  const began = clock();
  const watch = {
    elapsed: () => clock() - began,
    timeLimit: job.timeLimit,
    cancelled: () => false,
    tell: null,
  };
  const [outcome, solve] = await timed(() => runHighs(runtime, program, method, job.tolerance, watch));
  const { said, iterations, ending } = outcome;
  const common = { solve, said, iterations, counts: {} };
  if (ending !== 'optimal' || outcome.x === null)
    return { ...common, status: ending === 'stopped' ? 'limit' : 'failed', objective: null, miss: null };
  const { x, y } = tidy(program, outcome.x, outcome.y ?? new Float64Array(program.rows));
  const certificate = certify(program, x, y);
  const objective = x.reduce((sum, size, column) => sum + size * program.cost[column], program.offset);
  const status = reachesTolerance(certificate, job.tolerance) ? 'optimal' : 'tolerance missed';
  return { ...common, status, objective, miss: largestMiss(certificate) };
}

function endedAs(solution: Solution, solve: Spent): Ended {
  const { certificate, message, iterations, objective } = solution;
  const status =
    solution.status === 'optimal' || solution.status === 'limit'
      ? solution.status
      : certificate === null
        ? 'failed'
        : 'tolerance missed';
  return {
    solve,
    status,
    said: message,
    iterations,
    objective: Number.isNaN(objective) ? null : objective,
    miss: certificate === null ? null : largestMiss(certificate),
    counts: { ...solution.counts },
  };
}

export async function measureOnce(job: Job): Promise<Measurement> {
  const park = await parkProgram(job.file, job.length);
  const { network, built } = park;
  const { program } = built;
  const memoryBuilt = peakMemory();
  let ended: Ended;
  let verified: Measurement['verify'] = null;
  let again: Resolved | null = null;
  if (job.solver === OURS) {
    const memory = { last: null };
    const solver = interiorSolver({ clock }, memory);
    const cold = interiorSolver({ clock });
    const options = { solver: OURS, tolerance: job.tolerance, timeLimit: job.timeLimit } as const;
    const [solution, solve] = await timed(() => solver(program, options));
    ended = endedAs(solution, solve);
    if (solution.status === 'optimal') {
      const [{ holds, largestGap }, spent] = await timed(() =>
        verify(extract(network, park.measures, built, { solution, units: null })),
      );
      verified = { ...spent, holds, largestGap: largestGap.relative };
    }
    if (job.again)
      again = await solveAgain(
        program,
        (changed) => cold(changed, options),
        (changed) => solver(changed, options),
      );
  } else ended = await runOther(program, job.solver, job);
  return {
    title: park.title,
    hours: job.length.hours,
    series: network.series.length,
    plantsAndStores: network.processes.filter(({ kind }) => kind === 'plant').length + network.stores.length,
    columns: program.columns,
    rows: program.rows,
    nonZeros: program.values.length,
    stages: park.stages,
    ...ended,
    verify: verified,
    memory: { built: memoryBuilt, peak: peakMemory() },
    again,
  };
}
