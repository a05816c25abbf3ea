/** Does it add up? At each node, over each of its periods, what comes in is what goes out. */
import { isDirect } from '../columns.ts';
import { addEntries, addRows, type PerPeriod } from '../draft.ts';
import { each, listed, only, type Places } from '../entries.ts';
import { overlap, periodHours, previousInSegment } from '../overlap.ts';
import type { Rule } from '../rule.ts';

export const balance: Rule = {
  name: 'balance',
  formula: 'Σ processes amount × activity × hours + Σ stores (discharge − charge) × hours = 0',
  keys: ['plants', 'links', 'buy', 'sell', 'fates', 'stores'],
  blocks: '{of} cannot be balanced {when}',
  rows({ draft, columns }) {
    const { network } = draft;
    network.phases.forEach(({ grid }, p) => {
      const { level, charge, discharge, stands, activity } = columns[p];
      const rows = network.nodes.map((node, index) =>
        addRows(draft, { kind: this.name, of: node.id, index, phase: p, period: node.period }, 0, 0),
      );
      network.processes.forEach((process, index) => {
        process.segments.forEach((segment, part) => {
          for (const { node, amount } of segment.flows) {
            if (node < 0) continue;
            const pairs = overlap(grid, process.period, network.nodes[node].period);
            addEntries(
              draft,
              pairs.count,
              listed(rows[node], pairs.to),
              listed(activity[index][part], pairs.from),
              (at) => amount * pairs.hours[at],
            );
          }
        });
      });
      network.stores.forEach((store, index) => {
        const { period } = network.nodes[store.node];
        const hours = periodHours(grid, period);
        const row = each(rows[store.node]);
        const add = (column: Places, value: PerPeriod): void =>
          addEntries(draft, hours.length, row, column, value);
        if (isDirect(store)) {
          const previous = previousInSegment(grid, period);
          add(each(level[index]), -1);
          add(listed(level[index], previous), (at) =>
            previous[at] < 0 ? 0 : (1 - store.lossPerHour) ** hours[at],
          );
          add(only(stands[store.capacity]), (at) => hours[at] * store.standing);
        } else {
          add(each(charge[index]), (at) => -hours[at]);
          add(each(discharge[index]), (at) => hours[at]);
        }
      });
    });
  },
};
