/**
 * What does a plant, store, link or market earn at the marginal prices, and what does it cost? In: a solved program, and how
 * much of each of the thing's columns. Out: one line a good, a limit and a cost, money a year; and what binds the thing.
 *
 * The prices are those of the program's rows (d cost / d limit). At an optimum each column's goods and limits pay for its
 * cost (complementary slackness), so the lines of a thing between its limits add up to nothing, and what is left otherwise is
 * what its own limit is worth.
 */
import { promiseTitle } from '../accounts/counted-by.ts';
import type { Network } from '../network/network.ts';
import { isFelt } from '../plan/extract.ts';
import { MONEY, objectiveWeights } from '../program/columns.ts';
import { familyOf } from '../program/names.ts';
import { periodHours } from '../program/overlap.ts';
import type { Family, Program } from '../program/program.ts';
import { hourlyMatching } from '../program/rules/hourly-matching.ts';
import type { Solution } from '../solve/solver.ts';

export interface Solved {
  readonly network: Network;
  readonly program: Program;
  readonly solution: Solution;
}

export interface Line {
  /** "Electricity" (with its site where there are several), "running cost", "annuity". */
  readonly what: string;
  /** Out +, in −, in a year; null where nothing is counted but money. */
  readonly amount: number | null;
  readonly amountUnit: string;
  /** Money a year: earned +, paid −. */
  readonly money: number;
}

export interface Binding {
  /** "full size", "minimum load", "required output", the name of a promise. */
  readonly what: string;
  /** Hours a year in which it binds; null for a limit of the year. */
  readonly hours: number | null;
  /** What one unit more of the limit saves; where it costs: negative. In `unit`. */
  readonly price: number;
  /** `USD/a per MW`, `USD per t`. */
  readonly unit: string;
}

/** Rules that only tie a thing to its own size, and how they are told. */
const OWN: Readonly<Record<string, string>> = {
  'activity-within-capacity': 'full size',
  'minimum-load': 'minimum load',
  ramp: 'ramp',
  'blend-limits': 'window of the alloy',
  'store-limits 0': 'full',
  'store-limits 1': 'as empty as it may be',
  'store-limits 2': 'full power',
  'store-level': 'standing loss',
  'yearly-limits 1': 'availability over the year',
};

/** Rules of security of supply: one thing stands in for another, and is paid for it. */
const SECURITY: Readonly<Record<string, string>> = {
  'stored-hours': 'what must always lie in store',
  'held-back': 'content held back for an outage',
  'supply-left': 'firm power',
  'firm-power': 'firm power',
};

/** Limits that stand on their own. */
const LIMITS: Readonly<Record<string, string>> = {
  'rate-limit': 'highest rate',
  'planned-outages': 'planned outage',
  'yearly-limits 0': 'limit of the year',
  output: 'required output',
  'horizon-limits': 'reserve or space',
};

/** A rule with rows of several kinds tells them apart by their part. */
const ruleOf = ({ kind, part }: Family): string =>
  kind === 'yearly-limits' || kind === 'store-limits' ? `${kind} ${part}` : kind;

/** Below this share of the highest of its kind a price is the solver's rounding. */
const FAINT = 1e-6;
/** Below this share of all that a thing earns and pays a line is what the solver left of nothing. */
const UNSEEN = 1e-8;

/** Money a year of the park's money per unit of the objective. */
export function perYear({ network }: Solved, phase: number): number {
  return 1 / (MONEY * objectiveWeights(network.objective).money * network.phases[phase].weight);
}

/** Does a row tie a thing to itself (its size, its store, its inner heat), rather than to others? */
export function ownRule({ network }: Solved, family: Family): string | null {
  if (family.kind === 'balance') {
    const { commodity } = network.nodes[family.index];
    return network.commodities[commodity].kind === 'internal' ? network.commodities[commodity].title : null;
  }
  return OWN[ruleOf(family)] ?? null;
}

/** What the rows that a thing shares with others pay for one unit of a column, per unit of the objective. */
export function paidFor(solved: Solved, column: number): number {
  const { program, solution } = solved;
  let sum = 0;
  for (let k = program.starts[column]; k < program.starts[column + 1]; k++) {
    const row = program.indices[k];
    const family = familyOf(program.rowFamilies, row);
    if (family !== null && ownRule(solved, family) === null) sum += program.values[k] * solution.y[row];
  }
  return sum;
}

export interface Used {
  readonly column: number;
  /** How much of it. */
  readonly x: number;
  /** How its cost is called. */
  readonly cost: string;
}

/** Sums columns into lines, the largest first, costs last. */
export function linesOf(solved: Solved, phase: number, used: Iterable<Used>): Line[] {
  const { network, program, solution } = solved;
  const { grid } = network.phases[phase];
  const yearly = perYear(solved, phase);
  const lines = new Map<string, { what: string; amount: number | null; amountUnit: string; money: number }>();
  const add = (key: string, what: string, money: number, amount: number | null = null, unit = ''): void => {
    const line = lines.get(key) ?? { what, amount: amount === null ? null : 0, amountUnit: unit, money: 0 };
    line.money += money;
    if (amount !== null) line.amount = (line.amount ?? 0) + amount;
    lines.set(key, line);
  };
  // At each balance what a thing gives and takes in the same period cancels first: a store's content moves on by itself.
  const moved = new Map<number, number>();
  for (const { column, x, cost } of used) {
    if (x === 0) continue;
    for (let k = program.starts[column]; k < program.starts[column + 1]; k++) {
      const row = program.indices[k];
      const family = familyOf(program.rowFamilies, row);
      if (family === null || ownRule(solved, family) !== null || family.kind === 'capacity-stands') continue;
      const amount = program.values[k] * x;
      if (family.kind === 'balance') moved.set(row, (moved.get(row) ?? 0) + amount);
      else add(`${family.kind} ${family.of}`, limitTitle(solved, family), amount * solution.y[row] * yearly);
    }
    add(`cost ${cost}`, cost, -program.cost[column] * x * yearly);
  }
  for (const [row, amount] of moved) {
    const family = familyOf(program.rowFamilies, row) as Family;
    const node = network.nodes[family.index];
    const at = row - family.first;
    // A period that stands for several like it moves as much in each of them.
    const times = grid.periods[node.period].hours[at] / periodHours(grid, node.period)[at];
    const { unit } = network.commodities[node.commodity];
    const way = amount > 0 ? 'given' : 'taken';
    const what = network.sites.length === 1 ? network.commodities[node.commodity].title : node.title;
    add(`${way} ${family.index}`, what, amount * solution.y[row] * yearly, amount * times, unit);
  }
  const isCost = ({ what }: Line): boolean => lines.has(`cost ${what}`);
  const whole = [...lines.values()].reduce((sum, { money }) => sum + Math.abs(money), 0);
  const all = [...lines.values()].filter(({ money, amount }) =>
    money === 0 ? amount !== null : Math.abs(money) > UNSEEN * whole,
  );
  return all.sort((a, b) => Number(isCost(a)) - Number(isCost(b)) || Math.abs(b.money) - Math.abs(a.money));
}

/** What a promise pays a thing, as a line of its account. */
export const promiseLine = (title: string): string => `promise: ${title}`;

/** Rows through which a promise pays: its sum, and what is matched for it hour by hour. */
export const isPromised = ({ kind }: Family): boolean => kind === 'measures' || kind === hourlyMatching.name;

function limitTitle({ network }: Solved, family: Family): string {
  const promise = network.promises.find(({ id }) => isPromised(family) && id === family.of);
  const limit = LIMITS[ruleOf(family)] ?? SECURITY[family.kind];
  return promise === undefined ? (limit ?? family.kind) : promiseLine(promiseTitle(promise));
}

/** Hours of the year that a row stands for; null where it holds for longer than a period. */
function hoursOf({ network }: Solved, family: Family, row: number): number | null {
  const { lifetime, phase, first, count } = family;
  if (lifetime === 'horizon' || lifetime === 'year' || count === 1) return null;
  return network.phases[phase].grid.periods[lifetime].hours[row - first];
}

/** Rows that tie a size to its use: what each rule is worth per unit of the size and year. */
export function bindingsOfSize(
  solved: Solved,
  phase: number,
  column: number,
  per: { unit: string; factor: number },
): Binding[] {
  const { network, program, solution } = solved;
  const yearly = perYear(solved, phase);
  const found = new Map<string, { price: number; hours: Map<number, number> | null }>();
  let largest = 0;
  for (let k = program.starts[column]; k < program.starts[column + 1]; k++)
    largest = Math.max(largest, Math.abs(program.values[k] * solution.y[program.indices[k]]));
  for (let k = program.starts[column]; k < program.starts[column + 1]; k++) {
    const row = program.indices[k];
    const family = familyOf(program.rowFamilies, row);
    const rule = family === null ? null : ownRule(solved, family);
    const worth = program.values[k] * solution.y[row];
    if (family === null || rule === null || Math.abs(worth) <= FAINT * largest) continue;
    const hours = hoursOf(solved, family, row);
    const known = found.get(rule) ?? { price: 0, hours: hours === null ? null : new Map() };
    known.price += (worth * yearly) / per.factor;
    // Two slices of one hour are one hour.
    if (hours !== null) known.hours?.set(row - family.first, hours);
    found.set(rule, known);
  }
  return [...found].map(([what, { price, hours }]) => ({
    what,
    hours: hours === null ? null : [...hours.values()].reduce((sum, each) => sum + each, 0),
    price,
    unit: `${network.money.currency}/a per ${per.unit}`,
  }));
}

/**
 * Limits that do not hang on a size: outputs, limits of markets and fates, reserves; the promises are told by their own rows.
 * `unit`: of what the columns count.
 */
export function bindingsOfLimits(
  solved: Solved,
  phase: number,
  columns: readonly number[],
  unit: string,
): Binding[] {
  const { network, program, solution } = solved;
  const { currency } = network.money;
  const yearly = perYear(solved, phase);
  const perRate = `${currency}/a per ${unit === 'MWh' ? 'MW' : `${unit}/h`}`;
  const found = new Map<string, { -readonly [key in keyof Binding]: Binding[key] }>();
  const add = (key: string, what: string, price: number, hours: number | null, priceUnit: string): void => {
    const known = found.get(key) ?? { what, hours: hours === null ? null : 0, price: 0, unit: priceUnit };
    known.price += price;
    if (known.hours !== null) known.hours += hours ?? 0;
    found.set(key, known);
  };
  const rows = new Map<number, Family>();
  for (const column of columns) {
    const family = familyOf(program.columnFamilies, column);
    const isFull =
      Number.isFinite(program.upper[column]) && solution.x[column] >= program.upper[column] * (1 - FAINT);
    if (family !== null && family.lifetime !== 'horizon' && isFull && solution.z[column] < 0) {
      const hours = network.phases[phase].grid.periods[family.lifetime].hours[column - family.first];
      add('rate', LIMITS['rate-limit'], -solution.z[column] * yearly, hours, perRate);
    }
    for (let k = program.starts[column]; k < program.starts[column + 1]; k++) {
      const row = program.indices[k];
      const of = familyOf(program.rowFamilies, row);
      // An interior point leaves a trace of a price on a limit that is far away.
      if (of !== null && LIMITS[ruleOf(of)] !== undefined && isFelt(solution, program, row, column))
        rows.set(row, of);
    }
  }
  for (const [row, family] of rows) {
    const isForever = family.kind === 'horizon-limits';
    const price = -solution.y[row] * yearly * (isForever ? network.phases[phase].weight : 1);
    const hours = hoursOf(solved, family, row);
    const perUnit = `${currency} per ${unit}${isForever ? ', net present' : ''}`;
    add(ruleOf(family), LIMITS[ruleOf(family)], price, hours, hours === null ? perUnit : perRate);
  }
  return [...found.values()];
}
