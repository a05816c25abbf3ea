/**
 * Which number does a text begin with, and how is a number printed?
 * In: what a person typed ("10 000", "1.5e3", "−35"). Out: the number and the text after it, or a fault; and the way back.
 *
 * Thousands may be set apart by spaces (any of Unicode's) or by commas in groups of three; the decimal sign is the point.
 * "1,5" is refused, because a comma that some read as "1.5" and others as "15" must not decide about a plant.
 */
import { fault, fine, type Read } from './fault.ts';

/** Thin and unbreaking, so that "10 000" stays on one line and is not taken for two numbers. */
const THOUSANDS = '\u202f';
const MINUS = '\u2212';

const SAME_SIGN: readonly (readonly [RegExp, string])[] = [
  [/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\r\n]/gu, ' '],
  [/\u2212/gu, '-'],
  [/[\u00b2\u2082]/gu, '2'],
  [/\u00b3/gu, '3'],
  [/\u03bc/gu, 'µ'],
  [/\u2126/gu, 'Ω'],
];

/** Signs that look alike made one: spaces, minus, powers, micro, ohm; no space at the ends. */
export function plainText(text: string): string {
  let plain = text;
  for (const [sign, same] of SAME_SIGN) plain = plain.replace(sign, same);
  // People type the en dash for a minus; between two numbers it stays what it is, the sign of a range.
  return plain.trim().replace(/^–(?=[\d.])/u, '-');
}

const NUMBER =
  /^[+-]?(?:(?:\d{1,3}(?: \d{3})+|\d{1,3}(?:,\d{3})+)(?![\d])|\d+)?(?:(?<=\d)\.\d+|(?<!\d)\.\d+)?(?:[eE][+-]?\d+)?/u;
const NOT_FINITE = /^[+-]?(?:\.?nan|\.?inf(?:inity)?|∞)(?![a-z])/iu;
const POWERS_OF_TEN: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };

export interface LeadingNumber {
  readonly value: number;
  /** What follows the number, without spaces at its ends. */
  readonly rest: string;
}

/** Reads the number at the beginning of `text` (already `plainText`). "3.9 billion USD" is 3.9e9 with the rest "USD". */
export function readLeadingNumber(text: string): Read<LeadingNumber> {
  if (text === '') return fault('quantity-empty', text);
  if (NOT_FINITE.test(text)) return fault('number-not-finite', text);
  const typed = NUMBER.exec(text)?.[0] ?? '';
  if (!/\d/u.test(typed))
    return fault(/^[+-]? *[.,\d]/u.test(text) ? 'number-unreadable' : 'number-missing', text);
  const after = text.slice(typed.length);
  if (/^,\d/u.test(after) || /^[+-]?0,/u.test(typed)) {
    return fault('number-decimal-comma', text, { near: withPoint(text) });
  }
  // "10 00", "1.2.3", "1'000" and "5-7" are no numbers; "5 1/h" is five per hour.
  if (/^ *(?:[.,'’+-]|_\d|\d(?! *\/))/u.test(after)) return fault('number-unreadable', text);
  const value = Number(typed.replaceAll(/[ ,]/gu, ''));
  if (!Number.isFinite(value)) return fault('number-not-finite', text);
  const word = /^ *(thousand|million|billion)(?![a-z])/iu.exec(after);
  if (word === null) return fine({ value, rest: after.trim() });
  return fine({
    value: value * POWERS_OF_TEN[word[1].toLowerCase()],
    rest: after.slice(word[0].length).trim(),
  });
}

/** "1.234,5 t" → "1234.5 t": what a writer of decimal commas most likely means. */
function withPoint(text: string): string {
  return text.replace(/^[+-]?[\d.]*,\d+/u, (number) => number.replaceAll('.', '').replace(',', '.'));
}

/**
 * Prints a number for people: `digits` significant digits (4 unless said), thousands set apart, no trailing zeros, no
 * exponent between 1e-9 and 1e15. `readQuantity` reads all of it back.
 */
export function showNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return 'not a number';
  if (value < 0) return MINUS + showNumber(-value, digits);
  if (value === Number.POSITIVE_INFINITY) return '∞';
  if (value === 0) return '0';
  const rounded = Number(value.toPrecision(digits));
  if (rounded < 1e-9 || rounded >= 1e15)
    return rounded.toString().includes('e') ? String(rounded) : rounded.toExponential();
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(rounded)));
  const [whole, part = ''] = rounded.toFixed(Math.min(decimals, 100)).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, THOUSANDS);
  const decimal = part.replace(/0+$/u, '');
  return decimal === '' ? grouped : `${grouped}.${decimal}`;
}

/** "promises", "promise": the one place that tells one from many. */
export const noun = (many: number, one: string, more = `${one}s`): string => (many === 1 ? one : more);

/** "3 promises", "1 promise", "1 720 columns". */
export const count = (many: number, one: string, more?: string): string =>
  `${showNumber(many, 15)} ${noun(many, one, more)}`;
