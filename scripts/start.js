/**
 * `npm start`: from a bare checkout to a plan that can be read, in one command.
 * In: nothing but Node and npm. Out: packages, build, the reference park planned on every hour of a year, its report, and a
 * page on this machine that shows it. `npm start -- --once` ends after writing the report.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { build, isStale } from './build.js';
import { ensureInstalled, root } from './install.js';

const park = join('parks', 'phase-one-as-announced.park.yaml');
const folder = join('results', 'phase-one-as-announced');

ensureInstalled(console.log);
if (isStale()) {
  console.log('Building …');
  await build().catch(() => process.exit(4));
}

console.log(`Planning ${park} on all 8 760 hours of a year; this takes a quarter of a minute.\n`);
const command = ['dist/main.js', 'plan', park, '--hours', 'year', '--out', folder, '--force'];
const planned = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
if (planned.status !== 0 || process.argv.includes('--once')) process.exit(planned.status ?? 4);
serve(join(root, folder));

/** Shows the files of one folder, read-only, on the loopback address only, and to no page of another name. */
function serve(shown) {
  const types = {
    '.html': 'text/html',
    '.json': 'application/json',
    '.csv': 'text/csv',
    '.yaml': 'text/plain',
  };
  const server = createServer((request, response) => {
    const asked = (request.url ?? '/').split('?')[0];
    const name =
      asked === '/' ? 'report.html' : readdirSync(shown).find((file) => asked === `/${encodeURI(file)}`);
    const local = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '');
    if (!local || name === undefined) {
      response
        .writeHead(404, { 'content-type': 'text/plain' })
        .end('There is no such file in the results.\n');
      return;
    }
    response.writeHead(200, { 'content-type': `${types[extname(name)] ?? 'text/plain'}; charset=utf-8` });
    createReadStream(join(shown, name))
      .on('error', () => response.destroy())
      .pipe(response);
  });
  server.listen(0, '127.0.0.1', () => {
    console.log(`\nThe report is shown at http://127.0.0.1:${server.address().port}/  (Ctrl-C ends)`);
  });
  process.on('SIGINT', () => process.exit(0));
}
