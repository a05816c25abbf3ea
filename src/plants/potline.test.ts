/**
 * The potline against published plants (Alba line 6, EMAL, Taishet, Fjardaal), against published material tables, and
 * its power curve against two tables computed independently.
 */
import { describe, expect, it } from 'vitest';
import { withDefaults } from './defaults.ts';
import { atPower, curveOver, type WorkingPoint } from './pot-curve.ts';
import { potline } from './potline.ts';

const calculate = (given: Record<string, number> = {}) => potline.calculate(withDefaults(potline, given));
const recipe = (given: Record<string, number> = {}) => potline.recipe!(withDefaults(potline, given));
const within = (found: number, expected: number, share: number) =>
  expect(Math.abs(found / expected - 1), `${found} against ${expected}`).toBeLessThan(share);

describe('production', () => {
  it('Alba line 6: 424 pots, 460 kA, 95 % → 544.7 kt/a by hand, published nameplate 540', () => {
    const production = calculate({
      pots: 424,
      current: 460,
      'current-efficiency': 0.95,
      availability: 1,
    }).production;
    within(production, 544_700, 1e-4);
    within(production, 540_000, 0.025);
  });
  it('Alba line 6 at 465 kA → 550.6 kt/a by hand', () => {
    within(
      calculate({ pots: 424, current: 465, 'current-efficiency': 0.95, availability: 1 }).production,
      550_600,
      1e-4,
    );
  });
  it('EMAL lines 1 and 2: 756 pots, 350 kA, 95 % → 738.9 kt/a by hand, published 750', () => {
    const production = calculate({
      pots: 756,
      current: 350,
      'current-efficiency': 0.95,
      availability: 1,
    }).production;
    within(production, 738_900, 1e-4);
    within(production, 750_000, 0.03);
  });
  it('Taishet: 352 pots make 428.5 kt/a at current × efficiency of 414.1 kA, 3.335 t per pot and day', () => {
    const out = calculate({
      pots: 352,
      current: 414.1 / 0.945,
      'current-efficiency': 0.945,
      availability: 1,
    });
    within(out.production, 428_500, 0.005);
    within(out['production-per-pot'], 3.335, 0.005);
  });
  it('Fjardaal: 336 pots, current × efficiency 347.4 kA → 2.798 t per pot and day; published capacity 346 kt/a', () => {
    const out = calculate({ pots: 336, current: 347.4 / 0.95, 'current-efficiency': 0.95, availability: 1 });
    within(out['production-per-pot'], 2.798, 1e-3);
    within(out.production, 346_000, 0.015);
  });
  it('availability takes pots off production and leaves one pot and the load alone', () => {
    const all = calculate({ availability: 1 });
    const some = calculate({ availability: 0.9 });
    within(some.production, 0.9 * all.production, 1e-12);
    expect(some['production-per-pot']).toBe(all['production-per-pot']);
    expect(some.load).toBe(all.load);
  });
});

describe('specific energy', () => {
  it('Alba line 6: 12.87 kWh/kg DC at 95 % is 4.103 V (12.87 × 0.95 / 2.97998)', () => {
    within(calculate({ 'cell-voltage': 4.103, 'current-efficiency': 0.95 })['dc-energy'], 12_870, 0.005);
  });
  // V, CE, kWh/t DC: 2979.98 × V / CE by hand
  it.each([
    [4.0, 0.95, 12_547],
    [4.1, 0.95, 12_861],
    [4.15, 0.945, 13_087],
    [4.2, 0.94, 13_315],
  ])('%f V at %f → %i kWh/t', (voltage, efficiency, expected) => {
    within(
      calculate({ 'cell-voltage': voltage, 'current-efficiency': efficiency })['dc-energy'],
      expected,
      1e-4,
    );
  });
  it('defaults give a new line: 13 050 DC [12 500 - 13 500], 13 550 AC [13 000 - 14 200] kWh/t', () => {
    within(calculate()['dc-energy'], 13_050, 0.005);
    within(calculate()['ac-energy'], 13_550, 0.005);
  });
  it('the world of 2019: 13 354 kWh DC with 698 of auxiliaries are 14 255 AC, a ratio of 0.9368 (IAI)', () => {
    // 13.354 × 0.945 ÷ 2.97998 = 4.2347 V; 14 255 − 13 354 ÷ 0.985 = 697.6 kWh.
    const out = calculate({ 'cell-voltage': 4.2347, auxiliaries: 697.6 });
    within(out['dc-energy'], 13_354, 1e-4);
    within(out['ac-energy'], 14_255, 1e-4);
    within(out['dc-energy'] / out['ac-energy'], 0.9368, 1e-4);
  });
  it('load is what all pots draw: AC energy × production per hour', () => {
    const out = calculate({ pots: 100 });
    within(out.load, (out['ac-energy'] * out['production-per-pot'] * 100) / 24_000, 1e-12);
  });
});

describe('materials per tonne', () => {
  it('alumina comes out of the balance inside the published 1.905 to 1.935 t/t', () => {
    expect(calculate().alumina).toBeGreaterThan(1.905);
    expect(calculate().alumina).toBeLessThan(1.935);
  });
  it("alumina against Ma'aden's plan, 1.4 Mt for 740 kt: 1.892 t/t", () =>
    within(calculate().alumina, 1.892, 0.015));
  it('aluminium fluoride comes out of the fluorine balance inside 12 to 20 kg/t', () => {
    expect(calculate()['aluminium-fluoride']).toBeGreaterThan(12);
    expect(calculate()['aluminium-fluoride']).toBeLessThan(20);
  });
  it('gross anode 0.51 to 0.53 t/t', () => {
    expect(calculate()['gross-anode']).toBeGreaterThan(0.51);
    expect(calculate()['gross-anode']).toBeLessThan(0.53);
  });
  it('spent lining: 177 t per 460 kA pot over 2 300 d of 3.5 t/d → 22.0 kg/t (177/(3.50 × 2300))', () => {
    within(calculate()['spent-pot-lining'], 22.0, 0.005);
  });
  it('spent lining of the world in 2018: 63.6 Mt at 22 kg/t are 1.40 Mt', () => {
    within((63.6 * calculate()['spent-pot-lining']) / 1000, 1.4, 0.01);
  });
  it('anode CO2 at 0.42 t/t, 2.0 % S, 0.4 % ash → 1.503 t/t', () => {
    within(calculate({ 'net-carbon': 0.42 })['anode-co2'], 1.503, 1e-3);
  });
  it('CF4 at 0.05 min and half as much again without anode effect → 7.8 g/t (0.104 × 0.05 × 1.5)', () => {
    within(calculate().cf4, 0.0078, 1e-12);
  });
  it('low-soda alumina or thirsty lining needs soda ash instead of leaving bath', () => {
    const flows = recipe({ 'pot-life': 800, 'spent-lining-sodium': 0.15 }).flows;
    expect(flows.some((f) => f.commodity === 'spent-bath')).toBe(false);
    expect(flows.find((f) => f.commodity === 'soda-ash')!.amount).toBeLessThan(0);
  });
});

describe('power curve', () => {
  // Computed apart from this code with E = 1.70 V, V = 4.20 V, CE 94.5 %, 13.5 MWh/t and 48 % of the power in the metal:
  // power, current, CE, metal, MWh/t, heat.
  const table = [
    [0.6, 0.72, 0.924, 0.7037, 11.51, 0.5],
    [0.7, 0.797, 0.931, 0.7846, 12.04, 0.62],
    [0.75, 0.833, 0.934, 0.8231, 12.3, 0.68],
    [0.8, 0.868, 0.937, 0.8605, 12.55, 0.74],
    [0.9, 0.936, 0.941, 0.932, 13.04, 0.87],
    [1, 1, 0.945, 1, 13.5, 1],
    [1.1, 1.061, 0.948, 1.0649, 13.95, 1.13],
    [1.25, 1.149, 0.952, 1.1571, 14.58, 1.34],
  ];
  const pot: WorkingPoint = {
    voltage: 4.2,
    currentEfficiency: 0.945,
    backEmf: 1.7,
    busbarVoltage: 0.25,
    cyclingBand: 0.1,
    cyclingLoss: 0,
  };
  describe('constant resistance after Haupin (1998), all eight rows', () => {
    it.each(table)('power %f: current %f, CE %f, metal %f, %f MWh/t, heat %f', (...row) => {
      const [power, current, efficiency, metal, energy, heat] = row;
      const point = atPower(pot, power);
      // The table gives three digits: one unit of the last.
      expect(Math.abs(point.current - current)).toBeLessThan(0.001);
      expect(Math.abs(point.currentEfficiency - efficiency)).toBeLessThan(0.001);
      expect(Math.abs(point.metal - metal)).toBeLessThan(1e-4);
      expect(Math.abs((13.5 * power) / point.metal - energy)).toBeLessThan(0.01);
      // By the table's own convention, 48 % of nominal power for each unit of metal …
      expect(Math.abs((power - 0.48 * point.metal) / 0.52 - heat)).toBeLessThan(0.006);
      // … and by Grjotheim and Kvande, 1.65 + 0.48 CE volt: 50.1 % at nominal.
      const inPot = atPower({ ...pot, busbarVoltage: 0 }, power);
      const nominal = atPower({ ...pot, busbarVoltage: 0 }, 1);
      expect(Math.abs(inPot.heatLoss / nominal.heatLoss - heat)).toBeLessThan(0.03);
    });
    it('the straight lines of the plan lie under the table, by less than 0.1 % of nominal metal', () => {
      const points = curveOver(pot, 0.6, 1.25);
      const straight = (power: number) => {
        const after = points.findIndex((point) => point.power >= power - 1e-12);
        if (after === 0) return points[0].metal;
        const [from, to] = [points[after - 1], points[after]];
        return from.metal + ((to.metal - from.metal) * (power - from.power)) / (to.power - from.power);
      };
      for (const [power, , , metal] of table) {
        expect(straight(power)).toBeLessThan(metal + 1e-4);
        expect(straight(power)).toBeGreaterThan(metal - 1e-3);
      }
    });
  });
  // Second table, 460 kA at 4.10 V: current → power and heat loss, shares of nominal.
  const second: WorkingPoint = { ...pot, voltage: 4.1 };
  it.each([
    [0.922, 0.892],
    [0.847, 0.79],
    [0.775, 0.695],
    [0.706, 0.606],
    [1.081, 1.115],
    [1.164, 1.235],
  ])('power %f: heat loss %f of nominal', (power, heat) => {
    // That table holds the efficiency by steps of half a per cent: 0.015 covers the difference.
    expect(Math.abs(atPower(second, power).heatLoss / atPower(second, 1).heatLoss - heat)).toBeLessThan(
      0.015,
    );
  });
  it('heat loss at 460 kA, 4.10 V, 94.5 % is 5.5 MWh/t by hand (803 kW per pot; busbars 0.25 V)', () => {
    within(calculate({ 'cell-voltage': 4.1 })['heat-loss'], 5.5, 0.01);
  });
  it('nominal power is always a point, and the ends are the window', () => {
    const powers = curveOver(pot, 0.75, 1.05).map((point) => point.power);
    expect(powers[0]).toBe(0.75);
    expect(powers).toContain(1);
    expect(powers.at(-1)).toBe(1.05);
  });
});

describe('slices of the power window', () => {
  const modulating = {
    'power-window-low': 0.75,
    'power-window-high': 1.05,
    'heat-down': -0.35,
    'heat-up': 0.35,
    'recover-within': 72,
  };
  const amount = (slice: number, commodity: string) =>
    recipe(modulating).segments![slice].extra.find((flow) => flow.commodity === commodity)!.amount;
  /** Sum over the slices up to nominal output. */
  const nominal = (commodity: string) => {
    let output = 0;
    let sum = 0;
    recipe(modulating).segments!.forEach((segment, k) => {
      if (output > 1 - 1e-9) return;
      output += segment.share;
      sum += segment.share * amount(k, commodity);
    });
    expect(output).toBeCloseTo(1, 12);
    return sum;
  };

  it('at nominal output the electricity is the specific energy', () => {
    const base = recipe(modulating).flows.find((flow) => flow.commodity === 'electricity')!.amount;
    within(-(nominal('electricity') + base), calculate(modulating)['ac-energy'] / 1000, 1e-12);
  });
  it('at nominal output heat in and standing loss cancel', () => {
    expect(nominal('pot-heat') + recipe(modulating).inner!.standing).toBeCloseTo(0, 12);
  });
  it('each slice needs more electricity per tonne than the one before', () => {
    expect(recipe(modulating).segments!.length).toBeGreaterThan(3);
    for (let k = 1; k < recipe(modulating).segments!.length; k++)
      expect(-amount(k, 'electricity')).toBeGreaterThan(-amount(k - 1, 'electricity'));
  });
  it('minimum load is the metal at the low end of the window', () => {
    const { minimumLoad, segments } = recipe(modulating);
    expect(minimumLoad).toBe(segments![0].share);
    within(minimumLoad!, 0.8231, 0.002);
  });
  /** Hours until the bound is reached at the low end of the window, from an even pot; Infinity when it never is. */
  const hoursAtLow = (given: Record<string, number>) => {
    const { inner, minimumLoad, segments } = recipe(given);
    const inflow = minimumLoad! * segments![0].extra.find((flow) => flow.commodity === 'pot-heat')!.amount;
    let level = 0;
    for (let hour = 1; hour <= 1000; hour++) {
      level = level * (1 - inner!.lossPerHour) + inflow + inner!.standing;
      if (level < inner!.low) return hour;
    }
    return Number.POSITIVE_INFINITY;
  };
  it('heat bounds of a conventional line: 0.12 × 24 = 2.9 hours of total heat loss', () => {
    const { inner } = recipe();
    within(inner!.low / inner!.standing, 0.12 * 24, 1e-12);
    within(inner!.high, -inner!.low, 1e-12);
  });
  it('95 % of the power may last on a conventional line (its heat is down by 7 %, 12 % may last)', () => {
    expect(hoursAtLow({})).toBe(Number.POSITIVE_INFINITY);
  });
  it('90 % may not last: heat down by 13.8 % reaches 12 % × 24 h after 24 × ln(13.8/1.8) = 49 h', () => {
    const hours = hoursAtLow({ 'power-window-low': 0.9 });
    expect(hours).toBeGreaterThanOrEqual(42);
    expect(hours).toBeLessThanOrEqual(56);
  });
  it('75 % may last with shell heat exchangers, and not half a day without', () => {
    expect(hoursAtLow(modulating)).toBe(Number.POSITIVE_INFINITY);
    expect(hoursAtLow({ 'power-window-low': 0.75 })).toBeLessThan(12);
  });
  it('a swing penalty of 2 %: 0.75 + 0.02 × 0.25 = 0.755 of the power at the low end, 1.05 + 0.02 × 0.05 = 1.051 at the high', () => {
    const plain = recipe(modulating).segments!;
    const dearer = recipe({ ...modulating, 'swing-penalty': 0.02 }).segments!;
    const drawn = (segments: typeof dearer, slices: number) =>
      segments
        .slice(0, slices)
        .reduce(
          (sum, { share, extra }) =>
            sum + share * extra.find((flow) => flow.commodity === 'electricity')!.amount,
          0,
        );
    within(drawn(dearer, 1) / drawn(plain, 1), 0.755 / 0.75, 1e-12);
    within(drawn(dearer, 3), drawn(plain, 3), 1e-12);
    within(drawn(dearer, 4) / drawn(plain, 4), 1.051 / 1.05, 1e-12);
  });
  it('cycling of 0.03 takes 0.45 of a point of efficiency at 75 % of the power (0.03 × (25 − 10)), none within 10 %', () => {
    const out = calculate({ ...modulating, 'cycling-loss': 0.03 });
    const without = calculate(modulating);
    within(without['efficiency-low'] - out['efficiency-low'], 0.0045, 1e-9);
    expect(out['efficiency-high']).toBe(without['efficiency-high']);
    // Metal falls with the efficiency: 0.45 of 93.4 points.
    within(out['metal-low'] / without['metal-low'], 1 - 0.0045 / without['efficiency-low'], 1e-12);
  });
  it('with both penalties each slice still needs more electricity per tonne than the one before', () => {
    const worst = { 'cycling-loss': 0.2, 'swing-penalty': 0.025, 'power-window-high': 1.25 };
    const needs = recipe({ ...modulating, ...worst }).segments!.map(
      ({ extra }) => -extra.find((flow) => flow.commodity === 'electricity')!.amount,
    );
    // 75, 82.5 … 90, 100, 110, 117.5, 125: the ends of the band are points of their own.
    expect(needs.length).toBeGreaterThanOrEqual(6);
    for (let k = 1; k < needs.length; k++) expect(needs[k]).toBeGreaterThan(needs[k - 1]);
  });
  it('the heat of the pots is a store of its own: 24 h of 12 % of 5.6 MWh either way, a part in 24 levels out each hour', () => {
    // (4.13 − 0.25 − 1.65 − 0.48 × 0.945) V ÷ 4.13 V of 13 024 kWh: 5.60 MWh.
    const { inner } = recipe();
    expect(inner?.commodity).toBe('pot-heat');
    within(inner!.standing, -5.602, 0.002);
    within(inner!.low, -0.12 * 24 * 5.602, 0.002);
    within(inner!.high, 0.12 * 24 * 5.602, 0.002);
    within(inner!.lossPerHour, 1 / 24, 1e-12);
  });
  it('a line without window has one slice and no freedom', () => {
    const rigid = recipe({ 'power-window-low': 1, 'power-window-high': 1, 'heat-down': 0, 'heat-up': 0 });
    expect(rigid.segments).toHaveLength(1);
    expect(rigid.minimumLoad).toBeCloseTo(1, 12);
    expect(rigid.inner!.low).toBeCloseTo(0, 12);
    expect(rigid.inner!.high).toBeCloseTo(0, 12);
  });
});

describe('a pot that would freeze', () => {
  it('is told with its power and with every value that decides it', () => {
    const cold = { 'cell-voltage': 2.9, 'back-emf': 1.2, 'busbar-voltage': 0.35, 'power-window-low': 0.5 };
    expect(potline.conflicts!(withDefaults(potline, cold))).toEqual([
      {
        code: 'pot-without-heat',
        keys: ['cell-voltage', 'back-emf', 'busbar-voltage', 'current-efficiency', 'power-window-low'],
        particulars: { power: '50 %' },
      },
    ]);
    expect(potline.conflicts!(withDefaults(potline))).toEqual([]);
  });
  it('makes no metal where the current is too small for its efficiency, warm or not', () => {
    // At a hundredth of the power the loss of efficiency is above all there is.
    const told = potline.conflicts!(
      withDefaults(potline, {
        'power-window-low': 0.001,
        'current-efficiency': 0.5,
        'back-emf': 2.3,
        'cell-voltage': 7,
      }),
    );
    expect(told.map(({ code }) => code)).toEqual(['pot-without-heat']);
  });
});

describe('sums over causes', () => {
  it('anode 0.41 ÷ 0.8 t, CF4 and C2F6 of 0.104 × 0.05 × 1.5 and 5.7 % of it', () => {
    within(calculate()['gross-anode'], 0.5125, 1e-12);
    within(calculate().c2f6, 0.0078 * 0.057, 1e-12);
    within(
      calculate({ 'net-carbon': 0.4, sulphur: 0.03, ash: 0.01 })['anode-co2'],
      0.4 * 0.96 * 3.66414,
      1e-5,
    );
  });
});

describe('a pot by hand: 4 V with a back EMF of 1.5, busbars 0.2 V, 95 %', () => {
  const pot: WorkingPoint = {
    voltage: 4,
    currentEfficiency: 0.95,
    backEmf: 1.5,
    busbarVoltage: 0.2,
    cyclingBand: 0.1,
    cyclingLoss: 0,
  };
  it.each([
    // 0.8 × (1.5 + 2) = 2.8 W of 4; 1 − 0.05/0.8; 0.8 × 0.9375/0.95; 0.8 × (3.5 − 0.16 − 1.65 − 0.45) ÷ 4
    [0.7, 0.8, 0.9375, 0.7894737, 0.248],
    [1, 1, 0.95, 1, 0.4235],
    // 1.2 × (1.5 + 3) = 5.4 of 4; 1.2 × (4.5 − 0.24 − 1.65 − 0.46) ÷ 4
    [1.35, 1.2, 0.9583333, 1.2105263, 0.645],
  ])('power %f: current %f, efficiency %f, metal %f, heat %f', (power, current, efficiency, metal, heat) => {
    const point = atPower(pot, power);
    expect(point.power).toBe(power);
    within(point.current, current, 1e-12);
    within(point.currentEfficiency, efficiency, 1e-7);
    within(point.metal, metal, 1e-7);
    within(point.heatLoss, heat, 1e-9);
  });
  it('a window is cut into slices of at most an eighth, on either side of nominal', () => {
    const powers = (low: number, high: number) =>
      curveOver(pot, low, high).map(({ power }) => Number(power.toFixed(9)));
    expect(powers(1, 1)).toEqual([1]);
    expect(powers(0.75, 1.05)).toEqual([0.75, 0.875, 1, 1.05]);
    expect(powers(0.7, 1.25)).toEqual([0.7, 0.8, 0.9, 1, 1.125, 1.25]);
    expect(powers(0.95, 1)).toEqual([0.95, 1]);
  });
});

describe('both ends of the window', () => {
  // 396 pots, 460 kA, 94.5 %, 4.13 V: 57.77 t/h; DC 13 024 kWh/t, ÷ 0.985 = 13 222; auxiliaries 350.
  const shell = {
    'power-window-low': 0.75,
    'power-window-high': 1.25,
    'heat-down': -0.35,
    'recover-within': 72,
  };
  it('load: 57.77 t/h × (13 222 × 0.75 + 350 × 0.8228) = 589.5 MW, × (13 222 × 1.25 + 350 × 1.1573) = 978.2 MW', () => {
    const out = calculate(shell);
    within(out['load-low'], 589.5, 1e-3);
    within(out['load-high'], 978.2, 1e-3);
  });
  it('specific energy falls by 8 to 9 % at the low end and rises by 7 to 8 % at the high', () => {
    const out = calculate(shell);
    within(out['energy-low'] / out['ac-energy'], 0.914, 0.003);
    within(out['energy-high'] / out['ac-energy'], 1.078, 0.003);
  });
  it('360 kA run down to 280: 77.8 % of the current are 67.6 % of the power ((1.7 × 0.7778 + 2.43 × 0.605) ÷ 4.13)', () => {
    const out = calculate({ current: 360, pots: 1, 'power-window-low': 0.676, 'heat-down': -0.45 });
    // Metal = current × efficiency: 0.7778 × (1 − 0.055 ÷ 0.7778) ÷ 0.945.
    within(out['metal-low'], 0.7649, 1e-3);
    within(out['efficiency-low'], 0.9293, 1e-3);
  });
  it('90 % without exchangers may be held 24 × ln(13.8 ÷ 1.8) = 49 h, 75 % with them for ever', () => {
    within(calculate({ 'power-window-low': 0.9 })['hours-at-low'], 49, 0.1);
    expect(calculate(shell)['hours-at-low']).toBe(8760);
  });
  it('sustained 75 % lowers the heat loss by about a third, 125 % raises it by about a third (TRIMET, ±25 % for 48 h)', () => {
    const pot = {
      voltage: 4.13,
      currentEfficiency: 0.945,
      backEmf: 1.7,
      busbarVoltage: 0.25,
      cyclingBand: 0.1,
      cyclingLoss: 0,
    };
    const loss = (power: number) => atPower(pot, power).heatLoss / atPower(pot, 1).heatLoss;
    within(loss(0.75), 0.665, 0.02);
    within(loss(1.25), 1.35, 0.02);
  });
});

describe('without power', () => {
  it('content per kiloampere: 35 K × (25 × 1.9 + 60 × 1.18 + 385 × 0.5 × 1.2) kJ/K and half of 25 × 510 kJ, over 1.75 kW', () => {
    // 35 × 349.3 = 12 226 kJ; 6 375 kJ; heat loss (5.602 MWh/t × 0.3171 kg/Ah) = 1.777 kW: 18 601 ÷ 1.777 ÷ 3600 = 2.91 h.
    within(calculate()['survival-hours'], 2.91, 0.005);
    // All 12 750 kJ of the bath: 24 976 ÷ 1.777 ÷ 3600 = 3.90 h.
    within(calculate()['freezing-hours'], 3.9, 0.005);
  });
  it('lies between 2 h (started again with extra bath) and 5.5 h (Portland, December 2016: a line lost)', () => {
    const out = calculate();
    expect(out['survival-hours']).toBeGreaterThan(2);
    expect(out['survival-hours']).toBeLessThan(out['freezing-hours']);
    expect(out['freezing-hours']).toBeLessThan(5.5);
  });
  it('is told to the plan with the store of the pots', () => {
    expect(recipe().inner!.endures).toBe(calculate()['survival-hours']);
  });
});

describe('shell heat exchangers on a line that stands', () => {
  it('TRIMET Essen: 120 pots at EUR 0.3 million are EUR 36 million', () => {
    within(calculate({ pots: 120 })['retrofit-cost'], 36e6, 1e-12);
  });
  it('at 460 kA a pot makes 1 259 t/a (3.501 t × 365 × 0.985): 238 EUR per t/a', () => {
    within(calculate()['retrofit-per-tonne'], 238.3, 1e-3);
  });
});
