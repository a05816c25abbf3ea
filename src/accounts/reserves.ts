/**
 * How many years do ore and room for waste last at a phase's pace?
 * In: a plan. Out: entries of the register. What lies in the ground, or fits into a store of waste, is told by the park
 * (`reserve:` of a mine, `space:` of a fate); what earlier phases took is gone.
 */
import type { Plan } from '../plan/plan.ts';
import { annualTotals } from './annual-totals.ts';
import type { Kpi, KpiValue } from './kpi.ts';

/** Years until the first of these processes is at its limit; none of them runs, or none has a limit: no figure. */
function yearsLeft(plan: Plan, phase: number, kind: 'plant' | 'fate', without: string): KpiValue {
  let least = Number.POSITIVE_INFINITY;
  let which = '';
  for (const [number, process] of plan.network.processes.entries()) {
    if (process.kind !== kind || !Number.isFinite(process.maxOverHorizon)) continue;
    const pace = annualTotals(plan, phase).activity[number];
    if (pace <= 0) continue;
    let left = process.maxOverHorizon;
    for (let before = 0; before < phase; before++)
      left -= plan.network.phases[before].years * annualTotals(plan, before).activity[number];
    const years = Math.max(0, left) / pace;
    if (years < least) [least, which] = [years, process.title];
  }
  return which === '' ? { value: null, note: without } : { value: least, note: which };
}

export const RESERVE_KPIS: readonly Kpi[] = [
  {
    id: 'reserve-life',
    title: 'Life of the ore reserve',
    unit: 'a',
    definition:
      'Years from the start of the phase that the shortest reserve lasts at the pace of the phase; mines without `reserve` are not counted.',
    group: 'loops',
    better: 'more',
    value: (plan, phase) => yearsLeft(plan, phase, 'plant', 'no mine with a reserve is worked'),
  },
  {
    id: 'waste-space-life',
    title: 'Life of the space for waste',
    unit: 'a',
    definition:
      'Years from the start of the phase that the fullest store of waste lasts at the pace of the phase; fates without `space` are not counted.',
    group: 'loops',
    better: 'more',
    value: (plan, phase) => yearsLeft(plan, phase, 'fate', 'no store of waste with a limited space is used'),
  },
];
