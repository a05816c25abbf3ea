/**
 * No text makes the reader throw: whatever stands in a file, the answer is a park or a list of issues with places.
 * Texts are real parks, mutated: cut, doubled, swapped, with letters and hostile fragments put in.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROOT } from '../../test/golden.ts';
import { LIBRARY_TEXTS, smallLibrary } from '../../test/small-library.ts';
import { readLibrary } from './read-library.ts';
import { readPark } from './read-park.ts';

const LIBRARY = smallLibrary();
const FIRST_METAL = readFileSync(join(ROOT, 'parks/first-metal.park.yaml'), 'utf8');
const FURNACE =
  '  furnace: { plant: alloy-furnace, window: { at least: { Si: 0.2 % }, at most: { Fe: 0.25 % } } }';
const FULL = `${FIRST_METAL.replace('plants:\n', `plants:\n${FURNACE}\n`)}
  caustic soda: { cost: 480 USD/t, max: 10 kt/a }
  old scrap: { cost: 1500 USD/t, max: 20 kt/a }
sites: { works: { at: [51.7, 75.3] }, steppe: { at: [51.6, 73.1] } }
links: [{ from: steppe, to: works, by: hvac-line, distance: 220 km }]
sell: { billet: 2900 USD/t }
fates: { bauxite-residue: [{ to: cement, max: 300 kt/a }] }
claims: [{ claim: renewable capacity, is: 3 GW }]
promises: [{ promise: permanent jobs, at least: { 2030: 100, 2035: 200 } }]
phases: { one: { operates from: 2030 } }
weather: { year: synthetic, seed: 1 }
objective: { trade off: [cost, carbon], carbon price: 80 USD/t }
scenarios: { more: { plants.smelter.output: 400 kt/a, links.0.distance: 10 km } }
`;
const BASES = [FIRST_METAL, FULL];

const FRAGMENTS = [
  '~',
  '[]',
  '{}',
  '[',
  '}',
  ': ',
  '- ',
  '\t',
  '&a ',
  '*a',
  '!!x ',
  '"',
  "'",
  '|',
  '>',
  '#',
  '\n',
  '\r\n',
  '---\n',
  '%',
  '\u0000',
  '\ud800',
  '\u2028',
  '💧',
  'NaN',
  '.nan',
  '.inf',
  '-1',
  '1e400',
  '1e-400',
  '99999999999999999999',
  '0x7f',
  'null',
  'true',
  '2030',
  '-0',
  '__proto__: 1\n',
  'constructor: {}\n',
  'toString',
  'extends: test.park.yaml\n',
  'value: ',
  'source: ',
  'of ',
  ' .. ',
  '30 d of ',
  ' USD',
  '/a',
  '%/a',
  '(',
  ')',
  'kt/',
  '1 t/t/t',
];

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(30),
  kind: fc.constantFrom('cut', 'insert', 'double', 'letter', 'line'),
  fragment: fc.constantFrom(...FRAGMENTS),
  letter: fc.string({ maxLength: 3, unit: 'binary' }),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never;

function mutated(text: string, { at, length, kind, fragment, letter }: Mutation): string {
  const start = Math.floor(at * text.length);
  const [before, after] = [text.slice(0, start), text.slice(start)];
  if (kind === 'cut') return before + after.slice(length);
  if (kind === 'insert') return before + fragment + after;
  if (kind === 'double') return before + after.slice(0, length) + after;
  if (kind === 'letter') return before + letter + after.slice(1);
  const lines = text.split('\n');
  lines.splice(Math.floor(at * lines.length), 1);
  return lines.join('\n');
}

const read = (text: string, scenario: string | null = null) =>
  readPark('test.park.yaml', (name) => (name === 'test.park.yaml' ? text : null), LIBRARY, {
    scenario,
    strict: false,
  });

test('the texts that are mutated are parks to begin with', () => {
  expect(
    BASES.map((text) =>
      read(text)
        .issues.filter(({ severity }) => severity === 'error')
        .map(({ message }) => message),
    ),
  ).toEqual([
    [],
    // Two sites were added, so each plant and store would have to say where it stands.
    Array(5).fill(expect.stringContaining('does not say at which site it stands')),
  ]);
});

test('mutated parks give a park or issues with places, never a throw', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...BASES),
      fc.array(mutation, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      (base, mutations, laid) => {
        const text = mutations.reduce(mutated, base);
        const made = read(text, laid ? 'more' : null);
        if (!made.ok) expect(made.issues.length).toBeGreaterThan(0);
        const lines = text.split('\n').length;
        for (const issue of made.issues) {
          expect(issue.line).toBeGreaterThanOrEqual(1);
          expect(issue.line).toBeLessThanOrEqual(lines + 1);
          expect(issue.column).toBeGreaterThanOrEqual(1);
          expect(`${issue.message} ${issue.why} ${issue.remedy}`).not.toMatch(
            /undefined|\[object|No sentence has been written/,
          );
        }
        // A park holds no number that is none.
        if (made.ok)
          expect(
            JSON.stringify(made.value, (_, each) => (Number.isNaN(each) ? 'not a number' : each)),
          ).not.toContain('not a number');
      },
    ),
    { numRuns: 800, seed: 2025 },
  );
});

test('any text at all gives a park or issues', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const made = read(text);
      expect(made.ok || made.issues.length > 0).toBe(true);
    }),
    { numRuns: 300, seed: 2025 },
  );
});

test('mutated library files give a library or issues', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(LIBRARY_TEXTS)),
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      (path, mutations) => {
        const made = readLibrary({
          ...LIBRARY_TEXTS,
          [path]: mutations.reduce(mutated, LIBRARY_TEXTS[path]),
        });
        expect(made.ok || made.issues.length > 0).toBe(true);
        for (const issue of made.issues)
          expect(`${issue.message} ${issue.remedy}`).not.toMatch(/undefined|\[object/);
      },
    ),
    { numRuns: 250, seed: 2025 },
  );
});
