/**
 * A renewable share that binds, counted by year, by month and by hour, on parks that fit on paper: what is built, what a point
 * costs, and what is said when it cannot hold.
 */
import { describe, expect, it } from 'vitest';
import { changesOf, explainNetwork } from '../../test/explain-network.ts';
import { type HandSize, handGrid, handNetwork } from '../../test/hand-network.ts';
import { handPromise } from '../../test/hand-promise.ts';
import { runNetwork } from '../../test/run-network.ts';
import { answerOf } from '../../test/solve-network.ts';
import { kpiByName } from '../accounts/kpi-names.ts';
import { judgePromises } from '../accounts/promises.ts';
import { REGISTER } from '../accounts/register.ts';
import type { ParkPromise } from '../park/park.ts';
import { verify } from '../plan/verify.ts';
import { consecutiveHours } from '../units/calendar.ts';
import { boundPromises, measureOf } from './bound-promises.ts';
import { withWhatTheyPayFor } from './paid-by-promises.ts';

const POWER = { electricity: { unit: 'MWh', kind: 'energy' } } as const;

async function planned(network: ReturnType<typeof handNetwork>) {
  const { program, solution, plan, verification } = await runNetwork(network);
  if (program === null || solution === null || plan === null) throw new Error('no plan');
  expect(verification?.holds).toBe(true);
  const rows = withWhatTheyPayFor({ network, program, solution }, plan, judgePromises(plan, REGISTER));
  return { plan, row: rows[0], wind: plan.phases[0].capacities[0] };
}

describe('by hour: wind in the first of two hours, a battery that loses half, a load of 10 MW', () => {
  /** A point of 20 MWh is 0.2 MWh. Wind of 100 a MW gives 1 MWh. */
  const park = (countedBy: ParkPromise['countedBy'], max = 1000, more: Partial<ParkPromise> = {}) =>
    handNetwork({
      commodities: POWER,
      phases: [{ grid: handGrid([[2, 1]]) }],
      series: { wind: [[1, 0]] },
      processes: [
        { id: 'wind', flows: { electricity: 1 }, size: { annuity: 100, max }, weather: 'wind', renewable: 1 },
        { id: 'grid', kind: 'buy', flows: { electricity: 1 }, variableCost: 1 },
        {
          id: 'load',
          flows: { electricity: -1 },
          size: { min: 10, max: 10, fixed: true },
          output: 87_600,
        },
      ],
      stores: [{ id: 'battery', holds: 'electricity', content: {}, powerSize: {}, chargeEfficiency: 0.5 }],
      promises: [handPromise({ countedBy, targets: [{ year: 2030, value: 0.75 }], ...more })],
    });

  it('75 % are 15 MWh: 10 at once, 5 out of 10 that were stored: 20 MW', async () => {
    const { wind, row, plan } = await planned(park('hour'));
    expect(wind).toBeCloseTo(20, 6);
    expect(row).toMatchObject({ status: 'kept', bound: true });
    expect(row.value).toBeCloseTo(75, 6);
    // A point more is 0.2 MWh more out of the battery: 0.4 MW of wind at 100, less 0.2 MWh of the grid at 1.
    expect(row.price).toBeCloseTo(40 - 0.2, 5);
    // A MWh of wind more in the hour without any replaces the 2 that are stored for it, and it is worth 200 beside the 1 of the grid.
    expect(plan.phases[0].matching[0]?.price[1]).toBeCloseTo(199, 4);
    expect(row.paysFor.map(({ title }) => title)).toContain('wind');
  });

  it('by year the half that is lost counts: 18 MW do', async () => {
    // W = 10 + x for x into the battery; used 20 + x ÷ 2; (10 + x) ÷ (20 + x ÷ 2) = 3/4 at x = 8.
    const { wind, row } = await planned(park('year'));
    expect(wind).toBeCloseTo(18, 6);
    expect(row.value).toBeCloseTo(75, 6);
  });

  it('the score of carbon-free energy binds as well, and so does the share by hour under its own name', async () => {
    for (const kpi of ['cfe-score', 'renewable-share-by-hour']) {
      const { wind, row } = await planned(park('year', 1000, { id: kpi, kpi, promise: kpi }));
      expect(wind).toBeCloseTo(20, 6);
      expect(row).toMatchObject({ status: 'kept', bound: true });
      expect(row.value).toBeCloseTo(75, 6);
      expect(row.price).toBeCloseTo(40 - 0.2, 5);
    }
  });

  it('16 MW are too few: 65 % would hold, or 20 MW', async () => {
    // 10 at once and 3 out of 6: 13 of 20.
    const { conflict, changes } = await explainNetwork(park('hour', 16));
    expect(changesOf(changes.together)).toEqual([
      'renewable share of electricity, counted by hour: at least → 65 % (13.3333 %)',
    ]);
    expect(changes.alone.flatMap((one) => changesOf(one.changes))).toContain('wind: at most → 20 MW (25 %)');
    expect(conflict.map(({ text }) => text)).toContain(
      'renewable share of electricity, counted by hour: at least 75 %',
    );
  });

  it('a plan that claims what is not there does not verify', async () => {
    const { plan } = await planned(park('hour'));
    const [own] = plan.phases[0].matching;
    const bent = (change: object) =>
      verify({ ...plan, phases: [{ ...plan.phases[0], matching: [{ ...own!, ...change }] }] });
    expect(bent({}).holds).toBe(true);
    const cases: [object, string][] = [
      [{ matched: Float64Array.of(10, 10) }, 'matched by supply'],
      [{ matched: Float64Array.of(12, 5) }, 'matched use'],
      [{ charge: [Float64Array.of(10, 10)] }, 'matched part of charge'],
      [{ discharge: [Float64Array.of(0, 6)] }, 'matched part of discharge'],
      [{ level: [Float64Array.of(4, 0)] }, 'matched content'],
      [{ level: [Float64Array.of(7, 2)] }, 'matched part of content'],
    ];
    for (const [change, what] of cases) {
      const found = bent(change);
      expect(found.holds, what).toBe(false);
      expect(found.gaps.filter(({ relative }) => relative > 1e-6).map((gap) => gap.what)).toContain(what);
    }
    const none = verify({ ...plan, phases: [{ ...plan.phases[0], matching: [null] }] });
    expect(none.holds).toBe(false);
  });
});

describe('what is sold', () => {
  /** Wind in hour 0, a load of 10 in both; what is left can be sold at 200, which pays for any wind. */
  const park = (countedBy: ParkPromise['countedBy'], value: number) =>
    handNetwork({
      commodities: POWER,
      phases: [{ grid: handGrid([[2, 1]]) }],
      series: { wind: [[1, 0]] },
      processes: [
        {
          id: 'wind',
          flows: { electricity: 1 },
          size: { annuity: 100, max: 30 },
          weather: 'wind',
          renewable: 1,
        },
        { id: 'grid', kind: 'buy', flows: { electricity: 1 }, variableCost: 1 },
        { id: 'sale', kind: 'sell', flows: { electricity: -1 }, variableCost: -200 },
        { id: 'load', flows: { electricity: -1 }, size: { min: 10, max: 10, fixed: true }, output: 87_600 },
      ],
      promises: [handPromise({ countedBy, targets: [{ year: 2030, value }] })],
    });

  it.each(['year', 'hour'] as const)(
    'never counts twice, by %s: half of the use is all that 30 MW of wind match',
    async (countedBy) => {
      const { wind, row } = await planned(park(countedBy, 0.5));
      expect(wind).toBeCloseTo(30, 6);
      expect(row.value).toBeCloseTo(50, 6);
      const more = park(countedBy, 0.51);
      const measures = boundPromises(more, kpiByName).map((promise) => measureOf(promise));
      expect((await answerOf(more, measures)).solution.status).toBe('infeasible');
    },
  );
});

describe('by month: wind of 100 % in January and 50 % in February, a load of 10 MW', () => {
  const [january, february] = [31 * 24, 28 * 24];
  const grid = consecutiveHours({
    hours: january + february,
    hoursPerYear: 8760,
    timeZone: 'UTC',
    year: 2025,
  });
  const wind = [...Array(january).fill(1), ...Array(february).fill(0.5)];
  const park = (countedBy: ParkPromise['countedBy'], size: HandSize = {}) =>
    handNetwork({
      commodities: POWER,
      phases: [{ grid }],
      series: { wind: [wind] },
      processes: [
        {
          id: 'wind',
          flows: { electricity: 1 },
          size: { annuity: 1e5, ...size },
          weather: 'wind',
          renewable: 1,
        },
        { id: 'grid', kind: 'buy', flows: { electricity: 1 }, variableCost: 1 },
        { id: 'load', flows: { electricity: -1 }, size: { min: 10, max: 10, fixed: true }, output: 87_600 },
      ],
      promises: [handPromise({ countedBy })],
    });

  it('80 % in each month: February needs 16 MW, and only February costs', async () => {
    const { wind: built, row } = await planned(park('month'));
    expect(built).toBeCloseTo(16, 6);
    expect(row).toMatchObject({ status: 'kept', bound: true });
    expect(row.periods.map(({ label }) => label)).toEqual(['January', 'February']);
    expect(row.periods[1].value).toBeCloseTo(80, 6);
    expect(row.periods[0].value).toBeCloseTo(100, 6);
    // A point more in February: 0.1 MW at 50 % are 0.2 MW of wind at 100 000, less the grid of its hours of the year at 1.
    const point = 20_000 - (0.1 * february * 8760) / (january + february);
    expect(row.periods[0].price).toBeCloseTo(0, 3);
    expect(row.periods[1].price).toBeCloseTo(point, 2);
    expect(row.price).toBeCloseTo(point, 2);
    expect(row.note).toMatch(/the worst month is February/);
  });

  it('80 % over both: January may give all of its use', async () => {
    const { wind: built } = await planned(park('year'));
    expect(built).toBeCloseTo((0.8 * (january + february) - january) * (10 / (0.5 * february)), 5);
  });

  it('12 MW are too few for February: 60 % would hold there', async () => {
    const { changes } = await explainNetwork(park('month', { max: 12 }));
    expect(changesOf(changes.together)).toEqual([
      'renewable share of electricity, counted by month, in February: at least → 60 % (25 %)',
    ]);
  });
});
