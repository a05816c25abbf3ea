/** What must always run? A plant that stands keeps its minimum load: a linear program has no on and off. */
import { addEntry, addRows } from '../draft.ts';
import type { Rule } from '../rule.ts';

export const minimumLoad: Rule = {
  name: 'minimum-load',
  formula: 'Σ slices activity(slice, t) ≥ minimum share × capacity',
  keys: ['minimum load', 'with: power window'],
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
        for (let at = 0; at < grid.periods[process.period].count; at++) {
          for (const activity of columns[p].activity[index]) addEntry(draft, row + at, activity + at, 1);
          addEntry(draft, row + at, columns[p].stands[process.capacity], -process.minimumShare);
        }
      });
    });
  },
};
