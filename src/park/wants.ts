/**
 * Which units may stand at a place, and which one does a bare number take there?
 * In: the key and what it is about. Out: units that `amount.ts` reads into (the first is canonical; USD stands for any
 * money), and the unit of a bare number, which is the trade's.
 */
import type { LibraryCommodity, LibraryPlant } from './library.ts';

export interface Wants {
  readonly units: readonly string[];
  readonly bare: string;
}

type Unit = LibraryCommodity['unit'];
type Rated = LibraryPlant['ratedIn'];

/** The trade's rating → canonical unit of a capacity. */
export const CAPACITY_UNIT = { 't/a': 't/h', MW: 'MW', 'm3/a': 'm3/h' } as const satisfies Record<
  Rated,
  string
>;

/** Rate per hour in which a commodity of this unit flows. */
export const HOURLY = { t: 't/h', MWh: 'MW', m3: 'm3/h' } as const satisfies Record<Unit, string>;

const per = (unit: string) => (/[/ ]/.test(unit) ? `(${unit})` : unit);
const one = (unit: string): Wants => ({ units: [unit], bare: unit });
const sized = (what: string, size: string, bareSize: string): Wants => ({
  units: [`${what}/${per(size)}`],
  bare: `${what}/${per(bareSize)}`,
});

/** An amount of a commodity per unit of reference output: `13.2 MWh`, `13.2 MWh/t`. */
export function flowWants(unit: Unit, reference: Unit): Wants {
  return { units: [unit, unit === reference ? '1' : `${unit}/${reference}`], bare: unit };
}

/** Costs of a size in `size` (canonical) that the trade writes per `bareSize`; `unit` is that of the output. */
export function costWants(key: string, size: string, unit: string, bareSize = size): Wants {
  if (key === 'overnight') return sized('USD', size, bareSize);
  if (key === 'fixed') return { units: [`USD/${per(size)}/a`, '1/a'], bare: `USD/${per(bareSize)}/a` };
  if (key === 'variable') return one(`USD/${unit}`);
  return one(key === 'life' ? 'a' : '1');
}

/** A part that is renewed: money per size each time, and the time between. */
export const renewalWants = (key: string, rated: Rated): Wants =>
  key === 'cost' ? costWants('overnight', CAPACITY_UNIT[rated], '', rated) : one('a');

export const plantCostWants = (key: string, rated: Rated, unit: string): Wants =>
  costWants(key, CAPACITY_UNIT[rated], unit, rated);

const FIXED_UNITS: Readonly<Record<string, Wants>> = {
  availability: one('1'),
  'minimum load': one('1'),
  ramp: one('1/h'),
  'build time': one('months'),
  storage: one('d'),
  'standing loss': one('1/h'),
  'charge efficiency': one('1'),
  'discharge efficiency': one('1'),
  'renewable share': one('1'),
  'loss per km': one('1/km'),
  'terminal loss': one('1'),
  'variable per km': { units: ['USD/(t km)', 'USD/(MWh km)', 'USD/(m3 km)'], bare: 'USD/(t km)' },
  'electricity per km': { units: ['MWh/(t km)', 'MWh/(m3 km)', '1/km'], bare: 'MWh/(t km)' },
};

/** Units of what a plant or store has beside costs. */
export function wantsOf(key: string, rated: Rated): Wants {
  if (key === 'staff') return sized('persons', CAPACITY_UNIT[rated], rated);
  if (key === 'usual size' || key === 'step') return { units: [CAPACITY_UNIT[rated]], bare: rated };
  if (key === 'conversion') return costWants('overnight', CAPACITY_UNIT[rated], '', rated);
  if (key === 'land') return sized('ha', CAPACITY_UNIT[rated], rated);
  return FIXED_UNITS[key] ?? one('1');
}

/** A price or cost of one unit. */
export const priceWants = (unit: Unit): Wants => one(`USD/${unit}`);
/** A total of a year. */
export const yearlyWants = (unit: Unit): Wants => one(`${unit}/a`);
export const carbonWants = (unit: Unit): Wants => ({ units: [`tCO2e/${unit}`], bare: `tCO2e/${unit}` });
