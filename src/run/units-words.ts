/**
 * What is said of a park in whole units?
 * In: what its units were chosen from, or why no choice holds. Out: sentences for the message of a run.
 */
import type { RoundingRow } from '../accounts/promise-row.ts';
import type { Network } from '../network/network.ts';
import { standingAt } from '../program/unit-choice.ts';
import type { UnitsAnswer } from '../solve/whole-units.ts';
import { showNumber } from '../units/unit.ts';
import { conflictOfRay } from './conflict.ts';

/** A better choice that could save no more than this share is none. */
const PROVEN = 1e-6;

/** So many sizes are named at the most. */
const MOST = 6;

/** Is this choice of units proven to be the best? */
export const isBest = ({ gap, whole, bound }: RoundingRow): boolean =>
  (gap ?? (whole ?? Number.POSITIVE_INFINITY) - bound) <= PROVEN;

const FOUND: Readonly<Record<RoundingRow['method'], string>> = {
  exact: 'they were searched',
  searched: 'the search for them ended before the best was proven',
  rounded: 'they were rounded from the best sizes of any kind',
};

/** Why a plan in whole units is not called the best. */
export function nearWords({ method, gap, whole, bound, unit }: RoundingRow): string {
  const most =
    gap === null
      ? `${showNumber(((whole ?? bound) - bound) / 1e6, 2)} million ${unit}`
      : `${showNumber(100 * gap, 2)} % of what the park pays`;
  return `A better choice of whole units may exist (${FOUND[method]}), but none can save more than ${most}.`;
}

/** "smelter 2.73 × 110 kt/a": units that stand, as they are counted here. */
function counted(network: Network, { places }: UnitsAnswer, counts: Float64Array): string {
  const several = network.phases.length > 1;
  const lines = places.map(({ capacity, phase, unit }, at) => {
    const { title, shown } = network.capacities[capacity];
    const when = several ? ` (${network.phases[phase].id})` : '';
    return `${title}${when} ${showNumber(counts[at], 3)} × ${showNumber(unit * shown.factor)} ${shown.unit}`;
  });
  const more = lines.length > MOST ? ` and ${lines.length - MOST} more` : '';
  return `${lines.slice(0, MOST).join(', ')}${more}`;
}

/** What was tried. */
export const triedWords = ({ method, choices }: UnitsAnswer): string =>
  method === 'exact'
    ? 'This park cannot hold in whole units: HiGHS searched all choices of them and found none that does.'
    : `No choice of whole units was found that holds (tried: ${choices}, near the best sizes of any kind).`;

/** What would stand without units. */
export function freeWords({ network, units }: { network: Network; units: UnitsAnswer }): string {
  const { places, continuous } = units;
  return `If any size could be built it would hold: ${counted(network, units, standingAt(places, continuous.x))}.`;
}

/** Why there is no plan in whole units, and what there would be without them. */
export function refusedWords(network: Network, units: UnitsAnswer, row: RoundingRow): string {
  const { refused } = units;
  const free = freeWords({ network, units }).replace(
    /\.$/,
    `, at ${showNumber(row.continuous / 1e6)} million ${row.unit}.`,
  );
  const reasons =
    refused?.solution.proof === undefined
      ? []
      : conflictOfRay(network, refused.program, refused.solution.proof.ray).map(({ text }) => text);
  const head = triedWords(units);
  if (refused === null || reasons.length === 0) return `${head} ${free}`;
  const nearest = counted(network, units, refused.choice.standing);
  return `${head} ${free} With ${nearest}, these cannot hold together: ${reasons.join('; ')}.`;
}
