/**
 * Storage of every duration against what can be worked out on paper, with the library's own efficiencies; and goods as stores
 * of electricity: what is made in cheap hours is used in dear ones.
 */
import { describe, expect, it } from 'vitest';
import type { LibraryStore } from '../../src/park/library.ts';
import type { Run } from '../../src/run/run.ts';
import { handGrid, handNetwork } from '../hand-network.ts';
import { ownLibrary, planText } from '../plan-text.ts';
import { solveNetwork } from '../solve-network.ts';

const share = ({ value }: LibraryStore['chargeEfficiency']): number => Number.parseFloat(value) / 100;
const ELECTRIC = Object.values(ownLibrary().stores).filter(({ holds }) => holds === 'electricity');

describe('stores of electricity under a source that blows every other block of hours', () => {
  it('the library has them from hours to days', () => {
    expect(ELECTRIC.map(({ id }) => id).sort()).toEqual(['battery', 'hot-sand', 'iron-air', 'pumped-hydro']);
  });

  // A load of 1, a source that gives in k hours and not in the next k: it charges 1 ÷ (ηc ηd) and holds k ÷ ηd at the end, so
  // the source is 1 + 1 ÷ (ηc ηd) large. Standing losses are left out: they have tests of their own.
  it.each(ELECTRIC.map((store) => [store.id, store] as const))('%s: sizes by hand', async (_, store) => {
    const [into, out] = [share(store.chargeEfficiency), share(store.dischargeEfficiency)];
    expect(into * out).toBeGreaterThan(0.4);
    for (const block of [1, 6]) {
      const hours = 2 * block;
      const network = handNetwork({
        commodities: { electricity: { unit: 'MWh', kind: 'energy' } },
        series: { wind: [Array.from({ length: hours }, (__, hour) => (hour < block ? 1 : 0))] },
        phases: [{ grid: handGrid([[hours, 1]]) }],
        processes: [
          { id: 'wind', flows: { electricity: 1 }, size: { annuity: 100 }, weather: 'wind' },
          { id: 'load', flows: { electricity: -1 }, size: { min: 1, max: 1, fixed: true }, output: 8760 },
        ],
        stores: [
          {
            id: 'store',
            holds: 'electricity',
            chargeEfficiency: into,
            dischargeEfficiency: out,
            content: { annuity: 1 },
            powerSize: { annuity: 1 },
          },
        ],
      });
      const { plan, verification } = await solveNetwork(network);
      const [wind, , content, power] = plan.phases[0].capacities;
      expect(wind).toBeCloseTo(1 + 1 / (into * out), 5);
      expect(power).toBeCloseTo(1 / (into * out), 5);
      expect(content).toBeCloseTo(block / out, 5);
      // Zero profit: what the source earns over the hours is what it costs, and so is what the store earns.
      const [price, rates] = [plan.phases[0].price[0], plan.phases[0].activity[0][0]];
      const earned = rates.reduce((sum, rate, hour) => sum + rate * price[hour], 0);
      expect(earned).toBeCloseTo(100 * wind, 3);
      const [charge, discharge] = [plan.phases[0].charge[0], plan.phases[0].discharge[0]];
      const spread = price.reduce((sum, each, hour) => sum + each * (discharge[hour] - charge[hour]), 0);
      expect(spread).toBeCloseTo(content + power, 3);
      expect(verification.holds).toBe(true);
    }
  });

  it('from battery to iron-air an hour of content gets cheaper and a megawatt dearer', () => {
    const cost = (id: string, of: 'energyCost' | 'powerCost') =>
      Number.parseFloat(ownLibrary().stores[id][of]!.overnight.value);
    // Printed figures: USD and EUR of 2025 per kWh and kW; a euro is more than a dollar, which only sharpens the order of power.
    expect(cost('battery', 'energyCost')).toBeGreaterThan(3 * cost('iron-air', 'energyCost'));
    expect(cost('iron-air', 'energyCost')).toBeGreaterThan(cost('hot-sand', 'energyCost'));
    expect(cost('hot-sand', 'energyCost')).toBeGreaterThan(3 * cost('hydrogen-cavern', 'energyCost'));
    expect(cost('iron-air', 'powerCost')).toBeGreaterThan(10 * cost('battery', 'powerCost'));
  });
});

/** MW of a process in hours whose local clock is within the hours, and outside of them. */
function meanRates(run: Run, id: string, from: number, to: number): { within: number; outside: number } {
  const { network, phases } = run.plan!;
  const index = network.processes.findIndex((process) => process.id === id);
  const sums = { within: [0, 0], outside: [0, 0] };
  const { grid } = network.phases[0];
  const { of } = grid.periods[network.processes[index].period];
  for (let step = 0; step < grid.steps; step++) {
    // Almaty is five hours ahead of UTC.
    const hour = (grid.sourceHour[step] + 5) % 24;
    const at = sums[hour >= from && hour < to ? 'within' : 'outside'];
    at[0] += phases[0].activity[index].reduce((sum, rates) => sum + rates[of[step]], 0);
    at[1] += 1;
  }
  return { within: sums.within[0] / sums.within[1], outside: sums.outside[0] / sums.outside[1] };
}

const largestSwing = (run: Run, id: string): number => {
  const { network, phases } = run.plan!;
  const level = phases[0].level[network.stores.findIndex((store) => store.id === id)];
  return Math.max(...level) - Math.min(...level);
};

describe('goods as stores of electricity', () => {
  // Night at 20 and day, 7 to 23, at 120 USD/MWh.
  const tariff = '{ cost: 20 USD/MWh, tariff: [{ hours: 7-23, cost: 120 USD/MWh }] }';
  const even = '{ cost: 87 USD/MWh }';
  const smelter = (grid: string) => `
kombinat: 1
park: Metal in stock
sites: { works: { at: [51.7, 75.3] } }
plants:
  smelter: { plant: prebake-potline-modulating, capacity: 120 kt/a, output: 100 kt/a }
buy:
  alumina: 420 USD/t
  grid electricity: ${grid}
`;

  it('a potline with room makes its metal at night', async () => {
    const [moved, still] = [await planText(smelter(tariff)), await planText(smelter(even))];
    expect(moved.status, moved.message).toBe('optimal');
    const [a, b] = [moved, still].map((run) => meanRates(run, 'smelter', 7, 23));
    // Metal moves less than power: the last tonne of an hour takes more of it than the first.
    expect(a.outside).toBeGreaterThan(1.02 * a.within);
    expect(Math.abs(b.outside / b.within - 1)).toBeLessThan(0.01);
  });

  it('a refinery’s boilers and its alumina silo: dear hours are bridged by what was made before', async () => {
    // Slurry through the digesters is balanced over the day, so it is the steam that moves: the boiler runs at night.
    const works = (grid: string) => `
kombinat: 1
park: Steam in stock
sites: { works: { at: [51.7, 75.3] } }
plants:
  refinery: { plant: bayer-refinery, output: 500 kt/a }
  boiler: { plant: electrode-boiler }
stores:
  rock: { store: steam-store }
buy:
  bauxite: 45 USD/t
  grid electricity: ${grid}
  natural gas: 25 USD/MWh
`;
    const moved = await planText(works(tariff));
    expect(moved.status, moved.message).toBe('optimal');
    const { within, outside } = meanRates(moved, 'boiler', 7, 23);
    expect(outside).toBeGreaterThan(2 * within);
    expect(largestSwing(moved, 'rock')).toBeGreaterThan(8 * outside * 0.5);
    const still = await planText(works(even));
    expect(largestSwing(still, 'rock')).toBeLessThan(1e-3 * largestSwing(moved, 'rock'));
  });

  it('ingots in the yard: a dear February is bridged by metal of January, where sales are even', async () => {
    // Ingots are balanced over the month; what passes from one month into the next needs the yard.
    const park = (yard: string) => `
kombinat: 1
park: Ingots in stock
sites: { works: { at: [51.7, 75.3] } }
plants:
  smelter: { plant: prebake-potline-modulating, capacity: 115 kt/a }
  casthouse: { plant: casthouse-ingot, output: 100 kt/a }
stores:
  yard: { store: warehouse, of: ingot, capacity: ${yard} }
buy:
  alumina: 420 USD/t
  grid electricity: { cost: 20 USD/MWh, tariff: [{ months: feb, cost: 120 USD/MWh }] }
sell:
  ingot: { price: 2500 USD/t, max: 11.5 t/h }
`;
    const months = { hours: 59 * 24, consecutive: true };
    const [stocked, bare] = [
      await planText(park('{ max: 5 kt }'), months),
      await planText(park('0 t'), months),
    ];
    expect(stocked.status, stocked.message).toBe('optimal');
    // At the most what the potline makes above its mean in January: some 1.8 t/h in 739 hours.
    expect(largestSwing(stocked, 'yard')).toBeGreaterThan(300);
    expect(largestSwing(stocked, 'yard')).toBeLessThan(2000);
    const cost = (run: Run) => run.kpis[0].find(({ id }) => id === 'net-annual-cost')!.value!;
    expect(cost(stocked)).toBeLessThan(cost(bare));
  });
});
