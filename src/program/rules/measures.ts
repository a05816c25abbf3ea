/** Which promises bind? Each is a weighted sum of the flows of a year (or a month of it) and of capacities, kept between limits. */
import type { MeasureTerm } from '../../network/network.ts';
import { hoursWithin } from '../../network/per-year.ts';
import type { BalancePeriod } from '../../units/time-grid.ts';
import type { PhaseColumns } from '../columns.ts';
import { addEntries, addEntry, addRows } from '../draft.ts';
import { each, only } from '../entries.ts';
import type { Rule } from '../rule.ts';
import { addYearlyTotal } from '../yearly-total.ts';

/** First columns of what a term on a store or on a matching counts, with their signs; the difference is what is swallowed. */
function hourlyColumns(
  { charge, discharge, matching }: PhaseColumns,
  measure: number,
  { of, index }: MeasureTerm,
): readonly (readonly [number, number])[] {
  const own = matching[measure];
  if (of === 'store')
    return [
      [charge[index], 1],
      [discharge[index], -1],
    ];
  if (own === null) return [];
  if (of === 'matched') return [[own.matched, 1]];
  return [
    [own.charge[index], 1],
    [own.discharge[index], -1],
  ];
}

export const measures: Rule = {
  name: 'measures',
  formula:
    'lower ≤ Σ coefficient × (activity of the year or month, loss of a store, capacity, matched) ≤ upper, in each phase of the promise',
  keys: ['promises: bind', 'promises: counted by'],
  blocks: 'the promise {of} cannot be kept',
  rows({ draft, columns, measures: bound }) {
    const { network } = draft;
    bound.forEach((measure, index) => {
      const { month } = measure;
      for (const p of measure.phases) {
        const { grid } = network.phases[p];
        const run = { kind: this.name, of: measure.id, index, part: month ?? 0, phase: p, period: null };
        const row = addRows(draft, run, measure.lower, measure.upper);
        for (const term of measure.terms) {
          if (term.of === 'capacity') {
            addEntry(draft, row, columns[p].stands[term.index], term.coefficient);
            continue;
          }
          if (term.of === 'process') {
            const activity = columns[p].activity[term.index];
            const parts = term.part === undefined ? activity : [activity[term.part]];
            const process = network.processes[term.index];
            const shape = term.series === undefined ? null : network.series[term.series].values[p];
            addYearlyTotal(draft, row, process, parts, grid, term.coefficient, { month, shape });
            continue;
          }
          const period: BalancePeriod =
            term.of === 'store' ? network.nodes[network.stores[term.index].node].period : 'hour';
          const hours = hoursWithin(grid, period, { month });
          for (const [first, sign] of hourlyColumns(columns[p], index, term))
            addEntries(
              draft,
              hours.length,
              only(row),
              each(first),
              (at) => sign * term.coefficient * hours[at],
            );
        }
      }
    });
  },
};
