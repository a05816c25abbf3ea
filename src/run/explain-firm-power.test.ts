/**
 * Loads that must not fail and cannot be carried, small enough to mend on paper: what is named, how much is short, what would do.
 *
 * A smelter makes 1 t/h and draws 10 MW, 60 % of which (6 MW) must be carried for 5 h with the grid lost.
 */
import { describe, expect, it } from 'vitest';
import { aloneOf, changesOf, explainNetwork, MEANS } from '../../test/explain-network.ts';
import { type HandSpec, handNetwork } from '../../test/hand-network.ts';
import { supply } from '../../test/hand-supply.ts';
import type { Network } from '../network/network.ts';
import type { Solver } from '../solve/solver.ts';

const CASE = 'firm power of 60 % of smelter for 5 h, grid lost';

interface Choice {
  /** MWh that the battery may hold; null: no store stands. */
  readonly battery: number | null;
  /** MW that the turbine may have. */
  readonly turbine?: number;
  /** MW of the grid. */
  readonly grid?: number;
  readonly lost?: 'grid' | 'turbine';
}

function park({ battery, turbine, grid = Number.POSITIVE_INFINITY, lost = 'grid' }: Choice): Network {
  const processes: HandSpec['processes'] = [
    {
      id: 'smelter',
      of: 'metal',
      flows: { electricity: -10, metal: 1 },
      size: { unit: 't/h' },
      output: 8760,
      path: 'plants.smelter',
    },
    { id: 'grid', kind: 'buy', flows: { electricity: 1 }, maxRate: grid },
    { id: 'sale', kind: 'sell', flows: { metal: -1 } },
    ...(turbine === undefined
      ? []
      : [{ id: 'turbine', flows: { electricity: 1 }, size: { max: turbine, unit: 'MW' } }]),
  ];
  // Sizes in the order in which the network lists them: of the plants, then the store's content and power.
  const own = turbine === undefined ? 1 : 2;
  const supplies = [
    supply({ id: 'grid', kind: 'grid', most: grid }),
    ...(turbine === undefined ? [] : [supply({ id: 'turbine', kind: 'plant', capacity: 1 })]),
    ...(battery === null
      ? []
      : [supply({ id: 'battery', kind: 'store', capacity: own + 1, store: 0, hoursPer: 1.25 })]),
  ];
  return handNetwork({
    commodities: { electricity: { unit: 'MWh', kind: 'energy' }, metal: {} },
    processes,
    stores:
      battery === null
        ? []
        : [
            {
              id: 'battery',
              holds: 'electricity',
              dischargeEfficiency: 0.8,
              content: { max: battery, unit: 'MWh' },
              powerSize: { unit: 'MW' },
            },
          ],
    security: {
      hours: 5,
      loads: [
        { id: 'smelter', title: 'smelter', node: 0, capacity: 0, perCapacity: 6, share: 0.6, hours: 5 },
      ],
      supplies,
      cases: [{ title: `${lost} lost`, lost: supplies.findIndex(({ id }) => id === lost) }],
    },
  });
}

const textsOf = (found: Awaited<ReturnType<typeof explainNetwork>>) => found.conflict.map(({ text }) => text);

describe('no store and nothing else that could carry it', () => {
  it('the firm power is named, 6 MW are short at all hours, and none can be asked for', async () => {
    const found = await explainNetwork(park({ battery: null }));
    expect(textsOf(found)).toContain(CASE);
    expect(found.worst).toMatchObject({
      kind: 'firm',
      title: 'smelter',
      outage: 'grid lost',
      hours: 5,
      when: null,
      supply: [{ title: 'grid', amount: 0, state: 'lost' }],
    });
    const worst = found.worst?.kind === 'firm' ? found.worst : null;
    expect(worst?.highest).toBeCloseTo(6, 6);
    expect(worst?.total).toBeCloseTo(30, 5);
    const [{ limit, to }, ...others] = found.changes.together;
    expect(limit.path).toBe('plants.smelter.firm power.share');
    expect(to).toBeCloseTo(0, 6);
    expect(others).toEqual([]);
  });

  it('told beside the hours that lack power, where the grid gives nothing at all', async () => {
    const found = await explainNetwork(park({ battery: null, grid: 0 }));
    expect(textsOf(found)).toContain(CASE);
    expect(found.worst).toMatchObject({ kind: 'short', title: 'electricity at works' });
    expect(found.worst?.kind === 'short' && found.worst.highest).toBeCloseTo(10, 5);
    expect(found.firm?.highest).toBeCloseTo(6, 5);
  });
});

describe('a battery of 10 MWh, of which 8 can be given: 1.6 MW for 5 h', () => {
  it('4.4 MW are short; 16 % of the load, a battery of 37.5 MWh or 0.267 t/h would do', async () => {
    const found = await explainNetwork(park({ battery: 10 }));
    const worst = found.worst?.kind === 'firm' ? found.worst : null;
    expect(worst?.highest).toBeCloseTo(4.4, 6);
    expect(worst?.supply[0]).toMatchObject({ title: 'battery', state: 'all that it holds, over 5 h' });
    expect(worst?.supply[0].amount).toBeCloseTo(1.6, 6);
    // 6 MW × 5 h × 1.25; 1.6 of 6 MW; 5 h × 1.6 ÷ 6 = 1.333 h.
    expect(aloneOf(found)).toEqual([
      'smelter: firm power of → 16 % (73.3333 %)',
      'smelter: firm power for → 1.33333 h (73.3333 %)',
      'battery: at most → 37.5 MWh (275 %)',
      'smelter: output → 2336 t/a (73.3333 %)',
    ]);
    expect(changesOf(found.changes.together)).toEqual(['smelter: firm power of → 16 % (73.3333 %)']);
  });

  it('with a turbine of 2 MW: 3.6 of 6 MW, or the 4 MW that are left to the battery for 2 h', async () => {
    const found = await explainNetwork(park({ battery: 10, turbine: 2 }));
    // 8 MWh ÷ 4 MW = 2 h; 6 − 1.6 = 4.4 MW of turbine; 4 MW × 5 h × 1.25 = 25 MWh; 3.6 ÷ 10 = 36 %.
    expect(aloneOf(found)).toEqual([
      'smelter: firm power of → 36 % (40 %)',
      'smelter: firm power for → 2 h (60 %)',
      'turbine: at most → 4.4 MW (120 %)',
      'battery: at most → 25 MWh (150 %)',
      'smelter: output → 5256 t/a (40 %)',
    ]);
  });

  it('a loss of less than an hour cannot be asked for: 5 MWh last 0.67 h', async () => {
    const found = await explainNetwork(park({ battery: 5 }));
    expect(aloneOf(found).some((text) => text.includes('firm power for'))).toBe(false);
  });

  it('a hundred times the battery is told too, where a smaller share is so much nearer', async () => {
    const found = await explainNetwork(park({ battery: 0.3 }));
    // 37.5 MWh are 125 times 0.3.
    expect(aloneOf(found)).toContain('battery: at most → 37.5 MWh (12400 %)');
  });
});

describe('the turbine lost, and a grid that is too small', () => {
  it('a grid of 4 MW carries 4 of 6 MW: 2 MW more of it carry the rest', async () => {
    // The turbine, which is free to be any size, makes up the power of every hour.
    const found = await explainNetwork(
      park({ battery: null, turbine: Number.POSITIVE_INFINITY, grid: 4, lost: 'turbine' }),
    );
    const worst = found.worst?.kind === 'firm' ? found.worst : null;
    expect(worst?.highest).toBeCloseTo(2, 6);
    expect(worst?.supply).toMatchObject([
      { title: 'grid', state: 'at its limit' },
      { title: 'turbine', amount: 0, state: 'lost' },
    ]);
    expect(aloneOf(found)).toContain('grid: at most → 6 MW (50 %)');
  });
});

describe('what a solver leaves of nothing', () => {
  it('0.004 % of the output beside the change that does it is no change', async () => {
    // A little of the loosened output, as where two ways cost the same; dearer, it would not be left.
    const solver: Solver = async (program, options) => {
      const solution = await MEANS.solver(program, options);
      const output = program.columnFamilies.find(({ kind }) => kind === 'loosened-output');
      if (output === undefined || program.cost[output.first] > 1) return solution;
      const x = solution.x.slice();
      x[output.first] += (4e-5 * 8760) / Math.sqrt(8760);
      return { ...solution, x };
    };
    const found = await explainNetwork(park({ battery: 10 }), { ...MEANS, solver });
    expect(changesOf(found.changes.together)).toEqual(['smelter: firm power of → 16 % (73.3333 %)']);
  });
});
