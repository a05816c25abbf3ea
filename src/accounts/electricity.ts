/**
 * Where does the park's electricity come from and where does it go, in a year of a phase?
 * In: a plan. Out: MWh per year that add up: supply = used + exported + left over, and used = plants + storage losses +
 * line losses. Shared by the energy accounts, the claims and the carbon account.
 */
import type { Network, Process } from '../network/network.ts';
import type { Plan, PlanPhase } from '../plan/plan.ts';
import { annualTotals, netOf } from './annual-totals.ts';
import { playsRole, SMELTER_GROUP } from './commodity-roles.ts';
import { oncePerPhase } from './once.ts';

/** All MWh per year. */
export interface ElectricityYear {
  /** Own plants + purchases. */
  readonly supply: number;
  readonly own: number;
  readonly bought: number;
  readonly exported: number;
  /** Let go by a trim; counted with the exports, as not used. */
  readonly leftOver: number;
  /** Plants + storage losses + line losses. */
  readonly used: number;
  readonly usedByPlants: number;
  readonly storageLoss: number;
  readonly lineLoss: number;
  /** Plants of the smelter group: pots, rectifiers and what belongs to them. */
  readonly usedBySmelter: number;
  /** Supply × its renewable share, after curtailment. */
  readonly renewable: number;
  /** `renewable` less exports and what was left over, not below zero: exports are taken to be renewable first. */
  readonly renewableUsed: number;
  /** What weather-driven plants could have given, and what they were not asked for. */
  readonly potential: number;
  readonly curtailed: number;
}

/** Plants and purchases supply; sales and trims take away; the rest uses. */
export const isSupplier = (process: Process): boolean => process.kind === 'plant' || process.kind === 'buy';

/** MWh per year that a weather-driven plant could give at most. */
function potentialOf(network: Network, process: Process, phase: PlanPhase, phaseIndex: number): number {
  if (process.profile < 0 || process.capacity < 0) return 0;
  const { weight } = network.phases[phaseIndex].grid;
  const weather = network.series[process.profile].values[phaseIndex];
  const sun = weight.reduce((sum, hours, step) => sum + hours * weather[step], 0);
  const electricity = playsRole(network, 'electricity');
  return process.segments.reduce((sum, { share, flows }) => {
    const perUnit = flows.reduce((total, flow) => total + (electricity[flow.commodity] ? flow.amount : 0), 0);
    const most = Number.isFinite(share) ? share * phase.capacities[process.capacity] * sun : 0;
    return sum + Math.max(0, perUnit) * most;
  }, 0);
}

function computeYear(plan: Plan, phase: number): ElectricityYear {
  const { network } = plan;
  const totals = annualTotals(plan, phase);
  const electricity = playsRole(network, 'electricity');
  const sum = {
    own: 0,
    bought: 0,
    exported: 0,
    leftOver: 0,
    usedByPlants: 0,
    usedBySmelter: 0,
    lineLoss: 0,
    renewable: 0,
    potential: 0,
    fromWeather: 0,
  };
  for (const [number, process] of network.processes.entries()) {
    const net = netOf(totals, number, electricity);
    if (isSupplier(process) && net > 0) {
      if (process.kind === 'buy') sum.bought += net;
      else sum.own += net;
      sum.renewable += process.renewable * net;
      if (process.profile >= 0) sum.fromWeather += net;
    } else if (process.kind === 'sell') sum.exported -= net;
    else if (process.kind === 'trim') sum.leftOver -= net;
    else if (process.kind === 'link') sum.lineLoss -= net;
    else {
      sum.usedByPlants -= net;
      if (process.group === SMELTER_GROUP) sum.usedBySmelter -= net;
    }
    sum.potential += potentialOf(network, process, plan.phases[phase], phase);
  }
  const storageLoss = network.stores.reduce(
    (total, store, number) =>
      total + (electricity[network.nodes[store.node].commodity] ? totals.swallowed[number] : 0),
    0,
  );
  const supply = sum.own + sum.bought;
  const { potential, fromWeather, ...rest } = sum;
  return {
    ...rest,
    supply,
    storageLoss,
    used: supply - sum.exported - sum.leftOver,
    renewableUsed: Math.max(0, sum.renewable - sum.exported - sum.leftOver),
    potential,
    curtailed: Math.max(0, potential - fromWeather),
  };
}

export const electricityYear = oncePerPhase(computeYear, '');

/** step → MW that the smelter group takes, for charts and for its lowest and highest load. */
export function smelterLoad(plan: Plan, phase: number): Float64Array {
  const { network } = plan;
  const { grid } = network.phases[phase];
  const electricity = playsRole(network, 'electricity');
  const load = new Float64Array(grid.steps);
  for (const [number, process] of network.processes.entries()) {
    if (process.kind !== 'plant' || process.group !== SMELTER_GROUP) continue;
    const { of } = grid.periods[process.period];
    for (const [part, { flows }] of process.segments.entries()) {
      const perUnit = flows.reduce((sum, flow) => sum + (electricity[flow.commodity] ? flow.amount : 0), 0);
      const rates = plan.phases[phase].activity[number][part];
      for (let step = 0; step < grid.steps; step++) load[step] -= perUnit * rates[of[step]];
    }
  }
  return load;
}
