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

/** The most of a node that a unit of the process gives over its segments; where it takes (negative), the least that it does. */
function mostPerUnit({ segments }: Process, node: number): number {
  const each = segments.map(({ flows }) =>
    flows.reduce((sum, flow) => (flow.node === node ? sum + flow.amount : sum), 0),
  );
  return Math.max(...each);
}

const makesBeside = (process: Process, commodity: number): boolean =>
  process.kind === 'plant' && process.reference !== commodity;

/** Who gives to a node and who cannot do without it, by number, with units per unit of the process. */
interface Links {
  readonly givers: readonly (readonly { readonly index: number; readonly most: number }[])[];
  readonly takers: readonly (readonly { readonly index: number; readonly least: number }[])[];
}

function linksOf({ processes, nodes }: Network): Links {
  const each = nodes.map((_, node) =>
    processes.map((process, index) => ({ index, most: mostPerUnit(process, node) })),
  );
  return {
    givers: each.map((list) => list.filter(({ most }) => most > 0)),
    takers: each.map((list) =>
      list.filter(({ most }) => most < 0).map(({ index, most }) => ({ index, least: -most })),
    ),
  };
}

/** What can come to a node in a year when its givers do so much. */
function supplyOf({ stores }: Network, { givers }: Links, rates: readonly number[], node: number): number {
  if (stores.some((store) => store.node === node && store.standing > 0)) return Number.POSITIVE_INFINITY;
  return givers[node].reduce((sum, { index, most }) => sum + most * rates[index], 0);
}

/**
 * The most that each process can do in a year: its own limits, and of each input but one what can come. Every round is a bound
 * that holds, a ring of recovery only comes nearer to its end with more of them. Of the node at hand there is taken to be
 * enough, so that what is told is what its makers give beside all that the park asks for.
 */
function highestRates(network: Network, links: Links, enough: number): number[] {
  const rates = network.processes.map((process) => mostPerYear(process, network.capacities));
  for (let round = 0, isNew = true; isNew && round < rates.length; round++) {
    isNew = false;
    links.takers.forEach((takers, node) => {
      if (node === enough || takers.length === 0) return;
      const supply = supplyOf(network, links, rates, node);
      for (const { index, least } of takers) {
        if (network.processes[index].kind !== 'plant' || rates[index] <= (supply / least) * (1 + SLACK))
          continue;
        rates[index] = supply / least;
        isNew = true;
      }
    });
  }
  return rates;
}

export function scarceByProducts(network: Network): ScarceByProduct[] {
  const { processes, nodes } = network;
  const known = knownNeeds(network, (maker, node) => !makesBeside(maker, nodes[node].commodity));
  const links = linksOf(network);
  return nodes.flatMap(({ commodity }, node): ScarceByProduct[] => {
    const makers = links.givers[node].map(({ index }) => processes[index]);
    if (makers.length === 0 || !makers.every((maker) => makesBeside(maker, commodity))) return [];
    const takes = links.takers[node].map(({ index, least }) => ({
      index,
      amount: 8760 * known.rates[index] * least,
    }));
    const needed = takes.reduce((sum, { amount }) => sum + amount, 0);
    if (needed === 0) return [];
    const atMost = supplyOf(network, links, highestRates(network, links, node), node);
    if (needed <= atMost * (1 + SLACK)) return [];
    const largest = takes.reduce((best, take) => (take.amount > best.amount ? take : best));
    return [{ node, needed, atMost, taker: processes[largest.index], makers }];
  });
}
