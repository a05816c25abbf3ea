/**
 * What do processes move, hour by hour? In: a plan, a phase, terms on processes. Out: the weighted sum of their rates.
 */
import type { MeasureTerm } from '../network/network.ts';
import type { Plan } from './plan.ts';

/** Σ coefficient × rate of processes, hour by hour. */
export function hourlyRates(plan: Plan, phase: number, terms: readonly MeasureTerm[]): Float64Array {
  const { network } = plan;
  const { grid } = network.phases[phase];
  const sum = new Float64Array(grid.steps);
  for (const { index, part, coefficient } of terms) {
    const { of } = grid.periods[network.processes[index].period];
    const all = plan.phases[phase].activity[index];
    for (const rates of part === undefined ? all : [all[part]])
      for (let step = 0; step < grid.steps; step++) sum[step] += coefficient * rates[of[step]];
  }
  return sum;
}
