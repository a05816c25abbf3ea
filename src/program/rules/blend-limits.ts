/** What may a product hold of an element? The sum of what its feeds bring keeps to the window, in every period. */
import { addEntries, addRows } from '../draft.ts';
import { each } from '../entries.ts';
import type { Rule } from '../rule.ts';

export const blendLimits: Rule = {
  name: 'blend-limits',
  formula: 'Σ feeds (element that the feed brings − limit) × activity(feed, t) ≤ 0   (at least: ≥ 0)',
  keys: ['window'],
  blocks: '{of} cannot be charged so that it keeps its window {when}',
  rows({ draft, columns }) {
    const { network } = draft;
    network.phases.forEach(({ grid }, p) => {
      network.processes.forEach((process, index) => {
        const { blend, period } = process;
        blend?.limits.forEach(({ element, side, share }, part) => {
          const row = addRows(
            draft,
            { kind: this.name, of: process.id, index, part, phase: p, period },
            side === 'at least' ? 0 : Number.NEGATIVE_INFINITY,
            side === 'at least' ? Number.POSITIVE_INFINITY : 0,
          );
          const { count } = grid.periods[period];
          blend.feeds.forEach(({ brings }, feed) => {
            const more = (brings[element] ?? 0) - share;
            addEntries(draft, count, each(row), each(columns[p].activity[index][feed]), more);
          });
        });
      });
    });
  },
};
