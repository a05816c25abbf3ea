/**
 * One Newton step of the path: which direction leads from this point towards the residuals and products asked for?
 * In: a point, right sides. Out: a direction.
 *
 * Slacks and bound prices are eliminated by hand; what is left is the quasi-definite augmented system (Vanderbei 1995)
 *
 *   [ −(Θ + ρ)  Aᵀ ] [dx]   [fx]      Θ = Σ price / room over the bounds of a column
 *   [    A     Ψ+δ ] [dy] = [fy]      Ψ = 1/Θ of a row's slack, 0 for equalities
 *
 * with small ρ and δ (Altman & Gondzio 1999). Solutions are refined against this system; a residual that stays because of ρ
 * or δ shows, and whoever walks the path lowers them.
 */
import { timesColumns, timesRows } from './core.ts';
import type { Fronts } from './fronts.ts';
import type { Point, Shape } from './shape.ts';

/** Regularisation: where it starts, and how far it may be lowered or raised. */
const REGULAR = 1e-8;
const LEAST_REGULAR = 1e-12;
const MOST_REGULAR = 1e-6;
const LEAST_PIVOT = 1e-13;
/** A residual of the linear system below this share of its right side is good enough; above the second it is trouble. */
const GOOD = 1e-10;
const POOR = 1e-3;

export interface RightSide {
  /** Residuals to remove; null: leave them. */
  readonly primal: Float64Array | null;
  readonly dual: Float64Array | null;
  /** What each product of room and price shall gain. */
  readonly gain: Float64Array;
}

export interface Newton {
  /** Takes the point's Θ and factorises; `room` is that of the point's pairs. */
  at(point: Point, room: Float64Array): void;
  /** The least-squares system, Θ = 1, for the starting point. */
  atOnes(): void;
  /** Fills `out`; refines at most so many times. */
  direction(right: RightSide, out: Point, refinements: number): void;
  /** Solves for columns and rows only. */
  solve(fx: Float64Array, fy: Float64Array, dx: Float64Array, dy: Float64Array, refinements: number): void;
  /** Whether the last factorisation or refinement went badly. */
  troubled(): boolean;
  /** Multiplies δ, which can hold up primal residuals, and ρ, which can hold up dual ones. */
  regularise(rows: number, columns: number): void;
}

/** `place`: node (column, or columns + row) → position in the factorisation's order. */
export function openNewton(shape: Shape, fronts: Fronts, place: Int32Array): Newton {
  const { core, n, m, size, unknown, lowers, pairs, isEquality } = shape;
  const { side } = fronts;
  const theta = new Float64Array(size);
  /** Of rows: Ψ, 0 for equalities; Ψ + δ. Of pairs: 1 / room. */
  const give = new Float64Array(m);
  const slackness = new Float64Array(m);
  const closeness = new Float64Array(pairs);
  const fx = new Float64Array(size);
  const fy = new Float64Array(m);
  const missX = new Float64Array(n);
  const missY = new Float64Array(m);
  let rho = REGULAR;
  let delta = REGULAR;
  let price: Float64Array = new Float64Array(pairs);
  let mended = 0;
  let missed = 0;

  const factor = (): void => {
    for (let column = 0; column < n; column++) fronts.diagonal[place[column]] = -(theta[column] + rho);
    for (let row = 0; row < m; row++) {
      give[row] = isEquality[row] === 1 ? 0 : 1 / (theta[n + row] + rho);
      slackness[row] = give[row] + delta;
      fronts.diagonal[place[n + row]] = slackness[row];
    }
    mended = fronts.factorise(LEAST_PIVOT);
  };

  const solveOnce = (
    rightX: Float64Array,
    rightY: Float64Array,
    dx: Float64Array,
    dy: Float64Array,
    keep: number,
  ): void => {
    for (let column = 0; column < n; column++) side[place[column]] = rightX[column];
    for (let row = 0; row < m; row++) side[place[n + row]] = rightY[row];
    fronts.solve();
    for (let column = 0; column < n; column++) dx[column] = keep * dx[column] + side[place[column]];
    for (let row = 0; row < m; row++) dy[row] = keep * dy[row] + side[place[n + row]];
  };

  const solve: Newton['solve'] = (rightX, rightY, dx, dy, refinements) => {
    solveOnce(rightX, rightY, dx, dy, 0);
    for (let round = 0; round < refinements; round++) {
      timesRows(core, dy, missX);
      timesColumns(core, dx, missY);
      let [miss, asked] = [0, 0];
      for (let column = 0; column < n; column++) {
        missX[column] = rightX[column] + (theta[column] + rho) * dx[column] - missX[column];
        miss = Math.max(miss, Math.abs(missX[column]));
        asked = Math.max(asked, Math.abs(rightX[column]));
      }
      for (let row = 0; row < m; row++) {
        missY[row] = rightY[row] - missY[row] - slackness[row] * dy[row];
        miss = Math.max(miss, Math.abs(missY[row]));
        asked = Math.max(asked, Math.abs(rightY[row]));
      }
      missed = asked > 0 ? miss / asked : 0;
      if (miss <= GOOD * asked) return;
      solveOnce(missX, missY, dx, dy, 1);
    }
  };

  return {
    solve,
    troubled: () => mended > 0 || missed > POOR,
    regularise(rows, columns) {
      const within = (value: number): number => Math.min(MOST_REGULAR, Math.max(LEAST_REGULAR, value));
      delta = within(delta * rows);
      rho = within(rho * columns);
    },
    at({ w }, room) {
      price = w;
      theta.fill(0);
      for (let k = 0; k < pairs; k++) {
        closeness[k] = 1 / room[k];
        theta[unknown[k]] += price[k] * closeness[k];
      }
      factor();
    },
    atOnes() {
      theta.fill(1);
      factor();
    },
    direction({ primal, dual, gain }, out, refinements) {
      if (dual === null) fx.fill(0);
      else fx.set(dual);
      for (let k = 0; k < lowers; k++) fx[unknown[k]] -= gain[k] * closeness[k];
      for (let k = lowers; k < pairs; k++) fx[unknown[k]] += gain[k] * closeness[k];
      for (let row = 0; row < m; row++) {
        fy[row] = (primal === null ? 0 : primal[row]) - give[row] * fx[n + row];
      }
      solve(fx, fy, out.x, out.y, refinements);
      for (let row = 0; row < m; row++) out.x[n + row] = -give[row] * (out.y[row] + fx[n + row]);
      for (let k = 0; k < lowers; k++) out.w[k] = (gain[k] - price[k] * out.x[unknown[k]]) * closeness[k];
      for (let k = lowers; k < pairs; k++) out.w[k] = (gain[k] + price[k] * out.x[unknown[k]]) * closeness[k];
    },
  };
}
