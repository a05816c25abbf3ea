/**
 * The whole flow, strung together; the only place that does it.
 *
 *   park file ─► READ ─► CHECK ─► NETWORK ─► PROGRAM ─► SOLVE ─► VERIFY ─► ACCOUNT ─► (a face writes and shows)
 *   + library     │        │         │          │         │         │         │
 *   + weather   park     issues    nodes and  rows and  status   plan and   KPIs, promises,
 *                                  processes  columns            largest gap claims
 *
 * In: a request (texts, library, solver, clock: handed in by a face). Out: a run. Nothing is thrown for a user's mistake.
 */
import { capacityRows } from '../accounts/capacity-account.ts';
import { testClaims } from '../accounts/claims.ts';
import { KPI_NAMES, KPI_UNITS, kpiByName } from '../accounts/kpi-names.ts';
import { kpiRows } from '../accounts/kpi-rows.ts';
import { judgePromises } from '../accounts/promises.ts';
import { REGISTER } from '../accounts/register.ts';
import { roundingRow } from '../accounts/rounding-account.ts';
import { buildNetwork } from '../network/build-network.ts';
import type { Network } from '../network/network.ts';
import type { Issue } from '../park/issue.ts';
import type { Park } from '../park/park.ts';
import { readPark } from '../park/read-park.ts';
import { extract, roundingOf } from '../plan/extract.ts';
import { verify } from '../plan/verify.ts';
import { type BuiltProgram, buildProgram } from '../program/build-program.ts';
import { type ParkAnswer, solvePark, UNITS_RULE } from '../solve/whole-units.ts';
import { consecutiveHours, fullYear, typicalWeeks } from '../units/calendar.ts';
import type { TimeGrid } from '../units/time-grid.ts';
import { chooseWeeks } from '../weather/typical-weeks.ts';
import { makeWeatherYear, type WeatherYear } from '../weather/weather-year.ts';
import { boundPromises, measureOf } from './bound-promises.ts';
import { explain } from './explain.ts';
import type { Run, RunRequest, RunStatus, Stage, StageReport } from './run.ts';
import { hashOf } from './run-id.ts';
import { isBest, nearWords, refusedWords } from './units-words.ts';

const EMPTY = {
  park: null,
  network: null,
  program: null,
  solution: null,
  plan: null,
  verification: null,
  explanation: null,
  kpis: [],
  capacities: [],
  rounding: null,
  promises: [],
  claims: [],
  assumed: [],
} as const;

/** "3 nodes", "1 process": one and many are told apart. */
function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en').replaceAll(',', '\u202f')} ${number === 1 ? one : many}`;
}

/** Times each stage and tells about it. */
function stopwatch(request: RunRequest, stages: StageReport[]) {
  return async <T>(stage: Stage, work: () => T | Promise<T>, size: (made: T) => string): Promise<T> => {
    request.onStageStart?.(stage);
    const start = request.clock();
    const made = await work();
    const report = { stage, seconds: request.clock() - start, size: size(made) };
    stages.push(report);
    request.onStage?.(report);
    return made;
  };
}

type Timed = ReturnType<typeof stopwatch>;

function gridOf(park: Park, weather: WeatherYear, request: RunRequest): TimeGrid {
  const { hours, consecutive } = request;
  const { timeZone } = park;
  if (hours === 'year' || hours >= weather.hours)
    return fullYear({ year: weather.year, hours: weather.hours, timeZone });
  const { year } = weather;
  if (consecutive) return consecutiveHours({ hours, hoursPerYear: weather.hours, timeZone, year });
  const count = Math.max(1, Math.round(hours / 168));
  const weeks = chooseWeeks(Object.values(weather.profiles), count, weather.hours);
  return typicalWeeks({ weeks, hoursPerYear: weather.hours, timeZone, year });
}

interface Prepared {
  readonly park: Park | null;
  readonly network: Network | null;
  readonly issues: readonly Issue[];
}

/** Read, check, network: everything that needs no solver. */
async function prepare(request: RunRequest, timed: Timed): Promise<Prepared> {
  const { file, readText, library, scenario, strict } = request;
  const read = await timed(
    'read',
    () => readPark(file, readText, library, { scenario, strict, kpiNames: KPI_NAMES, kpiUnits: KPI_UNITS }),
    (made) =>
      made.ok
        ? `${count(made.value.plants.length, 'plant')}, ${count(made.value.stores.length, 'store')}, ${count(made.value.sites.length, 'site')}`
        : '',
  );
  if (!read.ok) return { park: null, network: null, issues: read.issues };
  const park = read.value;
  const weather = await timed(
    'check',
    () =>
      makeWeatherYear(
        park.weather,
        park.sites,
        park.plants.flatMap((plant) =>
          plant.library.profile === undefined ? [] : [{ site: plant.site, profile: plant.library.profile }],
        ),
        readText,
        park.timeZone,
      ),
    (made) => (made.ok ? count(Object.keys(made.value.profiles).length, 'hourly weather profile') : ''),
  );
  if (!weather.ok) return { park, network: null, issues: [...read.issues, ...weather.issues] };
  const built = await timed(
    'network',
    () => {
      const grid = gridOf(park, weather.value, request);
      return buildNetwork(
        park,
        library,
        weather.value,
        park.phases.map(() => grid),
      );
    },
    (made) =>
      made.ok
        ? `${count(made.value.nodes.length, 'node')}, ${count(made.value.processes.length, 'process', 'processes')}, ${count(made.value.stores.length, 'store')}, ${count(made.value.phases[0].grid.steps, 'hour')} (${made.value.phases[0].grid.label})`
        : '',
  );
  const issues = [...read.issues, ...weather.issues, ...built.issues];
  return { park, network: built.ok ? built.value : null, issues };
}

/** The weather files of a park, in an order of their own. */
function textsOf(park: Park | null): string[] {
  if (park?.weather.kind !== 'file') return [];
  const { file, files } = park.weather;
  return [...new Set([...(file === null ? [] : [file]), ...Object.values(files)])].sort();
}

async function manifestOf(request: RunRequest, park: Park | null): Promise<Record<string, string>> {
  const { solver, tolerance, timeLimit } = request.solve;
  const weatherFile = textsOf(park)
    .map((file) => request.readText(file) ?? '')
    .join('\n');
  return {
    park: await hashOf({ canonical: park?.canonical ?? request.readText(request.file) ?? '' }),
    library: await hashOf(request.library.texts),
    series: await hashOf({ weatherFile }),
    hours: `${request.hours}${request.consecutive ? ' consecutive' : ''}`,
    scenario: request.scenario ?? '',
    strict: String(request.strict),
    'whole units': UNITS_RULE,
    solver: `${solver}, tolerance ${tolerance}, time limit ${timeLimit} s`,
    version: request.version,
  };
}

/** `check` and `show`: the flow up to the program, nothing solved. */
export async function checkPark(request: RunRequest): Promise<Run> {
  const stages: StageReport[] = [];
  const timed = stopwatch(request, stages);
  const prepared = await prepare(request, timed);
  const wrong = prepared.issues.some((one) => one.severity === 'error');
  const built =
    prepared.network === null
      ? null
      : await timed(
          'program',
          () => programOf(prepared.network as Network),
          (made) => sizeOf(made.built),
        );
  const manifest = await manifestOf(request, prepared.park);
  return {
    ...EMPTY,
    status: wrong ? 'wrong input' : 'optimal',
    id: await hashOf(manifest),
    manifest,
    stages,
    issues: prepared.issues,
    library: request.library,
    register: REGISTER,
    park: prepared.park,
    network: prepared.network,
    program: built?.built.program ?? null,
    assumed: prepared.network?.assumed ?? prepared.park?.assumed ?? [],
    message: wrong
      ? 'The park file has mistakes; nothing was planned.'
      : 'The park file holds together; nothing was solved.',
  };
}

const sizeOf = ({ program }: BuiltProgram): string =>
  `${count(program.columns, 'column')}, ${count(program.rows, 'row')}, ${count(program.values.length, 'non-zero')} before presolve`;

function programOf(network: Network) {
  const promises = boundPromises(network, kpiByName);
  const measures = promises.map((promise) => measureOf(promise));
  return { promises, measures, built: buildProgram(network, measures) };
}

const MESSAGES: Readonly<Record<RunStatus, string>> = {
  optimal:
    'The plan is proven: no cheaper one exists for this park, and every balance was recomputed without the solver.',
  'near optimal': 'The plan is proven, and every balance was recomputed without the solver.',
  'not met':
    'The plan is proven, but demand is left unserved where the park allows it: this park is not met.',
  infeasible: 'This park cannot hold: its outputs, limits and binding promises contradict each other.',
  unbounded: 'This park earns without end: a limit is missing on something that can be sold.',
  limit: 'The limit of time was reached before the plan was proven.',
  failed: 'No plan: the result did not pass its checks.',
  'wrong input': 'The park file has mistakes; nothing was planned.',
};

function solveSize({ solution, units }: ParkAnswer): string {
  const { status, iterations, solver } = solution;
  const held = units === null || units.choices === 0 ? '' : `, ${count(units.choices, 'choice')} held`;
  const whole = units === null ? '' : `; whole units ${units.method}${held}`;
  return `${status} after ${count(iterations, 'iteration')}, ${solver}${whole}`;
}

/** The flow from park file to accounts. */
export async function planPark(request: RunRequest): Promise<Run> {
  const stages: StageReport[] = [];
  const timed = stopwatch(request, stages);
  const prepared = await prepare(request, timed);
  const manifest = await manifestOf(request, prepared.park);
  const base = {
    ...EMPTY,
    id: await hashOf(manifest),
    manifest,
    stages,
    issues: prepared.issues,
    library: request.library,
    register: REGISTER,
    park: prepared.park,
    network: prepared.network,
    assumed: prepared.network?.assumed ?? prepared.park?.assumed ?? [],
  };
  const { network } = prepared;
  if (network === null) return { ...base, status: 'wrong input', message: MESSAGES['wrong input'] };

  const { promises, measures, built } = await timed(
    'program',
    () => programOf(network),
    (made) => sizeOf(made.built),
  );
  const options = { ...request.solve, signal: request.signal, onProgress: request.onProgress };
  const deadline = request.clock() + options.timeLimit;
  const answer = await timed('solve', () => solvePark(network, built, request.solver, options), solveSize);
  const { solution, units } = answer;
  const found = roundingOf(network, built, answer);
  const rounding = found === null ? null : roundingRow(network, found);
  const solved = { ...base, program: built.program, solution, rounding };
  if (units !== null && rounding?.whole === null)
    return { ...solved, status: solution.status, message: refusedWords(network, units, rounding) };
  if (solution.status !== 'optimal' || solution.x.length === 0) {
    const status = solution.status === 'optimal' ? 'failed' : solution.status;
    if (status !== 'infeasible')
      return { ...solved, status, message: `${MESSAGES[status]} ${solution.message}`.trim() };
    const { solver, clock } = request;
    const { program } = built;
    const explanation = await timed(
      'explain',
      () =>
        explain({ network, promises, program, proof: solution.proof }, { solver, options, clock, deadline }),
      ({ changes }) =>
        `${count(changes.together.length, 'change')} together, ${count(changes.alone.length, 'alternative')}`,
    );
    const reasons = explanation.conflict.map(({ text }) => text);
    const why = reasons.length > 0 ? `These cannot hold together: ${reasons.join('; ')}.` : solution.message;
    return { ...solved, explanation, status, message: `${MESSAGES[status]} ${why}`.trim() };
  }
  const { plan, verification } = await timed(
    'verify',
    () => {
      const made = extract(network, measures, built, answer);
      return { plan: made, verification: verify(made) };
    },
    (made) =>
      `${count(made.verification.checked, 'balance, limit or sum', 'balances, limits and sums')} recomputed, largest gap ${made.verification.largestGap.relative.toExponential(1)}`,
  );
  if (!verification.holds) {
    const { what, where } = verification.largestGap;
    const message = `${MESSAGES.failed} The largest gap is in ${what}, ${where}; a plan that does not verify is not called a plan.`;
    return { ...solved, verification, status: 'failed', message };
  }
  const rows = await timed(
    'account',
    () => ({
      kpis: network.phases.map((_, phase) => kpiRows(plan, phase, REGISTER)),
      capacities: capacityRows(plan),
      promises: judgePromises(plan, REGISTER),
      claims: testClaims(plan, REGISTER),
    }),
    (made) =>
      `${count(made.kpis[0].length, 'figure')}, ${count(made.promises.length, 'promise')}, ${count(made.claims.length, 'claim')}`,
  );
  const unserved = plan.phases.some((phase) => phase.shortfall.some((value) => value > 1e-6));
  const near = rounding === null || isBest(rounding) ? '' : ` ${nearWords(rounding)}`;
  const status = unserved ? 'not met' : near === '' ? 'optimal' : 'near optimal';
  return { ...solved, ...rows, plan, verification, status, message: `${MESSAGES[status]}${near}` };
}
