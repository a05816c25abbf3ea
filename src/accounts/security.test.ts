/** Survival, the worst fortnight and who carries what, on plans whose sums fit on a page. */
import { describe, expect, it } from 'vitest';
import { handGrid, handNetwork, handPlan } from '../../test/hand-network.ts';
import { hoursCarried, outageRows, SECURITY_KPIS, survivalOf, worstFortnight } from './security.ts';

describe('hours for which stores carry a load', () => {
  it('one store: 100 MWh at 10 MW are ten hours; 11 MW are more than its power', () => {
    expect(hoursCarried([{ content: 100, power: 10 }], 10)).toBe(10);
    expect(hoursCarried([{ content: 100, power: 10 }], 11)).toBe(0);
  });
  it('100 MWh at 10 MW and 20 MWh at 40 MW under 30 MW: 10 h + 20 = 30 h, one hour', () => {
    const stores = [
      { content: 100, power: 10 },
      { content: 20, power: 40 },
    ];
    expect(hoursCarried(stores, 30)).toBeCloseTo(1, 12);
  });
  it('nothing stored: none', () => {
    expect(hoursCarried([], 10)).toBe(0);
    expect(hoursCarried([{ content: 0, power: 20 }], 10)).toBe(0);
  });
});

/** Wind of 100 MW: all of it, but a tenth for 336 hours from hour 20; a smelter of 10 t/h at 5 MWh/t that endures 3 h. */
const wind = Array.from({ length: 400 }, (_, hour) => (hour >= 20 && hour < 356 ? 0.1 : 1));
const network = handNetwork({
  commodities: {
    electricity: { unit: 'MWh', kind: 'energy' },
    metal: {},
    heat: { unit: 'MWh', kind: 'internal' },
  },
  series: { wind: [wind] },
  phases: [{ grid: handGrid([[400, 1]]), years: 1, weight: 1 }],
  processes: [
    { id: 'wind', flows: { electricity: 1 }, size: {}, weather: 'wind', renewable: 1 },
    { id: 'smelter', group: 'metal', of: 'metal', flows: { electricity: -5, metal: 1 }, size: {} },
  ],
  stores: [
    { id: 'battery', holds: 'electricity', dischargeEfficiency: 0.8, content: {}, powerSize: {} },
    { id: 'pots', holds: 'heat', inside: 'smelter', low: -2, high: 2, endures: 3 },
  ],
  security: {
    hours: 5,
    loads: [{ id: 'smelter', title: 'smelter', node: 0, capacity: 1, perCapacity: 2, share: 0.4, hours: 5 }],
    supplies: [
      {
        id: 'battery',
        title: 'battery',
        kind: 'store',
        node: 0,
        from: -1,
        gives: 1,
        capacity: 3,
        perCapacity: 1,
        most: Number.POSITIVE_INFINITY,
        unit: null,
        store: 0,
        hoursPer: 1.25,
      },
    ],
    cases: [{ title: 'no wind and no sun', lost: -1 }],
  },
});
const level = Array.from({ length: 400 }, (_, hour) => (hour === 7 ? 150 : 250));
const plan = handPlan(
  network,
  [
    {
      built: { wind: 100, smelter: 10, 'battery/content': 300, 'battery/power': 25 },
      activity: { smelter: Array(400).fill(10) },
      stores: { battery: { level, charge: Array(400).fill(0), discharge: Array(400).fill(0) } },
      carried: [[20]],
    },
  ],
  0,
);
const kpi = (id: string) => SECURITY_KPIS.find((one) => one.id === id)!.value(plan, 0);

describe('a park', () => {
  it('stores carry 40 % of 50 MW for 150 × 0.8 ÷ 20 = 6 h from hour 7, the pots 3 h more', () => {
    expect(survivalOf(plan, 0)).toEqual({ share: 0.4, load: 20, stored: 6, when: '14 Jan 07:00', pots: 3 });
    expect(kpi('survival-hours').value).toBeCloseTo(9, 12);
  });
  it('what an interior point leaves of an empty store carries nothing: 0 h, not 1e-8 h', () => {
    const [phase] = plan.phases;
    const empty = phase.level.map((levels) => levels.map((content) => (content === 150 ? 2e-7 : content)));
    const found = survivalOf({ ...plan, phases: [{ ...phase, level: empty }] }, 0);
    expect(found).toMatchObject({ stored: 0, when: '14 Jan 07:00' });
  });
  it('the worst fortnight is hours 20 to 355: 336 × 10 of 336 × 50 MWh, 20 %', () => {
    expect(worstFortnight(plan, 0)).toEqual({
      from: '14 Jan 20:00',
      to: '28 Jan 19:00',
      given: 3360,
      needed: 16_800,
    });
    expect(kpi('worst-fortnight').value).toBeCloseTo(20, 9);
    expect(kpi('worst-fortnight').note).toBe('14 Jan 20:00 to 28 Jan 19:00, 13.4 GWh short of the load');
  });
  it('tells who carries what', () => {
    expect(outageRows(plan, 0)).toEqual([
      { title: 'no wind and no sun', hours: 5, load: 20, carried: [{ title: 'battery', megawatts: 20 }] },
    ]);
  });
  it('weeks are no fortnight', () => {
    const short = handNetwork({
      commodities: { electricity: { unit: 'MWh', kind: 'energy' } },
      phases: [
        {
          grid: handGrid([
            [168, 26],
            [168, 26],
          ]),
        },
      ],
      processes: [{ id: 'load', flows: { electricity: -1 }, size: {} }],
    });
    const value = SECURITY_KPIS[1].value(handPlan(short, [{}], 0), 0);
    expect(value).toEqual({ value: null, note: 'no 14 days on end were planned' });
    expect(SECURITY_KPIS[0].value(handPlan(short, [{}], 0), 0).value).toBeNull();
  });
});
