/**
 * Energy figures: how much of the electricity is renewable, what is curtailed, what is left unserved, what a tonne takes.
 * In: a plan. Out: entries of the register, and a table by plant.
 */
import type { Network, Process } from '../network/network.ts';
import type { Plan } from '../plan/plan.ts';
import { annualTotals, madeByPlants, netOf } from './annual-totals.ts';
import { playsRole, SMELTER_GROUP } from './commodity-roles.ts';
import { electricityYear, smelterLoad } from './electricity.ts';
import { hourlyReading } from './hourly-reading.ts';
import type { Kpi, KpiValue } from './kpi.ts';
import { perActivity, plainSum, processTerms, ratio } from './measure-terms.ts';
import { renewableSupply, usableSupply } from './supply.ts';

export const NO_ELECTRICITY = 'the park uses no electricity';

/** 100 × part ÷ whole. */
export function percent(part: number, whole: number, whyNot: string): KpiValue {
  return whole > 0 ? { value: (100 * part) / whole } : { value: null, note: whyNot };
}

/** Named renewable generators: plants whose output is electricity of a renewable source. */
function renewablePlants(network: Network): { process: Process; number: number }[] {
  const electricity = playsRole(network, 'electricity');
  return network.processes
    .map((process, number) => ({ process, number }))
    .filter(({ process }) => {
      const gives = process.segments[0].flows.some((flow) => electricity[flow.commodity] && flow.amount > 0);
      return process.kind === 'plant' && process.renewable > 0 && process.capacity >= 0 && gives;
    });
}

/** MW of named renewable generators. */
export function renewableCapacity(plan: Plan, phase: number): number {
  return renewablePlants(plan.network).reduce(
    (sum, { process }) => sum + plan.phases[phase].capacities[process.capacity],
    0,
  );
}

/** Used ÷ (capacity × hours of the year), over all named renewable generators; null without any. */
export function renewableCapacityFactor(plan: Plan, phase: number): number | null {
  const electricity = playsRole(plan.network, 'electricity');
  const totals = annualTotals(plan, phase);
  const used = renewablePlants(plan.network).reduce(
    (sum, { number }) => sum + netOf(totals, number, electricity),
    0,
  );
  const most = renewableCapacity(plan, phase) * plan.network.phases[phase].grid.hoursPerYear;
  return most > 0 ? used / most : null;
}

/** Share of an asked output that is not made, for the output that is missed most. */
function unserved(plan: Plan, phase: number): KpiValue {
  const { processes, phases } = plan.network;
  const { hoursPerYear } = phases[phase].grid;
  const shares = processes.flatMap((process, number) => {
    if (process.output === null || process.output <= 0) return [];
    const asked = (process.output * hoursPerYear) / 8760;
    return [{ title: process.title, share: plan.phases[phase].shortfall[number] / asked }];
  });
  const missed = shares.filter(({ share }) => share > 1e-9).sort((a, b) => b.share - a.share);
  if (missed.length === 0) return { value: 0 };
  return {
    value: 100 * missed[0].share,
    note: `not made in full: ${missed.map(({ title }) => title).join(', ')}`,
  };
}

/** Electricity of the smelter group per tonne of metal. */
function specificEnergyMeasure(network: Network) {
  const [electricity, metal] = [playsRole(network, 'electricity'), playsRole(network, 'metal')];
  const inSmelter = (process: Process) => process.kind === 'plant' && process.group === SMELTER_GROUP;
  return ratio(
    processTerms(network, (process, part) =>
      inSmelter(process) ? -1000 * perActivity(process, part, electricity) : 0,
    ),
    processTerms(network, (process, part) => (inSmelter(process) ? perActivity(process, part, metal) : 0)),
  );
}

export const ENERGY_KPIS: readonly Kpi[] = [
  {
    id: 'renewable-capacity',
    title: 'Renewable capacity',
    unit: 'GW',
    definition:
      'Rated power of all plants that make electricity from a renewable source, standing in the phase.',
    group: 'energy',
    better: 'neither',
    value: (plan, phase) => ({ value: renewableCapacity(plan, phase) / 1000 }),
    measure: (network) =>
      plainSum(
        renewablePlants(network).map(({ process }) => ({
          of: 'capacity',
          index: process.capacity,
          coefficient: 0.001,
        })),
      ),
  },
  {
    id: 'renewable-capacity-factor',
    title: 'Capacity factor of renewable plants, as used',
    unit: '%',
    definition:
      'Electricity used from renewable plants (after curtailment) over their rated power times the hours of the year.',
    group: 'energy',
    better: 'more',
    value: (plan, phase) => {
      const factor = renewableCapacityFactor(plan, phase);
      return factor === null
        ? { value: null, note: 'the park has no renewable plants' }
        : { value: 100 * factor };
    },
  },
  {
    id: 'renewable-share',
    title: 'Renewable share of electricity, whole park, counted by year',
    unit: '%',
    definition:
      'Renewable electricity supplied in the year (after curtailment, purchases by their stated share) less all that is sold or let go, over all electricity used in the park: plants, storage losses and line losses.',
    group: 'energy',
    better: 'more',
    value: (plan, phase) => {
      const { renewableUsed, used } = electricityYear(plan, phase);
      return percent(renewableUsed, used, NO_ELECTRICITY);
    },
    measure: (network) => {
      const renewable = renewableSupply(network);
      return ratio(
        processTerms(network, (process, part) => 100 * renewable(process, part)),
        processTerms(network, usableSupply(network)),
      );
    },
    hourly: hourlyReading,
  },
  {
    id: 'renewable-share-smelter',
    title: 'Renewable electricity against the use of the smelter alone, counted by year',
    unit: '%',
    definition:
      'The same renewable electricity over what the smelter alone uses (plants of the metal group). Above 100 % it would cover more than the smelter, over the year.',
    group: 'energy',
    better: 'more',
    value: (plan, phase) => {
      const { renewableUsed, usedBySmelter } = electricityYear(plan, phase);
      return percent(renewableUsed, usedBySmelter, 'the park has no smelter that uses electricity');
    },
  },
  {
    id: 'grid-share',
    title: 'Share of purchased electricity',
    unit: '%',
    definition: 'Electricity bought over all electricity used in the park.',
    group: 'energy',
    better: 'less',
    value: (plan, phase) => {
      const { bought, used } = electricityYear(plan, phase);
      return percent(bought, used, NO_ELECTRICITY);
    },
    measure: (network) => {
      const usable = usableSupply(network);
      return ratio(
        processTerms(network, (process, part) => (process.kind === 'buy' ? 100 * usable(process, part) : 0)),
        processTerms(network, usable),
      );
    },
  },
  {
    id: 'electricity-used',
    title: 'Electricity used in the park',
    unit: 'TWh/a',
    definition:
      'Plants, storage losses and line losses: own supply and purchases, less sales and what is let go.',
    group: 'energy',
    better: 'less',
    value: (plan, phase) => ({ value: electricityYear(plan, phase).used / 1e6 }),
  },
  {
    id: 'smelter-load',
    title: 'Mean load of the smelter',
    unit: 'MW',
    definition:
      'Electricity of the plants of the metal group, averaged over the year; the range is its lowest and highest hour.',
    group: 'energy',
    better: 'neither',
    value: (plan, phase) => {
      const load = smelterLoad(plan, phase);
      const { hoursPerYear } = plan.network.phases[phase].grid;
      const lowest = load.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
      const highest = load.reduce((high, value) => Math.max(high, value), 0);
      return {
        value: electricityYear(plan, phase).usedBySmelter / hoursPerYear,
        range: [lowest, highest],
        note: 'the range is the lowest and highest hour, not an uncertainty',
      };
    },
  },
  {
    id: 'specific-energy-ac',
    title: 'Specific energy of the smelter (AC)',
    unit: 'kWh/t',
    definition:
      'Electricity (AC) of the plants of the metal group per tonne of liquid aluminium that they make.',
    group: 'energy',
    better: 'less',
    value: (plan, phase) => {
      const metal = madeByPlants(plan, phase, playsRole(plan.network, 'metal'), SMELTER_GROUP);
      if (metal <= 0) return { value: null, note: 'the park makes no liquid aluminium' };
      return { value: (1000 * electricityYear(plan, phase).usedBySmelter) / metal };
    },
    measure: specificEnergyMeasure,
  },
  {
    id: 'curtailment',
    title: 'Curtailment',
    unit: '%',
    definition:
      'Electricity that weather-driven plants could have given and were not asked for, over what they could have given.',
    group: 'energy',
    better: 'less',
    value: (plan, phase) => {
      const { curtailed, potential } = electricityYear(plan, phase);
      return percent(curtailed, potential, 'the park has no weather-driven plants');
    },
  },
  {
    id: 'curtailed-energy',
    title: 'Curtailed electricity',
    unit: 'GWh/a',
    definition: 'Electricity that weather-driven plants could have given in the year and were not asked for.',
    group: 'energy',
    better: 'less',
    value: (plan, phase) => ({ value: electricityYear(plan, phase).curtailed / 1000 }),
  },
  {
    id: 'storage-losses',
    title: 'Electricity lost in storage',
    unit: '%',
    definition:
      'Electricity that batteries and other stores of electricity swallow, over all electricity used. Where a share of renewables binds, more of it may be a way of using up what would else be curtailed.',
    group: 'energy',
    better: 'less',
    value: (plan, phase) => {
      const { storageLoss, used } = electricityYear(plan, phase);
      return percent(storageLoss, used, NO_ELECTRICITY);
    },
  },
  {
    id: 'unserved-demand',
    title: 'Unserved demand',
    unit: '%',
    definition:
      'Share of a yearly output that is asked for and not made, for the output that is missed most. Never part of a cost.',
    group: 'energy',
    better: 'less',
    value: unserved,
  },
];

export interface PlantYear {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  /** In `unit`, the trade's own. */
  readonly capacity: number;
  readonly unit: string;
  /** Units of the main output per year. */
  readonly output: number;
  readonly outputUnit: string;
  /** Output over capacity × hours of the year. */
  readonly capacityFactor: number | null;
  /** MWh per year: given +, taken −. */
  readonly electricity: number;
}

/** One row a plant: how much it makes and how well it is used. */
export function plantYears(plan: Plan, phase: number): PlantYear[] {
  const { network } = plan;
  const totals = annualTotals(plan, phase);
  const electricity = playsRole(network, 'electricity');
  return network.processes.flatMap((process, number) => {
    if (process.kind !== 'plant' || process.capacity < 0) return [];
    const { shown } = network.capacities[process.capacity];
    const size = plan.phases[phase].capacities[process.capacity];
    const most = size * network.phases[phase].grid.hoursPerYear;
    return [
      {
        id: process.id,
        title: process.title,
        group: process.group,
        capacity: size * shown.factor,
        unit: shown.unit,
        output: totals.activity[number],
        outputUnit: `${network.commodities[process.reference].unit}/a`,
        capacityFactor: most > 0 ? totals.activity[number] / most : null,
        electricity: netOf(totals, number, electricity),
      },
    ];
  });
}
