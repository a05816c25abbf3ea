/**
 * What must hold for every park, tried on small ones through the whole flow: park text in, verified plan out.
 */
import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/run/run.ts';
import { why } from '../../src/run/why.ts';
import { planText } from '../plan-text.ts';

interface Small {
  readonly output: string;
  readonly wind: string;
  readonly grid: string;
  readonly cost: string;
  readonly alumina: string;
}

const USUAL: Small = {
  output: '300 kt/a',
  wind: '600 MW',
  grid: '300 MW',
  cost: '62 USD/MWh',
  alumina: '420 USD/t',
};

const park = (change: Partial<Small> = {}): string => {
  const { output, wind, grid, cost, alumina } = { ...USUAL, ...change };
  return `
kombinat: 1
park: Small
prices in: USD 2025
sites: { works: { at: [51.7, 75.3] } }
plants:
  wind: { plant: wind-farm, capacity: { max: ${wind} } }
  sun: { plant: solar-park, capacity: { max: 2 GW } }
  smelter: { plant: prebake-potline, output: ${output} }
stores:
  battery: { store: battery }
buy:
  alumina: ${alumina}
  grid electricity: { cost: ${cost}, max: ${grid} }
`;
};

const cost = (run: Run): number => {
  expect(run.status, run.message).toBe('optimal');
  return run.plan?.netPresentCost ?? Number.NaN;
};
const near = (found: number, expected: number, relative: number): void =>
  expect(Math.abs(found - expected) / Math.abs(expected)).toBeLessThan(relative);

describe('truths of a small park', () => {
  it('writing the same in other units changes nothing', async () => {
    const once = await planText(park());
    const again = await planText(
      park({
        output: '0.3 Mt/a',
        wind: '0.6 GW',
        grid: '300000 kW',
        cost: '0.062 kUSD/MWh',
        alumina: '0.42 USD/kg',
      }),
    );
    near(cost(again), cost(once), 1e-9);
  });

  it('the order of the file changes nothing', async () => {
    const [head, plants] = park().split('plants:\n');
    const [wind, sun, smelter, ...rest] = plants.split('\n');
    const turned = `${head}plants:\n${[smelter, sun, wind, ...rest].join('\n')}`;
    near(cost(await planText(turned)), cost(await planText(park())), 1e-9);
  });

  it('doubling output and limits doubles sizes and cost', async () => {
    const once = await planText(park());
    const twice = await planText(
      park({ output: '600 kt/a', wind: '1200 MW', grid: '600 MW' }).replace('2 GW', '4 GW'),
    );
    near(cost(twice), 2 * cost(once), 1e-6);
    const size = (run: Run, plant: string): number =>
      run.capacities.find((row) => row.plant === plant)?.built ?? 0;
    near(size(twice, 'smelter'), 2 * size(once, 'smelter'), 1e-6);
  });

  it('a looser limit on the grid never costs more', async () => {
    const costs: number[] = [];
    for (const limit of [150, 220, 300, 410]) costs.push(cost(await planText(park({ grid: `${limit} MW` }))));
    costs.forEach((loose, at) => {
      if (at > 0) expect(loose).toBeLessThanOrEqual(costs[at - 1] * (1 + 1e-9));
    });
    expect(costs[3]).toBeLessThan(costs[0]);
  });

  it('the shadow price of a size is what one more unit of it saves', async () => {
    const at = (megawatts: number): Promise<Run> => planText(park({ wind: `${megawatts} MW` }));
    const run = await at(50);
    const row = run.capacities.find((one) => one.plant === 'wind');
    expect(row?.atLimit).toBe('max');
    const weight = run.network?.phases[0].weight ?? 0;
    // The plan's price is per unit and year; the cost is net present, so the difference is divided by the phase's weight.
    const saved = (cost(await at(49)) - cost(await at(51))) / 2 / weight;
    expect(saved).toBeGreaterThan(0);
    near(row?.shadowPrice ?? 0, saved, 1e-3);
  });

  it('what a plant that is not built would cost more than it saves is what the first of it costs', async () => {
    const dear = (size: string): Promise<Run> =>
      planText(
        park().replace(
          '  smelter:',
          `  dear: { plant: solar-park, capacity: { ${size} }, cost: { overnight: 1500 USD/kW } }\n  smelter:`,
        ),
      );
    const run = await dear('max: 100 MW');
    const [told] = why(run, 'dear');
    expect(told.standing).toBe('nothing');
    const weight = run.network?.phases[0].weight ?? 0;
    const extra = (cost(await dear('min: 0.1 MW')) - cost(run)) / 0.1 / weight;
    expect(extra).toBeGreaterThan(0);
    near(told.oneMore, -extra, 1e-3);
  });

  it('every free size earns exactly its yearly cost', async () => {
    const run = await planText(park());
    const { network, plan } = run;
    if (network === null || plan === null) throw new Error(run.message);
    const phase = plan.phases[0];
    const { grid } = network.phases[0];
    const index = network.processes.findIndex((process) => process.id === 'sun');
    const { capacity, segments, variableCost } = network.processes[index];
    expect(phase.capacities[capacity]).toBeGreaterThan(1);
    const price = phase.price[segments[0].flows[0].node];
    const earned = phase.activity[index][0].reduce(
      (sum, rate, step) => sum + grid.weight[step] * rate * (price[step] - variableCost),
      0,
    );
    const { annuity, fixedCost } = network.capacities[capacity];
    near(earned, (annuity + fixedCost.value) * phase.capacities[capacity], 1e-6);
  });

  it('a binding promise costs per unit what the plan says', async () => {
    const promised = (share: number): Promise<Run> =>
      planText(`${park({ grid: '600 MW' })}
promises:
  - { promise: renewable share of electricity, at least: ${share} %, bind: true }
`);
    const run = await promised(60);
    expect(run.promises[0].bound).toBe(true);
    const weight = run.network?.phases[0].weight ?? 0;
    const extra = (cost(await promised(60.05)) - cost(await promised(59.95))) / 0.1 / weight;
    expect(extra).toBeGreaterThan(0);
    near(run.promises[0].price ?? 0, extra, 2e-2);
  });
});
