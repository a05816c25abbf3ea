/** The arithmetic of the plan under test stands in `test/hand-park.ts`; every fault here is one typed into it. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { handGrid, handNetwork, handPlan } from '../../test/hand-network.ts';
import { HAND_PARK, HAND_PHASE, handParkNetwork, handParkPlan } from '../../test/hand-park.ts';
import type { Plan } from './plan.ts';
import { verify } from './verify.ts';

/** A copy of the plan that may be written to: arrays are new, the network is shared. */
function copy(plan: Plan): Plan {
  return {
    ...plan,
    phases: plan.phases.map((phase) => ({
      ...phase,
      capacities: phase.capacities.slice(),
      built: phase.built.slice(),
      shortfall: phase.shortfall.slice(),
      activity: phase.activity.map((parts) => parts.map((rates) => rates.slice())),
      level: phase.level.map((values) => values.slice()),
      charge: phase.charge.map((values) => values.slice()),
      discharge: phase.discharge.map((values) => values.slice()),
    })),
  };
}

const network = handParkNetwork();
const number = (id: string): number => network.processes.findIndex((process) => process.id === id);
const sizeNumber = (id: string): number => network.capacities.findIndex((capacity) => capacity.id === id);
const rates = (plan: Plan, id: string): Float64Array => plan.phases[0].activity[number(id)][0];

describe('a correct plan', () => {
  it('holds, with no gap beyond the last bits', () => {
    const found = verify(handParkPlan());
    expect(found.gaps.filter((gap) => gap.relative > 1e-12)).toEqual([]);
    expect(found.holds).toBe(true);
    expect(found.notices).toEqual([]);
  });

  it('has each of its balances counted: 4 hours of power, 1 day of alumina, 1 of metal, 1 year of dross', () => {
    const kinds = new Set(verify(handParkPlan()).gaps.map((gap) => gap.what));
    for (const kind of ['balance', 'capacity limit', 'weather limit', 'minimum load', 'ramp', 'rate limit'])
      expect(kinds).toContain(kind);
    for (const kind of [
      'yearly availability',
      'yearly limit',
      'horizon limit',
      'output',
      'store content',
      'money',
    ])
      expect(kinds).toContain(kind);
  });
});

/** What is typed wrong, what it must be called, and where it must be said to be. */
const FAULTS: readonly [name: string, corrupt: (plan: Plan) => void, what: string, where: RegExp][] = [
  [
    'wind gives 1 MWh more in hour 1',
    (plan) => (rates(plan, 'wind')[1] += 1),
    'balance',
    /^Electricity at works, 14 Jan 01:00$/,
  ],
  [
    'smelter makes less in hour 2',
    (plan) => (rates(plan, 'smelter')[2] -= 0.5),
    'balance',
    /Electricity at works, 14 Jan 02:00/,
  ],
  [
    'level in hour 0',
    (plan) => (plan.phases[0].level[0][0] = 90),
    'store content',
    /^Battery, 14 Jan 01:00$/,
  ],
  [
    'end of the run higher than its start',
    (plan) => (plan.phases[0].level[0][3] = 5),
    'store return',
    /^Battery, 14 Jan 00:00$/,
  ],
  [
    'charge in hour 3 out of nothing',
    (plan) => (plan.phases[0].charge[0][3] = 8),
    'store content',
    /^Battery, 14 Jan 03:00$/,
  ],
  [
    'negative discharge',
    (plan) => (plan.phases[0].discharge[0][3] = -8),
    'store flow below zero',
    /^Battery, 14 Jan 03:00$/,
  ],
  [
    'more content than built',
    (plan) => {
      plan.phases[0].capacities[sizeNumber('battery/content')] = 99;
    },
    'store full',
    /^Battery, 14 Jan 01:00$/,
  ],
  [
    'more power than built',
    (plan) => {
      plan.phases[0].capacities[sizeNumber('battery/power')] = 110;
    },
    'store power',
    /^Battery, 14 Jan 00:00$/,
  ],
  [
    'capacity that nobody built',
    (plan) => {
      plan.phases[0].capacities[sizeNumber('wind/output')] = 400;
    },
    'capacity',
    /^Wind farm \(output\), phase 1$/,
  ],
  [
    'less built than stands',
    (plan) => {
      plan.phases[0].built[sizeNumber('wind/output')] = 200;
    },
    'capacity',
    /^Wind farm/,
  ],
  [
    'negative build',
    (plan) => {
      plan.phases[0].built[sizeNumber('wind/output')] = -1;
    },
    'built below zero',
    /^Wind farm/,
  ],
  [
    'larger than allowed',
    (plan) => {
      plan.phases[0].capacities[sizeNumber('wind/output')] = 501;
      plan.phases[0].built[sizeNumber('wind/output')] = 501;
    },
    'largest size',
    /^Wind farm/,
  ],
  [
    'smelter above its size',
    (plan) => (rates(plan, 'smelter')[1] = 10.5),
    'capacity limit',
    /^Smelter, 14 Jan 01:00$/,
  ],
  [
    'wind above the weather',
    (plan) => (rates(plan, 'wind')[2] = 31),
    'weather limit',
    /^Wind farm, 14 Jan 02:00 \(works\/wind\)$/,
  ],
  [
    'a jump of 2 t/h where 1 is allowed',
    (plan) => (rates(plan, 'smelter')[3] = 8),
    'ramp',
    /^Smelter, 14 Jan 03:00$/,
  ],
  [
    'below minimum load',
    (plan) => (rates(plan, 'smelter')[0] = 7),
    'minimum load',
    /^Smelter, 14 Jan 00:00$/,
  ],
  [
    'negative activity',
    (plan) => (rates(plan, 'to grid')[1] = -3),
    'activity below zero',
    /^Electricity sold, 14 Jan 01:00$/,
  ],
  [
    'more from the grid than its line carries',
    (plan) => (rates(plan, 'grid')[2] = 21),
    'rate limit',
    /^Grid electricity, 14 Jan 02:00$/,
  ],
  [
    'more sold in the year than the market takes',
    (plan) => (rates(plan, 'to grid')[3] = 41),
    'yearly limit',
    /^Electricity sold, phase 1$/,
  ],
  [
    'landfill fuller than its space',
    (plan) => (rates(plan, 'landfill')[0] = 1),
    'horizon limit',
    /^Dross to landfill, over the horizon$/,
  ],
  ['less metal than promised', (plan) => rates(plan, 'smelter').fill(9.9), 'output', /^Smelter, phase 1$/],
  [
    'more than the nameplate over the year',
    (plan) => rates(plan, 'smelter').fill(10.1),
    'yearly availability',
    /^Smelter, phase 1$/,
  ],
  [
    'shortfall below zero',
    (plan) => {
      plan.phases[0].shortfall[number('smelter')] = -2;
    },
    'shortfall below zero',
    /^Smelter, phase 1$/,
  ],
  [
    'shortfall that nobody allowed',
    (plan) => {
      plan.phases[0].shortfall[number('smelter')] = 2;
    },
    'shortfall not allowed',
    /^Smelter, phase 1$/,
  ],
];

describe('a plan with one thing wrong', () => {
  it.each(FAULTS)('%s is caught', (_, corrupt, what, where) => {
    const plan = copy(handParkPlan(network));
    corrupt(plan);
    const found = verify(plan);
    expect(found.holds).toBe(false);
    const gap = found.gaps.find((entry) => entry.what === what);
    expect(gap?.relative).toBeGreaterThan(1e-6);
    expect(gap?.where).toMatch(where);
  });

  it('1 MWh too much wind is a gap of 1 MWh, against the largest flow of 255 MWh', () => {
    const plan = copy(handParkPlan(network));
    rates(plan, 'wind')[1] = 149;
    const gap = verify(plan).gaps.find((entry) => entry.what === 'balance');
    expect(gap).toMatchObject({ absolute: 1, unit: 'MWh' });
    expect(gap?.relative).toBeCloseTo(1 / 255, 12);
  });

  it('money off by 0.1 % is caught: 64 USD of 64 000', () => {
    const gap = verify({ ...handParkPlan(network), netPresentCost: -64_064 }).gaps[0];
    expect(gap).toMatchObject({ what: 'money', unit: 'USD' });
    expect(gap.relative).toBeCloseTo(0.001, 9);
  });

  it('a penalty without a shortfall is caught', () => {
    const found = verify({ ...handParkPlan(network), shortfallPenalty: 10 });
    expect(found.holds).toBe(false);
    expect(found.largestGap.what).toBe('penalty');
  });

  it('a value that is no number is caught and named, and nothing else is recomputed', () => {
    const plan = copy(handParkPlan(network));
    rates(plan, 'wind')[1] = Number.NaN;
    const found = verify(plan);
    expect(found.holds).toBe(false);
    expect(found.largestGap).toMatchObject({ what: 'not a number', where: 'activity of Wind farm, phase 1' });
    expect(JSON.stringify(found.gaps)).not.toContain('null');
  });

  it('a list of the wrong length is caught and named', () => {
    const plan = copy(handParkPlan(network));
    (plan.phases[0].level as Float64Array[])[0] = Float64Array.from([92, 100, 0]);
    const found = verify(plan);
    expect(found.holds).toBe(false);
    expect(found.largestGap.where).toBe('level of Battery, phase 1: 3 values where 4 belong');
  });

  it('a missing phase is caught', () => {
    expect(verify({ ...handParkPlan(network), phases: [] }).largestGap.what).toBe('length');
  });

  it('a gap of 1e-7 of the largest flow passes, one of 1e-5 does not', () => {
    for (const [off, holds] of [
      [255e-7, true],
      [255e-5, false],
    ] as const) {
      const plan = copy(handParkPlan(network));
      rates(plan, 'wind')[0] -= off;
      expect(verify(plan).holds).toBe(holds);
    }
  });
});

describe('promises that were bound', () => {
  // Wind gives 615 MWh and 300 MW stand: 2 × 615 + 300 = 1530.
  const measure = (lower: number, upper: number) => ({
    id: 'wind',
    title: 'Twice the wind and its size',
    terms: [
      { of: 'process', index: number('wind'), coefficient: 2 },
      { of: 'capacity', index: sizeNumber('wind/output'), coefficient: 1 },
    ] as const,
    lower,
    upper,
    phases: [0],
  });
  const withMeasure = (lower: number, upper: number): Plan =>
    handPlan(network, [HAND_PHASE], -64_000, { measures: [measure(lower, upper)] });

  it('holds at its edge of 1530', () => {
    expect(verify(withMeasure(1530, 1530)).holds).toBe(true);
  });
  it('is missed by 70 at 1600, against its largest term of 1230', () => {
    const gap = verify(withMeasure(1600, Number.POSITIVE_INFINITY)).largestGap;
    expect(gap).toMatchObject({ what: 'promise', where: 'Twice the wind and its size, phase 1' });
    expect(gap.absolute).toBeCloseTo(70, 9);
    expect(gap.relative).toBeCloseTo(70 / 1230, 9);
  });
});

describe('hours of their own', () => {
  // Four hours of 10, 0, 10, 20 MWh bought; out in the second; carbon of 0.5, 1, 1, 2 times 0.8 t/MWh: 5 + 10 + 40 = 55 → 44 t.
  const bought = handNetwork({
    commodities: { electricity: { unit: 'MWh' } },
    series: { open: [[1, 0, 1, 1]], coal: [[0.5, 1, 1, 2]] },
    phases: [{ grid: handGrid([[4, 1]]) }],
    processes: [
      {
        id: 'grid',
        kind: 'buy',
        flows: { electricity: 1 },
        openIn: 'open',
        carbonShape: 'coal',
        carbon: 0.8,
      },
      { id: 'mill', flows: { electricity: -1 }, size: {} },
    ],
  });
  const carbon = (upper: number) => ({
    id: 'carbon',
    title: 'Carbon bought',
    terms: [{ of: 'process', index: 0, series: 1, coefficient: 0.8 }] as const,
    lower: Number.NEGATIVE_INFINITY,
    upper,
    phases: [0],
  });
  const plan = (rates: number[], upper: number): Plan =>
    handPlan(bought, [{ built: { mill: 20 }, activity: { grid: rates, mill: rates } }], 0, {
      measures: [carbon(upper)],
    });

  it('hold where nothing passes in the outage, and carbon counts hour by hour', () => {
    expect(verify(plan([10, 0, 10, 20], 44)).holds).toBe(true);
    const gap = verify(plan([10, 0, 10, 20], 40)).largestGap;
    expect(gap).toMatchObject({ what: 'promise', where: 'Carbon bought, phase 1' });
    expect(gap.absolute).toBeCloseTo(4, 9);
  });
  it('catch a megawatt-hour in the outage', () => {
    const gap = verify(plan([10, 1, 10, 20], 100)).gaps.find(({ what }) => what === 'planned outage');
    expect(gap?.absolute).toBeCloseTo(1, 9);
    expect(gap?.relative).toBeCloseTo(1 / 20, 9);
  });
});

describe('slices of an operating range', () => {
  // A smelter of 10 t/h: 8 t/h in its first slice at 13 MWh/t, 2.5 in the second at 15. At 9.5 t/h: 8 × 13 + 1.5 × 15 = 126.5.
  const sliced = handNetwork({
    commodities: {
      electricity: { unit: 'MWh', title: 'Electricity' },
      'liquid-aluminium': { title: 'Metal' },
    },
    processes: [
      {
        id: 'smelter',
        size: {},
        segments: [
          { share: 0.8, flows: { 'liquid-aluminium': 1, electricity: -13 } },
          { share: 0.25, flows: { 'liquid-aluminium': 1, electricity: -15 } },
        ],
      },
      { id: 'grid', kind: 'buy', flows: { electricity: 1 } },
      { id: 'metal', kind: 'sell', flows: { 'liquid-aluminium': -1 } },
    ],
  });
  const plan = (slices: number[][]): Plan =>
    handPlan(
      sliced,
      [
        {
          built: { smelter: 10 },
          activity: { smelter: slices, grid: [126.5, 126.5, 126.5, 126.5], metal: [9.5, 9.5, 9.5, 9.5] },
        },
      ],
      0,
    );
  it('holds when both slices are within their shares', () => {
    expect(
      verify(
        plan([
          [8, 8, 8, 8],
          [1.5, 1.5, 1.5, 1.5],
        ]),
      ).holds,
    ).toBe(true);
  });
  it('is caught when a slice gives 9 t/h where its share allows 8', () => {
    const gap = verify(
      plan([
        [8, 8, 8, 9],
        [1.5, 1.5, 1.5, 0.5],
      ]),
    ).gaps.find((entry) => entry.what === 'capacity limit');
    expect(gap).toMatchObject({ where: 'smelter, 14 Jan 03:00', absolute: 1 });
  });
});

describe('typical weeks', () => {
  // Two runs of two steps, weights 3 and 1: a year of 8 h. Ore is balanced over the (weighted) month: a mine that digs
  // 2, 2, 0, 4 t/h gives 3 × 4 + 4 = 16 t; a mill that takes 2 t/h throughout the 8 h takes 16 t.
  // The bunker of power returns within each run: +5 −5, and +1 −1.
  const weeks = handNetwork({
    commodities: {
      ore: { balance: 'month', title: 'Ore' },
      electricity: { unit: 'MWh', title: 'Electricity' },
    },
    phases: [
      {
        grid: handGrid([
          [2, 3],
          [2, 1],
        ]),
        years: 10,
        weight: 6,
      },
    ],
    processes: [
      { id: 'mine', period: 'hour', flows: { ore: 1 }, variableCost: 2 },
      { id: 'mill', flows: { ore: -1 }, maxOverHorizon: 160 },
      { id: 'grid', kind: 'buy', flows: { electricity: 1 }, ramp: 0.5, size: { max: 10, annuity: 1 } },
      { id: 'pumps', flows: { electricity: -1 } },
    ],
    stores: [
      { id: 'bunker', holds: 'electricity', content: {} },
      { id: 'heap', holds: 'ore', content: {}, lossPerHour: 0 },
    ],
  });
  // Money: 6 × (10 × 1 + 2 × 16) = 252.
  const good = {
    built: { grid: 10, bunker: 5 },
    activity: { mine: [2, 2, 0, 4], mill: [2], grid: [5, 0, 3, 2], pumps: [0, 5, 2, 3] },
    stores: { bunker: { level: [5, 0, 1, 0], charge: [5, 0, 1, 0], discharge: [0, 5, 0, 1] } },
  };
  it('weighs what is summed over the month and lets each run return to itself', () => {
    expect(verify(handPlan(weeks, [good], 252)).gaps.filter((gap) => gap.relative > 1e-12)).toEqual([]);
  });
  it('catches a mine that balances only without the weights: 2, 2, 2, 2 less 1 in the light run', () => {
    const gap = verify(
      handPlan(weeks, [{ ...good, activity: { ...good.activity, mine: [2, 2, 0, 3] } }], 252),
    ).gaps;
    expect(gap.find((entry) => entry.what === 'balance')).toMatchObject({
      absolute: 1,
      where: 'Ore at works, the month from 14 Jan 00:00',
    });
  });
  it('catches content carried from one run into the next', () => {
    const carried = { level: [5, 5, 1, 0], charge: [5, 0, 0, 0], discharge: [0, 0, 4, 1] };
    const activity = { ...good.activity, pumps: [0, 0, 7, 3] };
    const found = verify(handPlan(weeks, [{ ...good, activity, stores: { bunker: carried } }], 252));
    expect(found.gaps.filter((gap) => gap.relative > 1e-6).map((gap) => gap.what)).toContain('store return');
  });
  it('allows any jump between runs, but within a run only half of 10 MW', () => {
    const activity = { ...good.activity, grid: [5, 0, 8, 2], pumps: [0, 5, 7, 3] };
    const gap = verify(handPlan(weeks, [{ ...good, activity }], 252)).gaps.find(
      (entry) => entry.what === 'ramp',
    );
    // 5 → 0 is 5, allowed; 0 → 8 crosses runs; 8 → 2 is 6, one too many.
    expect(gap?.absolute).toBeCloseTo(1, 12);
  });
  it('counts the horizon in years: 10 a × 16 t fill a space of 160 t exactly; 2.1 t/h would not fit', () => {
    const activity = { ...good.activity, mill: [2.1] };
    const gap = verify(handPlan(weeks, [{ ...good, activity }], 252)).gaps.find(
      (entry) => entry.what === 'horizon limit',
    );
    expect(gap?.absolute).toBeCloseTo(8, 9);
  });
});

describe('stores that lose and stores with a standing flow', () => {
  // Heat of a pot: nominal loss 2 MWh/h per unit of size 10 is standing −20; the process puts 30, 10 and so on.
  const pot = handNetwork({
    commodities: { heat: { unit: 'MWh', title: 'Pot heat', kind: 'internal' } },
    processes: [{ id: 'pot', flows: { heat: 1 }, size: {} }],
    stores: [
      { id: 'mantle', holds: 'heat', inside: 'pot', low: -1, high: 1, standing: -0.2, lossPerHour: 0 },
    ],
  });
  it('a size of 10 loses 2 an hour: heat of 3, 1, 1, 3 moves the content to 1, 0, −1, 0', () => {
    const plan = handPlan(
      pot,
      [
        {
          built: { pot: 10 },
          activity: { pot: [3, 1, 1, 3] },
          stores: { mantle: { level: [1, 0, -1, 0], charge: [3, 1, 1, 3], discharge: [0, 0, 0, 0] } },
        },
      ],
      0,
    );
    expect(verify(plan).gaps.filter((gap) => gap.relative > 1e-12)).toEqual([]);
  });
  it('a tank that loses half an hour: 8 → 4 + charge 4', () => {
    const tank = handNetwork({
      commodities: { steam: { unit: 'MWh', title: 'Steam' } },
      processes: [{ id: 'boiler', flows: { steam: 1 } }],
      stores: [{ id: 'tank', holds: 'steam', content: {}, lossPerHour: 0.5 }],
    });
    const plan = handPlan(
      tank,
      [
        {
          built: { tank: 8 },
          activity: { boiler: [4, 4, 4, 4] },
          stores: { tank: { level: [8, 8, 8, 8], charge: [4, 4, 4, 4], discharge: [0, 0, 0, 0] } },
        },
      ],
      0,
    );
    expect(verify(plan).gaps.filter((gap) => gap.relative > 1e-12)).toEqual([]);
  });
});

describe('several phases', () => {
  // A kiln that lives 3 years: 5 built in 2030, 2 in 2032, 1 in 2033; in 2033 the first 5 are gone: 2 + 1 = 3.
  const kilns = handNetwork({
    commodities: { lime: { title: 'Lime' } },
    phases: [{ from: 2030, years: 2, weight: 1.8 }, { from: 2032, years: 1, weight: 0.8 }, { from: 2033 }],
    processes: [
      {
        id: 'kiln',
        flows: { lime: 1 },
        size: { life: 3, annuity: 10, fixedCost: 1, existing: 1, overnight: 30 },
      },
    ],
  });
  it('what stands is what was built and still lives; what existed costs only its upkeep', () => {
    // Standing 6, 8, 4 (existing 1). Cost 1.8 × (50 + 6) + 0.8 × (70 + 8) + 1 × (30 + 4) = 100.8 + 62.4 + 34 = 197.2.
    const plan = handPlan(
      kilns,
      [{ built: { kiln: 5 } }, { built: { kiln: 2 } }, { built: { kiln: 1 } }],
      197.2,
    );
    expect([...plan.phases.map((phase) => phase.capacities[0])]).toEqual([6, 8, 4]);
    expect(verify(plan).gaps.filter((gap) => gap.relative > 1e-12)).toEqual([]);
  });
  it('a kiln that outlives its life is caught in the phase where it should be gone', () => {
    const plan = copy(
      handPlan(kilns, [{ built: { kiln: 5 } }, { built: { kiln: 2 } }, { built: { kiln: 1 } }], 197.2),
    );
    plan.phases[2].capacities[0] = 9;
    expect(verify(plan).gaps.find((gap) => gap.what === 'capacity')).toMatchObject({
      absolute: 5,
      where: 'kiln (output), phase 3',
    });
  });
});

describe('what is legal but worth seeing', () => {
  it('tells of hours of charging and discharging at once', () => {
    // Hour 0: 10 more in, 10 more out: content gains 0.8 × 10 − 10 ÷ 0.9, so the plan no longer holds, but it is seen.
    const plan = copy(handParkPlan(network));
    plan.phases[0].discharge[0][0] = 10;
    expect(verify(plan).notices).toEqual([
      'Battery charges and discharges at once in 1 h of the year (phase 1)',
    ]);
  });
  it('tells of hours of buying and selling at once', () => {
    const plan = copy(handParkPlan(network));
    rates(plan, 'to grid')[2] = 5;
    expect(verify(plan).notices).toEqual([
      'Electricity at works is bought and sold at once in 1 h of the year (phase 1)',
    ]);
  });
});

describe('the verification', () => {
  it('asks neither the program nor a solver: no file of it imports from those rooms', () => {
    const folder = new URL('.', import.meta.url);
    const files = readdirSync(folder).filter(
      (file) => file.startsWith('verif') && !file.endsWith('.test.ts'),
    );
    expect(files.length).toBeGreaterThan(5);
    for (const file of files)
      expect(readFileSync(new URL(file, folder), 'utf8'), file).not.toMatch(/from '\.\.\/(program|solve)\//);
  });
});

describe('whole units', () => {
  // Wind of 300 MW as three units of 100 MW; the plan of −64 000 was chosen where −65 000 would be had with any size.
  const inUnits = handParkNetwork({
    processes: HAND_PARK.processes.map((process) =>
      process.id === 'wind' ? { ...process, size: { ...process.size, wholeUnit: 100 } } : process,
    ),
  });
  const rounding = {
    method: 'exact',
    continuous: -65_000,
    whole: -64_000,
    bound: -64_000,
    choices: 0,
    sizes: [new Float64Array(inUnits.capacities.length)],
  } as const;
  const plan = (change: Partial<Plan['rounding']> = {}): Plan =>
    copy(handPlan(inUnits, [HAND_PHASE], -64_000, { rounding: { ...rounding, ...change } }));

  it('three of 100 MW hold', () => {
    const found = verify(plan());
    expect(found.gaps.filter((gap) => gap.relative > 1e-12)).toEqual([]);
    expect(found.gaps.map((gap) => gap.what)).toContain('whole units');
  });

  it('three and a half are half a unit off, against the unit', () => {
    const made = plan();
    made.phases[0].built[sizeNumber('wind/output')] = 350;
    made.phases[0].capacities[sizeNumber('wind/output')] = 350;
    const gap = verify(made).gaps.find((one) => one.what === 'whole units');
    expect(gap).toMatchObject({ where: 'Wind farm (output), phase 1', absolute: 50, relative: 0.5 });
    expect(verify(made).holds).toBe(false);
  });

  it('a thousandth of a unit is caught too, however many units there are', () => {
    const made = plan();
    made.phases[0].built[sizeNumber('wind/output')] = 300.1;
    made.phases[0].capacities[sizeNumber('wind/output')] = 300.1;
    expect(verify(made).holds).toBe(false);
  });

  it('cheaper than what no choice of units can be below: caught', () => {
    const found = verify(plan({ bound: -60_000 })).largestGap;
    expect(found).toMatchObject({
      what: 'cost of whole units',
      absolute: 4000,
      where: 'against their bound',
    });
  });

  it('a cost of whole units that is not the cost of the plan: caught', () => {
    const found = verify(plan({ whole: -63_000, bound: -65_000 })).largestGap;
    expect(found).toMatchObject({ what: 'cost of whole units', absolute: 1000 });
  });
});
