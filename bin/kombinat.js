#!/usr/bin/env node
/**
 * `npx kombinat …`: builds first when the build is missing or older than the source, then runs it. Ctrl-C ends with one
 * sentence and 130 from the first moment: until the command line is loaded and listens itself (`src/cli/interrupt.ts`), this does.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const STOPPED = 130;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
// The words of `src/park/sentences/face.ts`, which is not loaded yet.
const message = 'Stopped on request.';
const why = 'Nothing half-written was left behind.';

function stop() {
  if (process.argv.includes('--json'))
    writeSync(
      1,
      `${JSON.stringify({ status: 'stopped', issues: [{ code: 'stopped', severity: 'note', message, why }] }, null, 2)}\n`,
    );
  else writeSync(2, `\n${message} ${why}\n`);
  process.exit(STOPPED);
}
for (const signal of SIGNALS) process.on(signal, stop);

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
    // Ctrl-C reaches the build too, and this process only when the build has ended.
    if (SIGNALS.includes(built.signal)) stop();
    if (built.status !== 0) process.exit(built.status === 5 ? 5 : 4);
  }
}

await import(pathToFileURL(main).href);
