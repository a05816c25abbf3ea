/**
 * How do the park's stores enter the network?
 * In: batteries, silos, tanks as declared. Out: a store with its sizes of content and (where it costs) of power.
 */
import type { ParkStore, SizeChoice } from '../park/park.ts';
import { addCapacity, type Draft, nodeIndex } from './draft.ts';
import type { Store } from './network.ts';
import { nominalFlow } from './nominal-need.ts';
import { widestFlows } from './slices.ts';

/**
 * "30 d of smelter": the hours of a plant's need (or output) of the stored commodity at nameplate, as a size.
 * A plant of fixed size gives a fixed store; a free plant gives its largest size, or no limit.
 */
function sizeOf(draft: Draft, store: ParkStore): SizeChoice {
  const { hoursOf } = store.energy;
  if (hoursOf === undefined) return store.energy;
  const process = draft.processes.find((one) => one.id === hoursOf.plant);
  if (process === undefined) return store.energy;
  const { min, max } = draft.capacities[process.capacity];
  const perUnit = widestFlows(process)
    .filter(({ commodity }) => draft.commodities[commodity].id === store.commodity)
    .reduce((sum, flow) => sum + Math.abs(flow.amount), 0);
  const rate = process.output === null ? max : Math.max(min, process.output / 8760);
  const size = hoursOf.hours * perUnit * rate;
  return { ...store.energy, min: size === Number.POSITIVE_INFINITY ? 0 : size, max: size };
}

/** "5 h of smelter" scales with the smelter that is built, and holds what is lost on the way out as well. */
function floorOf(draft: Draft, { neverBelow, commodity, dischargeEfficiency }: ParkStore): Store['floor'] {
  if (neverBelow === null) return null;
  const { hoursOf, min } = neverBelow;
  if (hoursOf === undefined) return { amount: min, capacity: -1, perCapacity: 0 };
  const process = draft.processes.find(({ id }) => id === hoursOf.plant);
  if (process === undefined) return null;
  const need = Math.abs(nominalFlow(process, (flow) => draft.commodities[flow.commodity].id === commodity));
  const perCapacity = (hoursOf.hours * need) / dischargeEfficiency.value;
  return { amount: 0, capacity: process.capacity, perCapacity };
}

export function addStores(draft: Draft): void {
  for (const store of draft.park.stores) {
    const site = draft.siteIndex.get(store.site) ?? 0;
    const commodity = draft.library.commodities[store.commodity];
    const path = `stores.${store.id}`;
    const common = { owner: store.id, group: store.library.group, site, land: null };
    const capacity = addCapacity(draft, {
      ...common,
      title: `${store.title}, content`,
      of: 'content',
      unit: commodity.unit,
      size: sizeOf(draft, store),
      cost: store.energyCost,
      staff: store.staff,
      path: `${path}.capacity`,
    });
    const power =
      store.power === null
        ? -1
        : addCapacity(draft, {
            ...common,
            title: `${store.title}, power`,
            of: 'power',
            unit: commodity.unit === 'MWh' ? 'MW' : `${commodity.unit}/h`,
            size: store.power,
            cost: store.powerCost,
            staff: null,
            path: `${path}.power`,
          });
    draft.stores.push({
      id: store.id,
      title: store.title,
      group: store.library.group,
      library: store.library.id,
      node: nodeIndex(draft, store.site, store.commodity),
      capacity,
      low: 0,
      high: 1,
      power,
      chargeEfficiency: store.chargeEfficiency.value,
      dischargeEfficiency: store.dischargeEfficiency.value,
      lossPerHour: store.standingLoss.value,
      wearCost:
        store.powerCost === null || store.powerCost.variable.value === 0 ? null : store.powerCost.variable,
      standing: 0,
      floor: floorOf(draft, store),
      endures: null,
      path,
    });
  }
}
