/**
 * In which order does a sparse symmetric matrix fill least, when nothing is known about it?
 * In: who is coupled with whom. Out: an elimination order by approximate minimum degree on the quotient graph (Amestoy,
 * Davis & Duff 1996): elements absorb elements, indistinguishable variables are merged, degrees are upper bounds. Nodes
 * coupled with very many others go last, as in that paper's successors.
 */
import type { Graph } from './graph.ts';

/** A node with more neighbours than this × √size is dense: it would be looked at again in every step. */
const DENSE = 10;

/** Doubly linked lists of variables by degree: the least is found without searching. */
interface Queue {
  readonly head: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly degree: Int32Array;
}

function enter(queue: Queue, node: number): void {
  const { head, next, previous, degree } = queue;
  const first = head[degree[node]];
  previous[node] = -1;
  next[node] = first;
  if (first >= 0) previous[first] = node;
  head[degree[node]] = node;
}

function leave(queue: Queue, node: number): void {
  const { head, next, previous, degree } = queue;
  if (next[node] >= 0) previous[next[node]] = previous[node];
  if (previous[node] >= 0) next[previous[node]] = next[node];
  else head[degree[node]] = next[node];
}

export function minimumDegree(graph: Graph): Int32Array {
  const { size, starts, neighbours } = graph;
  const limit = Math.max(16, DENSE * Math.sqrt(size));
  const isDense = (node: number): boolean => starts[node + 1] - starts[node] > limit;
  /** Of a variable: variables and elements it sees. Of an element: its variables; null once absorbed. */
  const variables: number[][] = [];
  const elements: number[][] = [];
  const members: (number[] | null)[] = [];
  /** How many indistinguishable variables one stands for; 0: eliminated, merged or dense. */
  const weight = new Int32Array(size).fill(1);
  const queue: Queue = {
    head: new Int32Array(size + 1).fill(-1),
    next: new Int32Array(size).fill(-1),
    previous: new Int32Array(size).fill(-1),
    degree: new Int32Array(size),
  };
  const { degree } = queue;
  const merged: number[][] = [];
  const dense: number[] = [];
  for (let node = 0; node < size; node++) {
    const seen = isDense(node)
      ? []
      : Array.from(neighbours.subarray(starts[node], starts[node + 1])).filter((one) => !isDense(one));
    variables.push(seen);
    elements.push([]);
    members.push(null);
    merged.push([]);
    degree[node] = seen.length;
    if (isDense(node)) {
      dense.push(node);
      weight[node] = 0;
    } else enter(queue, node);
  }
  const order: number[] = [];
  const place = (node: number): void => {
    order.push(node);
    for (const other of merged[node]) place(other);
  };
  const total = size - dense.length;
  const seen = new Int32Array(size);
  const stamp = new Int32Array(size);
  const outside = new Int32Array(size);
  const beyond = new Int32Array(size);
  let eliminated = 0;
  let least = 0;
  for (let round = 1; eliminated < total; round++) {
    while (queue.head[least] < 0) least++;
    const pivot = queue.head[least];
    leave(queue, pivot);
    const element = newElement(pivot, round);
    eliminated += weight[pivot];
    weight[pivot] = 0;
    place(pivot);
    for (const node of element) leave(queue, node);
    countOutside(element, round);
    let alive = element.reduce((sum, node) => sum + weight[node], 0);
    const alike = new Map<number, number[]>();
    for (const node of element) {
      const hash = review(node, pivot, round);
      if (elements[node].length === 1 && variables[node].length === 0) {
        // Sees nothing but the new element: goes with the pivot.
        eliminated += weight[node];
        alive -= weight[node];
        weight[node] = 0;
        place(node);
        continue;
      }
      const bucket = alike.get(hash);
      if (bucket === undefined) alike.set(hash, [node]);
      else bucket.push(node);
    }
    for (const bucket of alike.values()) mergeAlike(bucket);
    const kept = element.filter((node) => weight[node] > 0);
    members[pivot] = kept;
    for (const node of kept) {
      degree[node] = Math.max(
        0,
        Math.min(total - eliminated - weight[node], beyond[node] + alive - weight[node]),
      );
      if (degree[node] < least) least = degree[node];
      enter(queue, node);
    }
  }
  return Int32Array.from([...order, ...dense]);

  /** What the pivot sees, directly and through its elements, which it absorbs. */
  function newElement(pivot: number, round: number): number[] {
    const element: number[] = [];
    seen[pivot] = round;
    const take = (node: number): void => {
      if (weight[node] <= 0 || seen[node] === round) return;
      seen[node] = round;
      element.push(node);
    };
    for (const node of variables[pivot]) take(node);
    for (const other of elements[pivot]) {
      for (const node of members[other] ?? []) take(node);
      members[other] = null;
    }
    variables[pivot] = [];
    elements[pivot] = [];
    members[pivot] = element;
    return element;
  }

  /** outside[e] = weight of the variables of element e that the new element does not have. */
  function countOutside(element: readonly number[], round: number): void {
    for (const node of element) {
      for (const other of elements[node]) {
        const list = members[other];
        if (list === null) continue;
        if (stamp[other] !== round) {
          stamp[other] = round;
          const still = list.filter((one) => weight[one] > 0);
          members[other] = still;
          outside[other] = still.reduce((sum, one) => sum + weight[one], 0);
        }
        outside[other] -= weight[node];
      }
    }
  }

  /** Drops what the new element covers from a variable's lists; returns a hash of what is left. */
  function review(node: number, pivot: number, round: number): number {
    let far = 0;
    let hash = pivot;
    elements[node] = elements[node].filter((other) => {
      if (members[other] === null) return false;
      if (outside[other] <= 0) {
        members[other] = null;
        return false;
      }
      far += outside[other];
      hash += other;
      return true;
    });
    variables[node] = variables[node].filter((other) => {
      if (weight[other] <= 0 || seen[other] === round) return false;
      far += weight[other];
      hash += other;
      return true;
    });
    elements[node].push(pivot);
    beyond[node] = far;
    return hash;
  }

  /** Variables that see the same are one from now on. */
  function mergeAlike(bucket: readonly number[]): void {
    for (const [at, node] of bucket.entries()) {
      if (weight[node] <= 0) continue;
      for (const other of bucket.slice(at + 1)) {
        if (weight[other] <= 0 || !sameSet(elements[node], elements[other])) continue;
        if (!sameSet(variables[node], variables[other])) continue;
        weight[node] += weight[other];
        weight[other] = 0;
        merged[node].push(other);
        variables[other] = [];
        elements[other] = [];
      }
    }
  }
}

function sameSet(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  const known = new Set(a);
  return b.every((item) => known.has(item));
}
