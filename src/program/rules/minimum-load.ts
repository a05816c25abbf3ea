/**
 * What must always run? A plant that stands keeps its minimum load: a linear program has no on and off. Where the weather
 * says how much a plant can do, its minimum load is a share of that.
 */
import { addEntries, addRows } from '../draft.ts';
import { each, only } from '../entries.ts';
import type { Rule } from '../rule.ts';
import { weatherLimit } from '../weather-limit.ts';

export const minimumLoad: Rule = {
  name: 'minimum-load',
  formula: 'Σ slices activity(slice, t) ≥ minimum share × availability profile(t) × capacity',
  keys: ['minimum load', 'with: power window', 'weather'],
  blocks: '{of} cannot keep its minimum load {when}',
  rows({ draft, columns }) {
    const { network } = draft;
    network.phases.forEach(({ grid }, p) => {
      network.processes.forEach((process, index) => {
        if (process.capacity < 0 || process.minimumShare <= 0) return;
        const row = addRows(
          draft,
          { kind: this.name, of: process.id, index, phase: p, period: process.period },
          0,
          Number.POSITIVE_INFINITY,
        );
        const { count } = grid.periods[process.period];
        for (const activity of columns[p].activity[index])
          addEntries(draft, count, each(row), each(activity), 1);
        const capacity = columns[p].stands[process.capacity];
        const limit = weatherLimit(network, process, p);
        const share = (at: number): number => -process.minimumShare * limit(at);
        addEntries(draft, count, each(row), only(capacity), share);
      });
    });
  },
};
