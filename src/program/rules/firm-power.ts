/** Is the load that must not fail carried, whatever is lost? At each place, in each case, by what is left. */
import { addEntry, addRows } from '../draft.ts';
import type { Rule } from '../rule.ts';

export const firmPower: Rule = {
  name: 'firm-power',
  formula:
    'Σ carried(case, supply of the place) × what the line leaves − Σ carried(case, line from the place) ≥ Σ share × need at nameplate × capacity',
  keys: ['firm power'],
  blocks: '{of} would not be carried in an outage',
  rows({ draft, columns }) {
    const { network } = draft;
    const { security } = network;
    if (security === null) return;
    const { supplies, loads, cases } = security;
    const nodes = [...new Set([...supplies, ...loads].map(({ node }) => node))];
    network.phases.forEach((_, p) => {
      const { carried, stands } = columns[p];
      cases.forEach((_case, part) => {
        for (const index of nodes) {
          const run = { kind: this.name, of: network.nodes[index].id, index, part, phase: p, period: null };
          const row = addRows(draft, run, 0, Number.POSITIVE_INFINITY);
          supplies.forEach(({ node, from, gives }, supply) => {
            if (node === index) addEntry(draft, row, carried[part][supply], gives);
            if (from === index) addEntry(draft, row, carried[part][supply], -1);
          });
          for (const { node, capacity, perCapacity } of loads)
            if (node === index) addEntry(draft, row, stands[capacity], -perCapacity);
        }
      });
    });
  },
};
