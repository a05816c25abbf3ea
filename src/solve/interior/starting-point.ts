/**
 * Where does the path begin? Near the least-squares solutions of the equations, moved inside the bounds (Mehrotra 1992).
 * In: shape and Newton system. Out: a point strictly between its bounds with positive bound prices.
 */
import { timesColumns, timesRows } from './core.ts';
import { type Newton, REGULAR } from './newton.ts';
import type { Passes } from './passes.ts';
import { blankPoint, type Point, type Shape } from './shape.ts';

/** The least room to a bound and the least price to start with, in scaled units. */
const LEAST = 1e-4;
/** A room or price that the shift does not make positive counts with this share of the shift. */
const SHARE = 0.1;

export function startingPoint(shape: Shape, passes: Passes, newton: Newton): Point {
  const { core, n, m, size, unknown, bound, lowers, pairs, isEquality, goal } = shape;
  const point = blankPoint(shape);
  const { x, y, w } = point;
  const lower = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  const upper = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  for (let k = 0; k < lowers; k++) lower[unknown[k]] = bound[k];
  for (let k = lowers; k < pairs; k++) upper[unknown[k]] = bound[k];
  passes.theta.fill(1);
  newton.atWeights(REGULAR);
  // Sizes: from the nearest point to zero between the bounds, the shortest step that meets the equations.
  for (let at = 0; at < size; at++)
    if (at < n || isEquality[at - n] === 0) x[at] = Math.min(Math.max(0, lower[at]), upper[at]);
  const sums = new Float64Array(m);
  timesColumns(core, x, sums);
  const miss = Float64Array.from(sums, (sum, row) => (isEquality[row] === 1 ? goal[row] : x[n + row]) - sum);
  const { alongX: dx, alongY: dy } = passes;
  passes.fx.fill(0);
  passes.fy.set(miss);
  newton.solve(1);
  for (let column = 0; column < n; column++) x[column] += dx[column];
  for (let row = 0; row < m; row++) if (isEquality[row] === 0) x[n + row] -= dy[row];
  // Prices: the row prices that leave the smallest reduced costs.
  passes.fx.set(core.cost);
  passes.fy.fill(0);
  newton.solve(1);
  y.set(dy);
  const reduced = new Float64Array(size);
  timesRows(core, y, reduced.subarray(0, n));
  for (let at = 0; at < size; at++) reduced[at] = at < n ? core.cost[at] - reduced[at] : y[at - n];
  // What the rooms and prices lack: a mean that large ones lead, but not the very largest alone (Mehrotra's choice), since
  // one deposit of a hundred million tonnes would send every megawatt off with it.
  let [lackOfRoom, lackOfPrice, mostRoom, mostPrice] = [0, 0, 0, 0];
  for (let k = 0; k < pairs; k++) {
    const at = unknown[k];
    const low = k < lowers;
    const boxed = lower[at] > Number.NEGATIVE_INFINITY && upper[at] < Number.POSITIVE_INFINITY;
    w[k] = low ? reduced[at] : -reduced[at];
    if (boxed && w[k] < 0) w[k] = 0;
    const short = low ? bound[k] - x[at] : x[at] - bound[k];
    mostRoom = Math.max(mostRoom, short);
    mostPrice = Math.max(mostPrice, -w[k]);
    lackOfRoom += Math.max(0, short) ** 4;
    lackOfPrice += Math.max(0, -w[k]) ** 4;
  }
  const shift = (lack: number, most: number): number =>
    Math.max(LEAST, 1.5 * Math.sqrt(most * (lack / Math.max(1, pairs)) ** 0.25));
  const [deepest, dearest] = [shift(lackOfRoom, mostRoom), shift(lackOfPrice, mostPrice)];
  let [products, rooms, prices] = [0, 0, 0];
  for (let k = 0; k < pairs; k++) {
    const at = unknown[k];
    const room = Math.max((k < lowers ? x[at] - bound[k] : bound[k] - x[at]) + deepest, SHARE * deepest);
    const price = Math.max(w[k] + dearest, SHARE * dearest);
    products += room * price;
    rooms += room;
    prices += price;
  }
  const room = deepest + (0.5 * products) / Math.max(prices, 1e-12);
  const price = dearest + (0.5 * products) / Math.max(rooms, 1e-12);
  for (let at = 0; at < size; at++) {
    if (lower[at] > Number.NEGATIVE_INFINITY && upper[at] < Number.POSITIVE_INFINITY) {
      const inside = Math.min(0.25 * (upper[at] - lower[at]), room);
      x[at] = Math.min(Math.max(x[at], lower[at] + inside), upper[at] - inside);
    } else x[at] = Math.min(Math.max(x[at], lower[at] + room), upper[at] - room);
  }
  for (let k = 0; k < pairs; k++) w[k] = Math.max(w[k], 0) + price;
  return point;
}
