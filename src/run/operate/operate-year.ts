/**
 * A year run by someone who sees only so far ahead.
 * In: the park of that year, what steers it, how far is looked and how often. Out: what happened, window by window; or which
 * window had no answer. A window as long as the year is perfect foresight: the year then ends as it began, as in a plan.
 */
import { buildOperating, type Opening, type Steering } from '../../program/operating.ts';
import type { Solution, SolveOptions, Solver } from '../../solve/solver.ts';
import { conflictOfRay } from '../conflict.ts';
import { expected, type Forecast } from './chance.ts';
import type { OperatingNetwork } from './operating-network.ts';
import { accountValues, contentValues, type NodePrices } from './steer.ts';
import { windowNetwork } from './window-network.ts';
import { commit, openRecord, type YearRecord } from './year-record.ts';

export interface Looking {
  /** Hours ahead that are looked at, and hours of them that are carried out. */
  readonly window: number;
  readonly step: number;
  readonly forecast: Forecast;
}

export interface YearTask {
  readonly park: OperatingNetwork;
  readonly steering: Steering;
  readonly prices: NodePrices;
  /** What the stores hold at the beginning. */
  readonly levels: Float64Array;
  readonly looking: Looking;
  readonly solver: Solver;
  readonly options: SolveOptions;
  /** Told after each window. */
  readonly onWindow?: (done: number, of: number) => void;
}

export interface YearRun {
  readonly record: YearRecord;
  readonly windows: number;
  readonly iterations: number;
}

/** A window without an answer: which, and why. */
export interface NoAnswer {
  /** Its first hour, and how many it has. */
  readonly first: number;
  readonly hours: number;
  readonly status: Exclude<Solution['status'], 'optimal'>;
  readonly message: string;
  /** What contradicts each other in words of the plant, the heaviest first; empty where there is no proof. */
  readonly conflict: readonly string[];
}

/** Times what a unit costs, and money per unit: what cannot be made good within a window costs more than any other way. */
const ACCOUNT_PRICE = { times: 10, least: 100 };

export async function operateYear(task: YearTask): Promise<YearRun | NoAnswer> {
  const { park, steering, prices, looking, solver, options, onWindow } = task;
  const { network: year, drives } = park;
  const { steps } = year.phases[0].grid;
  const record = openRecord(year, steering.loads, task.levels);
  const isWhole = looking.window >= steps;
  const step = isWhole ? steps : looking.step;
  const of = Math.ceil(steps / step);
  let iterations = 0;
  for (let done = 0; done < of; done++) {
    const first = done * step;
    const hours = Math.min(looking.window, steps - first);
    const window = isWhole
      ? year
      : windowNetwork(
          year,
          first,
          hours,
          record.done,
          drives.map((drive, place) => expected(drive, place, first, hours, looking.forecast)),
        );
    const opening: Opening | null = isWhole
      ? null
      : {
          level: record.level,
          account: record.account,
          contentValue: contentValues(year, prices, first + hours, steps),
          accountPrice: accountValues(year, prices, first + hours, steps).map(
            (price) => ACCOUNT_PRICE.times * Math.abs(price) + ACCOUNT_PRICE.least,
          ),
        };
    const built = buildOperating(window, steering, opening);
    const { status, message, x, proof, ...answer } = await solver(built.program, options);
    iterations += answer.iterations;
    if (status !== 'optimal') {
      const told =
        status === 'infeasible' && proof !== undefined ? conflictOfRay(window, built.program, proof.ray) : [];
      return { first, hours, status, message, conflict: told.map(({ text }) => text) };
    }
    commit(record, {
      window,
      built,
      x,
      loads: steering.loads,
      first,
      hours: Math.min(step, hours),
    });
    onWindow?.(done + 1, of);
  }
  return { record, windows: of, iterations };
}
