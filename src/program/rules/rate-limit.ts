/** How much may pass in an hour when the limit is not a size? A connection's agreed power, for a process of several slices. */
import { addEntries, addRows } from '../draft.ts';
import { each } from '../entries.ts';
import type { Rule } from '../rule.ts';

export const rateLimit: Rule = {
  name: 'rate-limit',
  formula: 'Σ slices activity(slice, t) ≤ highest rate   (one slice: a bound of its column)',
  keys: ['buy: max', 'sell: max'],
  blocks: '{of} would have to pass more than its highest rate {when}',
  rows({ draft, columns }) {
    const { network } = draft;
    network.phases.forEach(({ grid }, p) => {
      network.processes.forEach((process, index) => {
        if (process.maxRate === Number.POSITIVE_INFINITY || process.segments.length === 1) return;
        const row = addRows(
          draft,
          { kind: this.name, of: process.id, index, phase: p, period: process.period },
          Number.NEGATIVE_INFINITY,
          process.maxRate,
        );
        const { count } = grid.periods[process.period];
        for (const activity of columns[p].activity[index])
          addEntries(draft, count, each(row), each(activity), 1);
      });
    });
  },
};
