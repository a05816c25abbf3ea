/** Texts that are meant to hurt: each is refused with a sentence, quickly. */
import { describe, expect, test } from 'vitest';
import { codes, HEAD, SMELTER } from '../../test/read-text.ts';

describe('hostile texts', () => {
  test.each([
    ['ten megabytes in one line', `${HEAD}about: ${'x'.repeat(10_000_000)}`, 'text-too-large'],
    ['binary', 'kombinat: 1\u0000\u0001\u0002', 'text-binary'],
    ['thousands of brackets', `${HEAD}about: ${'['.repeat(2000)}${']'.repeat(2000)}`, 'yaml-too-deep'],
    ['brackets until the stack ends', `${HEAD}about: ${'['.repeat(100_000)}`, 'yaml-too-deep'],
    ['dashes until the stack ends', `${HEAD}about:\n ${'- '.repeat(100_000)}x`, 'yaml-too-deep'],
    ['brackets that do not close', `${HEAD}about: [[[`, 'yaml-broken'],
    ['an alias within its own anchor', `${HEAD}about: &a [*a]\n${SMELTER}`, 'yaml-too-deep'],
    ['two documents', `${HEAD}${SMELTER}---\n${HEAD}${SMELTER}`, 'several-documents'],
    ['a key of JavaScript', `${HEAD}__proto__: { x: 1 }\n${SMELTER}`, 'reserved-name'],
    [
      'a name of JavaScript',
      `${HEAD}plants:\n  smelter: { plant: constructor, output: 300 kt/a }\n`,
      'unknown-plant',
    ],
    ['a map as a key', `${HEAD}? { a: 1 }\n: 2\n${SMELTER}`, 'key-not-a-word'],
    ['a foreign tag', `${HEAD}about: !!js/function x\n${SMELTER}`, 'yaml-broken'],
  ])('%s', (_, text, code) => {
    expect(codes(text)).toContain(code);
  });
});
