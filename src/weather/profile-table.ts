/**
 * Which weather-driven profiles are there, and what machine or need stands behind each?
 * In: nothing. Out: one row for each name that a library plant may write as its `profile`.
 */

import { withDefaults } from '../plants/defaults.ts';
import type { DrivenMachine } from '../plants/machine.ts';
import { river, riverDesign } from '../plants/river.ts';
import { FIXED, TRACKED } from '../plants/solar-array.ts';
import { TURBINE_NAMES } from '../plants/turbine-table.ts';
import { windDesign, windPower } from '../plants/wind-power.ts';

export type Machine = DrivenMachine | { readonly of: 'cold'; readonly need: ColdNeed };

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

const farm = (turbine: (typeof TURBINE_NAMES)[number]): Machine => ({
  of: 'wind',
  design: windDesign(withDefaults(windPower, { turbine: TURBINE_NAMES.indexOf(turbine) })),
});

export const PROFILES: Readonly<Record<string, Machine>> = {
  wind: farm('nrel-6mw-170'),
  'wind-low': farm('nrel-5.5mw-175'),
  'solar-fixed': { of: 'sun', design: FIXED },
  'solar-tracked': { of: 'sun', design: TRACKED },
  // What turbines of one and a half times the mean flow take; and all that comes, per flow of the greatest month.
  'river-run': { of: 'water', design: riverDesign(withDefaults(river, { 'design-flow': 1.5 })) },
  river: { of: 'water', design: riverDesign(withDefaults(river)) },
  heating: { of: 'cold', need: { inside: 18, span: 55, always: 0, season: null } },
  // Warm water is an eighth of the largest load; houses are heated while the day's mean is below 8 °C (building code).
  'town-heating': { of: 'cold', need: { inside: 18, span: 55, always: 0.12, season: 8 } },
};
