/**
 * How much of the electricity is matched in its own month and hour?
 * In: a plan. Out: entries of the register: the renewable share counted by month and by hour, the score of carbon-free energy
 * around the clock, and matching by the volume of the year.
 *
 * Score: Google, "24/7 Carbon-Free Energy: Methodologies and Metrics" (2021): in each hour the smaller of clean supply and load,
 * summed and divided by the load of the year; what the hour lacks and the grid gives counts with the clean share of the grid.
 * Stores as in the EnergyTag standard for granular certificates (2022): what they give back counts as what they took.
 */

import { hourlyRates } from '../plan/hourly-rates.ts';
import type { Plan } from '../plan/plan.ts';
import { countedValue, matchedIn } from './counted-by.ts';
import { ENERGY_KPIS, NO_ELECTRICITY, percent } from './energy.ts';
import { hourlyUse } from './follow-origin.ts';
import { contractReading, hourlyReading, matchingOf } from './hourly-reading.ts';
import type { Kpi, KpiValue } from './kpi.ts';
import { hasMonths } from './measure-sums.ts';
import { processTerms } from './measure-terms.ts';
import { oncePerPhase } from './once.ts';
import { ownCleanSupply, usableSupply } from './supply.ts';

const share = ENERGY_KPIS.find(({ id }) => id === 'renewable-share')!;
const NOT_BY_HOUR: KpiValue = { value: null, note: 'electricity is not balanced by the hour here' };
const CHOSEN_WEEKS = 'of the weeks chosen to stand for the year; no claim by hour rests on them';

function counted(plan: Plan, phase: number, countedBy: 'month' | 'hour'): KpiValue {
  const found = countedValue(
    plan,
    phase,
    { id: '', countedBy, sense: 'at least' },
    share,
    countedBy === 'hour',
  );
  if (found === null) return NOT_BY_HOUR;
  const { value, note } = found.found;
  if (value === null) return { value, note: note ?? NO_ELECTRICITY };
  if (!hasMonths(plan.network.phases[phase].grid)) return { value, note: CHOSEN_WEEKS };
  if (countedBy === 'hour') return { value };
  const most = found.months.reduce((top, each) => Math.max(top, each.value), value);
  return found.hint === ''
    ? { value }
    : { value, note: `${found.hint}; the best has ${most.toPrecision(3)} %` };
}

interface Score {
  readonly load: number;
  readonly matched: number;
  readonly fromGrid: number;
  /** All that the park's own clean plants give. */
  readonly volume: number;
}

/** MWh per year; null where electricity is not balanced by the hour. */
function computeScore(plan: Plan, phase: number): Score | null {
  const { network } = plan;
  const matching = matchingOf(network, ownCleanSupply(network));
  if (matching === undefined) return null;
  const { grid } = network.phases[phase];
  const load = hourlyUse(plan, phase, matching);
  const { matched } = matchedIn(plan, phase, matching);
  const bought = new Float64Array(grid.steps);
  const clean = new Float64Array(grid.steps);
  const usable = usableSupply(network);
  for (const [index, { kind, clean: usual, cleanProfile }] of network.processes.entries()) {
    if (kind !== 'buy') continue;
    const terms = processTerms(network, (process, part) =>
      process === network.processes[index] ? usable(process, part) : 0,
    );
    const rates = hourlyRates(plan, phase, terms);
    const shape = cleanProfile < 0 ? null : network.series[cleanProfile].values[phase];
    for (let step = 0; step < grid.steps; step++) {
      bought[step] += rates[step];
      clean[step] += rates[step] * usual * (shape?.[step] ?? 1);
    }
  }
  const sum = { load: 0, matched: 0, fromGrid: 0 };
  for (let step = 0; step < grid.steps; step++) {
    const hours = grid.weight[step];
    sum.load += hours * load[step];
    sum.matched += hours * matched[step];
    // Of what is bought only what the load lacks counts: the rest is stored or sold.
    const lacking = Math.max(0, load[step] - matched[step]);
    if (bought[step] > 0) sum.fromGrid += hours * clean[step] * Math.min(1, lacking / bought[step]);
  }
  const own = ownCleanSupply(network);
  const given = processTerms(network, (process, part) => Math.max(0, own(process, part)));
  const rates = hourlyRates(plan, phase, given);
  return { ...sum, volume: rates.reduce((total, rate, step) => total + grid.weight[step] * rate, 0) };
}

const scoreOf = oncePerPhase(computeScore, '');

function scored(plan: Plan, phase: number, part: (score: Score) => number): KpiValue {
  const score = scoreOf(plan, phase);
  if (score === null) return NOT_BY_HOUR;
  const found = percent(part(score), score.load, NO_ELECTRICITY);
  const isTypical = !hasMonths(plan.network.phases[phase].grid);
  return found.value === null || !isTypical ? found : { ...found, note: CHOSEN_WEEKS };
}

export const MATCHING_KPIS: readonly Kpi[] = [
  {
    id: 'renewable-share-by-month',
    title: 'Renewable share of electricity, whole park, counted by month',
    unit: '%',
    definition:
      'The renewable share counted in each month of the time zone of the park; told is the lowest month. Not told on typical weeks, which have no months.',
    group: 'energy',
    better: 'more',
    value: (plan, phase) => counted(plan, phase, 'month'),
  },
  {
    id: 'renewable-share-by-hour',
    title: 'Renewable share of electricity, whole park, counted by hour',
    unit: '%',
    definition:
      'Of the electricity used in the year, what renewable supply of the same hour matches: supply less what is sold or let go, never more than the use of the hour. What stores take of it is followed and counts in the hour in which they give it back; what they lose of it counts neither as matched nor as used.',
    group: 'energy',
    better: 'more',
    value: (plan, phase) => counted(plan, phase, 'hour'),
    hourly: hourlyReading,
  },
  {
    id: 'cfe-score',
    title: 'Carbon-free around the clock, own plants alone',
    unit: '%',
    definition:
      'Score of 24/7 carbon-free energy by contract: in each hour the smaller of own clean supply (stores followed, sales deducted) and load, summed over the year, over the load of plants and lines.',
    group: 'energy',
    better: 'more',
    value: (plan, phase) => scored(plan, phase, ({ matched }) => matched),
    hourly: contractReading,
  },
  {
    id: 'cfe-score-with-grid',
    title: 'Carbon-free around the clock, with the clean share of the grid',
    unit: '%',
    definition:
      'The same score; what an hour lacks and is bought counts with the clean share of the market in that hour.',
    group: 'energy',
    better: 'more',
    value: (plan, phase) => scored(plan, phase, ({ matched, fromGrid }) => matched + fromGrid),
  },
  {
    id: 'annual-volume-matching',
    title: 'Own clean electricity against the load, by the volume of the year',
    unit: '%',
    definition:
      'All that own clean plants give in the year, also what is sold (its buyer may claim it too), over the load of plants and lines, at most 100 %. The weakest reading: which hour it comes in does not count.',
    group: 'energy',
    better: 'more',
    value: (plan, phase) => scored(plan, phase, ({ volume, load }) => Math.min(volume, load)),
  },
];
