/**
 * Before any test: the command line is built if its source is newer, once, so that child processes run what is tested.
 * In: the source. Out: what the build said when it failed, for the tests that need it (others still run).
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ROOT } from './golden.ts';

declare module 'vitest' {
  interface ProvidedContext {
    buildFault: string;
  }
}

export default function setup(project: TestProject): void {
  const built = spawnSync(process.execPath, [join(ROOT, 'scripts', 'build.js'), '--if-stale'], {
    encoding: 'utf8',
  });
  project.provide('buildFault', built.status === 0 ? '' : built.stderr || 'failed');
}
