/**
 * Lines from the library against a hand calculation: what grows with the length, and what stands at the ends.
 *
 * Danish Energy Agency, Energy Transport (2025): alternating current 750 EUR/(MW km); direct current 600 EUR/(MW km) and
 * 640 EUR/kW for a pair of converters. PyPSA-Eur: direct current loses 2.3 % per 1000 km and 2 % at its ends.
 */
import { describe, expect, it } from 'vitest';
import type { ParkLink } from '../src/park/park.ts';
import { checkPark } from '../src/run/plan-park.ts';
import { requestOf } from './plan-text.ts';

const linkOf = async (by: string, distance: string, more = ''): Promise<ParkLink> => {
  const { park, issues } = await checkPark(
    requestOf(`
kombinat: 1
park: Line
prices in: EUR 2025
sites: { works: { at: [51.7, 75.3] }, steppe: { at: [47.5, 75.3] } }
plants:
  wind: { plant: wind-farm, site: steppe }
  smelter: { plant: prebake-potline, output: 100 kt/a, site: works }
links:
  - { from: steppe, to: works, by: ${by}, distance: ${distance}${more} }
buy: { grid electricity: { cost: 62 USD/MWh, site: works } }
`),
  );
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  return park!.links[0];
};

describe('a line of direct current', () => {
  it('of 1000 km: 600 × 1000 + 640 000 = 1 240 000 EUR/MW, 1.5 % of it a year, 2.3 + 2 = 4.3 % lost', async () => {
    const { cost, loss } = await linkOf('hvdc-line', '1000 km');
    expect(cost?.overnight.value).toBeCloseTo(1_240_000, 3);
    expect(cost?.fixed.value).toBeCloseTo(18_600, 3);
    expect(loss.value).toBeCloseTo(0.043, 9);
  });

  it('of 100 km pays for its converters all the same: 700 000 EUR/MW, 2.23 % lost', async () => {
    const { cost, loss } = await linkOf('hvdc-line', '100 km');
    expect(cost?.overnight.value).toBeCloseTo(700_000, 3);
    expect(loss.value).toBeCloseTo(0.0223, 9);
  });

  it('its ends may be another maker’s: 500 EUR/kW and 1.4 %', async () => {
    const { cost, loss } = await linkOf(
      'hvdc-line',
      '1000 km',
      ', terminal loss: 1.4 %, terminal cost: { overnight: 500 EUR 2025/kW }',
    );
    expect(cost?.overnight.value).toBeCloseTo(1_100_000, 3);
    expect(loss.value).toBeCloseTo(0.037, 9);
  });
});

describe('a line of alternating current', () => {
  it('of 1000 km has nothing at its ends: 750 000 EUR/MW, 11 250 a year, 7 % lost', async () => {
    const { cost, loss } = await linkOf('hvac-line', '1000 km');
    expect(cost?.overnight.value).toBeCloseTo(750_000, 3);
    expect(cost?.fixed.value).toBeCloseTo(11_250, 3);
    expect(loss.value).toBeCloseTo(0.07, 9);
  });
});
