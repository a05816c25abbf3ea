/**
 * Which sentence belongs to a code?
 * In: a code, a severity, a place and the particulars. Out: a finished issue. Joins the sentences of all rooms; a code
 * that two rooms claim, or none, is a fault of the project that the tests find.
 */
import { spelledOut } from '../hidden.ts';
import type { Issue, Place, Severity } from '../issue.ts';
import * as alloys from './alloys.ts';
import * as face from './face.ts';
import * as faults from './faults.ts';
import * as hours from './hours.ts';
import * as language from './language.ts';
import * as network from './network.ts';
import * as ore from './ore.ts';
import * as plants from './plants.ts';
import * as program from './program.ts';
import type { Particulars, Said, Sentences } from './sentence.ts';
import * as units from './units.ts';
import * as weather from './weather.ts';

/** A sentence file exports one record or several; all of them count. */
function joined(file: Readonly<Record<string, Sentences>>): Sentences {
  return Object.assign({}, ...Object.values(file));
}

/** Room → its sentences. */
export const ROOMS: Readonly<Record<string, Sentences>> = {
  faults: joined(faults),
  language: joined(language),
  hours: joined(hours),
  ore: joined(ore),
  alloys: joined(alloys),
  units: joined(units),
  plants: joined(plants),
  weather: joined(weather),
  network: joined(network),
  program: joined(program),
  face: joined(face),
};

export const CATALOGUE: Sentences = Object.assign({}, ...Object.values(ROOMS));

/**
 * Makes an issue. `particulars.path` says where in the file's own terms; `found`, `expected`, `unit` and `near` are kept
 * on the issue as well; all of them fill the sentence.
 */
export function issue(
  code: string,
  severity: Severity,
  place: Place,
  particulars: Particulars & { readonly path: string },
): Issue {
  const said = sayOf(code, clean(particulars));
  const { path, found, expected, unit, near } = clean(particulars);
  return {
    code,
    severity,
    path,
    ...(place.file === undefined ? {} : { file: place.file }),
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(place.column === undefined ? {} : { column: place.column }),
    ...(found === undefined ? {} : { found }),
    ...(expected === undefined ? {} : { expected }),
    ...(unit === undefined ? {} : { unit }),
    ...(near === undefined ? {} : { near }),
    ...said,
  };
}

/** What was typed goes to terminals and pages: characters that do not show are spelled out. */
function clean<P extends Particulars>(particulars: P): P {
  const entries = Object.entries(particulars).map(([key, text]) => [key, text && spelledOut(text)]);
  return Object.fromEntries(entries) as P;
}

function sayOf(code: string, particulars: Particulars & { readonly path: string }): Said {
  const say = Object.hasOwn(CATALOGUE, code) ? CATALOGUE[code] : undefined;
  return (
    say?.(particulars) ?? {
      message: `${particulars['path']}: ${code}.`,
      why: 'No sentence has been written for this code.',
      remedy: 'Please report it with the file that led to it.',
    }
  );
}
