/** How much can a plant do in an hour? Its slices of capacity, times what the weather gives; feeds share a slice. */
import { slicesOf } from '../../network/slices.ts';
import { addEntries, addRows } from '../draft.ts';
import { each, only } from '../entries.ts';
import type { Rule } from '../rule.ts';
import { weatherLimit } from '../weather-limit.ts';

export const activityWithinCapacity: Rule = {
  name: 'activity-within-capacity',
  formula: 'Σ feeds activity(slice, feed, t) ≤ share(slice) × availability profile(t) × capacity',
  keys: ['capacity', 'with: power window', 'weather', 'feeds'],
  blocks: '{of} would have to run above its size {when}',
  rows({ draft, columns }) {
    const { network } = draft;
    network.phases.forEach(({ grid }, p) => {
      network.processes.forEach((process, index) => {
        if (process.capacity < 0) return;
        const { count } = grid.periods[process.period];
        const limit = weatherLimit(network, process, p);
        const capacity = columns[p].stands[process.capacity];
        slicesOf(process).forEach(({ share, parts }, part) => {
          const row = addRows(
            draft,
            { kind: this.name, of: process.id, index, part, phase: p, period: process.period },
            Number.NEGATIVE_INFINITY,
            0,
          );
          for (const alternative of parts)
            addEntries(draft, count, each(row), each(columns[p].activity[index][alternative]), 1);
          addEntries(draft, count, each(row), only(capacity), (at) => -share * limit(at));
        });
      });
    });
  },
};
