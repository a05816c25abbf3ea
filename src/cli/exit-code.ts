/**
 * With which number does the process end? Others' scripts depend on it (`docs/decisions/`).
 * In: the status of a run or of a solve. Out: the exit code.
 */
import type { RunStatus } from '../run/run.ts';
import type { Status } from '../solve/solver.ts';

export const EXIT = {
  proven: 0,
  wrongInput: 1,
  cannotHold: 2,
  limitOrUnserved: 3,
  internal: 4,
  environment: 5,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const OF_STATUS: Readonly<Record<RunStatus | Status, ExitCode>> = {
  optimal: EXIT.proven,
  'near optimal': EXIT.proven,
  'wrong input': EXIT.wrongInput,
  infeasible: EXIT.cannotHold,
  unbounded: EXIT.cannotHold,
  limit: EXIT.limitOrUnserved,
  'not met': EXIT.limitOrUnserved,
  failed: EXIT.internal,
};

/** `brokenPromises` counts only when the user asked for `--strict`. */
export function exitCodeOf(status: RunStatus | Status, brokenPromises = 0): ExitCode {
  const code = OF_STATUS[status];
  return code === EXIT.proven && brokenPromises > 0 ? EXIT.cannotHold : code;
}
