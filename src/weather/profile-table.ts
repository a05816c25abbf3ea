/**
 * Which weather-driven profiles are there, and what machine or need stands behind each?
 * In: nothing. Out: one row for each name that a library plant may write as its `profile`.
 */
import { FIXED, type SolarDesign, TRACKED } from '../plants/solar-array.ts';
import { TURBINES, type Turbine } from '../plants/turbine-table.ts';

export type Machine =
  | { readonly of: 'wind'; readonly turbine: Turbine }
  | { readonly of: 'sun'; readonly design: SolarDesign }
  | { readonly of: 'cold'; readonly need: ColdNeed };

/** Heat that is asked for when it is cold, as a share of what is asked for `span` kelvin below `inside`. */
export interface ColdNeed {
  /** °C; the base of heating degree days. */
  readonly inside: number;
  /** K between inside and the coldest night that the heating is built for. */
  readonly span: number;
  /** Asked for all year, whatever the weather (warm water). */
  readonly always: number;
  /** Heating goes on while the mean of the last day is below, °C; null: in every hour colder than inside. */
  readonly season: number | null;
}

export const PROFILES: Readonly<Record<string, Machine>> = {
  wind: { of: 'wind', turbine: TURBINES['6MW-170'] },
  'wind-low': { of: 'wind', turbine: TURBINES['5.5MW-175'] },
  'solar-fixed': { of: 'sun', design: FIXED },
  'solar-tracked': { of: 'sun', design: TRACKED },
  heating: { of: 'cold', need: { inside: 18, span: 55, always: 0, season: null } },
  // Warm water is an eighth of the largest load; houses are heated while the day's mean is below 8 °C (building code).
  'town-heating': { of: 'cold', need: { inside: 18, span: 55, always: 0.12, season: 8 } },
};
