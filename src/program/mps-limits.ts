/**
 * What do the lines under BOUNDS mean? In: kind, column and number of each. Out: limits in the draft, by the customs that
 * `read-mps.ts` names; those that custom alone decides are said.
 */
import { listed } from '../park/name.ts';
import { type MpsReading, readNumber } from './mps-reading.ts';

interface Kind {
  readonly lower: boolean;
  readonly upper: boolean;
  /** What is set when no number is read: open or 0 … 1. */
  readonly fixed: readonly [number, number] | null;
  readonly whole: boolean;
}

const KINDS: Readonly<Record<string, Kind>> = {
  LO: { lower: true, upper: false, fixed: null, whole: false },
  UP: { lower: false, upper: true, fixed: null, whole: false },
  FX: { lower: true, upper: true, fixed: null, whole: false },
  LI: { lower: true, upper: false, fixed: null, whole: true },
  UI: { lower: false, upper: true, fixed: null, whole: true },
  FR: { lower: true, upper: true, fixed: [-Infinity, Infinity], whole: false },
  MI: { lower: true, upper: false, fixed: [-Infinity, Infinity], whole: false },
  PL: { lower: false, upper: true, fixed: [-Infinity, Infinity], whole: false },
  BV: { lower: true, upper: true, fixed: [0, 1], whole: true },
};

/** One line of BOUNDS. */
export function applyLimit(
  reading: MpsReading,
  line: number,
  word: string,
  column: number,
  text: string | null,
): void {
  const { draft, faults, limits } = reading;
  const name = draft.columnNames[column];
  if (word === 'SC' || word === 'SI') {
    faults.add('program-semicontinuous', line, { found: name });
    return;
  }
  const kind = Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
  if (!kind) {
    faults.add('program-limit-kind-wrong', line, { found: word });
    return;
  }
  const value = kind.fixed ? 0 : readNumber(text ?? '');
  if (Number.isNaN(value)) {
    const code = text === null ? 'program-fields-wrong' : 'program-number-wrong';
    faults.add(code, line, { found: text ?? 'no number', expected: `the limit of ${name}` });
    return;
  }
  if ((kind.lower && value === Infinity) || (kind.upper && value === -Infinity)) {
    faults.add('program-infinite-wrong', line, { found: text ?? '', expected: `this limit of ${name}` });
    return;
  }
  const [lower, upper] = kind.fixed ?? [value, value];
  const wasGiven =
    (kind.lower && limits.lowerGiven.has(column)) || (kind.upper && limits.upperGiven.has(column));
  if (wasGiven) faults.add('program-entry-twice', line, { found: `A limit of ${name}` });
  if (kind.lower) {
    draft.lower[column] = lower;
    limits.lowerGiven.add(column);
  }
  if (kind.upper) {
    draft.upper[column] = upper;
    limits.upperGiven.add(column);
  }
  if (kind.whole) draft.integer[column] = 1;
}

/** Where the file is silent and custom speaks: negative upper limits, whole columns without limits. */
export function defaultLimits({ draft, faults, limits }: MpsReading): void {
  const opened = [...limits.upperGiven].filter(
    (column) => draft.upper[column] < 0 && !limits.lowerGiven.has(column),
  );
  for (const column of opened) draft.lower[column] = -Infinity;
  if (opened.length > 0) {
    const found = listed(
      opened.map((column) => draft.columnNames[column]),
      3,
    );
    faults.add('program-negative-upper', null, { found }, 'warning');
  }
  const narrowed = [...limits.marked].filter(
    (column) => !limits.lowerGiven.has(column) && !limits.upperGiven.has(column),
  );
  for (const column of narrowed) draft.upper[column] = 1;
  if (narrowed.length > 0) {
    const found = listed(
      narrowed.map((column) => draft.columnNames[column]),
      3,
    );
    faults.add('program-whole-limit', null, { found }, 'note');
  }
}
