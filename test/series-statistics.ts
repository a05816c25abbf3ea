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
