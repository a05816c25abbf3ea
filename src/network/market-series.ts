/**
 * What do price, carbon and planned outages say in each hour that is planned?
 * In: a market or link with its tariff, columns and outages. Out: series of the network. Price and carbon are kept as their
 * mean over the year and the shape around it, so that tables of the year read one figure.
 */
import { type DayRange, daysWithin, isWithin } from '../park/hours.ts';
import type { Place } from '../park/issue.ts';
import type { ParkMarket } from '../park/park.ts';
import { issue } from '../park/sentences/catalogue.ts';
import { type LocalMoment, localMoment } from '../units/calendar.ts';
import type { Sourced } from '../units/grade.ts';
import type { TimeGrid } from '../units/time-grid.ts';
import { showNumber } from '../units/unit.ts';
import type { Draft } from './draft.ts';
import type { Process } from './network.ts';

const clocks = new WeakMap<TimeGrid, readonly LocalMoment[]>();

/** What the clock of the park says at each step. */
function clockOf(grid: TimeGrid): readonly LocalMoment[] {
  const known = clocks.get(grid);
  if (known !== undefined) return known;
  const made = Array.from({ length: grid.steps }, (_, step) => localMoment(grid, step));
  clocks.set(grid, made);
  return made;
}

interface Shaped {
  /** Mean over the hours of the first phase's year. */
  readonly mean: Sourced;
  /** What one unit of the series is worth; the mean, unless that is nothing. */
  readonly unit: number;
  /** Index of the series of hourly value ÷ `unit`; −1: the same in every hour. */
  readonly series: number;
}

/** The price, or the carbon, of a market through the hours. */
export function shapedBy(draft: Draft, market: ParkMarket, of: 'price' | 'carbon', id: string): Shaped {
  const base = market[of];
  const column = draft.marketHours[market.id]?.[of] ?? null;
  const lines = market.tariff.filter((line) => line[of] !== null);
  if (column === null && lines.length === 0) return { mean: base, unit: base.value, series: -1 };
  const values = draft.grids.map((grid) => {
    const clock = clockOf(grid);
    return Float64Array.from(clock, ({ hour, weekday, month }, step) => {
      const line = lines.findLast(({ hours, days, months }) => hours[hour] && days[weekday] && months[month]);
      return line?.[of]?.value ?? column?.[grid.sourceHour[step] % column.length] ?? base.value;
    });
  });
  const [{ weight, hoursPerYear }] = draft.grids;
  const mean = values[0].reduce((sum, value, step) => sum + value * weight[step], 0) / hoursPerYear;
  const [low, high] = [Math.min, Math.max].map((pick) => values[0].reduce((a, b) => pick(a, b)));
  const unit = Math.abs(mean) > 1e-9 * Math.max(Math.abs(low), Math.abs(high)) ? mean : 1;
  const said = `mean over the year; by the hour ${showNumber(low, 4)} to ${showNumber(high, 4)}`;
  const { range: _, ...rest } = base;
  const index = draft.series.push({
    id: `${id}/${of}`,
    title: `${of} of ${market.title} by the hour, over its mean`,
    unit: '1',
    values: values.map((each) => each.map((value) => value / unit)),
  });
  return {
    mean: { ...rest, value: mean, note: [said, base.note].filter(Boolean).join('; ') },
    unit,
    series: index - 1,
  };
}

export interface OutHours {
  /** h of the calendar year that are among the hours planned. */
  readonly planned: number;
  /** h of a year that these stand for in the plan. */
  readonly standFor: number;
}

/** How much of a planned outage do the hours of a plan hold? In: a grid, and whether something passes at each of its steps. */
export function outHoursIn({ sourceHour, hoursPerYear, weight }: TimeGrid, open: Float64Array): OutHours {
  const out = [...open.keys()].filter((step) => open[step] === 0);
  return {
    // An hour of several weather years, or of two weeks that overlap, is one of the calendar.
    planned: new Set(out.map((step) => sourceHour[step] % hoursPerYear)).size,
    standFor: out.reduce((sum, step) => sum + weight[step], 0),
  };
}

/** Do the hours planned hold all of so many hours, each for what it is? */
export const isOutAsStated = ({ planned, standFor }: OutHours, stated: number): boolean =>
  planned === stated && Math.abs(standFor - stated) < 0.5;

/** The series of hours in which something passes, and how many hours of a calendar year it is out. */
export function whenOut(
  draft: Draft,
  thing: Place & { readonly title: string; readonly out: readonly DayRange[] },
  id: string,
  path: string,
): Pick<Process, 'open' | 'outHours'> {
  if (thing.out.length === 0) return { open: -1, outHours: 0 };
  const openBut = (ranges: readonly DayRange[]): Float64Array[] =>
    draft.grids.map((grid) =>
      Float64Array.from(clockOf(grid), (moment) => (ranges.some((range) => isWithin(range, moment)) ? 0 : 1)),
    );
  const [grid] = draft.grids;
  const hoursOf = (ranges: readonly DayRange[]): number =>
    24 * daysWithin(ranges, grid.hoursPerYear === 8784);
  for (const range of thing.out) {
    const stated = hoursOf([range]);
    const held = outHoursIn(grid, openBut([range])[0]);
    if (isOutAsStated(held, stated)) continue;
    const told = {
      path: `${path}.out`,
      name: thing.title,
      found: range.written,
      stated: showNumber(stated, 4),
    };
    draft.issues.push(
      held.planned === 0
        ? issue('outage-unseen', 'warning', thing, told)
        : issue('outage-partly-seen', 'warning', thing, {
            ...told,
            planned: showNumber(held.planned, 4),
            weight: showNumber(held.standFor, 4),
          }),
    );
  }
  const series = draft.series.push({
    id: `${id}/open`,
    title: `hours in which ${thing.title} is not out`,
    unit: '1',
    values: openBut(thing.out),
  });
  return { open: series - 1, outHours: hoursOf(thing.out) };
}
