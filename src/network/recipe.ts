/**
 * What does one unit of a plant's output need, and what else comes out?
 * In: a plant of the park (typed recipe and model parameters), the library. Out: one recipe, with the
 * operating slices and the inner store that its model gives.
 */
import type { Library } from '../park/library.ts';
import type { ParkPlant } from '../park/park.ts';
import type { ModelRecipe, RecipeFlow, RecipeSegment, StatedLoss, Values } from '../plants/model.ts';
import { MODELS } from '../plants/models.ts';
import { lossesOfShares } from './closure.ts';

export interface PlantRecipe {
  /** Signed, one entry per commodity and cause; the reference output is not among them (it is 1 by definition). */
  readonly flows: readonly RecipeFlow[];
  readonly segments: readonly RecipeSegment[] | null;
  readonly minimumLoad: number;
  readonly inner: ModelRecipe['inner'] | null;
  readonly losses: readonly StatedLoss[];
}

/** Values of the model's parameters; those that follow the ore of the park were put there when the park was read. */
export function parameterValues(plant: ParkPlant): Record<string, number> {
  return Object.fromEntries(Object.entries(plant.parameters).map(([key, sourced]) => [key, sourced.value]));
}

/** Sums flows of the same commodity and cause, so that a typed line refines the model's instead of standing beside it. */
function merge(flows: readonly RecipeFlow[]): RecipeFlow[] {
  const byKey = new Map<string, RecipeFlow>();
  for (const flow of flows) {
    const key = `${flow.commodity} ${flow.cause ?? ''} ${flow.amount < 0 ? 'in' : 'out'}`;
    const before = byKey.get(key);
    byKey.set(key, before === undefined ? flow : { ...before, amount: before.amount + flow.amount });
  }
  return [...byKey.values()].filter((flow) => flow.amount !== 0);
}

/** `values`: the plant's model parameters, see `parameterValues`. */
export function plantRecipe(plant: ParkPlant, values: Values, library: Library): PlantRecipe {
  const model = plant.library.model === undefined ? undefined : MODELS[plant.library.model];
  const made = model?.recipe?.(values);
  const typed = plant.flows.map((flow) => ({
    commodity: flow.commodity,
    amount: flow.amount.value,
    cause: flow.cause,
    composition: flow.composition,
  }));
  // A line of the park file's own recipe stands in place of all that model and library say of that commodity.
  const replaced = (flow: RecipeFlow): boolean =>
    plant.flows.some(
      (line) =>
        line.replaces === true &&
        line.commodity === flow.commodity &&
        Math.sign(line.amount.value) === Math.sign(flow.amount),
    );
  const replacing = typed.filter((_, index) => plant.flows[index].replaces === true);
  const standing = [
    ...(made?.flows ?? []),
    ...typed.filter((_, index) => plant.flows[index].replaces !== true),
  ];
  const flows = merge([...standing.filter((flow) => !replaced(flow)), ...replacing]);
  const reference = plant.library.makes;
  const given = lossesOfShares(plant.losses, flows, (id) => library.commodities[id]?.composition ?? {});
  return {
    flows: flows.filter((flow) => flow.commodity !== reference || flow.amount < 0),
    segments: made?.segments ?? null,
    minimumLoad: plant.minimumLoad?.value ?? made?.minimumLoad ?? 0,
    inner: made?.inner ?? null,
    losses: [...(made?.losses ?? []), ...given],
  };
}
