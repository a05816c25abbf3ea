/**
 * Sizes that are the solver's rounding are none. An interior point ends a hair inside its limits: 2e-8 MW of a turbine that nobody
 * needs. Here, and nowhere else, such a size goes, with all that runs in it; and so does what is bought, sold or taken as waste.
 *
 * In: a park's program and its answer. Out: the same answer without the dust, certified anew. Something is dust up to the tolerance
 * of the largest size of its unit (no balance tells it from nothing), and only if the certificate without it still holds:
 * what something else depends on stays, however small it is.
 */
import type { Network } from '../network/network.ts';
import { isConverted } from '../network/per-year.ts';
import type { BuiltProgram } from '../program/build-program.ts';
import type { PhaseColumns } from '../program/columns.ts';
import { objectiveValue } from '../program/matrix.ts';
import type { Program } from '../program/program.ts';
import { certify, largestMiss, rowMisses } from './certificate.ts';
import type { Solution } from './solver.ts';

/**
 * What is dust in one phase: what was built of a capacity, what is left of one that was turned into another, or all that a
 * process without a size of its own does.
 */
interface Speck {
  readonly kind: 'capacity' | 'left' | 'process';
  readonly index: number;
  readonly phase: number;
}

interface Park {
  readonly network: Network;
  readonly program: Program;
  readonly columns: readonly PhaseColumns[];
}

/** MW and MWh are told by one measure, and so are t/h and t. */
const measureOf = (unit: string): string => unit.replace('MWh', 'MW').replace(/\/h$/, '');

/** The run of columns that begins here; none where there is none (−1). */
function runOf({ columnFamilies }: Program, first: number): number[] {
  const count = first < 0 ? 0 : (columnFamilies.find((family) => family.first === first)?.count ?? 0);
  return Array.from({ length: count }, (_, at) => first + at);
}

function specksOf({ network, program, columns }: Park, x: Float64Array, tolerance: number): Speck[] {
  const largest = new Map<string, number>();
  for (const { stands } of columns)
    stands.forEach((column, index) => {
      const measure = measureOf(network.capacities[index].unit);
      largest.set(measure, Math.max(largest.get(measure) ?? 1, x[column]));
    });
  const isDust = (size: number, unit: string): boolean =>
    size !== 0 && size <= tolerance * (largest.get(measureOf(unit)) ?? 1);
  const mostOf = (run: readonly number[]): number =>
    run.reduce((most, j) => Math.max(most, Math.abs(x[j])), 0);
  return columns.flatMap(({ built, activity, stands }, phase) => [
    ...network.capacities.flatMap(({ unit }, index): Speck[] =>
      isConverted(network.capacities, index) && isDust(Math.abs(x[stands[index]]), unit)
        ? [{ kind: 'left', index, phase }]
        : [],
    ),
    ...network.capacities.flatMap(({ unit, wholeUnit }, index): Speck[] =>
      wholeUnit === null && isDust(Math.abs(x[built[index]]), unit)
        ? [{ kind: 'capacity', index, phase }]
        : [],
    ),
    ...network.processes.flatMap(({ capacity, reference }, index): Speck[] => {
      if (capacity >= 0) return [];
      const most = activity[index].reduce((sum, first) => sum + mostOf(runOf(program, first)), 0);
      return isDust(most, network.commodities[reference].unit) ? [{ kind: 'process', index, phase }] : [];
    }),
  ]);
}

/** Phases in which what is built in one phase stands. */
const lifeOf = ({ network }: Park, { index, phase }: Speck): number[] =>
  network.phases.flatMap(({ from }, later) => {
    const age = from - network.phases[phase].from;
    return age >= 0 && age < network.capacities[index].life.value ? [later] : [];
  });

/** All that runs within a size, and what is counted on of it in an outage. */
function runsWithin({ network, program, columns }: Park, phase: number, capacity: number): number[] {
  const { activity, level, charge, discharge, held, carried } = columns[phase];
  const ofProcesses = network.processes.flatMap((process, index) =>
    process.capacity === capacity ? activity[index] : [],
  );
  const ofStores = network.stores.flatMap((store, index) => {
    const flows = [charge[index], discharge[index]];
    if (store.capacity === capacity) return [level[index], ...flows];
    return store.power === capacity ? flows : [];
  });
  const ofOutages = (network.security?.supplies ?? []).flatMap((supply, index) => {
    const rates = carried.map((supplies) => supplies[index]);
    if (supply.store >= 0 && network.stores[supply.store].capacity === capacity)
      return [held[index], ...rates];
    return supply.capacity === capacity ? rates : [];
  });
  return [...ofProcesses, ...ofStores, ...ofOutages].flatMap((first) => runOf(program, first));
}

/** The columns that change when this goes. */
function columnsOf(park: Park, speck: Speck): number[] {
  const { program, columns } = park;
  const { kind, index, phase } = speck;
  if (kind === 'process') return columns[phase].activity[index].flatMap((first) => runOf(program, first));
  if (kind === 'left') return [columns[phase].stands[index], ...runsWithin(park, phase, index)];
  return [
    columns[phase].built[index],
    ...lifeOf(park, speck).flatMap((later) => [
      columns[later].stands[index],
      ...runsWithin(park, later, index),
    ]),
  ];
}

/** The point without these; where nothing is left standing nothing runs. */
function without(park: Park, x: Float64Array, specks: readonly Speck[]): Float64Array {
  const { network, columns } = park;
  const clean = x.slice();
  for (const speck of specks) {
    if (speck.kind !== 'capacity') {
      for (const j of columnsOf(park, speck)) clean[j] = 0;
      continue;
    }
    const built = columns[speck.phase].built[speck.index];
    const { existing, min } = network.capacities[speck.index];
    clean[built] = 0;
    for (const phase of lifeOf(park, speck)) {
      const stands = columns[phase].stands[speck.index];
      const left = clean[stands] - x[built];
      // What is left of a difference of sums is less than what was taken away.
      clean[stands] = Math.abs(left - existing) < Math.abs(x[built]) ? Math.max(existing, min) : left;
      if (clean[stands] === 0) for (const j of runsWithin(park, phase, speck.index)) clean[j] = 0;
    }
  }
  return clean;
}

/** So many times is told apart what a missed row needs most; after that it keeps all that is in it. */
const ROUNDS = 20;

/**
 * Those of them that a row needs which is missed without them by more than it was: of each such row the one that gives or takes most
 * of it, since the others may be dust that only meets it there.
 */
function needed(
  park: Park,
  specks: readonly Speck[],
  [x, clean]: readonly [Float64Array, Float64Array],
  most: number,
  all: boolean,
): Set<Speck> {
  const { program } = park;
  const { missed, scale } = rowMisses(program, clean);
  const needs = new Set<Speck>();
  const largest = new Map<number, { readonly speck: Speck; readonly part: number }>();
  for (const speck of specks) {
    for (const j of columnsOf(park, speck)) {
      if (x[j] === clean[j]) continue;
      for (let at = program.starts[j]; at < program.starts[j + 1]; at++) {
        const row = program.indices[at];
        if (!(missed[row] > most * scale[row])) continue;
        const part = Math.abs(program.values[at] * (x[j] - clean[j]));
        if (all) needs.add(speck);
        else if (part > (largest.get(row)?.part ?? 0)) largest.set(row, { speck, part });
      }
    }
  }
  for (const { speck } of largest.values()) needs.add(speck);
  return needs;
}

export function withoutDust(
  network: Network,
  { program, columns }: BuiltProgram,
  solution: Solution,
  tolerance: number,
): Solution {
  const { status, x, y, certificate } = solution;
  if (status !== 'optimal' || certificate === null) return solution;
  const park = { network, program, columns };
  const most = Math.max(tolerance, largestMiss(certificate));
  let specks: readonly Speck[] = specksOf(park, x, tolerance);
  for (let round = 1; specks.length > 0; round++) {
    const clean = without(park, x, specks);
    const judged = certify(program, clean, y);
    if (largestMiss(judged) <= most)
      return { ...solution, x: clean, objective: objectiveValue(program, clean), certificate: judged };
    const kept = needed(park, specks, [x, clean], most, round > ROUNDS);
    if (kept.size === 0) return solution;
    specks = specks.filter((speck) => !kept.has(speck));
  }
  return solution;
}
