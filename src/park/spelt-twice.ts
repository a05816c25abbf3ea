/**
 * Which names stand twice in one map, spelt in two ways?
 * In: the tree of a file, laid together. Out: an issue for each later spelling; the tree with the first of them alone, so that
 * the rest can be checked in the same pass. The same spelling twice is found where the text is read.
 */
import type { Issue } from './issue.ts';
import { slug } from './name.ts';
import { issue } from './sentences/catalogue.ts';
import { type Path, pathText, type Written } from './written.ts';

export function withoutSecondSpellings(written: Written): { written: Written; issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const walk = (here: Written, path: Path): Written => {
    if (here.kind === 'word') return here;
    if (here.kind === 'list')
      return { ...here, items: here.items.map((item, at) => walk(item, [...path, at])) };
    const first = new Map<string, string>();
    const entries = new Map<string, Written>();
    for (const [key, value] of here.entries) {
      const at = [...path, key];
      const other = first.get(slug(key));
      if (other === undefined) {
        first.set(slug(key), key);
        // Keys of scenarios are paths into the park, where they are looked at once they are laid on.
        entries.set(key, path.length === 0 && key === 'scenarios' ? value : walk(value, at));
      } else issues.push(issue('spelt-twice', 'error', value.key, { path: pathText(at), found: key, other }));
    }
    return { ...here, entries };
  };
  return { written: walk(written, []), issues };
}
