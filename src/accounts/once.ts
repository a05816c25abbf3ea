/**
 * What was computed for a phase of a plan need not be computed again: a plan is frozen.
 * In: a pure function of plan, phase and one more word. Out: the same function, which remembers.
 */
import type { Plan, PlanPhase } from '../plan/plan.ts';

export function oncePerPhase<T, K extends string = ''>(
  compute: (plan: Plan, phase: number, key: K) => T,
  usual: K,
): (plan: Plan, phase: number, key?: K) => T {
  const known = new WeakMap<PlanPhase, Map<K, T>>();
  return (plan, phase, key = usual) => {
    const of = known.get(plan.phases[phase]) ?? new Map<K, T>();
    known.set(plan.phases[phase], of);
    const before = of.get(key);
    if (before !== undefined) return before;
    const made = compute(plan, phase, key);
    of.set(key, made);
    return made;
  };
}
