/**
 * What becomes of each waste, and how much metal comes back?
 * In: a plan. Out: entries of the register, and a table: made, used, stored away, by fate.
 */
import type { Network, Process } from '../network/network.ts';
import type { Plan } from '../plan/plan.ts';
import { annualTotals, madeByPlants, netOf } from './annual-totals.ts';
import { isNewScrap, playsRole } from './commodity-roles.ts';
import { percent } from './energy.ts';
import type { Kpi } from './kpi.ts';

/** Used: by a plant that makes something of it, a buyer, a useful fate. Passed on: it becomes another waste. */
export type WasteUse = 'used' | 'stored' | 'passed on';

export interface WasteRow {
  readonly commodity: string;
  readonly title: string;
  readonly unit: string;
  /** Units per year that plants leave. */
  readonly made: number;
  readonly used: number;
  /** Laid away by fates that are no use, or let go. */
  readonly stored: number;
  readonly passedOn: number;
  /** used ÷ made; null when none is made. */
  readonly shareUsed: number | null;
  readonly fates: readonly { readonly to: string; readonly amount: number; readonly use: WasteUse }[];
}

function useOf(network: Network, process: Process): WasteUse {
  if (process.kind === 'plant')
    return network.commodities[process.reference].kind === 'waste' ? 'passed on' : 'used';
  if (process.kind === 'sell') return 'used';
  return process.kind === 'fate' && process.useful ? 'used' : 'stored';
}

function wasteRow(plan: Plan, phase: number, commodity: number): WasteRow {
  const { network } = plan;
  const totals = annualTotals(plan, phase);
  const marked = network.commodities.map((_, number) => number === commodity);
  const fates: { to: string; amount: number; use: WasteUse }[] = [];
  for (const [number, process] of network.processes.entries()) {
    const net = netOf(totals, number, marked);
    if (net < 0 && process.kind !== 'link')
      fates.push({ to: process.title, amount: -net, use: useOf(network, process) });
  }
  const sum = (use: WasteUse) =>
    fates.reduce((total, fate) => total + (fate.use === use ? fate.amount : 0), 0);
  const made = madeByPlants(plan, phase, marked);
  const { id, title, unit } = network.commodities[commodity];
  return {
    commodity: id,
    title,
    unit,
    made,
    used: sum('used'),
    stored: sum('stored'),
    passedOn: sum('passed on'),
    shareUsed: made > 0 ? sum('used') / made : null,
    fates: fates.sort((a, b) => b.amount - a.amount),
  };
}

/** One row a waste that is made or taken in the year. */
export function wasteRows(plan: Plan, phase: number): WasteRow[] {
  return plan.network.commodities
    .flatMap((commodity, number) => (commodity.kind === 'waste' ? [wasteRow(plan, phase, number)] : []))
    .filter((row) => row.made > 0 || row.fates.length > 0);
}

/**
 * A family of wastes together, units per year: a plant counts by what it takes less what it leaves of the family, so
 * that residue which is only filtered, or lining which is only treated, is neither used nor made twice.
 */
export function wasteFamily(
  plan: Plan,
  phase: number,
  marked: readonly boolean[],
): { made: number; used: number; stored: number } {
  const totals = annualTotals(plan, phase);
  const sum = { made: 0, used: 0, stored: 0 };
  for (const [number, process] of plan.network.processes.entries()) {
    const net = netOf(totals, number, marked);
    if (process.kind === 'plant' && net > 0) sum.made += net;
    else if (process.kind === 'plant') sum.used -= net;
    else if (process.kind !== 'link' && net < 0)
      sum[useOf(plan.network, process) === 'used' ? 'used' : 'stored'] -= net;
  }
  return sum;
}

/** Wastes that are weighed. */
const weighedWastes = (network: Network): boolean[] =>
  network.commodities.map(({ kind, unit }) => kind === 'waste' && unit === 't');

export const LOOP_KPIS: readonly Kpi[] = [
  {
    id: 'residue-used-share',
    title: 'Share of refinery residue that is used',
    unit: '%',
    definition:
      'Bauxite residue and belite mud that go to a use (in the park or outside) over what plants leave of them, the lime included that caustic recovery adds; filtering alone is no use.',
    group: 'loops',
    better: 'more',
    value: (plan, phase) => {
      const { used, made } = wasteFamily(plan, phase, playsRole(plan.network, 'residue'));
      return percent(used, made, 'the park leaves no refinery residue');
    },
  },
  {
    id: 'waste-used-share',
    title: 'Share of all waste that is used',
    unit: '%',
    definition:
      'Tonnes of waste that go to a use over tonnes of waste that plants leave; what is stored or landfilled is not used, and waste made into another waste counts once.',
    group: 'loops',
    better: 'more',
    value: (plan, phase) => {
      const { used, made } = wasteFamily(plan, phase, weighedWastes(plan.network));
      return percent(used, made, 'the park leaves no waste');
    },
  },
  {
    id: 'waste-stored',
    title: 'Waste laid away',
    unit: 'kt/a',
    definition: 'Tonnes of waste that go to storage or landfill in a year.',
    group: 'loops',
    better: 'less',
    value: (plan, phase) => ({ value: wasteFamily(plan, phase, weighedWastes(plan.network)).stored / 1000 }),
  },
  {
    id: 'scrap-returned',
    title: 'Own scrap that returns to the furnace',
    unit: '%',
    definition:
      'New scrap that plants of the park take over the new scrap that its plants leave, bought scrap included.',
    group: 'loops',
    better: 'more',
    value: (plan, phase) => {
      const { network } = plan;
      const totals = annualTotals(plan, phase);
      const scrap = isNewScrap(network);
      const returned = network.processes.reduce(
        (sum, process, number) =>
          sum + (process.kind === 'plant' ? Math.max(0, -netOf(totals, number, scrap)) : 0),
        0,
      );
      return percent(returned, madeByPlants(plan, phase, scrap), 'the park leaves no scrap of its own');
    },
  },
];
