/**
 * How does a written target become a number in the figure's own unit?
 * In: a value with its unit as the park reads it (shares 0..1 with `1`, money in plain units). Out: the number, or null
 * when it measures something else.
 */
import type { Money } from '../park/park.ts';
import { convert, showNumber, showQuantity } from '../units/unit.ts';
import type { Kpi } from './kpi.ts';

/** Prefix that people use for money and that is no unit of the trade. */
const BILLION = /^bn /;

/** The figure's unit with the park's own currency: `USD/t` is `EUR/t` in a park priced in EUR. */
export function unitIn(unit: string, money: Money): string {
  return unit.replace('USD', money.currency);
}

/** A unit that the units room can read, and how many of it are one of the figure's. */
function readable(unit: string): { unit: string; size: number } {
  return BILLION.test(unit) ? { unit: unit.replace(BILLION, ''), size: 1e9 } : { unit, size: 1 };
}

/** `value` of `unit` in the figure's own unit. A bare number counts in that unit already, but for shares (0.8 is 80 %). */
export function inKpiUnit(value: number, unit: string, kpi: Kpi, money: Money): number | null {
  if ((unit === '' || unit === '1') && kpi.unit !== '%') return value;
  const target = readable(unitIn(kpi.unit, money));
  const source = readable(unit);
  if (source.unit === target.unit) return (value * source.size) / target.size;
  const read = convert(value * source.size, source.unit, target.unit);
  return read.ok ? read.value / target.size : null;
}

/** A difference of two figures in words: "19.9 percentage points", "90 persons". */
export function showGap(gap: number, unit: string): string {
  return unit === '%' ? `${showNumber(gap, 3)} percentage points` : showQuantity(gap, unit, 3);
}

/** Figure's id → the readable unit in which a target for it is written, for whoever reads the park file. */
export function writtenUnit(kpi: Kpi): string {
  return readable(kpi.unit).unit;
}
