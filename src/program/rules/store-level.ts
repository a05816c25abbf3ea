/** How does the content of a store move? It keeps what it had, less its loss, plus what came in, less what went out. */
import { isDirect } from '../columns.ts';
import { addEntries, addRows, type PerPeriod } from '../draft.ts';
import { each, listed, only, type Places } from '../entries.ts';
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
        const add = (column: Places, value: PerPeriod): void =>
          addEntries(draft, hours.length, each(row), column, value);
        add(each(level[index]), 1);
        add(listed(level[index], previous), (at) =>
          previous[at] < 0 ? 0 : -((1 - store.lossPerHour) ** hours[at]),
        );
        add(each(charge[index]), (at) => -hours[at] * store.chargeEfficiency);
        add(each(discharge[index]), (at) => hours[at] / store.dischargeEfficiency);
        add(only(stands[store.capacity]), (at) => -hours[at] * store.standing);
      });
    });
  },
};
