/**
 * How fast is the solver, how does it grow, and how far ahead of HiGHS is it?
 * In: options (`npm run bench -- solver --help`). Out: tables, and the same as JSON in `bench/results/solver.json`.
 *
 * Each solve runs in a process of its own, on one thread; ours first, shorter lengths first. A method of HiGHS that has not
 * finished within its time is not tried on longer ones of the same park; the ratio is then written as "more than".
 */
import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { packageRoot } from '../src/cli/package-root.ts';
import { HIGHS_METHODS, type Job, type Measurement, measureOnce, OURS } from './measure-once.ts';
import type { Length } from './park-program.ts';
import { type Broken, isBroken, isProven, parkText, type Row, ratioOf } from './solver-tables.ts';

const CHILD = '--measure-once';
/** The frozen parks; HiGHS is tried on the first. */
const FROZEN = ['two-works', 'five-places'];
const REFERENCE = ['first-metal', 'phase-one-as-announced', 'phase-one-least-cost'];
/** Beyond its limit a solver that does not listen is ended after this share of it and so many seconds more. */
const GRACE = { share: 0.1, seconds: 60 };

interface Options {
  readonly hours: string;
  readonly highs: boolean;
  readonly limit: string;
  readonly reference: boolean;
  readonly again: boolean;
}

/** One measurement in a fresh process; its own limit of time is the parent's last word. */
function inProcess(job: Job): Promise<Measurement | Broken> {
  return new Promise((resolve) => {
    // One thread, ours and HiGHS's alike: no compiling or collecting beside the work.
    const child = fork(process.argv[1], [CHILD, JSON.stringify(job)], {
      execArgv: ['--single-threaded'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let said = '';
    child.stderr?.on('data', (piece: Buffer) => {
      said = (said + piece.toString()).slice(-400);
    });
    const most = job.timeLimit * (2 + GRACE.share) + GRACE.seconds;
    const timer = setTimeout(() => {
      said = `ended from outside after ${Math.round(most)} s`;
      child.kill('SIGKILL');
    }, most * 1000);
    let measured: Measurement | null = null;
    child.on('message', (message) => {
      measured = message as Measurement;
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      const lines = said.trim().split('\n');
      const why =
        lines.find((line) => /error/i.test(line)) ?? (lines.at(-1) || `ended with ${signal ?? code}`);
      resolve(measured ?? { broken: why, hours: job.length.hours });
    });
  });
}

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

interface Measured {
  readonly park: string;
  readonly file: string;
  readonly rows: Row[];
}

async function measureOurs(
  park: string,
  folder: string,
  lengths: readonly Length[],
  againAt: number | null,
  limit: number,
): Promise<Measured> {
  const file = join(packageRoot, folder, `${park}.park.yaml`);
  const rows: Row[] = [];
  for (const length of lengths) {
    tell(`${park}, ${length.hours} h: ours`);
    const again = length.hours === againAt;
    const job = { file, length, tolerance: 1e-7, timeLimit: limit, solver: OURS, again } as const;
    rows.push({ ours: await inProcess(job), others: [] });
  }
  return { park, file, rows };
}

/**
 * The same lengths with the other solver's methods, one after the other: the shortest, then the year, then the rest; `told`
 * after each. A method is not tried on more hours than it did not finish.
 */
async function measureOthers(
  { park, file, rows }: Measured,
  lengths: readonly Length[],
  methods: readonly (typeof HIGHS_METHODS)[number][],
  limit: number,
  told: () => void,
): Promise<void> {
  const year = Math.max(
    0,
    lengths.findLastIndex(({ hours }) => hours <= 8760),
  );
  const order = [...new Set([0, year, ...lengths.keys()])];
  for (const method of methods) {
    let before: number | null = null;
    for (const at of order) {
      const length = lengths[at];
      if (before !== null && before < length.hours) {
        rows[at].others.push({ method, measured: null, unfinishedAt: before, limit });
        continue;
      }
      tell(`${park}, ${length.hours} h: HiGHS ${method}, at most ${limit} s`);
      const job = { file, length, tolerance: 1e-7, timeLimit: limit, solver: method, again: false } as const;
      const measured = await inProcess(job);
      if (isBroken(measured) || measured.status === 'limit')
        before = Math.min(before ?? length.hours, length.hours);
      rows[at].others.push({ method, measured, unfinishedAt: null, limit });
      told();
    }
  }
}

function lengthsOf(text: string): Length[] {
  const hours = text.split(',').map(Number);
  if (hours.some((one) => !Number.isInteger(one) || one < 24))
    throw new Error(`--hours ${text}: whole hours, from 24`);
  return hours.sort((a, b) => a - b).map((one) => ({ hours: one, cut: 'run' }));
}

async function main(options: Options): Promise<void> {
  const limit = Number(options.limit);
  if (!(limit > 0)) throw new Error(`--limit ${options.limit}: seconds, above 0`);
  const lengths = lengthsOf(options.hours);
  const year = lengths.filter(({ hours }) => hours <= 8760).at(-1)?.hours ?? null;
  const methods = options.highs ? HIGHS_METHODS : [];
  const parks: Measured[] = [];
  for (const park of FROZEN)
    parks.push(await measureOurs(park, join('bench', 'parks'), lengths, options.again ? year : null, limit));
  for (const park of options.reference ? REFERENCE : []) {
    const both: Length[] = [
      { hours: 672, cut: 'weeks' },
      { hours: 8760, cut: 'year' },
    ];
    parks.push(await measureOurs(park, 'parks', both, null, limit));
  }
  const save = (): void => keep(parks, limit);
  save();
  if (methods.length > 0) await measureOthers(parks[0], lengths, methods, limit, save);
  save();
  for (const { rows } of parks) console.log(parkText(rows));
  const { programs, provenByOurs } = counted(parks);
  console.log(
    `Programs: ${programs}; proven by our own solver: ${provenByOurs}; left for HiGHS by auto: ${programs - provenByOurs}.`,
  );
}

function counted(parks: readonly Measured[]): { programs: number; provenByOurs: number } {
  const all = parks.flatMap(({ rows }) => rows);
  const proven = all.filter(({ ours }) => !isBroken(ours) && isProven(ours)).length;
  return { programs: all.length, provenByOurs: proven };
}

/** Writes what is measured so far: a run takes hours, and what it has shown should not be lost with it. */
function keep(parks: readonly Measured[], limit: number): void {
  const result = {
    machine: {
      cpu: cpus()[0]?.model ?? '',
      cores: cpus().length,
      platform: platform(),
      arch: arch(),
      node: process.version,
    },
    tolerance: 1e-7,
    limitSeconds: limit,
    ...counted(parks),
    parks: parks.map(({ park, rows }) => ({
      park,
      rows: rows.map((row) => ({ ...row, ratio: ratioOf(row) })),
    })),
  };
  const folder = join(packageRoot, 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'solver.json'), `${JSON.stringify(result, null, 2)}\n`);
}

const job = process.argv.indexOf(CHILD);
if (job > 0) {
  const measured = await measureOnce(JSON.parse(process.argv[job + 1]));
  process.send?.(measured, () => process.disconnect());
} else {
  await new Command('solver')
    .description('times our solver and HiGHS on the frozen benchmark park')
    .option('--hours <list>', 'lengths in consecutive hours', '1095,2190,4380,8760,17520')
    .option('--no-highs', 'leave HiGHS out')
    .option('--limit <seconds>', 'time for each solve', '1800')
    .option('--no-reference', 'leave the reference parks out')
    .option('--no-again', 'leave out the second solve with other numbers')
    .action(main)
    .parseAsync();
}
