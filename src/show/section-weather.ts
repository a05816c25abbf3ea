/**
 * How do the weather years of a plan differ? In: a run with a plan. Out: an HTML section, or nothing where it knows one year.
 */
import { weatherYearLabels, weatherYearRows } from '../accounts/weather-year-figures.ts';
import type { Plan } from '../plan/plan.ts';
import type { Run } from '../run/run.ts';
import { figure } from './figure.ts';
import { paragraph, section, table } from './html.ts';

export function weatherSection(run: Run, plan: Plan, phase: number): string {
  const rows = weatherYearRows(plan, phase, run.register);
  if (rows.length === 0) return '';
  const labels = weatherYearLabels(plan);
  return section(
    'weather',
    'Year by year of the weather',
    paragraph(
      `The sizes are one, and serve ${labels.length} weather years that count alike. Outputs and yearly limits hold in each of them, stores return to where they began within each; costs, promises and all other figures of this report are of the mean year.`,
    ) +
      table(
        'Figures that the weather moves, in the mean year and in each',
        [
          { title: 'Figure' },
          { title: 'Mean year', align: 'right' },
          ...labels.map((label) => ({ title: label, align: 'right' as const })),
        ],
        rows.map((row) => [
          row.title,
          figure(row.all, row.unit),
          ...row.years.map((value) => figure(value, row.unit)),
        ]),
      ),
  );
}
