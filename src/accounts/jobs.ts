/**
 * How many people work there for good?
 * In: a plan. Out: entries of the register, and a table by chain group with ranges and sources.
 *
 * A plant keeps a crew for what it makes, not for size that stands idle: else a promise of jobs could be kept by building
 * plants that never run. Wind and solar farms, lines and stores are crewed as they stand, whatever the weather gives.
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

function crewsOf(network: Network): Crew[] {
  const { hoursPerYear } = network.phases[0].grid;
  return network.capacities.flatMap((capacity, index): Crew[] => {
    const { staff, group, of } = capacity;
    if (staff === null || staff.value === 0) return [];
    const users = network.processes.flatMap((process, number) =>
      process.capacity === index ? [number] : [],
    );
    const byOutput =
      of === 'output' && users.length > 0 && users.every((number) => network.processes[number].profile < 0);
    const sizes: MeasureTerm[] = byOutput
      ? users.map((number) => ({ of: 'process', index: number, coefficient: 1 / hoursPerYear }))
      : [{ of: 'capacity', index, coefficient: 1 }];
    return [{ group, staff, sizes }];
  });
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
      'Posts for what the plants make in the year, and at the wind farms, solar farms and stores that stand; contractors on site included where the source counts them. Idle size of a plant keeps no crew; construction and suppliers are not counted.',
    group: 'people',
    better: 'more',
    value: (plan, phase) => {
      const rows = jobRows(plan, phase);
      const sum = (key: 'jobs' | 'low' | 'high') => rows.reduce((total, row) => total + row[key], 0);
      return { value: sum('jobs'), range: [sum('low'), sum('high')] };
    },
    measure: (network) =>
      plainSum(
        crewsOf(network).flatMap(({ staff, sizes }) =>
          sizes.map((size) => ({ ...size, coefficient: size.coefficient * staff.value })),
        ),
      ),
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
