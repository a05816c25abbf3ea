/** How much in all? A deposit's reserve and the space of a residue store are used up over the horizon. */
import { addRows } from '../draft.ts';
import type { Rule } from '../rule.ts';
import { addYearlyTotal } from '../yearly-total.ts';

export const horizonLimits: Rule = {
  name: 'horizon-limits',
  formula: 'Σ phases years × Σ weight × activity ≤ reserve or space',
  keys: ['reserve', 'fates: space'],
  blocks: '{of} would run out of reserve or space before the end of the horizon',
  rows({ draft, columns }) {
    const { network } = draft;
    network.processes.forEach((process, index) => {
      if (process.maxOverHorizon === Number.POSITIVE_INFINITY) return;
      const run = { kind: this.name, of: process.id, index, phase: 0, period: 'horizon' as const };
      const row = addRows(draft, run, Number.NEGATIVE_INFINITY, process.maxOverHorizon);
      network.phases.forEach(({ grid, years }, p) => {
        addYearlyTotal(draft, row, process, columns[p].activity[index], grid, years);
      });
    });
  },
};
