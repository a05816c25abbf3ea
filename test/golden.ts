/**
 * Does a text still equal the one that was kept?
 * In: the golden's path (from the repository's root) and the text made now. Out: a passing or failing expectation.
 *
 * A golden is rewritten only by `npm run goldens` (which sets UPDATE_GOLDENS=1); a changed golden needs a reason in the
 * commit. A missing golden fails, so that a forgotten one cannot pass in silence.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** The repository's root folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Compares `text` with the golden at `path`, for example `expectGolden('schema/park.schema.json', schemaText)`.
 * Line ends are compared as they are; a golden always ends with a line end.
 */
export function expectGolden(path: string, text: string): void {
  const file = join(ROOT, path);
  const made = text.endsWith('\n') ? text : `${text}\n`;
  if (process.env['UPDATE_GOLDENS'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, made);
  }
  if (!existsSync(file)) {
    expect.fail(
      `The golden ${path} is missing. Look at what the test makes, then write it with: npm run goldens`,
    );
  }
  expect(made, `${path} is stale; look at the difference, then rewrite it with: npm run goldens`).toBe(
    readFileSync(file, 'utf8'),
  );
}
