/**
 * Reads a park from text with the small library; for tests.
 * In: a park's text, options, other files by name. Out: the result, the park, or the codes of its issues.
 */
import type { Park } from '../src/park/park.ts';
import { type ParkOptions, readPark } from '../src/park/read-park.ts';
import { smallLibrary } from './small-library.ts';

const LIBRARY = smallLibrary();
export const HEAD = 'kombinat: 1\npark: Test\nprices in: USD 2025\n';
export const SMELTER = 'plants:\n  smelter: { plant: prebake-potline, output: 300 kt/a }\n';

type Texts = Readonly<Record<string, string>>;

export function read(text: string, options: Partial<ParkOptions> = {}, others: Texts = {}) {
  const texts: Texts = { 'test.park.yaml': text, ...others };
  const readText = (name: string) => (Object.hasOwn(texts, name) ? texts[name] : null);
  return readPark('test.park.yaml', readText, LIBRARY, { scenario: null, strict: false, ...options });
}

export function park(text: string, options: Partial<ParkOptions> = {}, others: Texts = {}): Park {
  const made = read(text, options, others);
  if (!made.ok)
    throw new Error(
      made.issues.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n'),
    );
  return made.value;
}

export const codes = (text: string, options: Partial<ParkOptions> = {}, others: Texts = {}) =>
  read(text, options, others).issues.map(({ code }) => code);
