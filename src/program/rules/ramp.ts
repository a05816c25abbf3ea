/** How fast may a plant change? So much of its size in an hour. */
import { addEntry, addRows } from '../draft.ts';
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
        const opens = opensSegment(grid, period);
        const { steps, count } = grid.periods[period];
        const run = { kind: this.name, of: process.id, index, phase: p, period };
        for (const [part, sign] of [1, -1].entries()) {
          const row = addRows(draft, { ...run, part }, Number.NEGATIVE_INFINITY, 0);
          for (let at = 0; at < count; at++) {
            // Over an hour or more most plants can change fully; then there is nothing to say.
            if (opens[at] === 1 || perHour * steps[at] >= 1) continue;
            for (const activity of columns[p].activity[index]) {
              addEntry(draft, row + at, activity + at, sign);
              addEntry(draft, row + at, activity + at - 1, -sign);
            }
            addEntry(draft, row + at, columns[p].stands[process.capacity], -perHour * steps[at]);
          }
        }
      });
    });
  },
};
