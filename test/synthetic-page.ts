/**
 * The page on the synthetic year: what its series look like at the example sites, beside measured ones, and where they miss.
 * In: nothing but the generator and the measured statistics. Out: the page's text below its title.
 */
import { PROFILES } from '../src/weather/profile-table.ts';
import { syntheticYear } from '../src/weather/synthetic-year.ts';
import { MEASURED, type Measured } from './measured-weather.ts';
import { byHour, mean, meansOf } from './series-statistics.ts';
import { MONTH, STATISTICS, type Statistic, type Statistics, statisticsOf } from './weather-statistics.ts';

export const SITES = {
  Ekibastuz: { latitude: 51.7, longitude: 75.3 },
  Yereymentau: { latitude: 51.6, longitude: 73.1 },
  Arkalyk: { latitude: 50.3, longitude: 66.9 },
  Zhanatas: { latitude: 43.6, longitude: 69.8 },
  'Fort Shevchenko': { latitude: 44.5, longitude: 50.3 },
} as const;
const SEEDS = [1, 2, 3, 4, 5];
const YEAR = 2025;
/** Kazakhstan's clock is five hours ahead of UTC. */
const CLOCK = 5;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const QUANTILES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

interface SiteYears {
  readonly title: string;
  readonly years: readonly {
    readonly wind: Float64Array;
    readonly sun: Float64Array;
    readonly values: Statistics;
  }[];
}

/** Made once for page and test. */
let known: readonly SiteYears[] | null = null;
export function siteYears(): readonly SiteYears[] {
  known ??= Object.entries(SITES).map(([title, place]) => ({
    title,
    years: SEEDS.map((seed) => {
      const machines = { wind: PROFILES['wind'], sun: PROFILES['solar-tracked'] };
      const { wind, sun } = syntheticYear(new Map(), seed, YEAR, place, machines).profiles;
      return { wind, sun, values: statisticsOf(wind, sun, CLOCK) };
    }),
  }));
  return known;
}

/** Mean over the seeds. */
export function overSeeds({ years }: SiteYears, key: Statistic): number {
  return mean(years.map(({ values }) => values[key]));
}

const told = (value: number, digits: number): string =>
  // No minus before what rounds to nought.
  (Number(value.toFixed(digits)) === 0 ? 0 : value).toFixed(digits).replace('-', '−');
const span = (values: readonly number[], digits: number): string => {
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => told(value, digits));
  return low === high ? low : `${low} … ${high}`;
};
const ofKind = (of: Measured['of']): readonly Measured[] => MEASURED.filter((one) => one.of === of);

type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string;

function statisticsTable(table: Table): string {
  const rows = Object.entries(STATISTICS).map(([name, [title, digits]]) => {
    const key = name as Statistic;
    return [
      title,
      ...siteYears().map((site) => {
        const values = site.years.map((year) => year.values[key]);
        return `${told(mean(values), digits)} (${span(values, digits)})`;
      }),
      span(
        ofKind('station').map(({ values }) => values[key]),
        digits,
      ),
      ...ofKind('region').map(({ values }) => told(values[key], digits)),
    ];
  });
  const head = ['', ...siteYears().map(({ title }) => title), 'five stations'];
  return table([...head, ...ofKind('region').map(({ title }) => title)], rows);
}

const shape = (values: Float64Array): number[] => meansOf(values, MONTH).map((month) => month / mean(values));

function monthTable(table: Table, of: 'wind' | 'sun'): string {
  const stations = ofKind('station');
  const rows = MONTHS.map((month, at) => [
    month,
    ...siteYears().map(({ years }) => told(mean(years.map((year) => shape(year[of])[at])), 2)),
    span(
      stations.map((one) => one[of][at]),
      2,
    ),
    ...ofKind('region').map((one) => told(one[of][at], 2)),
  ]);
  const head = ['', ...siteYears().map(({ title }) => title), 'five stations'];
  return table([...head, ...ofKind('region').map(({ title }) => title)], rows);
}

function dayTable(table: Table): string {
  const courses = siteYears().map(({ years }) =>
    years.map(({ wind }) => byHour(wind, CLOCK).map((hour) => hour / mean(wind))),
  );
  const rows = Array.from({ length: 8 }, (_, at) => 3 * at).map((hour) => [
    `${hour} h`,
    ...courses.map((years) => told(mean(years.map((year) => year[hour])), 2)),
  ]);
  return table(['local time', ...siteYears().map(({ title }) => title)], rows);
}

function quantileTable(table: Table): string {
  const rows = QUANTILES.map((share) => [
    `${share * 100} % of hours are below`,
    ...siteYears().map(({ years }) =>
      told(mean(years.map(({ wind }) => wind.toSorted()[Math.floor(share * wind.length)])), 2),
    ),
  ]);
  return table(['wind, share of rated power', ...siteYears().map(({ title }) => title)], rows);
}

const BETWEEN = 'A farm lies between one mast and a whole region, which is meant.';
/** What a miss means for a plan. */
const MEANING: Partial<Readonly<Record<Statistic, string>>> = {
  sun: 'The stations lie between 43 and 49 degrees north, these sites at 50 to 52, where the Energy Ministry has 1000 to 1500 kWh/m2 a.',
  deviation: BETWEEN,
  still: 'The Caspian coast is windier than any of the stations.',
  full: 'A farm of many kilometres, its wind spread by 12 %, is seldom at full power everywhere; a station is one turbine.',
  lag1: BETWEEN,
  lag6: BETWEEN,
  lag24: BETWEEN,
  ramp: BETWEEN,
  hourly:
    'Stations have much of their wind by day: a plan sees less wind in the hours of sun, and more at night.',
  daily: 'The Caspian wind has little of a season to part it from the sun.',
  monthly:
    'Wind and sun take turns over the year less than at the stations, whose typical months differ less from year to year: a plan asks for a little more seasonal store, grid or overbuilding. For the Caspian no months of wind were found; its season is small.',
  course: 'At 115 m the day is flatter than at the 10 m of the stations, from which their wind was raised.',
  longest:
    'Typical years of the stations are stitched from months and have lost their extremes; regions have longer lulls.',
  lulls:
    'More lulls than at the stations, fewer than in most regions: against the stations, stores come out on the safe side.',
  poorDays:
    'At 52 degrees north the winter sun helps less than at the stations; in forty years of other seeds the northern sites have six to seven.',
  worstDays: 'Worse than at the stations, whose years have no extremes; better than Germany 2015.',
  store: 'Between stations and regions: the sequence of lulls decides it, not one.',
  storeAmple:
    'Half as much again as at the stations: an overbuilt park still needs about four days, which may be too much.',
};

function misses(): string {
  const lines = Object.entries(STATISTICS).flatMap(([name, [title, digits]]) => {
    const key = name as Statistic;
    const outside = (ones: readonly Measured[]) => {
      const values = ones.map((one) => one.values[key]);
      const [low, high] = [Math.min(...values), Math.max(...values)];
      return siteYears().filter((site) => {
        const value = overSeeds(site, key);
        return value < low || value > high;
      });
    };
    const [ofAll, ofStations] = [outside(MEASURED), outside(ofKind('station'))];
    if (ofStations.length === 0) return [];
    const where = (sites: readonly SiteYears[]) =>
      sites.length === siteYears().length
        ? 'at every site'
        : `at ${sites.map((site) => `${site.title} (${told(overSeeds(site, key), digits)})`).join(', ')}`;
    const said =
      ofAll.length > 0
        ? `outside of all eight series ${where(ofAll)}`
        : `outside of the stations ${where(ofStations)}, within the regions`;
    return [`- **${title}**: ${said}. ${MEANING[key] ?? ''}`.trim()];
  });
  return lines.join('\n');
}

export function syntheticSections(table: Table): string[] {
  return [
    `Net wind of the library's farm (6 MW, 170 m, losses, frost) and sun of the tracked park, ${YEAR}, seeds ${SEEDS.join(', ')}: mean over the seeds, and in brackets from the lowest to the highest. ` +
      'The measured series are five stations of the northern American plains (Cut Bank, Great Falls, Livingston, Bismarck, Casper; typical years, TMY3, Wilcox and Marion 2008; wind raised to 115 m), Germany 2015 (all its wind and sun over what stood) and two provinces of China, 2020 (ERA5, as published with PyPSA-China by Lyu et al.). ' +
      'Typical years are stitched from months and have neither extremes nor good and bad years; a station is one mast, a region hundreds of farms: a farm lies between.',
    `## Statistics\n\n${statisticsTable(table)}\n\nFull power is above 98 % of the best hour. Days, worst days and stores are of wind and sun together, 70 to 30 in energy, over their mean. ` +
      'A store without losses carries a flat load through a year that repeats itself (sequent peak).',
    `## Distribution\n\n${quantileTable(table)}`,
    `## Course of the year: wind\n\nMean of the month over that of the year.\n\n${monthTable(table, 'wind')}`,
    `## Course of the year: sun\n\n${monthTable(table, 'sun')}`,
    `## Course of the day: wind\n\nMean of the hour over that of the year.\n\n${dayTable(table)}`,
    `## Where it misses\n\n${misses()}\n\nNo hour of it was measured. Two years in a row, wet and dry decades, and storms between sites are not in it; whoever decides on a store takes several seeds and a measured or reanalysis year beside (\`weather: { files: … }\`).`,
  ];
}
