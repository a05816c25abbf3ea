/**
 * Several ores in one park: what the plan digests of each, how long a deposit lasts, what each ore takes and leaves.
 * Worked on paper, first on two ores without chemistry, then with the project's own library.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { annualTotals } from '../src/accounts/annual-totals.ts';
import { feedRows, reserveRows } from '../src/accounts/reserves.ts';
import type { Flow } from '../src/network/network.ts';
import type { Plan } from '../src/plan/plan.ts';
import { verify } from '../src/plan/verify.ts';
import type { Run } from '../src/run/run.ts';
import { handGrid, handNetwork } from './hand-network.ts';
import { planText } from './plan-text.ts';
import { solveNetwork } from './solve-network.ts';

// A "year" of four hours, five of them. Cheap ore: 10 a tonne, 500 t in the ground, 2 t make one of alumina. Dear ore: 20 a
// tonne, 2.5 t. Asked for: 80 t of alumina a year, from a refinery that costs 30 a year for each t/h.
// By hand: 500 ÷ 5 = 100 t of cheap ore a year make 50 t, the other 30 t take 75 t of dear ore. 80 t in four hours are 20 t/h, whoever
// is digested. Cost 100 × 10 + 75 × 20 + 20 × 30 = 3 100.
const twoOres = handNetwork({
  commodities: { cheap: { balance: 'year' }, dear: { balance: 'year' }, alumina: { balance: 'year' } },
  phases: [{ grid: handGrid([[4, 1]]), years: 5 }],
  processes: [
    { id: 'pit', flows: { cheap: 1 }, variableCost: 10, maxOverHorizon: 500 },
    { id: 'ship', kind: 'buy', flows: { dear: 1 }, variableCost: 20 },
    {
      id: 'refinery',
      of: 'alumina',
      period: 'hour',
      segments: [
        { share: 1, slice: 0, feed: 'Cheap', flows: { alumina: 1, cheap: -2 } },
        { share: 1, slice: 0, feed: 'Dear', flows: { alumina: 1, dear: -2.5 } },
      ],
      size: { annuity: 30, unit: 't/h' },
      output: (80 * 8760) / 4,
    },
    { id: 'market', kind: 'sell', flows: { alumina: -1 } },
  ],
});

describe('a cheap ore that is limited and a dear one', () => {
  it('50 t come of the cheap ore, 30 t of the dear one, from 20 t/h, at 3 100 a year', async () => {
    const { plan, verification } = await solveNetwork(twoOres);
    expect(verification.holds).toBe(true);
    const rows = feedRows(plan, 0);
    expect(rows.map(({ feed }) => feed)).toEqual(['Cheap', 'Dear']);
    expect(rows[0].made).toBeCloseTo(50, 6);
    expect(rows[1].made).toBeCloseTo(30, 6);
    expect(rows[0].share).toBeCloseTo(50 / 80, 6);
    expect(plan.phases[0].capacities[0]).toBeCloseTo(20, 6);
    expect(plan.netPresentCost).toBeCloseTo(3100, 4);
  });
  it('500 t at 100 a year last five years', async () => {
    const { plan } = await solveNetwork(twoOres);
    const [pit] = reserveRows(plan, 0);
    expect([pit.title, pit.left]).toEqual(['pit', 500]);
    expect(pit.pace).toBeCloseTo(100, 6);
    expect(pit.years).toBeCloseTo(5, 6);
  });
  it('a promise may weigh one feed: 40 t at least of the dear ore cost 40 × 20 + 100 × 20 + 600 = 3 400', async () => {
    const refinery = twoOres.processes.findIndex(({ id }) => id === 'refinery');
    const dear = {
      id: 'dear',
      title: 'dear ore',
      terms: [{ of: 'process' as const, index: refinery, part: 1, coefficient: 1 }],
      lower: 40,
      upper: Number.POSITIVE_INFINITY,
      phases: [0],
    };
    const { plan, verification } = await solveNetwork(twoOres, [dear]);
    expect(verification.holds).toBe(true);
    expect(feedRows(plan, 0).map(({ made }) => Math.round(made))).toEqual([40, 40]);
    expect(plan.netPresentCost).toBeCloseTo(40 * 20 + 100 * 20 + 600, 4);
    const short = verify({ ...plan, measures: [{ ...dear, lower: 41 }] });
    expect(short.gaps.find(({ what }) => what === 'promise')?.absolute).toBeCloseTo(1, 6);
  });
  it('the verification sees two feeds that together are more than the size', async () => {
    const { plan } = await solveNetwork(twoOres);
    const [phase] = plan.phases;
    // 15 + 15 = 30 t/h of a refinery of 20 t/h: each alone would fit.
    const activity = phase.activity.map((parts, process) =>
      twoOres.processes[process].id === 'refinery' ? parts.map((rates) => rates.map(() => 15)) : parts,
    );
    const found = verify({ ...plan, phases: [{ ...phase, activity }] });
    expect(found.holds).toBe(false);
    const gap = found.gaps.find(({ what }) => what === 'capacity limit');
    expect(gap?.absolute).toBeCloseTo(10, 6);
  });
});

const PARK = `
kombinat: 1
park: Three ores
prices in: USD 2025
horizon: 25 a
sites:
  field: { at: [52.5, 62.5] }
  works: { at: [52.3, 76.9] }
links:
  - { from: field, to: works, by: rail, distance: 1000 km, carries: [bauxite] }
plants:
  poor: { plant: bauxite-mine, site: field, reserve: 90 Mt, ore: { Al2O3: 44.5 %, SiO2: 11 %, Fe2O3: 17 % } }
  rich: { plant: bauxite-mine, site: field, reserve: 10 Mt, ore: { Al2O3: 47 %, SiO2: 6 %, Fe2O3: 17 % } }
  refinery: { plant: bayer-refinery, site: works, output: 1 Mt/a }
  boiler: { plant: gas-boiler, site: works }
buy:
  abroad: { of: bauxite, site: works, cost: 70 USD/t, ore: { Al2O3: 47 %, SiO2: 2.5 %, reactive share of SiO2: 72 %, Fe2O3: 22 %, bound alumina: 2.97 % } }
`;

let run: Run;
let plan: Plan;

/** Units a year of a commodity at a process; out +, in −. */
function yearly(process: string, commodity: string): number {
  const number = plan.network.processes.findIndex(({ id }) => id === process);
  return annualTotals(plan, 0)
    .flows[number].filter((flow) => plan.network.commodities[flow.commodity].id === commodity)
    .reduce((sum, { amount }) => sum + amount, 0);
}

/** Flows of the refinery on one ore. */
function on(feed: string): readonly Flow[] {
  const refinery = plan.network.processes.find(({ id }) => id === 'refinery');
  return refinery?.segments.find((segment) => segment.feed === feed)?.flows ?? [];
}
const flowOf = (feed: string, commodity: string): Flow => {
  const found = on(feed).find((flow) => plan.network.commodities[flow.commodity].id === commodity);
  if (found === undefined) throw new Error(`no ${commodity} on ${feed}`);
  return found;
};

// Available alumina = Al2O3 − 0.84849 × reactive SiO2 − bound; of it 0.96 × 0.975 becomes alumina of 98.7 %.
// rich: 0.47 − 0.84849 × 0.06 × 0.93 − 0.01 = 0.412654; dry ore 0.987 ÷ (0.412654 × 0.936) = 2.55538 t/t
// abroad: 0.47 − 0.84849 × 0.025 × 0.72 − 0.0297 = 0.425027; 2.48099 t/t
const RICH = 2.55538;
const ABROAD = 2.48099;

describe('a refinery that may digest three ores', () => {
  beforeAll(async () => {
    run = await planText(PARK);
    expect(run.status, run.message).toBe('optimal');
    plan = run.plan as Plan;
  }, 60_000);

  it('10 Mt over 25 years are 400 kt/a of rich ore, 156.53 kt of alumina; the rest comes from abroad; nobody digs the poor ore', () => {
    expect(yearly('refinery', 'bauxite-of-rich')).toBeCloseTo(-400_000, 0);
    expect(feedRows(plan, 0).find(({ feed }) => feed === 'Bauxite of rich')?.made).toBeCloseTo(
      400_000 / RICH,
      -1,
    );
    expect(yearly('abroad', 'bauxite-of-abroad') / (ABROAD * (1_000_000 - 400_000 / RICH))).toBeCloseTo(1, 5);
    expect(yearly('poor', 'bauxite-of-poor')).toBeCloseTo(0, 3);
  });
  it('the deposit lasts 25 years; one that is not worked has no pace', () => {
    const rows = reserveRows(plan, 0);
    expect(rows.map(({ title }) => title)).toEqual(['poor', 'rich']);
    expect(rows[0].years).toBeNull();
    expect(rows[1].years).toBeCloseTo(25, 4);
  });
  it('each ore takes its own soda: to clay 0.88758 t per t of reactive silica', () => {
    // The rest of the soda (product 5.162 kg, purge 5 kg, washing 6 kg per t of residue) differs by the residue alone.
    const clay = (ore: number, silica: number) => 0.88758 * ore * silica;
    const wash = (feed: string) => 0.006 * flowOf(feed, 'bauxite-residue').amount;
    for (const [feed, soda] of [
      ['Bauxite of rich', clay(RICH, 0.06 * 0.93)],
      ['Bauxite of abroad', clay(ABROAD, 0.025 * 0.72)],
    ] as const)
      expect(-flowOf(feed, 'caustic-soda').amount).toBeCloseTo(soda + 0.005162 + 0.005 + wash(feed), 4);
  });
  it('all iron and silica of each ore lie in its residue', () => {
    // Fe in Fe2O3 0.69943, Si in SiO2 0.46744.
    for (const [feed, ore, iron, silica] of [
      ['Bauxite of poor', 3.0284, 0.17, 0.11],
      ['Bauxite of rich', RICH, 0.17, 0.06],
      ['Bauxite of abroad', ABROAD, 0.22, 0.025],
    ] as const) {
      const residue = flowOf(feed, 'bauxite-residue');
      expect(residue.amount * (residue.composition?.Fe ?? 0)).toBeCloseTo(ore * iron * 0.69943, 4);
      expect(residue.amount * (residue.composition?.Si ?? 0)).toBeCloseTo(ore * silica * 0.46744, 4);
    }
  });
  it('every recipe closes: the check has nothing to say', () => {
    expect(run.issues.filter(({ code }) => code === 'plant-not-closed')).toEqual([]);
  });
  it('the railway carries what is dug at the field, not what is bought at the works', () => {
    const links = plan.network.processes.filter(({ kind }) => kind === 'link').map(({ id }) => id);
    expect(links).toEqual(['rail field to works/bauxite-of-poor', 'rail field to works/bauxite-of-rich']);
  });
  it('a dry tonne of ore with 10 % of moisture is 1.111 t on the railway: 20 USD × 1.111', () => {
    const link = plan.network.processes.find(({ id }) => id === 'rail field to works/bauxite-of-rich');
    expect(link?.variableCost).toBeCloseTo((1000 * 0.02) / 0.9, 9);
  });
  it('`feeds:` keeps an ore out: without the one from abroad the poor one is dug', async () => {
    const { plan: home } = await planText(
      PARK.replace('output: 1 Mt/a }', 'output: 1 Mt/a, feeds: [poor, rich] }'),
    );
    const rows = feedRows(home as Plan, 0);
    expect(rows.map(({ feed }) => feed)).toEqual(['Bauxite of poor', 'Bauxite of rich']);
    expect(rows[1].made).toBeCloseTo(400_000 / RICH, -1);
    expect(rows[0].made).toBeCloseTo(1_000_000 - 400_000 / RICH, -1);
  });
});

const FLEETS = `
kombinat: 1
park: Which trucks
prices in: USD 2025
plants:
  pit: { plant: bauxite-pit, output: 1 Mt/a }
  diesel: { plant: truck-fleet-diesel }
  trolley: { plant: truck-fleet-trolley }
  battery: { plant: truck-fleet-battery }
`;

// USD per tonne moved at 10 %: annuities of 2.02 over 10 a (0.16275), 2.75 over 12 a (0.14676), 3.6 over 10 a; fixed; variable;
// fuel 16.155 MJ = 4.4875 kWh of diesel, 0.84 kWh with 40 % of the diesel, 1.5 kWh.
//   diesel   0.3287 + 0.26 + 0.157 = 0.7457 + 4.4875 kWh × D
//   trolley  0.4036 + 0.29 + 0.135 = 0.8286 + 1.795 kWh × D + 0.84 kWh × E
//   battery  0.5859 + 0.36 + 0.115 = 1.0609 + 1.5 kWh × E
// D = 62, E = 60 USD/MWh: 1.024, 0.990, 1.151; E = 150: 1.024, 1.066, 1.286; D = 200, E = 60: 1.643, 1.238, 1.151.
describe('diesel, trolley and battery trucks compete for 12.72 t moved per dry tonne of ore', () => {
  it.each([
    [62, 60, 'trolley'],
    [62, 150, 'diesel'],
    [200, 60, 'battery'],
  ])('diesel at %s and electricity at %s USD/MWh: %s', async (diesel, electricity, taken) => {
    const { plan: dug } = await planText(
      `${FLEETS}buy: { fuel: { of: diesel, cost: { value: ${diesel} USD/MWh, source: test } }, grid electricity: { cost: { value: ${electricity} USD/MWh, source: test } } }\n`,
    );
    const made = (dug as Plan).network.processes.map(({ id }, number) => [
      id,
      annualTotals(dug as Plan, 0).activity[number],
    ]);
    for (const fleet of ['diesel', 'trolley', 'battery'])
      expect(Number(made.find(([id]) => id === fleet)?.[1]) / 12_722_222).toBeCloseTo(
        fleet === taken ? 1 : 0,
        5,
      );
  });
});

const UPGRADED = `
kombinat: 1
park: A washed ore
prices in: USD 2025
plants:
  pit: { plant: bauxite-mine, ore: { Al2O3: 44.5 %, SiO2: 11 %, Fe2O3: 17 % } }
  washing: { plant: ore-washing }
  refinery: { plant: bayer-refinery, output: 1 Mt/a, feeds: [washing] }
  boiler: { plant: gas-boiler }
`;

describe('a refinery on an ore that another plant has made better', () => {
  // Washed: 0.445 × 0.77 ÷ 0.7 = 48.95 % Al2O3; reactive silica 0.0699286 × 0.375 ÷ 0.445 = 5.8929 %. Available 0.4895 − 0.84849 × 0.058929 − 0.01
  // = 0.429499; 0.987 ÷ (0.429499 × 0.936) = 2.45518 t of washed ore, 3.50740 t of ore, 1.05222 t of washings a tonne.
  it('2.455 t of washed ore, 3.507 t of ore, 1.052 t of washings per tonne of alumina', async () => {
    const washed = (await planText(UPGRADED)).plan as Plan;
    plan = washed;
    expect(yearly('refinery', 'bauxite-of-washing') / 1e6).toBeCloseTo(-2.45518, 4);
    expect(yearly('pit', 'bauxite-of-pit') / 1e6).toBeCloseTo(3.5074, 4);
    expect(yearly('washing', 'bauxite-washings') / 1e6).toBeCloseTo(1.05222, 4);
  });
  it('what was washed can be sorted: 1.25 t of washed ore a tonne, and every recipe closes', async () => {
    const sorted = await planText(
      UPGRADED.replace(
        'feeds: [washing] }',
        'feeds: [sorting] }\n  sorting: { plant: ore-sorting, feeds: [washing] }',
      ),
    );
    plan = sorted.plan as Plan;
    expect(yearly('washing', 'bauxite-of-washing') / yearly('sorting', 'bauxite-of-sorting')).toBeCloseTo(
      1.25,
      6,
    );
    expect(sorted.issues.filter(({ code }) => code === 'plant-not-closed')).toEqual([]);
  });
});
