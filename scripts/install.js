/**
 * Are the packages of the lock file installed, and if not, install them.
 * In: package-lock.json and node_modules. Out: node_modules as locked; says what it does only when it does something.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Why must be installed? Null when nothing is missing. Compares contents, since file times do not survive a copy. */
export function whatIsMissing() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return 'no packages are installed yet';
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  for (const [place, locked] of Object.entries(wanted)) {
    // Optional packages are those of other machines (another processor, another system).
    if (place === '' || locked.optional) continue;
    if (present[place]?.version !== locked.version) {
      const name = place.replace(/^.*node_modules\//, '');
      return `${name} ${locked.version} is not installed`;
    }
  }
  return null;
}

/** Runs npm by the same file that started us, so that a machine with several of them stays with one. */
export function npm(args) {
  const own = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' };
  return own?.endsWith('.js')
    ? spawnSync(process.execPath, [own, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Installs what is missing; ends the process with 5 (environment) when that is not possible. */
export function ensureInstalled(say = console.error) {
  const oldest = 20;
  if (Number(process.versions.node.split('.')[0]) < oldest) {
    say(`Kombinat needs Node ${oldest} or newer; this is Node ${process.versions.node}.`);
    process.exit(5);
  }
  const missing = whatIsMissing();
  if (missing === null) return;
  say(`Installing packages (${missing}): npm ci, once, about half a minute …`);
  const started = Date.now();
  const done = npm(['ci', '--no-fund', '--no-audit', '--loglevel=error']);
  if (done.status !== 0) {
    say((done.stderr || done.stdout || String(done.error ?? '')).trim());
    say('The packages could not be installed. Is the network reachable, and the folder writable?');
    process.exit(5);
  }
  say(`Installed in ${((Date.now() - started) / 1000).toFixed(0)} s.`);
}
