/**
 * Do the rooms keep to their order? Read from the import lines; each failure says what to do instead.
 */
import { readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { ROOT } from './golden.ts';
import { readSource, sourceFiles, withoutComments } from './source-files.ts';

/** From left to right: a room imports only from rooms before it. The last three are faces, which know nothing of each other. */
const ROOMS = [
  'units',
  'plants',
  'park',
  'weather',
  'network',
  'program',
  'solve',
  'plan',
  'accounts',
  'people',
  'run',
  'study',
  'show',
  'store',
  'cli',
  'server',
  'studio',
];
const FACES = ['cli', 'server', 'studio'];
const PURE = ROOMS.slice(0, ROOMS.indexOf('store'));
const MOST_LINES = 400;

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const IMPORT = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

function importsOf(path: string): Import[] {
  return [...withoutComments(readSource(path)).matchAll(IMPORT)].map((found) => ({
    from: path,
    to: found[2] ?? found[3],
    typeOnly: found[1] !== undefined,
  }));
}

const files = sourceFiles();
const imports = files.flatMap(importsOf);
const roomOf = (path: string) => path.split('/')[1];
const target = (one: Import) => normalize(join(dirname(one.from), one.to));
const inside = imports.filter((one) => one.to.startsWith('.'));

/** Fails with one line a finding, and the sentence that teaches. */
function expectNone(findings: readonly string[], lesson: string): void {
  expect(findings, `${lesson}\n${findings.join('\n')}\n`).toEqual([]);
}

describe('rooms', () => {
  it('reads files and imports (or nothing below would mean anything)', () => {
    expect(files.length).toBeGreaterThan(15);
    expect(inside.length).toBeGreaterThan(20);
  });

  it('import only from rooms to their left', () => {
    const wrong = inside.filter((one) => {
      const [own, other] = [roomOf(one.from), roomOf(target(one))];
      if (own === other) return false;
      if (FACES.includes(own) && FACES.includes(other)) return true;
      return ROOMS.indexOf(other) < 0 || ROOMS.indexOf(other) > ROOMS.indexOf(own);
    });
    expectNone(
      wrong.map((one) => `${one.from} imports ${target(one)}`),
      `A room may import only from rooms to its left (${ROOMS.join(' ◄ ')}): move what is shared to the left, or hand it in.`,
    );
  });

  it('all have a place in the order', () => {
    const strange = readdirSync(join(ROOT, 'src')).filter((name) => !ROOMS.includes(name));
    expectNone(
      strange,
      'Every folder of src/ is a room with a place in the order: add it to ROOMS here and to the drawing in README.md.',
    );
  });

  it('from units to show are pure: no system, no clock, no chance, no network', () => {
    const forbidden: readonly [RegExp, string][] = [
      [/\bDate\.now\b|\bnew Date\(\)/, 'the time of day'],
      [/\bMath\.random\b/, 'chance without a seed'],
      [/\bperformance\./, 'the clock'],
      [/\bprocess\.(env|argv|cwd|exit|std|on|platform|memory|hrtime|version)/, 'the process'],
      [/\bfetch\(/, 'the network'],
      [/\bset(Timeout|Interval|Immediate)\(/, 'waiting'],
    ];
    const findings = files
      .filter((path) => PURE.includes(roomOf(path)))
      .flatMap((path) => {
        const code = withoutComments(readSource(path));
        const uses = forbidden
          .filter(([pattern]) => pattern.test(code))
          .map(([, what]) => `${path} uses ${what}`);
        const system = importsOf(path).filter((one) => one.to.startsWith('node:'));
        return [...uses, ...system.map((one) => `${path} imports ${one.to}`)];
      });
    expectNone(
      findings,
      'These rooms also run in a web page: text in, values out. Let a face hand in what is needed.',
    );
  });

  it('verification knows neither program nor solve, and is not told by them', () => {
    const wrong = inside.filter(
      (one) => /^src\/plan\/verif/.test(one.from) && ['program', 'solve'].includes(roomOf(target(one))),
    );
    expectNone(
      wrong.map((one) => `${one.from} imports ${target(one)}`),
      'The verification recomputes a plan without the solver; sharing code with it would repeat its mistakes.',
    );
  });

  it('accounts, people and show know plan and network, never program or solve', () => {
    const wrong = inside.filter(
      (one) =>
        ['accounts', 'people', 'show'].includes(roomOf(one.from)) &&
        ['program', 'solve'].includes(roomOf(target(one))),
    );
    expectNone(
      wrong.map((one) => `${one.from} imports ${target(one)}`),
      'A figure must be computable on a plan typed in by hand: take it from plan or network.',
    );
  });

  it('have no circle of imports', () => {
    const next = new Map<string, string[]>();
    for (const one of inside)
      if (!one.typeOnly) next.set(one.from, [...(next.get(one.from) ?? []), target(one)]);
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (done.has(path) || trail.includes(path)) return;
      for (const to of next.get(path) ?? []) walk(to, [...trail, path]);
      done.add(path);
    };
    for (const path of files) walk(path, []);
    expectNone(
      circles,
      'Two files that need each other are one file, or hide a third: move the shared part out.',
    );
  });
});

describe('files', () => {
  it('lie at most two folders below src', () => {
    const deep = files.filter((path) => path.split('/').length > 4);
    expectNone(deep, 'A deep tree hides what there is: move the file up.');
  });

  it(`have at most ${MOST_LINES} lines`, () => {
    const long = files
      .map((path) => [path, readSource(path).split('\n').length - 1] as const)
      .filter(([, lines]) => lines > MOST_LINES);
    expectNone(
      long.map(([path, lines]) => `${path}: ${lines} lines`),
      'A file is one noun of the trade; a long one holds two.',
    );
  });

  it('open with a comment that says what they answer', () => {
    const silent = files.filter((path) => !readSource(path).startsWith('/**'));
    expectNone(
      silent,
      'A reader opens a file to find an answer: say which one, what comes in, what goes out.',
    );
  });

  it('never name a plant or store of the library outside of its own model', () => {
    const ids = ['plants', 'stores'].flatMap((shelf) =>
      readdirSync(join(ROOT, 'library', shelf)).map((name) => name.replace(/\.yaml$/, '')),
    );
    expect(ids.length).toBeGreaterThan(10);
    const findings = files
      .filter((path) => roomOf(path) !== 'plants')
      .flatMap((path) => {
        const code = withoutComments(readSource(path));
        return ids
          .filter((id) => code.includes(`'${id}'`) || code.includes(`"${id}"`))
          .map((id) => `${path}: ${id}`);
      });
    expectNone(
      findings,
      'Plants are data: shared code never branches on a name. Let the library file declare the property.',
    );
  });
});
