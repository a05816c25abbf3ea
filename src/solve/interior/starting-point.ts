/**
 * Where does the path begin? Near the least-squares solutions of the equations, moved inside the bounds (Mehrotra 1992).
 * In: shape and Newton system. Out: a point strictly between its bounds with positive bound prices.
 */
import { timesColumns, timesRows } from './core.ts';
import type { Newton } from './newton.ts';
import { blankPoint, type Point, type Shape } from './shape.ts';

/** The least room to a bound and the least price to start with, in scaled units. */
const LEAST = 1e-4;

export function startingPoint(shape: Shape, newton: Newton): Point {
  const { core, n, m, size, lower, upper, hasLower, hasUpper, isEquality, goal } = shape;
  const point = blankPoint(shape);
  const { x, y, z, v } = point;
  newton.atOnes();
  // Sizes: from the nearest point to zero between the bounds, the shortest step that meets the equations.
  for (let at = 0; at < size; at++) {
    if (at >= n && isEquality[at - n] === 1) continue;
    x[at] = Math.min(
      Math.max(0, hasLower[at] === 1 ? lower[at] : 0),
      hasUpper[at] === 1 ? upper[at] : Number.POSITIVE_INFINITY,
    );
  }
  const sums = new Float64Array(m);
  timesColumns(core, x, sums);
  const miss = Float64Array.from(sums, (sum, row) => (isEquality[row] === 1 ? goal[row] : x[n + row]) - sum);
  const dx = new Float64Array(n);
  const dy = new Float64Array(m);
  newton.solve(new Float64Array(n), miss, dx, dy, 1);
  for (let column = 0; column < n; column++) x[column] += dx[column];
  for (let row = 0; row < m; row++) if (isEquality[row] === 0) x[n + row] -= dy[row];
  // Prices: the row prices that leave the smallest reduced costs.
  newton.solve(core.cost, new Float64Array(m), dx, dy, 1);
  y.set(dy);
  const priced = new Float64Array(n);
  timesRows(core, y, priced);

  let [deepest, dearest] = [LEAST, LEAST];
  for (let at = 0; at < size; at++) {
    const reduced = at < n ? core.cost[at] - priced[at] : y[at - n];
    if (hasLower[at] === 1 && hasUpper[at] === 1) {
      z[at] = Math.max(reduced, 0);
      v[at] = Math.max(-reduced, 0);
    } else if (hasLower[at] === 1) z[at] = reduced;
    else if (hasUpper[at] === 1) v[at] = -reduced;
    if (hasLower[at] === 1) {
      deepest = Math.max(deepest, 1.5 * (lower[at] - x[at]));
      dearest = Math.max(dearest, -1.5 * z[at]);
    }
    if (hasUpper[at] === 1) {
      deepest = Math.max(deepest, 1.5 * (x[at] - upper[at]));
      dearest = Math.max(dearest, -1.5 * v[at]);
    }
  }
  let [products, rooms, prices] = [0, 0, 0];
  const count = (room: number, price: number): void => {
    products += room * price;
    rooms += room;
    prices += price;
  };
  for (let at = 0; at < size; at++) {
    if (hasLower[at] === 1) count(Math.max(x[at] - lower[at] + deepest, 1e-6), z[at] + dearest);
    if (hasUpper[at] === 1) count(Math.max(upper[at] - x[at] + deepest, 1e-6), v[at] + dearest);
  }
  const room = deepest + (0.5 * products) / Math.max(prices, 1e-12);
  const price = dearest + (0.5 * products) / Math.max(rooms, 1e-12);
  for (let at = 0; at < size; at++) {
    if (hasLower[at] === 1 && hasUpper[at] === 1) {
      const inside = Math.min(0.25 * (upper[at] - lower[at]), room);
      x[at] = Math.min(Math.max(x[at], lower[at] + inside), upper[at] - inside);
    } else if (hasLower[at] === 1) x[at] = Math.max(x[at], lower[at] + room);
    else if (hasUpper[at] === 1) x[at] = Math.min(x[at], upper[at] - room);
    if (hasLower[at] === 1) z[at] = Math.max(z[at], 0) + price;
    if (hasUpper[at] === 1) v[at] = Math.max(v[at], 0) + price;
  }
  return point;
}
