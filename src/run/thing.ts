/**
 * What is it that a name means: which processes and stores, and which columns of the program? In: a network, a solved program.
 * Out: every thing with the names it goes by, and its columns as the plan uses them.
 */
import type { Network } from '../network/network.ts';
import { slug } from '../park/name.ts';
import type { Program } from '../program/program.ts';
import type { Solved, Used } from './size-account.ts';

/** Everything that can be asked about, by the names it goes by. */
export interface Thing {
  readonly names: readonly string[];
  readonly processes: readonly number[];
  readonly stores: readonly number[];
}

export function thingsOf({ processes, stores, capacities }: Network): Thing[] {
  // A link that carries several goods is one thing; so is a market at several sites, by its name without the site.
  const groups = new Map<string, { names: Set<string>; processes: number[]; stores: number[] }>();
  const groupOf = (key: string) => {
    const known = groups.get(key) ?? { names: new Set([key]), processes: [], stores: [] };
    groups.set(key, known);
    return known;
  };
  processes.forEach(({ id, title, capacity }, index) => {
    const group = groupOf(capacity < 0 ? id.split('@')[0] : capacities[capacity].owner);
    for (const name of [id, title]) group.names.add(name);
    group.processes.push(index);
  });
  stores.forEach(({ id, title, capacity }, index) => {
    const group = groupOf(capacities[capacity].owner);
    if (capacities[capacity].owner === id) group.names.add(title);
    group.stores.push(index);
  });
  return [...groups.values()].map(({ names, ...rest }) => ({ names: [...names], ...rest }));
}

/** All that go by this name; spaces may stand for dashes, capitals do not matter. */
export function thingsNamed(network: Network, name: string): Thing[] {
  const wanted = slug(name);
  return thingsOf(network).filter(({ names }) => names.some((each) => slug(each) === wanted));
}

/** The names that a park knows, as its file writes them. */
export const namesIn = (network: Network): string[] => [
  ...new Set(thingsOf(network).flatMap(({ names }) => names)),
];

/** A good or a residue, and the things that bring and take it: plants, markets, links and fates by name. */
export interface Good {
  readonly title: string;
  readonly givers: readonly string[];
  readonly takers: readonly string[];
}

/** Words that people put beside the name of a good when they ask for what becomes of it. */
const BESIDE = /(^|-)(the|fates?|of|prices?|markets?|uses?)(?=-|$)/g;

/** The good that is meant, also by "belite mud's fates"; null: none. */
export function goodNamed(network: Network, name: string): Good | null {
  const plain = (word: string): string => slug(word).replace(/^-+|-+$/g, '');
  const said = plain(
    slug(name)
      .replaceAll(/['’]s?(?=-|$)/g, '')
      .replaceAll(BESIDE, ''),
  );
  const index = network.commodities.findIndex(({ id, title }) =>
    [id, title].some((word) => plain(word) === said),
  );
  if (said === '' || index < 0) return null;
  const which = (sign: number): string[] =>
    thingsOf(network)
      .filter(({ processes }) =>
        processes.some((process) =>
          network.processes[process].segments.some(({ flows }) =>
            flows.some(({ commodity, amount }) => commodity === index && amount * sign > 0),
          ),
        ),
      )
      .map(({ names }) => names[0]);
  return { title: network.commodities[index].title, givers: which(1), takers: which(-1) };
}

/** Names of things and goods that hold all that was said, or else one of its longer words. */
export function namesLike(
  network: Network,
  name: string,
): { readonly whole: boolean; readonly names: string[] } {
  const all = [...namesIn(network), ...network.commodities.map(({ title }) => title)];
  const known = [...new Set(all)].filter((each) => !each.includes('@'));
  const holding = (words: readonly string[]): string[] =>
    known.filter((each) => words.some((word) => slug(each).includes(word)));
  const said = slug(name);
  const whole = said.length < 4 ? [] : holding([said]);
  if (whole.length > 0) return { whole: true, names: whole };
  return { whole: false, names: holding(said.split('-').filter((word) => word.length >= 4)) };
}

const costName: Readonly<Record<string, string>> = {
  buy: 'paid for it',
  sell: 'received for it',
  fate: 'paid for it',
};

/** First column of a run of columns; -1: there is none. */
export function firstOf(
  { columnFamilies }: Program,
  kind: string,
  index: number,
  phase: number,
  part = 0,
): number {
  const found = columnFamilies.find(
    (family) =>
      family.kind === kind && family.index === index && family.phase === phase && family.part === part,
  );
  return found?.first ?? -1;
}

/** All columns of a thing as the plan uses them. */
export function usedBy(solved: Solved, { processes, stores }: Thing, phase: number): Used[] {
  const { network, program, solution } = solved;
  const run = (first: number, count: number, cost: string): Used[] =>
    first < 0
      ? []
      : Array.from({ length: count }, (_, at) => ({ column: first + at, x: solution.x[first + at], cost }));
  const { periods } = network.phases[phase].grid;
  return [
    ...processes.flatMap((index) => {
      const { period, segments, kind } = network.processes[index];
      return segments.flatMap((_, part) =>
        run(
          firstOf(program, 'activity', index, phase, part),
          periods[period].count,
          costName[kind] ?? 'running cost',
        ),
      );
    }),
    ...stores.flatMap((index) => {
      const { count } = periods[network.nodes[network.stores[index].node].period];
      return ['charge', 'discharge', 'level'].flatMap((kind) =>
        run(firstOf(program, kind, index, phase), count, 'wear'),
      );
    }),
  ];
}

/** The owner of its sizes; null when it has none. */
export function ownerOf({ processes, stores, capacities }: Network, thing: Thing): string | null {
  const sizes = [
    ...thing.processes.map((index) => processes[index].capacity),
    ...thing.stores.map((index) => stores[index].capacity),
  ];
  const capacity = sizes.find((index) => index >= 0);
  return capacity === undefined ? null : capacities[capacity].owner;
}
