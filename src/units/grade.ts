/**
 * How good is the evidence behind a number?
 * In: what a library or park file writes beside a value. Out: one record that travels with it to the report.
 */

/** One set of grades for the whole project, best first (`docs/decisions/`). */
export const GRADES = ['published', 'derived', 'standard', 'judgement', 'assumption'] as const;
export type Grade = (typeof GRADES)[number];

/** A number with everything that a reader needs to believe it, or not. */
export interface Sourced {
  /** In `unit`. */
  readonly value: number;
  /** What a choice among words was; `value` is then its number. */
  readonly word?: string;
  /** A canonical unit of `units/unit.ts`, for example `t/h`, `MWh`, `USD/t`. */
  readonly unit: string;
  /** Low and high end of the usual range, in `unit`. */
  readonly range?: readonly [number, number];
  /** Key into the library's `sources.yaml`, or the words of the user who overrode the value. */
  readonly source: string;
  readonly grade: Grade;
  readonly year?: number;
  readonly note?: string;
}
