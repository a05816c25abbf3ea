/**
 * The formats of the library's files: commodities, plants, stores, links, markets, fates, factors, sources.
 * In: nothing. Out: one sheet for each kind of entry; the reader and the reference pages are made from them.
 */
import { z } from 'zod';
import { ELEMENTS, LIMITED_ELEMENTS } from '../plants/model.ts';
import { GRADES } from '../units/grade.ts';
import { BALANCE_PERIODS } from '../units/time-grid.ts';
import { COMMODITY_KINDS, SKILLS } from './library.ts';
import { expects, sheet, words } from './sheet.ts';

const id = expects(
  z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  'a name in small letters, digits and dashes',
);
const ids = <S extends z.ZodType>(shape: S) => z.record(id, shape);
const COMPOSITION = expects(
  z.partialRecord(z.enum(ELEMENTS), z.number()),
  `tonnes of an element per unit { ${ELEMENTS.join(', ')} }`,
);

const valueKeys = {
  value: {
    shape: expects(z.union([z.string().max(200), z.number()]), 'a quantity such as 13.2 MWh/t'),
    help: 'The figure with its unit.',
  },
  range: {
    shape: words('a range such as 12.9 .. 13.8 MWh/t').optional(),
    help: 'Low and high end of what is usual.',
  },
  source: { shape: words('a key of the sources'), help: 'Key of the source in `library/sources/`.' },
  grade: { shape: z.enum(GRADES), help: 'How good the evidence is.' },
  year: { shape: z.int().optional(), help: 'Year that the figure is about.' },
  note: { shape: words().optional(), help: 'What to know when reading it.' },
};
export const VALUE = sheet('A library value', 'A figure with range, source and grade.', valueKeys);
export const FLOW = sheet('A flow of a typed recipe', 'An amount per unit of the reference output.', {
  ...valueKeys,
  cause: { shape: words().optional(), help: 'What made it, for flows to air and the like: fuel, limestone.' },
  composition: {
    shape: COMPOSITION.optional(),
    help: "Tonnes of each element per unit, where it is not the commodity's own.",
  },
});
const value = VALUE.shape;
const flows = () => z.record(z.string(), FLOW.shape).optional();

export const FEED = sheet(
  'A feed of a charge',
  'So much of it for one unit of the reference output that is made of this feed alone.',
  {
    ...FLOW.keys,
    in: { shape: flows(), help: 'What this feed needs beside `in` of the plant, per unit of output.' },
    out: { shape: flows(), help: 'What this feed leaves beside `out` of the plant, per unit of output.' },
  },
);
const limits = () =>
  expects(
    z.record(z.string(), value),
    `shares of the product, by element { ${LIMITED_ELEMENTS.join(', ')} }`,
  ).optional();
export const LIBRARY_WINDOW = sheet(
  'The window of an alloy',
  'What the product may hold of each element, whatever it is made of.',
  {
    'at least': { shape: limits(), help: 'Lowest share, by element.' },
    'at most': { shape: limits(), help: 'Highest share, by element.' },
  },
);

export const LIBRARY_COST = sheet('Costs', 'Costs in any currency and price year.', {
  overnight: { shape: value, help: 'Per unit of `rated in`.' },
  fixed: {
    shape: value,
    help: 'Per unit of `rated in` and year, or a share of the overnight cost per year.',
  },
  variable: { shape: value.optional(), help: 'Per unit of output, without feeds and energy.' },
  life: { shape: value, help: 'Years.' },
  'scale exponent': {
    shape: value.optional(),
    help: 'n of cost = cost at the usual size × (size ÷ usual size)^n; for the reader, the plan is linear.',
  },
  'location factor': {
    shape: value.optional(),
    help: 'What building in Kazakhstan costs against the place of the sources; for the reader.',
  },
});

export const LIBRARY_RENEWAL = sheet('A renewal', 'A part that is renewed within the life of the plant.', {
  cost: { shape: value, help: 'Per unit of `rated in`, each time, without materials that are flows.' },
  life: { shape: value.optional(), help: 'Time between two renewals; or `life from`.' },
  'life from': { shape: words().optional(), help: "Parameter of the plant's model that is the life." },
});

export const START_UP = sheet(
  'A start-up curve',
  'Share of capacity that a new plant reaches in its first years; shown, not planned, while a phase is one year repeated.',
  {
    'first year': { shape: value, help: 'Mean over the first year after opening.' },
    'second year': { shape: value, help: 'Mean over the second year.' },
    'third year': { shape: value, help: 'Mean over the third year.' },
  },
);

export const SKILL_PROFILE = sheet(
  'A skill profile',
  'Share of a crew by skill; the first four are the categories of Kazakh work permits. They add up to the whole.',
  {
    title: { shape: words(), help: 'Which crews it is about.' },
    ...Object.fromEntries(SKILLS.map((skill) => [skill, { shape: value, help: `Share of ${skill}.` }])),
  },
);

export const COMMODITY = sheet(
  'A commodity',
  'Something that is made, used, moved, stored, bought or sold.',
  {
    title: { shape: words(), help: 'What people call it.' },
    unit: {
      shape: z.enum(['t', 'MWh', 'm3']),
      help: 'What one unit is; tonnes are dry, MWh of fuels are lower heating value.',
    },
    balance: {
      shape: z.enum([...BALANCE_PERIODS, 'none']),
      help: 'Period over which it has to balance; `none` for air.',
    },
    kind: { shape: z.enum(COMMODITY_KINDS), help: 'What sort of thing it is.' },
    colour: {
      shape: expects(z.string().regex(/^#[0-9a-f]{6}$/i), 'a colour such as #4477aa'),
      help: 'Its colour in every chart.',
    },
    order: { shape: z.number(), help: 'Its place in every stack: small is drawn first.' },
    composition: { shape: COMPOSITION, help: 'Tonnes of each element in one unit; `mass` is the total.' },
    scrap: {
      shape: z.enum(['new', 'old']).optional(),
      help: 'Scrap of metal: left by plants, or collected after use.',
    },
    source: {
      shape: words('a key of the sources').optional(),
      help: 'Key of the source of its composition in `library/sources/`.',
    },
    grade: { shape: z.enum(GRADES).optional(), help: 'How good the evidence of its composition is.' },
    gas: { shape: z.enum(['CO2', 'CF4', 'C2F6']).optional(), help: 'Which greenhouse gas it is.' },
    temperature: {
      shape: expects(z.number().min(-50).max(2000), 'degrees Celsius, from -50 to 2000').optional(),
      unit: '°C',
      help: 'For heat: how hot it is handed over. Heat of a lower level becomes heat of a higher one with work only.',
    },
    note: { shape: words().optional(), help: 'What to know about it.' },
  },
);

export const LIBRARY_PLANT = sheet('A library plant', 'One kind of plant; one file each.', {
  plant: { shape: id, help: 'Its name.' },
  title: { shape: words(), help: 'What people call it.' },
  group: {
    shape: words(),
    help: 'Where it stands in the chain: mine, alumina, carbon, metal, cast, semis, recycling, residue, power, heat, water, other.',
  },
  about: { shape: words().optional(), help: 'One or two sentences.' },
  makes: { shape: words('the name of a commodity'), help: 'Reference output; the recipe is per unit of it.' },
  'rated in': { shape: z.enum(['t/a', 'MW', 'm3/a']), help: 'How the trade rates it.' },
  period: { shape: z.enum(BALANCE_PERIODS), help: 'Period over which its output may be taken as constant.' },
  model: { shape: words('the name of a model').optional(), help: 'Model that computes the recipe.' },
  'ore from': {
    shape: words('the name of a commodity').optional(),
    help: "Model parameters that are named like an ore's shares follow the ore of this commodity in the park.",
  },
  parameters: { shape: z.record(z.string(), value).optional(), help: "Values that override the model's." },
  in: {
    shape: z.record(z.string(), FLOW.shape).optional(),
    help: "What goes in, added to the model's recipe.",
  },
  out: {
    shape: z.record(z.string(), FLOW.shape).optional(),
    help: "What comes out beside the reference output, added to the model's recipe.",
  },
  charge: {
    shape: z.record(z.string(), FEED.shape).optional(),
    help: 'Feeds of which the plan chooses the mixture, by commodity; what they bring and do not leave elsewhere is the product.',
  },
  window: {
    shape: LIBRARY_WINDOW.shape.optional(),
    help: 'What the product may hold of each element; each feed states its composition in these.',
  },
  losses: {
    shape: z.record(z.string(), value).optional(),
    help: 'Stated loss of an element, as a share of what comes in; at most 2 %.',
  },
  availability: { shape: value.optional(), help: 'Share of the year in which it can run.' },
  'minimum load': {
    shape: value.optional(),
    help: 'Lowest output as a share of capacity; with a profile, of what the weather gives.',
  },
  ramp: { shape: value.optional(), help: 'Largest change per hour as a share of capacity.' },
  profile: {
    shape: words().optional(),
    help: 'Weather series that its output follows: wind, sun, or the need for heat.',
  },
  cost: { shape: LIBRARY_COST.shape, help: 'What it costs.' },
  conversion: {
    shape: value.optional(),
    help: 'What it costs to make it of a plant that stands (`converts:` in a park), per unit of `rated in`.',
  },
  renewals: {
    shape: z.record(z.string().min(1).max(80), LIBRARY_RENEWAL.shape).optional(),
    help: 'What is renewed within its life: pot linings, flues, batteries; by name of the part.',
  },
  'usual size': {
    shape: value.optional(),
    help: 'One line, train or unit as the trade builds it; the range is from the least to the most.',
  },
  step: { shape: value.optional(), help: 'What is added at a time.' },
  storage: {
    shape: value.optional(),
    help: 'What is usually stored between it and its neighbours, in days of its output.',
  },
  'start-up': {
    shape: START_UP.shape.optional(),
    help: 'Share of capacity reached in the first three years.',
  },
  staff: { shape: value, help: 'Permanent jobs.' },
  skills: {
    shape: words('the name of a skill profile').optional(),
    help: 'Which skill profile its crew has.',
  },
  land: { shape: value.optional(), help: 'Land taken.' },
  'build time': { shape: value.optional(), help: 'Time from decision to operation.' },
  renewable: { shape: z.boolean().optional(), help: 'Whether its electricity counts as renewable.' },
});

export const LIBRARY_STORE = sheet('A library store', 'One kind of store; one file each.', {
  store: { shape: id, help: 'Its name.' },
  title: { shape: words(), help: 'What people call it.' },
  group: { shape: words(), help: 'Where it stands in the chain.' },
  about: { shape: words().optional(), help: 'One or two sentences.' },
  holds: {
    shape: words('the name of a commodity').optional(),
    help: 'What it holds; left out, the park says.',
  },
  'standing loss': { shape: value.optional(), help: 'Share of the content lost per hour.' },
  'charge efficiency': { shape: value, help: 'One way, in.' },
  'discharge efficiency': { shape: value, help: 'One way, out.' },
  'content cost': { shape: LIBRARY_COST.shape, help: 'Cost of the content.' },
  'power cost': {
    shape: LIBRARY_COST.shape.optional(),
    help: 'Cost of the power; left out, power is free and not limited.',
  },
  staff: { shape: value.optional(), help: 'Permanent jobs.' },
});

export const LIBRARY_LINK = sheet('A library link', 'One kind of link between sites; one file each.', {
  link: { shape: id, help: 'Its name.' },
  title: { shape: words(), help: 'What people call it.' },
  about: { shape: words().optional(), help: 'One or two sentences.' },
  rated: { shape: z.boolean(), help: 'Whether its capacity is sized and paid for.' },
  carries: { shape: z.array(words()).optional(), help: 'What it carries when the park does not say.' },
  'loss per km': { shape: value, help: 'Share lost per km.' },
  'variable per km': { shape: value.optional(), help: 'Money per unit and km.' },
  cost: { shape: LIBRARY_COST.shape.optional(), help: 'Money per MW and km.' },
  'terminal loss': {
    shape: value.optional(),
    help: 'Share lost at both ends together, whatever the length.',
  },
  'terminal cost': {
    shape: LIBRARY_COST.shape.optional(),
    help: 'Money per MW of both ends together, whatever the length.',
  },
  'electricity per km': { shape: value.optional(), help: 'Electricity per unit and km.' },
});

export const MARKET = sheet(
  'An open market',
  'What nobody makes is bought here; what is left over is sold here.',
  {
    commodity: { shape: words('the name of a commodity'), help: 'What is traded.' },
    title: { shape: words(), help: 'What people call it.' },
    cost: { shape: value.optional(), help: 'Paid when bought.' },
    price: { shape: value.optional(), help: 'Received when sold.' },
    'max bought': {
      shape: value.optional(),
      help: 'The most that is offered in a year; a park that says `max:` puts its own in place.',
    },
    'max sold': {
      shape: value.optional(),
      help: 'The most that it takes in a year; a park that says `max:` puts its own in place.',
    },
    carbon: { shape: value.optional(), help: 'Emissions of making what is bought.' },
    'renewable share': { shape: value.optional(), help: 'Share of renewable supply in it.' },
  },
);

export const LIBRARY_FATE = sheet('A fate of a waste', 'A use or a place of rest.', {
  of: { shape: words('the name of a commodity'), help: 'Which waste.' },
  title: { shape: words(), help: 'What people call it.' },
  cost: { shape: value.optional(), help: 'Paid per unit.' },
  price: { shape: value.optional(), help: 'Received per unit.' },
  max: {
    shape: value.optional(),
    help: 'The most that it takes in a year; a park that says `max:` puts its own in place.',
  },
  last: { shape: z.boolean(), help: 'Takes what nothing else takes.' },
  useful: { shape: z.boolean(), help: 'Counts as used rather than stored.' },
  note: { shape: words().optional(), help: 'What to know about it.' },
});

export const SOURCE = sheet('A source', 'Where figures come from.', {
  reference: { shape: words(), help: 'Full reference in words: author or organisation, title, year, place.' },
  note: { shape: words().optional(), help: 'What to know about it.' },
});

const anyKey = z.string().min(1).max(80);
/** Folder of the library → how a file in it reads. */
export const LIBRARY_FILES = {
  commodities: ids(COMMODITY.shape),
  plants: LIBRARY_PLANT.shape,
  stores: LIBRARY_STORE.shape,
  links: LIBRARY_LINK.shape,
  markets: ids(MARKET.shape),
  fates: ids(LIBRARY_FATE.shape),
  skills: ids(SKILL_PROFILE.shape),
  sources: z.record(anyKey, SOURCE.shape),
  'factors/exchange': z.record(anyKey, z.record(anyKey, value)),
  'factors/deflator': z.record(anyKey, value),
  'factors/gwp': z.record(anyKey, z.record(anyKey, value)),
  'factors/operation': z.record(anyKey, z.record(anyKey, value)),
} as const;
export type LibraryFolder = keyof typeof LIBRARY_FILES;

/** Every sheet of the library, for the reference pages. */
export const LIBRARY_SHEETS = {
  VALUE,
  FLOW,
  FEED,
  LIBRARY_WINDOW,
  LIBRARY_COST,
  LIBRARY_RENEWAL,
  START_UP,
  SKILL_PROFILE,
  COMMODITY,
  LIBRARY_PLANT,
  LIBRARY_STORE,
  LIBRARY_LINK,
  MARKET,
  LIBRARY_FATE,
  SOURCE,
};
