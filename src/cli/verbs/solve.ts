/**
 * `kombinat solve FILE`: any linear program from an MPS or LP file, solved and certified.
 * In: `.mps` or `.lp`, also `.gz`. Out: status, objective and the certificate computed on the program itself.
 */
import type { Solution } from '../../solve/solver.ts';
import { exitCodeOf } from '../exit-code.ts';
import { issueJson } from '../issue-text.ts';
import { type Outcome, refusal } from '../outcome.ts';
import { readSolver, readTimeLimit, withSolverOptions } from '../park-request.ts';
import { readProgramFile } from '../program-file.ts';
import { teller } from '../progress.ts';
import { textTable } from '../text-table.ts';
import { verb } from '../verb.ts';
import { workerSolver } from '../worker-solver.ts';

interface SolveWords {
  readonly json?: boolean;
  readonly solver?: string;
  readonly timeLimit?: string;
}

function solutionJson(solution: Solution) {
  const { status, iterations, seconds, solver, message, certificate } = solution;
  const pointed = solution.x.length > 0;
  return {
    status,
    objective: pointed ? solution.objective : null,
    ...(solution.bound === undefined ? {} : { bound: solution.bound }),
    primalResidual: certificate?.primalResidual ?? null,
    dualResidual: certificate?.dualResidual ?? null,
    gap: certificate?.gap ?? null,
    iterations,
    seconds,
    solver,
    message,
  };
}

function solutionText(solution: Solution): string {
  const { objective, bound, primalResidual, dualResidual, gap, iterations, seconds, solver } =
    solutionJson(solution);
  const small = (value: number | null) => (value === null ? '–' : value.toExponential(1));
  const rows = [
    ['status', solution.status],
    ['objective', objective === null ? '–' : objective.toPrecision(12)],
    ...(bound === undefined ? [] : [['bound of the search', bound.toPrecision(12)]]),
    ['primal residual', small(primalResidual)],
    ['dual residual', small(dualResidual)],
    ['gap', small(gap)],
    ['iterations', String(iterations)],
    ['time', `${seconds.toFixed(2)} s`],
    ['solver', solver],
  ];
  const table = textTable(['', ''], rows).trim();
  return solution.status === 'optimal' ? table : `${table}\n\n${solution.message}`;
}

async function solve(file: string, options: SolveWords): Promise<Outcome> {
  const solver = readSolver(options.solver);
  const timeLimit = readTimeLimit(options.timeLimit);
  if (!solver.ok || !timeLimit.ok) {
    return refusal([solver, timeLimit].flatMap((read) => (read.ok ? [] : [read.issue])));
  }
  const read = readProgramFile(file);
  if (!read.ok) return refusal(read.issues, read.exitCode);
  const clock = () => performance.now() / 1000;
  const { program } = read;
  const told = teller(clock);
  const size = `${program.columns} columns, ${program.rows} rows, ${program.values.length} non-zeros before presolve`;
  told.onStage({ stage: 'read', seconds: read.seconds, size });
  const solution = await workerSolver()(program, {
    solver: solver.value,
    tolerance: 1e-7,
    timeLimit: timeLimit.value,
    onProgress: told.onProgress,
  });
  told.onStage({ stage: 'solve', seconds: solution.seconds, size: `${solution.status}, ${solution.solver}` });
  return {
    exitCode: exitCodeOf(solution.status),
    data: { ...solutionJson(solution), issues: read.issues.map(issueJson) },
    text: solutionText(solution),
    issues: read.issues,
  };
}

export const solveVerb = verb<SolveWords>(
  'solve <file>',
  'solve a linear program from an MPS or LP file (also .gz)',
  withSolverOptions,
  ([file], options) => solve(file, options),
);
