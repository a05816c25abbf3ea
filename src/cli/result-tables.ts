/**
 * The plan as tables for a spreadsheet.
 * In: a run with its plan. Out: comma-separated texts: capacities, yearly flows, hourly rates. Numbers with a full stop,
 * units in a column or in the head, one header line.
 */
import { chargeRows } from '../accounts/charges.ts';
import type { Plan } from '../plan/plan.ts';
import type { Run } from '../run/run.ts';
import { yearlyFlows } from '../show/yearly.ts';
import { weatherYearOf } from '../units/calendar.ts';
import type { TimeGrid } from '../units/time-grid.ts';

type Cell = string | number | null;

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
const unexecuted = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function cellText(cell: Cell, digits: number): string {
  if (cell === null) return '';
  const text = typeof cell === 'number' ? String(Number(cell.toPrecision(digits))) : unexecuted(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line without its end; `digits` significant digits. */
export const csvLine = (cells: readonly Cell[], digits = 9): string =>
  cells.map((cell) => cellText(cell, digits)).join(',');

export function csv(head: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [csvLine(head)];
  for (const row of rows) lines.push(csvLine(row));
  return `${lines.join('\n')}\n`;
}

export function capacitiesCsv(run: Run): string {
  const head = [
    'plant',
    'title',
    'of',
    'site',
    'phase',
    'built',
    'existing',
    'min',
    'max',
    'unit',
    'whole units of',
    'units',
    'units if any size could be built',
    'at limit',
    'shadow price',
  ];
  const rows = run.capacities.map((row) => [
    row.plant,
    row.title,
    row.of,
    row.site,
    row.phase,
    row.built,
    row.existing,
    row.min,
    row.max,
    row.unit,
    row.units?.size ?? null,
    row.units?.count ?? null,
    row.units?.continuous ?? null,
    row.atLimit,
    row.shadowPrice,
  ]);
  return csv(head, rows);
}

/** What each plant that chooses its charge is charged with, and each element of what it makes against its window. */
export function chargesCsv(plan: Plan): string {
  const head = [
    'phase',
    'plant',
    'title',
    'product',
    'kind',
    'feed or element',
    'amount per year',
    'unit',
    'share of the product',
    'lowest share',
    'highest share',
    'at least',
    'at most',
    'binds',
    'hours',
    'saved per year by 0.01 % of room',
  ];
  const rows = plan.network.phases.flatMap(({ id }, phase) =>
    chargeRows(plan, phase).flatMap(({ plant, title, product, feeds, elements }): Cell[][] => [
      ...feeds.map((feed) => [
        ...[id, plant, title, product, 'feed', feed.commodity, feed.amount, feed.unit, feed.share],
        ...Array<null>(7).fill(null),
      ]),
      ...elements.map((row) => [
        ...[id, plant, title, product, 'element', row.element, null, null, row.mean],
        ...[row.lowest, row.highest, row.atLeast, row.atMost, row.binds, row.hours, row.saves],
      ]),
    ]),
  );
  return csv(head, rows);
}

/** What each process gives (+) and takes (−) in a year. */
export function yearlyFlowsCsv(plan: Plan): string {
  const { network } = plan;
  const rows = network.phases.flatMap((phase, index) =>
    yearlyFlows(plan, index).map((flow) => {
      const process = network.processes[flow.process];
      const commodity = network.commodities[flow.commodity];
      const site = network.sites[process.site]?.title ?? '';
      const node = flow.node < 0 ? 'air' : network.nodes[flow.node].id;
      return [
        phase.id,
        process.id,
        process.title,
        process.kind,
        site,
        commodity.id,
        node,
        flow.amount,
        commodity.unit,
        flow.cause,
      ];
    }),
  );
  const head = [
    'phase',
    'process',
    'title',
    'kind',
    'site',
    'commodity',
    'node',
    'amount per year',
    'unit',
    'cause',
  ];
  return csv(head, rows);
}

/** Beginning of a step, ISO 8601 in UTC, as time series are exchanged. */
function beginning(grid: TimeGrid, step: number): string {
  const span = grid.weatherYears.length > 1 ? grid.hoursPerYear : Number.POSITIVE_INFINITY;
  const time = Date.parse(grid.start) + (grid.sourceHour[step] % span) * 3_600_000;
  return new Date(time).toISOString().replace(':00.000Z', 'Z');
}

/** Rate of each process and level of each store, hour by hour; `hours` is what the hour stands for in the year. */
export function hoursCsv(plan: Plan): string {
  const { network } = plan;
  const unit = (commodity: number) => network.commodities[commodity].unit;
  const several = network.phases.some(({ grid }) => grid.weatherYears.length > 1);
  const head = [
    'phase',
    ...(several ? ['weather year'] : []),
    'hour (UTC)',
    'hours of the year',
    ...network.processes.map((process) => `${process.id} ${unit(process.reference)}/h`),
    ...network.stores.map((store) => `${store.id} level ${unit(network.nodes[store.node].commodity)}`),
  ];
  function* rows() {
    for (const [index, { id, grid }] of network.phases.entries()) {
      const { activity, level } = plan.phases[index];
      for (let step = 0; step < grid.steps; step++) {
        const rates = network.processes.map((process, at) => {
          const period = grid.periods[process.period].of[step];
          return activity[at].reduce((sum, segment) => sum + segment[period], 0);
        });
        const levels = network.stores.map(
          (store, at) => level[at][grid.periods[network.nodes[store.node].period].of[step]],
        );
        const year = several ? [weatherYearOf(grid, step)] : [];
        yield [id, ...year, beginning(grid, step), grid.weight[step], ...rates, ...levels];
      }
    }
  }
  return csv(head, rows());
}
