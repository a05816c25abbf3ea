/**
 * How far has HiGHS come? In: a line of its log. Out: iteration, objective and what is still missed, or null when the line
 * tells none of it. The forms are those of HiGHS 1.15: simplex (`iteration objective Pr: count(sum); Du: …`), interior
 * point IPX (`iteration primal dual pinf dinf gap time`), branch and bound (told by its own callback, not here).
 */
export interface LogLine {
  readonly stage: string;
  readonly iteration: number;
  readonly objective: number | null;
  readonly primal: number | null;
  readonly dual: number | null;
}

const NUMBER = String.raw`[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?`;
const SIMPLEX = new RegExp(
  String.raw`^\s*(\d+)\s+(${NUMBER})\s+(?:Pr|Ph1):\s*\d+\((${NUMBER})\)(?:;?\s*Du:\s*\d+\((${NUMBER})\))?`,
);
const INTERIOR = new RegExp(
  String.raw`^\s*(\d+)\*?\s+(${NUMBER})\s+${NUMBER}\s+(${NUMBER})\s+(${NUMBER})\s+${NUMBER}\s`,
);

/** What this line of the log tells. */
export function readLogLine(line: string): LogLine | null {
  if (/^Presolving/.test(line))
    return { stage: 'presolve', iteration: 0, objective: null, primal: null, dual: null };
  const simplex = SIMPLEX.exec(line);
  if (simplex) {
    return {
      stage: 'simplex',
      iteration: Number(simplex[1]),
      objective: Number(simplex[2]),
      primal: Number(simplex[3]),
      dual: simplex[4] === undefined ? null : Number(simplex[4]),
    };
  }
  const interior = INTERIOR.exec(line);
  if (interior) {
    return {
      stage: 'interior point',
      iteration: Number(interior[1]),
      objective: Number(interior[2]),
      primal: Number(interior[3]),
      dual: Number(interior[4]),
    };
  }
  return null;
}
