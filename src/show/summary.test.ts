import { describe, expect, it } from 'vitest';
import { sampleRun } from '../../test/sample-run.ts';
import type { Issue } from '../park/issue.ts';
import { issue } from '../park/sentences/catalogue.ts';
import { figure } from './figure.ts';
import { summary } from './summary.ts';
import { answer } from './wording.ts';

describe('the plan on one screen', () => {
  it('keeps to the width and to 60 lines, with every block there', () => {
    for (const width of [80, 100, 140]) {
      const lines = summary(sampleRun(), width).split('\n');
      expect(lines.length).toBeLessThanOrEqual(60);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    }
    const text = summary(sampleRun(), 100);
    for (const word of [
      'Proven plan',
      'Levelised cost',
      'Promise',
      'broken',
      'Claim',
      'does not hold',
      'Capacity',
      'Largest gap',
      '1 silence',
      '4f1c9a7be2d0',
    ])
      expect(text).toContain(word);
  });

  it('aligns the numbers of a column at their right end', () => {
    const [, sizes] = summary(sampleRun(), 100).split('\n  Capacity');
    const rows = sizes.split('\n').filter((line) => / (kt|Mt)\/a {2,}\d/.test(line));
    const ends = rows.map((line) => /(?:kt|Mt)\/a/.exec(line)!.index);
    expect(rows.length).toBeGreaterThan(3);
    expect(new Set(ends).size).toBe(1);
  });

  it('says beside the proof that recipes do not close: how many, the worst element though the mass misses more, and where', () => {
    const hole = (plant: string, element: 'Al' | 'Fe' | 'mass', gap: number): Issue => ({
      ...issue('plant-not-closed', 'warning', {}, { path: `plants.${plant}.recipe`, plant, element }),
      open: { plant, element, gap, per: 't' },
    });
    const told = (issues: readonly Issue[]) =>
      summary({ ...sampleRun(), issues }, 200)
        .replaceAll('\u00a0', ' ')
        .split('\n')
        .filter((line) => line.includes('not close'));
    const press = [hole('press', 'Al', -0.4703), hole('mill', 'Fe', 0.02), hole('press', 'mass', -0.4784)];
    expect(told(press)).toEqual([
      '3 balances of matter in recipes do not close; the worst: press, aluminium, 0.47 t/t more out than in. See “What was assumed” in the report.',
    ]);
    expect(told([hole('mill', 'mass', 0.02)])).toEqual([
      '1 balance of matter in a recipe does not close; the worst: mill, mass, 0.02 t/t more in than out. See “What was assumed” in the report.',
    ]);
    expect(told([])).toEqual([]);
  });

  it('stays within 60 lines for a park of many plants, promises and claims, and counts what it leaves out', () => {
    const base = sampleRun();
    const many = <T>(rows: readonly T[]): T[] =>
      Array.from({ length: 60 }, (_, at) => rows[at % rows.length]);
    const text = summary(
      {
        ...base,
        capacities: many(base.capacities),
        promises: many(base.promises),
        claims: many(base.claims),
      },
      100,
    );
    expect(text.split('\n').length).toBeLessThanOrEqual(60);
    expect(text).toMatch(/and \d+ more capacities in the report/);
  });

  it('sums wind and sun in the first paragraph instead of naming farms', () => {
    const base = sampleRun();
    const wind = base.capacities.find((row) => row.plant === 'wind' && row.of === 'output');
    const processes = base.network?.processes ?? [];
    const farm = processes.find((process) => process.id === 'wind');
    // A second farm, as large as the first: the sum is twice that of one.
    const text = answer({
      ...base,
      network:
        base.network && farm ? { ...base.network, processes: [...processes, { ...farm, id: 'twin' }] } : null,
      capacities: wind ? [...base.capacities, { ...wind, plant: 'twin' }] : [],
    })
      .join(' ')
      .replaceAll('\u00a0', ' ');
    expect(text).toContain(
      `${figure(2 * ((wind?.built ?? 0) + (wind?.existing ?? 0)), wind?.unit ?? '')} of wind`,
    );
    expect(text).toMatch(/What stands: .*W of wind and .*W of sun\./);
  });

  it('says the proof once, the run by its first twelve digits, the place of a gap without the only phase', () => {
    const base = sampleRun();
    const id = '7cc205208468e831a38bef9c6f2ebddc902e2240c89f1fb59472530fb49fe28b';
    const text = summary(
      {
        ...base,
        id,
        message: 'The plan is proven: no cheaper one exists.',
        verification: base.verification && {
          ...base.verification,
          largestGap: { ...base.verification.largestGap, where: `smelter, ${base.network?.phases[0].id}` },
        },
      },
      100,
    );
    expect(text).toContain('Proven plan: no cheaper one exists.');
    expect(text).not.toContain('The plan is proven');
    expect(text).toContain('Run 7cc205208468.');
    expect(text).not.toContain('smelter, one');
  });

  it('tells why there is no plan', () => {
    const text = summary(
      sampleRun({
        status: 'infeasible',
        message: 'The potline is short of 61 MW on 14 Jan.',
        plan: null,
        verification: null,
        kpis: [],
        capacities: [],
        promises: [],
        claims: [],
      }),
      80,
    );
    expect(text).toContain('Cannot hold');
    expect(text).toContain('short of 61 MW');
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });
});
