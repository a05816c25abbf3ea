/**
 * A plan run without foresight, as a value: what was asked, what each weather year told.
 */
import type { Issue } from '../../park/issue.ts';
import type { Verification } from '../../plan/verification.ts';
import type { Solver } from '../../solve/solver.ts';
import type { Run, RunRequest, RunStatus } from '../run.ts';
import type { ForecastErrors } from './chance.ts';
import type { YearFigures } from './year-figures.ts';

export interface OperateRequest extends RunRequest {
  /** How many weather years, and the seed of the first. */
  readonly years: number;
  /** Null: the one after the plan's. */
  readonly firstSeed: number | null;
  /** Hours looked ahead, and hours carried out of them. */
  readonly window: number;
  readonly step: number;
  /** Times the library's forecast error; 0: perfect. */
  readonly forecastError: number;
  readonly outages: boolean;
  /** Solves the many small programs; `solver` solves the plan and the years with foresight. */
  readonly windowSolver: Solver;
}

export interface OutageTold {
  readonly id: string;
  readonly title: string;
  /** Hours × share out of order. */
  readonly hours: number;
}

export interface OperatedYear {
  readonly seed: number;
  readonly figures: YearFigures;
  /** The same year, sizes and outages, known from the beginning. */
  readonly foreseen: YearFigures;
  /** What not knowing costs: money of running more than with foresight. */
  readonly extraCost: number;
  readonly outages: readonly OutageTold[];
  /** Every balance and limit of every hour, recomputed without the solver: of the year as it was run, and with foresight. */
  readonly verification: Verification;
  readonly windows: number;
  readonly iterations: number;
  readonly seconds: number;
}

export interface Operation {
  /** `optimal`: everything was served in every year; `not met`: something was not. */
  readonly status: RunStatus;
  readonly message: string;
  readonly issues: readonly Issue[];
  /** The plan whose sizes were run. */
  readonly run: Run;
  /** Title of the phase whose sizes stand; null where there is no plan. */
  readonly phase: string | null;
  /** What the sizes cost in a year, money; the same in every weather. */
  readonly standingCost: number;
  /** False: weather of a file, the same in every year. */
  readonly otherWeather: boolean;
  readonly looking: {
    readonly window: number;
    readonly step: number;
    readonly errors: ForecastErrors;
    readonly outages: boolean;
  };
  /** Hours of a line's heat loss that pots outlive; null: no plant tells it. */
  readonly survival: number | null;
  readonly years: readonly OperatedYear[];
}
