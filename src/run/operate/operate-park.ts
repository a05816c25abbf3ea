/**
 * Does a plan hold when nobody knows the weather beforehand?
 *
 *   park ─► PLAN ─► for each weather year:  weather, outages ─► with foresight ─► window by window ─► figures
 *           sizes    (other seeds)          of that year         (the yardstick)    (rolling horizon)
 *
 * In: a request (as for a plan, with how far is looked ahead). Out: an operation. Nothing is thrown for a user's mistake.
 */
import { enduranceOf } from '../../accounts/security.ts';
import { buildNetwork } from '../../network/build-network.ts';
import type { Network } from '../../network/network.ts';
import type { Library } from '../../park/library.ts';
import type { Park } from '../../park/park.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Verification } from '../../plan/verification.ts';
import { verifyOperation } from '../../plan/verify-operation.ts';
import { fullYear } from '../../units/calendar.ts';
import { count } from '../../units/number.ts';
import { readParkHours } from '../../weather/park-hours.ts';
import { planPark } from '../plan-park.ts';
import type { Run, RunStatus } from '../run.ts';
import { hoursOut } from './chance.ts';
import { noAnswerText } from './no-answer.ts';
import { type NoAnswer, operateYear, type YearRun, type YearTask } from './operate-year.ts';
import { operatingNetwork } from './operating-network.ts';
import type { OperatedYear, OperateRequest, Operation } from './operation.ts';
import { accountValues, contentValues, firstLevels, nodePrices, steeringOf } from './steer.ts';
import { drawOutages, forecastErrors } from './unknowns.ts';
import { type YearFigures, yearFigures } from './year-figures.ts';

/**
 * The park's network on every hour of one weather year: of another seed, or of the park's files in turn. Null when that year
 * cannot be made.
 */
function yearNetwork(
  park: Park,
  library: Library,
  readText: OperateRequest['readText'],
  seed: number,
  at: number,
): Network | null {
  const choice = park.weather[at % park.weather.length];
  const own = choice.kind === 'synthetic' ? { ...choice, seed } : choice;
  const read = readParkHours(park, readText, [own]);
  if (!read.ok) return null;
  const { weather, markets } = read.value;
  const { year, hours } = weather;
  const grid = fullYear({ year, hours, timeZone: park.timeZone });
  const built = buildNetwork(
    park,
    library,
    weather,
    park.phases.map(() => grid),
    markets,
  );
  return built.ok ? built.value : null;
}

/** Annuities of what was built and fixed cost of all that stands, in a year of the phase. */
export function standingCost({ network, phases }: Plan, phase: number): number {
  return network.capacities.reduce((sum, { annuity, existing, fixedCost }, index) => {
    const stands = phases[phase].capacities[index];
    return sum + annuity * (stands - existing) + fixedCost.value * stands;
  }, 0);
}

const isAnswer = (found: YearRun | NoAnswer): found is YearRun => 'record' in found;

const holdsBack = ({ security, stores }: Network): boolean =>
  security !== null || stores.some(({ floor }) => floor !== null);

interface Prepared {
  readonly request: OperateRequest;
  readonly park: Park;
  readonly plan: Plan;
  readonly phase: number;
  readonly deadline: number;
}

/** A year that was not run to its end, and what is told of it. */
interface NoYear {
  readonly status: NoAnswer['status'];
  readonly said: string;
}

/** One weather year, with foresight and without. */
async function oneYear(prepared: Prepared, seed: number, at: number): Promise<OperatedYear | NoYear> {
  const { request, park, plan, phase, deadline } = prepared;
  const { library, clock, solve, signal, onProgress, window, step } = request;
  const began = clock();
  const label = `year ${at + 1} of ${request.years}, seed ${seed}`;
  const year = yearNetwork(park, library, request.readText, seed, at);
  if (year === null) {
    const said = `The weather year of seed ${seed} could not be made.`;
    return { status: 'failed', said };
  }
  const planned = plan.phases[phase];
  const outages = request.outages ? drawOutages(library, year, planned, seed) : [];
  const { steps } = year.phases[phase].grid;
  // Who looks a year ahead holds rates as long as the plan does, and is the yardstick himself.
  const operated = operatingNetwork(year, phase, planned, outages, window >= steps);
  const steering = steeringOf(plan, phase);
  const prices = nodePrices(plan, phase);
  const levels = firstLevels(plan, phase, operated.network);
  const common = { park: operated, steering, prices, levels };
  const options = () => ({ ...solve, timeLimit: Math.max(0, deadline - clock()), signal });
  const forecast = { seed, errors: forecastErrors(library, request.forecastError), known: step };
  const tell = (stage: string, iteration: number) =>
    onProgress?.({ stage, iteration, objective: null, primal: null, dual: null, seconds: clock() - began });
  const figuresOf = ({ record }: YearRun, before: Float64Array) =>
    yearFigures(operated.network, record, steering.loads, before, {
      content: contentValues(year, prices, 0, steps),
      account: accountValues(year, prices, 0, steps),
    });
  const foreseeing: YearTask = {
    ...common,
    looking: { window: steps, step: steps, forecast },
    solver: request.solver,
    options: {
      ...options(),
      onProgress: (progress) =>
        onProgress?.({ ...progress, stage: `${label}, with foresight: ${progress.stage}` }),
    },
  };
  const noYear = (found: NoAnswer): NoYear => ({
    status: found.status,
    said: noAnswerText(
      { seed, grid: year.phases[phase].grid, outages: request.outages, holdsBack: holdsBack(year) },
      found,
    ),
  });
  const foreseen = await operateYear(foreseeing);
  if (!isAnswer(foreseen)) return noYear(foreseen);
  let iterations = 0;
  const rolling = await operateYear({
    ...common,
    looking: { window: Math.min(window, steps), step: Math.min(step, steps), forecast },
    solver: async (program) => {
      const answer = await request.windowSolver(program, options());
      iterations += answer.iterations;
      return answer;
    },
    options: options(),
    onWindow: (done, of) => tell(`${label}: window ${done} of ${of}`, iterations),
  });
  if (!isAnswer(rolling)) return noYear(rolling);
  // With foresight the year ends as it began: nothing to even out.
  const ahead = figuresOf(foreseen, foreseen.record.level);
  const figures = figuresOf(rolling, window >= steps ? rolling.record.level : levels);
  const verified = ({ record }: YearRun, of: YearFigures, before: Float64Array): Verification =>
    verifyOperation({
      network: operated.network,
      planned: planned.capacities,
      activity: record.activity,
      levels: record.levels,
      charge: record.charge,
      discharge: record.discharge,
      before,
      account: record.account,
      unserved: steering.loads.map(({ process }, at) => ({
        process,
        rates: record.unserved[at],
        told: of.loads[at].missed,
      })),
      cost: record.cost,
    });
  const verification = worseOf(
    verified(rolling, figures, window >= steps ? rolling.record.level : levels),
    verified(foreseen, ahead, foreseen.record.level),
  );
  return {
    seed,
    figures,
    foreseen: ahead,
    extraCost: figures.running - ahead.running,
    outages: outages.map((one) => {
      const { id, title } = operated.network.processes[one.process];
      return { id, title, hours: hoursOut(one) };
    }),
    verification,
    windows: rolling.windows,
    iterations: rolling.iterations,
    seconds: clock() - began,
  };
}

/** Both as one: the worst gap of either. */
function worseOf(one: Verification, other: Verification): Verification {
  const worse = one.largestGap.relative >= other.largestGap.relative ? one : other;
  return { ...worse, checked: one.checked + other.checked };
}

const unservedText = (years: readonly OperatedYear[]): string => {
  const short = years.filter(({ figures }) => figures.unserved.energy > 0 || isMissed(figures.loads)).length;
  return `Demand is left unserved in ${short} of ${count(years.length, 'weather year')}.`;
};

const isMissed = (loads: OperatedYear['figures']['loads']): boolean => loads.some(({ missed }) => missed > 0);

/** Plans the park and runs its sizes through other weather years without foresight. */
export async function operatePark(request: OperateRequest): Promise<Operation> {
  const deadline = (request.began ?? request.clock()) + request.solve.timeLimit;
  const run = await planPark(request);
  const { plan, park, library } = run;
  const phase = plan === null ? -1 : plan.phases.length - 1;
  const answer = (status: RunStatus, message: string, years: readonly OperatedYear[]): Operation => ({
    status,
    message,
    issues: run.issues,
    run,
    phase: plan?.network.phases[phase].id ?? null,
    standingCost: plan === null ? 0 : standingCost(plan, phase),
    otherWeather: isSynthetic(park),
    looking: {
      window: request.window,
      step: request.step,
      errors: forecastErrors(library, request.forecastError),
      outages: request.outages,
    },
    survival: plan === null ? null : enduranceOf(plan, phase),
    years,
  });
  if (plan === null || park === null) return answer(run.status, run.message, []);
  const years: OperatedYear[] = [];
  for (const [at, seed] of seedsOf(request, run).entries()) {
    request.onStageStart?.('operate');
    const found = await oneYear({ request, park, plan, phase, deadline }, seed, at);
    if ('said' in found) return answer(found.status, found.said, years);
    years.push(found);
    const { holds, largestGap } = found.verification;
    if (!holds) {
      const said = `The weather year of seed ${seed} did not pass its checks: the largest gap is in ${largestGap.what}, ${largestGap.where}.`;
      return answer('failed', said, years);
    }
    const size = `seed ${seed}: ${count(found.windows, 'window')}, ${count(found.iterations, 'iteration')}`;
    request.onStage?.({ stage: 'operate', seconds: found.seconds, size });
  }
  if (years.some(({ figures }) => isMissed(figures.loads)))
    return answer('not met', unservedText(years), years);
  return answer('optimal', `Everything was served in ${count(years.length, 'weather year')}.`, years);
}

const isSynthetic = (park: Park | null): boolean =>
  park?.weather.every(({ kind }) => kind === 'synthetic') ?? false;

/** The seeds after the plan's own, unless another first one is asked for. */
function seedsOf({ years, firstSeed }: OperateRequest, { park }: Run): number[] {
  const own = (park?.weather ?? []).map((choice) => (choice.kind === 'synthetic' ? choice.seed : 0));
  const first = firstSeed ?? Math.max(0, ...own) + 1;
  return Array.from({ length: years }, (_, at) => first + at);
}
