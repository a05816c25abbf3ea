/**
 * Bundles the command line and the solver's worker into `dist/`.
 * In: `src/`. Out: `dist/main.js`, `dist/solve-worker.js` (ES modules for Node 20, packages left outside, with source maps).
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root } from './install.js';

const entries = ['src/cli/main.ts', 'src/cli/solve-worker.ts'];

/** True when `dist/` is absent or something in `src/` is newer. */
export function isStale() {
  const built = join(root, 'dist', 'main.js');
  if (!existsSync(built)) return true;
  const time = statSync(built).mtimeMs;
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).some(
    (name) =>
      name.endsWith('.ts') && !name.endsWith('.test.ts') && statSync(join(root, 'src', name)).mtimeMs > time,
  );
}

export async function build() {
  const esbuild = await import('esbuild');
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: entries.filter((entry) => existsSync(join(root, entry))),
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    logLevel: 'error',
  });
}

// `--if-stale`: only when something changed.
if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureInstalled();
  if (!process.argv.includes('--if-stale') || isStale()) await build().catch(() => process.exit(1));
}
