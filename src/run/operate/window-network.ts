/**
 * What is asked of the park in one window of a year?
 * In: the year's network, what was done so far, what is expected of the hours to come. Out: the same network for those hours
 * alone: what is asked or allowed in a year is asked or allowed evenly, less what was done already.
 */
import type { Network, Process } from '../../network/network.ts';
import { windowGrid } from '../../units/window-grid.ts';

/** Units of each process so far, of what is made and of what was wanted. */
export interface Done {
  readonly made: Float64Array;
  readonly wanted: Float64Array;
}

const HOURS_PER_YEAR = 8760;

export function windowNetwork(
  year: Network,
  first: number,
  hours: number,
  done: Done,
  series: readonly Float64Array[],
): Network {
  const grid = windowGrid(year.phases[0].grid, first, hours);
  const until = first + hours;
  /** A rate per year → the same in the window, less what there was of it. */
  const due = (perYear: number, before: number): number =>
    Math.max(0, ((perYear * until) / HOURS_PER_YEAR - before) * (HOURS_PER_YEAR / hours));
  const inWindow = (process: Process, index: number): Process => {
    const { output, minPerYear, maxPerYear, yearShare, capacity } = process;
    const [made, wanted] = [done.made[index], done.wanted[index]];
    const size = capacity < 0 ? 0 : year.capacities[capacity].max;
    return {
      ...process,
      output: output === null ? null : due(output, wanted),
      minPerYear: minPerYear > 0 ? due(minPerYear, wanted) : minPerYear,
      maxPerYear: Number.isFinite(maxPerYear) ? due(maxPerYear, made) : maxPerYear,
      yearShare:
        yearShare === null || size === 0
          ? yearShare
          : Math.max(0, (yearShare * size * until - made) / (size * hours)),
    };
  };
  return {
    ...year,
    phases: [{ ...year.phases[0], grid }],
    processes: year.processes.map(inWindow),
    series: year.series.map((one, index) => ({ ...one, values: [series[index]] })),
  };
}
