/**
 * What does one unit of a plant's output need, and what else comes out?
 * In: a plant of the park (typed recipe and model parameters), the library. Out: one recipe, with the
 * operating slices and the inner store that its model gives.
 */
import type { Library } from '../park/library.ts';
import type { ParkFeed, ParkFlow, ParkPlant } from '../park/park.ts';
import type {
  Composition,
  ModelRecipe,
  RecipeFlow,
  RecipeSegment,
  StatedLoss,
  Values,
} from '../plants/model.ts';
import { LIMITED_ELEMENTS } from '../plants/model.ts';
import { MODELS } from '../plants/models.ts';
import { elementsIn, lossesOfShares } from './closure.ts';

export interface PlantRecipe {
  /** Signed, one entry per commodity and cause; the reference output is not among them (it is 1 by definition). */
  readonly flows: readonly RecipeFlow[];
  readonly segments: readonly RecipeSegment[] | null;
  readonly minimumLoad: number;
  readonly inner: ModelRecipe['inner'] | null;
  readonly losses: readonly StatedLoss[];
  /** Feeds of which the plan chooses; empty: `flows` is all. */
  readonly feeds: readonly FeedRecipe[];
}

/** What is made of one feed alone. */
export interface FeedRecipe {
  readonly commodity: string;
  /** All flows, those of every feed included, per unit of output. */
  readonly flows: readonly RecipeFlow[];
  readonly losses: readonly StatedLoss[];
  /** t of each element per unit of output that stay in it: what goes in less what leaves elsewhere. */
  readonly brings: Composition;
}

/** Model and library say `bauxite`; which one it is that comes in, and goes out, the park says. A line on another feed falls away. */
function onFeed(plant: ParkPlant, flow: RecipeFlow, feed: ParkFeed | null): RecipeFlow[] {
  if (feed === null) return [flow];
  if (flow.commodity === plant.library.oreFrom)
    return [{ ...flow, commodity: flow.amount < 0 ? feed.commodity : plant.library.makes }];
  return plant.feeds.some((other) => other !== feed && other.commodity === flow.commodity) ? [] : [flow];
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

/** Adds what a slice of the range needs more, line by line; `times`: for so much of its output. */
export function withExtra(
  flows: readonly RecipeFlow[],
  extra: readonly RecipeFlow[],
  times = 1,
): RecipeFlow[] {
  const isLike = (one: RecipeFlow, other: RecipeFlow): boolean =>
    one.commodity === other.commodity && (one.cause ?? null) === (other.cause ?? null);
  const sum = flows.map((flow) => {
    const more = extra.filter((line) => isLike(line, flow));
    return { ...flow, amount: flow.amount + more.reduce((total, line) => total + times * line.amount, 0) };
  });
  const fresh = extra
    .filter((line) => !flows.some((flow) => isLike(line, flow)))
    .map((line) => ({ ...line, amount: times * line.amount }));
  return [...sum, ...fresh].filter(({ amount }) => amount !== 0);
}

const typedFlow = ({ commodity, amount, cause, composition }: ParkFlow): RecipeFlow => ({
  commodity,
  amount: amount.value,
  cause,
  composition,
});

function bringsOf(
  flows: readonly RecipeFlow[],
  losses: readonly StatedLoss[],
  compositionOf: (commodity: string) => Composition,
): Composition {
  return Object.fromEntries(
    LIMITED_ELEMENTS.map((element) => {
      const lost = losses.reduce((sum, loss) => sum + (loss.element === element ? loss.amount : 0), 0);
      return [element, -elementsIn(flows, element, compositionOf) - lost];
    }),
  );
}

/** `values`: the plant's model parameters, see `resolve-parameters.ts`; `feed`: which of its ores it works on. */
export function plantRecipe(
  plant: ParkPlant,
  values: Values,
  library: Library,
  feed: ParkFeed | null = null,
): PlantRecipe {
  const model = plant.library.model === undefined ? undefined : MODELS[plant.library.model];
  const made = model?.recipe?.(values);
  const typed = plant.flows.map(typedFlow);
  // A line of the park file's own recipe stands in place of all that model and library say of that commodity.
  const replaced = (flow: RecipeFlow): boolean =>
    plant.flows.some(
      (line) =>
        line.replaces === true &&
        [flow, ...onFeed(plant, flow, feed)].some(({ commodity }) => commodity === line.commodity) &&
        Math.sign(line.amount.value) === Math.sign(flow.amount),
    );
  const replacing = typed.filter((_, index) => plant.flows[index].replaces === true);
  const standing = [...(made?.flows ?? []), ...typed].filter((flow) => !replaced(flow));
  const flows = merge([...standing, ...replacing].flatMap((flow) => onFeed(plant, flow, feed)));
  const reference = plant.library.makes;
  const compositionOf = (id: string): Composition => library.commodities[id]?.composition ?? {};
  const given = lossesOfShares(plant.losses, flows, compositionOf);
  const beside = flows.filter((flow) => flow.commodity !== reference || flow.amount < 0);
  return {
    flows: beside,
    feeds: plant.charge.map((charged) => {
      const all = [...beside, ...charged.flows.map(typedFlow)];
      const losses = [...(made?.losses ?? []), ...lossesOfShares(plant.losses, all, compositionOf)];
      return {
        commodity: charged.commodity,
        flows: all,
        losses,
        brings: bringsOf(all, losses, compositionOf),
      };
    }),
    segments: made?.segments ?? null,
    minimumLoad: plant.minimumLoad?.value ?? made?.minimumLoad ?? 0,
    inner: made?.inner ?? null,
    losses: [...(made?.losses ?? []), ...given],
  };
}
