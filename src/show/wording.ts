/**
 * What is the answer, in words? In: a run. Out: sentences and headline figures for the first page and the terminal:
 * whether the park holds, its sizes, what a tonne costs and emits, which promises hold and which claims do not.
 */

import type { KpiRow } from '../accounts/kpi.ts';
import type { CapacityRow, ClaimRow, PromiseRow, RoundingRow } from '../accounts/promise-row.ts';
import { ELEMENT_NAMES } from '../plants/model.ts';
import type { Run, RunStatus } from '../run/run.ts';
import { count, noun } from '../units/number.ts';
import { sortedCapacities } from './capacity-data.ts';
import { figure, number, rangeText, unitName } from './figure.ts';

export const STATUS_WORDS: Readonly<Record<RunStatus, string>> = {
  optimal: 'Proven plan',
  'near optimal': 'Proven plan, near the best in whole units',
  'not met': 'Not met: part of the demand is not served',
  infeasible: 'Cannot hold: the park contradicts itself',
  unbounded: 'No answer: the park earns without limit',
  limit: 'No plan yet: stopped before one was proven',
  failed: 'Failed: no plan that can be trusted',
  'wrong input': 'Not planned: the park file has mistakes',
};

/** What people look for first; the first figure of the run that fits each line is shown, in this order. */
const HEADLINES: readonly RegExp[] = [
  /^(lcoa|levelised-cost-of-aluminium)$/,
  /^carbon-footprint|^footprint|^(carbon|emissions)-per-tonne/,
  /^renewable-share/,
  /^investment/,
  /^metal-output|^aluminium/,
  /^renewable-capacity/,
  /^permanent-jobs/,
  /^residue-used/,
];

/** Six to eight figures: those of `HEADLINES`, filled up with the first of each group that is not yet there. */
export function headlines(rows: readonly KpiRow[]): readonly KpiRow[] {
  // Of what a park does not make, no headline says so.
  const isMade = ({ group, value }: KpiRow): boolean => group !== 'output' || value !== 0;
  const known = rows.filter((row) => row.value !== null && Number.isFinite(row.value) && isMade(row));
  const chosen: KpiRow[] = [];
  for (const wanted of HEADLINES) {
    const row = known.find((one) => wanted.test(one.id) && !chosen.includes(one));
    if (row !== undefined) chosen.push(row);
  }
  for (const row of known) {
    if (chosen.length >= 6) break;
    if (!chosen.some((one) => one.group === row.group)) chosen.push(row);
  }
  for (const row of known) {
    if (chosen.length >= 6) break;
    if (!chosen.includes(row)) chosen.push(row);
  }
  return chosen.slice(0, 8);
}

export const kpiText = (row: KpiRow): string => figure(row.value, row.unit);
export const kpiRange = (row: KpiRow): string => rangeText(row.range, row.unit);

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;

/** Status and message in one: "Proven plan: no cheaper one exists …" says the proof once. */
export function statusText(run: Run): string {
  const words = STATUS_WORDS[run.status];
  const proven = /^The plan is proven(?=[:,])/;
  const isProven = run.status === 'optimal' || run.status === 'near optimal';
  if (isProven && proven.test(run.message)) return run.message.replace(proven, words);
  return `${words}. ${run.message}`;
}

/**
 * Recipes that make matter or lose it, though the plan on them is proven: how many balances, the worst of the elements (the whole
 * mass only where no element is open). Empty where all close.
 */
export function openRecipes({ issues }: Run): string {
  const all = issues.flatMap(({ open }) => (open === undefined ? [] : [open]));
  if (all.length === 0) return '';
  const elements = all.filter(({ element }) => element !== 'mass');
  const [worst] = (elements.length > 0 ? elements : all).sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap));
  const way = worst.gap < 0 ? 'more out than in' : 'more in than out';
  const much = figure(Math.abs(worst.gap), `t/${worst.per}`, 2);
  return `${count(all.length, 'balance of matter in a recipe does', 'balances of matter in recipes do')} not close; the worst: ${worst.plant}, ${ELEMENT_NAMES[worst.element]}, ${much} ${way}. See “What was assumed” in the report.`;
}

/** Where a gap is, without the phase when there is only one: "smelter, one" is "smelter". */
export function gapPlace(run: Run, where: string): string {
  const phases = run.network?.phases ?? [];
  const tail = `, ${phases[0]?.id}`;
  return phases.length === 1 && where.endsWith(tail) ? where.slice(0, -tail.length) : where;
}

/** "Prebake potline (300 kt/a), Wind farm (900 MW)": the largest sizes of the groups that define a park. */
function sizes(run: Run): string {
  const phase = run.network?.phases[0]?.id ?? run.capacities[0]?.phase ?? '';
  const weather = farmsOf(run);
  const plants = new Set(run.network?.processes.flatMap((one) => (one.kind === 'plant' ? [one.id] : [])));
  const rows = sortedCapacities(run.capacities, phase).filter(
    (row) => plants.has(row.plant) && row.of === 'output' && row.built + row.existing > 0,
  );
  const stands = (row: CapacityRow): number => row.built + row.existing;
  const largest = ['metal', 'alumina', 'power'].flatMap((group) =>
    rows
      .filter((row) => row.group === group && !weather.has(row.plant))
      .sort((a, b) => stands(b) - stands(a))
      .slice(0, 1)
      .map((row) => `${row.title} ${figure(stands(row), row.unit)}`),
  );
  const farms = ['wind', 'sun'].flatMap((source) => {
    const found = rows.filter((row) => weather.get(row.plant) === source);
    const unit = found[0]?.unit ?? '';
    // Farms are rated in MW or GW: told in the unit of the first, all of them in the same.
    const sum = found.filter((row) => row.unit === unit).reduce((total, row) => total + stands(row), 0);
    return found.length === 0 ? [] : [`${figure(sum, unit)} of ${source}`];
  });
  const told = [...largest, ...farms];
  return told.length === 0 ? '' : `What stands: ${listed(told)}.`;
}

/** plant → `wind` or `sun`, by the weather series that drives it. */
function farmsOf(run: Run): ReadonlyMap<string, string> {
  const { processes = [], series = [] } = run.network ?? {};
  return new Map(
    processes.flatMap(({ id, profile }): [string, string][] => {
      const of = series[profile]?.id.split('/').at(-1) ?? '';
      return of.startsWith('wind') ? [[id, 'wind']] : of.startsWith('solar') ? [[id, 'sun']] : [];
    }),
  );
}

function costAndCarbon(rows: readonly KpiRow[], money: string): string {
  const find = (wanted: RegExp): KpiRow | undefined =>
    rows.find((row) => row.value !== null && Number.isFinite(row.value) && wanted.test(row.id));
  const cost = find(HEADLINES[0]);
  const carbon = find(HEADLINES[1]);
  const parts = [
    cost &&
      `costs ${kpiText(cost)}${money === '' ? '' : ` in ${money}`}${cost.range ? ` (${kpiRange(cost)} over the range of its inputs)` : ''}`,
    carbon && `emits ${kpiText(carbon)}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : `A tonne of aluminium ${listed(parts)}.`;
}

/** "12 300 USD/a per person": what one more unit of the target costs. */
export function promisePrice({ price, unit }: Pick<PromiseRow, 'price' | 'unit'>, currency: string): string {
  if (price === null) return '–';
  if (price === 0) return 'nothing: kept anyway';
  return `${figure(unit === '1' ? price / 100 : price, currency)}/a per ${pricedUnit(unit)}`;
}

/** "kept, bound"; "kept anyway" where the plan was held to it, and that costs nothing. */
export function promiseStatus({ status, bound, price }: PromiseRow): string {
  if (!bound) return status;
  return price === 0 && status === 'kept' ? 'kept anyway' : `${status}, bound`;
}

/** What a promise is priced by: a point of a share, a person, a GW. */
const pricedUnit = (unit: string): string =>
  unit === '1' || unit === '%' ? 'point' : unitName(unit).replace(/^persons$/, 'person');

/** "permanent jobs 2032 costs 10 400 USD/a per person; it pays …": what keeping it means for the plan. */
export function promiseCostText(row: PromiseRow, currency: string): string {
  const words = paidForText(row);
  const head = `What keeping “${row.title}” (${row.year}) costs: ${promisePrice(row, currency)}`;
  const months = dearMonthsText(row, currency);
  return `${head}${words === '' ? '' : `; it ${words}`}${months === '' ? '' : `; ${months}`}.`;
}

const MOST_MONTHS = 3;

/** "of it October 3 060 000 USD/a per point, …": the months that keeping it costs most in; empty where they are not held apart. */
function dearMonthsText({ periods, unit }: PromiseRow, currency: string): string {
  const dear = periods
    .filter(({ price }) => price !== null && price > 0)
    .toSorted((a, b) => (b.price ?? 0) - (a.price ?? 0));
  if (periods.length < 2 || dear.length === 0) return '';
  const told = dear
    .slice(0, MOST_MONTHS)
    .map(({ label, price }) => `${label} ${promisePrice({ price, unit }, currency)}`);
  return `of it ${listed(dear.length > MOST_MONTHS ? [...told, 'the other months less'] : told)}`;
}

/** "January 80.0 %, 253 500 USD/a per point; …": every month, what was found and what keeping it there costs. */
export function periodsText({ periods, unit }: PromiseRow, currency: string): string {
  if (periods.length < 2) return '';
  return periods
    .map(({ label, value, price }) => {
      const cost = price === null || price === 0 ? '' : ` (${promisePrice({ price, unit }, currency)})`;
      return `${label} ${figure(value, unit)}${cost}`;
    })
    .join(', ');
}

const MOST_PAID_FOR = 4;

/** What would hardly stand without the promise; empty where nothing is known to. */
export function paidForText({ paysFor }: PromiseRow): string {
  if (paysFor.length === 0) return '';
  const told = paysFor
    .slice(0, MOST_PAID_FOR)
    .map(({ title, size, unit, share }) => `${title} ${figure(size, unit)} (${figure(share, '1', 2)})`);
  const rest = paysFor.length - told.length;
  return `pays more than a quarter of what these earn: ${listed(rest > 0 ? [...told, `${rest} more`] : told)}`;
}

function promisesSentence(rows: readonly PromiseRow[]): string {
  if (rows.length === 0) return 'The park makes no promises.';
  const of = (status: PromiseRow['status']): readonly PromiseRow[] =>
    rows.filter((row) => row.status === status);
  const named = (status: PromiseRow['status'], words: string): string => {
    const found = of(status);
    if (found.length === 0) return '';
    const titles = [...new Set(found.map((row) => row.title))];
    const verb = noun(found.length, 'is', 'are');
    return `${found.length} ${verb} ${words} (${listed(titles.slice(0, 3))}${titles.length > 3 ? ' …' : ''})`;
  };
  const kept = of('kept').length;
  const parts = [
    kept > 0 ? `${kept} ${noun(kept, 'is', 'are')} kept` : '',
    named('at risk', 'at risk'),
    named('broken', 'broken'),
    named('untested', 'untested'),
  ].filter((part) => part !== '');
  return `Of ${rows.length} ${noun(rows.length, 'promise')}, ${listed(parts)}.`;
}

function claimsSentence(rows: readonly ClaimRow[]): string {
  if (rows.length === 0) return '';
  const wrong = rows.filter((row) => row.verdict === 'does not hold');
  if (wrong.length === 0)
    return rows.some((row) => row.verdict === 'untested') ? '' : 'Every announced claim holds.';
  const named = wrong
    .slice(0, 3)
    .map(
      (row) => `“${row.claim}”, stated ${figure(row.stated, row.unit)}, found ${figure(row.found, row.unit)}`,
    );
  const more = wrong.length > 3 ? ' …' : '';
  return `Of ${rows.length} announced ${noun(rows.length, 'claim')}, ${wrong.length} ${noun(wrong.length, 'does', 'do')} not hold: ${named.join('; ')}${more}.`;
}

/** What the plan does not serve, plant by plant; never part of a cost. */
export function shortfalls(run: Run): readonly {
  readonly title: string;
  readonly phase: string;
  readonly missing: number;
  readonly asked: number;
  readonly unit: string;
}[] {
  if (run.plan === null) return [];
  const { network, phases } = run.plan;
  return phases.flatMap((phase, at) =>
    network.processes.flatMap((process, index) => {
      const missing = phase.shortfall[index] ?? 0;
      if (missing <= 1e-6) return [];
      const unit = `${network.commodities[process.reference].unit}/a`;
      return [
        { title: process.title, phase: network.phases[at].id, missing, asked: process.output ?? 0, unit },
      ];
    }),
  );
}

const CHOSEN: Readonly<Record<RoundingRow['method'], string>> = {
  exact: 'no other choice of them is better',
  searched: 'the search for a better choice ended at its limit',
  rounded: 'they were rounded, and the park planned again with them',
};

/** What whole units cost against the same park if any size could be built; nothing where no plan or no unit is. */
export function unitsSentence(row: RoundingRow | null): string {
  if (row === null || row.whole === null) return '';
  const { costPerYear, costPerYearUnit, share, method } = row;
  if (share === null ? row.whole <= row.continuous : share <= 1e-9)
    return 'Whole units cost nothing here: the best sizes come out whole.';
  const parts = [
    costPerYear === null ? '' : figure(costPerYear, costPerYearUnit),
    share === null ? '' : `${figure(share, '1', 2)} of all that the park pays`,
  ].filter((part) => part !== '');
  if (parts.length === 0) return '';
  return `Whole units cost ${parts.join(', ')}, against sizes of any kind; ${CHOSEN[method]}.`;
}

/** "2 × 250 kt/a", beside what exists; empty where any size can be built. */
export function unitsText({ units, unit }: CapacityRow): string {
  return units === null ? '' : `${number(units.count, 6)} × ${figure(units.size, unit)}`;
}

/** The paragraph that opens the report, sentence by sentence. */
export function answer(run: Run): readonly string[] {
  const money = run.network === null ? '' : `money of ${run.network.money.year}`;
  const missing = shortfalls(run).map(
    (row) =>
      `${row.title} misses ${figure(row.missing, row.unit)} of ${figure(row.asked, row.unit)} asked for`,
  );
  if (run.plan === null) return [run.message];
  return [
    run.message,
    missing.length === 0 ? '' : `${listed(missing)}.`,
    sizes(run),
    unitsSentence(run.rounding),
    costAndCarbon(run.kpis[0] ?? [], money),
    promisesSentence(run.promises),
    claimsSentence(run.claims),
  ]
    .filter((sentence) => sentence !== '')
    .map(unbroken);
}

/** Keeps each number on one line with the first word of its unit. */
const unbroken = (text: string): string => text.replace(/(\d) (?=[%\p{L}])/gu, '$1\u00a0');
