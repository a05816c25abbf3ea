/**
 * A park small enough for paper: wind, battery, grid, smelter, dross; a "year" of four hours of weight one.
 *
 *   hour                              0     1     2     3   year
 *   wind could give (300 MW)        300   150    30   240    720 MWh
 *   wind gives                      255   150    30   180    615      curtailed 45 + 0 + 0 + 60 = 105
 *   bought from the grid              0     0    20     0     20
 *   sold to the grid                  0     0     0    40     40
 *   smelter, 10 t/h × 14 MWh/t      140   140   140   140    560      40 t of metal
 *   battery charges                 115    10     0     0    125
 *   battery discharges                0     0    90     0     90      lost 35
 *   content: + 0.8 × charge − discharge ÷ 0.9
 *                                    92   100     0     0
 *   check: 615 + 20 − 40 = 595 = 560 + 35
 *
 * Money of the year, USD:
 *   wind      300 MW × (5 + 1) = 1500 + 300, 615 MWh × 2 = 1230
 *   battery   100 MWh × (2 + 0.5) = 200 + 50, 115 MW × 1 = 115
 *   smelter   10 t/h × (100 + 20) = 1000 + 200, 40 t × 3 = 120
 *   alumina   40 × 1.92 = 76.8 t × 400 = 30 720;  grid 20 MWh × 60 × 1.5 (shape of hour 2) = 1800
 *   dross     40 × 0.02 = 0.8 t: 0.5 t sold at 100 = −50, 0.3 t to landfill at 50 = 15
 *   capital 2815, fixed 550, variable 1350, bought 32 520, waste 15: annual cost 37 250
 *   revenue   metal 40 × 2500 = 100 000, power 40 × 30 = 1200, dross 50: 101 250;  net cost −64 000
 */
import type { Network } from '../src/network/network.ts';
import type { Plan } from '../src/plan/plan.ts';
import { type HandPhase, type HandSpec, handNetwork, handPlan, sourced } from './hand-network.ts';

export const HAND_PARK: HandSpec = {
  commodities: {
    electricity: { title: 'Electricity', unit: 'MWh', kind: 'energy' },
    alumina: { title: 'Alumina', balance: 'day', composition: { Al: 0.529, mass: 1 } },
    'liquid-aluminium': {
      title: 'Liquid aluminium',
      balance: 'day',
      kind: 'product',
      composition: { Al: 1, mass: 1 },
    },
    dross: { title: 'Dross', balance: 'year', kind: 'waste', composition: { Al: 0.5, mass: 1 } },
    'carbon-dioxide': { title: 'Carbon dioxide', balance: 'none', kind: 'air', gas: 'CO2' },
    'carbon-tetrafluoride': { title: 'Carbon tetrafluoride', balance: 'none', kind: 'air', gas: 'CF4' },
  },
  series: { 'works/wind': [[1, 0.5, 0.1, 0.8]], 'price shape': [[1, 1, 1.5, 1]] },
  processes: [
    {
      id: 'wind',
      title: 'Wind farm',
      group: 'power',
      flows: { electricity: 1 },
      size: {
        annuity: 5,
        fixedCost: 1,
        overnight: 50,
        max: 500,
        staff: sourced(0.2, 'persons/MW', [0.1, 0.3]),
        land: 10,
        group: 'power',
        shown: { unit: 'GW', factor: 0.001 },
      },
      weather: 'works/wind',
      variableCost: 2,
      renewable: 1,
    },
    {
      id: 'smelter',
      title: 'Smelter',
      group: 'metal',
      of: 'liquid-aluminium',
      period: 'hour',
      flows: [
        { of: 'liquid-aluminium', amount: 1 },
        { of: 'electricity', amount: -14 },
        { of: 'alumina', amount: -1.92 },
        { of: 'dross', amount: 0.02 },
        { of: 'carbon-dioxide', amount: 1.5, cause: 'anode consumption' },
        { of: 'carbon-tetrafluoride', amount: 0.0001, cause: 'anode effects' },
      ],
      size: {
        unit: 't/h',
        annuity: 100,
        fixedCost: 20,
        overnight: 1000,
        staff: sourced(5, 'persons/(t/h)', [3, 8]),
        group: 'metal',
        shown: { unit: 'kt/a', factor: 8.76 },
      },
      minimumShare: 0.75,
      ramp: 0.1,
      yearShare: 1,
      variableCost: 3,
      // Per 8 760 hours; the four hours of this "year" ask for 87 600 × 4 ÷ 8760 = 40 t.
      output: 87_600,
    },
    {
      id: 'alumina',
      title: 'Alumina bought',
      kind: 'buy',
      flows: { alumina: 1 },
      variableCost: 400,
      carbon: 1.2,
    },
    {
      id: 'grid',
      title: 'Grid electricity',
      kind: 'buy',
      flows: { electricity: 1 },
      variableCost: 60,
      priceShape: 'price shape',
      maxRate: 20,
      carbon: 0.8,
      renewable: 0.1,
    },
    {
      id: 'to grid',
      title: 'Electricity sold',
      kind: 'sell',
      flows: { electricity: -1 },
      variableCost: -30,
      // 40 MWh in four hours.
      maxPerYear: 87_600,
    },
    {
      id: 'metal',
      title: 'Metal sold',
      kind: 'sell',
      flows: { 'liquid-aluminium': -1 },
      variableCost: -2500,
    },
    {
      id: 'dross buyer',
      title: 'Dross to a remelter',
      kind: 'fate',
      flows: { dross: -1 },
      variableCost: -100,
      // 0.5 t in four hours.
      maxPerYear: 1095,
    },
    {
      id: 'landfill',
      title: 'Dross to landfill',
      kind: 'fate',
      flows: { dross: -1 },
      variableCost: 50,
      maxOverHorizon: 3,
      useful: false,
    },
  ],
  stores: [
    {
      id: 'battery',
      title: 'Battery',
      holds: 'electricity',
      content: { annuity: 2, fixedCost: 0.5, overnight: 20 },
      powerSize: { annuity: 1, overnight: 10 },
      chargeEfficiency: 0.8,
      dischargeEfficiency: 0.9,
    },
  ],
};

export const HAND_PHASE: HandPhase = {
  built: { wind: 300, smelter: 10, 'battery/content': 100, 'battery/power': 115 },
  activity: {
    wind: [255, 150, 30, 180],
    smelter: [10, 10, 10, 10],
    // Day, day, and year periods of four hours: 76.8 ÷ 4, 40 ÷ 4, 0.5 ÷ 4, 0.3 ÷ 4.
    alumina: [19.2],
    metal: [10],
    'dross buyer': [0.125],
    landfill: [0.075],
    grid: [0, 0, 20, 0],
    'to grid': [0, 0, 0, 40],
  },
  stores: { battery: { level: [92, 100, 0, 0], charge: [115, 10, 0, 0], discharge: [0, 0, 90, 0] } },
};

export const handParkNetwork = (more: Partial<HandSpec> = {}): Network =>
  handNetwork({ ...HAND_PARK, ...more });
export const handParkPlan = (network: Network = handParkNetwork()): Plan =>
  handPlan(network, [HAND_PHASE], -64_000);

/**
 * The same park that sells no power: wind gives 140 in hour 3 (575 in all, curtailed 145), so wind's variable cost is
 * 1150, annual cost 37 170, revenue 100 050, net cost −62 880.
 */
export const islandPlan = (network: Network = handParkNetwork()): Plan =>
  handPlan(
    network,
    [
      {
        ...HAND_PHASE,
        activity: { ...HAND_PHASE.activity, wind: [255, 150, 30, 140], 'to grid': [0, 0, 0, 0] },
      },
    ],
    -62_880,
  );
