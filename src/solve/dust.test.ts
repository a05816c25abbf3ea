/**
 * Dust on sizes: what nobody needs goes, what something depends on stays.
 */
import { describe, expect, it } from 'vitest';
import { type HandSpec, handGrid, handNetwork } from '../../test/hand-network.ts';
import { supply } from '../../test/hand-supply.ts';
import { solver } from '../../test/solve-network.ts';
import { buildProgram } from '../program/build-program.ts';
import { certify } from './certificate.ts';
import { withoutDust } from './dust.ts';
import type { Solution } from './solver.ts';

const HOURS = 4;
/** Must be served in every hour. */
const load = (id: string, of: string, rate: number) => ({
  id,
  flows: { [of]: -1 },
  size: { min: rate, max: rate, fixed: true },
  output: rate * 8760,
});

/** Wind at 100 serves a load of 2 000; gas at 900 is never built; a boiler of 1e-4 serves a load of heat of its own. */
const SPEC: HandSpec = {
  commodities: {
    electricity: { title: 'Electricity', unit: 'MWh', balance: 'hour', kind: 'energy' },
    heat: { title: 'Heat', unit: 'MWh', balance: 'hour', kind: 'energy' },
  },
  phases: [{ id: 'one', from: 2030, years: 1, weight: 1, grid: handGrid([[HOURS, 1]]) }],
  processes: [
    { id: 'wind', flows: { electricity: 1 }, size: { annuity: 100 } },
    { id: 'gas', flows: { electricity: 1 }, size: { annuity: 900 } },
    { id: 'boiler', flows: { heat: 1 }, size: { annuity: 100 } },
    load('town', 'electricity', 2000),
    load('bath', 'heat', 1e-4),
  ],
};

async function solved() {
  const network = handNetwork(SPEC);
  const built = buildProgram(network, []);
  const solution = await solver(built.program, { solver: 'highs', tolerance: 1e-7, timeLimit: 10 });
  return { network, built, solution };
}

describe('dust', () => {
  it('a size of 2e-8 that nobody needs goes, with what runs in it; a boiler of 1e-4 that a load needs stays', async () => {
    const { network, built, solution } = await solved();
    const [columns] = built.columns;
    const [wind, gas, boiler] = [0, 1, 2];
    expect(solution.x[columns.stands[boiler]]).toBeCloseTo(1e-4, 9);
    const x = solution.x.slice();
    x[columns.stands[gas]] = x[columns.built[gas]] = 2e-8;
    for (let hour = 0; hour < HOURS; hour++) x[columns.activity[gas][0] + hour] = 1e-8;
    const dusty: Solution = { ...solution, x, certificate: certify(built.program, x, solution.y) };
    const clean = withoutDust(network, built, dusty, 1e-7);
    expect([clean.x[columns.stands[gas]], clean.x[columns.built[gas]]]).toEqual([0, 0]);
    for (let hour = 0; hour < HOURS; hour++) expect(clean.x[columns.activity[gas][0] + hour]).toBe(0);
    // Both are below a tenth of a millionth of the wind: only what is needed tells them apart.
    expect(1e-4).toBeLessThan(1e-7 * solution.x[columns.stands[wind]]);
    expect(clean.x[columns.stands[boiler]]).toBeCloseTo(1e-4, 9);
    expect(clean.certificate?.primalResidual).toBeLessThan(1e-7);
    expect(dusty.x[columns.stands[gas]]).toBe(2e-8);
  });

  it('an answer without dust, or without a plan, is handed back as it is', async () => {
    const { network, built, solution } = await solved();
    const failed: Solution = { ...solution, status: 'failed' };
    expect(withoutDust(network, built, failed, 1e-7)).toBe(failed);
    const { objective } = withoutDust(network, built, solution, 1e-7);
    expect(objective).toBe(solution.objective);
  });
});

describe('what is left of a size that was turned into another', () => {
  it('2e-8 of 100 goes, with what runs in it; the other has it all', async () => {
    const network = handNetwork({
      commodities: { metal: {} },
      processes: [
        { id: 'old', flows: { metal: 1 }, size: { existing: 100, max: 100 }, variableCost: 9 },
        { id: 'better', flows: { metal: 1 }, size: { annuity: 1, converts: 0 } },
        { id: 'sale', kind: 'sell', flows: { metal: -1 }, minPerYear: 876_000 },
      ],
    });
    const built = buildProgram(network, []);
    const solution = await solver(built.program, { solver: 'highs', tolerance: 1e-7, timeLimit: 10 });
    const [{ stands, activity }] = built.columns;
    const x = solution.x.slice();
    x[stands[0]] += 2e-8;
    for (let hour = 0; hour < HOURS; hour++) x[activity[0][0] + hour] += 1e-8;
    const dusty: Solution = { ...solution, x, certificate: certify(built.program, x, solution.y) };
    const clean = withoutDust(network, built, dusty, 1e-7);
    expect(clean.x[stands[0]]).toBe(0);
    expect(clean.x[activity[0][0]]).toBe(0);
    expect(clean.x[stands[1]]).toBeCloseTo(100, 6);
  });
});

describe('what is counted on in an outage', () => {
  it('a store of 1.5e-6 that holds it back goes, with what it would carry; a battery that carries 10 for 5 hours stays', async () => {
    const network = handNetwork({
      commodities: { electricity: { unit: 'MWh', kind: 'energy' } },
      processes: [
        { id: 'grid', kind: 'buy', flows: { electricity: 1 }, maxRate: 100, variableCost: 1 },
        load('town', 'electricity', 20),
      ],
      stores: [
        { id: 'battery', holds: 'electricity', content: { annuity: 1 }, powerSize: { annuity: 1 } },
        { id: 'lake', holds: 'electricity', content: { annuity: 2 }, powerSize: { annuity: 2 } },
      ],
      security: {
        hours: 5,
        loads: [{ id: 'town', title: 'town', node: 0, capacity: 0, perCapacity: 0.5, share: 0.5, hours: 5 }],
        supplies: [
          supply({ id: 'grid', kind: 'grid', most: 100 }),
          supply({ id: 'battery', kind: 'store', capacity: 2, store: 0, hoursPer: 1 }),
          supply({ id: 'lake', kind: 'store', capacity: 4, store: 1, hoursPer: 1 }),
        ],
        cases: [{ title: 'grid lost', lost: 0 }],
      },
    });
    const [battery, lake] = network.stores;
    const built = buildProgram(network, []);
    const solution = await solver(built.program, { solver: 'highs', tolerance: 1e-7, timeLimit: 10 });
    const [{ stands, built: added, level, held, carried }] = built.columns;
    const x = solution.x.slice();
    // Each row of the outage alone tells this from nothing: 1.5e-6 beside 1, 15 times the tolerance.
    for (const size of [stands, added]) {
      x[size[lake.capacity]] = 1.5e-6;
      x[size[lake.power]] = 3e-7;
    }
    for (let hour = 0; hour < HOURS; hour++) x[level[1] + hour] = 1.5e-6;
    x[held[2]] = 1.5e-6;
    x[carried[0][2]] = 3e-7;
    const dusty: Solution = { ...solution, x, certificate: certify(built.program, x, solution.y) };
    const clean = withoutDust(network, built, dusty, 1e-7);
    expect(
      [stands[lake.capacity], stands[lake.power], held[2], carried[0][2]].map((j) => clean.x[j]),
    ).toEqual([0, 0, 0, 0]);
    expect(clean.x[stands[battery.capacity]]).toBeCloseTo(50, 6);
    expect(clean.x[carried[0][1]]).toBeCloseTo(10, 6);
    expect(clean.certificate?.primalResidual).toBeLessThan(1e-7);
  });
});
