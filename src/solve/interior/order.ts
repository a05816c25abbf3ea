/**
 * In which order are rows and columns eliminated?
 * In: the program with its time labels, and what presolve kept of it. Out: nodes in order; node = column number, or
 * columns + row number.
 *
 * Time goes first: the inequality rows of an hour, its columns, its balances; then the next hour. What lives a day, a week
 * or a month is eliminated at its end; what lives throughout (sizes, yearly sums) comes last, as the border of an arrow.
 * A program without labels gets a minimum-degree order.
 */
import { type Family, LIFETIMES, type Lifetime, type Program } from '../../program/program.ts';
import type { Core } from './core.ts';
import { graphOf } from './graph.ts';
import { minimumDegree } from './minimum-degree.ts';

const HOURS: Readonly<Record<Lifetime, number>> = {
  hour: 1,
  day: 24,
  week: 168,
  month: 744,
  year: 0,
  horizon: 0,
};

/** Later than every hour. */
const BORDER = 1e12;

function endOf(families: readonly Family[], time: Int32Array): { end: Float64Array; rank: Uint8Array } {
  const end = new Float64Array(time.length);
  const rank = new Uint8Array(time.length);
  for (const family of families) {
    const life = LIFETIMES.indexOf(family.lifetime);
    for (let label = family.first; label < family.first + family.count; label++) {
      end[label] =
        time[label] < 0 || HOURS[family.lifetime] === 0 ? BORDER : time[label] + HOURS[family.lifetime] - 1;
      rank[label] = life;
    }
  }
  return { end, rank };
}

export function eliminationOrder(
  program: Program,
  core: Core,
  columnOf: Int32Array,
  rowOf: Int32Array,
): Int32Array {
  const { columnTime, rowTime } = program;
  if (columnTime === null || rowTime === null) return minimumDegree(graphOf(core));
  const columns = endOf(program.columnFamilies, columnTime);
  const rows = endOf(program.rowFamilies, rowTime);
  const key = new Float64Array(core.columns + core.rows);
  // Within one end: shorter lives first, then inequality rows, columns, equality rows.
  for (let at = 0; at < core.columns; at++) {
    const column = columnOf[at];
    key[at] = columns.end[column] * 32 + columns.rank[column] * 4 + 1;
  }
  for (let at = 0; at < core.rows; at++) {
    const row = rowOf[at];
    const kind = core.rowLower[at] === core.rowUpper[at] ? 2 : 0;
    key[core.columns + at] = rows.end[row] * 32 + rows.rank[row] * 4 + kind;
  }
  return Int32Array.from(key.keys()).sort((a, b) => key[a] - key[b] || a - b);
}
