/**
 * Who is eliminated together with whom, and into whom does the rest of a front go?
 * In: the graph and an elimination order. Out: supernodes in postorder, with their rows, and where each row lies in the
 * parent's front: everything of the factorisation that does not depend on values.
 *
 * Elimination tree and column counts (Liu 1990); supernodes are merged where a time model says that one larger dense front
 * is quicker than two small ones (after Ashcraft & Grimes 1989).
 */
import type { Graph } from './graph.ts';

export interface Tree {
  readonly size: number;
  /** position → node, after merging and postorder; and back. */
  readonly order: Int32Array;
  readonly place: Int32Array;
  /** Number of supernodes. */
  readonly count: number;
  /** supernode → first position (its columns are consecutive), number of columns, height of its front. */
  readonly first: Int32Array;
  readonly width: Int32Array;
  readonly height: Int32Array;
  /** supernode → its children, `children[childStart[k] .. childStart[k + 1])`. */
  readonly childStart: Int32Array;
  readonly children: Int32Array;
  /** supernode → its rows (own columns first) in `rows`, and their places in the parent's front. */
  readonly rowStart: Int32Array;
  readonly rows: Int32Array;
  readonly inParent: Int32Array;
  /** supernode → where its block of L begins; blocks are height × width, by columns. */
  readonly blockStart: Int32Array;
  readonly largestFront: number;
  /** Entries of the largest stack of left-over squares that are waiting for their parents. */
  readonly stackSize: number;
  /** Multiplications and additions of one factorisation. */
  readonly flops: number;
}

/** Nanoseconds of one front of a width and height, with the half a dozen solves that follow: overhead, elimination, reading
 * the block again and again, passing on. Measured. */
function frontTime(width: number, height: number): number {
  const rest = height - width;
  const pairs = (height * (height + 1) * (2 * height + 1) - rest * (rest + 1) * (2 * rest + 1)) / 12;
  return 150 + 0.3 * pairs + 12 * height * width + 0.9 * rest * rest;
}

interface Elimination {
  readonly parent: Int32Array;
  /** Entries below the diagonal in each column of L. */
  readonly below: Int32Array;
}

function eliminationTree(graph: Graph, order: Int32Array, place: Int32Array): Elimination {
  const { size, starts, neighbours } = graph;
  const parent = new Int32Array(size).fill(-1);
  const reached = new Int32Array(size).fill(-1);
  const below = new Int32Array(size);
  for (let k = 0; k < size; k++) {
    reached[k] = k;
    const node = order[k];
    for (let at = starts[node]; at < starts[node + 1]; at++) {
      let i = place[neighbours[at]];
      if (i >= k) continue;
      while (reached[i] !== k) {
        if (parent[i] < 0) parent[i] = k;
        below[i]++;
        reached[i] = k;
        i = parent[i];
      }
    }
  }
  return { parent, below };
}

/** Columns grouped into supernodes, each known by its topmost column; lists are linked. */
interface Groups {
  readonly isTop: Uint8Array;
  readonly width: Int32Array;
  readonly height: Int32Array;
  /** Columns of a supernode: the topmost, then along `next`; −1 ends. */
  readonly next: Int32Array;
  /** First child supernode of a supernode, next sibling; −1: none. */
  readonly child: Int32Array;
  readonly sibling: Int32Array;
}

/** Bottom up: a child joins its parent where that saves time. */
function merge(size: number, { parent, below }: Elimination): Groups {
  const isTop = new Uint8Array(size).fill(1);
  const width = new Int32Array(size).fill(1);
  const height = new Int32Array(size);
  const next = new Int32Array(size).fill(-1);
  const last = new Int32Array(size);
  const child = new Int32Array(size).fill(-1);
  const sibling = new Int32Array(size).fill(-1);
  let kids: number[] = [];
  for (let k = 0; k < size; k++) {
    last[k] = k;
    height[k] = below[k] + 1;
    kids.length = 0;
    for (let kid = child[k]; kid >= 0; kid = sibling[kid]) kids.push(kid);
    child[k] = -1;
    if (kids.length > 1) kids = kids.sort((a, b) => height[b] - height[a] || a - b);
    const keep = (kid: number): void => {
      sibling[kid] = child[k];
      child[k] = kid;
    };
    for (const kid of kids) {
      const apart = frontTime(width[kid], height[kid]) + frontTime(width[k], height[k]);
      if (frontTime(width[kid] + width[k], width[kid] + height[k]) >= apart) {
        keep(kid);
        continue;
      }
      isTop[kid] = 0;
      height[k] += width[kid];
      width[k] += width[kid];
      next[last[k]] = kid;
      last[k] = last[kid];
      for (let grandchild = child[kid]; grandchild >= 0; ) {
        const after = sibling[grandchild];
        keep(grandchild);
        grandchild = after;
      }
    }
    if (parent[k] >= 0) {
      sibling[k] = child[parent[k]];
      child[parent[k]] = k;
    }
  }
  return { isTop, width, height, next, child, sibling };
}

/** Topmost columns, children before parents; and how many there are. */
function postorder(size: number, { parent }: Elimination, { isTop, child, sibling }: Groups): Int32Array {
  const post = new Int32Array(size);
  const walk = new Int32Array(size);
  let filled = size;
  // Parents first and last children first, written from the back: a postorder. Roots likewise.
  for (let root = size - 1; root >= 0; root--) {
    if (parent[root] >= 0 || isTop[root] === 0) continue;
    let depth = 0;
    walk[depth++] = root;
    while (depth > 0) {
      const top = walk[--depth];
      post[--filled] = top;
      for (let kid = child[top]; kid >= 0; kid = sibling[kid]) walk[depth++] = kid;
    }
  }
  return post.subarray(filled);
}

export function growTree(graph: Graph, given: Int32Array): Tree {
  const { size } = graph;
  const place = new Int32Array(size);
  for (let k = 0; k < size; k++) place[given[k]] = k;
  const elimination = eliminationTree(graph, given, place);
  const groups = merge(size, elimination);
  const post = postorder(size, elimination, groups);
  const count = post.length;
  const order = new Int32Array(size);
  const first = new Int32Array(count);
  const width = new Int32Array(count);
  const height = new Int32Array(count);
  const numberOf = new Int32Array(size);
  let filled = 0;
  for (let k = 0; k < count; k++) {
    const top = post[k];
    numberOf[top] = k;
    first[k] = filled;
    width[k] = groups.width[top];
    height[k] = groups.height[top];
    for (let column = top; column >= 0; column = groups.next[column]) order[filled++] = column;
    sortRange(order, first[k], filled);
  }
  for (let at = 0; at < size; at++) {
    order[at] = given[order[at]];
    place[order[at]] = at;
  }
  const childStart = new Int32Array(count + 1);
  const children = new Int32Array(count);
  let kids = 0;
  for (let k = 0; k < count; k++) {
    for (let kid = groups.child[post[k]]; kid >= 0; kid = groups.sibling[kid])
      children[kids++] = numberOf[kid];
    childStart[k + 1] = kids;
    sortRange(children, childStart[k], kids);
  }
  const skeleton = { size, order, place, count, first, width, height, childStart, children };
  return { ...skeleton, ...frontsOf(graph, skeleton) };
}

/** Sorts part of a list in place; most are short and nearly in order. */
function sortRange(list: Int32Array, from: number, to: number): void {
  if (to - from > 48) {
    list.subarray(from, to).sort();
    return;
  }
  for (let at = from + 1; at < to; at++) {
    const value = list[at];
    let before = at - 1;
    while (before >= from && list[before] > value) {
      list[before + 1] = list[before];
      before--;
    }
    list[before + 1] = value;
  }
}

type Skeleton = Pick<
  Tree,
  'size' | 'order' | 'place' | 'count' | 'first' | 'width' | 'height' | 'childStart' | 'children'
>;

/** Rows of every front, places in the parent's front, sizes of blocks and of the stack of left-over squares. */
function frontsOf(graph: Graph, skeleton: Skeleton): Omit<Tree, keyof Skeleton> {
  const { size, order, place, count, first, width, height, childStart, children } = skeleton;
  const { starts, neighbours } = graph;
  const rowStart = new Int32Array(count + 1);
  const blockStart = new Int32Array(count + 1);
  let largestFront = 0;
  let flops = 0;
  for (let k = 0; k < count; k++) {
    const h = height[k];
    const r = h - width[k];
    rowStart[k + 1] = rowStart[k] + h;
    blockStart[k + 1] = blockStart[k] + h * width[k];
    largestFront = Math.max(largestFront, h);
    flops += (h * (h + 1) * (2 * h + 1) - r * (r + 1) * (2 * r + 1)) / 6;
  }
  const rows = new Int32Array(rowStart[count]);
  const inParent = new Int32Array(rowStart[count]);
  const mark = new Int32Array(size).fill(-1);
  const position = new Int32Array(size);
  let stack = 0;
  let stackSize = 0;
  for (let k = 0; k < count; k++) {
    const end = first[k] + width[k];
    let filled = rowStart[k];
    for (let at = first[k]; at < end; at++) rows[filled++] = at;
    const below = filled;
    for (let at = childStart[k]; at < childStart[k + 1]; at++) {
      const child = children[at];
      for (let from = rowStart[child] + width[child]; from < rowStart[child + 1]; from++) {
        const row = rows[from];
        if (row < end || mark[row] === k) continue;
        mark[row] = k;
        rows[filled++] = row;
      }
    }
    for (let column = first[k]; column < end; column++) {
      const node = order[column];
      for (let at = starts[node]; at < starts[node + 1]; at++) {
        const row = place[neighbours[at]];
        if (row < end || mark[row] === k) continue;
        mark[row] = k;
        rows[filled++] = row;
      }
    }
    sortRange(rows, below, filled);
    for (let at = rowStart[k]; at < filled; at++) position[rows[at]] = at - rowStart[k];
    const rest = height[k] - width[k];
    // The front's own left-over is made while those of its children still stand on the stack.
    stackSize = Math.max(stackSize, stack + rest * rest);
    for (let at = childStart[k]; at < childStart[k + 1]; at++) {
      const child = children[at];
      for (let row = rowStart[child] + width[child]; row < rowStart[child + 1]; row++)
        inParent[row] = position[rows[row]];
      stack -= (height[child] - width[child]) ** 2;
    }
    stack += rest * rest;
  }
  return { rowStart, rows, inParent, blockStart, largestFront, stackSize, flops };
}
