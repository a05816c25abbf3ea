/**
 * What could one unit of a size earn where none stands? In: a solved program and a size. Out: how one unit would run at the
 * marginal prices, hour by hour: each slice where it earns, never below the minimum load, the best hours first where the
 * year's availability has a limit. How fast it may change is left out.
 *
 * Where nothing stands the program's own prices of hours say too much: any split of them that is high enough will do.
 */

import type { Process } from '../network/network.ts';
import { slicesOf } from '../network/slices.ts';
import { familyOf } from '../program/names.ts';
import { paidFor, perYear, type Solved, type Used } from './size-account.ts';

interface Chance {
  readonly column: number;
  /** What one unit of the size allows. */
  readonly width: number;
  /** Money a year per unit of the column. */
  readonly earns: number;
  readonly hours: number;
  readonly position: number;
}

/** Slices of all hours of one process, by what one unit of its size allows; of the feeds of a slice the one that earns most. */
function chancesOf(solved: Solved, process: number, phase: number, stands: number): Chance[] {
  const { network, program } = solved;
  const { period } = network.processes[process];
  const { hours } = network.phases[phase].grid.periods[period];
  const slices = slicesOf(network.processes[process]);
  const firsts = program.columnFamilies.filter(
    (family) => family.kind === 'activity' && family.index === process && family.phase === phase,
  );
  const chances: Chance[] = [];
  for (let k = program.starts[stands]; k < program.starts[stands + 1]; k++) {
    const row = program.indices[k];
    const family = familyOf(program.rowFamilies, row);
    if (family?.kind !== 'activity-within-capacity' || family.index !== process) continue;
    const position = row - family.first;
    const ways = slices[family.part].parts.map((part) => {
      const column = firsts[part].first + position;
      const earns = (paidFor(solved, column) - program.cost[column]) * perYear(solved, phase);
      return { column, earns };
    });
    const best = ways.reduce((most, way) => (way.earns > most.earns ? way : most));
    chances.push({ ...best, width: -program.values[k], hours: hours[position], position });
  }
  return chances;
}

/**
 * Fills each hour with its best slices: what earns, and what the minimum load asks for; where the weather says how much can
 * be done, the minimum load is a share of that.
 */
function filled(
  chances: readonly Chance[],
  least: number,
  ofWeather: boolean,
): (Chance & { readonly taken: number })[] {
  const byHour = new Map<number, Chance[]>();
  for (const chance of chances) {
    const slices = byHour.get(chance.position);
    if (slices === undefined) byHour.set(chance.position, [chance]);
    else slices.push(chance);
  }
  return [...byHour.values()].flatMap((slices) => {
    let must = ofWeather ? least * slices.reduce((sum, { width }) => sum + width, 0) : least;
    return slices
      .toSorted((a, b) => b.earns - a.earns)
      .map((slice) => {
        const taken = slice.earns > 0 ? slice.width : Math.min(slice.width, Math.max(0, must));
        must -= taken;
        return { ...slice, taken };
      });
  });
}

/** How one unit of the size would run; `process`: all of them hang on that size. */
export function bestUse(
  solved: Solved,
  processes: readonly number[],
  phase: number,
  stands: number,
  cost: string,
): Used[] {
  const { network } = solved;
  return processes.flatMap((index) => {
    const { yearShare, minimumShare, profile }: Process = network.processes[index];
    const runs = filled(chancesOf(solved, index, phase, stands), minimumShare, profile >= 0);
    let left =
      yearShare === null ? Number.POSITIVE_INFINITY : yearShare * network.phases[phase].grid.hoursPerYear;
    return runs
      .toSorted((a, b) => b.earns / b.hours - a.earns / a.hours)
      .map(({ column, taken, hours }) => {
        const x = Math.min(taken, Math.max(0, left / hours));
        left -= x * hours;
        return { column, x, cost };
      });
  });
}
