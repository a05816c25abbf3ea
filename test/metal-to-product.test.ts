/** Which metal may become which product? Small parks whose tonnes follow from the recipes on paper. */
import { describe, expect, it } from 'vitest';
import { annualTotals } from '../src/accounts/annual-totals.ts';
import { proveClosure } from '../src/network/closure.ts';
import type { Plan } from '../src/plan/plan.ts';
import { ownLibrary, planText } from './plan-text.ts';

const park = (lines: string): string => `kombinat: 1\npark: Trial\nprices in: USD 2025\n${lines}`;

async function planned(lines: string): Promise<Plan> {
  const run = await planText(park(lines));
  expect(run.status, run.issues.map(({ message }) => message).join('\n') + run.message).toBe('optimal');
  return run.plan as Plan;
}
const yearly = (plan: Plan, id: string): number =>
  annualTotals(plan, 0).activity[plan.network.processes.findIndex((process) => process.id === id)];

describe('strip of soft alloys', () => {
  const MILLS = `
plants:
  smelter: { plant: prebake-potline }
  slabs: { plant: casthouse-slab }
  hot-mill: { plant: hot-rolling-mill }
  caster: { plant: strip-caster }
  cold-mill: { plant: cold-rolling-mill, output: 50 kt/a }
  soft-mill: { plant: cold-rolling-mill-strip, output: 20 kt/a }
`;
  it('the cheaper caster makes 1.18 × 20 kt for soft coil and nothing of the 50 kt of any alloy, which a hot mill rolls', async () => {
    const plan = await planned(MILLS);
    expect(yearly(plan, 'caster')).toBeCloseTo(23_600, 1);
    expect(yearly(plan, 'hot-mill')).toBeCloseTo(59_000, 1);
  });
  it('foil is rolled of either: 1.25 t of soft coil a tonne where the mill for it stands', async () => {
    const plan = await planned(
      `${MILLS.replace(', output: 20 kt/a', '')}  foil: { plant: foil-mill-strip, output: 8 kt/a }\n`,
    );
    expect(yearly(plan, 'soft-mill')).toBeCloseTo(10_000, 1);
    expect(yearly(plan, 'caster')).toBeCloseTo(11_800, 1);
  });
  it('no chain of plants leads from cast strip to coil of any alloy', () => {
    const plants = Object.values(ownLibrary().plants);
    const reached = new Set(['cast-strip']);
    for (const _ of plants)
      for (const { makes, inputs } of plants)
        if (Object.keys(inputs).some((input) => reached.has(input))) reached.add(makes);
    expect([...reached].sort()).toEqual(['cast-strip', 'foil', 'soft-coil']);
  });
});

describe('wheels', () => {
  it('30 kt take 32.4 kt of foundry alloy, and that the casthouse 0.07141 t of silicon a tonne', async () => {
    const plan = await planned(`
plants:
  smelter: { plant: prebake-potline }
  alloy: { plant: casthouse-foundry-alloy }
  wheels: { plant: wheel-foundry, output: 30 kt/a }
`);
    expect(yearly(plan, 'alloy')).toBeCloseTo(32_400, 1);
    expect(yearly(plan, 'silicon')).toBeCloseTo(32_400 * 0.07141, 1);
  });
  it.each(['wheel-foundry', 'wheel-foundry-a356', 'die-casting-plant', 'die-casting-plant-adc12'])(
    '%s closes on silicon by what each commodity holds: nothing is lost between alloy, part, chips and dross',
    (id) => {
      const { plants, commodities } = ownLibrary();
      const { makes, inputs, outputs } = plants[id];
      const amount = (value: string) => Number.parseFloat(value);
      const flows = [
        { commodity: makes, amount: 1 },
        ...Object.entries(inputs).map(([commodity, flow]) => ({ commodity, amount: -amount(flow.value) })),
        ...Object.entries(outputs).map(([commodity, flow]) => ({ commodity, amount: amount(flow.value) })),
      ];
      const silicon = proveClosure(
        flows,
        [],
        (commodity) => commodities[commodity].composition,
      ).elements.find(({ element }) => element === 'Si')!;
      expect(silicon).toMatchObject({ closes: true, trace: false });
      expect(silicon.in).toBeGreaterThan(0.07);
    },
  );
});
