/**
 * What is a park's name made from?
 * In: the merged tree. Out: its text with sorted keys and without comments, so that the order of keys, the split into
 * files and a change of comments make no new park.
 */
import { plain, type Written } from './written.ts';

export function canonicalText(root: Written): string {
  return JSON.stringify(sorted(plain(root)));
}

function sorted(thing: unknown): unknown {
  if (Array.isArray(thing)) return thing.map(sorted);
  if (typeof thing !== 'object' || thing === null) return thing;
  // A fixed order of code units: no locale may change a run's name.
  const entries = Object.entries(thing).sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  return Object.fromEntries(entries.map(([key, value]) => [key, sorted(value)]));
}
