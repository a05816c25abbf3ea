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
import { readAmount } from './amount.ts';
import type { Issue } from './issue.ts';
import { type Library, SKILLS } from './library.ts';
import { type Entry, figureIssues, walk } from './library-figures.ts';
import { moneyTable } from './money-table.ts';
import { nearest, numberOfWord, own } from './name.ts';
import { percent, statedOf } from './resolve-charge.ts';
import { issue } from './sentences/catalogue.ts';
import { nearestPiece, type Path, pathText } from './written.ts';

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
