/**
 * How is an answer put together? In: a program and what was found. Out: a `Solution` whose objective, reduced costs and
 * certificate are computed here on the original program; and the two answers that need no solver.
 */
import { objectiveValue, reducedCosts } from '../program/matrix.ts';
import { columnTitle, rowTitle } from '../program/names.ts';
import type { Program } from '../program/program.ts';
import { certify } from './certificate.ts';
import type { Proof } from './proof.ts';
import type { Certificate, Solution, Status } from './solver.ts';

/** What there is to say beside the point itself. */
export interface Particulars {
  readonly status: Status;
  readonly message: string;
  readonly iterations: number;
  readonly seconds: number;
  readonly solver: string;
  readonly proof?: Proof;
}

/** An answer without a point. */
export function withoutPoint(said: Particulars): Solution {
  const none = new Float64Array(0);
  return { x: none, y: none, z: none, objective: Number.NaN, certificate: null, ...said };
}

/** An answer with a point; `certificate` is given when it is known already. */
export function withPoint(
  program: Program,
  x: Float64Array,
  y: Float64Array,
  said: Particulars,
  certificate: Certificate = certify(program, x, y),
): Solution {
  return { x, y, z: reducedCosts(program, y), objective: objectiveValue(program, x), certificate, ...said };
}

/**
 * Rounding dust removed before the point is judged: x onto the bound it passed, prices that no row bound answers for to
 * zero. Sizes are only moved by what they miss, so the certificate stays the judge.
 */
export function tidy(
  program: Program,
  x: Float64Array,
  y: Float64Array,
): { x: Float64Array; y: Float64Array } {
  const sign = program.sense === 'max' ? -1 : 1;
  return {
    x: x.map((size, j) => Math.min(program.upper[j], Math.max(program.lower[j], size)) + 0),
    y: y.map((price, i) => {
      const bound = sign * price > 0 ? program.rowLower[i] : program.rowUpper[i];
      return Number.isFinite(bound) && price !== 0 ? price : 0;
    }),
  };
}

/** The first column or row whose lower limit lies above its upper one, in words; null when none does. */
export function crossedLimits(program: Program): string | null {
  for (let j = 0; j < program.columns; j++) {
    if (program.lower[j] > program.upper[j]) {
      return `${columnTitle(program, j)} must be at least ${program.lower[j]} and at most ${program.upper[j]}`;
    }
  }
  for (let i = 0; i < program.rows; i++) {
    if (program.rowLower[i] > program.rowUpper[i]) {
      return `${rowTitle(program, i)} must be at least ${program.rowLower[i]} and at most ${program.rowUpper[i]}`;
    }
  }
  return null;
}

/** Where a figure of the program is no number that can be calculated with; null when all are sound. */
export function unsoundFigure(program: Program): string | null {
  const entries = program.starts[program.columns];
  for (let k = 0; k < entries; k++)
    if (!Number.isFinite(program.values[k])) return 'a coefficient is not a finite number';
  for (let j = 0; j < program.columns; j++) {
    if (!Number.isFinite(program.cost[j]))
      return `the cost of ${columnTitle(program, j)} is not a finite number`;
    if (!isLimit(program.lower[j], program.upper[j]))
      return `a limit of ${columnTitle(program, j)} is not a number`;
  }
  for (let i = 0; i < program.rows; i++) {
    if (!isLimit(program.rowLower[i], program.rowUpper[i]))
      return `a limit of ${rowTitle(program, i)} is not a number`;
  }
  return Number.isFinite(program.offset) ? null : 'the constant of the objective is not a finite number';
}

function isLimit(lower: number, upper: number): boolean {
  return !Number.isNaN(lower) && !Number.isNaN(upper) && lower !== Infinity && upper !== -Infinity;
}
