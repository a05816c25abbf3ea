/**
 * Where does this package lie, and which version is it?
 * In: the place of this module (in `dist/` or in `src/cli/`). Out: the folder that holds `library/` and `parks/`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json')) && existsSync(join(from, 'library'))) return from;
  const above = dirname(from);
  return above === from ? process.cwd() : findRoot(above);
}

export const packageRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

export function packageVersion(): string {
  return JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version;
}
