/**
 * One Newton step of the path: which direction leads from this point towards the residuals and products asked for?
 * In: a point, right sides. Out: a direction.
 *
 * Slacks and bound prices are eliminated by hand; what is left is the quasi-definite augmented system (Vanderbei 1995)
 *
 *   [ −(Θ + ρ)  Aᵀ ] [dx]   [fx]      Θ = z/(x − lower) + v/(upper − x) of the columns
 *   [    A     Ψ+δ ] [dy] = [fy]      Ψ = 1/Θ of a row's slack, 0 for equalities
 *
 * with small ρ and δ (Altman & Gondzio 1999), whose effect is taken out by iterative refinement when it shows.
 */
import { timesColumns, timesRows } from './core.ts';
import { openFronts } from './fronts.ts';
import type { Graph } from './graph.ts';
import type { Point, Shape } from './shape.ts';
import { growTree } from './tree.ts';

const RHO = 1e-8;
const DELTA = 1e-8;
const LEAST_PIVOT = 1e-13;
/** A residual of the linear system below this share of its right side is good enough. */
const GOOD = 1e-10;

export interface RightSide {
  /** Residuals to remove; null: leave them. */
  readonly primal: Float64Array | null;
  readonly dual: Float64Array | null;
  /** What the products (x − lower) z and (upper − x) v shall gain. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export interface Newton {
  /** Takes the point's Θ and factorises. */
  at(point: Point): void;
  /** The least-squares system, Θ = 1, for the starting point. */
  atOnes(): void;
  /** Fills `out`; refines at most so many times. */
  direction(point: Point, right: RightSide, out: Point, refinements: number): void;
  /** Solves for columns and rows only. */
  solve(fx: Float64Array, fy: Float64Array, dx: Float64Array, dy: Float64Array, refinements: number): void;
  readonly nonZeros: number;
  readonly flops: number;
}

export function openNewton(shape: Shape, graph: Graph, order: Int32Array): Newton {
  const { core, n, m, size, lower, upper, hasLower, hasUpper, isEquality } = shape;
  const tree = growTree(graph, order);
  const fronts = openFronts(graph, tree, (node) => node >= n);
  const { place } = tree;
  const theta = new Float64Array(size);
  const diagonal = new Float64Array(size);
  const { side } = fronts;
  const fx = new Float64Array(n);
  const fy = new Float64Array(m);
  const slackSide = new Float64Array(m);
  const missX = new Float64Array(n);
  const missY = new Float64Array(m);

  const factor = (): void => {
    for (let column = 0; column < n; column++) diagonal[column] = -(theta[column] + RHO);
    for (let row = 0; row < m; row++)
      diagonal[n + row] = isEquality[row] === 1 ? DELTA : 1 / (theta[n + row] + RHO) + DELTA;
    for (let node = 0; node < size; node++) fronts.diagonal[place[node]] = diagonal[node];
    fronts.factorise(LEAST_PIVOT);
  };

  const solveOnce = (
    rightX: Float64Array,
    rightY: Float64Array,
    dx: Float64Array,
    dy: Float64Array,
    add: boolean,
  ): void => {
    for (let column = 0; column < n; column++) side[place[column]] = rightX[column];
    for (let row = 0; row < m; row++) side[place[n + row]] = rightY[row];
    fronts.solve();
    if (add) {
      for (let column = 0; column < n; column++) dx[column] += side[place[column]];
      for (let row = 0; row < m; row++) dy[row] += side[place[n + row]];
    } else {
      for (let column = 0; column < n; column++) dx[column] = side[place[column]];
      for (let row = 0; row < m; row++) dy[row] = side[place[n + row]];
    }
  };

  const solve: Newton['solve'] = (rightX, rightY, dx, dy, refinements) => {
    solveOnce(rightX, rightY, dx, dy, false);
    for (let round = 0; round < refinements; round++) {
      timesRows(core, dy, missX);
      timesColumns(core, dx, missY);
      let [miss, asked] = [0, 0];
      for (let column = 0; column < n; column++) {
        missX[column] = rightX[column] + (theta[column] + RHO) * dx[column] - missX[column];
        miss = Math.max(miss, Math.abs(missX[column]));
        asked = Math.max(asked, Math.abs(rightX[column]));
      }
      for (let row = 0; row < m; row++) {
        const slack = diagonal[n + row] * dy[row];
        missY[row] = rightY[row] - missY[row] - slack;
        miss = Math.max(miss, Math.abs(missY[row]));
        asked = Math.max(asked, Math.abs(rightY[row]));
      }
      if (miss <= GOOD * asked) return;
      solveOnce(missX, missY, dx, dy, true);
    }
  };

  return {
    nonZeros: tree.blockStart[tree.count],
    flops: tree.flops,
    solve,
    at({ x, z, v }) {
      for (let at = 0; at < size; at++) {
        let sum = 0;
        if (hasLower[at] === 1) sum += z[at] / (x[at] - lower[at]);
        if (hasUpper[at] === 1) sum += v[at] / (upper[at] - x[at]);
        theta[at] = sum;
      }
      factor();
    },
    atOnes() {
      theta.fill(1);
      factor();
    },
    direction({ x, z, v }, { primal, dual, low, high }, out, refinements) {
      const sideOf = (at: number): number => {
        let side = dual === null ? 0 : dual[at];
        if (hasLower[at] === 1) side -= low[at] / (x[at] - lower[at]);
        if (hasUpper[at] === 1) side += high[at] / (upper[at] - x[at]);
        return side;
      };
      for (let column = 0; column < n; column++) fx[column] = sideOf(column);
      for (let row = 0; row < m; row++) {
        fy[row] = primal === null ? 0 : primal[row];
        if (isEquality[row] === 1) continue;
        slackSide[row] = sideOf(n + row);
        fy[row] -= slackSide[row] / (theta[n + row] + RHO);
      }
      solve(fx, fy, out.x, out.y, refinements);
      for (let row = 0; row < m; row++)
        out.x[n + row] = isEquality[row] === 1 ? 0 : -(out.y[row] + slackSide[row]) / (theta[n + row] + RHO);
      for (let at = 0; at < size; at++) {
        if (hasLower[at] === 1) out.z[at] = (low[at] - z[at] * out.x[at]) / (x[at] - lower[at]);
        if (hasUpper[at] === 1) out.v[at] = (high[at] + v[at] * out.x[at]) / (upper[at] - x[at]);
      }
    },
  };
}
