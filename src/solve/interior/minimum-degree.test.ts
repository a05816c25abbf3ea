/**
 * Orders of little fill: permutations on any graph, none where none is needed, and as good as the plain rule.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph } from './graph.ts';
import { minimumDegree } from './minimum-degree.ts';
import { growTree } from './tree.ts';

type Edge = readonly [number, number];

function graphFrom(size: number, edges: readonly Edge[]): Graph {
  const sets = neighbourSets(size, edges);
  const starts = new Int32Array(size + 1);
  for (const [node, set] of sets.entries()) starts[node + 1] = starts[node] + set.size;
  const neighbours = Int32Array.from(sets.flatMap((set) => [...set].sort((a, b) => a - b)));
  return { size, starts, neighbours, coefficients: new Float64Array(neighbours.length).fill(1) };
}

function neighbourSets(size: number, edges: readonly Edge[]): Set<number>[] {
  const sets = Array.from({ length: size }, () => new Set<number>());
  for (const [a, b] of edges) {
    if (a === b) continue;
    sets[a].add(b);
    sets[b].add(a);
  }
  return sets;
}

/** Entries of L below the diagonal, by eliminating as on paper: the neighbours of who leaves become neighbours. */
function entriesOnPaper(
  size: number,
  edges: readonly Edge[],
  choose: (left: Set<number>[]) => number,
): number {
  const sets = neighbourSets(size, edges);
  let entries = 0;
  for (let step = 0; step < size; step++) {
    const node = choose(sets);
    const around = [...sets[node]];
    entries += around.length;
    for (const one of around) {
      sets[one].delete(node);
      for (const other of around) if (other !== one) sets[one].add(other);
    }
    sets[node].clear();
  }
  return entries;
}

function inOrder(order: Int32Array): () => number {
  let at = 0;
  return () => order[at++];
}

/** The plain rule: of those left, one with the fewest neighbours. */
function plainRule(size: number): (left: Set<number>[]) => number {
  const gone = new Set<number>();
  return (left) => {
    let best = -1;
    for (let node = 0; node < size; node++)
      if (!gone.has(node) && (best < 0 || left[node].size < left[best].size)) best = node;
    gone.add(best);
    return best;
  };
}

const isPermutation = (order: Int32Array, size: number): boolean =>
  order.length === size && new Set(order).size === size && order.every((node) => node >= 0 && node < size);

const graphs = fc
  .integer({ min: 1, max: 60 })
  .chain((size) =>
    fc.tuple(
      fc.constant(size),
      fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 4 * size, size: 'max' }),
    ),
  );

describe('minimum degree', () => {
  it('gives every node once, on any graph; so does the tree that grows from it', () => {
    fc.assert(
      fc.property(graphs, ([size, edges]) => {
        const graph = graphFrom(size, edges);
        const order = minimumDegree(graph);
        expect(isPermutation(order, size)).toBe(true);
        expect(isPermutation(growTree(graph, order).order, size)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('fills nothing on a path: 49 entries of 50 nodes', () => {
    const edges = Array.from({ length: 49 }, (_, at): Edge => [at, at + 1]);
    const order = minimumDegree(graphFrom(50, edges));
    expect(entriesOnPaper(50, edges, inOrder(order))).toBe(49);
  });

  it.each([20, 2000])('fills nothing on an arrow of %i nodes: its head goes last or last but one', (size) => {
    // With 2000 the head has more neighbours than are looked at; eliminated first it would fill everything.
    const edges = Array.from({ length: size - 1 }, (_, at): Edge => [0, at + 1]);
    const order = minimumDegree(graphFrom(size, edges));
    expect(entriesOnPaper(size, edges, inOrder(order))).toBe(size - 1);
    expect(order.indexOf(0)).toBeGreaterThanOrEqual(size - 2);
  });

  it('fills nothing on a tree of look-alikes: 15 twigs of 4 leaves, 75 entries', () => {
    const edges: Edge[] = [];
    for (let twig = 1; twig <= 15; twig++) {
      edges.push([0, twig]);
      for (let leaf = 0; leaf < 4; leaf++) edges.push([twig, 15 + 4 * (twig - 1) + leaf + 1]);
    }
    const order = minimumDegree(graphFrom(76, edges));
    expect(entriesOnPaper(76, edges, inOrder(order))).toBe(75);
  });

  it('fills about as little as the plain rule, over many random graphs', () => {
    let [ours, plain, seen] = [0, 0, 0];
    fc.assert(
      fc.property(graphs, ([size, edges]) => {
        ours += entriesOnPaper(size, edges, inOrder(minimumDegree(graphFrom(size, edges))));
        plain += entriesOnPaper(size, edges, plainRule(size));
        seen++;
      }),
      { numRuns: 150 },
    );
    expect(seen).toBe(150);
    expect(ours).toBeLessThan(1.1 * plain);
  });

  it('a graph without edges, and one of everything with everything', () => {
    expect(isPermutation(minimumDegree(graphFrom(9, [])), 9)).toBe(true);
    const all = Array.from({ length: 81 }, (_, at): Edge => [Math.floor(at / 9), at % 9]);
    const order = minimumDegree(graphFrom(9, all));
    expect(entriesOnPaper(9, all, inOrder(order))).toBe(36);
  });
});
