/**
 * What do the markets ask by the hour, and what was paid? In: a plan and one of its phases. Out: an HTML section, or nothing
 * where all hours are alike.
 */
import { type MarketHoursRow, marketHoursRows, outageWords, paidByHour } from '../accounts/market-hours.ts';
import type { Plan } from '../plan/plan.ts';
import { figure, number } from './figure.ts';
import { paragraph, section, table } from './html.ts';

const spread = ({ low, mean, high }: MarketHoursRow['asked'], unit: string): string =>
  low === high ? figure(mean, unit) : `${number(low)} to ${figure(high, unit)}, mean ${number(mean)}`;

export function hoursSection(plan: Plan, phase: number): string {
  const rows = marketHoursRows(plan.network, phase);
  if (rows.length === 0) return '';
  const currency = plan.network.money.currency;
  return section(
    'hours',
    'By the hour',
    paragraph(
      'Markets and links that do not ask the same in every hour. “On average”: what was paid (or received) over what passed, without the capacity charge, which is paid for the highest hour.',
    ) +
      table(
        'What is asked by the hour, and what came of it in a year',
        [
          { title: 'Market or link' },
          { title: 'Asked' },
          { title: 'On average', align: 'right' },
          { title: 'Carbon' },
          { title: 'Passed', align: 'right' },
          { title: 'Highest hour', align: 'right' },
          { title: 'Capacity charge', align: 'right' },
          { title: 'Planned outage', align: 'right' },
        ],
        rows.map((row) => {
          const { amount, paid, highest, charged } = paidByHour(plan, phase, row);
          const unit = row.moneyUnit.split('/')[1];
          return [
            row.title,
            row.money === '' ? '–' : spread(row.asked, row.moneyUnit),
            paid === null || row.money === '' ? '–' : figure(paid, row.moneyUnit),
            row.carbon.high === 0 ? '–' : spread(row.carbon, row.carbonUnit),
            figure(amount, `${unit}/a`),
            figure(highest, row.rateUnit),
            row.charge === null ? '–' : figure(charged, `${currency}/a`),
            row.outHours === 0 ? '–' : figure(row.outHours, 'h/a'),
          ];
        }),
      ) +
      rows
        .filter((row) => outageWords(row) !== '')
        .map((row) => paragraph(`Planned outage of ${row.title}: ${outageWords(row)}.`))
        .join(''),
  );
}
