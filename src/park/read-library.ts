/**
 * What does the library know, and is every entry in order?
 * In: the YAML texts of `library/`, by path. Out: one frozen library, or the faults with file, line and column.
 */

import type { z } from 'zod';
import type { Issue, Result } from './issue.ts';
import { inOrder } from './issue-order.ts';
import type {
  Library,
  LibraryCost,
  LibraryFeed,
  LibraryFlow,
  LibraryValue,
  Skill,
  SkillProfile,
  StartUp,
} from './library.ts';
import { checkLibrary } from './library-checks.ts';
import type { Entry } from './library-figures.ts';
import type { LIBRARY_COST, LIBRARY_LINK, LIBRARY_PLANT, LIBRARY_STORE, START_UP } from './library-schema.ts';
import { type FEED, type FLOW, LIBRARY_FILES, type LibraryFolder, type VALUE } from './library-schema.ts';
import { issue } from './sentences/catalogue.ts';
import { readShape } from './shape-issues.ts';
import { readWritten } from './written.ts';

type WrittenValue = z.infer<typeof VALUE.shape>;
type WrittenCost = z.infer<typeof LIBRARY_COST.shape>;

/** Folders whose files hold one entry each, and the key that names it. */
const ONE_EACH: Readonly<Partial<Record<LibraryFolder, string>>> = {
  plants: 'plant',
  stores: 'store',
  links: 'link',
};

/** `library/plants/x.yaml` and `plants/x.yaml` → `plants`; factors are told apart by file. */
function folderOf(path: string): LibraryFolder | null {
  const parts = path.replace(/\.ya?ml$/, '').split('/');
  const known = Object.keys(LIBRARY_FILES) as LibraryFolder[];
  for (const length of [2, 1]) {
    for (let start = 0; start + length <= parts.length; start += 1) {
      const name = parts.slice(start, start + length).join('/');
      const found = known.find((folder) => folder === name);
      if (found !== undefined && (length === 2 || start + 1 < parts.length)) return found;
    }
  }
  return null;
}

export function readLibrary(texts: Readonly<Record<string, string>>): Result<Library> {
  const issues: Issue[] = [];
  const entries: Entry[] = [];
  const seen = new Map<string, Entry>();
  for (const path of Object.keys(texts).sort()) {
    const folder = folderOf(path);
    if (folder === null) {
      const expected = Object.keys(LIBRARY_FILES).join(', ');
      issues.push(
        issue('library-folder', 'error', { file: path, line: 1, column: 1 }, { path, found: path, expected }),
      );
      continue;
    }
    const { root, issues: faults } = readWritten(path, texts[path]);
    issues.push(...faults);
    if (root === null) continue;
    const shaped = readShape<Record<string, unknown>>(
      LIBRARY_FILES[folder] as z.ZodType<Record<string, unknown>>,
      root,
      {},
    );
    issues.push(...shaped.issues);
    const { data, written } = shaped;
    if (data === null || written.kind !== 'map') continue;
    const key = ONE_EACH[folder];
    const found: Entry[] =
      key === undefined
        ? [...written.entries].map(([id, piece]) => ({
            folder,
            id,
            data: data[id],
            written: piece,
            prefix: [id],
          }))
        : [{ folder, id: String(data[key]), data, written, prefix: [] }];
    for (const entry of found) {
      const name = `${folder}/${entry.id}`;
      const before = seen.get(name);
      if (before === undefined) {
        seen.set(name, entry);
        entries.push(entry);
      } else {
        const where = `${before.written.key.file}:${before.written.key.line}`;
        issues.push(
          issue('doubled-entry', 'error', entry.written.key, { path: entry.id, found: entry.id, where }),
        );
      }
    }
  }
  const library = build(entries, texts);
  issues.push(...checkLibrary(library, entries));
  const sorted = inOrder(issues);
  return sorted.some(({ severity }) => severity === 'error')
    ? { ok: false, issues: sorted }
    : { ok: true, value: library, issues: sorted };
}

function build(entries: readonly Entry[], texts: Readonly<Record<string, string>>): Library {
  const of = <T>(folder: LibraryFolder, make: (id: string, data: never) => T): Record<string, T> =>
    Object.fromEntries(
      entries.filter((each) => each.folder === folder).map(({ id, data }) => [id, make(id, data as never)]),
    );
  return freeze({
    commodities: of('commodities', (id, data: Omit<Library['commodities'][string], 'id'>) => ({
      id,
      ...data,
    })),
    plants: of('plants', plantOf),
    stores: of('stores', storeOf),
    links: of('links', linkOf),
    markets: of(
      'markets',
      (id, data: Record<string, unknown>) =>
        ({ id, ...withValues(data) }) as unknown as Library['markets'][string],
    ),
    fates: of(
      'fates',
      (id, data: Record<string, unknown>) =>
        ({ id, ...withValues(data) }) as unknown as Library['fates'][string],
    ),
    skills: of('skills', skillsOf),
    sources: of('sources', (key, data: { reference: string; note?: string }) => ({ key, ...data })),
    factors: {
      exchange: of('factors/exchange', (_, data: Record<string, WrittenValue>) => valuesOf(data)),
      deflator: of('factors/deflator', (_, data: WrittenValue) => libraryValue(data)),
      gwp: of('factors/gwp', (_, data: Record<string, WrittenValue>) => valuesOf(data)),
      operation: of('factors/operation', (_, data: Record<string, WrittenValue>) => valuesOf(data)),
    },
    texts: Object.fromEntries(
      Object.keys(texts)
        .sort()
        .map((path) => [path, texts[path]]),
    ),
  });
}

const libraryValue = (written: WrittenValue): LibraryValue => ({ ...written, value: String(written.value) });
const optionally = (written: WrittenValue | undefined) =>
  written === undefined ? undefined : libraryValue(written);
const valuesOf = (written: Readonly<Record<string, WrittenValue>> = {}): Record<string, LibraryValue> =>
  Object.fromEntries(Object.entries(written).map(([key, each]) => [key, libraryValue(each)]));
const flowsOf = (
  written: Readonly<Record<string, z.infer<typeof FLOW.shape>>> = {},
): Record<string, LibraryFlow> =>
  Object.fromEntries(
    Object.entries(written).map(([key, each]) => [key, { ...each, value: String(each.value) }]),
  );

const feedsOf = (
  written: Readonly<Record<string, z.infer<typeof FEED.shape>>> = {},
): Record<string, LibraryFeed> =>
  Object.fromEntries(
    Object.entries(written).map(([key, { in: inputs, out, ...each }]) => [
      key,
      { ...each, value: String(each.value), inputs: flowsOf(inputs), outputs: flowsOf(out) },
    ]),
  );

const isValue = (thing: unknown): thing is WrittenValue =>
  typeof thing === 'object' && thing !== null && 'value' in thing && 'source' in thing;

/** Key names with spaces become those of the contract: `renewable share` → `renewableShare`. */
function withValues(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([key, each]) => [
      key.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase()),
      isValue(each) ? libraryValue(each) : each,
    ]),
  );
}

function costOf(written: WrittenCost): LibraryCost {
  const { overnight, fixed, variable, life, 'scale exponent': scale, 'location factor': location } = written;
  return {
    overnight: libraryValue(overnight),
    fixed: libraryValue(fixed),
    variable: optionally(variable),
    life: libraryValue(life),
    ...(scale === undefined ? {} : { scaleExponent: libraryValue(scale) }),
    ...(location === undefined ? {} : { locationFactor: libraryValue(location) }),
  };
}

function startUpOf(written: z.infer<typeof START_UP.shape>): StartUp {
  return {
    firstYear: libraryValue(written['first year']),
    secondYear: libraryValue(written['second year']),
    thirdYear: libraryValue(written['third year']),
  };
}

function skillsOf(id: string, data: Readonly<Record<string, unknown>>): SkillProfile {
  const { title, ...shares } = data as { title: string } & Record<Skill, WrittenValue>;
  return { id, title, skills: valuesOf(shares) as SkillProfile['skills'] };
}

function plantOf(id: string, data: z.infer<typeof LIBRARY_PLANT.shape>): Library['plants'][string] {
  return {
    id,
    title: data.title,
    group: data.group,
    makes: data.makes,
    ratedIn: data['rated in'],
    period: data.period,
    about: data.about,
    model: data.model,
    parameters: valuesOf(data.parameters),
    oreFrom: data['ore from'],
    inputs: flowsOf(data.in),
    outputs: flowsOf(data.out),
    charge: feedsOf(data.charge),
    window: { atLeast: valuesOf(data.window?.['at least']), atMost: valuesOf(data.window?.['at most']) },
    losses: valuesOf(data.losses),
    availability: optionally(data.availability),
    minimumLoad: optionally(data['minimum load']),
    ramp: optionally(data.ramp),
    profile: data.profile,
    cost: costOf(data.cost),
    conversion: optionally(data.conversion),
    renewals: Object.fromEntries(
      Object.entries(data.renewals ?? {}).map(([part, { cost, life, 'life from': lifeFrom }]) => [
        part,
        { cost: libraryValue(cost), life: optionally(life), lifeFrom },
      ]),
    ),
    usualSize: optionally(data['usual size']),
    step: optionally(data.step),
    storage: optionally(data.storage),
    startUp: data['start-up'] === undefined ? undefined : startUpOf(data['start-up']),
    skills: data.skills,
    staff: libraryValue(data.staff),
    land: optionally(data.land),
    buildTime: optionally(data['build time']),
    renewable: data.renewable ?? false,
  };
}

function storeOf(id: string, data: z.infer<typeof LIBRARY_STORE.shape>): Library['stores'][string] {
  return {
    id,
    title: data.title,
    group: data.group,
    holds: data.holds,
    standingLoss: optionally(data['standing loss']),
    chargeEfficiency: libraryValue(data['charge efficiency']),
    dischargeEfficiency: libraryValue(data['discharge efficiency']),
    energyCost: costOf(data['content cost']),
    powerCost: data['power cost'] === undefined ? undefined : costOf(data['power cost']),
    staff: optionally(data.staff),
  };
}

function linkOf(id: string, data: z.infer<typeof LIBRARY_LINK.shape>): Library['links'][string] {
  return {
    id,
    title: data.title,
    rated: data.rated,
    carries: data.carries,
    lossPerKm: libraryValue(data['loss per km']),
    variablePerKm: optionally(data['variable per km']),
    cost: data.cost === undefined ? undefined : costOf(data.cost),
    terminalLoss: optionally(data['terminal loss']),
    terminalCost: data['terminal cost'] === undefined ? undefined : costOf(data['terminal cost']),
    electricityPerKm: optionally(data['electricity per km']),
  };
}

function freeze<T>(thing: T): T {
  if (typeof thing === 'object' && thing !== null && !Object.isFrozen(thing)) {
    Object.freeze(thing);
    for (const each of Object.values(thing)) freeze(each);
  }
  return thing;
}
