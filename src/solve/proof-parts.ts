/**
 * Which rows and limits does a proof speak of, by name? In: a program and its answer. Out: of an infeasible program the limits that
 * contradict each other, each with its weight; of an unbounded one the direction along which the objective improves for ever.
 *
 * The weighted rows demand more than the columns within their limits can give: Σ weight × limit of the rows lies above
 * Σ weight × limit of the columns (`proof.ts`).
 */
import { columnSums } from '../program/matrix.ts';
import { columnName, rowName } from '../program/names.ts';
import type { Program } from '../program/program.ts';
import type { Solution } from './solver.ts';

export interface ProofPart {
  readonly kind: 'row' | 'column';
  readonly name: string;
  /** Which of its limits; of a direction: null. */
  readonly side: 'lower' | 'upper' | null;
  readonly limit: number | null;
  readonly weight: number;
}

/** A column's weight below this share of its largest term is the rounding of a sum. */
const ROUNDING = 1e-9;

const rowPart = (program: Program, i: number, weight: number): ProofPart => ({
  kind: 'row',
  name: rowName(program, i),
  side: weight > 0 ? 'lower' : 'upper',
  limit: weight > 0 ? program.rowLower[i] : program.rowUpper[i],
  weight,
});

/** `weight` > 0: what the rows demand of the column speaks against its upper limit. */
const columnPart = (program: Program, j: number, weight: number): ProofPart => ({
  kind: 'column',
  name: columnName(program, j),
  side: weight > 0 ? 'upper' : 'lower',
  limit: weight > 0 ? program.upper[j] : program.lower[j],
  weight,
});

function ofWeights(program: Program, weights: Float64Array): ProofPart[] {
  const { starts, indices, values } = program;
  const rows = Array.from(weights, (weight, i) => ({ weight, i }))
    .filter(({ weight }) => weight !== 0)
    .map(({ weight, i }) => rowPart(program, i, weight));
  const columns: ProofPart[] = [];
  for (const [j, sum] of columnSums(program, weights).entries()) {
    let largest = 0;
    for (let k = starts[j]; k < starts[j + 1]; k++)
      largest = Math.max(largest, Math.abs(values[k] * weights[indices[k]]));
    if (Math.abs(sum) > ROUNDING * largest) columns.push(columnPart(program, j, sum));
  }
  return [...rows, ...columns];
}

/** Limits that contradict each other on their own need no weights: both sides are told. */
function crossed(program: Program): ProofPart[] {
  const rows = Array.from(program.rowLower.keys()).filter((i) => program.rowLower[i] > program.rowUpper[i]);
  const columns = Array.from(program.lower.keys()).filter((j) => program.lower[j] > program.upper[j]);
  return [
    ...rows.flatMap((i) => [rowPart(program, i, 1), rowPart(program, i, -1)]),
    ...columns.flatMap((j) => [columnPart(program, j, -1), columnPart(program, j, 1)]),
  ];
}

/** Empty where nothing was proven, or nothing but the search says so (whole numbers). */
export function proofParts(program: Program, { status, proof }: Solution): readonly ProofPart[] {
  if (status === 'infeasible') return proof === undefined ? crossed(program) : ofWeights(program, proof.ray);
  if (status !== 'unbounded' || proof === undefined) return [];
  return Array.from(proof.ray, (weight, j) => ({ weight, j }))
    .filter(({ weight }) => weight !== 0)
    .map(({ weight, j }) => ({
      kind: 'column',
      name: columnName(program, j),
      side: null,
      limit: null,
      weight,
    }));
}
