/** How full, how empty, how fast? Level between its bounds, charge and discharge within the store's power. */
import { addEntry, addRows, type ProgramDraft } from '../draft.ts';
import type { Rule } from '../rule.ts';

export const storeLimits: Rule = {
  name: 'store-limits',
  formula: 'low × capacity ≤ level(t) ≤ high × capacity;  charge(t) + discharge(t) ≤ power',
  keys: ['stores: capacity', 'stores: power', 'with: heat store'],
  blocks: '{of} would be overfull, too empty or too fast {when}',
  rows({ draft, columns }) {
    const { network } = draft;
    network.phases.forEach((_, p) => {
      const { level, charge, discharge, stands } = columns[p];
      network.stores.forEach((store, index) => {
        const { period } = network.nodes[store.node];
        const run = { kind: this.name, of: store.id, index, phase: p, period };
        const below = (part: number, column: number, share: number, capacity: number): number =>
          bound(draft, { ...run, part }, column, share, capacity, 'below');
        below(0, level[index], store.high, stands[store.capacity]);
        if (store.low !== 0)
          bound(draft, { ...run, part: 1 }, level[index], store.low, stands[store.capacity], 'above');
        if (store.power < 0) return;
        // One converter serves both ways: an hour of it can be shared, not doubled.
        const both = below(2, charge[index], 1, stands[store.power]);
        const { count } = network.phases[p].grid.periods[period];
        for (let at = 0; at < count; at++) addEntry(draft, both + at, discharge[index] + at, 1);
      });
    });
  },
};

/** One row a period: column − share × capacity ≤ 0 (or ≥ 0). */
function bound(
  draft: ProgramDraft,
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
  const count = draft.rowLower.length - row;
  for (let at = 0; at < count; at++) {
    addEntry(draft, row + at, column + at, 1);
    addEntry(draft, row + at, capacity, -share);
  }
  return row;
}
