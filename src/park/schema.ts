/**
 * The park language, version 1: every key that a park file may hold.
 * In: nothing. Out: one sheet of keys (shape, unit, what stands when left out, help) that is the single definition:
 * the reader, the types, the JSON Schema for editors and the reference pages are made from it.
 */
import { z } from 'zod';
import { HOURLY_FILE, type OUTAGE, TARIFF_LINE } from './schema-hours.ts';
import { LINK, OUT, PLANT, STORE } from './schema-plant.ts';
import { expects, figure, list, named, SERIES_NAME, sheet, title, words } from './sheet.ts';

const YEAR = expects(z.int().min(1990).max(2150), 'a year such as 2030');

/** Seeds from 0 on; the same for `operate --first-seed`. */
export const MOST_SEED = 2 ** 31;
const SEED = expects(z.int().min(0).max(MOST_SEED), `a seed (a whole number from 0 to ${MOST_SEED})`);

const LATITUDE = expects(z.number().min(-90).max(90), 'a latitude of −90 to 90 degrees');
const LONGITUDE = expects(z.number().min(-180).max(180), 'a longitude of −180 to 180 degrees');

export const SITE = sheet('A site', 'A place where plants stand.', {
  at: {
    shape: expects(
      z.tuple([LATITUDE, LONGITUDE]),
      'latitude and longitude in degrees, such as [51.7, 75.3]',
    ).optional(),
    unit: '°',
    help: 'Latitude and longitude in degrees, north and east positive; weather needs it.',
  },
  region: { shape: words().optional(), help: 'Administrative region.' },
  title: { shape: title().optional(), fallback: 'its name in the file', help: 'What people call it.' },
});

export const PHASE = sheet('A phase', 'A stage of building.', {
  'operates from': { shape: YEAR, help: 'First year of operation.' },
});

export const SYNTHETIC_WEATHER = sheet(
  'A made-up weather year',
  'Hourly wind, sun and temperature of stated statistics, the same for the same seed.',
  {
    year: { shape: z.literal('synthetic'), help: 'The word `synthetic`.' },
    seed: {
      shape: SEED.optional(),
      fallback: '2025',
      help: 'Another seed gives another year of the same climate.',
    },
    seeds: {
      shape: expects(
        list(SEED).min(1),
        `a list of seeds such as [2025, 2026, 2027] (whole numbers from 0 to ${MOST_SEED})`,
      ).optional(),
      fallback: 'the one seed',
      help: 'Several weather years in one plan, in place of `seed`: each counts alike.',
    },
    'calendar year': {
      shape: YEAR.optional(),
      fallback: '2025',
      help: 'Which calendar it follows; a leap year has 8 784 hours, and amounts per year mean per 8 760 hours.',
    },
  },
);
const FILE_NAMES = expects(
  z.union([words(), list(words()).min(1)]),
  'the name of a weather file, or a list of them',
);

export const WEATHER_FILE = sheet('Weather from a file', 'Hourly series from a file beside the park file.', {
  file: {
    shape: FILE_NAMES.optional(),
    help: 'A file beside the park file: a table of capacity factors for the whole park, or, for a park of one site, a year of wind, light and temperature (EPW, PVGIS, NASA POWER, columns named as in ERA5). A list of files is as many weather years, each counting alike.',
  },
  files: {
    shape: z.record(z.string(), FILE_NAMES).optional(),
    help: 'A file for each site, or for a series of a site: `{ works: works.epw, steppe/wind: ninja_wind.csv }`. Several weather years: a list for each, or one file that serves them all.',
  },
  columns: {
    shape: z.record(SERIES_NAME, words('the name of a column')).optional(),
    fallback: 'each column is named `site/profile`',
    help: 'Which column holds which series, when the names in the file differ: `steppe/wind: cf_wind`.',
  },
});

const limits = {
  max: {
    shape: figure('350 kt/a').optional(),
    unit: 't/a, m3/a or MW',
    fallback: 'no limit',
    help: 'A limit per year (`…/a`) counts the total of the year; a rate (`MW`, `t/h`) limits every hour.',
  },
  min: {
    shape: figure('100 kt/a').optional(),
    unit: 't/a, m3/a or MWh/a',
    fallback: '0',
    help: 'At least this much in a year.',
  },
  tariff: {
    shape: list(TARIFF_LINE.shape).optional(),
    fallback: 'the same in every hour',
    help: 'Cost, price or carbon by hour of the day, day of the week and month, by the clock of the park.',
  },
  hourly: {
    shape: HOURLY_FILE.shape.optional(),
    help: 'Cost, price or carbon hour by hour, from columns of a file; lines of a tariff go before it.',
  },
  'capacity charge': {
    shape: figure('60 USD/kW/a').optional(),
    unit: "the park's money per MW (or t/h, m3/h) and year",
    fallback: 'none',
    help: 'Paid every year for the highest rate of any hour, beside what passes.',
  },
  out: OUT,
};
const where = {
  of: {
    shape: words('the name of a commodity').optional(),
    fallback: 'the name of the entry',
    help: 'Which commodity, when the entry has a name of its own.',
  },
  site: {
    shape: words('the name of a site').optional(),
    fallback: 'wherever it is needed or made',
    help: 'Where it changes hands.',
  },
  title: { shape: title().optional(), fallback: 'its name in the file', help: 'What people call it.' },
};

const CLEAN = expects(
  z.union([figure('17 %'), z.array(figure('17 %')).length(24)]),
  'a share such as 17 %, or a list of 24, one for each hour of the day',
);

export const PURCHASE = sheet('A purchase', 'Something bought, at what cost, how much at most.', {
  cost: {
    shape: figure('62 USD/MWh').optional(),
    unit: "the park's money per t, MWh or m3",
    fallback: "the library's",
    help: 'Paid per unit; positive.',
  },
  ...limits,
  carbon: {
    shape: figure('802 g/kWh').optional(),
    unit: 't/t, t/MWh or t/m3',
    fallback: "the library's, else 0",
    help: 'Emissions of making what is bought, as CO2e per unit.',
  },
  'renewable share': {
    shape: figure('12 %').optional(),
    unit: '1',
    fallback: "the library's",
    help: 'Share of renewable supply in electricity bought.',
  },
  'clean share': {
    shape: CLEAN.optional(),
    unit: '1',
    fallback: 'the renewable share',
    help: 'Share of carbon-free supply in electricity bought (renewable, nuclear, large hydropower): one figure, or 24, one for each hour of the day in the time zone of the park. For the score by hour only.',
  },
  ore: {
    shape: named(figure('47 %')).optional(),
    unit: '1',
    help: 'What a bought ore holds, as shares of dry mass: it then is an ore of its own.',
  },
  ...where,
});

export const SALE = sheet('A sale', 'Something sold, at what price, how much at most.', {
  price: {
    shape: figure('2900 USD/t').optional(),
    unit: "the park's money per t, MWh or m3",
    fallback: "the library's",
    help: 'Received per unit; positive. A negative price is paid.',
  },
  ...limits,
  to: { shape: words().optional(), help: 'Who buys: EU, China, Central Asia …' },
  ...where,
});

export const FATE = sheet('A fate', 'What becomes of a waste.', {
  to: {
    shape: words('the name of a library fate such as cement'),
    help: 'A use or a place of rest; a fate of your own states `cost` or `price` and `useful`.',
  },
  max: {
    shape: figure('300 kt/a').optional(),
    unit: 't/a',
    fallback: 'no limit',
    help: 'At most this much in a year.',
  },
  space: {
    shape: figure('60 Mt').optional(),
    unit: 't',
    fallback: 'no limit',
    help: 'At most this much over the horizon.',
  },
  cost: {
    shape: figure('12 USD/t').optional(),
    unit: "the park's money per t",
    fallback: "the library's",
    help: 'Paid per unit.',
  },
  price: {
    shape: figure('5 USD/t').optional(),
    unit: "the park's money per t",
    fallback: "the library's",
    help: 'Received per unit.',
  },
  site: {
    shape: words('the name of a site').optional(),
    fallback: 'wherever the waste arises',
    help: 'Where it happens.',
  },
  useful: {
    shape: z.boolean().optional(),
    fallback: "the library's",
    help: 'Whether it counts as used rather than stored.',
  },
});

export const CLAIM = sheet('A claim', 'A figure that somebody announced: tested, never bound.', {
  claim: {
    shape: words('the name of a figure such as renewable capacity'),
    help: 'Which figure of the report it is about.',
  },
  is: { shape: figure('3 GW'), unit: "the figure's own unit", help: 'What was said.' },
  by: { shape: words().optional(), help: 'Who said it, and when.' },
});

const target = z.union([figure('80 %'), z.record(z.string().regex(/^\d{4}$/), figure('80 %'))]);
const TARGET = expects(
  target,
  'a target such as 80 %, or one for each of several years { 2030: 70 %, 2035: 95 % }',
);

export const PROMISE = sheet('A promise', 'A figure that the park has to keep: bound, or checked.', {
  promise: {
    shape: words('the name of a figure such as permanent jobs'),
    help: 'Which figure of the report it is about.',
  },
  'at least': {
    shape: TARGET.optional(),
    unit: "the figure's own unit",
    help: 'The lowest that keeps the promise.',
  },
  'at most': {
    shape: TARGET.optional(),
    unit: "the figure's own unit",
    help: 'The highest that keeps the promise.',
  },
  from: {
    shape: YEAR.optional(),
    fallback: "the first phase's first year",
    help: 'First year in which it holds.',
  },
  by: { shape: YEAR.optional(), fallback: "the first phase's first year", help: 'Year by which it holds.' },
  'counted by': {
    shape: z.enum(['year', 'month', 'hour']).optional(),
    fallback: 'year',
    help: 'Over what period it is counted.',
  },
  bind: {
    shape: z.boolean().optional(),
    fallback: 'false',
    help: '`true`: the plan must keep it, and says what that costs. `false`: the plan says whether it is kept.',
  },
  to: { shape: words().optional(), help: 'To whom it was given.' },
  in: { shape: list(words()).optional(), help: 'Which groups it counts, for example staff categories.' },
});

export const TRADE_OFF = sheet('A trade-off', 'Cost and carbon together, at a price of carbon.', {
  'trade off': {
    shape: expects(z.tuple([z.literal('cost'), z.literal('carbon')]), '[cost, carbon]'),
    help: 'The two that are weighed.',
  },
  'carbon price': {
    shape: figure('100 USD/t').optional(),
    unit: "the park's money per t CO2e",
    fallback: '100',
    help: 'What one tonne of CO2e weighs.',
  },
});

export const PARK = sheet(
  'Kombinat park file',
  'A park: sites, plants, stores, markets, promises. One file, read by one linear program.',
  {
    kombinat: {
      shape: expects(z.literal(1), 'the version of the language, 1'),
      help: 'Version of the park language.',
    },
    park: { shape: title('the title of the park'), help: 'Title of the park.' },
    extends: {
      shape: expects(z.union([words(), list(words())]), 'the name of a park file').optional(),
      help: 'A park file, or several, that this one changes; maps are merged, other values replaced, `~` removes.',
    },
    about: { shape: words().optional(), help: 'Anything worth saying about the park.' },
    'time zone': {
      shape: words('a time zone such as Asia/Almaty').optional(),
      fallback: 'Asia/Almaty',
      help: 'Days, months and tariffs follow it; hours inside are UTC.',
    },
    'prices in': {
      shape: words('a currency and a price year such as USD 2025').optional(),
      fallback: 'USD 2025',
      help: 'Money that everything is shown in; also that of amounts without a price year.',
    },
    'discount rate': {
      shape: figure('10 %').optional(),
      unit: '1',
      fallback: '10 %',
      help: 'Real rate per year at which later money counts less.',
    },
    horizon: {
      shape: figure('25 a').optional(),
      unit: 'a',
      fallback: '25 a',
      help: 'Years that the plan looks at.',
    },
    weather: {
      shape: expects(
        z.union([SYNTHETIC_WEATHER.shape, WEATHER_FILE.shape]),
        '{ year: synthetic, seed: 2025 }, { year: synthetic, seeds: [2025, 2026] } or { file: … }',
      ).optional(),
      fallback: '{ year: synthetic, seed: 2025 }',
      help: 'Hours of wind, sun and temperature.',
    },
    phases: {
      shape: named(PHASE.shape).optional(),
      fallback: 'one phase, operating from 2030',
      help: 'Stages of building.',
    },
    sites: { shape: named(SITE.shape).optional(), fallback: 'one site', help: 'Places where plants stand.' },
    links: { shape: list(LINK.shape).optional(), help: 'Ways between sites.' },
    plants: { shape: named(PLANT.shape), help: 'The plants of the park.' },
    stores: { shape: named(STORE.shape).optional(), help: 'The stores of the park.' },
    buy: {
      shape: named(z.union([figure('420 USD/t'), PURCHASE.shape])).optional(),
      fallback: 'what nobody makes is bought at the library’s cost',
      help: 'What is bought: a cost, or more.',
    },
    sell: {
      shape: named(z.union([figure('2900 USD/t'), SALE.shape])).optional(),
      fallback: 'what is left over is sold at the library’s price',
      help: 'What is sold: a price, or more.',
    },
    fates: {
      shape: named(list(FATE.shape)).optional(),
      fallback: 'a waste goes to the library’s last fate at its cost',
      help: 'What becomes of each waste: uses with a cap and a price, storage as the last.',
    },
    claims: { shape: list(CLAIM.shape).optional(), help: 'Announced figures, tested and never bound.' },
    promises: { shape: list(PROMISE.shape).optional(), help: 'Figures that the park has to keep.' },
    objective: {
      shape: expects(
        z.union([z.enum(['least cost', 'greatest value', 'least carbon']), TRADE_OFF.shape]),
        'least cost, greatest value, least carbon or { trade off: [cost, carbon] }',
      ).optional(),
      fallback: 'least cost',
      help: 'What the plan seeks.',
    },
    scenarios: {
      shape: named(z.record(z.string().max(300), z.unknown())).optional(),
      help: 'Named sets of changes, each by the path of what it changes: `plants.smelter.output: 500 kt/a`; `~` removes.',
    },
  },
);

export type WrittenPark = z.infer<typeof PARK.shape>;
export type WrittenPlant = z.infer<typeof PLANT.shape>;
export type WrittenStore = z.infer<typeof STORE.shape>;
export type WrittenLink = z.infer<typeof LINK.shape>;
export type WrittenPurchase = z.infer<typeof PURCHASE.shape>;
export type WrittenSale = z.infer<typeof SALE.shape>;
export type WrittenTariffLine = z.infer<typeof TARIFF_LINE.shape>;
export type WrittenHourlyFile = z.infer<typeof HOURLY_FILE.shape>;
export type WrittenOutage = z.infer<typeof OUTAGE.shape>;
export type WrittenFate = z.infer<typeof FATE.shape>;
export type WrittenPromise = z.infer<typeof PROMISE.shape>;
