/**
 * Do the reference pages still say what the program reads? They are goldens, rewritten by `npm run goldens`.
 */
import { describe, it } from 'vitest';
import { expectGolden } from './golden.ts';
import { REFERENCE_PAGES } from './reference-pages.ts';

describe('reference pages', () => {
  for (const [name, make] of Object.entries(REFERENCE_PAGES)) {
    it(`${name} is what the code says`, () => expectGolden(`docs/reference/${name}`, make()), 60_000);
  }
});
