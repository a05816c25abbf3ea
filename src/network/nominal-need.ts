/**
 * How much of a good does a plant take (or give) at nameplate?
 * In: a process. Out: units per unit of capacity and hour, slices filled from the first until nameplate is reached; of
 * feeds that share a slice, the first.
 */
import type { Process } from './network.ts';
import { slicesOf } from './slices.ts';

export function nominalFlow(process: Process, counts: (flow: { commodity: number }) => boolean): number {
  let left = 1;
  let sum = 0;
  for (const { share, parts } of slicesOf(process)) {
    const taken = Math.min(left, share);
    left -= taken;
    for (const flow of process.segments[parts[0]].flows) if (counts(flow)) sum += taken * flow.amount;
  }
  return sum;
}
