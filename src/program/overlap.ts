/**
 * How many hours do two ways of cutting the same steps have in common?
 * In: the grid and two periods. Out: pairs (period of the first, period of the second, hours), hours counted as the
 * second one counts them: one a step, or the step's weight where its balances are weighted sums.
 */
import type { BalancePeriod, TimeGrid } from '../units/time-grid.ts';

export interface Overlap {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly hours: Float64Array;
}

const made = new WeakMap<TimeGrid, Map<string, Overlap>>();

/** `from`: periods of an activity; `to`: periods of a balance. Kept per grid, since every flow asks again. */
export function overlap(grid: TimeGrid, from: BalancePeriod, to: BalancePeriod): Overlap {
  const known = made.get(grid) ?? new Map<string, Overlap>();
  made.set(grid, known);
  const key = `${from} ${to}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const a = grid.periods[from];
  const b = grid.periods[to];
  const pairs = {
    from: new Int32Array(grid.steps),
    to: new Int32Array(grid.steps),
    hours: new Float64Array(grid.steps),
  };
  let count = 0;
  for (let step = 0; step < grid.steps; step++) {
    const hours = b.weighted ? grid.weight[step] : 1;
    if (count > 0 && pairs.from[count - 1] === a.of[step] && pairs.to[count - 1] === b.of[step]) {
      pairs.hours[count - 1] += hours;
    } else {
      pairs.from[count] = a.of[step];
      pairs.to[count] = b.of[step];
      pairs.hours[count++] = hours;
    }
  }
  const result = {
    count,
    from: pairs.from.slice(0, count),
    to: pairs.to.slice(0, count),
    hours: pairs.hours.slice(0, count),
  };
  known.set(key, result);
  return result;
}

/** Hours of each period as its own balances count them. */
export function periodHours(grid: TimeGrid, period: BalancePeriod): Float64Array {
  const index = grid.periods[period];
  return index.weighted ? index.hours : new Float64Array(index.steps);
}

/**
 * period → the one before it within its segment of the grid. Before the first one comes the last, since stores end as they
 * began; in an open run nothing does (−1).
 */
export function previousInSegment(grid: TimeGrid, period: BalancePeriod): Int32Array {
  const index = grid.periods[period];
  const previous = new Int32Array(index.count);
  // A period that joins pieces of several runs of hours has no neighbour: it returns to itself.
  if (index.weighted) return previous.map((_, at) => at);
  for (const segment of grid.segments) {
    const first = index.of[segment.first];
    const last = index.of[segment.first + segment.count - 1];
    for (let at = first; at <= last; at++)
      previous[at] = at > first ? at - 1 : segment.open === true ? -1 : last;
  }
  return previous;
}

/** period → true when it opens its segment, so that nothing came before it. */
export function opensSegment(grid: TimeGrid, period: BalancePeriod): Uint8Array {
  const index = grid.periods[period];
  const opens = new Uint8Array(index.count);
  if (index.weighted) return opens.fill(1);
  for (const segment of grid.segments) opens[index.of[segment.first]] = 1;
  return opens;
}
