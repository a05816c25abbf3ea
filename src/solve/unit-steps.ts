/**
 * Which other choice of whole units is worth a try?
 * In: what was learnt from solving with choices held. Out: one choice more, or none.
 *
 * With units held, one more unit in a place adds its size to the limit of one row, and duality says what that does. Each
 * solve teaches a line (Benders 1962): prices give one that the objective of no choice is below, the weights of a
 * contradiction one that is above zero for every choice which they contradict. So much is known of a choice before it is
 * tried.
 */
import { choiceKey, choiceOf, type UnitChoice, type UnitPlace } from '../program/unit-choice.ts';
import type { Proof } from './proof.ts';
import type { Solution } from './solver.ts';

/** A share of a unit that is the solver's rounding. */
export const NEARLY = 1e-6;

/** A saving below this share of the objective is not looked for. */
export const WORTHWHILE = 1e-4;

/** A line over all choices: `value` at `standing`, and how it changes with one more unit in each place. */
export interface Lesson {
  /** `price`: no choice has a lower objective. `contradiction`: a choice above zero cannot hold. */
  readonly kind: 'price' | 'contradiction';
  readonly standing: Float64Array;
  readonly value: number;
  readonly slopes: Float64Array;
}

/** What prices teach, of a choice that holds or of any sizes. */
export function priceLesson(
  places: readonly UnitPlace[],
  standing: Float64Array,
  { y, objective: value }: Pick<Solution, 'y' | 'objective'>,
): Lesson {
  const slopes = Float64Array.from(places, ({ row, unit }) => y[row] * unit);
  return { kind: 'price', standing, value, slopes };
}

/** What the proof teaches that a choice cannot hold. */
export function contradictionLesson(
  places: readonly UnitPlace[],
  standing: Float64Array,
  { ray, missing: value }: Pick<Proof, 'ray' | 'missing'>,
): Lesson {
  const slopes = Float64Array.from(places, ({ row, unit }) => ray[row] * unit);
  return { kind: 'contradiction', standing, value, slopes };
}

function valueAt({ value, slopes, standing }: Lesson, at: Float64Array): number {
  let sum = value;
  for (const [place, slope] of slopes.entries()) sum += slope * (at[place] - standing[place]);
  return sum;
}

/** No objective of this choice is below; Infinity where a contradiction already found covers it. */
function lowest(lessons: readonly Lesson[], { standing }: UnitChoice): number {
  let least = Number.NEGATIVE_INFINITY;
  for (const lesson of lessons) {
    const value = valueAt(lesson, standing);
    if (lesson.kind === 'price') least = Math.max(least, value);
    // A contradiction that is all but gone is gone.
    else if (value > NEARLY * lesson.value) return Number.POSITIVE_INFINITY;
  }
  return least;
}

/**
 * Where the contradiction asks for more of a size the count goes to the whole number above the one wanted, where it asks
 * for less to the one below; what costs least for its help first, until the contradiction is gone. Since the counts wanted
 * (which hold) lie between, this always suffices for the contradiction at hand; another may show.
 */
export function mended(
  places: readonly UnitPlace[],
  choice: UnitChoice,
  wanted: Float64Array,
  { value, slopes }: Lesson,
): UnitChoice | null {
  const helps = places.flatMap(({ cost }, at) => {
    const other = slopes[at] < 0 ? Math.ceil(wanted[at] - NEARLY) : Math.floor(wanted[at] + NEARLY);
    const by = other - choice.standing[at];
    const help = -slopes[at] * by;
    return help > 0 ? [{ at, other, help, price: (cost * by) / help }] : [];
  });
  if (helps.length === 0) return null;
  const standing = choice.standing.slice();
  let missing = value;
  for (const { at, other, help } of helps.sort((a, b) => a.price - b.price)) {
    if (missing <= 0) break;
    standing[at] = other;
    missing -= help;
  }
  return choiceOf(places, standing);
}

/** Up to so many places, choices that differ in two of them are looked at as well. */
const FEW = 100;

/** The choices that differ by one unit in one place, or in two. */
function* neighbours(places: readonly UnitPlace[], { standing }: UnitChoice): Generator<UnitChoice> {
  const moved = (...moves: readonly (readonly [at: number, by: number])[]): UnitChoice => {
    const wanted = standing.slice();
    for (const [at, by] of moves) wanted[at] += by;
    return choiceOf(places, wanted);
  };
  for (const at of places.keys()) {
    for (const by of [-1, 1]) {
      yield moved([at, by]);
      for (let other = 0; other < at && places.length <= FEW; other++)
        for (const more of [-1, 1]) yield moved([at, by], [other, more]);
    }
  }
}

/** The neighbour that may cost least by all that was learnt, where it may cost less than `objective`; else null. */
export function bestStep(
  places: readonly UnitPlace[],
  from: UnitChoice,
  objective: number,
  lessons: readonly Lesson[],
  tried: ReadonlySet<string>,
): UnitChoice | null {
  let best: UnitChoice | null = null;
  let least = objective - WORTHWHILE * Math.max(1, Math.abs(objective));
  for (const choice of neighbours(places, from)) {
    const value = lowest(lessons, choice);
    if (value >= least || tried.has(choiceKey(choice))) continue;
    best = choice;
    least = value;
  }
  return best;
}
