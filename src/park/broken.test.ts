/**
 * Every fault of `parks/broken/` is found where it stands, and what `parks/noticed/` has, which can be planned, is told. The expected code, line and column beside each park were looked
 * up in the file by hand: the place is where a reader would put the finger.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../test/golden.ts';
import { smallLibrary } from '../../test/small-library.ts';
import { readPark } from './read-park.ts';

const parksIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.park.yaml'));
const BROKEN = parksIn('parks/broken');
const FILES = [...BROKEN, ...parksIn('parks/noticed')];
const LIBRARY = smallLibrary();
const OPTIONS = {
  scenario: null,
  strict: false,
  kpiNames: ['permanent-jobs', 'renewable-share-of-electricity', 'survival-hours'],
  kpiPeriods: { 'permanent-jobs': ['year'], 'survival-hours': [] },
};

function readText(name: string): string | null {
  const folder = ['parks/broken', 'parks/noticed'].find((one) => readdirSync(join(ROOT, one)).includes(name));
  return folder === undefined ? null : readFileSync(join(ROOT, folder, name), 'utf8');
}

test('there are at least 28 broken parks, each with its expected issues', () => {
  expect(BROKEN.length).toBeGreaterThanOrEqual(28);
  for (const file of FILES) expect(readText(file.replace('.park.yaml', '.issues.json')), file).not.toBeNull();
});

test.each(FILES)('%s', (file) => {
  const read = readPark(file, readText, LIBRARY, OPTIONS);
  const expected = JSON.parse(readText(file.replace('.park.yaml', '.issues.json')) ?? '');
  expect(read.issues.map(({ code, line, column, severity }) => ({ code, line, column, severity }))).toEqual(
    expected,
  );
  for (const issue of read.issues) {
    expect(issue.file).toBe(file);
    for (const sentence of [issue.message, issue.why, issue.remedy]) {
      expect(sentence.length).toBeGreaterThan(10);
      expect(sentence).not.toContain('undefined');
    }
  }
  expect(read.ok).toBe(read.issues.every(({ severity }) => severity !== 'error'));
  expect(read.ok).toBe(!BROKEN.includes(file));
});

test('near misses are named', () => {
  const nearOf = (file: string) => readPark(file, readText, LIBRARY, OPTIONS).issues.map(({ near }) => near);
  expect(nearOf('01-unknown-key.park.yaml')).toEqual(['discount rate']);
  expect(nearOf('03-unknown-plant.park.yaml')).toEqual(['prebake-potline']);
  expect(nearOf('07-unknown-parameter.park.yaml')).toEqual(['cell voltage']);
  expect(nearOf('52-unknown-figure.park.yaml')).toEqual(['permanent-jobs']);
});
