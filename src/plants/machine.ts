/**
 * What stands behind a plant's hourly profile?
 * In: nothing. Out: the kinds of machines that the weather drives, each with its design.
 */
import type { RiverDesign } from './river.ts';
import type { SolarDesign } from './solar-array.ts';
import type { WindDesign } from './wind-power.ts';

export type DrivenMachine =
  | { readonly of: 'wind'; readonly design: WindDesign }
  | { readonly of: 'sun'; readonly design: SolarDesign }
  | { readonly of: 'water'; readonly design: RiverDesign };
