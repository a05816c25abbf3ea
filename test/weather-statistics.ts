/**
 * What do a wind and a solar series look like as weather? In: hourly capacity factors of a year at one place, its clock. Out: the
 * statistics by which measured years were described, under their names.
 */
import {
  byHour,
  correlation,
  countRuns,
  longestBelow,
  mean,
  meanRamp,
  meansOf,
  shareOf,
  storeHours,
  withItself,
  worstMean,
} from './series-statistics.ts';

/** Below this share of rated power wind is in a lull. */
const LULL = 0.1;
/** Full power: 90 % of rated where 92 % is the most that losses leave. */
const FULL = 0.9 / 0.92;
/** Share of wind in the energy of the two together. */
const WIND_SHARE = 0.7;
export const MONTH = 730;

/** name → how it is shown: title, digits after the point. */
export const STATISTICS = {
  wind: ['mean of wind', 3],
  sun: ['mean of sun, tracked', 3],
  deviation: ['standard deviation of wind', 3],
  still: ['share of hours below 5 %', 3],
  full: ['share of hours at full power', 3],
  lag1: ['autocorrelation at 1 h', 3],
  lag6: ['autocorrelation at 6 h', 2],
  lag24: ['autocorrelation at 24 h', 2],
  lag72: ['autocorrelation at 72 h', 2],
  ramp: ['mean change from hour to hour', 3],
  hourly: ['correlation of wind and sun, hours', 2],
  daily: ['correlation of wind and sun, days', 2],
  monthly: ['correlation of wind and sun, months', 2],
  course: ['course of the day, highest less lowest over mean', 2],
  peak: ['hour of the most wind, local', 0],
  longest: ['longest lull below 10 %, h', 0],
  lulls: ['lulls of a day and more', 0],
  poorDays: ['days below 20 % of the mean', 0],
  lowDays: ['days below 50 % of the mean', 0],
  worstDays: ['worst five days, over the mean', 2],
  store: ['store for a flat load at 1.02 times it, h', 0],
  storeAmple: ['store for a flat load at 1.5 times it, h', 0],
} as const satisfies Readonly<Record<string, readonly [string, number]>>;

export type Statistic = keyof typeof STATISTICS;
export type Statistics = Readonly<Record<Statistic, number>>;

/** Wind and sun, 70 to 30 in energy, over their mean. */
function portfolio(wind: Float64Array, sun: Float64Array): Float64Array {
  const [ofWind, ofSun] = [mean(wind), mean(sun)];
  return wind.map((value, hour) => (WIND_SHARE * value) / ofWind + ((1 - WIND_SHARE) * sun[hour]) / ofSun);
}

/** @param clock hours by which local time is ahead of the series. */
export function statisticsOf(wind: Float64Array, sun: Float64Array, clock: number): Statistics {
  const both = portfolio(wind, sun);
  const hours = byHour(wind, clock);
  const days = meansOf(both, 24);
  const best = wind.reduce((most, value) => Math.max(most, value), 0);
  const together = (steps: number) => correlation(meansOf(wind, steps), meansOf(sun, steps));
  return {
    wind: mean(wind),
    sun: mean(sun),
    deviation: Math.sqrt(mean(wind.map((value) => value * value)) - mean(wind) ** 2),
    still: shareOf(wind, (value) => value < 0.05),
    full: shareOf(wind, (value) => value > FULL * best),
    lag1: withItself(wind, 1),
    lag6: withItself(wind, 6),
    lag24: withItself(wind, 24),
    lag72: withItself(wind, 72),
    ramp: meanRamp(wind),
    hourly: together(1),
    daily: together(24),
    monthly: together(MONTH),
    course: (Math.max(...hours) - Math.min(...hours)) / mean(wind),
    peak: hours.indexOf(Math.max(...hours)),
    longest: longestBelow(wind, LULL),
    lulls: countRuns(wind, LULL, 24),
    poorDays: days.filter((day) => day < 0.2).length,
    lowDays: days.filter((day) => day < 0.5).length,
    worstDays: worstMean(both, 120),
    store: storeHours(both, 1.02),
    storeAmple: storeHours(both, 1.5),
  };
}
