/**
 * Money, carbon, residues and people. In: a run with a plan and one of its phases. Out: HTML sections.
 */
import { biogenicCarbon, carbonRows } from '../accounts/carbon.ts';
import { jobRows } from '../accounts/jobs.ts';
import type { KpiRow } from '../accounts/kpi.ts';
import type { Plan } from '../plan/plan.ts';
import type { Run } from '../run/run.ts';
import { count } from '../units/number.ts';
import { barChart } from './bar-chart.ts';
import { figure, number, rangeText } from './figure.ts';
import { type Column, chartFigure, escapeHtml, paragraph, section, table } from './html.ts';
import { type CostStep, costCategories, costLines, tonneCost } from './money-data.ts';
import { groupColour, groupOrder, groupTitle } from './palette.ts';
import { fateRows } from './residue-data.ts';
import { phaseName } from './section-plant.ts';
import { waterfallChart } from './waterfall-chart.ts';
import { kpiRange, kpiText } from './wording.ts';

const PAID = '#d98a3d';
const RECEIVED = '#009e73';

const sentence = (note: string): string =>
  note === '' ? '' : `${note[0].toUpperCase()}${note.slice(1)}${note.endsWith('.') ? '' : '.'}`;

/** The figures of one group of the register, with their definitions. */
function kpiTable(run: Run, phase: number, groups: readonly KpiRow['group'][], caption: string): string {
  const rows = (run.kpis[phase] ?? []).filter((row) => groups.includes(row.group));
  if (rows.length === 0) return '';
  return table(
    caption,
    [
      { title: 'Figure' },
      { title: 'Value', align: 'right' },
      { title: 'Range', align: 'right' },
      { title: 'What is counted' },
    ],
    rows.map((row) => [
      row.title,
      kpiText(row),
      kpiRange(row) || '–',
      [row.definition, sentence(row.note ?? '')].filter((text) => text !== '').join(' '),
    ]),
  );
}

const ledger = (unit: string): Column[] => [{ title: 'Step' }, { title: 'Amount', unit, align: 'right' }];

/** From nothing to the levelised cost of a tonne: by kind of cost, then by stage of the chain. */
function tonneFigures(plan: Plan, phase: number): string {
  const tonne = tonneCost(plan, phase);
  if (tonne === null) return '';
  const { currency, year } = plan.network.money;
  const unit = `${currency}/t`;
  const when = phaseName(plan, phase);
  const rows = (steps: readonly CostStep[]): string[][] => [
    ...steps.map((step) => [step.title, number(step.amount)]),
    ['Sum', number(tonne.cost)],
  ];
  const rate = figure(plan.network.discountRate, '1');
  const title = `Levelised cost of a tonne of liquid aluminium, ${when}, ${unit} (${year})`;
  const waterfall = chartFigure(
    waterfallChart(`l${phase}`, title, unit, tonne.categories, 'Levelised cost (LCOA)'),
    `At the potline’s tap, through the whole chain before it. Capital is an annuity at ${rate} over each plant’s life. Hatched: credited.`,
    table(title, ledger(unit), rows(tonne.categories)),
  );
  const byStage = `The same tonne by stage of the chain, ${when}, ${unit} (${year})`;
  const bars = tonne.stages.map((step) => ({
    title: step.title,
    value: step.amount,
    colour: step.amount < 0 ? RECEIVED : step.title.startsWith('Bought') ? '#8a8f98' : PAID,
    pattern: step.title.startsWith('Bought') ? ('falling' as const) : ('plain' as const),
    label: number(step.amount),
  }));
  const stages = chartFigure(
    barChart(`g${phase}`, byStage, unit, bars, 'Cost'),
    'Plain: own capital and operation of that stage. Hatched grey: what is bought, with its capacity charge.',
    table(byStage, ledger(unit), rows(tonne.stages)),
  );
  return `<h3>${escapeHtml(title)}</h3>${waterfall}<h3>${escapeHtml(byStage)}</h3>${stages}`;
}

export function moneySection(run: Run, plan: Plan, phase: number): string {
  const { currency, year } = plan.network.money;
  const when = phaseName(plan, phase);
  const sums = costCategories(plan, phase);
  const parts = [tonneFigures(plan, phase)];
  if (sums.length > 0) {
    const unit = `million ${currency}/a`;
    const total = sums.reduce((sum, one) => sum + one.amount, 0);
    const title = `Cost of a year by category, ${when}, ${unit} (${year})`;
    const bars = sums.map((sum) => ({
      title: sum.title,
      value: sum.amount / 1e6,
      colour: sum.amount < 0 ? RECEIVED : PAID,
      label: number(sum.amount / 1e6),
    }));
    const lines = costLines(plan, phase).slice(0, 25);
    const data = table(
      `${title}: the ${lines.length} largest lines`,
      [{ title: 'What' }, { title: 'Category' }, { title: 'Amount', unit, align: 'right' }],
      lines.map((line) => [line.title, line.category, number(line.amount / 1e6)]),
    );
    const caption = 'Paid is to the right, received to the left. Unserved demand is no part of it.';
    parts.push(
      `<h3>${escapeHtml(title)}</h3>${chartFigure(barChart(`k${phase}`, title, unit, bars, 'Cost'), caption, data)}`,
    );
    const net =
      total < 0
        ? `earns ${figure(-total, currency)} a year more than it costs`
        : `costs ${figure(total, currency)} a year more than it earns`;
    const rate = figure(plan.network.discountRate, '1');
    parts.push(
      paragraph(
        `The park ${net}. Net present cost over ${count(plan.network.horizon, 'year')} at ${rate}: ${figure(plan.netPresentCost, currency)} of ${year}.`,
      ),
    );
  }
  parts.push(kpiTable(run, phase, ['cost'], `Cost figures, ${when}`));
  return section('money', 'Money', parts.join('\n') || paragraph('Nothing in this plan costs anything.'));
}

const SCOPES = {
  direct: 'in the park',
  indirect: 'purchased electricity and heat',
  upstream: 'in what is bought',
} as const;

export function carbonSection(run: Run, plan: Plan, phase: number): string {
  const lines = [...carbonRows(plan, phase)].sort((a, b) => b.amount - a.amount);
  const when = phaseName(plan, phase);
  const { set } = plan.network.gwp;
  const unit = 'kt CO₂e/a';
  if (lines.length === 0)
    return section(
      'carbon',
      'Carbon',
      paragraph('This plan emits no greenhouse gases that its recipes state.'),
    );
  const title = `Emissions by source, ${when}, ${unit} (${set})`;
  const total = lines.reduce((sum, line) => sum + line.amount, 0);
  const rest = lines.slice(14).reduce((sum, line) => sum + line.amount, 0);
  const groups = new Map(plan.network.processes.map((process) => [process.title, process.group]));
  const bars = lines.slice(0, 14).map((line) => ({
    title: line.scope === 'direct' ? `${line.of}: ${line.cause}` : line.of,
    value: line.amount / 1000,
    colour: line.scope === 'direct' ? groupColour(groups.get(line.of) ?? 'other') : '#9aa0a6',
    pattern: line.scope === 'direct' ? ('plain' as const) : ('falling' as const),
    label: number(line.amount / 1000),
  }));
  if (rest > 0)
    bars.push({
      title: 'All others',
      value: rest / 1000,
      colour: '#b8bec4',
      pattern: 'plain',
      label: number(rest / 1000),
    });
  const data = table(
    title,
    [
      { title: 'Plant or purchase' },
      { title: 'Cause' },
      { title: 'Gas' },
      { title: 'Side' },
      { title: 'Amount', unit, align: 'right' },
      { title: 'Share', unit: '%', align: 'right' },
    ],
    lines.map((line) => [
      line.of,
      line.cause,
      line.gas.replace('CO2', 'CO₂'),
      SCOPES[line.scope],
      number(line.amount / 1000),
      number((100 * line.amount) / total),
    ]),
  );
  const caption = `Sum ${number(total / 1000)} ${unit}. Hatched grey: emitted by others for what the park buys. Warming potentials over 100 years: ${set}.`;
  const picture = chartFigure(barChart(`e${phase}`, title, unit, bars, 'Emissions'), caption, data);
  const figures = kpiTable(run, phase, ['carbon'], `Carbon figures, ${when}`);
  const grown = biogenicCarbon(plan, phase);
  const beside =
    grown > 1e-6
      ? paragraph(
          `Beside these, ${figure(grown, 't/a')} of carbon dioxide come from biomass and are not counted, as long as what grows again binds as much.`,
        )
      : '';
  return section('carbon', 'Carbon', `<h3>${escapeHtml(title)}</h3>${picture}${beside}${figures}`);
}

export function residueSection(run: Run, plan: Plan, phase: number): string {
  const rows = fateRows(plan, phase);
  const when = phaseName(plan, phase);
  const body =
    rows.length === 0
      ? paragraph('The plan makes no waste that its recipes state.')
      : table(
          `What becomes of each waste, ${when}`,
          [
            { title: 'Waste' },
            { title: 'Goes to' },
            { title: 'Amount', align: 'right' },
            { title: 'Share', unit: '%', align: 'right' },
            { title: 'Used or stored' },
            { title: 'Limit', align: 'right' },
            { title: 'Space lasts', unit: 'a', align: 'right' },
          ],
          rows.map((row) => [
            row.waste,
            row.fate,
            figure(row.amount, `${row.unit}/a`),
            number(row.share * 100),
            row.useful ? 'used' : 'stored',
            row.limit === null ? '–' : figure(row.limit, `${row.unit}/a`),
            row.years === null ? '–' : number(row.years),
          ]),
        );
  return section(
    'residues',
    'Residues and their fates',
    `${body}${kpiTable(run, phase, ['loops', 'land and water'], `Loops, land and water, ${when}`)}`,
  );
}

export function peopleSection(run: Run, plan: Plan, phase: number): string {
  const rows = [...jobRows(plan, phase)].sort((a, b) => groupOrder(a.group) - groupOrder(b.group));
  const when = phaseName(plan, phase);
  const figures = kpiTable(run, phase, ['people'], `People, ${when}`);
  if (rows.length === 0)
    return section('people', 'People', `${paragraph('No plant of this park states its crew.')}${figures}`);
  const title = `Permanent jobs by part of the chain, ${when}, persons`;
  const total = rows.reduce((sum, row) => sum + row.jobs, 0);
  const range: [number, number] = [
    rows.reduce((sum, row) => sum + row.low, 0),
    rows.reduce((sum, row) => sum + row.high, 0),
  ];
  const bars = rows.map((row) => ({
    title: groupTitle(row.group),
    value: row.jobs,
    colour: groupColour(row.group),
    range: [row.low, row.high] as const,
    label: number(row.jobs),
  }));
  const data = table(
    title,
    [
      { title: 'Part of the chain' },
      { title: 'Jobs', unit: 'persons', align: 'right' },
      { title: 'Range', align: 'right' },
    ],
    rows.map((row) => [groupTitle(row.group), number(row.jobs), rangeText([row.low, row.high], 'persons')]),
  );
  const caption = `Sum ${figure(total, 'persons')}, range ${rangeText(range, 'persons')} if every crew is at the same end of its range. Inside the fence only; construction and suppliers are not counted.`;
  return section(
    'people',
    'People',
    `<h3>${escapeHtml(title)}</h3>${chartFigure(barChart(`p${phase}`, title, 'persons', bars, 'Jobs'), caption, data)}${figures}`,
  );
}

/** Figures of groups that no section above shows. */
export function otherFigures(run: Run, plan: Plan, phase: number): string {
  const body = kpiTable(run, phase, ['energy', 'output'], `Energy and output, ${phaseName(plan, phase)}`);
  return body === '' ? '' : section('figures', 'Energy and output figures', body);
}
