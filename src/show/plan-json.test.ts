import { describe, expect, it } from 'vitest';
import { sampleRun } from '../../test/sample-run.ts';
import { planJson } from './plan-json.ts';

// Keys as settled for the JSON of a plan: capacities, promises, claims, assumed, certificate, verification, kpis.
interface Shape {
  status: string;
  run: string;
  certificate: Record<string, number> | null;
  verification: { largestGap: number; where: string } | null;
  capacities: Record<string, unknown>[];
  kpis: Record<string, { value: number | null; unit: string; title: string }>;
  phases: { id: string; kpis: object }[];
  promises: Record<string, unknown>[];
  claims: Record<string, unknown>[];
  assumed: unknown[];
}
const json = (run = sampleRun()): Shape => JSON.parse(JSON.stringify(planJson(run)));

describe('the plan as data', () => {
  it('has the settled keys', () => {
    const plan = json();
    expect(plan).toMatchObject({ status: 'optimal', run: '4f1c9a7be2d0' });
    expect(plan.certificate).toEqual({ primalResidual: 2.1e-9, dualResidual: 8.4e-10, gap: 3.3e-9 });
    expect(plan.verification).toMatchObject({
      largestGap: 6.2e-9,
      where: 'electricity at Works at Pavlodar, 14 Jan 03:00',
    });
    expect(plan.kpis['permanent-jobs']).toMatchObject({
      value: 3120,
      unit: 'persons',
      title: 'Permanent jobs',
    });
    for (const key of [
      'plant',
      'site',
      'phase',
      'built',
      'existing',
      'min',
      'max',
      'unit',
      'atLimit',
      'shadowPrice',
      'shadowPriceUnit',
    ])
      expect(plan.capacities[0]).toHaveProperty(key);
    for (const key of ['id', 'kpi', 'value', 'target', 'unit', 'status', 'margin', 'bound', 'price'])
      expect(plan.promises[0]).toHaveProperty(key);
    for (const key of ['id', 'stated', 'found', 'unit', 'verdict', 'note'])
      expect(plan.claims[0]).toHaveProperty(key);
    expect(plan.assumed).toHaveLength(1);
    expect(plan).toHaveProperty('weather', [expect.stringContaining('no measured hour')]);
    expect(plan.phases).toHaveLength(1);
  });

  it('turns what is not finite into null, in the object itself and not only in its text', () => {
    const run = sampleRun({
      kpis: [
        [
          {
            id: 'k',
            title: 'K',
            value: Number.NaN,
            unit: 't',
            definition: '',
            group: 'cost',
            range: [0, Infinity],
          },
        ],
      ],
    });
    const walk = (value: unknown): boolean =>
      typeof value === 'number'
        ? Number.isFinite(value)
        : value === null || typeof value !== 'object' || Object.values(value).every(walk);
    expect(walk(planJson(run))).toBe(true);
    expect(json(run).kpis['k'].value).toBeNull();
  });

  it('is there for a run without a plan', () => {
    const plan = json(
      sampleRun({
        status: 'infeasible',
        plan: null,
        network: null,
        solution: null,
        verification: null,
        kpis: [],
        capacities: [],
        promises: [],
        claims: [],
        assumed: [],
      }),
    );
    expect(plan).toMatchObject({
      status: 'infeasible',
      certificate: null,
      verification: null,
      kpis: {},
      capacities: [],
    });
  });
});
