/** A name that is spelt in two ways in one map is written twice, whatever the map. */
import { expect, test } from 'vitest';
import { smallLibrary } from '../../test/small-library.ts';
import { readPark } from './read-park.ts';

const LIBRARY = smallLibrary();

function told(lines: string, files: Readonly<Record<string, string>> = {}) {
  const text = `kombinat: 1\npark: Twice\n${lines}`;
  const { issues } = readPark('t.park.yaml', (name) => files[name] ?? text, LIBRARY, {
    scenario: null,
    strict: false,
  });
  return issues
    .filter(({ severity }) => severity === 'error')
    .map(({ code, line, column, path }) => [code, line, column, path]);
}

test.each([
  [
    'an ore',
    'plants:\n  mine: { plant: bauxite-mine, ore: { SiO2: 12 %, sio2: 9 % } }\n',
    4,
    51,
    'plants.mine.ore.sio2',
  ],
  [
    'a parameter',
    'plants:\n  mine: { plant: x, with: { strip ratio: 4, strip-ratio: 5 } }\n',
    4,
    45,
    'plants.mine.with.strip-ratio',
  ],
  ['a plant', 'plants:\n  North pit: { plant: x }\n  north_pit: { plant: x }\n', 5, 3, 'plants.north_pit'],
  ['a purchase', 'buy: { Caustic soda: 400 USD/t, caustic-soda: 300 USD/t }\n', 3, 33, 'buy.caustic-soda'],
  [
    'a recipe',
    'plants:\n  mill: { plant: x, recipe: { needs: { caustic soda: 1 t, Caustic Soda: 2 t } } }\n',
    4,
    59,
    'plants.mill.recipe.needs.Caustic Soda',
  ],
])('%s', (_, lines, line, column, path) => {
  expect(told(lines)).toContainEqual(['spelt-twice', line, column, path]);
});

test('once told, a parameter is not told again, and names that differ stay two', () => {
  const codes = told('plants:\n  mine: { plant: x, with: { strip ratio: 4, strip-ratio: 5 } }\n').map(
    ([code]) => code,
  );
  expect(codes.filter((code) => code === 'doubled-parameter')).toEqual([]);
  expect(told('sites: { a: { at: [51, 75] }, ab: { at: [52, 75] } }\n').map(([code]) => code)).not.toContain(
    'spelt-twice',
  );
});

test('a file that is built on another in a second spelling', () => {
  const base = 'kombinat: 1\npark: Base\nbuy: { caustic soda: 400 USD/t }\n';
  expect(
    told('extends: base.park.yaml\nbuy: { caustic-soda: 300 USD/t }\n', { 'base.park.yaml': base }),
  ).toContainEqual(['spelt-twice', 4, 8, 'buy.caustic-soda']);
});
