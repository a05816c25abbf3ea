/**
 * How much will be needed at a place, as far as the park file says it? In: a network. Out: node → units per hour that the
 * outputs and fixed sizes of the file ask for there (or make there), followed back through plants that alone make a good.
 *
 * It is what a figure written as 0 is measured against: a share of nothing says nothing.
 */
import type { Network, Process } from './network.ts';

/** Units per hour that the file fixes; undefined where it leaves them open. */
function written({ capacities }: Network, process: Process): number | undefined {
  const { output, minPerYear, kind, capacity, profile } = process;
  if (output !== null) return output / 8760;
  if (minPerYear > 0) return minPerYear / 8760;
  const size = kind === 'plant' && capacity >= 0 && profile < 0 ? capacities[capacity].min : 0;
  return size > 0 ? size : undefined;
}

/** Units at the node per unit of the process; a process of several slices by its first. */
export const amountAt = ({ segments }: Pick<Process, 'segments'>, node: number): number =>
  segments[0].flows.reduce((sum, flow) => (flow.node === node ? sum + flow.amount : sum), 0);

export interface Known {
  /** node → units per hour. */
  readonly needs: readonly number[];
  /** process → units per hour; 0: not known. */
  readonly rates: readonly number[];
}

/** `follows`: whether needs of that node are followed back to that maker, where no one else makes the good. */
export function knownNeeds(
  network: Network,
  follows: (maker: Process, node: number) => boolean = () => true,
): Known {
  const { processes, nodes } = network;
  const rates = processes.map((process) => written(network, process));
  const atNode = nodes.map((_, node) =>
    processes.flatMap((process, index) => {
      const amount = amountAt(process, node);
      return amount === 0 ? [] : [{ index, amount }];
    }),
  );
  const sumAt = (node: number, sign: 1 | -1): number =>
    atNode[node].reduce(
      (sum, { index, amount }) => sum + Math.max(0, sign * amount) * (rates[index] ?? 0),
      0,
    );
  // Each round follows needs one plant further back; a chain is no longer than there are processes.
  for (let round = 0, isNew = true; isNew && round < processes.length; round++) {
    isNew = false;
    for (const node of nodes.keys()) {
      const makers = atNode[node].filter(
        ({ index, amount }) =>
          amount > 0 &&
          ['plant', 'link'].includes(processes[index].kind) &&
          processes[index].profile < 0 &&
          follows(processes[index], node),
      );
      const [only, ...others] = makers;
      if (only === undefined || others.length > 0 || rates[only.index] !== undefined) continue;
      const taken = sumAt(node, -1);
      if (taken <= 0) continue;
      rates[only.index] = taken / only.amount;
      isNew = true;
    }
  }
  return {
    needs: nodes.map((_, node) => Math.max(sumAt(node, -1), sumAt(node, 1))),
    rates: rates.map((rate) => rate ?? 0),
  };
}
