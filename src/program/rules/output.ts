/** What must be made in a year? Exactly the plant's `output`, less the shortfall that the user allows. */
import { inYear } from '../../network/per-year.ts';
import { addEntry, addRows } from '../draft.ts';
import type { Rule } from '../rule.ts';
import { addYearlyTotal } from '../yearly-total.ts';

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
        const run = { kind: this.name, of: process.id, index, phase: p, period: null };
        const row = addRows(draft, run, wanted, wanted);
        addYearlyTotal(draft, row, process, columns[p].activity[index], grid);
        if (columns[p].shortfall[index] >= 0) addEntry(draft, row, columns[p].shortfall[index], 1);
      });
    });
  },
};
