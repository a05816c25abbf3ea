/**
 * Which units does Kombinat know, and what is each worth?
 * In: nothing. Out: one row for each unit; the reading, the advice and the reference page are made from these rows.
 *
 * Base dimensions are those of the trade, not of physics: energy stands beside mass, length and time, so that
 * `GJ/t` is never mistaken for a squared speed. Persons, pots, normal cubic metres, tonnes of CO2 equivalent and each
 * currency have base dimensions of their own and never cancel with anything else.
 *
 * Conventions: t is the metric tonne; a year (a) is exactly 8 760 h, a month 730 h, a week 168 h, a day 24 h; Mm3 is
 * a million cubic metres (not a cubed megametre); Nm3 is gas at 0 °C and 101 325 Pa, dry; calories are those of
 * the International Table (4.1868 J). Prefixes are listed unit by unit: what is not listed is refused, so `mt` is no
 * milli-tonne and `mW` no milliwatt. `million` and `bn` are counted as units so that reports can say `bn USD`.
 */

/** Base dimension → the unit that counts as one inside. Currencies are added below. */
const PHYSICAL_BASES = {
  mass: 't',
  energy: 'MWh',
  time: 'h',
  length: 'm',
  current: 'kA',
  temperature: 'K',
  pressure: 'Pa',
  angle: 'deg',
  persons: 'persons',
  pots: 'pots',
  'CO2 equivalent': 'tCO2e',
  'gas volume': 'Nm3',
} as const;

/** ISO 4217 codes that a price may carry. A table of exchange rates decides which of them can be converted. */
export const CURRENCIES = (
  'USD EUR KZT CNY RUB GBP CHF JPY KRW INR AED SAR QAR BHD OMR TRY UZS KGS ' +
  'AUD CAD BRL ZAR NOK SEK DKK ISK PLN'
).split(' ');

export const BASES: Readonly<Record<string, string>> = {
  ...PHYSICAL_BASES,
  ...Object.fromEntries(CURRENCIES.map((currency) => [currency, currency])),
};

export type Exponents = Readonly<Record<string, number>>;

export interface UnitRow {
  /** The spelling that is printed. */
  readonly symbol: string;
  /** What it measures, in words. */
  readonly measures: string;
  /** How many base units (product of `exponents`) one of it is. */
  readonly scale: number;
  readonly exponents: Exponents;
  /** Other spellings that mean the same. */
  readonly aliases: readonly string[];
}

const PREFIXES: Readonly<Record<string, number>> = {
  n: 1e-9,
  µ: 1e-6,
  m: 1e-3,
  c: 1e-2,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
};

/** One row for each listed prefix; `power` lets a prefix stand inside the power (cm2 = (cm)2). */
function withPrefixes(
  prefixes: string,
  stem: string,
  measures: string,
  scale: number,
  exponents: Exponents,
  power = 1,
): UnitRow[] {
  return prefixes.split(',').map((prefix) => ({
    symbol: prefix + stem,
    measures,
    // Division keeps the small prefixes exact decimals where multiplication would not.
    scale:
      PREFIXES[prefix] < 1
        ? scale / Math.round(1 / PREFIXES[prefix]) ** power
        : scale * PREFIXES[prefix] ** power,
    exponents,
    aliases: prefix === 'µ' ? [`u${stem}`] : [],
  }));
}

const one = (
  symbol: string,
  measures: string,
  scale: number,
  exponents: Exponents,
  ...aliases: string[]
): UnitRow => ({
  symbol,
  measures,
  scale,
  exponents,
  aliases,
});

const MASS = { mass: 1 };
const ENERGY = { energy: 1 };
const POWER = { energy: 1, time: -1 };
const TIME = { time: 1 };
const VOLUME = { length: 3 };
const VOLTAGE = { energy: 1, time: -1, current: -1 };
const RESISTANCE = { energy: 1, time: -1, current: -2 };
const CARBON = { 'CO2 equivalent': 1 };

export const UNIT_ROWS: readonly UnitRow[] = [
  one('1', 'share', 1, {}),
  one('%', 'share', 0.01, {}, 'percent'),
  one('‰', 'share', 0.001, {}, 'permille'),
  one('ppm', 'share', 1e-6, {}),
  one('million', 'million', 1e6, {}),
  one('bn', 'billion', 1e9, {}, 'billion'),

  one('t', 'mass', 1, MASS, 'tonne', 'tonnes'),
  ...withPrefixes('k,M', 't', 'mass', 1, MASS),
  ...withPrefixes('µ,m,,k', 'g', 'mass', 1 / 1e6, MASS),

  ...withPrefixes(',k,M,G,T', 'Wh', 'energy', 1 / 1e6, ENERGY),
  ...withPrefixes(',k,M,G,T,P', 'J', 'energy', 1 / 3.6e9, ENERGY),
  ...withPrefixes('k,M,G', 'cal', 'energy', 4.1868 / 3.6e9, ENERGY),
  one('MMBtu', 'energy', 1055.05585262 / 3600, ENERGY),
  ...withPrefixes(',k,M,G', 'W', 'power', 1 / 1e6, POWER),
  ...withPrefixes('k,M,G', 'Wp', 'power (peak)', 1 / 1e6, POWER),

  one('h', 'time', 1, TIME, 'hour', 'hours'),
  one('s', 'time', 1 / 3600, TIME, 'second', 'seconds'),
  one('min', 'time', 1 / 60, TIME, 'minute', 'minutes'),
  one('d', 'time', 24, TIME, 'day', 'days'),
  one('week', 'time', 168, TIME),
  one('weeks', 'time', 168, TIME),
  one('month', 'time', 730, TIME),
  one('months', 'time', 730, TIME),
  one('a', 'time', 8760, TIME, 'year', 'years', 'yr', 'y'),

  ...withPrefixes('n,µ,m,c,,k', 'm', 'length', 1, { length: 1 }),
  ...withPrefixes('m,c,,k', 'm2', 'area', 1, { length: 2 }, 2),
  one('ha', 'area', 1e4, { length: 2 }, 'hectare', 'hectares'),
  ...withPrefixes('m,c,', 'm3', 'volume', 1, VOLUME, 3),
  one('Mm3', 'volume', 1e6, VOLUME),
  one('km3', 'volume', 1e9, VOLUME),
  one('l', 'volume', 1e-3, VOLUME, 'L', 'litre', 'litres'),
  ...withPrefixes(',k,M', 'Nm3', 'gas volume', 1, { 'gas volume': 1 }),
  one('tkm', 'mass × length', 1e3, { mass: 1, length: 1 }),

  ...withPrefixes('m,,k', 'A', 'electric current', 1e-3, { current: 1 }),
  ...withPrefixes('m,,k', 'V', 'voltage', 1e-3, VOLTAGE),
  ...withPrefixes('n,µ,m,', 'ohm', 'resistance', 1e-6, RESISTANCE).map((row) => ({
    ...row,
    aliases: [...row.aliases, row.symbol.replace('ohm', 'Ω')],
  })),

  one('K', 'temperature', 1, { temperature: 1 }),
  one('°C', 'temperature', 1, { temperature: 1 }, 'degC'),
  ...withPrefixes(',k,M', 'Pa', 'pressure', 1, { pressure: 1 }),
  ...withPrefixes('m,', 'bar', 'pressure', 1e5, { pressure: 1 }),
  one('deg', 'angle', 1, { angle: 1 }, '°', 'degrees'),
  one('rad', 'angle', 180 / Math.PI, { angle: 1 }),

  one('persons', 'persons', 1, { persons: 1 }, 'people', 'jobs'),
  one('person', 'person', 1, { persons: 1 }),
  one('pots', 'pots', 1, { pots: 1 }),
  one('pot', 'pot', 1, { pots: 1 }),
  ...withPrefixes(',k,M', 'tCO2e', 'CO2 equivalent', 1, CARBON),
  ...withPrefixes(',k', 'gCO2e', 'CO2 equivalent', 1 / 1e6, CARBON),

  ...CURRENCIES.flatMap((currency) => withPrefixes(',k,M,G', currency, 'money', 1, { [currency]: 1 })),
];

/** Words that people write for units and what they may have meant; each is refused with this advice. */
export const COMMON_SLIPS: Readonly<Record<string, readonly string[]>> = {
  mt: ['Mt', 'kt'],
  MT: ['Mt', 't'],
  Mg: ['t', 'mg'],
  T: ['t'],
  ton: ['t'],
  tons: ['t'],
  mW: ['MW', 'kW'],
  mWh: ['MWh', 'kWh'],
  mJ: ['MJ', 'kJ'],
  mPa: ['MPa', 'kPa'],
  C: ['°C'],
  '℃': ['°C'],
  $: ['USD'],
  US$: ['USD'],
  '€': ['EUR'],
  '£': ['GBP'],
  '₸': ['KZT'],
  tenge: ['KZT'],
  RMB: ['CNY'],
  '¥': ['CNY', 'JPY'],
  cent: ['USD'],
  kWe: ['kW'],
  MWe: ['MW'],
  MWth: ['MW'],
  mth: ['months'],
  mo: ['months'],
  tCO2: ['tCO2e', 't'],
  kgCO2: ['kgCO2e', 'kg'],
  gCO2: ['gCO2e', 'g'],
  CO2e: ['tCO2e', 'kgCO2e'],
  FTE: ['persons'],
  staff: ['persons'],
  sqm: ['m2'],
  cbm: ['m3'],
  т: ['t'],
  тонн: ['t'],
  тонна: ['t'],
  тонны: ['t'],
  кт: ['kt'],
  кг: ['kg'],
  га: ['ha'],
  ч: ['h'],
  год: ['a'],
  чел: ['persons'],
  кВт: ['kW'],
  МВт: ['MW'],
  ГВт: ['GW'],
  МВт·ч: ['MWh'],
  Гкал: ['Gcal'],
  тг: ['KZT'],
  тенге: ['KZT'],
};

/**
 * The units used inside, each with the dimension's name. First match wins, so the order is from plain to composed; a
 * currency stands for `USD` here. `money per mass per time` has no row: a year in it cancels against the rate.
 */
export const CANONICAL_UNITS: readonly (readonly [unit: string, dimension: string])[] = [
  ['1', 'share'],
  ['t', 'mass'],
  ['t/h', 'mass per time'],
  ['MWh', 'energy'],
  ['MW', 'power'],
  ['h', 'time'],
  ['km', 'length'],
  ['ha', 'area'],
  ['m3', 'volume'],
  ['Nm3', 'gas volume'],
  ['persons', 'persons'],
  ['tCO2e', 'CO2 equivalent'],
  ['kA', 'electric current'],
  ['V', 'voltage'],
  ['ohm', 'resistance'],
  ['pots', 'pots'],
  ['°C', 'temperature'],
  ['Pa', 'pressure'],
  ['deg', 'angle'],
  ['m/s', 'speed'],
  ['USD', 'money'],
  ['MWh/t', 'energy per mass'],
  ['MWh/m3', 'energy per volume'],
  ['MWh/Nm3', 'energy per gas volume'],
  ['t/MWh', 'mass per energy'],
  ['m3/t', 'volume per mass'],
  ['m3/MWh', 'volume per energy'],
  ['m3/h', 'volume per time'],
  ['t/m3', 'mass per volume'],
  ['t/Nm3', 'mass per gas volume'],
  ['Nm3/t', 'gas volume per mass'],
  ['Nm3/h', 'gas volume per time'],
  ['1/h', 'share per time'],
  ['1/km', 'share per length'],
  ['MW/h', 'power per time'],
  ['MWh/(t km)', 'energy per (mass × length)'],
  ['t km', 'mass × length'],
  ['tCO2e/t', 'CO2 equivalent per mass'],
  ['tCO2e/MWh', 'CO2 equivalent per energy'],
  ['tCO2e/h', 'CO2 equivalent per time'],
  ['USD/t', 'money per mass'],
  ['USD/MWh', 'money per energy'],
  ['USD/m3', 'money per volume'],
  ['USD/Nm3', 'money per gas volume'],
  ['USD/h', 'money per time'],
  ['USD/MW', 'money per power'],
  ['USD/(t/h)', 'money per (mass per time)'],
  ['USD/(m3/h)', 'money per (volume per time)'],
  ['USD/tCO2e', 'money per CO2 equivalent'],
  ['USD/(t km)', 'money per (mass × length)'],
  ['USD/(MW km)', 'money per (power × length)'],
  ['USD/(MWh km)', 'money per (energy × length)'],
  ['USD/km', 'money per length'],
  ['USD/ha', 'money per area'],
  ['USD/person', 'money per person'],
  ['USD/(person h)', 'money per person per time'],
  ['persons/(t/h)', 'persons per (mass per time)'],
  ['persons/MW', 'persons per power'],
  ['persons/(m3/h)', 'persons per (volume per time)'],
  ['persons/t', 'persons per mass'],
  ['ha/(t/h)', 'area per (mass per time)'],
  ['ha/MW', 'area per power'],
  ['ha/t', 'area per mass'],
  ['MW/ha', 'power per area'],
  ['MWh/ha', 'energy per area'],
  ['t/ha', 'mass per area'],
];
