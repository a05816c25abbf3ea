/**
 * The repository's own files, as a test sees them (no git needed).
 * In: the checkout. Out: paths from the root with forward slashes, without what is installed, built or produced.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './golden.ts';

const NOT_OURS = new Set(['node_modules', 'dist', 'results', 'coverage', '.git']);

export function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

export const readSource = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Source without tests. */
export const sourceFiles = (): string[] =>
  filesBelow('src').filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'));

/** Code without its comments, strings kept; good enough for our own formatted sources. */
export const withoutComments = (code: string): string =>
  code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
