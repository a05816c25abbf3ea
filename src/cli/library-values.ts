/**
 * The library as the command line needs it: read, and every sourced value in it by path.
 * In: the package's `library/`. Out: the library or its issues; values with their paths.
 */
import type { Result } from '../park/issue.ts';
import type { Library, LibraryValue } from '../park/library.ts';
import { readLibrary } from '../park/read-library.ts';
import { readLibraryTexts } from './library-files.ts';

export function loadLibrary(): Result<Library> {
  return readLibrary(readLibraryTexts());
}

const isValue = (thing: object): thing is LibraryValue =>
  'value' in thing && 'source' in thing && 'grade' in thing;

/** `minimumLoad` → `minimum load`, as the library's files write it. */
const asWritten = (key: string) =>
  key.replace(/([a-z])([A-Z])/g, (_, before, after) => `${before} ${after.toLowerCase()}`);

/** Every value below `thing`, with the path that leads to it: `cost overnight`, `parameters cell-voltage`. */
export function libraryValues(thing: unknown, path = ''): (LibraryValue & { path: string })[] {
  if (typeof thing !== 'object' || thing === null) return [];
  const below = Object.entries(thing).flatMap(([key, each]) =>
    libraryValues(each, path === '' ? asWritten(key) : `${path} ${asWritten(key)}`),
  );
  // A feed of a charge is a value with flows of its own below it.
  return isValue(thing) ? [{ ...thing, path }, ...below] : below;
}
