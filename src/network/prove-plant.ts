/**
 * Does a plant of this park close, with what its owner changed in it?
 * In: the plant and its finished recipe. Out: issues: parameter values that cannot hold together, elements that do not
 * close, losses that are not allowed, energy from nothing, heat that climbs by itself. The library's own plants are proved by tests; this guards the overrides.
 */
import type { Issue } from '../park/issue.ts';
import type { Library } from '../park/library.ts';
import type { ParkPlant } from '../park/park.ts';
import { issue } from '../park/sentences/catalogue.ts';
import { checkTogether } from '../plants/check-values.ts';
import type { Composition, Values } from '../plants/model.ts';
import { MODELS } from '../plants/models.ts';
import { showNumber, showQuantity } from '../units/unit.ts';
import { type ClosureProof, meltOf, proveClosure } from './closure.ts';
import { type HeatFlow, heatFault } from './prove-heat.ts';
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
  const { makes } = plant.library;
  const compositionOf = (id: string): Composition => library.commodities[id]?.composition ?? {};
  const per = library.commodities[makes].unit;
  const whole = { commodity: makes, amount: 1 };
  if (recipe.feeds.length === 0) {
    const flows = [whole, ...recipe.flows];
    const proof = proveClosure(flows, recipe.losses, compositionOf);
    return [...open(plant, plant.title, per, proof), ...heatIssues(plant, flows, library)];
  }
  return recipe.feeds.flatMap(({ commodity, flows, losses, brings }) => {
    const melt = { ...whole, composition: meltOf(brings, compositionOf(makes)) };
    const title = `${plant.title} on ${library.commodities[commodity].title}`;
    const proof = proveClosure([melt, ...flows], losses, compositionOf);
    return [...open(plant, title, per, proof), ...heatIssues(plant, [melt, ...flows], library)];
  });
}

/** What does not close, as issues. */
function open(plant: ParkPlant, title: string, per: string, { elements }: ClosureProof): Issue[] {
  const path = `plants.${plant.id}`;
  return elements
    .filter((element) => !element.closes)
    .map((element) =>
      element.lossAllowed
        ? {
            ...issue('plant-not-closed', 'warning', plant, {
              path: `${path}.recipe`,
              plant: title,
              element: element.element,
              in: showNumber(element.in),
              out: showNumber(element.out + element.statedLoss),
              gap: showNumber(element.gap),
            }),
            open: { plant: title, element: element.element, gap: element.gap, per },
          }
        : issue('loss-not-allowed', 'error', plant, {
            path: `${path}.losses.${element.element}`,
            plant: title,
            element: element.element,
            found: showQuantity(element.in === 0 ? 100 : (100 * element.statedLoss) / element.in, '%'),
          }),
    );
}

/** Energy that comes from nothing, or heat that climbs by itself. */
function heatIssues(plant: ParkPlant, flows: readonly HeatFlow[], library: Library): Issue[] {
  const fault = heatFault(flows, (id) => library.commodities[id]);
  if (fault === null) return [];
  const particulars =
    fault.code === 'energy-from-nothing'
      ? { found: showNumber(fault.given), expected: showNumber(fault.taken) }
      : {
          taken: fault.from.title.toLowerCase(),
          cold: showNumber(fault.from.temperature ?? 0),
          found: showNumber(fault.work),
          ...(fault.code === 'heat-uphill'
            ? {
                expected: showNumber(fault.leastWork),
                made: fault.made.title.toLowerCase(),
                hot: showNumber(fault.made.temperature ?? 0),
              }
            : { expected: showNumber(fault.most) }),
        };
  return [
    issue(fault.code, 'error', plant, {
      path: `plants.${plant.id}.recipe`,
      plant: plant.title,
      ...particulars,
    }),
  ];
}
