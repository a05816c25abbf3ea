/**
 * What is the climate of a place?
 * In: latitude and longitude. Out: the few numbers that the synthetic year is made from, interpolated between known places
 * of Kazakhstan, and how far the nearest of them is.
 *
 * Mean wind speeds at 115 m are set so that a turbine of today reaches the capacity factors reported for the place, or
 * planned there: Yereymentau 45 MW, 141.6 and 166.4 GWh in 2016 and 2017 (inform.kz); Arshaly 100 MW, 300 GWh/a planned
 * (kazakh-tv); Badamsha 48 MW, 198 GWh/a (Eni); Zhanatas 100 MW, 319 to 350 GWh/a (AIIB); Mirny 1 GW, 4 TWh/a
 * (ess-news); Shelek 60 MW, 226 GWh/a (vestikavkaza); Kordai 5.9 m/s and Dzungarian Gate 8 to 10 m/s (UNDP); the rest from
 * the regional ranges of the PyPSA-KZ study (Applied Sciences 15(21), 2025, 11497). Seasons of the steppe and of the gaps are set so
 * that months of power run as at the five plains stations of `test/measured-weather.ts` (December to February 1.26 of the year's mean,
 * June to August 0.72); the Caspian, the southern deserts and basins, for which none was found, have less. Sunshine follows the Energy Ministry's 1000 to
 * 1500 kWh/m2 a in the north and west, 1300 to 1800 in the centre and south. Temperatures are long-term means of the
 * national weather service, rounded. All of it is derived or judged: it stands in for a measurement, it replaces none.
 */
import { distanceBetween, type Place } from './chance-field.ts';

export interface Climate {
  /** m above the sea. */
  readonly elevation: number;
  /** m/s, yearly mean at 115 m. */
  readonly wind: number;
  /** Shape of the Weibull distribution. */
  readonly shape: number;
  /** Winter speed over the yearly mean, as a share; negative: windy in summer. */
  readonly season: number;
  /** How far winter's anticyclones still the wind: 1 fully, 0 not at all (passes on the edge of the high). */
  readonly calm: number;
  /** How clear the sky is: 0 north, higher is sunnier; added to the latent clearness. */
  readonly clear: number;
  /** degC, mean of January and of July. */
  readonly january: number;
  readonly july: number;
}

interface KnownPlace extends Place, Climate {
  readonly title: string;
}

const COLUMNS = [
  'latitude',
  'longitude',
  'elevation',
  'wind',
  'shape',
  'season',
  'calm',
  'clear',
  'january',
  'july',
] as const;

// biome-ignore format: a table is read by rows
const ROWS: readonly (readonly [string, ...number[]])[] = [
  // title                  lat    lon   elev  wind shape season calm clear  Jan   Jul
  ['Yereymentau',        51.6,  73.1,  400, 7.60, 2.00, 0.20, 1.0,  0.05, -15.5, 19.5],
  ['Arshaly',            51.0,  72.0,  390, 7.40, 2.00, 0.20, 1.0,  0.05, -15.5, 20.0],
  ['Petropavl',          54.9,  69.1,  140, 7.30, 2.05, 0.16, 1.0, -0.05, -17.0, 19.5],
  ['Kostanay',           53.2,  63.6,  170, 7.25, 2.05, 0.17, 1.0, -0.02, -16.0, 20.5],
  ['Arkalyk',            50.3,  66.9,  340, 7.35, 2.00, 0.19, 1.0,  0.07, -16.0, 22.5],
  ['Ekibastuz',          51.7,  75.3,  190, 7.35, 2.00, 0.19, 1.0,  0.03, -16.0, 21.0],
  ['Pavlodar',           52.3,  77.0,  120, 7.20, 2.00, 0.18, 1.0,  0.01, -16.5, 21.5],
  ['Karaganda',          49.8,  73.1,  550, 7.40, 2.00, 0.19, 1.0,  0.11, -13.5, 20.5],
  ['Zhanaarka',          48.7,  71.6,  490, 7.30, 2.00, 0.18, 1.0,  0.22, -14.0, 21.5],
  ['Zhezkazgan',         47.8,  67.7,  345, 7.10, 2.00, 0.10, 1.0,  0.28, -13.5, 25.0],
  ['Balkhash',           46.8,  75.0,  350, 6.90, 2.00, 0.08, 1.0,  0.30, -13.0, 24.5],
  ['Zhanatas',           43.6,  69.8,  480, 7.80, 1.90, 0.18, 0.4,  0.30,  -4.5, 25.5],
  ['Mirny',              44.9,  73.3,  420, 7.90, 1.90, 0.16, 0.5,  0.32,  -8.5, 25.5],
  ['Kordai',             43.3,  74.9, 1150, 6.70, 1.80, 0.16, 0.0,  0.28,  -5.0, 22.5],
  ['Kapchagay',          43.9,  77.1,  480, 5.60, 1.80, 0.00, 1.0,  0.24,  -7.5, 25.0],
  ['Shelek',             43.8,  78.5,  700, 7.60, 1.85, 0.14, 0.2,  0.28,  -6.5, 24.0],
  ['Dzungarian Gate',    45.3,  82.4,  370, 9.00, 1.80, 0.22, 0.0,  0.26, -11.5, 25.5],
  ['Oskemen',            49.9,  82.6,  290, 5.30, 1.85, 0.04, 1.0,  0.12, -16.0, 21.0],
  ['Semey',              50.4,  80.2,  200, 6.30, 1.95, 0.08, 1.0,  0.07, -15.5, 22.0],
  ['Kyzylorda',          44.8,  65.5,  130, 6.80, 2.05, 0.04, 0.7,  0.42,  -7.0, 27.5],
  ['Turkestan',          43.3,  68.3,  210, 6.30, 2.00, 0.06, 0.7,  0.40,  -3.0, 28.5],
  ['Badamsha',           50.6,  58.3,  330, 8.20, 2.05, 0.18, 0.8,  0.07, -14.0, 22.0],
  ['Aktobe',             50.3,  57.2,  220, 7.60, 2.05, 0.17, 0.9,  0.07, -13.0, 22.5],
  ['Uralsk',             51.2,  51.4,   40, 7.30, 2.10, 0.16, 0.7,  0.01, -11.0, 23.0],
  ['Atyrau',             47.1,  51.9,  -20, 7.60, 2.15, 0.08, 0.5,  0.18,  -8.0, 26.5],
  ['Fort Shevchenko',    44.5,  50.3,  -10, 8.10, 2.15, 0.08, 0.3,  0.22,  -1.5, 26.0],
  ['Aktau',              43.6,  51.2,   10, 7.80, 2.15, 0.07, 0.3,  0.26,  -1.5, 26.0],
];

const KNOWN: readonly KnownPlace[] = ROWS.map(([title, ...numbers]) => ({
  title,
  ...(Object.fromEntries(COLUMNS.map((column, at) => [column, numbers[at]])) as Record<
    (typeof COLUMNS)[number],
    number
  >),
}));

/** Where a park stands whose file names no place: the works of the reference park. */
export const USUAL_PLACE = { title: 'Ekibastuz', latitude: 51.7, longitude: 75.3 } as const;

/** km within which a known place speaks for another. */
export const FAR = 700;

const KEYS = ['elevation', 'wind', 'shape', 'season', 'calm', 'clear', 'january', 'july'] as const;

/** Weighted by 1 ÷ (distance² + 30² km²) over the known places; `distance`: km to the nearest. */
export function climateAt(place: Place): { climate: Climate; nearest: string; distance: number } {
  const seen = KNOWN.map((known) => ({ known, distance: distanceBetween(place, known) }));
  const nearest = seen.reduce((best, each) => (each.distance < best.distance ? each : best));
  const sums: Record<(typeof KEYS)[number], number> = {
    elevation: 0,
    wind: 0,
    shape: 0,
    season: 0,
    calm: 0,
    clear: 0,
    january: 0,
    july: 0,
  };
  let total = 0;
  for (const { known, distance } of seen) {
    const weight = (distance * distance + 900) ** -2;
    total += weight;
    for (const key of KEYS) sums[key] += weight * known[key];
  }
  for (const key of KEYS) sums[key] /= total;
  return { climate: sums, nearest: nearest.known.title, distance: nearest.distance };
}
