/** Figures of the park in `test/hand-park.ts`: renewable share 577 ÷ 595 = 96.97 %, of the smelter alone 103.04 %. */
import { describe, expect, it } from 'vitest';
import { handNetwork, handPlan } from '../../test/hand-network.ts';
import { HAND_PARK, HAND_PHASE, handParkNetwork } from '../../test/hand-park.ts';
import type { Measure } from '../network/network.ts';
import type { ParkClaim, ParkPromise } from '../park/park.ts';
import type { Plan } from '../plan/plan.ts';
import { testClaims } from './claims.ts';
import { KPI_NAMES, KPI_UNITS, kpiByName } from './kpi-names.ts';
import { inKpiUnit } from './kpi-unit.ts';
import { judgePromises } from './promises.ts';
import { REGISTER } from './register.ts';

const promise = (more: Partial<ParkPromise>): ParkPromise => ({
  id: 'one',
  promise: 'permanent jobs',
  kpi: 'permanent-jobs',
  sense: 'at least',
  targets: [{ year: 2030, value: 100 }],
  unit: 'persons',
  countedBy: 'year',
  bind: false,
  to: null,
  in: [],
  written: 'at least 100',
  ...more,
});
const claim = (more: Partial<ParkClaim>): ParkClaim => ({
  id: 'said',
  claim: 'renewable capacity',
  kpi: 'renewable-capacity',
  value: 0.3,
  unit: 'GW',
  by: 'trade press',
  written: '0.3 GW',
  ...more,
});
const planWith = (promises: readonly ParkPromise[], claims: readonly ParkClaim[] = []): Plan =>
  handPlan(handParkNetwork({ promises, claims }), [HAND_PHASE], -64_000);
const judged = (more: Partial<ParkPromise>) => judgePromises(planWith([promise(more)]), REGISTER)[0];
const target = (value: number, year = 2030) => ({ targets: [{ year, value }] });

describe('names', () => {
  it.each([
    ['renewable share of electricity', 'renewable-share'],
    ['Renewable-share', 'renewable-share'],
    ['renewable_capacity', 'renewable-capacity'],
    ['permanent jobs', 'permanent-jobs'],
    ['alumina', 'alumina-output'],
    ['aluminium', 'metal-output'],
    ['investment', 'investment'],
    ['share of Kazakh staff', 'kazakh-staff-share'],
  ])('“%s” is %s', (name, id) => {
    expect(kpiByName(name)?.id).toBe(id);
  });
  it('an unknown name is unknown, and every name on the list is known and has a unit', () => {
    expect(kpiByName('happiness')).toBeUndefined();
    for (const name of KPI_NAMES) {
      expect(kpiByName(name), name).toBeDefined();
      expect(KPI_UNITS[name.toLowerCase().replaceAll(' ', '-')], name).toMatch(/\S/);
    }
  });
});

describe('units of targets', () => {
  const money = { currency: 'USD', year: 2025 };
  const of = (id: string) => kpiByName(id) ?? REGISTER[0];
  it.each([
    // A share of the park is 0..1, the figure is in percent.
    ['renewable-share', 0.8, '1', 80],
    ['renewable-share', 80, '%', 80],
    ['renewable-capacity', 3000, 'MW', 3],
    ['investment', 12e9, 'USD', 12],
    ['investment', 12_000, 'MUSD', 12],
    ['annual-cost', 5e6, 'USD/a', 5],
    // 1 Mt in 8760 h.
    ['metal-output', 1e6 / 8760, 't/h', 1],
    ['permanent-jobs', 10_000, 'persons', 10_000],
    // A bare number counts in the figure's own unit.
    ['permanent-jobs', 10_000, '1', 10_000],
    ['renewable-capacity', 3, '', 3],
    ['direct-emissions', 2000, 'kgCO2e/t', 2],
  ])('%s: %d %s is %d', (id, value, unit, expected) => {
    expect(inKpiUnit(value, unit, of(id), money)).toBeCloseTo(expected, 9);
  });
  it('tonnes are no unit of a share', () => {
    expect(inKpiUnit(3, 't', of('renewable-share'), money)).toBeNull();
  });
});

describe('promises', () => {
  it('kept: 110 jobs against 50, 60 to spare, and 60 at the low end still reach it', () => {
    expect(judged(target(50))).toMatchObject({
      status: 'kept',
      value: 110,
      target: 50,
      margin: 60,
      bound: false,
      price: null,
    });
  });
  it('at risk: 110 jobs reach 100, the low end of 60 does not', () => {
    const row = judged(target(100));
    expect(row.status).toBe('at risk');
    expect(row.note).toContain('at the low end of the sources it would be 60 persons');
  });
  it('broken: 110 jobs against 200, 90 short', () => {
    expect(judged(target(200))).toMatchObject({
      status: 'broken',
      margin: -90,
      note: '90 persons short of the target',
    });
  });
  it('at risk: a margin under 2 % (96.97 % against 96 %)', () => {
    const row = judged({
      kpi: 'renewable-share',
      promise: 'renewable share of electricity',
      unit: '1',
      ...target(0.96),
    });
    expect(row).toMatchObject({ status: 'at risk', unit: '%', target: 96 });
    expect(row.margin).toBeCloseTo(57_700 / 595 - 96, 9);
  });
  it('broken shares are short by percentage points, not by percents: 96.97 % against 98 %', () => {
    const row = judged({ kpi: 'renewable-share', unit: '%', ...target(98) });
    expect(row).toMatchObject({ status: 'broken', note: '1.03 percentage points short of the target' });
  });
  it('at most: direct emissions of 2.163 against 2 are broken, against 3 kept', () => {
    const emissions = {
      kpi: 'direct-emissions',
      promise: 'direct emissions',
      unit: 'tCO2e/t',
      sense: 'at most',
    } as const;
    expect(judged({ ...emissions, ...target(2) })).toMatchObject({ status: 'broken' });
    expect(judged({ ...emissions, ...target(2) }).note).toBe('0.163 tCO2e/t above the target');
    expect(judged({ ...emissions, ...target(3) }).status).toBe('kept');
  });
  it('untested, each with its reason: no plan for staff, no such figure, a year after the end, another count, a wrong unit', () => {
    const notes = [
      judged({ kpi: 'kazakh-staff-share', unit: '1', ...target(0.7) }),
      judged({ kpi: 'happiness', promise: 'happiness' }),
      judged(target(100, 2031)),
      judged({ kpi: 'curtailment', promise: 'curtailment', unit: '1', countedBy: 'hour', ...target(0.8) }),
      judged({ unit: 'MW' }),
    ];
    expect(notes.map((row) => row.status)).toEqual(Array(5).fill('untested'));
    expect(notes.map((row) => row.note)).toEqual([
      'needs the workforce plan: hiring, training and attrition by year',
      'there is no figure called “happiness”',
      'the plan ends before 2031',
      'Curtailment cannot be counted by hour; by year it is 14.6 %',
      'MW is no unit of Permanent jobs, which is in persons',
    ]);
  });
  it('one row a target year, each in the phase of its year', () => {
    const phases = [
      { from: 2030, years: 2 },
      { from: 2032, years: 2 },
    ];
    const steps = promise({
      targets: [
        { year: 2031, value: 40 },
        { year: 2033, value: 300 },
      ],
    });
    const series = {
      'works/wind': [
        [1, 0.5, 0.1, 0.8],
        [1, 0.5, 0.1, 0.8],
      ],
      'price shape': [
        [1, 1, 1.5, 1],
        [1, 1, 1.5, 1],
      ],
    };
    const network = handNetwork({ ...HAND_PARK, phases, series, promises: [steps] });
    // A second 1000 MW of wind: 110 + 200 = 310 jobs.
    const rows = judgePromises(
      handPlan(network, [HAND_PHASE, { ...HAND_PHASE, built: { wind: 1000 } }], 0),
      REGISTER,
    );
    expect(rows.map((row) => [row.year, row.value, row.status])).toEqual([
      [2031, 110, 'kept'],
      [2033, 310, 'at risk'],
    ]);
  });

  describe('that were bound', () => {
    const measure = (id: string, terms: Measure['terms'], lower: number): Measure => ({
      id,
      title: id,
      terms,
      lower,
      upper: Number.POSITIVE_INFINITY,
      phases: [0],
    });
    const bound = (given: ParkPromise, measures: readonly Measure[], price: number): Plan =>
      handPlan(handParkNetwork({ promises: [given] }), [{ ...HAND_PHASE, measurePrice: [price] }], -64_000, {
        measures,
      });
    it('a sum: the price of the measure is the price of a unit of target (a job)', () => {
      const given = promise({ bind: true, ...target(110) });
      const terms = kpiByName('permanent jobs')?.measure?.(handParkNetwork(), 'at most')?.numerator ?? [];
      const [row] = judgePromises(bound(given, [measure('one', terms, 110)], 7), REGISTER);
      // What the plan was bound to it holds exactly; the low end of 60 persons, as in the unbound case above, is told beside.
      expect(row).toMatchObject({ bound: true, price: 7, margin: 0, status: 'kept' });
      expect(row.note).toBe(
        'held exactly at the target by the plan; at the low end of the sources it would be 60 persons',
      );
    });
    it('a share: a percent of 595 MWh at 2 USD for each 0.01 MWh of measure is 1190 USD', () => {
      const given = promise({
        kpi: 'renewable-share',
        promise: 'renewable share',
        unit: '1',
        bind: true,
        ...target(0.9),
      });
      const [row] = judgePromises(bound(given, [measure('one', [], 0)], 2), REGISTER);
      expect(row.price).toBeCloseTo(1190, 9);
    });
  });
});

describe('claims', () => {
  const tested = (...claims: Partial<ParkClaim>[]) => testClaims(planWith([], claims.map(claim)), REGISTER);
  it('a size holds within 1 %: 0.3 GW against 0.298 and against 300 MW', () => {
    expect(tested({ value: 0.298 }, { value: 300, unit: 'MW' }).map((row) => row.verdict)).toEqual([
      'holds',
      'holds',
    ]);
  });
  it('a size does not hold when more is needed either: 0.3 GW against 0.2, 50 % more', () => {
    const [row] = tested({ value: 0.2 });
    expect(row.verdict).toBe('does not hold');
    expect(row.note).toContain('the plan has 0.3 GW where 0.2 GW was announced: 50 % more');
  });
  it('0.2 GW at 51.25 % give 410 MWh: 73.2 % of the smelter’s 560, 68.9 % of the park’s 595', () => {
    const [row] = tested({ value: 0.2 });
    expect(row.note).toContain(
      "at the plan's capacity factor of 51.2 % give 0.00041 TWh/a, 73.2 % of the smelter's use, 68.9 % of the park's",
    );
  });
  it('a share without its denominator is tested with both: 100 % of the smelter holds, of the park it does not', () => {
    const [row] = tested({ claim: 'renewable share', kpi: 'renewable-share', value: 1, unit: '1' });
    expect(row).toMatchObject({ stated: 100, unit: '%', verdict: 'does not hold' });
    expect(row.readings.map((one) => one.verdict)).toEqual([
      'does not hold',
      'holds',
      'does not hold',
      'does not hold',
    ]);
    expect(row.readings[0].found).toBeCloseTo(57_700 / 595, 9);
    expect(row.readings[1].found).toBeCloseTo(57_700 / 560, 9);
    expect(row.readings[2].found).toBeCloseTo(57_700 / 595, 9);
    expect(row.readings[3].found).toBeCloseTo(54_200 / 560, 9);
  });
  it('a share that is better than announced holds', () => {
    const [row] = tested({ claim: 'renewable share', kpi: 'renewable-share', value: 0.8, unit: '1' });
    expect(row.verdict).toBe('holds');
    expect(row.note).toContain('which is better');
  });
  it('a share is explained by the capacity that was announced beside it', () => {
    const rows = tested(
      { value: 0.2 },
      { claim: 'renewable share', kpi: 'renewable-share', value: 0.8, unit: '1' },
    );
    expect(rows[1].note).toContain("0.2 GW at the plan's capacity factor");
  });
  it('emissions below what was announced hold, above do not: 2.163 against 2.5 and 2', () => {
    const emissions = { claim: 'direct emissions', kpi: 'direct-emissions', unit: 'tCO2e/t' };
    expect(
      tested({ ...emissions, value: 2.5 }, { ...emissions, value: 2 }).map((row) => row.verdict),
    ).toEqual(['holds', 'does not hold']);
  });
  it('what the plan cannot say is untested and says why', () => {
    const [row] = tested({
      claim: 'share of Kazakh staff',
      kpi: 'kazakh-staff-share',
      value: 0.9,
      unit: '1',
    });
    expect(row).toMatchObject({ verdict: 'untested', found: null });
    expect(row.note).toContain('workforce plan');
    expect(tested({ claim: 'happiness', kpi: 'happiness' })[0].verdict).toBe('untested');
  });
});
