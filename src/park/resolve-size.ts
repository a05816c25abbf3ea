/**
 * How large may it be?
 * In: `capacity:` (a size, a range, whole units, a duration, or nothing) and `existing:`. Out: one size choice in canonical
 * units.
 */
import type { z } from 'zod';
import { readDurationOf } from '../units/unit.ts';
import { amountOf, complain, type Desk, known, NOT_NEGATIVE, tooLarge } from './desk.ts';
import { slug } from './name.ts';
import type { SizeChoice } from './park.ts';
import type { RANGE_OF_SIZE } from './schema-plant.ts';
import type { Figure } from './sheet.ts';
import { unitCounts } from './unit-counts.ts';
import type { Wants } from './wants.ts';
import { type Path, pieceAt, typed } from './written.ts';

export type WrittenSize = string | number | z.infer<typeof RANGE_OF_SIZE.shape>;

const FREE = Number.POSITIVE_INFINITY;
const COUNT: Wants = { units: ['1'], bare: '1' };

/**
 * `path` leads to the thing; its keys `capacity` (or another in `key`) and `existing` are read. `durations`: a text such as
 * `30 d of smelter` is a size.
 */
export function sizeOf(
  desk: Desk,
  path: Path,
  written: WrittenSize | undefined,
  existingWritten: Figure | undefined,
  wants: Wants,
  { key = 'capacity', durations = false } = {},
): SizeChoice | null {
  const at = [...path, key];
  const existing =
    existingWritten === undefined
      ? 0
      : amountOf(desk, [...path, 'existing'], existingWritten, wants, NOT_NEGATIVE)?.value;
  if (existing === undefined) return null;
  const size =
    written === undefined ? free(existing) : choiceOf(desk, at, written, existing, wants, durations);
  if (size === null) return null;
  if (existing > size.max * (1 + 1e-9)) {
    const expected = typed(pieceAt(desk.written, at));
    complain(desk, 'existing-above-capacity', 'error', [...path, 'existing'], { expected });
    return null;
  }
  return size;
}

const free = (existing: number): SizeChoice => ({
  min: existing,
  max: FREE,
  existing,
  written: 'free',
  fixed: false,
});

function choiceOf(
  desk: Desk,
  at: Path,
  written: WrittenSize,
  existing: number,
  wants: Wants,
  durations: boolean,
): SizeChoice | null {
  if (typeof written !== 'object') {
    if (durations && typeof written === 'string' && / of /.test(written))
      return durationOf(desk, at, written, existing);
    const amount = amountOf(desk, at, written, wants, NOT_NEGATIVE);
    if (amount === null) return null;
    return { min: amount.value, max: amount.value, existing, written: String(written), fixed: true };
  }
  const { min: minWritten, max: maxWritten, 'units of': unitWritten } = written;
  const unit =
    unitWritten === undefined
      ? undefined
      : amountOf(desk, [...at, 'units of'], unitWritten, wants, NOT_NEGATIVE)?.value;
  if (unitWritten !== undefined && unit === undefined) return null;
  if (unit === 0) {
    complain(desk, 'out-of-bounds', 'error', [...at, 'units of'], {
      expected: 'more than 0',
      reason: 'Nothing can be built of units without size.',
    });
    return null;
  }
  const end = (key: 'min' | 'max', end: Figure | undefined): number | null => {
    if (end === undefined) return key === 'min' ? 0 : FREE;
    if (unit !== undefined && isCount(end)) {
      const count = amountOf(desk, [...at, key], end, COUNT, NOT_NEGATIVE);
      if (count === null || tooLarge(desk, [...at, key], count.value * unit, wants.units[0])) return null;
      if (!Number.isInteger(count.value)) {
        complain(desk, 'part-of-a-unit', 'error', [...at, key]);
        return null;
      }
      return count.value * unit;
    }
    return amountOf(desk, [...at, key], end, wants, NOT_NEGATIVE)?.value ?? null;
  };
  const min = end('min', minWritten);
  const max = end('max', maxWritten);
  if (min === null || max === null) return null;
  if (min > max) {
    complain(desk, 'crossed-bounds', 'error', [...at, 'min'], {
      max: typed(pieceAt(desk.written, [...at, 'max'])),
    });
    return null;
  }
  const show = (key: string) => typed(pieceAt(desk.written, [...at, key]));
  const text = [
    unit === undefined ? '' : `units of ${show('units of')}`,
    minWritten === undefined ? '' : `at least ${show('min')}`,
    maxWritten === undefined ? '' : `at most ${show('max')}`,
  ].filter((part) => part !== '');
  const size = {
    min: Math.max(min, Math.min(existing, max)),
    max,
    existing,
    written: text.length === 0 ? 'free' : text.join(', '),
    fixed: min === max,
  };
  return unit === undefined ? size : inUnits(desk, at, size, unit);
}

/** `max: 4` beside `units of:` counts units; `max: 1 Mt/a` is a size. */
const isCount = (end: Figure): boolean => {
  const bare = typeof end === 'object' ? end.value : end;
  return typeof bare === 'number' || /^\s*\d+(\.\d+)?\s*$/.test(bare);
};

/** The limits drawn in to whole units: `max: 900 kt/a` in units of 250 kt/a is three of them, 750 kt/a. */
function inUnits(desk: Desk, at: Path, size: SizeChoice, unit: number): SizeChoice | null {
  const { existing, max, written } = size;
  // More standing than is allowed is told by the caller.
  if (existing > max) return { ...size, unit };
  const { least, most } = unitCounts({ ...size, unit });
  if (least > most || (most === 0 && max > existing)) {
    complain(desk, 'no-unit-fits', 'error', [...at, 'units of'], { expected: written });
    return null;
  }
  const end = (count: number): number => existing + count * unit;
  return { ...size, min: end(least), max: end(most), unit, fixed: least === most };
}

function durationOf(desk: Desk, at: Path, written: string, existing: number): SizeChoice | null {
  const read = readDurationOf(written);
  if (!read.ok) {
    complain(desk, read.fault.code, 'error', at, { ...read.fault });
    return null;
  }
  const { hours, of } = read.value;
  if (tooLarge(desk, at, hours, 'h')) return null;
  const plant =
    desk.names.plants.find((name) => name === of) ??
    desk.names.plants.find((name) => slug(name) === slug(of));
  const found = known(desk, 'unknown-plant-name', at, of, plant, desk.names.plants);
  if (found === null) return null;
  return { min: existing, max: FREE, hoursOf: { hours, plant: found }, existing, written, fixed: true };
}
