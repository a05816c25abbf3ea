/**
 * What does the solution say in the network's own terms?
 * In: network, the built program's column map, an answer. Out: a plan. Duals are turned into prices: what one more unit
 * demanded costs (balances), what one unit of loosening saves (limits), money of the park per unit.
 */
import type { Measure, Network } from '../network/network.ts';
import type { BuiltProgram } from '../program/build-program.ts';
import { isDirect, MONEY, objectiveWeights, type PhaseColumns } from '../program/columns.ts';
import { periodHours, previousInSegment } from '../program/overlap.ts';
import type { Family, Program } from '../program/program.ts';
import { blendLimits } from '../program/rules/blend-limits.ts';
import { isSupply } from '../program/rules/hourly-matching.ts';
import { measures as measuresRule } from '../program/rules/measures.ts';
import { rowMisses } from '../solve/certificate.ts';
import type { Solution } from '../solve/solver.ts';
import type { ParkAnswer } from '../solve/whole-units.ts';
import type { Plan, PlanMatching, PlanPhase, Rounding } from './plan.ts';

/** Interior solutions end a hair outside their bounds; a size or rate below nothing has no meaning. */
function atLeastZero(values: Float64Array): Float64Array {
  return values.map((value) => Math.max(value, 0));
}

function pricesOf(
  network: Network,
  families: readonly Family[],
  y: Float64Array,
  phase: number,
): Pick<PlanPhase, 'price' | 'yearLimitPrice' | 'outputPrice'> {
  const { grid, weight } = network.phases[phase];
  const perYear = 1 / (MONEY * objectiveWeights(network.objective).money * weight);
  const price = network.nodes.map((node) => new Float64Array(grid.periods[node.period].count));
  const yearLimitPrice = new Float64Array(network.processes.length);
  const outputPrice = new Float64Array(network.processes.length);
  for (const family of families) {
    if (family.phase !== phase) continue;
    if (family.kind === 'balance') {
      const { period } = network.nodes[family.index];
      const counted = periodHours(grid, period);
      const { hours } = grid.periods[period];
      // A period that stands for several like it is demanded in each of them.
      for (let at = 0; at < family.count; at++)
        price[family.index][at] = (y[family.first + at] * perYear * counted[at]) / hours[at];
    }
    // One unit a year more is its share of one in each weather year's row.
    const ofYear = (): number => {
      let sum = 0;
      for (let row = family.first; row < family.first + family.count; row++) sum += y[row];
      return (sum * perYear) / family.count;
    };
    if (family.kind === 'yearly-limits' && family.part === 0) yearLimitPrice[family.index] = -ofYear();
    if (family.kind === 'output') outputPrice[family.index] = ofYear();
  }
  return { price, yearLimitPrice, outputPrice };
}

function storeFlows(
  network: Network,
  phase: number,
  columns: PhaseColumns,
  x: Float64Array,
  capacities: Float64Array,
): Pick<PlanPhase, 'level' | 'charge' | 'discharge'> {
  const { grid } = network.phases[phase];
  const slice = (first: number, count: number): Float64Array => x.slice(first, first + count);
  const level: Float64Array[] = [];
  const charge: Float64Array[] = [];
  const discharge: Float64Array[] = [];
  network.stores.forEach((store, index) => {
    const { period } = network.nodes[store.node];
    const hours = periodHours(grid, period);
    const content = slice(columns.level[index], hours.length);
    level.push(content);
    if (!isDirect(store)) {
      charge.push(atLeastZero(slice(columns.charge[index], hours.length)));
      discharge.push(atLeastZero(slice(columns.discharge[index], hours.length)));
      return;
    }
    const previous = previousInSegment(grid, period);
    const standing = store.standing * capacities[store.capacity];
    const net = content.map(
      (now, at) =>
        (now - (1 - store.lossPerHour) ** hours[at] * content[previous[at]]) / hours[at] - standing,
    );
    charge.push(net.map((rate) => Math.max(rate, 0)));
    discharge.push(net.map((rate) => Math.max(-rate, 0)));
  });
  return { level, charge, discharge };
}

/** What whole units were chosen from; null where nothing comes in such. */
export function roundingOf(
  network: Network,
  built: BuiltProgram,
  { solution, units }: ParkAnswer,
): Rounding | null {
  if (units === null) return null;
  const inMoney = 1 / (MONEY * objectiveWeights(network.objective).money);
  return {
    method: units.method,
    continuous: units.continuous.objective * inMoney,
    whole: solution.x.length === 0 ? null : solution.objective * inMoney,
    bound: units.bound * inMoney,
    choices: units.choices,
    sizes: built.columns.map(({ stands }) =>
      Float64Array.from(stands, (column) => units.continuous.x[column]),
    ),
  };
}

/** Below this share of what it is the difference of, a reduced cost is the solver's rounding. */
const ROUNDING = 1e-6;

/**
 * A column's reduced cost, exactly 0 where its cost and what its rows pay for it are one sum. It is held against those sums
 * and not against other columns: a megawatt and a million tonnes a year are worth too different amounts.
 */
function withoutRounding(reduced: number, program: Program, column: number, y: Float64Array): number {
  let sums = Math.abs(program.cost[column]);
  for (let at = program.starts[column]; at < program.starts[column + 1]; at++)
    sums += Math.abs(program.values[at] * y[program.indices[at]]);
  return Math.abs(reduced) <= ROUNDING * sums ? 0 : reduced;
}

/** Is a row's price more than rounding in what this column costs and its rows pay for it? */
export function isFelt({ y }: Pick<Solution, 'y'>, program: Program, row: number, column: number): boolean {
  for (let at = program.starts[column]; at < program.starts[column + 1]; at++)
    if (program.indices[at] === row)
      return withoutRounding(program.values[at] * y[row], program, column, y) !== 0;
  return false;
}

/** A row that moves less than this share of all that the objective sums up has no price. */
const UNFELT = 1e-9;
/**
 * Of a row's room to spare and its price one is nothing, and an interior point ends with both a hair above it, where their product is
 * its gap. The room is taken against what the row does, the price against all that the objective sums up; a price may be little and
 * still be one, so that it is rounding only where it is far smaller than the room.
 */
const FAR = 1e-2;

/** Phase → what one unit of each measure costs; exactly 0 where the price is the solver's rounding. */
function measurePrices(
  { phases }: Network,
  { program }: BuiltProgram,
  { x, y }: Solution,
  measures: readonly Measure[],
): readonly Float64Array[] {
  const prices = phases.map(() => new Float64Array(measures.length));
  if (measures.length === 0) return prices;
  const { sums, scale } = rowMisses(program, x);
  const objective = program.cost.reduce((sum, cost, j) => sum + Math.abs(cost * x[j]), 0);
  for (const { kind, index, phase, first: row } of program.rowFamilies) {
    if (kind !== measuresRule.name) continue;
    const price = Math.abs(y[row]);
    const limit = y[row] > 0 ? program.rowLower[row] : program.rowUpper[row];
    const room = Math.abs(sums[row] - limit) / scale[row];
    const felt = objective === 0 ? 0 : (price * scale[row]) / objective;
    prices[phase][index] = felt > Math.max(UNFELT, FAR * room) ? price : 0;
  }
  return prices;
}

/**
 * d cost / d limit: the limit stands in each row before the activity of all feeds, so a row's price counts as many times as
 * is made in its period.
 */
function blendPrices(
  network: Network,
  { program, columns }: BuiltProgram,
  { x, y }: Solution,
  phase: number,
): Float64Array[] {
  const perYear = 1 / (MONEY * objectiveWeights(network.objective).money * network.phases[phase].weight);
  const prices = network.processes.map(({ blend }) => new Float64Array(blend?.limits.length ?? 0));
  for (const family of program.rowFamilies) {
    if (family.kind !== blendLimits.name || family.phase !== phase) continue;
    const feeds = columns[phase].activity[family.index];
    for (let at = 0; at < family.count; at++) {
      const row = family.first + at;
      if (!feeds.some((first) => isFelt({ y }, program, row, first + at))) continue;
      for (const first of feeds)
        prices[family.index][family.part] += Math.abs(y[row]) * Math.max(x[first + at], 0) * perYear;
    }
  }
  return prices;
}

/** What is matched hour by hour, for each measure that is counted so. */
function matchings(
  network: Network,
  { program, columns }: BuiltProgram,
  { x, y }: Solution,
  phase: number,
): (PlanMatching | null)[] {
  const { grid, weight } = network.phases[phase];
  const { hours } = grid.periods.hour;
  const perYear = 1 / (MONEY * objectiveWeights(network.objective).money * weight);
  const slice = (first: number): Float64Array => x.slice(first, first + hours.length);
  const ofStores = (firsts: readonly number[]): Float64Array[] =>
    firsts.map((first) => atLeastZero(slice(first)));
  return columns[phase].matching.map((own, measure) => {
    if (own === null) return null;
    const rows = program.rowFamilies.find(
      (family) => isSupply(family) && family.index === measure && family.phase === phase,
    )!;
    return {
      matched: slice(own.matched),
      level: ofStores(own.level),
      charge: ofStores(own.charge),
      discharge: ofStores(own.discharge),
      price: hours.map((each, at) => (Math.abs(y[rows.first + at]) * perYear) / each),
    };
  });
}

export function extract(
  network: Network,
  measures: readonly Measure[],
  built: BuiltProgram,
  answer: ParkAnswer,
): Plan {
  const { x, y, z }: Solution = answer.solution;
  const weights = objectiveWeights(network.objective);
  let money = built.moneyOffset;
  for (let column = 0; column < built.money.length; column++) money += built.money[column] * x[column];
  let shortfallPenalty = 0;
  const prices = measurePrices(network, built, answer.solution, measures);
  const phases = network.phases.map((phase, p): PlanPhase => {
    const columns = built.columns[p];
    const perYear = 1 / (MONEY * weights.money * phase.weight);
    const pick = (from: readonly number[], of: Float64Array): Float64Array =>
      Float64Array.from(from, (column) => (column < 0 ? 0 : of[column]));
    const capacities = atLeastZero(pick(columns.stands, x));
    const years = phase.grid.weatherYears.length;
    const shortfall = Float64Array.from(columns.shortfall, (first) =>
      first < 0 ? 0 : atLeastZero(x.slice(first, first + years)).reduce((sum, each) => sum + each, 0),
    );
    network.processes.forEach((process, index) => {
      shortfallPenalty += phase.weight * (process.shortfallValue ?? 0) * shortfall[index];
    });
    return {
      capacities,
      built: atLeastZero(pick(columns.built, x)).map(
        (amount, index) => amount * (network.capacities[index].wholeUnit ?? 1),
      ),
      activity: network.processes.map((process, index) =>
        columns.activity[index].map((first) =>
          atLeastZero(x.slice(first, first + phase.grid.periods[process.period].count)),
        ),
      ),
      ...storeFlows(network, p, columns, x, capacities),
      shortfall,
      carried: columns.carried.map((supplies) => atLeastZero(pick(supplies, x))),
      ...pricesOf(network, built.program.rowFamilies, y, p),
      capacityPrice: Float64Array.from(columns.stands, (column, index) =>
        column < 0 || network.capacities[index].wholeUnit !== null
          ? 0
          : -withoutRounding(z[column], built.program, column, y) * perYear,
      ),
      measurePrice: prices[p].map((price) => price * perYear),
      matching: matchings(network, built, answer.solution, p),
      blendPrice: blendPrices(network, built, answer.solution, p),
    };
  });
  return {
    network,
    measures,
    netPresentCost: money / (MONEY * weights.money),
    shortfallPenalty,
    rounding: roundingOf(network, built, answer),
    phases,
  };
}
