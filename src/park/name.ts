/**
 * Which name did the user mean?
 * In: a name as written and the names that are known. Out: the name as the library writes it, or the nearest ones.
 */
import { closest, distance } from 'fastest-levenshtein';

/** `Grid electricity` → `grid-electricity`: spaces may stand for dashes, capitals do not matter. */
export function slug(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

/** The number of a word in a list; −1 where it is none of them. */
export function numberOfWord(words: readonly string[], text: string): number {
  return words.findIndex((word) => slug(word) === slug(text));
}

/** The record's own entry; never one that every JavaScript object carries (`constructor` is a name like any other). */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The nearest known name if it is near enough to be a slip of the pen, else undefined. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || name.length > 200) return undefined;
  const wanted = slug(name);
  const best = closest(
    wanted,
    known.map((each) => slug(each)),
  );
  const found = known.find((each) => slug(each) === best);
  if (found === undefined) return undefined;
  const far = distance(wanted, best);
  if (far <= Math.max(2, Math.floor(Math.max(wanted.length, best.length) / 3))) return found;
  // "potline" is no slip of "prebake-potline", nor "residue storage" of "belite-mud-storage", but they may be what was meant.
  const words = wanted.split('-').filter((word) => word.length >= 4);
  const shared = (each: string) =>
    slug(each)
      .split('-')
      .filter((word) => words.includes(word)).length;
  const most = Math.max(...known.map(shared));
  return most === 0 ? undefined : known.find((each) => shared(each) === most);
}

/** The best few names for a list: "alumina, bauxite, …", at most `most`. */
export function listed(known: readonly string[], most = 12): string {
  if (known.length === 0) return 'none';
  const shown = known.slice(0, most).join(', ');
  return known.length > most ? `${shown} and ${known.length - most} more` : shown;
}
