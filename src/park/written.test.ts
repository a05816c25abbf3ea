import { expect, test } from 'vitest';
import { pieceAt, plain, readWritten } from './written.ts';

const read = (text: string) => readWritten('f.yaml', text);

test('every piece knows its line and column, counted from 1', () => {
  const { root, issues } = read('a: 1\nb:\n  c: [x, 30 kt/a]\n');
  expect(issues).toEqual([]);
  expect(pieceAt(root!, ['b', 'c', 1])).toMatchObject({
    word: '30 kt/a',
    place: { file: 'f.yaml', line: 3, column: 10 },
  });
  expect(pieceAt(root!, ['b'])?.key).toEqual({ file: 'f.yaml', line: 2, column: 1 });
});

test('an alias means the latest anchor before it', () => {
  const { root } = read('a: &x 1\nb: *x\nc: &x 2\nd: *x\n');
  expect(plain(root!)).toEqual({ a: 1, b: 1, c: 2, d: 2 });
});

test('keys that look like numbers stay as typed', () => {
  expect(plain(read('2030: 70 %\n0x10: a\n').root!)).toEqual({ '2030': '70 %', '0x10': 'a' });
});

test('a doubled key is told at the second, and the first is kept', () => {
  const { root, issues } = read('a: 1\na: 2\n');
  expect(issues).toMatchObject([{ code: 'duplicate-key', line: 2, column: 1 }]);
  expect(plain(root!)).toEqual({ a: 1 });
});

test('many aliases and many keys are read in about linear time', () => {
  const aliases = `a: &a 1\nb: [${'*a, '.repeat(40_000)}]\n`;
  expect(read(aliases).issues).toEqual([]);
  const keys = Array.from({ length: 20_000 }, (_, at) => `key${at}: 1`).join('\n');
  const start = performance.now();
  expect(read(keys).root).not.toBeNull();
  // Comparing every key with every other (as the YAML library would) takes about half a minute here.
  expect(performance.now() - start).toBeLessThan(10_000);
});
