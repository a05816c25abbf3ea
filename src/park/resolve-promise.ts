/**
 * What was promised and what was claimed?
 * In: `promises:` and `claims:`, the names (with units and periods) of the figures that the report knows. Out: targets by year, in the
 * figure's unit where it is known, else in the canonical unit of what was written.
 */
import { canonicalUnit } from '../units/unit.ts';
import type { Amount } from './amount.ts';
import { amountOf, complain, type Desk, keyPlaceOf, known, UNBOUNDED } from './desk.ts';
import { slug } from './name.ts';
import type { ParkClaim, ParkPhase, ParkPromise } from './park.ts';
import type { WrittenPark, WrittenPromise } from './schema.ts';
import type { Figure } from './sheet.ts';
import { type Path, pieceAt, typed } from './written.ts';

/** What a report can say: names, and units where known. Null: not told, so names are taken as they are. */
export interface Figures {
  readonly names: readonly string[] | null;
  readonly units: Readonly<Record<string, string>>;
  /** By what each can be counted: year, month, hour. */
  readonly periods: Readonly<Record<string, readonly string[]>>;
}

export function claimsOf(desk: Desk, written: WrittenPark['claims'], figures: Figures): ParkClaim[] {
  const ids = new Set<string>();
  return (written ?? []).flatMap((claim, at) => {
    const path = ['claims', at];
    const kpi = figureNamed(desk, [...path, 'claim'], claim.claim, figures);
    const amount = targetOf(desk, [...path, 'is'], claim.is, kpi, figures);
    if (kpi === null || amount === null) return [];
    return [
      {
        id: fresh(ids, kpi),
        claim: claim.claim,
        kpi,
        value: amount.value,
        unit: amount.unit,
        by: claim.by ?? null,
        written: typed(pieceAt(desk.written, [...path, 'is'])),
        ...keyPlaceOf(desk, path),
      },
    ];
  });
}

export function promisesOf(
  desk: Desk,
  written: WrittenPark['promises'],
  phases: readonly ParkPhase[],
  figures: Figures,
): ParkPromise[] {
  const ids = new Set<string>();
  return (written ?? []).flatMap((promise, at) => {
    const read = promiseOf(desk, ['promises', at], promise, phases, figures);
    return read === null ? [] : [{ ...read, id: fresh(ids, read.kpi) }];
  });
}

/** `permanent-jobs`, then `permanent-jobs-2`. */
function fresh(ids: Set<string>, name: string): string {
  let id = name;
  for (let count = 2; ids.has(id); count += 1) id = `${name}-${count}`;
  ids.add(id);
  return id;
}

function figureNamed(desk: Desk, path: Path, name: string, { names }: Figures): string | null {
  const id = slug(name);
  if (names === null) return id;
  const found = known(
    desk,
    'unknown-figure',
    path,
    name,
    names.find((each) => slug(each) === id),
    names,
  );
  return found === null ? null : slug(found);
}

const isShareName = (kpi: string) => /(^|-)share(-|$)/.test(kpi);

/** In the figure's unit; a share above the whole is a slip of the pen. */
function targetOf(
  desk: Desk,
  path: Path,
  written: Figure,
  kpi: string | null,
  { units }: Figures,
): Amount | null {
  const unit = (kpi === null ? undefined : units[kpi]) ?? unitOf(written);
  // A bare number is a share there as everywhere: 0.8 is 80 %.
  const bare = unit === '%' ? '1' : unit;
  const amount = amountOf(desk, path, written, { units: [unit], bare }, UNBOUNDED);
  if (amount === null) return null;
  const isShare = unit === '%' || ((unit === '1' || unit === '') && kpi !== null && isShareName(kpi));
  if (isShare && amount.value > (unit === '%' ? 100 : 1)) {
    complain(desk, 'share-above-whole', 'error', path, { expected: 'at most 100 %' });
    return null;
  }
  return amount;
}

function unitOf(written: Figure): string {
  const text = String(typeof written === 'object' ? written.value : written);
  const unit = text.replace(/^[\s+−-]*[\d.,\s_']+([eE][+-]?\d+)?\s*/u, '');
  if (unit === '') return '1';
  return canonicalUnit(unit) ?? unit;
}

function promiseOf(
  desk: Desk,
  path: Path,
  written: WrittenPromise,
  phases: readonly ParkPhase[],
  figures: Figures,
): ParkPromise | null {
  const kpi = figureNamed(desk, [...path, 'promise'], written.promise, figures);
  const { 'at least': least, 'at most': most } = written;
  if (least === undefined && most === undefined) {
    complain(desk, 'promise-without-target', 'error', path, { found: written.promise }, 'key');
    return null;
  }
  if (least !== undefined && most !== undefined) {
    complain(desk, 'promise-two-targets', 'error', [...path, 'at most'], {}, 'key');
    return null;
  }
  if (written.from !== undefined && written.by !== undefined) {
    complain(desk, 'from-and-by', 'error', [...path, 'by'], {}, 'key');
    return null;
  }
  const sense = least === undefined ? 'at most' : 'at least';
  const at = [...path, sense];
  const first = phases[0].from;
  const yearKey = written.by === undefined ? 'from' : 'by';
  const year = written.by ?? written.from ?? first;
  if (year < first) {
    complain(desk, 'year-before-phase', 'error', [...path, yearKey], { expected: String(first) });
    return null;
  }
  const countedBy = written['counted by'] ?? 'year';
  const periods = kpi === null ? undefined : figures.periods[kpi];
  if (written.bind === true && periods?.length === 0) {
    complain(desk, 'cannot-bind', 'error', [...path, 'bind'], { found: written.promise }, 'key');
    return null;
  }
  if (written.bind === true && periods !== undefined && !periods.includes(countedBy)) {
    const expected = periods.join(', ');
    complain(desk, 'counted-otherwise', 'error', [...path, 'counted by'], {
      found: written.promise,
      expected,
    });
    return null;
  }
  const given = (least ?? most) as Figure | Record<string, Figure>;
  const stepped = typeof given === 'object' && !('value' in given);
  const steps: [Path, number, Figure][] = stepped
    ? Object.entries(given as Record<string, Figure>).map(([step, target]) => [
        [...at, step],
        Number(step),
        target,
      ])
    : [[at, year, given as Figure]];
  if (stepped && (written.from !== undefined || written.by !== undefined)) {
    complain(desk, 'year-and-steps', 'error', [...path, yearKey], {}, 'key');
    return null;
  }
  const targets = steps.flatMap(([step, when, target]) => {
    if (when < first) {
      complain(
        desk,
        'year-before-phase',
        'error',
        step,
        { found: String(when), expected: String(first) },
        'key',
      );
      return [];
    }
    const amount = targetOf(desk, step, target, kpi, figures);
    return amount === null ? [] : [{ year: when, value: amount.value, unit: amount.unit }];
  });
  if (targets.length === 0 && steps.length === 0)
    complain(desk, 'promise-without-target', 'error', at, { found: written.promise }, 'key');
  if (kpi === null || targets.length < steps.length || targets.length === 0) return null;
  return {
    id: kpi,
    promise: written.promise,
    kpi,
    sense,
    targets: targets
      .map(({ year: when, value }) => ({ year: when, value }))
      .sort((one, other) => one.year - other.year),
    unit: targets[0].unit,
    countedBy,
    bind: written.bind ?? false,
    to: written.to ?? null,
    in: written.in ?? [],
    written: `${sense} ${stepped ? steps.map(([, when, target]) => `${when}: ${shown(target)}`).join(', ') : shown(given as Figure)}`,
    ...keyPlaceOf(desk, path),
  };
}

const shown = (target: Figure): string => String(typeof target === 'object' ? target.value : target);
