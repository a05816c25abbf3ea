/**
 * How good is this point, whoever found it? In: a program, x (sizes) and y (row prices, in the sense of the program's own
 * objective). Out: residuals and gap on the original program. Nothing here asks the solver.
 *
 * A maximisation is judged as the minimisation of −cost, with prices −y. With z = cost − Aᵀy:
 *
 * - **Primal residual**: of each row, what `rowLower ≤ A x ≤ rowUpper` is missed by, against
 *   `max(1, |that bound|, largest |a_ij x_j| in the row)`; of each column, what `lower ≤ x ≤ upper` is missed by, against
 *   `max(1, |that bound|)`; of a whole column, the distance to the nearest whole number against `max(1, |x_j|)`. The
 *   largest of these.
 * - **Dual residual**: of each column, the part of z whose sign no bound answers for (z > 0 without a lower bound, z < 0
 *   without an upper one) against `scale_j = max(floor, |cost_j|, largest |a_ij y_i| in the column)`; of each row, the part of
 *   y_i whose sign no row bound answers for, counted by what it does to reduced costs: the largest `|a_ij y_i| / scale_j`
 *   of its entries (an empty row: |y_i| / floor). The largest of these.
 * - **Gap**: |primal objective − dual objective| against `max(1, |objective|)`, where the objective is taken with or
 *   without the program's constant, whichever is smaller in size, so that a constant cannot hide a gap. The dual objective
 *   is Σ y_i·(rowLower or rowUpper by sign) + Σ z_j·(lower or upper by sign); an infinite bound counts nothing there, since
 *   it is already in the dual residual.
 *
 * The floor of 1 is one unit of the row, column or objective (t, MWh, the money of the objective): a smaller figure is
 * judged absolutely. For prices it is 1 or, if that is smaller, the middle one of the costs: a program in million USD has
 * costs of 1e-4, beside which 1e-7 is no small thing. Whole columns are held at their (rounded) values in the dual part,
 * so a certificate of an integer program proves its continuous remainder; what bounds the choice of whole numbers is the
 * solver's word and said there.
 */
import { columnSums, objectiveValue, rowSums } from '../program/matrix.ts';
import type { Program } from '../program/program.ts';
import { usualSize } from './scaling.ts';
import type { Certificate } from './solver.ts';

/** Residuals and gap of the point (x, y). Shapes: x per column, y per row; figures that are not numbers give Infinity. */
export function certify(program: Program, x: Float64Array, y: Float64Array): Certificate {
  const primal = primalResidual(program, x);
  const dual = dualResidual(program, x, y);
  const objective = objectiveValue(program, x);
  const gapAbsolute = worst(0, Math.abs(objective - dual.objective));
  const size = Math.min(Math.abs(objective), Math.abs(objective - program.offset));
  return {
    primalResidual: primal.relative,
    dualResidual: dual.relative,
    gap: worst(0, gapAbsolute / Math.max(1, size)),
    primalAbsolute: primal.absolute,
    dualAbsolute: dual.absolute,
    gapAbsolute,
  };
}

/** Whether residuals and gap are all within the (relative) tolerance. */
export function reachesTolerance(certificate: Certificate, tolerance: number): boolean {
  return largestMiss(certificate) <= tolerance;
}

/** The worst of the three relative figures. */
export function largestMiss(certificate: Certificate): number {
  return Math.max(certificate.primalResidual, certificate.dualResidual, certificate.gap);
}

/** "primal residual 2e-9, dual residual 1e-8, gap 3e-10" */
export function showCertificate(certificate: Certificate): string {
  const show = (value: number): string => (value === 0 ? '0' : value.toExponential(1));
  return `primal residual ${show(certificate.primalResidual)}, dual residual ${show(certificate.dualResidual)}, gap ${show(certificate.gap)}`;
}

interface Residual {
  readonly relative: number;
  readonly absolute: number;
}

/** The larger of the two; a figure that is not a number is as bad as can be. */
function worst(a: number, b: number): number {
  return Number.isNaN(b) ? Infinity : Math.max(a, b);
}

/** What each row comes to, by how much it is missed, and what that is measured against. */
export function rowMisses(
  program: Program,
  x: Float64Array,
): { readonly sums: Float64Array; readonly missed: Float64Array; readonly scale: Float64Array } {
  const { rows, columns, starts, indices, values, rowLower, rowUpper } = program;
  const scale = new Float64Array(rows).fill(1);
  for (let j = 0; j < columns; j++) {
    for (let k = starts[j]; k < starts[j + 1]; k++) {
      const term = Math.abs(values[k] * x[j]);
      if (term > scale[indices[k]]) scale[indices[k]] = term;
    }
  }
  const sums = rowSums(program, x);
  const missed = sums.map((sum, i) => {
    const [below, above] = [rowLower[i] - sum, sum - rowUpper[i]];
    if (!Number.isFinite(sum)) return Infinity;
    if (below <= 0 && above <= 0) return 0;
    scale[i] = Math.max(scale[i], Math.abs(below > above ? rowLower[i] : rowUpper[i]));
    return Math.max(below, above);
  });
  return { sums, missed, scale };
}

function primalResidual(program: Program, x: Float64Array): Residual {
  const { columns, integer } = program;
  let relative = 0;
  let absolute = 0;
  const note = (missed: number, scale: number): void => {
    if (missed <= 0) return;
    absolute = worst(absolute, missed);
    relative = worst(relative, missed / Math.max(1, scale));
  };
  for (let j = 0; j < columns; j++) {
    const size = x[j];
    note(program.lower[j] - size, Math.abs(program.lower[j]));
    note(size - program.upper[j], Math.abs(program.upper[j]));
    if (integer?.[j]) note(Math.abs(size - Math.round(size)), Math.abs(size));
    if (!Number.isFinite(size)) note(Infinity, 1);
  }
  const { missed, scale } = rowMisses(program, x);
  missed.forEach((one, i) => {
    note(one, scale[i]);
  });
  return { relative, absolute };
}

function dualResidual(program: Program, x: Float64Array, y: Float64Array): Residual & { objective: number } {
  const { rows, columns, starts, indices, values, integer } = program;
  const sign = program.sense === 'max' ? -1 : 1;
  const sums = columnSums(program, y);
  const floor = Math.min(1, usualSize(program.cost) ?? 1);
  const wrong = new Float64Array(rows);
  const rowMiss = new Float64Array(rows);
  let objective = 0;
  let relative = 0;
  let absolute = 0;
  for (let i = 0; i < rows; i++) {
    const price = sign * y[i];
    const bound = price > 0 ? program.rowLower[i] : program.rowUpper[i];
    if (price === 0) continue;
    if (Number.isFinite(bound)) objective += price * bound;
    else {
      wrong[i] = Math.abs(price);
      // Stands for an empty row; any entry below replaces it by its own, scaled measure.
      rowMiss[i] = -wrong[i] / floor;
    }
    if (Number.isNaN(price)) relative = absolute = Infinity;
  }
  for (let j = 0; j < columns; j++) {
    const z = sign * (program.cost[j] - sums[j]);
    if (Number.isNaN(z)) relative = absolute = Infinity;
    let scale = Math.max(floor, Math.abs(program.cost[j]));
    for (let k = starts[j]; k < starts[j + 1]; k++)
      scale = Math.max(scale, Math.abs(values[k] * y[indices[k]]));
    for (let k = starts[j]; k < starts[j + 1]; k++) {
      const i = indices[k];
      if (wrong[i] > 0) rowMiss[i] = Math.max(rowMiss[i], Math.abs(values[k]) * (wrong[i] / scale));
    }
    const held = integer?.[j] ? Math.round(x[j]) : NaN;
    const bound = !Number.isNaN(held) ? held : z > 0 ? program.lower[j] : program.upper[j];
    if (z === 0) continue;
    if (Number.isFinite(bound)) objective += z * bound;
    else {
      absolute = worst(absolute, Math.abs(z));
      relative = worst(relative, Math.abs(z) / scale);
    }
  }
  for (let i = 0; i < rows; i++) {
    if (wrong[i] === 0) continue;
    absolute = worst(absolute, wrong[i]);
    relative = worst(relative, Math.abs(rowMiss[i]));
  }
  return { relative, absolute, objective: sign * objective + program.offset };
}
