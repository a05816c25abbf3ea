/**
 * What do two hourly series have in common, and a series with itself?
 * In: series. Out: mean, correlation, correlation with itself some hours later, monthly means, longest lull.
 */
type Values = ArrayLike<number>;

export function mean(values: Values): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += values[at];
  return values.length === 0 ? 0 : sum / values.length;
}

/** Pearson's coefficient; 0 when one of the series never changes. */
export function correlation(a: Values, b: Values): number {
  const middleA = mean(a);
  const middleB = mean(b);
  let both = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    both += (a[at] - middleA) * (b[at] - middleB);
    squaresA += (a[at] - middleA) ** 2;
    squaresB += (b[at] - middleB) ** 2;
  }
  const scale = Math.sqrt(squaresA * squaresB);
  return scale === 0 ? 0 : both / scale;
}

/** Correlation of a series with itself `lag` steps later. */
export function withItself(values: Float64Array, lag: number): number {
  return correlation(values.subarray(0, values.length - lag), values.subarray(lag));
}

/** Means of equal runs of steps: 24 for days, 730 for months of a year of 8760 h. */
export function meansOf(values: Float64Array, steps: number): number[] {
  const count = Math.floor(values.length / steps);
  return Array.from({ length: count }, (_, at) => mean(values.subarray(at * steps, (at + 1) * steps)));
}

/** Longest run of steps below a limit. */
export function longestBelow(values: Values, limit: number): number {
  let longest = 0;
  let run = 0;
  for (let at = 0; at < values.length; at += 1) {
    run = values[at] < limit ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Share of the steps for which something holds. */
export function shareOf(values: Values, holds: (value: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < values.length; at += 1) if (holds(values[at])) count += 1;
  return count / values.length;
}

/** Mean of the absolute change from step to step. */
export function meanRamp(values: Values): number {
  let sum = 0;
  for (let at = 1; at < values.length; at += 1) sum += Math.abs(values[at] - values[at - 1]);
  return sum / (values.length - 1);
}

/** Runs of at least so many steps below a limit. */
export function countRuns(values: Values, limit: number, least: number): number {
  let runs = 0;
  let run = 0;
  for (let at = 0; at < values.length; at += 1) {
    run = values[at] < limit ? run + 1 : 0;
    if (run === least) runs += 1;
  }
  return runs;
}

/** Lowest mean over any so many steps in a row. */
export function worstMean(values: Values, steps: number): number {
  let sum = 0;
  let worst = Number.POSITIVE_INFINITY;
  for (let at = 0; at < values.length; at += 1) {
    sum += values[at];
    if (at >= steps) sum -= values[at - steps];
    if (at >= steps - 1) worst = Math.min(worst, sum / steps);
  }
  return worst;
}

/** Mean of each hour of the day; hour 0 of the series is `first` o'clock. */
export function byHour(values: Values, first = 0): number[] {
  const sums = new Array<number>(24).fill(0);
  for (let at = 0; at < values.length; at += 1) sums[(at + first) % 24] += values[at];
  return sums.map((sum) => (sum * 24) / values.length);
}

/**
 * Content of a store without losses, in hours of the mean load, that carries a flat load through a year which repeats itself,
 * when `more` times the mean is made (sequent peak; Thomas, Burden 1963).
 */
export function storeHours(values: Values, more: number): number {
  const load = mean(values) / more;
  let deficit = 0;
  let largest = 0;
  for (let at = 0; at < 2 * values.length; at += 1) {
    deficit = Math.max(0, deficit + load - values[at % values.length]);
    largest = Math.max(largest, deficit);
  }
  return largest / load;
}
