/**
 * What earns without end in a park that earns without limit? In: the network, its program, and the ray that proves it. Out:
 * words that name the sales and the plants that grow along the ray, and what to write.
 */
import type { Network, Process } from '../network/network.ts';
import type { Program } from '../program/program.ts';

/** What earns or grows less than this share of the most is left out: a ray of an interior point is never clean. */
const LITTLE = 0.05;
/** So many names are enough. */
const MOST = 3;

interface Growth {
  readonly process: Process;
  /** Earned along the ray: what falls off the objective. */
  readonly earned: number;
  /** The share of its largest column in the ray, whose largest entry is 1. */
  readonly grows: number;
}

function growths({ processes }: Network, { columnFamilies, cost }: Program, ray: Float64Array): Growth[] {
  const found = new Map<number, { earned: number; grows: number }>();
  for (const { kind, index, first, count } of columnFamilies) {
    if (kind !== 'activity') continue;
    const sum = found.get(index) ?? { earned: 0, grows: 0 };
    for (let column = first; column < first + count; column++) {
      sum.earned -= cost[column] * ray[column];
      sum.grows = Math.max(sum.grows, ray[column]);
    }
    found.set(index, sum);
  }
  return [...found].map(([index, sum]) => ({ process: processes[index], ...sum }));
}

const namesOf = (growing: readonly Growth[]): string =>
  growing
    .slice(0, MOST)
    .map(({ process }) => `“${process.title}”`)
    .join(' and ');

/** Empty where the ray grows no sale that earns: then nothing better is known than that there is one. */
export function earnsWithoutEnd(network: Network, program: Program, ray: Float64Array): string {
  const all = growths(network, program, ray);
  const sales = all
    .filter(({ process, earned }) => (process.kind === 'sell' || process.kind === 'trim') && earned > 0)
    .sort((a, b) => b.earned - a.earned);
  if (sales.length === 0) return '';
  const most = sales[0].earned;
  const telling = sales.filter(({ earned }) => earned >= LITTLE * most).slice(0, MOST);
  const sold = new Set(telling.map(({ process }) => process.reference));
  const makers = all.filter(
    ({ process: { kind, segments }, grows }) =>
      kind === 'plant' &&
      grows > 0 &&
      segments.some(({ flows }) => flows.some(({ commodity, amount }) => sold.has(commodity) && amount > 0)),
  );
  const plants = makers.length === 0 ? '' : `, made by ${namesOf(makers)}`;
  return `It is ${namesOf(telling)}${plants}. Give the sale a \`max\` (under \`sell:\`, also where the library's own market takes it), or the plant a capacity.`;
}
