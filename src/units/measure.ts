/**
 * What does a unit's text mean: which dimension, how large, in which money?
 * In: "MWh/t", "USD 2025/(t/a)", "kg CO2e/MWh". Out: one reading with a measure of the `safe-units` library (whose algebra
 * multiplies and divides the dimensions), the tidy spelling, and the words of the dimension; or a fault with advice.
 *
 * Grammar: units joined by a space, · or * multiply, / divides, brackets group; `a/b/c` is a/(b c). `a/b c` is refused,
 * because readers disagree about it. A currency may be followed by its price year.
 */
import { distance } from 'fastest-levenshtein';
import { Measure, UnitSystem } from 'safe-units';
import { fault, fine, type Read } from './fault.ts';
import { plainText } from './number.ts';
import { BASES, COMMON_SLIPS, CURRENCIES, type Exponents, UNIT_ROWS, type UnitRow } from './unit-table.ts';

export interface Money {
  readonly currency: string;
  /** Year of the price level, not of the source; null when not said. */
  readonly year: number | null;
}

type Bases = Readonly<Record<string, string>>;
type AnyMeasure = Measure<Bases, Exponents>;

export interface UnitReading {
  /** Tidy spelling, without price years: `USD/(t/a)`. */
  readonly spelling: string;
  /** The unit in words of its parts: `money per (mass per time)`. */
  readonly words: string;
  /** How many base units one of this unit is. */
  readonly scale: number;
  readonly exponents: Exponents;
  /** The exponents as a key: two units convert into each other when these are the same. */
  readonly key: string;
  /** Currencies in the order written. */
  readonly money: readonly Money[];
}

const SYSTEM = UnitSystem.from<Bases>(BASES) as UnitSystem<Bases>;
const NONE = Measure.dimensionless(SYSTEM, 1) as AnyMeasure;
const times = (left: AnyMeasure, right: AnyMeasure) => left.times(right) as AnyMeasure;
const over = (left: AnyMeasure, right: AnyMeasure) => left.over(right) as AnyMeasure;

const measureOf = ({ scale, exponents }: UnitRow): AnyMeasure => {
  let measure = NONE;
  for (const [base, power] of Object.entries(exponents)) {
    const unit = Measure.dimension(SYSTEM, base) as AnyMeasure;
    for (let i = 0; i < Math.abs(power); i++)
      measure = power > 0 ? times(measure, unit) : over(measure, unit);
  }
  return measure.scale(scale);
};

const ROWS: ReadonlyMap<string, UnitRow> = new Map(
  UNIT_ROWS.flatMap((row) => [row.symbol, ...row.aliases].map((name) => [name, row] as const)),
);
const IS_CURRENCY: ReadonlySet<string> = new Set(CURRENCIES);

interface Part {
  readonly measure: AnyMeasure;
  readonly spelling: string;
  readonly words: string;
}
interface Reader {
  readonly text: string;
  readonly tokens: readonly string[];
  at: number;
  readonly money: Money[];
}

const LONGEST = 120;
const TOKEN = / *([()/]| *[*·×⋅]+ *|[^\s()/*·×⋅]+) */gu;

/** `t CO2e` is one unit although it is written as two words; `per` is a slash. */
const oneWordEach = (text: string) =>
  text
    .replaceAll(/CO2-?eq?(?![a-z])/giu, 'CO2e')
    .replaceAll(/(?<![a-zA-Z])([kM]?t|k?g) +CO2e/gu, '$1CO2e')
    .replaceAll(/ +per +/gu, '/');

/**
 * Reads a unit. An empty text is "no unit" (spelling ''), a share is '1' or '%'.
 * Readings are kept, because the same few hundred units are read many thousand times.
 */
export function readUnit(text: string): Read<UnitReading> {
  const known = readings.get(text);
  if (known !== undefined) return known;
  const read = readAfresh(oneWordEach(plainText(text)));
  if (readings.size >= MOST_READINGS) readings.clear();
  readings.set(text, read);
  return read;
}
const MOST_READINGS = 5000;
const readings = new Map<string, Read<UnitReading>>();

function readAfresh(text: string): Read<UnitReading> {
  if (text === '')
    return fine({ spelling: '', words: 'number', scale: 1, exponents: NONE.unit, key: '', money: [] });
  if (text.length > LONGEST) return fault('unit-unreadable', `${text.slice(0, LONGEST)}…`);
  const reader: Reader = {
    text,
    tokens: [...text.matchAll(TOKEN)].map((match) => match[1].trim()),
    at: 0,
    money: [],
  };
  const read = readProduct(reader);
  if (!read.ok) return read;
  if (reader.at < reader.tokens.length) return fault('unit-unreadable', text);
  const years = new Set(reader.money.map(({ year }) => year).filter((year) => year !== null));
  if (years.size > 1) return fault('unit-price-year', text, { expected: [...years].join(' or ') });
  const { measure, spelling, words } = read.value;
  const { value: scale, unit: exponents } = measure;
  return fine({ spelling, words, scale, exponents, key: signature(exponents), money: reader.money });
}

/** A product, then any number of divisions; a product after a division is ambiguous. */
function readProduct(reader: Reader): Read<Part> {
  let read = readFactor(reader);
  if (!read.ok) return read;
  let part = read.value;
  let divided = false;
  let multiplied = false;
  while (reader.at < reader.tokens.length && reader.tokens[reader.at] !== ')') {
    const sign = reader.tokens[reader.at];
    const divides = sign === '/';
    if (divides || sign === '*' || /^[·×⋅]/u.test(sign)) reader.at++;
    read = readFactor(reader);
    if (!read.ok) return read;
    const right = read.value;
    if (divided && !divides) return fault('unit-ambiguous', reader.text, { near: bracketed(reader.text) });
    const left = multiplied && divides ? { ...part, words: `(${part.words})` } : part;
    part = divides
      ? {
          measure: over(left.measure, right.measure),
          spelling: `${left.spelling}/${right.spelling}`,
          words: `${left.words} per ${right.words}`,
        }
      : {
          measure: times(left.measure, right.measure),
          spelling: `${left.spelling} ${right.spelling}`,
          words: `${left.words} × ${right.words}`,
        };
    divided ||= divides;
    multiplied ||= !divides;
  }
  return fine(part);
}

function readFactor(reader: Reader): Read<Part> {
  const token = reader.tokens[reader.at++];
  if (token === undefined || token === ')' || token === '/' || /^[*·×⋅]/u.test(token)) {
    return fault('unit-unreadable', reader.text);
  }
  if (token === '(') {
    const inner = readProduct(reader);
    if (!inner.ok) return inner;
    if (reader.tokens[reader.at++] !== ')') return fault('unit-unreadable', reader.text);
    const { measure, spelling, words } = inner.value;
    return fine({ measure, spelling: `(${spelling})`, words: `(${words})` });
  }
  const [, glued, gluedYear] = /^([A-Za-z]{3,4})(\d{4})$/u.exec(token) ?? [];
  const row = ROWS.get(glued ?? token);
  if (row === undefined) return fault('unit-unknown', token, nearest(reader.text, token));
  const currency = row.symbol.slice(-3);
  if (IS_CURRENCY.has(currency)) {
    const year = gluedYear ?? /^(?:19|20)\d{2}$/u.exec(reader.tokens[reader.at] ?? '')?.[0];
    if (year !== undefined && gluedYear === undefined) reader.at++;
    reader.money.push({ currency, year: year === undefined ? null : Number(year) });
  } else if (glued !== undefined) return fault('unit-unknown', token, nearest(reader.text, token));
  return fine({ measure: measureOf(row), spelling: row.symbol, words: row.measures });
}

/** "Wh/t km" → "Wh/(t km)", when there is one slash and no bracket. */
function bracketed(text: string): string | undefined {
  const [above, below, ...more] = text.split('/');
  return more.length > 0 || /[()]/u.test(text) ? undefined : `${above.trim()}/(${below.trim()})`;
}

/** The whole unit with the unknown part put right, for up to three likely meanings. */
function nearest(text: string, unknown: string): { near?: string } {
  const better = likely(unknown).slice(0, 3);
  if (better.length === 0) return {};
  const withBetter = (symbol: string) =>
    text.replaceAll(/[^\s()/*·×⋅]+/gu, (word) => {
      if (word === unknown) return symbol;
      return ROWS.has(word) || /^\d/u.test(word) ? word : (likely(word)[0] ?? word);
    });
  return { near: better.map(withBetter).join(' or ') };
}

function likely(unknown: string): readonly string[] {
  if (Object.hasOwn(COMMON_SLIPS, unknown)) return COMMON_SLIPS[unknown];
  const lower = unknown.toLowerCase();
  const names = [...ROWS.keys()];
  const sameLetters = names.filter((name) => name.toLowerCase() === lower);
  const symbols = (found: readonly string[]) => [...new Set(found.map((name) => ROWS.get(name)!.symbol))];
  if (sameLetters.length > 0) return symbols(sameLetters);
  // One slip in three letters; a word of one or two letters is near to everything.
  const reach = Math.min(2, Math.floor(unknown.length / 3));
  const ranked = names
    .filter((name) => name.length > 1)
    .map((name) => [name, distance(name.toLowerCase(), lower)] as const)
    .filter(([, slips]) => slips <= reach)
    .sort((left, right) => left[1] - right[1]);
  return symbols(ranked.filter(([, slips]) => slips === ranked[0][1]).map(([name]) => name));
}

/** Exponents as a key, for example `energy^1 mass^-1`. */
export function signature(exponents: Exponents): string {
  return Object.keys(BASES)
    .filter((base) => exponents[base] !== 0)
    .map((base) => `${base}^${exponents[base]}`)
    .join(' ');
}

/** The same exponents with all currencies taken as one (USD), to tell "wrong currency" from "wrong dimension". */
export function anyMoney(exponents: Exponents): Exponents {
  const merged: Record<string, number> = { ...exponents };
  for (const currency of CURRENCIES.slice(1)) {
    merged[CURRENCIES[0]] += merged[currency];
    merged[currency] = 0;
  }
  return merged;
}
