/**
 * What holds for the whole park: money, rate, horizon, calendar, phases, objective?
 * In: the root keys of the file. Out: settings in canonical units; every silence that is filled is listed as assumed.
 */
import type { Sourced } from '../units/grade.ts';
import { amountOf, assume, complain, type Desk, figure, NOT_NEGATIVE } from './desk.ts';
import { nearest } from './name.ts';
import type { Money, Objective, Park, ParkPhase, WeatherChoice } from './park.ts';
import { PARK, SYNTHETIC_WEATHER, TRADE_OFF, type WrittenPark } from './schema.ts';
import type { Key } from './sheet.ts';

/** What stands when a root key is left out: as the schema says it, so that help and behaviour cannot differ. */
const fallback = (key: keyof typeof PARK.keys): string => (PARK.keys[key] as Key).fallback ?? '';
const seedFallback = Number(SYNTHETIC_WEATHER.keys.seed.fallback);
const calendarFallback = Number(SYNTHETIC_WEATHER.keys['calendar year'].fallback);
const FIRST_YEAR = Number(/\d{4}/.exec(fallback('phases')));

/** `USD 2025` → money; null when it is no currency and year. */
export function readMoney(text: string): Money | null {
  const found = /^\s*([A-Z]{3})\s+(\d{4})\s*$/.exec(text);
  return found === null ? null : { currency: found[1], year: Number(found[2]) };
}
export const FALLBACK_MONEY = readMoney(fallback('prices in')) as Money;

export function timeZoneOf(desk: Desk, written: string | undefined): string {
  if (written === undefined) {
    assume(desk, 'time zone', `time zone ${fallback('time zone')}`, ['time zone']);
    return fallback('time zone');
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone: written });
    return written;
  } catch {
    const near = nearest(written, Intl.supportedValuesOf('timeZone'));
    complain(desk, 'unknown-time-zone', 'error', ['time zone'], { near });
    return fallback('time zone');
  }
}

const RATE = { low: 0, high: 1, why: 'A discount rate lies between nothing and 100 % a year.' };
const LIKELY = 0.3;

export function discountRateOf(desk: Desk, written: WrittenPark['discount rate']): Sourced {
  const path = ['discount rate'];
  const silent = Number.parseFloat(fallback('discount rate')) / 100;
  const assumed: Sourced = {
    value: silent,
    unit: '1',
    source: 'no rate in the park file',
    grade: 'assumption',
  };
  if (written === undefined) {
    assume(desk, 'discount rate', `discount rate ${fallback('discount rate')} per year, real`, path);
    return assumed;
  }
  // `10 %` and `10 %/a` say the same.
  const text = typeof written === 'object' ? { ...written, value: String(written.value) } : String(written);
  const bare = (from: string) => from.replace(/\/\s*(a|year|yr)\s*$/, '');
  const plain = typeof text === 'object' ? { ...text, value: bare(text.value) } : bare(text);
  const read = figure(desk, path, plain, { units: ['1'], bare: '1' }, RATE);
  if (read !== null && read.value > LIKELY) {
    complain(desk, 'outside-usual', 'warning', path, {
      expected: '3 .. 20 %',
      source: 'common practice of project finance',
    });
  }
  return read ?? assumed;
}

const YEARS = {
  low: 1,
  high: 200,
  why: 'A plan looks at one year at least, and nobody plans for more than 200.',
};

export function horizonOf(desk: Desk, written: WrittenPark['horizon']): number {
  const silent = Number.parseFloat(fallback('horizon'));
  if (written === undefined) assume(desk, 'horizon', `horizon ${fallback('horizon')}`, ['horizon']);
  if (written === undefined) return silent;
  return amountOf(desk, ['horizon'], written, { units: ['a'], bare: 'a' }, YEARS)?.value ?? silent;
}

export function weatherOf(desk: Desk, written: WrittenPark['weather']): Park['weather'] {
  if (written !== undefined && !('year' in written)) return filesOf(desk, written);
  if (written === undefined)
    assume(desk, 'weather', `a synthetic weather year, seed ${seedFallback}`, ['weather']);
  if (written?.seed !== undefined && written.seeds !== undefined)
    complain(desk, 'seed-and-seeds', 'error', ['weather', 'seed'], {}, 'key');
  const twice = written?.seeds?.find((seed, at) => written.seeds?.indexOf(seed) !== at);
  if (twice !== undefined)
    complain(desk, 'seed-twice', 'error', ['weather', 'seeds'], { found: String(twice) });
  const year = written?.['calendar year'] ?? calendarFallback;
  const [first = seedFallback, ...others] = written?.seeds ?? [written?.seed ?? seedFallback];
  const ofSeed = (seed: number): WeatherChoice => ({ kind: 'synthetic', seed, year });
  return [ofSeed(first), ...others.map(ofSeed)];
}

type WrittenFiles = Exclude<WrittenPark['weather'], { year: string } | undefined>;

/** As many weather years as the lists are long; a file alone serves each of them. */
function filesOf(desk: Desk, { file, files = {}, columns = {} }: WrittenFiles): Park['weather'] {
  const lists = [file, ...Object.values(files)].filter((each) => Array.isArray(each));
  const years = lists[0]?.length ?? 1;
  if (lists.some(({ length }) => length !== years)) {
    const found = [...new Set(lists.map(({ length }) => length))].join(' and ');
    complain(desk, 'weather-years-differ', 'error', ['weather'], { found }, 'key');
  }
  const inYear = (year: number): WeatherChoice => {
    const one = (each: string | string[]): string => (Array.isArray(each) ? (each[year] ?? each[0]) : each);
    return {
      kind: 'file',
      file: file === undefined ? null : one(file),
      files: Object.fromEntries(Object.entries(files).map(([id, each]) => [id, one(each)])),
      columns,
    };
  };
  return [inYear(0), ...Array.from({ length: years - 1 }, (_, later) => inYear(later + 1))];
}

export function phasesOf(desk: Desk, written: WrittenPark['phases']): ParkPhase[] {
  const entries = Object.entries(written ?? {});
  if (entries.length === 0) {
    assume(desk, 'phases', fallback('phases'), ['phases']);
    return [{ id: 'one', from: FIRST_YEAR }];
  }
  const phases = entries.map(([id, phase]) => ({ id, from: phase['operates from'] }));
  for (const [at, phase] of phases.entries()) {
    const before = phases[at - 1];
    if (before !== undefined && phase.from <= before.from) {
      const expected = `later than ${before.from}, when phase ${before.id} begins`;
      complain(desk, 'phase-order', 'error', ['phases', phase.id, 'operates from'], { expected });
    }
  }
  return phases;
}

/** The horizon counts from the first phase on; a phase that begins after it is a slip of the pen. */
export function checkHorizon(desk: Desk, phases: readonly ParkPhase[], horizon: number): void {
  const end = phases[0].from + horizon;
  const expected = `${phases[0].from} to ${Math.ceil(end) - 1}`;
  for (const phase of phases.filter(({ from }) => from >= end))
    complain(desk, 'phase-after-horizon', 'error', ['phases', phase.id, 'operates from'], { expected });
}

export function objectiveOf(desk: Desk, written: WrittenPark['objective']): Objective {
  const path = ['objective'];
  if (written === undefined) {
    assume(desk, 'objective', `the objective is ${fallback('objective')}`, path);
    return { kind: 'least cost' };
  }
  if (typeof written === 'string') return { kind: written };
  const price = written['carbon price'];
  const silent = Number(TRADE_OFF.keys['carbon price'].fallback);
  const unit = `${desk.money.to.currency}/t`;
  if (price === undefined) {
    assume(desk, 'carbon price', `the trade-off weighs a tonne of CO2e at ${silent} ${unit}`, path);
    return { kind: 'trade off', carbonPrice: silent };
  }
  const wants = { units: ['USD/tCO2e', 'USD/t'], bare: 'USD/t' };
  return {
    kind: 'trade off',
    carbonPrice: amountOf(desk, [...path, 'carbon price'], price, wants, NOT_NEGATIVE)?.value ?? silent,
  };
}
