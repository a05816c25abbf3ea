/**
 * Rewrites every golden (programs of the rules, figures of the example parks, reference pages), then shows what to do.
 * In: the code as it is. Out: changed golden files; each change needs a reason in its commit.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.js';

ensureInstalled();
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const done = spawnSync(process.execPath, [vitest, 'run'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, UPDATE_GOLDENS: '1' },
});
console.log(
  'Goldens are rewritten. Read the difference: a changed figure needs a reason, and a line in CHANGELOG.md.',
);
process.exit(done.status ?? 1);
