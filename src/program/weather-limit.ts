/**
 * What does the weather allow in a period of several hours?
 * In: an hourly series, first step and number of steps of the period. Out: its value in the poorest of these hours, since a
 * rate is constant over its period.
 */
export function least(values: Float64Array, first: number, count: number): number {
  let found = values[first];
  for (let step = first + 1; step < first + count; step++) found = Math.min(found, values[step]);
  return found;
}
