/**
 * How many whole units may stand beside what exists?
 * In: the size of a unit, and the limits of what stands. Out: the least and the most of them; what exists counts within
 * the limits and need not be a whole number of units itself.
 */
export interface InUnits {
  readonly unit: number;
  readonly existing: number;
  readonly min: number;
  readonly max: number;
}

/** A share of a unit that is rounding, not a part of a unit. */
const ROUNDING = 1e-9;

export function unitCounts({ unit, existing, min, max }: InUnits): {
  readonly least: number;
  readonly most: number;
} {
  return {
    least: Math.max(0, Math.ceil((min - existing) / unit - ROUNDING)),
    most: Math.floor((max - existing) / unit + ROUNDING),
  };
}
