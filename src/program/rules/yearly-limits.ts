/** How much in a year, and in each weather year? Nameplate, markets and fates bound the year's total. */
import { inYear } from '../../network/per-year.ts';
import { addEntries } from '../draft.ts';
import { each, only } from '../entries.ts';
import type { Rule } from '../rule.ts';
import { addYearRows, addYearTotals } from '../yearly-total.ts';

export const yearlyLimits: Rule = {
  name: 'yearly-limits',
  formula: 'least ≤ Σ weight × activity ≤ most;  Σ weight × activity ≤ share of the year × hours × capacity',
  keys: ['buy: max', 'sell: max', 'sell: min', 'fates: max', 'availability'],
  blocks: '{of} cannot keep its yearly limit',
  rows({ draft, columns }) {
    const { network } = draft;
    network.phases.forEach(({ grid }, p) => {
      network.processes.forEach((process, index) => {
        const run = { kind: this.name, of: process.id, index, phase: p };
        const activity = columns[p].activity[index];
        if (process.minPerYear > 0 || process.maxPerYear < Number.POSITIVE_INFINITY) {
          const limits = [inYear(process.minPerYear, grid), inYear(process.maxPerYear, grid)] as const;
          addYearTotals(
            draft,
            addYearRows(draft, { ...run, part: 0 }, grid, limits),
            process,
            activity,
            grid,
          );
        }
        if (process.yearShare !== null && process.capacity >= 0) {
          const rows = addYearRows(draft, { ...run, part: 1 }, grid, [Number.NEGATIVE_INFINITY, 0]);
          addYearTotals(draft, rows, process, activity, grid);
          const most = (-process.yearShare * grid.hoursPerYear) / rows.years;
          addEntries(draft, rows.years, each(rows.first), only(columns[p].stands[process.capacity]), most);
        }
      });
    });
  },
};
