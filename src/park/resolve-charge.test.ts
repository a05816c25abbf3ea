/** Charge and window of a plant of the park, over those of the small library. */
import { expect, test } from 'vitest';
import { smallLibrary } from '../../test/small-library.ts';
import { readPark } from './read-park.ts';

const LIBRARY = smallLibrary();

function furnace(line: string) {
  const text = `kombinat: 1\npark: Alloy\nplants:\n  furnace: { plant: alloy-furnace, output: 10 kt/a${line} }\n`;
  const read = readPark('alloy.park.yaml', () => text, LIBRARY, { scenario: null, strict: false });
  if (!read.ok) throw new Error(read.issues.map(({ message }) => message).join(' '));
  return { plant: read.value.plants[0], issues: read.issues };
}

const told = (line: string) =>
  furnace(line).plant.window.map(
    ({ element, side, share }) => `${element} ${side} ${share.value} ${share.grade}`,
  );

test('each feed has its own line first, then what it needs and leaves', () => {
  const [primary, scrap] = furnace('').plant.charge;
  expect(primary.flows.map(({ commodity, amount }) => [commodity, amount.value])).toEqual([
    ['liquid-aluminium', -1],
  ]);
  expect(scrap.flows.map(({ commodity, amount }) => [commodity, amount.value])).toEqual([
    ['old-scrap', -1.05],
    ['electricity', -0.5],
    ['bauxite-residue', 0.05],
  ]);
});

test('a silent park has the window of the library', () => {
  expect(told('')).toEqual([
    'Si at least 0.001 judgement',
    'Si at most 0.006 judgement',
    'Fe at most 0.003 judgement',
  ]);
});

test('a limit of the park replaces that of the library, element by element, and keeps its source', () => {
  expect(
    told(', window: { at most: { Fe: { value: 0.25 %, source: customer } }, at least: { Fe: 0.15 % } }'),
  ).toEqual([
    'Si at least 0.001 judgement',
    'Fe at least 0.0015 judgement',
    'Si at most 0.006 judgement',
    'Fe at most 0.0025 published',
  ]);
});

test('a limit may be zero and may equal its other side', () => {
  expect(told(', window: { at least: { Si: 0 %, Fe: 0.3 % } }')).toContain('Fe at least 0.003 judgement');
});

test('a bare 0.28 of iron is 28 %, which no alloy holds: it is planned, and warned of; 0.28 % is not', () => {
  const codes = (limit: string) =>
    furnace(`, window: { at most: { Fe: ${limit} } }`).issues.map(({ code, severity }) => [code, severity]);
  expect(codes('0.28')).toEqual([['window-wide', 'warning']]);
  expect(codes('0.28 %')).toEqual([]);
});

test('a limit of more than ten times the alloy’s own is told with what was meant', () => {
  const told = (window: string) =>
    furnace(`, window: { ${window} }`).issues.map(({ code, message, why, remedy }) => [
      code,
      message,
      why,
      remedy,
    ]);
  // The small library's furnace allows 0.3 % of iron and 0.1 % of silicon at the least.
  expect(told('at most: { Fe: 0.2 }')).toEqual([
    [
      'window-wide',
      'This alloy may hold up to 20 % of iron.',
      "That is 66.7 times the alloy's own limit, 0.3 %. A bare number is a share: 0.28 is 28 %.",
      'Did you mean 0.2 %?',
    ],
  ]);
  expect(told('at most: { Fe: 3.1 % }').map(([, message, , remedy]) => [message, remedy])).toEqual([
    ['This alloy may hold up to 3.1 % of iron.', 'Check the figure and its unit.'],
  ]);
  expect(told('at most: { Fe: 3 % }')).toEqual([]);
  expect(told('at most: { Si: 0.5 }, at least: { Si: 0.2 }').map(([, message]) => message)).toEqual([
    'This alloy may hold up to 50 % of silicon.',
    'This alloy must hold at least 20 % of silicon.',
  ]);
});
