/**
 * Which deposits are worked, how long do they last, and which ores does a refinery digest? In: a plan. Out: an HTML section with
 * every phase in it, since a reserve runs out over the phases; nothing for a park without reserves and choices.
 */
import { feedRows, reserveRows } from '../accounts/reserves.ts';
import type { Plan } from '../plan/plan.ts';
import { figure, number } from './figure.ts';
import { section, table } from './html.ts';

const RIGHT = { align: 'right' } as const;

export function oreSection(plan: Plan): string {
  const phases = plan.network.phases.map(({ id, from }, phase) => ({ title: `${id}, from ${from}`, phase }));
  const reserves = phases.flatMap(({ title, phase }) =>
    reserveRows(plan, phase).map((row) => [
      row.title,
      title,
      figure(row.left, row.unit),
      figure(row.pace, `${row.unit}/a`),
      row.years === null ? 'not worked' : figure(row.years, 'a'),
    ]),
  );
  const feeds = phases.flatMap(({ title, phase }) =>
    feedRows(plan, phase)
      .filter(({ made }) => made > 0)
      .map((row) => [row.plant, title, row.feed, figure(row.made, `${row.unit}/a`), number(100 * row.share)]),
  );
  const parts = [
    reserves.length === 0
      ? ''
      : table(
          'Reserves, and how long they last at the pace of the phase',
          [
            { title: 'Deposit' },
            { title: 'Phase' },
            { title: 'Left at its start', ...RIGHT },
            { title: 'Taken', ...RIGHT },
            { title: 'Lasts', ...RIGHT },
          ],
          reserves,
        ),
    feeds.length === 0
      ? ''
      : table(
          'What plants that may choose between ores work on',
          [
            { title: 'Plant' },
            { title: 'Phase' },
            { title: 'Works on' },
            { title: 'Makes of it', ...RIGHT },
            { title: 'Share', unit: '%', ...RIGHT },
          ],
          feeds,
        ),
  ].join('');
  return parts === '' ? '' : section('ores', 'Ores and reserves', parts);
}
