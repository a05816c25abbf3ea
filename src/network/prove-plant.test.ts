/** What the owner of a park changes in a plant is proved as the library is: matter, heat and values that must fit each other. */
import { describe, expect, it } from 'vitest';
import { mineFor, ownLibrary } from '../../test/plan-text.ts';
import { readPark } from '../park/read-park.ts';
import { parameterValues } from '../park/resolve-parameters.ts';
import { provePlant } from './prove-plant.ts';
import { plantRecipe } from './recipe.ts';

const library = ownLibrary();

function proved(plant: string) {
  // What makes a better ore needs one to begin with.
  const text = `kombinat: 1\npark: One\nplants:\n  works: { ${plant} }\n${mineFor(/plant: ([\w-]+)/.exec(plant)?.[1] ?? '')}`;
  const park = readPark('one.park.yaml', () => text, library, { scenario: null, strict: false });
  if (!park.ok) throw new Error(park.issues.map(({ message }) => message).join('\n'));
  const [only] = park.value.plants;
  const feed = only.feeds[0] ?? null;
  const values = parameterValues(feed?.parameters ?? only.parameters);
  // Ores are named after where they come from.
  const known = { ...library, commodities: { ...library.commodities, ...park.value.commodities } };
  const recipe = plantRecipe(only, values, known, feed);
  return { recipe, issues: provePlant(only, recipe, values, known) };
}
const issuesOf = (plant: string) => proved(plant).issues;
const amountOf = (plant: string, commodity: string): number =>
  proved(plant)
    .recipe.flows.filter((flow) => flow.commodity === commodity)
    .reduce((sum, { amount }) => sum + amount, 0);

describe('a plant as the library has it', () => {
  it.each(Object.keys(library.plants))('%s has nothing to be told', (name) => {
    expect(issuesOf(`plant: ${name}`)).toEqual([]);
  });
});

describe('matter', () => {
  it('0.1 t of dross beside a casting that has 12 kg of it: aluminium and mass do not close, each told with its gap', () => {
    const issues = issuesOf('plant: casthouse-ingot, recipe: { makes: { dross: 0.1 t } }');
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['plant-not-closed', 'warning'],
      ['plant-not-closed', 'warning'],
    ]);
    // 1.01 t in; 1 t and 0.1 × 0.835 out: 0.0735 too much.
    expect(issues[0]).toMatchObject({
      path: 'plants.works.recipe',
      file: 'one.park.yaml',
      line: 4,
      message: 'works does not close on Al: 1.01 t in, 1.083 t out per unit, −0.0735 missing.',
    });
    expect(issues[0].open).toMatchObject({ plant: 'works', element: 'Al', per: 't' });
    expect(issues[0].open?.gap).toBeCloseTo(-0.0735, 9);
    expect(issues[1].message).toContain('mass');
  });
  it('a stated loss counts as out: 1.025 t of metal instead of 1.01 leave 15 kg of aluminium, 1.46 %', () => {
    const made = (losses: string) =>
      issuesOf(`plant: casthouse-ingot, recipe: { needs: { liquid-aluminium: 1.025 t } }, losses: ${losses}`);
    expect(made('{ Al: 0 %, mass: 0 % }').map(({ code }) => code)).toEqual([
      'plant-not-closed',
      'plant-not-closed',
    ]);
    expect(made('{ Al: 1.46 %, mass: 0.94 % }')).toEqual([]);
  });
  it('a loss beyond 2 % is an error with its share, and so is one of what does not come in', () => {
    const text = 'kombinat: 1\npark: One\nplants:\n  works: { plant: casthouse-ingot }\n';
    const park = readPark('one.park.yaml', () => text, library, { scenario: null, strict: false });
    if (!park.ok) throw new Error('park');
    const [plant] = park.value.plants;
    const recipe = plantRecipe(plant, {}, library);
    const told = (element: 'Al' | 'F') =>
      provePlant(plant, { ...recipe, losses: [{ element, amount: 0.0505, source: 'nobody' }] }, {}, library);
    // 0.0505 of 1.01 t.
    expect(told('Al')).toMatchObject([
      {
        code: 'loss-not-allowed',
        severity: 'error',
        path: 'plants.works.losses.Al',
        message: 'works states a loss of 5 % of its Al.',
      },
    ]);
    expect(told('F').map(({ message }) => message)).toEqual(['works states a loss of 100 % of its F.']);
  });
});

describe('values that cannot hold together', () => {
  it('are told instead of what follows from them', () => {
    const issues = issuesOf(
      'plant: orc-pot-gas, with: { return-temperature: 95 degC, source-temperature: 90 degC }',
    );
    expect(issues).toMatchObject([
      {
        code: 'heat-levels-crossed',
        severity: 'error',
        path: 'plants.works.with.source-temperature, return-temperature',
        message: '90 °C is not hotter than 95 °C.',
      },
    ]);
  });
});

describe('heat', () => {
  it('that climbs by itself is told with the work that it lacks', () => {
    // 0.38362 − 0.22653 less the 0.015 of the pumps.
    const [told, ...others] = issuesOf(
      'plant: waste-heat-boiler, recipe: { needs: { flue-heat: 0 MWh, low-heat: 1 MWh } }',
    );
    expect(others).toEqual([]);
    expect(told).toMatchObject({
      code: 'heat-uphill',
      severity: 'error',
      path: 'plants.works.recipe',
      line: 4,
      message:
        'works makes process steam of 170 °C from low-temperature heat of 80 °C, with 0.015 MWh of work per unit; at least 0.1571 are needed.',
    });
  });
  it('that comes from nothing is told with what is given and taken', () => {
    expect(issuesOf('plant: waste-heat-boiler, recipe: { needs: { flue-heat: 0.5 MWh } }')[0].message).toBe(
      'works gives 1 MWh of heat and electricity per unit and takes 0.515.',
    );
  });
  it('that gives more electricity than Carnot allows is told with the most', () => {
    // 3 × (1 − 273.15 / 393.15)
    expect(issuesOf('plant: orc-pot-gas, recipe: { needs: { pot-gas-heat: 3 MWh } }')[0].message).toBe(
      'works makes 1 MWh of electricity per unit from heat in the gas of the pots of 120 °C, which holds 0.9157 at the most.',
    );
  });
});

describe('a recipe of model, library and park file', () => {
  it('typed lines of the library stand beside those of the model, vapour by its cause', () => {
    const vapour = proved('plant: prebake-potline').recipe.flows.filter(
      ({ commodity }) => commodity === 'water-vapour',
    );
    expect(vapour.map(({ cause }) => cause).sort()).toEqual(['cooling', 'water of alumina']);
    expect(vapour.find(({ cause }) => cause === 'cooling')?.amount).toBe(0.8);
  });
  it("electricity that the library types is added to the model's; a line of the park replaces both", () => {
    expect(amountOf('plant: bayer-refinery-electric', 'electricity')).toBeLessThan(-0.2);
    expect(
      amountOf('plant: bayer-refinery-electric, recipe: { needs: { electricity: 1 MWh } }', 'electricity'),
    ).toBe(-1);
    expect(amountOf('plant: prebake-potline, recipe: { makes: { water-vapour: 2 t } }', 'water-vapour')).toBe(
      2,
    );
  });
  it('a line replaces its own side only, and a line of nothing is no line', () => {
    const { flows } = proved(
      'plant: casthouse-ingot, recipe: { needs: { dross: 0.01 t, electricity: 0 MWh }, makes: { dross: 0.02 t } }',
    ).recipe;
    expect(
      flows
        .filter(({ commodity }) => commodity === 'dross')
        .map(({ amount }) => amount)
        .sort(),
    ).toEqual([-0.01, 0.02]);
    expect(flows.map(({ commodity }) => commodity)).not.toContain('electricity');
  });
  it('what a plant takes of a thing leaves what it gives of it alone', () => {
    const amounts = proved('plant: casthouse-ingot, recipe: { needs: { dross: 0.01 t } }')
      .recipe.flows.filter(({ commodity }) => commodity === 'dross')
      .map(({ amount }) => amount);
    expect(amounts.sort()).toEqual([-0.01, 0.012]);
  });
  it('the reference output is one by definition and no line; the minimum load is that of the park, else of the library, else of the model', () => {
    const { recipe } = proved('plant: prebake-potline');
    expect(recipe.flows.map(({ commodity }) => commodity)).not.toContain('liquid-aluminium');
    expect(recipe.segments?.length).toBeGreaterThan(1);
    expect(recipe.inner?.commodity).toBe('pot-heat');
    expect(recipe.minimumLoad).toBeGreaterThan(0.5);
    expect(proved('plant: anode-plant').recipe.minimumLoad).toBe(0.6);
    expect(proved('plant: anode-plant, minimum load: 30 %').recipe.minimumLoad).toBe(0.3);
    const plain = proved('plant: casthouse-ingot').recipe;
    expect([plain.minimumLoad, plain.segments, plain.inner]).toEqual([0, null, null]);
  });
});
