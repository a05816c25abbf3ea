/**
 * Bundles the command line and the solver's worker into `dist/`, both as ES modules with source maps.
 * In: `src/`. Out: `dist/main.js` for Node 20, packages left outside; `dist/solve-worker.js`, which needs no other file and
 * runs in Node and in a page.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { ensureInstalled, root } from './install.js';

/** True when `dist/` lacks a file, or something that it is made from is newer. */
export function isStale() {
  const built = ['main.js', 'solve-worker.js'].map((name) => join(root, 'dist', name));
  if (!built.every(existsSync)) return true;
  const time = Math.min(...built.map((path) => statSync(path).mtimeMs));
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join('src', name));
  return [join('scripts', 'build.js'), ...sources].some((path) => statSync(join(root, path)).mtimeMs > time);
}

const common = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  sourcemap: true,
  logLevel: 'error',
};

/** WebAssembly goes into the file that asks for it: gzip, in base64. */
const packed = {
  name: 'packed',
  setup: (build) =>
    build.onLoad({ filter: /\.wasm$/ }, async ({ path }) => ({
      contents: gzipSync(await readFile(path)),
      loader: 'base64',
    })),
};

const highs =
  'Contains HiGHS and highs-js: MIT licence, (c) 2023 highs-js, (c) 2026 HiGHS, https://highs.dev';

export async function build() {
  const esbuild = await import('esbuild');
  await Promise.all([
    esbuild.build({
      ...common,
      entryPoints: ['src/cli/main.ts'],
      platform: 'node',
      target: 'node20',
      packages: 'external',
    }),
    esbuild.build({
      ...common,
      entryPoints: ['src/cli/solve-worker.ts'],
      platform: 'neutral',
      target: 'es2022',
      external: ['node:*'],
      plugins: [packed],
      banner: { js: `/*! ${highs} */` },
    }),
  ]);
}

// `--if-stale`: only when something changed.
if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureInstalled();
  if (!process.argv.includes('--if-stale') || isStale()) await build().catch(() => process.exit(1));
}
