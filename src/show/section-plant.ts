/**
 * The chain, what is built and how it runs. In: a run with a plan and one of its phases. Out: HTML sections.
 */
import type { CapacityRow } from '../accounts/promise-row.ts';
import type { Plan } from '../plan/plan.ts';
import type { Run } from '../run/run.ts';
import { count } from '../units/number.ts';
import { barChart } from './bar-chart.ts';
import { capacityPanels, notBuilt, shadowPriceText, standing } from './capacity-data.ts';
import { type Curve, durationChart, monthHourChart } from './curve-chart.ts';
import { dispatchChart, dispatchTable } from './dispatch-chart.ts';
import {
  chooseWindows,
  type Dispatch,
  dispatchData,
  durationCurve,
  monthByHour,
  type Window,
} from './dispatch-data.ts';
import { figure, number, unitName } from './figure.ts';
import { chartFigure, escapeHtml, paragraph, section, table } from './html.ts';
import { dayLabel, localHours, monthName } from './local-hours.ts';
import { sankeyChart, sankeyTable } from './sankey-chart.ts';
import { ENERGY, MATERIAL, type SankeyChoice, sankeyData } from './sankey-data.ts';
import { shortfalls, unitsSentence, unitsText } from './wording.ts';

/** "phase one, 2030", or the year alone for a park of one phase. */
export function phaseName(plan: Plan, phase: number): string {
  const { id, from } = plan.network.phases[phase];
  return plan.network.phases.length === 1 ? `from ${from}` : `phase ${id}, from ${from}`;
}

function sankeyFigure(
  plan: Plan,
  phase: number,
  choice: SankeyChoice,
  id: string,
  what: string,
  caption: string,
): string {
  const data = sankeyData(plan, phase, choice);
  const title = `${what} in a year, ${phaseName(plan, phase)}, ${choice.unit}`;
  if (data.bands.length === 0) return paragraph(`${title}: nothing flows.`);
  const left =
    data.left.count === 0
      ? ''
      : ` Too small to draw and left out: ${count(data.left.count, 'flow')}, ${figure(data.left.sum, data.unit)} together.`;
  return `<h3>${escapeHtml(title)}</h3>${chartFigure(sankeyChart(data, title, id), `${caption}${left}`, sankeyTable(data, title))}`;
}

export function chainSection(plan: Plan, phase: number): string {
  return section(
    'chain',
    'The chain',
    [
      sankeyFigure(
        plan,
        phase,
        MATERIAL,
        `s${phase}t`,
        'Materials',
        'Bands are tonnes, dry; loops (anode butts, scrap, dross and the like) run back beneath the chain. Water, air and gases are not drawn, so a box may take in more than it gives. The figure at a plant is what it makes.',
      ),
      sankeyFigure(
        plan,
        phase,
        ENERGY,
        `s${phase}e`,
        'Energy',
        'Electricity, heat and fuels (lower heating value). A store takes in and gives back: the difference is its loss.',
      ),
    ].join('\n'),
  );
}

const LIMIT_WORDS = { min: 'at its least', max: 'at its limit', fixed: 'fixed' } as const;

const saves = (row: CapacityRow): string => shadowPriceText(row) || '–';

/** What would stand if any size could be built. */
const anySize = ({ units, existing, unit }: CapacityRow): string =>
  units === null ? '–' : figure(existing + units.continuous * units.size, unit);

/** What whole units cost, and what their prices mean. */
function unitsParagraph(run: Run): string {
  const cost = unitsSentence(run.rounding);
  if (cost === '') return '';
  return paragraph(
    `${cost} “With any size”: what would stand if any size could be built. All prices are those of the plan with its units held: one more unit would change them, so whole units have no shadow price.`,
    'note',
  );
}

export function builtSection(run: Run, plan: Plan): string {
  const siteTitle = (id: string): string => plan.network.sites.find((site) => site.id === id)?.title ?? id;
  const parts = plan.network.phases.map((phase, at) => {
    const rows = standing(run.capacities, phase.id);
    const unbuilt = notBuilt(run.capacities, phase.id);
    const name = phaseName(plan, at);
    const inUnits = rows.some((row) => row.units !== null);
    const lines = rows.map((row) => [
      row.title,
      siteTitle(row.site),
      figure(row.built, row.unit),
      ...(inUnits ? [unitsText(row) || '–', anySize(row)] : []),
      row.existing > 0 ? figure(row.existing, row.unit) : '–',
      row.min > 0 ? figure(row.min, row.unit) : '–',
      row.max === null ? 'no limit' : figure(row.max, row.unit),
      row.atLimit === null ? 'free' : LIMIT_WORDS[row.atLimit],
      saves(row),
    ]);
    const bars = capacityPanels(run.capacities, phase.id, plan.network).map((panel, index) => {
      const title = `Capacity that stands, ${name}, ${unitName(panel.unit)}`;
      return barChart(
        `c${at}-${index}`,
        title,
        panel.unit,
        panel.bars.map((bar) => ({
          title: bar.title,
          value: bar.stands,
          colour: bar.colour,
          pattern: bar.pattern,
          limit: bar.atLimit === null || bar.atLimit === 'min' ? bar.max : null,
        })),
        'Capacity',
      );
    });
    const data = table(
      `Sizes, ${name}. “One more saves”: what one more unit of the limit would save (shadow price)`,
      [
        { title: 'What' },
        { title: 'Where' },
        { title: 'Built', align: 'right' },
        ...(inUnits
          ? [
              { title: 'Whole units', align: 'right' as const },
              { title: 'With any size', align: 'right' as const },
            ]
          : []),
        { title: 'Existing', align: 'right' },
        { title: 'Least', align: 'right' },
        { title: 'Allowed', align: 'right' },
        { title: 'Chosen' },
        { title: 'One more saves', align: 'right' },
      ],
      lines,
    );
    if (lines.length + unbuilt.length === 0) return paragraph('The park has no plants or stores to size.');
    const left =
      unbuilt.length === 0
        ? ''
        : paragraph(
            `Allowed and not built: ${unbuilt.map((row) => (row.max === null ? row.title : `${row.title} (up to ${figure(row.max, row.unit)})`)).join('; ')}.`,
            'note',
          );
    if (lines.length === 0) return left;
    const pictures = `<figure>${bars.join('\n')}<figcaption>Bars: what stands. Dashed outline: what the park file allows, cut off where it is more than three times the largest bar; the table has it in full.</figcaption></figure>`;
    return `<h3>${escapeHtml(name[0].toUpperCase() + name.slice(1))}</h3>${pictures}${data}${left}`;
  });
  return section('built', 'What is built', `${unitsParagraph(run)}${parts.join('\n')}`);
}

function weekFigure(
  plan: Plan,
  phase: number,
  dispatch: Dispatch,
  window: Window,
  id: string,
  what: string,
  why: string,
): string {
  const grid = plan.network.phases[phase].grid;
  const hours = localHours(grid);
  const from = dayLabel(hours[window.first]);
  const to = dayLabel(hours[window.first + window.count - 1]);
  const title = `${what}: ${dispatch.commodity.toLowerCase()} by the hour, ${from} to ${to}, ${dispatch.unit}`;
  const caption = `${why} Wind, sun and must-run at the bottom, flexible supply and purchase above, storage at the top when it gives and below zero when it charges; the line is demand without charging. Hatched: offered by the weather and not taken. Red: not served. Time zone ${grid.timeZone}.`;
  return `<h3>${escapeHtml(title)}</h3>${chartFigure(dispatchChart(dispatch, hours, window, id, title), caption, dispatchTable(dispatch, window, title))}`;
}

const covered = (window: Window): string =>
  `Weather covers ${figure(window.covered, '1')} of the demand of this week.`;

export function runningSection(run: Run, plan: Plan, phase: number): string {
  const missing = shortfalls(run).map((row) => [
    row.title,
    row.phase,
    figure(row.missing, row.unit),
    figure(row.asked, row.unit),
  ]);
  const loud =
    missing.length === 0
      ? ''
      : table(
          'Unserved: what the plan does not make of what was asked for. It is no part of any cost',
          [
            { title: 'Plant' },
            { title: 'Phase' },
            { title: 'Missing', align: 'right' },
            { title: 'Asked for', align: 'right' },
          ],
          missing,
        );
  const dispatch = dispatchData(plan, phase);
  if (dispatch === null || dispatch.steps === 0)
    return section(
      'running',
      'How it runs',
      `${loud}${paragraph('Nothing in this park is balanced by the hour.')}`,
    );
  const { worst, typical } = chooseWindows(plan, phase, dispatch);
  const one = worst.first === typical.first;
  return section(
    'running',
    'How it runs',
    [
      loud,
      weekFigure(
        plan,
        phase,
        dispatch,
        worst,
        `w${phase}a`,
        one ? 'The week planned' : 'The hardest week',
        covered(worst),
      ),
      one
        ? ''
        : weekFigure(
            plan,
            phase,
            dispatch,
            typical,
            `w${phase}b`,
            'A typical week',
            `${covered(typical)} The middle week by this measure.`,
          ),
      yearFigures(plan, phase, dispatch),
    ].join('\n'),
  );
}

/** Duration curves of the year, and the month-by-hour map of the price when every hour was planned. */
function yearFigures(plan: Plan, phase: number, dispatch: Dispatch): string {
  const { grid } = plan.network.phases[phase];
  const when = phaseName(plan, phase);
  const sum = (role: string): Float64Array => {
    const total = new Float64Array(dispatch.steps);
    for (const layer of dispatch.supply)
      if (layer.role === role)
        for (let step = 0; step < total.length; step++) total[step] += layer.values[step];
    return total;
  };
  const curve = (title: string, values: Float64Array, colour: string, dash: Curve['dash']): Curve => ({
    title,
    colour,
    dash,
    points: durationCurve(values, grid.weight, 160),
  });
  const curves = [
    curve('Demand', dispatch.demand, 'var(--ink)', 'solid'),
    curve('From the weather', sum('weather'), '#2f8fd0', 'dashed'),
    curve('Bought', sum('bought'), '#b06a3b', 'dotted'),
  ].filter((one) => one.points.some(([, value]) => value > 0));
  const title = `Duration curves of ${dispatch.commodity.toLowerCase()}, ${when}, ${dispatch.unit}`;
  const shares = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1];
  const at = (one: Curve, share: number): string =>
    number(one.points[Math.min(one.points.length - 1, Math.round(share * (one.points.length - 1)))][1]);
  const data = table(
    title,
    [
      { title: 'Share of the year', unit: '%' },
      ...curves.map((one) => ({ title: one.title, unit: dispatch.unit, align: 'right' as const })),
    ],
    shares.map((share) => [number(share * 100), ...curves.map((one) => at(one, share))]),
  );
  const picture = `<h3>${escapeHtml(title)}</h3>${chartFigure(durationChart(`d${phase}`, title, dispatch.unit, curves, grid.hoursPerYear), 'Read: for how many hours of the year is it at least this much?', data)}`;
  const prices = Array.from(dispatch.price).filter((value) => Number.isFinite(value));
  if (grid.label !== 'full year' || grid.steps < 8760 || !prices.some((value) => Math.abs(value) > 1e-9))
    return picture;
  const unit = `${plan.network.money.currency}/MWh`;
  const cells = monthByHour(dispatch.price, localHours(grid));
  const mapTitle = `Marginal price of ${dispatch.commodity.toLowerCase()} by month and hour of the day, ${when}, ${unit}`;
  const means = table(
    mapTitle,
    [
      { title: 'Month' },
      ...[0, 6, 12, 18].map((hour) => ({ title: `${hour}:00`, unit, align: 'right' as const })),
    ],
    cells.map((row, month) => [monthName(month), ...[0, 6, 12, 18].map((hour) => number(row[hour]))]),
  );
  return `${picture}<h3>${escapeHtml(mapTitle)}</h3>${chartFigure(monthHourChart(`m${phase}`, mapTitle, unit, cells), 'What one more megawatt-hour demanded costs, mean of the hours in each cell. Dark is dear.', means)}`;
}
