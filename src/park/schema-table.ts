/**
 * Which keys are there, in which unit, and what stands when one is left out?
 * In: the sheets of the park language. Out: rows for the reference pages and the forms.
 */
import { z } from 'zod';
import { LIBRARY_SHEETS } from './library-schema.ts';
import * as park from './schema.ts';
import { COST, RENEWAL } from './schema-cost.ts';
import * as hours from './schema-hours.ts';
import * as plant from './schema-plant.ts';
import * as power from './schema-power.ts';
import { OVERRIDE, type Sheet } from './sheet.ts';

export interface SchemaRow {
  /** Title of the sheet: "A plant". */
  readonly sheet: string;
  readonly key: string;
  readonly needed: boolean;
  /** Unit of a bare number; empty when the key holds none. */
  readonly unit: string;
  /** What stands when the key is left out; empty when it is needed or simply absent. */
  readonly fallback: string;
  readonly help: string;
}

/** In the order of a park file. */
export const SHEETS: readonly Sheet[] = [
  park.PARK,
  park.PHASE,
  park.SITE,
  park.SYNTHETIC_WEATHER,
  park.WEATHER_FILE,
  plant.LINK,
  plant.PLANT,
  plant.RANGE_OF_SIZE,
  plant.RECIPE,
  plant.WINDOW,
  COST,
  RENEWAL,
  power.HEAT_STORE,
  power.FIRM_POWER,
  plant.SHORTFALL,
  plant.STORE,
  park.PURCHASE,
  park.SALE,
  hours.TARIFF_LINE,
  hours.HOURLY_FILE,
  hours.OUTAGE,
  park.FATE,
  park.CLAIM,
  park.PROMISE,
  park.TRADE_OFF,
  OVERRIDE,
] as const;

/** The park language. */
export const schemaTable = (): SchemaRow[] => rowsOf(SHEETS);

/** The files of the library. */
export const libraryTable = (): SchemaRow[] => rowsOf(Object.values(LIBRARY_SHEETS));

function rowsOf(sheets: readonly Sheet[]): SchemaRow[] {
  return sheets.flatMap(({ title, keys }) =>
    Object.entries(keys).map(([key, { shape, unit, fallback, help }]) => ({
      sheet: title,
      key,
      needed: !(shape instanceof z.ZodOptional),
      unit: unit ?? '',
      fallback: fallback ?? '',
      help,
    })),
  );
}
