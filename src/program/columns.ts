/**
 * Where are the columns of each thing? The map that rules and plan extraction share.
 * In: the network. Out: first column numbers, by phase; −1 where a thing has no such column.
 *
 * Unit of the objective: million of the park's money, net present over the horizon (`MONEY`).
 */
import { carbonOf } from '../network/carbon.ts';
import type { Measure, Network, Store } from '../network/network.ts';
import { hoursWithin, isConverted } from '../network/per-year.ts';
import { unitCounts } from '../park/unit-counts.ts';
import { addColumns, type PerPeriod, type ProgramDraft } from './draft.ts';
import { yearPeriod } from './yearly-total.ts';

/** Program money per unit of the park's money: millions keep costs near the size of flows. */
export const MONEY = 1e-6;

export interface PhaseColumns {
  /** capacity → column of the size that stands. */
  readonly stands: number[];
  /** capacity → column of what is built at the start of the phase; a whole number of units where it comes in such. */
  readonly built: number[];
  /** process → segment → first column. */
  readonly activity: number[][];
  /** store → first column of the level, of charge, of discharge. */
  readonly level: number[];
  readonly charge: number[];
  readonly discharge: number[];
  /** process → first column of what `output` asks for and is not made, one a weather year. */
  readonly shortfall: number[];
  /** firm supply → column of the content that is held back for an outage; −1 where it is no store. */
  readonly held: number[];
  /** case of an outage → firm supply → column of what it carries. */
  readonly carried: number[][];
  /** measure → its columns where it is counted hour by hour, else null. */
  readonly matching: (MatchingColumns | null)[];
}

/** First columns of what is matched, and, for each store of the matching, of what it holds, takes and gives of that origin. */
export interface MatchingColumns {
  readonly matched: number;
  readonly level: number[];
  readonly charge: number[];
  readonly discharge: number[];
}

function matchingColumns(
  draft: ProgramDraft,
  { id, matching, phases }: Measure,
  measure: number,
  phase: number,
): MatchingColumns | null {
  if (matching === undefined || !phases.includes(phase)) return null;
  const run = { part: measure, phase, period: 'hour' } as const;
  const ofStores = (kind: string): number[] =>
    matching.stores.map((index) =>
      addColumns(
        draft,
        { ...run, kind, of: draft.network.stores[index].id, index },
        [0, Number.POSITIVE_INFINITY],
        0,
      ),
    );
  return {
    // Below zero where more leaves the park in an hour than was supplied of this origin.
    matched: addColumns(
      draft,
      { ...run, kind: 'matched', of: id, index: measure },
      [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
      0,
    ),
    level: ofStores('matched-level'),
    charge: ofStores('matched-charge'),
    discharge: ofStores('matched-discharge'),
  };
}

/**
 * A lossless store without a power limit needs no charge and discharge: the change of its level is the flow. Two
 * columns that cancel would only add a direction in which nothing changes.
 */
export function isDirect(store: Store): boolean {
  return store.power < 0 && store.chargeEfficiency === 1 && store.dischargeEfficiency === 1;
}

/** How the objective weighs money against carbon: cost per unit of money, money per t CO2e. */
export function objectiveWeights(objective: Network['objective']): { money: number; carbon: number } {
  // Least carbon: a tonne counts a million times a unit of money, so that money only breaks ties.
  if (objective.kind === 'least carbon') return { money: 1e-3, carbon: 1e3 };
  return { money: 1, carbon: objective.kind === 'trade off' ? objective.carbonPrice : 0 };
}

/** Money of one unit of activity over a year in a period, before discounting: cost × hours (× hourly price shape). */
function activityCost(network: Network, phase: number, process: number): PerPeriod {
  const { period, variableCost, costProfile } = network.processes[process];
  const { grid } = network.phases[phase];
  const weight = network.phases[phase].weight * objectiveWeights(network.objective).money;
  const index = grid.periods[period];
  if (costProfile < 0) return (position) => MONEY * weight * variableCost * index.hours[position];
  const hours = hoursWithin(grid, period, { shape: network.series[costProfile].values[phase] });
  return (position) => MONEY * weight * variableCost * hours[position];
}

/** What the objective adds for the carbon of one unit of activity over a year in a period. */
function activityCarbon(
  network: Network,
  phase: number,
  process: number,
  part: number,
  price: number,
): PerPeriod {
  const perUnit = price === 0 ? 0 : carbonOf(network, process, part);
  const { period, carbonProfile } = network.processes[process];
  if (perUnit === 0) return 0;
  const { grid, weight } = network.phases[phase];
  if (carbonProfile < 0) {
    const { hours } = grid.periods[period];
    return (position) => MONEY * weight * price * perUnit * hours[position];
  }
  const own = carbonOf(network, process, part, 0);
  const hours = hoursWithin(grid, period, { shape: network.series[carbonProfile].values[phase] });
  const plain = grid.periods[period].hours;
  return (position) => MONEY * weight * price * (own * plain[position] + (perUnit - own) * hours[position]);
}

export function addAllColumns(draft: ProgramDraft, measures: readonly Measure[] = []): PhaseColumns[] {
  const { network } = draft;
  const weights = objectiveWeights(network.objective);
  const free = [0, Number.POSITIVE_INFINITY] as const;
  return network.phases.map((phase, p) => {
    const stands = network.capacities.map((capacity, index) => {
      draft.offset -= MONEY * weights.money * phase.weight * capacity.annuity * capacity.existing;
      const yearly = MONEY * weights.money * phase.weight * (capacity.annuity + capacity.fixedCost.value);
      return addColumns(
        draft,
        { kind: 'capacity', of: capacity.id, index, phase: p, period: null },
        [capacity.min, capacity.max],
        yearly,
      );
    });
    const built = network.capacities.map((capacity, index) => {
      const run = { kind: 'build', of: capacity.id, index, phase: p, period: 'horizon' } as const;
      const { wholeUnit: unit } = capacity;
      // What is converted is not built anew: it cost what it once cost.
      if (isConverted(network.capacities, index)) return addColumns(draft, run, [0, 0], 0);
      if (unit === null) return addColumns(draft, run, free, 0);
      const { most } = unitCounts({ ...capacity, unit });
      const column = addColumns(draft, run, [0, most], 0);
      draft.wholeColumns.push(column);
      return column;
    });
    const activity = network.processes.map((process, index) =>
      process.segments.map((_, part) =>
        addColumns(
          draft,
          { kind: 'activity', of: process.id, index, part, phase: p, period: process.period },
          [0, process.segments.length === 1 ? process.maxRate : Number.POSITIVE_INFINITY],
          activityCost(network, p, index),
          activityCarbon(network, p, index, part, weights.carbon),
        ),
      ),
    );
    const storeColumns = (
      kind: string,
      wanted: (store: Store) => boolean,
      low: (store: Store) => number,
      perUnit: (store: Store) => number = () => 0,
    ) =>
      network.stores.map((store, index) => {
        if (!wanted(store)) return -1;
        const { period } = network.nodes[store.node];
        const { hours } = phase.grid.periods[period];
        const yearly = MONEY * weights.money * phase.weight * perUnit(store);
        return addColumns(
          draft,
          { kind, of: store.id, index, phase: p, period },
          [low(store), Number.POSITIVE_INFINITY],
          (position) => yearly * hours[position],
        );
      });
    const level = storeColumns(
      'level',
      () => true,
      (store) => (store.low < 0 ? Number.NEGATIVE_INFINITY : 0),
    );
    const charge = storeColumns(
      'charge',
      (store) => !isDirect(store),
      () => 0,
    );
    const wear = (store: Store): number => store.wearCost?.value ?? 0;
    const discharge = storeColumns(
      'discharge',
      (store) => !isDirect(store),
      () => 0,
      wear,
    );
    const shortfall = network.processes.map((process, index) =>
      process.shortfallValue === null || process.output === null
        ? -1
        : addColumns(
            draft,
            {
              kind: 'shortfall',
              of: process.id,
              index,
              phase: p,
              period: yearPeriod(phase.grid.weatherYears),
            },
            free,
            0,
            MONEY * phase.weight * process.shortfallValue,
          ),
    );
    const { supplies, cases } = network.security ?? { supplies: [], cases: [] };
    const held = supplies.map(({ id, store }, index) =>
      store < 0 ? -1 : addColumns(draft, { kind: 'held', of: id, index, phase: p, period: null }, free, 0),
    );
    const carried = cases.map(({ lost }, part) =>
      supplies.map(({ id, most, unit }, index) => {
        const isGone = lost === index && unit === null;
        const run = { kind: 'carried', of: id, index, part, phase: p, period: null };
        return addColumns(draft, run, [0, isGone ? 0 : most], 0);
      }),
    );
    const matching = measures.map((measure, index) => matchingColumns(draft, measure, index, p));
    return { stands, built, activity, level, charge, discharge, shortfall, held, carried, matching };
  });
}
