/**
 * What does each commodity cost where it is made, counted through the chain?
 * In: a plan. Out: average costs per node, and what each process's main output carries, broken down by stage and category.
 *
 * Method (average-cost flow, solved as one linear system so that loops close):
 * - A plant, purchase or link passes on its own cost and what it takes in, at average cost, to its main output (the
 *   commodity that its activity counts). All main suppliers of a node share one average cost; who takes from it, be it
 *   a plant or a buyer, takes at that average. Stores add their cost to their node, and what is lost there or let go
 *   makes the rest dearer.
 * - By-products (other outputs of a plant) are credited to it: where the commodity also has a main supplier, at that
 *   supplier's average cost; where it has none, at what the takers really pay: the price of sales, less the cost of
 *   fates, treatment and carriage. What a plant takes of such a by-product costs it the average selling price, or
 *   nothing if none is sold (cut-off). A waste never has a main supplier: a plant that only makes another waste of it
 *   (filtration, treatment) is one of its takers, so that its cost comes back to whoever left the waste.
 * - What nobody takes (an idle plant, a node whose content nobody uses) is not hidden in a price: `notCarried`.
 *
 * Identity, line by line: own cost of all processes and stores = what sold and final goods carry + `notCarried`;
 * revenue from goods that have a main supplier is outside of it.
 */
import type { Plan } from '../plan/plan.ts';
import { annualTotals } from './annual-totals.ts';
import { type ChainLine, type OwnCosts, ownCosts } from './chain-lines.ts';
import { solveDense } from './linear-solve.ts';
import type { CostEnd } from './money-flows.ts';
import { oncePerPhase } from './once.ts';

export interface FinalGood {
  readonly process: number;
  readonly node: number;
  /** Units per year. */
  readonly amount: number;
  /** line → money per year that it carries. */
  readonly carries: Float64Array;
}

export interface ChainCosts {
  readonly lines: readonly ChainLine[];
  /** node → line → money per unit, as it comes in and as it is used (after storage and losses). */
  readonly supply: readonly Float64Array[];
  readonly used: readonly Float64Array[];
  /** process → line → money per year that its main flow carries. */
  readonly carried: readonly Float64Array[];
  /** What leaves the park at average cost. */
  readonly finals: readonly FinalGood[];
  readonly notCarried: Float64Array;
}

/** A process's main flow: out of it, into it (a taker: sale, fate, treatment), or none in this year. */
interface MainFlow {
  readonly side: 'out' | 'in' | 'none';
  readonly node: number;
}

/** Flows below this share of what passes their node are rounding. */
const ROUNDING = 1e-9;

/** process → node → net units per year. */
function netFlows(plan: Plan, phase: number): Map<number, number>[] {
  const { flows } = annualTotals(plan, phase);
  const through = new Float64Array(plan.network.nodes.length);
  const net = flows.map((lines) => {
    const byNode = new Map<number, number>();
    for (const { node, amount } of lines) if (node >= 0) byNode.set(node, (byNode.get(node) ?? 0) + amount);
    for (const [node, amount] of byNode) through[node] += Math.abs(amount);
    return byNode;
  });
  for (const byNode of net)
    for (const [node, amount] of [...byNode])
      if (Math.abs(amount) <= ROUNDING * through[node]) byNode.delete(node);
  return net;
}

/** Which nodes have a main supplier, and which flow of each process is its main one. */
function mainFlows(plan: Plan, net: readonly Map<number, number>[]): { pull: boolean[]; main: MainFlow[] } {
  const { network } = plan;
  const pull = network.nodes.map(() => false);
  const isWaste = (node: number) => network.commodities[network.nodes[node].commodity].kind === 'waste';
  const nodeWith = (process: number, sign: 1 | -1): number => {
    const { reference, kind } = network.processes[process];
    for (const [node, amount] of net[process])
      if (network.nodes[node].commodity === reference && Math.sign(amount) === sign) return node;
    // A plant that makes one waste of another: what it takes most of is its main flow.
    if (kind !== 'plant' || sign > 0 || network.commodities[reference].kind !== 'waste') return -1;
    const taken = [...net[process]].filter(([node, amount]) => amount < 0 && isWaste(node));
    return taken.sort((one, other) => one[1] - other[1])[0]?.[0] ?? -1;
  };
  for (const [index, process] of network.processes.entries()) {
    const out = nodeWith(index, 1);
    if (process.kind !== 'link' && out >= 0 && !isWaste(out)) pull[out] = true;
  }
  // A link makes a main supply of what it brings when it takes from one: until nothing changes any more.
  for (let changed = true; changed; ) {
    changed = false;
    for (const [index, process] of network.processes.entries()) {
      if (process.kind !== 'link') continue;
      const [from, to] = [nodeWith(index, -1), nodeWith(index, 1)];
      if (from >= 0 && to >= 0 && pull[from] && !pull[to]) changed = pull[to] = true;
    }
  }
  const main = network.processes.map((process, index): MainFlow => {
    const [from, to] = [nodeWith(index, -1), nodeWith(index, 1)];
    if (process.kind === 'link' && from >= 0 && !pull[from]) return { side: 'in', node: from };
    if (to >= 0 && pull[to]) return { side: 'out', node: to };
    if (from >= 0 && process.kind !== 'trim') return { side: 'in', node: from };
    return { side: 'none', node: -1 };
  });
  return { pull, main };
}

/** Everything that the equations need to know about a node. */
interface NodeYear {
  readonly pull: boolean;
  /** Given by processes; by their main flows alone; taken by processes, trims not counted. */
  given: number;
  mainGiven: number;
  taken: number;
  /** Taken of a by-product by plants whose main flow it is not. */
  takenInside: number;
  /** Average selling price of a by-product, what it costs inside the park. */
  price: number;
}

function nodeYears(
  plan: Plan,
  own: OwnCosts,
  net: readonly Map<number, number>[],
  pull: readonly boolean[],
  main: readonly MainFlow[],
): NodeYear[] {
  const sold = plan.network.nodes.map(() => ({ amount: 0, money: 0 }));
  const years = plan.network.nodes.map(
    (_, node): NodeYear => ({ pull: pull[node], given: 0, mainGiven: 0, taken: 0, takenInside: 0, price: 0 }),
  );
  for (const [index, { kind }] of plan.network.processes.entries()) {
    for (const [node, amount] of net[index]) {
      const year = years[node];
      const isMain = main[index].node === node;
      if (amount > 0) {
        year.given += amount;
        if (isMain) year.mainGiven += amount;
      } else if (kind !== 'trim') {
        year.taken -= amount;
        if (!isMain) year.takenInside -= amount;
        if (kind === 'sell' && !year.pull) {
          sold[node].amount -= amount;
          sold[node].money -= own.process[index].reduce((sum, value) => sum + value, 0);
        }
      }
    }
  }
  for (const [node, { amount, money }] of sold.entries())
    if (amount > 0) years[node].price = Math.max(0, money / amount);
  return years;
}

/** Cost that a process passes on: constants by line, and weights on the unknown costs of nodes. */
interface Passed {
  readonly constant: Float64Array;
  readonly weights: Float64Array;
}

function passedOn(
  index: number,
  own: OwnCosts,
  net: readonly Map<number, number>[],
  years: readonly NodeYear[],
  main: MainFlow,
): Passed {
  const constant = own.process[index].slice();
  const weights = new Float64Array(years.length);
  for (const [node, amount] of net[index]) {
    if (node === main.node) continue;
    const year = years[node];
    if (amount > 0) weights[node] -= amount;
    else if (!year.pull) constant[own.transfer] -= amount * year.price;
    else if (year.taken > 0) {
      weights[node] -= (amount * year.given) / year.taken;
      for (const [line, value] of own.node[node].entries()) constant[line] -= (amount * value) / year.taken;
    }
  }
  return { constant, weights };
}

function solveChain(plan: Plan, phase: number, end: CostEnd): ChainCosts {
  const { network } = plan;
  const own = ownCosts(plan, phase, end);
  const net = netFlows(plan, phase);
  const { pull, main } = mainFlows(plan, net);
  const years = nodeYears(plan, own, net, pull, main);
  const passed = network.processes.map((_, index) => passedOn(index, own, net, years, main[index]));
  const count = network.nodes.length;

  // Unknown: cost of a unit coming into each node. Pull: main supply × cost = what its main suppliers pass on.
  // Else: given × cost = what its takers pay, less the stores there, plus what plants inside pay.
  const matrix = network.nodes.map(() => new Float64Array(count));
  const right = network.nodes.map(() => new Float64Array(own.lines.length));
  for (const [node, year] of years.entries()) {
    const diagonal = year.pull ? year.mainGiven : year.given;
    matrix[node][node] += diagonal > 0 ? diagonal : 1;
    if (diagonal <= 0 || year.pull) continue;
    for (const [line, value] of own.node[node].entries()) right[node][line] -= value;
    right[node][own.transfer] += year.price * year.takenInside;
  }
  for (const [index, { side, node }] of main.entries()) {
    if (node < 0 || (side === 'in' && years[node].pull) || (!years[node].pull && years[node].given <= 0))
      continue;
    const sign = side === 'out' ? 1 : -1;
    for (const [line, value] of passed[index].constant.entries()) right[node][line] += sign * value;
    for (const [other, weight] of passed[index].weights.entries()) matrix[node][other] -= sign * weight;
  }
  const supply = solveDense(matrix, right);
  return finish(own, net, years, main, passed, supply);
}

function finish(
  own: OwnCosts,
  net: readonly Map<number, number>[],
  years: readonly NodeYear[],
  main: readonly MainFlow[],
  passed: readonly Passed[],
  supply: readonly Float64Array[],
): ChainCosts {
  const blank = () => new Float64Array(own.lines.length);
  const used = years.map((year, node) => {
    const cost = blank();
    if (!year.pull) cost[own.transfer] = year.price;
    else if (year.taken > 0)
      for (const line of cost.keys())
        cost[line] = (supply[node][line] * year.given + own.node[node][line]) / year.taken;
    return cost;
  });
  const carried = passed.map(({ constant, weights }) => {
    const sum = constant.slice();
    for (const [node, weight] of weights.entries())
      if (weight !== 0) for (const line of sum.keys()) sum[line] += weight * supply[node][line];
    return sum;
  });
  const notCarried = own.nobody.slice();
  const leave = (amounts: Float64Array): void => {
    for (const [line, amount] of amounts.entries()) notCarried[line] += amount;
  };
  const finals: FinalGood[] = [];
  for (const [index, { side, node }] of main.entries()) {
    if (side === 'none') leave(carried[index]);
    else if (side === 'in' && years[node].pull) {
      const amount = -(net[index].get(node) ?? 0);
      const carries = used[node].map((cost) => cost * amount);
      // What a good earns is not what it costs: a sale's revenue stays out.
      const money = own.process[index].reduce((sum, value) => sum + value, 0);
      for (const line of carries.keys())
        carries[line] += carried[index][line] - (money < 0 ? own.process[index][line] : 0);
      finals.push({ process: index, node, amount, carries });
    } else if (side === 'in' && years[node].given <= 0) leave(carried[index]);
  }
  for (const [node, year] of years.entries()) {
    if (year.pull && year.taken <= 0)
      leave(supply[node].map((cost, line) => cost * year.given + own.node[node][line]));
    else if (!year.pull && year.given <= 0) leave(own.node[node]);
  }
  return { lines: own.lines, supply, used, carried, finals, notCarried };
}

export const chainCosts = oncePerPhase<ChainCosts, CostEnd>(solveChain, 'stated');
