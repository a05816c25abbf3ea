/** Every expected value is worked on paper from the table in `test/hand-park.ts`; the arithmetic stands beside it. */
import { describe, expect, it } from 'vitest';
import { handNetwork, handPlan, sourced } from '../../test/hand-network.ts';
import { HAND_PARK, HAND_PHASE, handParkNetwork, handParkPlan } from '../../test/hand-park.ts';
import { verify } from '../plan/verify.ts';
import { CARBON_SCOPES, carbonByCause, carbonRows, emissions } from './carbon.ts';
import { CHARGE_KPIS } from './charges.ts';
import { electricityYear, smelterLoad } from './electricity.ts';
import { plantYears } from './energy.ts';
import { jobRows } from './jobs.ts';
import { kpiByName } from './kpi-names.ts';
import { kpiRows } from './kpi-rows.ts';
import { wasteFamily, wasteRows } from './loops.ts';
import { productRows } from './output.ts';
import { REGISTER } from './register.ts';

const plan = handParkPlan();
const value = (id: string): number | null => kpiByName(id)?.value(plan, 0).value ?? null;

/** The terms of a measure in the year of the plan, added up here once more. */
const sum = (terms: readonly { of: string; index: number; coefficient: number }[]): number =>
  terms.reduce((total, { of, index, coefficient }) => {
    const [{ activity, charge, discharge }] = plan.phases;
    const lost = (at: number): number => charge[index][at] - discharge[index][at];
    const rates = of === 'store' ? charge[index].map((_, at) => lost(at)) : (activity[index]?.[0] ?? []);
    const period = of === 'process' ? plan.network.processes[index].period : 'hour';
    const { hours } = plan.network.phases[0].grid.periods[period];
    const year = rates.reduce((all, rate, period) => all + rate * hours[period], 0);
    return total + coefficient * (of === 'capacity' ? plan.phases[0].capacities[index] : year);
  }, 0);

describe('energy', () => {
  it('supply 635 = used 595 + sold 40; used = plants 560 + battery 35', () => {
    const year = electricityYear(plan, 0);
    expect(year).toMatchObject({ supply: 635, own: 615, bought: 20, exported: 40, used: 595, leftOver: 0 });
    expect(year).toMatchObject({ usedByPlants: 560, storageLoss: 35, lineLoss: 0, usedBySmelter: 560 });
    expect(year.usedByPlants + year.storageLoss + year.lineLoss).toBe(year.used);
  });
  it.each([
    ['renewable-capacity', 0.3],
    // 615 ÷ (300 MW × 4 h).
    ['renewable-capacity-factor', 51.25],
    // 615 + a tenth of 20 from the grid − 40 sold = 577, of 595 used.
    ['renewable-share', (100 * 577) / 595],
    ['renewable-share-smelter', (100 * 577) / 560],
    ['grid-share', (100 * 20) / 595],
    ['electricity-used', 595e-6],
    ['smelter-load', 140],
    ['specific-energy-ac', 14_000],
    // 105 of 720.
    ['curtailment', (100 * 105) / 720],
    ['curtailed-energy', 0.105],
    ['storage-losses', (100 * 35) / 595],
    ['unserved-demand', 0],
    ['metal-output', 40e-6],
    ['alumina-output', 0],
    // 10 t/h × 8760 h.
    ['metal-capacity', 0.0876],
  ])('%s is %d', (id, expected) => {
    expect(value(id)).toBeCloseTo(expected, 9);
  });
  it('the smelter takes 140 MW in each hour', () => {
    expect([...smelterLoad(plan, 0)]).toEqual([140, 140, 140, 140]);
  });
  it('tells how well each plant is used: wind 51.25 %, smelter 100 %', () => {
    const rows = plantYears(plan, 0);
    expect(rows.map((row) => [row.id, row.capacity, row.unit, row.capacityFactor])).toEqual([
      ['wind', 0.3, 'GW', 0.5125],
      ['smelter', 87.6, 'kt/a', 1],
    ]);
    expect(rows.map((row) => row.electricity)).toEqual([615, -560]);
  });
  it('names what is not made: 2 t of 40 are 5 %', () => {
    const network = handParkNetwork({
      processes: HAND_PARK.processes.map((process) =>
        process.id === 'smelter' ? { ...process, shortfallValue: 9000 } : process,
      ),
    });
    const short = handPlan(network, [{ ...HAND_PHASE, shortfall: { smelter: 2 } }], -64_000, {
      shortfallPenalty: 18_000,
    });
    const found = kpiByName('unserved demand')?.value(short, 0);
    expect(found?.value).toBeCloseTo(5, 12);
    expect(found?.note).toBe('not made in full: Smelter');
  });
  it('says why there is no share where nothing uses electricity', () => {
    const empty = handPlan(handParkNetwork(), [{}], 0);
    expect(kpiByName('renewable share')?.value(empty, 0)).toEqual({
      value: null,
      note: 'the park uses no electricity',
    });
  });
});

describe('lines and trims', () => {
  // Steppe 100 MWh, line loses 5 %: 95 at the works, pumps take 90, 5 are let go. Nothing is stored or sold.
  const network = handNetwork({
    sites: ['works', 'steppe'],
    commodities: { electricity: { unit: 'MWh', kind: 'energy' } },
    processes: [
      { id: 'wind', at: 'steppe', flows: { electricity: 1 }, renewable: 1, size: {} },
      {
        id: 'line',
        kind: 'link',
        of: 'electricity',
        flows: [
          { of: 'electricity', at: 'steppe', amount: -1 },
          { of: 'electricity', at: 'works', amount: 0.95 },
        ],
        size: {},
      },
      { id: 'pumps', flows: { electricity: -1 } },
      { id: 'let go', kind: 'trim', flows: { electricity: -1 } },
    ],
  });
  const four = (value: number) => [value, value, value, value];
  const activity = { wind: four(25), line: four(25), pumps: four(22.5), 'let go': four(1.25) };
  const lined = handPlan(network, [{ built: { wind: 30, line: 30 }, activity }], 0);
  it('the plan holds', () => expect(verify(lined).holds).toBe(true));
  it('line losses are a use, what is let go is not: 100 = 90 + 5 used and 5 let go', () => {
    const year = electricityYear(lined, 0);
    expect(year.usedByPlants).toBeCloseTo(90, 12);
    expect(year.lineLoss).toBeCloseTo(5, 12);
    expect(year.leftOver).toBeCloseTo(5, 12);
    expect(year.used).toBeCloseTo(95, 12);
  });
  it('all of it is renewable: 95 of 95', () => {
    expect(kpiByName('renewable share')?.value(lined, 0).value).toBeCloseTo(100, 12);
  });
});

describe('carbon', () => {
  it.each([
    // 1.5 t CO2 + 0.1 kg CF4 × 6630.
    ['direct-emissions', 1.5 + 0.663],
    // 20 MWh × 0.8 ÷ 40 t.
    ['indirect-emissions', 0.4],
    // 76.8 t × 1.2 ÷ 40 t.
    ['upstream-emissions', 2.304],
    ['carbon-footprint', 4.867],
    ['emissions', (4.867 * 40) / 1e6],
  ])('%s is %d t CO2e/t (total in Mt)', (id, expected) => {
    expect(value(id)).toBeCloseTo(expected, 12);
  });
  it('causes sum to the total: 60 + 26.52 direct, 16 grid, 92.16 alumina = 194.68 t', () => {
    expect(carbonByCause(plan, 0, 'direct').map(({ cause }) => cause)).toEqual([
      'anode consumption',
      'anode effects',
    ]);
    const sum = carbonRows(plan, 0).reduce((total, row) => total + row.amount, 0);
    expect(sum).toBeCloseTo(194.68, 9);
    const byScope = CARBON_SCOPES.flatMap((scope) => carbonByCause(plan, 0, scope));
    expect(byScope.reduce((total, row) => total + row.amount, 0)).toBeCloseTo(sum, 9);
    expect(emissions(plan, 0, CARBON_SCOPES)).toBeCloseTo(sum, 9);
  });
  it('a gas that the set does not know is never counted as nothing', () => {
    const network = handParkNetwork({ gwp: { CO2: 1 } });
    const found = kpiByName('direct emissions')?.value(handParkPlan(network), 0);
    expect(found).toEqual({ value: null, note: 'AR5 gives no warming potential for CF4' });
  });
});

describe('loops', () => {
  it('dross: 0.8 t made, 0.5 used, 0.3 laid away, 62.5 %', () => {
    const [row] = wasteRows(plan, 0);
    expect(row.made).toBeCloseTo(0.8, 12);
    expect(row.used).toBeCloseTo(0.5, 12);
    expect(row.stored).toBeCloseTo(0.3, 12);
    expect(row.shareUsed).toBeCloseTo(0.625, 12);
    expect(row.fates.map((fate) => [fate.to, fate.use])).toEqual([
      ['Dross to a remelter', 'used'],
      ['Dross to landfill', 'stored'],
    ]);
    expect(value('waste-used-share')).toBeCloseTo(62.5, 10);
    expect(value('waste-stored')).toBeCloseTo(0.0003, 12);
  });
  it('filtering is no use: of 100 t of residue all are filtered, 30 go to cement, 70 to the heap: 30 %', () => {
    const network = handNetwork({
      commodities: {
        alumina: { balance: 'year' },
        'bauxite-residue': { balance: 'year', kind: 'waste' },
        'filtered-residue': { balance: 'year', kind: 'waste' },
      },
      processes: [
        { id: 'refinery', flows: { alumina: 1, 'bauxite-residue': 2 } },
        { id: 'filters', of: 'filtered-residue', flows: { 'filtered-residue': 1, 'bauxite-residue': -1 } },
        { id: 'alumina', kind: 'sell', flows: { alumina: -1 } },
        { id: 'cement', kind: 'fate', flows: { 'filtered-residue': -1 } },
        { id: 'heap', kind: 'fate', flows: { 'filtered-residue': -1 }, useful: false },
      ],
    });
    // Years of four hours: 50 t of alumina are 12.5 t/h, and so on.
    const activity = { refinery: [12.5], filters: [25], alumina: [12.5], cement: [7.5], heap: [17.5] };
    const made = handPlan(network, [{ activity }], 0);
    expect(verify(made).holds).toBe(true);
    expect(kpiByName('residue use')?.value(made, 0).value).toBeCloseTo(30, 12);
    expect(wasteFamily(made, 0, [false, true, true])).toEqual({ made: 100, used: 30, stored: 70 });
    expect(wasteRows(made, 0).map((row) => [row.commodity, row.used, row.stored, row.passedOn])).toEqual([
      ['bauxite-residue', 0, 0, 100],
      ['filtered-residue', 30, 70, 0],
    ]);
  });
});

describe('people, land and products', () => {
  it('jobs: 300 MW × 0.2 + 10 t/h × 5 = 110, range 60 to 170', () => {
    expect(kpiByName('permanent jobs')?.value(plan, 0)).toEqual({ value: 110, range: [60, 170] });
    expect(jobRows(plan, 0).map((row) => [row.group, row.jobs, row.low, row.high])).toEqual([
      ['power', 60, 30, 90],
      ['metal', 50, 30, 80],
    ]);
  });
  it('a promise of jobs counts crews that have work: of 720 MWh of wind 615 are used and 35 of them lost in the store', () => {
    const stores = (HAND_PARK.stores ?? []).map((store) => ({
      ...store,
      content: { ...store.content, staff: sourced(4, 'persons/MWh') },
    }));
    const network = handParkNetwork({ stores });
    const jobs = kpiByName('permanent jobs');
    // 300 MW × 0.2 × (615 − 35) ÷ 720 + 50; the figure itself adds the rest of the wind and 100 MWh × 4.
    expect(sum(jobs?.measure?.(network, 'at least')?.numerator ?? [])).toBeCloseTo(60 * (580 / 720) + 50, 9);
    expect(jobs?.value(handParkPlan(network), 0).value).toBeCloseTo(510, 9);
    // A promise of at most so many counts all who are there.
    expect(sum(jobs?.measure?.(network, 'at most')?.numerator ?? [])).toBeCloseTo(510, 9);
  });
  it('idle power is taken off at the rate of the farm with most people a MWh, and its hours count alike at all farms', () => {
    // Two farms of 100 MW in a wind of 2.4 h a year: 0.2 and 0.1 persons/MW are 20 + 10 at full use; 1/12 person/MWh at most.
    const farm = (id: string, staff: number) => ({
      id,
      flows: { electricity: 1 },
      size: { staff: sourced(staff) },
      weather: 'wind',
    });
    const network = handNetwork({
      commodities: { electricity: { unit: 'MWh', kind: 'energy' } },
      series: { wind: [[1, 0.5, 0.1, 0.8]] },
      processes: [
        farm('many', 0.2),
        farm('few', 0.1),
        { id: 'grid', kind: 'sell', flows: { electricity: -1 } },
      ],
    });
    const terms = kpiByName('permanent jobs')?.measure?.(network, 'at least')?.numerator ?? [];
    const hours = terms.filter(({ of }) => of === 'process').map(({ coefficient }) => coefficient);
    expect(hours[0]).toBeCloseTo(1 / 12, 12);
    expect(hours[1]).toBe(hours[0]);
    const jobs = (many: number, few: number): number =>
      terms.reduce((total, { of, index, coefficient }) => {
        const used = [many, few][index];
        return total + coefficient * (of === 'process' ? used : 100);
      }, 0);
    expect(jobs(240, 240)).toBeCloseTo(30, 9);
    // 120 MWh that nobody uses employ 10, whichever farm lets them go.
    expect(jobs(120, 240)).toBeCloseTo(20, 9);
    expect(jobs(240, 120)).toBeCloseTo(20, 9);
  });
  it('land: 300 MW × 10 ha', () => expect(value('land-use')).toBe(3000));
  it('water: 40 t × 1.5 m3, of which a recycling plant gives 20 back; the waterworks only pass on', () => {
    const network = handNetwork({
      commodities: {
        water: { unit: 'm3', balance: 'year' },
        'raw-water': { unit: 'm3', balance: 'none' },
        'liquid-aluminium': { balance: 'year', kind: 'product' },
      },
      processes: [
        { id: 'smelter', group: 'metal', flows: { 'liquid-aluminium': 1, water: -1.5 } },
        { id: 'recycling', group: 'other', flows: { water: 1 } },
        { id: 'waterworks', group: 'water', flows: { water: 1, 'raw-water': -1 } },
        { id: 'metal', kind: 'sell', flows: { 'liquid-aluminium': -1 } },
      ],
    });
    const activity = { smelter: [10], recycling: [5], waterworks: [10], metal: [10] };
    const wet = handPlan(network, [{ activity }], 0);
    expect(verify(wet).holds).toBe(true);
    expect(kpiByName('water')?.value(wet, 0).value).toBeCloseTo(40e-6, 15);
    expect(kpiByName('water per tonne')?.value(wet, 0).value).toBeCloseTo(1, 12);
  });
  it('the share of Kazakh staff is not invented', () => {
    expect(kpiByName('share of Kazakh staff')?.value(plan, 0).value).toBeNull();
  });
  it('products: 40 t of metal made and sold at 2500, power made 615, bought 20, sold 40 at 30', () => {
    const rows = productRows(plan, 0);
    expect(rows.map((row) => [row.commodity, row.made, row.bought, row.sold, row.price])).toEqual([
      ['electricity', 615, 20, 40, 30],
      ['liquid-aluminium', 40, 0, 40, 2500],
    ]);
  });
});

describe('the marginal price of electricity', () => {
  it('is weighted by what smelter and sale take: (140 × (10 + 20 + 90 + 30) + 40 × 30) ÷ 600 = 37 USD/MWh', () => {
    const made = handPlan(handParkNetwork(), [HAND_PHASE], -64_000);
    const node = made.network.nodes.findIndex(
      ({ commodity }) => made.network.commodities[commodity].id === 'electricity',
    );
    made.phases[0].price[node].set([10, 20, 90, 30]);
    const found = kpiByName('marginal price of electricity')?.value(made, 0);
    expect(found?.value).toBeCloseTo(37, 9);
    expect(found?.note).toBe('by the hour 10 to 90 USD/MWh');
  });
});

describe('the register', () => {
  it('gives every figure once, with a definition that ends as a sentence and a kebab-case id', () => {
    const ids = REGISTER.map((kpi) => kpi.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const kpi of REGISTER) {
      expect(kpi.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(kpi.definition).toMatch(/^[A-Z].{25,}\.$/);
    }
  });
  it('gives one finite number or a reason for each, on a plan, an empty plan and a plan of nothing', () => {
    const nothing = handPlan(handNetwork({ commodities: {}, processes: [] }), [{}], 0);
    for (const one of [plan, handPlan(handParkNetwork(), [{}], 0), nothing]) {
      for (const row of kpiRows(one, 0, REGISTER)) {
        if (row.value === null) expect(row.note, row.id).toMatch(/\w+/);
        else expect(Number.isFinite(row.value), row.id).toBe(true);
      }
    }
  });
  it('shows money in the currency of the park', () => {
    const euros = { ...plan, network: { ...plan.network, money: { currency: 'EUR', year: 2025 } } };
    expect(kpiRows(euros, 0, REGISTER).find((row) => row.id === 'lcoa')?.unit).toBe('EUR/t');
  });
});

describe('measures', () => {
  // This park chooses no charge; the sums over feeds are held against their figures in `charges.test.ts`.
  const own = REGISTER.filter((kpi) => kpi.measure !== undefined && !CHARGE_KPIS.includes(kpi));
  it.each(own.map((kpi) => [kpi.id, kpi] as const))(
    '%s: the linear sums give the figure itself',
    (_, kpi) => {
      // Jobs bind more strictly than they are told when at least so many are promised.
      const measure = kpi.measure?.(plan.network, 'at most');
      if (measure === undefined) throw new Error('no measure in a plain park');
      const found = sum(measure.numerator) / (measure.denominator === null ? 1 : sum(measure.denominator));
      expect(found).toBeCloseTo(kpi.value(plan, 0).value ?? Number.NaN, 9);
    },
  );
  it('where the slices of a potline differ, each counts with its own 13 000 or 15 000 kWh', () => {
    const sliced = handNetwork({
      commodities: { electricity: { unit: 'MWh' }, 'liquid-aluminium': {} },
      processes: [
        {
          id: 'smelter',
          group: 'metal',
          size: { staff: sourced(1) },
          segments: [
            { share: 0.9, flows: { 'liquid-aluminium': 1, electricity: -13 } },
            { share: 0.2, flows: { 'liquid-aluminium': 1, electricity: -15 } },
          ],
        },
        { id: 'grid', kind: 'buy', flows: { electricity: 1 } },
      ],
    });
    expect(kpiByName('specific energy')?.measure?.(sliced)).toEqual({
      numerator: [
        { of: 'process', index: 0, part: 0, coefficient: 13_000 },
        { of: 'process', index: 0, part: 1, coefficient: 15_000 },
      ],
      denominator: [{ of: 'process', index: 0, coefficient: 1 }],
    });
    // The renewable share is counted by supply; a smelter is none.
    expect(kpiByName('renewable share')?.measure?.(sliced)?.denominator).toEqual([
      { of: 'process', index: 1, coefficient: 1 },
    ]);
  });
});
