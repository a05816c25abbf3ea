/** How does the content of a store move? It keeps what it had, less its loss, plus what came in, less what went out. */
import { isDirect } from '../columns.ts';
import { addEntry, addRows } from '../draft.ts';
import { periodHours, previousInSegment } from '../overlap.ts';
import type { Rule } from '../rule.ts';

export const storeLevel: Rule = {
  name: 'store-level',
  formula:
    'level(t) = (1 − loss)^hours × level(t−1) + hours × (charge × efficiency − discharge ÷ efficiency + standing × capacity);  last → first',
  keys: ['stores', 'with: heat store'],
  blocks: '{of} cannot end {when} as it began',
  rows({ draft, columns }) {
    const { network } = draft;
    network.phases.forEach(({ grid }, p) => {
      network.stores.forEach((store, index) => {
        if (isDirect(store)) return;
        const { period } = network.nodes[store.node];
        const hours = periodHours(grid, period);
        const previous = previousInSegment(grid, period);
        const { level, charge, discharge, stands } = columns[p];
        const row = addRows(draft, { kind: this.name, of: store.id, index, phase: p, period }, 0, 0);
        for (let at = 0; at < hours.length; at++) {
          addEntry(draft, row + at, level[index] + at, 1);
          addEntry(draft, row + at, level[index] + previous[at], -((1 - store.lossPerHour) ** hours[at]));
          addEntry(draft, row + at, charge[index] + at, -hours[at] * store.chargeEfficiency);
          addEntry(draft, row + at, discharge[index] + at, hours[at] / store.dischargeEfficiency);
          addEntry(draft, row + at, stands[store.capacity], -hours[at] * store.standing);
        }
      });
    });
  },
};
