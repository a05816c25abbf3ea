/**
 * All figures of one phase of a plan, in the order of the register.
 * In: a plan and a register. Out: one row a figure, with the park's own currency in its unit.
 */
import type { Plan } from '../plan/plan.ts';
import type { KpiRow, Register } from './kpi.ts';
import { unitIn } from './kpi-unit.ts';

export function kpiRows(plan: Plan, phase: number, register: Register): KpiRow[] {
  return register.map((kpi): KpiRow => {
    const { value, range, note } = kpi.value(plan, phase);
    return {
      id: kpi.id,
      title: kpi.title,
      value,
      unit: unitIn(kpi.unit, plan.network.money),
      definition: kpi.definition,
      group: kpi.group,
      ...(range === undefined ? {} : { range }),
      ...(note === undefined ? {} : { note }),
    };
  });
}
