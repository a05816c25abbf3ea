#!/usr/bin/env node
/**
 * `npx kombinat …`: builds first when the build is missing or older than the source, then runs it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const main = join(root, 'dist', 'main.js');

if (existsSync(join(root, 'src'))) {
  const { isStale } = await import('../scripts/build.js');
  if (isStale()) {
    process.stderr.write('The build is missing or older than the source; building …\n');
    const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.js')], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (built.status !== 0) process.exit(built.status === 5 ? 5 : 4);
  }
}

await import(pathToFileURL(main).href);
