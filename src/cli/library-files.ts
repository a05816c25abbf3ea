/**
 * The library's texts, as they lie in the package.
 * In: nothing. Out: `library/plants/wind-farm.yaml` and so on (with forward slashes) → text, in order of path.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root.ts';

export function readLibraryTexts(): Readonly<Record<string, string>> {
  const folder = join(packageRoot, 'library');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
  return Object.fromEntries(
    names.map((name) => [`library/${name}`, readFileSync(join(folder, name), 'utf8')]),
  );
}
