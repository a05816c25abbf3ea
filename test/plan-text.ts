/**
 * From the text of a park to its run, with the project's own library and solver: what the command line does, in a test.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLibraryTexts } from '../src/cli/library-files.ts';
import type { Library } from '../src/park/library.ts';
import { readLibrary } from '../src/park/read-library.ts';
import { MODELS } from '../src/plants/models.ts';
import { planPark } from '../src/run/plan-park.ts';
import type { Run, RunRequest } from '../src/run/run.ts';
import { highsSolver } from '../src/solve/highs.ts';
import { ROOT } from './golden.ts';

let library: Library | null = null;

/** The project's library, read once. */
export function ownLibrary(): Library {
  if (library !== null) return library;
  const read = readLibrary(readLibraryTexts());
  if (!read.ok)
    throw new Error(read.issues.map((one) => `${one.file}:${one.line} ${one.message}`).join('\n'));
  library = read.value;
  return library;
}

/** A line of a park with the mine that a plant needs which makes a better ore of another; nothing for other plants. */
export function mineFor(plant: string): string {
  const { model = '', oreFrom } = ownLibrary().plants[plant] ?? {};
  return oreFrom !== undefined && MODELS[model]?.upgrades !== undefined
    ? '  pit: { plant: bauxite-mine }\n'
    : '';
}

const seconds = (): number => performance.now() / 1000;

/** What the command line asks for, for a park given as text (`extends:` finds files under `parks/`). */
export function requestOf(text: string, options: Partial<RunRequest> = {}): RunRequest {
  return {
    file: 'test.park.yaml',
    readText: (name) => {
      if (name === 'test.park.yaml') return text;
      try {
        return readFileSync(join(ROOT, 'parks', name), 'utf8');
      } catch {
        return null;
      }
    },
    library: ownLibrary(),
    scenario: null,
    hours: 168,
    consecutive: false,
    strict: false,
    solver: highsSolver({ clock: seconds }),
    solve: { solver: 'highs', tolerance: 1e-7, timeLimit: 120 },
    version: 'test',
    clock: seconds,
    ...options,
  };
}

export const planText = (text: string, options: Partial<RunRequest> = {}): Promise<Run> =>
  planPark(requestOf(text, options));
