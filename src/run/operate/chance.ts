/**
 * What does an operator not know? How the weather goes on, and what fails.
 * In: a seed and stated statistics. Out: forecasts that err the more the further they look, and hours in which units are out of
 * order. The same seed gives the same chance on every machine.
 *
 * Forecast error: first-order autoregressive in the lead time, zero at the last hour that is known, so that its standard
 * deviation grows as error × √(1 − exp(−2 lead ÷ memory)). Half of its variance is common to all places. Wind errs in shares
 * of rated power; sun, cold and water in shares of themselves.
 * Outages: each unit runs and is repaired for times that are exponentially distributed.
 */
import { exceedance, normalNumbers } from '../../weather/normal-stream.ts';
import type { Machine } from '../../weather/profile-table.ts';
import type { Drive, Outage } from './operating-network.ts';

export interface ForecastError {
  /** Standard deviation a long time ahead, share. */
  readonly error: number;
  /** h */
  readonly memory: number;
}

export type ForecastErrors = Readonly<Record<Machine['of'], ForecastError>>;

export interface Forecast {
  readonly seed: number;
  readonly errors: ForecastErrors;
  /** Hours from the beginning of a window that are known. */
  readonly known: number;
}

const SHARED = Math.SQRT1_2;

/** Deviation in units of its long-term standard deviation, for each hour after the last one known. */
export function errorPath(name: string, shared: string, hours: number, memory: number): Float64Array {
  const keep = Math.exp(-1 / memory);
  const add = Math.sqrt(1 - keep * keep);
  const own = normalNumbers(name, hours);
  const common = normalNumbers(shared, hours);
  const path = new Float64Array(hours);
  let deviation = 0;
  for (let hour = 0; hour < hours; hour++) {
    deviation = keep * deviation + add * SHARED * (own[hour] + common[hour]);
    path[hour] = deviation;
  }
  return path;
}

const within = (value: number): number => Math.min(1, Math.max(0, value));

/** What is expected of a series in the hours of a window, by whoever stands at its beginning. */
export function expected(
  { weather, of, outage }: Drive,
  place: number,
  first: number,
  hours: number,
  { seed, errors, known }: Forecast,
): Float64Array {
  const values = new Float64Array(hours).fill(1);
  if (weather !== null) values.set(weather.subarray(first, first + hours));
  const unknown = hours - known;
  if (unknown > 0 && of !== null && errors[of].error > 0) {
    const { error, memory } = errors[of];
    const name = `${seed}/forecast/${of}/${first}`;
    const path = errorPath(`${name}/${place}`, name, unknown, memory);
    for (let lead = 0; lead < unknown; lead++) {
      const at = known + lead;
      // No sun at night, however wrong the forecast.
      const scale = of === 'wind' ? 1 : values[at];
      values[at] = within(values[at] + error * scale * path[lead]);
    }
  }
  if (outage !== null) {
    const { inOrder, usual, repair } = outage;
    let state = usual;
    for (let at = 0; at < hours; at++) {
      // Of what is out of order now the operator expects that it is repaired as fast as usual; no failure is foreseen.
      state = at < known ? inOrder[first + at] : usual + (state - usual) * Math.exp(-1 / repair);
      values[at] *= state;
    }
  }
  return values;
}

export interface UnitsInOrder {
  readonly units: number;
  /** Share of the time that a unit is out of order. */
  readonly out: number;
  /** h */
  readonly repair: number;
}

/** Share of the units in order, hour by hour. A unit begins in order and fails at most once an hour. */
export function hoursInOrder(
  name: string,
  hours: number,
  { units, out, repair }: UnitsInOrder,
): Float64Array {
  const inOrder = new Float64Array(hours).fill(1);
  if (out <= 0) return inOrder;
  const running = (repair * (1 - out)) / out;
  const most = 16 + Math.ceil((4 * hours) / (running + repair));
  for (let unit = 0; unit < units; unit++) {
    const chances = normalNumbers(`${name}/${unit}`, 2 * most).map(exceedance);
    let hour = 0;
    for (let at = 0; at < most && hour < hours; at++) {
      const lasts = (mean: number, chance: number): number =>
        Math.max(1, Math.round(-mean * Math.log(Math.max(chance, 1e-12))));
      hour += lasts(running, chances[2 * at]);
      const until = Math.min(hours, hour + lasts(repair, chances[2 * at + 1]));
      for (; hour < until; hour++) inOrder[hour] -= 1 / units;
    }
  }
  return inOrder.map(within);
}

/** Hours × share out of order. */
export const hoursOut = ({ inOrder }: Outage): number => inOrder.reduce((sum, share) => sum + 1 - share, 0);
