/** How full, how empty, how fast? Level between its bounds, charge and discharge within the store's power. */
import { addEntries, addRows, type ProgramDraft } from '../draft.ts';
import { each, only } from '../entries.ts';
import type { Rule } from '../rule.ts';

export const storeLimits: Rule = {
  name: 'store-limits',
  formula: 'low × capacity ≤ level(t) ≤ high × capacity;  charge(t) + discharge(t) ≤ power',
  keys: ['stores: capacity', 'stores: power', 'with: heat store'],
  blocks: '{of} would be overfull, too empty or too fast {when}',
  rows({ draft, columns }) {
    const { network } = draft;
    network.phases.forEach(({ grid }, p) => {
      const { level, charge, discharge, stands } = columns[p];
      network.stores.forEach((store, index) => {
        const { period } = network.nodes[store.node];
        const { count } = grid.periods[period];
        const run = { kind: this.name, of: store.id, index, phase: p, period };
        const below = (part: number, column: number, share: number, capacity: number): number =>
          bound(draft, count, { ...run, part }, column, share, capacity, 'below');
        below(0, level[index], store.high, stands[store.capacity]);
        if (store.low !== 0)
          bound(draft, count, { ...run, part: 1 }, level[index], store.low, stands[store.capacity], 'above');
        if (store.power < 0) return;
        // One converter serves both ways: an hour of it can be shared, not doubled.
        const both = below(2, charge[index], 1, stands[store.power]);
        addEntries(draft, count, each(both), each(discharge[index]), 1);
      });
    });
  },
};

/** One row a period: column − share × capacity ≤ 0 (or ≥ 0). */
function bound(
  draft: ProgramDraft,
  count: number,
  run: Parameters<typeof addRows>[1],
  column: number,
  share: number,
  capacity: number,
  side: 'below' | 'above',
): number {
  const row = addRows(
    draft,
    run,
    side === 'below' ? Number.NEGATIVE_INFINITY : 0,
    side === 'below' ? 0 : Number.POSITIVE_INFINITY,
  );
  addEntries(draft, count, each(row), each(column), 1);
  addEntries(draft, count, each(row), only(capacity), -share);
  return row;
}
