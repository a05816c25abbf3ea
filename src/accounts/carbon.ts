/**
 * What does the park emit, and through what?
 * In: a plan. Out: entries of the register and a table line by line. Gases to air count as CO2 equivalent by the
 * network's set of warming potentials (over 100 years).
 */
import type { MeasureTerm, Network, Process } from '../network/network.ts';
import type { Plan } from '../plan/plan.ts';
import { annualTotals, madeByPlants, yearActivity } from './annual-totals.ts';
import { playsRole, SMELTER_GROUP } from './commodity-roles.ts';
import type { Kpi, KpiValue } from './kpi.ts';
import { perActivity, processTerms, ratio } from './measure-terms.ts';

export const CARBON_SCOPES = ['direct', 'indirect', 'upstream'] as const;
/** Direct: to air from the park. Indirect: purchased electricity and heat. Upstream: everything else that is bought. */
export type CarbonScope = (typeof CARBON_SCOPES)[number];

export interface CarbonRow {
  readonly scope: CarbonScope;
  /** What made it: the cause of the flow, or what was bought. */
  readonly cause: string;
  /** Title of the plant, fate or market. */
  readonly of: string;
  readonly gas: string;
  /** t of the gas per year (for purchases: of CO2 equivalent). */
  readonly tonnes: number;
  /** t CO2e per year. */
  readonly amount: number;
}

/** t CO2e per t of a gas. The unit of the scale is CO2 itself. */
function potential(network: Network, gas: string): number | undefined {
  return network.gwp.of[gas] ?? (gas === 'CO2' ? 1 : undefined);
}

/** Gases that the park lets go and the set of warming potentials does not know. */
function unknownGases(network: Network): string[] {
  const gases = network.commodities.flatMap(({ gas }) => (gas === undefined ? [] : [gas]));
  return [...new Set(gases)].filter((gas) => potential(network, gas) === undefined);
}

/** One row a plant, cause and gas, and one a purchase; zero lines are left out. */
export function carbonRows(plan: Plan, phase: number): CarbonRow[] {
  const { network } = plan;
  const { flows } = annualTotals(plan, phase);
  const energy = playsRole(network, 'purchased energy');
  return network.processes.flatMap((process, number): CarbonRow[] => {
    const rows: CarbonRow[] = flows[number].flatMap(({ commodity, amount, cause }) => {
      const { gas } = network.commodities[commodity];
      if (gas === undefined || amount === 0) return [];
      const factor = potential(network, gas) ?? 0;
      return [
        {
          scope: 'direct',
          cause: cause ?? 'process',
          of: process.title,
          gas,
          tonnes: amount,
          amount: amount * factor,
        },
      ];
    });
    const { carbon, carbonProfile } = process;
    const bought = carbon * yearActivity(plan, phase, number, carbonProfile);
    if (bought !== 0) {
      const scope = energy[process.reference] ? 'indirect' : 'upstream';
      const cause = network.commodities[process.reference].title;
      rows.push({ scope, cause, of: process.title, gas: 'CO2e', tonnes: bought, amount: bought });
    }
    return rows;
  });
}

/** t per year of carbon dioxide that goes to air and counts as no emission: that of biomass. */
export function biogenicCarbon(plan: Plan, phase: number): number {
  const { commodities } = plan.network;
  const { flows } = annualTotals(plan, phase);
  const isBiogenic = commodities.map(
    ({ kind, gas, composition }) => kind === 'air' && gas === undefined && (composition.C ?? 0) > 0,
  );
  return flows
    .flat()
    .reduce((sum, { commodity, amount }) => sum + (isBiogenic[commodity] && amount > 0 ? amount : 0), 0);
}

/** t CO2e per year by cause, the largest first, for one scope. */
export function carbonByCause(
  plan: Plan,
  phase: number,
  scope: CarbonScope,
): { cause: string; amount: number }[] {
  const sums = new Map<string, number>();
  for (const row of carbonRows(plan, phase))
    if (row.scope === scope) sums.set(row.cause, (sums.get(row.cause) ?? 0) + row.amount);
  return [...sums].map(([cause, amount]) => ({ cause, amount })).sort((a, b) => b.amount - a.amount);
}

/** t CO2e per year of the scopes. */
export function emissions(plan: Plan, phase: number, scopes: readonly CarbonScope[]): number {
  return carbonRows(plan, phase).reduce((sum, row) => sum + (scopes.includes(row.scope) ? row.amount : 0), 0);
}

function perTonne(plan: Plan, phase: number, scopes: readonly CarbonScope[]): KpiValue {
  const unknown = scopes.includes('direct') ? unknownGases(plan.network) : [];
  if (unknown.length > 0)
    return {
      value: null,
      note: `${plan.network.gwp.set} gives no warming potential for ${unknown.join(', ')}`,
    };
  const metal = madeByPlants(plan, phase, playsRole(plan.network, 'metal'), SMELTER_GROUP);
  if (metal <= 0) return { value: null, note: 'the park makes no liquid aluminium' };
  return {
    value: emissions(plan, phase, scopes) / metal,
    note: `warming potentials: ${plan.network.gwp.set}`,
  };
}

/** t CO2e within the scopes over metal made, for a measure; undefined where a gas has no potential. */
function carbonMeasure(network: Network, scopes: readonly CarbonScope[]) {
  const metal = playsRole(network, 'metal');
  if (unknownGases(network).length > 0) return undefined;
  const numerator = carbonTerms(network, scopes);
  const denominator = processTerms(network, (process, part) => {
    if (process.kind !== 'plant' || process.group !== SMELTER_GROUP) return 0;
    return perActivity(process, part, metal);
  });
  return ratio(numerator, denominator);
}

/** t CO2e per unit of activity within the scopes. */
function carbonTerms(network: Network, scopes: readonly CarbonScope[]) {
  const energy = playsRole(network, 'purchased energy');
  const gases = [...new Set(network.commodities.flatMap(({ gas }) => (gas === undefined ? [] : [gas])))];
  const marked = gases.map((gas) => network.commodities.map((commodity) => commodity.gas === gas));
  const counts = (process: Process): boolean =>
    scopes.includes(energy[process.reference] ? 'indirect' : 'upstream');
  // What is bought at a carbon of its own in each hour counts hour by hour.
  const hourly = network.processes.flatMap((process, index): MeasureTerm[] =>
    process.carbonProfile >= 0 && counts(process)
      ? [{ of: 'process', index, series: process.carbonProfile, coefficient: process.carbon }]
      : [],
  );
  const plain = processTerms(network, (process, part) => {
    const bought = counts(process) && process.carbonProfile < 0 ? process.carbon : 0;
    if (!scopes.includes('direct')) return bought;
    return gases.reduce(
      (sum, gas, at) => sum + perActivity(process, part, marked[at]) * (potential(network, gas) ?? 0),
      bought,
    );
  });
  return [...plain, ...hourly];
}

const perTonneKpi = (id: string, title: string, definition: string, scopes: readonly CarbonScope[]): Kpi => ({
  id,
  title,
  unit: 'tCO2e/t',
  definition,
  group: 'carbon',
  better: 'less',
  value: (plan, phase) => perTonne(plan, phase, scopes),
  measure: (network) => carbonMeasure(network, scopes),
});

export const CARBON_KPIS: readonly Kpi[] = [
  perTonneKpi(
    'direct-emissions',
    'Direct emissions per tonne of metal',
    'Greenhouse gases to air from every plant of the park (scope 1), over the liquid aluminium made.',
    ['direct'],
  ),
  perTonneKpi(
    'indirect-emissions',
    'Emissions of purchased energy per tonne of metal',
    'Emissions of making the electricity, steam and heat that are bought (scope 2), by what the market states, over the liquid aluminium made.',
    ['indirect'],
  ),
  perTonneKpi(
    'upstream-emissions',
    'Emissions of purchased inputs per tonne of metal',
    'Emissions of making what else is bought (scope 3, category 1), by what the market states, over the liquid aluminium made.',
    ['upstream'],
  ),
  perTonneKpi(
    'carbon-footprint',
    'Carbon footprint per tonne of metal',
    'Direct, indirect and upstream emissions of the whole park over the liquid aluminium made; no credit for what is sold.',
    CARBON_SCOPES,
  ),
  {
    id: 'emissions',
    title: 'Emissions of the park',
    unit: 'MtCO2e/a',
    definition: 'Direct, indirect and upstream emissions of the park in a year.',
    group: 'carbon',
    better: 'less',
    value: (plan, phase) => {
      const unknown = unknownGases(plan.network);
      if (unknown.length > 0)
        return {
          value: null,
          note: `${plan.network.gwp.set} gives no warming potential for ${unknown.join(', ')}`,
        };
      return { value: emissions(plan, phase, CARBON_SCOPES) / 1e6 };
    },
  },
];
