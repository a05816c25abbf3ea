/** What can a supply give in an outage? Its size, one unit or all of it lost; a store what is held back, over the hours. */
import { addEntry, addRows } from '../draft.ts';
import type { Rule } from '../rule.ts';

export const supplyLeft: Rule = {
  name: 'supply-left',
  formula:
    'carried(case, supply) ≤ size − a unit that is lost;  hours × carried(case, store) ÷ efficiency ≤ content held back',
  keys: ['firm power'],
  blocks: '{of} could not give enough in an outage',
  rows({ draft, columns }) {
    const { network } = draft;
    const { security } = network;
    if (security === null) return;
    const { hours, supplies, cases } = security;
    network.phases.forEach((_, p) => {
      const { carried, held, stands } = columns[p];
      cases.forEach(({ lost }, number) => {
        supplies.forEach(({ id, capacity, perCapacity, unit, store, hoursPer }, index) => {
          const run = { kind: this.name, of: id, index, phase: p, period: null };
          const gone = lost === index ? (unit ?? 0) : 0;
          if (capacity >= 0) {
            const part = 2 * number;
            const row = addRows(draft, { ...run, part }, Number.NEGATIVE_INFINITY, -gone);
            addEntry(draft, row, carried[number][index], 1);
            addEntry(draft, row, stands[capacity], -perCapacity);
          }
          if (store >= 0) {
            const part = 2 * number + 1;
            const row = addRows(draft, { ...run, part }, Number.NEGATIVE_INFINITY, 0);
            addEntry(draft, row, carried[number][index], hours * hoursPer);
            addEntry(draft, row, held[index], -1);
          }
        });
      });
    });
  },
};
