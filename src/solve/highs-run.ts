/**
 * One run of HiGHS (Huangfu and Hall 2018, in WebAssembly). In: a program, a method, a watch that can stop it. Out: what
 * HiGHS says and the point it hands back, nothing of it judged yet. The blocking call belongs in a worker.
 */
import type { Highs, HighsCallbackMap, Model, ModelStatusCode } from 'highs';
import type { Program } from '../program/program.ts';
import { type LogLine, readLogLine } from './highs-log.ts';
import { type Scaling, scalingFor, UNSCALED, wholeScalingFor } from './scaling.ts';
import type { Progress } from './solver.ts';

export type Method =
  | 'simplex'
  | 'simplex, no presolve'
  | 'interior point'
  | 'interior point, no presolve'
  | 'interior point, crossover';

const METHODS: Record<Method, Readonly<Record<string, string>>> = {
  simplex: { solver: 'simplex' },
  'simplex, no presolve': { solver: 'simplex', presolve: 'off' },
  'interior point': { solver: 'ipx', run_crossover: 'off' },
  'interior point, no presolve': { solver: 'ipx', run_crossover: 'off', presolve: 'off' },
  'interior point, crossover': { solver: 'ipx', run_crossover: 'on' },
};

/** Time, cancelling and telling, for all runs of one solve. */
export interface Watch {
  /** Seconds since the solve began. */
  readonly elapsed: () => number;
  readonly timeLimit: number;
  readonly cancelled: () => boolean;
  readonly tell: ((progress: Progress) => void) | null;
}

export type Ending = 'optimal' | 'infeasible' | 'unbounded' | 'stopped' | 'unclear';

export interface RunOutcome {
  readonly ending: Ending;
  /** HiGHS's own word, for messages. */
  readonly said: string;
  readonly x: Float64Array | null;
  /** d objective / d row bound in the sense of the program's objective; null for integer programs. */
  readonly y: Float64Array | null;
  readonly iterations: number;
  /** Row weights, when HiGHS calls the program infeasible and has them. */
  readonly ray: Float64Array | null;
  /** Integer programs: no choice of whole numbers can be better than this. */
  readonly bound: number | null;
}

/** Name, and what it means here, of HiGHS's model statuses. */
const ENDINGS: Record<ModelStatusCode, readonly [Ending, string]> = {
  0: ['unclear', 'not solved'],
  1: ['unclear', 'load error'],
  2: ['unclear', 'model error'],
  3: ['unclear', 'presolve error'],
  4: ['unclear', 'solve error'],
  5: ['unclear', 'postsolve error'],
  6: ['optimal', 'empty'],
  7: ['optimal', 'optimal'],
  8: ['infeasible', 'infeasible'],
  9: ['unbounded', 'unbounded or infeasible'],
  10: ['unbounded', 'unbounded'],
  11: ['unclear', 'objective bound reached'],
  12: ['unclear', 'objective target reached'],
  13: ['stopped', 'time limit reached'],
  14: ['stopped', 'iteration limit reached'],
  15: ['unclear', 'unknown'],
  16: ['stopped', 'solution limit reached'],
  17: ['stopped', 'interrupted'],
};

/** Seconds between two progress reports. */
const REPORT_EVERY = 0.2;

/**
 * Runs HiGHS once. `tolerance` is the relative tolerance asked for; HiGHS's own (absolute) feasibility tolerances are set
 * to it within what HiGHS allows, the interior point's a thousand times tighter: that costs two or three iterations, and
 * what presolve puts back afterwards is then exact enough.
 */
export function runHighs(
  runtime: Highs,
  program: Program,
  method: Method,
  tolerance: number,
  watch: Watch,
  branchLimit = Infinity,
): RunOutcome {
  // Without presolve it is the program as it stands, for the case that scaling did harm.
  const isPlain = method === 'simplex, no presolve';
  const scaled = program.integer === null ? scalingFor : wholeScalingFor;
  const scaling = isPlain ? UNSCALED : scaled(program);
  const model = runtime.createModel(modelData(runtime, program, scaling));
  try {
    const feasibility = Math.min(1e-7, Math.max(1e-10, tolerance));
    model.options.set({
      output_flag: watch.tell !== null,
      log_to_console: false,
      ...(program.integer ? {} : METHODS[method]),
      // Options must be finite; 1e9 s is thirty years.
      time_limit: Math.min(1e9, Math.max(0, watch.timeLimit - watch.elapsed())),
      primal_feasibility_tolerance: feasibility,
      dual_feasibility_tolerance: feasibility,
      ipm_optimality_tolerance: Math.min(1e-9, Math.max(1e-12, tolerance / 1000)),
      mip_feasibility_tolerance: feasibility,
      mip_rel_gap: tolerance,
      mip_abs_gap: tolerance,
      ...(Number.isFinite(branchLimit) ? { mip_max_nodes: Math.max(1, Math.round(branchLimit)) } : {}),
      small_matrix_value: 1e-12,
    });
    const thrown: unknown[] = [];
    model.run(callbacks(runtime, method, watch, thrown, scaling));
    if (thrown.length > 0) throw thrown[0];
    return outcome(model, program, scaling);
  } finally {
    model.dispose();
  }
}

function modelData(runtime: Highs, program: Program, scaling: Scaling) {
  const times = (list: Float64Array, factor: number): Float64Array =>
    factor === 1 ? list : list.map((value) => value * factor);
  const entries = program.starts[program.columns];
  const sense = runtime.constants.objectiveSense;
  return {
    numCols: program.columns,
    numRows: program.rows,
    sense: program.sense === 'max' ? sense.maximize : sense.minimize,
    offset: program.offset * scaling.cost * scaling.limit,
    colCost: times(program.cost, scaling.cost),
    colLower: times(program.lower, scaling.limit),
    colUpper: times(program.upper, scaling.limit),
    rowLower: times(program.rowLower, scaling.limit),
    rowUpper: times(program.rowUpper, scaling.limit),
    matrix: {
      format: 'csc' as const,
      numRows: program.rows,
      numCols: program.columns,
      starts: program.starts,
      indices: program.indices.subarray(0, entries),
      values: program.values.subarray(0, entries),
    },
    ...(program.integer ? { integrality: Int32Array.from(program.integer) } : {}),
  };
}

/** A line of the log in the program's own units; residuals of the interior point are relative already. */
function unscaled(line: LogLine, { cost, limit }: Scaling): LogLine {
  const objective = line.objective === null ? null : line.objective / (cost * limit);
  if (line.stage !== 'simplex') return { ...line, objective };
  const primal = line.primal === null ? null : line.primal / limit;
  return { ...line, objective, primal, dual: line.dual === null ? null : line.dual / cost };
}

function callbacks(
  runtime: Highs,
  method: Method,
  watch: Watch,
  thrown: unknown[],
  scaling: Scaling,
): HighsCallbackMap {
  const types = runtime.constants.callbackType;
  let last = { stage: method as string, iteration: 0, objective: null, primal: null, dual: null } as Omit<
    Progress,
    'seconds'
  >;
  let toldAt = -Infinity;
  const tell = (news: Omit<Progress, 'seconds'>): void => {
    last = news;
    const seconds = watch.elapsed();
    if (!watch.tell || seconds - toldAt < REPORT_EVERY) return;
    toldAt = seconds;
    try {
      watch.tell({ ...news, seconds });
    } catch (error) {
      // Must not fly through WebAssembly: kept, and thrown again once HiGHS has stopped.
      thrown.push(error);
    }
  };
  const stop = (): boolean => thrown.length > 0 || watch.cancelled() || watch.elapsed() >= watch.timeLimit;
  return {
    [types.logging]: (event: { message: string }) => {
      for (const line of event.message.split('\n')) {
        const news = readLogLine(line);
        if (news) tell(unscaled(news, scaling));
      }
      return undefined;
    },
    [types.simplexInterrupt]: (event: {
      data: { simplex_iteration_count?: number };
      interrupt: () => void;
    }) => {
      const iteration = event.data.simplex_iteration_count ?? last.iteration;
      // Before the first line of the log there is no objective to tell.
      if (iteration > last.iteration)
        tell({ ...last, stage: 'simplex', iteration, objective: last.objective || null });
      if (stop()) event.interrupt();
      return undefined;
    },
    [types.ipmInterrupt]: (event: { interrupt: () => void }) => {
      if (stop()) event.interrupt();
      return undefined;
    },
    [types.mipInterrupt]: (event: {
      data: { mip_node_count?: bigint; mip_primal_bound?: number; mip_gap?: number };
      interrupt: () => void;
    }) => {
      const { mip_node_count: nodes, mip_primal_bound: best, mip_gap: gap } = event.data;
      tell({
        stage: 'branch and bound',
        iteration: Number(nodes ?? 0),
        objective: best !== undefined && Number.isFinite(best) ? best / (scaling.cost * scaling.limit) : null,
        primal: null,
        dual: gap !== undefined && Number.isFinite(gap) ? gap : null,
      });
      if (stop()) event.interrupt();
      return undefined;
    },
  } as HighsCallbackMap;
}

function outcome(model: Model, program: Program, scaling: Scaling): RunOutcome {
  const [ending, said] = ENDINGS[model.getModelStatus()] ?? ['unclear', 'unknown'];
  // HiGHS says -1 where it did not count.
  const count = (name: string): number => Math.max(0, Number(model.info.get(name)));
  const iterations = program.integer
    ? count('mip_node_count')
    : count('simplex_iteration_count') + count('ipm_iteration_count') + count('crossover_iteration_count');
  const found = Number(model.info.get('primal_solution_status')) > 0;
  const priced = Number(model.info.get('dual_solution_status')) > 0;
  const solution = found || priced ? model.getSolution() : null;
  const bound = program.integer
    ? Number(model.info.get('mip_dual_bound')) / (scaling.cost * scaling.limit)
    : null;
  return {
    ending,
    said,
    x: found && solution ? solution.colValue.map((size) => size / scaling.limit) : null,
    y: priced && solution && !program.integer ? solution.rowDual.map((price) => price / scaling.cost) : null,
    iterations,
    ray: ending === 'infeasible' && !program.integer ? rowRay(model) : null,
    bound,
  };
}

/** HiGHS may have no ray, or fail to make one: then the caller proves the claim another way. */
function rowRay(model: Model): Float64Array | null {
  try {
    return model.getDualRay()?.values ?? null;
  } catch {
    return null;
  }
}
