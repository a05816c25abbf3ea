/** When does nothing pass? On the days on which a market or a link is planned to be out. */
import { addEntries, addRows } from '../draft.ts';
import { each } from '../entries.ts';
import type { Rule } from '../rule.ts';

export const plannedOutages: Rule = {
  name: 'planned-outages',
  formula: 'activity(t) ≤ 0 in each hour t of a planned outage',
  keys: ['buy: out', 'sell: out', 'links: out'],
  blocks: '{of} is out as planned {when}',
  rows({ draft, columns }) {
    const { network } = draft;
    network.phases.forEach(({ grid }, p) => {
      network.processes.forEach((process, index) => {
        if (process.open < 0) return;
        const { count, first } = grid.periods[process.period];
        const open = network.series[process.open].values[p];
        const row = addRows(
          draft,
          { kind: this.name, of: process.id, index, phase: p, period: process.period },
          Number.NEGATIVE_INFINITY,
          0,
        );
        for (const activity of columns[p].activity[index])
          addEntries(draft, count, each(row), each(activity), (at) => 1 - open[first[at]]);
      });
    });
  },
};
