/**
 * How do the park's plants become processes?
 * In: the plants, their recipes, the weather profiles. Out: one process a plant (with its operating slices), its size,
 * and the store inside it where its model has one.
 */
import { fateFromLibrary } from '../park/open-market.ts';
import type { ParkPlant } from '../park/park.ts';
import { parameterValues } from '../park/resolve-parameters.ts';
import { ELEMENT_NAMES, type RecipeFlow } from '../plants/model.ts';
import { seriesId, wantedBy } from '../weather/wanted.ts';
import { addCapacity, commodityIndex, type Draft, nodeIndex, type SizedThing } from './draft.ts';
import type { Blend, Flow, ProcessSegment } from './network.ts';
import { provePlant } from './prove-plant.ts';
import { type PlantRecipe, plantRecipe, withExtra } from './recipe.ts';

interface Alternative extends Pick<PlantRecipe, 'flows' | 'segments'> {
  /** Title of what it works on; null: there is no choice. */
  readonly feed: string | null;
}

/** What the plan may choose between: a recipe for each feed of a charge, or as it is on one ore. */
function alternativesOf({ library }: Draft, recipe: PlantRecipe, ore: string | null): Alternative[] {
  if (recipe.feeds.length === 0) return [{ ...recipe, feed: ore }];
  return recipe.feeds.map(({ commodity, flows }) => ({
    feed: library.commodities[commodity].title,
    flows,
    segments: recipe.segments,
  }));
}

/**
 * Heat that nobody in the park takes and that costs nothing to let off: it is told as a flow, and nothing has to balance,
 * which spares the program a row an hour. What weighs something always has a fate.
 */
function letOff(draft: Draft, alternatives: readonly Alternative[]): ReadonlySet<string> {
  const { park, library } = draft;
  const wanted = new Set([
    ...alternatives.flatMap(({ flows }) =>
      flows.filter(({ amount }) => amount < 0).map((flow) => flow.commodity),
    ),
    ...park.stores.map(({ commodity }) => commodity),
    ...park.links.flatMap(({ carries }) => carries),
    ...park.markets.map(({ commodity }) => commodity),
    ...park.fates.map(({ of }) => of),
  ]);
  const free = Object.values(library.fates).filter(
    ({ of, last }) =>
      last && !wanted.has(of) && Object.keys(library.commodities[of].composition).length === 0,
  );
  return new Set(
    free.filter((fate) => fateFromLibrary(fate, park.money, library).cost.value === 0).map(({ of }) => of),
  );
}

function toFlow(draft: Draft, plant: ParkPlant, flow: RecipeFlow, gone: ReadonlySet<string>): Flow {
  const own = draft.library.commodities[flow.commodity].kind === 'internal' ? plant.id : null;
  return {
    node: gone.has(flow.commodity) ? -1 : nodeIndex(draft, plant.site, flow.commodity, own),
    commodity: commodityIndex(draft, flow.commodity),
    amount: flow.amount,
    cause: flow.cause ?? null,
    composition: flow.composition ?? null,
  };
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

/** The feeds of a charge and the window of its product; null where the recipe leaves no choice. */
function blendOf(draft: Draft, plant: ParkPlant, { feeds }: PlantRecipe): Blend | null {
  if (feeds.length === 0) return null;
  return {
    feeds: feeds.map(({ commodity, brings }) => ({ commodity: commodityIndex(draft, commodity), brings })),
    limits: plant.window.map(({ element, side, share, own }) => ({
      element,
      side,
      share: share.value,
      path: own ? `plants.${plant.id}.window.${side}.${element}` : null,
    })),
  };
}

/** Index of the series of a weather profile at a site, entered by `build-network.ts` before the plants. */
function profileIndex(draft: Draft, plant: ParkPlant): number {
  const wanted = wantedBy(plant);
  return wanted === null ? -1 : draft.series.findIndex((series) => series.id === seriesId(wanted));
}

/** The fixed cost of a year with what is laid aside for parts that are renewed within the plant's life. */
function withRenewals({ cost: { fixed }, renewals }: ParkPlant): ParkPlant['cost']['fixed'] {
  if (renewals.length === 0) return fixed;
  const laidAside = (amount: (cost: ParkPlant['cost']['fixed']) => number): number =>
    renewals.reduce((sum, { cost, life }) => sum + amount(cost) / life.value, amount(fixed));
  const every = renewals.map(({ part, life }) => `${part} every ${Number(life.value.toPrecision(3))} a`);
  return {
    ...fixed,
    value: laidAside(({ value }) => value),
    range: [
      laidAside(({ value, range }) => range?.[0] ?? value),
      laidAside(({ value, range }) => range?.[1] ?? value),
    ],
    note: [fixed.note, `with the renewal of ${every.join(' and ')}`]
      .filter((each) => each !== undefined)
      .join('; '),
  };
}

/** Parameters for the reader; those that differ between feeds name theirs. */
function parametersByFeed(plant: ParkPlant): ParkPlant['parameters'] {
  const differs = (key: string): boolean =>
    plant.feeds.some(({ parameters }) => parameters[key].value !== plant.parameters[key].value);
  return Object.fromEntries(
    Object.entries(plant.parameters).flatMap(([key, value]) =>
      differs(key)
        ? plant.feeds.map(({ title, parameters }) => [`${key}, ${title}`, parameters[key]])
        : [[key, value]],
    ),
  );
}

/**
 * What stands and can be converted may shrink to nothing, is never enlarged, and what it once cost is sunk: what is
 * converted of it gives nothing back.
 */
function sizeAndCost({ park }: Draft, plant: ParkPlant): Pick<SizedThing, 'size' | 'cost'> {
  const { capacity: size, cost } = plant;
  const whole = { size, cost: { ...cost, fixed: withRenewals(plant) } };
  if (!park.plants.some(({ converts }) => converts === plant.id)) return whole;
  return {
    size: { ...size, min: 0, max: size.existing, fixed: false },
    cost: { ...whole.cost, overnight: { ...cost.overnight, value: 0, note: 'stands; sunk' } },
  };
}

/** Once every plant has its size: which sizes are made of which. */
function addConversions({ park, capacities }: Draft): void {
  for (const { id, converts } of park.plants) {
    if (converts === null) continue;
    const own = capacities.findIndex(({ owner }) => owner === id);
    const other = capacities.findIndex(({ owner }) => owner === converts);
    capacities[own] = { ...capacities[own], converts: other };
  }
}

export function addPlants(draft: Draft): void {
  const made = draft.park.plants.map((plant) => {
    const feeds = plant.feeds.length > 0 ? plant.feeds : [null];
    const recipes = feeds.map((feed) => {
      const values = parameterValues(feed?.parameters ?? plant.parameters);
      const recipe = plantRecipe(plant, values, draft.library, feed);
      return { values, recipe, alternatives: alternativesOf(draft, recipe, feed?.title ?? null) };
    });
    return { plant, recipes, alternatives: recipes.flatMap((each) => each.alternatives) };
  });
  const gone = letOff(
    draft,
    made.flatMap(({ alternatives }) => alternatives),
  );
  for (const { plant, recipes, alternatives } of made) {
    for (const { values, recipe } of recipes)
      draft.issues.push(...provePlant(plant, recipe, values, draft.library));
    const [{ recipe }] = recipes;
    const site = draft.siteIndex.get(plant.site) ?? 0;
    const path = `plants.${plant.id}`;
    const capacity = addCapacity(draft, {
      owner: plant.id,
      title: plant.title,
      of: 'output',
      unit: plant.capacityUnit,
      group: plant.library.group,
      site,
      ...sizeAndCost(draft, plant),
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
    const segments = alternatives.flatMap((each): ProcessSegment[] =>
      (each.segments ?? [{ share: 1, extra: [] }]).map(({ share, extra }, slice) => ({
        share: share * rating.share,
        slice,
        feed: alternatives.length > 1 ? each.feed : null,
        flows: [out, ...withExtra(each.flows, extra).map((flow) => toFlow(draft, plant, flow, gone))],
      })),
    );
    const inputs: Record<string, ParkPlant['availability']> = {
      availability: plant.availability,
      'overnight cost': plant.cost.overnight,
      'fixed cost': plant.cost.fixed,
      'variable cost': plant.cost.variable,
      life: plant.cost.life,
      ...Object.fromEntries(
        plant.renewals.flatMap(({ part, cost, life }) => [
          [`renewal of ${part}`, cost],
          [`life of ${part}`, life],
        ]),
      ),
      staff: plant.staff,
      ...parametersByFeed(plant),
    };
    for (const flow of plant.flows) {
      inputs[`${flow.amount.value < 0 ? 'needs' : 'makes'} ${flow.commodity}`] = flow.amount;
    }
    for (const { commodity, flows: ofFeed } of plant.charge) {
      for (const flow of ofFeed)
        inputs[`on ${commodity} ${flow.amount.value < 0 ? 'needs' : 'makes'} ${flow.commodity}`] =
          flow.amount;
    }
    for (const { commodity, analysis } of plant.charge) {
      for (const element of new Set(plant.window.map((limit) => limit.element))) {
        const share = analysis[element];
        if (share !== undefined) inputs[`${ELEMENT_NAMES[element]} in ${commodity}`] = share;
      }
    }
    for (const { element, side, share } of plant.window) inputs[`${ELEMENT_NAMES[element]} ${side}`] = share;
    if (plant.minimumLoad !== null) inputs['minimum load'] = plant.minimumLoad;
    if (plant.ramp !== null) inputs['ramp'] = plant.ramp;
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
      blend: blendOf(draft, plant, recipe),
      capacity,
      yearShare: rating.yearShare,
      minimumShare: recipe.minimumLoad,
      ramp: plant.ramp?.value ?? null,
      profile: profileIndex(draft, plant),
      variableCost: plant.cost.variable.value,
      costProfile: -1,
      carbonProfile: -1,
      open: -1,
      outHours: 0,
      maxRate: Number.POSITIVE_INFINITY,
      minPerYear: 0,
      maxPerYear: Number.POSITIVE_INFINITY,
      maxOverHorizon: plant.reserve ?? Number.POSITIVE_INFINITY,
      output: plant.output,
      shortfallValue: plant.shortfallValue,
      carbon: 0,
      renewable: plant.library.renewable ? 1 : 0,
      clean: plant.library.renewable ? 1 : 0,
      cleanProfile: -1,
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
        floor: null,
        endures: inner.endures ?? null,
        path,
      });
    }
  }
  addConversions(draft);
}
