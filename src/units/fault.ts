/**
 * How does this room say that it could not read or convert something?
 * In: what was found and what was expected. Out: a value; the sentence is made by `park/sentences/units.ts`.
 */

/** Every fault that the room can name. The sentences of `park/sentences/units.ts` have exactly these keys. */
export const UNIT_FAULTS = [
  'quantity-empty',
  'quantity-is-range',
  'number-missing',
  'number-unreadable',
  'number-decimal-comma',
  'number-not-finite',
  'unit-missing',
  'unit-unknown',
  'unit-unreadable',
  'unit-ambiguous',
  'unit-dimension',
  'unit-currency',
  'unit-price-year',
  'range-missing',
  'range-crossed',
  'range-hyphen',
  'duration-unreadable',
  'money-currency-missing',
  'money-exchange-year',
  'money-deflator-year',
] as const;
export type UnitFaultCode = (typeof UNIT_FAULTS)[number];

export interface UnitFault {
  readonly code: UnitFaultCode;
  /** What was written, or the part of it at fault. */
  readonly found: string;
  /** What would have been right: a unit, a form, or the years that a table has. */
  readonly expected?: string;
  /** Nearest things that can be read, ready to be written: `Mt/a or kt/a`. */
  readonly near?: string;
  /** In words: `power`, `mass per time`. */
  readonly foundDimension?: string;
  readonly expectedDimension?: string;
}

/** A value, or why there is none. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: UnitFault };

export const fine = <T>(value: T): Read<T> => ({ ok: true, value });
export const fault = (
  code: UnitFaultCode,
  found: string,
  more: Omit<UnitFault, 'code' | 'found'> = {},
): Read<never> => ({
  ok: false,
  fault: { code, found, ...more },
});
