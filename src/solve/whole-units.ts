/**
 * The park in whole units: searched where that is a matter of seconds, else rounded.
 * In: a network, its program with whole columns, and a solver. Out: the answer with whole units, beside the answer if any
 * size could be built, which no choice of units can better.
 *
 * 1. The program is solved as if any size could be built. What cannot hold here cannot hold in units; counts that come
 *    out whole are the answer already.
 * 2. A small program goes to the search of HiGHS (`SEARCH`), which proves its choice the best or says how far from it.
 * 3. Otherwise the counts are rounded to the nearest and the program is solved again with them held. A choice that cannot
 *    hold is mended where its contradiction points (`mended`); then the same is tried from all counts rounded up.
 * 4. From the first choice that holds, one unit more or less in a place or in two is tried where that may save by all that
 *    was learnt, what may cost least first (`bestStep`). When nothing is left, no such step is cheaper.
 *
 * Nothing here looks at a clock: how often is solved is counted (`MOST_CHOICES`), so the same park gives the same plan.
 */
import type { Network } from '../network/network.ts';
import type { BuiltProgram } from '../program/build-program.ts';
import type { Program } from '../program/program.ts';
import {
  choiceKey,
  choiceOf,
  standingAt,
  type UnitChoice,
  type UnitPlace,
  unitPlaces,
  withAnySize,
  withChoice,
} from '../program/unit-choice.ts';
import { withoutPoint } from './solution.ts';
import type { Solution, SolveOptions, Solver } from './solver.ts';
import {
  bestStep,
  contradictionLesson,
  type Lesson,
  mended,
  NEARLY,
  priceLesson,
  WORTHWHILE,
} from './unit-steps.ts';

/**
 * Searched are programs of up to so many columns, of which so many must be whole; `work` ends the search, in columns ×
 * branches. Measured: `docs/decisions/0010-whole-units.md`.
 */
export interface SearchLimits {
  readonly columns: number;
  readonly whole: number;
  readonly work: number;
}
export const SEARCH: SearchLimits = { columns: 10_000, whole: 24, work: 2e6 };

/** So many choices are solved with their units held, at the most. */
export const MOST_CHOICES = 6;

/** A choice that cannot hold is mended so often before all is rounded up. */
const MENDS = 2;

/** What may alter a plan in whole units, in words: for the manifest. */
export const UNITS_RULE = `searched up to ${SEARCH.columns} columns, ${SEARCH.whole} of them whole, ${SEARCH.work} columns x branches; else rounded, ${MOST_CHOICES} choices`;

/** A choice that cannot hold, and the program that shows it. */
export interface Refused {
  readonly choice: UnitChoice;
  readonly program: Program;
  readonly solution: Solution;
}

export interface UnitsAnswer {
  /** `exact`: proven the best choice; `searched`: the search ended before that; `rounded`: never searched. */
  readonly method: 'exact' | 'searched' | 'rounded';
  readonly places: readonly UnitPlace[];
  /** If any size could be built. */
  readonly continuous: Solution;
  /** No choice of units has a lower objective. */
  readonly bound: number;
  /** How many choices were solved with their units held. */
  readonly choices: number;
  /** The first choice that could not hold. */
  readonly refused: Refused | null;
}

export interface ParkAnswer {
  readonly solution: Solution;
  /** Null where nothing comes in whole units, where the park has no answer even with any size, or where time ran out. */
  readonly units: UnitsAnswer | null;
}

/** What all steps of one answer share. */
interface Task {
  readonly program: Program;
  readonly places: readonly UnitPlace[];
  readonly solver: Solver;
  readonly options: SolveOptions;
  readonly continuous: Solution;
  readonly tried: Set<string>;
  readonly lessons: Lesson[];
  readonly spent: { iterations: number; seconds: number };
  refused: Refused | null;
}

interface Held {
  readonly choice: UnitChoice;
  readonly solution: Solution;
}

export async function solvePark(
  network: Network,
  built: BuiltProgram,
  solver: Solver,
  options: SolveOptions,
  search: SearchLimits = SEARCH,
): Promise<ParkAnswer> {
  const { program } = built;
  const places = unitPlaces(network, built);
  if (places.length === 0) return { solution: await solver(program, options), units: null };
  const spent = { iterations: 0, seconds: 0 };
  const continuous = await solve({ solver, options, spent }, withAnySize(program), 'any size');
  if (continuous.status !== 'optimal') return { solution: continuous, units: null };
  const wanted = standingAt(places, continuous.x);
  const lessons = [priceLesson(places, wanted, continuous)];
  const tried = new Set<string>();
  const task: Task = { program, places, solver, options, continuous, tried, lessons, spent, refused: null };
  if (wanted.every((count) => Math.abs(count - Math.round(count)) <= NEARLY / 10))
    return answered(task, continuous, 'exact', continuous.objective);
  return (await searched(task, search)) ?? (await rounded(task, continuous.objective, 'rounded'));
}

/** One program solved, within what is left of the time; its iterations and seconds are added up. */
async function solve(
  { solver, options, spent }: Pick<Task, 'solver' | 'options' | 'spent'>,
  program: Program,
  stage: string,
  branchLimit?: number,
): Promise<Solution> {
  const { timeLimit, onProgress: tell } = options;
  const before = { ...spent };
  const solution = await solver(program, {
    ...options,
    timeLimit: Math.max(0, timeLimit - before.seconds),
    ...(branchLimit === undefined ? {} : { branchLimit }),
    ...(tell === undefined
      ? {}
      : {
          onProgress: (progress) =>
            tell({
              ...progress,
              stage: `${stage}: ${progress.stage}`,
              iteration: before.iterations + progress.iteration,
              seconds: before.seconds + progress.seconds,
            }),
        }),
  });
  spent.iterations += solution.iterations;
  spent.seconds += solution.seconds;
  return { ...solution, iterations: spent.iterations, seconds: spent.seconds };
}

const outOfTime = ({ options, spent }: Task): boolean =>
  options.signal?.aborted === true || spent.seconds >= options.timeLimit;

function answered(task: Task, solution: Solution, method: UnitsAnswer['method'], bound: number): ParkAnswer {
  const { places, continuous, tried, refused } = task;
  return { solution, units: { method, places, continuous, bound, choices: tried.size, refused } };
}

/** Cancelled or out of time: what was refused until then does not say that nothing holds. */
function stopped({ options, spent, continuous }: Task): ParkAnswer {
  const message =
    options.signal?.aborted === true
      ? 'The solve was cancelled.'
      : 'The time limit was reached before whole units were chosen.';
  const said = { ...spent, status: 'limit' as const, message, solver: continuous.solver };
  return { solution: withoutPoint(said), units: null };
}

/** Null: too large to be searched, or the search broke off. */
async function searched(task: Task, search: SearchLimits): Promise<ParkAnswer | null> {
  const { program, places, options, continuous } = task;
  const open = places.filter(({ least, most }) => least < most).length;
  // Whoever asks for the interior point method by name gets no other.
  if (options.solver === 'interior' || program.columns > search.columns || open > search.whole) return null;
  const branches = Math.ceil(search.work / program.columns);
  const found = await solve(task, program, 'whole units searched', branches);
  if (found.status === 'optimal')
    return answered(task, found, 'exact', Math.max(continuous.objective, found.bound ?? found.objective));
  if (outOfTime(task)) return stopped(task);
  if (found.status === 'infeasible') {
    // Why not? The nearest choice is refused with a proof that can be told; the search has none.
    const choice = choiceOf(places, standingAt(places, continuous.x).map(Math.round));
    const held = await hold(task, choice);
    if (outOfTime(task)) return stopped(task);
    if (held?.status === 'optimal')
      return improved(task, { choice, solution: held }, continuous.objective, 'rounded');
    return answered(task, { ...found, ...task.spent }, 'exact', continuous.objective);
  }
  if (found.status !== 'limit' || found.x.length === 0) return null;
  const bound = Math.max(continuous.objective, found.bound ?? continuous.objective);
  const choice = choiceOf(places, standingAt(places, found.x).map(Math.round));
  const held = await hold(task, choice);
  if (outOfTime(task)) return stopped(task);
  return held?.status === 'optimal' ? improved(task, { choice, solution: held }, bound, 'searched') : null;
}

/** The program with one choice held; null when that was tried before, or when enough was tried. */
async function hold(task: Task, choice: UnitChoice): Promise<Solution | null> {
  const key = choiceKey(choice);
  if (task.tried.has(key) || task.tried.size >= MOST_CHOICES) return null;
  task.tried.add(key);
  const program = withChoice(task.program, task.places, choice);
  const stage = `whole units, ${task.tried.size} of at most ${MOST_CHOICES}`;
  const solution = await solve(task, program, stage);
  if (solution.status === 'optimal') task.lessons.push(priceLesson(task.places, choice.standing, solution));
  const contradiction = contradictionOf(task, choice, solution);
  if (contradiction !== null) task.lessons.push(contradiction);
  if (solution.status === 'infeasible' && task.refused === null) task.refused = { choice, program, solution };
  return solution;
}

const contradictionOf = ({ places }: Task, { standing }: UnitChoice, { proof }: Solution): Lesson | null =>
  proof === undefined ? null : contradictionLesson(places, standing, proof);

async function rounded(task: Task, bound: number, method: UnitsAnswer['method']): Promise<ParkAnswer> {
  const { places, continuous } = task;
  const wanted = standingAt(places, continuous.x);
  const up = (count: number): number => Math.ceil(count - NEARLY);
  for (const round of [Math.round, up]) {
    let choice: UnitChoice | null = choiceOf(places, wanted.map(round));
    for (let mends = 0; choice !== null && mends <= MENDS; mends++) {
      const solution = await hold(task, choice);
      if (solution === null) break;
      if (solution.status === 'optimal') return improved(task, { choice, solution }, bound, method);
      if (outOfTime(task)) return stopped(task);
      const lesson = contradictionOf(task, choice, solution);
      choice = lesson === null ? null : mended(places, choice, wanted, lesson);
    }
  }
  const message = 'No choice of whole units that was tried can hold.';
  const said = { ...task.spent, status: 'limit' as const, message, solver: continuous.solver };
  return answered(task, withoutPoint(said), method, continuous.objective);
}

/** The best choice that single units more or less lead to, as far as is tried. */
async function improved(
  task: Task,
  first: Held,
  bound: number,
  method: UnitsAnswer['method'],
): Promise<ParkAnswer> {
  let best = first;
  while (best.solution.objective - bound > WORTHWHILE * Math.max(1, Math.abs(bound))) {
    const step = bestStep(task.places, best.choice, best.solution.objective, task.lessons, task.tried);
    const solution = step === null ? null : await hold(task, step);
    if (step === null || solution === null) break;
    if (outOfTime(task)) return stopped(task);
    if (solution.status === 'optimal' && solution.objective < best.solution.objective)
      best = { choice: step, solution };
  }
  return answered(task, { ...best.solution, ...task.spent }, method, bound);
}
