/**
 * The keys of plants and stores: what a park file may say about each, in which unit, and what stands when it is silent.
 * In: nothing. Out: sheets that `schema.ts` joins.
 */
import { z } from 'zod';
import { LIMITED_ELEMENTS } from '../plants/model.ts';
import { COST, RENEWAL } from './schema-cost.ts';
import { OUTAGE } from './schema-hours.ts';
import { FIRM_POWER, HEAT_STORE } from './schema-power.ts';
import { expects, figure, list, NAME, named, sheet, title, words } from './sheet.ts';

const RATE = 't/a, MW or m3/a, as the library rates the plant';
const CONTENT = 'MWh or t, as the commodity held is counted';

export const RANGE_OF_SIZE = sheet(
  'A size that the plan chooses',
  'A size between bounds, or in whole units.',
  {
    min: {
      shape: figure('0.5 Mt/a').optional(),
      unit: RATE,
      fallback: '0',
      help: 'At least this much stands; with `units of`, a number of units.',
    },
    max: {
      shape: figure('6 GW').optional(),
      unit: RATE,
      fallback: 'no limit',
      help: 'At most this much stands, what exists included; with `units of`, a number of units.',
    },
    'units of': {
      shape: figure('250 kt/a').optional(),
      unit: RATE,
      help: 'Only whole units of this size are built, beside what exists; the plan says what that costs against any size.',
    },
  },
);

export const size = (example: string) =>
  expects(
    z.union([z.string().max(200), z.number(), RANGE_OF_SIZE.shape]),
    `a size such as ${example}, or { min: …, max: … }, or { units of: …, max: 4 }`,
  );

export const RECIPE = sheet(
  'Changes of the recipe',
  'Amounts per unit of the reference output; each replaces what the library or the model says of that commodity.',
  {
    needs: {
      shape: named(figure('1.93 t')).optional(),
      unit: 't, MWh or m3 per unit of output',
      help: 'What goes in.',
    },
    makes: {
      shape: named(figure('0.02 t')).optional(),
      unit: 't, MWh or m3 per unit of output',
      help: 'What comes out beside the reference output.',
    },
  },
);

const ELEMENT_LIST = LIMITED_ELEMENTS.join(', ');

export const WINDOW = sheet(
  'The window of an alloy',
  'What the product of a plant with a charge may hold of each element, by its symbol; each replaces the limit of the library.',
  {
    'at least': {
      shape: named(figure('0.20 %')).optional(),
      unit: '1',
      fallback: "the library's",
      help: `Lowest share of the product, by element (${ELEMENT_LIST}).`,
    },
    'at most': {
      shape: named(figure('0.35 %')).optional(),
      unit: '1',
      fallback: "the library's",
      help: `Highest share of the product, by element (${ELEMENT_LIST}).`,
    },
  },
);

export const SHORTFALL = sheet(
  'Missing the output',
  'Allows the plan to make less than `output`, counted as unserved.',
  {
    'valued at': {
      shape: figure('5000 USD/t'),
      unit: "the park's money per unit of output",
      help: 'What one missing unit is worth; it is never booked as a cost.',
    },
  },
);

export const PLANT = sheet(
  'A plant',
  'One plant of the park: what it is, where it stands, how large it may be, how it differs from the library.',
  {
    plant: {
      shape: words('the name of a library plant such as prebake-potline'),
      help: 'Which plant of the library this is.',
    },
    title: { shape: title().optional(), fallback: 'its name in the file', help: 'What people call it.' },
    site: {
      shape: words('the name of a site').optional(),
      fallback: 'the only site',
      help: 'Where it stands.',
    },
    capacity: {
      shape: size('1 Mt/a').optional(),
      unit: RATE,
      fallback: 'free, the plan chooses',
      help: 'What is built: nameplate per year, or rated power.',
    },
    existing: {
      shape: figure('200 kt/a').optional(),
      unit: RATE,
      fallback: '0',
      help: 'What stands already and costs nothing to build; part of the capacity.',
    },
    output: {
      shape: figure('300 kt/a').optional(),
      unit: 't/a, MWh/a or m3/a',
      fallback: 'free',
      help: 'What must be made in a year.',
    },
    shortfall: {
      shape: SHORTFALL.shape.optional(),
      fallback: 'not allowed',
      help: 'Lets the output be missed, at a stated worth.',
    },
    converts: {
      shape: words('the name of a plant of the park').optional(),
      fallback: 'nothing: it is built anew',
      help: 'A plant that stands (`existing`) and can be turned into this one, as far as the plan chooses, for what the library says a conversion costs (or `cost: overnight`). What is turned into this plant no longer stands as the other one.',
    },
    'firm power': {
      shape: FIRM_POWER.shape.optional(),
      fallback: 'not asked for',
      help: 'What must be carried when wind and sun fail, and when one supply is lost as well.',
    },
    with: {
      shape: named(z.union([figure('4.10 V'), HEAT_STORE.shape])).optional(),
      unit: "the parameter's own unit",
      fallback: "the library's, then the model's",
      help: 'Parameters of the plant model; spaces may stand for dashes. `power window` takes a range, `heat store` takes `down to`, `up to`, `recover within`, `turbine` a name.',
    },
    'power curve': {
      shape: words('the name of a file').optional(),
      fallback: "the turbine's of the library",
      help: 'For a wind farm: a file beside the park file with a column of wind speeds (m/s) and one of power (kW), at 1.225 kg/m3.',
    },
    ore: {
      shape: named(figure('44.5 %')).optional(),
      unit: '1',
      help: 'What the ore of a mine holds, as shares of dry mass. Several mines may dig different ores.',
    },
    feeds: {
      shape: list(words('the name of a mine, a purchase or an upgrading plant')).optional(),
      fallback: 'every ore that comes to its site',
      help: 'Which ores it may work on, by who gives them; the plan chooses how much of each.',
    },
    reserve: {
      shape: figure('160 Mt').optional(),
      unit: 't',
      fallback: 'not limited',
      help: 'Ore in the ground: no more can be dug over the horizon.',
    },
    recipe: {
      shape: RECIPE.shape.optional(),
      fallback: "the library's",
      help: 'Changes of what the plant needs and makes.',
    },
    window: {
      shape: WINDOW.shape.optional(),
      fallback: "the library's",
      help: 'What the alloy may hold of each element, for a plant that chooses its charge.',
    },
    losses: {
      shape: named(figure('1.2 %')).optional(),
      unit: '1',
      fallback: "the library's",
      help: 'Stated loss of an element, as a share of what comes in; at most 2 %.',
    },
    availability: {
      shape: figure('93 %').optional(),
      unit: '1',
      fallback: "the library's",
      help: 'Share of the year in which the plant can run.',
    },
    'minimum load': {
      shape: figure('40 %').optional(),
      unit: '1',
      fallback: "the library's",
      help: 'Lowest output as a share of capacity; where the weather says how much can be done, of that.',
    },
    ramp: {
      shape: figure('5 %/h').optional(),
      unit: '1/h',
      fallback: "the library's",
      help: 'Largest change of output per hour, as a share of capacity.',
    },
    cost: {
      shape: COST.shape.optional(),
      fallback: "the library's",
      help: 'Costs that override the library.',
    },
    renewals: {
      shape: named(RENEWAL.shape).optional(),
      fallback: "the library's",
      help: 'Parts that are renewed within its life, by the name that the library gives them: `pot linings`.',
    },
    staff: {
      shape: figure('1.8 persons/(kt/a)').optional(),
      unit: 'persons per unit of capacity',
      fallback: "the library's",
      help: 'Permanent jobs.',
    },
    land: {
      shape: figure('0.3 ha/(kt/a)').optional(),
      unit: 'ha per unit of capacity',
      fallback: "the library's",
      help: 'Land taken.',
    },
    about: { shape: words().optional(), help: 'Anything worth saying about it.' },
  },
);

export const STORE = sheet('A store', 'One store of the park: a battery, a stockpile, a tank, a reservoir.', {
  store: {
    shape: words('the name of a library store such as battery'),
    help: 'Which store of the library this is.',
  },
  of: {
    shape: words('the name of a commodity').optional(),
    fallback: 'what the library says it holds',
    help: 'What it holds.',
  },
  title: { shape: title().optional(), fallback: 'its name in the file', help: 'What people call it.' },
  site: {
    shape: words('the name of a site').optional(),
    fallback: 'the only site',
    help: 'Where it stands.',
  },
  capacity: {
    shape: size('2 GWh, 60 kt or 30 d of smelter').optional(),
    unit: CONTENT,
    fallback: 'free, the plan chooses',
    help: 'How much it holds; or so many days or hours of what a plant needs or makes at nameplate.',
  },
  existing: {
    shape: figure('100 MWh').optional(),
    unit: CONTENT,
    fallback: '0',
    help: 'Content that stands already; part of the capacity.',
  },
  power: {
    shape: size('500 MW').optional(),
    unit: 'MW or t/h',
    fallback: 'free, the plan chooses',
    help: 'How fast it fills and empties.',
  },
  'never below': {
    shape: expects(
      z.union([z.string().max(200), z.number()]),
      'an amount such as 200 MWh or 5 h of smelter',
    ).optional(),
    unit: CONTENT,
    fallback: '0',
    help: 'Least content at all times; or so many hours or days of what a plant needs at nameplate, losses on the way out allowed for.',
  },
  'standing loss': {
    shape: figure('0.01 %/h').optional(),
    unit: '1/h',
    fallback: "the library's",
    help: 'Share of the content lost per hour.',
  },
  'charge efficiency': {
    shape: figure('96 %').optional(),
    unit: '1',
    fallback: "the library's",
    help: 'One way, in.',
  },
  'discharge efficiency': {
    shape: figure('96 %').optional(),
    unit: '1',
    fallback: "the library's",
    help: 'One way, out.',
  },
  'content cost': { shape: COST.shape.optional(), fallback: "the library's", help: 'Cost of the content.' },
  'power cost': { shape: COST.shape.optional(), fallback: "the library's", help: 'Cost of the power.' },
  staff: {
    shape: figure('0.05 persons/MW').optional(),
    unit: 'persons per unit',
    fallback: "the library's",
    help: 'Permanent jobs.',
  },
  about: { shape: words().optional(), help: 'Anything worth saying about it.' },
});

/** Days on which a market or a link is out. */
export const OUT = {
  shape: list(OUTAGE.shape).optional(),
  fallback: 'never',
  help: 'Days of each year on which nothing passes: `[{ from: 10 Mar, to: 24 Mar }]`; for what is balanced by the hour.',
} as const;

export const LINK = sheet('A link', 'A way between two sites: rail, conveyor, line, pipe.', {
  from: { shape: words('the name of a site'), help: 'Where it begins.' },
  to: { shape: words('the name of a site'), help: 'Where it ends.' },
  by: { shape: words('the name of a library link such as rail'), help: 'Which link of the library this is.' },
  distance: { shape: figure('1050 km'), unit: 'km', help: 'Length of the way, not as the crow flies.' },
  carries: {
    shape: list(words('the name of a commodity')).optional(),
    fallback: 'what the library says; a rated link without more: electricity',
    help: 'What it carries.',
  },
  name: { shape: NAME.optional(), fallback: 'by, from and to', help: 'What it is called in results.' },
  capacity: {
    shape: size('3 GW').optional(),
    unit: 'MW',
    fallback: 'free, the plan chooses',
    help: 'How much it carries, for a link that the library rates.',
  },
  existing: {
    shape: figure('500 MW').optional(),
    unit: 'MW',
    fallback: '0',
    help: 'What stands already; part of the capacity.',
  },
  'loss per km': {
    shape: figure('0.003 %/km').optional(),
    unit: '1/km',
    fallback: "the library's",
    help: 'Share lost on the way.',
  },
  'variable per km': {
    shape: figure('0.02 USD/(t km)').optional(),
    unit: "the park's money per unit and km",
    fallback: "the library's",
    help: 'Paid for carrying.',
  },
  'electricity per km': {
    shape: figure('30 Wh/(t km)').optional(),
    unit: 'MWh per unit and km',
    fallback: "the library's",
    help: 'Electricity used for carrying, drawn where the link ends.',
  },
  cost: {
    shape: COST.shape.optional(),
    fallback: "the library's",
    help: 'Costs of a rated link, per MW and km.',
  },
  'terminal loss': {
    shape: figure('1.4 %').optional(),
    unit: '1',
    fallback: "the library's, else 0",
    help: 'Share lost at both ends together, in converters or transformers.',
  },
  'terminal cost': {
    shape: COST.shape.optional(),
    fallback: "the library's, else none",
    help: 'Costs of both ends of a rated link together, per MW, whatever its length.',
  },
  out: OUT,
});
