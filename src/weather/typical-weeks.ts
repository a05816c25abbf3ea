/**
 * Which few weeks stand for a whole year?
 * In: all hourly supply series of the park. Out: weeks with weights that sum to the weeks of the year.
 *
 * Method (after K. Poncelet, H. Höschle, E. Delarue, A. Virag, W. D'haeseleer, "Selecting representative days for capturing
 * the implications of integrating intermittent renewables in generation expansion planning problems", IEEE Transactions on
 * Power Systems 32 (2017) 1936–1948, with weeks for days): choose weeks and weights such that the weighted weeks come closest, in
 * least squares over all series, to the year's mean and to its duration curve (shares of hours above five levels). From
 * two weeks on, the week with the least supply (all series counted relative to their yearly means) is always one of them,
 * with at least a week's own weight: it sizes what must not fail, and choices by likeness alone hide it (L. Kotzur et al.,
 * "Impact of different time series aggregation methods on optimal energy system design", Renewable Energy 117 (2018)
 * 474–487; M. Hoffmann et al., "A review on time series aggregation methods for energy system models", Energies 13 (2020)
 * 641). Weights by least squares are preferred to cluster sizes because the year's energy decides the plan's size. The
 * search adds and swaps one week at a time; there is no chance in it, and ties go to the earlier week. The weeks are real weeks, never averages, so calms and storms stay what they were; how far the weighted means
 * still miss the year's is told by `meanDeviation`. Of several weather years laid end to end, the weeks of all of them stand
 * for one mean year.
 */
import { type TypicalWeek, HOURS_PER_WEEK as WEEK } from '../units/calendar.ts';

/** Levels of a duration curve, as shares of a series' yearly peak. */
const LEVELS = [0.1, 0.3, 0.5, 0.7, 0.9];
/** Yearly means decide energy and cost; the curve only has to have the right shape. */
const MEAN_COUNTS = 4;

/** A gain smaller than this is none: in squared shares of the year's mean (times `MEAN_COUNTS` squared), far below 0.01 %. */
const NO_GAIN = 1e-9;

/** What is told of a stretch of hours: for each series its mean relative to the year's, and its duration curve. */
function portrait(profiles: readonly Float64Array[], first: number, hours: number): Float64Array {
  const told = new Float64Array(profiles.length * (1 + LEVELS.length));
  profiles.forEach((series, index) => {
    const mean = series.reduce((sum, value) => sum + value, 0) / series.length;
    const peak = series.reduce((most, value) => Math.max(most, value), 0);
    if (mean <= 0) return;
    const at = index * (1 + LEVELS.length);
    for (let hour = first; hour < first + hours; hour++) {
      told[at] += (MEAN_COUNTS * series[hour]) / mean / hours;
      LEVELS.forEach((level, k) => {
        if (series[hour] > level * peak) told[at + 1 + k] += 1 / hours;
      });
    }
  });
  return told;
}

const product = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, at) => sum + value * b[at], 0);

interface Fit {
  readonly weeks: readonly number[];
  readonly weights: readonly number[];
  readonly miss: number;
}

/**
 * Best weights (≥ least, sum 1) of chosen weeks: minimises |Σ weight × portrait − year|², by moving weight between two
 * weeks at a time until no move helps.
 */
function fitWeights(
  weeks: readonly number[],
  gram: readonly Float64Array[],
  goal: Float64Array,
  least: number,
): Fit {
  const count = weeks.length;
  const weights = weeks.map(() => 1 / count);
  // Slope of the miss along each weight, kept up to date as weight moves (weighing all anew costs a tenfold).
  const slope = weeks.map(
    (week) => weeks.reduce((sum, other, at) => sum + weights[at] * gram[week][other], 0) - goal[week],
  );
  for (let sweep = 0; sweep < 60; sweep++) {
    let moved = 0;
    for (let a = 0; a < count; a++) {
      const rowA = gram[weeks[a]];
      for (let b = a + 1; b < count; b++) {
        const rowB = gram[weeks[b]];
        const bend = rowA[weeks[a]] + rowB[weeks[b]] - 2 * rowA[weeks[b]];
        if (bend <= 1e-15) continue;
        const wished = (slope[b] - slope[a]) / bend;
        const shift = Math.max(least - weights[a], Math.min(weights[b] - least, wished));
        if (shift === 0) continue;
        weights[a] += shift;
        weights[b] -= shift;
        for (let k = 0; k < count; k++) slope[k] += shift * (rowA[weeks[k]] - rowB[weeks[k]]);
        moved += Math.abs(shift);
      }
    }
    if (moved < 1e-9) break;
  }
  const miss = weeks.reduce((sum, week, k) => {
    const pull = weeks.reduce((inner, other, l) => inner + weights[l] * gram[week][other], 0);
    return sum + weights[k] * (pull - 2 * goal[week]);
  }, 0);
  return { weeks, weights, miss };
}

/** Adds the week that helps most until there are enough, then swaps one at a time while that helps. `fixed` stays. */
function search(
  gram: readonly Float64Array[],
  goal: Float64Array,
  count: number,
  fixed: readonly number[],
): Fit {
  const all = gram.map((_, week) => week);
  const least = 1 / gram.length;
  const better = (a: Fit, b: Fit): Fit => (b.miss < a.miss ? b : a);
  let best = fitWeights(fixed, gram, goal, least);
  while (best.weeks.length < count) {
    const { weeks } = best;
    best = all
      .filter((week) => !weeks.includes(week))
      .map((week) => fitWeights([...weeks, week], gram, goal, least))
      .reduce(better);
  }
  for (let improved = true; improved; ) {
    improved = false;
    for (let at = fixed.length; at < best.weeks.length; at++) {
      for (const week of all) {
        if (best.weeks.includes(week)) continue;
        const found = fitWeights(best.weeks.with(at, week), gram, goal, least);
        if (found.miss >= best.miss - NO_GAIN) continue;
        best = found;
        improved = true;
      }
    }
  }
  return best;
}

/**
 * `count` from 1 to 52 weeks in the order of the year; the day or two beyond 52 weeks belong to none. Without series all
 * weeks are alike, and are spread evenly over the `hours` of the year.
 */
export function chooseWeeks(
  profiles: readonly Float64Array[],
  count: number,
  /** Hours of one year; the series hold `years` of them. */
  hours: number = profiles[0]?.length ?? 8760,
  years = 1,
): TypicalWeek[] {
  const weeks = Math.floor(hours / WEEK);
  if (!(count >= 1 && count <= weeks)) throw new RangeError(`${count} typical weeks of a year of ${weeks}`);
  if (profiles.some((series) => series.length !== hours * years))
    throw new RangeError('series of different length');
  const wanted = Math.round(count);
  const inYear = hours / WEEK;
  if (profiles.length === 0 || (wanted === weeks && years === 1)) {
    return Array.from({ length: wanted }, (_, at) => ({
      firstHour: Math.floor(((at + 0.5) * weeks) / wanted) * WEEK,
      weight: inYear / wanted,
    }));
  }
  const firstHour = (week: number): number => Math.floor(week / weeks) * hours + (week % weeks) * WEEK;
  const told = Array.from({ length: weeks * years }, (_, week) => portrait(profiles, firstHour(week), WEEK));
  const year = portrait(profiles, 0, hours * years);
  const gram = told.map((a) => Float64Array.from(told, (b) => product(a, b)));
  const goal = Float64Array.from(told, (a) => product(a, year));
  const step = 1 + LEVELS.length;
  const supply = told.map((one) => one.reduce((sum, value, at) => (at % step === 0 ? sum + value : sum), 0));
  const worst = supply.indexOf(Math.min(...supply));
  const { weeks: chosen, weights } = search(gram, goal, wanted, wanted > 1 ? [worst] : []);
  return chosen
    .map((week, at) => ({ firstHour: firstHour(week), weight: weights[at] * inYear }))
    .sort((a, b) => a.firstHour - b.firstHour);
}

/** Per series: weighted mean of the chosen weeks ÷ mean of the year − 1; −0.02 says that the weeks have 2 % less. */
export function meanDeviation(profiles: readonly Float64Array[], weeks: readonly TypicalWeek[]): number[] {
  return profiles.map((series) => {
    const year = series.reduce((sum, value) => sum + value, 0) / series.length;
    let sum = 0;
    let weight = 0;
    for (const week of weeks) {
      for (let hour = 0; hour < WEEK; hour++) sum += week.weight * series[week.firstHour + hour];
      weight += week.weight * WEEK;
    }
    return year === 0 ? 0 : sum / weight / year - 1;
  });
}
