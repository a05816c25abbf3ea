/**
 * What is built, of what was allowed?
 * In: a plan. Out: one row a size and phase, in the trade's units, for tables, JSON and charts.
 */
import type { Capacity, Network } from '../network/network.ts';
import { isConverted } from '../network/per-year.ts';
import type { Plan } from '../plan/plan.ts';
import type { CapacityRow } from './promise-row.ts';

/** A size this close to a limit, relative to it, is at the limit. */
const TOUCHES = 1e-6;

function limitOf(capacity: Capacity, size: number): CapacityRow['atLimit'] {
  const { min, max, fixed } = capacity;
  if (fixed || min === max) return 'fixed';
  const near = (limit: number) => Math.abs(size - limit) <= TOUCHES * Math.max(1, Math.abs(limit));
  if (Number.isFinite(max) && near(max)) return 'max';
  // Nothing built where nothing need be is no limit that anyone feels.
  if (min > 0 && near(min)) return 'min';
  return null;
}

/** Whole units that stand beside what exists; the plan's own count is whole but for the solver's rounding. */
function unitsOf(plan: Plan, number: number, phase: number): CapacityRow['units'] {
  const { wholeUnit, existing, shown } = plan.network.capacities[number];
  if (wholeUnit === null) return null;
  const counted = (size: number): number => (size - existing) / wholeUnit;
  const count = Math.round(counted(plan.phases[phase].capacities[number]));
  const free = plan.rounding?.sizes[phase][number];
  return { size: wholeUnit * shown.factor, count, continuous: free === undefined ? count : counted(free) };
}

/** What still stands of what existed: what may be turned into another plant may be less than it was. */
function stillStanding({ capacities }: Network, number: number, size: number): number {
  const { existing } = capacities[number];
  return isConverted(capacities, number) ? Math.min(existing, size) : existing;
}

/** Below this share of the largest size of its unit a size is none: it only takes up what the solver left of nothing elsewhere. */
const FAINT = 1e-9;

export function capacityRows(plan: Plan): CapacityRow[] {
  const { network } = plan;
  return plan.phases.flatMap((phase, index) => {
    const largest = new Map<string, number>();
    for (const [number, { unit }] of network.capacities.entries())
      largest.set(unit, Math.max(largest.get(unit) ?? 0, phase.capacities[number]));
    return network.capacities.map((capacity, number): CapacityRow => {
      const { unit, factor } = capacity.shown;
      const stands = phase.capacities[number];
      const isFaint = capacity.existing === 0 && stands <= FAINT * (largest.get(capacity.unit) ?? 0);
      const size = isFaint ? 0 : stands;
      const existing = stillStanding(network, number, size);
      return {
        plant: capacity.owner,
        title: capacity.title,
        of: capacity.of,
        group: capacity.group,
        site: network.sites[capacity.site].id,
        phase: network.phases[index].id,
        built: (size - existing) * factor,
        existing: existing * factor,
        min: capacity.min * factor,
        max: Number.isFinite(capacity.max) ? capacity.max * factor : null,
        unit,
        atLimit: limitOf(capacity, size),
        units: unitsOf(plan, number, index),
        shadowPrice: capacity.wholeUnit !== null ? null : phase.capacityPrice[number] / factor,
        shadowPriceUnit: `${network.money.currency}/a per ${unit}`,
      };
    });
  });
}
