/** Does it add up? At each node, over each of its periods, what comes in is what goes out. */
import { isDirect } from '../columns.ts';
import { addEntry, addRows } from '../draft.ts';
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
            for (let at = 0; at < pairs.count; at++) {
              addEntry(
                draft,
                rows[node] + pairs.to[at],
                activity[index][part] + pairs.from[at],
                amount * pairs.hours[at],
              );
            }
          }
        });
      });
      network.stores.forEach((store, index) => {
        const { period } = network.nodes[store.node];
        const hours = periodHours(grid, period);
        const previous = previousInSegment(grid, period);
        for (let at = 0; at < hours.length; at++) {
          const row = rows[store.node] + at;
          if (isDirect(store)) {
            addEntry(draft, row, level[index] + at, -1);
            addEntry(draft, row, level[index] + previous[at], (1 - store.lossPerHour) ** hours[at]);
            addEntry(draft, row, stands[store.capacity], hours[at] * store.standing);
          } else {
            addEntry(draft, row, charge[index] + at, -hours[at]);
            addEntry(draft, row, discharge[index] + at, hours[at]);
          }
        }
      });
    });
  },
};
