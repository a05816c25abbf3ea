/**
 * What is said when a quantity, a unit, a range or an amount of money cannot be read or converted.
 * In: a fault of `units/fault.ts` as particulars (found, expected, near, foundDimension, expectedDimension; `path` when
 * known). Out: what is wrong, why it matters, how to mend it.
 */
import type { UnitFaultCode } from '../../units/fault.ts';
import type { Particulars, Said, Sentences } from './sentence.ts';

/** "power (MW)"; the unit alone when its dimension has no name; "no unit" for an empty one. */
function named(unit: string | undefined, dimension: string | undefined): string {
  if (!unit) return 'no unit';
  return dimension ? `${dimension} (${unit})` : unit;
}
const nearOr = (p: Particulars, otherwise: string) => (p['near'] ? `Did you mean ${p['near']}?` : otherwise);

const bySort: Readonly<Record<UnitFaultCode, (p: Particulars) => Said>> = {
  'quantity-empty': () => ({
    message: 'A quantity is empty.',
    why: 'An empty place would have to be guessed.',
    remedy: 'Write a number with its unit, such as 13.2 MWh/t, or take the line out.',
  }),
  'quantity-is-range': (p) => ({
    message: `"${p['found']}" is a range where one value is needed.`,
    why: 'The plan would have to choose a value within it unasked.',
    remedy: 'Write the one value to plan with; a range can stand beside it under range:.',
  }),
  'number-missing': (p) => ({
    message: `"${p['found']}" does not begin with a number.`,
    why: 'A quantity is a number followed by its unit.',
    remedy: nearOr(p, 'Put the number first, such as 85 USD/MWh.'),
  }),
  'number-unreadable': (p) => ({
    message: `The number in "${p['found']}" cannot be read.`,
    why: 'Read wrongly, it would be off by a factor of ten or more.',
    remedy:
      'Write it like 10000, 10 000, 10,000, 0.5 or 1.2e6: thousands in groups of three, a point for decimals.',
  }),
  'number-decimal-comma': (p) => ({
    message: `"${p['found']}" has a comma where a decimal point is expected.`,
    why: 'A comma sets thousands apart for some readers and decimals for others.',
    remedy: p['near'] ? `Write ${p['near']}.` : 'Write decimals with a point, such as 1.5.',
  }),
  'number-not-finite': (p) => ({
    message: `"${p['found']}" is not a finite number.`,
    why: 'Nothing can be computed from it.',
    remedy: 'Write a number; leave a limit out where there is none.',
  }),
  'unit-missing': (p) => ({
    message: `A number stands without its unit; ${p['expected']} is expected.`,
    why: 'The same number in another unit can be a thousand times more or less.',
    remedy: `Add the unit, such as ${p['expected']}.`,
  }),
  'unit-unknown': (p) => ({
    message: `"${p['found']}" is not a known unit.`,
    why: 'Upper and lower case matter: M is a million, m a thousandth.',
    remedy: nearOr(p, 'Use units such as t, kt/a, MW, MWh/t, m3, km, persons, USD/t.'),
  }),
  'unit-unreadable': (p) => ({
    message: `"${p['found']}" cannot be read as a unit.`,
    why: 'A bracket or a slash is missing or too many, or there is text that is no unit.',
    remedy: 'Write units like MWh/t, USD 2025/(t/a) or Wh/(t km).',
  }),
  'unit-ambiguous': (p) => ({
    message: `"${p['found']}" can be read in two ways.`,
    why: 'After a slash it is not clear what still belongs below it.',
    remedy: nearOr(p, 'Use brackets, as in Wh/(t km), or slashes, as in USD/kW/a.'),
  }),
  'unit-dimension': (p) => ({
    message: `${named(p['found'], p['foundDimension'])} stands where ${named(p['expected'], p['expectedDimension'])} is expected.`,
    why: 'The two measure different things, so no factor turns one into the other.',
    remedy: `Give the value in ${p['expected']}, or in a unit of the same kind.`,
  }),
  'unit-currency': (p) => ({
    message: `${p['found']} stands where ${p['expected']} is expected: another currency.`,
    why: 'Money is converted only with an exchange rate of a stated year.',
    remedy:
      'Give the price with its currency and price year, such as 85 EUR 2024/MWh, where the library has a rate for it.',
  }),
  'unit-price-year': (p) => ({
    message: `Price years are mixed in ${p['found']}: ${p['expected']} is expected.`,
    why: 'Money of different years buys different amounts.',
    remedy: 'State one price year, the same at both ends of a range.',
  }),
  'range-missing': (p) => ({
    message: `"${p['found']}" is one value where a range is needed.`,
    why: 'Both ends count.',
    remedy: 'Write it like 75 % .. 105 %.',
  }),
  'range-crossed': (p) => ({
    message: `The range "${p['found']}" ends below where it begins.`,
    why: 'No value lies within it.',
    remedy: 'Write the smaller end first.',
  }),
  'range-hyphen': (p) => ({
    message: `The range "${p['found']}" is written with a hyphen.`,
    why: 'A hyphen is also a minus, so one of the ends could be taken for a negative number.',
    remedy: p['near'] ? `Write ${p['near']}.` : 'Write two points between the ends, such as 350 .. 600 kA.',
  }),
  'duration-unreadable': (p) => ({
    message: `"${p['found']}" does not say how long it lasts for which plant.`,
    why: 'A stock given in days means days of one plant’s need.',
    remedy: 'Write it like 30 d of smelter.',
  }),
  'money-currency-missing': (p) => ({
    message: `There is no exchange rate for ${p['found']}.`,
    why: 'Without a rate the amount cannot be compared with the others.',
    remedy: `Give the price in one of ${p['expected']}, or add the rate with its source to the library.`,
  }),
  'money-exchange-year': (p) => ({
    message: `There is no exchange rate for ${p['found']}; the library has ${p['expected'] || 'no year'}.`,
    why: 'The rate of another year would move the price unseen.',
    remedy: 'Give the price at one of these years, or add the rate with its source to the library.',
  }),
  'money-deflator-year': (p) => ({
    message: `There is no price level for ${p['found']}; the library has ${p['expected'] || 'no year'}.`,
    why: 'Money of different years can only be compared by a price level.',
    remedy: 'Give the price at one of these years, or add the price level with its source to the library.',
  }),
};

export const unitsSentences: Sentences = bySort;
