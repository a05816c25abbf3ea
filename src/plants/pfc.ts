/**
 * How much CF4 and C2F6 do pots give, and what is that in CO2e?
 * In: method, technology, anode-effect minutes or overvoltage, current efficiency, metal, set of warming potentials. Out: kg
 * and t. Slope and overvoltage methods of IPCC 2006 Vol. 3 (equations 4.26 and 4.27) with the coefficients of Implementing
 * Regulation (EU) 2025/2547, Annex II B.7; without any measurement the default factors of table 4.15 (Tier 1); warming
 * potentials over 100 years of the IPCC assessment reports.
 */
import type { Model, Values } from './model.ts';

interface Technology {
  readonly name: string;
  /** kg CF4 per t of metal and anode-effect minute per pot and day. */
  readonly slope: number;
  /** C2F6 per CF4, by mass. */
  readonly weightShare: number;
  /** kg CF4 per t of metal and mV of anode-effect overvoltage, current efficiency in per cent; null: not published. */
  readonly overvoltage: number | null;
  readonly overvoltageShare: number;
  /** kg CF4 and C2F6 per t of metal where nothing was measured (Tier 1). */
  readonly unmeasured: readonly [number, number];
}

/** How the gases are found; index = value of the parameter. */
export const METHODS = ['measured', 'ipcc-tier-1'] as const;

/** Index = value of the parameter. Point-fed prebake counts as centre-worked for the overvoltage method. */
export const TECHNOLOGIES: readonly Technology[] = [
  {
    name: 'pfpb-modern',
    slope: 0.104,
    weightShare: 0.057,
    overvoltage: 1.16,
    overvoltageShare: 0.121,
    unmeasured: [0.4, 0.04],
  },
  {
    name: 'pfpb-legacy',
    slope: 0.122,
    weightShare: 0.097,
    overvoltage: 1.16,
    overvoltageShare: 0.121,
    unmeasured: [0.4, 0.04],
  },
  {
    name: 'cwpb',
    slope: 0.143,
    weightShare: 0.121,
    overvoltage: 1.16,
    overvoltageShare: 0.121,
    unmeasured: [0.4, 0.04],
  },
  {
    name: 'swpb',
    slope: 0.233,
    weightShare: 0.28,
    overvoltage: 3.65,
    overvoltageShare: 0.252,
    unmeasured: [1.6, 0.4],
  },
  {
    name: 'vss',
    slope: 0.058,
    weightShare: 0.086,
    overvoltage: null,
    overvoltageShare: 0,
    unmeasured: [0.8, 0.04],
  },
  {
    name: 'hss',
    slope: 0.165,
    weightShare: 0.077,
    overvoltage: null,
    overvoltageShare: 0,
    unmeasured: [0.4, 0.03],
  },
];

/** t CO2e per t. Index = value of the parameter. */
export const WARMING = [
  { name: 'AR5', cf4: 6630, c2f6: 11_100 },
  { name: 'AR6', cf4: 7380, c2f6: 12_400 },
  { name: 'AR4', cf4: 7390, c2f6: 12_200 },
  { name: 'SAR', cf4: 6500, c2f6: 9200 },
] as const;

/**
 * With an overvoltage given, the overvoltage method; else the slope method. Not a number where no coefficient exists. Tier 1
 * knows the technology alone.
 */
function perTonne(v: Values): { cf4: number; c2f6: number } {
  const technology = TECHNOLOGIES[v.technology];
  if (METHODS[v.method] === 'ipcc-tier-1') {
    const [cf4, c2f6] = technology.unmeasured;
    return { cf4, c2f6 };
  }
  const byOvervoltage = v.aeo > 0;
  const cf4 = byOvervoltage
    ? ((technology.overvoltage ?? Number.NaN) * v.aeo) / (100 * v['current-efficiency'])
    : technology.slope * v.aem;
  return { cf4, c2f6: cf4 * (byOvervoltage ? technology.overvoltageShare : technology.weightShare) };
}

function calculate(v: Values): Values {
  const each = perTonne(v);
  const cf4 = each.cf4 * v.metal;
  const c2f6 = each.c2f6 * v.metal;
  const gwp = WARMING[v.gwp];
  return { cf4, c2f6, co2e: (cf4 * gwp.cf4 + c2f6 * gwp.c2f6) / 1000 };
}

export const pfc: Model = {
  name: 'pfc',
  title: 'Perfluorocarbons of anode effects',
  about:
    'CF4 and C2F6 by the slope method, or by the overvoltage method where an overvoltage is given (IPCC 2006 Vol. 3; ' +
    'coefficients of Implementing Regulation (EU) 2025/2547). Tier 1 needs no measurement and overstates a modern line fortyfold.',
  parameters: [
    {
      key: 'method',
      title: 'Method',
      unit: '1',
      default: 0,
      physical: [0, METHODS.length - 1],
      usual: [0, METHODS.length - 1],
      source: 'IPCC06-V3',
      grade: 'published',
      choices: METHODS,
    },
    {
      key: 'technology',
      title: 'Cell technology',
      unit: '1',
      default: 0,
      physical: [0, TECHNOLOGIES.length - 1],
      usual: [0, TECHNOLOGIES.length - 1],
      source: 'EU-2025-2547',
      grade: 'published',
      choices: TECHNOLOGIES.map((t) => t.name),
    },
    {
      key: 'aem',
      title: 'Anode-effect minutes per pot and day',
      unit: 'min/d',
      default: 0.05,
      physical: [0, 1440],
      usual: [0.01, 1],
      source: 'IAI-PFC',
      grade: 'standard',
      why: 'A day has 1 440 minutes.',
    },
    {
      key: 'aeo',
      title: 'Anode-effect overvoltage (0: slope method)',
      unit: 'mV',
      default: 0,
      physical: [0, 1000],
      usual: [0, 20],
      source: 'GHGP-ALU',
      grade: 'published',
      why: 'A mean over all hours; it is not negative.',
    },
    {
      key: 'current-efficiency',
      title: 'Current efficiency',
      unit: '1',
      default: 0.945,
      physical: [0.5, 1],
      usual: [0.88, 0.96],
      source: 'ALBA6',
      grade: 'published',
      why: 'The law of Faraday allows no more than 100 %.',
    },
    {
      key: 'metal',
      title: 'Liquid aluminium',
      unit: 't',
      default: 1,
      physical: [0, 1e9],
      usual: [0, 1e7],
      source: 'IPCC06-V3',
      grade: 'standard',
      why: 'An amount is not negative; the world makes less than a tenth of 1 Gt a year.',
    },
    {
      key: 'gwp',
      title: 'Warming potentials',
      unit: '1',
      default: 0,
      physical: [0, WARMING.length - 1],
      usual: [0, WARMING.length - 1],
      source: 'IPCC-GWP',
      grade: 'standard',
      choices: WARMING.map((g) => g.name),
    },
  ],
  outputs: [
    { key: 'cf4', title: 'Carbon tetrafluoride', unit: 'kg' },
    { key: 'c2f6', title: 'Hexafluoroethane', unit: 'kg' },
    { key: 'co2e', title: 'Both, as carbon dioxide equivalent', unit: 't' },
  ],
  calculate,
};
