/**
 * Which weather-driven profiles are there, and what machine stands behind each?
 * In: nothing. Out: one row for each name that a library plant may write as its `profile`.
 */
import { FIXED, type SolarDesign, TRACKED } from '../plants/solar-array.ts';
import { TURBINES, type Turbine } from '../plants/turbine-table.ts';

export type Machine =
  | { readonly of: 'wind'; readonly turbine: Turbine }
  | { readonly of: 'sun'; readonly design: SolarDesign };

export const PROFILES: Readonly<Record<string, Machine>> = {
  wind: { of: 'wind', turbine: TURBINES['6MW-170'] },
  'wind-low': { of: 'wind', turbine: TURBINES['5.5MW-175'] },
  'solar-fixed': { of: 'sun', design: FIXED },
  'solar-tracked': { of: 'sun', design: TRACKED },
};
