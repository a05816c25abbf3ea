/**
 * A year of four hours, typed in: wind of 30 MW blows at 1, 0.5, 0, 0; a works takes 10 MW for 1 t/h and is asked for 1 in every
 * hour; a battery keeps half of what goes in; a grid of 5 MW is out in the third hour.
 *
 *   hour  wind  works  spilt  into battery  out of it  content  bought  unserved  sold
 *   0      30     1      10        10          0          5       0       0        1
 *   1      15     1       0         5          0          7.5     0       0        1
 *   2       0     0.75    0         0          7.5        0       0       0.25     0.25
 *   3       0     0.5     0         0          0          0       5       0.5      0.5
 *
 * 3.25 t are made and 0.75 missing of 4; 2.75 are sold, so that 0.5 are left open; 5 MWh at 50 less 2.75 t at 1 cost 247.25.
 */
import { describe, expect, it } from 'vitest';
import { handGrid, handNetwork } from '../../test/hand-network.ts';
import { type OperatedHours, verifyOperation } from './verify-operation.ts';

const fixed = (size: number) => ({ annuity: 0, min: size, max: size });
const network = handNetwork({
  commodities: { electricity: { unit: 'MWh' }, metal: { balance: 'month' } },
  series: { wind: [[1, 0.5, 0, 0]], open: [[1, 1, 0, 1]] },
  phases: [{ grid: handGrid([[4, 1]]) }],
  processes: [
    { id: 'wind', flows: { electricity: 1 }, size: fixed(30), weather: 'wind' },
    { id: 'spill', kind: 'trim', flows: { electricity: -1 } },
    {
      id: 'works',
      of: 'metal',
      period: 'hour',
      flows: { metal: 1, electricity: -10 },
      size: fixed(1),
      minimumShare: 1,
      output: 8760,
    },
    { id: 'sale', kind: 'sell', flows: { metal: -1 }, variableCost: -1 },
    { id: 'grid', kind: 'buy', flows: { electricity: 1 }, maxRate: 5, variableCost: 50, openIn: 'open' },
  ],
  stores: [
    { id: 'battery', holds: 'electricity', content: fixed(12), powerSize: fixed(10), chargeEfficiency: 0.5 },
  ],
});
const [WIND, SPILL, WORKS, SALE, GRID] = network.processes.keys();
const metal = network.nodes.findIndex(({ period }) => period !== 'hour');

/** The year as typed in, and what is bent in it. */
function year(bend: (made: OperatedHours) => Partial<OperatedHours> | undefined = () => undefined) {
  const hours = (...values: number[]): Float64Array => Float64Array.from(values);
  const made: OperatedHours = {
    network,
    planned: Float64Array.from(network.capacities, ({ max }) => max),
    activity: [
      [hours(30, 15, 0, 0)],
      [hours(10, 0, 0, 0)],
      [hours(1, 1, 0.75, 0.5)],
      [hours(1, 1, 0.25, 0.5)],
      [hours(0, 0, 0, 5)],
    ],
    levels: [hours(5, 7.5, 0, 0)],
    charge: [hours(10, 5, 0, 0)],
    discharge: [hours(0, 0, 7.5, 0)],
    before: hours(0),
    account: Float64Array.from(network.nodes, (_, node) => (node === metal ? 0.5 : 0)),
    unserved: [{ process: WORKS, rates: hours(0, 0, 0.25, 0.5), told: 0.75 }],
    cost: 5 * 50 - 2.75,
  };
  return verifyOperation({ ...made, ...bend(made) });
}
const faults = (bend: Parameters<typeof year>[0]): string[] => {
  const { holds, gaps } = year(bend);
  const found = gaps.filter(({ relative }) => relative > 1e-6).map(({ what }) => what);
  expect(holds).toBe(found.length === 0);
  return found;
};

describe('a year that was run', () => {
  it('holds as it was typed in', () => {
    const found = year();
    expect(found.gaps.filter(({ relative }) => relative > 0)).toEqual([]);
    expect(found.holds).toBe(true);
    // Eight balances are of an hour or of the year; every limit is read in each of four hours.
    expect(found.checked).toBeGreaterThan(80);
  });

  const cases: readonly [string, string, NonNullable<Parameters<typeof year>[0]>][] = [
    ['power from nowhere', 'balance', ({ activity }) => void activity[SPILL][0].fill(11, 0, 1)],
    [
      'a balance that only one hour misses',
      'balance',
      ({ activity }) => void activity[GRID][0].fill(4.99, 3, 4),
    ],
    [
      'wind in a calm, let go at once',
      'weather limit',
      ({ activity }) => {
        activity[WIND][0][2] = 1;
        activity[SPILL][0][2] = 1;
        return undefined;
      },
    ],
    ['a works above its size', 'capacity limit', ({ activity }) => void activity[WORKS][0].fill(1.1, 0, 1)],
    [
      'a purchase while the grid is out',
      'planned outage',
      ({ activity }) => void activity[GRID][0].fill(1, 2, 3),
    ],
    ['a purchase above the limit', 'rate limit', ({ activity }) => void activity[GRID][0].fill(6, 3, 4)],
    ['a rate below nothing', 'activity below zero', ({ activity }) => void activity[SPILL][0].fill(-1, 1, 2)],
    ['content that does not follow', 'store content', ({ levels }) => void levels[0].fill(8, 1, 2)],
    ['content that a new window found', 'store content', ({ levels }) => void levels[0].fill(1, 2)],
    ['another beginning', 'store content', ({ before }) => void before.fill(1, 0, 1)],
    ['more than the walls hold', 'store full', ({ levels }) => void levels[0].fill(12.1, 1, 2)],
    ['less than nothing in store', 'store empty', ({ levels }) => void levels[0].fill(-1, 2, 3)],
    ['more than its converter takes', 'store power', ({ charge }) => void charge[0].fill(11, 0, 1)],
    ['charge below nothing', 'store flow below zero', ({ charge }) => void charge[0].fill(-1, 3, 4)],
    ['a larger park than was planned', 'size as planned', ({ planned }) => void planned.fill(20, 0, 1)],
    ['a lack that is not told', 'asked by the hour', ({ unserved }) => void unserved[0].rates.fill(0, 2, 3)],
    ['a lack that is not told', 'asked in the year', ({ unserved }) => void unserved[0].rates.fill(0, 2, 3)],
    ['a lack that was none', 'asked in the year', ({ unserved }) => void unserved[0].rates.fill(0.1, 0, 1)],
    [
      'a lack below nothing',
      'unserved below zero',
      ({ unserved }) => void unserved[0].rates.fill(-0.1, 0, 1),
    ],
    [
      'less told than was missing',
      'unserved as told',
      ({ unserved }) => ({ unserved: [{ ...unserved[0], told: 0.5 }] }),
    ],
    [
      'more told than was missing',
      'unserved as told',
      ({ unserved }) => ({ unserved: [{ ...unserved[0], told: 0.76 }] }),
    ],
    [
      'metal sold that was not made',
      'balance of the year',
      ({ activity }) => void activity[SALE][0].fill(0.6, 3, 4),
    ],
    ['an account that is forgotten', 'balance of the year', ({ account }) => void account.fill(0)],
    ['a bill that is too small', 'money', ({ cost }) => ({ cost: cost - 1 })],
    ['a value that is no number', 'hours', ({ levels }) => void levels[0].fill(Number.NaN, 0, 1)],
    ['an hour that is missing', 'hours', ({ charge }) => ({ charge: [charge[0].slice(1)] })],
    ['a plant that is missing', 'hours', ({ activity }) => ({ activity: activity.slice(1) })],
  ];
  it.each(cases)('%s is caught as %s', (_, what, bend) => {
    expect(faults(bend)).toContain(what);
  });
});
