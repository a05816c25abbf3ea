/**
 * How much of a store is there whenever the outage comes? What is held back lies in it at every hour. It is one figure for
 * all hours and all cases: so the program grows by a row an hour for each store, and not for each case.
 */
import { addEntries, addRows } from '../draft.ts';
import { each, only } from '../entries.ts';
import type { Rule } from '../rule.ts';

export const heldBack: Rule = {
  name: 'held-back',
  formula: 'level(t) ≥ content held back, for each store of electricity',
  keys: ['firm power'],
  blocks: '{of} would hold less than an outage needs {when}',
  rows({ draft, columns }) {
    const { network } = draft;
    network.phases.forEach(({ grid }, p) => {
      network.security?.supplies.forEach(({ id, store }, index) => {
        if (store < 0) return;
        const { period } = network.nodes[network.stores[store].node];
        const { count } = grid.periods[period];
        const run = { kind: this.name, of: id, index, phase: p, period };
        const row = addRows(draft, run, 0, Number.POSITIVE_INFINITY);
        addEntries(draft, count, each(row), each(columns[p].level[store]), 1);
        addEntries(draft, count, each(row), only(columns[p].held[index]), -1);
      });
    });
  },
};
