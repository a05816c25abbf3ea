/**
 * How do the park's plants become processes?
 * In: the plants, their recipes, the weather profiles. Out: one process a plant (with its operating slices), its size,
 * and the store inside it where its model has one.
 */
import type { ParkPlant } from '../park/park.ts';
import type { RecipeFlow } from '../plants/model.ts';
import { addCapacity, commodityIndex, type Draft, nodeIndex } from './draft.ts';
import type { Flow, ProcessSegment } from './network.ts';
import { provePlant } from './prove-plant.ts';
import { parameterValues, plantRecipe } from './recipe.ts';

function toFlow(draft: Draft, plant: ParkPlant, flow: RecipeFlow): Flow {
  const own = draft.library.commodities[flow.commodity].kind === 'internal' ? plant.id : null;
  return {
    node: nodeIndex(draft, plant.site, flow.commodity, own),
    commodity: commodityIndex(draft, flow.commodity),
    amount: flow.amount,
    cause: flow.cause ?? null,
    composition: flow.composition ?? null,
  };
}

/** Adds the slice's extra need to the recipe, line by line. */
function withExtra(flows: readonly Flow[], extra: readonly Flow[]): Flow[] {
  const sum = flows.map((flow) => {
    const more = extra.filter((line) => line.commodity === flow.commodity && line.cause === flow.cause);
    return { ...flow, amount: flow.amount + more.reduce((total, line) => total + line.amount, 0) };
  });
  const fresh = extra.filter(
    (line) => !flows.some((flow) => flow.commodity === line.commodity && flow.cause === line.cause),
  );
  return [...sum, ...fresh].filter((flow) => flow.amount !== 0);
}

/**
 * How much activity one unit of capacity allows at best, and over the year. Plants rated by yearly output carry their
 * nameplate, so that the hourly best is nameplate ÷ availability; machines rated by power carry their power, so that
 * availability limits the year. Weather profiles contain availability already.
 */
function ratingOf(plant: ParkPlant, sliced: boolean): { share: number; yearShare: number | null } {
  const availability = plant.availability.value;
  if (plant.library.profile !== undefined) return { share: 1, yearShare: null };
  if (plant.library.ratedIn === 'MW') return { share: 1, yearShare: availability < 1 ? availability : null };
  if (sliced) return { share: 1, yearShare: 1 };
  return { share: 1 / availability, yearShare: availability < 1 ? 1 : null };
}

/** Index of the series of a weather profile at a site, entered by `build-network.ts` before the plants. */
function profileIndex(draft: Draft, plant: ParkPlant): number {
  if (plant.library.profile === undefined) return -1;
  return draft.series.findIndex((series) => series.id === `${plant.site}/${plant.library.profile}`);
}

export function addPlants(draft: Draft): void {
  for (const plant of draft.park.plants) {
    const values = parameterValues(plant);
    const recipe = plantRecipe(plant, values, draft.library);
    draft.issues.push(...provePlant(plant, recipe, values, draft.library));
    const site = draft.siteIndex.get(plant.site) ?? 0;
    const path = `plants.${plant.id}`;
    const capacity = addCapacity(draft, {
      owner: plant.id,
      title: plant.title,
      of: 'output',
      unit: plant.capacityUnit,
      group: plant.library.group,
      site,
      size: plant.capacity,
      cost: plant.cost,
      staff: plant.staff,
      land: plant.land,
      path: `${path}.capacity`,
    });
    const rating = ratingOf(plant, recipe.segments !== null);
    const reference = plant.library.makes;
    const out: Flow = {
      node: nodeIndex(draft, plant.site, reference),
      commodity: commodityIndex(draft, reference),
      amount: 1,
      cause: null,
      composition: null,
    };
    const flows = [out, ...recipe.flows.map((flow) => toFlow(draft, plant, flow))];
    const segments: ProcessSegment[] = (recipe.segments ?? [{ share: 1, extra: [] }]).map((slice) => ({
      share: slice.share * rating.share,
      flows: withExtra(
        flows,
        slice.extra.map((flow) => toFlow(draft, plant, flow)),
      ),
    }));
    const inputs: Record<string, ParkPlant['availability']> = {
      availability: plant.availability,
      'overnight cost': plant.cost.overnight,
      'fixed cost': plant.cost.fixed,
      'variable cost': plant.cost.variable,
      life: plant.cost.life,
      staff: plant.staff,
      ...plant.parameters,
    };
    for (const flow of plant.flows) {
      inputs[`${flow.amount.value < 0 ? 'needs' : 'makes'} ${flow.commodity}`] = flow.amount;
    }
    if (plant.minimumLoad !== null) inputs['minimum load'] = plant.minimumLoad;
    if (plant.land !== null) inputs['land'] = plant.land;
    draft.processes.push({
      id: plant.id,
      title: plant.title,
      kind: 'plant',
      group: plant.library.group,
      library: plant.library.id,
      site,
      reference: out.commodity,
      period: plant.library.period,
      segments,
      capacity,
      yearShare: rating.yearShare,
      minimumShare: recipe.minimumLoad,
      ramp: plant.ramp?.value ?? null,
      profile: profileIndex(draft, plant),
      variableCost: plant.cost.variable.value,
      costProfile: -1,
      maxRate: Number.POSITIVE_INFINITY,
      minPerYear: 0,
      maxPerYear: Number.POSITIVE_INFINITY,
      maxOverHorizon: plant.reserve ?? Number.POSITIVE_INFINITY,
      output: plant.output,
      shortfallValue: plant.shortfallValue,
      carbon: 0,
      renewable: plant.library.renewable ? 1 : 0,
      useful: true,
      losses: recipe.losses,
      inputs,
      path,
    });
    if (recipe.inner !== null && recipe.inner !== undefined) {
      const { inner } = recipe;
      draft.stores.push({
        id: `${plant.id}/${inner.commodity}`,
        title: `${draft.library.commodities[inner.commodity].title} of ${plant.title}`,
        group: plant.library.group,
        library: plant.library.id,
        node: nodeIndex(draft, plant.site, inner.commodity, plant.id),
        capacity,
        low: inner.low,
        high: inner.high,
        power: -1,
        chargeEfficiency: 1,
        dischargeEfficiency: 1,
        lossPerHour: inner.lossPerHour,
        wearCost: null,
        standing: inner.standing,
        path,
      });
    }
  }
}
