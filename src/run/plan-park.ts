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
import { KPI_NAMES, KPI_PERIODS, KPI_UNITS, kpiByName } from '../accounts/kpi-names.ts';
import { kpiRows } from '../accounts/kpi-rows.ts';
import type { RoundingRow } from '../accounts/promise-row.ts';
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
import { withoutDust } from '../solve/dust.ts';
import { type ParkAnswer, solvePark, UNITS_RULE, type UnitsAnswer } from '../solve/whole-units.ts';
import { consecutiveHours, fullYear, typicalWeeks } from '../units/calendar.ts';
import { count } from '../units/number.ts';
import type { TimeGrid } from '../units/time-grid.ts';
import { readParkHours } from '../weather/park-hours.ts';
import { chooseWeeks } from '../weather/typical-weeks.ts';
import type { WeatherYears } from '../weather/weather-years.ts';
import { boundPromises, measureOf } from './bound-promises.ts';
import { earnsWithoutEnd } from './earns-without-end.ts';
import { explain } from './explain.ts';
import { explainUnits } from './explain-units.ts';
import type { Explanation } from './explanation.ts';
import { withWhatTheyPayFor } from './paid-by-promises.ts';
import type { Run, RunRequest, RunStatus, Stage, StageReport } from './run.ts';
import { hashOf } from './run-id.ts';
import { isBest, nearWords, refusedWords, triedWords } from './units-words.ts';

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
  weather: [],
} as const;

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

function gridOf(park: Park, weather: WeatherYears, request: RunRequest): TimeGrid {
  const { hours, consecutive } = request;
  const { timeZone } = park;
  const weatherYears = weather.labels;
  if (hours === 'year' || hours >= weather.hours)
    return fullYear({ year: weather.year, hours: weather.hours, timeZone, weatherYears });
  const { year } = weather;
  if (consecutive)
    return consecutiveHours({ hours, hoursPerYear: weather.hours, timeZone, year, weatherYears });
  const count = Math.max(1, Math.round(hours / 168));
  const weeks = chooseWeeks(Object.values(weather.profiles), count, weather.hours, weatherYears.length);
  return typicalWeeks({ weeks, hoursPerYear: weather.hours, timeZone, year });
}

interface Prepared {
  readonly park: Park | null;
  readonly network: Network | null;
  readonly weather: readonly string[];
  readonly issues: readonly Issue[];
}

const weatherSize = ({ profiles, labels }: WeatherYears): string =>
  `${count(Object.keys(profiles).length, 'hourly weather profile')}${labels.length > 1 ? ` of ${count(labels.length, 'weather year')}` : ''}`;

/** Read, check, network: everything that needs no solver. */
async function prepare(request: RunRequest, timed: Timed): Promise<Prepared> {
  const { file, readText, library, scenario, strict } = request;
  const read = await timed(
    'read',
    () =>
      readPark(file, readText, library, {
        scenario,
        strict,
        kpiNames: KPI_NAMES,
        kpiUnits: KPI_UNITS,
        kpiPeriods: KPI_PERIODS,
      }),
    (made) =>
      made.ok
        ? `${count(made.value.plants.length, 'plant')}, ${count(made.value.stores.length, 'store')}, ${count(made.value.sites.length, 'site')}`
        : '',
  );
  if (!read.ok) return { park: null, network: null, weather: [], issues: read.issues };
  const park = read.value;
  const hours = await timed(
    'check',
    () => readParkHours(park, readText),
    (made) => (made.ok ? weatherSize(made.value.weather) : ''),
  );
  if (!hours.ok) return { park, network: null, weather: [], issues: [...read.issues, ...hours.issues] };
  const { weather, markets } = hours.value;
  const built = await timed(
    'network',
    () => {
      const grid = gridOf(park, weather, request);
      return buildNetwork(
        park,
        library,
        weather,
        park.phases.map(() => grid),
        markets,
      );
    },
    (made) =>
      made.ok
        ? `${count(made.value.nodes.length, 'node')}, ${count(made.value.processes.length, 'process', 'processes')}, ${count(made.value.stores.length, 'store')}, ${count(made.value.phases[0].grid.steps, 'hour')} (${made.value.phases[0].grid.label})`
        : '',
  );
  const issues = [...read.issues, ...hours.issues, ...built.issues];
  return { park, network: built.ok ? built.value : null, weather: weather.notes, issues };
}

/** The files of a park that hold hours or the power curve of a turbine, in an order of their own. */
function hourlyFiles(park: Park | null): string[] {
  if (park === null) return [];
  const { weather, markets, plants } = park;
  const curves = plants.flatMap(({ powerCurve }) => powerCurve ?? []);
  const ofMarkets = markets.flatMap(({ hourly }) => (hourly === null ? [] : [hourly.file]));
  const ofWeather = weather.flatMap((one) =>
    one.kind === 'file' ? [...(one.file === null ? [] : [one.file]), ...Object.values(one.files)] : [],
  );
  return [...new Set([...ofWeather, ...ofMarkets, ...curves])].sort();
}

async function manifestOf(request: RunRequest, park: Park | null): Promise<Record<string, string>> {
  const { solver, tolerance, timeLimit } = request.solve;
  const weatherFile = hourlyFiles(park)
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
    weather: prepared.weather,
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
  optimal: 'The plan is proven, and every balance was recomputed without the solver.',
  'near optimal': 'The plan is proven, and every balance was recomputed without the solver.',
  'not met':
    'The plan is proven, but demand is left unserved where the park allows it: this park is not met.',
  infeasible: 'This park cannot hold: its outputs, limits and binding promises contradict each other.',
  unbounded: 'This park earns without end: a limit is missing on something that can be sold.',
  limit: 'The limit of time was reached before the plan was proven.',
  failed: 'No plan: the result did not pass its checks.',
  'wrong input': 'The park file has mistakes; nothing was planned.',
};

/** What the proof is of: a plan on chosen weeks says nothing of the hours that were left out. */
const PROVEN_FOR: Readonly<Record<TimeGrid['label'], string>> = {
  'full year': 'this park',
  'typical weeks': 'the weeks that were chosen to stand for the year',
  'consecutive hours': 'the hours that were taken to stand for the year',
};

function provenMessage({ objective, phases }: Network): string {
  const better = objective.kind === 'least carbon' || objective.kind === 'trade off' ? 'better' : 'cheaper';
  const proof = `no ${better} one exists for ${PROVEN_FOR[phases[0].grid.label]}`;
  return `The plan is proven: ${proof}, and every balance was recomputed without the solver.`;
}

/** A limit is told by whoever met it. */
const said = (status: RunStatus, why: string): string =>
  status === 'limit' && why !== '' ? why : `${MESSAGES[status]} ${why}`.trim();

function solveSize({ solution, units }: ParkAnswer): string {
  const { status, iterations, solver } = solution;
  const held = units === null || units.choices === 0 ? '' : `, ${count(units.choices, 'choice')} held`;
  const whole = units === null ? '' : `; whole units ${units.method}${held}`;
  return `${status} after ${count(iterations, 'iteration')}, ${solver}${whole}`;
}

const explainSize = ({ changes }: Explanation): string =>
  `${count(changes.together.length, 'change')} together, ${count(changes.alone.length, 'alternative')}`;

/** The flow from park file to accounts. */
export async function planPark(request: RunRequest): Promise<Run> {
  const deadline = (request.began ?? request.clock()) + request.solve.timeLimit;
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
    weather: prepared.weather,
  };
  const { network } = prepared;
  if (network === null) return { ...base, status: 'wrong input', message: MESSAGES['wrong input'] };

  const { promises, measures, built } = await timed(
    'program',
    () => programOf(network),
    (made) => sizeOf(made.built),
  );
  const timeLimit = Math.max(0, deadline - request.clock());
  const options = { ...request.solve, timeLimit, signal: request.signal, onProgress: request.onProgress };
  const answer = await timed(
    'solve',
    async (): Promise<ParkAnswer> => {
      const found = await solvePark(network, built, request.solver, options);
      return { ...found, solution: withoutDust(network, built, found.solution, options.tolerance) };
    },
    solveSize,
  );
  const { solution, units } = answer;
  const found = roundingOf(network, built, answer);
  const rounding = found === null ? null : roundingRow(network, found, null);
  const solved = { ...base, program: built.program, solution, rounding };
  const { solver, clock } = request;
  const means = { solver, options, clock, deadline };
  const refusedUnits = async (of: UnitsAnswer, row: RoundingRow): Promise<Run> => {
    const head = triedWords(of);
    const explanation = await timed(
      'explain',
      () => explainUnits({ network, promises, units: of, head }, means),
      explainSize,
    );
    return { ...solved, explanation, status: solution.status, message: refusedWords(network, of, row) };
  };
  if (units !== null && rounding?.whole === null) return refusedUnits(units, rounding);
  if (solution.status !== 'optimal' || solution.x.length === 0) {
    const status = solution.status === 'optimal' ? 'failed' : solution.status;
    const { program } = built;
    if (status === 'unbounded' && solution.proof !== undefined) {
      const what = earnsWithoutEnd(network, program, solution.proof.ray);
      return { ...solved, status, message: said(status, what === '' ? solution.message : what) };
    }
    if (status !== 'infeasible') return { ...solved, status, message: said(status, solution.message) };
    const explanation = await timed(
      'explain',
      () => explain({ network, promises, program, proof: solution.proof }, means),
      explainSize,
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
      promises: withWhatTheyPayFor(
        { network, program: built.program, solution },
        plan,
        judgePromises(plan, REGISTER),
      ),
      claims: testClaims(plan, REGISTER),
    }),
    (made) =>
      `${count(made.kpis[0].length, 'figure')}, ${count(made.promises.length, 'promise')}, ${count(made.claims.length, 'claim')}`,
  );
  const judged = found === null ? null : roundingRow(network, found, plan);
  const unserved = plan.phases.some((phase) => phase.shortfall.some((value) => value > 1e-6));
  const near = judged === null || isBest(judged) ? '' : ` ${nearWords(judged)}`;
  const status = unserved ? 'not met' : near === '' ? 'optimal' : 'near optimal';
  const message = status === 'optimal' ? provenMessage(network) : `${MESSAGES[status]}${near}`;
  return { ...solved, ...rows, rounding: judged, plan, verification, status, message };
}
