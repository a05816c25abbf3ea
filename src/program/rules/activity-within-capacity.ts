/** How much can a plant do in an hour? Its slices of capacity, times what the weather gives. */
import { addEntries, addRows } from '../draft.ts';
import { each, only } from '../entries.ts';
import type { Rule } from '../rule.ts';

export const activityWithinCapacity: Rule = {
  name: 'activity-within-capacity',
  formula: 'activity(slice, t) ≤ share(slice) × availability profile(t) × capacity',
  keys: ['capacity', 'with: power window', 'weather'],
  blocks: '{of} would have to run above its size {when}',
  rows({ draft, columns }) {
    const { network } = draft;
    network.phases.forEach(({ grid }, p) => {
      network.processes.forEach((process, index) => {
        if (process.capacity < 0) return;
        const periods = grid.periods[process.period];
        const profile = process.profile < 0 ? null : network.series[process.profile].values[p];
        const capacity = columns[p].stands[process.capacity];
        process.segments.forEach((segment, part) => {
          const activity = columns[p].activity[index][part];
          const row = addRows(
            draft,
            { kind: this.name, of: process.id, index, part, phase: p, period: process.period },
            Number.NEGATIVE_INFINITY,
            0,
          );
          addEntries(draft, periods.count, each(row), each(activity), 1);
          const share =
            profile === null
              ? -segment.share
              : (at: number) => -segment.share * least(profile, periods.first[at], periods.steps[at]);
          addEntries(draft, periods.count, each(row), only(capacity), share);
        });
      });
    });
  },
};

/** A rate that is constant over a period must do in its poorest hour. */
function least(values: Float64Array, first: number, count: number): number {
  let found = values[first];
  for (let step = first + 1; step < first + count; step++) found = Math.min(found, values[step]);
  return found;
}
