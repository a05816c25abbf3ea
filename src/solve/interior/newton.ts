/**
 * One Newton step of the path: which direction leads from this point towards the residuals and products asked for?
 * In: a point, right sides. Out: a direction.
 *
 * Slacks and bound prices are eliminated by hand; what is left is the quasi-definite augmented system (Vanderbei 1995)
 *
 *   [ −(Θ + ρ)  Aᵀ ] [dx]   [fx]      Θ = Σ price / room over the bounds of a column
 *   [    A     Ψ+δ ] [dy] = [fy]      Ψ = 1/Θ of a row's slack, 0 for equalities
 *
 * with small ρ and δ (Altman & Gondzio 1999). Predictions are refined against the system without them; a residual that stays all the
 * same shows, and whoever walks the path lowers ρ or δ.
 */
import type { Fronts } from './fronts.ts';
import type { Four, Passes, Steps, Which } from './passes.ts';

/** Regularisation: where it starts, and how far it may be lowered or raised. */
export const REGULAR = 1e-8;
export const LEAST_REGULAR = 1e-12;
const MOST_REGULAR = 1e-6;
const LEAST_PIVOT = 1e-13;
/** A residual of the linear system below this share of its right side is good enough; above the second it is trouble. */
const GOOD = 1e-10;
const POOR = 1e-3;

/** What is held loses this share of its room or price, by a spring so many times as stiff as its own. */
const KEEP = 0.9;
const FIRM = 10;

const NONE = new Float64Array(4);

export interface Newton {
  /** Takes the point's rooms and Θ and factorises; returns the sum of its products, which become the gains (negative). */
  atPoint(): number;
  /**
   * Holds what would be gone before these steps, factorises anew and asks for the gains that the holding needs beside the
   * direction that stands: the next corrector makes them.
   */
  hold(steps: Steps): void;
  /** Factorises for the weights in `theta`: solutions are then shortest steps in these weights. */
  atWeights(regular: number): void;
  /** The direction that removes residuals and makes the gains; refines at most so many times. Returns its steps. */
  predict(refinements: number): Steps;
  /** The direction that makes the gains only. Returns the steps that weights of it allow beside the first. */
  correct(weights: Four): Four;
  /** Solves for columns and rows only, with the right sides in `fx` and `fy`; the answer is in `alongX` and `alongY`. */
  solve(refinements: number): void;
  /** Whether the point's factorisation or its prediction went badly. */
  troubled(): boolean;
  /** Multiplies δ, which can hold up primal residuals, and ρ, which can hold up dual ones. */
  regularise(rows: number, columns: number): void;
}

export function openNewton(passes: Passes, fronts: Fronts): Newton {
  let rho = REGULAR;
  let delta = REGULAR;
  let mended = 0;
  let missed = 0;

  /** Returns what share of its right side the solution missed when last looked at. */
  const solve = (which: Which, refinements: number): number => {
    let miss = 0;
    passes.spread('asked');
    fronts.solve();
    passes.collect(which, false);
    for (let round = 0; round < refinements; round++) {
      const missing = passes.missing(which);
      miss = missing.together;
      // Rows ask for little once their residuals are small: beside what columns ask for, what they miss would not be seen.
      if (missing.apart <= GOOD) break;
      passes.spread('missing');
      fronts.solve();
      passes.collect(which, true);
    }
    return miss;
  };

  return {
    solve(refinements) {
      solve('along', refinements);
    },
    troubled: () => mended > 0 || missed > POOR,
    regularise(rows, columns) {
      const within = (value: number): number => Math.min(MOST_REGULAR, Math.max(LEAST_REGULAR, value));
      delta = within(delta * rows);
      rho = within(rho * columns);
    },
    atPoint() {
      const sum = passes.center(rho, delta);
      mended = fronts.factorise(LEAST_PIVOT);
      return sum;
    },
    hold({ size, price }) {
      passes.hold(size, price, KEEP, FIRM);
      passes.matrix(rho, delta);
      mended += fronts.factorise(LEAST_PIVOT);
    },
    atWeights(regular) {
      passes.matrix(regular, regular);
      fronts.factorise(LEAST_PIVOT);
    },
    predict(refinements) {
      passes.right(true);
      missed = solve('along', refinements);
      const { sizes, prices } = passes.finish('along', { sizes: NONE, prices: NONE });
      return { size: sizes[0], price: prices[0] };
    },
    correct(weights) {
      passes.right(false);
      solve('more', 0);
      return passes.finish('more', weights);
    },
  };
}
