/**
 * How many people work there for good?
 * In: a plan. Out: entries of the register, and a table by chain group with ranges and sources.
 *
 * A plant keeps a crew for what it makes. Wind and solar farms, lines and stores are crewed as they stand, whatever the
 * weather gives. A promise of jobs that binds counts less (`workingCrews`): else it could be kept by building what nobody uses.
 */
import type { MeasureTerm, Network } from '../network/network.ts';
import type { Plan } from '../plan/plan.ts';
import type { Sourced } from '../units/grade.ts';
import { annualTotals } from './annual-totals.ts';
import type { Kpi } from './kpi.ts';
import { plainSum } from './measure-terms.ts';

interface Crew {
  readonly group: string;
  readonly staff: Sourced;
  /** What is multiplied by the crew per unit: a size, or a yearly output as the size that it keeps busy. */
  readonly sizes: readonly MeasureTerm[];
}

/** Processes that run at this size. */
const usersOf = ({ processes }: Network, capacity: number): number[] =>
  processes.flatMap((process, number) => (process.capacity === capacity ? [number] : []));

/** What a crew is counted for in the figure. */
function crewedFor(network: Network, capacity: number): MeasureTerm[] {
  const { hoursPerYear } = network.phases[0].grid;
  const users = usersOf(network, capacity);
  const byOutput =
    network.capacities[capacity].of === 'output' &&
    users.length > 0 &&
    users.every((number) => network.processes[number].profile < 0);
  return byOutput
    ? users.map((index) => ({ of: 'process', index, coefficient: 1 / hoursPerYear }))
    : [{ of: 'capacity', index: capacity, coefficient: 1 }];
}

/** Units a year that the weather offers for one unit of size. */
function offeredBy({ phases, series }: Network, profile: number): number {
  const { weight } = phases[0].grid;
  return series[profile].values[0].reduce((sum, share, at) => sum + share * weight[at], 0);
}

/**
 * What a promise of at least so many counts: a plant's crew for what it makes; a farm's crew less that for the power which the
 * weather offers and nobody uses, or which a store only loses; no crew of a store. Such power is counted at one rate for all
 * farms of a good, that of the farm which needs most people for a unit of it. So the hours of all farms at a place count alike,
 * and the solver may still take them as one.
 */
function workingCrews(network: Network): MeasureTerm[] {
  const { capacities, processes, stores, nodes, phases } = network;
  const crews = processes.flatMap(({ capacity, profile, reference }, index) => {
    const staff = capacity < 0 ? 0 : (capacities[capacity].staff?.value ?? 0);
    const offered = profile < 0 ? phases[0].grid.hoursPerYear : offeredBy(network, profile);
    return staff === 0 || offered === 0 ? [] : [{ index, capacity, profile, reference, staff, offered }];
  });
  const plants = crews.filter(({ profile }) => profile < 0);
  const farms = crews.filter(({ profile }) => profile >= 0);
  const rateOf = (commodity: number): number =>
    farms.reduce(
      (most, { reference, staff, offered }) =>
        reference === commodity ? Math.max(most, staff / offered) : most,
      0,
    );
  const terms: MeasureTerm[] = [
    ...plants.map(
      ({ index, staff, offered }) => ({ of: 'process', index, coefficient: staff / offered }) as const,
    ),
    ...farms.flatMap(({ index, capacity, reference, staff, offered }) => {
      const rate = rateOf(reference);
      return [
        { of: 'process', index, coefficient: rate },
        { of: 'capacity', index: capacity, coefficient: staff - rate * offered },
      ] as const;
    }),
    ...stores
      // What goes in and out without loss or limit is never lost.
      .map(({ node, power, chargeEfficiency, dischargeEfficiency }, index) => ({
        of: 'store' as const,
        index,
        coefficient:
          power >= 0 || chargeEfficiency < 1 || dischargeEfficiency < 1 ? -rateOf(nodes[node].commodity) : 0,
      })),
  ];
  return terms.filter(({ coefficient }) => Math.abs(coefficient) > 1e-12);
}

function crewsOf(network: Network): Crew[] {
  return network.capacities.flatMap(({ staff, group }, index): Crew[] =>
    staff === null || staff.value === 0 ? [] : [{ group, staff, sizes: crewedFor(network, index) }],
  );
}

export interface JobRow {
  readonly group: string;
  readonly jobs: number;
  readonly low: number;
  readonly high: number;
  /** Keys of the library's sources. */
  readonly sources: readonly string[];
}

/** One row a chain group, the largest first. A size without a range counts at its value. */
export function jobRows(plan: Plan, phase: number): JobRow[] {
  const rows = new Map<string, { jobs: number; low: number; high: number; sources: Set<string> }>();
  const { activity } = annualTotals(plan, phase);
  const { capacities } = plan.phases[phase];
  for (const { group, staff, sizes } of crewsOf(plan.network)) {
    const size = sizes.reduce(
      (sum, { of, index, coefficient }) =>
        sum + coefficient * (of === 'process' ? activity[index] : capacities[index]),
      0,
    );
    if (size === 0) continue;
    const row = rows.get(group) ?? { jobs: 0, low: 0, high: 0, sources: new Set<string>() };
    const [low, high] = staff.range ?? [staff.value, staff.value];
    row.jobs += staff.value * size;
    row.low += low * size;
    row.high += high * size;
    row.sources.add(staff.source);
    rows.set(group, row);
  }
  return [...rows]
    .map(([group, { sources, ...row }]) => ({ group, ...row, sources: [...sources].sort() }))
    .sort((a, b) => b.jobs - a.jobs);
}

export const JOB_KPIS: readonly Kpi[] = [
  {
    id: 'permanent-jobs',
    title: 'Permanent jobs',
    unit: 'persons',
    definition:
      'Posts for what the plants make in the year, and at the wind farms, solar farms and stores that stand; contractors on site included where the source counts them. Idle size of a plant keeps no crew; construction and suppliers are not counted. A promise of at least so many that binds counts no crew of a store, and takes off the crew of farms for power that nobody uses or that a store loses: it cannot be kept by what nobody needs.',
    group: 'people',
    better: 'more',
    value: (plan, phase) => {
      const rows = jobRows(plan, phase);
      const sum = (key: 'jobs' | 'low' | 'high') => rows.reduce((total, row) => total + row[key], 0);
      return { value: sum('jobs'), range: [sum('low'), sum('high')] };
    },
    measure: (network, sense = 'at least') => {
      if (sense === 'at least') return plainSum(workingCrews(network));
      return plainSum(
        crewsOf(network).flatMap(({ staff, sizes }) =>
          sizes.map((size) => ({ ...size, coefficient: size.coefficient * staff.value })),
        ),
      );
    },
  },
  {
    id: 'kazakh-staff-share',
    title: 'Share of Kazakh staff',
    unit: '%',
    definition: 'Employees who are citizens of Kazakhstan over all employees.',
    group: 'people',
    better: 'more',
    value: () => ({ value: null, note: 'needs the workforce plan: hiring, training and attrition by year' }),
  },
];
