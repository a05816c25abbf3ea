/**
 * Which keys have the wrong shape, are unknown or missing?
 * In: a sheet's shape and the tree of what is written. Out: issues with line and column, and the data without the pieces
 * at fault, so that the rest can be checked in the same pass.
 */
import type { z } from 'zod';
import { hasHidden, spelledOut } from './hidden.ts';
import type { Issue } from './issue.ts';
import { listed, nearest } from './name.ts';
import { issue } from './sentences/catalogue.ts';
import { expectedBy } from './sheet.ts';
import {
  nearestPiece,
  type Path,
  type PathPart,
  pathText,
  pieceAt,
  plain,
  typed,
  type Word,
  type Written,
} from './written.ts';

export interface Shaped<T> {
  /** What is left after the pieces at fault are taken out; null when nothing is. */
  readonly data: T | null;
  /** The tree that `data` stands for. */
  readonly written: Written;
  readonly issues: readonly Issue[];
}

/** The kinds of zod shape that hold others, as far as this project uses them. */
interface Def {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly valueType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly options?: readonly z.ZodType[];
}
const defOf = (shape: z.ZodType) => shape.def as unknown as Def;

/** Shapes that may stand at a path: several, since a union may hold several maps. */
function shapesAt(shape: z.ZodType, path: Path): z.ZodType[] {
  const def = defOf(shape);
  if (def.type === 'optional' && def.innerType !== undefined) {
    return path.length === 0 && shape.meta()?.title !== undefined ? [shape] : shapesAt(def.innerType, path);
  }
  if (path.length === 0) return [shape];
  const [part, ...rest] = path;
  if (def.options !== undefined) return def.options.flatMap((option) => shapesAt(option, path));
  const next =
    def.shape !== undefined
      ? Object.hasOwn(def.shape, part)
        ? def.shape[part]
        : undefined
      : def.type === 'array'
        ? def.element
        : def.type === 'tuple'
          ? def.items?.[Number(part)]
          : def.valueType;
  return next === undefined ? [] : shapesAt(next, rest);
}

function keysAt(shape: z.ZodType, path: Path): string[] {
  return [...new Set(shapesAt(shape, path).flatMap((at) => Object.keys(mapsIn(at))))];
}

/** The keys of every map that a shape may be. */
function mapsIn(shape: z.ZodType): Readonly<Record<string, z.ZodType>> {
  const def = defOf(shape);
  if (def.shape !== undefined) return def.shape;
  if (def.innerType !== undefined) return mapsIn(def.innerType);
  return Object.assign({}, ...(def.options ?? []).map(mapsIn));
}

/** Words for what is expected at a path: of the shape itself, else of what it wraps. */
function wanted(shape: z.ZodType, path: Path): string {
  for (const at of shapesAt(shape, path)) {
    const said = expectedBy(at);
    if (said !== '') return said;
    const { type } = defOf(at);
    if (type === 'object' || type === 'record') {
      const keys = keysAt(at, []);
      return keys.length === 0 ? 'a map of names' : `a map with ${listed(keys, 6)}`;
    }
    const plainWords: Readonly<Record<string, string>> = {
      array: 'a list',
      boolean: 'true or false',
      number: 'a number',
      string: 'words',
    };
    if (type in plainWords) return plainWords[type];
  }
  return 'something else';
}

type Raw = z.core.$ZodIssue;

type Told = { readonly raw: Raw; readonly path: Path };

/** How far a branch of a union is from what is written: an unknown key counts double. */
function distanceOf(branch: readonly Raw[]): number {
  return branch.reduce((sum, raw) => sum + (raw.code === 'unrecognized_keys' ? 2 * raw.keys.length : 1), 0);
}

/** The branches of a union, those of a union within it included. */
function branchesOf(raw: Raw): Raw[][] {
  if (raw.code !== 'invalid_union') return [[raw]];
  return raw.errors.flatMap((branch) =>
    branch.length === 1 && branch[0].code === 'invalid_union' && branch[0].path.length === 0
      ? branchesOf(branch[0] as Raw)
      : [branch as Raw[]],
  );
}

/** A union fails in each of its branches: the nearest one whose outer shape fits is what the user meant. */
function flatten(raw: Raw, prefix: Path): Told[] {
  const path = [...prefix, ...(raw.path as PathPart[])];
  if (raw.code !== 'invalid_union') return [{ raw, path }];
  const fitting = branchesOf(raw).filter(
    (branch) =>
      branch.length > 0 && branch.every((each) => each.path.length > 0 || each.code === 'unrecognized_keys'),
  );
  if (fitting.length === 0) return [{ raw, path }];
  const meant = fitting.reduce((best, branch) => (distanceOf(branch) < distanceOf(best) ? branch : best));
  return meant.flatMap((each) => flatten(each, path));
}

/** The options of a union, through what wraps it; none where it is none. */
function optionsOf(shape: z.ZodType): readonly z.ZodType[] {
  const { options, innerType } = defOf(shape);
  return options ?? (innerType === undefined ? [] : optionsOf(innerType));
}

/**
 * Of a union whose branches all fail zod tells a single one, whichever it may be, where that one alone reads on to its end: a map
 * that knows none of the keys, beside the right one with a word for a number. All branches are asked, so that the nearest is told.
 */
function allBranches(shape: z.ZodType, root: Written, raw: Raw): Raw {
  if (raw.code !== 'unrecognized_keys') return raw;
  const path = raw.path as PathPart[];
  const [at] = shapesAt(shape, path);
  const here = pieceAt(root, path);
  const options = at === undefined ? [] : optionsOf(at);
  if (options.length < 2 || here === undefined) return raw;
  const errors = options.map((option) => option.safeParse(plain(here)).error?.issues ?? []);
  return { code: 'invalid_union', path, message: '', input: undefined, errors } as Raw;
}

const faultsOf = (shape: z.ZodType, root: Written, zod: z.ZodError): Told[] =>
  zod.issues.flatMap((each) => flatten(allBranches(shape, root, each), []));

export function shapeIssues(shape: z.ZodType, root: Written, zod: z.ZodError): Issue[] {
  return faultsOf(shape, root, zod).flatMap(({ raw, path }) => told(shape, root, raw, path));
}

function told(shape: z.ZodType, root: Written, raw: Raw, path: Path): Issue[] {
  const here = pieceAt(root, path);
  if (raw.code === 'unrecognized_keys') {
    const known = keysAt(shape, path);
    return raw.keys.map((key) => {
      const comma = commaInBraces(root, path, key);
      if (comma !== null) return comma;
      const near = nearest(key, known);
      const place = pieceAt(root, [...path, key])?.key ?? nearestPiece(root, path).key;
      const particulars = { path: pathText([...path, key]), found: key, expected: listed(known, 40) };
      return issue(
        'unknown-key',
        'error',
        place,
        near === undefined ? particulars : { ...particulars, near },
      );
    });
  }
  if (raw.code === 'invalid_key') {
    const found = String(path.at(-1));
    const comma = commaInBraces(root, path.slice(0, -1), found);
    if (comma !== null) return [comma];
    const series = pathText(path.slice(0, -1)) === 'weather.columns';
    if (series)
      return [issue('series-name', 'error', here?.key ?? root.place, { path: pathText(path), found })];
    return [issue('bad-name', 'error', here?.key ?? root.place, { path: pathText(path), found })];
  }
  const expected = wanted(shape, path);
  if (here === undefined) {
    const above = nearestPiece(root, path);
    return [
      issue('missing-key', 'error', above.key, {
        path: pathText(path),
        found: 'nothing',
        key: String(path.at(-1)),
        expected,
      }),
    ];
  }
  if (raw.code === 'invalid_value' && here.kind === 'word' && pathText(path) === 'kombinat') {
    return [
      issue('wrong-version', 'error', here.place, { path: 'kombinat', found: typed(here), expected: '1' }),
    ];
  }
  if (here.kind === 'word' && typeof here.word === 'string' && hasHidden(here.word)) {
    return [
      issue('hidden-character', 'error', here.place, {
        path: pathText(path),
        found: spelledOut(here.word).slice(0, 80),
      }),
    ];
  }
  const choices = raw.code === 'invalid_value' ? raw.values.map(String) : [];
  const near = here.kind === 'word' ? nearest(here.typed, choices) : undefined;
  const said = choices.length > 1 ? choices.join(', ') : expected;
  const particulars = { path: pathText(path), found: typed(here), expected: said };
  return [
    issue('wrong-shape', 'error', here.place, near === undefined ? particulars : { ...particulars, near }),
  ];
}

/**
 * `{ output: 300,5 kt/a }`: within braces a comma ends the entry, and the rest becomes a key without a value. The name of
 * the entry that was cut, or null.
 */
function cutByComma(root: Written, path: Path, key: string): string | null {
  const above = pieceAt(root, path);
  if (!/^\d/.test(key) || above?.kind !== 'map') return null;
  const entries = [...above.entries];
  const at = entries.findIndex(([name]) => name === key);
  const [rest, before] = [entries[at]?.[1], entries[at - 1]];
  if (rest?.kind !== 'word' || rest.word !== null) return null;
  return before?.[1].kind === 'word' && /\d$/.test(before[1].typed) ? before[0] : null;
}

const isThousands = (first: string, rest: string): boolean =>
  /^[1-9]\d{0,2}$/.test(first) && /^\d{3}(?!\d)/.test(rest);

function commaInBraces(root: Written, path: Path, key: string): Issue | null {
  const name = cutByComma(root, path, key);
  if (name === null) return null;
  const at = [...path, name];
  const first = typed(pieceAt(root, at));
  const place = pieceAt(root, [...path, key])?.key ?? root.place;
  const found = `${first},${key}`;
  return issue('comma-in-braces', 'error', place, {
    path: pathText(at),
    found,
    // `300,000 t/a` sets thousands apart; with a point in place of the comma it would be a thousandth.
    ...(isThousands(first, key)
      ? { thousands: `${name}: ${first}${key}`, near: `${name}: "${first},${key}"` }
      : { near: `${name}: ${first}.${key}` }),
  });
}

/** Takes the pieces at fault out until what is left reads. `standIns` replace root keys that must be there. */
export function readShape<T>(
  shape: z.ZodType<T>,
  root: Written,
  standIns: Readonly<Record<string, Word>>,
): Shaped<T> {
  let read = shape.safeParse(plain(root));
  if (read.success) return { data: read.data, written: root, issues: [] };
  const issues = shapeIssues(shape, root, read.error);
  let left = root;
  for (let round = 0; round < 20 && !read.success; round += 1) {
    const faults = faultsOf(shape, left, read.error);
    const gone = faults.flatMap(({ raw, path }): Path[] => {
      const keys = raw.code === 'unrecognized_keys' ? raw.keys : [];
      // What a comma cut in two is taken out whole.
      const cut = keys.flatMap((key) => cutByComma(left, path, key) ?? []);
      const inside = keys.length === 0 ? [path] : [...keys, ...cut].map((key) => [...path, key]);
      return inside.map((each) => existing(left, each, standIns));
    });
    // Later items of a list first, so that the numbers of those before stay true.
    const once = new Map(gone.map((path) => [JSON.stringify(path), path]));
    const order = [...once.values()].sort((one, other) => compare(other, one));
    for (const path of order) left = without(left, path, standIns);
    read = shape.safeParse(plain(left));
  }
  return { data: read.success ? read.data : null, written: left, issues };
}

/** A missing piece takes the one above it along, up to a key of the root. */
function existing(root: Written, path: Path, standIns: Readonly<Record<string, Word>>): Path {
  if (path.length <= 1 && Object.hasOwn(standIns, path[0] ?? '')) return path;
  return path.length === 0 || pieceAt(root, path) !== undefined
    ? path
    : existing(root, path.slice(0, -1), standIns);
}

function compare(one: Path, other: Path): number {
  for (const [depth, part] of one.entries()) {
    const against = other[depth];
    if (against === undefined) return 1;
    if (typeof part === 'number' && typeof against === 'number' && part !== against) return part - against;
    if (part !== against) return String(part) < String(against) ? -1 : 1;
  }
  return one.length - other.length;
}

function without(root: Written, path: Path, standIns: Readonly<Record<string, Word>>): Written {
  const [part, ...rest] = path;
  if (part === undefined) return root;
  if (root.kind === 'list') {
    const at = Number(part);
    if (rest.length > 0) {
      return {
        ...root,
        items: root.items.map((item, index) => (index === at ? without(item, rest, {}) : item)),
      };
    }
    const was = root.was ?? root.items.map((_, index) => index);
    return {
      ...root,
      items: root.items.filter((_, index) => index !== at),
      was: was.filter((_, index) => index !== at),
    };
  }
  if (root.kind === 'word') return root;
  const entries = new Map(root.entries);
  const under = entries.get(String(part));
  const standIn = standIns[String(part)];
  if (rest.length > 0 && under !== undefined) entries.set(String(part), without(under, rest, {}));
  else if (standIn !== undefined) {
    entries.set(String(part), {
      kind: 'word',
      word: standIn,
      typed: String(standIn),
      place: root.place,
      key: root.key,
    });
  } else entries.delete(String(part));
  return { ...root, entries };
}
