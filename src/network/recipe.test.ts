/** Recipes: what a slice of the range adds, which ore a line speaks of, what a feed brings. All figures by hand. */
import { describe, expect, it } from 'vitest';
import { ownLibrary } from '../../test/plan-text.ts';
import { readPark } from '../park/read-park.ts';
import { parameterValues } from '../park/resolve-parameters.ts';
import type { RecipeFlow } from '../plants/model.ts';
import { provePlant } from './prove-plant.ts';
import { plantRecipe, withExtra } from './recipe.ts';

const library = ownLibrary();

/** One plant of a park, on the ore of that name (none: as it is). */
function recipeOf(lines: string, id: string, ore: string | null = null) {
  const text = `kombinat: 1\npark: One\nplants:\n${lines}\n`;
  const read = readPark('one.park.yaml', () => text, library, { scenario: null, strict: false });
  if (!read.ok) throw new Error(read.issues.map(({ message }) => message).join('\n'));
  const plant = read.value.plants.find((one) => one.id === id)!;
  const feed = plant.feeds.find(({ commodity }) => commodity === ore) ?? null;
  const known = { ...library, commodities: { ...library.commodities, ...read.value.commodities } };
  const values = parameterValues(feed?.parameters ?? plant.parameters);
  const recipe = plantRecipe(plant, values, known, feed);
  return { plant, recipe, values, known };
}
const amounts = (flows: readonly RecipeFlow[], commodity: string): number[] =>
  flows.filter((flow) => flow.commodity === commodity).map(({ amount }) => amount);

describe('what a slice of the range adds', () => {
  const flows: RecipeFlow[] = [
    { commodity: 'electricity', amount: -2 },
    { commodity: 'steam', amount: -1, cause: 'digestion' },
    { commodity: 'steam', amount: -4, cause: 'evaporation' },
    { commodity: 'water', amount: -3 },
  ];
  const extra: RecipeFlow[] = [
    { commodity: 'electricity', amount: -0.5 },
    { commodity: 'electricity', amount: -0.25 },
    { commodity: 'steam', amount: -0.5, cause: 'digestion' },
    { commodity: 'steam', amount: -0.125 },
    { commodity: 'water', amount: 3 },
    { commodity: 'pot-heat', amount: 6 },
    { commodity: 'lime', amount: 0 },
  ];
  it('is summed line by line, commodity and cause; what comes to nothing is no line', () => {
    expect(withExtra(flows, extra)).toEqual([
      { commodity: 'electricity', amount: -2.75 },
      { commodity: 'steam', amount: -1.5, cause: 'digestion' },
      { commodity: 'steam', amount: -4, cause: 'evaporation' },
      { commodity: 'steam', amount: -0.125 },
      { commodity: 'pot-heat', amount: 6 },
    ]);
  });
  it('of half its output, half of it', () => {
    expect(withExtra(flows, extra, 0.5)).toEqual([
      { commodity: 'electricity', amount: -2.375 },
      { commodity: 'steam', amount: -1.25, cause: 'digestion' },
      { commodity: 'steam', amount: -4, cause: 'evaporation' },
      { commodity: 'water', amount: -1.5 },
      { commodity: 'steam', amount: -0.0625 },
      { commodity: 'pot-heat', amount: 3 },
    ]);
  });
  it('nothing leaves all as it is', () => {
    expect(withExtra(flows, [])).toEqual(flows);
  });
});

describe('ores side by side', () => {
  const MINES = `
  north: { plant: bauxite-mine, ore: { Al2O3: 44 %, SiO2: 11 % } }
  south: { plant: bauxite-mine, ore: { Al2O3: 47 %, SiO2: 6 % } }`;
  const refinery = (more = '') => `${MINES}\n  works: { plant: bayer-refinery${more} }`;
  it.each(['bauxite-of-north', 'bauxite-of-south'])(
    'a refinery on %s takes that, and none of the other',
    (ore) => {
      const { flows } = recipeOf(refinery(), 'works', ore).recipe;
      expect(
        flows.filter(({ commodity }) => commodity.startsWith('bauxite')).map(({ commodity }) => commodity),
      ).toEqual([ore, 'bauxite-residue']);
      expect(amounts(flows, ore)[0]).toBeLessThan(-2);
      expect(amounts(flows, 'electricity')).toEqual([-0.2]);
    },
  );
  it('a line of the park on one ore stands in place of what the model says of it, and is not there on the other', () => {
    const given = refinery(', recipe: { needs: { bauxite-of-north: 3 t, electricity: 0.3 MWh } }');
    const north = recipeOf(given, 'works', 'bauxite-of-north').recipe.flows;
    const south = recipeOf(given, 'works', 'bauxite-of-south').recipe.flows;
    expect(amounts(north, 'bauxite-of-north')).toEqual([-3]);
    expect(amounts(north, 'electricity')).toEqual([-0.3]);
    expect(amounts(south, 'bauxite-of-north')).toEqual([]);
    // (47 − 0.8485 × 0.93 × 6 − 1) × 0.96 × 0.975 of 98.7: 2.555 t.
    expect(amounts(south, 'bauxite-of-south')[0]).toBeCloseTo(-2.555, 2);
    expect(amounts(south, 'electricity')).toEqual([-0.3]);
  });
  it('without an ore a line speaks of bauxite as the library does', () => {
    expect(amounts(recipeOf(refinery(), 'works').recipe.flows, 'bauxite')[0]).toBeLessThan(-2);
  });
  it('washing takes the ore of the pit, 1 ÷ 0.70 t, and what it makes is one by definition', () => {
    const { flows } = recipeOf(
      '  north: { plant: bauxite-mine }\n  wash: { plant: ore-washing }\n  works: { plant: bayer-refinery }',
      'wash',
      'bauxite-of-north',
    ).recipe;
    expect(amounts(flows, 'bauxite-of-north')[0]).toBeCloseTo(-1 / 0.7, 9);
    expect(flows.some(({ commodity, amount }) => commodity === 'bauxite' && amount > 0)).toBe(false);
  });
});

describe('what a feed brings', () => {
  const casthouse = (more = '') => recipeOf(`  works: { plant: casthouse-6063${more} }`, 'works');
  const onMetal = (more = '') =>
    casthouse(more).recipe.feeds.find(({ commodity }) => commodity === 'liquid-aluminium')!;

  it('pot metal: 1.01 × 0.9987 t of aluminium less 0.01197 × 0.833915 in dross, 1.01 × 0.8 kg of iron less 8 g', () => {
    const { brings, flows, losses } = onMetal();
    expect(brings.Al).toBeCloseTo(1.008687 - 0.009981963, 8);
    expect(brings.Fe).toBeCloseTo(0.000808 - 0.01197 * 0.000668, 10);
    expect(brings.Si).toBeCloseTo(0.000404 - 0.01197 * 0.000334, 10);
    expect(losses).toEqual([]);
    // The flows of every feed and its own.
    expect(amounts(flows, 'electricity')).toEqual([-0.11]);
    expect(amounts(flows, 'liquid-aluminium')).toEqual([-1.01]);
    expect(amounts(flows, 'dross')).toEqual([0.01197]);
  });
  it('a stated loss stays behind: 1 % of the aluminium that comes in, and of no other element', () => {
    const { brings, losses } = onMetal(', losses: { Al: 1 % }');
    expect(losses).toMatchObject([{ element: 'Al' }]);
    expect(losses[0].amount).toBeCloseTo(0.01008687, 9);
    expect(brings.Al).toBeCloseTo(1.008687 - 0.009981963 - 0.01008687, 8);
    expect(brings.Fe).toBeCloseTo(0.000808 - 0.01197 * 0.000668, 10);
  });
  it('an ingot is melted: 0.04 MWh and 0.55 of gas more than pot metal', () => {
    const ingot = casthouse().recipe.feeds.find(({ commodity }) => commodity === 'ingot')!;
    expect(amounts(ingot.flows, 'electricity').reduce((sum, amount) => sum + amount)).toBeCloseTo(-0.15, 12);
    expect(amounts(ingot.flows, 'natural-gas').reduce((sum, amount) => sum + amount)).toBeCloseTo(-0.85, 12);
  });
});

describe('a charge is proved feed by feed', () => {
  /** Issues of a casthouse of which one feed gives so much more of a thing. */
  function proved(commodity: string, amount: number) {
    const { plant, recipe, values, known } = recipeOf('  works: { plant: casthouse-6063 }', 'works');
    const feeds = recipe.feeds.map((feed) =>
      feed.commodity === 'ingot' ? { ...feed, flows: [...feed.flows, { commodity, amount }] } : feed,
    );
    return provePlant(plant, { ...recipe, feeds }, values, known);
  }
  it('as the library has it nothing is told', () => {
    expect(proved('dross', 0)).toEqual([]);
  });
  it('0.1 t of dross too much on ingot: aluminium and mass, and the feed is named', () => {
    const issues = proved('dross', 0.1);
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['plant-not-closed', 'warning'],
      ['plant-not-closed', 'warning'],
    ]);
    expect(issues[0].message).toContain('works on Ingot does not close on Al');
  });
  it('steam made on it of nothing but pot gas is heat that climbs', () => {
    const { plant, recipe, values, known } = recipeOf('  works: { plant: casthouse-6063 }', 'works');
    const [first, ...others] = recipe.feeds;
    const hot = {
      ...first,
      flows: [
        ...first.flows.filter(({ commodity }) => commodity !== 'natural-gas' && commodity !== 'electricity'),
        { commodity: 'steam', amount: 1 },
        { commodity: 'low-heat', amount: -1 },
      ],
    };
    expect(
      provePlant(plant, { ...recipe, feeds: [hot, ...others] }, values, known).map(({ code }) => code),
    ).toContain('heat-uphill');
  });
  it('a stated loss counts as out in what is told: 1.01 t in, 1.0735 and 0.01 out', () => {
    const text =
      'kombinat: 1\npark: One\nplants:\n  works: { plant: casthouse-ingot, recipe: { makes: { dross: 0.088 t } }, losses: { Al: 0.9901 % } }\n';
    const park = readPark('one.park.yaml', () => text, library, { scenario: null, strict: false });
    if (!park.ok) throw new Error('park');
    const [plant] = park.value.plants;
    const [told] = provePlant(plant, plantRecipe(plant, {}, library), {}, library);
    expect(told.message).toBe(
      'works does not close on Al: 1.01 t in, 1.083 t out per unit, −0.07348 missing.',
    );
  });
});
