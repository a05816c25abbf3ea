/**
 * The park as it stands in one phase, in another year's weather and with what fails in it.
 * In: the network of that weather year, the plan's sizes, hours of outage. Out: a network of one phase whose sizes are fixed and
 * cost nothing more; and, for each hourly series, what it is made of (weather and what is in order).
 */
import type { Capacity, Network, Process } from '../../network/network.ts';
import type { PlanPhase } from '../../plan/plan.ts';
import { type Machine, PROFILES } from '../../weather/profile-table.ts';

/** Share of a thing's units that is in order, hour by hour. */
export interface Outage {
  /** Index of the process. */
  readonly process: number;
  readonly inOrder: Float64Array;
  /** Share that is in order in the long run, and how long a repair takes, h. */
  readonly usual: number;
  readonly repair: number;
}

/** What drives an hourly series: a kind of weather whose forecast errs, tariffs that are known, outages that nobody foresees. */
export interface Drive {
  readonly weather: Float64Array | null;
  readonly of: Machine['of'] | null;
  readonly outage: Outage | null;
}

export interface OperatingNetwork {
  readonly network: Network;
  /** One for each of its series. */
  readonly drives: readonly Drive[];
}

function standing(capacity: Capacity, stands: number): Capacity {
  return {
    ...capacity,
    existing: stands,
    min: stands,
    max: stands,
    wholeUnit: null,
    fixed: true,
    annuity: 0,
    fixedCost: { ...capacity.fixedCost, value: 0 },
  };
}

/** What the solver left of a size that nobody needs: its tolerance, of the largest size of the same unit. */
const DUST = 1e-7;

/** A free size of a few watts is none: held as it is, it would be a limit that no solver can keep to. */
function withoutDust(capacities: readonly Capacity[], sizes: Float64Array): Float64Array {
  const largest = new Map<string, number>();
  capacities.forEach(({ unit }, index) => {
    largest.set(unit, Math.max(largest.get(unit) ?? 0, sizes[index]));
  });
  return sizes.map((size, index) => {
    const { unit, min, existing } = capacities[index];
    return min === 0 && existing === 0 && size <= DUST * (largest.get(unit) ?? 0) ? 0 : size;
  });
}

/** A connection that has a highest rate is a size of its own, so that it can be out of order. */
function withSize(capacities: Capacity[], like: Capacity | undefined, process: Process): Process {
  if (process.capacity >= 0 || !Number.isFinite(process.maxRate) || like === undefined) return process;
  capacities.push({
    ...standing(like, process.maxRate),
    id: `${process.id}/output`,
    title: process.title,
    owner: process.id,
    of: 'output',
    group: process.group,
    site: process.site,
    path: process.path,
  });
  const segments = process.segments.map((segment) => ({ ...segment, share: 1 }));
  return { ...process, capacity: capacities.length - 1, segments, maxRate: Number.POSITIVE_INFINITY };
}

/** Rates that the plan holds for a week, a month or a year are set anew each day by whoever runs the park. */
const dayByDay = (process: Process): Process =>
  process.period === 'hour' ? process : { ...process, period: 'day' };

/**
 * @param phase which phase of `year` is run.
 * @param asPlanned true: rates are held as long as in the plan.
 */
export function operatingNetwork(
  year: Network,
  phase: number,
  planned: PlanPhase,
  outages: readonly Outage[],
  asPlanned = false,
): OperatingNetwork {
  const sizes = withoutDust(year.capacities, planned.capacities);
  const capacities = year.capacities.map((capacity, index) => standing(capacity, sizes[index]));
  const like = capacities[0];
  const drives: Drive[] = [];
  const series = year.series.map(({ values, ...rest }) => {
    // `site/profile`, or `site/profile/plant` where a plant has machines of its own.
    const [, name = ''] = rest.id.split('/');
    drives.push({ weather: values[phase], of: PROFILES[name]?.of ?? null, outage: null });
    return { ...rest, values: [values[phase]] };
  });
  const processes = year.processes.map((given, index): Process => {
    const process = withinHorizon(asPlanned ? given : dayByDay(given), year);
    const outage = outages.find((one) => one.process === index);
    if (outage === undefined) return process;
    const sized = withSize(capacities, like, process);
    if (sized.capacity < 0) return process;
    const weather = sized.profile < 0 ? null : year.series[sized.profile].values[phase];
    const of = sized.profile < 0 ? null : drives[sized.profile].of;
    const values = outage.inOrder.map((share, hour) => share * (weather?.[hour] ?? 1));
    series.push({ id: `${process.id}/in order`, title: process.title, unit: '1', values: [values] });
    drives.push({ weather, of, outage });
    return { ...sized, profile: series.length - 1 };
  });
  return {
    network: {
      ...year,
      phases: [{ ...year.phases[phase], years: 1, weight: 1 }],
      capacities,
      processes,
      series,
      // What is held back for an outage is there to be used in one.
      security: null,
      stores: year.stores.map((store) => ({ ...store, floor: null })),
      promises: [],
      claims: [],
    },
    drives,
  };
}

/** What lasts for all years is used evenly. */
function withinHorizon(process: Process, { phases }: Network): Process {
  if (!Number.isFinite(process.maxOverHorizon)) return process;
  const years = phases.reduce((sum, each) => sum + each.years, 0);
  const perYear = ((process.maxOverHorizon / years) * 8760) / phases[0].grid.hoursPerYear;
  return {
    ...process,
    maxPerYear: Math.min(process.maxPerYear, perYear),
    maxOverHorizon: Number.POSITIVE_INFINITY,
  };
}
