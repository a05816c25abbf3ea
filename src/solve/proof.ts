/**
 * Is it true that nothing satisfies this program, or that nothing limits it? In: a program and a ray, from whoever found
 * one. Out: whether the ray proves the claim, by figures computed here. Also the two programs whose answers are such rays,
 * for when a solver gives none.
 *
 * - **Infeasible** (Farkas 1902): row weights y with Aᵀy x ≤ `reach` for every x within its bounds, while the rows demand
 *   yᵀA x ≥ `demand`; `demand − reach` must be positive by more than the tolerance of the largest of the terms added up,
 *   and of the heaviest weight. Terms that cancel count as they were.
 *   Where a column has no bound to count with, its sum in Aᵀy must be nothing; all such sums together so small that only
 *   sizes beyond `FAR` could fill the gap with them, or, where each is dust beside its own terms, sizes beyond `LARGE`.
 * - **Unbounded**: a direction r that no row and no bound stops, along which the objective improves for ever.
 */
import { columnSums, rowSums } from '../program/matrix.ts';
import type { Program } from '../program/program.ts';
import { count, noun } from '../units/number.ts';

export interface Proof {
  readonly kind: 'infeasible' | 'unbounded';
  /** Infeasible: a weight per row. Unbounded: a direction per column. Scaled to a largest entry of 1. */
  readonly ray: Float64Array;
  /** Largest relative violation of what a perfect ray would keep exactly. */
  readonly residual: number;
  /** By how much the claim holds, relative to the largest term. */
  readonly margin: number;
  /** Infeasible: how much the weighted rows demand beyond what can be reached. Unbounded: what the direction gains. */
  readonly missing: number;
  readonly holds: boolean;
}

/** A size that no column has, in the program's own units; and one that hardly any has, for sums that are dust. */
const FAR = 1e9;
const LARGE = 1e6;
/** A sum this small beside its terms is their rounding. */
const ROUNDING = 1e-14;

/** Weights below this share of the heaviest one are dust that a solver left: without them the ray is cleaner. */
const DUST = [0, 1e-9, 1e-7, 1e-5];

/**
 * Does this weighting of the rows show that they cannot hold together? Either sign of the ray is tried, with and without its
 * dust: whatever is tried, the figures of the proof decide.
 */
export function proveInfeasible(program: Program, ray: Float64Array, tolerance: number): Proof {
  const largest = largestInRows(program);
  const heaviest = ray.reduce((most, weight, i) => Math.max(most, Math.abs(weight) * largest[i]), 0);
  let first: Proof | null = null;
  for (const share of DUST) {
    const clean = ray.map((weight, i) => (Math.abs(weight) * largest[i] <= share * heaviest ? 0 : weight));
    for (const sign of [1, -1]) {
      const proof = weighRows(program, scaled(clean, sign), largest, tolerance);
      if (proof.holds) return proof;
      first ??= proof;
    }
  }
  return first as Proof;
}

/** Largest entry of each row; 1 where a row has none. */
function largestInRows({ rows, indices, values }: Program): Float64Array {
  const largest = new Float64Array(rows);
  for (let k = 0; k < indices.length; k++)
    largest[indices[k]] = Math.max(largest[indices[k]], Math.abs(values[k]));
  return largest.map((size) => size || 1);
}

function weighRows(program: Program, y: Float64Array, largestIn: Float64Array, tolerance: number): Proof {
  const { rows, columns, starts, indices, values } = program;
  let demand = 0;
  // The heaviest weight counts too: what is missing must not be the dust of a ray that says something else.
  let largest = 0;
  for (let i = 0; i < rows; i++) {
    const bound = y[i] > 0 ? program.rowLower[i] : program.rowUpper[i];
    // A weight on a side without a limit says nothing; without it the ray is judged as it then stands.
    if (!Number.isFinite(bound)) y[i] = 0;
    if (y[i] === 0) continue;
    demand += y[i] * bound;
    largest = Math.max(largest, Math.abs(y[i] * bound), Math.abs(y[i]) * largestIn[i]);
  }
  const sums = columnSums(program, y);
  let reach = 0;
  let residual = 0;
  let leak = 0;
  let dust = 0;
  for (let j = 0; j < columns; j++) {
    const sum = sums[j];
    if (sum === 0) continue;
    let scale = 0;
    for (let k = starts[j]; k < starts[j + 1]; k++)
      scale = Math.max(scale, Math.abs(values[k] * y[indices[k]]));
    largest = Math.max(largest, scale);
    const bound = sum > 0 ? program.upper[j] : program.lower[j];
    if (Number.isFinite(bound)) {
      reach += sum * bound;
      largest = Math.max(largest, Math.abs(sum * bound));
    } else {
      residual = Math.max(residual, Math.abs(sum) / scale);
      if (Math.abs(sum) > tolerance * scale) leak += Math.abs(sum);
      else if (Math.abs(sum) > ROUNDING * scale) dust += Math.abs(sum);
    }
  }
  const missing = demand - reach;
  const margin = largest > 0 ? missing / largest : 0;
  const holds = margin > tolerance && missing > FAR * leak && missing > LARGE * dust;
  return { kind: 'infeasible', ray: y, residual, margin, missing, holds };
}

/** Does the objective improve for ever along this direction, with no row or bound in the way? */
export function proveUnbounded(program: Program, direction: Float64Array, tolerance: number): Proof {
  const ray = scaled(direction, 1);
  let first: Proof | null = null;
  for (const share of DUST) {
    const clean = ray.map((move) => (Math.abs(move) <= share ? 0 : move));
    const proof = followRay(program, clean, tolerance);
    if (proof.holds) return proof;
    first ??= proof;
  }
  return first as Proof;
}

function followRay(program: Program, ray: Float64Array, tolerance: number): Proof {
  const { rows, columns, starts, indices, values, cost } = program;
  const sign = program.sense === 'max' ? -1 : 1;
  const largest = new Float64Array(rows);
  let residual = 0;
  let gain = 0;
  let term = 0;
  for (let j = 0; j < columns; j++) {
    if (Number.isFinite(program.lower[j])) residual = Math.max(residual, -ray[j]);
    if (Number.isFinite(program.upper[j])) residual = Math.max(residual, ray[j]);
    gain -= sign * cost[j] * ray[j];
    term = Math.max(term, Math.abs(cost[j] * ray[j]));
    for (let k = starts[j]; k < starts[j + 1]; k++) {
      largest[indices[k]] = Math.max(largest[indices[k]], Math.abs(values[k] * ray[j]));
    }
  }
  const sums = rowSums(program, ray);
  for (let i = 0; i < rows; i++) {
    if (largest[i] === 0) continue;
    if (Number.isFinite(program.rowLower[i])) residual = Math.max(residual, -sums[i] / largest[i]);
    if (Number.isFinite(program.rowUpper[i])) residual = Math.max(residual, sums[i] / largest[i]);
  }
  const margin = term > 0 ? gain / term : 0;
  const holds = margin > tolerance && residual <= tolerance;
  return { kind: 'unbounded', ray, residual, margin, missing: gain, holds };
}

function scaled(ray: Float64Array, sign: number): Float64Array {
  const largest = ray.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return ray.map((value) => (largest > 0 ? (sign * value) / largest : 0));
}

/**
 * Whatever the rows miss may be bought at 1 per unit (rows scaled to a largest entry of 1): always feasible, and its
 * optimum is 0 exactly when the program is feasible. Its row prices, multiplied by the scale, weigh the rows for
 * `proveInfeasible`.
 */
export function elasticProgram(program: Program): Program {
  const { rows, columns, starts, indices, values } = program;
  const slackValue = largestInRows(program);
  const entries = starts[columns];
  const wide = columns + 2 * rows;
  const allStarts = new Int32Array(wide + 1);
  const allIndices = new Int32Array(entries + 2 * rows);
  const allValues = new Float64Array(entries + 2 * rows);
  allStarts.set(starts.subarray(0, columns + 1));
  allIndices.set(indices.subarray(0, entries));
  allValues.set(values.subarray(0, entries));
  for (let s = 0; s < 2 * rows; s++) {
    const i = s % rows;
    allIndices[entries + s] = i;
    allValues[entries + s] = s < rows ? slackValue[i] : -slackValue[i];
    allStarts[columns + s + 1] = entries + s + 1;
  }
  const withSlack = (own: Float64Array | null, slack: number): Float64Array => {
    const all = new Float64Array(wide);
    if (own) all.set(own);
    return all.fill(slack, columns);
  };
  return {
    ...program,
    name: `${program.name} with slack`,
    columns: wide,
    starts: allStarts,
    indices: allIndices,
    values: allValues,
    cost: withSlack(null, 1),
    offset: 0,
    sense: 'min',
    lower: withSlack(program.lower, 0),
    upper: withSlack(program.upper, Infinity),
    integer: null,
    ...slackLabels(program),
    columnNames: null,
    objectiveUnit: '',
  };
}

/** A row's slacks live as long as the row. */
function slackLabels({
  columns,
  rows,
  columnFamilies,
  rowFamilies,
  columnTime,
  rowTime,
}: Program): Pick<Program, 'columnFamilies' | 'columnTime'> {
  if (columnTime === null || rowTime === null) return { columnFamilies: [], columnTime: null };
  const slacks = [0, rows].flatMap((after) =>
    rowFamilies.map((family) => ({ ...family, first: family.first + columns + after, kind: 'slack' })),
  );
  const times = new Int32Array(columns + 2 * rows);
  times.set(columnTime);
  times.set(rowTime, columns);
  times.set(rowTime, columns + rows);
  return { columnFamilies: [...columnFamilies, ...slacks], columnTime: times };
}

/** The directions that no row and no bound stops, each entry within ±1, best gain first: its x is for `proveUnbounded`. */
export function directionProgram(program: Program): Program {
  const still = (bounds: Float64Array, open: number): Float64Array =>
    bounds.map((bound) => (Number.isFinite(bound) ? 0 : open));
  return {
    ...program,
    name: `${program.name}, directions`,
    offset: 0,
    lower: still(program.lower, -1),
    upper: still(program.upper, 1),
    rowLower: still(program.rowLower, -Infinity),
    rowUpper: still(program.rowUpper, Infinity),
    integer: null,
  };
}

/** What a proof says, for people. */
export function proofSentence({ kind, ray }: Proof): string {
  if (kind === 'unbounded')
    return 'The objective improves without end: nothing limits some of the columns (proven).';
  const rows = ray.reduce((count, weight) => count + (weight === 0 ? 0 : 1), 0);
  return `Nothing can satisfy all rows and limits: ${count(rows, 'row')} ${noun(rows, 'contradicts', 'together contradict')} the limits of their columns (proven).`;
}
