/**
 * The desk at which a park is resolved: what is known, and where issues and assumptions are collected.
 * In: library, money, the tree of the file. Out: figures in canonical units with source and grade; issues with places.
 */
import type { Sourced } from '../units/grade.ts';
import { type Amount, type MoneyContext, readAmount, readAmountRange } from './amount.ts';
import type { Issue, Place, Severity } from './issue.ts';
import type { Library, LibraryValue } from './library.ts';
import { listed, nearest } from './name.ts';
import type { Assumption } from './park.ts';
import { issue } from './sentences/catalogue.ts';
import type { Figure } from './sheet.ts';
import { unitIssue } from './unit-issue.ts';
import type { Wants } from './wants.ts';
import { nearestPiece, type Path, pieceAt, typed, type Written, writtenPath } from './written.ts';

export interface Desk {
  readonly file: string;
  readonly library: Library;
  readonly money: MoneyContext;
  readonly written: Written;
  readonly strict: boolean;
  /** Names as declared in the file, entries at fault included, so that a reference to them is no second fault. */
  readonly names: { readonly sites: readonly string[]; readonly plants: readonly string[] };
  readonly issues: Issue[];
  readonly assumed: Assumption[];
}

/** Bounds of what makes sense, in the wanted unit. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
  /** Says why it ends there. */
  readonly why: string;
}
export const SHARE: Bounds = { low: 0, high: 1, why: 'A share of a whole lies between 0 % and 100 %.' };
export const NOT_NEGATIVE: Bounds = {
  low: 0,
  high: Number.POSITIVE_INFINITY,
  why: 'An amount of something real is not negative.',
};

/** What was said or promised may be any number: it is tested, not built. */
export const UNBOUNDED: Bounds = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, why: '' };

export function placeOf(desk: Desk, path: Path): Place {
  return nearestPiece(desk.written, path).place;
}
export function keyPlaceOf(desk: Desk, path: Path): Place {
  return nearestPiece(desk.written, path).key;
}

/** Adds an issue at the value of a path; what was typed there is `found` unless said. */
export function complain(
  desk: Desk,
  code: string,
  severity: Severity,
  path: Path,
  particulars: Readonly<Record<string, string | undefined>> = {},
  at: 'value' | 'key' = 'value',
): void {
  const said: Record<string, string> = { found: typed(pieceAt(desk.written, path)) };
  for (const [key, text] of Object.entries(particulars)) if (text !== undefined) said[key] = text;
  const place = at === 'value' ? placeOf(desk, path) : keyPlaceOf(desk, path);
  desk.issues.push(issue(code, severity, place, { ...said, path: writtenPath(desk.written, path) }));
}

/** Lists a silence that is filled; a strict reading refuses it. */
export function assume(desk: Desk, id: string, text: string, path: Path): void {
  if (desk.strict) complain(desk, 'silence', 'error', path, { text, found: 'nothing' }, 'key');
  else desk.assumed.push({ id, text, path: writtenPath(desk.written, path) });
}

/** A name looked up among the known; complains with the nearest names. */
export function known<T>(
  desk: Desk,
  code: string,
  path: Path,
  name: string,
  found: T | undefined,
  names: readonly string[],
  at: 'value' | 'key' = 'value',
): T | null {
  if (found !== undefined) return found;
  complain(
    desk,
    code,
    'error',
    path,
    { found: name, near: nearest(name, names), expected: listed(names) },
    at,
  );
  return null;
}

/** A figure of the park file in canonical units; null (and an issue) when it cannot be read. */
export function figure(
  desk: Desk,
  path: Path,
  written: Figure,
  wants: Wants,
  bounds?: Bounds,
): Sourced | null {
  const amount = amountOf(desk, path, written, wants, bounds);
  if (amount === null) return null;
  const isLong = typeof written === 'object';
  const range =
    isLong && written.range !== undefined
      ? rangeOf(desk, [...path, 'range'], written.range, amount, wants)
      : undefined;
  return {
    value: amount.value,
    unit: amount.unit,
    ...(range === undefined ? {} : { range }),
    source: isLong ? written.source : `park file ${desk.file}`,
    // A named source has been read by somebody; a bare figure in a park file is the word of its author.
    grade: isLong ? (written.grade ?? 'published') : 'judgement',
    ...(isLong && written.year !== undefined ? { year: written.year } : {}),
    ...(isLong && written.note !== undefined ? { note: written.note } : {}),
  };
}

/** As `figure`, without the provenance. */
export function amountOf(
  desk: Desk,
  path: Path,
  written: Figure,
  wants: Wants,
  bounds?: Bounds,
): Amount | null {
  const [text, at] = typeof written === 'object' ? [written.value, [...path, 'value']] : [written, path];
  const read = readAmount(text, wants.units, wants.bare, desk.money);
  if (!read.ok) {
    const place = placeOf(desk, at);
    desk.issues.push(
      unitIssue(
        { ...read.fault, ...(read.fault.code === 'unit-dimension' ? { found: String(text) } : {}) },
        place,
        writtenPath(desk.written, at),
      ),
    );
    return null;
  }
  const amount = read.value;
  if (amount.bare && wants.bare !== '1' && wants.bare !== '') {
    const unit = wants.bare.replace('USD', desk.money.to.currency);
    complain(desk, 'bare-number', 'note', at, { unit });
  }
  if (bounds !== undefined && (amount.value < bounds.low || amount.value > bounds.high)) {
    complain(desk, 'out-of-bounds', 'error', at, {
      expected: showBounds(bounds, amount),
      reason: bounds.why,
      near: percentMeant(bounds, amount),
    });
    return null;
  }
  if (bounds !== UNBOUNDED && tooLarge(desk, at, amount.value, amount.unit)) return null;
  return amount;
}

/** In canonical units; the largest works of mankind lie below 1e11 of any of them. */
const LARGEST = 1e12;

/** Complains of a size, output or cost beyond any sense. */
export function tooLarge(desk: Desk, path: Path, value: number, unit: string): boolean {
  if (Math.abs(value) <= LARGEST) return false;
  complain(desk, 'too-large', 'error', path, { value: `${value.toExponential(2)} ${unit}`.trim() });
  return true;
}

/** A bare number that is no share but would be one in percent: `8` for `8 %`. */
function percentMeant({ high }: Bounds, amount: Amount): string | undefined {
  const slip = amount.bare && amount.unit === '1' && high === 1 && amount.value > 1 && amount.value <= 100;
  return slip ? `${amount.value} %` : undefined;
}

function rangeOf(
  desk: Desk,
  path: Path,
  text: string,
  amount: Amount,
  wants: Wants,
): readonly [number, number] | undefined {
  const read = readAmountRange(text, wants.units, wants.bare, desk.money);
  if (!read.ok) {
    desk.issues.push(unitIssue(read.fault, placeOf(desk, path), writtenPath(desk.written, path)));
    return undefined;
  }
  const { low, high } = read.value;
  if (amount.value < low.value || amount.value > high.value) {
    complain(desk, 'outside-own-range', 'warning', path, {
      found: text,
      expected: `a range around ${amount.value}`,
    });
  }
  return [low.value, high.value];
}

/** A bound in the user's own unit: `92 .. 96 %`. */
export function showBounds({ low, high }: { low: number; high: number }, amount: Amount): string {
  const unit = amount.bare ? '' : amount.writtenUnit;
  const show = (value: number) =>
    Number.isFinite(value) ? String(Number((value / amount.perWritten).toPrecision(6))) : 'no limit';
  const space = unit === '' ? '' : ` ${unit}`;
  if (!Number.isFinite(high)) return `at least ${show(low)}${space}`;
  if (!Number.isFinite(low)) return `at most ${show(high)}${space}`;
  return `${show(low)} .. ${show(high)}${space}`;
}

/** A library value in canonical units and the park's money. */
export function libraryFigure(desk: Desk, path: Path, value: LibraryValue, wants: Wants): Sourced | null {
  const read = readAmount(value.value, wants.units, wants.bare, desk.money);
  if (!read.ok) {
    complain(
      desk,
      'library-figure',
      'error',
      path,
      { found: value.value, expected: wants.units.join(' or '), code: read.fault.code },
      'key',
    );
    return null;
  }
  const { value: amount, unit } = read.value;
  const range =
    value.range === undefined ? null : readAmountRange(value.range, wants.units, wants.bare, desk.money);
  return {
    value: amount,
    unit,
    ...(range?.ok ? { range: [range.value.low.value, range.value.high.value] as const } : {}),
    source: value.source,
    grade: value.grade,
    ...(value.year === undefined ? {} : { year: value.year }),
    ...(value.note === undefined ? {} : { note: value.note }),
  };
}

/** What the park says, else what the library says; an override outside the library's range is worth a warning. */
export function pick(
  desk: Desk,
  path: Path,
  written: Figure | undefined,
  value: LibraryValue | undefined,
  wants: Wants,
  bounds?: Bounds,
): Sourced | null {
  const usual = value === undefined ? null : libraryFigure(desk, path, value, wants);
  if (written === undefined) return usual;
  const own = figure(desk, path, written, wants, bounds);
  if (own === null || usual?.range === undefined || own.unit !== usual.unit) return own;
  const [low, high] = usual.range;
  // A value with a source of its own has been vouched for.
  if (typeof written !== 'object' && (own.value < low || own.value > high)) {
    const amount = readAmount(written, wants.units, wants.bare, desk.money);
    const expected = amount.ok ? showBounds({ low, high }, amount.value) : '';
    complain(desk, 'outside-usual', 'warning', path, { expected, source: usual.source });
  }
  return own;
}

/** A figure that needs no source because it is exact: nothing, all of it. */
export function exactly(value: number, unit: string, note: string): Sourced {
  return { value, unit, source: 'by definition', grade: 'standard', note };
}
