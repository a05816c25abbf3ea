/**
 * `kombinat doctor`: does this machine have what Kombinat needs?
 * In: the machine. Out: one line each for Node, memory, solver, library, parks; 5 when something is missing.
 */
import { freemem, totalmem } from 'node:os';
import { join } from 'node:path';
import colours from 'picocolors';
import type { Program } from '../../program/program.ts';
import { count } from '../../units/number.ts';
import { EXIT } from '../exit-code.ts';
import { libraryValues, loadLibrary } from '../library-values.ts';
import type { Outcome } from '../outcome.ts';
import { packageRoot, packageVersion } from '../package-root.ts';
import { whyNotReadable } from '../text-file.ts';
import { verb } from '../verb.ts';
import { workerSolver } from '../worker-solver.ts';

interface Finding {
  readonly what: string;
  readonly fine: boolean;
  readonly found: string;
  readonly remedy?: string;
}

const OLDEST_NODE = 20;
const LEAST_MEMORY = 2e9;

/** min x + 2 y, x + y ≥ 4, 0 ≤ x ≤ 3, y ≥ 0: x = 3, y = 1, objective 5 (by hand). */
const TINY: Program = {
  name: 'doctor',
  columns: 2,
  rows: 1,
  starts: Int32Array.of(0, 1, 2),
  indices: Int32Array.of(0, 0),
  values: Float64Array.of(1, 1),
  cost: Float64Array.of(1, 2),
  offset: 0,
  sense: 'min',
  lower: Float64Array.of(0, 0),
  upper: Float64Array.of(3, Number.POSITIVE_INFINITY),
  rowLower: Float64Array.of(4),
  rowUpper: Float64Array.of(Number.POSITIVE_INFINITY),
  integer: null,
  columnFamilies: [],
  rowFamilies: [],
  columnTime: null,
  rowTime: null,
  columnNames: ['x', 'y'],
  rowNames: ['need'],
  objectiveUnit: '1',
};
const TINY_OBJECTIVE = 5;

function node(): Finding {
  const fine = Number(process.versions.node.split('.')[0]) >= OLDEST_NODE;
  return { what: 'Node', fine, found: process.versions.node, remedy: `install Node ${OLDEST_NODE} or newer` };
}

function memory(): Finding {
  const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
  const fine = totalmem() >= LEAST_MEMORY;
  const found = `${gigabytes(totalmem())}, ${gigabytes(freemem())} free`;
  return { what: 'memory', fine, found, remedy: 'a year of hours needs about 2 GB; typical weeks need less' };
}

async function solver(): Promise<Finding> {
  const what = 'solver';
  const remedy = 'install the packages again: npm ci';
  try {
    const options = { solver: 'auto', tolerance: 1e-7, timeLimit: 60 } as const;
    const solution = await workerSolver()(TINY, options);
    const fine = solution.status === 'optimal' && Math.abs(solution.objective - TINY_OBJECTIVE) < 1e-5;
    const found = `${solution.solver}, ${solution.status} in ${solution.seconds.toFixed(2)} s on a tiny program`;
    return { what, fine, found, remedy };
  } catch (error) {
    return { what, fine: false, found: `does not load: ${(error as Error).message}`, remedy };
  }
}

function library(): Finding {
  const read = loadLibrary();
  const remedy = '`kombinat library` shows what is wrong';
  if (!read.ok) return { what: 'library', fine: false, found: count(read.issues.length, 'issue'), remedy };
  const { plants, stores, commodities } = read.value;
  const size = (things: object) => Object.keys(things).length;
  const values = libraryValues([
    plants,
    stores,
    read.value.links,
    read.value.markets,
    read.value.fates,
  ]).length;
  const found = [
    count(size(plants), 'plant'),
    count(size(stores), 'store'),
    count(size(commodities), 'commodity', 'commodities'),
    count(values, 'value'),
  ].join(', ');
  return { what: 'library', fine: size(plants) > 0, found, remedy };
}

function parks(): Finding {
  const fine = whyNotReadable(join(packageRoot, 'parks', 'first-metal.park.yaml')) === null;
  return {
    what: 'first park',
    fine,
    found: fine ? 'readable' : 'missing',
    remedy: 'take a complete copy of Kombinat',
  };
}

async function examine(): Promise<Outcome> {
  const version: Finding = { what: 'Kombinat', fine: true, found: packageVersion() };
  const findings = [version, node(), memory(), library(), parks(), await solver()];
  const fine = findings.every((finding) => finding.fine);
  const lines = findings.map(({ what, fine: good, found, remedy }) => {
    const mark = good ? colours.green('fine   ') : colours.red('missing');
    return `${mark} ${what.padEnd(11)} ${found}${good || remedy === undefined ? '' : `\n        ${remedy}`}`;
  });
  lines.push(
    fine ? 'Nothing else is needed: no browser, no compiler, no other program.' : 'Something is missing.',
  );
  return {
    exitCode: fine ? EXIT.proven : EXIT.environment,
    data: { status: fine ? 'fine' : 'missing', findings },
    text: lines.join('\n'),
  };
}

export const doctorVerb = verb(
  'doctor',
  'see whether this machine has what is needed',
  (command) => command,
  examine,
);
