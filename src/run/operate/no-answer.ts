/**
 * A window that nothing can satisfy, in words of the plant. In: which hours, and what contradicts in them. Out: a paragraph: which
 * year and hours, what cannot hold there, what is not the reason, what to do.
 */

import { hourLabel } from '../../units/calendar.ts';
import { count } from '../../units/number.ts';
import type { TimeGrid } from '../../units/time-grid.ts';
import type { NoAnswer } from './operate-year.ts';

export interface Asked {
  readonly seed: number;
  /** Of the weather year. */
  readonly grid: TimeGrid;
  /** Do things fail in it? */
  readonly outages: boolean;
  /** Does the plan hold something back for an outage? */
  readonly holdsBack: boolean;
}

const remedies = (outages: boolean): string =>
  [
    'Give what is named more room in the park file (a larger `capacity:` or `max:`, an outlet for what is too much) and plan again',
    ...(outages ? ['see with `--no-outages` whether an outage is the reason'] : []),
    'run another year with `--first-seed`',
  ].join(', or ');

/** What is told of a year that has a window without an answer. */
export function noAnswerText({ seed, grid, outages, holdsBack }: Asked, found: NoAnswer): string {
  const { first, hours, status, message, conflict } = found;
  const label = (step: number): string => hourLabel(grid, step);
  const when = `from ${label(first)} to ${label(first + hours - 1)} (${count(hours, 'hour')})`;
  if (status !== 'infeasible')
    return `The weather year of seed ${seed} was not run to its end: it stopped in the hours ${when}. ${message}`;
  const lacking = outages ? 'its weather and what is out of order then' : 'its weather';
  return [
    `The sizes of the plan cannot be run through the weather year of seed ${seed} ${when} with ${lacking}, not even with loads left unserved.`,
    conflict.length === 0
      ? 'What contradicts there could not be told apart.'
      : `What cannot hold there: ${conflict.join('; ')}.`,
    ...(holdsBack
      ? [
          'No security of supply is asked for here: what `firm power` and `never below` hold back may be used.',
        ]
      : []),
    `${remedies(outages)}.`,
  ].join(' ');
}
