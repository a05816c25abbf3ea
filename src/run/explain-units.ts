/**
 * Why does no choice of whole units hold, though the park would hold in any sizes? In: a network, what was found for its
 * units, a solver. Out: an explanation: which units cannot be counted so that it holds, what their nearest numbers would
 * need, and which size of unit would do.
 *
 * Each of the units that the contradiction names is held at the whole numbers next to the size that would do, all others at
 * any size; the smallest changes of the file are then looked for as in any park that cannot hold.
 */
import type { Network } from '../network/network.ts';
import { standingAt, type UnitPlace } from '../program/unit-choice.ts';
import { NEARLY } from '../solve/unit-steps.ts';
import type { UnitsAnswer } from '../solve/whole-units.ts';
import { showQuantity } from '../units/unit.ts';
import type { BoundPromise } from './bound-promises.ts';
import { type Conflict, conflictOfRay } from './conflict.ts';
import { type Means, solveWithin } from './explain.ts';
import type { Alone, Change, Explanation } from './explanation.ts';
import { isPlan } from './loose-plan.ts';
import { aloneOf, together } from './smallest-changes.ts';
import { freeWords } from './units-words.ts';
import { type WrittenLimit, writtenLimits } from './written-limits.ts';

/** So many kinds of units are held one after the other. */
const MOST_HELD = 3;

export interface WithoutUnits {
  readonly network: Network;
  readonly promises: readonly BoundPromise[];
  readonly units: UnitsAnswer;
  /** Why the nearest choice does not hold is told in the words of its proof; first what was tried. */
  readonly head: string;
}

/** Units whose number would have to be broken, the ones that the proof names first. */
function broken({ places, continuous, refused }: UnitsAnswer): UnitPlace[] {
  const counts = standingAt(places, continuous.x);
  const ray = refused?.solution.proof?.ray;
  const weightOf = ({ row }: UnitPlace): number => Math.abs(ray?.[row] ?? 0);
  return places
    .filter((_, at) => Math.abs(counts[at] - Math.round(counts[at])) > NEARLY)
    .toSorted((a, b) => weightOf(b) - weightOf(a))
    .slice(0, MOST_HELD);
}

/** The network with this size held; all other sizes are free of their units. */
function withHeld(network: Network, capacity: number, size: number): Network {
  const capacities = network.capacities.map((each, index) => {
    const any = { ...each, wholeUnit: null };
    return index === capacity ? { ...any, min: size, max: size } : any;
  });
  return { ...network, capacities };
}

/** "units of 100 kt/a → 110 kt/a": as many of another size come to the size that would do. */
function otherUnit(network: Network, { capacity, unit }: UnitPlace, wanted: number, count: number): Change {
  const { owner: thing, title, shown, path } = network.capacities[capacity];
  const value = unit * shown.factor;
  const to = (wanted * unit * shown.factor) / count;
  const limit: WrittenLimit = {
    thing,
    title,
    says: 'units of',
    value,
    unit: shown.unit,
    path: `${path}.units of`,
    at: { kind: 'size', index: capacity, factor: shown.factor },
    down: value,
    up: Number.POSITIVE_INFINITY,
    scale: value,
  };
  const relative = Math.abs(to - value) / value;
  return { limit, to, by: to - value, relative, weight: relative };
}

interface Held {
  readonly conflict: Conflict;
  readonly ways: readonly Alone[];
}

/** What one kind of units would need at the whole numbers next to `wanted`; null where one of them would do by itself. */
async function heldAt(
  { network, promises }: WithoutUnits,
  place: UnitPlace,
  wanted: number,
  solve: ReturnType<typeof solveWithin>,
): Promise<Held | null> {
  const { capacity, unit, least, most } = place;
  const { title, shown, existing } = network.capacities[capacity];
  const one = showQuantity(unit * shown.factor, shown.unit);
  const counts = [Math.floor(wanted), Math.ceil(wanted)].filter((count) => count >= least && count <= most);
  const ways: Alone[] = [];
  for (const count of counts) {
    const held = withHeld(network, capacity, existing + count * unit);
    const limits = writtenLimits(held, promises).filter(
      ({ at }) => at.kind !== 'size' || at.index !== capacity,
    );
    const answer = await together({ network: held, promises, limits, solve });
    if (!isPlan(answer)) continue;
    if (answer.changes.length === 0) return null;
    ways.push({ ...aloneOf(answer.changes), given: `with ${count} × ${one} of ${title}` });
  }
  const sizes = counts
    .filter((count) => count > 0)
    .map((count): Alone => {
      const change = otherUnit(network, place, wanted, count);
      return { ...aloneOf([change]), given: `with ${count} of them` };
    });
  const tried = counts.map((count) => (count < wanted ? `${count} are too few` : `${count} too many`));
  const text = `${title} in units of ${one}: ${showQuantity(wanted, '', 3)} of them would do, ${tried.join(', ')}`;
  return { conflict: { kind: 'rule', text, limit: null }, ways: [...ways, ...sizes] };
}

const sizeOf = ({ changes, makesLess }: Alone): number =>
  changes.reduce((sum, { weight }) => sum + weight, 0) + (makesLess ? 1 : 0);

export async function explainUnits(without: WithoutUnits, means: Means): Promise<Explanation> {
  const { network, units, head } = without;
  const { places, continuous, refused } = units;
  const solve = solveWithin(means);
  const counts = standingAt(places, continuous.x);
  const found: Held[] = [];
  // With several phases a size that is held in one of them is another in the next: told by the proof alone.
  const held = network.phases.length === 1 ? broken(units) : [];
  for (const place of held) {
    if (means.options.signal?.aborted === true || means.clock() >= means.deadline) break;
    const one = await heldAt(without, place, counts[places.indexOf(place)], solve);
    if (one !== null) found.push(one);
  }
  const proof = refused?.solution.proof;
  const told =
    refused === null || proof === undefined ? [] : conflictOfRay(network, refused.program, proof.ray);
  const alone = found.flatMap(({ ways }) => ways).toSorted((a, b) => sizeOf(a) - sizeOf(b));
  return {
    conflict: found.length > 0 ? found.map(({ conflict }) => conflict) : told,
    worst: null,
    firm: null,
    changes: { together: alone[0]?.changes ?? [], alone },
    promises: [],
    notes: [
      head,
      freeWords(without),
      ...(found.length > 0 && places.length > 1
        ? ['Each change is found with all other units at any size: go to the next whole unit of those.']
        : []),
    ],
  };
}
