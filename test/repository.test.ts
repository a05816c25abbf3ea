/**
 * Is the repository fit to be handed on? No path of one machine, no address of a registry, no mark of unfinished work.
 */
import { describe, expect, it } from 'vitest';
import { filesBelow, readSource } from './source-files.ts';

const OWN = 'test/repository.test.ts';
const TEXT = /\.(ts|js|json|yaml|yml|md|html|css|txt|csv)$|(^|\/)(\.npmrc|\.gitignore|run)$/;
const texts = filesBelow('').filter((path) => TEXT.test(path) && path !== OWN);

/** Lines that match, as `path:line: text`. */
function findings(pattern: RegExp, paths: readonly string[]): string[] {
  return paths.flatMap((path) =>
    readSource(path)
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [],
      ),
  );
}

describe('the repository', () => {
  it('has files to look at', () => {
    expect(texts.length).toBeGreaterThan(50);
  });

  it('names no folder of one machine', () => {
    expect(findings(/(?<![\w.:/-])\/(work|home|root|Users|mnt)\//, texts)).toEqual([]);
  });

  it('names no package registry, in the lock file or elsewhere', () => {
    expect(findings(/"resolved": *"http|registry\.[a-z]+\.|^registry *=/, texts)).toEqual([]);
  });

  it('locks the packages of every machine, so that npm ci works on each', () => {
    const { packages } = JSON.parse(readSource('package-lock.json'));
    const missing = Object.entries<{ optionalDependencies?: Record<string, string> }>(packages).flatMap(
      ([place, locked]) =>
        Object.keys(locked.optionalDependencies ?? {})
          .filter(
            (name) => !(`node_modules/${name}` in packages) && !(`${place}/node_modules/${name}` in packages),
          )
          .map((name) => `${name} (of ${place})`),
    );
    expect(
      missing,
      'npm ci refuses a lock file that lacks the packages of other processors and systems',
    ).toEqual([]);
  });

  it('has no mark of unfinished work and no test that is passed over', () => {
    const code = texts.filter((path) => /\.(ts|js|yaml)$/.test(path));
    expect(findings(/\b(TODO|FIXME|XXX|HACK)\b|\b(it|test|describe)\.(skip|only|todo)\b/, code)).toEqual([]);
  });
});
