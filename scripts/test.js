/**
 * `npm test`: every check in turn, on a machine with nothing but Node and npm.
 * In: the checkout. Out: one line a check, and as the very last line `N passed, N failed`: the tests, plus one for each
 * other check. Ends with 0 only when nothing failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.js';

ensureInstalled(console.log);

const tool = (...path) => join(root, 'node_modules', ...path);
const checks = [
  { title: 'build', args: [join(root, 'scripts', 'build.js')] },
  { title: 'types', args: [tool('typescript', 'bin', 'tsc'), '--noEmit', '-p', root] },
  { title: 'lint and format', args: [tool('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--colors=off'] },
  { title: 'dead code', args: [tool('knip', 'bin', 'knip.js'), '--no-progress'] },
];

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
let passed = 0;
let failed = 0;

for (const check of checks) {
  const started = Date.now();
  const done = spawnSync(process.execPath, check.args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  const fine = done.status === 0;
  if (fine) passed += 1;
  else failed += 1;
  console.log(`${fine ? 'passed' : 'FAILED'}  ${check.title}  (${seconds(started)})`);
  if (!fine) console.log(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}`.trimEnd());
}

const scratch = mkdtempSync(join(tmpdir(), 'kombinat-tests-'));
const outcome = join(scratch, 'outcome.json');
const started = Date.now();
const run = spawnSync(
  process.execPath,
  [tool('vitest', 'vitest.mjs'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${outcome}`],
  { cwd: root, stdio: 'inherit' },
);
const tests = countTests(outcome);
rmSync(scratch, { recursive: true, force: true });
passed += tests.passed;
// A run that ends badly without a failed test (a file that cannot be read, a crash) is a failure all the same.
failed += tests.failed === 0 && run.status !== 0 ? 1 : tests.failed;
console.log(`${run.status === 0 ? 'passed' : 'FAILED'}  tests  (${seconds(started)})`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** Tests passed and failed; a test file that could not be loaded counts as one failure. */
function countTests(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const unloaded = report.testResults.filter(
      (of) => of.status === 'failed' && of.assertionResults.length === 0,
    );
    return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
