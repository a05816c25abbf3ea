/**
 * Relining follows the life of a pot: cost, lining material and spent lining, worked out by hand.
 * And: can every plant of the library state what an engineer asks of it?
 */
import { describe, expect, it } from 'vitest';
import { annualTotals } from '../src/accounts/annual-totals.ts';
import { showParameter, showRange } from '../src/cli/calculator.ts';
import { libraryFlows } from '../src/network/library-flows.ts';
import type { Plan } from '../src/plan/plan.ts';
import { plantCard } from '../src/show/plant-card.ts';
import { ownLibrary, planText } from './plan-text.ts';

const park = (more: string): string => `
kombinat: 1
park: Pots
prices in: USD 2025
plants:
  smelter: { plant: prebake-potline, output: 100 kt/a, capacity: 100 kt/a${more} }
`;

/** Fixed cost in USD per t/a and year, and kg of spent lining and of new lining per t of metal. */
async function relining(more: string): Promise<[number, number, number]> {
  const run = await planText(park(more));
  expect(run.status, run.message).toBe('optimal');
  const plan = run.plan as Plan;
  const { network } = plan;
  const smelter = network.processes.findIndex(({ id }) => id === 'smelter');
  const yearly = (commodity: string): number =>
    annualTotals(plan, 0)
      .flows[smelter].filter((flow) => network.commodities[flow.commodity].id === commodity)
      .reduce((sum, { amount }) => sum + amount, 0) / 100;
  const { fixedCost } = network.capacities[network.processes[smelter].capacity];
  return [fixedCost.value / 8760, yearly('spent-pot-lining'), -yearly('cathode-block')];
}

describe('relining follows the life of a pot', () => {
  // 347 USD per t/a each time; 2 300 d ÷ 365 = 6.3014 a: 55.07 a year beside 300. 0.385 t/kA over 0.00761 t/(d kA) × 2 300 d
  // (0.335573 × 0.945 × 24 h = 7.6108 kg of metal per kA and day): 21.99 kg of spent lining per t.
  it('2 300 d: 355.07 USD a year per t/a, 22 kg of spent lining', async () => {
    const [cost, spent] = await relining('');
    expect(cost).toBeCloseTo(300 + 347 / (2300 / 365), 6);
    expect(spent).toBeCloseTo(385 / (7.6108 * 2.3), 2);
  });
  it('1 725 d, three quarters of it: a third more of cost, of spent lining, of new lining', async () => {
    const [long, short] = [await relining(''), await relining(', with: { pot life: 1725 d }')];
    expect((short[0] - 300) / (long[0] - 300)).toBeCloseTo(4 / 3, 9);
    expect(short[1] / long[1]).toBeCloseTo(4 / 3, 6);
    expect(short[2] / long[2]).toBeCloseTo(4 / 3, 6);
  });
  it('a park may say what a relining costs and how often it is done: 400 ÷ 8 = 50', async () => {
    const more = ', renewals: { pot linings: { cost: 400 USD/(t/a), life: 8 a } }';
    expect((await relining(more))[0]).toBeCloseTo(350, 9);
  });
});

describe('what the library can state of each plant', () => {
  const library = ownLibrary();
  const plants = Object.values(library.plants);
  const lacking = (has: (plant: (typeof plants)[number]) => boolean): string[] =>
    plants.filter((plant) => !has(plant)).map(({ id }) => id);

  it('size, step, start-up, skills, land, build time, availability, scale exponent, location factor', () => {
    expect(lacking(({ usualSize, step }) => usualSize?.range !== undefined && step !== undefined)).toEqual(
      [],
    );
    expect(lacking(({ startUp }) => startUp !== undefined)).toEqual([]);
    expect(lacking(({ skills }) => skills !== undefined)).toEqual([]);
    expect(lacking(({ land }) => land !== undefined)).toEqual([]);
    expect(lacking(({ buildTime }) => buildTime !== undefined)).toEqual([]);
    expect(
      lacking(({ cost }) => cost.scaleExponent !== undefined && cost.locationFactor !== undefined),
    ).toEqual([]);
    expect(lacking(({ staff }) => staff.range !== undefined)).toEqual([]);
  });
  it('a new plant never reaches less in a later year', () => {
    const share = (text: string): number => Number.parseFloat(text);
    expect(
      lacking(({ startUp }) => {
        const years = [startUp?.firstYear, startUp?.secondYear, startUp?.thirdYear].map((year) =>
          share(year?.value ?? ''),
        );
        return years[0] > 0 && years[0] <= years[1] && years[1] <= years[2] && years[2] <= 100;
      }),
    ).toEqual([]);
  });
  it('every plant has its flows, reckoned without a park', () => {
    expect(lacking((plant) => libraryFlows(library, plant)[0]?.commodity === plant.makes)).toEqual([]);
  });
  it('the crew of a potline by skill adds up to the whole: 1.8 persons per kt/a', () => {
    const card = plantCard(library, library.plants['prebake-potline'], {
      value: showParameter,
      range: showRange,
    });
    const crew = card.find(({ title }) => title.startsWith('Crew'))?.rows ?? [];
    expect(crew).toHaveLength(6);
    const [whole, ...parts] = crew.map(([, value]) => Number.parseFloat(value));
    expect(whole).toBe(1.8);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1.8, 1);
  });
});
