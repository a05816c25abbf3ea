/**
 * What does one unit of a process's activity emit?
 * In: a process (and slice) of the network. Out: t CO2e per unit by the network's set of warming potentials: its own
 * gases to air plus the carbon that came with what it buys, times what that is in the hour over its mean.
 */
import type { Network } from './network.ts';

export function carbonOf(network: Network, process: number, part: number, bought = 1): number {
  const { segments, carbon } = network.processes[process];
  let sum = carbon * bought;
  for (const flow of segments[part].flows) {
    const { gas } = network.commodities[flow.commodity];
    if (gas !== undefined) sum += flow.amount * (network.gwp.of[gas] ?? 0);
  }
  return sum;
}
