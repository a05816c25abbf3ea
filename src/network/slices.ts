/**
 * How much can a process do, and what does it touch, whichever of its alternatives it runs?
 * In: a process. Out: its slices of the operating range, each with the segments that share it. A potline has several slices
 * with one segment each; a refinery that can digest several ores has one slice with a segment for each ore.
 */
import type { Process } from './network.ts';

export interface Slice {
  /** Activity per unit of capacity that its segments may do together. */
  readonly share: number;
  /** Indexes into `Process.segments`. */
  readonly parts: readonly number[];
}

export function slicesOf({ segments }: Process): Slice[] {
  const numbers = [...new Set(segments.map(({ slice }) => slice))];
  return numbers.map((number) => {
    const parts = [...segments.keys()].filter((part) => segments[part].slice === number);
    return { share: segments[parts[0]].share, parts };
  });
}

/** Activity per unit of capacity at best. */
export const highestRate = (process: Process): number =>
  slicesOf(process).reduce((sum, { share }) => sum + share, 0);

/** What the first slice gives to and takes from each node: of alternatives, the most that any of them does. */
export function widestFlows(process: Process): { node: number; commodity: number; amount: number }[] {
  const widest = new Map<string, { node: number; commodity: number; amount: number }>();
  const { parts } = slicesOf(process)[0];
  if (parts.length === 1) return [...process.segments[0].flows];
  for (const part of parts) {
    const own = new Map<string, { node: number; commodity: number; amount: number }>();
    for (const { node, commodity, amount } of process.segments[part].flows) {
      const key = `${node} ${commodity} ${Math.sign(amount)}`;
      own.set(key, { node, commodity, amount: amount + (own.get(key)?.amount ?? 0) });
    }
    for (const [key, flow] of own)
      if (Math.abs(flow.amount) > Math.abs(widest.get(key)?.amount ?? 0)) widest.set(key, flow);
  }
  return [...widest.values()];
}
