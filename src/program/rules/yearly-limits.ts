/** How much in a year? Nameplate, markets and fates bound the year's total. */
import type { Process } from '../../network/network.ts';
import { inYear } from '../../network/per-year.ts';
import { addEntry, addRows } from '../draft.ts';
import type { Rule } from '../rule.ts';
import { addYearlyTotal } from '../yearly-total.ts';

export const yearlyLimits: Rule = {
  name: 'yearly-limits',
  formula: 'least ≤ Σ weight × activity ≤ most;  Σ weight × activity ≤ share of the year × hours × capacity',
  keys: ['buy: max', 'sell: max', 'sell: min', 'fates: max', 'availability'],
  blocks: '{of} cannot keep its yearly limit',
  rows({ draft, columns }) {
    const { network } = draft;
    network.phases.forEach(({ grid }, p) => {
      const total = (row: number, process: Process, index: number): void =>
        addYearlyTotal(draft, row, process, columns[p].activity[index], grid);
      network.processes.forEach((process, index) => {
        const run = { kind: this.name, of: process.id, index, phase: p, period: null };
        if (process.minPerYear > 0 || process.maxPerYear < Number.POSITIVE_INFINITY) {
          total(
            addRows(
              draft,
              { ...run, part: 0 },
              inYear(process.minPerYear, grid),
              inYear(process.maxPerYear, grid),
            ),
            process,
            index,
          );
        }
        if (process.yearShare !== null && process.capacity >= 0) {
          const row = addRows(draft, { ...run, part: 1 }, Number.NEGATIVE_INFINITY, 0);
          total(row, process, index);
          addEntry(draft, row, columns[p].stands[process.capacity], -process.yearShare * grid.hoursPerYear);
        }
      });
    });
  },
};
