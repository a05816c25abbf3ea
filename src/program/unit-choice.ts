/**
 * How many whole units stand in each phase, and what is built for that?
 * In: a network and its program. Out: one place a size that comes in units and phase; choices (how many units stand in each
 * place), made from a point of the program or from one another; the program with a choice held.
 *
 * A choice counts what stands, not what is built, because that is what is paid for and what runs: 1.4 units in the first
 * phase and 2.2 in the second are 1 and 2, of which the second phase builds one.
 */
import type { Network } from '../network/network.ts';
import { unitCounts } from '../park/unit-counts.ts';
import type { BuiltProgram } from './build-program.ts';
import type { Program } from './program.ts';

/** A size that comes in whole units, in one phase. */
export interface UnitPlace {
  /** Index into `Network.capacities`. */
  readonly capacity: number;
  readonly phase: number;
  /** Size of one unit, canonical. */
  readonly unit: number;
  /** What one unit that stands adds to the objective, whatever it does. */
  readonly cost: number;
  /** How many may stand beside what exists. */
  readonly least: number;
  readonly most: number;
  /** Column that counts the units built here. */
  readonly column: number;
  /** Row that says what stands here: its price is what one more unit of size costs. */
  readonly row: number;
  /** Places of earlier phases whose units still stand here. */
  readonly living: readonly number[];
}

/** Units that stand, and units that are built, in each place. */
export interface UnitChoice {
  readonly standing: Float64Array;
  readonly built: Float64Array;
}

export function unitPlaces(network: Network, { program, columns }: BuiltProgram): UnitPlace[] {
  const rowOf = new Map(
    program.rowFamilies
      .filter((family) => family.kind === 'capacity-stands')
      .map((family) => [`${family.index} ${family.phase}`, family.first]),
  );
  const places: UnitPlace[] = [];
  for (const [capacity, { wholeUnit: unit, ...size }] of network.capacities.entries()) {
    if (unit === null) continue;
    const first = places.length;
    const counts = unitCounts({ ...size, unit });
    for (const [phase, { from }] of network.phases.entries()) {
      const lives = (earlier: number): boolean => from - network.phases[earlier].from < size.life.value;
      const row = rowOf.get(`${capacity} ${phase}`);
      if (row === undefined) throw new Error(`the program has no row for what stands of ${size.id}`);
      places.push({
        capacity,
        phase,
        unit,
        cost: unit * program.cost[columns[phase].stands[capacity]],
        ...counts,
        column: columns[phase].built[capacity],
        row,
        living: Array.from({ length: phase }, (_, earlier) => earlier)
          .filter(lives)
          .map((earlier) => first + earlier),
      });
    }
  }
  return places;
}

const alive = ({ living }: UnitPlace, built: Float64Array): number =>
  living.reduce((sum, earlier) => sum + built[earlier], 0);

/** Units that stand at a point of the program; parts of units where it has them. */
export function standingAt(places: readonly UnitPlace[], x: Float64Array): Float64Array {
  const built = Float64Array.from(places, ({ column }) => x[column]);
  return Float64Array.from(places, (place, at) => built[at] + alive(place, built));
}

/**
 * The choice that comes nearest to what is wanted, from phase to phase: no more is built than is missing, and what was
 * built before cannot be taken away.
 */
export function choiceOf(places: readonly UnitPlace[], wanted: Float64Array): UnitChoice {
  const built = new Float64Array(places.length);
  const standing = new Float64Array(places.length);
  for (const [at, place] of places.entries()) {
    const before = alive(place, built);
    const within = Math.min(place.most, Math.max(place.least, wanted[at]));
    built[at] = Math.max(0, within - before);
    standing[at] = before + built[at];
  }
  return { standing, built };
}

/** Two choices with the same key are the same choice. */
export const choiceKey = ({ standing }: UnitChoice): string => standing.join(' ');

/** The program as if any size could be built. */
export const withAnySize = (program: Program): Program => ({ ...program, integer: null });

/** The program with this choice held. */
export function withChoice(program: Program, places: readonly UnitPlace[], { built }: UnitChoice): Program {
  const lower = program.lower.slice();
  const upper = program.upper.slice();
  for (const [at, { column }] of places.entries()) lower[column] = upper[column] = built[at];
  return { ...program, integer: null, lower, upper };
}
