/** How much must always lie in a store? So many hours of what a plant needs, or an amount. */
import { addEntries, addRows } from '../draft.ts';
import { each, only } from '../entries.ts';
import type { Rule } from '../rule.ts';

export const storedHours: Rule = {
  name: 'stored-hours',
  formula: 'level(t) ≥ amount + hours × need at nameplate ÷ efficiency × capacity of the plant',
  keys: ['never below'],
  blocks: '{of} would fall below what must always lie in it {when}',
  rows({ draft, columns }) {
    const { network } = draft;
    network.phases.forEach(({ grid }, p) => {
      network.stores.forEach(({ id, node, floor }, index) => {
        if (floor === null) return;
        const { period } = network.nodes[node];
        const { count } = grid.periods[period];
        const run = { kind: this.name, of: id, index, phase: p, period };
        const row = addRows(draft, run, floor.amount, Number.POSITIVE_INFINITY);
        addEntries(draft, count, each(row), each(columns[p].level[index]), 1);
        if (floor.capacity >= 0)
          addEntries(draft, count, each(row), only(columns[p].stands[floor.capacity]), -floor.perCapacity);
      });
    });
  },
};
