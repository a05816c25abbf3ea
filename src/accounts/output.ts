/**
 * What does the park make, and what could it make?
 * In: a plan. Out: entries of the register (alumina, metal), and a table of everything that is made and sold.
 */
import type { Network } from '../network/network.ts';
import type { Plan } from '../plan/plan.ts';
import { annualTotals, madeByPlants, netOf } from './annual-totals.ts';
import { playsRole, type Role, SMELTER_GROUP } from './commodity-roles.ts';
import type { Kpi } from './kpi.ts';
import { perActivity, plainSum, processTerms } from './measure-terms.ts';
import { moneyYear } from './money-flows.ts';

/** Hours of the year that nameplates speak of. */
const NAMEPLATE_HOURS = 8760;

/** Capacities (indexes) of plants whose main output plays the role. */
function makers(network: Network, role: Role, group: string | null): number[] {
  const marked = playsRole(network, role);
  const indexes = network.processes.flatMap((process) => {
    const counts = process.kind === 'plant' && (group === null || process.group === group);
    return counts && process.capacity >= 0 && marked[process.reference] ? [process.capacity] : [];
  });
  return [...new Set(indexes)];
}

const capacityKpi = (id: string, title: string, words: string, role: Role, group: string | null): Kpi => ({
  id,
  title,
  unit: 'Mt/a',
  definition: `Nameplate of all plants that make ${words}, standing in the phase, per 8 760 hours.`,
  group: 'output',
  better: 'neither',
  value: (plan, phase) => ({
    value:
      makers(plan.network, role, group).reduce(
        (sum, index) => sum + plan.phases[phase].capacities[index],
        0,
      ) *
      (NAMEPLATE_HOURS / 1e6),
  }),
  measure: (network) =>
    plainSum(
      makers(network, role, group).map((index) => ({
        of: 'capacity',
        index,
        coefficient: NAMEPLATE_HOURS / 1e6,
      })),
    ),
});

const outputKpi = (id: string, title: string, words: string, role: Role, group: string | null): Kpi => ({
  id,
  title,
  unit: 'Mt/a',
  definition: `${words} made in a year, each plant's own use taken off.`,
  group: 'output',
  better: 'neither',
  value: (plan, phase) => ({
    value: madeByPlants(plan, phase, playsRole(plan.network, role), group) / 1e6,
  }),
  measure: (network) => {
    const marked = playsRole(network, role);
    return plainSum(
      processTerms(network, (process, part) =>
        process.kind === 'plant' && (group === null || process.group === group)
          ? Math.max(0, perActivity(process, part, marked)) / 1e6
          : 0,
      ),
    );
  },
});

export const OUTPUT_KPIS: readonly Kpi[] = [
  outputKpi(
    'metal-output',
    'Aluminium made (liquid, from the pots)',
    'Liquid aluminium',
    'metal',
    SMELTER_GROUP,
  ),
  outputKpi('alumina-output', 'Alumina made', 'Smelter-grade alumina', 'alumina', null),
  capacityKpi(
    'metal-capacity',
    'Aluminium capacity',
    'liquid aluminium from the pots',
    'metal',
    SMELTER_GROUP,
  ),
  capacityKpi('alumina-capacity', 'Alumina capacity', 'smelter-grade alumina', 'alumina', null),
];

export interface ProductRow {
  readonly commodity: string;
  readonly title: string;
  readonly unit: string;
  /** Units per year. */
  readonly made: number;
  readonly bought: number;
  readonly sold: number;
  /** Money received per unit sold; null when none is sold. */
  readonly price: number | null;
}

/** One row a commodity that plants make or the park sells, air and wastes left out. */
export function productRows(plan: Plan, phase: number): ProductRow[] {
  const { network } = plan;
  const totals = annualTotals(plan, phase);
  const { variable } = moneyYear(plan, phase);
  return network.commodities.flatMap(({ id, title, unit, kind }, commodity) => {
    if (kind === 'air' || kind === 'waste' || kind === 'internal') return [];
    const marked = network.commodities.map((_, number) => number === commodity);
    const sum = (of: 'buy' | 'sell') =>
      network.processes.reduce(
        (total, process, number) =>
          total + (process.kind === of ? Math.abs(netOf(totals, number, marked)) : 0),
        0,
      );
    const received = network.processes.reduce((total, process, number) => {
      const sells = process.kind === 'sell' && process.reference === commodity;
      return total - (sells ? variable[number] : 0);
    }, 0);
    const [made, bought, sold] = [madeByPlants(plan, phase, marked), sum('buy'), sum('sell')];
    if (made === 0 && sold === 0) return [];
    return [{ commodity: id, title, unit, made, bought, sold, price: sold > 0 ? received / sold : null }];
  });
}
