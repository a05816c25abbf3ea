/**
 * Which turbine does the user's own power curve describe?
 * In: the name and text of a file with wind speeds and powers at 1.225 kg/m3. Out: a turbine; or every fault of the file.
 */
import type { Issue, Place } from '../park/issue.ts';
import { issue } from '../park/sentences/catalogue.ts';
import type { Turbine } from '../plants/turbine-table.ts';
import { readTable, type Table } from './table-text.ts';

/** kW; below and above it the powers of one turbine of a wind farm are in another unit. */
const SIZES = [50, 30_000] as const;
const SPEEDS = [0, 60] as const;
/** Units of speed that are not m/s. */
const OTHER_SPEEDS = /km|kph|mph|mi\/h|knot|\bkn\b|\bkt\b|ft/i;
/** m/s, below which nothing turns. */
const CALM = 1.5;
/** A fall or rise by less than this share of the greatest power is rounding. */
const LEVEL = 0.01;
/** Points with power that a curve needs. */
const LEAST_POINTS = 5;
/** m, where the park says nothing of the hub. */
const USUAL_HUB = 115;

/** @param place where the park names the file. */
export function readPowerCurve(
  file: string,
  text: string | null,
  place: Place,
  path: string,
): { readonly turbine: Turbine | null; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const fail = (code: string, particulars: Record<string, string> = {}) => {
    issues.push(issue(code, 'error', place, { path, file, ...particulars }));
    return { turbine: null, issues };
  };
  if (text === null) return fail('power-curve-missing');
  const table = readTable(text);
  if (typeof table === 'string') return fail('power-curve-no-table', { found: table });
  const [speedAt, powerAt] = [/wind|speed|\bv\b/i, /power|\bp\b/i].map((name) =>
    table.header.findIndex((title) => name.test(title)),
  );
  if (speedAt < 0 || powerAt < 0 || speedAt === powerAt)
    return fail('power-curve-no-table', { found: table.header.slice(0, 12).join(', ') });

  const speedTitle = table.header[speedAt];
  if (OTHER_SPEEDS.test(speedTitle)) return fail('power-curve-speed-unit', { found: speedTitle });

  const points = table.rows.map(({ line, cells }) => ({
    line,
    speed: numberOf(table, cells[speedAt]),
    power: numberOf(table, cells[powerAt]),
    cells,
  }));
  for (const { line, speed, power, cells } of points) {
    const at = { line: String(line) };
    if (!(speed >= SPEEDS[0] && speed <= SPEEDS[1]))
      fail('power-curve-value', {
        ...at,
        column: 'wind speed',
        found: cells[speedAt] ?? 'nothing',
        expected: `m/s, ${SPEEDS.join(' to ')}`,
      });
    if (!Number.isFinite(power))
      fail('power-curve-value', {
        ...at,
        column: 'power',
        found: cells[powerAt] ?? 'nothing',
        expected: 'kW',
      });
  }
  points.slice(1).forEach(({ line, speed }, before) => {
    const last = points[before].speed;
    if (speed <= last)
      fail('power-curve-order', { line: String(line), found: String(speed), expected: String(last) });
  });
  if (issues.length > 0) return { turbine: null, issues };
  const producing = points.filter(({ power }) => power > 0);
  if (producing.length < LEAST_POINTS) return fail('power-curve-short', { found: String(producing.length) });
  const rated = Math.max(...producing.map(({ power }) => power));
  if (rated < SIZES[0] || rated > SIZES[1])
    return fail('power-curve-unit', { found: String(rated), expected: SIZES.join(' and ') });

  if (producing[0].speed < CALM)
    return fail('power-curve-calm', {
      found: String(producing[0].power),
      expected: String(producing[0].speed),
    });
  /** The most power at this point or a later one. */
  const later = points.map(({ power }) => power);
  for (let at = points.length - 2; at >= 0; at--) later[at] = Math.max(later[at], later[at + 1]);
  const dip = points.findIndex(
    ({ power }, at) =>
      at > 0 && power < points[at - 1].power - LEVEL * rated && later[at] > power + LEVEL * rated,
  );
  if (dip >= 0)
    return fail('power-curve-dips', { line: String(points[dip].line), found: String(points[dip].power) });

  // From the last point without power to the last one with it: what follows is the standstill of a storm.
  const first = Math.max(0, points.indexOf(producing[0]) - 1);
  const last = points.indexOf(producing[producing.length - 1]);
  const kept = points.slice(first, last + 1);
  return {
    turbine: {
      title: file,
      rated,
      hub: USUAL_HUB,
      cutOut: kept[kept.length - 1].speed,
      speeds: kept.map(({ speed }) => speed),
      // What a turbine at standstill takes is no negative output.
      power: kept.map(({ power }) => Math.max(0, power)),
    },
    issues,
  };
}

function numberOf({ decimal }: Table, cell: string | undefined): number {
  return cell === undefined || cell === '' ? Number.NaN : Number(cell.replace(decimal, '.'));
}
