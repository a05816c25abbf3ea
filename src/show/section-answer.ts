/**
 * The first pages: the answer in words, the headline figures, promises and claims.
 * In: a run. Out: HTML of these sections; also for a run without a plan, which says why and what exists.
 */
import type { ClaimRow, PromiseRow } from '../accounts/promise-row.ts';
import type { Run } from '../run/run.ts';
import { count } from '../units/number.ts';
import { beyondRounding, figure } from './figure.ts';
import { type Cell, escapeHtml, markup, paragraph, section, table } from './html.ts';
import {
  answer,
  headlines,
  kpiRange,
  kpiText,
  paidForText,
  periodsText,
  promisePrice,
  STATUS_WORDS,
} from './wording.ts';

const GOOD = { class: 'good', sign: '✓' };
const WARN = { class: 'warn', sign: '▲' };
const BAD = { class: 'bad', sign: '✕' };
const OPEN = { class: 'open', sign: '?' };
const LOOKS: Readonly<Record<string, { readonly class: string; readonly sign: string }>> = {
  kept: GOOD,
  holds: GOOD,
  'at risk': WARN,
  broken: BAD,
  'does not hold': BAD,
  untested: OPEN,
};

const verdict = (word: string): Cell => {
  const look = LOOKS[word] ?? OPEN;
  return markup(`<span class="${look.class}">${look.sign} ${escapeHtml(word)}</span>`);
};

function cards(run: Run): string {
  const rows = headlines(run.kpis[0] ?? []);
  if (rows.length === 0) return '';
  const each = rows.map((row) => {
    const text = kpiText(row);
    // The digits are grouped by thin spaces; the first full space parts value and unit.
    const cut = text.indexOf(' ') === -1 ? text.length : text.lastIndexOf(' ', text.search(/ [^\d×]/u));
    const [value, unit] = [text.slice(0, cut), text.slice(cut)];
    const range = kpiRange(row);
    const under = range === '' ? '' : `<div class="small">range ${escapeHtml(range)}</div>`;
    return `<div class="card"><div class="what">${escapeHtml(row.title)}</div><div class="value">${escapeHtml(value)} <span class="unit">${escapeHtml(unit.trim())}</span></div>${under}</div>`;
  });
  return `<div class="cards">${each.join('\n')}</div>`;
}

/** The answer in words; an explanation has a section of its own. */
function lead(run: Run): string {
  if (run.explanation !== null) return '';
  if (run.plan !== null) return paragraph(answer(run).join(' '), 'lead');
  const told = run.message.split(/\n+/);
  return told.map((text) => paragraph(text, 'lead')).join('');
}

export function answerSection(run: Run): string {
  const tone =
    run.status === 'optimal' || run.status === 'near optimal'
      ? GOOD
      : run.status === 'not met' || run.status === 'limit'
        ? WARN
        : BAD;
  const money =
    run.network === null ? '' : `Money is ${run.network.money.currency} of ${run.network.money.year}, real. `;
  const grid = run.network?.phases[0]?.grid;
  const time =
    grid === undefined ? '' : `Time: ${grid.label}, ${count(grid.steps, 'hour')} planned one by one.`;
  return [
    `<p class="status ${tone.class}">${tone.sign} ${escapeHtml(STATUS_WORDS[run.status])}</p>`,
    lead(run),
    cards(run),
    paragraph(`${money}${time}`, 'note'),
    run.plan === null ? withoutPlan(run) : '',
  ].join('\n');
}

/** What exists of a run that has no plan: its faults, and how far it came. */
function withoutPlan(run: Run): string {
  const faults = run.issues.filter((one) => one.severity !== 'note');
  const stages = run.stages.map((stage) => [stage.stage, stage.size, figure(stage.seconds, 's')]);
  return [
    faults.length === 0
      ? ''
      : table(
          'What is wrong in the park file, and how to mend it',
          [{ title: 'Where' }, { title: 'What' }, { title: 'Why it matters' }, { title: 'Remedy' }],
          faults.map((one) => [
            `${one.path}${one.line === undefined ? '' : `, line ${one.line}`}`,
            one.message,
            one.why,
            one.remedy,
          ]),
        ),
    stages.length === 0
      ? ''
      : table(
          'How far the run came',
          [{ title: 'Stage' }, { title: 'Size' }, { title: 'Time', unit: 's', align: 'right' }],
          stages,
        ),
    paragraph('There is no plan, so there are no sizes, costs or emissions to show.'),
  ].join('\n');
}

/** A name with what is to be known about it beneath. */
function noted(title: string, notes: readonly string[]): Cell {
  const text = notes.filter((note) => note !== '').join('; ');
  const under = text === '' ? '' : `<div class="small">${escapeHtml(text)}</div>`;
  return markup(`${escapeHtml(title)}${under}`);
}

function promiseTable(rows: readonly PromiseRow[], currency: string): string {
  if (rows.length === 0) return paragraph('The park makes no promises.');
  return table(
    'Promises: what was pledged, what the plan gives, and what is to spare (margin; negative: missing)',
    [
      { title: 'Promise' },
      { title: 'Status' },
      { title: 'Target' },
      { title: 'Found', align: 'right' },
      { title: 'Margin', align: 'right' },
      { title: 'Cost of keeping it', align: 'right' },
    ],
    rows.map((row) => [
      noted(row.title, [
        row.to === null ? '' : `to ${row.to}`,
        row.note,
        row.warning,
        paidForText(row),
        periodsText(row, currency),
      ]),
      verdict(row.status),
      `${row.sense} ${figure(row.target, row.unit)} in ${row.year}`,
      figure(row.value, row.unit),
      row.margin === null ? '–' : margin(beyondRounding(row.margin, row.target), row.unit),
      row.bound ? (row.status === 'broken' ? '–' : promisePrice(row, currency)) : 'checked only',
    ]),
  );
}

/** A difference of shares is told in percentage points. */
function margin(value: number, unit: string): string {
  const text = figure(value, unit);
  return unit === '1' || unit === '%' ? text.replace('%', 'points') : text;
}

function claimTable(rows: readonly ClaimRow[]): string {
  if (rows.length === 0) return paragraph('No announced claims were given to be tested.');
  const lines = rows.flatMap((row): Cell[][] => {
    const difference = row.found === null ? null : beyondRounding(row.found - row.stated, row.stated);
    return [
      [
        noted(row.claim, [row.by === null ? '' : `said by ${row.by}`, row.note]),
        verdict(row.verdict),
        figure(row.stated, row.unit),
        figure(row.found, row.unit),
        difference === null ? '–' : margin(difference, row.unit),
      ],
      ...row.readings.map((reading): Cell[] => [
        markup(`<span class="small">read as: ${escapeHtml(reading.reading)}</span>`),
        verdict(reading.verdict),
        '',
        figure(reading.found, row.unit),
        reading.found === null
          ? '–'
          : margin(beyondRounding(reading.found - row.stated, row.stated), row.unit),
      ]),
    ];
  });
  return table(
    'Announced claims, tested and never assumed',
    [
      { title: 'Claim' },
      { title: 'Verdict' },
      { title: 'Stated', align: 'right' },
      { title: 'Found', align: 'right' },
      { title: 'By how much', align: 'right' },
    ],
    lines,
  );
}

export function promiseSection(run: Run): string {
  if (run.plan === null) return '';
  const currency = run.network?.money.currency ?? '';
  return section(
    'promises',
    'Promises and claims',
    `${promiseTable(run.promises, currency)}\n${claimTable(run.claims)}`,
  );
}
