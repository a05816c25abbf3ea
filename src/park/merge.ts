/**
 * What does a park say once the files that it extends lie beneath it and a scenario lies on top?
 * In: the park file's name, a reader of files, a scenario's name. Out: one tree whose every piece still knows its file,
 * line and column. Maps are merged key by key, everything else is replaced, `~` removes what lies beneath.
 */
import type { Issue } from './issue.ts';
import { listed, nearest } from './name.ts';
import { issue } from './sentences/catalogue.ts';
import { readWritten, typed, type Written, type WrittenMap } from './written.ts';

const DEEPEST = 16;

export interface Merged {
  readonly root: WrittenMap | null;
  readonly issues: readonly Issue[];
  /** Names of the files read, the park file first. */
  readonly files: readonly string[];
}

/** `above` on `below`. */
export function merge(below: Written, above: Written): Written {
  if (below.kind !== 'map' || above.kind !== 'map') return above;
  const entries = new Map(below.entries);
  for (const [key, value] of above.entries) {
    const under = entries.get(key);
    if (value.kind === 'word' && value.word === null && under !== undefined) entries.delete(key);
    else entries.set(key, under === undefined ? value : merge(under, value));
  }
  return { ...above, entries };
}

/** A file's whole text on another's. A scenario of the same name is replaced as a whole: its `~` are still to be used. */
function mergeFiles(below: WrittenMap, above: WrittenMap): WrittenMap {
  const merged = merge(below, above) as WrittenMap;
  const [under, over] = [below.entries.get('scenarios'), above.entries.get('scenarios')];
  if (under?.kind !== 'map' || over?.kind !== 'map') {
    return over === undefined ? merged : withEntry(merged, 'scenarios', over);
  }
  return withEntry(merged, 'scenarios', { ...over, entries: new Map([...under.entries, ...over.entries]) });
}

function withEntry(map: WrittenMap, key: string, value: Written | null): WrittenMap {
  const entries = new Map(map.entries);
  if (value === null) entries.delete(key);
  else entries.set(key, value);
  return { ...map, entries };
}

/** `b.yaml` named in `base/a.yaml` is `base/b.yaml`. */
export function beside(file: string, name: string): string {
  if (name.startsWith('/') || !file.includes('/')) return name;
  const parts: string[] = [];
  for (const part of `${file.slice(0, file.lastIndexOf('/'))}/${name}`.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Reads a park file and everything that it extends. `readText` takes names relative to the park file. */
export function readMerged(file: string, readText: (name: string) => string | null): Merged {
  const issues: Issue[] = [];
  const files: string[] = [];
  const own = file.slice(file.lastIndexOf('/') + 1);

  const read = (name: string, text: string, above: readonly string[]): WrittenMap | null => {
    const shown = above.length === 0 ? file : beside(file, name);
    files.push(shown);
    const { root, issues: faults } = readWritten(shown, text);
    issues.push(...faults);
    if (root === null) return null;
    if (root.kind !== 'map') {
      issues.push(issue('not-a-park', 'error', root.place, { path: '', found: typed(root) }));
      return null;
    }
    const bases = root.entries.get('extends');
    const words = bases === undefined ? [] : bases.kind === 'list' ? bases.items : [bases];
    let below: WrittenMap | null = null;
    for (const base of words) {
      if (base.kind !== 'word' || typeof base.word !== 'string') return root; // the schema says what is wrong with it
      const wanted = beside(name, base.word);
      const chain = [...above, name];
      if (chain.includes(wanted) || chain.length > DEEPEST) {
        const found = [...chain, wanted].slice(-4).join(' → ');
        issues.push(issue('extends-circle', 'error', base.place, { path: 'extends', found }));
        continue;
      }
      const baseText = readText(wanted);
      if (baseText === null) {
        issues.push(issue('extends-missing', 'error', base.place, { path: 'extends', found: base.word }));
        continue;
      }
      const baseRoot = read(wanted, baseText, chain);
      if (baseRoot !== null) below = below === null ? baseRoot : mergeFiles(below, baseRoot);
    }
    const alone = withEntry(root, 'extends', null);
    return below === null ? alone : mergeFiles(below, alone);
  };

  const text = readText(file) ?? readText(own);
  if (text === null) {
    issues.push(issue('park-missing', 'error', { file }, { path: '', file }));
    return { root: null, issues, files };
  }
  const root = read(own, text, []);
  return { root, issues, files };
}

/** Collections whose names a scenario's path must hit; deeper keys may be new. */
const COLLECTIONS = ['sites', 'phases', 'plants', 'stores', 'buy', 'sell', 'fates'];

/** Lays one scenario on the park; checks the paths of all of them. */
export function applyScenario(park: WrittenMap, name: string | null): Merged {
  const issues: Issue[] = [];
  const scenarios = park.entries.get('scenarios');
  const bare = withEntry(park, 'scenarios', null);
  let chosen: WrittenMap | null = name === null ? bare : null;
  if (scenarios?.kind === 'map') {
    for (const [title, changes] of scenarios.entries) {
      if (changes.kind !== 'map') continue; // the schema says so
      let changed = bare;
      for (const [key, value] of changes.entries) {
        const parts = key.split('.').map((part) => part.trim());
        const fault = wrongPath(changed, parts);
        if (fault === null) changed = put(changed, parts, value) as WrittenMap;
        else
          issues.push(
            issue('scenario-path', 'error', value.key, {
              path: `scenarios.${title}.${key}`,
              found: key,
              ...fault,
            }),
          );
      }
      if (title === name) chosen = changed;
    }
  }
  if (chosen === null) {
    const known = scenarios?.kind === 'map' ? [...scenarios.entries.keys()] : [];
    const near = nearest(name ?? '', known);
    const place = scenarios?.key ?? park.place;
    const particulars = {
      path: 'scenarios',
      found: name ?? '',
      expected: listed(known),
      ...(near === undefined ? {} : { near }),
    };
    issues.push(issue('unknown-scenario', 'error', place, particulars));
  }
  return { root: chosen, issues, files: [] };
}

function wrongPath(park: WrittenMap, parts: readonly string[]): Record<string, string> | null {
  if (parts.some((part) => part === '')) return { reason: 'a part between two dots is empty' };
  let here: Written | undefined = park;
  for (const [depth, part] of parts.entries()) {
    const last = depth === parts.length - 1;
    if (here?.kind === 'list') {
      if (!/^\d+$/.test(part) || Number(part) >= here.items.length) {
        return {
          reason: `“${part}” is not the number of an entry (the first is 0, the last ${here.items.length - 1})`,
        };
      }
      here = here.items[Number(part)];
    } else if (here?.kind === 'map') {
      const next: Written | undefined = here.entries.get(part);
      if (next === undefined && depth === 1 && !last && COLLECTIONS.includes(parts[0])) {
        const known = [...here.entries.keys()];
        const near = nearest(part, known);
        return { reason: `there is no “${part}” under ${parts[0]}`, ...(near === undefined ? {} : { near }) };
      }
      here = next;
    } else if (here?.kind === 'word') {
      return {
        reason: `${parts.slice(0, depth).join('.')} is written short (${typed(here)}) and has nothing beneath it`,
      };
    }
  }
  return null;
}

function put(here: Written | undefined, parts: readonly string[], value: Written): Written {
  if (parts.length === 0) return here === undefined ? value : merge(here, value);
  const [part, ...rest] = parts;
  if (here?.kind === 'list') {
    return {
      ...here,
      items: here.items.map((item, index) => (index === Number(part) ? put(item, rest, value) : item)),
    };
  }
  const map: WrittenMap =
    here?.kind === 'map' ? here : { kind: 'map', entries: new Map(), place: value.key, key: value.key };
  const under = map.entries.get(part);
  const removed = rest.length === 0 && value.kind === 'word' && value.word === null;
  return withEntry(map, part, removed ? null : put(under, rest, value));
}
