/**
 * One run of the whole flow as a value: what came in, what came out, what it is called.
 *
 *   park file ─► READ ─► CHECK ─► NETWORK ─► PROGRAM ─► SOLVE ─► VERIFY ─► ACCOUNT ─► (a face writes and shows)
 */
import type { KpiRow, Register } from '../accounts/kpi.ts';
import type { CapacityRow, ClaimRow, PromiseRow, RoundingRow } from '../accounts/promise-row.ts';
import type { Network } from '../network/network.ts';
import type { Issue } from '../park/issue.ts';
import type { Library } from '../park/library.ts';
import type { Assumption, Park } from '../park/park.ts';
import type { Plan } from '../plan/plan.ts';
import type { Verification } from '../plan/verification.ts';
import type { Program } from '../program/program.ts';
import type { Progress, Solution, SolveOptions, Solver } from '../solve/solver.ts';
import type { Explanation } from './explanation.ts';

export const STAGES = [
  'read',
  'check',
  'network',
  'program',
  'solve',
  'explain',
  'verify',
  'account',
  'operate',
  'write',
] as const;
export type Stage = (typeof STAGES)[number];

export interface StageReport {
  readonly stage: Stage;
  readonly seconds: number;
  /** "27 plants, 6 stores, 9 sites", "41 226 columns, 38 010 rows, 131 402 non-zeros before presolve". */
  readonly size: string;
}

/** Everything that can alter a result; handed in by a face, since the middle reads no file and no clock. */
export interface RunRequest {
  /** Name of the park file as the user wrote it. */
  readonly file: string;
  /** Reads a file named in the park (`extends:`, weather), relative to the park file; null when there is none. */
  readonly readText: (name: string) => string | null;
  readonly library: Library;
  readonly scenario: string | null;
  /** 'year': every hour of the weather year; 672: four typical weeks; another multiple of 168: as many typical weeks. */
  readonly hours: 'year' | number;
  /** True: take the first `hours` consecutive hours instead of typical weeks. */
  readonly consecutive: boolean;
  /** True: refuse silences instead of listing them as assumed. */
  readonly strict: boolean;
  readonly solver: Solver;
  readonly solve: Omit<SolveOptions, 'onProgress' | 'signal'>;
  readonly version: string;
  /** Seconds from an arbitrary start. */
  readonly clock: () => number;
  /** By the clock: from when on the time limit counts; left out: from the start of the run. */
  readonly began?: number;
  readonly onStage?: (report: StageReport) => void;
  readonly onStageStart?: (stage: Stage) => void;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export type RunStatus =
  | 'optimal'
  /** A proven plan in whole units that a better choice of them may undercut, by no more than the gap told. */
  | 'near optimal'
  | 'not met'
  | 'infeasible'
  | 'unbounded'
  | 'limit'
  | 'failed'
  | 'wrong input';

export interface Run {
  readonly status: RunStatus;
  /** Hash of everything that can alter the result. */
  readonly id: string;
  readonly manifest: Readonly<Record<string, string | number>>;
  readonly stages: readonly StageReport[];
  readonly issues: readonly Issue[];
  readonly park: Park | null;
  readonly library: Library;
  readonly network: Network | null;
  readonly program: Program | null;
  readonly solution: Solution | null;
  readonly plan: Plan | null;
  readonly verification: Verification | null;
  /** Only of a park that cannot hold. */
  readonly explanation: Explanation | null;
  readonly register: Register;
  /** One list a phase. */
  readonly kpis: readonly (readonly KpiRow[])[];
  readonly capacities: readonly CapacityRow[];
  /** Null where nothing comes in whole units. */
  readonly rounding: RoundingRow | null;
  readonly promises: readonly PromiseRow[];
  readonly claims: readonly ClaimRow[];
  readonly assumed: readonly Assumption[];
  /** What its weather is made of or was read as, a sentence each. */
  readonly weather: readonly string[];
  /** One sentence: what the status means here. */
  readonly message: string;
}
