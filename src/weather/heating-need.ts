/**
 * How much heat do houses and greenhouses ask for in each hour of a year?
 * In: air temperature by the hour, the need (see `profile-table.ts`). Out: shares of the largest load, 0 … 1.
 * Linear in the difference between inside and outside, as heating degree hours are; a day colder than the heating is
 * built for asks for no more than all of it.
 */
import type { ColdNeed } from './profile-table.ts';

const DAY = 24;

export function heatingFactors(need: ColdNeed, temperature: Float64Array): Float64Array {
  const hours = temperature.length;
  const factors = new Float64Array(hours);
  // The mean of the last day; a year begins as it ends.
  let sum = 0;
  for (let back = 1; back <= DAY; back += 1) sum += temperature[(hours - back) % hours];
  for (let hour = 0; hour < hours; hour += 1) {
    sum += temperature[hour] - temperature[(hour - DAY + hours) % hours];
    const heated = need.season === null || sum / DAY < need.season;
    const cold = heated ? (need.inside - temperature[hour]) / need.span : 0;
    factors[hour] = need.always + (1 - need.always) * Math.min(1, Math.max(0, cold));
  }
  return factors;
}
