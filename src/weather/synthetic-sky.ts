/**
 * How do wind, clouds and temperature go through a synthetic year at one place?
 * In: seed, year, place. Out: hourly wind speed at 115 m, clearness of the sky, air temperature.
 *
 * Method: each is a sum of noises with memory (a slow one of weather systems and a fast one of gusts and fronts), a
 * seasonal and a daily course, and spells of high pressure that still the wind, clear or cloud the sky and make winter
 * cold. The wind's distribution is Weibull's with the seasonal mean of the place. The statistics that it is held to are
 * measured ones; they stand in `synthetic-year.test.ts`.
 */
import { type Drawn, type Place, whiteNoise, withMemory } from './chance-field.ts';
import type { Climate } from './climate.ts';
import { exceedance } from './normal-stream.ts';

const YEAR = 365;

export interface Skies {
  /** m/s at 115 m, mean over a wide farm and the hour. */
  readonly wind: Float64Array;
  /** Share of a clear sky's light that arrives, 0.05 … 1.08. */
  readonly clearness: Float64Array;
  /** degC */
  readonly temperature: Float64Array;
}

/** Slow and fast parts of the wind: memory in h, reach in km, share of the variance. Seasons add to the memory of a year. */
const SLOW = { memory: 34, reach: 450, share: 0.55 };
const FAST = { memory: 4, reach: 80, share: 0.45 };
/** High pressure: memory of its two stages in h, reach in km. */
const HIGH = { memory: 30, reach: 700 };
/** How far a spell of high pressure moves the wind's latent value, and how often there is one: winter, summer. */
const CALM_SHIFT = [-1.2, -0.7] as const;
const CALM_LIMIT = [1.1, 1.6] as const;
/**
 * Of the days' clouds: how clear the middle day is, how much less so in winter, and how far days differ (latent values). At the steppe
 * station Great Falls (TMY3) days let through 0.77 of a cloudless sky's light, with a deviation of 0.20, winter as much as summer;
 * the sun's months at the five stations of `test/measured-weather.ts` leave winter no more than a little duller.
 */
const CLOUD = { centre: 0.72, winter: 0.05, spread: 1.25 };
/** 1 in mid-January, −1 in mid-July. */
function winterness(day: number): number {
  return Math.cos((2 * Math.PI * (day - 15)) / YEAR);
}

function between(pair: readonly [number, number], winter: number): number {
  return (pair[0] * (1 + winter)) / 2 + (pair[1] * (1 - winter)) / 2;
}

/** A spell's strength, 0 … 1, with soft edges, from how far the high-pressure noise exceeds its limit. */
function spell(level: number, limit: number): number {
  const ramp = Math.min(1, Math.max(0, (level - limit) / 0.35 + 0.5));
  return ramp * ramp * (3 - 2 * ramp);
}

/** Gamma(1 + x) by Lanczos' formula (g = 5, Press et al. 1992). */
function gammaOnePlus(x: number): number {
  const coefficients = [
    76.18009173, -86.50532033, 24.01409824, -1.231739572, 1.208650974e-3, -5.395239385e-6,
  ];
  const base = x + 5.5;
  let sum = 1.00000000019;
  coefficients.forEach((each, at) => {
    sum += each / (x + 1 + at);
  });
  return Math.exp((x + 0.5) * Math.log(base) - base) * 2.5066282746 * sum;
}

export function makeSkies(drawn: Drawn, seed: number, hours: number, place: Place, climate: Climate): Skies {
  const noise = (variable: string, reach: number, count = hours) =>
    whiteNoise(drawn, seed, variable, place, reach, count);
  const slow = withMemory(noise('wind-slow', SLOW.reach), SLOW.memory);
  const fast = withMemory(noise('wind-fast', FAST.reach), FAST.memory);
  const high = withMemory(withMemory(noise('high-pressure', HIGH.reach), HIGH.memory), HIGH.memory);
  // A noise of memory a, given memory a once more, has the variance (1 + a²)/(1 − a²); brought back to one.
  const keep = Math.exp(-1 / HIGH.memory);
  const highScale = Math.sqrt((1 - keep * keep) / (1 + keep * keep));
  const meanToScale = gammaOnePlus(1 / climate.shape);

  const wind = new Float64Array(hours);
  const calm = new Float64Array(hours);
  // Variance left by a mean over three hours, for which a farm of many kilometres stands.
  const kept = (lag: number) =>
    SLOW.share * Math.exp(-lag / SLOW.memory) + FAST.share * Math.exp(-lag / FAST.memory);
  const spread = Math.sqrt((3 + 4 * kept(1) + 2 * kept(2)) / 9);
  const weather = (hour: number) => Math.sqrt(SLOW.share) * slow[hour] + Math.sqrt(FAST.share) * fast[hour];
  for (let hour = 0; hour < hours; hour += 1) {
    const day = hour / 24 + 1;
    const winter = winterness(day);
    const local = (hour + 0.5 + place.longitude / 15) % 24;
    const limit = between(CALM_LIMIT, winter);
    calm[hour] = spell(high[hour] * highScale, limit);
    const shift = between(CALM_SHIFT, winter) * climate.calm;
    const often = exceedance(limit);
    const before = weather(hour === 0 ? 0 : hour - 1);
    const after = weather(hour === hours - 1 ? hour : hour + 1);
    const latent = (before + weather(hour) + after) / 3 / spread;
    const daily = 0.25 * (1 - 0.5 * winter);
    const moved = latent + shift * (calm[hour] - often) + daily * Math.cos((2 * Math.PI * (local - 14)) / 24);
    // Brought back to unit variance, so that the distribution of speeds stays the one asked for.
    const z = moved / Math.sqrt(1 + shift * shift * often * (1 - often) + (daily * daily) / 2);
    const mean = climate.wind * (1 + climate.season * winter);
    wind[hour] = (mean / meanToScale) * (-Math.log(exceedance(z))) ** (1 / climate.shape);
  }
  return {
    wind,
    clearness: makeClearness(noise, hours, climate, slow, calm),
    temperature: makeTemperature(noise, hours, place, climate, slow, calm),
  };
}

type Noise = (variable: string, reach: number, count?: number) => Float64Array;

/** Clouds: a value a day, sunnier in calm years' halves, with broken clouds within the day. Windy days are the duller ones. */
function makeClearness(
  noise: Noise,
  hours: number,
  climate: Climate,
  slow: Float64Array,
  calm: Float64Array,
): Float64Array {
  const days = Math.ceil(hours / 24);
  const daily = withMemory(noise('cloud-day', 300, days), -1 / Math.log(0.45));
  const broken = withMemory(noise('cloud-hour', 40), 2.5);
  const windy = -0.35;
  const clearness = new Float64Array(hours);
  for (let day = 0; day < days; day += 1) {
    const first = day * 24;
    const last = Math.min(hours, first + 24);
    let gust = 0;
    let high = 0;
    for (let hour = first; hour < last; hour += 1) {
      gust += slow[hour] / (last - first);
      high += calm[hour] / (last - first);
    }
    // Low cloud lies under winter's highs in basins; the dry steppe has half of it.
    const latent = windy * gust + Math.sqrt(1 - windy * windy) * daily[day] - 0.25 * high * climate.calm;
    const centre = CLOUD.centre + climate.clear - CLOUD.winter * winterness(day + 1);
    const mean = 0.15 + 0.85 * (1 - exceedance((latent + centre) / CLOUD.spread));
    const swing = 0.35 * 0.5 * 4 * mean * (1 - mean);
    for (let hour = first; hour < last; hour += 1) {
      clearness[hour] = Math.min(1.08, Math.max(0.05, mean + swing * broken[hour]));
    }
  }
  return clearness;
}

/** Seasons, days, spells: winter's highs are very cold, and wind in winter brings mild air. */
function makeTemperature(
  noise: Noise,
  hours: number,
  place: Place,
  climate: Climate,
  slow: Float64Array,
  calm: Float64Array,
): Float64Array {
  const weather = withMemory(noise('temperature', 600), 60);
  const temperature = new Float64Array(hours);
  for (let hour = 0; hour < hours; hour += 1) {
    // The air lags the sun by about five days beyond the table's mid-months.
    const winter = winterness(hour / 24 + 1 - 5);
    const normal = (climate.july + climate.january) / 2 - (winter * (climate.july - climate.january)) / 2;
    const local = (hour + 0.5 + place.longitude / 15) % 24;
    const course = (5.5 - 1.5 * winter) * Math.cos((2 * Math.PI * (local - 15)) / 24);
    const cold = Math.max(0, winter);
    const along = 0.4 * cold;
    const swing = (4.2 + 1.3 * winter) * (along * slow[hour] + Math.sqrt(1 - along * along) * weather[hour]);
    temperature[hour] = normal + course + swing - 5 * cold * calm[hour] * climate.calm;
  }
  return temperature;
}
