/**
 * Do the entries of the library fit each other, and is every figure readable in the unit that its place wants?
 * In: the library as built and the entries with their places. Out: issues. One check, one function.
 */
import {
  type Composition,
  ELEMENT_NAMES,
  ELEMENTS,
  type Element,
  LIMITED_ELEMENTS,
} from '../plants/model.ts';
import { MODELS } from '../plants/models.ts';
import { readQuantity } from '../units/unit.ts';
import { readAmount, readAmountRange } from './amount.ts';
import type { Issue } from './issue.ts';
import { type Library, SKILLS } from './library.ts';
import type { LibraryFolder } from './library-schema.ts';
import { moneyTable } from './money-table.ts';
import { nearest, numberOfWord, own } from './name.ts';
import { percent, statedOf } from './resolve-charge.ts';
import { issue } from './sentences/catalogue.ts';
import { unitIssue } from './unit-issue.ts';
import {
  carbonWants,
  costWants,
  flowWants,
  HOURLY,
  plantCostWants,
  priceWants,
  renewalWants,
  type Wants,
  wantsOf,
  yearlyWants,
} from './wants.ts';
import { nearestPiece, type Path, pathText, type Written } from './written.ts';

/** One entry of the library with the piece of YAML that it came from. */
export interface Entry {
  readonly folder: LibraryFolder;
  readonly id: string;
  readonly data: unknown;
  readonly written: Written;
  /** Path of `written` in its file. */
  readonly prefix: Path;
}

type Check = (library: Library, entry: Entry, tell: Tell) => void;
type Tell = (code: string, path: Path, particulars: Readonly<Record<string, string>>) => void;

export function checkLibrary(library: Library, entries: readonly Entry[]): Issue[] {
  const issues: Issue[] = [];
  for (const entry of entries) {
    const tell: Tell = (code, path, particulars) => {
      const piece = nearestPiece(entry.written, path);
      issues.push(
        issue(code, 'error', piece.place, { path: pathText([...entry.prefix, ...path]), ...particulars }),
      );
    };
    for (const check of CHECKS) check(library, entry, tell);
    issues.push(...figureIssues(library, entry));
  }
  issues.push(...lastFates(library, entries));
  return issues;
}

/** Every `source:` is a key of the sources. */
const sources: Check = (library, { data, folder }, tell) => {
  if (folder === 'sources') return;
  const look = (source: string, path: Path): void => {
    if (own(library.sources, source) !== undefined) return;
    const near = nearest(source, Object.keys(library.sources));
    tell('unknown-source', [...path, 'source'], { found: source, ...(near === undefined ? {} : { near }) });
  };
  walk(data, [], ({ source }, path) => look(source, path));
  const { source } = data as { source?: string };
  if (folder === 'commodities' && source !== undefined) look(source, []);
};

/** Every commodity that an entry names is known. */
const commodities: Check = (library, { data, folder }, tell) => {
  const entry = data as Record<string, unknown>;
  const named: [Path, string][] = [];
  for (const key of ['makes', 'ore from', 'holds', 'commodity', 'of']) {
    if (folder !== 'commodities' && typeof entry[key] === 'string') named.push([[key], entry[key]]);
  }
  const sides = (of: Record<string, unknown>, above: Path): void => {
    for (const side of ['in', 'out'])
      for (const id of Object.keys(of[side] ?? {})) named.push([[...above, side, id], id]);
  };
  if (folder === 'plants') {
    sides(entry, []);
    for (const [id, feed] of Object.entries((entry['charge'] ?? {}) as Record<string, object>)) {
      named.push([['charge', id], id]);
      sides(feed as Record<string, unknown>, ['charge', id]);
    }
  }
  if (Array.isArray(entry['carries']))
    named.push(...entry['carries'].map((id, at): [Path, string] => [['carries', at], String(id)]));
  for (const [path, id] of named) {
    if (own(library.commodities, id) !== undefined) continue;
    const near = nearest(id, Object.keys(library.commodities));
    tell('unknown-commodity', path, { found: id, ...(near === undefined ? {} : { near }) });
  }
};

/** A plant's model exists, has a recipe, and knows the parameters that the plant overrides. */
const models: Check = (_, { data, folder }, tell) => {
  if (folder !== 'plants') return;
  const { model: name, parameters = {} } = data as {
    model?: string;
    parameters?: Record<string, { value: string | number }>;
  };
  const model = name === undefined ? undefined : own(MODELS, name);
  if (name !== undefined && model === undefined) {
    const near = nearest(name, Object.keys(MODELS));
    tell('unknown-model', ['model'], { found: name, ...(near === undefined ? {} : { near }) });
    return;
  }
  const table = model?.parameters.filter(({ ofTheHour }) => ofTheHour !== true) ?? [];
  const known = table.map(({ key }) => key);
  for (const [key, { value }] of Object.entries(parameters)) {
    const choices = table.find((each) => each.key === key)?.choices;
    if (choices !== undefined && numberOfWord(choices, String(value)) < 0)
      tell('parameter-choice', ['parameters', key, 'value'], {
        key,
        found: String(value),
        expected: choices.join(', '),
      });
    if (known.includes(key)) continue;
    const near = nearest(key, known);
    tell('unknown-parameter', ['parameters', key], {
      found: key,
      plant: String(name ?? 'no model'),
      ...(near === undefined ? {} : { near }),
    });
  }
};

/** Stated losses are of elements that are followed, and at most 2 % of what comes in. */
const losses: Check = (library, { data, folder }, tell) => {
  if (folder !== 'plants') return;
  const { losses: stated = {} } = data as { losses?: Record<string, { value: string | number }> };
  for (const [element, value] of Object.entries(stated)) {
    if (!ELEMENTS.some((each) => each === element)) {
      tell('unknown-element', ['losses', element], { found: element, expected: ELEMENTS.join(', ') });
      continue;
    }
    const read = readAmount(value.value, ['1'], '1', moneyTable(library));
    if (read.ok && read.value.value > 0.02)
      tell('loss-too-large', ['losses', element, 'value'], { found: String(value.value), expected: '2 %' });
  }
};

/** A part's life is a figure or a parameter of the plant's model, one of the two. */
const renewals: Check = (_, { data, folder }, tell) => {
  if (folder !== 'plants') return;
  const { model, renewals: parts = {} } = data as {
    model?: string;
    renewals?: Record<string, { life?: unknown; 'life from'?: string }>;
  };
  const known = own(MODELS, String(model))?.parameters.map(({ key }) => key) ?? [];
  for (const [part, { life, 'life from': from }] of Object.entries(parts)) {
    if ((life === undefined) === (from === undefined))
      tell('renewal-life', ['renewals', part], { found: part });
    else if (from !== undefined && !known.includes(from)) {
      const near = nearest(from, known);
      tell('unknown-parameter', ['renewals', part, 'life from'], {
        found: from,
        plant: String(model ?? 'no model'),
        ...(near === undefined ? {} : { near }),
      });
    }
  }
};

/** A crew's skills are known, and the shares of a profile make a whole. */
const skills: Check = (library, { data, folder }, tell) => {
  const { skills: named } = data as { skills?: string };
  if (folder === 'plants' && named !== undefined && own(library.skills, named) === undefined) {
    const near = nearest(named, Object.keys(library.skills));
    tell('unknown-skills', ['skills'], { found: named, ...(near === undefined ? {} : { near }) });
  }
  if (folder !== 'skills') return;
  const sum = SKILLS.reduce((total, skill) => {
    const { value } = (data as Record<string, { value: string | number }>)[skill];
    const read = readAmount(value, ['1'], '1', moneyTable(library));
    return total + (read.ok ? read.value.value : 0);
  }, 0);
  if (Math.abs(sum - 1) > 1e-6) tell('skills-sum', [], { found: `${Number((100 * sum).toFixed(3))} %` });
};

/** Elements within a composition are parts of its mass. */
const compositions: Check = (library, { data, id }, tell) => {
  const visit = (thing: unknown, path: Path): void => {
    if (typeof thing !== 'object' || thing === null) return;
    for (const [key, below] of Object.entries(thing)) {
      if (key !== 'composition') visit(below, [...path, key]);
      else {
        const own = library.commodities[String(path.at(-1) ?? id)]?.composition;
        const { mass = own?.mass ?? 0, ...elements } = below as Composition;
        const sum = Object.values(elements).reduce((total, share) => total + share, 0);
        const negative = Object.values(elements).some((share) => share < 0);
        if (negative || (mass > 0 && sum > mass * (1 + WHOLE)))
          tell('composition-above-whole', [...path, key], {
            found: percent(sum),
            expected: percent(mass),
          });
      }
    }
  };
  visit(data, []);
};
/** Rounding of the last digit of each element. */
const WHOLE = 1e-3;

/** A window has a charge, its least is below its most, and every feed says how much it holds of what is limited. */
const windows: Check = (library, { data, folder }, tell) => {
  if (folder !== 'plants') return;
  const { charge = {}, window = {}, model } = data as WrittenCharge;
  if (model !== undefined && Object.keys(charge).length > 0)
    tell('charge-with-model', ['charge'], { found: model });
  const limited = (['at least', 'at most'] as const).flatMap((side) =>
    Object.entries(window[side] ?? {}).map(([element, { value }]) => ({ side, element, value })),
  );
  if (limited.length > 0 && Object.keys(charge).length === 0)
    tell('window-without-charge', ['window'], { found: 'window' });
  const shareOf = (value: string | number): number | null => {
    const read = readAmount(value, ['1'], '1', moneyTable(library));
    return read.ok ? read.value.value : null;
  };
  for (const { side, element, value } of limited) {
    const path = ['window', side, element];
    if (!LIMITED_ELEMENTS.some((each) => each === element)) {
      tell('unknown-element', path, { found: element, expected: LIMITED_ELEMENTS.join(', ') });
      continue;
    }
    const name = ELEMENT_NAMES[element as Element];
    const share = shareOf(value);
    if (share !== null && (share < 0 || share > 1))
      tell('share-above-whole', [...path, 'value'], { found: String(value) });
    const most = window['at most']?.[element]?.value;
    if (side === 'at least' && most !== undefined && (share ?? 0) > (shareOf(most) ?? 1))
      tell('window-crossed', path, {
        element: name,
        found: String(value),
        max: String(most),
      });
    const silent = Object.entries(charge).filter(([id, feed]) => {
      const isKnown = own(library.commodities, id) !== undefined;
      return isKnown && !(element in statedOf(library, id, feed));
    });
    if (silent.length > 0)
      tell('feed-not-analysed', path, { element: name, feed: silent.map(([id]) => id).join(', ') });
  }
};
interface WrittenCharge {
  readonly model?: string;
  readonly charge?: Readonly<Record<string, { readonly composition?: Composition }>>;
  readonly window?: Readonly<
    Partial<Record<'at least' | 'at most', Readonly<Record<string, { readonly value: string | number }>>>>
  >;
}

const CHECKS: readonly Check[] = [
  sources,
  commodities,
  models,
  losses,
  renewals,
  skills,
  compositions,
  windows,
];

/** Every waste has exactly one last fate. */
function lastFates(library: Library, entries: readonly Entry[]): Issue[] {
  return Object.values(library.commodities)
    .filter(({ kind }) => kind === 'waste')
    .flatMap(({ id }) => {
      const last = Object.values(library.fates).filter((fate) => fate.of === id && fate.last);
      if (last.length === 1) return [];
      const entry = entries.find((each) => each.folder === 'commodities' && each.id === id);
      const found = last.length === 0 ? 'none' : last.map((fate) => fate.id).join(', ');
      return [issue('one-last-fate', 'error', entry?.written.key ?? {}, { path: id, found })];
    });
}

/** Every figure and range reads, in a unit that its place wants. */
function figureIssues(library: Library, entry: Entry): Issue[] {
  const issues: Issue[] = [];
  const money = moneyTable(library);
  walk(entry.data, [], (value, path) => {
    const wants = wantsAt(library, entry, path);
    if (wants === null) return;
    const piece = (key: string) => nearestPiece(entry.written, [...path, key]);
    const text = (key: string) => pathText([...entry.prefix, ...path, key]);
    const read = readAmount(value.value, wants.units, wants.bare, money);
    if (!read.ok) issues.push(unitIssue(read.fault, piece('value').place, text('value')));
    const quantity = readQuantity(String(value.value));
    if (read.ok && quantity.ok && quantity.value.money?.year === null) {
      issues.push(
        issue('price-year-missing', 'error', piece('value').place, {
          path: text('value'),
          found: String(value.value),
        }),
      );
    }
    if (value.range === undefined) return;
    const range = readAmountRange(value.range, wants.units, wants.bare, money);
    if (!range.ok) issues.push(unitIssue(range.fault, piece('range').place, text('range')));
    else if (read.ok && isOutside(read.value.value, range.value.low.value, range.value.high.value)) {
      issues.push(
        issue('outside-own-range', 'error', piece('range').place, {
          path: text('range'),
          found: String(value.value),
          expected: value.range,
        }),
      );
    }
  });
  return issues;
}
/** Outside by more than the rounding of conversions. */
function isOutside(value: number, low: number, high: number): boolean {
  const slack = 1e-9 * Math.abs(value);
  return value < low - slack || value > high + slack;
}

const OPERATION_UNITS: Readonly<Record<string, string>> = {
  repair: 'h',
  memory: 'h',
  unit: 'MW',
};

/** Shares, unless the figure is a time or a size. */
const operationWants = (key: string): Wants => {
  const unit = OPERATION_UNITS[key] ?? '1';
  return { units: [unit], bare: unit };
};

/** What unit a figure's place wants; null: the place takes any. */
function wantsAt(library: Library, { folder, data }: Entry, path: Path): Wants | null {
  const key = String(path.at(-1));
  const entry = data as Record<string, unknown>;
  if (folder === 'factors/deflator' || folder === 'factors/gwp') return { units: ['1'], bare: '1' };
  if (folder === 'factors/exchange') return null;
  if (folder === 'factors/operation') return operationWants(key);
  if (folder === 'plants') {
    const made = own(library.commodities, String(entry['makes']));
    const rated = entry['rated in'] as Library['plants'][string]['ratedIn'];
    if (path[0] === 'parameters') {
      const model = own(MODELS, String(entry['model']));
      const parameter = model?.parameters.find((each) => each.key === key);
      // A choice among words is checked with the model's parameters.
      return parameter === undefined || parameter.choices !== undefined
        ? null
        : { units: [parameter.unit], bare: parameter.unit };
    }
    const side = path.at(-2);
    if (side === 'in' || side === 'out' || side === 'charge') {
      const commodity = own(library.commodities, key);
      return commodity === undefined || made === undefined ? null : flowWants(commodity.unit, made.unit);
    }
    if (path[0] === 'losses' || path[0] === 'window') return { units: ['1'], bare: '1' };
    if (path[0] === 'cost') return plantCostWants(key, rated, made?.unit ?? 't');
    if (path[0] === 'renewals') return renewalWants(key, rated);
    return wantsOf(key, rated);
  }
  if (folder === 'stores') {
    const held = own(library.commodities, String(entry['holds']));
    // A store that holds what the park says is costed per tonne unless it says otherwise.
    const units = held === undefined ? (['t', 'MWh', 'm3'] as const) : ([held.unit] as const);
    if (path[0] === 'content cost' || path[0] === 'power cost') {
      const rate = path[0] === 'power cost';
      const all = units.flatMap((unit) => costWants(key, rate ? HOURLY[unit] : unit, unit).units);
      return { units: [...new Set(all)], bare: all[0] };
    }
    return key === 'staff' ? null : wantsOf(key, 'MW');
  }
  if (folder === 'skills') return { units: ['1'], bare: '1' };
  if (folder === 'links') {
    if (path[0] === 'cost') return costWants(key, 'MW km', 'MWh');
    if (path[0] === 'terminal cost') return costWants(key, 'MW', 'MWh');
    return wantsOf(key, 'MW');
  }
  const commodity = own(library.commodities, String(entry['commodity'] ?? entry['of']));
  if (commodity === undefined) return null;
  if (key === 'cost' || key === 'price') return priceWants(commodity.unit);
  if (key === 'carbon') return carbonWants(commodity.unit);
  if (key === 'max' || key === 'max bought' || key === 'max sold') return yearlyWants(commodity.unit);
  return wantsOf(key, 'MW');
}

interface Figure {
  readonly value: string | number;
  readonly range?: string;
  readonly source: string;
}

/** Visits every figure with its path. */
function walk(thing: unknown, path: Path, visit: (value: Figure, path: Path) => void): void {
  if (typeof thing !== 'object' || thing === null || Array.isArray(thing)) return;
  if ('value' in thing && 'source' in thing) visit(thing as Figure, path);
  // A feed is a figure with flows of its own below it.
  for (const [key, below] of Object.entries(thing)) walk(below, [...path, key], visit);
}
