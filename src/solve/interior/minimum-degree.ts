/**
 * In which order does a sparse symmetric matrix fill least, when nothing is known about it?
 * In: who is coupled with whom, and who takes part. Out: an elimination order of those, by approximate minimum degree on the
 * quotient graph (Amestoy, Davis & Duff 1996): elements absorb elements, indistinguishable variables are merged, degrees are
 * upper bounds.
 *
 * A node coupled with very many others would be looked at in every step: it is left out of the graph and goes last.
 */
import type { Graph } from './graph.ts';

/** A node with more neighbours than this × √size goes last. */
const DENSE = 10;

/** The quotient graph. A node is a variable, then an element (once eliminated), then nothing (absorbed or merged). */
interface Quotient {
  readonly size: number;
  /** Lists of a node: `lists[start .. start + length)`; of a variable the first `elements` entries are elements. */
  lists: Int32Array;
  free: number;
  readonly start: Int32Array;
  readonly length: Int32Array;
  readonly elements: Int32Array;
  /** How many indistinguishable variables one stands for; 0: merged, eliminated or left out; below 0: in the new element. */
  readonly weight: Int32Array;
  /** Of a variable: bound of its degree. Of an element: the weight of its variables. */
  readonly degree: Int32Array;
  /** Elements: 0 once absorbed; otherwise a stamp from which the weight outside the new element is read. */
  readonly stamp: Int32Array;
  /** Variables by degree, doubly linked; `next` and `previous` also link buckets of look-alikes and merged ones. */
  readonly head: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
}

function openQuotient(graph: Graph, takesPart: Uint8Array): { quotient: Quotient; alive: number } {
  const { size, starts, neighbours } = graph;
  const start = new Int32Array(size);
  const length = new Int32Array(size);
  const weight = new Int32Array(size);
  const degree = new Int32Array(size);
  const lists = new Int32Array(Math.ceil(1.2 * starts[size]) + size + 1024);
  const quotient: Quotient = {
    size,
    lists,
    free: 0,
    start,
    length,
    elements: new Int32Array(size),
    weight,
    degree,
    stamp: new Int32Array(size).fill(1),
    head: new Int32Array(size + 1).fill(-1),
    next: new Int32Array(size).fill(-1),
    previous: new Int32Array(size).fill(-1),
  };
  let alive = 0;
  let free = 0;
  for (let node = 0; node < size; node++) {
    if (takesPart[node] === 0) continue;
    start[node] = free;
    for (let at = starts[node]; at < starts[node + 1]; at++)
      if (takesPart[neighbours[at]] === 1) lists[free++] = neighbours[at];
    length[node] = degree[node] = free - start[node];
    weight[node] = 1;
    alive++;
  }
  quotient.free = free;
  for (let node = 0; node < size; node++) if (takesPart[node] === 1) enter(quotient, node);
  return { quotient, alive };
}

function enter({ head, next, previous, degree }: Quotient, node: number): void {
  const first = head[degree[node]];
  previous[node] = -1;
  next[node] = first;
  if (first >= 0) previous[first] = node;
  head[degree[node]] = node;
}

function leave({ head, next, previous, degree }: Quotient, node: number): void {
  if (next[node] >= 0) previous[next[node]] = previous[node];
  if (previous[node] >= 0) next[previous[node]] = next[node];
  else head[degree[node]] = next[node];
}

/** All nodes, those with very many neighbours last. */
export function minimumDegree(graph: Graph): Int32Array {
  const { size, starts } = graph;
  const limit = Math.max(16, DENSE * Math.sqrt(size));
  const takesPart = new Uint8Array(size);
  for (let node = 0; node < size; node++) takesPart[node] = starts[node + 1] - starts[node] > limit ? 0 : 1;
  const first = minimumDegreeOf(graph, takesPart);
  const order = new Int32Array(size);
  order.set(first);
  let filled = first.length;
  for (let node = 0; node < size; node++) if (takesPart[node] === 0) order[filled++] = node;
  return order;
}

/** The marked nodes only; couplings with others are not looked at. */
export function minimumDegreeOf(graph: Graph, takesPart: Uint8Array): Int32Array {
  const { quotient, alive } = openQuotient(graph, takesPart);
  const { size, weight, degree, head, stamp, start, length } = quotient;
  const order = new Int32Array(alive);
  /** Variables merged into another, as linked lists: eliminated with it. */
  const follows = new Int32Array(size).fill(-1);
  const lastOf = Int32Array.from(size === 0 ? [] : { length: size }, (_, node) => node);
  const buckets = new Int32Array(size).fill(-1);
  const hashOf = new Int32Array(size);
  let ordered = 0;
  let left = alive;
  let least = 0;
  let round = 2;
  const place = (node: number): void => {
    for (let at = node; at >= 0; at = follows[at]) order[ordered++] = at;
  };

  while (ordered < alive) {
    while (head[least] < 0) least++;
    const pivot = head[least];
    leave(quotient, pivot);
    left -= weight[pivot];
    weight[pivot] = 0;
    place(pivot);
    let heaviness = newElement(quotient, pivot);
    const from = start[pivot];
    const to = from + length[pivot];
    const lists = quotient.lists;
    // Stamps: how much of each neighbouring element lies outside the new one.
    if (round > 0x3fffffff) {
      for (let node = 0; node < size; node++) if (stamp[node] !== 0) stamp[node] = 1;
      round = 2;
    }
    const most = stampOutside(quotient, from, to, round);
    // Degrees anew; what sees nothing but the new element goes with the pivot.
    for (let at = from; at < to; at++) {
      const node = lists[at];
      const own = -weight[node];
      const far = review(quotient, node, pivot, round, hashOf);
      if (far < 0) {
        left -= own;
        heaviness -= own;
        weight[node] = 0;
        place(node);
        continue;
      }
      degree[node] = Math.min(degree[node], far);
      const bucket = hashOf[node];
      quotient.next[node] = buckets[bucket];
      buckets[bucket] = node;
    }
    mergeAlike(quotient, from, to, hashOf, buckets, follows, lastOf);
    let kept = from;
    for (let at = from; at < to; at++) {
      const node = lists[at];
      const own = -weight[node];
      if (own <= 0) continue;
      weight[node] = own;
      lists[kept++] = node;
      degree[node] = Math.max(0, Math.min(degree[node] + heaviness - own, left - own));
      if (degree[node] < least) least = degree[node];
      enter(quotient, node);
    }
    length[pivot] = kept - from;
    degree[pivot] = heaviness;
    stamp[pivot] = kept === from ? 0 : 1;
    quotient.free = kept;
    round += most + 1;
  }
  return order;
}

/** What the pivot sees, directly and through its elements, which it absorbs, at the end of the lists. Returns its weight. */
function newElement(quotient: Quotient, pivot: number): number {
  const { start, length, elements, weight, degree, stamp } = quotient;
  const own = start[pivot];
  const seen = elements[pivot];
  let room = length[pivot] - seen;
  for (let at = own; at < own + seen; at++) room += length[quotient.lists[at]];
  if (quotient.free + room > quotient.lists.length) {
    const longer = new Int32Array(Math.ceil(1.5 * quotient.lists.length) + room);
    longer.set(quotient.lists);
    quotient.lists = longer;
  }
  const { lists } = quotient;
  const from = quotient.free;
  let to = from;
  let heaviness = 0;
  const take = (node: number): void => {
    const one = weight[node];
    if (one <= 0) return;
    heaviness += one;
    weight[node] = -one;
    lists[to++] = node;
    leave(quotient, node);
  };
  for (let k = 0; k < seen; k++) {
    const element = lists[own + k];
    if (stamp[element] === 0) continue;
    const begin = start[element];
    const end = begin + length[element];
    for (let at = begin; at < end; at++) take(lists[at]);
    stamp[element] = 0;
  }
  for (let at = own + seen; at < own + length[pivot]; at++) take(lists[at]);
  start[pivot] = from;
  length[pivot] = to - from;
  degree[pivot] = heaviness;
  quotient.free = to;
  return heaviness;
}

/** stamp[e] − round = weight of the variables of element e that are not in the new one. Returns the largest weight met. */
function stampOutside(quotient: Quotient, from: number, to: number, round: number): number {
  const { lists, start, elements, weight, degree, stamp } = quotient;
  let most = 0;
  for (let at = from; at < to; at++) {
    const node = lists[at];
    const own = -weight[node];
    for (let k = start[node]; k < start[node] + elements[node]; k++) {
      const element = lists[k];
      if (stamp[element] === 0) continue;
      if (stamp[element] >= round) stamp[element] -= own;
      else {
        stamp[element] = degree[element] + round - own;
        if (degree[element] > most) most = degree[element];
      }
    }
  }
  return most;
}

/**
 * Drops from a variable's lists what the new element covers, and puts the new element in. Returns the weight of what it sees
 * beyond the new element, −1 when that is nothing at all.
 */
function review(quotient: Quotient, node: number, pivot: number, round: number, hashOf: Int32Array): number {
  const { size, lists, start, length, elements, weight, stamp } = quotient;
  const begin = start[node];
  let to = begin;
  let far = 0;
  let hash = 0;
  for (let at = begin; at < begin + elements[node]; at++) {
    const element = lists[at];
    if (stamp[element] === 0) continue;
    const outside = stamp[element] - round;
    if (outside <= 0) {
      stamp[element] = 0;
      continue;
    }
    far += outside;
    hash += element;
    lists[to++] = element;
  }
  const variables = to;
  for (let at = begin + elements[node]; at < begin + length[node]; at++) {
    const other = lists[at];
    if (weight[other] <= 0) continue;
    far += weight[other];
    hash += other;
    lists[to++] = other;
  }
  if (to === begin) return -1;
  // One entry at least was dropped: the pivot or an element that it absorbed.
  lists[to] = lists[variables];
  lists[variables] = lists[begin];
  lists[begin] = pivot;
  elements[node] = variables - begin + 1;
  length[node] = to - begin + 1;
  hashOf[node] = hash % size;
  return far;
}

/** Variables of the new element that see the same are one from now on. */
function mergeAlike(
  quotient: Quotient,
  from: number,
  to: number,
  hashOf: Int32Array,
  buckets: Int32Array,
  follows: Int32Array,
  lastOf: Int32Array,
): void {
  const { lists, length, elements, weight, degree, next } = quotient;
  for (let at = from; at < to; at++) {
    const bucket = lists[at];
    if (weight[bucket] === 0) continue;
    const key = hashOf[bucket];
    let node = buckets[key];
    buckets[key] = -1;
    for (; node >= 0 && next[node] >= 0; node = next[node]) {
      if (weight[node] === 0) continue;
      for (let other = next[node]; other >= 0; other = next[other]) {
        if (weight[other] === 0 || length[other] !== length[node] || elements[other] !== elements[node])
          continue;
        if (!sameLists(quotient, node, other)) continue;
        weight[node] += weight[other];
        weight[other] = 0;
        degree[node] = Math.min(degree[node], degree[other]);
        follows[lastOf[node]] = other;
        lastOf[node] = lastOf[other];
      }
    }
  }
}

/** Whether two variables see the same elements and variables; both lists begin with the new element. */
function sameLists({ lists, start, length }: Quotient, one: number, other: number): boolean {
  const count = length[one];
  const mine = start[one];
  const theirs = start[other];
  for (let at = 1; at < count; at++) {
    const wanted = lists[mine + at];
    let found = false;
    for (let k = 1; k < count && !found; k++) found = lists[theirs + k] === wanted;
    if (!found) return false;
  }
  return true;
}
