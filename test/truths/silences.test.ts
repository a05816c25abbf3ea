/**
 * What the park leaves unsaid is filled in, and what cannot hold is told in plant words: through the whole flow.
 */
import { describe, expect, it } from 'vitest';
import { interiorSolver } from '../../src/solve/interior-solver.ts';
import { planText } from '../plan-text.ts';

const park = (plants: string, grid = '600 MW'): string => `
kombinat: 1
park: Small
sites: { works: { title: Works, at: [51.7, 75.3] } }
plants:
  sun: { plant: solar-park, title: Sun, capacity: { max: 100 MW } }
  smelter: { plant: prebake-potline, title: Potlines, output: 250 kt/a }
${plants}
buy:
  grid electricity: { cost: 62 USD/MWh, max: ${grid} }
`;

describe('silences', () => {
  it('metal that a fixed casthouse does not take leaves at the market: 250 made, 100 cast', async () => {
    const run = await planText(
      park('  casthouse: { plant: casthouse-ingot, title: Casting, output: 100 kt/a }'),
    );
    expect(run.status, run.message).toBe('optimal');
    expect(run.assumed.map((one) => one.id)).toContain('sell liquid-aluminium works');
  });

  it('a casthouse of free size takes it all: no such market is opened', async () => {
    const run = await planText(park('  casthouse: { plant: casthouse-ingot, title: Casting }'));
    expect(run.status, run.message).toBe('optimal');
    expect(run.assumed.map((one) => one.id)).not.toContain('sell liquid-aluminium works');
  });

  it('a smelter without power: the message names the output and the limit of the grid', async () => {
    const solver = interiorSolver({ clock: () => performance.now() / 1000 });
    const solve = { solver: 'interior', tolerance: 1e-7, timeLimit: 60 } as const;
    const run = await planText(park('', '100 MW'), { solver, solve });
    expect(run.status, run.message).toBe('infeasible');
    expect(run.message).toContain('Potlines');
    expect(run.message).toContain('grid electricity: at most 100 MW');
  });
});
