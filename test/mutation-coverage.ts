/**
 * Tells the mutation tests which test runs which line. In: what the mutated code counted. Out: the same, noted on the test file.
 *
 * Stryker's runner (9.5) notes it through the first argument of its hooks, which is something else since Vitest 4.1. Without it every
 * mutant runs every test, what runs once when a file is read counts as tested, and endless loops end by the clock alone.
 */
import { afterEach } from 'vitest';

interface Counted {
  readonly mutantCoverage?: unknown;
  readonly hitCount?: number;
}

afterEach(({ task }) => {
  const { mutantCoverage, hitCount } = (globalThis as { readonly __stryker__?: Counted }).__stryker__ ?? {};
  Object.assign(task.file.meta, { mutantCoverage, hitCount });
});
