import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../test/golden.ts';
import { CATALOGUE, issue, ROOMS } from './catalogue.ts';

test('no two rooms claim the same code', () => {
  const codes = Object.values(ROOMS).flatMap((sentences) => Object.keys(sentences));
  const twice = codes.filter((code, at) => codes.indexOf(code) !== at);
  expect(twice).toEqual([]);
});

test('every code that the park room uses has a sentence', () => {
  const folder = join(ROOT, 'src/park');
  const used = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return [
        ...text.matchAll(
          /(?:complain\(\s*desk,|issue\(|refuse\(|tell\(|known\(\s*desk,|TooMuch\()\s*'([a-z-]+)'/g,
        ),
      ].map(([, code]) => code);
    });
  expect(new Set(used).size).toBeGreaterThan(50);
  for (const code of used) expect(Object.hasOwn(CATALOGUE, code), code).toBe(true);
});

test('an issue keeps what was found and expected, and its place', () => {
  const made = issue(
    'unknown-site',
    'error',
    { file: 'a.yaml', line: 3, column: 7 },
    {
      path: 'plants.smelter.site',
      found: 'work',
      near: 'works',
      expected: 'works, steppe',
    },
  );
  expect(made).toMatchObject({
    code: 'unknown-site',
    severity: 'error',
    file: 'a.yaml',
    line: 3,
    column: 7,
    found: 'work',
    near: 'works',
    message: 'The park has no site “work”.',
    remedy: 'Did you mean “works”? Known here: works, steppe.',
  });
});
