/**
 * Does a plant of this park close, with what its owner changed in it?
 * In: the plant and its finished recipe. Out: issues: parameter values that cannot hold together, elements that do not
 * close, losses that are not allowed. The library's own plants are proved by tests; this guards the overrides.
 */
import type { Issue } from '../park/issue.ts';
import type { Library } from '../park/library.ts';
import type { ParkPlant } from '../park/park.ts';
import { issue } from '../park/sentences/catalogue.ts';
import { checkTogether } from '../plants/check-values.ts';
import type { Values } from '../plants/model.ts';
import { MODELS } from '../plants/models.ts';
import { showNumber, showQuantity } from '../units/unit.ts';
import { proveClosure } from './closure.ts';
import type { PlantRecipe } from './recipe.ts';

export function provePlant(plant: ParkPlant, recipe: PlantRecipe, values: Values, library: Library): Issue[] {
  const path = `plants.${plant.id}`;
  const model = plant.library.model === undefined ? undefined : MODELS[plant.library.model];
  const conflicts = model === undefined ? [] : checkTogether(model, values);
  if (conflicts.length > 0) {
    return conflicts.map(({ code, keys, particulars }) =>
      issue(code, 'error', plant, { ...particulars, path: `${path}.with.${keys.join(', ')}` }),
    );
  }
  const flows = [{ commodity: plant.library.makes, amount: 1 }, ...recipe.flows];
  const proof = proveClosure(flows, recipe.losses, (id) => library.commodities[id]?.composition ?? {});
  return proof.elements
    .filter((element) => !element.closes)
    .map((element) =>
      element.lossAllowed
        ? issue('plant-not-closed', 'warning', plant, {
            path: `${path}.recipe`,
            plant: plant.title,
            element: element.element,
            in: showNumber(element.in),
            out: showNumber(element.out + element.statedLoss),
            gap: showNumber(element.gap),
          })
        : issue('loss-not-allowed', 'error', plant, {
            path: `${path}.losses.${element.element}`,
            plant: plant.title,
            element: element.element,
            found: showQuantity(element.in === 0 ? 1 : element.statedLoss / element.in, '%'),
          }),
    );
}
