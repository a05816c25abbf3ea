/**
 * Whole units from the park file to the JSON of the plan, and what is said when none hold.
 */
import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../src/cli/exit-code.ts';
import type { Run } from '../src/run/run.ts';
import { planJson } from '../src/show/plan-json.ts';
import { summary } from '../src/show/summary.ts';
import { highsSolver } from '../src/solve/highs.ts';
import { withoutPoint } from '../src/solve/solution.ts';
import { planText } from './plan-text.ts';

const park = (smelter: string, { units = '', grid = '600 MW', most = '3 GW' } = {}): string => `
kombinat: 1
park: Small
sites: { works: { title: Works, at: [51.7, 75.3] } }
plants:
  sun: { plant: solar-park, title: Sun, capacity: { ${units}max: ${most} } }
  smelter: { plant: prebake-potline, title: Potlines, output: 250 kt/a${smelter} }
stores:
  battery: { store: battery, power: { units of: 30 MW } }
buy:
  grid electricity: { cost: 62 USD/MWh, max: ${grid} }
`;
const cost = (run: Run): number => {
  expect(run.status, run.message).toBe('optimal');
  return run.plan?.netPresentCost ?? Number.NaN;
};

describe('a park in whole units', () => {
  it('is planned in them, never cheaper than with any size, and told in rows, JSON and summary', async () => {
    const free = await planText(park('').replace('units of: 30 MW', ''));
    const run = await planText(park('', { units: 'units of: 330 MW, ' }));
    expect(run.status, run.message).toBe('optimal');
    expect(run.verification?.holds).toBe(true);
    expect(cost(run)).toBeGreaterThanOrEqual(cost(free) * (1 - 1e-9));
    expect(run.rounding?.method).toBe('exact');
    // If any size could be built: the park without units, but with its limit drawn in to nine units, 2.97 GW.
    expect((run.rounding?.continuous ?? 0) / cost(free)).toBeCloseTo(1, 7);
    const sun = run.capacities.find((row) => row.plant === 'sun');
    expect(sun?.units?.size).toBeCloseTo(330, 9);
    expect(sun?.built).toBeCloseTo(330 * (sun?.units?.count ?? Number.NaN), 4);
    expect(sun?.max).toBeCloseTo(2970, 9);
    expect(sun?.shadowPrice).toBeNull();

    const data = JSON.parse(JSON.stringify(planJson(run)));
    expect(data.capacities.find((row: { plant: string }) => row.plant === 'sun').units).toEqual({
      size: expect.closeTo(330, 9),
      count: sun?.units?.count,
      continuous: expect.any(Number),
    });
    for (const key of [
      'method',
      'continuous',
      'whole',
      'bound',
      'unit',
      'costPerYear',
      'share',
      'gap',
      'choices',
    ])
      expect(data.rounding).toHaveProperty(key);
    expect(data.capacities.find((row: { plant: string }) => row.plant === 'smelter').units).toBeNull();
    const text = summary(run, 100).replace(/[\u2009\u202f\u00a0]/g, ' ');
    expect(text).toMatch(/^Whole units cost .* against sizes of any/m);
    expect(text).toContain(`${sun?.units?.count} × 330 MW`);
  });

  it('rounded: near optimal, which ends with 0, and the message says how much a better choice could save', async () => {
    const highs = highsSolver({ clock: () => performance.now() / 1000 });
    const run = await planText(park('', { units: 'units of: 330 MW, ' }), {
      // No search: it breaks off, as it does on large parks.
      solver: async (program, options) =>
        program.integer === null
          ? highs(program, options)
          : withoutPoint({ status: 'failed', message: 'broke off', iterations: 0, seconds: 0, solver: 'x' }),
    });
    expect(run.status).toBe('near optimal');
    expect(exitCodeOf(run.status)).toBe(0);
    expect(run.verification?.holds).toBe(true);
    const { gap, whole, bound, continuous } = run.rounding ?? {};
    expect(bound).toBe(continuous);
    // Of what the park pays: smelter, sun, battery, alumina and power come to 0.1 to 10 billion USD, net present.
    const paid = ((whole ?? 0) - (bound ?? 0)) / (gap ?? 0);
    expect(paid).toBeGreaterThan(1e8);
    expect(paid).toBeLessThan(1e10);
    const percent = ((gap ?? 0) * 100).toPrecision(2);
    expect(run.message.replace(/[\u2009\u202f\u00a0]/g, ' ')).toContain(
      `none can save more than ${percent} % of what the park pays`,
    );
    expect(summary(run, 100)).toContain('Proven plan, near the best in whole units');
  });

  it('without units nothing is said of them', async () => {
    const run = await planText(park('').replace('units of: 30 MW', ''));
    expect(run.rounding).toBeNull();
    expect(summary(run, 100)).not.toMatch(/units/i);
  });

  it('the manifest says how units are chosen, and another size of unit is another run', async () => {
    const [one, other] = [
      await planText(park('', { units: 'units of: 130 MW, ' })),
      await planText(park('', { units: 'units of: 131 MW, ' })),
    ];
    expect(one.manifest['whole units']).toContain('searched up to');
    expect(one.id).not.toBe(other.id);
  });
});

describe('units that cannot hold', () => {
  it('two potlines of 110 kt/a for 250 kt/a: refused before anything is planned', async () => {
    const run = await planText(park(', capacity: { units of: 110 kt/a, max: 2 }'));
    expect(run.status).toBe('wrong input');
    expect(run.issues.find((one) => one.severity === 'error')?.message).toContain(
      'units of 110 kt/a, at most 2',
    );
  });

  // 2.27 potlines are asked for: two cannot make the output, three would freeze (they lose heat and run too low).
  it('potlines that would stand too large: infeasible, told in plant words, with what any size would be', async () => {
    const run = await planText(park(', capacity: { units of: 110 kt/a }'));
    expect(run.status).toBe('infeasible');
    const message = run.message.replace(/[\u2009\u202f\u00a0]/g, ' ');
    expect(message).toContain('cannot hold in whole units');
    expect(message).toContain('Potlines 2.27 × 110 kt/a');
    expect(message).toContain('2 × 110 kt/a of Potlines are built');
    expect(message).toContain('Potlines cannot make its yearly output');
    expect(run.rounding).toMatchObject({ method: 'exact', whole: null, costPerYear: null });
    // The message is for those who read one line; the explanation says which number of units is missing, and what would do.
    const { conflict, changes } = run.explanation ?? { conflict: [], changes: { together: [], alone: [] } };
    expect(conflict.map(({ text }) => text.replace(/[\u2009\u202f\u00a0]/g, ' '))).toEqual([
      'Potlines in units of 110 kt/a: 2.27 of them would do, 2 are too few, 3 too many',
    ]);
    // 2 × 110 = 220 of 250 kt/a; 3 at 96.6 % of 110 at the least (their window) make 319; 250 ÷ 2 = 125, 250 ÷ 3 = 83.3.
    const ways = new Map(
      changes.alone.map((one) => [
        one.given,
        one.changes.map(({ limit, to }) => [limit.says, Math.round(to / 100) / 10]),
      ]),
    );
    expect(ways.get('with 2 × 110 kt/a of Potlines')).toEqual([['output', 220]]);
    expect(ways.get('with 2 of them')?.[0][0]).toBe('units of');
    expect(changes.alone.map(({ makesLess, given }) => [given, makesLess])).toContainEqual([
      'with 2 × 110 kt/a of Potlines',
      true,
    ]);
    const text = summary(run, 80).replace(/[\u2009\u202f\u00a0]/g, ' ');
    expect(text).toContain('Potlines: units of 110 kt/a → 125 kt/a');
    expect(text).toContain('Potlines: output 250 kt/a → 220 kt/a');
    expect(text).toContain('HiGHS searched all choices');
    expect(JSON.parse(JSON.stringify(planJson(run))).explanation.changes.alone.length).toBe(4);
  });

  it('too small a grid stays too small in units', async () => {
    const run = await planText(
      park(', capacity: { units of: 125 kt/a }', { grid: '100 MW', most: '400 MW' }),
      {
        solve: { solver: 'auto', tolerance: 1e-7, timeLimit: 120 },
      },
    );
    expect(run.status).toBe('infeasible');
    expect(run.message).toContain('grid electricity: at most 100 MW');
    expect(run.rounding).toBeNull();
  });
});
