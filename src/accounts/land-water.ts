/**
 * How much land and water does the park take?
 * In: a plan. Out: entries of the register.
 */
import type { Network } from '../network/network.ts';
import type { Plan } from '../plan/plan.ts';
import { annualTotals, madeByPlants, netOf } from './annual-totals.ts';
import { playsRole, SMELTER_GROUP, WATER_GROUP } from './commodity-roles.ts';
import type { Kpi, KpiValue } from './kpi.ts';
import { perActivity, plainSum, processTerms } from './measure-terms.ts';

/** m3 per year that plants take, less what they give back; waterworks only pass it on. */
function waterUsed(plan: Plan, phase: number): number {
  const water = playsRole(plan.network, 'water');
  const totals = annualTotals(plan, phase);
  return plan.network.processes.reduce((sum, process, number) => {
    const uses = process.kind === 'plant' && process.group !== WATER_GROUP;
    return uses ? sum - netOf(totals, number, water) : sum;
  }, 0);
}

function landUsed(plan: Plan, phase: number): KpiValue {
  const sum = { value: 0, low: 0, high: 0 };
  for (const [number, { land }] of plan.network.capacities.entries()) {
    if (land === null) continue;
    const size = plan.phases[phase].capacities[number];
    const [low, high] = land.range ?? [land.value, land.value];
    sum.value += land.value * size;
    sum.low += low * size;
    sum.high += high * size;
  }
  return sum.low < sum.value || sum.high > sum.value
    ? { value: sum.value, range: [sum.low, sum.high] }
    : { value: sum.value };
}

export const LAND_WATER_KPIS: readonly Kpi[] = [
  {
    id: 'water-use',
    title: 'Water use',
    unit: 'Mm3/a',
    definition: 'Water that plants take in a year less what they give back, waterworks not counted.',
    group: 'land and water',
    better: 'less',
    value: (plan, phase) => ({ value: waterUsed(plan, phase) / 1e6 }),
    measure: (network: Network) => {
      const water = playsRole(network, 'water');
      return plainSum(
        processTerms(network, (process, part) =>
          process.kind === 'plant' && process.group !== WATER_GROUP
            ? -perActivity(process, part, water) / 1e6
            : 0,
        ),
      );
    },
  },
  {
    id: 'water-per-tonne',
    title: 'Water per tonne of metal',
    unit: 'm3/t',
    definition: 'Water use of the whole park over the liquid aluminium made.',
    group: 'land and water',
    better: 'less',
    value: (plan, phase) => {
      const metal = madeByPlants(plan, phase, playsRole(plan.network, 'metal'), SMELTER_GROUP);
      if (metal <= 0) return { value: null, note: 'the park makes no liquid aluminium' };
      return { value: waterUsed(plan, phase) / metal };
    },
  },
  {
    id: 'land-use',
    title: 'Land use',
    unit: 'ha',
    definition:
      'Land of all plants that stand in the phase, as their sources count it: a wind farm with all the ground between its turbines, most of which stays pasture.',
    group: 'land and water',
    better: 'less',
    value: landUsed,
    measure: (network: Network) =>
      plainSum(
        network.capacities.flatMap(({ land }, index) =>
          land === null || land.value === 0
            ? []
            : [{ of: 'capacity' as const, index, coefficient: land.value }],
        ),
      ),
  },
];
