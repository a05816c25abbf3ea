/** What must be made in a year, and in each weather year? Exactly the plant's `output`, less the shortfall that the user allows. */
import { inYear } from '../../network/per-year.ts';
import { addEntries } from '../draft.ts';
import { each } from '../entries.ts';
import type { Rule } from '../rule.ts';
import { addYearRows, addYearTotals } from '../yearly-total.ts';

export const output: Rule = {
  name: 'output',
  formula: 'Σ weight × activity + shortfall = output',
  keys: ['output', 'shortfall'],
  blocks: '{of} cannot make its yearly output',
  rows({ draft, columns }) {
    const { network } = draft;
    network.phases.forEach(({ grid }, p) => {
      network.processes.forEach((process, index) => {
        if (process.output === null) return;
        const wanted = inYear(process.output, grid);
        const run = { kind: this.name, of: process.id, index, phase: p };
        const rows = addYearRows(draft, run, grid, [wanted, wanted]);
        addYearTotals(draft, rows, process, columns[p].activity[index], grid);
        const shortfall = columns[p].shortfall[index];
        if (shortfall >= 0) addEntries(draft, rows.years, each(rows.first), each(shortfall), 1);
      });
    });
  },
};
