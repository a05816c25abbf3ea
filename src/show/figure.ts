/**
 * How is a number told to a person? Three significant digits, the trade's multiple, its unit, never a wall of digits.
 * In: a value and a unit as the rows carry them (`t/a`, `USD/t`, `%`). Out: text; null and non-finite become a dash.
 */
import { showNumber } from '../units/number.ts';

/** Multiples that people expect, largest first: [from this size on, factor, name]. */
const MULTIPLES: Readonly<Record<string, readonly (readonly [number, number, string])[]>> = {
  t: [
    [1e6, 1e-6, 'Mt'],
    [1e4, 1e-3, 'kt'],
  ],
  MWh: [
    [1e6, 1e-6, 'TWh'],
    [1e3, 1e-3, 'GWh'],
  ],
  MW: [[1e3, 1e-3, 'GW']],
  m3: [[1e6, 1e-6, 'million m³']],
};
/** Multiples that rows may already carry, told again in the one that fits: 0.559 GW is 559 MW. */
const BASES: Readonly<Record<string, readonly [string, number]>> = {
  kt: ['t', 1e3],
  Mt: ['t', 1e6],
  GW: ['MW', 1e3],
  GWh: ['MWh', 1e3],
  TWh: ['MWh', 1e6],
  Mm3: ['m3', 1e6],
};
const MONEY: readonly (readonly [number, number, string])[] = [
  [1e9, 1e-9, 'bn'],
  [1e6, 1e-6, 'million'],
  [1e5, 1e-3, 'thousand'],
];
/** A share is told in percent (`1/a`: percent a year); a bare count has no unit. */
const SHARE = /^1(?=$| *\/)/;

/** `0.0234` → "0.0234", `12345` → "12 300", `6.2e-9` → "6.2 × 10⁻⁹"; at most `digits` significant digits. */
export function number(value: number | null | undefined, digits = 3): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size < 1e-300 || (size >= 1e-4 && size < 1e12)) return showNumber(value, digits);
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
  return `${showNumber(Number(mantissa), digits)} × 10${superscript(Number(exponent))}`;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const superscript = (power: number): string =>
  `${power < 0 ? '⁻' : ''}${[...String(Math.abs(power))].map((digit) => RAISED[Number(digit)]).join('')}`;

/** `m3/t` → "m³/t", `tCO2e/t` → "t CO₂e/t", `1` → "%". */
export function unitName(unit: string): string {
  return unit
    .replace(SHARE, '%')
    .replace(/^M(?=[A-Z]{3}\b)/, 'million ')
    .replace(/\b(M?)m3\b/g, '$1m³')
    .replace(/\b([kM]?t|k?g) ?CO2/g, '$1 CO₂')
    .replace(/CO2/g, 'CO₂');
}

/** Value and unit in the multiple that people expect; a share becomes percent. */
function scaled(value: number, unit: string): { readonly value: number; readonly unit: string } {
  if (SHARE.test(unit)) return { value: value * 100, unit: unit.replace(SHARE, '%') };
  const [, scale, currency, perYear = ''] = /^(bn|million) ([A-Z]{3})(\/a)?$/.exec(unit) ?? [];
  // Rows in billions are told in the multiple that fits: 0.000834 bn USD is 834 thousand USD.
  if (currency !== undefined && value !== 0)
    return scaled(value * (scale === 'bn' ? 1e9 : 1e6), `${currency}${perYear}`);
  const [, written, tail = ''] = /^([A-Za-z0-9]+)(\/a)?$/.exec(unit) ?? [];
  if (written === undefined) return { value, unit };
  const [head, each] = BASES[written] ?? [written, 1];
  const size = Math.abs(value * each);
  const steps = MULTIPLES[head] ?? (/^[A-Z]{3}$/.test(head) ? MONEY : []);
  const step = steps.find(([from]) => size >= from * 0.9995);
  if (step === undefined)
    return value === 0 ? { value, unit } : { value: value * each, unit: `${head}${tail}` };
  const name = steps === MONEY ? `${step[2]} ${head}` : step[2];
  return { value: value * each * step[1], unit: `${name}${tail}` };
}

/** What is a millionth of the figure that it belongs to (the peak, the size, the whole) is the solver's rounding, and none. */
export const beyondRounding = (value: number, of: number): number =>
  Math.abs(value) <= 1e-6 * Math.abs(of) ? 0 : value;

/** "1.93 Mt/a", "2 140 USD/t", "84.3 %": value with its unit for people. */
export function figure(value: number | null | undefined, unit: string, digits = 3): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  const told = scaled(value, unit);
  if (told.unit === '') return number(told.value, digits);
  const text = number(told.value, digits);
  return `${text} ${text === '1' ? unitName(told.unit).replace(/^persons/, 'person') : unitName(told.unit)}`;
}

/** "1 900 to 2 400 USD/t": a range in one unit, the one that its larger end asks for. */
export function rangeText(range: readonly [number, number] | undefined, unit: string): string {
  if (range === undefined || !range.every(Number.isFinite)) return '';
  const widest = Math.max(Math.abs(range[0]), Math.abs(range[1]));
  const told = scaled(widest, unit);
  const factor = widest === 0 ? 1 : told.value / widest;
  const name = told.unit === '' ? '' : ` ${unitName(told.unit)}`;
  return `${number(range[0] * factor)} to ${number(range[1] * factor)}${name}`;
}

/** Cuts a long name at a word where it can: "Bayer-sinter refin…". */
export function short(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(1, length - 1)).trimEnd()}…`;
}
