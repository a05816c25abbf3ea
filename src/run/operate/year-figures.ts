/**
 * What does a year that was run tell? In: its record. Out: what was not served, by load; how cold the pots were; what it cost
 * to run, with what the stores hold more or less at its end; the renewable share that came out.
 */
import { playsRole } from '../../accounts/commodity-roles.ts';
import { kpiByName } from '../../accounts/kpi-names.ts';
import type { Network } from '../../network/network.ts';
import type { Load } from '../../program/operating.ts';
import { electricityPerUnit, heatStoreOf } from './steer.ts';
import { asPhase, type YearRecord } from './year-record.ts';

export interface UnservedLoad {
  readonly id: string;
  readonly title: string;
  /** Electricity that it was short of. */
  readonly energy: number;
  /** Hours in which it was short. */
  readonly hours: number;
  /** Share of the electricity that it wanted. */
  readonly share: number;
  /** What it was asked for and did not do, in its own unit. */
  readonly missed: number;
  readonly unit: string;
  /** What a MWh that is not served counts when hours are chosen: the lowest is cut first. */
  readonly price: number;
}

export interface PotsYear {
  readonly id: string;
  readonly title: string;
  /** Hours in which their heat is below its lower limit. */
  readonly coldHours: number;
  /** Longest run of hours short of power. */
  readonly longestGap: number;
  /** The worst of such runs as hours without any power: heat that they may lack for ever does not count. */
  readonly asOutage: number;
}

export interface YearFigures {
  /** MWh, h and share of all electricity that plants wanted. */
  readonly unserved: { readonly energy: number; readonly hours: number; readonly share: number };
  readonly loads: readonly UnservedLoad[];
  readonly pots: readonly PotsYear[];
  /** Money of running a year, content of the stores evened out; without what sizes cost. */
  readonly running: number;
  /** %; null without electricity. */
  readonly renewableShare: number | null;
}

/** Below this share of its largest hour a lack is the solver's rounding. */
const ROUNDING = 1e-4;
/** So is what is missed in a whole year below this share of what was wanted. */
const YEARLY_ROUNDING = 1e-6;

function electricityOf(network: Network, { activity }: YearRecord, process: number): number {
  const electricity = playsRole(network, 'electricity');
  const { segments } = network.processes[process];
  return segments.reduce((sum, { flows }, part) => {
    const perUnit = flows.reduce(
      (total, { commodity, amount }) => total + (electricity[commodity] ? amount : 0),
      0,
    );
    return sum + Math.max(0, -perUnit) * activity[process][part].reduce((a, b) => a + b, 0);
  }, 0);
}

/** Rates of a load that are more than rounding. */
function clean(
  network: Network,
  { done }: YearRecord,
  { process: index }: Load,
  rates: Float64Array,
): Float64Array {
  const process = network.processes[index];
  const size =
    process.capacity < 0
      ? Math.max(process.minPerYear / 8760, process.output ?? 0)
      : network.capacities[process.capacity].max;
  const more = rates.map((rate) => (rate > ROUNDING * size ? rate : 0));
  const missed = more.reduce((a, b) => a + b, 0);
  return missed > YEARLY_ROUNDING * done.wanted[index] ? more : more.fill(0);
}

function potsOf(network: Network, record: YearRecord, load: Load, short: Float64Array): PotsYear[] {
  const process = network.processes[load.process];
  const index = heatStoreOf(network, process);
  if (index < 0) return [];
  const store = network.stores[index];
  const size = network.capacities[store.capacity].max;
  const [limit, loss] = [store.low * size, -store.standing * size];
  // At the lower limit heat leaks back as fast as it is lacking.
  const enough = loss + limit * store.lossPerHour;
  const coldHours = record.levels[index].reduce(
    (hours, level) => hours + (level < limit - ROUNDING * Math.max(loss, Math.abs(limit)) ? 1 : 0),
    0,
  );
  let [gap, without, longestGap, asOutage] = [0, 0, 0, 0];
  short.forEach((rate, hour) => {
    const into = process.segments.reduce(
      (sum, { flows }, part) =>
        sum +
        record.activity[load.process][part][hour] *
          flows.reduce((total, flow) => total + (flow.node === store.node ? flow.amount : 0), 0),
      0,
    );
    gap = rate > 0 ? gap + 1 : 0;
    without = rate > 0 ? without + Math.max(0, 1 - into / enough) : 0;
    longestGap = Math.max(longestGap, gap);
    asOutage = Math.max(asOutage, without);
  });
  return [{ id: process.id, title: process.title, coldHours, longestGap, asOutage }];
}

/**
 * @param before what the stores held at the beginning of the year.
 * @param worth store → money per unit of content; node → of an account.
 */
export function yearFigures(
  network: Network,
  record: YearRecord,
  loads: readonly Load[],
  before: Float64Array,
  worth: { readonly content: Float64Array; readonly account: Float64Array },
): YearFigures {
  const rates = loads.map((load, at) => clean(network, record, load, record.unserved[at]));
  const told = loads.map(({ process: index, price }, at): UnservedLoad => {
    const process = network.processes[index];
    const perUnit = electricityPerUnit(network, process);
    const missed = rates[at].reduce((a, b) => a + b, 0);
    const energy = perUnit * missed;
    const served = electricityOf(network, record, index);
    return {
      id: process.id,
      title: process.title,
      energy,
      hours: rates[at].reduce((hours, rate) => hours + (rate > 0 ? 1 : 0), 0),
      share: energy > 0 ? energy / (energy + served) : 0,
      missed,
      unit: network.commodities[process.reference].unit,
      price: perUnit > 0 ? price / perUnit : Number.POSITIVE_INFINITY,
    };
  });
  const energy = told.reduce((sum, load) => sum + load.energy, 0);
  const used = network.processes.reduce(
    (sum, { kind }, index) => sum + (kind === 'plant' ? electricityOf(network, record, index) : 0),
    0,
  );
  const [{ grid }] = network.phases;
  let hours = 0;
  for (let hour = 0; hour < grid.steps; hour++) if (rates.some((list) => list[hour] > 0)) hours++;
  const more =
    record.level.reduce((sum, level, store) => sum + (level - before[store]) * worth.content[store], 0) +
    record.account.reduce((sum, account, node) => sum + account * worth.account[node], 0);
  const phase = asPhase(record, network);
  const plan = {
    network,
    measures: [],
    netPresentCost: 0,
    shortfallPenalty: 0,
    rounding: null,
    phases: [phase],
  };
  return {
    unserved: { energy, hours, share: energy > 0 ? energy / (energy + used) : 0 },
    loads: told,
    pots: loads.flatMap((load, at) => potsOf(network, record, load, rates[at])),
    running: record.cost - more,
    renewableShare: kpiByName('renewable-share')?.value(plan, 0).value ?? null,
  };
}
