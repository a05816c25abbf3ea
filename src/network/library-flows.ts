/**
 * What does a plant of the library need and make per unit of its output, outside of any park?
 * In: the library and a plant. Out: signed flows at nominal load (out +, in −), the output first; none when the plant's recipe
 * cannot be reckoned by itself. The plant is read in a park of its own, so that the figures are those of a park that says nothing.
 */
import type { Library, LibraryPlant } from '../park/library.ts';
import { readPark } from '../park/read-park.ts';
import { parameterValues } from '../park/resolve-parameters.ts';
import type { RecipeFlow } from '../plants/model.ts';
import { plantRecipe, withExtra } from './recipe.ts';

export function libraryFlows(library: Library, plant: LibraryPlant): RecipeFlow[] {
  // Who makes a better ore needs a mine to take it from.
  const mine =
    plant.oreFrom === plant.makes
      ? Object.values(library.plants).find(
          (other) => other.id !== plant.id && other.oreFrom === plant.makes && other.makes === plant.makes,
        )
      : undefined;
  const text = [
    'kombinat: 1',
    'park: One plant',
    'prices in: USD 2025',
    'plants:',
    `  it: { plant: ${plant.id} }`,
    ...(mine === undefined ? [] : [`  mine: { plant: ${mine.id} }`]),
  ].join('\n');
  const read = readPark('library', () => text, library, { scenario: null, strict: false });
  const own = read.ok ? read.value.plants.find(({ id }) => id === 'it') : undefined;
  if (own === undefined) return [];
  const feed = own.feeds[0] ?? null;
  const recipe = plantRecipe(own, parameterValues(feed?.parameters ?? own.parameters), library, feed);
  // Ores of this small park have names of their own; the library's reader knows them as one.
  const ores = plant.oreFrom === plant.makes ? [feed?.commodity, own.library.makes] : [];
  const flows = [{ commodity: own.library.makes, amount: 1 }, ...withSlices(recipe)].map((flow) =>
    ores.includes(flow.commodity) ? { ...flow, commodity: plant.makes } : flow,
  );
  return [...flows.filter(({ amount }) => amount > 0), ...flows.filter(({ amount }) => amount < 0)];
}

/** What the slices of the operating range add, up to nominal load. */
function withSlices({ flows, segments }: ReturnType<typeof plantRecipe>): RecipeFlow[] {
  let sum: readonly RecipeFlow[] = flows;
  let reached = 0;
  for (const { share, extra } of segments ?? []) {
    sum = withExtra(sum, extra, Math.max(0, Math.min(share, 1 - reached)));
    reached += share;
  }
  return sum.filter(({ amount }) => Math.abs(amount) > 1e-12);
}
