/**
 * Which columns of weather files are known, and in which units do they come?
 * In: the name of a column. Out: what it measures and how to turn it into this project's unit.
 *
 * Names and units from the makers' own descriptions: EnergyPlus Auxiliary Programs (EPW), PVGIS 5 user manual, NASA POWER
 * hourly API (community RE), Copernicus ERA5 parameter table.
 */
export const QUANTITIES = ['wind', 'temperature', 'global', 'direct', 'diffuse'] as const;
export type Quantity = (typeof QUANTITIES)[number];

export const QUANTITY_TITLES: Readonly<Record<Quantity, string>> = {
  wind: 'wind speed',
  temperature: 'air temperature',
  global: 'light on the horizontal',
  direct: 'light towards the sun',
  diffuse: 'diffuse light',
};

export interface MetColumn {
  readonly quantity: Quantity | 'east' | 'north' | 'horizontal direct';
  /** Value of the file × factor: m/s, degC (or K, told by its size), W/m2. */
  readonly factor: number;
  /** m above ground of a wind; 0 otherwise. */
  readonly height: number;
  /** The value is of the hour that ends at the row's time. */
  readonly endsHour: boolean;
}

const column = (quantity: MetColumn['quantity'], more: Partial<MetColumn> = {}): MetColumn => ({
  quantity,
  factor: 1,
  height: 0,
  endsHour: false,
  ...more,
});
/** ERA5 gives light as J/m2 of the hour before. */
const JOULES = { factor: 1 / 3600, endsHour: true };

const KNOWN: Readonly<Record<string, MetColumn>> = {
  // PVGIS
  'g(h)': column('global'),
  'gb(n)': column('direct'),
  'gd(h)': column('diffuse'),
  'g(i)': column('global'),
  'gb(i)': column('horizontal direct'),
  'gd(i)': column('diffuse'),
  t2m: column('temperature'),
  ws10m: column('wind', { height: 10 }),
  // NASA POWER: Wh/m2 of the hour are W/m2
  allsky_sfc_sw_dwn: column('global'),
  allsky_sfc_sw_dni: column('direct'),
  allsky_sfc_sw_diff: column('diffuse'),
  ws50m: column('wind', { height: 50 }),
  ws2m: column('wind', { height: 2 }),
  // ERA5, short names
  '2t': column('temperature'),
  u10: column('east', { height: 10 }),
  v10: column('north', { height: 10 }),
  u100: column('east', { height: 100 }),
  v100: column('north', { height: 100 }),
  ssrd: column('global', JOULES),
  fdir: column('horizontal direct', JOULES),
  // plain words
  'wind speed': column('wind', { height: 10 }),
  'air temperature': column('temperature'),
  ghi: column('global'),
  dni: column('direct'),
  dhi: column('diffuse'),
};

/** `ws100m`, `wind_speed_80m`, `windspeed_100m (m/s)` name their own height. */
const WIND_AT = /^(?:ws|wind[ _-]?speed)[ _-]?(\d{1,3})[ _-]?m$/;

/** A unit in brackets is no part of the name, unless the brackets belong to it (`G(h)`). */
export function metColumn(name: string): MetColumn | null {
  const whole = name.trim().toLowerCase();
  const bare = whole.replace(/\s*[([][^)\]]*[)\]]$/, '');
  const known = KNOWN[whole] ?? KNOWN[bare];
  if (known !== undefined) return known;
  const height = Number(WIND_AT.exec(bare)?.[1] ?? 0);
  return height > 0 ? column('wind', { height }) : null;
}
