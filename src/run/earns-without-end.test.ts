/** Parks that earn without limit: a good that sells for more than it costs to make, and no `max`. */
import { describe, expect, it } from 'vitest';
import { planText } from '../../test/plan-text.ts';

const HEAD = 'kombinat: 1\npark: Kiln\nprices in: USD 2025\n';

describe('lime burnt from stone for about 50 USD/t and sold for 90 without limit', () => {
  const park = (limit: string) => `${HEAD}plants:
  kiln: { plant: lime-kiln, title: Shaft kiln }
  works: { plant: casthouse-ingot, title: Casthouse, output: 10 kt/a }
buy:
  limestone: 8 USD/t
  natural gas: 12 USD/MWh
  liquid aluminium: 2300 USD/t
  grid electricity: 60 USD/MWh
sell:
  lime: { price: 90 USD/t${limit} }
`;

  it('names what is sold and who makes it, and what to write', async () => {
    const run = await planText(park(''));
    expect(run.status).toBe('unbounded');
    expect(run.message).toContain('It is “lime”, made by “Shaft kiln”. Give the sale a `max`');
    // Ingot is sold as well, but only ten thousand tonnes are made.
    expect(run.message).not.toContain('ingot');
  });

  it('with a limit of 20 kt/a the park is planned and sells just that', async () => {
    const run = await planText(park(', max: 20 kt/a'));
    expect(run.status, run.message).toBe('optimal');
    const kiln = run.capacities.find(({ plant }) => plant === 'kiln');
    // Nameplate is what is made in a year at the stated availability.
    expect(kiln?.built).toBeCloseTo(20, 4);
    expect(kiln?.unit).toBe('kt/a');
  });
});
