/**
 * Is what is said to be matched hour by hour really there, and counted once? Supply of the origin, less what left the park and
 * went into stores, covers it in each hour; so does the use; and what stores hold of it is a part of what they hold.
 * In: a plan of the right shape. Out: ledger entries, each measured against the largest supply, use or content.
 */
import { hourlyRates } from './hourly-rates.ts';
import type { Plan, PlanMatching } from './plan.ts';
import { enter, enterEach, FLOW_FLOOR, type Ledger } from './verify-ledger.ts';
import { periodLabel, periodsBefore } from './verify-time.ts';

const largestOf = (...lists: readonly Float64Array[]): number =>
  lists.reduce((most, list) => list.reduce((top, each) => Math.max(top, Math.abs(each)), most), FLOW_FLOOR);

function verifyStore(
  plan: Plan,
  phase: number,
  store: number,
  [level, charge, discharge]: readonly Float64Array[],
  at: (step: number) => string,
  ledger: Ledger,
): void {
  const { network } = plan;
  const { title, lossPerHour, chargeEfficiency, dischargeEfficiency, power } = network.stores[store];
  const whole = plan.phases[phase];
  const { grid } = network.phases[phase];
  const { before } = periodsBefore(grid, grid.periods.hour);
  const scale = largestOf(whole.level[store], whole.charge[store], whole.discharge[store]);
  const each = (what: string, missed: (step: number) => number): void =>
    enterEach(ledger, what, (step) => `${title}, ${at(step)}`, grid.steps, missed, 'MWh', scale);
  each('matched content', (step) =>
    Math.abs(
      level[step] -
        (1 - lossPerHour) * level[before[step]] -
        chargeEfficiency * charge[step] +
        discharge[step] / dischargeEfficiency,
    ),
  );
  for (const rates of [level, charge, discharge]) each('matched below zero', (step) => -rates[step]);
  each('matched part of content', (step) => level[step] - whole.level[store][step]);
  // Nothing is lost and nothing limits it: it may take and give at once as much as it likes, and only the difference is told.
  if (power < 0 && chargeEfficiency === 1 && dischargeEfficiency === 1) return;
  each('matched part of charge', (step) => charge[step] - whole.charge[store][step]);
  each('matched part of discharge', (step) => discharge[step] - whole.discharge[store][step]);
}

function verifyOne(plan: Plan, number: number, phase: number, own: PlanMatching, ledger: Ledger): void {
  const { network } = plan;
  const { title, matching } = plan.measures[number];
  if (matching === undefined) return;
  const { grid } = network.phases[phase];
  const [supply, use] = [hourlyRates(plan, phase, matching.supply), hourlyRates(plan, phase, matching.use)];
  const { charge, discharge } = plan.phases[phase];
  for (const [at, store] of matching.stores.entries())
    for (let step = 0; step < grid.steps; step++) {
      supply[step] += own.discharge[at][step] - own.charge[at][step];
      use[step] += discharge[store][step] - charge[store][step];
    }
  const scale = largestOf(supply, use, own.matched);
  const at = (step: number): string => `${title}, ${periodLabel(network, phase, 'hour', step)}`;
  const each = (what: string, most: Float64Array): void =>
    enterEach(ledger, what, at, grid.steps, (step) => own.matched[step] - most[step], 'MWh', scale);
  each('matched by supply', supply);
  each('matched use', use);
  for (const [place, store] of matching.stores.entries())
    verifyStore(plan, phase, store, [own.level[place], own.charge[place], own.discharge[place]], at, ledger);
}

export function verifyMatching(plan: Plan, ledger: Ledger): void {
  for (const [number, { title, matching, phases }] of plan.measures.entries()) {
    if (matching === undefined) continue;
    for (const phase of phases) {
      const own = plan.phases[phase].matching[number] ?? null;
      enter(ledger, 'length', () => `what is matched of ${title}`, own === null ? 1 : 0, 'values', 1);
      if (own !== null) verifyOne(plan, number, phase, own, ledger);
    }
  }
}
