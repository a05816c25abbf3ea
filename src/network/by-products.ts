/**
 * Is there a good that the park needs, makes only beside something else, and buys nowhere, and too little of it?
 * In: the network. Out: for each such good how much is needed and the most that can come, with who needs and who makes it.
 *
 * A by-product is never bought as well unless the park says so: plants that use it follow what there is of it. So a plant that
 * must run can be left without, and what is then infeasible lies far from what was written. Needs are those that fixed outputs
 * and sizes lead back to; the most that can come follows from what the makers themselves get.
 */
import { knownNeeds } from './known-needs.ts';
import type { Network, Process } from './network.ts';
import { mostPerYear } from './per-year.ts';

export interface ScarceByProduct {
  readonly node: number;
  /** Units per 8 760 hours. */
  readonly needed: number;
  readonly atMost: number;
  readonly taker: Process;
  readonly makers: readonly Process[];
}

const SLACK = 1e-6;

/** Least and most of a node that a unit of the process gives (takes: negative), over its segments. */
function perUnit({ segments }: Process, node: number): { least: number; most: number } {
  const each = segments.map(({ flows }) =>
    flows.reduce((sum, flow) => (flow.node === node ? sum + flow.amount : sum), 0),
  );
  return { least: Math.min(...each), most: Math.max(...each) };
}

const makesBeside = (process: Process, commodity: number): boolean =>
  process.kind === 'plant' && process.reference !== commodity;

/**
 * The most that each process can do in a year: its own limits, and of each input but one what can come. Every round is a bound
 * that holds, a ring of recovery only comes nearer to its end with more of them. Of the node at hand there is taken to be
 * enough, so that what is told is what its makers give beside all that the park asks for.
 */
function most(
  network: Network,
  supplyOf: (rates: readonly number[], node: number) => number,
  enough: number,
): number[] {
  const { processes, capacities } = network;
  let rates = processes.map((process) => mostPerYear(process, capacities));
  for (let round = 0, isNew = true; isNew && round < processes.length; round++) {
    const before = rates;
    rates = before.map((rate, index) => {
      const process = processes[index];
      if (process.kind !== 'plant') return rate;
      const nodes = new Set(process.segments.flatMap(({ flows }) => flows.map(({ node }) => node)));
      return [...nodes].reduce((lowest, node) => {
        const least = node < 0 || node === enough ? 0 : -perUnit(process, node).most;
        return least > 0 ? Math.min(lowest, supplyOf(before, node) / least) : lowest;
      }, rate);
    });
    isNew = rates.some((rate, index) => rate < before[index] * (1 - SLACK));
  }
  return rates;
}

export function scarceByProducts(network: Network): ScarceByProduct[] {
  const { processes, nodes, stores } = network;
  const known = knownNeeds(network, (maker, node) => !makesBeside(maker, nodes[node].commodity));
  const givers = nodes.map((_, node) => processes.filter((process) => perUnit(process, node).most > 0));
  const numberOf = new Map(processes.map((process, index) => [process, index]));
  const supplyOf = (rates: readonly number[], node: number): number =>
    stores.some((store) => store.node === node && store.standing > 0)
      ? Number.POSITIVE_INFINITY
      : givers[node].reduce(
          (sum, giver) => sum + perUnit(giver, node).most * rates[numberOf.get(giver) ?? 0],
          0,
        );
  return nodes.flatMap(({ commodity }, node): ScarceByProduct[] => {
    const makers = givers[node];
    if (makers.length === 0 || !makers.every((maker) => makesBeside(maker, commodity))) return [];
    const takes = processes.map(
      (process, index) => 8760 * known.rates[index] * Math.max(0, -perUnit(process, node).most),
    );
    const needed = takes.reduce((sum, amount) => sum + amount, 0);
    if (needed === 0) return [];
    const atMost = supplyOf(most(network, supplyOf, node), node);
    if (needed <= atMost * (1 + SLACK)) return [];
    return [{ node, needed, atMost, taker: processes[takes.indexOf(Math.max(...takes))], makers }];
  });
}
