/** Which promises bind? Each is a weighted sum of the year's flows and of capacities, kept between limits. */
import { addEntries, addEntry, addRows } from '../draft.ts';
import { each, only } from '../entries.ts';
import type { Rule } from '../rule.ts';
import { addYearlyTotal } from '../yearly-total.ts';

export const measures: Rule = {
  name: 'measures',
  formula:
    'lower ≤ Σ coefficient × (yearly activity, loss of a store or capacity) ≤ upper, in each phase of the promise',
  keys: ['promises: bind'],
  blocks: 'the promise {of} cannot be kept',
  rows({ draft, columns, measures: bound }) {
    const { network } = draft;
    bound.forEach((measure, index) => {
      for (const p of measure.phases) {
        const { grid } = network.phases[p];
        const run = { kind: this.name, of: measure.id, index, phase: p, period: null };
        const row = addRows(draft, run, measure.lower, measure.upper);
        for (const term of measure.terms) {
          if (term.of === 'capacity') {
            addEntry(draft, row, columns[p].stands[term.index], term.coefficient);
            continue;
          }
          if (term.of === 'store') {
            const { hours } = grid.periods[network.nodes[network.stores[term.index].node].period];
            const swallowed = [
              [columns[p].charge, 1],
              [columns[p].discharge, -1],
            ] as const;
            for (const [{ [term.index]: first }, sign] of swallowed)
              addEntries(
                draft,
                hours.length,
                only(row),
                each(first),
                (at) => sign * term.coefficient * hours[at],
              );
            continue;
          }
          const process = network.processes[term.index];
          const activity = columns[p].activity[term.index];
          const parts = term.part === undefined ? activity : [activity[term.part]];
          const shape = term.series === undefined ? null : network.series[term.series].values[p];
          addYearlyTotal(draft, row, process, parts, grid, term.coefficient, shape);
        }
      }
    });
  },
};
