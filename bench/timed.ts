/**
 * How long does a piece of work take, on the clock and on the processor?
 * In: the work. Out: what it made, and the seconds. CPU seconds count every thread of the process, the compiler's and the
 * garbage collector's too.
 */
export interface Spent {
  readonly wall: number;
  readonly cpu: number;
}

export async function timed<T>(work: () => T | Promise<T>): Promise<[T, Spent]> {
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  const made = await work();
  const wall = (performance.now() - before) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  return [made, { wall, cpu: (user + system) / 1e6 }];
}

/** Largest resident memory of this process so far, MB (10⁶ bytes). Node tells it in units of 1 024 bytes. */
export function peakMemory(): number {
  return (process.resourceUsage().maxRSS * 1024) / 1e6;
}
