/** What stands, told in the trade's units and in whole ones, and what whole ones cost: worked on paper from `test/hand-park.ts`. */
import { describe, expect, it } from 'vitest';
import { handNetwork, handPlan } from '../../test/hand-network.ts';
import { HAND_PARK, HAND_PHASE, handParkNetwork, handParkPlan } from '../../test/hand-park.ts';
import { verify } from '../plan/verify.ts';
import { capacityRows } from './capacity-account.ts';
import { roundingRow } from './rounding-account.ts';

describe('capacity rows', () => {
  it('say in the trade’s units what stands, what it may be, and what its limit costs', () => {
    const limited = handParkNetwork({
      processes: HAND_PARK.processes.map((process) =>
        process.id === 'wind' ? { ...process, size: { ...process.size, max: 300, existing: 50 } } : process,
      ),
    });
    const made = handPlan(limited, [{ ...HAND_PHASE, built: { ...HAND_PHASE.built, wind: 250 } }], -64_250);
    made.phases[0].capacityPrice[0] = 12;
    const row = capacityRows(made)[0];
    // 12 USD a year for each MW is 12 000 for each GW shown.
    expect(row).toMatchObject({
      plant: 'wind',
      of: 'output',
      unit: 'GW',
      atLimit: 'max',
      built: 0.25,
      existing: 0.05,
    });
    expect(row.max).toBeCloseTo(0.3, 12);
    expect(row.shadowPrice).toBeCloseTo(12_000, 9);
    expect(row.shadowPriceUnit).toBe('USD/a per GW');
    // The annuity is not paid for what existed: 64 000 + 50 × 5.
    expect(verify(made).holds).toBe(true);
  });

  it('a size below a billionth of the largest of its unit is none: 100 W beside 300 MW are not, 1 W is not told', () => {
    const made = handParkPlan();
    const at = made.network.capacities.findIndex(({ unit }, index) => index > 0 && unit === 'MW');
    const sized = (size: number) => {
      made.phases[0].capacities[at] = size;
      return capacityRows(made)[at].built;
    };
    expect(sized(1e-4)).toBeGreaterThan(0);
    expect(sized(1e-7)).toBe(0);
  });
});

it('30 of 100 turned into another: 70 of the old stand, none of it built; 30 are built of the other', () => {
  const network = handNetwork({
    commodities: { metal: {} },
    processes: [
      { id: 'old', flows: { metal: 1 }, size: { existing: 100, max: 100 } },
      { id: 'better', flows: { metal: 1 }, size: { converts: 0 } },
    ],
  });
  const rows = capacityRows(handPlan(network, [{ built: { better: 30 } }], 0));
  expect(rows.map(({ built, existing }) => [built, existing])).toEqual([
    [0, 70],
    [30, 0],
  ]);
});

describe('whole units', () => {
  // Wind of 0.3 GW shown, 0.05 of it standing before: 0.25 GW are five units of 50 MW, where 4.6 of them would do.
  const network = handParkNetwork({
    processes: HAND_PARK.processes.map((process) =>
      process.id === 'wind'
        ? { ...process, size: { ...process.size, max: 300, existing: 50, wholeUnit: 50 } }
        : process,
    ),
  });
  const sizes = [Float64Array.from(network.capacities, (_, at) => (at === 0 ? 280 : 0))];
  const rounding = {
    method: 'rounded',
    continuous: -70_000,
    whole: -64_250,
    bound: -70_000,
    choices: 3,
    sizes,
  } as const;

  it('a row tells how many stand beside what exists, and no shadow price', () => {
    const made = handPlan(network, [{ ...HAND_PHASE, built: { ...HAND_PHASE.built, wind: 250 } }], -64_250, {
      rounding,
    });
    const [row, other] = capacityRows(made);
    expect(row.units?.count).toBe(5);
    expect(row.units?.size).toBeCloseTo(0.05, 12);
    expect(row.units?.continuous).toBeCloseTo(4.6, 12);
    expect(row.shadowPrice).toBeNull();
    expect(row.atLimit).toBe('max');
    expect(other.units).toBeNull();
  });

  it('their cost: 5 750 over a weight of 1, 5 750 of the 37 250 that the year costs and 50 for upkeep of what stood; at most as much to be saved', () => {
    const row = roundingRow(network, rounding, handParkPlan(network));
    expect(row).toMatchObject({ method: 'rounded', costPerYear: 5750, costPerYearUnit: 'USD/a', choices: 3 });
    expect(row.share).toBeCloseTo(5750 / 37_300, 9);
    expect(row.gap).toBeCloseTo(5750 / 37_300, 9);
  });

  it('over several phases the yearly cost is the net present one over the sum of their weights: 6 000 ÷ (2 + 1)', () => {
    const phases = [2, 1].map((weight) => ({ ...network.phases[0], weight }));
    const row = roundingRow({ ...network, phases }, { ...rounding, whole: -64_000 }, null);
    expect(row.costPerYear).toBeCloseTo(2000, 9);
  });

  it('an objective of carbon is no money; what was not found has no cost; a share of nothing is none', () => {
    expect(
      roundingRow({ ...network, objective: { kind: 'least carbon' } }, rounding, null).costPerYear,
    ).toBeNull();
    expect(roundingRow(network, { ...rounding, whole: null }, null)).toMatchObject({
      whole: null,
      costPerYear: null,
      share: null,
      gap: null,
    });
    expect(roundingRow(network, rounding, handPlan(handParkNetwork(), [{}], 0)).share).toBeNull();
  });

  it('a park that earns nearly all that it pays: 100 are 100 ÷ 37 300 of that, not 50 times a net cost of 2', () => {
    const even = { ...rounding, continuous: -98, whole: 2, bound: 2 };
    const row = roundingRow(network, even, handParkPlan(network));
    expect(row.costPerYear).toBeCloseTo(100, 9);
    expect(row.share).toBeCloseTo(100 / 37_300, 9);
    expect(row.gap).toBe(0);
  });
});
