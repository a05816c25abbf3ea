/**
 * Do caps, finite space, heat and water decide as a calculation on paper says?
 * Small parks of one or two plants; each expected figure is worked out in the name of its test.
 */
import { describe, expect, it } from 'vitest';
import { annualTotals } from '../src/accounts/annual-totals.ts';
import type { Plan } from '../src/plan/plan.ts';
import { ownLibrary, planText } from './plan-text.ts';

const park = (lines: string): string => `kombinat: 1\npark: Trial\nprices in: USD 2025\n${lines}`;

async function planned(lines: string): Promise<Plan> {
  const run = await planText(park(lines));
  expect(run.status, run.issues.map(({ message }) => message).join('\n') + run.message).toBe('optimal');
  return run.plan as Plan;
}

/** Units a year that a process moves. */
const yearly = (plan: Plan, id: string): number =>
  annualTotals(plan, 0).activity[plan.network.processes.findIndex((process) => process.id === id)];

/** Units a year of a commodity at a plant; out +, in −. */
const flowOf = (plan: Plan, plant: string, commodity: string): number =>
  annualTotals(plan, 0)
    .flows[plan.network.processes.findIndex(({ id }) => id === plant)].filter(
      (flow) => plan.network.commodities[flow.commodity].id === commodity,
    )
    .reduce((sum, { amount }) => sum + amount, 0);

const REFINERY = `
plants:
  refinery: { plant: bayer-refinery-imported, output: 600 kt/a }
  filters: { plant: residue-filtration }
buy: { water: 0.25 USD/m3 }
`;

describe('competing fates of residue', () => {
  it('filtering costs 8.6 USD/t (22 × 0.110 + 4 + 1.5 + 12 kWh): with cement at 3 it beats a pond at 12, with a stack at 5 it does not; cement ends at 300 kt', async () => {
    const plan = await planned(`${REFINERY}
fates:
  bauxite-residue: [{ to: residue storage }]
  filtered-residue: [{ to: filtered residue to cement }, { to: dry stack }]
`);
    expect(yearly(plan, 'filtered-residue to filtered-residue-to-cement')).toBeCloseTo(300_000, 1);
    expect(yearly(plan, 'filtered-residue to dry-stack')).toBeCloseTo(0, 1);
    const made = flowOf(plan, 'refinery', 'bauxite-residue');
    expect(made).toBeGreaterThan(450_000);
    expect(yearly(plan, 'bauxite-residue to residue-storage')).toBeCloseTo(made - 300_000, 0);
  });
  it("the library's limit is listed as assumed, and a limit of the park stands in its place", async () => {
    const silent = await planText(
      park(
        `${REFINERY}\nfates: { filtered-residue: [{ to: filtered residue to cement }, { to: dry stack }] }\n`,
      ),
    );
    expect(silent.plan?.network.assumed.map(({ text }) => text)).toContain(
      "filtered-residue goes to “Filtered residue to cement raw meal” up to the library's limit, 300 kt/a (derived)",
    );
    const said = await planned(`${REFINERY}
fates:
  bauxite-residue: [{ to: residue storage }]
  filtered-residue: [{ to: filtered residue to cement, max: 50 kt/a }, { to: dry stack }]
`);
    expect(yearly(said, 'filtered-residue to filtered-residue-to-cement')).toBeCloseTo(50_000, 1);
  });
  it('a pond of 2.5 Mt takes 100 kt/a for 25 years; what is left is filtered and stacked, dearer or not', async () => {
    const plan = await planned(`${REFINERY}
fates:
  bauxite-residue: [{ to: residue storage, space: 2.5 Mt }]
  filtered-residue: [{ to: filtered residue to cement }, { to: dry stack }]
`);
    expect(yearly(plan, 'bauxite-residue to residue-storage')).toBeCloseTo(100_000, 1);
    expect(yearly(plan, 'filtered-residue to dry-stack')).toBeCloseTo(
      flowOf(plan, 'refinery', 'bauxite-residue') - 400_000,
      0,
    );
  });
  it('a park without any space left cannot hold, and the space is named', async () => {
    const run = await planText(
      park(`
plants:
  refinery: { plant: bayer-refinery-imported, output: 600 kt/a }
fates:
  bauxite-residue: [{ to: residue storage, space: 1 Mt }]
`),
    );
    expect(run.status).toBe('infeasible');
    expect(JSON.stringify(run.explanation)).toContain('space');
  });
  it('a market has its limit too, which a park without `sell:` gets as well; who writes max: or min: has his own', async () => {
    const most = async (sell: string) => {
      const plan = await planned(`
plants:
  refinery: { plant: bayer-refinery-imported, output: 600 kt/a }
  liquor: { plant: gallium-plant, capacity: 1 t/a }
  boiler: { plant: gas-boiler }
${sell}`);
      return plan.network.processes.find(({ kind, id }) => kind === 'sell' && id.startsWith('gallium'))
        ?.maxPerYear;
    };
    expect(await most('')).toBe(40);
    expect(await most('sell: { gallium: 280000 USD/t }')).toBe(40);
    expect(await most('sell: { gallium: { max: 3 t/a } }')).toBeCloseTo(3, 9);
    expect(await most('sell: { gallium: { min: 0 t/a } }')).toBe(Number.POSITIVE_INFINITY);
  });
  it('scandium: the world takes no more than 10 t/a from one park, whatever it pays: 10 / 59.76 g = 167.3 kt of residue', async () => {
    const plan = await planned(`
plants:
  refinery: { plant: bayer-refinery-imported, output: 600 kt/a }
  filters: { plant: residue-filtration }
  leach: { plant: scandium-plant }
  boiler: { plant: gas-boiler }
buy: { water: 0.25 USD/m3 }
sell:
  scandium oxide: 1400000 USD/t
fates:
  filtered-residue: [{ to: dry stack }]
`);
    expect(flowOf(plan, 'leach', 'scandium-oxide')).toBeCloseTo(10, 5);
    expect(yearly(plan, 'leach')).toBeCloseTo(10 / 0.00005976, -1);
  });
});

describe('spent lining', () => {
  it('leached: 1.2495 t of lining give 131.6 kg of fluoride and 152.2 kg of caustic; pots buy so much less', async () => {
    const plan = await planned(`
plants:
  smelter: { plant: prebake-potline, output: 100 kt/a }
  leach: { plant: spent-pot-lining-leach }
  boiler: { plant: gas-boiler }
buy: { aluminium fluoride: 1400 USD/t }
fates:
  spent-pot-lining: [{ to: lining landfill, cost: 5000 USD/t }]
`);
    const lining = flowOf(plan, 'smelter', 'spent-pot-lining');
    expect(flowOf(plan, 'leach', 'aluminium-fluoride') / lining).toBeCloseTo(0.131637 / 1.24954, 5);
    expect(flowOf(plan, 'leach', 'caustic-soda') / lining).toBeCloseTo(0.152174 / 1.24954, 5);
    expect(yearly(plan, 'aluminium fluoride') + flowOf(plan, 'leach', 'aluminium-fluoride')).toBeCloseTo(
      -flowOf(plan, 'smelter', 'aluminium-fluoride'),
      2,
    );
    // 55 % of the fluorine of the lining (13 %): 71.5 kg per tonne in fluoride of 67.87 %.
    expect((flowOf(plan, 'leach', 'aluminium-fluoride') / lining) * 0.6787).toBeCloseTo(0.0715, 4);
  });
});

describe('heat of several levels', () => {
  const pots = (price: number, rest = '') => `
plants:
  smelter: { plant: prebake-potline, output: 100 kt/a }
  cycle: { plant: orc-pot-gas }
buy: { grid electricity: ${price} USD/MWh }
${rest}`;
  it('electricity from pot gas costs (2 900 × 0.1102 + 58) / 8 147 h + 2 = 48.3 USD/MWh: not built at 47, built at 50', async () => {
    expect(yearly(await planned(pots(47)), 'cycle')).toBeLessThan(1);
    // 80 000 MWh of heat a year, 9.362 for each MWh.
    expect(yearly(await planned(pots(50)), 'cycle')).toBeCloseTo(8545, -1);
  });
  it('heat that nobody takes is told and balanced by nobody', async () => {
    const plan = await planned('plants: { smelter: { plant: prebake-potline, output: 100 kt/a } }\n');
    expect(plan.network.nodes.filter(({ id }) => id.includes('heat')).map(({ id }) => id)).toEqual([
      'site/pot-heat/smelter',
    ]);
    expect(flowOf(plan, 'smelter', 'pot-gas-heat')).toBeCloseTo(80_000, 1);
  });
  it.each([
    ['recipe: { needs: { flue-heat: 0 MWh, low-heat: 1 MWh } }', 'heat-uphill'],
    ['recipe: { needs: { flue-heat: 0.5 MWh } }', 'energy-from-nothing'],
  ])('a boiler with %s is a mistake: %s', async (recipe, code) => {
    const run = await planText(
      park(`
plants:
  anodes: { plant: anode-plant, output: 50 kt/a }
  heater: { plant: heat-pump }
  trick: { plant: waste-heat-boiler, ${recipe} }
`),
    );
    const told = run.issues.find((one) => one.code === code);
    expect(told, run.issues.map((one) => one.code).join()).toMatchObject({ severity: 'error' });
    expect(told?.message).toMatch(/MWh/);
    expect(told?.message).not.toMatch(/undefined|NaN|−0/);
  });
  it('electricity beyond Carnot is a mistake', async () => {
    const run = await planText(
      park(pots(50).replace('orc-pot-gas }', 'orc-pot-gas, recipe: { needs: { pot-gas-heat: 2 MWh } } }')),
    );
    expect(run.issues.find(({ code }) => code === 'more-work-than-heat-holds')?.message).toContain('120 °C');
  });
  it('a town that must be served takes what the weather asks for in each hour; one that may be served no more than that', async () => {
    const town = (more: string) => `
plants:
  pumps: { plant: heat-pump }
  town: { plant: district-heating, capacity: 10 MW${more} }
  smelter: { plant: prebake-potline, output: 10 kt/a }
sell: { district heat: 5 USD/MWh }
`;
    const may = await planned(town(''));
    expect(yearly(may, 'town')).toBeLessThan(1);
    const must = await planned(town(', minimum load: 100 %'));
    const number = must.network.processes.findIndex(({ id }) => id === 'town');
    const cold = must.network.series[must.network.processes[number].profile].values[0];
    must.phases[0].activity[number][0].forEach((rate, hour) => {
      expect(Math.abs(rate - 10 * cold[hour])).toBeLessThan(1e-5);
    });
    expect(flowOf(must, 'pumps', 'low-heat')).toBeCloseTo(1.1 * yearly(must, 'town'), 0);
  });
});

describe('water', () => {
  it('zero liquid discharge: 18 000 m3 of blow-down are 13 500 m3 of water and 4 500 of brine, these 180 t of salt and 4 230 m3', async () => {
    const plan = await planned(`
plants:
  rods: { plant: polysilicon-siemens, output: 1 kt/a }
  works: { plant: waterworks }
  reuse: { plant: water-reuse }
  salt: { plant: brine-crystalliser }
fates:
  waste-water: [{ to: waste water discharge, max: 0 m3/a }]
  brine: [{ to: brine pond, max: 0 m3/a }]
`);
    // The waterworks leave 4 % of what they give: W = 90 000 − 0.75 × (18 000 + 0.04 W) × (1 + 0.25 × 23.5 / 25 / 0.75).
    // 1 m3 of waste water gives 0.75 + 0.235 = 0.985: W = (90 000 − 17 730) / 1.0394 = 69 530.5.
    const works = yearly(plan, 'works');
    expect(Math.abs(works / 69_530.5 - 1)).toBeLessThan(2e-4);
    const waste = 18_000 + 0.04 * works;
    expect(Math.abs(yearly(plan, 'reuse') / (0.75 * waste) - 1)).toBeLessThan(1e-4);
    expect(Math.abs(yearly(plan, 'salt') / ((0.25 * waste) / 25) - 1)).toBeLessThan(2e-4);
    expect(flowOf(plan, 'salt', 'water')).toBeCloseTo(23.5 * yearly(plan, 'salt'), 3);
  });
  it('a park may set how much it draws in a year: with 1.04 m3 of raw water per m3, 50 000 m3/a are too little and it cannot hold', async () => {
    const draw = (most: string) => `
plants:
  rods: { plant: polysilicon-siemens, output: 1 kt/a }
  works: { plant: waterworks }
buy: { raw water: { cost: 0.05 USD/m3, max: ${most} } }
`;
    const run = await planText(park(draw('50000 m3/a')));
    expect(run.status).not.toBe('optimal');
    const enough = await planned(draw('94000 m3/a'));
    expect(flowOf(enough, 'works', 'raw-water')).toBeCloseTo(-93_600, 1);
  });
});

describe('what one plant leaves is what the next one takes', () => {
  it('a waste of a typed recipe has the composition of its commodity: the silicon of foundry dross stays in the books', () => {
    const { plants, commodities } = ownLibrary();
    for (const plant of Object.values(plants))
      for (const [id, { composition }] of Object.entries({ ...plant.outputs }))
        if (commodities[id].kind === 'waste' && composition !== undefined)
          expect(composition, `${plant.id}: ${id}`).toEqual(commodities[id].composition);
  });
  it('every last fate takes without limit, every limit belongs to a use', () => {
    for (const fate of Object.values(ownLibrary().fates))
      if (fate.max !== undefined) expect([fate.id, fate.last, fate.useful]).toEqual([fate.id, false, true]);
  });
});
