/**
 * Sizes of a point whose rows miss by dust, moved by the shortest step that fills it; a step is the longer, the nearer a size
 * is to its bound. Near a degenerate optimum columns can be pinned to their bounds before the last row is met.
 * In: the point of the path. Out: sizes of columns and slacks; the point itself stays. The factorisation is another one after.
 */
import { timesColumns } from './core.ts';
import { LEAST_REGULAR, type Newton } from './newton.ts';
import type { Passes } from './passes.ts';
import type { Shape } from './shape.ts';

/** Weights: of a size on its bound, of one far from it; the room (in scaled units) at which it counts as half on it. */
const PINNED = 1e6;
const FREE = 1e-4;
const NEARBY = 1e-6;
const REFINEMENTS = 3;

export function repaired(shape: Shape, passes: Passes, newton: Newton): Float64Array {
  const { core, n, m, unknown, bound, pairs, isEquality, goal } = shape;
  const { point, theta, fx, fy, alongX } = passes;
  theta.fill(FREE);
  for (let k = 0; k < pairs; k++) {
    const room = Math.abs(point.x[unknown[k]] - bound[k]);
    theta[unknown[k]] += PINNED / (1 + room / NEARBY);
  }
  fx.fill(0);
  timesColumns(core, point.x, fy);
  for (let row = 0; row < m; row++)
    fy[row] = (isEquality[row] === 1 ? goal[row] : point.x[n + row]) - fy[row];
  newton.atWeights(LEAST_REGULAR);
  newton.solve(REFINEMENTS);
  return point.x.map((size, at) => (at < n ? size + alongX[at] : size));
}
