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
  readonly blockStart: Float64Array;
  readonly largestFront: number;
  readonly stackSize: number;
  /** Multiplications and additions of one factorisation. */
  readonly flops: number;
}

/** Nanoseconds of one front of a width and height: overhead, elimination, clearing and passing on. Measured in V8. */
function frontTime(width: number, height: number): number {
  const rest = height - width;
  const pairs = (height * (height + 1) * (2 * height + 1) - rest * (rest + 1) * (2 * rest + 1)) / 12;
  return 120 + 0.9 * pairs + 0.35 * height * height + 1.2 * rest * rest;
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

interface Groups {
  /** Topmost column → columns of its supernode, ascending; empty when merged into another. */
  readonly columns: number[][];
  readonly height: Int32Array;
  readonly kids: number[][];
}

/** Columns grouped bottom up: a child joins its parent where that saves time. */
function merge(size: number, { parent, below }: Elimination): Groups {
  const columns: number[][] = [];
  const height = new Int32Array(size);
  const kids: number[][] = Array.from({ length: size }, () => []);
  for (let k = 0; k < size; k++) {
    columns.push([k]);
    height[k] = below[k] + 1;
    const rest: number[] = [];
    for (const child of kids[k].sort((a, b) => height[b] - height[a])) {
      const width = columns[child].length + columns[k].length;
      const apart = frontTime(columns[child].length, height[child]) + frontTime(columns[k].length, height[k]);
      if (frontTime(width, columns[child].length + height[k]) >= apart) {
        rest.push(child);
        continue;
      }
      height[k] += columns[child].length;
      columns[k].push(...columns[child]);
      columns[child] = [];
      rest.push(...kids[child]);
      kids[child] = [];
    }
    kids[k] = rest;
    if (parent[k] >= 0) kids[parent[k]].push(k);
  }
  for (const list of columns) list.sort((a, b) => a - b);
  return { columns, height, kids };
}

function postorder(size: number, { parent }: Elimination, { kids, columns }: Groups): number[] {
  const post: number[] = [];
  for (let root = 0; root < size; root++) {
    if (parent[root] >= 0 || columns[root].length === 0) continue;
    // A walk that visits parents first and last children first is a postorder read backwards.
    const walk = [root];
    const visited: number[] = [];
    while (walk.length > 0) {
      const top = walk.pop() as number;
      visited.push(top);
      walk.push(...kids[top]);
    }
    for (let at = visited.length - 1; at >= 0; at--) post.push(visited[at]);
  }
  return post;
}

export function growTree(graph: Graph, given: Int32Array): Tree {
  const { size } = graph;
  const givenPlace = new Int32Array(size);
  for (let k = 0; k < size; k++) givenPlace[given[k]] = k;
  const elimination = eliminationTree(graph, given, givenPlace);
  const groups = merge(size, elimination);
  const post = postorder(size, elimination, groups);
  const count = post.length;
  const order = new Int32Array(size);
  const place = new Int32Array(size);
  const first = new Int32Array(count);
  const width = new Int32Array(count);
  const numberOf = new Int32Array(size).fill(-1);
  let filled = 0;
  for (let k = 0; k < count; k++) {
    numberOf[post[k]] = k;
    first[k] = filled;
    width[k] = groups.columns[post[k]].length;
    for (const column of groups.columns[post[k]]) {
      order[filled] = given[column];
      place[given[column]] = filled++;
    }
  }
  const childStart = new Int32Array(count + 1);
  for (let k = 0; k < count; k++) childStart[k + 1] = childStart[k] + groups.kids[post[k]].length;
  const children = new Int32Array(childStart[count]);
  for (let k = 0; k < count; k++) {
    const sorted = groups.kids[post[k]].map((child) => numberOf[child]).sort((a, b) => a - b);
    children.set(sorted, childStart[k]);
  }
  return { ...frontsOf({ graph, order, place, first, width, childStart, children, count }), order, place };
}

interface Skeleton {
  readonly graph: Graph;
  readonly order: Int32Array;
  readonly place: Int32Array;
  readonly first: Int32Array;
  readonly width: Int32Array;
  readonly childStart: Int32Array;
  readonly children: Int32Array;
  readonly count: number;
}

/** Rows of every front, places in the parent's front, sizes of blocks and of the stack of updates. */
function frontsOf(skeleton: Skeleton): Omit<Tree, 'order' | 'place'> {
  const { graph, order, place, first, width, childStart, children, count } = skeleton;
  const lists: number[][] = [];
  const rowStart = new Int32Array(count + 1);
  const height = new Int32Array(count);
  const blockStart = new Float64Array(count + 1);
  const mark = new Int32Array(graph.size).fill(-1);
  let largestFront = 0;
  let flops = 0;
  for (let k = 0; k < count; k++) {
    const end = first[k] + width[k];
    const below: number[] = [];
    const take = (row: number): void => {
      if (row < end || mark[row] === k) return;
      mark[row] = k;
      below.push(row);
    };
    for (let column = first[k]; column < end; column++) {
      const node = order[column];
      for (let at = graph.starts[node]; at < graph.starts[node + 1]; at++) take(place[graph.neighbours[at]]);
    }
    for (let at = childStart[k]; at < childStart[k + 1]; at++)
      for (const row of lists[children[at]]) take(row);
    lists.push(below.sort((a, b) => a - b));
    height[k] = width[k] + below.length;
    rowStart[k + 1] = rowStart[k] + height[k];
    blockStart[k + 1] = blockStart[k] + height[k] * width[k];
    largestFront = Math.max(largestFront, height[k]);
    const [h, r] = [height[k], below.length];
    flops += (h * (h + 1) * (2 * h + 1) - r * (r + 1) * (2 * r + 1)) / 6;
  }
  const rows = new Int32Array(rowStart[count]);
  const inParent = new Int32Array(rowStart[count]);
  const position = new Int32Array(graph.size);
  let stack = 0;
  let stackSize = 0;
  for (let k = 0; k < count; k++) {
    for (let at = 0; at < width[k]; at++) rows[rowStart[k] + at] = first[k] + at;
    rows.set(lists[k], rowStart[k] + width[k]);
    for (let at = 0; at < height[k]; at++) position[rows[rowStart[k] + at]] = at;
    for (let at = childStart[k]; at < childStart[k + 1]; at++) {
      const child = children[at];
      for (let row = rowStart[child] + width[child]; row < rowStart[child + 1]; row++)
        inParent[row] = position[rows[row]];
      stack -= (height[child] - width[child]) ** 2;
    }
    stack += (height[k] - width[k]) ** 2;
    stackSize = Math.max(stackSize, stack);
  }
  const sizes = { largestFront, stackSize, flops };
  return {
    size: graph.size,
    count,
    first,
    width,
    height,
    childStart,
    children,
    rowStart,
    rows,
    inParent,
    blockStart,
    ...sizes,
  };
}
