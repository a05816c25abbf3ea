/**
 * Is what stands what existed and was built and still lives, is it within what the park allows, and whole where it comes in
 * units? In: a plan of the right shape. Out: ledger entries, each measured against the larger of size, limit and what existed; parts of a
 * unit against the unit.
 */
import type { Capacity } from '../network/network.ts';
import type { Plan } from './plan.ts';
import { enter, type Ledger, SIZE_FLOOR } from './verify-ledger.ts';

/** Everything built up to this phase that is younger than its life. */
function alive(plan: Plan, number: number, phaseIndex: number): number {
  const { life } = plan.network.capacities[number];
  let sum = 0;
  for (let earlier = 0; earlier <= phaseIndex; earlier++) {
    const age = plan.network.phases[phaseIndex].from - plan.network.phases[earlier].from;
    if (age < life.value) sum += plan.phases[earlier].built[number];
  }
  return sum;
}

/** Existing + what was built and lives − what was made into something else and lives as that. */
function standing(plan: Plan, capacity: Capacity, number: number, phaseIndex: number): number {
  let sum = capacity.existing + alive(plan, number, phaseIndex);
  for (const [other, { converts }] of plan.network.capacities.entries())
    if (converts === number) sum -= alive(plan, other, phaseIndex);
  return sum;
}

export function verifySizes(plan: Plan, ledger: Ledger): void {
  for (const [number, capacity] of plan.network.capacities.entries()) {
    for (const [index, phase] of plan.phases.entries()) {
      const size = phase.capacities[number];
      const where = () => `${capacity.title} (${capacity.of}), ${plan.network.phases[index].id}`;
      const compare = (what: string, missed: number, other: number) =>
        enter(
          ledger,
          what,
          where,
          missed,
          capacity.unit,
          Math.max(SIZE_FLOOR, Math.abs(size), Math.abs(other)),
        );
      const built = phase.built[number];
      compare('built below zero', -built, built);
      if (plan.network.capacities.some(({ converts }) => converts === number))
        compare('converted and built anew', built, built);
      const { wholeUnit: unit } = capacity;
      if (unit !== null) {
        const part = Math.abs(built - Math.round(built / unit) * unit);
        enter(ledger, 'whole units', where, part, capacity.unit, unit);
      }
      const expected = standing(plan, capacity, number, index);
      // What is left of something is a difference: it is as exact as what existed.
      compare('capacity', Math.abs(size - expected), Math.max(expected, capacity.existing));
      compare('smallest size', capacity.min - size, capacity.min);
      if (Number.isFinite(capacity.max)) compare('largest size', size - capacity.max, capacity.max);
    }
  }
}
