/** How fast may a plant change? So much of its size in an hour. */
import { addEntries, addRows, type PerPeriod } from '../draft.ts';
import { each, only, type Places } from '../entries.ts';
import { opensSegment } from '../overlap.ts';
import type { Rule } from '../rule.ts';

export const ramp: Rule = {
  name: 'ramp',
  formula: '|activity(t) − activity(t−1)| ≤ ramp × hours × capacity   (within a run of hours)',
  keys: ['ramp'],
  blocks: '{of} would have to change faster than it can {when}',
  rows({ draft, columns }) {
    const { network } = draft;
    network.phases.forEach(({ grid }, p) => {
      network.processes.forEach((process, index) => {
        if (process.capacity < 0 || process.ramp === null) return;
        const { period, ramp: perHour } = process;
        // Who can change fully within the shortest period has no ramp to keep.
        if (perHour * grid.periods[period].steps.reduce((least, each) => Math.min(least, each)) >= 1) return;
        const opens = opensSegment(grid, period);
        const { steps, count } = grid.periods[period];
        const run = { kind: this.name, of: process.id, index, phase: p, period };
        for (const [part, sign] of [1, -1].entries()) {
          const row = addRows(draft, { ...run, part }, Number.NEGATIVE_INFINITY, 0);
          // Over an hour or more most plants can change fully; then there is nothing to say.
          const speaks = (at: number): number => (opens[at] === 1 || perHour * steps[at] >= 1 ? 0 : 1);
          const add = (column: Places, value: PerPeriod): void =>
            addEntries(draft, count, each(row), column, value);
          for (const activity of columns[p].activity[index]) {
            add(each(activity), (at) => sign * speaks(at));
            add(each(activity - 1), (at) => -sign * speaks(at));
          }
          add(only(columns[p].stands[process.capacity]), (at) => -perHour * steps[at] * speaks(at));
        }
      });
    });
  },
};
