/**
 * The plan on one screen of a terminal: status in words, the figures that people ask for, sizes, promises, claims, the
 * largest gap. In: a run and the terminal's width. Out: at most 60 lines of aligned text, no colour.
 */
import { chargeRows } from '../accounts/charges.ts';
import { marketHoursRows, outageWords, paidByHour } from '../accounts/market-hours.ts';
import { reserveRows } from '../accounts/reserves.ts';
import { weatherYearLabels, weatherYearRows } from '../accounts/weather-year-figures.ts';
import type { Plan } from '../plan/plan.ts';
import { ELEMENT_NAMES } from '../plants/model.ts';
import type { Run } from '../run/run.ts';
import { count, noun } from '../units/number.ts';
import { shadowPriceText, sortedCapacities } from './capacity-data.ts';
import { explanationBlocks } from './explanation-text.ts';
import { figure, number } from './figure.ts';
import { hanging, textTable, wrapped } from './text-columns.ts';
import {
  gapPlace,
  headlines,
  kpiRange,
  kpiText,
  openRecipes,
  promiseCostText,
  promiseStatus,
  STATUS_WORDS,
  shortfalls,
  statusText,
  unitsSentence,
  unitsText,
} from './wording.ts';

const MOST_LINES = 60;
/** Promises whose price is told below their table. */
const MOST_PRICES = 3;
/** Promises that the hours planned cannot judge, told below as well. */
const MOST_WARNINGS = 3;

/** The first `most` rows, and a line that counts the rest. */
function capped(
  lines: readonly string[],
  most: number,
  [one, more]: readonly [string, string],
): readonly string[] {
  if (lines.length <= most) return lines;
  const rest = lines.length - most;
  return [...lines.slice(0, most), `  … and ${rest} more ${noun(rest, one, more)} in the report`];
}

/** Set in by two blanks, and what follows its first line by two more. */
const inset = (text: string, width: number): readonly string[] =>
  hanging(text, width - 2).map((line) => `  ${line}`);

/** Each line of an explanation hangs under its title. */
function explained({ explanation }: Run, width: number): readonly (readonly string[])[] {
  if (explanation === null) return [];
  return explanationBlocks(explanation).map(({ title, lines }) => [
    title,
    ...lines.flatMap((line) => inset(line, width)),
  ]);
}

/** What each furnace that chooses its charge is filled with, and the element whose room is worth most. */
function charges({ plan }: Run, width: number): readonly string[] {
  if (plan === null) return [];
  const rows = chargeRows(plan, 0).map(({ product, feeds, elements }) => {
    const [first] = [...elements].sort((a, b) => b.saves - a.saves);
    const limit = first.binds === 'at most' ? first.atMost : first.atLeast;
    return [
      product,
      `${feeds[0].title} ${figure(feeds[0].share, '1', 2)}`,
      first.saves === 0 ? 'nothing' : `${ELEMENT_NAMES[first.element]} ${first.binds} ${figure(limit, '1')}`,
    ];
  });
  const heads = [{ title: 'Alloy' }, { title: 'Mostly of' }, { title: 'Held back by' }];
  return rows.length === 0 ? [] : capped(textTable(heads, rows, width), 8, ['alloy', 'alloys']);
}

/** "45 to 120 USD/MWh", or one figure where all hours are alike. */
const askedText = ({ low, high }: { low: number; high: number }, unit: string): string =>
  low === high ? figure(low, unit) : `${number(low)} to ${figure(high, unit)}`;

/** What was paid on average where the hours are not alike, and the highest hour. */
function byTheHour(plan: Plan, width: number): readonly string[] {
  const asked = marketHoursRows(plan.network, 0);
  const rows = asked.map((row) => {
    const { paid, highest } = paidByHour(plan, 0, row);
    return [
      row.title,
      row.money === '' ? '–' : askedText(row.asked, row.moneyUnit),
      paid === null || row.money === '' ? '–' : figure(paid, row.moneyUnit),
      figure(highest, row.rateUnit),
      row.outHours === 0 ? '–' : figure(row.outHours, 'h/a'),
    ];
  });
  const heads = [
    { title: 'By the hour' },
    { title: 'Asked', right: true },
    { title: 'On average', right: true },
    { title: 'Highest hour', right: true },
    { title: 'Out', right: true },
  ];
  const outages = asked
    .filter((row) => outageWords(row) !== '')
    .flatMap((row) => inset(`planned outage of ${row.title}: ${outageWords(row)}`, width));
  return rows.length === 0
    ? []
    : [...capped(textTable(heads, rows, width), 8, ['market', 'markets']), ...outages];
}

/** Short words for the figures that the weather moves. */
const MOVED: Readonly<Record<string, string>> = {
  'renewable-share': 'Renewable',
  'carbon-footprint': 'Carbon',
  'net-annual-cost': 'Net cost',
  'unserved-demand': 'Unserved',
};

/** The mean year and each weather year on a line of its own. */
function byWeatherYear(run: Run, plan: Plan, width: number): readonly string[] {
  const figures = weatherYearRows(plan, 0, run.register).filter(({ id }) => MOVED[id] !== undefined);
  if (figures.length === 0) return [];
  const heads = [{ title: 'Weather year' }, ...figures.map(({ id }) => ({ title: MOVED[id], right: true }))];
  const rows = [
    ['mean', ...figures.map(({ all, unit }) => figure(all, unit))],
    ...weatherYearLabels(plan).map((label, at) => [
      label,
      ...figures.map(({ years, unit }) => figure(years[at], unit)),
    ]),
  ];
  return capped(textTable(heads, rows, width), 8, ['year', 'years']);
}

export function summary(run: Run, width: number): string {
  const title = run.network?.title ?? run.park?.title ?? 'Park';
  const phases = run.network?.phases ?? [];
  const grid = phases[0]?.grid.label;
  const status = run.explanation === null ? statusText(run) : `${STATUS_WORDS[run.status]}.`;
  const head = [
    ...wrapped(title, width),
    ...wrapped(status, width),
    ...(run.plan === null || openRecipes(run) === '' ? [] : wrapped(openRecipes(run), width)),
    ...(run.plan !== null && grid !== undefined && grid !== 'full year'
      ? [`Planned on ${grid}, not on every hour of the year.`]
      : []),
    ...(unitsSentence(run.rounding) === '' ? [] : wrapped(unitsSentence(run.rounding), width)),
    ...shortfalls(run)
      .slice(0, 4)
      .flatMap((row) =>
        inset(
          `unserved: ${row.title}, ${figure(row.missing, row.unit)} of ${figure(row.asked, row.unit)}`,
          width,
        ),
      ),
  ];
  const kpis = textTable(
    [{ title: 'Figure' }, { title: 'Value', right: true }, { title: 'Range' }],
    headlines(run.kpis[0] ?? []).map((row) => [row.title, kpiText(row), kpiRange(row)]),
    width,
  );
  const promises = textTable(
    [
      { title: 'Promise' },
      { title: 'Found', right: true },
      { title: 'Target', right: true },
      { title: 'Status' },
    ],
    run.promises.map((row) => [
      row.title,
      figure(row.value, row.unit),
      `${row.sense === 'at least' ? '≥' : '≤'} ${figure(row.target, row.unit)} ${row.year}`,
      promiseStatus(row),
    ]),
    width,
  );
  const currency = run.network?.money.currency ?? '';
  const prices = run.promises
    .filter(({ price }) => price !== null && price !== 0)
    .slice(0, MOST_PRICES)
    .flatMap((row) => inset(promiseCostText(row, currency), width));
  const untold = run.promises.flatMap(({ title, status, note, warning }) =>
    status === 'untested' || warning !== '' ? [`${title}: ${warning === '' ? note : warning}`] : [],
  );
  const warned = [...new Set(untold)].slice(0, MOST_WARNINGS).flatMap((text) => inset(text, width));
  const claims = textTable(
    [
      { title: 'Claim' },
      { title: 'Found', right: true },
      { title: 'Stated', right: true },
      { title: 'Verdict' },
    ],
    run.claims.map((row) => [
      row.claim,
      figure(row.found, row.unit),
      figure(row.stated, row.unit),
      row.verdict,
    ]),
    width,
  );
  const deposits = textTable(
    [
      { title: 'Deposit' },
      { title: 'Left', right: true },
      { title: 'Taken', right: true },
      { title: 'Lasts', right: true },
    ],
    (run.plan === null ? [] : reserveRows(run.plan, 0))
      .filter(({ pace }) => pace > 0)
      .map((row) => [
        row.title,
        figure(row.left, row.unit),
        figure(row.pace, `${row.unit}/a`),
        figure(row.years ?? 0, 'a'),
      ]),
    width,
  );
  const phase = phases[0]?.id ?? run.capacities[0]?.phase ?? '';
  const inUnits = run.capacities.some((row) => row.units !== null);
  const capacities = textTable(
    [
      { title: 'Capacity' },
      { title: 'Stands', right: true },
      ...(inUnits ? [{ title: 'Units', right: true }] : []),
      { title: 'Allowed', right: true },
      { title: 'One more saves', right: true },
    ],
    sortedCapacities(run.capacities, phase)
      .filter((row) => row.built + row.existing > 0 || row.atLimit !== null)
      .map((row) => [
        row.of === 'output' ? row.title : row.title.includes(',') ? row.title : `${row.title}, ${row.of}`,
        figure(row.built + row.existing, row.unit),
        ...(inUnits ? [unitsText(row)] : []),
        row.atLimit === 'fixed' ? 'fixed' : row.max === null ? 'free' : figure(row.max, row.unit),
        row.atLimit === 'fixed' ? '' : shadowPriceText(row),
      ]),
    width,
  );
  const gap = run.verification?.largestGap;
  const proof = run.plan === null ? null : (run.solution?.certificate ?? null);
  const foot = [
    ...(proof === null
      ? []
      : wrapped(
          `Certificate on the program itself: primal residual ${number(proof.primalResidual, 2)}, dual residual ${number(proof.dualResidual, 2)}, gap ${number(proof.gap, 2)}, all relative (${run.solution?.solver}).`,
          width,
        )),
    ...(gap === undefined
      ? []
      : wrapped(
          `Largest gap without the solver: ${number(gap.relative, 2)} relative in ${gap.what}, ${gapPlace(run, gap.where)}; ${count(run.verification?.checked ?? 0, 'check')}.`,
          width,
        )),
    ...(run.network === null
      ? []
      : [`${count(run.assumed.length, 'silence')} filled in as assumed. Run ${run.id.slice(0, 12)}.`]),
  ];
  const issues =
    run.plan === null
      ? run.issues.slice(0, 5).flatMap((one) => inset(`${one.severity}: ${one.message}`, width))
      : [];
  const fixed = [
    head,
    issues,
    ...explained(run, width),
    kpis,
    [...capped(promises, 11, ['promise', 'promises']), ...prices, ...warned],
    run.plan === null ? [] : byTheHour(run.plan, width),
    run.plan === null ? [] : byWeatherYear(run, run.plan, width),
    charges(run, width),
    capped(claims, 9, ['claim', 'claims']),
    capped(deposits, 8, ['deposit', 'deposits']),
  ];
  const linesOf = (block: readonly string[]): number => block.join('\n').split('\n').length;
  const used = [...fixed, foot].reduce(
    (sum, block) => (block.length === 0 ? sum : sum + linesOf(block) + 1),
    0,
  );
  const room = Math.max(4, MOST_LINES - used - 3);
  return [...fixed, capped(capacities, room, ['capacity', 'capacities']), foot]
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
}
