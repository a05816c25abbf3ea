/**
 * What does "13.2 MWh/t" say, what is it in another unit, and how is it printed?
 * In: what a person typed, or a value with its unit. Out: a quantity, a converted value, a text; or a fault in values.
 *
 * Kept apart on purpose: money of different currencies or price years (`money.ts` converts it), persons, normal cubic
 * metres, and tonnes of CO2 equivalent. Bare mass is taken for CO2 equivalent only where CO2 equivalent is asked for
 * (`802 g/kWh` as `tCO2e/MWh`), never the other way round, so that carbon does not cancel against metal into a share.
 * A temperature on its own is a point on its scale (25 °C = 298.15 K); inside a compound it is a difference (kWh/(t °C)).
 */
import { fault, fine, type Read, type UnitFault } from './fault.ts';
import { anyMoney, type Money, readUnit, signature, type UnitReading } from './measure.ts';
import { plainText, readLeadingNumber, showNumber } from './number.ts';
import { CANONICAL_UNITS, CURRENCIES } from './unit-table.ts';

export type { Money, Read };
export { showNumber };

export interface Quantity {
  readonly value: number;
  /** Tidy spelling without price year; '' when no unit was written. */
  readonly unit: string;
  readonly money: Money | null;
}
export interface QuantityRange {
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly money: Money | null;
}

const WITH_HYPHEN = /([\d%)A-Za-z]) *- *(?=\.?\d)/u;
const withoutExponents = (text: string) => text.replaceAll(/(\d)[eE]-(?=\d)/gu, '$1e');

/** The two ends of a range, or null when the text is none. `..` is the sign; an en dash, … and "to" are understood. */
function rangeEnds(text: string): readonly [string, string] | null {
  for (const sign of [/ *(?:\.{2,3}|…) */u, / *[–—] */u, / +to +/u]) {
    const found = sign.exec(text);
    if (found !== null && found.index > 0) {
      return [text.slice(0, found.index), plainText(text.slice(found.index + found[0].length))];
    }
  }
  return null;
}

/** "85 USD 2025/MWh" → `{ value: 85, unit: 'USD/MWh', money: { currency: 'USD', year: 2025 } }`. */
export function readQuantity(text: string): Read<Quantity> {
  const plain = plainText(text);
  if (rangeEnds(plain) !== null || WITH_HYPHEN.test(withoutExponents(plain))) {
    return fault('quantity-is-range', plain);
  }
  return readOne(plain);
}

function readOne(plain: string): Read<Quantity> {
  const number = readLeadingNumber(plain);
  if (!number.ok) return number;
  const unit = readUnit(number.value.rest);
  if (!unit.ok) return unit;
  const { spelling, money } = unit.value;
  return fine({ value: number.value.value, unit: spelling, money: money[0] ?? null });
}

/** "350 .. 600 kA" → `{ low: 350, high: 600, unit: 'kA' }`. An end without a unit takes that of the other. */
export function readRange(text: string): Read<QuantityRange> {
  const plain = plainText(text);
  const ends = rangeEnds(plain);
  if (ends === null) {
    const hyphen = WITH_HYPHEN.test(withoutExponents(plain));
    return fault(hyphen ? 'range-hyphen' : 'range-missing', plain, {
      ...(hyphen && { near: plain.replace(WITH_HYPHEN, '$1 .. ') }),
    });
  }
  const low = readOne(ends[0]);
  if (!low.ok) return low;
  const high = readOne(ends[1]);
  if (!high.ok) return high;
  const { unit } = high.value.unit === '' ? low.value : high.value;
  const lowest =
    low.value.unit === '' ? fine(low.value.value) : convert(low.value.value, low.value.unit, unit);
  if (!lowest.ok) return lowest;
  const years = [low.value.money?.year, high.value.money?.year].filter((year) => typeof year === 'number');
  if (years.length === 2 && years[0] !== years[1]) {
    return fault('unit-price-year', plain, { expected: years.join(' or ') });
  }
  if (lowest.value > high.value.value) return fault('range-crossed', plain);
  const money = high.value.money ?? low.value.money;
  return fine({
    low: lowest.value,
    high: high.value.value,
    unit,
    money: money === null ? null : { currency: money.currency, year: years[0] ?? null },
  });
}

/** "30 d of smelter" → `{ hours: 720, of: 'smelter' }`: a stock sized by how long it feeds a plant. */
export function readDurationOf(text: string): Read<{ readonly hours: number; readonly of: string }> {
  const plain = plainText(text);
  const [, duration, of] = /^(.+?) +of +(?:the +)?(\S.*)$/u.exec(plain) ?? [];
  if (of === undefined) return fault('duration-unreadable', plain);
  const read = readQuantity(duration);
  if (!read.ok) return read;
  const hours = convert(read.value.value, read.value.unit, 'h');
  return hours.ok ? fine({ hours: hours.value, of }) : hours;
}

/** `value` of the unit `from`, in the unit `to`. Infinite values stay infinite. */
export function convert(value: number, from: string, to: string): Read<number> {
  if (Number.isNaN(value)) return fault('number-not-finite', `${value}`);
  const source = readUnit(from);
  if (!source.ok) return source;
  const target = readUnit(to);
  if (!target.ok) return target;
  const mixed = difference(source.value, target.value);
  if (mixed !== null) return { ok: false, fault: mixed };
  const names = `${source.value.spelling} → ${target.value.spelling}`;
  if (names === '°C → K') return fine(value + 273.15);
  if (names === 'K → °C') return fine(value - 273.15);
  return fine(rescale(value, source.value.scale, target.value.scale));
}

/** Divides by whole numbers rather than multiply by their rounded inverse: 94.5 % is 94.5/100, exactly rounded. */
function rescale(value: number, from: number, to: number): number {
  if (from >= to) return value * whole(from / to);
  return value / whole(to / from);
}
function whole(factor: number): number {
  const nearest = Math.round(factor);
  return Math.abs(factor - nearest) <= 1e-12 * factor ? nearest : factor;
}

/** Why one unit cannot be converted into the other, or null when it can. */
function difference(source: UnitReading, target: UnitReading): UnitFault | null {
  const found = source.spelling;
  const expected = target.spelling;
  if (source.key !== target.key && !isCarbonOfMass(source, target)) {
    if (found === '') return { code: 'unit-missing', found, expected };
    const sameButMoney = signature(anyMoney(source.exponents)) === signature(anyMoney(target.exponents));
    const foundDimension = wordsFor(source);
    const expectedDimension = wordsFor(target);
    return {
      code: sameButMoney ? 'unit-currency' : 'unit-dimension',
      found,
      expected: expected === '' ? 'a number without unit' : expected,
      foundDimension,
      expectedDimension,
    };
  }
  const [sourceYear, targetYear] = [source, target].map(({ money }) => money[0]?.year ?? null);
  if (sourceYear !== null && targetYear !== null && sourceYear !== targetYear) {
    return { code: 'unit-price-year', found: `${found} of ${sourceYear}`, expected: `${targetYear}` };
  }
  return null;
}

/** True when `target` is `source` with bare mass read as CO2 equivalent. */
function isCarbonOfMass(source: UnitReading, target: UnitReading): boolean {
  const carbon = target.exponents['CO2 equivalent'];
  if (carbon === 0 || source.exponents['CO2 equivalent'] !== 0) return false;
  const asCarbon = {
    ...source.exponents,
    mass: source.exponents['mass'] - carbon,
    'CO2 equivalent': carbon,
  };
  return signature(asCarbon) === target.key;
}

/** True when the two units can be converted into each other as they are (shares and bare numbers included). */
export function sameDimension(left: string, right: string): boolean {
  const [one, other] = [readUnit(left), readUnit(right)];
  return one.ok && other.ok && one.value.key === other.value.key;
}

/** "kWh/t" → "energy per mass"; null when the unit cannot be read. */
export function dimensionName(unit: string): string | null {
  const read = readUnit(unit);
  return read.ok ? wordsFor(read.value) : null;
}

/** "kWh/kg" → "MWh/t", "EUR/kW" → "EUR/MW": the unit used inside; null when there is none or the unit cannot be read. */
export function canonicalUnit(unit: string): string | null {
  const read = readUnit(unit);
  if (!read.ok) return null;
  const currency = read.value.money[0]?.currency ?? CURRENCIES[0];
  return canonicalFor(read.value)?.[0].replace(CURRENCIES[0], currency) ?? null;
}

function wordsFor(reading: UnitReading): string {
  if (reading.spelling === '') return reading.words;
  return canonicalFor(reading)?.[1] ?? reading.words;
}

const bySignature = new Map<string, readonly [string, string]>();
function canonicalFor({ exponents, money }: UnitReading): readonly [string, string] | undefined {
  // An exchange rate (USD/EUR) is not a share.
  if (new Set(money.map(({ currency }) => currency)).size > 1) return undefined;
  if (bySignature.size === 0) {
    for (const entry of CANONICAL_UNITS) {
      const read = readUnit(entry[0]);
      const key = read.ok ? read.value.key : '';
      if (!bySignature.has(key)) bySignature.set(key, entry);
    }
  }
  return bySignature.get(signature(anyMoney(exponents)));
}

/**
 * "13.2 MWh/t", "10 000 persons", "94.5 %": a value for people. Shares ('1', '1/h') are shown as percent ('%', '%/h');
 * '' is a bare number. `digits` are significant digits, 4 unless said.
 */
export function showQuantity(value: number, unit: string, digits?: number): string {
  if (unit === '') return showNumber(value, digits);
  if (/^1(?=$| *\/)/u.test(unit)) return `${showNumber(value * 100, digits)} ${unit.replace('1', '%')}`;
  return `${showNumber(value, digits)} ${unit.replace('degC', '°C')}`;
}
