/**
 * What adds to the electricity that the park can use, and how much of it is renewable?
 * In: a network. Out: MWh per unit of activity of each process and segment, for measures and for the hours of a plan.
 */
import type { Network, Process } from '../network/network.ts';
import { playsRole } from './commodity-roles.ts';
import { isSupplier } from './electricity.ts';
import { perActivity } from './measure-terms.ts';

/** MWh that a process adds to what the park can use, per unit of activity: supply +, sales and trims −, others 0. */
export function usableSupply(network: Network): (process: Process, part: number) => number {
  const electricity = playsRole(network, 'electricity');
  return (process, part) => {
    const leaves = process.kind === 'sell' || process.kind === 'trim';
    if (!isSupplier(process) && !leaves) return 0;
    // A plant that takes electricity is no supply, however its slices differ.
    const gives = [...process.segments.keys()].some((each) => perActivity(process, each, electricity) > 0);
    return leaves || gives ? perActivity(process, part, electricity) : 0;
  };
}

/** `usableSupply`, of which only the renewable part; what leaves the park is taken to be renewable. */
export function renewableSupply(network: Network): (process: Process, part: number) => number {
  const usable = usableSupply(network);
  return (process, part) => {
    const amount = usable(process, part);
    return amount <= 0 ? amount : amount * process.renewable;
  };
}

/** `usableSupply`, of which only what the park's own renewable plants give; what is bought counts as not renewable. */
export function ownCleanSupply(network: Network): (process: Process, part: number) => number {
  const usable = usableSupply(network);
  return (process, part) => {
    const amount = usable(process, part);
    if (amount <= 0) return amount;
    return process.kind === 'buy' ? 0 : amount * process.renewable;
  };
}
