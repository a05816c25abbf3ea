/**
 * How many people work there for good?
 * In: a plan. Out: entries of the register, and a table by chain group with ranges and sources.
 *
 * A plant keeps a crew for what it makes. Wind and solar farms, lines and stores are crewed as they stand, whatever the
 * weather gives. A promise of jobs that binds counts less (`workFor`): else it could be kept by building what nobody uses.
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

/**
 * What a crew is counted for in a promise of at least so many: of a farm, the part that is used of what the weather offers;
 * of a store, nothing, because it can stand idle.
 */
function workFor(network: Network, capacity: number): MeasureTerm[] {
  const { grid } = network.phases[0];
  return usersOf(network, capacity).flatMap((index): MeasureTerm[] => {
    const { profile } = network.processes[index];
    const offered =
      profile < 0
        ? grid.hoursPerYear
        : network.series[profile].values[0].reduce((sum, share, at) => sum + share * grid.weight[at], 0);
    return offered > 0 ? [{ of: 'process', index, coefficient: 1 / offered }] : [];
  });
}

/**
 * Power that a store only loses employs nobody at the farms that made it: taken off at the crew of the farm that needs most
 * for a unit of it.
 */
function lostInStores({ processes, stores, nodes }: Network, crews: readonly MeasureTerm[]): MeasureTerm[] {
  return stores.flatMap(({ node, power, chargeEfficiency, dischargeEfficiency }, index): MeasureTerm[] => {
    const most = crews.reduce((sofar, { of, index: number, coefficient }) => {
      if (of !== 'process' || processes[number].profile < 0) return sofar;
      return processes[number].reference === nodes[node].commodity ? Math.max(sofar, coefficient) : sofar;
    }, 0);
    // What goes in and out without loss or limit is never lost.
    const loses = power >= 0 || chargeEfficiency < 1 || dischargeEfficiency < 1;
    return most > 0 && loses ? [{ of: 'store', index, coefficient: -most }] : [];
  });
}

function crewsOf(network: Network, sizesOf: typeof crewedFor): Crew[] {
  return network.capacities.flatMap(({ staff, group }, index): Crew[] =>
    staff === null || staff.value === 0 ? [] : [{ group, staff, sizes: sizesOf(network, index) }],
  );
}

const weighed = (crews: readonly Crew[]): MeasureTerm[] =>
  crews.flatMap(({ staff, sizes }) =>
    sizes.map((size) => ({ ...size, coefficient: size.coefficient * staff.value })),
  );

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
  for (const { group, staff, sizes } of crewsOf(plan.network, crewedFor)) {
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
      'Posts for what the plants make in the year, and at the wind farms, solar farms and stores that stand; contractors on site included where the source counts them. Idle size of a plant keeps no crew; construction and suppliers are not counted. A promise of at least so many that binds counts no crew of a store, and of a farm only for power that is used and not lost in a store: it cannot be kept by what nobody needs.',
    group: 'people',
    better: 'more',
    value: (plan, phase) => {
      const rows = jobRows(plan, phase);
      const sum = (key: 'jobs' | 'low' | 'high') => rows.reduce((total, row) => total + row[key], 0);
      return { value: sum('jobs'), range: [sum('low'), sum('high')] };
    },
    measure: (network, sense = 'at least') => {
      if (sense === 'at most') return plainSum(weighed(crewsOf(network, crewedFor)));
      const working = weighed(crewsOf(network, workFor));
      return plainSum([...working, ...lostInStores(network, working)]);
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
