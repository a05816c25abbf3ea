/**
 * The seam between Kombinat and whatever solves: statuses are values, progress is told, a signal cancels.
 * In: a program. Out: a solution with its certificate, or why there is none.
 */
import type { Program } from '../program/program.ts';
import type { Proof } from './proof.ts';

export type Status = 'optimal' | 'infeasible' | 'unbounded' | 'limit' | 'failed';

/** Computed on the original program, never taken from the solver. Relative measures are defined in `certificate.ts`. */
export interface Certificate {
  readonly primalResidual: number;
  readonly dualResidual: number;
  readonly gap: number;
  readonly primalAbsolute: number;
  readonly dualAbsolute: number;
  readonly gapAbsolute: number;
}

export interface Solution {
  readonly status: Status;
  /** Empty when there is no point to show. */
  readonly x: Float64Array;
  /** Row duals: d objective / d row bound, in the sense of the program's own objective. */
  readonly y: Float64Array;
  /** Reduced costs: cost − Aᵀy. */
  readonly z: Float64Array;
  readonly objective: number;
  readonly iterations: number;
  readonly seconds: number;
  readonly certificate: Certificate | null;
  /** The checked ray when the status is infeasible or unbounded; absent where no ray can prove it. */
  readonly proof?: Proof;
  /** Whole columns: no choice of whole numbers is better than this, as the search says (it is not proven again here). */
  readonly bound?: number;
  readonly solver: string;
  /** What the work took, machine apart: entries of the factor, operations of one factorisation. Ours only. */
  readonly counts?: { readonly factorEntries: number; readonly factorOperations: number };
  /** One sentence for people when the status is not optimal. */
  readonly message: string;
}

export interface Progress {
  readonly stage: string;
  readonly iteration: number;
  readonly objective: number | null;
  readonly primal: number | null;
  readonly dual: number | null;
  readonly seconds: number;
}

export interface SolveOptions {
  readonly solver: 'auto' | 'highs' | 'interior';
  /** Relative, default 1e-7. */
  readonly tolerance: number;
  /** s; Infinity: none. */
  readonly timeLimit: number;
  /** Whole columns: the search ends after so many branches; left out: no limit. */
  readonly branchLimit?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export type Solver = (program: Program, options: SolveOptions) => Promise<Solution>;
