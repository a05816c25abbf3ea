/**
 * The solver benchmark for people.
 * In: what was measured. Out: lines of text. Ratios and counts hold from machine to machine; seconds belong to one.
 */
import { textTable } from '../src/cli/text-table.ts';
import type { Measurement } from './measure-once.ts';
import type { Spent } from './timed.ts';

/** One length of one park: ours, and the other solver's methods as far as they were run. */
export interface Row {
  readonly ours: Measurement | Broken;
  readonly others: Other[];
}

/** A process that ended without a measurement. */
export interface Broken {
  readonly broken: string;
  readonly hours: number;
}

export interface Other {
  readonly method: string;
  /** Null: not run, because it had not finished at this smaller number of hours. */
  readonly measured: Measurement | Broken | null;
  readonly unfinishedAt: number | null;
  readonly limit: number;
}

export const isBroken = (one: Measurement | Broken): one is Broken => 'broken' in one;

const seconds = (value: number): string =>
  value < 9.995 ? value.toFixed(2) : value.toFixed(value < 99.95 ? 1 : 0);
const whole = (value: number): string => Math.round(value).toLocaleString('en').replaceAll(',', '\u202f');
const NONE = '–';

/** Proven, and recomputed without the solver where that was asked for. */
export const isProven = (one: Measurement): boolean =>
  one.status === 'optimal' && one.verify?.holds !== false;

function verdict(one: Measurement): string {
  if (one.status === 'optimal' && one.verify?.holds === false)
    return `optimal, but a gap of ${one.verify.largestGap.toExponential(1)} in the plan`;
  const miss = one.miss === null ? '' : ` (${one.miss.toExponential(1)})`;
  return one.status === 'tolerance missed' ? `tolerance missed${miss}` : one.status;
}

/** By how much a quantity grows when the hours double. */
export function growth(
  before: { hours: number; value: number },
  now: { hours: number; value: number },
): number {
  return (now.value / before.value) ** (1 / Math.log2(now.hours / before.hours));
}

function ourTable(rows: readonly Row[]): string {
  let before: Measurement | null = null;
  const cells = rows.map(({ ours }) => {
    if (isBroken(ours)) return [whole(ours.hours), ...Array<string>(12).fill(NONE), ours.broken];
    const grown = (of: (one: Measurement) => number): string =>
      before === null || before.hours === ours.hours || !isProven(ours)
        ? NONE
        : `×${growth({ hours: before.hours, value: of(before) }, { hours: ours.hours, value: of(ours) }).toFixed(2)}`;
    const line = [
      whole(ours.hours),
      whole(ours.columns),
      whole(ours.rows),
      whole(ours.nonZeros),
      seconds(ours.stages.program.cpu),
      seconds(ours.solve.cpu),
      seconds(ours.solve.wall),
      grown((one) => one.solve.cpu),
      whole(ours.iterations),
      ours.counts['factorEntries'] === undefined ? NONE : whole(ours.counts['factorEntries'] / 1000),
      ours.counts['factorOperations'] === undefined ? NONE : whole(ours.counts['factorOperations'] / 1e6),
      ours.verify === null ? NONE : seconds(ours.verify.cpu),
      whole(ours.memory.peak),
      verdict(ours),
    ];
    if (isProven(ours)) before = ours;
    return line;
  });
  const head = [
    ['hours', 'columns', 'rows', 'non-zeros', 'program, CPU s', 'solve, CPU s', 'solve, s', 'per doubling'],
    ['iterations', 'L, thousand', 'MFlop each', 'verify, CPU s', 'peak, MB', 'result'],
  ].flat();
  return textTable(head, cells, [...head.slice(0, -1).keys()]);
}

function otherCell({ measured, unfinishedAt, limit }: Other): string {
  if (measured === null) return `not run (unfinished at ${whole(unfinishedAt ?? 0)} h)`;
  if (isBroken(measured)) return measured.broken;
  if (measured.status === 'limit')
    return `> ${seconds(measured.solve.cpu)} (stopped after ${whole(limit)} s)`;
  if (measured.status === 'failed') return `failed (${measured.said}) after ${seconds(measured.solve.cpu)}`;
  const mark = measured.status === 'optimal' ? '' : ` (${verdict(measured)})`;
  return `${seconds(measured.solve.cpu)}${mark}`;
}

const ranOf = ({ others }: Row): Measurement[] =>
  others.flatMap(({ measured }) => (measured === null || isBroken(measured) ? [] : [measured]));

/** CPU seconds of the quickest of the other solver's methods over ours; `atLeast` when none of them finished in its time. */
export function ratioOf({ ours, others }: Row): { readonly times: number; readonly atLeast: boolean } | null {
  if (isBroken(ours) || !isProven(ours)) return null;
  const run = ranOf({ ours, others });
  const ended = run.filter((one) => one.status === 'optimal' || one.status === 'tolerance missed');
  const times = (of: readonly Measurement[]): number =>
    Math.min(...of.map((one) => one.solve.cpu)) / ours.solve.cpu;
  if (ended.length > 0) return { times: times(ended), atLeast: false };
  const stopped = run.filter((one) => one.status === 'limit');
  return stopped.length > 0 ? { times: times(stopped), atLeast: true } : null;
}

function otherTable(rows: readonly Row[]): string {
  const methods = rows[0].others.map(({ method }) => method);
  const cells = rows
    .filter(({ others }) => others.length > 0)
    .map((row) => {
      const ratio = ratioOf(row);
      const memory = ranOf(row).map((one) => one.memory.peak);
      return [
        whole(row.ours.hours),
        ...row.others.map(otherCell),
        isBroken(row.ours) ? NONE : seconds(row.ours.solve.cpu),
        ratio === null
          ? NONE
          : `${ratio.atLeast ? 'more than ' : ''}${ratio.times.toFixed(ratio.times < 10 ? 1 : 0)}×`,
        memory.length === 0 ? NONE : whole(Math.max(...memory)),
      ];
    });
  const head = [
    'hours',
    ...methods.map((method) => `HiGHS ${method}, CPU s`),
    'ours, CPU s',
    'ratio',
    'HiGHS peak, MB',
  ];
  return textTable(head, cells, [...head.keys()]);
}

/** Same structure, other numbers: the second solve from nothing, and from the first one's solution. */
function againLines({ ours }: Row): string[] {
  if (isBroken(ours) || ours.again === null) return [];
  const { cold, warm } = ours.again;
  const told = (spent: Spent, iterations: number, status: string): string =>
    `${seconds(spent.cpu)} CPU s, ${iterations} iterations, ${status}`;
  const line = `Other numbers at ${whole(ours.hours)} h, from nothing: ${told(cold.solve, cold.iterations, cold.status)}`;
  return [line, `… from the solution before: ${told(warm.solve, warm.iterations, warm.status)}`];
}

export function parkText(rows: readonly Row[]): string {
  const first = rows.map(({ ours }) => ours).find((one): one is Measurement => !isBroken(one));
  const what =
    first === undefined
      ? 'A park that could not be built'
      : `${first.title}: ${first.plantsAndStores} plants and stores, ${first.series} hourly series`;
  const others = rows[0].others.length > 0 ? ['', otherTable(rows)] : [];
  return [what, '', ourTable(rows), ...others, ...rows.flatMap(againLines), ''].join('\n');
}
