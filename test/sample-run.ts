/**
 * A whole run typed in by hand, for what shows runs: a park of 300 kt/a with loops (butts, scrap, dross), a year of hours
 * with wind, sun, a battery and a limited grid, whose dispatch follows a simple rule instead of a solver.
 * In: changes to the finished run. Out: a `Run`. Recipes are round numbers near the published ones; nothing is asserted
 * about them, only about how they are told.
 */
import type { Network } from '../src/network/network.ts';
import type { Plan } from '../src/plan/plan.ts';
import type { Run } from '../src/run/run.ts';
import type { Sourced } from '../src/units/grade.ts';
import { handGrid, handNetwork, handPlan } from './hand-network.ts';

const HOURS = 8760;
const persons = (value: number): Sourced => ({
  value,
  unit: 'persons',
  range: [value * 0.7, value * 1.5],
  source: 'CREW',
  grade: 'judgement',
});

/** Wind of three overlaid rhythms and sun by hour and season: smooth, repeatable, with a long lull in January. */
const wind = Array.from({ length: HOURS }, (_, h) => {
  const lull = h > 260 && h < 420 ? 0.12 : 1;
  return Math.max(
    0.02,
    Math.min(
      0.97,
      (0.42 + 0.25 * Math.sin(h / 31) + 0.2 * Math.sin(h / 11 + 1) + 0.1 * Math.cos(h / 900)) * lull,
    ),
  );
});
const sun = Array.from({ length: HOURS }, (_, h) => {
  const season = 0.62 - 0.33 * Math.cos((2 * Math.PI * (h / 24 - 10)) / 365);
  return Math.max(0, Math.sin((Math.PI * ((h % 24) - 6)) / 12)) * season;
});

function sampleNetwork(): Network {
  const solid = { unit: 't', balance: 'year' } as const;
  const air = { unit: 't', balance: 'none', kind: 'air' } as const;
  const network = handNetwork({
    commodities: {
      electricity: { title: 'Electricity', unit: 'MWh', balance: 'hour', kind: 'energy', colour: '#e69f00' },
      'natural-gas': {
        title: 'Natural gas',
        unit: 'MWh',
        balance: 'year',
        kind: 'energy',
        colour: '#d55e00',
      },
      steam: { title: 'Steam', unit: 'MWh', balance: 'year', kind: 'energy', colour: '#cc79a7' },
      bauxite: { ...solid, title: 'Bauxite', colour: '#a0522d' },
      'caustic-soda': { ...solid, title: 'Caustic soda', colour: '#5aa9a3' },
      alumina: { ...solid, title: 'Alumina', colour: '#c9b79c' },
      'calcined-coke': { ...solid, title: 'Calcined coke', colour: '#555555' },
      pitch: { ...solid, title: 'Pitch', colour: '#333333' },
      'baked-anode': { ...solid, title: 'Baked anodes', colour: '#666666' },
      'anode-butts': { ...solid, title: 'Anode butts', colour: '#999999' },
      'liquid-aluminium': { ...solid, title: 'Liquid aluminium', colour: '#7b9fc4' },
      billet: { ...solid, title: 'Billet', colour: '#56b4e9', kind: 'product' },
      'extruded-profile': { ...solid, title: 'Extruded profiles', colour: '#009e73', kind: 'product' },
      'new-scrap': { ...solid, scrap: 'new', title: 'New scrap', colour: '#8fbc8f' },
      'bauxite-residue': { ...solid, title: 'Bauxite residue', colour: '#b5533c', kind: 'waste' },
      dross: { ...solid, title: 'Dross', colour: '#8d7f9e', kind: 'waste' },
      'carbon-dioxide': { ...air, title: 'Carbon dioxide', gas: 'CO2' },
      'carbon-tetrafluoride': { ...air, title: 'Carbon tetrafluoride', gas: 'CF4' },
    },
    sites: ['Bauxite field', 'Works at Pavlodar', 'Steppe wind'],
    series: { wind: [wind], 'solar-fixed': [sun] },
    phases: [
      {
        id: 'one',
        from: 2030,
        years: 20,
        weight: 8.5136,
        grid: { ...handGrid([[HOURS, 1]], 24), start: '2030-01-01T00:00:00Z', timeZone: 'Asia/Almaty' },
      },
    ],
    processes: [
      {
        id: 'mine',
        title: 'Bauxite mine',
        group: 'mine',
        library: 'bauxite-mine',
        flows: { bauxite: 1, electricity: -0.008 },
        variableCost: 9,
        size: {
          unit: 't/h',
          shown: { unit: 'kt/a', factor: 8.76 },
          max: 250,
          annuity: 90000,
          overnight: 700000,
          fixedCost: 20000,
          staff: persons(4),
        },
      },
      {
        id: 'rail',
        title: 'Rail to the works',
        kind: 'link',
        flows: [
          { of: 'bauxite', at: 'Bauxite field', amount: -1 },
          { of: 'bauxite', at: 'Works at Pavlodar', amount: 0.998 },
        ],
        variableCost: 14,
      },
      {
        id: 'refinery',
        title: 'Bayer-sinter refinery',
        group: 'alumina',
        library: 'bayer-sinter-refinery',
        at: 'Works at Pavlodar',
        flows: [
          { of: 'alumina', amount: 1 },
          { of: 'bauxite', amount: -2.7 },
          { of: 'caustic-soda', amount: -0.09 },
          { of: 'steam', amount: -2.4 },
          { of: 'natural-gas', amount: -1.1 },
          { of: 'electricity', amount: -0.25 },
          { of: 'bauxite-residue', amount: 1.5 },
          { of: 'carbon-dioxide', amount: 0.22, cause: 'fuel' },
          { of: 'carbon-dioxide', amount: 0.4, cause: 'limestone' },
        ],
        variableCost: 20,
        size: {
          unit: 't/h',
          shown: { unit: 'kt/a', factor: 8.76 },
          max: 90,
          annuity: 1.3e6,
          overnight: 1.2e7,
          fixedCost: 3e5,
          staff: persons(7),
        },
      },
      {
        id: 'boiler',
        title: 'Gas boiler',
        group: 'heat',
        library: 'gas-boiler',
        at: 'Works at Pavlodar',
        flows: [
          { of: 'steam', amount: 1 },
          { of: 'natural-gas', amount: -1.1 },
          { of: 'carbon-dioxide', amount: 0.222, cause: 'fuel' },
        ],
        size: { max: 400, annuity: 12000, overnight: 110000, fixedCost: 3000 },
      },
      {
        id: 'anodes',
        title: 'Anode plant',
        group: 'carbon',
        library: 'anode-plant',
        at: 'Works at Pavlodar',
        flows: [
          { of: 'baked-anode', amount: 1 },
          { of: 'calcined-coke', amount: -0.68 },
          { of: 'pitch', amount: -0.16 },
          { of: 'anode-butts', amount: -0.2 },
          { of: 'natural-gas', amount: -0.7 },
          { of: 'electricity', amount: -0.14 },
          { of: 'carbon-dioxide', amount: 0.25, cause: 'fuel' },
        ],
        size: {
          unit: 't/h',
          shown: { unit: 'kt/a', factor: 8.76 },
          max: 25,
          annuity: 800000,
          overnight: 7e6,
          fixedCost: 2e5,
          staff: persons(9),
        },
      },
      {
        id: 'smelter',
        title: 'Prebake potline',
        group: 'metal',
        library: 'prebake-potline',
        at: 'Works at Pavlodar',
        period: 'hour',
        minimumShare: 0.75,
        output: 300000,
        flows: [
          { of: 'liquid-aluminium', amount: 1 },
          { of: 'alumina', amount: -1.93 },
          { of: 'baked-anode', amount: -0.51 },
          { of: 'anode-butts', amount: 0.1 },
          { of: 'electricity', amount: -13.6 },
          { of: 'carbon-dioxide', amount: 1.5, cause: 'anode consumption' },
          { of: 'carbon-tetrafluoride', amount: 0.00002, cause: 'anode effects' },
        ],
        variableCost: 97,
        size: {
          unit: 't/h',
          shown: { unit: 'kt/a', factor: 8.76 },
          fixed: true,
          min: 34.2466,
          max: 34.2466,
          annuity: 3.5e6,
          overnight: 3.4e7,
          fixedCost: 9e5,
          staff: persons(16),
        },
      },
      {
        id: 'casthouse',
        title: 'Casthouse',
        group: 'cast',
        library: 'casthouse',
        at: 'Works at Pavlodar',
        flows: [
          { of: 'billet', amount: 1 },
          { of: 'liquid-aluminium', amount: -1.012 },
          { of: 'dross', amount: 0.015 },
          { of: 'natural-gas', amount: -0.4 },
          { of: 'carbon-dioxide', amount: 0.08, cause: 'fuel' },
        ],
        variableCost: 25,
        size: {
          unit: 't/h',
          shown: { unit: 'kt/a', factor: 8.76 },
          max: 60,
          wholeUnit: 12,
          annuity: 250000,
          overnight: 2.2e6,
          fixedCost: 80000,
          staff: persons(5),
        },
      },
      {
        id: 'extrusion',
        title: 'Extrusion presses',
        group: 'semis',
        library: 'extrusion',
        at: 'Works at Pavlodar',
        flows: [
          { of: 'extruded-profile', amount: 1 },
          { of: 'billet', amount: -1.3 },
          { of: 'new-scrap', amount: 0.3 },
          { of: 'electricity', amount: -0.8 },
        ],
        variableCost: 60,
        size: {
          unit: 't/h',
          shown: { unit: 'kt/a', factor: 8.76 },
          max: 12,
          annuity: 900000,
          overnight: 8e6,
          fixedCost: 3e5,
          staff: persons(40),
        },
      },
      {
        id: 'remelt',
        title: 'Scrap remelt',
        group: 'recycling',
        library: 'scrap-remelt',
        at: 'Works at Pavlodar',
        flows: [
          { of: 'liquid-aluminium', amount: 1 },
          { of: 'new-scrap', amount: -1.05 },
          { of: 'natural-gas', amount: -0.8 },
          { of: 'carbon-dioxide', amount: 0.16, cause: 'fuel' },
        ],
        size: {
          unit: 't/h',
          shown: { unit: 'kt/a', factor: 8.76 },
          max: 10,
          annuity: 120000,
          overnight: 1e6,
          fixedCost: 40000,
          staff: persons(6),
        },
      },
      {
        id: 'dross-plant',
        title: 'Dross recovery',
        group: 'recycling',
        library: 'dross-plant',
        at: 'Works at Pavlodar',
        flows: [
          { of: 'liquid-aluminium', amount: 0.5 },
          { of: 'dross', amount: -1 },
        ],
        of: 'dross',
        size: {
          unit: 't/h',
          shown: { unit: 'kt/a', factor: 8.76 },
          max: 2,
          annuity: 100000,
          overnight: 9e5,
          fixedCost: 30000,
        },
      },
      {
        id: 'wind',
        title: 'Wind farm',
        group: 'power',
        library: 'wind-farm',
        at: 'Steppe wind',
        period: 'hour',
        weather: 'wind',
        renewable: 1,
        flows: { electricity: 1 },
        size: {
          max: 3000,
          annuity: 125000,
          overnight: 1.25e6,
          fixedCost: 32000,
          staff: persons(0.1),
          land: 20,
        },
      },
      {
        id: 'line',
        title: 'Line from the steppe',
        kind: 'link',
        period: 'hour',
        flows: [
          { of: 'electricity', at: 'Steppe wind', amount: -1 },
          { of: 'electricity', at: 'Works at Pavlodar', amount: 0.97 },
        ],
        size: { group: 'power', max: 3000, annuity: 20000, overnight: 200000, fixedCost: 2000 },
      },
      {
        id: 'sun',
        title: 'Solar park',
        group: 'power',
        library: 'solar-park',
        at: 'Works at Pavlodar',
        period: 'hour',
        weather: 'solar-fixed',
        renewable: 1,
        flows: { electricity: 1 },
        size: { max: 600, annuity: 65000, overnight: 640000, fixedCost: 12000, staff: persons(0.1), land: 2 },
      },
      {
        id: 'grid',
        title: 'Grid electricity',
        kind: 'buy',
        library: 'grid',
        at: 'Works at Pavlodar',
        period: 'hour',
        flows: { electricity: 1 },
        maxRate: 250,
        carbon: 0.8,
        renewable: 0.1,
        variableCost: 62,
      },
      ...(['natural-gas', 'caustic-soda', 'calcined-coke', 'pitch'] as const).map((id, at) => ({
        id: `buy-${id}`,
        title: `${['Natural gas', 'Caustic soda', 'Calcined coke', 'Pitch'][at]}, bought`,
        kind: 'buy' as const,
        at: 'Works at Pavlodar',
        flows: { [id]: 1 },
        variableCost: [18, 480, 520, 800][at],
        carbon: [0.01, 1.1, 0.5, 0.4][at],
      })),
      {
        id: 'sell-billet',
        title: 'Billet to the EU',
        kind: 'sell',
        at: 'Works at Pavlodar',
        flows: { billet: -1 },
        variableCost: -2900,
      },
      {
        id: 'sell-profile',
        title: 'Profiles to Central Asia',
        kind: 'sell',
        at: 'Works at Pavlodar',
        flows: { 'extruded-profile': -1 },
        variableCost: -3600,
      },
      {
        id: 'cement',
        title: 'Cement works',
        kind: 'fate',
        at: 'Works at Pavlodar',
        flows: { 'bauxite-residue': -1 },
        maxPerYear: 300000,
        variableCost: 5,
        useful: true,
      },
      {
        id: 'storage',
        title: 'Residue storage',
        kind: 'fate',
        at: 'Works at Pavlodar',
        flows: { 'bauxite-residue': -1 },
        maxOverHorizon: 6e7,
        variableCost: 12,
        useful: false,
      },
    ],
    stores: [
      {
        id: 'battery',
        title: 'Battery',
        library: 'battery',
        holds: 'electricity',
        at: 'Works at Pavlodar',
        chargeEfficiency: 0.96,
        dischargeEfficiency: 0.96,
        content: { max: 6000, annuity: 20000, overnight: 180000, fixedCost: 2000 },
        powerSize: { max: 1500, annuity: 12000, overnight: 110000, fixedCost: 1000 },
      },
    ],
    claims: [],
  });
  return { ...network, title: 'Green aluminium park, phase one' };
}

/** Weather first, then battery, then grid; the potline gives way down to 75 %; the rest is curtailed or not served. */
function samplePlan(network: Network): Plan {
  const built = {
    mine: 190,
    refinery: 66.1,
    boiler: 160,
    anodes: 17.5,
    smelter: 34.2466,
    casthouse: 36,
    extrusion: 6,
    remelt: 1.8,
    'dross-plant': 0.6,
    wind: 900,
    line: 850,
    sun: 600,
    'battery/content': 2400,
    'battery/power': 400,
  };
  const rows = {
    smelter: [] as number[],
    wind: [] as number[],
    line: [] as number[],
    sun: [] as number[],
    grid: [] as number[],
  };
  const battery = { level: [] as number[], charge: [] as number[], discharge: [] as number[] };
  const other = 190 * 0.008 + 66.1 * 0.25 + 17.2 * 0.14 + 6 * 0.8;
  let level = 1200;
  for (let h = 0; h < HOURS; h++) {
    const offered = wind[h] * 900 * 0.97;
    const bright = sun[h] * 600;
    const full = 34.2466 * 13.6;
    let need = full + other - offered - bright;
    let charge = 0;
    let discharge = 0;
    if (need < 0) charge = Math.min(-need, 400, (2400 - level) / 0.96);
    else discharge = Math.min(need, 400, level * 0.96);
    level += charge * 0.96 - discharge / 0.96;
    need = need + charge - discharge;
    const bought = Math.max(0, Math.min(250, need));
    const short = Math.max(0, need - bought);
    const made = Math.max(0.75 * full, full - short);
    const spare = Math.max(0, -need);
    const sunUsed = Math.max(0, bright - spare);
    const windUsed = Math.max(0, offered - Math.max(0, spare - bright));
    rows.smelter.push(made / 13.6);
    rows.wind.push(windUsed / 0.97);
    rows.line.push(windUsed / 0.97);
    rows.sun.push(sunUsed);
    rows.grid.push(bought);
    battery.level.push(level);
    battery.charge.push(charge);
    battery.discharge.push(discharge);
  }
  const metal = rows.smelter.reduce((sum, rate) => sum + rate, 0) / HOURS;
  const rate = (value: number): number[] => [value];
  const [alumina, anode] = [1.93 * metal, 0.51 * metal];
  // Billet b, profiles 6 t/h: liquid = metal + remelt + half the dross; dross 0.015 b.
  const remelt = (0.3 * 6) / 1.05;
  const billet = (metal + remelt) / (1.012 - 0.0075);
  const residue = 1.5 * alumina;
  const gas = 1.1 * alumina + 1.1 * 2.4 * alumina + 0.7 * anode + 0.4 * billet + 0.8 * remelt;
  const yearly: Record<string, number> = {
    mine: (2.7 * alumina) / 0.998,
    rail: (2.7 * alumina) / 0.998,
    refinery: alumina,
    boiler: 2.4 * alumina,
    anodes: anode,
    casthouse: billet,
    extrusion: 6,
    remelt,
    'dross-plant': 0.015 * billet,
    'buy-natural-gas': gas,
    'buy-caustic-soda': 0.09 * alumina,
    'buy-calcined-coke': 0.68 * anode,
    'buy-pitch': 0.16 * anode,
    'sell-billet': billet - 7.8,
    'sell-profile': 6,
    cement: Math.min(residue, 300000 / HOURS),
    storage: Math.max(0, residue - 300000 / HOURS),
  };
  const activity = {
    ...rows,
    ...Object.fromEntries(Object.entries(yearly).map(([id, value]) => [id, rate(value)])),
  };
  const plan = handPlan(
    network,
    [{ built, activity, stores: { battery }, shortfall: { smelter: 0 } }],
    4.2e9,
  );
  const shown = plan.phases[0];
  shown.price.forEach((prices, node) => {
    if (network.commodities[network.nodes[node].commodity].id !== 'electricity') return;
    for (let h = 0; h < HOURS; h++)
      prices[h] =
        rows.grid[h] >= 250 ? 95 : rows.grid[h] > 0 ? 62 : rows.sun[h] + rows.wind[h] > 500 ? 0 : 20;
  });
  shown.capacityPrice[network.capacities.findIndex((c) => c.id === 'sun/output')] = 14000;
  return plan;
}

export function sampleRun(change: Partial<Run> = {}): Run {
  const network = sampleNetwork();
  const plan = samplePlan(network);
  const capacities = network.capacities.map((capacity, at) => ({
    plant: capacity.owner,
    title: capacity.title,
    of: capacity.of,
    group: capacity.group,
    site: network.sites[capacity.site].title,
    phase: 'one',
    built: plan.phases[0].built[at] * capacity.shown.factor,
    existing: 0,
    min: capacity.min * capacity.shown.factor,
    max: Number.isFinite(capacity.max) ? capacity.max * capacity.shown.factor : null,
    unit: capacity.shown.unit,
    units:
      capacity.wholeUnit === null
        ? null
        : {
            size: capacity.wholeUnit * capacity.shown.factor,
            count: Math.round(plan.phases[0].built[at] / capacity.wholeUnit),
            continuous: 2.6,
          },
    atLimit: capacity.fixed
      ? ('fixed' as const)
      : plan.phases[0].built[at] >= capacity.max - 1e-9
        ? ('max' as const)
        : null,
    shadowPrice: plan.phases[0].capacityPrice[at] / capacity.shown.factor,
    shadowPriceUnit: `${network.money.currency}/a per ${capacity.shown.unit}`,
  }));
  return {
    status: 'optimal',
    id: '4f1c9a7be2d0',
    manifest: {
      park: 'a1b2c3',
      library: 'd4e5f6',
      version: '0.1.0',
      solver: 'interior point',
      tolerance: 1e-7,
      hours: HOURS,
    },
    stages: [
      { stage: 'network', seconds: 0.2, size: '12 plants, 1 store' },
      { stage: 'solve', seconds: 4.1, size: '96 000 columns, 88 000 rows' },
    ],
    issues: [],
    park: null,
    library: {
      commodities: {},
      plants: {},
      stores: {},
      links: {},
      markets: {},
      fates: {},
      skills: {},
      sources: {
        CREW: { key: 'CREW', reference: 'Crews of comparable smelters, company reports, 2019–2024' },
      },
      factors: { exchange: {}, deflator: {}, gwp: {}, operation: {} },
      texts: {},
    },
    network,
    program: null,
    solution: {
      status: 'optimal',
      x: new Float64Array(0),
      y: new Float64Array(0),
      z: new Float64Array(0),
      objective: 4.2e9,
      iterations: 31,
      seconds: 4.1,
      certificate: {
        primalResidual: 2.1e-9,
        dualResidual: 8.4e-10,
        gap: 3.3e-9,
        primalAbsolute: 1e-5,
        dualAbsolute: 1e-6,
        gapAbsolute: 14,
      },
      solver: 'interior point',
      message: '',
    },
    plan,
    explanation: null,
    verification: {
      holds: true,
      largestGap: {
        what: 'balance',
        where: 'electricity at Works at Pavlodar, 14 Jan 03:00',
        absolute: 3e-6,
        unit: 'MW',
        relative: 6.2e-9,
      },
      gaps: [
        {
          what: 'balance',
          where: 'electricity at Works at Pavlodar, 14 Jan 03:00',
          absolute: 3e-6,
          unit: 'MW',
          relative: 6.2e-9,
        },
      ],
      checked: 412345,
      notices: ['Battery charges and discharges at once in 3 of 8760 hours.'],
    },
    register: [],
    kpis: [
      [
        {
          id: 'levelised-cost-of-aluminium',
          title: 'Levelised cost of aluminium',
          value: 2143.7,
          unit: 'USD/t',
          definition: 'All yearly cost less other sales, divided by metal cast.',
          group: 'cost',
          range: [1880, 2610],
        },
        {
          id: 'net-present-cost',
          title: 'Net present cost',
          value: 4.2e9,
          unit: 'USD',
          definition: 'Over the horizon.',
          group: 'cost',
        },
        {
          id: 'carbon-footprint-of-aluminium',
          title: 'Carbon footprint of aluminium',
          value: 6.43,
          unit: 't CO2e/t',
          definition: 'Cradle to gate, AR5.',
          group: 'carbon',
        },
        {
          id: 'renewable-share-of-electricity',
          title: 'Renewable share of electricity',
          value: 84.31,
          unit: '%',
          definition: 'Named renewable supply used over all electricity used in the park.',
          group: 'energy',
        },
        {
          id: 'renewable-capacity',
          title: 'Renewable capacity',
          value: 1500,
          unit: 'MW',
          definition: 'Wind and sun that stand.',
          group: 'energy',
        },
        {
          id: 'permanent-jobs',
          title: 'Permanent jobs',
          value: 3120,
          unit: 'persons',
          definition: 'Standing jobs in the fence.',
          group: 'people',
          range: [2180, 4680],
        },
        {
          id: 'aluminium',
          title: 'Aluminium made',
          value: 291000,
          unit: 't/a',
          definition: 'Liquid metal from the potlines.',
          group: 'output',
        },
        {
          id: 'residue-used',
          title: 'Residue used',
          value: 34.6,
          unit: '%',
          definition: 'Bauxite residue that goes to a use.',
          group: 'loops',
        },
        {
          id: 'unknown',
          title: 'Water drawn',
          value: null,
          unit: 'm3/t',
          definition: 'Fresh water.',
          group: 'land and water',
          note: 'no plant states its water',
        },
      ],
    ],
    capacities,
    // The casthouse comes in units of 12 t/h: three of them, where 2.6 would do. 10 million over a weight of 8.5136.
    rounding: {
      method: 'exact',
      continuous: 4.19e9,
      whole: 4.2e9,
      bound: 4.2e9,
      unit: 'USD 2025, net present',
      costPerYear: 1.1746e6,
      costPerYearUnit: 'USD/a',
      share: 0.0023866,
      gap: 0,
      choices: 0,
    },
    promises: [
      {
        id: 'renewable share',
        kpi: 'renewable-share-of-electricity',
        title: 'renewable share of electricity',
        value: 84.31,
        target: 80,
        year: 2030,
        unit: '%',
        sense: 'at least',
        status: 'kept',
        margin: 4.31,
        bound: true,
        price: 125000,
        paysFor: [],
        periods: [],
        to: null,
        note: '',
        warning: '',
      },
      {
        id: 'jobs',
        kpi: 'permanent-jobs',
        title: 'permanent jobs',
        value: 3120,
        target: 10000,
        year: 2032,
        unit: 'persons',
        sense: 'at least',
        status: 'broken',
        margin: -6880,
        bound: false,
        price: null,
        paysFor: [],
        periods: [],
        to: 'Government of Kazakhstan',
        note: 'counted inside the fence; construction is not counted',
        warning: '',
      },
      {
        id: 'footprint',
        kpi: 'carbon-footprint-of-aluminium',
        title: 'carbon footprint of aluminium',
        value: 6.43,
        target: 6.5,
        year: 2030,
        unit: 't CO2e/t',
        sense: 'at most',
        status: 'at risk',
        margin: 0.07,
        bound: false,
        price: null,
        paysFor: [],
        periods: [],
        to: 'Buyers',
        note: 'the range of the inputs crosses the target',
        warning: '',
      },
    ],
    claims: [
      {
        id: '3gw',
        claim: '3 GW of renewables give 80 % of the electricity',
        stated: 80,
        found: 66.2,
        unit: '%',
        verdict: 'does not hold',
        by: 'trade press 2025-06',
        note: '',
        readings: [
          { reading: 'of the smelter alone', found: 69.8, verdict: 'does not hold' },
          { reading: 'of the whole park', found: 66.2, verdict: 'does not hold' },
        ],
      },
      {
        id: 'metal',
        claim: 'aluminium made',
        stated: 290000,
        found: 291000,
        unit: 't/a',
        verdict: 'holds',
        by: 'investor',
        note: '',
        readings: [],
      },
    ],
    weather: ['Synthetic weather of 2025, seed 2025: statistics of the climate, no measured hour.'],
    assumed: [
      {
        id: 'caustic',
        text: 'caustic soda is bought at the library’s price, 480 USD/t (judgement)',
        path: 'buy',
      },
    ],
    message: 'Proven optimal within 3e-9.',
    ...change,
  };
}
