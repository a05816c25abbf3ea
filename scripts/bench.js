/**
 * Bundles a benchmark and runs it: `npm run bench`, `npm run bench -- --no-highs`, `npm run bench -- stages 168`.
 * In: the benchmark's name (default `solver`) and its words. Out: its table; JSON under `bench/results/`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.js';
import { ensureInstalled, root } from './install.js';

ensureInstalled();
await build();
const [first, ...rest] = process.argv.slice(2);
const named = first !== undefined && existsSync(join(root, 'bench', `${first}.ts`));
const name = named ? first : 'solver';
const esbuild = await import('esbuild');
await esbuild.build({
  absWorkingDir: root,
  entryPoints: [`bench/${name}.ts`],
  outfile: `dist/bench-${name}.js`,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
});
const words = named || first === undefined ? rest : [first, ...rest];
const { status } = spawnSync(process.execPath, [join(root, 'dist', `bench-${name}.js`), ...words], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
