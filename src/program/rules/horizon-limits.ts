/** How much in all? A deposit's reserve and the space of a residue store are used up over the horizon. */
import { addEntry, addRows } from '../draft.ts';
import type { Rule } from '../rule.ts';

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
        const { hours } = grid.periods[process.period];
        for (const activity of columns[p].activity[index])
          for (let at = 0; at < hours.length; at++) addEntry(draft, row, activity + at, years * hours[at]);
      });
    });
  },
};
